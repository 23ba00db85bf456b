"""Many stories checked one by one, here or in several processes: the same outcomes in the same order.

Between processes travels only what comparing and reporting need: there a text without its source file,
back the claims, the findings and the dateline.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from factcheck.engine import Checker
from factcheck.model import Analysis, Claim, Dateline, Document, Finding, Layout, People, TimeExpression
from factcheck.scale.limit import attempt

PAYS = 2_000_000
"""Code points of text that one process has checked before others are started: about their start-up time tenfold."""


class Reading(NamedTuple):
    """What stays of a story when it is checked; `times` only where a report draws them."""

    dateline: Dateline | None
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    times: tuple[TimeExpression, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A story and its analysis, or why there is none."""

    document: Document
    analysis: Analysis | None = None
    failure: str = ""


def check_all(
    checker: Checker, documents: Iterable[Document], *, jobs: int, start: int = 0, seconds: float, times: bool = False
) -> Iterator[Checked]:
    """Every story checked by itself, in the order given, by up to `jobs` processes.

    The first `start` code points of text are checked here, and all of them where `jobs` is 1; their
    analyses are whole, those from elsewhere have no layouts and no people, and times only if asked for.
    """
    waiting = iter(documents)
    seen = 0
    for document in waiting:
        if jobs > 1 and seen >= start:
            rest = chain([document], waiting)
            yield from _elsewhere(checker, rest, jobs, seconds, times)
            return
        seen += len(document.text)
        analysis, failure = attempt(checker.check, document, seconds)
        yield Checked(document, analysis, failure)


def read_story(checker: Checker, times: bool, document: Document) -> Reading:
    """What stays of one story."""
    analysis = checker.check(document)
    return Reading(analysis.dateline, analysis.claims, analysis.findings, analysis.times if times else ())


def restored(document: Document, reading: Reading) -> Analysis:
    """The analysis of a document as far as its reading holds it."""
    return Analysis(
        document,
        Layout(),
        Layout(),
        reading.dateline,
        (),
        reading.times,
        People(),
        reading.claims,
        reading.findings,
    )


def bare(document: Document) -> Document:
    """A document without its source file, which no check looks at."""
    origin = document.origin
    return replace(document, origin=origin._replace(source="", pieces=())) if origin else document


def _elsewhere(
    checker: Checker, documents: Iterable[Document], jobs: int, seconds: float, times: bool
) -> Iterator[Checked]:
    from factcheck.scale.jobs import map_in_order

    full: deque[Document] = deque()

    def sent() -> Iterator[Document]:
        for document in documents:
            full.append(document)
            yield bare(document)

    work = partial(read_story, checker, times)
    for outcome in map_in_order(work, sent(), jobs=jobs, seconds=seconds, weigh=lambda d: len(d.text) + 1):
        document = full.popleft()
        analysis = restored(document, outcome.result) if outcome.result else None
        yield Checked(document, analysis, outcome.failure)
