"""HTML and XML to events with their places: tags opened and closed, text, each with its stretch of the source.

The standard library's lenient parser is used for both: it keeps positions and expands no entities, so a file
of nested entities cannot grow. A document type that declares entities is refused all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from typing import NamedTuple

from factcheck.read.source import Refused

_DEEPEST = 2000
_ENTITY = re.compile(r"<!ENTITY\b")


class Event(NamedTuple):
    """`kind` is open, close or text; `name` the tag in small letters; `start` up to `end` its stretch of the source."""

    kind: str
    name: str
    attributes: Mapping[str, str]
    start: int
    end: int


_EMPTY: Mapping[str, str] = {}

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""HTML tags that hold nothing and are never closed."""


class _Listener(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source = source
        self.events: list[Event] = []
        self.starts = [0, *(match.end() for match in re.finditer("\n", source))]

    def here(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def _note(self, kind: str, name: str, attributes: Mapping[str, str], length: int) -> None:
        start = self.here()
        self.events.append(Event(kind, name, attributes, start, start + length))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text = self.get_starttag_text() or ""
        self._note("open", tag, {name: value or "" for name, value in attrs} if attrs else _EMPTY, len(text))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._note("close", tag, _EMPTY, 0)

    def handle_endtag(self, tag: str) -> None:
        self._note("close", tag, _EMPTY, 0)

    def handle_data(self, data: str) -> None:
        self._note("text", "", _EMPTY, len(data))

    def handle_entityref(self, name: str) -> None:
        start = self.here()
        length = len(name) + 1
        length += self.source[start + length : start + length + 1] == ";"
        self._note("text", "", _EMPTY, length)

    def handle_charref(self, name: str) -> None:
        start = self.here()
        length = len(name) + 2
        length += self.source[start + length : start + length + 1] == ";"
        self._note("text", "", _EMPTY, length)

    def unknown_decl(self, data: str) -> None:
        if data.startswith("CDATA["):
            start = self.here() + len("<![CDATA[")
            self.events.append(Event("cdata", "", _EMPTY, start, start + len(data) - len("CDATA[")))


def read_events(source: str) -> list[Event]:
    """The events of a source, in its order. Raises Refused for entity declarations and for nesting beyond reason."""
    if _ENTITY.search(source, 0, 100_000):
        raise Refused("declares entities of its own, which may hide a bomb; expand them and save the file again")
    listener = _Listener(source)
    try:
        listener.feed(source)
        listener.close()
    except (AssertionError, ValueError, RecursionError):
        raise Refused("markup that cannot be read; mend it or save the text as .txt") from None
    depth = 0
    for event in listener.events:
        depth += (event.kind == "open" and event.name not in VOID) - (event.kind == "close")
        if depth > _DEEPEST:
            raise Refused(f"tags nested more than {_DEEPEST} deep; no story is")
    return listener.events


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
    from html import unescape

    parts = [source[e.start : e.end] for e in events[element.first : element.last + 1] if e.kind in ("text", "cdata")]
    return " ".join(unescape("".join(parts)).split())
