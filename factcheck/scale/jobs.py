"""One function over many items in several processes; results come back in the order of the items.

Items travel some at a time. Where the function fails for a batch, or its process dies or overstays the time,
the batch is run again item by item, and an item that fails alone is named and given up; the rest goes on.
Each process stops what overstays its time itself; one that cannot (it hangs outside Python) is ended from here.
Knows nothing of stories: the function and the weight of an item are the caller's.
"""

from __future__ import annotations

import gc
import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from factcheck.scale.limit import attempt, overstayed

Item = TypeVar("Item")
Result = TypeVar("Result")
Function = Callable[[Sequence[Item]], Sequence[Result]]
Batch = list[tuple[int, Item]]

GRACE_SECONDS = 10.0
"""What a process may take longer than one item's time, to start and to stop an item itself."""

_WAITING = 4  # batches a job that may stand done or undone before the one that is due; bounds the memory


class Outcome(NamedTuple, Generic[Item, Result]):
    """What became of an item: its result, or why there is none."""

    item: Item
    result: Result | None = None
    failure: str = ""


def map_in_order(
    function: Function[Item, Result],
    items: Iterable[Item],
    *,
    jobs: int,
    seconds: float,
    weigh: Callable[[Item], int] = lambda _: 1,
    full: int = 1,
) -> Iterator[Outcome[Item, Result]]:
    """The outcome of every item, in their order, however long each takes.

    `function` gives the results of some items, those that together weigh as much as a `full` batch; it and they
    must pickle. `seconds` is the most that one item may take. Memory is bounded: items are drawn only as far
    ahead as the processes can use.
    """
    fresh = _batches(items, weigh, full)
    again: deque[Batch[Item]] = deque()
    done: dict[int, Outcome[Item, Result]] = {}
    ahead: deque[int] = deque()  # the length of each batch drawn and not yet handed on whole
    due = handed = 0
    crew: list[_Worker[Item, Result]] = [_Worker(function) for _ in range(jobs)]
    try:
        while True:
            ready: list[Outcome[Item, Result]] = []
            while due in done:
                ready.append(done.pop(due))
                due += 1
            while ahead and handed + ahead[0] <= due:
                handed += ahead.popleft()
            for worker in crew:
                if worker.batch:
                    continue
                batch = again.popleft() if again else None
                if batch is None and len(ahead) < _WAITING * jobs:
                    batch = next(fresh, None)
                    if batch:
                        ahead.append(len(batch))
                if batch:
                    worker.give(batch, seconds)
            yield from ready  # the caller works while the processes do
            busy = [worker for worker in crew if worker.batch]
            if not busy:
                return
            for worker in _ready(busy):
                outcomes, rest = worker.take(seconds)
                done.update(outcomes)
                again.extend(rest)
    finally:
        for worker in crew:
            worker.stop()


def each(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """What a function of one item gives for several; `partial(each, function)` takes a batch."""
    return [function(item) for item in items]


def _batches(items: Iterable[Item], weigh: Callable[[Item], int], full: int) -> Iterator[Batch[Item]]:
    batch: Batch[Item] = []
    weight = 0
    for numbered in enumerate(items):
        batch.append(numbered)
        weight += weigh(numbered[1])
        if weight >= full:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


class _Worker(Generic[Item, Result]):
    """One process and the batch it has in hand."""

    def __init__(self, function: Function[Item, Result]) -> None:
        self.function = function
        self.batch: Batch[Item] = []
        self.deadline = 0.0
        self.process, self.line = self._start()

    def _start(self) -> tuple[BaseProcess, Connection]:
        context: Any = _context()
        here, there = context.Pipe()
        process = context.Process(target=_work, args=(self.function, there), daemon=True)
        process.start()
        there.close()
        return process, here

    def give(self, batch: Batch[Item], seconds: float) -> None:
        self.batch = batch
        self.deadline = time.monotonic() + seconds + GRACE_SECONDS  # a batch is quick unless an item in it hangs
        try:
            self.line.send((seconds, [item for _, item in batch]))
        except OSError:
            self.deadline = 0.0  # it died idle: `take` starts another and the batch runs again

    def take(self, seconds: float) -> tuple[dict[int, Outcome[Item, Result]], list[Batch[Item]]]:
        """Outcomes by number, and batches to run again, of a worker that answered, died or is late."""
        batch, self.batch = self.batch, []
        why = overstayed(seconds)
        answered = False
        if self.line.poll():
            try:
                results, why = self.line.recv()
                answered = True
                if results is not None:
                    return {n: Outcome(item, result) for (n, item), result in zip(batch, results, strict=True)}, []
            except (EOFError, OSError):
                why = "ended the process that checked it"
        if not answered:
            self.stop()
            self.process, self.line = self._start()
        if len(batch) > 1:
            return {}, [[numbered] for numbered in batch]
        number, item = batch[0]
        return {number: Outcome(item, failure=why)}, []

    def stop(self) -> None:
        self.line.close()
        self.process.kill()
        self.process.join()
        self.process.close()


def _context() -> BaseContext:
    """How a process starts. As a copy of this one it has everything imported and read, a third of a second's work;
    but a copy has only the thread that made it, so with others about it starts from nothing."""
    try:
        alone = len(list(Path("/proc/self/task").iterdir())) == 1  # counts threads that Python does not know of, too
    except OSError:  # no Linux
        alone = False
    return multiprocessing.get_context("fork" if alone else "spawn")


def _ready(busy: list[_Worker[Item, Result]]) -> list[_Worker[Item, Result]]:
    """The workers that have answered, died or are late; waits until there is one."""
    patience = min(worker.deadline for worker in busy) - time.monotonic()
    answered = wait([worker.line for worker in busy], max(0.0, patience))
    now = time.monotonic()
    return [worker for worker in busy if worker.line in answered or worker.deadline <= now]


def _work(function: Function[Item, Result], line: Connection) -> None:
    gc.set_threshold(100_000, 20, 50)  # items make many small values and no cycles
    gc.freeze()
    try:
        while True:
            seconds, items = line.recv()
            line.send(attempt(function, items, seconds))
    except (EOFError, OSError, KeyboardInterrupt):
        return
