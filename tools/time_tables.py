"""Writes what the finder of times reads with, from the words and shapes of each language:
`python tools/time_tables.py`, after each change in factcheck/dates/en.py, es.py or locale.py."""

from __future__ import annotations

from pathlib import Path

from factcheck.dates import en, es
from factcheck.dates.locale import Locale, make_tables

FOLDER = Path(__file__).parent.parent / "factcheck" / "dates"
PAGES = {FOLDER / f"tables_{locale.LOCALE.name}.py": locale.LOCALE for locale in (en, es)}

HEAD = '''"""Made by tools/time_tables.py from {name}.py, not to be edited: its words and shapes as they are read."""

# fmt: off
# ruff: noqa
from __future__ import annotations

from typing import Any
'''


def page(locale: Locale) -> str:
    """The module of a locale's tables: one line for each entry, so that a change is easily seen."""
    lines = [HEAD.format(name=locale.name)]
    for name, value in make_tables(locale).items():
        if isinstance(value, dict):
            entries = [f"    {key!r}: {entry!r}," for key, entry in value.items()]
            lines += [f"{name}: dict[str, Any] = {{", *entries, "}"]
        elif isinstance(value, tuple):
            lines += [f"{name}: Any = (", *(f"    {entry!r}," for entry in value), ")"]
        else:
            lines.append(f"{name} = {value!r}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for path, locale in PAGES.items():
        path.write_text(page(locale), encoding="utf-8")
