"""What the date rules share: year slips, edits in the writer's style, ages across sentences, hostile text."""

from __future__ import annotations

import datetime

import pytest

from factcheck import Checker, Document, Finding
from factcheck.checks.edits import ordinal
from factcheck.checks.years import likely_years, one_slip
from factcheck.dates.interval import one_day
from factcheck.model import Written

CHECKER = Checker(select=["DAT"], facts=False)
SATURDAY = datetime.date(2019, 7, 6)


def check(text: str, published: datetime.date | None = SATURDAY, title: str = "") -> list[Finding]:
    return list(CHECKER.run([Document("story", text, title, published)]))


def applied(text: str, finding: Finding, number: int = 0) -> str:
    fix = finding.fixes[number]
    return text[: fix.span.start] + fix.text + text[fix.span.end :]


def test_one_slip_swaps_changes_and_drops_a_digit() -> None:
    assert {"2019", "2081", "2108"} <= one_slip("2018")
    assert "2010" in one_slip("20010")
    assert "2018" not in one_slip("2018")


def test_year_beside_a_day_near_the_story_comes_first() -> None:
    written = Written("date", 2918, 7, 5)
    assert likely_years("2918", written, one_day(SATURDAY))[0] == 2019


def test_year_that_the_weekday_fits_comes_first() -> None:
    written = Written("date", 2108, 7, 5, 3)
    assert likely_years("2108", written, one_day(SATURDAY))[0] == 2018


def test_scrambled_decade_is_two_slips_away() -> None:
    assert 1970 in likely_years("2790", Written("decade", 2790), one_day(SATURDAY))[:3]


@pytest.mark.parametrize(("number", "written"), [(1, "1st"), (12, "12th"), (22, "22nd"), (2053, "2,053rd")])
def test_ordinals(number: int, written: str) -> None:
    assert ordinal(number) == written


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("It opens on Mon., July 5, 2019.", "It opens on Fri., July 5, 2019."),
        ("It opens on MONDAY, JULY 5, 2019.", "It opens on FRIDAY, JULY 5, 2019."),
        ("It opens on Monday, July 5th, 2019.", "It opens on Friday, July 5th, 2019."),
    ],
)
def test_weekday_is_mended_in_the_style_of_the_text(text: str, fixed: str) -> None:
    assert applied(text, check(text)[0]) == fixed


def test_day_is_mended_with_its_ending() -> None:
    text = "It opens on Monday, July 5th, 2019."
    assert "It opens on Monday, July 8th, 2019." in [applied(text, check(text)[0], n) for n in (0, 1, 2)]


def test_one_slip_is_one_finding() -> None:
    found = check("On Monday, July 5, 2918, they met; nobody knew.")
    assert [finding.rule for finding in found] == ["DAT002"]


def test_age_in_the_headline_meets_the_birth_in_the_body() -> None:
    found = check("Ann Smith was born in Leeds in 1950.", title="Ann Smith, 42, wins prize")
    assert [(finding.rule, finding.span.field) for finding in found] == [("DAT011", "title")]


def test_both_sides_of_an_age_are_shown() -> None:
    (finding,) = check("Ann Smith, 42, was born in 1950.")
    assert "42" in finding.message
    assert "1950" in finding.message
    assert [place.text for place in finding.related] == ["1950"]


def test_ages_and_births_of_two_people_do_not_meet() -> None:
    assert check("Ann Smith, 42, met Bob Jones, born in 1950.") == []


def test_claims_show_births_ages_and_lengths() -> None:
    story = Document("story", "Ann Smith, 42, born in 1977, ran it for 10 years since 2009.", "", SATURDAY)
    found = {(claim.attribute, claim.text) for claim in CHECKER.check(story).claims}
    assert {("age", "42"), ("born", "1977"), ("duration", "10 years"), ("start", "2009")} <= found


@pytest.mark.parametrize(
    "text", ["They met on Monday, July 5.", "He died in 2918.", "Ann Smith, 42, born in 1950.", "from 2013 to 2009"]
)
def test_story_without_a_date_raises_nothing_unexpected(text: str) -> None:
    check(text, published=None)


@pytest.mark.parametrize(
    "piece",
    [
        "in 2918, ",
        "Monday, July 5, 2019 ",
        "from 2013 to 2009 ",
        "Ann Smith, 42, born in 1950 ",
        "the 10th anniversary of the 2001 attacks ",
        "10 years since 1950 ",
        "on July 5, three days later, on July 9 ",
        "Febuary 3 ",
        "yesterday (July 3) ",
        "will be held on 03/04/2019 ",
        "born ",
        "1066 ",
        "30 February ",
        "((((",
        "²² May ٣ June ",
    ],
)
def test_long_repetition_is_read_to_its_end(piece: str) -> None:
    check(piece * 400)


@pytest.mark.parametrize("published", [datetime.date.min, datetime.date.max])
def test_first_and_last_day_of_the_calendar(published: datetime.date) -> None:
    check(
        "Yesterday (July 3) and tomorrow, Friday, 10 years ago, in 2001; next year, in 2021; on July 5, 9999.",
        published,
    )
