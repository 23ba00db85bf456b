"""Checks of the dateline itself: none stated, two that disagree, one that lies ahead; and of the story's language."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from factcheck.language import SUPPORTED
from factcheck.model import Analysis, Dateline, Finding, Related, Rule, Span
from factcheck.patterns import Pattern

_STATED = ("argument", "metadata", "page line", "wire line", "address")
"""Where a story states its date; a file name or an inference states none."""

_WHERE = {
    "argument": "the date given for the story",
    "metadata": "its metadata",
    "page line": "the date line of the page",
    "wire line": "the agency line",
    "address": "its web address",
}

_FIRST_WORD = Pattern(r"\w[\w'’-]*")
_EMBARGO = Pattern(
    r"(?i)\bembargo(?:ed)?\b|\bnot for (?:publication|release|broadcast)(?: or \w+)? (?:before|until)\b"
    r"|\bfor release (?:on|at|after)\b|\bhold for release\b"
)
_HEAD = 1500
_MOST_EVIDENCE = 2


def find_missing(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """One note where a story states no date; it tells the interval that its contents allow, if they tell one."""
    if not analysis.document.text.strip() or any(line.date and not line.updated for line in analysis.datelines):
        return
    believed = analysis.dateline
    inferred = believed if believed and believed.source == "inferred" else None
    yield rule.at(
        analysis.document.id,
        _opening(analysis),
        related=tuple(evidence_at(analysis, note) for note in inferred.evidence[:_MOST_EVIDENCE]) if inferred else (),
        known=_known(inferred) if inferred else "",
    )


def _known(believed: Dateline) -> str:
    """What the contents of the story tell of its date."""
    if believed.interval is None or believed.interval == (None, None):
        return ""
    return f"its contents fit {_interval(believed)}; "


def evidence_at(analysis: Analysis, note: str) -> Related:
    """One piece of evidence for a date, at the words of the story where it stands."""
    document = analysis.document
    for claim in analysis.claims:
        if note.startswith(f"{claim.name}, {claim.text}: "):
            return Related(document.id, claim.span, note, claim.sentence)
    return Related(document.id, _opening(analysis), note)


def _interval(line: Dateline) -> str:
    assert line.interval is not None
    start, end = line.interval
    last = end - datetime.timedelta(1) if end else None
    if start and last:
        return spoken(start) if start == last else f"{spoken(start)} to {spoken(last)}"
    return f"{spoken(start)} or later" if start else f"{spoken(last)} or earlier" if last else "any day"


def spoken(day: datetime.date) -> str:
    """ "July 6, 2019", whatever the language of the machine."""
    month = ("January February March April May June July August September October November December").split()[
        day.month - 1
    ]
    return f"{month} {day.day}, {day.year}"


def _opening(analysis: Analysis) -> Span:
    """The wire line where there is one, else the first word of the story."""
    for line in analysis.datelines:
        if line.source == "wire line" and line.span and line.place:
            return line.span
    text = analysis.document.text
    start = analysis.layout.paragraphs[0].start if analysis.layout.paragraphs else 0
    word = _FIRST_WORD.search(text, start)
    return Span(*word.span()) if word else Span(start, min(len(text), start + 1))


def find_disagreeing(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """One finding where two stated dates of a story lie more than `tolerance_days` apart.

    It stands at the less trusted date that the text holds. The evening before and another time zone make one day.
    """
    tolerance = datetime.timedelta(int(str(rule.params.get("tolerance_days", 1))))
    stated = [line for line in analysis.datelines if line.date and not line.updated and line.source in _STATED]
    for number, other in enumerate(stated):
        first = next((line for line in stated[:number] if _apart(line, other, tolerance)), None)
        if first is None:
            continue
        here, there = (other, first) if other.span else (first, other)
        span = here.span or _opening(analysis)
        assert here.date and there.date
        related: tuple[Related, ...] = ()
        if there.span:
            related = (
                Related(analysis.document.id, there.span, _WHERE[there.source], analysis.document.cut(there.span)),
            )
        yield rule.at(
            analysis.document.id,
            span,
            related=related,
            date=spoken(here.date),
            place=_WHERE[here.source],
            other_date=spoken(there.date),
            other_place=_WHERE[there.source] if there.source != here.source else "another " + _WHERE[there.source][4:],
        )
        return


def _apart(one: Dateline, other: Dateline, tolerance: datetime.timedelta) -> bool:
    return one.date is not None and other.date is not None and abs(one.date - other.date) > tolerance


def find_future(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """One finding where the story is dated after today, unless it says that it is embargoed."""
    believed, today = analysis.dateline, analysis.today
    if not today or not believed or not believed.date or believed.source not in (*_STATED, "file name"):
        return
    if (
        believed.date <= today
        or _EMBARGO.search(analysis.document.text, 0, _HEAD)
        or _EMBARGO.search(analysis.document.title)
    ):
        return
    yield rule.at(
        analysis.document.id,
        believed.span or _opening(analysis),
        date=spoken(believed.date),
        today=spoken(today),
        days=(believed.date - today).days,
    )


def find_unsupported_language(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """One note on a story whose words the rules cannot read."""
    if analysis.language not in SUPPORTED:
        name = _LANGUAGES.get(analysis.language, "another language")
        yield rule.at(analysis.document.id, _opening(analysis), language=name)


_LANGUAGES = {
    "ar": "Arabic", "bn": "Bengali", "cs": "Czech", "da": "Danish or Norwegian", "de": "German", "el": "Greek",
    "es": "Spanish", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian or Malay", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian or a language in its script",
    "sv": "Swedish", "ta": "Tamil", "th": "Thai", "tr": "Turkish", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
