"""Tables for people: the time expressions, claims and rules, drawn to fit the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from factcheck.model import Analysis, Claim, Document, Interval, Place, Quantity, Role, Rule, Span, TimeExpression
from factcheck.report.look import COLOURS, Look, draw, joined
from factcheck.report.printable import printable
from factcheck.report.spoken import ONE_DAY, spoken_dateline

FindPlace = Callable[[Document, Span], Place]


def times_table(analysis: Analysis, find_place: FindPlace, look: Look) -> str:
    """The time expressions of one story: where, as written, as read, the days meant, and how that was got."""
    table = _table(look, "line", "written", "value", "days", "read")
    for time in analysis.times:
        place = find_place(analysis.document, time.span)
        dim = "dim" if analysis.is_furniture(time.span) else ""
        cells = (f"{place.line}:{place.column}", time.text, _value(time), days(time.interval), time.anchor)
        table.add_row(*_cells(cells), style=dim)
    return draw([_head(analysis, look), table if analysis.times else Text("   no time expressions", "dim"), ""], look)


def claims_table(analysis: Analysis, find_place: FindPlace, look: Look) -> str:
    """The claims of one story: where, of whom, what, and the days for which it holds."""
    table = _table(look, "line", "who or what", "says", "value", "holds", "stance")
    for claim in analysis.claims:
        place = find_place(analysis.document, claim.span)
        held = days(claim.possible)
        cells = (f"{place.line}:{place.column}", claim.name, claim.attribute, spoken_value(claim), held, claim.stance)
        table.add_row(*_cells(cells))
    return draw([_head(analysis, look), table if analysis.claims else Text("   no claims", "dim"), ""], look)


def timeline_table(name: str, entries: Iterable[Sequence[Any]], look: Look) -> str:
    """One person's roles and days, oldest first: when, what, who says so; known facts dim, conflicts with their rules.

    An entry is (days, what, documents, name, known, conflicts).
    """
    table = _table(look, "days", "what", "in", "conflicts")
    for held, what, documents, _, known, conflicts in entries:
        sources = ", ".join(documents[:3]) + (f" and {len(documents) - 3} more" if len(documents) > 3 else "")
        cells = [*_cells((days(held), what, sources)), Text(" ".join(conflicts), "red")]
        table.add_row(*cells, style="dim" if known else "")
    return draw([Text(printable(name), "bold"), table, ""], look)


def rules_table(rules: Iterable[Rule], look: Look) -> str:
    """All rules: code, name, severity, and what a finding of each says."""
    table = _table(look, "code", "name", "severity", "says")
    for rule in rules:
        colour = COLOURS[rule.severity]
        table.add_row(
            Text(rule.code, "bold"), rule.name, Text(rule.severity, colour), Text(printable(rule.message), "dim")
        )
    return draw([table], look)


def days(interval: Interval | None) -> str:
    """An interval in ISO days, its last day included: "2019-07-05", "2019-07-01 to 2019-07-31"."""
    if interval is None:
        return ""
    start, end = interval
    last = end - ONE_DAY if end and end.toordinal() > 1 else end
    if start and last:
        return f"{start}" if start == last else f"{start} to {last}"
    return f"from {start}" if start else f"to {last}" if last else "any day"


def spoken_value(claim: Claim) -> str:
    """What a claim says, in a few words."""
    match claim.value:
        case Role() as role:
            return ", ".join(part for part in (role.title, role.organisation, role.place) if part)
        case Quantity() as quantity:
            return quantity.written or f"{quantity.low:g} {quantity.unit} {quantity.noun}".strip()
        case Interval() as interval:
            return days(interval)
    return str(claim.value)


def _value(time: TimeExpression) -> str:
    return f"{time.value} ({time.mod})" if time.mod else time.value


def _head(analysis: Analysis, look: Look) -> Text:
    dot = look.signs.dot
    return joined(
        (printable(analysis.document.id), "bold"), f" {dot} ", (spoken_dateline(analysis.dateline, dot), "dim")
    )


def _table(look: Look, *columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD if look.unicode else box.ASCII, pad_edge=False, header_style="bold")
    for number, column in enumerate(columns):
        table.add_column(column, no_wrap=number == 0, overflow="fold")
    return table


def _cells(words: Iterable[str]) -> Iterator[Text]:
    return (Text(printable(word)) for word in words)
