"""Settings: the nearest file counts, the command line outranks it, and nothing in it is passed over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli import main

FAULTY = "HAMMERVIK, July 6, 2019 - The 21th ferry left on Monday, July 5, 2019. Kim Jong-un waved.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a story in `news/`, the working folder of each test."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "ferry.txt").write_text(FAULTY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, words: str, name: str = "factcheck.toml") -> None:
    (folder / name).write_text(words, encoding="utf-8")


def rules_found(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    main(["news", "--format", "concise", "-q", *words])
    return sorted(line.split()[2] for line in capsys.readouterr().out.splitlines())


def test_settings_choose_the_rules(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules_found(capsys) == ["DAT003", "NUM006"]
    write(desk, 'select = ["NUM"]\n')
    assert rules_found(capsys) == ["NUM006"]


def test_command_line_outranks_settings(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(desk, 'select = ["NUM"]\n')
    assert rules_found(capsys, "--select", "DAT") == ["DAT003"]
    assert rules_found(capsys, "--isolated") == ["DAT003", "NUM006"]


def test_nearest_file_upwards_counts(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(desk, 'select = ["NUM"]\n')
    monkeypatch.chdir(desk / "news")
    main(["ferry.txt", "--format", "concise", "-q"])
    assert capsys.readouterr().out.count("\n") == 1


def test_table_of_pyproject_is_read(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(desk, '[project]\nname = "x"\n\n[tool.factcheck]\nignore = ["DAT"]\n', "pyproject.toml")
    assert rules_found(capsys) == ["NUM006"]


def test_pyproject_without_the_table_is_passed_by(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(desk, 'ignore = ["DAT"]\n')
    write(desk / "news", '[project]\nname = "x"\n', "pyproject.toml")
    assert rules_found(capsys) == ["NUM006"]


def test_severity_of_a_rule_is_the_houses(desk: Path) -> None:
    write(desk, '[severity]\nDAT003 = "info"\nordinal-suffix = "warning"\n')
    assert main(["news"]) == 0
    assert main(["news", "--fail-on", "warning"]) == 1


def test_rules_are_off_in_the_files_of_a_pattern(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(desk, '[per-file]\n"news/*.txt" = ["DAT"]\n')
    assert rules_found(capsys) == ["NUM006"]


def test_house_style_of_a_name_is_a_rule(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(desk, 'select = ["HSN"]\n[names]\n"Kim Jong Un" = ["Kim Jong-un"]\n')
    main(["news", "--format", "concise", "-q"])
    assert capsys.readouterr().out.endswith("warning HSN001 “Kim Jong-un”; the house writes Kim Jong Un\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('\nselct = ["DAT"]\n', "factcheck.toml:2: unknown key selct; did you mean select?"),
        ('select = "DAT"\n', "factcheck.toml:1: select must be a list of texts"),
        ('fail-on = "errors"\n', "did you mean error?"),
        ('rules = ["huose"]\n', "no such file or folder huose; did you mean house?"),
        ('[per-file]\n"nwes/*.txt" = ["DAT"]\n', "no file fits 'nwes/*.txt'; did you mean news?"),
        ('[severity]\nDAT003 = "eror"\n', "did you mean error?"),
        ('[severity]\nDAT0003 = "error"\n', "no rule DAT0003; did you mean DAT003?"),
        ('select = ["WH01"]\n', "no rule WH01"),
        ("select = [\n", "factcheck.toml:"),
        ("each = 1\n", "each must be true or false"),
    ],
)
def test_broken_settings_are_an_error_with_the_mend(
    words: str, said: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "house").mkdir()
    write(desk, words)
    assert main(["news"]) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert out == ""


def test_show_settings_prints_what_is_in_force(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(desk, 'select = ["NUM"]\n')
    assert main(["news", "--fail-on", "never", "--show-settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("factcheck.toml")
    assert 'select = ["NUM"]  # settings' in lines
    assert 'fail-on = "never"  # option' in lines
    assert "each = false  # default" in lines


def test_named_settings_file_is_read(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(desk, 'ignore = ["NUM"]\n', "other.toml")
    assert rules_found(capsys, "--settings", "other.toml") == ["DAT003"]
    assert main(["news", "--settings", "nowhere.toml"]) == 2
