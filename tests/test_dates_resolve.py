"""How times are read: directions, histories, lists, ranges, numeric orders."""

from __future__ import annotations

import datetime

import pytest

from factcheck.dates import find_times
from factcheck.dates.find import find_expressions, locate
from factcheck.dates.near import ranges, weekday_pairs
from factcheck.model import Interval

SATURDAY = datetime.date(2019, 7, 6)


def _values(text: str, published: datetime.date | None = SATURDAY) -> list[str]:
    return [time.value for time in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister resigned on Saturday.", "2019-07-06"),
        ("The minister resigned on Sunday.", "2019-06-30"),
        ("The minister will resign on Monday.", "2019-07-08"),
        ("The offer stands until Tuesday.", "2019-07-09"),
    ],
)
def test_weekday_is_the_latest_one_unless_the_clause_looks_forward(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("They met on Dec. 30.", datetime.date(2019, 1, 4), "2018-12-30"),
        ("They meet on Jan. 4.", datetime.date(2018, 12, 30), "2019-01-04"),
        ("They met on June 5.", SATURDAY, "2019-06-05"),
    ],
)
def test_month_and_day_are_the_closest(text: str, published: datetime.date, value: str) -> None:
    assert _values(text, published) == [value]


def test_month_alone_follows_the_tense() -> None:
    assert _values("Sales fell in March.") == ["2019-03"]
    assert _values("The vote was held in November, he said.", datetime.date(2019, 3, 1)) == ["2018-11"]
    assert _values("The bridge will open in April.") == ["2020-04"]


def test_history_takes_the_year_from_its_text() -> None:
    text = "The war began on 1 September 1939. Two days later Britain joined. In October the campaign ended."
    assert _values(text, None) == ["1939-09-01", "1939-09-03", "1939-10"]


def test_history_counts_seasons_and_years_on() -> None:
    text = (
        "In 1939 he left. The following spring he returned. Three years later, in May, he died. That month it rained."
    )
    assert _values(text, None) == ["1939", "1940-SP", "1943", "1943-05", "1943-05"]


def test_day_cannot_be_counted_from_a_year() -> None:
    (_, day) = find_times("In 1939 he left. The next day he was back.", None)
    assert (day.value, day.interval) == ("XXXX-XX-XX", None)


def test_times_of_day_join_their_day() -> None:
    assert _values("It struck at 9 a.m. Tuesday, and again on Wednesday night.") == [
        "2019-07-02T09:00",
        "2019-07-03TNI",
    ]


def test_list_shares_month_and_year() -> None:
    assert _values("On July 5 and 6, 2018, and in 2003, 2005 and 2009.") == [
        "2018-07-05",
        "2018-07-06",
        "2003",
        "2005",
        "2009",
    ]


def test_numeric_dates_follow_the_order_that_another_one_proves() -> None:
    assert _values("Paid 25/03/2019 and 04/03/2019.") == ["2019-03-25", "2019-03-04"]
    assert _values("Paid 03/25/2019 and 04/03/2019.") == ["2019-03-25", "2019-04-03"]


def test_numeric_date_of_the_day_of_writing_decides_its_order() -> None:
    assert _values("Posted 06/07/2019.") == ["2019-07-06"]


def test_ambiguous_numeric_date_is_marked() -> None:
    (time,) = find_times("Paid on 03/04/2018.", SATURDAY)
    assert time.written.order == "mdy?"


def test_interval_has_the_granularity_that_was_said() -> None:
    (time,) = find_times("It grew last year.", SATURDAY)
    assert time.interval == Interval(datetime.date(2018, 1, 1), datetime.date(2019, 1, 1))


def test_calendar_ends_raise_nothing() -> None:
    for day in (datetime.date.min, datetime.date.max):
        find_times(
            "yesterday, tomorrow, last week, next month, Friday, 90 years ago, 9999 years from now, 0000, Dec. 31", day
        )


RANGES = {
    "He ruled from 2013 to 2009.": [("2013", "2009", "from")],
    "The 1953-1950 term ended.": [("1953", "1950", "hyphen")],
    "The fair (9-5 July) opens.": [("9", "5 July", "hyphen")],
    "Open July 9-5 only.": [("July 9", "5", "hyphen")],
    "It ran between 1950 and 1953.": [("1950", "1953", "between")],
    "From March 20, 2002 to April 20, 1987 they fought.": [("March 20, 2002", "April 20, 1987", "from")],
    "From 1990 until 1995.": [("1990", "1995", "from")],
    "They met in 1990 and 1995.": [],
}


@pytest.mark.parametrize(("text", "expected"), RANGES.items())
def test_ranges_keep_both_ends_as_written(text: str, expected: list[tuple[str, str, str]]) -> None:
    times = find_expressions(text)
    assert [(times[r.first].text, times[r.second].text, r.joint) for r in ranges(text, times)] == expected


PAIRS = {
    "On Friday, July 5, 2019, they met.": ("Friday, July 5, 2019", "Friday, July 5, 2019"),
    "On Friday (July 5) they met.": ("Friday", "July 5"),
    "On July 5 (Friday) they met.": ("Friday", "July 5"),
    "Sat 06th July 2019": ("Sat 06th July 2019", "Sat 06th July 2019"),
    "They met on Friday the 5th of July.": ("Friday the 5th of July", "Friday the 5th of July"),
}


@pytest.mark.parametrize(("text", "expected"), PAIRS.items())
def test_weekday_and_date_are_paired_in_any_order(text: str, expected: tuple[str, str]) -> None:
    times = find_expressions(text)
    assert [(times[p.weekday].text, times[p.date].text) for p in weekday_pairs(text, times)] == [expected]


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("Friday, July 5, 2918", "year", "2918"),
        ("Friday, July 5, 2918", "weekday", "Friday"),
        ("Friday, July 5, 2918", "month", "July"),
        ("5th of July 2019", "day", "5th"),
        ("2019-13-05", "month", "13"),
        ("25/3/2019", "day", "25"),
        ("the 2920s", "year", "2920s"),
    ],
)
def test_field_is_located_in_the_text(words: str, name: str, expected: str) -> None:
    text = f"It was on {words}."
    (expression,) = find_expressions(text)
    span = locate(expression, name)
    assert span is not None
    assert text[span.start : span.end] == expected
