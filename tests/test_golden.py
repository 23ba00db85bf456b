"""Golden cases: the claims, findings and report of a few stories, exactly as a user gets them.

A case is a folder in golden/ with `case.toml` (`state` is "right" or "as it is today", `why` says what
it shows, `options` are words for the command line), its stories, and what is expected of them.
`pytest --update-golden` writes the expected files anew.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import main

GOLDEN = Path(__file__).parent.parent / "golden"
CASES = sorted(path.parent for path in GOLDEN.glob("*/case.toml"))
EXPECTED: dict[str, Callable[[list[str]], list[str]]] = {
    "claims.txt": lambda options: ["claims", "stories", "--width", "120", *_both(options)],
    "findings.jsonl": lambda options: ["stories", "--format", "jsonl", *options],
    "report.txt": lambda options: ["stories", "--format", "text", "--width", "100", *options],
}
"""File to the command line that prints it."""


def _both(options: list[str]) -> list[str]:
    """The options that both commands take."""
    return [word for name in ("--published", "--today") if name in options for word in (name, _after(options, name))]


def _after(options: list[str], name: str) -> str:
    return options[options.index(name) + 1]


def _case(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", EXPECTED)
@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_golden_case(
    folder: Path,
    file: str,
    update_golden: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(folder)
    for name in ("FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    options = _case(folder).get("options", [])
    assert isinstance(options, list)
    main(EXPECTED[file](options))
    found = capsys.readouterr().out
    path = folder / file
    if update_golden:
        path.write_text(found, encoding="utf-8")
        return
    expected = path.read_text(encoding="utf-8")
    changes = difflib.unified_diff(expected.splitlines(), found.splitlines(), "expected", "found", lineterm="", n=1)
    assert found == expected, "\n" + "\n".join(changes)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case_says_what_it_shows(folder: Path) -> None:
    case = _case(folder)
    assert case["state"] in ("right", "as it is today")
    assert case["why"]
    assert set(case) <= {"state", "why", "options"}


def test_at_least_as_many_clean_cases_as_faulty_ones() -> None:
    clean = [folder for folder in CASES if not (folder / "findings.jsonl").read_text(encoding="utf-8")]
    assert 2 * len(clean) >= len(CASES)
