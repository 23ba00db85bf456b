"""Many stories checked one by one, here or in several processes: the same outcomes in the same order.

Between processes travels only what comparing and reporting need: there a text without its source file,
back the claims, the findings and the dateline.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple, Protocol

from factcheck.engine import Checker
from factcheck.model import Claim, Dateline, Document, Finding, TimeExpression
from factcheck.scale.limit import attempt

PAYS = 2_000_000
"""Code points of text that one process has checked before others are started: about their start-up time tenfold."""


class Reading(NamedTuple):
    """What stays of a story when it is checked; `times` only where a report draws them."""

    dateline: Dateline | None
    claims: Sequence[Claim]
    findings: tuple[Finding, ...]
    times: tuple[TimeExpression, ...] = ()


class Keeper(Protocol):
    """Where readings are kept between runs."""

    def find(self, document: Document) -> Reading | None: ...
    def keep(self, document: Document, reading: Reading) -> None: ...


class Checked(NamedTuple):
    """A story and what stays of it, or why nothing does."""

    document: Document
    reading: Reading | None = None
    failure: str = ""


def check_all(
    checker: Checker,
    documents: Iterable[Document],
    *,
    jobs: int,
    start: int = 0,
    seconds: float,
    times: bool = False,
    kept: Keeper | None = None,
) -> Iterator[Checked]:
    """Every story checked by itself, in the order given, by up to `jobs` processes.

    The first `start` code points of text are checked here, and all of them where `jobs` is 1.
    What is kept of a story from an earlier run is taken from there.
    """
    work = partial(read_story, checker, times)
    waiting = ((document, kept.find(document) if kept else None) for document in documents)
    seen = 0
    for document, known in waiting:
        if known:
            yield Checked(document, known)
            continue
        if jobs > 1 and seen >= start:
            for checked in _elsewhere(work, chain([(document, None)], waiting), jobs, seconds):
                yield _keeping(checked, kept)
            return
        seen += len(document.text)
        yield _keeping(Checked(document, *attempt(work, document, seconds)), kept)


def read_story(checker: Checker, times: bool, document: Document) -> Reading:
    """What stays of one story."""
    analysis = checker.check(document)
    return Reading(analysis.dateline, analysis.claims, analysis.findings, analysis.times if times else ())


def bare(document: Document) -> Document:
    """A document without its source file, which no check looks at."""
    origin = document.origin
    return document._replace(origin=origin._replace(source="", pieces=())) if origin else document


def _keeping(checked: Checked, kept: Keeper | None) -> Checked:
    if kept and checked.reading:
        kept.keep(checked.document, checked.reading)
    return checked


def _elsewhere(
    work: Callable[[Document], Reading], documents: Iterator[tuple[Document, Reading | None]], jobs: int, seconds: float
) -> Iterator[Checked]:
    """Stories checked in other processes. A known one passes through the queue without its text, so that order
    is kept and no more is drawn than the processes can use."""
    from factcheck.scale.jobs import map_in_order

    drawn: deque[tuple[Document, Reading | None]] = deque()

    def sent() -> Iterator[Document | None]:
        for document, known in documents:
            drawn.append((document, known))
            yield None if known else bare(document)

    task = partial(_unless_known, work)
    for outcome in map_in_order(task, sent(), jobs=jobs, seconds=seconds, weigh=_weight):
        document, known = drawn.popleft()
        yield Checked(document, known or outcome.result, outcome.failure)


def _weight(document: Document | None) -> int:
    return 100 + len(document.text) if document else 100


def _unless_known(work: Callable[[Document], Reading], document: Document | None) -> Reading | None:
    return work(document) if document else None
