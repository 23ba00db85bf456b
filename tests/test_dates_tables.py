"""The tables that the finder of times reads with are those of the languages as they stand."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

TOOL = runpy.run_path(str(Path(__file__).parent.parent / "tools" / "time_tables.py"))


@pytest.mark.parametrize("path", TOOL["PAGES"], ids=lambda path: path.stem)
def test_tables_are_made_from_the_words_and_shapes_as_they_stand(path: Path) -> None:
    made = TOOL["page"](TOOL["PAGES"][path])
    assert path.read_text(encoding="utf-8") == made, "run: python tools/time_tables.py"
