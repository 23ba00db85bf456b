"""JSON lines to documents: one article a line, read as a stream, whatever the size of the file."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from factcheck.model import Document, Origin, Problem
from factcheck.read.source import LARGEST_STORY, Options, Refused, Source

_BLOCK = 1 << 20

NAMES = {
    "text": ("text", "body_text", "articleBody", "body", "content", "article", "maintext"),
    "title": ("title", "headline"),
    "published": ("published", "date_publish", "datePublished", "published_at", "publication_date", "pubdate", "date"),
    "id": ("id", "doc_id", "url", "guid", "uri"),
}
"""Names under which a table may hold each field, the first one present; options outrank them."""


def read_lines(source: Source, options: Options) -> Iterator[Document | Problem]:
    """A document for each line, a problem for each that cannot be used; empty lines are passed by."""
    stream = source.open()
    number = used = 0
    while True:
        number += 1
        data = stream.readline(LARGEST_STORY + 1)
        if not data:
            break
        if len(data) > LARGEST_STORY:
            _pass_by(stream)
            yield Problem(
                source.path, f"line longer than {LARGEST_STORY // 1_000_000} MB, too much for one story", line=number
            )
            continue
        if not data.strip():
            continue
        used += 1
        try:
            yield _document(source.path, data, number, options)
        except Refused as refused:
            yield Problem(source.path, str(refused), line=number)
    if not used:
        raise Refused("empty; nothing to check")


def _pass_by(stream: BinaryIO) -> None:
    while True:
        block = stream.readline(_BLOCK)
        if not block or block.endswith(b"\n"):
            return


def _document(path: str, data: bytes, number: int, options: Options) -> Document:
    if b"\0" in data[:4096]:
        raise Refused("not text; a .jsonl file is UTF-8, one JSON object a line")
    try:
        line = data.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise Refused(f"not UTF-8 at byte {error.start + 1} of the line; save the file as UTF-8") from None
    try:
        row = json.loads(line)
    except ValueError as error:
        raise Refused(f"broken JSON: {error}") from None
    except RecursionError:
        raise Refused("JSON nested too deeply") from None
    if not isinstance(row, dict):
        raise Refused('not a JSON object; write one article a line: {"id": ..., "text": ...}')
    text_name = field_name(row, "text", options.text_field)
    title_name = field_name(row, "title", options.title_field)
    text = row.get(text_name)
    if not isinstance(text, str):
        raise Refused(f"no text under {text_name or 'text'!r}; name its field with --text-field")
    title = row.get(title_name)
    name = row.get(field_name(row, "id", options.id_field))
    origin = Origin(path, line, first_line=number, form=f"json:{text_name}:{title_name}")
    return Document(
        str(name) if isinstance(name, str | int) and name != "" else f"{path}:{number}",
        text,
        title if isinstance(title, str) else "",
        read_day(row.get(field_name(row, "published", options.date_field)), options.date_field),
        origin=origin,
    )


def field_name(row: Mapping[str, Any], field: str, wanted: str) -> str:
    """The name under which a row holds a field; "" where it holds none. Raises Refused for a wanted one that lacks."""
    if wanted:
        if wanted not in row:
            raise Refused(f"no field {wanted!r}; the fields are {', '.join(map(repr, list(row)[:12]))}")
        return wanted
    return next((name for name in NAMES[field] if name in row), "")


def read_day(value: object, wanted: str = "") -> datetime.date | None:
    """The day of an ISO date or of seconds since 1970; None for an empty value and one that is neither.

    Raises Refused for an unreadable value of a field that the caller named, since its rules would silently be off.
    """
    if value is None or value == "":
        return None
    try:
        if isinstance(value, str):
            return datetime.date.fromisoformat(value.strip()[:10])
        if isinstance(value, int | float) and not isinstance(value, bool):
            seconds = value / 1000 if abs(value) > 1e11 else value
            return (datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)).date()
    except (ValueError, OverflowError):
        pass
    if wanted:
        raise Refused(f"{wanted!r} holds {value!r}, which is no date; write it as 2019-07-06")
    return None
