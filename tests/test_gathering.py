"""What does not fit in memory is compared and reported like what does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Checker, Document
from factcheck.cli import main
from factcheck.scale import gathering, shelf
from factcheck.scale.gathering import Gathering
from factcheck.scale.readings import read_stories
from factcheck.scale.shelf import Numbers, Shelf

SENATOR = "MADRID, March 4, 2019 - Sen. Agnes Brandthurst met voters on Monday. Sen. Agnes Brandthurst left at noon.\n"
DEPUTY = "MADRID, March 5, 2019 - Rep. Agnes Brandthurst met farmers on Tuesday. Rep. Agnes Brandthurst stayed.\n"
OTHER = "MADRID, March 5, 2019 - Rep. Ulrich Colwythrove met farmers on Tuesday, March 6, 2019.\n"


def test_a_shelf_gives_back_what_was_put_there_in_order() -> None:
    held: Shelf[list[int]] = Shelf(room=10)
    for number in range(5):
        held.put(f"story {number}", [number], 4)
    assert list(held.items()) == [(f"story {number}", [number]) for number in range(5)]
    assert len(held) == 5
    assert "story 1" in held
    assert "story 4" in held
    assert "story 5" not in held
    with pytest.raises(KeyError):
        held["story 5"]


@given(st.sets(st.integers(-(2**63), 2**63 - 1)))
def test_numbers_hold_what_was_added(numbers: set[int]) -> None:
    held, added = Numbers(), numbers | set(range(700))
    for number in added:
        held.add(number)
    assert all(number in held for number in added)
    assert not any(number in held for number in range(5_000, 5_100) if number not in numbers)


@pytest.mark.parametrize("most", [12, 10_000])
@pytest.mark.parametrize("beside", [False, True])
def test_claims_on_disk_or_in_memory_give_the_findings_of_one_comparison(beside: bool, most: int) -> None:
    checker = Checker()
    texts = [SENATOR, OTHER, SENATOR, DEPUTY, OTHER, SENATOR.replace("March 4", "March 11")]
    documents = [Document(f"story-{n}", text) for n, text in enumerate(texts)]
    readings = read_stories(checker, False, documents)
    first = 1 if beside else 0
    claims = [claim for document in documents[first:] for claim in checker.check(document).claims]
    background = checker.check(documents[0]).claims if beside else ()
    expected = checker.compare(claims, background)
    gathered = Gathering(checker, most=most)
    for reading in readings[first:]:
        gathered.add(reading)
    assert bool(gathered.at_hand) == (most > 12)
    assert gathered.findings((lambda keys: background) if beside else None) == expected != ()


def test_a_long_file_gives_the_report_of_a_short_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "stories.jsonl"
    texts = [SENATOR, OTHER, DEPUTY] * 4
    path.write_text("".join(json.dumps({"id": f"s{n}", "text": text}) + "\n" for n, text in enumerate(texts)), "utf-8")
    reports = []
    for most in (gathering.MOST, 5):
        monkeypatch.setattr(Gathering.__init__, "__defaults__", (most,))
        monkeypatch.setattr(Shelf.__init__, "__defaults__", (shelf.ROOM if most > 5 else 300,))
        assert main([str(path), "--isolated", "--quiet"]) == 1
        reports.append(capsys.readouterr().out)
    assert reports[0] == reports[1]
    assert reports[0].count("DAT003") == 4
    assert "WHO001" in reports[0]
