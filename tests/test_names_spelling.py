"""Slips, transliterations, short forms and the blocks under which misspelt names meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.spelling import Slip, distance, find_slip, fold, is_short_form, is_transliteration, name_blocks

WORDS = st.text(alphabet="abc", max_size=7)


@pytest.mark.parametrize(
    ("right", "odd", "slip"),
    [
        ("chirac", "chriac", Slip("swapped", 2)),
        ("hayward", "haward", Slip("dropped", 2)),
        ("sandilands", "sandlilands", Slip("added", 4)),
        ("nungesser", "nungeser", Slip("undoubled", 6)),
        ("tarant", "tarrant", Slip("doubled", 3)),
        ("sweeting", "sweening", Slip("changed", 4)),
        ("gonzales", "gonzalez", Slip("changed", 7)),
    ],
)
def test_one_slip_is_told_by_its_kind_and_place(right: str, odd: str, slip: Slip) -> None:
    assert find_slip(right, odd) == slip


@pytest.mark.parametrize(("left", "right"), [("rice", "rice"), ("rice", "wood"), ("rice", "prices"), ("", "ab")])
def test_equal_and_far_words_are_no_slip(left: str, right: str) -> None:
    assert find_slip(left, right) is None


@given(WORDS, WORDS)
def test_a_slip_is_a_distance_of_one(left: str, right: str) -> None:
    assert (find_slip(left, right) is not None) == (distance(left, right, 1) == 1)


@given(WORDS, WORDS, st.integers(0, 3))
def test_distance_is_what_rapidfuzz_counts(left: str, right: str, limit: int) -> None:
    osa = pytest.importorskip("rapidfuzz.distance").OSA
    assert distance(left, right, limit) == min(osa.distance(left, right), limit + 1)


def test_accents_case_and_apostrophes_fold_away() -> None:
    assert fold("Erdoğan") == fold("ERDOGAN") == "erdogan"
    assert fold("O’Neill") == fold("O'Neill") == "oneill"
    assert fold("Łódź") == "lodz"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Gaddafi", "Qaddafi"),
        ("Gaddafi", "Kadhafi"),
        ("Mohamed", "Muhammad"),
        ("Kiev", "Kyiv"),
        ("Zelensky", "Zelenskyy"),
        ("Timoshenko", "Tymoshenko"),
        ("Shafik", "Shafiq"),
        ("Jarosław", "Jaroslaw"),
        ("Youssef", "Yusuf"),
    ],
)
def test_accepted_transliterations_are_one_name(left: str, right: str) -> None:
    assert is_transliteration(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Chirac", "Chriac"), ("Hackett", "Hakett"), ("Chunying", "Chunyng"), ("Tayyip", "Tayiyp"), ("Obama", "Osama")],
)
def test_slips_are_no_transliterations(left: str, right: str) -> None:
    assert not is_transliteration(left, right)


def test_short_forms_share_a_full_name() -> None:
    assert is_short_form("Mike", "Michael")
    assert is_short_form("Kathy", "Katherine")
    assert not is_short_form("Mike", "Mark")
    assert not is_short_form("Unheard", "Of")


@pytest.mark.parametrize(
    ("right", "odd"),
    [
        ("Kevin Costner", "Kevin Coster"),
        ("Jacques Chirac", "Jacques Chriac"),
        ("Hosni Mubarak", "Hosni Muabrak"),
        ("Deirdre Malone", "Dierdre Malone"),
        ("Condoleezza Rice", "Condoleeza Rics"),
        ("Recep Tayyip Erdoğan", "Recep Tayiyp Erdogan"),
        ("Laura Chinchilla", "Laura Chinchilal Miranda"),
        ("Barack Obama", "Barack Obmaa"),
    ],
)
def test_a_misspelt_name_shares_a_block_with_the_right_one(right: str, odd: str) -> None:
    assert set(name_blocks(right)) & set(name_blocks(odd))


def test_a_single_word_has_no_block() -> None:
    assert name_blocks("Hayward") == ()
    assert name_blocks("T. Hayward") == ()


@pytest.mark.parametrize("name", ["", "²³", "\x00", "\ud800 Abc", "محمد علي", "Ann " * 500])
def test_odd_texts_are_folded_without_an_error(name: str) -> None:
    assert isinstance(name_blocks(name), tuple)
