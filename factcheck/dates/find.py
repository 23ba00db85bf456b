"""Text and locale to time expressions as written: one scan for trigger words, shapes matched at the hits.

Around a trigger word the run of all time words and numbers is cut out ("the past two weeks"), turned
into a string of class codes, and divided into expressions by the shapes of the locale. The same string of
codes always divides in the same way, so divisions are remembered, whatever the words were.
Knows no date: nothing is read against anything here, and no year or day is refused.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from factcheck.dates.fields import Made, make_written
from factcheck.dates.sense import IN_POSTS, is_glued, is_post, is_time, is_titled
from factcheck.dates.tables import SIGNS, Shape, Tables, Word, codes_of, load, shape_of
from factcheck.dates.triggers import BLANK, ZERO, flatten, trigger_places
from factcheck.timevalues import Span, Written


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
    r"|q[1-4](?![0-9])"
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
    flat = flatten(padded).decode("ascii")
    windows = _windows(locale)
    known = windows.known
    found: list[Expression] = []
    done = 1
    post: bool | None = None  # not known before it is asked for
    new = tuple.__new__  # a third of the time of NamedTuple's own
    for start in trigger_places(locale, low, flat):
        if start < done:
            continue
        left, right = _window(windows, flat, low, done, start)
        surface = padded[left:right]
        lead, length, cuts = known.get(surface, UNKNOWN)
        if lead != start - left:
            lead, length, cuts = reading = _read(tables, low, padded, done, start, left, right)
            if right and surface.isascii():
                if len(known) >= READINGS:
                    known.clear()
                known[surface] = reading
        if length:
            done = left + length
        for first, last, stop, kind, doubt, made in cuts:
            begin, end = left + first, left + stop
            if post is None and (doubt or kind == "DURATION"):
                post = is_post(text)
            if doubt and not (post and doubt in IN_POSTS) and not is_time(doubt, made[0], low, begin, end):
                continue
            if low[begin - 1] not in BLANKS and is_glued(low, begin, end):
                continue
            if kind == "DURATION" and not post and is_titled(padded, begin, left + last, end):
                continue
            span = new(Span, (begin - 1, end - 1, field))
            found.append(new(Expression, (span, padded[begin:end], kind, *made)))
    return tuple(found)


Reading = tuple[int, int, tuple[tuple[int, int, int, str, str, Made], ...]]
"""What stands in a window: where its trigger is, how far the run of time words goes (0 for no run), and for each
expression its start, the start of its last word, its end, type, doubt and what it says; all from the left edge."""
UNKNOWN: Reading = (-1, 0, ())
WINDOW = 90  # characters; longer runs are rare and read each time
READINGS = 16384  # windows remembered of one locale


Follows = frozenset[str] | None
"""The codes that may come next; None where any may."""


Neighbour = tuple[str, Follows, bool, bool]
"""Of a word that a run may hold its codes ("" where that is open) and the codes and signs that may follow it, and
whether a run may begin and may end with it."""


class Windows(NamedTuple):
    """The words that a run may hold, flat; for each sign the codes that may follow it; the signs that no run begins
    with; the windows already read."""

    words: dict[str, Neighbour]
    signs: dict[str, frozenset[str]]
    plain: frozenset[str]
    known: dict[str, Reading]


FOUR = "0000"
MOST_ASCII = "\x7f"
NUMBER: Neighbour = ("0", None, True, True)


@cache
def _windows(locale: str) -> Windows:
    """Without words for a locale with letters that the flat text does not have: no window is known there."""
    tables = load(locale)
    if not all(map(str.isascii, tables.words)):
        return Windows({}, {}, frozenset(), {})
    starts, ends, follows, codes = tables.starts, tables.ends, tables.flat_follows, tables.codes
    kinds: dict[str, Neighbour] = {}
    letter: Neighbour = ("", None, True, True)  # of "a.m.", "U.S."
    words = dict.fromkeys("abcdefghijklmnopqrstuvwxyz", letter)
    for text, word in tables.words.items():
        both = codes_of(word)
        kind = kinds.get(both)
        if kind is None:
            kinds[both] = kind = both, follows[both], not starts.keys().isdisjoint(both), not ends.isdisjoint(both)
        words[text] = kind if len(text) > 1 else (both, follows[both], True, True)  # of "9 a.m.", "the 1980's"
    words[FOUR] = "0", follows[codes["Y4"] + codes["N4"]], True, True
    plain = [c for c in map(chr, range(128)) if codes.get(SIGNS.get(c, "")) not in starts and not c.isalnum()]
    return Windows(words, {sign: follows[codes[name]] for sign, name in SIGNS.items()}, frozenset(plain), {})


def _window(windows: Windows, flat: str, low: str, done: int, start: int) -> tuple[int, int]:
    """What decides how the words around a trigger are read: from the first word to the left that its run may begin
    with to the last to the right that it may end with. (start, 0) where more than that might decide."""
    words, after, plain, _ = windows
    if flat[start - 1] != BLANK or not words:
        return start, 0
    floor = done if start - WINDOW < done else start - WINDOW
    right = flat.find(" ", start)
    code, follows, _, _ = words.get(flat[start:right], NUMBER)
    left = edge = start
    while True:
        stop = left - 1
        while stop > floor and flat[stop - 1] == BLANK:
            stop -= 1
        if stop <= floor:
            if floor > done:
                return start, 0
            gap = low[done:left]
            break
        gap = low[stop:left]
        begin = flat.rfind(" ", 0, stop) + 1
        word = flat[begin:stop]
        entry = words.get(word)
        if entry is None:
            if ZERO not in word:
                break
            entry = NUMBER
        before, wanted, starts, _ = entry
        if (
            wanted is not None
            and code
            and gap == " "
            and wanted.isdisjoint(code)
            and (word != FOUR or low[begin - 1] == " ")
        ):
            break
        if begin < floor:
            return start, 0
        if starts or (gap != " " and not plain.issuperset(gap)):
            edge = begin
        left, code = begin, before
    if gap != " " and not plain.issuperset(gap):
        return start, 0
    if follows and low[start - 1] != " " and flat[start] == ZERO:
        follows = None  # "1/2/2019" is no year
    ceiling = start + WINDOW
    last, wanted = right, follows
    while right < ceiling:
        begin = right + 1
        while flat[begin] == BLANK:
            begin += 1
            if begin > ceiling:
                return start, 0
        end = flat.find(" ", begin)
        word = flat[begin:end]
        entry = words.get(word)
        if entry is None:
            if ZERO not in word:
                break
            entry = NUMBER
        code, coming, _, ends = entry
        gap = low[right:begin]
        if follows is not None:
            if gap == " ":
                if code and follows.isdisjoint(code):
                    break
            elif (
                gap[0] > " " and gap[0] != "'" and flat[right - 2] != BLANK and (len(gap) > 1 or (code and code != "0"))
            ):
                sign = gap[0]  # not of a number or of "a.m."
                if sign not in follows or (code and gap[1:] in ("", " ") and after[sign].isdisjoint(code)):
                    break
        follows = None if word == FOUR and gap != " " else coming
        right = end
        if ends:
            last, wanted = right, follows
    else:
        return start, 0
    sign = low[last : last + 1]
    if sign > MOST_ASCII:
        return start, 0
    return edge, last + 1 if sign and sign in ".-" and (wanted is None or sign in wanted) else last


def _read(tables: Tables, low: str, padded: str, done: int, start: int, left: int, right: int) -> Reading:
    """The run of time words around a trigger, divided."""
    edge, end = (left, right) if right else (_left_edge(tables.words, low, done, start), len(low))
    run = _run(tables, low, padded, start, edge, end)
    if not run:
        return start - left, 0, ()
    length = run[-1][1] - left
    enders = tables.ends
    while run[-1][2] not in enders:
        run.pop()
        if not run:
            return start - left, length, ()
    begins, stops, codes, values = zip(*run, strict=True)
    found = []
    for form, first, last in _division(tables.name, "".join(codes)):
        words = values[first:last]
        cuts = form.known.get(words)
        if cuts is None:
            cuts = _cuts(tables, form, words)
        for begin, end, kind, made, doubt in cuts:
            tail = first + end - 1
            found.append((begins[first + begin] - left, begins[tail] - left, stops[tail] - left, kind, doubt, made))
    return start - left, length, tuple(found)


def _lower(text: str) -> str:
    """The text in small letters, character for character."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join([c if len(c) == 1 else " " for c in map(str.lower, text)])


BLANKS = " \n"
Token = tuple[int, int, str, str]
"""Start and end in the padded text, class code, value."""


def _run(tables: Tables, low: str, padded: str, start: int, edge: int, end_at: int) -> list[Token]:
    """The tokens of the run of time words around a trigger, which lies between two places; empty where the
    trigger is no whole word."""
    words, name, follows, starters = tables.words, tables.name, tables.follows, tables.starts
    run: list[Token] = []
    limit = 0
    last = ""
    for match in TOKEN.finditer(low, edge, end_at):
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
        return tables.codes[kind], value, tables.codes[kind]
    if raw in SIGNS:
        code = tables.codes[SIGNS[raw]]
        return code, raw, code
    if "." in raw and len(raw) > 1:
        word = tables.words.get(raw.replace(".", ""))
        return word if word and tables.names[word[0]] in ("AMPM", "ERA") else None
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
    """A shape with the places of its expressions, and of the fields in them, among the words that it matched:
    (begin, end) and (expression, name, begin, end); and the expressions already made of words in it.

    Where all that the words say are single figures ("July 5, 2019"), `figures` has their places in Written and among
    the words, and `frame` what else the shape says."""

    shape: Shape
    fixed: Mapping[str, tuple[str]]
    parts: Groups
    fields: tuple[tuple[int, str, int, int], ...]
    figures: tuple[tuple[int, int], ...]
    frame: Made | None
    known: dict[tuple[str, ...], tuple[Cut, ...]]


Piece = tuple[Form, int, int]
KNOWN = 4096  # expressions remembered of one form
FIGURES = {name: place for place, name in enumerate(Written._fields) if name in ("year", "month", "day", "weekday")}


@lru_cache(4096)
def _form(locale: str, number: int, groups: Groups) -> Form:
    tables = load(locale)
    shape = shape_of(locale, number)
    fields = [(max(0, part - 1), name, *groups[group]) for name, part, group in shape.fields]
    caught = tuple([field for field in fields if field[2] < field[3]])
    parts = tuple([groups[part] for part in shape.parts]) or (groups[0],)
    figures = [(FIGURES[name], begin) for _, name, begin, _ in caught if name in FIGURES]
    fixed = {name: (value,) for name, value in shape.fixed}
    frame = None
    if len(parts) == 1 and len(figures) == len(caught):
        frame = make_written(shape.form, {}, fixed, tables.order)
    return Form(shape, fixed, parts, caught, tuple(figures), frame, {})


@lru_cache(16384)
def _division(locale: str, codes: str) -> tuple[Piece, ...]:
    """How a run divides: form, first token, token after the last; in order. At each place the longest shape
    wins, among equals the one that stands earlier in the tables."""
    pieces: list[Piece] = []
    position = 0
    while position < len(codes):
        rest = codes[position:]
        held = set(rest)
        best: Shape | None = None
        reached = 1
        groups: Groups = ()
        for shape in _shapes_from(locale, rest[:2]):
            if shape.least > len(rest):
                continue
            for needed in shape.needs:
                if held.isdisjoint(needed):
                    break
            else:  # it may match: compiling a shape for nothing costs more than all of this
                match = _compiled(shape.regex).match(rest)
                if match and (best is None or match.end() > reached):
                    best, reached, groups = shape, match.end(), match.regs
        if best is not None and best.form:  # no form: a shape of what is no time ("a 22-year-old")
            pieces.append((_form(locale, best.number, groups), position, position + reached))
        position += reached
    return tuple(pieces)


@cache
def _shapes_from(locale: str, codes: str) -> list[Shape]:
    """The shapes that may match where these two codes stand, or one at the end of a run."""
    tables, second = load(locale), codes[1:]
    shapes = [shape_of(locale, number) for number in tables.starts.get(codes[0], ())]
    return [shape for shape in shapes if shape.single or (second and second in shape.seconds)]


class Cut(NamedTuple):
    """One expression of a shape: its tokens, counted from the shape's first, and what they say."""

    first: int
    last: int
    type: str
    made: Made
    doubt: str


def _cuts(tables: Tables, form: Form, values: tuple[str, ...]) -> tuple[Cut, ...]:
    """The expressions that a form makes of words with these values; they are remembered."""
    shape, fixed, parts, places, figures, frame, known = form
    caught: list[dict[str, tuple[str, ...]]] = [{} for _ in parts]
    if frame is None:
        for part, name, begin, end in places:
            caught[part][name] = values[begin:end]
        if len(parts) > 1:
            _share(caught)
    cuts = []
    for (begin, end), fields in zip(parts, caught, strict=True):
        while end - begin > 1 and values[end - 1] in (",", "."):
            end -= 1
        if frame is not None:
            said: list[Any] = list(frame.written)
            for field, place in figures:
                said[field] = int(values[place].partition("/")[0])  # "12/13 August"
            made: Made | None = frame._replace(written=Written(*said))
        else:
            made = make_written(shape.form, fields, fixed, tables.order)
        if made is not None:
            cuts.append(Cut(begin, end, shape.type, made, shape.doubt))
    if len(known) >= KNOWN:
        known.clear()
    known[values] = found = tuple(cuts)
    return found


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
        kind, value = tables.names[word[0]], word[1]
    elif raw[0] in "0123456789":
        kind, value = _number(raw)
    else:
        return False
    if kind not in FIELD_CLASSES[name] or not value.isdigit():
        return False
    return int(value) == wanted or (name == "year" and len(value) == 2 and wanted % 100 == int(value))
