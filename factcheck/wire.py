"""The wire line that opens an agency story: place, date and agency, in the forms that agencies use.

    [notes] [byline] PLACE [, region] [,] [DATE] ( AGENCY [- DATE] ) [dash]
    ( AGENCY ) - PLACE, DATE -
    PLACE DATE [AGENCY] dash

The table of agencies is rules/datelines/agencies.txt. Knows no year that is not written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from factcheck.patterns import Pattern
from factcheck.rules import FOLDER
from factcheck.stamps import Stamp, find_stamps

_REACH = 400
"""Code points of a paragraph in which its wire line must stand, notes and byline included."""

_BRACKET = Pattern(r"\(([^()\n]{2,80})\)|/([A-Za-z][\w -]{1,30})/")
_DASH = Pattern(r"\.?\s*(?:[-–—_]{1,3}|[:.])(?=\s|$)|\.[-–—]|\s*–?\s*[-–—]")
_UPPER = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]+(?:[ /-][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]*){0,4}"
_REGION = r"(?:, ?[A-Z][\w.'’]*(?:[ -](?:(?:of|and|the) )?[A-Z][\w.'’]*){0,3}| \([A-Z ]+\)| \[[A-Z][\w ]+\])"
_UPPER_PLACE = Pattern(rf"(?:^|(?<=[\s.)|])){_UPPER}{_REGION}?$")
_ANY_PLACE = Pattern(
    r"[^\W\d_][\w.'’]+(?:[ /-](?:(?:of|the|de|da|do|del|la|le|al)[ -])?[A-ZÀ-Þ][\w.'’]*){0,3}" rf"{_REGION}{{0,2}}$"
)
_ZONE = Pattern(r"^(?:GMT|UTC|BST|IST|JST|KST|[ECMP][SD]T) ")
_DATE = r"(?:[A-Z][A-Za-z]{2,8}\.? +[0-9]{1,2}|[0-9]{1,2} +[A-Za-z]{3,9}\.?)(?:,? +[0-9]{4})?"
_TIGHT = Pattern(
    rf"(?P<place>{_UPPER}{_REGION}{{0,2}}?),? +(?P<date>{_DATE}),?(?: +(?P<agency>[A-Z]\w{{1,14}}))?"
    r"\s*(?:(?:--?|[–—]|\.-)\s|$)"
)
_BARE_PLACE = Pattern(rf"(?P<place>{_UPPER}{_REGION}?)\s*(?:(?:--|[–—])\s|\s-\s|:\s*$)")
_AFTER = Pattern(rf"\s*[-–—]\s*(?P<place>{_UPPER}(?: \([A-Z ]+\))?),?\s+")


class Wire(NamedTuple):
    """A wire line at `start` up to `end` of the text; "" and None stand for what it does not say."""

    start: int
    end: int
    place: str
    stamp: Stamp | None
    agency: str


def find_agency(words: str) -> str:
    """The name of the agency that the words name, alone or with a desk beside it; "" for none."""
    table = _agencies()
    for part in (words, *re.split(r"\s*/\s*|\s+-+\s+|\s*[–—]\s*|-(?=[A-Z])", words)):
        if name := table.get(part.strip(" .,:").casefold()):
            return name
    return ""


def find_wire(text: str, start: int, end: int) -> Wire | None:
    """The wire line that a paragraph opens with; None where it has none."""
    limit = min(end, start + _REACH)
    if text.find("(", start, limit) >= 0 or text.find("/", start, limit) >= 0:
        for match in _BRACKET.finditer(text, start, limit):
            wire = _with_agency(text, start, match)
            if wire:
                return wire
    if not text[start : start + 2].isupper():
        return None
    tight = _TIGHT.match(text, start, limit)
    if tight:
        agency = find_agency(tight["agency"] or "")
        stamp = next(find_stamps(text, tight.start("date"), tight.end("date")), None)
        if stamp and (agency or not tight["agency"]):
            return Wire(start, tight.end(), tight["place"], stamp, agency)
    bare = _BARE_PLACE.match(text, start, limit)
    return Wire(start, bare.end(), bare["place"], None, "") if bare else None


def _with_agency(text: str, start: int, match: re.Match[str]) -> Wire | None:
    """The wire line around a bracket that names an agency."""
    dash = _DASH.match(text, match.end())
    if not dash and not _FIGURE.search(text, max(start, match.start() - 60), match.end()):
        return None  # neither a dash nor a date: no wire line, whatever the bracket names
    group = 1 if match[1] else 2
    inside = next(find_stamps(text, match.start(group), match.end(group)), None)
    words = match[group] if inside is None else text[match.start(group) : inside.start]
    agency = find_agency(words.rstrip(" -–—,")) or _unknown_agency(text, start, match, words, inside)
    if not agency:
        return None
    end = dash.end() if dash else match.end()
    if match.start() == start:
        return _agency_first(text, match, agency, end) if dash else None
    before = text[start : match.start()].rstrip(" ,.:")
    stamp = inside or _last_stamp(text, start, start + len(before))
    if stamp and not inside:
        before = text[start : stamp.start].rstrip(" ,.:|")
    place = (_ANY_PLACE.match(before) if len(before.split()) <= 5 else None) or _UPPER_PLACE.search(before)
    if before and not place:
        return None
    if stamp or dash:
        at = start + place.start() if place else start
        return Wire(at, end, _ZONE.compiled().sub("", place[0].strip(" ,")) if place else "", stamp, agency)
    return None


def _unknown_agency(text: str, start: int, match: re.Match[str], words: str, inside: Stamp | None) -> str:
    """The name in a bracket that stands just as an agency's does: after place and date, with a dash behind; "" if none.

    "HAMMERVIK, July 6, 2019 (Nordpress) - The ..."; a place in capitals does for a date.
    """
    name = words.strip(" -–—,")
    if not _NAME.fullmatch(name) or match.start() - start > 60 or not _DASH.match(text, match.end()):
        return ""
    before = text[start : match.start()].rstrip(" ,.:")
    dated = inside or _last_stamp(text, start, start + len(before))
    return name if before and (dated or _UPPER_PLACE.fullmatch(before)) else ""


def _last_stamp(text: str, start: int, end: int) -> Stamp | None:
    """The date that ends a stretch."""
    stamps = [stamp for stamp in find_stamps(text, max(start, end - 60), end) if not text[stamp.end : end].strip(" .,")]
    return stamps[-1] if stamps else None


def _agency_first(text: str, match: re.Match[str], agency: str, end: int) -> Wire:
    after = _AFTER.match(text, match.end())
    if not after:
        return Wire(match.start(), end, "", None, agency)
    stamp = next(find_stamps(text, after.end(), after.end() + 20), None)
    if stamp and stamp.start == after.end():
        return Wire(match.start(), stamp.end, after["place"], stamp, agency)
    return Wire(match.start(), end, "", None, agency)


def find_tail_agency(text: str, end: int) -> tuple[int, int, str] | None:
    """An agency named at the end of a line: "... said. (Yonhap)", "--IANS"; start, end and name."""
    near = text[max(0, end - 40) : end]
    if "(" not in near and "-" not in near and "–" not in near and "—" not in near:
        return None
    match = _TAIL.search(text, max(0, end - 40), end)
    if not match:
        return None
    name = find_agency(match[1] or match[2])
    return (match.start(), match.end(), name) if name else None


_NAME = Pattern(r"[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,3}")
_FIGURE = Pattern(r"\d")
_TAIL = Pattern(r"(?:\(([A-Z][\w ./-]{1,30})\)|(?:^|(?<=\s))[-–—]{1,2}\s?([A-Z][\w.]{1,12}))\s*$", re.MULTILINE)


@cache
def _agencies() -> dict[str, str]:
    """Every wording of an agency, in small letters, with its name."""
    table = {}
    for line in (FOLDER / "datelines" / "agencies.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, others, _, _ = line.split("\t")
            for wording in (name, *filter(None, others.split("|"))):
                table[wording.casefold()] = name
    return table
