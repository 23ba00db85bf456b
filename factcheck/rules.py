"""Load, validate, select and explain rule files: TOML in, `Rule` and `Page` values out.

A run reads only the head of each file: everything before the line that starts with
`explain`, where the explanation and the examples begin. `explain` and the tests read
the whole file. This module does not know what a rule finds.
"""

from __future__ import annotations

import datetime
import re
import string
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.model import SEVERITIES, Rule

_PACKAGE = Path(__file__).resolve().parent
FOLDER = _PACKAGE / "_rules" if (_PACKAGE / "_rules").is_dir() else _PACKAGE.parent / "rules"
"""The shipped rules, word lists and known facts: package data, or the checkout's own folder."""

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
_HEAD_END = re.compile(r"^explain\s*=", re.MULTILINE)
_HEAD_KEYS: dict[str, type] = {"code": str, "name": str, "severity": str, "check": str, "message": str, "params": dict}
_TAIL_KEYS: dict[str, type] = {"explain": str, "invalid": list, "valid": list}
_EXAMPLE_KEYS = {"text", "title", "published", "today", "stories", "fix", "severity", "why"}
_STORY_KEYS = {"text", "title", "published", "id"}


class RuleError(ValueError):
    """A rule or a selection that cannot be used; the message names file, line and mend."""


class Example(NamedTuple):
    """Stories that a rule must (invalid) or must not (valid) speak on.

    `stories` are mappings with text and perhaps title, published (a date) and id; in an invalid
    example ⟦ ⟧ stand around each span where a finding is expected. `fix` is the text that one of
    the first three fixes must write, `severity` what the finding must have; "" asks nothing.
    """

    stories: tuple[Mapping[str, object], ...]
    valid: bool
    today: datetime.date | None = None
    fix: str = ""
    severity: str = ""
    why: str = ""


class Page(NamedTuple):
    """A whole rule file: the rule, why it exists, and its examples."""

    rule: Rule
    explain: str
    examples: tuple[Example, ...]


Kinds = Mapping[str, tuple[Mapping[str, str], Collection[str]]]
"""Name of a check to the params that its rule files take (see `factcheck.checks.custom.Kind`) and the
fields that their messages may name."""


def load_rules(
    folders: Sequence[Path] = (FOLDER,), checks: Collection[str] | None = None, kinds: Kinds | None = None
) -> tuple[Rule, ...]:
    """The rules of all `*.toml` files directly in the folders, by code; a folder may be one file too.

    Only heads are read. `checks` holds the known names of checks, when given; rules whose check is
    among `kinds` are held to its params and fields.
    Raises RuleError for a broken file or a code that two files claim.
    """
    rules: dict[str, Rule] = {}
    for folder in folders:
        for path in _rule_files(folder):
            rule = _rule(_parse(_head(path), path), path, checks)
            if kinds and rule.check in kinds:
                _hold_to(rule, *kinds[rule.check])
            if rule.code in rules:
                raise RuleError(
                    f"{path}:1: code {rule.code} is taken by {rules[rule.code].path}; give this rule a code of its own"
                )
            rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))


def _rule_files(folder: Path) -> Sequence[Path]:
    if folder.is_dir():
        return sorted(folder.glob("*.toml"))
    if not folder.is_file():
        raise RuleError(f"{folder}: no such rule file or folder; give a folder of .toml files")
    return (folder,)


def read_page(path: Path) -> Page:
    """One rule file whole, examples included. Raises RuleError where it is broken."""
    table = _parse(path.read_text(encoding="utf-8"), path)
    tail = {key: table.pop(key) for key in list(table) if key in _TAIL_KEYS}
    rule = _rule(table, path, None)
    for key, value in tail.items():
        if not isinstance(value, _TAIL_KEYS[key]):
            raise RuleError(f"{path}:{_line(path, key)}: {key} must be {_spoken(_TAIL_KEYS[key])}")
    if not str(tail.get("explain", "")).strip():
        raise RuleError(f"{path}:1: no explain; say in a few sentences what the rule finds and why it matters")
    examples = [
        _example(entry, kind == "valid", path) for kind in ("invalid", "valid") for entry in _entries(tail.get(kind))
    ]
    return Page(rule, str(tail["explain"]).strip(), tuple(examples))


def _entries(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def select_rules(rules: Sequence[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that a run uses: those under the selected codes, families or names (all when none
    is given) less the ignored ones. Raises RuleError for a selector that fits no rule."""
    wanted, unwanted = tuple(select), tuple(ignore)
    for selector in (*wanted, *unwanted):
        if not any(_fits(rule, selector) for rule in rules):
            raise RuleError(_unknown(selector, rules))
    return tuple(
        rule
        for rule in rules
        if (not wanted or any(_fits(rule, s) for s in wanted)) and not any(_fits(rule, s) for s in unwanted)
    )


def find_rule(rules: Sequence[Rule], name: str) -> Rule:
    """The rule of a code or a name. Raises RuleError, with the nearest one, where there is none."""
    for rule in rules:
        if name in (rule.name, rule.code) or name.upper() == rule.code:
            return rule
    raise RuleError(_unknown(name, rules))


def _fits(rule: Rule, selector: str) -> bool:
    return bool(selector) and (rule.code.startswith(selector.upper()) or rule.name == selector)


def _unknown(selector: str, rules: Sequence[Rule]) -> str:
    names = [word for rule in rules for word in (rule.code, rule.name)]
    near = _near(selector, names, 1, 0.5) or _near(selector.upper(), names, 1, 0.5)
    return f"no rule {selector}" + (f"; did you mean {near[0]}?" if near else "; `factcheck rules` lists them all")


def _head(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    end = _HEAD_END.search(text)
    return text[: end.start()] if end else text


def _parse(text: str, path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"at line (\d+), column (\d+)", str(error))
        place = f"{where[1]}:{where[2]}" if where else "1"
        raise RuleError(f"{path}:{place}: not TOML: {str(error).split(' (at')[0]}") from error


def _rule(table: Mapping[str, object], path: Path, checks: Collection[str] | None) -> Rule:
    for key, value in table.items():
        if key not in _HEAD_KEYS:
            near = _near(key, [*_HEAD_KEYS, *_TAIL_KEYS], 1)
            hint = f"did you mean {near[0]}?" if near else f"the keys are {', '.join([*_HEAD_KEYS, *_TAIL_KEYS])}"
            raise RuleError(f"{path}:{_line(path, key)}: unknown key {key}; {hint}")
        if not isinstance(value, _HEAD_KEYS[key]):
            raise RuleError(f"{path}:{_line(path, key)}: {key} must be {_spoken(_HEAD_KEYS[key])}")
    for key in ("code", "name", "severity", "check", "message"):
        if not table.get(key):
            raise RuleError(f'{path}:1: no {key}; add {key} = "..." above explain')
    code, name, severity, check = (str(table[key]) for key in ("code", "name", "severity", "check"))
    if not _CODE.fullmatch(code):
        raise RuleError(
            f"{path}:{_line(path, 'code')}: {code!r} is no code; write three capitals and three digits, as in DAT003"
        )
    if not _NAME.fullmatch(name):
        raise RuleError(f"{path}:{_line(path, 'name')}: {name!r} is no name; write lower-case words joined by hyphens")
    if severity not in SEVERITIES:
        raise RuleError(
            f"{path}:{_line(path, 'severity')}: severity {severity!r}; write one of {', '.join(reversed(SEVERITIES))}"
        )
    if checks is not None and check not in checks:
        near = _near(check, list(checks), 1, 0.4)
        hint = f"did you mean {near[0]}?" if near else f"the checks are {', '.join(sorted(checks))}"
        raise RuleError(f"{path}:{_line(path, 'check')}: no check {check!r}; {hint}")
    params = table.get("params")
    return Rule(
        code, name, severity, check, str(table["message"]), dict(params) if isinstance(params, dict) else {}, str(path)
    )


_PARAM_TYPES: dict[str, tuple[tuple[type, ...], str]] = {
    "text": ((str,), "text in quotes"),
    "texts": ((list,), 'a list of texts, as in ["one", "two"]'),
    "number": ((int, float), "a number"),
    "date": ((datetime.date,), "a date, as in 2019-07-06"),
    "yes": ((bool,), "true or false"),
}


def _hold_to(rule: Rule, params: Mapping[str, str], fields: Collection[str]) -> None:
    """Raise RuleError where a rule's params or its message are not what its check takes."""
    path = Path(rule.path)
    for key, value in rule.params.items():
        if key not in params:
            near = _near(key, params, 1, 0.5)
            hint = f"did you mean {near[0]}?" if near else f"it takes {', '.join(params)}"
            raise RuleError(f"{path}:{_param_line(path, key)}: the check {rule.check} takes no param {key}; {hint}")
        types, spoken = _PARAM_TYPES[params[key].rstrip("?")]
        if not _is_of(value, types) or (isinstance(value, datetime.datetime)):
            raise RuleError(f"{path}:{_param_line(path, key)}: {key} must be {spoken}")
    for key, kind in params.items():
        if not kind.endswith("?") and key not in rule.params:
            spoken = _PARAM_TYPES[kind][1]
            line = _line(path, "params" if rule.params else "check")
            raise RuleError(f"{path}:{line}: the check {rule.check} needs the param {key}: {spoken}")
    try:
        named = {name for _, name, _, _ in string.Formatter().parse(rule.message) if name is not None}
    except ValueError as error:
        raise RuleError(f"{path}:{_line(path, 'message')}: message: {error}; write {{{{ for a brace") from None
    strange = sorted(named - set(fields))
    if strange:
        known = ", ".join(f"{{{name}}}" for name in fields)
        raise RuleError(f"{path}:{_line(path, 'message')}: message names {{{strange[0]}}}; it may name {known}")


def _is_of(value: object, types: tuple[type, ...]) -> bool:
    if isinstance(value, bool):
        return types == (bool,)
    if isinstance(value, list):
        return types == (list,) and bool(value) and all(isinstance(item, str) and item for item in value)
    return isinstance(value, types) and value != ""


def _param_line(path: Path, key: str) -> int:
    """The first line of a file that sets a param; that of the params where none does by itself."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.search(rf"(?:^|[{{,]|\s){re.escape(key)}\s*=", line):
            return number
    return _line(path, "params")


def _example(entry: object, valid: bool, path: Path) -> Example:
    kind = "valid" if valid else "invalid"
    if not isinstance(entry, dict):
        raise RuleError(f"{path}:{_line(path, kind)}: {kind} must be a [[{kind}]] table")
    for key in entry:
        if key not in _EXAMPLE_KEYS:
            keys = ", ".join(sorted(_EXAMPLE_KEYS))
            raise RuleError(f"{path}:{_line(path, key)}: unknown key {key} in [[{kind}]]; the keys are {keys}")
    raw = entry.get("stories") or [{key: entry[key] for key in ("text", "title", "published") if key in entry}]
    for story in raw:
        strange = set(story) - _STORY_KEYS
        if "text" not in story or strange:
            more = ", ".join(sorted(_STORY_KEYS - {"text"}))
            raise RuleError(f"{path}:{_line(path, kind)}: each story in [[{kind}]] needs text, and may have {more}")
    if not valid and not any("⟦" in str(story.get(key, "")) for story in raw for key in ("text", "title")):
        raise RuleError(f"{path}:{_line(path, kind)}: an [[invalid]] example marks the expected span with ⟦ ⟧")
    return Example(
        tuple(raw),
        valid,
        entry.get("today"),
        str(entry.get("fix", "")),
        str(entry.get("severity", "")),
        str(entry.get("why", "")),
    )


def _line(path: Path, key: str) -> int:
    """The first line of a file that sets a key; 1 where none does."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.match(rf"\s*(?:\[+)?{re.escape(key)}\b", line):
            return number
    return 1


def _near(word: str, known: Collection[str], number: int, cutoff: float = 0.6) -> list[str]:
    """The known words nearest to a mistyped one; the library is loaded only then."""
    import difflib

    return difflib.get_close_matches(word, known, number, cutoff)


def _spoken(kind: type) -> str:
    return {"str": "text in quotes", "dict": "a table", "list": "a list of tables"}[kind.__name__]
