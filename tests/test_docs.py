"""The documentation names what there is."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from factcheck.cli.commands import COMMANDS
from factcheck.cli.settings import KEYS
from factcheck.read import FORMATS as READ
from factcheck.report import FORMATS as WRITTEN

TOP = Path(__file__).parent.parent
DOCS = TOP / "docs"


def words(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("key", KEYS)
def test_every_setting_is_in_the_reference(key: str) -> None:
    assert f"`{key}`" in words("settings.md") or f"`[{key}]`" in words("settings.md")


@pytest.mark.parametrize("name", WRITTEN)
def test_every_report_is_in_the_reference(name: str) -> None:
    assert f"`{name}`" in words("formats.md")


@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".docx", ".json", ".xml", ".jsonl", ".csv", ".warc"])
def test_documented_endings_are_read(ending: str) -> None:
    assert ending in READ
    assert f"`{ending}`" in words("formats.md")


def test_commands_of_the_docs_exist() -> None:
    pages = [*DOCS.glob("*.md"), TOP / "README.md"]
    named = {word for page in pages for word in re.findall(r"`?factcheck ([a-z]+) ", page.read_text(encoding="utf-8"))}
    assert named - set(COMMANDS) <= {"content", "desk", "import"}


def test_readme_has_both_commands() -> None:
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    assert "pip install -e . && .venv/bin/factcheck seeds/" in readme
    assert ".venv/bin/python -m pytest" in readme


def test_manual_page_has_the_options_of_today() -> None:
    tool = runpy.run_path(str(TOP / "tools" / "man_page.py"))
    assert tool["PAGE"].read_text(encoding="utf-8") == tool["man_page"](), "run: python tools/man_page.py"
