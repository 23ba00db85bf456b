"""HTML and XML to events with their places: tags opened and closed, text, each with its stretch of the source.

One lenient reader serves both. It keeps positions, expands no entities, so that a file of nested entities
cannot grow, and looks at each sign of the source a fixed number of times, whatever is left open: the
standard library's html.parser takes 20 seconds for 200 KB of "<!--". A document type that declares entities
is refused all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import NamedTuple

from factcheck.read.source import Refused

_DEEPEST = 2000
_ENTITY = re.compile(r"<!ENTITY\b")


class Event(NamedTuple):
    """`kind` is open, close, text, cdata or raw (the inside of a script); `name` is the tag in small letters;
    `start` up to `end` its stretch of the source."""

    kind: str
    name: str
    attributes: Mapping[str, str]
    start: int
    end: int


_EMPTY: Mapping[str, str] = {}

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""HTML tags that hold nothing and are never closed."""


_TAG = re.compile(r"</?([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s=/>\"'<][^\s=/><]*)\s*(?:=\s*)?")
_UNQUOTED = re.compile(r"[^\s>]*")
_RAW = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style")}
_CLOSERS = {"<!--": "-->", "<![CDATA[": "]]>", "<!": ">", "<?": ">"}
"""What is no tag, longest first, and how it ends."""


def _scan(source: str) -> Iterator[Event]:
    """The events of a source. What is never closed reaches to the end."""
    at, length = 0, len(source)
    while at < length:
        start = source.find("<", at)
        start = length if start < 0 else start
        if at < start:
            yield Event("text", "", _EMPTY, at, start)
        if start == length:
            return
        tag = _TAG.match(source, start)
        opening = next((sign for sign in _CLOSERS if source.startswith(sign, start)), "") if tag is None else ""
        if opening:
            closer = _CLOSERS[opening]
            end = source.find(closer, start + len(opening))
            end = length if end < 0 else end
            if opening == "<![CDATA[":
                yield Event("cdata", "", _EMPTY, start + len(opening), end)
            at = end + len(closer)
        elif tag is None:
            yield Event("text", "", _EMPTY, start, start + 1)
            at = start + 1
        elif source[start + 1] == "/":
            end = source.find(">", tag.end())
            at = length if end < 0 else end + 1
            yield Event("close", tag[1].lower(), _EMPTY, start, at)
        else:
            name = tag[1].lower()
            attributes, at, closed = _attributes(source, tag.end())
            yield Event("open", name, attributes, start, at)
            if closed and name not in VOID:
                yield Event("close", name, _EMPTY, at, at)
            elif name in _RAW:
                found = _RAW[name].search(source, at)
                end = found.start() if found else length
                if at < end:
                    yield Event("raw", "", _EMPTY, at, end)
                at = end


def _attributes(source: str, at: int) -> tuple[Mapping[str, str], int, bool]:
    """The attributes of a tag, where it ends, and whether it closes itself."""
    attributes: dict[str, str] = {}
    while match := _ATTRIBUTE.match(source, at):
        at = match.end()
        value = ""
        if "=" in match[0][match.end(1) - match.start() :]:
            quote = source[at : at + 1]
            end = source.find(quote, at + 1) if quote in ("'", '"') and quote else -1
            if end >= 0:
                value, at = source[at + 1 : end], end + 1
            elif bare := _UNQUOTED.match(source, at):
                value, at = bare[0], bare.end()
        attributes.setdefault(match[1].lower(), unescape(value))
    end = source.find(">", at)
    end = len(source) if end < 0 else end
    return (
        attributes or _EMPTY,
        min(end + 1, len(source)),
        source[max(at, end - 1) : end] == "/" or source[at - 1 : at] == "/",
    )


def read_events(source: str) -> list[Event]:
    """The events of a source, in its order. Raises Refused for entity declarations and for nesting beyond reason."""
    if _ENTITY.search(source, 0, 100_000):
        raise Refused("declares entities of its own, which may hide a bomb; expand them and save the file again")
    events = list(_scan(source))
    depth = 0
    for event in events:
        depth += (event.kind == "open" and event.name not in VOID) - (event.kind == "close")
        if depth > _DEEPEST:
            raise Refused(f"tags nested more than {_DEEPEST} deep; no story is")
    return events


def _is_closed(events: Sequence[Event], index: int, end: int) -> bool:
    """Is an element that HTML leaves open closed all the same? In feeds `link` holds text."""
    after = next((event for event in events[index + 1 : min(end, index + 8)] if event.kind in ("open", "close")), None)
    return after is not None and after.kind == "close" and after.name == events[index].name


class Element(NamedTuple):
    """A stretch of events from an opening tag to its closing one."""

    name: str
    attributes: Mapping[str, str]
    first: int
    last: int


def find_elements(events: Sequence[Event], names: frozenset[str], first: int = 0, last: int = -1) -> Iterator[Element]:
    """Elements of these names, outermost first and in order; an unclosed one reaches to the end."""
    end = len(events) if last < 0 else last
    index = first
    while index < end:
        event = events[index]
        if event.kind == "open" and event.name in names:
            close = _closing(events, index, end)
            yield Element(event.name, event.attributes, index, close)
        index += 1


def _closing(events: Sequence[Event], index: int, end: int) -> int:
    name, depth = events[index].name, 0
    if name in VOID and not _is_closed(events, index, end):
        return index
    for at in range(index, end):
        event = events[at]
        if event.name == name:
            depth += 1 if event.kind == "open" else -1
            if depth == 0:
                return at
    return end - 1


def plain(source: str, events: Sequence[Event], element: Element) -> str:
    """The text of an element in one line, entities read."""
    parts = [source[e.start : e.end] for e in events[element.first : element.last + 1] if e.kind in ("text", "cdata")]
    return " ".join(unescape("".join(parts)).split())
