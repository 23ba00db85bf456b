"""Does the clause around a time look forward or back? The nearest telling word before it decides, else
the first after it; no grammar."""

from __future__ import annotations

import re
from functools import cache

from factcheck.timevalues import Span

REACH = 100  # characters to each side, never past the sentence

FORWARD = (
    r"(?:will|would|won['’]t|shall|['’]ll|(?:is|are|was|were) to|to|due to|set to)(?: not| also)?"
    r" (?:be|remain|stay) [a-z]+"
    r"|will|would|won['’]t|shall|['’]ll|plan(?:s|ned|ning)? (?:to|an?|for|further|more|new)|scheduled"
    r"|expect(?:s|ed|ing)?|due(?! to\b)"
    r"|due to (?:appear|arrive|be|begin|close|decide|deliver|end|expire|finish|go|hold|leave|make|meet|open|publish"
    r"|report|return|speak|stand|start|step|take|testify|travel|visit|vote)"
    r"|set (?:to|for)|intend(?:s|ed|ing)?|going to|hop(?:es?|ed|ing)(?: [a-z]+ly)? to|to be|ready to"
    r"|(?:is|are|was|were) to|for (?:delivery|shipment)|deadline is|must(?: be [a-z]+)?|upcoming|slated"
    r"|likely to|be(?:fore|ing|ginning) (?:by|until)|takes? effect|effective"
)
BACK_FIRST = r"ha[sd] been (?:due|scheduled|expected|set|planned)"
BACK = (
    r"was|were|had|did|said|says|has|have|ago|became|began|came|went|took|made|won|lost|fell|rose|met|told"
    r"|brought|bought|sold|got|gave|left|kept|held|grew|drew|knew|saw|sent|spent|paid|built|broke|chose|drove|flew"
    r"|(?<!to )(?<!ill )(?<!ould )(?<!be )(?<!is )(?<!re )(?:cut|put|set)(?! (?:to|for)\b)"
    r"|fought|found|heard|led|ran|shot|spoke|stood|struck|swept|taught|thought|threw|wore|wrote|sought|dealt|hit|[a-z]{3,}ed"
)

TIMETABLE = (
    r"meets?|opens|ends|hears|flies|leaves|begins|starts|returns|plays|faces|visits|travels|arrives|votes|expires|convenes"
    r"|resumes|airs|kicks off|takes? place|goes (?:on|to|before)"
    r"|(?:is|are) (?:meeting|gathering|holding|leaving|arriving|flying|travel+ing|visiting|voting|returning|hosting)"
)
"""A present that tells of the days to come where a weekday follows ("the court hears the case on Tuesday")."""


@cache
def _telling() -> re.Pattern[str]:
    # The look ahead spares the end of each word, and each capital, a hundred branches.
    return re.compile(
        rf"\b(?=[a-z'’])(?:(?:{BACK_FIRST})|(?P<forward>{FORWARD})|(?P<timetable>{TIMETABLE})|(?:{BACK}))\b"
    )


def tense_after(text: str, end: int) -> int:
    """1 or -1 where a verb right behind a time tells ("on Monday criticised", "on Friday will hear"), else 0."""
    if text[end : end + 1] != " " or not text[end + 1 : end + 2].islower():
        return 0
    verb = _telling().match(text, end + 1)
    if verb is None or verb["timetable"]:
        return 0
    return 1 if verb["forward"] else -1


def is_put_off(text: str, span: Span) -> bool:
    """Does a "but" behind a time tell that a plan of the past came to nothing ("were due Monday but were delayed")?"""
    lead = text[max(0, span.start - 60) : span.start]
    return bool(_but().match(text, span.end) and _was_planned().search(lead))


@cache
def _but() -> re.Pattern[str]:
    return re.compile(r",? but (?:was|were|left|did|had|never)\b")


@cache
def _was_planned() -> re.Pattern[str]:
    return re.compile(r"\b(?:was|were|had been) (?:due|scheduled|expected|set|supposed|to|slated)\b[^.]*\Z")


def is_limit(text: str, start: int) -> bool:
    """Does "by", "until" or "as soon as" stand before a time?"""
    return bool(_limit().search(text[max(0, start - 20) : start]))


def is_told_by(text: str, start: int) -> bool:
    """Is a "by" before a time of what had come about till then ("had filed by Wednesday", "By Friday, it was")?"""
    lead = text[max(0, start - REACH) : start].rstrip()
    if lead[-2:].lower() != "by":
        return False
    lead = lead[:-2].rstrip()
    if not lead or lead[-1] in ".!?;":
        return bool(_told().match(text[start : start + REACH]))
    return bool(_had().search(lead[max(lead.rfind(end) for end in ENDS) + 1 :]))


@cache
def _had() -> re.Pattern[str]:
    return re.compile(r"\b(?:had|has|have|was|were)\b(?!.*\b(?:to|until|must|will|would|should)\b)", re.DOTALL)


@cache
def _told() -> re.Pattern[str]:
    return re.compile(r"[^.!?]*?\b(?:was|were|had|[a-z]{3,}ed)\b")


def is_deadline(text: str, start: int) -> bool:
    """Does "by" or "until" stand before a time? "Through August" often looks back."""
    return text[max(0, start - 6) : start].rstrip().rpartition(" ")[2] in ("by", "By", "until", "till")


def is_done(text: str, start: int) -> bool:
    """Does a verb of the past stand right before the "in" of a month ("the season ended in May")? Not one that waits
    ("expected in May") nor one told in the present ("is heard in May")."""
    return bool(_done().search(text[max(0, start - 50) : start]))


@cache
def _done() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!being )(?<!n't )\b"
        r"(?!expected|planned|scheduled|slated|needed|wanted|hoped|intended|proposed)"
        r"(?:[a-z]{2,}ed|began|came|went|took place|won|lost|fell|rose|left|met|got back|broke out|sold|bought)"
        r" (?:back )?in (?:early |late |mid-?)?\Z"
    )


def is_owner(text: str, span: Span) -> bool:
    """Does a possessive make a time the name of what has been ("get around Wednesday's ruling")? Not after a word
    that may wait for it ("ahead of Sunday's vote")."""
    if text[span.end : span.end + 2] not in ("'s", "’s"):
        return False
    return text[max(0, span.start - 12) : span.start].rstrip().rpartition(" ")[2].lower() not in AWAITING


AWAITING = frozenset("of for before until till in at during by to".split())


@cache
def _limit() -> re.Pattern[str]:
    return re.compile(r"\b(?:by|until|till|through|as soon as|as early as|no later than|ahead of)\s+\Z")


def opens_sentence(text: str, start: int) -> bool:
    """Does a time stand at the head of its sentence, at most after "in" or "on"?"""
    lead = text[max(0, start - 12) : start].rstrip().removesuffix("In").removesuffix("On").rstrip()
    return not lead or lead.rstrip("\"”'’")[-1:] in (".", "!", "?")


ENDS = (". ", ".\n", "\n\n", '."', ".”", ".'", ".’")
"""Where a sentence ends, for sure enough."""


def tense_at(text: str, span: Span, timetable: bool = False) -> int:
    """1 where the clause looks forward, -1 back, 0 where nothing tells; `timetable` says that a present
    before the time counts as forward."""
    telling = _telling()
    stop = span.start
    start = max(0, stop - REACH)
    for end in ENDS:
        place = text.rfind(end, start, stop)
        if place > start:
            start = place
    last: re.Match[str] | None = None
    for match in telling.finditer(text, start, stop):
        if timetable or not match["timetable"]:
            last = match
    if last is None:
        stop = text.find(". ", span.end, span.end + REACH)
        for match in telling.finditer(text, span.end, stop if stop >= 0 else span.end + REACH):
            if not match["timetable"]:
                last = match
                break
    if last is None:
        return 0
    return 1 if last["forward"] or last["timetable"] else -1
