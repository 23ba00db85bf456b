"""Text and locale to time expressions as written: one scan for trigger words, shapes matched at the hits.

Around a trigger word the run of all time words and numbers is cut out ("the past two weeks"), turned
into a string of class codes, and divided into expressions by the shapes of the locale. The same string of
codes always divides in the same way, so divisions are remembered, whatever the words were.
Knows no date: nothing is read against anything here, and no year or day is refused.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.dates.fields import Made, make_written
from factcheck.dates.locale import SIGNS, Shape, Tables, Word, load
from factcheck.dates.sense import IN_POSTS, is_glued, is_post, is_time, is_titled
from factcheck.model import Span, Written


class Expression(NamedTuple):
    """A time expression as written, before it is read against any date.

    `mod` is the TIMEX3 modifier (START, MID, END, APPROX, ...) or "", `part` the part of day (MO, AF, EV,
    NI) or "", `base` is "text" where the words lean on a date said before ("a year earlier") and "" where
    they lean on the day of writing.
    """

    span: Span
    text: str
    type: str
    written: Written
    mod: str = ""
    part: str = ""
    base: str = ""


TOKEN = re.compile(
    r"[^\W\d_]{2,}"
    r"|\n[ \t\r]*\n"
    r"|[a-z]\.[a-z](?:\.[a-z])?(?:\.|(?![a-z]))"
    r"|[^\W\d_]"
    r"|(?=[0-9])(?:"
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:t[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?![0-9-])"
    r"|[0-9]{4}([/.])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])"
    r"|[0-9]{1,2}([/.-])[0-9]{1,2}\2(?:[0-9]{4}|[0-9]{2})(?![0-9])"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"
    r"|[0-9]{1,6}\.[0-9]{1,6}(?![0-9])"
    r"|[0-9]{1,2}/[0-9]{1,2}(?![0-9])"
    r"|[0-9]{1,4}(?:st|nd|rd|th)(?![a-z])"
    r"|[0-9]{2,4}['’]?s(?![a-z])"
    r"|[0-9]+)"
    r"|\S"
)
"""Words, numbers and signs of a text in small letters; the commonest kind first."""

LEFT_REACH = 90  # characters: the longest run of time words before a trigger ("at least the past eighteen ...")
LONGEST = 40  # characters of a token that can be of a time
DIGITS = "0123456789"
NEAR = 1  # words looked at first
RIGHT_REACH = 80  # tokens after a trigger


def find_expressions(text: str, locale: str = "en", field: str = "text") -> tuple[Expression, ...]:
    """Expressions in text order, never overlapping. Raises ModuleNotFoundError for an unknown locale."""
    tables = load(locale)
    low = "\n" + _lower(text)
    padded = "\n" + text
    found: list[Expression] = []
    done = 1
    post = is_post(text)
    enders = tables.ends
    for hit in _trigger(locale).finditer(low):
        start = hit.start() + 1
        if start < done:
            continue
        run = _run(tables, low, padded, done, start)
        if not run:
            continue
        done = run[-1][1]
        while run and run[-1][2] not in enders:
            run.pop()
        for form, first, last in _division(locale, "".join([token[2] for token in run])):
            piece = run[first:last]
            values = tuple([token[3] for token in piece])
            cuts = form.known.get(values)
            if cuts is None:
                cuts = _cuts(tables, form, values)
            for cut in cuts:
                begin, end = piece[cut.first][0], piece[cut.last - 1][1]
                made = cut.made
                doubt = cut.doubt
                if doubt and not (post and doubt in IN_POSTS) and not is_time(doubt, made.written, low, begin, end):
                    continue
                if low[begin - 1] not in BLANKS and is_glued(low, begin, end):
                    continue
                if cut.type == "DURATION" and not post and is_titled(padded, begin, piece[cut.last - 1][0], end):
                    continue
                span = Span(begin - 1, end - 1, field)
                found.append(Expression(span, padded[begin:end], cut.type, *made))
    return tuple(found)


def _lower(text: str) -> str:
    """The text in small letters, character for character."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join([c if len(c) == 1 else " " for c in map(str.lower, text)])


BLANKS = " \n"
NUMBERS = (
    r"[0-9](?:[0-9]{3}(?![0-9])|[0-9]{4}(?![0-9])"  # 2019, 20010
    r"|[0-9]?:[0-9]{2}|[0-9]?([/.-])[0-9]{1,2}\1[0-9]{2}"  # 9:40, 5/7/19
    r"|(?:[0-9]?\.[0-9]{2}|[0-9]{0,3}) ?[ap]\.?m(?![a-z])"  # 9.40 pm, 430pm
    r"|[0-9]?(?:st|nd|rd|th)(?![a-z]))"  # 5th
    r"|[0-9]{1,3}0['’]?s(?![a-z])"  # 1990s
)


@cache
def _trigger(locale: str) -> re.Pattern[str]:
    """Matches the character before a trigger word or a number that may be a time, in small letters."""
    return re.compile(rf"[^a-z](?:{_trie(load(locale).trigger_words)}(?![a-z])|{NUMBERS})")


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


Token = tuple[int, int, str, str]
"""Start and end in the padded text, class code, value."""


def _commonness(item: tuple[str, list[str]]) -> tuple[int, str]:
    """Sorts the letters that most words begin with first: a branch that fails often is left early."""
    return "taoswchmbfdpinlreguyvkjqxz".find(item[0]), item[0]


def _run(tables: Tables, low: str, padded: str, done: int, start: int) -> list[Token]:
    """The tokens of the run of time words around a trigger; empty where the trigger is no whole word."""
    words, name, follows, starters = tables.words, tables.name, tables.follows, tables.shapes_from
    run: list[Token] = []
    limit = 0
    last = ""
    for match in TOKEN.finditer(low, _left_edge(words, low, done, start)):
        begin, end = match.span()
        raw = match[0]
        word = words.get(raw)
        if word is None and not raw.isalpha() and end - begin < LONGEST:
            word = _classify(name, raw)
        if word is None:
            if limit or begin >= start:
                break
            run.clear()
            last = ""
            continue
        code, value, low_code = word
        if low_code != code and not padded[begin].isupper():
            code = low_code
        if last and code not in follows[last]:  # no shape holds these two side by side
            if limit:
                break
            run.clear()
            last = ""
        if limit:
            if len(run) > limit or (raw == "." and last not in tables.dotted):
                break
        elif begin >= start:
            if begin > start or not code:
                return []
            limit = len(run) + RIGHT_REACH
        if last or limit or code in starters:
            run.append((begin, end, code, value))
            last = code
    return run if limit else []


def _left_edge(words: Container[str], low: str, done: int, start: int) -> int:
    """Where the run of time words that ends at `start` may begin."""
    floor = max(done, start - LEFT_REACH)
    edge = start
    before = low[floor:start]
    near = before.rsplit(None, NEAR)
    if len(near) > NEAR and near[-1] not in words and not _may_end_in_time(words, near[-1]):
        return edge
    for word in reversed(before.split()):
        if word not in words and not _may_end_in_time(words, word):
            return edge
        edge = low.rfind(word, floor, edge)
    return edge if floor == done or edge > floor else start


def _may_end_in_time(words: Container[str], chunk: str) -> bool:
    """Does a stretch without blanks end in a time word, a number or a sign ("mid-", "(friday", "20th")?"""
    if not chunk[-1].isalpha():
        return chunk[-1] in "0123456789,-–'’/()."
    cut = len(chunk) - 1
    while cut > 0 and chunk[cut - 1].isalpha():
        cut -= 1
    return chunk[cut:] in words or (cut > 0 and chunk[cut - 1] in "0123456789.")


@lru_cache(8192)
def _classify(locale: str, raw: str) -> Word | None:
    """What a token that is no listed word means: a number, a sign, a word with dots ("p.m."); None for others."""
    tables = load(locale)
    if raw[0] in DIGITS:
        kind, value = _number(raw)
        return Word(tables.codes[kind], value, tables.codes[kind])
    if raw in SIGNS:
        code = tables.codes[SIGNS[raw]]
        return Word(code, raw, code)
    if "." in raw and len(raw) > 1:
        word = tables.words.get(raw.replace(".", ""))
        return word if word and tables.names[word.code] in ("AMPM", "ERA") else None
    return None


def _number(raw: str) -> tuple[str, str]:
    """The class and value of a token that begins with a digit."""
    if raw.isdigit():
        return _whole_number(raw)
    if raw[-1] in "dht":
        return "NTH", raw[:-2]
    if raw[-1] == "s":
        digits = raw.rstrip("s'’")
        return ("DECADE", digits) if digits[-1] == "0" else ("NUMBERS", digits)
    if "t" in raw or (raw.count("-") == 2 and raw[:4].isdigit()):
        return "ISO", raw
    if ":" in raw:
        return "CLOCK", raw
    if "," in raw:
        return "BIG", raw.replace(",", "")
    if raw.count(".") == 2 or raw.count("/") == 2 or raw.count("-") == 2:
        return "NUMERIC", raw
    return ("FRACTION", raw) if "/" in raw else ("DEC", raw)


def _whole_number(raw: str) -> tuple[str, str]:
    size = len(raw)
    if size <= 2:
        return ("D1" if 1 <= int(raw) <= 31 else "D2"), raw
    if size == 3:
        return "D3", raw
    if size == 4:
        return ("Y4" if "1000" <= raw <= "2100" else "N4"), raw
    if size == 5 and "10000" <= raw <= "21009":
        return "N5", raw
    return "BIG", raw


_compiled = cache(re.compile)

Groups = tuple[tuple[int, int], ...]


class Form(NamedTuple):
    """A shape with the places of its groups, and the expressions already made of words in it."""

    shape: Shape
    groups: Groups
    known: dict[tuple[str, ...], tuple[Cut, ...]]


Piece = tuple[Form, int, int]
KNOWN = 4096  # expressions remembered of one form


@lru_cache(4096)
def _form(locale: str, number: int, groups: Groups) -> Form:
    return Form(load(locale).shapes[number], groups, {})


@lru_cache(16384)
def _division(locale: str, codes: str) -> tuple[Piece, ...]:
    """How a run divides: form, first token, token after the last; in order. At each place the longest shape
    wins, among equals the one that stands earlier in the tables."""
    shapes = load(locale).shapes_from
    pieces: list[Piece] = []
    position = 0
    while position < len(codes):
        best: tuple[Shape, re.Match[str]] | None = None
        for shape in shapes.get(codes[position], ()):
            if shape.needs and shape.needs.isdisjoint(codes[position:]):
                continue
            match = _compiled(shape.regex).match(codes, position)
            if match and (best is None or match.end() > best[1].end()):
                best = shape, match
        if best is None:
            position += 1
            continue
        shape, match = best
        if shape.pattern.form:  # no form: a shape of what is no time ("a 22-year-old")
            spans = [match.span(number) for number in range(match.re.groups + 1)]
            groups = tuple((begin - position, end - position) if begin >= 0 else (0, 0) for begin, end in spans)
            pieces.append((_form(locale, shape.number, groups), position, match.end()))
        position = match.end()
    return tuple(pieces)


class Cut(NamedTuple):
    """One expression of a shape: its tokens, counted from the shape's first, and what they say."""

    first: int
    last: int
    type: str
    made: Made
    doubt: str


def _cuts(tables: Tables, form: Form, values: tuple[str, ...]) -> tuple[Cut, ...]:
    """The expressions that a form makes of words with these values; they are remembered."""
    shape, groups, known = form
    parts = [groups[part] for part in shape.parts] or [(0, len(values))]
    caught: list[dict[str, tuple[str, ...]]] = [{} for _ in parts]
    for name, part, group in shape.fields:
        begin, end = groups[group]
        if begin < end:
            caught[max(0, part - 1)][name] = values[begin:end]
    if len(parts) > 1:
        _share(caught)
    cuts = []
    for (begin, end), fields in zip(parts, caught, strict=True):
        while end - begin > 1 and values[end - 1] in (",", "."):
            end -= 1
        made = make_written(shape.pattern.form, fields, shape.fixed, tables.order)
        if made is not None:
            cuts.append(Cut(begin, end, shape.pattern.type, made, shape.doubt))
    if len(known) >= KNOWN:
        known.clear()
    known[values] = tuple(cuts)
    return known[values]


def _share(caught: list[dict[str, tuple[str, ...]]]) -> None:
    """Gives the parts of a joined form the month, year and era that only one of them says."""
    for name in ("month", "year", "era"):
        said = [fields[name] for fields in caught if name in fields]
        if said:
            for fields in caught:
                fields.setdefault(name, said[0])


def locate(expression: Expression, name: str, locale: str = "en") -> Span | None:
    """Where the "year", "month", "day" or "weekday" of an expression stands in the text; None where it says none.

    Takes a resolved time as well.
    """
    wanted = getattr(expression.written, name)
    if wanted is None:
        return None
    start, text, field = expression.span.start, expression.text, expression.span.field
    numeric = re.fullmatch(r"([0-9]+)[-/.]([0-9]+)[-/.]([0-9]+)(?:T.*)?", text, re.DOTALL)
    if numeric:
        order = expression.written.order.rstrip("?") or "mdy"
        number = order.find(name[0]) + 1
        return Span(start + numeric.start(number), start + numeric.end(number), field) if number else None
    tables = load(locale)
    fits = [m.span() for m in TOKEN.finditer(_lower(text)) if _says(tables, m[0], name, wanted)]
    if not fits:
        return None
    begin, end = fits[-1] if name == "year" else fits[0]
    return Span(start + begin, start + end, field)


FIELD_CLASSES = {
    "month": ("MONTH", "MAY", "MON"),
    "weekday": ("WEEKDAY", "WD", "SAT", "WEEKDAYS"),
    "day": ("D1", "D2", "NTH", "ORD", "SECOND"),
    "year": ("Y4", "N4", "N5", "D1", "D2", "D3", "DECADE"),
}


def _says(tables: Tables, raw: str, name: str, wanted: int) -> bool:
    word = tables.words.get(raw)
    if word:
        kind, value = tables.names[word.code], word.value
    elif raw[0] in "0123456789":
        kind, value = _number(raw)
    else:
        return False
    if kind not in FIELD_CLASSES[name] or not value.isdigit():
        return False
    return int(value) == wanted or (name == "year" and len(value) == 2 and wanted % 100 == int(value))
