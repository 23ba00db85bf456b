"""The command line as a user meets it: commands, exit statuses, what is said when something is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from factcheck.cli import commands, main

CLEAN = "HAMMERVIK, July 6, 2019 - The ferry left the quay with forty people on board.\n"
FAULTY = "HAMMERVIK, July 6, 2019 - The towns had last met on February 30, 2019, at the quay.\n"


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A whole process, as a user starts it."""
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**clean, **environment},
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "faulty.txt").write_text(FAULTY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_clean_story_exits_with_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean.txt"]) == 0
    assert "Nothing found in 1 story" in capsys.readouterr().out


def test_error_exits_with_1(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["faulty.txt", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("faulty.txt:1:53: error DAT001 ")


def test_fail_level_never_exits_with_0(folder: Path) -> None:
    assert main(["faulty.txt", "--fail-on", "never"]) == 0


def test_missing_path_exits_with_2_and_the_rest_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nowhere.txt", "faulty.txt", "--format", "concise"]) == 2
    out, err = capsys.readouterr()
    assert out.count("DAT001") == 1
    assert "factcheck: nowhere.txt: no such file or folder" in err


def test_jsonl_has_the_fields_of_the_interface(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["faulty.txt", "--format", "jsonl"])
    (line,) = capsys.readouterr().out.splitlines()
    finding = json.loads(line)
    assert list(finding) == [
        *("document", "path", "rule", "name", "severity", "field", "start", "end"),
        *("line", "column", "end_line", "end_column", "text", "message", "fixes", "related"),
    ]
    assert finding["text"] == "February 30, 2019"
    assert (finding["line"], finding["column"], finding["end_column"]) == (1, 53, 70)


def test_json_is_one_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([".", "--format", "json"])
    assert [finding["rule"] for finding in json.loads(capsys.readouterr().out)] == ["DAT001"]


def test_elapsed_time_goes_to_standard_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["clean.txt"])
    out, err = capsys.readouterr()
    assert " in 0" not in out
    assert err.startswith("1 story in ")


def test_quiet_prints_findings_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["clean.txt", "-q"])
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--select", "WH01"], "no rule WH01"),
        (["--select", "weekday-mismach"], "did you mean weekday-mismatch?"),
        (["--format", "jsnl"], "did you mean jsonl?"),
        (["--fromat", "json"], "no option --fromat; did you mean --format?"),
        (["--published", "06/07/2019"], "write it as 2019-07-06"),
        (["--fail-on", "errors"], "did you mean error?"),
        (["--rules", "nowhere"], "no such folder"),
        (["explain", "DAT0003"], "did you mean DAT003?"),
        (["explain"], "explain which rule?"),
        ([], "nothing to check"),
    ],
)
def test_wrong_words_exit_with_2_and_help(
    words: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "clean.txt"] if words and words[0].startswith("--") else words) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert err.startswith("factcheck: ")
    assert err.count("\n") == 1
    assert out == ""


def test_command_word_is_the_command_and_dot_slash_the_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "rules").mkdir()
    (folder / "rules" / "story.txt").write_text(FAULTY, encoding="utf-8")
    assert main(["rules", "--format", "jsonl"]) == 0
    assert "DAT001" in [json.loads(line)["code"] for line in capsys.readouterr().out.splitlines()]
    assert main(["./rules", "--format", "concise"]) == 1


def test_options_may_stand_before_the_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--format", "jsonl", "dates", "faulty.txt"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "faulty.txt"


def test_dates_jsonl_is_one_object_a_story(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["dates", "clean.txt", "--format", "jsonl", "--published", "2019-07-06"])
    table = json.loads(capsys.readouterr().out)
    assert (table["id"], table["dct"]) == ("clean.txt", "2019-07-06")
    assert {"start", "end", "text", "type", "value"} <= set(table["timexes"][0])


def test_claims_jsonl_is_one_claim_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "role.txt").write_text("Norwegian President Ole Brandt spoke on July 6, 2019.\n", encoding="utf-8")
    assert main(["claims", "role.txt", "--format", "jsonl"]) == 0
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (role,) = [claim for claim in claims if claim["attribute"] == "role"]
    assert role["name"] == "Ole Brandt"
    assert role["value"]["title"] == "president"


def test_explain_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "DAT001", "--width", "80"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("DAT001 impossible-date")
    assert "It speaks on" in out
    assert "It lets stand" in out


def test_background_is_compared_with_and_never_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clean.txt", "--background", ".", "--format", "jsonl"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("command", commands.COMMANDS)
def test_help_fits_a_screen(command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) < 40
    assert max(map(len, lines)) < 80
    assert "examples" in lines


def test_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("factcheck 0.")


def test_terminal_without_utf8_gets_what_it_can_show(folder: Path) -> None:
    done = run("faulty.txt", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert done.stdout.isascii()
    assert "^^^^" in done.stdout


def test_no_color_wins_over_a_terminal(folder: Path) -> None:
    assert "\x1b" not in run("faulty.txt", NO_COLOR="1", FORCE_COLOR="1").stdout
    assert "\x1b" in run("faulty.txt", FORCE_COLOR="1").stdout


def test_reader_of_a_pipe_may_go_away(folder: Path) -> None:
    (folder / "many.txt").write_text(FAULTY * 3000, encoding="utf-8")
    command = f'"{sys.executable}" -m factcheck many.txt --format jsonl | head -n 1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr


def test_short_story_for_a_program_imports_no_rich(folder: Path) -> None:
    script = (
        "import sys; from factcheck.cli import main; main(['faulty.txt', '--format', 'jsonl', '-q']);"
        "print(sorted({'rich', 'dateparser', 'dateutil', 'sqlite3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_statistics_count_by_rule(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([".", "--statistics", "--select", "DAT"])
    assert capsys.readouterr().out == ("     1  DAT001  impossible-date, in 1 story\n     1  in all, in 2 stories\n")


def test_why_says_what_was_read_on_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--why", "faulty.txt:1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "faulty.txt:1 (Saturday, July 6, 2019 - HAMMERVIK - from the wire line)"
    assert any(line.startswith("  DAT001 speaks: ") for line in lines)
    assert any(line.startswith("  time “February 30, 2019” read as ") for line in lines)


def why(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, str]:
    """What --why says of each rule."""
    main(["--why", *words])
    said = {}
    for line in capsys.readouterr().out.splitlines()[1:]:
        rules, silent, reason = line.strip().partition(" silent: ")
        said.update(dict.fromkeys(rules.split(), reason) if silent else {line.split()[0]: line.strip()})
    return said


def test_why_tells_of_each_silent_rule_what_kept_it_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = why(capsys, "faulty.txt:1", "--ignore", "NUM")
    assert said["DAT001"].startswith("DAT001 speaks: error: February 30, 2019")
    assert said["NUM001"] == "off: not selected, or ignored"
    assert said["DLN001"] == "speaks of the story, not of a line"
    assert said["WHO001"] == "no claim on the line under a key of kind “person”"
    assert said["DAT003"] == "looked, and found nothing to say"


def test_why_tells_that_a_date_is_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "undated.txt").write_text("They met on Friday, May 3, he said.\n", encoding="utf-8")
    assert why(capsys, "undated.txt:1")["DAT004"] == "the story has no date (--published gives one)"


def test_why_tells_of_accepted_findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["accept", "faulty.txt:1", "--reason", "a quiz"])
    assert why(capsys, "faulty.txt:1")["DAT001"].startswith("spoke, and is kept quiet")


def test_why_tells_which_other_claims_were_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = "OSLO, May 3, 2019 - Mayor Anna Berg spoke on Friday.\n\nMayor Anna Berg will speak again on Sunday.\n"
    (folder / "mayor.txt").write_text(copy, encoding="utf-8")
    assert why(capsys, "mayor.txt:1")["WHO001"].startswith("compared with ")


def test_watch_checks_again_after_a_change(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.cli import watch

    checks = []

    def change(_: float) -> None:
        if len(checks) == 2:
            raise KeyboardInterrupt
        (folder / "clean.txt").write_text(CLEAN * 2, encoding="utf-8")

    monkeypatch.setattr(watch, "check", SimpleNamespace(run=lambda arguments, terminal: checks.append(1)))
    monkeypatch.setattr(watch.time, "sleep", change)
    assert main([".", "--watch"]) == 130
    assert len(checks) == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_commands_options_and_rules(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "explain" in script
    assert "DAT003" in script
    assert "fail-on" in script


def test_options_with_values_are_known_before_the_command() -> None:
    taking = {
        option
        for name in commands.COMMANDS
        for action in commands.make_parser(name)._actions
        for option in action.option_strings
        if action.nargs != 0 and option.startswith("--")
    }
    assert taking == commands.TAKE_A_VALUE
