"""What the number rules hold beyond their own examples: fixes that apply, quotations, hostile text, time."""

from __future__ import annotations

import datetime
import time

import pytest

from factcheck import Checker, Document, Finding
from factcheck.units import BY_NAME, UNITS, from_base, to_base

CHECKER = Checker(select=["NUM"], facts=False)


def _check(text: str, title: str = "") -> list[Finding]:
    return list(CHECKER.run([Document("story", text, title, datetime.date(2019, 7, 6))]))


def _fixed(text: str, finding: Finding) -> list[str]:
    return [
        text[: fix.span.start] + fix.text + text[fix.span.end :] for fix in finding.fixes if fix.span.field == "text"
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The 21th of May was cold.", "The 21st of May was cold."),
        ("It is 10 miles (25 km) away.", "It is 10 miles (16 km) away."),
        ("It is 10 miles (25 km) away.", "It is 16 miles (25 km) away."),
        ("Sales rose from 20 tonnes to 30 tonnes, up 40%.", "Sales rose from 20 tonnes to 30 tonnes, up 50%."),
        ("Six people – two men and three women – were held.", "Five people – two men and three women – were held."),
    ],
)
def test_a_fix_applied_gives_the_right_story(text: str, right: str) -> None:
    (finding,) = _check(text)
    assert right in _fixed(text, finding)
    assert _check(right) == []


@pytest.mark.parametrize(
    "text",
    [
        "“Sales rose from 20 to 30 boats, up 40 percent,” she said.",
        "“We freed three people: Anna Lind and Per Holm,” she said.",
    ],
)
def test_a_quotation_lowers_errors_to_warnings(text: str) -> None:
    assert [finding.severity for finding in _check(text)] == ["warning"]


@pytest.mark.parametrize("text", ["“On the 21th we left,” she said.", "“It is 10 miles (25 km) away,” she said."])
def test_a_quotation_excuses_neither_spelling_nor_conversion(text: str) -> None:
    assert [finding.severity for finding in _check(text)] == ["error"]


def test_conflict_stands_at_the_rarer_value_and_names_the_other_side() -> None:
    text = (
        "The charges against the baker, 269 counts of fraud, are old. The court read 569 counts of fraud against the"
        " baker. The baker denies 269 counts of fraud."
    )
    (finding,) = _check(text)
    assert text[finding.span.start : finding.span.end] == "569"
    assert finding.related[0].text == "269 counts"


@pytest.mark.parametrize("unit", sorted(BY_NAME))
def test_a_unit_goes_to_its_base_and_back(unit: str) -> None:
    assert from_base(to_base(12.5, BY_NAME[unit]), BY_NAME[unit]) == pytest.approx(12.5)


def test_known_conversions_hold() -> None:
    assert from_base(to_base(212, UNITS["fahrenheit"]), UNITS["celsius"]) == pytest.approx(100)
    assert from_base(to_base(1, UNITS["mile"]), UNITS["km"]) == pytest.approx(1.609344)
    assert from_base(to_base(1, UNITS["acre"]), UNITS["hectare"]) == pytest.approx(0.40468564224)
    assert from_base(to_base(1, UNITS["pound" if "pound" in UNITS else "lb"]), UNITS["kg"]) == pytest.approx(0.45359237)


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 20000,
        "12 people, " * 4000,
        "from 1 to 2 " * 4000,
        "three people: " + "A, " * 20000,
        "10 miles (" * 4000,
        "1" * 50000 + "th",
        "5% for, " * 4000,
        "-12" * 20000,
        "two dozen hundred thousand million " * 3000,
    ],
)
def test_repeated_text_takes_time_in_proportion(text: str) -> None:
    start = time.process_time()
    _check(text[: len(text) // 4])
    quarter = time.process_time() - start
    start = time.process_time()
    _check(text)
    assert time.process_time() - start < 12 * quarter + 0.5


@pytest.mark.parametrize(
    "text", ["", "\x00", "²th 21²th", "\ud800 21th", "٢١th", "from ٢ to ٣, up 40%", "10 mi (\u202e25 km)"]
)
def test_odd_text_does_not_crash(text: str) -> None:
    _check(text, text)
