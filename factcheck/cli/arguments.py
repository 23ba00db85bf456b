"""What the words of a command line mean one by one, and what to say when they do not fit."""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NoReturn


class UsageError(Exception):
    """Arguments, settings or files that cannot be used; the message says what and how to mend it."""


MARGIN = 10
"""Columns for the name of a group of options, before the options."""

OPTION = 18
"""Columns for an option, before what it does."""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that raises UsageError instead of leaving the process. `together` names options
    that share a row of the help: option to the row's words, or None for one that is shown with another."""

    together: Mapping[str, tuple[str, str] | None] = {}

    def format_help(self) -> str:
        """The help, short enough for one screen: the name of a group stands in the margin."""
        width = _columns()
        lines = [f"usage: {self.usage}", "", *_wrapped(self.description or "", width, ""), ""]
        for group in self._action_groups:
            heading = "" if group.title in ("positional arguments", "options") else group.title or ""
            for action in group._group_actions:
                if row := self._row(action):
                    lines += _row_lines(heading, *row, width)
                    heading = ""
        return "\n".join([*lines, *(self.epilog or "").splitlines()]) + "\n"

    def _row(self, action: argparse.Action) -> tuple[str, str] | None:
        """An option and what it does; None for one that is not shown."""
        if action.help == argparse.SUPPRESS or action.help is None:
            return None
        name = action.option_strings[-1] if action.option_strings else action.dest
        if name in self.together:
            return self.together[name]
        return invocation(action), action.help

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see {self.prog} --help")


def invocation(action: argparse.Action) -> str:
    """An option as it is written: "-q, --quiet", "--width N"; of a word, what it is called."""
    value = action.metavar if isinstance(action.metavar, str) else "|".join(map(str, action.choices or ()))
    if not action.option_strings:
        return value or action.dest
    return ", ".join(action.option_strings) + (f" {value}" if value and action.nargs != 0 else "")


def _row_lines(heading: str, option: str, does: str, width: int) -> list[str]:
    """An option's lines; where it is too long for its column, what it does follows on the same line."""
    start = f"{heading:<{MARGIN}}{option:<{OPTION}} "
    return _wrapped(start + does, width, " " * (MARGIN + OPTION + 1))


def _wrapped(words: str, width: int, indent: str) -> list[str]:
    """Lines of at most so many columns, blanks inside them as they stand."""
    lines = []
    while len(words) > width and words.rfind(" ", len(indent) + 1, width + 1) > 0:
        cut = words.rfind(" ", len(indent) + 1, width + 1)
        lines.append(words[:cut].rstrip())
        words = indent + words[cut:].lstrip()
    return [*lines, words]


def plain_formatter(prog: str) -> argparse.HelpFormatter:
    """What argparse asks at every option whether its names can be shown; told no width, it would import shutil
    and look at the terminal each time."""
    return argparse.HelpFormatter(prog, width=80)


def _columns() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns):
        return min(max(int(columns), 60), 100)
    try:
        return min(max(os.get_terminal_size(sys.stdout.fileno()).columns, 60), 100)
    except (AttributeError, OSError, ValueError):
        return 80


class Version(argparse.Action):
    """Print the version and leave."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from factcheck import __version__

        print(f"factcheck {__version__}")
        raise SystemExit(0)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ "; did you mean X?" for the nearest known word, or nothing."""
    import difflib  # only for whoever mistyped

    near = difflib.get_close_matches(word, list(known), 1, 0.5)
    return f"; did you mean {near[0]}?" if near else ""


def day(text: str) -> datetime.date:
    """The day of an option; "now" is the day it is here."""
    if text == "now":
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2019-07-06") from None


def one_of(what: str, known: Sequence[str]) -> Callable[[str], str]:
    """A reader of a word that must be in a list."""

    def read(text: str) -> str:
        if text in known:
            return text
        near = did_you_mean(text, known) or f"; choose from {', '.join(known)}"
        raise argparse.ArgumentTypeError(f"no {what} {text!r}{near}")

    return read


def words_of(text: str) -> list[str]:
    """The words of a list with commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


def whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) >= 20):
        raise argparse.ArgumentTypeError(f"{text!r} is no width; write a number of columns from 20 on")
    return int(text)


def count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is no count; write a number from 1 on")
    return int(text)


def seconds(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError(f"{text!r} is no time; write a number of seconds above 0")
    return number
