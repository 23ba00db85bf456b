"""Days, datelines and counts in words, as a newsroom writes them."""

from __future__ import annotations

import datetime

from factcheck.model import Dateline
from factcheck.report.printable import printable

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ONE_DAY = datetime.timedelta(1)


def spoken_day(day: datetime.date) -> str:
    """ "July 6, 2019", whatever the language of the machine."""
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def spoken_dateline(dateline: Dateline | None, dot: str, brief: bool = False) -> str:
    """A story's date, place and agency, and where the date was read unless `brief`; parted by dots."""
    if dateline is None or not (dateline.date or dateline.interval):
        return "no date stated"
    parts = [_when(dateline)]
    if not brief:
        place = ", ".join(word for word in (dateline.place, dateline.agency) if word)
        source = {"argument": "date given by the caller", "inferred": "inferred"}
        parts += [place, source.get(dateline.source, f"from the {dateline.source}")]
    return f" {dot} ".join(printable(part) for part in parts if part)


def _when(dateline: Dateline) -> str:
    if dateline.date:
        return f"{_WEEKDAYS[dateline.date.weekday()]}, {spoken_day(dateline.date)}"
    start, end = dateline.interval or (None, None)
    if start and end:
        return f"between {spoken_day(start)} and {spoken_day(end - ONE_DAY)}"
    return f"after {spoken_day(start)}" if start else f"before {spoken_day(end)}" if end else "no date stated"


def count(number: int, one: str, many: str = "") -> str:
    """ "1 story", "2,134 words"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
