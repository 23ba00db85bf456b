"""Words for places, and the slug each stands for."""

from __future__ import annotations

import pytest

from factcheck import places


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("South Korean", "south-korea"),
        ("U.S.", "united-states"),
        ("the US", "united-states"),
        ("America", "united-states"),
        ("Britain", "united-kingdom"),
        ("China's", "china"),
        ("France’s", "france"),
        ("Türkiye", "turkey"),
        ("Burmese", "myanmar"),
        ("Côte d’Ivoire", "ivory-coast"),
        ("European Union", "european-union"),
        ("Calif.", "california"),
    ],
)
def test_names_aliases_and_adjectives_stand_for_their_place(words: str, slug: str) -> None:
    assert places.lookup(words) == slug
    assert places.lookup(words, metonyms=False) == slug


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Beijing", "china"),
        ("the White House", "united-states"),
        ("Kremlin", "russia"),
        ("10 Downing Street", "united-kingdom"),
        ("Blue House", "south-korea"),
        ("Washington, D.C.", "united-states"),
    ],
)
def test_capitals_and_metonyms_are_left_out_on_request(words: str, slug: str) -> None:
    assert places.lookup(words) == slug
    assert places.lookup(words, metonyms=False) is None


@pytest.mark.parametrize("words", ["", "Springfield", "the", "'s", "  ", "korean", "\ud800"])
def test_other_words_stand_for_no_place(words: str) -> None:
    assert places.lookup(words) is None


def test_a_state_lies_in_its_country() -> None:
    assert places.within("texas") == "united-states"
    assert places.within("united-states") == "united-states"
    assert places.name_of("texas") == "Texas"


def test_every_line_of_the_table_has_a_place_of_its_own() -> None:
    slugs = [line.split("\t")[0] for line in (places.FOLDER / "places" / "places.txt").read_text("utf-8").splitlines()]
    assert len(slugs) == len(set(slugs))
