"""What the words of a command line mean one by one, and what to say when they do not fit."""

from __future__ import annotations

import argparse
import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn


class UsageError(Exception):
    """Arguments, settings or files that cannot be used; the message says what and how to mend it."""


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that raises UsageError instead of leaving the process."""

    def format_help(self) -> str:
        """The help without blank lines between its groups, so that it fits a screen."""
        return re.sub(r"\n\n(?=\S[^\n]*:\n)", "\n", super().format_help())

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see {self.prog} --help")


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
