"""A bound on how long one call may take, where the system has timers."""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from types import FrameType
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class TookTooLong(BaseException):
    """Raised inside a call that overstays its time; no `except Exception` on the way takes it."""


def attempt(function: Callable[[Item], Result], item: Item, seconds: float) -> tuple[Result | None, str]:
    """The result of a call, or None and why there is none: it raised, or took longer than `seconds`.

    Without timers (Windows), and off the main thread, only the first is noticed.
    """
    try:
        before = signal.signal(signal.SIGALRM, _late)
    except (AttributeError, ValueError):
        return _attempt(function, item)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            return _attempt(function, item)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    except TookTooLong:
        return None, overstayed(seconds)
    finally:
        signal.signal(signal.SIGALRM, before)


def attempt_all(
    function: Callable[[Sequence[Item]], Sequence[Result]], items: Sequence[Item], seconds: float
) -> list[tuple[Result | None, str]]:
    """For each item its result, or None and why there is none: all in one call, and where that fails, each alone."""
    results, why = attempt(function, items, seconds)
    if results is not None:
        return [(result, "") for result in results]
    if len(items) == 1:
        return [(None, why)]
    return [outcome for item in items for outcome in attempt_all(function, [item], seconds)]


def overstayed(seconds: float) -> str:
    """The words for what took too long."""
    return f"took more than {seconds:g} s"


def _attempt(function: Callable[[Item], Result], item: Item) -> tuple[Result | None, str]:
    try:
        return function(item), ""
    except Exception as error:  # one item must not take the others down
        return None, f"{type(error).__name__}: {error}"


def _late(number: int, frame: FrameType | None) -> None:
    raise TookTooLong
