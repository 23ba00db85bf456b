"""Dates as page lines, wire lines, addresses and file names write them; days out, with their places.

Header dates stand alone on a line, in many languages, with the year or, on the wire, without it. Prose has
its own finder (`factcheck.dates`). A day that the calendar lacks is no stamp.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.patterns import Pattern

_MONTH_WORDS = (
    "january jan janvier janv januar jänner enero ene gennaio gen janeiro",
    "february feb février févr fevrier fev februar febrero febbraio fevereiro",
    "march mar mars märz mrz marzo março marco",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio",
    "june jun juin juni junio giugno giu junho",
    "july jul juillet juil juli julio luglio lug julho",
    "august aug août aout agosto ago",
    "september sept sep septembre septiembre setiembre settembre set setembro",
    "october oct octobre oktober okt octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec décembre déc dezember dez diciembre dic dicembre dezembro",
)
MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS, 1) for word in words.split()}
"""Month names and their short forms, small letters without a full stop, in the languages of the big agencies."""

_NAME = r"[^\W\d_]{3,10}"
_STAMP = Pattern(
    # 2019-07-06, 2025年04月08日
    r"(?<!\d)(?P<y1>\d{4})\s?(?P<sep>[-./年])\s?(?P<m1>\d{1,2})\s?(?:(?P=sep)|月)\s?(?P<d1>\d{1,2})日?(?!\d)"
    # 06th July, 2019; 18 jun
    r"|(?<!\d)(?P<d2>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ \xa0]+(?:of |de )?"
    rf"(?P<m2>{_NAME})\b\.?,?(?:[ \xa0]+(?:de )?(?P<y2>\d{{4}})(?!\d))?"
    # Jan. 5; April 8, 2022
    rf"|(?<![^\W\d_])(?P<m3>{_NAME})\.?[ \xa0]+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])"
    r"(?:,?[ \xa0]+(?P<y3>\d{4})(?![\d:]))?"
    # 31/12/2014
    r"|(?<!\d)(?P<a>\d{1,2})(?P<sep2>[/.-])(?P<b>\d{1,2})(?P=sep2)(?P<y4>\d{4})(?!\d)"
)

_DIGIT = Pattern(r"\d")
_PACKED = Pattern(r"(?<![0-9A-Za-z])((?:19|20)[0-9]{2})([-_./]?)([0-9]{2})\2([0-9]{2})(?![0-9A-Za-z])")
"""2019-07-06, 2019_07_06, 20190706, /2019/07/06/ in file names and addresses."""


class Stamp(NamedTuple):
    """A date at `start` up to `end`; `day` is None where no year is written."""

    start: int
    end: int
    month: int
    day_of_month: int
    day: datetime.date | None

    def near(self, around: datetime.date) -> datetime.date:
        """The stamp's own day, or the one of the year that brings it nearest to another day."""
        if self.day:
            return self.day
        days = [day for year in (-1, 0, 1) if (day := make_day(around.year + year, self.month, self.day_of_month))]
        return min(days, key=lambda day: abs(day - around), default=around)


def find_stamps(text: str, start: int, end: int) -> Iterator[Stamp]:
    """Dates in a stretch of header text, in order."""
    if not _DIGIT.search(text, start, end):
        return
    at = start
    while match := _STAMP.search(text, at, end):
        stamp = _stamp(match)
        if stamp:
            yield stamp
        # "Sat 06th July 2019": what looked like a month was none, and the date begins behind it
        at = match.end() if stamp else (match.end("m3") if match["m3"] else match.end())


def _stamp(match: re.Match[str]) -> Stamp | None:
    if match["y1"]:
        year, month, day = int(match["y1"]), int(match["m1"]), int(match["d1"])
    elif match["y4"]:
        first, second = int(match["a"]), int(match["b"])
        if first <= 12 and second <= 12 and first != second:
            return None
        year, month, day = int(match["y4"]), *((second, first) if first > 12 else (first, second))
    else:
        month = MONTHS.get((match["m2"] or match["m3"]).lower(), 0)
        day = int(match["d2"] or match["d3"])
        year = int(match["y2"] or match["y3"] or 0)
        if not month or not make_day(year or 2000, month, day):
            return None
    written = make_day(year, month, day) if year else None
    return Stamp(match.start(), match.end(), month, day, written) if written or not year else None


def find_packed(name: str) -> datetime.date | None:
    """The day in a file name or an address; None where it holds none, or two different ones."""
    days = {make_day(int(match[1]), int(match[3]), int(match[4])) for match in _PACKED.finditer(name)} - {None}
    return days.pop() if len(days) == 1 else None


def make_day(year: int, month: int, day: int) -> datetime.date | None:
    """A day of the calendar; None where it has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def read_odd_date(line: str) -> datetime.date | None:
    """The day of a label-stripped date line in a language or form that the patterns above lack, by dateparser.

    Only whole, absolute dates count: "two hours ago" would need a clock.
    """
    import dateparser

    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
    try:
        found = dateparser.parse(line[:60], settings=settings)
    except (ValueError, OverflowError, RecursionError):
        return None
    return found.date() if found else None
