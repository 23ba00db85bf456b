"""NUM006: ordinals whose ending does not fit their number: "21th", "112nd"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Analysis, Finding, Fix, Rule, Span

_ORDINAL = re.compile(r"(?P<number>[0-9][0-9,]{0,8})(?P<suffix>st|nd|rd|th|ST|ND|RD|TH)(?![\w@]|[./][a-z])")
_BEGINNINGS = frozenset((*' \n-("“‘', ""))
"""What may stand before an ordinal: a space, a line end, a hyphen, a bracket, quotes."""
_GROUPED = re.compile(r"[0-9]{1,5}|[0-9]{1,3}(?:,[0-9]{3})+")

_WEIGHT = re.compile(
    r"\b(?:weigh\w*|weight|stones?|lbs?|pounds|heavier|lighter|diet\w*|slim\w*|scales|heavyweight)\b"
    r"|\b(?:lost|shed|gained|lose|gain) (?:[a-z]+ ){0,2}(?:[0-9]{1,2}st\b|$)|[0-9]{1,2}st to $"
)
_WEIGHT_NEXT = re.compile(r"\s?[0-9]{1,2}\s?(?:lbs?|oz)?\b| to [0-9]{1,2}st\b|\s?(?:[0-9.]+\s?)?\(?[0-9.]+\s?kgs?\b")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]?\s$")
_AS_WRITTEN = re.compile(r"""\s*["”'’]?\s*[\[(]sic\b""")


def ordinal_suffix(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """A finding for each ordinal of the story whose suffix does not fit."""
    document = analysis.document
    for name in ("title", "text"):
        text = document.field(name)
        for match in _ordinals(text):
            number, suffix = match["number"], match["suffix"]
            if not _GROUPED.fullmatch(number):
                continue
            right = suffix_of(int(number.replace(",", "")))
            if suffix.lower() == right or not _is_ordinal(text, match):
                continue
            span = Span(match.start("number"), match.end(), name)
            if analysis.is_furniture(span):
                continue
            right = right.upper() if suffix.isupper() else right
            yield rule.at(
                document.id, span, fixes=(Fix(span, number + right),), written=number + suffix, right=number + right
            )


def suffix_of(number: int) -> str:
    """The ending of an English ordinal: "st" for 21, "th" for 112."""
    return "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


_SIGNS = bytes(48 if chr(sign) in "0123456789" else 115 if chr(sign) in "snrtSNRT" else 32 for sign in range(256))
"""Every digit to a nought, every letter that opens a suffix to an "s", all else to a space."""
_SUFFIXED = re.compile(b"0s")  # looks for the rare nought first, where bytes.find looks for the "s"


def _ordinals(text: str) -> Iterator[re.Match[str]]:
    # One byte a code point, so that one search finds the digits with a suffix behind them; few numbers have one.
    for hit in _SUFFIXED.finditer(text.encode("ascii", "replace").translate(_SIGNS)):
        start = hit.start()
        while start and text[start - 1] in "0123456789,":
            start -= 1
        if text[start - 1 : start] in _BEGINNINGS:
            found = _ORDINAL.match(text, start)
            if found:
                yield found


def _is_ordinal(text: str, match: re.Match[str]) -> bool:
    """False for "12st" of body weight, a postcode such as "LN5 5ST", and what is marked as written so."""
    start, end = match.start("number"), match.end()
    suffix = match["suffix"]
    if suffix.isupper() and _POSTCODE.search(text[max(0, start - 5) : start]):
        return False
    if suffix == "st" and int(match["number"].replace(",", "")) < 60:
        if text.endswith(("the ", "The ", "his ", "her ", "its "), 0, start):
            return not _WEIGHT_NEXT.match(text, end)
        before, after = text[max(0, start - 60) : start], text[end : end + 40]
        if _WEIGHT_NEXT.match(text, end) or _WEIGHT.search(before) or _WEIGHT.search(after):
            return False
    return not _AS_WRITTEN.match(text, end)
