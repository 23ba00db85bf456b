"""Many stories, each checked by itself, here or in several processes: the same outcomes in the same order.

Stories go through the stages some at a time, which is a quarter quicker than one by one. Between processes
travels only what comparing and reporting need: there a text without its source file, back the dateline, the
findings, and the claims that can meet other stories'.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple, Protocol

from factcheck.engine import Checker
from factcheck.model import Claim, Dateline, Document, Finding, TimeExpression, is_local
from factcheck.scale.limit import attempt_all

PAYS = 2_000_000
"""Code points of text that one process has checked before others are started: far more than their start takes."""

BATCH = 64_000
"""Code points of text that go through the stages together: some 30 milliseconds of checking. More at a time is no
quicker."""


class Reading(NamedTuple):
    """What stays of a story when it is checked: the `claims` that can meet other stories', the `findings` of rules
    for one story and those of comparing its claims `within` it, the count of its words; `times` only where a report
    draws them."""

    dateline: Dateline | None
    claims: Sequence[Claim]
    findings: tuple[Finding, ...]
    within: tuple[Finding, ...] = ()
    words: int = 0
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


Asked = tuple[Document, Reading | None]
"""A story, and what is kept of it."""

Work = Callable[[Sequence[Document]], list[Reading]]


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
    work = partial(read_stories, checker, times)
    asked = ((document, kept.find(document) if kept else None) for document in documents)
    seen = 0
    for batch in _batches(asked):
        new = [document for document, known in batch if known is None]
        if new and jobs > 1 and seen >= start:
            checked = _elsewhere(work, chain(batch, asked), jobs, seconds)
        else:
            checked = _here(work, batch, new, seconds)
            seen += sum(len(document.text) for document in new)
        for one in checked:
            if kept and one.reading:
                kept.keep(one.document, one.reading)
            yield one


def read_stories(checker: Checker, times: bool, documents: Sequence[Document]) -> list[Reading]:
    """What stays of each story."""
    return [
        Reading(
            analysis.dateline,
            tuple(claim for claim in analysis.claims if not _stays(claim)),
            analysis.findings,
            tuple(judge_local(checker, analysis.claims)),
            len(analysis.document.text.split()),
            analysis.times if times else (),
        )
        for analysis in checker.check_all(documents)
    ]


def judge_local(checker: Checker, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Findings under the keys that hold only within one document."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        for key in claim.keys:
            if is_local(key, claim.document):
                groups.setdefault(key, []).append(claim)
    for key, group in groups.items():
        yield from checker.judge(key, group, {claim.document for claim in group})


def bare(document: Document) -> Document:
    """A document without its source file, which no check looks at."""
    origin = document.origin
    return document._replace(origin=origin._replace(source="", pieces=())) if origin else document


def _stays(claim: Claim) -> bool:
    """Can a claim only meet others of its own story?"""
    return all(is_local(key, claim.document) for key in claim.keys)


def _batches(asked: Iterable[Asked]) -> Iterator[list[Asked]]:
    batch: list[Asked] = []
    weight = 0
    for document, known in asked:
        batch.append((document, known))
        weight += _weight(None if known else document)
        if weight >= BATCH:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _here(work: Work, batch: Sequence[Asked], new: Sequence[Document], seconds: float) -> Iterator[Checked]:
    outcomes = iter(attempt_all(work, new, seconds))
    for document, known in batch:
        yield Checked(document, known) if known else Checked(document, *next(outcomes))


def _elsewhere(work: Work, asked: Iterable[Asked], jobs: int, seconds: float) -> Iterator[Checked]:
    """Stories checked in other processes. A known one passes through the queue without its text, so that order
    is kept and no more is drawn than the processes can use."""
    from factcheck.scale.jobs import map_in_order

    drawn: deque[Asked] = deque()

    def sent() -> Iterator[Document | None]:
        for document, known in asked:
            drawn.append((document, known))
            yield None if known else bare(document)

    task = partial(_unless_known, work)
    for outcome in map_in_order(task, sent(), jobs=jobs, seconds=seconds, weigh=_weight, full=BATCH):
        document, known = drawn.popleft()
        yield Checked(document, known or outcome.result, outcome.failure)


def _weight(document: Document | None) -> int:
    return 100 + len(document.text) if document else 100


def _unless_known(work: Work, documents: Sequence[Document | None]) -> list[Reading | None]:
    readings = iter(work([document for document in documents if document]))
    return [next(readings) if document else None for document in documents]
