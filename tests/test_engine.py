"""What holds of any text: no story raises, places lie inside it, and the same story gives the same findings."""

from __future__ import annotations

import datetime
import itertools
import pickle

import pytest
from dateutil import parser as dateutil_parser
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck import Analysis, Checker, Document, Finding
from factcheck.dates import find_times

CHECKER = Checker()

WORDS = st.sampled_from(
    [
        *(
            "Monday",
            "July",
            "5",
            "2019",
            "2918",
            "February 30",
            "last",
            "week",
            "year",
            "the",
            "President",
            "Ole Brandt",
        ),
        *(
            "said",
            "on",
            "in",
            "from",
            "to",
            "two",
            "killed",
            "%",
            "rose",
            "19",
            "\n\n",
            ".",
            ",",
            "“",
            "”",
            '"',
            "(",
            ")",
        ),
        *("1990s", "aged", "born", "died", "yesterday", "3/4/2019", "25:61", "²", "٣", "\u202e", "Mr", "Mrs", "his"),
        *("million", "km", "miles", "10th", "anniversary", "Dr.", "U.S.", "発", "é", "\x00", "—", "-", "31st"),
    ]
)
NEWSLIKE = st.lists(WORDS, max_size=60).map(" ".join)
ANY_TEXT = st.one_of(st.text(max_size=400), NEWSLIKE)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check(text: str, title: str = "", published: datetime.date | None = None) -> tuple[Analysis, tuple[Finding, ...]]:
    document = Document("story", text, title, published)
    analysis = CHECKER.check(document)
    return analysis, (*analysis.findings, *CHECKER.compare(analysis.claims))


@settings(max_examples=250, deadline=None)
@given(ANY_TEXT, st.one_of(st.just(""), ANY_TEXT), st.one_of(st.none(), st.dates()))
@example("²²²² ٣ July ٢٠١٩ ² km", "", None)
@example("On \ud800 July 5, 2918 \udfff", "\ud83d", datetime.date.max)
@example("In 0000, 9999 and 10000 they met on December 31, 9999.", "", datetime.date.min)
def test_no_text_raises_and_every_place_lies_inside(text: str, title: str, published: datetime.date | None) -> None:
    analysis, findings = check(text, title, published)
    document = analysis.document
    spans = [
        *(time.span for time in analysis.times),
        *(mention.span for mention in analysis.mentions),
        *(claim.span for claim in analysis.claims),
        *(finding.span for finding in findings),
        *(fix.span for finding in findings for fix in finding.fixes),
        *(side.span for finding in findings for side in finding.related if side.document == "story"),
        *(dateline.span for dateline in analysis.datelines if dateline.span),
    ]
    for start, end, field in spans:
        assert 0 <= start <= end <= len(document.field(field))
    for things in (analysis.times, analysis.mentions):
        for before, after in itertools.pairwise(things):
            assert before.span.field != after.span.field or before.span.end <= after.span.start
    for time in analysis.times:
        assert time.text == document.cut(time.span)


@settings(max_examples=60, deadline=None)
@given(NEWSLIKE, st.one_of(st.none(), DAYS))
def test_same_story_gives_the_same_twice(text: str, published: datetime.date | None) -> None:
    assert check(text, published=published) == check(text, published=published)


@settings(max_examples=200, deadline=None)
@given(DAYS, st.sampled_from(("{month} {day}, {year}", "{day} {month} {year}", "{iso}", "{short} {day}, {year}")))
def test_written_day_is_read_as_the_calendar_has_it(day: datetime.date, form: str) -> None:
    month = MONTHS[day.month - 1]
    short = month if month == "May" else month[:3] + "."
    written = form.format(month=month, short=short, day=day.day, year=day.year, iso=day.isoformat())
    (time,) = find_times(f"They signed it on {written} in the town hall.")
    assert time.interval is not None
    assert time.interval.start == day == dateutil_parser.parse(written).date()
    assert time.value == day.isoformat()


@settings(max_examples=100, deadline=None)
@given(DAYS, st.integers(-300, 0))
def test_story_with_right_dates_has_no_finding(published: datetime.date, offset: int) -> None:
    day = published + datetime.timedelta(offset)
    text = (
        f"The two towns signed the treaty on {WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}, {day.year}. "
        f"It took effect at once, and the ferry has run ever since."
    )
    _, findings = check(text, published=published)
    assert [finding.message for finding in findings if finding.severity != "info"] == []


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(1, 6))
def test_every_wrong_weekday_is_found(day: datetime.date, off: int) -> None:
    wrong = WEEKDAYS[(day.weekday() + off) % 7]
    text = f"The two towns signed the treaty on {wrong}, {MONTHS[day.month - 1]} {day.day}, {day.year}."
    _, findings = check(text, published=day)
    assert [finding.rule for finding in findings if finding.severity == "error"] == ["DAT003"]
    (fix, *_) = findings[0].fixes
    assert (text[: fix.span.start] + fix.text + text[fix.span.end :]).count(WEEKDAYS[day.weekday()]) == 1


def test_every_story_of_a_run_is_checked() -> None:
    stories = [
        Document(f"story-{n}", "They met on February 30, 2019.", published=datetime.date(2019, 3, 6)) for n in (1, 2)
    ]
    assert [(finding.document, finding.rule) for finding in CHECKER.run(stories)] == [
        ("story-1", "DAT001"),
        ("story-2", "DAT001"),
    ]


def test_checker_and_analysis_pickle() -> None:
    document = Document("story", "They met on February 30, 2019.", published=datetime.date(2019, 3, 6))
    analysis = CHECKER.check(document)
    assert pickle.loads(pickle.dumps(CHECKER)).check(document) == analysis
    assert pickle.loads(pickle.dumps(analysis)) == analysis


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\x00" * 100, "a" * 100_000, "2019 " * 5_000, '"' * 5_000])
def test_odd_texts_are_checked_quickly_and_quietly(text: str) -> None:
    _, findings = check(text)
    assert [finding for finding in findings if finding.severity == "error"] == []


@pytest.mark.stress
def test_ten_megabytes_of_one_line_are_checked() -> None:
    text = "The ferry left the quay on Friday, July 5, 2019, with 40 people on board, and Ole Brandt waved. " * 100_000
    analysis, _ = check(text, published=datetime.date(2019, 7, 6))
    assert len(analysis.times) >= 100_000
