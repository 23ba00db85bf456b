"""The tokens that a shape caught, to the fields of `Written`: "5th" to day 5, "'86" to year 1986."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.model import Written

PIVOT = 30  # chosen by us: "'30" and earlier are of this century, "'31" and later of the last


class Token(NamedTuple):
    """One word, number or sign of a run; positions in the padded text."""

    start: int
    end: int
    code: str
    value: str


Caught = Mapping[str, "Sequence[Token] | str"]


class Made(NamedTuple):
    """`Written` with what it has no place for: TIMEX3 modifier, part of day, and "text" as the base
    of words that lean on a date said before."""

    written: Written
    mod: str = ""
    part: str = ""
    base: str = ""


def make_written(form: str, caught: Caught) -> Made | None:
    """The fields of one expression; None where the tokens make no sense together."""
    get = caught.get
    fixed = {name: value for name, value in caught.items() if isinstance(value, str)}
    if form == "iso":
        return _iso(_text(get("iso")))
    if form == "numeric":
        return _numeric(_text(get("numeric")))
    if form == "decade":
        return _decade(caught)
    hour, minute = _clock(caught)
    direction = _direction(caught)
    amount = _amount_of(caught)
    year = _year(caught)
    written = Written(
        _FORMS.get(form, form),
        year,
        _number(get("month")),
        _number(get("day")),
        _number(get("weekday")),
        hour,
        minute,
        amount,
        _text(get("unit")) or ("day" if "offset" in caught else ""),
        direction,
        _word(caught),
        fixed.get("order", ""),
        _text(get("era")),
    )
    return Made(written, _mod(get("mod")), _part(caught), fixed.get("base", ""))


_FORMS = {"years": "year"}


def _text(value: Sequence[Token] | str | None) -> str:
    """The value of the first token, or the fixed value."""
    if not value:
        return ""
    return value if isinstance(value, str) else value[0].value


def _first(caught: Caught, *names: str) -> str:
    return next((_text(caught[name]) for name in names if name in caught), "")


def _number(value: Sequence[Token] | str | None) -> int | None:
    text = _text(value)
    return int(text) if text else None


def _mod(value: Sequence[Token] | str | None) -> str:
    """The modifier is the value in capitals of a word among those caught."""
    if not value or isinstance(value, str):
        return value or ""
    return next((token.value for token in value if token.value.isupper() and len(token.value) > 2), "")


def _part(caught: Caught) -> str:
    return _text(caught.get("part"))


def _word(caught: Caught) -> str:
    return _first(caught, "word", "season", "holiday", "adverb") + ("-eve" if "eve" in caught else "")


def _direction(caught: Caught) -> int | None:
    if "offset" in caught:
        offset = int(_text(caught["offset"])) + int(_text(caught.get("shift")) or 0)
        return (offset > 0) - (offset < 0)
    return _number(caught.get("direction"))


def _amount_of(caught: Caught) -> float | None:
    if "offset" in caught:
        return abs(int(_text(caught["offset"])) + int(_text(caught.get("shift")) or 0))
    for name in ("quarter", "half", "ordinal"):
        if name in caught:
            return _ordinal(caught[name])
    value = caught.get("amount")
    if value is None:
        return None
    return float(value) if isinstance(value, str) else amount(value)


def _ordinal(value: Sequence[Token] | str) -> float | None:
    if isinstance(value, str):
        return float(value)
    numbers = [int(t.value) for t in value if t.value.isdecimal()]
    return float(sum(numbers)) if numbers else 2.0  # "the last half"


def amount(tokens: Sequence[Token]) -> float | None:
    """The number that tokens say ("two and a half", "9 1/2", "a hundred", "an"); None for "several"."""
    total, seen, article = 0.0, False, False
    for token in tokens:
        value = token.value
        if value == "X":
            return None
        if value in _MULTIPLES and (seen or article):
            total = (total or 1.0) * float(value)
        elif value == "~":  # an article
            article = True
            continue
        elif "/" in value and len(value) > 1:
            total += _fraction(value)
        elif value[0].isdigit() and len(value) < 10:
            total += float(value)
        else:
            continue
        seen = True
    return total if seen else 1.0 if article else None


def _fraction(text: str) -> float:
    above, _, below = text.partition("/")
    return int(above) / int(below) if int(below) else 0.0


_MULTIPLES = frozenset({"100", "1000", "12", "1000000"})


def _year(caught: Caught) -> int | None:
    if "century" in caught and "yy" in caught:  # nineteen ninety-six
        return int(_text(caught["century"])) * 100 + int(amount(_tokens(caught["yy"])) or 0)
    if "spoken" in caught:
        return int(amount(_tokens(caught["spoken"])) or 0)
    if "yy" in caught:
        short = int(_text(caught["yy"]))
        if "year" in caught:  # 1950-53
            century = int(_text(caught["year"])) // 100
            return century * 100 + short
        return 2000 + short if short <= PIVOT else 1900 + short
    return _number(caught.get("year"))


def _tokens(value: Sequence[Token] | str) -> Sequence[Token]:
    return () if isinstance(value, str) else value


def _clock(caught: Caught) -> tuple[int | None, int | None]:
    text = _text(caught.get("clock"))
    if not text:
        return None, None
    if text.isdigit() and len(text) > 2:  # 430pm
        text = f"{text[:-2]}:{text[-2:]}"
    hour, _, minute = text.replace(".", ":").partition(":")
    hours = int(hour)
    half = _text(caught.get("ampm"))
    if half:
        hours = hours % 12 + int(half) if hours <= 12 else hours
    return hours, int(minute[:2]) if minute else 0


def _decade(caught: Caught) -> Made:
    digits = int(_text(caught["decade"]))
    year = digits if digits >= 100 else 1900 + digits
    return Made(Written("decade", year, unit="decade"), _mod(caught.get("mod")))


def _iso(text: str) -> Made:
    day, _, clock = text.partition("t")
    year, month, number = (int(n) for n in day.split("-"))
    hour = int(clock[:2]) if clock else None
    minute = int(clock[3:5]) if clock else None
    return Made(Written("date", year, month, number, None, hour, minute, order="ymd"))


def _numeric(text: str) -> Made | None:
    sign = next(c for c in text if not c.isdigit())
    a, b, c = text.split(sign)
    if len(a) == 4:
        return Made(Written("date", int(a), int(b), int(c), order="ymd"))
    year = int(c) if len(c) == 4 else (2000 + int(c) if int(c) <= PIVOT else 1900 + int(c))
    if int(b) > 12 >= int(a):
        return Made(Written("date", year, int(a), int(b), order="mdy"))
    if int(a) > 12 >= int(b):
        return Made(Written("date", year, int(b), int(a), order="dmy"))
    return Made(Written("date", year, int(a), int(b), order="mdy?"))
