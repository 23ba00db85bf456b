"""JSON files to documents: IPTC's ninjs 1.x and 2.x, schema.org articles, plain article objects, lists of them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.model import Document, Origin, Problem
from factcheck.read.jsonlines import field_name, read_day
from factcheck.read.jsonmap import Path, find_strings, map_string
from factcheck.read.source import Options, Refused, Source, decode
from factcheck.read.weave import Pieces, compose
from factcheck.read.webpage import make_page, read_stated

_MARKUP = ("body_xhtml", "body_html", "bodyXhtml", "bodyHtml")
_DATES = ("contentcreated", "firstcreated", "versioncreated", "datePublished", "dateModified")


def read_json(source: Source, options: Options) -> Iterator[Document | Problem]:
    """The articles of a JSON file, in order; a problem for each object of a list that holds no text."""
    decoded = decode(source.read())
    text = decoded.text
    try:
        found = json.loads(text)
    except ValueError as error:
        raise Refused(f"broken JSON: {error}", line=getattr(error, "lineno", 0)) from None
    except RecursionError:
        raise Refused("JSON nested too deeply") from None
    try:
        places = {path: (start, end) for path, start, end in find_strings(text)}
    except IndexError:
        raise Refused("broken JSON") from None
    items = list(enumerate(found)) if isinstance(found, list) else [((), found)]
    used = 0
    for key, item in items:
        path: Path = (key,) if isinstance(key, int) else ()
        document = _document(source.path, text, item, path, places, options) if isinstance(item, dict) else None
        if document:
            used += 1
            yield document
    if not used:
        raise Refused("no article in it: neither ninjs (body_text, body_xhtml) nor an object with a text", foreign=True)


def _document(
    path: str,
    source: str,
    item: Mapping[str, Any],
    at: Path,
    places: Mapping[Path, tuple[int, int]],
    options: Options,
) -> Document | None:
    body, markup = _body(item, options)
    title_key = _title(item, options)
    if body is None or (*at, *body) not in places:
        return None
    pieces = map_string(source, *places[(*at, *body)], "text")
    value = _value(item, body)
    language = str(item.get("language") or item.get("inLanguage") or "")
    name = item.get(field_name(item, "id", options.id_field))
    label = str(name) if at and isinstance(name, str | int) and name != "" else path + "".join(f":{n}" for n in at)
    if markup:
        page = make_page(label, value, Origin(path, value))
        inner = tuple(piece for piece in page.origin.pieces if piece[0] == "text") if page.origin else ()
        value, pieces = page.text, compose(inner, pieces)
    title = str(_value(item, title_key)) if title_key else ""
    title_pieces: Pieces = (
        map_string(source, *places[(*at, *title_key)], "title") if title_key and (*at, *title_key) in places else ()
    )
    origin = Origin(path, source, (*pieces, *title_pieces), form="json-markup" if markup else "json-text")
    published = (
        read_day(item.get(field_name(item, "published", options.date_field)), options.date_field)
        if not _is_ninjs(item)
        else None
    )
    return Document(label, value, title, published, language, origin, tuple(_dates(item)))


def _is_ninjs(item: Mapping[str, Any]) -> bool:
    return "uri" in item or "versioncreated" in item or "versionCreated" in item or "bodies" in item


def _body(item: Mapping[str, Any], options: Options) -> tuple[Path | None, bool]:
    """The path of the text in an article, and whether it is markup."""
    bodies = item.get("bodies")
    if isinstance(bodies, list):
        texts = [
            (n, body) for n, body in enumerate(bodies) if isinstance(body, dict) and isinstance(body.get("value"), str)
        ]
        texts.sort(key=lambda entry: "html" in str(entry[1].get("contenttype", entry[1].get("contentType", ""))))
        if texts:
            number, body = texts[0]
            return ("bodies", number, "value"), "html" in str(body.get("contenttype", body.get("contentType", "")))
    name = field_name(item, "text", options.text_field)
    if name and isinstance(item.get(name), str):
        return (name,), False
    markup = next((key for key in _MARKUP if isinstance(item.get(key), str)), "")
    return ((markup,), True) if markup else (None, False)


def _title(item: Mapping[str, Any], options: Options) -> Path:
    """The path of the headline; empty where there is none."""
    headlines = item.get("headlines")
    if (
        isinstance(headlines, list)
        and headlines
        and isinstance(headlines[0], dict)
        and isinstance(headlines[0].get("value"), str)
    ):
        return ("headlines", 0, "value")
    name = field_name(item, "title", options.title_field)
    return (name,) if name and isinstance(item.get(name), str) else ()


def _value(item: Mapping[str, Any], path: Path) -> str:
    value: Any = item
    for key in path:
        value = value[key]
    return str(value)


def _dates(item: Mapping[str, Any]) -> Iterator[tuple[str, datetime.date]]:
    """The dates of an article's metadata; the date of a version is one of update where the first is told too."""
    by_name = {str(key).lower(): value for key, value in item.items()}
    stated = [(name, read_stated(value)) for name in _DATES if isinstance(value := by_name.get(name.lower()), str)]
    first = any(name in ("contentcreated", "firstcreated", "datePublished") for name, _ in stated)
    for name, day in stated:
        if day:
            yield (f"{name}, updated" if name == "versioncreated" and first else name), day
