"""A newsroom's own titles: lines that are learnt once for a process, and files that say where they are wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import Checker
from factcheck.owntitles import check_lines, read_titles
from factcheck.people.lexicon import TitlesError

LINES = """\
# of our city
Stadtholder | Stadhouder; stadtholderess | state | one

guild provost | Gildenprobst | state | one
portfolio fjords | fjords and harbours
"""
STORY = "date 2019-03-06\n\nStadtholder Anna Velkamp opened the lock. Guild Provost Velkamp praised the workers.\n"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own: titles hold for a whole process."""
    return subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def python(folder: Path, code: str) -> str:
    """What a program in a process of its own prints."""
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with titles and two stories."""
    (tmp_path / "titles.txt").write_text(LINES, encoding="utf-8")
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def test_lines_come_out_in_small_letters_without_comments(desk: Path) -> None:
    assert read_titles(desk / "titles.txt") == (
        "stadtholder | stadhouder; stadtholderess | state | one",
        "guild provost | gildenprobst | state | one",
        "portfolio fjords | fjords and harbours",
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("provost", "write title | other wordings | family | notes"),
        ("provost | | sate | one", "no family 'sate', did you mean 'state'?"),
        ("provost | | state | ones", "no note 'ones', did you mean 'one'?"),
        (" | provost | state | one", "'' is no wording of a title"),
        ("provost 1 | | state |", "'provost 1' is no wording of a title"),
        ("one two three four five six | | state |", "more than 5 words"),
        ("exclusive state", "write exclusive FAMILY FAMILY"),
        ("exclusive state estate", "no family 'estate', did you mean 'state'?"),
        ("together provost", "write together TITLE | TITLE"),
        ("portfolio | fish", "portfolio of what?"),
    ],
)
def test_bad_line_is_named_with_its_file_and_number(line: str, words: str) -> None:
    with pytest.raises(TitlesError) as caught:
        check_lines(["# ours", "", line], "titles.txt")
    assert str(caught.value).startswith("titles.txt:3: ")
    assert words in str(caught.value)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_own_titles_are_read_in_every_process(desk: Path, jobs: str) -> None:
    done = run(desk, "a.txt", "b.txt", "--titles", "titles.txt", "--jobs", jobs, "--format", "concise")
    assert [line.split(" ")[2] for line in done.stdout.splitlines()] == ["WHO001", "WHO001"]
    assert "Anna Velkamp is Guild Provost here, but Stadtholder" in done.stdout


def test_without_them_nothing_is_known_of_such_titles(desk: Path) -> None:
    assert run(desk, "a.txt", "--format", "concise").stdout == ""


def test_titles_may_stand_in_the_settings(desk: Path) -> None:
    (desk / "factcheck.toml").write_text('titles = ["titles.txt"]\n', encoding="utf-8")
    assert "WHO001" in run(desk, "a.txt", "--format", "concise").stdout


def test_broken_file_ends_the_run_with_file_and_line(desk: Path) -> None:
    (desk / "titles.txt").write_text("provost | | sate |\n", encoding="utf-8")
    done = run(desk, "a.txt", "--titles", "titles.txt")
    assert done.returncode == 2
    assert "factcheck: --titles titles.txt:1: no family 'sate'" in done.stderr


def test_a_pickled_checker_brings_its_titles_along(desk: Path) -> None:
    made = (
        "import pickle; from pathlib import Path; from factcheck import Checker;"
        "from factcheck.owntitles import read_titles;"
        "Path('checker').write_bytes(pickle.dumps(Checker(titles=read_titles(Path('titles.txt')))))"
    )
    python(desk, made)
    used = (
        "import pickle; from pathlib import Path; from factcheck import Document;"
        "checker = pickle.loads(Path('checker').read_bytes());"
        "print(*[f.rule for f in checker.run([Document(id='a', text=Path('a.txt').read_text())])])"
    )
    assert "WHO001" in python(desk, used).split()


@pytest.mark.parametrize(
    ("second", "words"),
    [
        ("Checker(titles=['warden | | state | one'])", "other titles are in force"),
        ("Checker(titles=['provost | | state | one'])", "none"),
        ("Checker()", "none"),
    ],
)
def test_one_process_has_one_table_of_titles(tmp_path: Path, second: str, words: str) -> None:
    code = (
        "from factcheck import Checker; from factcheck.people.lexicon import TitlesError\n"
        f"Checker(titles=['provost | | state | one'])\ntry:\n    {second}\n    print('none')\n"
        "except TitlesError as error:\n    print(error)"
    )
    assert words in python(tmp_path, code)


def test_titles_after_the_first_story_are_refused(tmp_path: Path) -> None:
    code = (
        "from factcheck import Checker, Document; from factcheck.people.lexicon import TitlesError\n"
        "Checker().run([Document(id='a', text='President Ada Moss spoke in Oslo on Friday.')])\n"
        "try:\n    Checker(titles=['provost | | state | one'])\nexcept TitlesError as error:\n    print(error)"
    )
    assert "titles must be given before the first story is read" in python(tmp_path, code)


def test_a_checker_without_titles_says_so() -> None:
    assert Checker().titles == ()
