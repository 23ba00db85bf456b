"""Several processes: order, failures and bounds."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from factcheck.scale import jobs
from factcheck.scale.jobs import map_in_order


def _double(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 11:
        time.sleep(60)
    if number == 13:
        raise ValueError("thirteen")
    if number == 17:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])  # as what hangs outside Python
        time.sleep(60)
    return number * 2


def test_order_is_kept_and_bad_items_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "GRACE_SECONDS", 3.0)
    outcomes = list(map_in_order(_double, range(40), jobs=2, seconds=0.5, weigh=lambda _: 16_000))
    assert [outcome.item for outcome in outcomes] == list(range(40))
    failed = {outcome.item: outcome.failure for outcome in outcomes if outcome.failure}
    assert failed == {
        7: "ended the process that checked it",
        11: "took more than 0.5 s",
        13: "ValueError: thirteen",
        17: "took more than 0.5 s",
    }
    assert all(outcome.result == outcome.item * 2 for outcome in outcomes if not outcome.failure)


def test_items_are_not_drawn_far_ahead() -> None:
    drawn = 0

    def items() -> Iterator[int]:
        nonlocal drawn
        for number in range(100, 1_000):
            drawn += 1
            yield number

    outcomes = map_in_order(_double, items(), jobs=2, seconds=5.0, weigh=lambda _: jobs.BATCH_WEIGHT)
    next(outcomes)
    assert drawn < 40
    outcomes.close()  # type: ignore[attr-defined]


def test_no_items_give_no_outcomes() -> None:
    assert list(map_in_order(_double, [], jobs=2, seconds=1.0, weigh=lambda _: 1)) == []
