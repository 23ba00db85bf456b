"""Two drawings in SVG: the dates of a story against its own, and the offices of a person over the years.

Colours are classes, so that the page's style sheet gives them in light and dark.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from html import escape

from factcheck.model import Claim, Day, Interval, Role
from factcheck.report.printable import printable
from factcheck.report.spoken import ONE_DAY, spoken_day

WIDTH = 720
MARGIN = 16
ROW = 26
LABEL = 15
MOST_ROWS = 12
LETTER = 9
"""Units a letter takes at most, on a phone; letters are larger there."""

Dot = tuple[Interval, str, str]
"""Days, the words, and the class to draw it in."""


def dates_drawing(dots: Sequence[Dot], dateline: Interval | None) -> str:
    """The story's dates on a line, its own date as a bar across; dates far outside stand at the ends. "" for none."""
    dated = [dot for dot in dots if dot[0].start or dot[0].end]
    if not dated:
        return ""
    low, high = _frame([_middle(dot[0]) for dot in dated], dateline)
    parts = [f'<line class="axis" x1="{MARGIN}" x2="{WIDTH - MARGIN}" y1="40" y2="40"/>']
    if dateline:
        parts += _own_date(dateline, low, high)
    for interval, words, kind in dated:
        day = _middle(interval)
        x = _x(day, low, high)
        outside = " outside" if not low <= day.toordinal() <= high else ""
        tip = escape(f"{printable(words)}: {_spoken(interval)}")
        parts.append(f'<circle class="{kind}{outside}" cx="{x:.1f}" cy="40" r="5"><title>{tip}</title></circle>')
    parts += _ends(low, high, 66)
    return _svg(76, parts, "The story's dates on a line of time")


def offices_drawing(claims: Iterable[Claim], dated: Interval | None) -> str:
    """A bar for each office of the claims: solid where surely held, faint where perhaps. "" for none."""
    rows: dict[tuple[str, str, Interval, Interval | None], None] = {}
    for claim in claims:
        if isinstance(claim.value, Role) and any(claim.possible):
            role = claim.value.written or ", ".join(part for part in claim.value[:3] if part)
            source = claim.document if claim.grade == "story" else "known"
            rows[f"{claim.name}: {role}", source, claim.possible, claim.certain] = None
    if not rows:
        return ""
    shown = list(rows)[:MOST_ROWS]
    days = [day for row in shown for day in (*row[2], *(row[3] or ())) if day]
    low, high = _frame(days, dated)
    parts: list[str] = []
    for number, (role, source, possible, certain) in enumerate(shown):
        y = number * ROW + LABEL
        kind = "known" if source == "known" else "said"
        tip = escape(f"{printable(role)}: {_spoken(possible)} ({printable(source)})")
        parts.append(f'<text x="{MARGIN}" y="{y}">{escape(_short(printable(role)))}</text>')
        parts.append(_bar(possible, low, high, y + 4, f"{kind} maybe", tip))
        if certain:
            parts.append(_bar(certain, low, high, y + 4, kind, tip))
    height = len(shown) * ROW + LABEL
    parts += _ends(low, high, height + 8)
    return _svg(height + 16, parts, "Offices over the years")


def _short(words: str) -> str:
    """The words as far as a row holds them; the whole stands in the bar's tip."""
    most = (WIDTH - MARGIN) // LETTER
    return words if len(words) <= most else words[: most - 1] + "…"


def _frame(days: Iterable[Day], dateline: Interval | None) -> tuple[int, int]:
    """First and last day of the drawing: those of most dates and the dateline, with a little room."""
    numbers = sorted(day.toordinal() for day in days)
    middle = next((day.toordinal() for day in dateline or () if day), numbers[len(numbers) // 2])
    near = [number for number in numbers if abs(number - middle) < 366 * 60] or [middle]
    low, high = min(*near, middle), max(*near, middle)
    room = max(20, (high - low) // 12)
    return max(1, low - room), min(datetime.date.max.toordinal(), high + room)


def _middle(interval: Interval) -> Day:
    start, end = interval
    if start and end:
        return datetime.date.fromordinal((start.toordinal() + end.toordinal()) // 2)
    return start or end or datetime.date.min


def _x(day: Day, low: int, high: int) -> float:
    part = (day.toordinal() - low) / max(1, high - low)
    return MARGIN + min(1.0, max(0.0, part)) * (WIDTH - 2 * MARGIN)


def _own_date(dateline: Interval, low: int, high: int) -> list[str]:
    left, right = (_x(day, low, high) if day else None for day in dateline)
    left = MARGIN if left is None else left
    right = WIDTH - MARGIN if right is None else right
    tip = escape(f"the story's date: {_spoken(dateline)}")
    width = max(3.0, right - left)
    room = LETTER * len(tip)
    at, anchor = (left, "start") if left + room < WIDTH else (max(left, min(room, WIDTH - MARGIN)), "end")
    return [
        f'<rect class="dateline" x="{left:.1f}" y="22" width="{width:.1f}" height="36"><title>{tip}</title></rect>',
        f'<text x="{at:.1f}" y="{LABEL}" text-anchor="{anchor}">{tip}</text>',
    ]


def _bar(interval: Interval, low: int, high: int, y: int, kind: str, tip: str) -> str:
    start, end = interval
    left = _x(start, low, high) if start else MARGIN
    right = _x(end, low, high) if end else WIDTH - MARGIN
    width = max(3.0, right - left)
    return f'<rect class="{kind}" x="{left:.1f}" y="{y}" width="{width:.1f}" height="6"><title>{tip}</title></rect>'


def _ends(low: int, high: int, y: int) -> list[str]:
    first, last = datetime.date.fromordinal(low), datetime.date.fromordinal(high)
    return [
        f'<text class="end" x="{MARGIN}" y="{y}">{first.year}</text>',
        f'<text class="end" x="{WIDTH - MARGIN}" y="{y}" text-anchor="end">{last.year}</text>',
    ]


def _spoken(interval: Interval) -> str:
    start, end = interval
    if start and end:
        last = end - ONE_DAY
        return spoken_day(start) if start == last else f"{spoken_day(start)} to {spoken_day(last)}"
    return f"from {spoken_day(start)}" if start else f"until {spoken_day(end)}" if end else "any day"


def _svg(height: int, parts: Sequence[str], name: str) -> str:
    return f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(name)}">{"".join(parts)}</svg>\n'
