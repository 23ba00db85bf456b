"""What a language gives the finder: tables of words and of shapes; and both made ready for use
(`python tools/time_tables.py`).

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
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from factcheck.dates.tables import NUMBER_CLASSES, SIGNS, Shape, Word, codes_of
from factcheck.dates.triggers import FLAT


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


def make_tables(locale: Locale) -> dict[str, Any]:
    """The tables of a locale as plain values, under the names that `tables.load` reads them by."""
    codes = _codes(locale)
    words = _words(locale, codes)
    reader = _Reader(locale, codes)
    shapes: list[Shape] = []
    starts: dict[str, list[int]] = {}
    ends: set[str] = set()
    for number, pattern in enumerate(locale.patterns):
        shape, whole = _shape(number, pattern, reader)
        shapes.append(shape)
        ends |= whole.lasts
        for code in whole.firsts:
            starts.setdefault(code, []).append(number)
    triggers = set(locale.triggers.split())
    trigger_words = {
        word for cls, table in locale.words.items() if cls.rstrip("^") in triggers for word, _ in _entries(table)
    }
    for word, _ in _entries(locale.words.get("ERA", "")):
        trigger_words.add(".".join(word))  # "44 B.C."
    follows = {code: _sorted(reader.follows.get(code, ())) for code in codes.values()}
    dotted = _sorted(codes[cls] for cls in locale.dotted.split())
    return {
        "ORDER": locale.order,
        "WORDS": words,
        "CODES": codes,
        "SHAPES": tuple(tuple(shape) for shape in shapes),
        "STARTS": {code: tuple(numbers) for code, numbers in sorted(starts.items())},
        "ENDS": _sorted(ends),
        "FOLLOWS": follows,
        "FLAT_FOLLOWS": _flat_follows(codes, words, follows, dotted),
        "DOTTED": dotted,
        "TRIGGER_WORDS": " ".join(sorted(trigger_words)),
        "TRIGGER_TRIE": _trie(
            sorted({word.encode("ascii", "replace").translate(FLAT).decode() for word in trigger_words})
        ),
    }


def _sorted(codes: Iterable[str]) -> str:
    return "".join(sorted(codes))


def _rarity(codes: Iterable[str]) -> tuple[int, str]:
    """Sorts smaller sets of codes first, and always in the same way."""
    text = _sorted(codes)
    return len(text), text


def _flat_follows(
    codes: Mapping[str, str], words: Mapping[str, Word], follows: Mapping[str, str], dotted: str
) -> dict[str, str]:
    """For the codes of each word, in capitals or small letters, the codes and signs that may follow them."""
    numbers = {codes[name] for name in NUMBER_CLASSES}
    found = {}
    for group in (*codes.values(), *(codes_of(word) for word in words.values()), codes["Y4"] + codes["N4"]):
        after = set().union(*[follows[code] for code in group])
        if not after.isdisjoint(numbers):
            after.add("0")
        after.update([sign for sign, name in SIGNS.items() if codes[name] in after])
        if not set(dotted).intersection(group):
            after.discard(".")
        found[group] = _sorted(after)
    return found


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
    words = {name: (code, name, code) for name, code in codes.items() if name.islower()}
    for cls, table in locale.words.items():
        name = cls.rstrip("^")
        low = codes[name] if name == cls else codes.get(f"{name}_LOW", "")
        words.update((word, (codes[name], value, low)) for word, value in _entries(table))
    return words


ITEM = re.compile(r"(?:(\w+)=)?([^\s?*()\[\]]+|[()\[\]])([?*]?)")


class _Part(NamedTuple):
    """A stretch of a shape as a regular expression, with the codes it may begin and end with and those that may
    come second, whether it may be empty or a single code, its fewest codes, and sets of codes of each of which
    every match holds one."""

    regex: str
    firsts: frozenset[str]
    lasts: frozenset[str]
    seconds: frozenset[str]
    empty: bool
    single: bool
    least: int
    needs: frozenset[frozenset[str]]


NOTHING: frozenset[str] = frozenset()
NO_NEEDS: frozenset[frozenset[str]] = frozenset()


def _shape(number: int, pattern: Pattern, reader: _Reader) -> tuple[Shape, _Part]:
    """A pattern made ready, and what it may begin and end with."""
    whole = reader.read(pattern.shape)
    fixed = dict(_entries(pattern.fixed))
    fields = tuple((name, part, group) for group, (name, part) in enumerate(reader.groups, 1) if name)
    parts = tuple(group for group, (name, _) in enumerate(reader.groups, 1) if not name)
    doubt = fixed.pop("bare", "")
    needs = tuple(map(_sorted, sorted(whole.needs, key=_rarity)))
    form, kind, said = pattern.form, pattern.type, tuple(fixed.items())
    able = whole.regex, whole.least, needs, _sorted(whole.seconds), whole.single
    return Shape(number, form, kind, *able, fields, parts, said, doubt), whole


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
        needs = NO_NEEDS
        if all(p.needs for p in parts):  # a code of what one or another branch needs
            needs = frozenset({NOTHING.union(*[min(p.needs, key=_rarity) for p in parts])})
        empty, single = any(p.empty for p in parts), any(p.single for p in parts)
        least = min(p.least for p in parts)
        return _Part("|".join([p.regex for p in parts]), firsts, lasts, seconds, empty, single, least, needs)

    def sequence(self) -> _Part:
        regex: list[str] = []
        firsts = lasts = seconds = NOTHING
        empty, single, least, needs = True, False, 0, NO_NEEDS
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
            least += item.least
            needs |= item.needs
        return _Part("".join(regex), firsts, lasts, seconds, empty, single, least, needs)

    def item(self) -> _Part:
        name, body, many = self.items[self.position]
        self.position += 1
        if body not in ("(", "["):
            word = self.word(body)
            regex = f"{self.group(name)}{word.regex})" if name else word.regex
            seconds = word.seconds | word.firsts if many == "*" else word.seconds
            least, needs = (0, NO_NEEDS) if many else (word.least, word.needs)
            empty = word.empty or bool(many)
            return _Part(regex + many, word.firsts, word.lasts, seconds, empty, word.single, least, needs)
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
        least, needs = (0, NO_NEEDS) if empty else (inner.least, inner.needs)
        regex = f"{opening}{inner.regex}){many}"
        return _Part(regex, inner.firsts, inner.lasts, seconds, empty, inner.single, least, needs)

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
                regex = chars if len(chars) == 1 else f"[{chars}]"
                part = _Part(regex, firsts, firsts, NOTHING, False, True, 1, frozenset({firsts}))
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


def _trie(words: Sequence[str]) -> str:
    """One expression for many words that shares their beginnings."""
    heads: dict[str, list[str]] = {}
    for word in words:
        heads.setdefault(word[:1], []).append(word[1:])
    ends = "" in heads
    branches = [
        re.escape(head) + (_trie(tails) if tails != [""] else "")
        for head, tails in sorted(heads.items(), key=_commonness)
        if head
    ]
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return inner + ("?" if ends else "")


def _commonness(item: tuple[str, list[str]]) -> tuple[int, str]:
    """Sorts the letters that most words begin with first: a branch that fails often is left early."""
    return "taoswchmbfdpinlreguyvkjqxz".find(item[0]), item[0]
