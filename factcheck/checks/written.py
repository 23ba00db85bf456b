"""How a date is written: numbers whose order nobody can tell, and months with a letter wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from factcheck.checks.edits import MONTH_NAMES, month_name
from factcheck.checks.wording import is_corrected, story_days
from factcheck.model import Analysis, Finding, Fix, Rule, Span, TimeExpression
from factcheck.patterns import Pattern

_NUMERIC = Pattern(r"(?P<a>[0-9]{1,2})([/.-])(?P<b>[0-9]{1,2})\2(?P<year>[0-9]{4}|[0-9]{2})")


def ambiguous_numeric_date(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT014: the first date of two small numbers, where nothing in the story tells which is the month."""
    found = [
        (time, match)
        for time in analysis.times
        if time.text[0] <= "9" and 6 <= len(time.text) <= 10 and (match := _NUMERIC.fullmatch(time.text))
    ]
    if not found or any(int(match["a"]) > 12 or int(match["b"]) > 12 for _, match in found):
        return
    known = {
        (t.written.month, t.written.day) for t in analysis.times if t.written.day and not _NUMERIC.fullmatch(t.text)
    }
    story = story_days(analysis)
    if story and story.start:
        known.add((story.start.month, story.start.day))
    for time, match in found:
        a, b = int(match["a"]), int(match["b"])
        if a == b or not a or not b or {(a, b), (b, a)} & known or analysis.is_furniture(time.span):
            continue
        if time.written.weekday is not None or is_corrected(analysis, time.span):
            continue
        year = match["year"]
        yield rule.at(
            analysis.document.id,
            time.span,
            fixes=tuple(_in_words(time, month, day, year) for month, day in ((a, b), (b, a))),
            date=time.text,
            first=f"{month_name(a)} {b}",
            second=f"{month_name(b)} {a}",
        )
        return


def _in_words(time: TimeExpression, month: int, day: int, year: str) -> Fix:
    return Fix(time.span, f"{month_name(month)} {day}, {year}")


_LIKE_MONTHS = tuple(
    map(
        Pattern,
        (
            *("J(?:[aun][a-z]{4,6}|ull[a-z])", "F[eb][a-z]{5,7}", "A(?:[pug][a-z]{2,5}|rp[a-z]{1,3})"),
            *("S[ep][a-z]{6,8}", "O[ct][a-z]{4,6}", "N[ov][a-z]{5,7}", "D[ec][a-z]{5,7}"),
        ),
    )
)
"""The first two letters of each long month and how many may follow: one more or less than belong there. Letter by
letter: a search for one sign is many times as fast as one for a class of signs."""

_SHORT_MONTHS = {"Jully": "July"}
"""Months so short that most letters changed make a name: "Jule", "Juni"."""
_LONG_MONTHS = tuple(name for name in MONTH_NAMES if len(name) >= 5 and name != "March")
_OTHER_WORDS = frozenset(
    """Augusta Auguste Augusto Augustin Augusts Octobre Oktober Octubre Ottobre Novembre Novembro Decembre Dezember
    Desember Septembre
    Settembre Setembro Septembers Octobers Novembers Decembers Januarys Januari Januar
    Februar Februari Avril Abril Aprile Aprils
    Averil Apple Oktobar Oktobr Novembar Decembar Septembar Janvary Augustus Augusti""".split()
)
_DAY_AFTER = Pattern(r"\.? (?:the )?(?:[0-3]?[0-9](?:st|nd|rd|th)?|[12][0-9]{3})\b(?!%|[.,:][0-9])")
_DAY_BEFORE = Pattern(r"\b[0-3]?[0-9](?:st|nd|rd|th)?(?: of)? $")
_LINK_BEFORE = Pattern(
    r"\b(?:in|since|until|till|last|next|this|by|early|late|mid|mid-|during|month of)[ -]$", re.IGNORECASE
)
_CLAUSE_AFTER = Pattern(r"[.,;:)?!]|$| (?:[a-z]|[12][0-9]{3})")


def month_misspelt(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT015: a month with a letter changed, left out, doubled or swapped, where a date is meant."""
    document = analysis.document
    both = f"{document.text}\n{document.title}"
    words: set[str] = set()
    for pattern in _LIKE_MONTHS:
        words.update(pattern.findall(both))
    strange = sorted([word for word in words if nearest_month(word)])
    if strange:
        for name in ("text", "title"):
            yield from _misspelt_in(analysis, rule, name, strange)


def _misspelt_in(analysis: Analysis, rule: Rule, name: str, strange: list[str]) -> Iterator[Finding]:
    text = analysis.document.field(name)
    for word in strange:
        for found in re.finditer(rf"\b{word}\b", text):
            span = Span(found.start(), found.end(), name)
            if not _is_date_meant(text, span) or analysis.is_furniture(span) or is_corrected(analysis, span):
                continue
            month = nearest_month(word)
            yield rule.at(analysis.document.id, span, fixes=(Fix(span, month),), written=word, month=month)


def _is_date_meant(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 12) : span.start]
    if _DAY_AFTER.match(text, span.end) or _DAY_BEFORE.search(before):
        return True
    return bool(_LINK_BEFORE.search(before) and _CLAUSE_AFTER.match(text, span.end))


@lru_cache(maxsize=4096)
def nearest_month(word: str) -> str:
    """The month that a word is one slip away from; "" where it is a month, another word, or none is near."""
    if word in _OTHER_WORDS or word in MONTH_NAMES:
        return ""
    if word in _SHORT_MONTHS:
        return _SHORT_MONTHS[word]
    for month in _LONG_MONTHS:
        if word[0] == month[0] and abs(len(word) - len(month)) <= 1 and _is_one_slip(word, month):
            return month
    return ""


def _is_one_slip(a: str, b: str) -> bool:
    """Is one letter changed, added, left out, or are two neighbours swapped?"""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )
