"""Every example of every shape of every locale, and what is no time at all."""

from __future__ import annotations

import datetime

import pytest

from factcheck.dates import en, es, find_times
from factcheck.dates.find import find_expressions
from factcheck.dates.resolve import resolve

REFERENCE = datetime.date(2019, 7, 6)
"""Saturday, July 6, 2019: the day at which examples are read."""

EXAMPLES = [
    pytest.param(locale.LOCALE.name, *example.rsplit(" = ", 1), id=f"{locale.LOCALE.name}-{example}")
    for locale in (en, es)
    for pattern in locale.PATTERNS
    for example in pattern.examples
]


@pytest.mark.parametrize(("locale", "words", "value"), EXAMPLES)
def test_example_is_one_time_with_its_value(locale: str, words: str, value: str) -> None:
    times = resolve(words, find_expressions(words, locale), REFERENCE)
    assert [(time.text, time.value) for time in times] == [(words, value)]


ONE_VALUE = {
    "2019-07-05": (
        "July 5, 2019", "5 July 2019", "July 5th, 2019", "the 5th of July 2019", "5th July, 2019", "Jul. 5, 2019", "Jul 5 2019",
        "Friday, July 5, 2019", "Friday 5 July 2019", "Fri 5th Jul 2019", "2019-07-05", "5-Jul-2019", "05.07.2019",
        "July 5", "5 July", "July 5th", "Friday, July 5", "Friday July 5", "yesterday", "Friday", "last Friday", "JULY 5, 2019",
    ),
    "2018": ("last year", "2018", "a year ago", "one year ago", "early 2018", "late 2018", "the end of 2018", "mid-2018"),
    "2019-07": ("this month", "July", "July 2019", "early this month", "later this month", "July this year", "the end of July"),
    "P2Y": ("two years", "2 years", "two-year", "nearly two years", "about two years", "the past two years", "the next two years"),
    "P3M": ("three months", "3 months", "the last three months", "more than three months"),
    "198": ("the 1980s", "the '80s", "the late 1980s", "the eighties", "the early eighties"),
    "19": ("the 20th century", "the twentieth century", "the early 20th century"),
}  # fmt: skip


@pytest.mark.parametrize(("value", "words"), [(value, words) for value, many in ONE_VALUE.items() for words in many])
def test_many_spellings_have_one_value(value: str, words: str) -> None:
    times = find_times(f"The council met {words}.", REFERENCE)
    assert [time.value for time in times] == [value]


NO_TIMES = (
    "You may go, and they may march.",
    "They sat on the second bench; we, too.",
    "It cost $1995 and £2,010.",
    "The score was 21-14 and later 3-2.",
    "He lives at 1600 Pennsylvania Avenue.",
    "A 22-year-old man and his 9-month-old son.",
    "The team is 35 years old.",
    "As soon as possible, he said.",
    "About 3000 homes and 2500 people were hit.",
    "The Boeing 747 and the A320.",
    "About three-quarters of the voters agreed.",
    "The ratio is 1999:1 and the price 0.1995.",
    "She spoke with Jan Novak and May Chen.",
    "He is in his 30s.",
    "A quarter of the seats are empty.",
    "The index fell 6.43, to 437.68.",
)


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert [time.text for time in find_times(text, REFERENCE)] == []


IMPOSSIBLE = {
    "They met on February 30.": ("February 30", (None, 2, 30)),
    "It was June 31, 2019.": ("June 31, 2019", (2019, 6, 31)),
    "Signed 2019-13-05.": ("2019-13-05", (2019, 13, 5)),
    "On March 33 he left.": ("March 33", (None, 3, 33)),
    "On 29 February 2019 it rained.": ("29 February 2019", (2019, 2, 29)),
}


@pytest.mark.parametrize(("text", "expected"), IMPOSSIBLE.items())
def test_impossible_date_keeps_its_fields_and_has_no_interval(
    text: str, expected: tuple[str, tuple[int | None, int, int]]
) -> None:
    (time,) = find_times(text, REFERENCE)
    assert (time.text, time.written[1:4], time.interval) == (*expected, None)


IMPLAUSIBLE = {
    "The call on July 5, 2918 was short.": ("July 5, 2918", 2918),
    "He was elected in 2918 by a wide margin.": ("2918", 2918),
    "The town was founded in 1090, a year after the fire.": ("1090", 1090),
    "It opened in 20010.": ("20010", 20010),
    "The fashion of the 2920s returned.": ("the 2920s", 2920),
}


@pytest.mark.parametrize(("text", "expected"), IMPLAUSIBLE.items())
def test_implausible_year_survives(text: str, expected: tuple[str, int]) -> None:
    found = [(time.text, time.written.year) for time in find_times(text, REFERENCE)]
    assert expected in found
