"""Offices against each other: many claims, ties, and the words of a fix."""

from __future__ import annotations

import datetime
import time

import pytest

from factcheck import Checker, Claim, Document
from factcheck.checks.titles import title_core, title_fix
from factcheck.model import Interval, Role, Span
from factcheck.people import read_role

DAY = datetime.date
START = DAY(2001, 1, 1)


def role_claim(document: str, words: str, day: DAY, name: str = "Oskar Velkamp", at: int = 0) -> Claim:
    slug = name.lower().replace(" ", "-")
    certain = Interval(day, day + datetime.timedelta(1))
    keys = (f"person:{slug}",)
    span = Span(at, at + len(words))
    return Claim(
        document, slug, name, keys, "role", read_role(words), Interval(None, None), certain, span, words, dated=day
    )


@pytest.mark.parametrize(
    ("words", "core"),
    [
        ("British Prime Minister", "Prime Minister"),
        ("Prime Minister", "Prime Minister"),
        ("U.S. Secretary of State", "Secretary of State"),
        ("BP CEO", "CEO"),
        ("ambassador", "ambassador"),
    ],
)
def test_the_title_stands_apart_from_place_and_body(words: str, core: str) -> None:
    start, end = title_core(words, read_role(words).title)
    assert words[start:end] == core


def test_a_fix_keeps_the_place_and_the_case() -> None:
    wrong = role_claim("a", "British foreign minister", START, at=10)
    right = role_claim("a", "Prime Minister", START)
    fix = title_fix(wrong, right)
    assert fix is not None
    assert (fix.span, fix.text) == (Span(18, 34), "prime minister")


def test_both_sides_of_a_conflict_within_a_story_can_be_mended() -> None:
    claims = [role_claim("a", "Finance Minister", START), role_claim("a", "Defence Minister", START, at=90)]
    (found,) = Checker(select=["WHO001"], facts=False).compare(claims)
    assert [(fix.span.start, fix.text) for fix in found.fixes] == [(90, "Finance Minister"), (0, "Defence Minister")]


def test_the_rarer_side_is_marked() -> None:
    claims = [
        role_claim("a", "Defence Minister", START),
        role_claim("a", "Finance Minister", START, at=50),
        role_claim("a", "Finance Minister", START, at=99),
    ]
    (found,) = Checker(select=["WHO001"], facts=False).compare(claims)
    assert found.span.start == 0


def test_a_story_in_the_background_is_never_reported_on() -> None:
    checked = [role_claim("a", "Finance Minister", START)]
    background = [role_claim("b", "Defence Minister", START)]
    found = Checker(select=["WHO001"], facts=False).compare(checked, background)
    assert [f.document for f in found] == ["a"]
    assert [r.document for f in found for r in f.related] == ["b"]


def test_a_very_common_person_stays_affordable() -> None:
    def seconds(count: int) -> float:
        claims = [
            role_claim(
                f"d{i}", "Finance Minister" if i % 1000 else "Defence Minister", START + datetime.timedelta(i % 3000)
            )
            for i in range(count)
        ]
        checker = Checker(select=["WHO"], facts=False)
        begun = time.process_time()
        checker.compare(claims)
        return time.process_time() - begun

    seconds(2_000)
    assert seconds(40_000) < 100 * max(seconds(2_000), 0.005)  # in the square of the number it would be 400


def test_two_people_of_one_surname_do_not_meet() -> None:
    texts = "Foreign Minister Ri Yong Ho left. Trade Minister Ri Ryong Nam stayed."
    assert Checker(select=["WHO"], facts=False).run([Document("a", texts, published=START)]) == ()


def test_equal_findings_come_out_in_the_same_order_every_time() -> None:
    claims = [role_claim(f"d{i}", w, START) for i, w in enumerate(["Finance Minister", "Defence Minister", "King"] * 5)]
    checker = Checker(select=["WHO001"], facts=False)
    assert checker.compare(claims) == checker.compare(list(reversed(claims)))
    assert isinstance(claims[0].value, Role)
