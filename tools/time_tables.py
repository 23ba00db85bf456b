"""Writes what the finder of times reads with, from the words and shapes of each language:
`python tools/time_tables.py`, after each change in factcheck/dates/en.py, es.py or locale.py."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from factcheck.dates import en, es
from factcheck.dates.locale import Locale, make_tables

FOLDER = Path(__file__).parent.parent / "factcheck" / "dates"
PAGES = {FOLDER / f"tables_{locale.LOCALE.name}.py": locale.LOCALE for locale in (en, es)}

HEAD = '''"""Made by tools/time_tables.py from {name}.py, not to be edited: its words and shapes as they are read."""

# ruff: noqa: E501
TABLES = r"""
{tables}
"""
SHAPES = r"""
{shapes}
"""
'''


def page(locale: Locale) -> str:
    """The module of a locale's tables, one line for each entry, so that a change is easily seen."""
    made = make_tables(locale)
    shapes = "\n".join(map(_line, made.pop("SHAPES")))
    tables = [f"{json.dumps(name)}: {_lines(value)}" for name, value in made.items()]
    text = "{" + ",\n".join(tables) + "}"
    return HEAD.format(name=locale.name, tables=text, shapes=shapes)


def _lines(value: Any) -> str:
    if isinstance(value, dict):
        return (
            "{\n" + ",\n".join([f"{json.dumps(key, ensure_ascii=False)}: {_line(value[key])}" for key in value]) + "}"
        )
    return _line(value)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    for path, locale in PAGES.items():
        path.write_text(page(locale), encoding="utf-8")
