"""`text`: the report for people. Stories one after the other, each finding with the words it is about,
the other side beside it where that stands in another story, and a sum at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factcheck.model import Document, Finding, Fix, Related, Span
from factcheck.report.excerpt import Row, broken, excerpt
from factcheck.report.look import COLOURS, Look, draw, joined
from factcheck.report.printable import printable
from factcheck.report.result import Result, Story
from factcheck.report.spoken import count, spoken_dateline

SIDE_BY_SIDE = 76
"""Cells below which two quotations stand one under the other."""

OTHER = "magenta"
"""The colour of the other side of a conflict."""

KNOWN = "known facts"
"""The heading of a side that stands in no story."""

INDENT = 3

GUTTER = 7
"""Cells before the bar of a quotation, for the number of its line."""

MANY = 40
"""Characters above which a fix shows only the words that change."""


def text(result: Result, look: Look, quiet: bool = False) -> Iterator[str]:
    """The report, a piece a story, and the sum at the end unless `quiet`."""
    for document, findings in result.by_story().items():
        parts: list[RenderableType] = []
        if story := result.story(document):
            parts += _story_head(story, look)
        for finding in findings:
            parts += _finding(result, finding, look)
        yield draw(parts, look)
    if not quiet:
        yield draw([*_summary(result, look)], look)


def finding_text(result: Result, finding: Finding, look: Look) -> str:
    """One finding as the report shows it."""
    return draw([*_finding(result, finding, look)], look)


def _story_head(story: Story, look: Look) -> Iterator[RenderableType]:
    name = _name(story, look)
    head = joined((look.signs.rule * 2 + " ", "dim"), (name, "bold"), " ")
    yield joined(head, (look.signs.rule * max(2, look.width - head.cell_len), "dim"))
    if story.document.title:
        yield _indented(joined((printable(story.document.title), "italic")))
    yield _indented(joined((spoken_dateline(story.dateline, look.signs.dot), "dim")))
    yield ""


def _name(story: Story, look: Look) -> str:
    """A story's path, and its id where the path does not say which story of the file it is."""
    document = story.document
    path = document.origin.path if document.origin else document.id
    return printable(path if document.id == path else f"{path} {look.signs.dot} {document.id}")


def _finding(result: Result, finding: Finding, look: Look) -> Iterator[RenderableType]:
    colour = COLOURS[finding.severity]
    sign = f"{getattr(look.signs, finding.severity)} {finding.severity}"
    head = joined(" ", (sign, f"bold {colour}"), "  ", (finding.rule, "bold"), " ", (finding.name, "dim"))
    where = Text(_where(result, finding.document, finding.span), "dim")
    gap = look.width - head.cell_len - where.cell_len
    yield joined(head, " " * gap, where) if gap > 1 else head
    yield _indented(Text(printable(finding.message)))
    if gap <= 1:
        yield _indented(where)
    near = [side for side in finding.related if side.document == finding.document]
    far = [side for side in finding.related if side.document != finding.document]
    yield ""
    own = Related(finding.document, finding.span, "")
    parts = [
        *(_side_by_side(result, own, far, colour, look) if far else ()),
        *_in_story(result, None if far else own, near, colour, look),
        *_fixes(result, finding, look),
    ]
    yield from [*parts, ""] if parts else []


def _where(result: Result, document: str, span: Span) -> str:
    place = result.place(document, span)
    return printable(f"{place.path}:{place.line}:{place.column}" if place else document)


def _in_story(
    result: Result, own: Related | None, near: Sequence[Related], colour: str, look: Look
) -> Iterator[RenderableType]:
    """The quotation at a finding, then the other sides in the same story: the line of each, or
    only its note where the words are marked already."""
    shown: set[Span] = set()
    if own:
        rows = _rows(result, own, tuple(side.span for side in near), 3, look)
        shown = {own.span, *(mark.span for row in rows for mark in row.marks)}
        yield from _quotation(result, own, rows, colour, look)
    for side in near:
        if side.span not in shown:
            yield from _quotation(result, side, _rows(result, side, (), 1, look), OTHER, look)
        elif side.note:
            yield from _note(" " * GUTTER, side.note, OTHER, look)


def _rows(result: Result, side: Related, others: tuple[Span, ...], rows: int, look: Look) -> tuple[Row, ...]:
    """The rows of an excerpt around one side; none where it stands in no words of a story."""
    story = result.story(side.document)
    if story is None or side.span.start == side.span.end:
        return ()
    field = side.span.field
    spans = tuple(dict.fromkeys(span for span in others if span.field == field and span != side.span))
    return excerpt(story.document.field(field), side.span, spans, look.width - GUTTER - 2, rows)


def _quotation(result: Result, side: Related, rows: Sequence[Row], colour: str, look: Look) -> Iterator[RenderableType]:
    """Rows with the number of their line before and a line under the marked words; then the note."""
    place = result.place(side.document, side.span)
    gutter = f"{place.line:>{GUTTER - 1}} " if place and rows else " " * GUTTER
    bar = (f"{look.signs.bar} ", "dim")
    note = Text(printable(side.note), colour)
    for row in rows:
        yield joined((gutter, "dim"), bar, _words(row, side.span, colour, look))
        gutter = " " * GUTTER
        if row.marks:
            under = _underline(row, side.span, look)
            fits = row.marks[-1].last and GUTTER + under.cell_len + note.cell_len + 3 <= look.width
            if under.plain.strip() or (fits and note.plain):
                yield joined(gutter, bar, under, " " if fits else "", note if fits else "")
            note = Text("") if fits else note
    if note.plain:
        yield from _note(gutter, side.note, colour, look)


def _note(gutter: str, note: str, colour: str, look: Look) -> Iterator[RenderableType]:
    """A note behind the bar, broken into as many lines as it takes."""
    for _, _, words in broken(printable(note), max(8, look.width - GUTTER - 2)):
        yield joined((gutter, "dim"), (f"{look.signs.bar} ", "dim"), (words.rstrip(), colour))
        gutter = " " * GUTTER


def _words(row: Row, main: Span, colour: str, look: Look) -> Text:
    words = Text(row.text if look.unicode else row.text.replace("…", "~"))
    for mark in row.marks:
        words.stylize(f"bold underline {colour}" if mark.span == main else f"underline {OTHER}", *mark.words)
    return words


def _underline(row: Row, main: Span, look: Look) -> Text:
    """Signs under the marked words; blanks where colour underlines the words themselves."""
    end = max(mark.end for mark in row.marks)
    cells = [" "] * (row.marks[-1].start - 1 if look.colour else end)
    for mark in () if look.colour else row.marks:
        sign = look.signs.under if mark.span == main else look.signs.other
        cells[mark.start : mark.end] = sign * (mark.end - mark.start)
    return Text("".join(cells))


def _side_by_side(
    result: Result, own: Related, far: Sequence[Related], colour: str, look: Look
) -> Iterator[RenderableType]:
    """The quotation at a finding and those in other stories, two beside each other where there is room."""
    columns = 2 if look.width >= SIDE_BY_SIDE else 1
    width = (look.width - INDENT - 3 * (columns - 1)) // columns
    cells = [Group(*_side(result, side, colour if side is own else OTHER, width, look)) for side in (own, *far)]
    grid = Table.grid(padding=(0, 3, 0, 0))
    for _ in range(columns):
        grid.add_column(width=width)
    for start in range(0, len(cells), columns):
        grid.add_row(*cells[start : start + columns])
        if start + columns < len(cells):
            grid.add_row("")
    yield Padding(grid, (0, 0, 0, INDENT))


def _side(result: Result, side: Related, colour: str, width: int, look: Look) -> Iterator[RenderableType]:
    """One quotation: where it stands, of what day, and the words."""
    story = result.story(side.document)
    where = _where(result, side.document, side.span) if story else KNOWN
    yield Text(where, "bold", overflow="ellipsis", no_wrap=True)
    if story:
        yield Text(spoken_dateline(story.dateline, look.signs.dot, brief=True), "dim")
        for row in excerpt(story.document.field(side.span.field), side.span, (), width, 5):
            yield _words(row, side.span, colour, look)
            if row.marks and not look.colour:
                yield _underline(row, side.span, look)
    elif side.text:
        yield Text(printable(side.text))
    if side.note and not (story and side.note == story.document.cut(side.span)):
        yield Text(printable(side.note), OTHER)


def _fixes(result: Result, finding: Finding, look: Look) -> Iterator[RenderableType]:
    """The ways out, best first: the words as they stand and as they would stand."""
    story = result.story(finding.document)
    if story is None or not finding.fixes:
        return
    line = Text()
    ways = groupby(finding.fixes[:4], key=lambda fix: _around(finding, fix))
    for number, (around, fixes) in enumerate(ways):
        line.append("   or   " if number else "", "dim")
        line.append(printable(story.document.cut(around)) or "add", "dim")
        line.append(f" {look.signs.arrow} ", "dim")
        for index, fix in enumerate(fixes):
            line.append(" or " if index else "", "dim")
            line.append_text(_mended(story.document, around, fix))
    grid = Table.grid(padding=(0, 3, 0, 0))
    grid.add_row(Text("fix", "bold green"), line)
    yield Padding(grid, (0, 0, 0, INDENT))


def _around(finding: Finding, fix: Fix) -> Span:
    """The words to show a fix in: the finding's where they are few, else only those that change."""
    span, change = finding.span, fix.span
    inside = span.field == change.field and span.start <= change.start and change.end <= span.end
    return span if inside and span.end - span.start <= MANY else change


def _mended(document: Document, around: Span, fix: Fix) -> Text:
    words = document.field(around.field)
    before, after = words[around.start : fix.span.start], words[fix.span.end : around.end]
    changed = (printable(fix.text) or ("" if before or after else "nothing"), "bold green")
    return joined((printable(before), "green"), changed, (printable(after), "green"))


def _summary(result: Result, look: Look) -> Iterator[RenderableType]:
    extent = f"{count(len(result.stories), 'story', 'stories')}, {count(result.words, 'word')}"
    if not result.stories:
        yield Text("No story was checked.")
        return
    if not result.findings:
        yield joined((f"{look.signs.tick} ", "bold green"), f"Nothing found in {extent}.")
        return
    yield joined((look.signs.rule * look.width, "dim"))
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(2):
        grid.add_column(no_wrap=True, justify="right" if _ else "left")
    grid.add_column()
    for severity, findings in result.by_severity().items():
        if findings:
            rules = Counter(f"{finding.rule} {finding.name}" for finding in findings)
            named = ", ".join(f"{rule} ({number})" if number > 1 else rule for rule, number in sorted(rules.items()))
            sign = getattr(look.signs, severity)
            grid.add_row(
                Text(f" {sign} {severity}", f"bold {COLOURS[severity]}"), str(len(findings)), Text(named, "dim")
            )
    yield grid
    hit = len(result.by_story())
    yield joined(f" {extent} checked; {hit} with findings, {len(result.stories) - hit} without.")


def _indented(words: Text) -> Padding:
    return Padding(words, (0, 0, 0, INDENT))
