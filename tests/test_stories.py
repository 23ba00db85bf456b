"""The generated stories hold what they say they hold."""

from __future__ import annotations

import datetime
import importlib.util
import itertools
from pathlib import Path
from types import ModuleType

import pytest

from factcheck.spelling import distance

PATH = Path(__file__).parent.parent / "benchmarks" / "stories.py"


@pytest.fixture(scope="module")
def stories() -> ModuleType:
    spec = importlib.util.spec_from_file_location("stories", PATH)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("pool", ["_STARTS", "_MIDDLES", "_ENDS", "_GIVEN"])
def test_name_parts_differ_in_three_letters(stories: ModuleType, pool: str) -> None:
    parts = getattr(stories, pool)
    near = [(a, b) for a, b in itertools.combinations(parts, 2) if distance(a.lower(), b.lower(), 3) < 3]
    assert near == []


def test_people_are_all_different(stories: ModuleType) -> None:
    names = {stories.person(rank)[1] for rank in range(50_000)}
    assert len(names) == 50_000


def test_a_story_depends_on_nothing_but_seed_and_number(stories: ModuleType) -> None:
    whole = list(stories.stories(50))
    assert list(stories.stories(50, start=30)) == whole[30:]


def test_planted_conflicts_stand_where_the_truth_says(stories: ModuleType) -> None:
    planted = [(story, row) for story, rows in stories.stories(3000) for row in rows]
    assert {row["kind"] for _, row in planted} == {"role", "weekday", "day"}
    for story, row in planted:
        wrong = story["text"][row["start"] : row["end"]]
        assert wrong != row["was"]
        assert datetime.date.fromisoformat(story["published"])
