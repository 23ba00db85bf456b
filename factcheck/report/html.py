"""`html`: one page that needs nothing else. Each story with its findings marked in the text and explained beside it.

What a story says is escaped and made printable; the page's own style and script are `page.css` and `page.js`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from factcheck.model import Dateline, Finding, Interval, Related, Span
from factcheck.report.printable import printable
from factcheck.report.result import Result, Story
from factcheck.report.spoken import ONE_DAY, count, spoken_dateline
from factcheck.report.timelines import dates_drawing, offices_drawing

SHOWN_FIXES = 4
REACH = 160
"""Characters of a quotation shown on either side of its words."""


class Mark(NamedTuple):
    """A stretch of a story to mark: its name on the page, its class, and the finding that it belongs to."""

    span: Span
    name: str
    kind: str
    finding: str


def html(result: Result) -> Iterator[str]:
    """The page, a piece a story."""
    yield _head(result)
    marks = _marks(result)
    numbers = {finding: number for number, finding in enumerate(result.findings)}
    groups = result.by_story()
    for name, story in (*result.stories.items(), *result.background.items()):
        if name in marks:
            yield _story(result, story, groups.get(name, []), marks[name], numbers)
    yield f"</main>\n<script>\n{_asset('page.js')}</script>\n</body>\n</html>\n"


def _head(result: Result) -> str:
    levels = "".join(
        f'<button type="button" class="level {severity}" data-level="{severity}" aria-pressed="true">'
        f"{len(findings)} {severity}</button>"
        for severity, findings in result.by_severity().items()
    )
    extent = f"{count(len(result.stories), 'story', 'stories')}, {count(result.words, 'word')}"
    hit = len(result.by_story())
    verdict = f"{hit} with findings, {len(result.stories) - hit} without" if result.findings else "nothing found"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'\">\n"
        f"<title>factcheck: {escape(extent)}</title>\n<style>\n{_asset('page.css')}</style>\n</head>\n<body>\n"
        f"<header><h1>factcheck</h1><p>{escape(extent)} checked; {verdict}.</p>"
        f'<nav aria-label="Severities">{levels}</nav></header>\n<main>\n'
    )


def _marks(result: Result) -> dict[str, list[Mark]]:
    """The marks of every story that has any: findings, and the other sides of findings elsewhere."""
    marks: dict[str, list[Mark]] = {}
    for number, finding in enumerate(result.findings):
        name = f"f{number}"
        marks.setdefault(finding.document, []).append(Mark(finding.span, name, finding.severity, name))
        for index, side in enumerate(finding.related):
            if result.story(side.document):
                marks.setdefault(side.document, []).append(Mark(side.span, f"{name}-{index}", "side", name))
    return marks


def _story(
    result: Result, story: Story, findings: Sequence[Finding], marks: Sequence[Mark], numbers: dict[Finding, int]
) -> str:
    document = story.document
    path = document.origin.path if document.origin else document.id
    name = path if path == document.id else f"{path} · {document.id}"
    title = _marked(document.title, [mark for mark in marks if mark.span.field == "title"])
    heading = f"<h2>{title or _safe(name)}</h2>"
    about = f"<p class=where>{_safe(name)} · {_safe(spoken_dateline(story.dateline, '·'))}</p>"
    text = _marked(document.text, [mark for mark in marks if mark.span.field == "text"])
    cards = "".join(_card(result, story, finding, numbers[finding]) for finding in findings)
    return (
        f"<article>\n{heading}\n{about}\n{_dates(story, findings)}"
        f"<div class=columns><div class=text>{text}</div>\n<div class=cards>{cards}</div></div>\n</article>\n"
    )


def _marked(text: str, marks: Sequence[Mark]) -> str:
    """The text as HTML, cut at the ends of all marks, so that marks may overlap."""
    cuts = sorted({0, len(text), *(place for mark in marks for place in mark.span[:2])})
    begun: set[str] = set()
    pieces = []
    for start, end in pairwise(cuts):
        over = [mark for mark in marks if mark.span.start < end and start < mark.span.end]
        words = "\n".join(_safe(line) for line in text[start:end].split("\n"))
        for mark in over:
            name = "" if mark.name in begun else f' id="{mark.name}"'
            begun.add(mark.name)
            words = f'<mark{name} class="{mark.kind}" data-finding="{mark.finding}">{words}</mark>'
        pieces.append(words)
    empty = "".join(f'<span id="{mark.name}"></span>' for mark in marks if mark.name not in begun)
    return empty + "".join(pieces)


def _card(result: Result, story: Story, finding: Finding, number: int) -> str:
    """One finding: what it says, both sides, the ways out, the offices in question."""
    name = f"f{number}"
    sides = [_side(result, Related(finding.document, finding.span, "here"), finding.severity, name)]
    sides += [_side(result, side, "side", f"{name}-{index}") for index, side in enumerate(finding.related)]
    quotations = f"<div class=sides>{''.join(sides)}</div>" if finding.related else ""
    fixes = "".join(
        f"<li><del>{_safe(story.document.cut(fix.span))}</del> <ins>{_safe(fix.text)}</ins></li>"
        for fix in finding.fixes[:SHOWN_FIXES]
    )
    drawing = offices_drawing(
        result.roles.get((finding.rule, finding.document, finding.span), ()), _days(story.dateline)
    )
    return (
        f'<section class="card {finding.severity}" data-level="{finding.severity}">'
        f"<h3><span class=level>{finding.severity}</span> {finding.rule} <small>{_safe(finding.name)}</small></h3>"
        f'<p>{_safe(finding.message)} <a href="#{name}">line {_line(result, finding)}</a></p>'
        f"{quotations}{f'<ul class=fixes>{fixes}</ul>' if fixes else ''}{drawing}</section>\n"
    )


def _side(result: Result, side: Related, kind: str, name: str) -> str:
    """A quotation with a jump to where it stands; of a known fact, its words."""
    story = result.story(side.document)
    note = f"<figcaption>{_safe(side.note)}</figcaption>" if side.note else ""
    if story is None:
        return f"<figure><cite>known facts</cite><blockquote>{_safe(side.text)}</blockquote>{note}</figure>"
    words, (start, end, _) = story.document.field(side.span.field), side.span
    before, after = (
        words[max(0, start - REACH) : start].rpartition("\n")[2],
        words[end : end + REACH].partition("\n")[0],
    )
    quoted = f'{_safe(before)}<b class="{kind}">{_safe(words[start:end])}</b>{_safe(after)}'
    where = f'<a href="#{name}">{_where(result, side.document, side.span)}</a>'
    when = _safe(spoken_dateline(story.dateline, "·", brief=True))
    return f"<figure><cite>{where} · {when}</cite><blockquote>{quoted}</blockquote>{note}</figure>"


def _where(result: Result, document: str, span: Span) -> str:
    place = result.place(document, span)
    return _safe(f"{place.path}:{place.line}:{place.column}" if place else document)


def _line(result: Result, finding: Finding) -> str:
    place = result.place(finding.document, finding.span)
    return f"{place.line}:{place.column}" if place else ""


def _dates(story: Story, findings: Iterable[Finding]) -> str:
    """The drawing of the story's dates, those that a finding is about in its colour."""
    spans = [(finding.span, finding.severity) for finding in findings]
    dots = []
    for time in story.times:
        if time.interval and time.type in ("DATE", "TIME"):
            kind = next((level for span, level in spans if _touch(span, time.span)), "date")
            dots.append((time.interval, time.text, kind))
    return dates_drawing(dots, _days(story.dateline))


def _touch(one: Span, other: Span) -> bool:
    return one.field == other.field and one.start < other.end and other.start < one.end


def _days(dateline: Dateline | None) -> Interval | None:
    """The days that a story may be of."""
    if dateline is None:
        return None
    if dateline.interval:
        return dateline.interval
    return Interval(dateline.date, dateline.date + ONE_DAY) if dateline.date else None


def _safe(words: str) -> str:
    return escape(printable(words))


def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
