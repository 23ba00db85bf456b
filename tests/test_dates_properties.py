"""Any text is read without error, in one pass; generated dates agree with datetime and dateutil."""

from __future__ import annotations

import datetime
import random
import time

import pytest
from dateutil import parser
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from factcheck.dates import find_times
from factcheck.dates.find import find_expressions
from factcheck.dates.holidays import holiday_date

WORDS = (
    "July 5 2019 , . - – ( ) ' ’ Friday friday May may March sat Sun last next the of in to and from 2918 1090 20010 30 33 ago"
    " year years week day quarter first 9:30 a.m. 10 p.m. BC noon Christmas every each twice a half 1/2 2.5 '86 1950-53"
    " 2019-07-05 5/7/2019 25:61 99:99 00:00 0 000 ² ٣ İ ß \n \n\n 1980s nineties decade nearly more than Q3 today now"
).split(" ")
soup = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text()
days = st.dates(datetime.date(1901, 1, 1), datetime.date(2035, 12, 31))


@given(soup, st.none() | st.dates())
def test_any_text_gives_ordered_times_inside_it_and_the_same_twice(text: str, published: datetime.date | None) -> None:
    times = find_times(text, published)
    end = 0
    for found in times:
        assert end <= found.span.start < found.span.end <= len(text)
        assert text[found.span.start : found.span.end] == found.text
        end = found.span.end
    assert find_times(text, published) == times


@given(soup, st.sampled_from(["en", "es"]))
def test_any_locale_reads_any_text(text: str, locale: str) -> None:
    for found in find_expressions(text, locale):
        assert text[found.span.start : found.span.end] == found.text


SPELLINGS = (
    "%B %d, %Y",
    "%d %B %Y",
    "%b %d, %Y",
    "%d %b %Y",
    "%A, %B %d, %Y",
    "%a %d %B %Y",
    "%Y-%m-%d",
    "%B %d %Y",
    "%d-%b-%Y",
)


@given(days, st.sampled_from(SPELLINGS))
def test_full_date_agrees_with_datetime_and_dateutil(day: datetime.date, spelling: str) -> None:
    words = day.strftime(spelling)
    (found,) = find_times(f"It happened on {words}.", datetime.date(2019, 7, 6))
    assert found.text == words
    assert found.value == day.isoformat() == parser.parse(words).date().isoformat()
    assert found.interval is not None
    assert found.interval.start == day


@given(days, st.integers(-240, 110))
def test_month_and_day_told_of_the_past_find_their_year(published: datetime.date, distance: int) -> None:
    day = published + datetime.timedelta(distance)
    (found,) = find_times(f"It happened on {day:%B %d}.", published)
    assert found.value == day.isoformat()


@given(days, st.integers(0, 6))
def test_past_weekday_is_at_most_six_days_back(published: datetime.date, back: int) -> None:
    day = published - datetime.timedelta(back)
    (found,) = find_times(f"It happened on {day:%A}.", published)
    assert found.value == day.isoformat()


@given(st.integers(1583, 4099))
def test_easter_days_agree_with_dateutil(year: int) -> None:
    assert holiday_date("easter", year) == easter(year)
    assert holiday_date("goodfriday", year) == easter(year) - datetime.timedelta(2)


ADVERSARIAL = {
    "July": "July ",
    "digits": "1",
    "letters": "a",
    "commas": "2019, ",
    "numbers": "12 ",
    "hyphens": "5-",
    "blank lines": "\n",
    "spaces": " ",
    "the": "the ",
    "dots": "a.",
    "quarters": "first-",
    "clocks": "9:",
    "apostrophes": "'8",
}


@pytest.mark.parametrize("unit", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def spent(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        find_times(text, datetime.date(2019, 7, 6))
        return time.process_time() - start

    spent(20_000)
    small, large = min(spent(50_000) for _ in range(2)), spent(400_000)
    assert large < 0.1 or large < 25 * small


@pytest.mark.stress
@pytest.mark.parametrize("unit", [*ADVERSARIAL.values()], ids=ADVERSARIAL)
def test_ten_megabytes_of_one_thing(unit: str) -> None:
    find_times(unit * (10_000_000 // len(unit)), datetime.date(2019, 7, 6))


def test_long_mixed_text_is_read_in_seconds() -> None:
    dice = random.Random(7)
    text = " ".join(dice.choices(WORDS, k=100_000))
    start = time.process_time()
    find_times(text, datetime.date(2019, 7, 6))
    assert time.process_time() - start < 20
