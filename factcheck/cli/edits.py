"""Edits to source files: fixes become new bytes in the file's own encoding, written in one step."""

from __future__ import annotations

import codecs
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from factcheck.model import Document, Fix
from factcheck.read.places import write_fix

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Edit(NamedTuple):
    """A fix to one document."""

    document: Document
    fix: Fix


class CannotEdit(Exception):
    """A file that cannot be edited in place; the message says why."""


class Content(NamedTuple):
    """A file taken apart: its byte order mark, its encoding, its text with the line ends as they are."""

    mark: bytes
    encoding: str
    text: str

    def as_bytes(self) -> bytes:
        return self.mark + self.text.encode(self.encoding)


def read_content(path: Path, encoding: str) -> Content:
    """The file as text. Raises CannotEdit where writing it back would not give the same bytes."""
    data = path.read_bytes()
    mark, codec = next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), (b"", encoding))
    try:
        content = Content(mark, codec, data[len(mark) :].decode(codec))
        if content.as_bytes() == data:
            return content
    except (UnicodeError, LookupError):
        pass
    raise CannotEdit("no text file; mend it by hand")


def edited(content: Content, edits: Iterable[Edit]) -> Content:
    """The file with all edits made; those of one document must not overlap.

    Raises CannotEdit where a place is not in the file as it is now, or a fix cannot be written there.
    """
    text, changes = content.text, sorted((_change(content.text, edit) for edit in edits), reverse=True)
    for start, end, words in changes:
        text = text[:start] + words + text[end:]
    made = content._replace(text=text)
    try:
        made.as_bytes()
    except UnicodeError:
        raise CannotEdit(f"a fix cannot be written in {content.encoding}; mend it by hand") from None
    return made


def replace_file(path: Path, content: Content) -> None:
    """Write the file in one step, with the rights it had; a link stays a link."""
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.as_bytes())
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _change(text: str, edit: Edit) -> tuple[int, int, str]:
    """Start and end in the file's text, and the words to stand there, escaped as the file asks for."""
    document, fix = edit
    origin, written = document.origin, write_fix(document, fix.span, fix.text)
    if origin is None or written is None:
        raise CannotEdit(f"the words “{document.cut(fix.span)}” cannot be changed in place; mend them by hand")
    base = _line_start(text, origin.first_line) + origin.first_column - 1
    if text[base : base + len(origin.source)] != origin.source:
        raise CannotEdit("changed since it was read, or no text file; mend it by hand")
    start, end, words = written
    return base + start, base + end, words


def _line_start(text: str, line: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1 if "\n" in text[start:] else len(text)
    return start
