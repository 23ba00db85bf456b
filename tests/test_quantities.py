"""Numbers as stories write them, read as ranges with unit, noun and toll; and what is no quantity."""

from __future__ import annotations

import datetime
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Checker, Document
from factcheck.quantities import find_numbers
from factcheck.scan import scan


def _read(text: str) -> list[tuple[float, float, str, str]]:
    return [number.quantity[:4] for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "noun"),
    [
        ("They counted 1,250 sheep.", 1250, 1250, "", "sheep"),
        ("They counted twenty-five ships.", 25, 25, "", "ships"),
        ("Two dozen boats sank.", 24, 24, "", "boats"),
        ("Half a dozen boats sank.", 2.7 * 2, 3.3 * 2, "", "boats"),
        ("a hundred boats", 90, 110, "", "boats"),
        ("A third of the boats sank.", 100 / 3, 100 / 3, "%", "boats"),
        ("two-thirds of the boats", 200 / 3, 200 / 3, "%", "boats"),
        ("Half of all boats sank.", 50, 50, "%", "boats"),
        ("It has 3.5 million members.", 3.5e6, 3.5e6, "", "members"),
        ("It sold 2.3 mln bottles.", 2.3e6, 2.3e6, "", "bottles"),
        ("It cost $4bn to build.", 4e9, 4e9, "USD", ""),
        ("It cost US$4 billion.", 4e9, 4e9, "USD", ""),
        ("It cost £12m to build.", 12e6, 12e6, "GBP", ""),
        ("It cost €1,200.", 1200, 1200, "EUR", ""),
        ("It cost Rs 5 crore.", 5e7, 5e7, "INR", ""),
        ("It cost 3 lakh rupees.", 3e5, 3e5, "INR", ""),
        ("Exports of 1,23,45,678 shirts", 12345678, 12345678, "", "shirts"),
        ("It cost 40 yuan.", 40, 40, "CNY", ""),
        ("Prices rose 4.5 per cent.", 4.5, 4.5, "%", ""),
        ("Prices rose 4.5 pct.", 4.5, 4.5, "%", ""),
        ("Prices rose 4.5% again.", 4.5, 4.5, "%", ""),
        ("It fell two percentage points.", 2, 2, "pp", ""),
        ("It fell 25 basis points.", 25, 25, "bp", ""),
        ("The road is 12 miles long.", 12, 12, "mi", ""),
        ("A 30-foot mast", 30, 30, "ft", ""),
        ("A load of 5kg", 5, 5, "kg", ""),
        ("Winds of 90 miles per hour", 90, 90, "mph", ""),
        ("Winds of 90 km/h", 90, 90, "km/h", ""),
        ("It was 30 degrees Celsius.", 30, 30, "°C", ""),
        ("It was 86°F there.", 86, 86, "°F", ""),
        ("A park of 40 square miles", 40, 40, "sq mi", ""),
        ("At least 20 goats died.", 20, inf, "", "goats"),
        ("More than 20 goats died.", 20, inf, "", "goats"),
        ("Up to 20 goats died.", 0, 20, "", "goats"),
        ("No more than 20 goats died.", 0, 20, "", "goats"),
        ("Nearly 20 goats died.", 17, 20, "", "goats"),
        ("About 20 goats died.", 18, 22, "", "goats"),
        ("“About 20 goats died.”", 18, 22, "", "goats"),
        ("Some 20-30 goats died.", 18, 33, "", "goats"),
        ("It takes 20 to 30 goats.", 20, 30, "", "goats"),
        ("between 20 and 30 goats", 20, 30, "", "goats"),
        ("Two or three goats died.", 2, 3, "", "goats"),
        ("A price of $20-30 million", 2e7, 3e7, "USD", ""),
    ],
)
def test_number_is_read(text: str, low: float, high: float, unit: str, noun: str) -> None:
    ((found_low, found_high, *words),) = _read(text)
    assert (found_low, found_high) == pytest.approx((low, high))
    assert words == [unit, noun]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("The blast killed 34.", "killed"),
        ("The blast killed at least 34.", "killed"),
        ("Thirty-four people were killed.", "killed"),
        ("The crash left 34 dead.", "killed"),
        ("Another 20 wounded", "injured"),
        ("Police arrested 12 men.", "arrested"),
        ("Still 12 people missing", "missing"),
        ("The town has 34 people.", ""),
    ],
)
def test_toll_is_told_by_the_words_beside_it(text: str, toll: str) -> None:
    assert [number.toll for number in find_numbers(text)] == [toll]


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2019 and again in 1987.",
        "They left at 10:30 for 20 minutes.",
        "Anna Lind, 45, and Per Holm, 50, met.",
        "a 17-year-old and a 3-day fair",
        "They won 3-2 and then 21-19.",
        "He finished 5th, she 21st.",
        "Call 555-0199 or 0800 123.",
        "An F-16 and a Boeing-747 took off with COVID-19 on board.",
        "See No. 5, Room 12, page 30 and Article 7.",
        "on June 30 visitors came",
        "the 1990s and the '80s",
        "1,2,3 and 12,34 are odd",
        "3/4 of it, 5/6/2019, 10.10.2019",
        "http://a.example/12 people",
    ],
)
def test_what_is_no_quantity_is_left_out(text: str) -> None:
    assert _read(text) == []


def test_stretches_taken_by_dates_are_left_out() -> None:
    text = "The 12 months passed and 12 goats died."
    assert [number.start for number in find_numbers(text, ((4, 13),))] == [25]


def test_span_covers_sign_scale_and_unit() -> None:
    text = "He paid US$4.5 million and ran 5 km."
    assert [text[n.start : n.end] for n in find_numbers(text)] == ["US$4.5 million", "5 km"]


@pytest.mark.parametrize(
    "text", ["", "²³ people", "٣٤ people", "\ud800 12 \udfff cats", "\x00 5 cats", "9" * 400, "1," * 5000]
)
def test_odd_text_is_read_without_a_crash(text: str) -> None:
    list(find_numbers(text))


@given(st.text(alphabet="0123456789 ,.-–$£%kmbn\nft toand half dozen of", max_size=80))
def test_any_text_of_numbers_and_signs_gives_ordered_spans(text: str) -> None:
    spans = [(number.start, number.end) for number in find_numbers(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def _claims(text: str, title: str = "") -> list[tuple[str, str, tuple[str, ...]]]:
    analysis = Checker().check(Document("story", text, title, datetime.date(2019, 7, 6)))
    return [(c.span.field, c.text, c.keys) for c in analysis.claims if c.attribute == "quantity"]


def test_claims_have_the_counted_noun_as_key_and_the_headline_first() -> None:
    found = _claims(
        "The ferry sank on July 5, 2019. Thirty people died and 12 ferries were searched.", "Ferry kills 30"
    )
    assert found == [
        ("title", "30", ("count:story/killed",)),
        ("text", "Thirty people", ("count:story/person", "count:story/killed")),
        ("text", "12 ferries", ("count:story/ferry",)),
    ]


def test_claim_of_a_measure_has_its_unit_as_key() -> None:
    assert _claims("It weighs 40 tonnes and 5 percent of sailors know it.") == [
        ("text", "40 tonnes", ("count:story/t",)),
        ("text", "5 percent of sailors", ("count:story/% sailor",)),
    ]


def test_quoted_numbers_have_the_stance_quoted() -> None:
    analysis = Checker().check(Document("story", "“We lost 12 boats,” he said. She saw 10 boats."))
    assert [c.stance for c in analysis.claims if c.attribute == "quantity"] == ["quoted", "asserted"]


def test_scan_tells_where_numbers_and_words_of_lives_start() -> None:
    found = scan("Two men, 39-year-old twins born in 1980, died on the tenth anniversary.")
    assert found.numbers == [(0, 3), (9, 0), (35, 0)]
    assert found.words == {"old": [12], "born": [27], "died": [41], "anniversary": [59]}


def test_scan_passes_by_what_is_inside_a_word_or_a_label() -> None:
    assert scan("B52 bombers, No.5 and stubborn fighters, often 6ft tall").numbers == [(47, 0)]
    assert scan("stubborn, studied and 7-killed").words == {"died": [24]}
