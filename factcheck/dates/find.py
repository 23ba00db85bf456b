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

from factcheck.dates.fields import Token, make_written
from factcheck.dates.locale import SIGNS, Shape, Tables, load
from factcheck.dates.sense import is_time
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
    r"\n[ \t\r]*\n"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:t[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?![0-9-])"
    r"|[0-9]{4}([/.])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])"
    r"|[0-9]{1,2}([/.-])[0-9]{1,2}\2(?:[0-9]{4}|[0-9]{2})(?![0-9])"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"
    r"|[0-9]{1,6}\.[0-9]{1,6}(?![0-9])"
    r"|[0-9]{1,2}/[0-9]{1,2}(?![0-9])"
    r"|[0-9]{1,4}(?:st|nd|rd|th)(?![a-z])"
    r"|[0-9]{2,4}['’]?s(?![a-z])"
    r"|[0-9]+"
    r"|[a-z]\.[a-z](?:\.[a-z])?(?:\.|(?![a-z]))"
    r"|[^\W\d_]+"
    r"|\S"
)
LEFT_REACH = 90  # characters: the longest run of time words before a trigger ("at least the past eighteen ...")
RIGHT_REACH = 80  # tokens after a trigger


def find_expressions(text: str, locale: str = "en", field: str = "text") -> tuple[Expression, ...]:
    """Expressions in text order, never overlapping. Raises ModuleNotFoundError for an unknown locale."""
    tables = load(locale)
    low = "\n" + _lower(text)
    padded = "\n" + text
    found: list[Expression] = []
    done = 1
    for hit in _trigger(locale).finditer(low):
        start = hit.start() + 1
        if start < done:
            continue
        run = _run(tables, low, padded, done, start)
        if not run:
            continue
        for shape, first, last, groups in _division(locale, "".join([token.code for token in run])):
            _express(found, tables, shape, run, first, last, groups, low, text, field)
        done = run[-1].end
    return tuple(found)


def _lower(text: str) -> str:
    """The text in small letters, character for character."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join([c if len(c) == 1 else " " for c in map(str.lower, text)])


@cache
def _trigger(locale: str) -> re.Pattern[str]:
    """Matches the character before a trigger word or a number that may be a time, in small letters."""
    words = _trie(load(locale).trigger_words)
    return re.compile(
        rf"[^a-z](?:{words}(?![a-z])|[0-9](?:[0-9]{{3}}(?![0-9])|[0-9]{{4}}(?![0-9])"
        rf"|[0-9]?(?::[0-9]{{2}}|([/.-])[0-9]{{1,2}}\1[0-9]{{2}}| ?[ap]\.?m(?![a-z])))|[0-9]{{1,3}}0['’]?s(?![a-z]))"
    )


def _trie(words: Sequence[str]) -> str:
    """One expression for many words that shares their beginnings."""
    heads: dict[str, list[str]] = {}
    for word in words:
        heads.setdefault(word[:1], []).append(word[1:])
    ends = "" in heads
    branches = [
        re.escape(head) + (_trie(tails) if tails != [""] else "") for head, tails in sorted(heads.items()) if head
    ]
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return inner + ("?" if ends else "")


def _run(tables: Tables, low: str, padded: str, done: int, start: int) -> list[Token]:
    """The tokens of the run of time words around a trigger; empty where the trigger is no whole word."""
    words, codes = tables.words, tables.codes
    run: list[Token] = []
    reached, over = False, 0
    for match in TOKEN.finditer(low, _left_edge(words, low, done, start)):
        begin, raw = match.start(), match[0]
        word = words.get(raw)
        if word is not None:
            code, value, low_code = word
            if low_code != code and not padded[begin].isupper():
                code = low_code
        elif raw[0] in "0123456789":
            kind, value = _number(raw)
            code = codes[kind]
        elif raw in SIGNS:
            code, value = codes[SIGNS[raw]], raw
        elif "." in raw and len(raw) > 1 and (word := words.get(raw.replace(".", ""))) is not None and word.code in (codes.get("AMPM"), codes.get("ERA")):
            code, value = word.code, word.value
        else:
            code = ""
        if not reached and begin >= start:
            if begin > start or not code:
                return []
            reached = True
        if code:
            run.append(Token(begin, match.end(), code, value))
            over += reached
            if over > RIGHT_REACH:
                break
        elif reached:
            break
        else:
            run.clear()
    return run if reached else []


def _left_edge(words: Container[str], low: str, done: int, start: int) -> int:
    """Where the run of time words that ends at `start` may begin."""
    floor = max(done, start - LEFT_REACH)
    edge = start
    while edge > floor:
        before = _word_before(low, floor, edge)
        chunk = low[before:edge].strip()
        if before == floor and floor > done:
            return edge
        last = chunk[-1:]
        if last.isalpha():
            cut = _tail(chunk)
            if chunk[cut:] not in words and (cut == 0 or chunk[cut - 1] not in "0123456789."):
                return edge
        elif last and last not in "0123456789,-–'’/().":
            return edge
        edge = before
    return edge


def _word_before(low: str, floor: int, edge: int) -> int:
    """The start of the blank-divided word that ends before `edge`."""
    end = edge
    while end > floor and low[end - 1] in " \n\t\r":
        end -= 1
    return max(low.rfind(" ", floor, end) + 1, low.rfind("\n", floor, end) + 1, floor)


def _tail(chunk: str) -> int:
    """Where the last unbroken word of a chunk begins: 4 in "mid-march"."""
    for index in range(len(chunk) - 1, -1, -1):
        if not chunk[index].isalpha():
            return index + 1
    return 0


@lru_cache(4096)
def _number(raw: str) -> tuple[str, str]:
    """The class and value of a token that begins with a digit."""
    if raw.isdigit():
        return _whole_number(raw)
    if raw[-1] in "dht":
        return "NTH", raw[:-2]
    if raw[-1] == "s":
        digits = raw.rstrip("s'’")
        return ("DECADE", digits) if digits[-1] == "0" else ("NUMBERS", digits)
    if "t" in raw or (raw.count("-") == 2 and raw[4:5] == "-"):
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


Cut = tuple[Shape, int, int, tuple[tuple[int, int], ...]]


@lru_cache(16384)
def _division(locale: str, codes: str) -> tuple[Cut, ...]:
    """How a run divides: (shape, first token, token after the last, spans of the shape's groups), in order."""
    shapes = load(locale).shapes
    cuts: list[Cut] = []
    position = 0
    while position < len(codes):
        best: Cut | None = None
        for shape in shapes.get(codes[position], ()):
            match = shape.regex.match(codes, position)
            if match and (best is None or match.end() > best[2]):
                best = shape, position, match.end(), (match.span(), *map(match.span, range(1, shape.regex.groups + 1)))
        if best is None:
            position += 1
        else:
            cuts.append(best)
            position = best[2]
    return tuple(cuts)


def _express(
    found: list[Expression],
    tables: Tables,
    shape: Shape,
    run: Sequence[Token],
    first: int,
    last: int,
    groups: tuple[tuple[int, int], ...],
    low: str,
    text: str,
    field: str,
) -> None:
    """Adds the expressions that one shape cuts from a run."""
    pattern = shape.pattern
    if not pattern.form:  # a shape of what is no time: "a 22-year-old"
        return
    parts = [groups[number] for number in shape.parts] or [(first, last)]
    values: list[dict[str, object]] = [dict(shape.fixed) for _ in parts]
    for name, part, number in shape.fields:
        begin, end = groups[number]
        if begin < end:
            values[max(0, part - 1)].setdefault(name, None)
            values[max(0, part - 1)][name] = run[begin:end]
    if len(parts) > 1:
        _share(values)
    for (begin, end), fields in zip(parts, values, strict=True):
        tokens = run[begin:end]
        left, right = tokens[0].start, _right(tokens, tables)
        made = make_written(pattern.form, fields)
        if made is None or not is_time(tables, pattern, fields, tokens, low, left, right):
            continue
        written, mod, part, base = made
        span = Span(left - 1, right - 1, field)
        found.append(Expression(span, text[left - 1 : right - 1], pattern.type, written, mod, part, base))


def _right(tokens: Sequence[Token], tables: Tables) -> int:
    """Where an expression ends: a final comma or full stop that is no part of a word is left out."""
    last = len(tokens)
    while last > 1 and tokens[last - 1].code in (tables.codes[","], tables.codes["."]):
        last -= 1
    return tokens[last - 1].end


def _share(values: list[dict[str, object]]) -> None:
    """Gives the parts of a joined form the month and year that only one of them says."""
    for name in ("month", "year"):
        said = [v[name] for v in values if name in v]
        if said:
            for fields in values:
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
