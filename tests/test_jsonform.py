"""Claims and findings survive the way to JSON and back."""

from __future__ import annotations

import datetime
import json
import math

import pytest

from factcheck.jsonform import claim_from_json, claim_to_json, finding_from_json, finding_to_json
from factcheck.model import Claim, Finding, Fix, Interval, Quantity, Related, Role, Span

MAY = datetime.date(2018, 5, 1)
JUNE = datetime.date(2018, 6, 1)
VALUES = [
    Role("director", "Office of Harbours", "Norway", "the harbour chief"),
    Quantity(3, math.inf, "km", "road", "at least 3 km"),
    Quantity(-math.inf, 12.5, "%"),
    Interval(MAY, None),
    Interval(None, JUNE),
    "Anna Lindqvist",
]


@pytest.mark.parametrize("value", VALUES)
def test_claim_comes_back_as_it_was(value: Role | Quantity | Interval | str) -> None:
    claim = Claim(
        "a.txt",
        "anna-lindqvist",
        "Anna Lindqvist",
        ("person:anna-lindqvist", "name:lndq"),
        "role",
        value,
        Interval(MAY, None),
        Interval(MAY, JUNE),
        Span(3, 9, "title"),
        "Anna Lindqvist, director",
        dated=MAY,
    )
    assert claim_from_json(json.loads(json.dumps(claim_to_json(claim), allow_nan=False))) == claim


def test_finding_comes_back_as_it_was() -> None:
    finding = Finding(
        "DAT002",
        "implausible-year",
        "error",
        "a.txt",
        Span(3, 15),
        "No.",
        (Fix(Span(11, 15), "2019"),),
        (Related("b.txt", Span(0, 4, "title"), "the other story", "2019"),),
    )
    assert finding_from_json(json.loads(json.dumps(finding_to_json(finding)))) == finding


def test_open_end_is_null_in_json() -> None:
    claim = Claim("a", "x", "X", (), "quantity", Quantity(1, math.inf), Interval(MAY, None), None, Span(0, 1), "X")
    table = claim_to_json(claim)
    assert table["value"]["high"] is None
    assert table["possible"] == ["2018-05-01", None]
