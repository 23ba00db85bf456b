"""A newsroom's own rules: each kind as documented, refusals with file, line and mend, and trying a draft."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from factcheck import Checker, Document
from factcheck.checks.custom import KINDS
from factcheck.cli import main
from factcheck.model import Finding
from factcheck.rules import Example, RuleError, load_rules, read_page

PAGE = Path(__file__).parent.parent / "docs" / "custom-rules.md"
SHOWN = re.findall(r"^```toml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)

TERM = """code = "HSE001"
name = "two-words"
severity = "warning"
check = "term"
message = "{written}, not {right}"
params = { wrong = ["cyber attack"], right = "cyberattack" }
"""


def _write(folder: Path, text: str, name: str = "HSE001-two-words.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _unmark(text: str) -> tuple[str, set[tuple[int, int]]]:
    parts = re.split("([⟦⟧])", text)
    plain, spans, start = "", set(), 0
    for part in parts:
        if part == "⟦":
            start = len(plain)
        elif part == "⟧":
            spans.add((start, len(plain)))
        else:
            plain += part
    return plain, spans


def _say(path: Path, *documents: Document) -> list[Finding]:
    """What the one rule of a file says of some stories, alone and between them."""
    (rule,) = load_rules((path,))
    return [f for f in Checker(select=(rule.code,), rule_folders=(path,)).run(documents) if f.rule == rule.code]


def _run(path: Path, example: Example) -> tuple[set[tuple[int, int]], set[tuple[int, int]], list[str]]:
    story = example.stories[0]
    text, expected = _unmark(str(story["text"]))
    published = story.get("published")
    assert published is None or isinstance(published, datetime.date)
    findings = _say(path, Document("story", text, published=published))
    fixes = [fix.text for finding in findings for fix in finding.fixes[:3]]
    return {(f.span.start, f.span.end) for f in findings}, expected, fixes


@pytest.mark.parametrize("text", SHOWN, ids=[re.findall(r'check = "(\w+)"', text)[0] for text in SHOWN])
def test_rule_of_the_documentation_does_what_its_examples_say(text: str, tmp_path: Path) -> None:
    code, name = re.findall(r'^code = "(.*)"\nname = "(.*)"', text)[0]
    path = _write(tmp_path, text, f"{code}-{name}.toml")
    page = read_page(path)
    assert page.examples
    for example in page.examples:
        found, expected, fixes = _run(path, example)
        assert found == expected, example
        assert not example.fix or example.fix in fixes


def test_every_kind_has_a_worked_example() -> None:
    assert {re.findall(r'check = "(\w+)"', text)[0] for text in SHOWN} == set(KINDS)


def test_refusals_of_the_documentation_are_the_real_ones(tmp_path: Path) -> None:
    text = TERM.replace("right =", "rigth =")
    with pytest.raises(RuleError) as refused:
        load_rules((_write(tmp_path, text),), {"term"}, KINDS)
    line = str(refused.value).replace(str(tmp_path), "house").replace("two-words", "cyberattack")
    assert line in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "line", "mend"),
    [
        ((', right = "cyberattack"', ""), 6, "the check term needs the param right: text in quotes"),
        (('["cyber attack"]', '"cyber attack"'), 6, 'wrong must be a list of texts, as in ["one", "two"]'),
        (('["cyber attack"]', "[]"), 6, "wrong must be a list of texts"),
        (('right = "cyberattack"', "right = 5"), 6, "right must be text in quotes"),
        (('right = "cyberattack"', 'right = "x", case = "no"'), 6, "case must be true or false"),
        (("{right}", "{rihgt}"), 5, "message names {rihgt}; it may name {written}, {right}"),
        (("{right}", "{right"), 5, "message:"),
        (('"term"', '"trem"'), 4, "no check 'trem'; did you mean term?"),
        (('"HSE001"', '"HSE1"'), 1, "write three capitals and three digits"),
    ],
)
def test_broken_rule_is_refused_with_line_and_mend(
    change: tuple[str, str], line: int, mend: str, tmp_path: Path
) -> None:
    path = _write(tmp_path, TERM.replace(*change))
    with pytest.raises(RuleError) as refused:
        load_rules((path,), set(KINDS), KINDS)
    assert str(refused.value).startswith(f"{path}:{line}: ")
    assert mend in str(refused.value)


def test_date_with_a_time_is_no_date(tmp_path: Path) -> None:
    text = TERM.replace('"term"', '"event_date"').replace("{written}, not {right}", "{event}")
    text = re.sub("params.*", 'params = { event = ["fire"], date = 2019-07-06T10:00:00 }', text)
    with pytest.raises(RuleError, match="date must be a date"):
        load_rules((_write(tmp_path, text),), set(KINDS), KINDS)


def test_folder_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such rule file or folder"):
        Checker(rule_folders=[tmp_path / "none"])


def test_code_of_a_shipped_rule_is_refused(tmp_path: Path) -> None:
    path = _write(tmp_path, TERM.replace("HSE001", "NUM001"))
    with pytest.raises(RuleError, match="code NUM001 is taken"):
        Checker(rule_folders=[tmp_path])
    assert path.exists()


def test_several_folders_are_read_beside_the_shipped_rules(tmp_path: Path) -> None:
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        _write(folder, TERM.replace("HSE001", f"HSE00{number}").replace("cyber attack", f"cyber attack {number}"))
    checker = Checker(ignore=["DLN"], rule_folders=[tmp_path / "1", tmp_path / "2"])
    found = checker.run([Document("a", "The 21th cyber attack 1 and the cyber attack 2.")])
    assert [finding.rule for finding in found] == ["NUM006", "HSE001", "HSE002"]


def test_rule_speaks_at_each_place_of_each_story(tmp_path: Path) -> None:
    stories = [
        Document("a", "A cyber attack. A second cyber attack."),
        Document("b", "A cyberattack."),
        Document("c", ""),
    ]
    findings = _say(_write(tmp_path, TERM), *stories)
    assert [(f.rule, f.document, f.span.start) for f in findings] == [("HSE001", "a", 2), ("HSE001", "a", 25)]
    assert findings[0].fixes[0].text == "cyberattack"


def test_term_inside_a_longer_word_or_its_right_form_is_left_alone(tmp_path: Path) -> None:
    text = TERM.replace('"cyber attack"', '"port"').replace('"cyberattack"', '"port authority"')
    story = Document("a", "The port authority exports and reports; the port is shut.")
    assert [finding.span.start for finding in _say(_write(tmp_path, text), story)] == [44]


def test_letters_that_grow_when_folded_do_not_shift_places(tmp_path: Path) -> None:
    findings = _say(_write(tmp_path, TERM), Document("a", "İstanbul saw a cyber attack."))
    assert [finding.span[:2] for finding in findings] == [(15, 27)]


def test_draft_is_tried_on_stories_with_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _write(tmp_path, TERM)
    for name, text in (("a.txt", "A cyber attack."), ("b.txt", "On Monday, July 5, 2019, a ferry sank.")):
        (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["try", "HSE001-two-words.toml", "a.txt", "b.txt", "--format", "concise"]) == 0
    said = capsys.readouterr()
    assert "a.txt:1:3" in said.out
    assert "b.txt" not in said.out  # July 5, 2019 was a Friday: another rule's slip
    assert "HSE001 speaks on 1 of 2 stories: 1 finding" in said.err
    assert main(["try", "missing.toml", "a.txt"]) == 2
    assert "missing.toml: no such rule file" in capsys.readouterr().err
