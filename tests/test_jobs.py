"""Several processes: order, failures and bounds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence

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


def _doubles(numbers: Sequence[int]) -> list[int]:
    return [_double(number) for number in numbers]


def test_order_is_kept_and_bad_items_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "GRACE_SECONDS", 3.0)
    outcomes = list(map_in_order(_doubles, range(40), jobs=2, seconds=0.5, full=4))
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

    outcomes = map_in_order(_doubles, items(), jobs=2, seconds=5.0)
    next(outcomes)
    assert drawn < 40
    outcomes.close()  # type: ignore[attr-defined]


def test_every_item_comes_however_far_the_processes_are_ahead() -> None:
    outcomes = []
    for outcome in map_in_order(_doubles, range(100, 400), jobs=2, seconds=5.0):
        outcomes.append(outcome.result)
        if len(outcomes) in (1, 20):
            time.sleep(0.2)
    assert outcomes == [number * 2 for number in range(100, 400)]


@pytest.mark.parametrize("threads", [0, 1])
def test_processes_start_as_copies_only_of_a_process_with_one_thread(threads: int) -> None:
    code = (
        "import threading, time\nfrom factcheck.scale.jobs import _context\n"
        f"for _ in range({threads}): threading.Thread(target=time.sleep, args=(1,)).start()\n"
        "print(_context().get_start_method())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ("fork" if sys.platform == "linux" and not threads else "spawn")


def test_no_items_give_no_outcomes() -> None:
    assert list(map_in_order(_doubles, [], jobs=2, seconds=1.0)) == []
