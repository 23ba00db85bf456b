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
