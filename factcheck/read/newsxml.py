"""XML files to documents: NITF, NewsML-G2, RSS and Atom, told apart by their outermost element."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence

from factcheck.model import Document, Origin, Problem
from factcheck.read.markup import Element, Event, find_elements, plain, read_events
from factcheck.read.source import Decoded, Options, Refused, Source, decode
from factcheck.read.weave import Pieces, Weave, compose
from factcheck.read.webpage import make_page, read_stated, weave_element
from factcheck.stamps import find_stamps

Maker = Callable[[str, Decoded, Sequence[Event]], Iterator[Document | Problem]]


def read_xml(source: Source, options: Options) -> Iterator[Document | Problem]:
    """The stories of a news file or feed, in order. Raises Refused for any other XML."""
    decoded = decode(source.read())
    events = read_events(decoded.text)
    root = next((event.name for event in events if event.kind == "open"), "")
    maker = MAKERS.get(root.rpartition(":")[2])
    if maker is None:
        kinds = "NITF, NewsML-G2, RSS or Atom"
        raise Refused(f"XML that is no news ({kinds}); its outermost element is {root or 'missing'}", foreign=True)
    if decoded.note:
        yield Problem(source.path, decoded.note, fatal=False)
    used = 0
    for item in maker(source.path, decoded, events):
        used += isinstance(item, Document)
        yield item
    if not used:
        raise Refused("no story with a text in it")


def _find(events: Sequence[Event], name: str, within: Element | None = None) -> Element | None:
    """The first element of a name, inside another where one is given."""
    names = frozenset({name, f"nitf:{name}"})
    if within is None:
        return next(find_elements(events, names), None)
    return next(find_elements(events, names, within.first + 1, within.last + 1), None)


def _document(
    name: str,
    path: str,
    decoded: Decoded,
    events: Sequence[Event],
    body: Element,
    heading: Element | None,
    dates: Iterator[tuple[str, datetime.date]],
    language: str = "",
) -> Document:
    text, title = Weave(), Weave("title")
    weave_element(decoded.text, events, body, text, frozenset())
    if heading:
        weave_element(decoded.text, events, heading, title, frozenset())
    origin = Origin(
        path,
        decoded.text,
        (*text.pieces, *title.pieces),
        encoding=decoded.encoding,
        newline=decoded.newline,
        form="markup",
    )
    return Document(name, text.text, title.text, language=language, origin=origin, metadata=tuple(dates))


def _nitf(path: str, decoded: Decoded, events: Sequence[Event]) -> Iterator[Document | Problem]:
    """The one story of a NITF file: dateline, content and title; a note where a date and its label differ."""
    content = _find(events, "body.content")
    if content is None:
        return
    line = _find(events, "dateline")
    body = Element("", {}, line.first, content.last) if line and line.last < content.first else content
    heading = _find(events, "hl1") or _find(events, "title")
    yield _document(path, path, decoded, events, body, heading, _nitf_dates(events))
    for chron in find_elements(events, frozenset({"chron"})):
        words = plain(decoded.text, events, chron)
        day = next((stamp.day for stamp in find_stamps(words, 0, len(words))), None)
        label = read_stated(chron.attributes.get("norm", ""))
        if day and label and day != label:
            number = decoded.text.count("\n", 0, events[chron.first].start) + 1
            yield Problem(path, f'"{words}" carries the label {chron.attributes["norm"]}', fatal=False, line=number)


def _nitf_dates(events: Sequence[Event]) -> Iterator[tuple[str, datetime.date]]:
    for name in ("date.issue", "story.date", "date.release"):
        for element in find_elements(events, frozenset({name})):
            if day := read_stated(element.attributes.get("norm", "")):
                yield name, day
                break


def _newsml(path: str, decoded: Decoded, events: Sequence[Event]) -> Iterator[Document]:
    """The news items of a NewsML-G2 file whose content is inline text or markup."""
    items = list(find_elements(events, frozenset({"newsitem"}))) or [Element("", {}, 0, len(events) - 1)]
    for number, item in enumerate(items):
        inline = _find(events, "inlinexml", item) or _find(events, "inlinedata", item)
        if inline is None:
            continue
        body = _find(events, "body.content", inline) or _find(events, "body", inline) or inline
        heading = _find(events, "headline", item)
        dates = _labelled_dates(decoded.text, events, item, ("contentcreated", "firstcreated", "versioncreated"))
        name = path if len(items) == 1 else item.attributes.get("guid") or f"{path}:{number}"
        yield _document(name, path, decoded, events, body, heading, dates, item.attributes.get("xml:lang", ""))


def _labelled_dates(
    source: str, events: Sequence[Event], item: Element, names: Sequence[str]
) -> Iterator[tuple[str, datetime.date]]:
    """Dates that elements of an item hold as text; a version's date counts as an update where another is told."""
    told = False
    for name in names:
        element = _find(events, name, item)
        if element and (day := read_stated(plain(source, events, element))):
            yield (f"{name}, updated" if told and name == "versioncreated" else name), day
            told = True


def _feed(path: str, decoded: Decoded, events: Sequence[Event]) -> Iterator[Document]:
    """The entries of an RSS or Atom feed: full content where the feed has it, else the summary."""
    for number, item in enumerate(find_elements(events, frozenset({"item", "entry"}))):
        body = next(
            (
                found
                for name in ("content:encoded", "content", "description", "summary")
                if (found := _find(events, name, item))
            ),
            None,
        )
        if body is None:
            continue
        identity = _find(events, "guid", item) or _find(events, "id", item) or _find(events, "link", item)
        name = plain(decoded.text, events, identity) if identity else ""
        dates = tuple(_labelled_dates(decoded.text, events, item, ("pubdate", "published", "dc:date", "updated")))
        document = _entry(name or f"{path}:{number}", path, decoded, events, body, _find(events, "title", item), dates)
        if document.text.strip():
            yield document


def _entry(
    name: str,
    path: str,
    decoded: Decoded,
    events: Sequence[Event],
    body: Element,
    heading: Element | None,
    dates: tuple[tuple[str, datetime.date], ...],
) -> Document:
    """An entry whose body is markup written as text, escaped or in CDATA, or markup outright."""
    inner, pieces = _unescaped(decoded.text, events, body, "text")
    page = make_page(name, inner, Origin(path, inner))
    assert page.origin is not None
    text_pieces = compose(tuple(piece for piece in page.origin.pieces if piece[0] == "text"), pieces)
    title, title_pieces = _unescaped(decoded.text, events, heading, "title") if heading else ("", ())
    origin = Origin(
        path,
        decoded.text,
        (*text_pieces, *title_pieces),
        encoding=decoded.encoding,
        newline=decoded.newline,
        form="feed",
    )
    return Document(name, page.text, title, origin=origin, metadata=dates)


def _unescaped(source: str, events: Sequence[Event], element: Element, field: str) -> tuple[str, Pieces]:
    """The text between an element's tags as it reads with its entities resolved once, tags inside it kept."""
    weave = Weave(field)
    for event in events[element.first + 1 : element.last]:
        if event.kind == "cdata" or event.kind == "open":
            weave.copy(source, event.start, event.end)
        elif event.kind == "text":
            weave.copy_markup(source, event.start, event.end, fold=False)
        elif event.kind == "close":
            weave.insert(f"</{event.name}>")
    weave.close(events[element.last].start if element.last < len(events) else len(source))
    return weave.text, weave.pieces


MAKERS: Mapping[str, Maker] = {
    "nitf": _nitf,
    "newsmessage": _newsml,
    "newsitem": _newsml,
    "rss": _feed,
    "feed": _feed,
    "rdf": _feed,
}
"""Outermost element to the function that makes its stories."""
