"""Settings of a newsroom: one file, `factcheck.toml` or the table [tool.factcheck] of a pyproject.toml, the
nearest one from the working folder upwards; the command line outranks it.

Nothing in it is passed over in silence: an unknown key, a value of another kind, a path or a pattern
that fits no file is an error that names file, line and the likely mend.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.cli.arguments import UsageError, did_you_mean
from factcheck.model import SEVERITIES
from factcheck.report import FORMATS

NAME = "factcheck.toml"

KEYS: dict[str, tuple[str, Any]] = {
    "select": ("texts", []),
    "ignore": ("texts", []),
    "rules": ("paths", []),
    "facts": ("paths", []),
    "no-facts": ("yes", False),
    "titles": ("paths", []),
    "background": ("paths", []),
    "against": ("text", ""),
    "cache": ("text", ""),
    "each": ("yes", False),
    "fail-on": ("level", "error"),
    "format": ("format", "text"),
    "baseline": ("text", ""),
    "accepted": ("text", ""),
    "text-field": ("text", ""),
    "title-field": ("text", ""),
    "date-field": ("text", ""),
    "id-field": ("text", ""),
    "severity": ("severities", {}),
    "per-file": ("rules of files", {}),
    "names": ("names", {}),
}
"""Key to the kind of its value and what holds where nobody says anything. All but the last three are
options of the command line too."""

TABLES = ("severity", "per-file", "names")


class Settings(NamedTuple):
    """What a settings file says, paths made from its folder, and where it stands; empty where there is none."""

    values: Mapping[str, Any] = {}
    path: str = ""


def find_settings(arguments: argparse.Namespace) -> Settings:
    """The settings of a run: of the file named by --settings, or the nearest one unless --isolated.

    Raises UsageError for a file that is missing or broken.
    """
    named = getattr(arguments, "settings", None)
    if named:
        path = Path(named)
        if not path.is_file():
            raise UsageError(f"--settings {named}: no such file")
        return read_settings(path)
    if not getattr(arguments, "isolated", False):
        here = Path.cwd()
        for folder in (here, *here.parents):
            if (folder / NAME).is_file():
                return read_settings(folder / NAME)
            if (folder / "pyproject.toml").is_file():
                settings = read_settings(folder / "pyproject.toml")
                if settings.path:
                    return settings
    return Settings()


def read_settings(path: Path) -> Settings:
    """The settings of a file; empty for a pyproject.toml without the table. Raises UsageError for a broken one."""
    text = path.read_text(encoding="utf-8")
    try:
        table: Mapping[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"at line (\d+)", str(error))
        line = int(where[1]) if where else 1
        raise UsageError(f"{path}:{line}: not TOML: {str(error).split(' (at')[0]}") from None
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("factcheck")
        if table is None:
            return Settings()
    values = {}
    for key, value in table.items():
        place = f"{path}:{_line(text, key)}: "
        if key not in KEYS:
            raise UsageError(
                f"{place}unknown key {key}{did_you_mean(key, KEYS) or '; the keys are ' + ', '.join(KEYS)}"
            )
        values[key] = _READ[KEYS[key][0]](place + key, value, path.parent)
    return Settings(values, str(path))


def merge(arguments: argparse.Namespace, settings: Settings) -> None:
    """Give every option that the command line left open its value from the settings, or its default."""
    for key, (_, default) in KEYS.items():
        name = key.replace("-", "_")
        if key in TABLES or (hasattr(arguments, name) and getattr(arguments, name) in (None, [], False)):
            if key == "format" and arguments.command not in ("check", "try"):
                continue
            setattr(arguments, name, settings.values.get(key, default))
    if getattr(arguments, "format", None) is None:
        arguments.format = "text"
    arguments.settings_path = settings.path
    arguments.settings_folder = str(Path(settings.path).parent)


def show(arguments: argparse.Namespace, settings: Settings) -> str:
    """The settings in force, as a settings file would say them, each with where it comes from."""
    lines = [f"# {settings.path or 'no settings file'}"]
    for key in KEYS:
        value = getattr(arguments, key.replace("-", "_"), None)
        if value is None:
            continue
        known = settings.values.get(key)
        source = (
            "settings"
            if value == known and key in settings.values
            else "default"
            if value == KEYS[key][1]
            else "option"
        )
        lines.append(f"{key} = {_toml(value)}  # {source}")
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f'"{key}" = {_toml(one)}' for key, one in value.items()) + " }" if value else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _text(place: str, value: object, folder: Path) -> str:
    if not isinstance(value, str):
        raise UsageError(f'{place} must be text in quotes, as in {place.rsplit(" ", 1)[-1]} = "..."')
    return value


def _texts(place: str, value: object, folder: Path) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise UsageError(f'{place} must be a list of texts, as in ["...", "..."]')
    return value


def _yes(place: str, value: object, folder: Path) -> bool:
    if not isinstance(value, bool):
        raise UsageError(f"{place} must be true or false")
    return value


def _paths(place: str, value: object, folder: Path) -> list[str]:
    paths = [_from(folder, name) for name in _texts(place, value, folder)]
    for path in paths:
        if not Path(path).exists():
            near = [one.name for one in Path(path).parent.glob("*")] if Path(path).parent.is_dir() else []
            raise UsageError(f"{place}: no such file or folder {path}{did_you_mean(Path(path).name, near)}")
    return paths


def _from(folder: Path, name: str) -> str:
    """A path of the settings file as it is written from the working folder, so that reports stay short."""
    path = folder / name
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _one_of(known: tuple[str, ...]) -> Any:
    def read(place: str, value: object, folder: Path) -> str:
        if value not in known:
            raise UsageError(
                f"{place}: {value!r}{did_you_mean(str(value), known) or '; choose from ' + ', '.join(known)}"
            )
        return str(value)

    return read


def _severities(place: str, value: object, folder: Path) -> dict[str, str]:
    read = _one_of(tuple(reversed(SEVERITIES)))
    return {rule: read(f"{place} of {rule}", level, folder) for rule, level in _table(place, value).items()}


def _rules_of_files(place: str, value: object, folder: Path) -> dict[str, list[str]]:
    table = {pattern: _texts(f"{place} {pattern}", rules, folder) for pattern, rules in _table(place, value).items()}
    for pattern in table:
        if not any(True for _ in folder.glob(pattern)):
            near = sorted(
                {
                    part
                    for one in folder.rglob("*")
                    if not one.name.startswith(".")
                    for part in (one.name, str(one.relative_to(folder)))
                }
            )
            raise UsageError(f"{place}: no file fits {pattern!r}{did_you_mean(pattern.partition('/')[0], near)}")
    return table


def _names(place: str, value: object, folder: Path) -> dict[str, list[str]]:
    """The house's form of a name to the forms that it does not use."""
    return {right: _texts(f"{place} {right}", wrong, folder) for right, wrong in _table(place, value).items()}


def _table(place: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise UsageError(f"{place} must be a table")
    return value


def _line(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"\s*(?:\[(?:tool\.factcheck\.)?)?\"?{re.escape(key)}\b", line):
            return number
    return 1


_READ: dict[str, Any] = {
    "text": _text,
    "texts": _texts,
    "yes": _yes,
    "paths": _paths,
    "level": _one_of((*reversed(SEVERITIES), "never")),
    "format": _one_of(tuple(FORMATS)),
    "severities": _severities,
    "rules of files": _rules_of_files,
    "names": _names,
}
