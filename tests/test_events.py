"""Events and the dates that a story gives them."""

from __future__ import annotations

import datetime

import pytest

from factcheck import Checker, Document
from factcheck.claims.events import event_slug

DAY = datetime.date


def said(text: str) -> list[tuple[str, str, str]]:
    """The event claims of a story: key, attribute, words."""
    claims = Checker(facts=False).check(Document("a", text, published=DAY(2012, 3, 1))).claims
    return [(c.keys[0], c.attribute, c.text) for c in claims if c.keys[0].startswith("event:")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He served in the Korean War (1950-1953).",
            [("event:korean-war", "began", "1950"), ("event:korean-war", "ended", "1953")],
        ),
        (
            "A book on World War II (1939–45) came out.",
            [("event:world-war-ii", "began", "1939"), ("event:world-war-ii", "ended", "45")],
        ),
        ("The Treaty of Versailles (1919) was harsh.", [("event:treaty-of-versailles", "date", "1919")]),
        ("Survivors of the Bhopal disaster of 1984 came.", [("event:bhopal-disaster", "date", "1984")]),
        ("The Six-Day War began in 1967.", [("event:six-day-war", "began", "1967")]),
        ("The Falklands War ended in 1982.", [("event:falklands-war", "ended", "1982")]),
        ("Veterans of the 1991 Gulf War met.", [("event:gulf-war", "date", "1991")]),
    ],
)
def test_a_date_that_belongs_to_the_name_is_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He came home from the Korean War in 1955.",
        "The firm (1950-1953) made boats.",
        "Star Wars (1977) was a hit.",
        "He wrote of war (1914) and peace.",
        "(1950-1953)",
        "The war (1950-",
    ],
)
def test_other_dates_are_left_alone(text: str) -> None:
    assert [claim for claim in said(text) if claim[0] != "event:star-wars"] == []


def test_names_fold_to_one_slug() -> None:
    assert event_slug("the Élysée Treaty") == event_slug("Elysee treaty") == "elysee-treaty"


def test_two_stories_that_date_an_unknown_event_apart_are_shown() -> None:
    first = Document("a", "The Lantern Street bombing of 1974 is remembered.", published=DAY(2012, 3, 1))
    second = Document("b", "Families of the Lantern Street bombing of 1975 met.", published=DAY(2012, 3, 2))
    found = Checker(select=["EVT001"], facts=False).run([first, second])
    assert [(f.rule, f.severity) for f in found] == [("EVT001", "warning")]


def test_a_wrong_end_of_a_war_gets_the_right_year_as_fix() -> None:
    found = Checker(select=["EVT001"]).run([Document("a", "The Korean War (1950-1954) split families.")])
    assert [fix.text for f in found for fix in f.fixes] == ["1953"]


MARCH = DAY(2019, 3, 1)


def meetings(text: str, published: DAY = MARCH) -> list[tuple[str, str]]:
    """The meetings that a story dates: key and words of the date."""
    claims = Checker(facts=False).check(Document("a", text, published=published)).claims
    return [(c.keys[0], c.text) for c in claims if c.keys[0].startswith("event:meeting-")]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump met Kim Jong Un in Singapore on June 12, 2018.",
        "Kim Jong Un and Donald Trump held a summit in Singapore on June 12, 2018.",
        "The June 12, 2018, meeting between Donald Trump and Kim Jong Un in Singapore was short.",
    ],
)
def test_a_meeting_is_one_event_however_it_is_described(text: str) -> None:
    assert meetings(text) == [("event:meeting-donald-trump-kim-jong-un-singapore", "June 12, 2018")]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump will meet Kim Jong Un in Singapore on June 12, 2018.",
        "Donald Trump was to have met Kim Jong Un in Singapore on June 12, 2018, but cancelled.",
        "Donald Trump met Kim Jong Un.",
        "Donald Trump, Moon Jae-in and Kim Jong Un met in Singapore on June 12, 2018.",
    ],
)
def test_plans_and_larger_companies_are_left_alone(text: str) -> None:
    assert meetings(text) == []


def test_two_stories_that_date_a_meeting_apart_are_shown() -> None:
    first = Document("a", "Oskar Velkamp met Lone Kastrup in Vienna on May 4, 2014.", published=DAY(2014, 6, 1))
    second = Document("b", "Lone Kastrup and Oskar Velkamp met in Vienna on May 14, 2014.", published=DAY(2014, 6, 2))
    found = Checker(select=["EVT001"], facts=False).run([first, second])
    assert [(f.document, f.severity) for f in found] == [("b", "warning")]


def test_a_year_that_only_a_page_date_gives_is_no_conflict() -> None:
    first = Document("a", "Donald Trump met Kim Jong Un in Singapore on June 12.", published=DAY(2024, 9, 22))
    second = Document("b", "Donald Trump met Kim Jong Un in Singapore on June 12, 2018.", published=DAY(2018, 11, 9))
    assert Checker(select=["EVT001"]).run([first, second]) == ()


def test_a_known_summit_has_its_day() -> None:
    text = "Donald Trump met Kim Jong Un in Singapore on June 22, 2018."
    found = Checker(select=["EVT001"]).run([Document("a", text, published=DAY(2018, 11, 9))])
    assert [(f.rule, f.severity) for f in found] == [("EVT001", "warning")]
