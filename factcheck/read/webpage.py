"""A web page to one document: the story's blocks, its title, and the dates that the page states about itself.

An `article`, `main` or `articleBody` element is the story; else the whole body less menus and the like, of
which trafilatura, where installed, chooses the story's blocks. Positions are kept throughout.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from factcheck.model import Document, Origin, Problem
from factcheck.read.markup import Element, Event, find_elements, plain, read_events
from factcheck.read.source import Options, Source, decode
from factcheck.read.weave import Weave
from factcheck.stamps import find_packed, find_stamps

BLOCKS = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th blockquote pre figure "
    "figcaption address hr br body time".split()
)
"""Tags that begin a paragraph of their own; `br` and `time` so that a date line stays one."""

_SKIPPED = frozenset(
    "script style noscript template svg math nav aside footer form button select option iframe object head menu "
    "dialog canvas audio video".split()
)
_STORIES = frozenset({"article", "main"})
_DATE_NAMES = frozenset(
    "article:published_time article:modified_time og:updated_time datepublished datemodified date pubdate publishdate "
    "publish-date publication_date dc.date dc.date.issued dcterms.created dcterms.modified dcterms.date "
    "parsely-pub-date sailthru.date last-modified lastmod cxenseparse:recs:publishtime".split()
)


def read_page(source: Source, options: Options) -> Iterator[Document | Problem]:
    """The story of a page, and a note where its encoding had to be guessed."""
    decoded = decode(source.read())
    if decoded.note:
        yield Problem(source.path, decoded.note, fatal=False)
    origin = Origin(source.path, decoded.text, encoding=decoded.encoding, newline=decoded.newline, form="markup")
    yield make_page(source.path, decoded.text, origin)


def make_page(name: str, source: str, origin: Origin) -> Document:
    """The document of a page's source. Raises Refused for markup that cannot be read."""
    events = read_events(source)
    story = _story(source, events)
    heading = _heading(events, story)
    title = Weave("title")
    if heading:
        weave_element(source, events, heading, title, frozenset())
    text = weave_story(source, events, story, heading)
    if story.name not in _STORIES and "itemprop" not in story.attributes:
        text = _chosen(source, events, story, heading) or text
    page_title = title.text.strip() or next(
        (plain(source, events, found) for found in find_elements(events, frozenset({"title"}))), ""
    )
    return Document(
        name,
        text.text,
        title.text if title.text.strip() else page_title,
        language=_language(events),
        origin=_with_pieces(origin, (*text.pieces, *title.pieces)),
        metadata=tuple(_dates(source, events, story)),
    )


def _with_pieces(origin: Origin, pieces: tuple[tuple[str, int, int, int], ...]) -> Origin:
    return Origin(
        origin.path,
        origin.source,
        pieces,
        origin.first_line,
        origin.first_column,
        origin.encoding,
        origin.newline,
        origin.form,
    )


def _story(source: str, events: Sequence[Event]) -> Element:
    """The element that holds the story: the longest article, else main, else the body, else all."""
    stories = list(find_elements(events, _STORIES))
    stories += [
        element
        for element in find_elements(events, frozenset({"div", "section"}))
        if element.attributes.get("itemprop", "").lower() == "articlebody"
    ]
    if stories:
        return max(stories, key=lambda element: _size(events, element))
    bodies = list(find_elements(events, frozenset({"body"})))
    return bodies[0] if bodies else Element("", {}, 0, len(events) - 1)


def _size(events: Sequence[Event], element: Element) -> int:
    return sum(e.end - e.start for e in events[element.first : element.last + 1] if e.kind == "text")


def _heading(events: Sequence[Event], story: Element) -> Element | None:
    """The first top heading in the story, else on the page."""
    inside = next(find_elements(events, frozenset({"h1"}), story.first, story.last + 1), None)
    return inside or next(find_elements(events, frozenset({"h1"})), None)


def weave_story(source: str, events: Sequence[Event], story: Element, heading: Element | None) -> Weave:
    """The story's paragraphs, without its heading."""
    skipped = frozenset() if heading is None else frozenset(range(heading.first, heading.last + 1))
    weave = Weave()
    weave_element(source, events, story, weave, skipped)
    return weave


def weave_element(
    source: str, events: Sequence[Event], element: Element, weave: Weave, skipped: frozenset[int] | frozenset[Any]
) -> None:
    """Add the text of an element to a weave, each block a paragraph; menus, scripts and the like are left out."""
    index = element.first
    waiting = False
    while index <= element.last and index < len(events):
        event = events[index]
        if index in skipped:
            index += 1
            continue
        if event.kind == "open" and event.name in _SKIPPED and index != element.first:
            found = next(find_elements(events, frozenset({event.name}), index, element.last + 1), None)
            index = found.last + 1 if found else index + 1
            waiting = True
            continue
        if event.name in BLOCKS and event.kind != "text":
            waiting = True
        elif event.kind == "text":
            if waiting and source[event.start : event.end].strip():
                weave.break_line()
                waiting = False
            if not waiting and not (not source[event.start : event.end].strip() and weave.ends_in_space()):
                weave.copy_markup(source, event.start, event.end)
        index += 1
    weave.close(events[min(element.last, len(events) - 1)].start if events else 0)


def _chosen(source: str, events: Sequence[Event], story: Element, heading: Element | None) -> Weave | None:
    """The blocks that trafilatura takes for the story; None where it is not installed or finds nothing."""
    try:
        import trafilatura  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None
    extracted = trafilatura.extract(source, include_comments=False, include_tables=True)
    if not extracted:
        return None
    wanted = {" ".join(line.lstrip("-• ").split()) for line in extracted.splitlines()}
    skipped: set[int] = set() if heading is None else set(range(heading.first, heading.last + 1))
    run: list[int] = []
    for index in range(story.first, min(story.last + 2, len(events))):
        event = events[index]
        if event.kind == "text":
            run.append(index)
        elif event.name in BLOCKS or index == story.last + 1:
            if (
                run
                and " ".join(unescape("".join(source[events[i].start : events[i].end] for i in run)).split())
                not in wanted
            ):
                skipped.update(run)
            run = []
    weave = Weave()
    weave_element(source, events, story, weave, frozenset(skipped))
    return weave if weave.text.strip() else None


def _language(events: Sequence[Event]) -> str:
    return next((e.attributes.get("lang", "") for e in events if e.kind == "open" and e.name == "html"), "")


def _dates(source: str, events: Sequence[Event], story: Element) -> Iterator[tuple[str, datetime.date]]:
    """Dates that the page states about itself: JSON-LD first, then meta elements, then the story's `time`."""
    for element in find_elements(events, frozenset({"script"})):
        if "ld+json" in element.attributes.get("type", ""):
            yield from _linked_dates(source[events[element.first].end : events[element.last].start])
    for event in events:
        if event.kind == "open" and event.name == "meta":
            label = (
                event.attributes.get("property")
                or event.attributes.get("name")
                or event.attributes.get("itemprop")
                or ""
            ).lower()
            if label in _DATE_NAMES and (day := read_stated(event.attributes.get("content", ""))):
                yield label, day
    for event in events[story.first : story.last]:
        if (
            event.kind == "open"
            and event.name == "time"
            and ("pubdate" in event.attributes or "datepublished" in event.attributes.get("itemprop", "").lower())
        ):
            if day := read_stated(event.attributes.get("datetime", "")):
                yield "time", day
            return


def _linked_dates(text: str) -> Iterator[tuple[str, datetime.date]]:
    """The dates of the first article in a JSON-LD script."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return
    for item in _items(found):
        kinds = item.get("@type", "")
        if "Article" not in str(kinds) and "Posting" not in str(kinds):
            continue
        for label in ("datePublished", "dateModified"):
            if isinstance(item.get(label), str) and (day := read_stated(item[label])):
                yield label, day
        return


def _items(found: object) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD text: itself, those of a list, those of its graph."""
    for item in found if isinstance(found, list) else [found]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def read_stated(value: str) -> datetime.date | None:
    """The day of a metadata value in ISO, RFC 822, packed or written form; None for anything else."""
    value = value.strip()[:60]
    stamp = next((stamp for stamp in find_stamps(value, 0, len(value)) if stamp.day), None)
    return stamp.day if stamp else find_packed(value.partition("T")[0])
