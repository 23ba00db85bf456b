"""Text and locale to time expressions as written: one scan for trigger words, anchored patterns at the hits."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model import Span, Written


class Expression(NamedTuple):
    """A time expression as written, before it is read against any date."""

    span: Span
    text: str
    type: str
    written: Written


def find_expressions(text: str, locale: str = "en", field: str = "text") -> tuple[Expression, ...]:
    """Expressions in text order, never overlapping."""
    return ()
