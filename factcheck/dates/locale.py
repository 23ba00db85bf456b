"""What a language gives the finder: tables of words and of shapes; and both made ready for use.

A locale names *classes* of words (MONTH, UNIT, ...), each a table from word to value, and
*patterns* whose shapes are written in classes, not in words:

    month=MONTH .? day=DAY ,? year=YEAR

An upper-case name is a class or a set of classes, a lower-case word or a sign stands for itself,
`name=` keeps the token as that field, `?` and `|` and brackets mean what they mean in a regular
expression, `<NAME>` inserts a macro, and `[ ... ]` marks one of several expressions of a joined form
("July 5 and 6, 2019"). Each class gets one character, so a run of time words becomes a short string
of characters, and a shape a small regular expression over such strings. No words reach the finder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from functools import cache
from importlib import import_module
from typing import NamedTuple

NUMBER_CLASSES = (
    "D1",
    "D2",
    "D3",
    "Y4",
    "N4",
    "N5",
    "BIG",
    "DEC",
    "NTH",
    "NUMBERS",
    "DECADE",
    "CLOCK",
    "ISO",
    "NUMERIC",
    "FRACTION",
)
"""Tokens with digits: one or two digits up to 31, two digits, three, a likely year, other four digits,
five digits that look like a mistyped year, any other number, a decimal number, "5th", "1990s", "10:30",
"2019-07-05", "5/7/2019", "1/2"."""

SIGNS = {",": ",", ".": ".", "-": "-", "–": "-", "‑": "-", "'": "'", "’": "'", "/": "/", "(": "OPEN", ")": "CLOSE"}


class Pattern(NamedTuple):
    """One shape of time expression.

    `form` and `type` go into the expression, `fixed` holds further fields ("unit=week direction=-1"),
    `examples` are "words = value" at the reference date of the locale, run as tests.
    """

    form: str
    type: str
    shape: str
    fixed: str = ""
    examples: tuple[str, ...] = ()


class Locale(NamedTuple):
    """The tables of one language.

    `words`: class to "word=value ..."; a class whose name ends in `^` holds words that count only with a
    capital, and falls back to the class of the same name with `_LOW` where that exists. `sets`: name to
    classes. `triggers`: the classes whose words start a search. `dotted`: those that
    may be cut short with a full stop. `order`: of a numeric date that could be read both ways.
    """

    name: str
    words: Mapping[str, str]
    sets: Mapping[str, str]
    macros: Mapping[str, str]
    patterns: tuple[Pattern, ...]
    triggers: str
    dotted: str
    order: str = "dmy"


class Word(NamedTuple):
    """What a word means to the finder: its class as one character, its value, and both for small letters."""

    code: str
    value: str
    low_code: str = ""


class Shape(NamedTuple):
    """A pattern made ready: a regular expression over codes, compiled when it is first tried.

    Every match holds a code of `needs`, where there are any; its second code is one of `seconds`, and only
    where `single` holds may it have no second. `fields` are (name, part, group); `parts` the groups of the
    expressions of a joined form, in order.
    """

    number: int
    pattern: Pattern
    regex: str
    needs: frozenset[str]
    seconds: frozenset[str]
    single: bool
    fields: tuple[tuple[str, int, int], ...]
    parts: tuple[int, ...]
    fixed: Mapping[str, tuple[str, ...]]
    doubt: str


class Tables(NamedTuple):
    """A locale made ready for the finder."""

    name: str
    order: str
    words: Mapping[str, Word]
    codes: Mapping[str, str]
    shapes: tuple[Shape, ...]
    shapes_from: Mapping[str, tuple[Shape, ...]]
    ends: frozenset[str]
    follows: Mapping[str, Set[str]]
    dotted: frozenset[str]
    trigger_words: tuple[str, ...]
    names: Mapping[str, str]


@cache
def load(name: str) -> Tables:
    """The tables of a locale ("en", "es"); raises ModuleNotFoundError for a name that has none."""
    locale: Locale = import_module(f"factcheck.dates.{name}").LOCALE
    codes = _codes(locale)
    words = _words(locale, codes)
    shapes: dict[str, list[Shape]] = {}
    every = []
    reader = _Reader(locale, codes)
    ends: set[str] = set()
    for number, pattern in enumerate(locale.patterns):
        shape, whole = _shape(number, pattern, reader)
        every.append(shape)
        ends |= whole.lasts
        for code in whole.firsts:
            shapes.setdefault(code, []).append(shape)
    triggers = set(locale.triggers.split())
    trigger_words = [
        word for cls, table in locale.words.items() if cls.rstrip("^") in triggers for word, _ in _entries(table)
    ]
    for word, _ in _entries(locale.words.get("ERA", "")):
        trigger_words.append(".".join(word))  # "44 B.C."
    return Tables(
        locale.name,
        locale.order,
        words,
        codes,
        tuple(every),
        {code: tuple(group) for code, group in shapes.items()},
        frozenset(ends),
        {code: reader.follows.get(code, NOTHING) for code in codes.values()},
        frozenset(codes[cls] for cls in locale.dotted.split()),
        tuple(sorted(set(trigger_words))),
        {code: cls for cls, code in codes.items()},
    )


def _entries(table: str) -> Iterable[tuple[str, str]]:
    """Words and values of a table: "may=5 june=6"; a word without a value is its own."""
    for entry in table.split():
        word, _, value = entry.partition("=")
        yield word, value or word


def _literals(locale: Locale) -> set[str]:
    """The lower-case words that stand for themselves in shapes and macros."""
    shapes = " ".join([*(p.shape for p in locale.patterns), *locale.macros.values()])
    bodies = "|".join(body for _, body, _ in ITEM.findall(shapes))
    return {word for word in bodies.split("|") if word.isalpha() and word.islower()}


def _codes(locale: Locale) -> dict[str, str]:
    names = [*NUMBER_CLASSES, *dict.fromkeys(SIGNS.values()), "\n"]
    names += [cls.rstrip("^") for cls in locale.words]
    listed = {word for table in locale.words.values() for word, _ in _entries(table)}
    twice = listed & (literals := _literals(locale))
    if twice:
        raise ValueError(f"{locale.name}: both in a class and a word of a shape: {sorted(twice)}")
    names += sorted(literals)
    return {name: chr(0x4E00 + number) for number, name in enumerate(dict.fromkeys(names))}


def _words(locale: Locale, codes: Mapping[str, str]) -> dict[str, Word]:
    words = {name: Word(code, name, code) for name, code in codes.items() if name.islower()}
    for cls, table in locale.words.items():
        name = cls.rstrip("^")
        low = codes[name] if name == cls else codes.get(f"{name}_LOW", "")
        words.update((word, Word(codes[name], value, low)) for word, value in _entries(table))
    return words


ITEM = re.compile(r"(?:(\w+)=)?([^\s?*()\[\]]+|[()\[\]])([?*]?)")


class _Part(NamedTuple):
    """A stretch of a shape as a regular expression, with the codes it may begin and end with and those that may
    come second, whether it may be empty or a single code, and codes of which every match holds one (None where
    that is not known)."""

    regex: str
    firsts: frozenset[str]
    lasts: frozenset[str]
    seconds: frozenset[str]
    empty: bool
    single: bool
    needs: frozenset[str] | None


NOTHING: frozenset[str] = frozenset()


def _shape(number: int, pattern: Pattern, reader: _Reader) -> tuple[Shape, _Part]:
    """A pattern made ready, and what it may begin and end with."""
    whole = reader.read(pattern.shape)
    fixed = dict(_entries(pattern.fixed))
    fields = tuple((name, part, group) for group, (name, part) in enumerate(reader.groups, 1) if name)
    parts = tuple(group for group, (name, _) in enumerate(reader.groups, 1) if not name)
    doubt = fixed.pop("bare", "")
    values = {name: (value,) for name, value in fixed.items()}
    needs = whole.needs or NOTHING
    return Shape(number, pattern, whole.regex, needs, whole.seconds, whole.single, fields, parts, values, doubt), whole


class _Reader:
    """Reads shapes into regular expressions over codes."""

    def __init__(self, locale: Locale, codes: Mapping[str, str]) -> None:
        self.locale, self.codes = locale, codes
        self.items: list[tuple[str, str, str]] = []
        self.position = self.part = self.parts = 0
        self.groups: list[tuple[str, int]] = []
        self.known: dict[str, _Part] = {}
        self.macros: dict[str, _Part] = {}
        self.follows: dict[str, set[str]] = {}

    def read(self, source: str) -> _Part:
        self.items = ITEM.findall(self.expand(source))
        self.position = self.part = self.parts = 0
        self.groups = []
        return self.branches()

    def expand(self, source: str) -> str:
        """The source with its macros put in; one without fields stays and is read once."""
        for name in re.findall(r"<(\w+)>", source):
            text = self.locale.macros[name]
            if "=" in text or "<" in text:
                source = source.replace(f"<{name}>", self.expand(text))
            elif name not in self.macros:
                inner = _Reader(self.locale, self.codes)
                inner.follows = self.follows
                self.macros[name] = inner.read(text)
        return source

    def branches(self) -> _Part:
        """Alternatives up to the closing bracket."""
        parts = [self.sequence()]
        while self.position < len(self.items) and self.items[self.position][1] == "|":
            self.position += 1
            parts.append(self.sequence())
        if len(parts) == 1:
            return parts[0]
        firsts = NOTHING.union(*[p.firsts for p in parts])
        lasts = NOTHING.union(*[p.lasts for p in parts])
        seconds = NOTHING.union(*[p.seconds for p in parts])
        sure = [p.needs for p in parts if p.needs is not None]
        needs = NOTHING.union(*sure) if len(sure) == len(parts) else None
        empty, single = any(p.empty for p in parts), any(p.single for p in parts)
        return _Part("|".join([p.regex for p in parts]), firsts, lasts, seconds, empty, single, needs)

    def sequence(self) -> _Part:
        regex: list[str] = []
        firsts = lasts = seconds = NOTHING
        empty, single, needs = True, False, None
        while self.position < len(self.items) and self.items[self.position][1] not in (")", "]", "|"):
            item = self.item()
            regex.append(item.regex)
            for code in lasts:
                self.follows.setdefault(code, set()).update(item.firsts)
            if single:
                seconds |= item.firsts
                single = item.empty
            if empty:
                firsts |= item.firsts
                seconds |= item.seconds
                single = single or item.single
                empty = item.empty
            lasts = lasts | item.lasts if item.empty else item.lasts
            if not item.empty and item.needs is not None and (needs is None or len(item.needs) <= len(needs)):
                needs = item.needs
        return _Part("".join(regex), firsts, lasts, seconds, empty, single, needs)

    def item(self) -> _Part:
        name, body, many = self.items[self.position]
        self.position += 1
        if body not in ("(", "["):
            word = self.word(body)
            regex = f"{self.group(name)}{word.regex})" if name else word.regex
            seconds = word.seconds | word.firsts if many == "*" else word.seconds
            needs = None if many else word.needs
            return _Part(regex + many, word.firsts, word.lasts, seconds, word.empty or bool(many), word.single, needs)
        if body == "[":
            self.parts += 1
            self.part = self.parts
            opening = self.group("")
        else:
            opening = self.group(name) if name else "(?:"
        inner = self.branches()
        if body == "[":
            self.part = 0
        many = self.items[self.position][2]
        self.position += 1
        empty = inner.empty or bool(many)
        seconds = inner.seconds | inner.firsts if many == "*" else inner.seconds
        needs = None if empty else inner.needs
        return _Part(f"{opening}{inner.regex}){many}", inner.firsts, inner.lasts, seconds, empty, inner.single, needs)

    def word(self, body: str) -> _Part:
        """A class, set, sign or word, several of them with bars, or a macro without fields."""
        part = self.known.get(body)
        if part is None:
            if body[0] == "<":
                macro = self.macros[body[1:-1]]
                part = macro._replace(regex=f"(?:{macro.regex})")
            else:
                chars = self.chars(body)
                firsts = frozenset(chars)
                part = _Part(chars if len(chars) == 1 else f"[{chars}]", firsts, firsts, NOTHING, False, True, firsts)
            self.known[body] = part
        return part

    def group(self, name: str) -> str:
        self.groups.append((name, self.part))
        return "("

    def chars(self, body: str) -> str:
        """The codes that an item stands for."""
        found = ""
        for name in body.split("|"):
            if name in self.locale.sets:
                found += self.chars(self.locale.sets[name].replace(" ", "|"))
            elif name in self.codes:
                found += self.codes[name]
            else:
                raise KeyError(f"{self.locale.name}: no class, set or sign {name!r} for {body!r}")
        return found
