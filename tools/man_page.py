"""Writes the manual page docs/factcheck.1 from the options of every command: `python tools/man_page.py`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from factcheck import __version__
from factcheck.cli.arguments import invocation
from factcheck.cli.commands import COMMANDS, Command, make_parser

PAGE = Path(__file__).parent.parent / "docs" / "factcheck.1"

STATUS = """0: nothing at or above the fail level. 1: findings. 2: a file, a rule or an argument could not be used;
what could be checked is still reported."""

FILES = """factcheck.toml, or the table [tool.factcheck] of pyproject.toml, the nearest one from the working folder
upwards: settings. factcheck-accepted.jsonl: findings that somebody let stand."""

ENVIRONMENT = """FACTCHECK_CACHE: the folder for what can be made again, or off.
NO_COLOR, FORCE_COLOR, COLUMNS: as everywhere."""


def man_page() -> str:
    """The manual page in roff."""
    lines = [
        f'.TH FACTCHECK 1 "" "factcheck {__version__}" "User Commands"',
        ".SH NAME",
        "factcheck \\- a linter for facts in prose",
        ".SH SYNOPSIS",
    ]
    for name, command in COMMANDS.items():
        lines += [".br", f".B {_words(name)}", _safe(command.usage)]
    for name, command in COMMANDS.items():
        lines += [f".SH {_words(name).upper()}", _safe(command.about), *_options(name), *_examples(command)]
    for heading, text in (("EXIT STATUS", STATUS), ("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT)):
        lines += [f".SH {heading}", _safe(text)]
    return "\n".join(lines) + "\n"


def _words(name: str) -> str:
    return "factcheck" if name == "check" else f"factcheck {name}"


def _options(name: str) -> Iterator[str]:
    for group in make_parser(name)._action_groups:
        shown = [action for action in group._group_actions if action.help not in (None, argparse.SUPPRESS)]
        if shown and group.title not in ("positional arguments", "options"):
            yield f".SS {group.title}"
        for action in shown:
            yield from (".TP", f".B {_safe(invocation(action))}", _safe(str(action.help)))


def _examples(command: Command) -> Iterator[str]:
    if command.examples:
        yield from (".SS examples", ".nf", *(_safe(example) for example in command.examples), ".fi")


def _safe(text: str) -> str:
    """Text that roff prints as it stands."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in escaped.splitlines())


if __name__ == "__main__":
    PAGE.write_text(man_page(), encoding="utf-8")
