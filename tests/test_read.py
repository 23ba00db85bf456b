"""Files, folders and standard input: what is read, what is named as a problem, and where a span stands."""

from __future__ import annotations

import datetime
import io
import os
import sys
from pathlib import Path

import pytest

from factcheck.model import Document, Problem, Span
from factcheck.read import Options, read_stories
from factcheck.read.places import find_place, source_span, write_fix
from factcheck.read.source import LARGEST_STORY


def _read(*paths: Path | str, **options: object) -> list[Document | Problem]:
    return list(read_stories(paths, Options(**options)))  # type: ignore[arg-type]


def _write(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


def _one(path: Path, **options: object) -> Document:
    (document,) = (item for item in _read(path, **options) if isinstance(item, Document))
    return document


def _problem(path: Path | str) -> Problem:
    (problem,) = _read(path)
    assert isinstance(problem, Problem)
    return problem


def _place(document: Document, words: str, field: str = "text") -> tuple[int, int, int, int]:
    start = document.field(field).index(words)
    return find_place(document, Span(start, start + len(words), field))[1:]


def test_story_is_named_by_its_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "seeds" / "a.txt", "The mill closed.")
    monkeypatch.chdir(tmp_path)
    assert [item.id for item in _read("seeds") if isinstance(item, Document)] == ["seeds/a.txt"]
    assert [item.id for item in _read("./seeds/a.txt") if isinstance(item, Document)] == ["./seeds/a.txt"]


def test_folder_is_read_in_order_and_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", ".hidden/e.txt", "README.md", "LICENSE.txt", "picture.png", "z.md"):
        _write(tmp_path / name, "The mill closed.")
    names = [Path(item.id).relative_to(tmp_path).as_posix() for item in _read(tmp_path) if isinstance(item, Document)]
    assert names == ["a.txt", "b.txt", "c/d.txt", "z.md"]


def test_file_of_any_ending_is_read_when_named_outright(tmp_path: Path) -> None:
    assert _one(_write(tmp_path / "story.copy", "The mill closed.")).text == "The mill closed."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Café – “mill”.".encode(), "utf-8"),
        ("Café – “mill”.".encode("utf-8-sig"), "utf-8-sig"),
        ("Café – “mill”.".encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + "Café – “mill”.".encode("utf-16-be"), "utf-16"),
        ("Café – “mill”.".encode("utf-32"), "utf-32"),
        ("Café – “mill”.".encode("cp1252"), "cp1252"),
    ],
)
def test_text_is_read_in_its_encoding(tmp_path: Path, data: bytes, encoding: str) -> None:
    document = _one(_write(tmp_path / "a.txt", data))
    assert document.text == "Café – “mill”."
    assert document.origin is not None
    assert document.origin.encoding == encoding


def test_windows_1252_is_read_with_a_note(tmp_path: Path) -> None:
    note, _ = _read(_write(tmp_path / "a.txt", b"One.\nCaf\xe9."))
    assert isinstance(note, Problem)
    assert not note.fatal
    assert "line 2" in note.message
    assert "Windows-1252" in note.message


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"one\0two", "binary"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"PK\x03\x04...", "zip"),
        (b"\xff\xfeabc", "UTF-16"),
        (b"caf\xe9 \x81", "neither UTF-8"),
    ],
)
def test_unusable_file_is_one_clear_line(tmp_path: Path, data: bytes, words: str) -> None:
    problem = _problem(_write(tmp_path / "a.txt", data))
    assert problem.fatal
    assert words in str(problem)
    assert str(problem).startswith(str(tmp_path / "a.txt"))
    assert "\n" not in str(problem)


def test_missing_path_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    story = _write(tmp_path / "a.txt", "The mill closed.")
    problem, document = _read(tmp_path / "nope.txt", story)
    assert str(problem).endswith("nope.txt: no such file or folder")
    assert isinstance(document, Document)


def test_folder_without_stories_is_a_problem(tmp_path: Path) -> None:
    _write(tmp_path / "a.png", "x")
    assert "no stories in this folder" in _problem(tmp_path).message


def test_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(4 * LARGEST_STORY)
    assert "larger than 50 MB" in _problem(path).message


def test_link_loop_is_noted_and_ends(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", "The mill closed.")
    (tmp_path / "up").symlink_to(tmp_path)
    document, note = _read(tmp_path)
    assert isinstance(document, Document)
    assert "leads back" in str(note)


def test_link_to_itself_and_broken_link_are_problems(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert all(isinstance(item, Problem) for item in _read(tmp_path))
    assert len(_read(tmp_path)) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_and_device_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "a pipe" in _problem(tmp_path / "pipe.txt").message
    assert "a device" in _problem("/dev/null").message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file_is_a_problem(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.txt", "x")
    path.chmod(0)
    assert "cannot be read" in _problem(path).message


def test_standard_input_is_one_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The mill closed.")))
    (document,) = _read("-")
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("-", "The mill closed.")


def test_standard_input_may_be_named_to_tell_its_format(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"id": "x", "text": "One."}\n')))
    (document,) = _read("-", stdin_name="buffer.jsonl")
    assert isinstance(document, Document)
    assert document.id == "x"


def test_caller_s_date_goes_to_every_story(tmp_path: Path) -> None:
    day = datetime.date(2019, 7, 6)
    assert _one(_write(tmp_path / "a.txt", "x"), published=day).published == day


def test_places_count_code_points_from_one(tmp_path: Path) -> None:
    document = _one(_write(tmp_path / "a.txt", "Ärger 😀 here.\nThe second line\ngoes on."))
    assert _place(document, "here") == (1, 9, 1, 13)
    assert _place(document, "line\ngoes") == (2, 12, 3, 5)


def test_windows_line_ends_keep_their_places(tmp_path: Path) -> None:
    document = _one(_write(tmp_path / "a.txt", "One.\r\n\r\nThe mill.\rLast."))
    assert document.text == "One.\n\nThe mill.\nLast."
    assert _place(document, "mill") == (3, 5, 3, 9)
    assert _place(document, "Last") == (4, 1, 4, 5)
    assert document.origin is not None
    assert document.origin.newline == "\r\n"
    assert source_span(document, Span(10, 14)) == (12, 16)
    assert source_span(document, Span(0, 14)) is None


def test_lines_of_json_are_articles(tmp_path: Path) -> None:
    rows = '{"id": "a", "title": "T", "text": "One.", "published": "2019-07-06"}\n\n{"text": "Two."}\n'
    path = _write(tmp_path / "a.jsonl", rows)
    first, second = _read(path)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.title, first.text, first.published) == ("a", "T", "One.", datetime.date(2019, 7, 6))
    assert second.id == f"{path}:3"


def test_places_in_json_lines_see_through_escapes(tmp_path: Path) -> None:
    row = '{"x": {"text": "no"}, "text": "A \\u201cB\\u201d\\n\\ud83d\\ude00 mill \\"x\\".", "title": "Ti\\ttle"}'
    document = _one(_write(tmp_path / "a.jsonl", "{}\n" + row))
    assert document.text == 'A “B”\n😀 mill "x".'
    column = row.index("mill") + 1
    assert _place(document, "mill") == (2, column, 2, column + 4)
    assert _place(document, "“B”") == (2, row.index("\\u201c") + 1, 2, row.index("\\u201d") + 7)
    assert _place(document, "tle", "title") == (2, row.index("\\ttle") + 3, 2, row.index("\\ttle") + 6)
    start = document.text.index("mill")
    assert write_fix(document, Span(start, start + 4), 'a "b"') == (column - 1, column + 3, 'a \\"b\\"')


def test_broken_line_of_json_is_named_and_the_rest_read(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "a.jsonl", b'{"text": "One."}\n{bad\n[1]\n{"text": 5}\n{"text": "\xff"}\n{"text": "Two."}\n'
    )
    items = _read(path)
    assert [item.line for item in items if isinstance(item, Problem)] == [2, 3, 4, 5]
    assert [item.text for item in items if isinstance(item, Document)] == ["One.", "Two."]


def test_fields_of_json_lines_can_be_named(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.jsonl", '{"nr": 7, "copy": "One.", "head": "T", "day": 1562371200}')
    document = _one(path, text_field="copy", title_field="head", date_field="day", id_field="nr")
    assert (document.id, document.title, document.text) == ("7", "T", "One.")
    assert document.published == datetime.date(2019, 7, 6)


def test_missing_named_field_and_unreadable_date_are_problems(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.jsonl", '{"text": "One.", "day": "soon"}')
    (first,) = _read(path, text_field="copy")
    (second,) = _read(path, date_field="day")
    assert "no field 'copy'; the fields are 'text', 'day'" in str(first)
    assert "'soon', which is no date" in str(second)


def test_nested_json_is_refused(tmp_path: Path) -> None:
    assert "nested" in str(_problem(_write(tmp_path / "a.jsonl", "[" * 200_000)))


def test_span_of_a_document_without_source_counts_in_its_text() -> None:
    document = Document("a", "One.\nTwo.", "Title")
    assert find_place(document, Span(5, 8)) == ("a", 2, 1, 2, 4)
    assert source_span(document, Span(5, 8)) is None
