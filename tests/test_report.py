"""Reports for people: what stands where, and that nothing of a story steers the terminal."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.model import Dateline, Document, Finding, Fix, Origin, Related, Span
from factcheck.read.places import find_place
from factcheck.report.concise import concise
from factcheck.report.excerpt import excerpt
from factcheck.report.look import Look
from factcheck.report.printable import printable
from factcheck.report.result import Result, Story
from factcheck.report.text import text

FERRY = """HAMMERVIK, July 6 (Nordpress) - The ferry talks begin again.

The two towns had not spoken since Monday, July 5, 2019, when the last boat left the northern quay and the gangway fell.
"""
COUNCIL = "Ole Brandt, director of the Harbours Board, met the visitors on Friday.\n"


def at(words: str, part: str, field: str = "text") -> Span:
    return Span(words.index(part), words.index(part) + len(part), field)


def story(path: str, words: str, title: str = "", dateline: Dateline | None = None) -> Story:
    document = Document(path, words, title, origin=Origin(path, words))
    return Story(document, dateline)


def result(*findings: Finding) -> Result:
    day = Dateline(datetime.date(2019, 7, 6), place="Hammervik", agency="Nordpress", source="wire line")
    stories = (story("ferry.txt", FERRY, "Ferry talks", day), story("council.txt", COUNCIL))
    words = sum(len(one.document.text.split()) for one in stories)
    return Result({one.document.id: one for one in stories}, {}, findings, find_place, words=words)


WEEKDAY = Finding(
    "DAT003",
    "weekday-mismatch",
    "error",
    "ferry.txt",
    at(FERRY, "Monday, July 5, 2019"),
    "Monday, but July 5, 2019 was a Friday.",
    (Fix(at(FERRY, "Monday"), "Friday"),),
)
ROLE = Finding(
    "WHO002",
    "role-wording",
    "warning",
    "council.txt",
    at(COUNCIL, "Harbours Board"),
    "Two names for one body.",
    related=(Related("ferry.txt", at(FERRY, "ferry talks"), "the other name", "ferry talks"),),
)


def test_finding_shows_its_line_with_the_words_underlined_and_the_fix() -> None:
    shown = "".join(text(result(WEEKDAY), Look(100)))
    assert shown == (
        "── ferry.txt ───────────────────────────────────────────────────────────────────────────────────────\n"
        "   Ferry talks\n"
        "   Saturday, July 6, 2019 · Hammervik, Nordpress · from the wire line\n"
        "\n"
        " ✖ error  DAT003 weekday-mismatch                                                     ferry.txt:3:36\n"
        "   Monday, but July 5, 2019 was a Friday.\n"
        "\n"
        "     3 │ The two towns had not spoken since Monday, July 5, 2019, when the last boat left the\n"
        "       │                                    ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔\n"
        "       │ northern quay and the gangway fell.\n"
        "   fix   Monday, July 5, 2019 → Friday, July 5, 2019\n"
        "\n"
        "────────────────────────────────────────────────────────────────────────────────────────────────────\n"
        " ✖ error  1  DAT003 weekday-mismatch\n"
        " 2 stories, 45 words checked; 1 with findings, 1 without.\n"
    )


def test_two_stories_stand_side_by_side_where_there_is_room() -> None:
    shown = "".join(text(result(ROLE), Look(100))).splitlines()
    row = next(line for line in shown if line.startswith("   council.txt:1:29"))
    assert row.split() == ["council.txt:1:29", "ferry.txt:1:37"]
    assert any("no date stated" in line and "Saturday, July 6, 2019" in line for line in shown)


def test_two_stories_stand_one_under_the_other_on_a_narrow_terminal() -> None:
    shown = "".join(text(result(ROLE), Look(40))).splitlines()
    places = [line.strip() for line in shown if line.strip() in ("council.txt:1:29", "ferry.txt:1:37")]
    assert places[-2:] == ["council.txt:1:29", "ferry.txt:1:37"]


@pytest.mark.parametrize("width", [20, 40, 76, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    shown = "".join(text(result(WEEKDAY, ROLE), Look(width)))
    assert max(map(len, shown.splitlines())) <= width


def test_ascii_terminal_gets_ascii_signs() -> None:
    assert "".join(text(result(WEEKDAY, ROLE), Look(60, unicode=False))).isascii()


def test_no_colour_means_no_escape() -> None:
    assert "\x1b" not in "".join(text(result(WEEKDAY, ROLE), Look(100)))
    assert "\x1b[1;31m" in "".join(text(result(WEEKDAY), Look(100, colour=True)))


def test_clean_run_says_what_was_checked() -> None:
    assert "".join(text(result(), Look(100))) == "✔ Nothing found in 2 stories, 45 words.\n"


def test_control_characters_and_turns_of_direction_are_shown_not_sent() -> None:
    assert printable("a\x1b[31m\tb\u202ec\ud800\x9b") == "a␛[31m b\ufffdc\ufffd\ufffd"


def test_markup_of_a_story_is_printed_as_it_stands() -> None:
    words = "[bold]The ferry[/bold] left on \x1b[31mMonday.\u202e\n"
    hostile = story("a\x1b[2J.txt", words, "[red]Title[/red] :smile:")
    finding = Finding("DAT003", "x", "error", "a\x1b[2J.txt", at(words, "Monday"), "[i]So[/i]")
    run = Result({hostile.document.id: hostile}, {}, (finding,), find_place)
    shown = "".join(text(run, Look(100)))
    assert "[bold]The ferry[/bold] left on ␛[31mMonday." in shown
    assert "[red]Title[/red] :smile:" in shown
    assert "\x1b" not in shown + "".join(concise(run))
    assert "\u202e" not in shown


HOSTILE = (
    "渡轮在二〇一九年七月五日离开北码头市政府发言人说桥梁将于秋天重新开放 Monday, July 5, 2019, "
    "👩‍🚀 é́ [red]not markup[/red] \x1b[2J\x00 \u202eturned\u202c \ud800 عبرت العبّارة النهر " + "x" * 150 + "\n"
)


@pytest.mark.parametrize("width", [40, 80, 100])
def test_hostile_story_keeps_every_report_in_its_columns(width: int) -> None:
    wild = story("渡轮.txt", HOSTILE, "[b]" + "渡" * 90)
    notes = (
        "Cho Yoon-je, South Korean Ambassador to the United States: January 1, 2017 to \x1b[31m2019 " * 2,
        "渡" * 70,
    )
    sides = (
        Related("渡轮.txt", at(HOSTILE, "turned"), notes[0], "turned"),
        Related("渡轮.txt", at(HOSTILE, "not markup"), notes[1], "not markup"),
        Related("ferry.txt", at(FERRY, "ferry talks"), notes[0], "ferry talks"),
        Related("facts:x", Span(0, 0), notes[1], HOSTILE),
    )
    finding = Finding("DAT003", "x", "error", "渡轮.txt", at(HOSTILE, "Monday, July 5, 2019"), HOSTILE, (), sides)
    stories = {one.document.id: one for one in (wild, story("ferry.txt", FERRY))}
    near = finding._replace(related=sides[:2])
    shown = "".join(text(Result(stories, {}, (finding, near), find_place), Look(width)))
    assert max(map(cell_len, shown.splitlines())) <= width
    assert not {"\x1b", "\x00", "\u202e", "\ud800"} & set(shown)
    assert "[red]not" in shown


def test_long_note_breaks_under_its_own_bar() -> None:
    note = "Cho Yoon-je, South Korean Ambassador to the United States: January 1, 2017 to December 31, 2019"
    side = Related("ferry.txt", at(FERRY, "ferry talks"), note, "ferry talks")
    finding = Finding("DLN003", "x", "error", "ferry.txt", at(FERRY, "Monday"), "So", (), (side,))
    lines = "".join(text(result(finding), Look(60))).splitlines()
    start = next(number for number, line in enumerate(lines) if "Cho Yoon-je" in line)
    assert [line[:9] for line in lines[start : start + 2]] == ["       │ ", "       │ "]
    assert lines[start + 1].endswith("December 31, 2019")


def test_concise_is_one_clickable_line() -> None:
    assert "".join(concise(result(WEEKDAY))) == (
        "ferry.txt:3:36: error DAT003 Monday, but July 5, 2019 was a Friday.\n"
    )


def test_excerpt_of_an_endless_line_shows_the_neighbourhood() -> None:
    words = "before " * 500 + "HERE" + " after" * 500
    rows = excerpt(words, at(words, "HERE"), (), 40, 3)
    assert len(rows) == 3
    assert "HERE" in rows[1].text
    assert rows[0].text.startswith("…")
    assert rows[2].text.endswith("…")


def test_mark_under_wide_characters_counts_cells() -> None:
    words = "渡轮 Monday"
    (row,) = excerpt(words, at(words, "Monday"), (), 40, 3)
    assert row.marks[0][:2] == (5, 11)


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(8, 120))
def test_any_excerpt_fits_and_keeps_the_marked_words(words: str, one: int, other: int, width: int) -> None:
    start, end = sorted((min(one, len(words)), min(other, len(words))))
    rows = excerpt(words, Span(start, end), (), width, 3)
    assert 1 <= len(rows) <= 4
    assert "\n" not in "".join(row.text for row in rows)
    for row in rows:
        for mark in row.marks:
            assert 0 <= mark.start < mark.end <= max(8, width) + 1
