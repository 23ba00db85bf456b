"""A text put together from stretches of a source, with the map back: what is copied, what stands for something else.

The pieces follow `model.Origin`. A piece of one character may stand for several of the source (an escape, an
entity, a run of white space): the next piece tells where it ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape

Pieces = tuple[tuple[str, int, int, int], ...]

_SPECIAL = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|[ \t\r\n\f]{2,}|[\t\r\n\f]")


class Weave:
    """A text under construction; `field` is the document's field that it will be."""

    def __init__(self, field: str = "text") -> None:
        self.field = field
        self._parts: list[str] = []
        self._pieces: list[tuple[str, int, int, int]] = []
        self.length = 0

    def copy(self, source: str, start: int, end: int) -> None:
        """Add a stretch of the source as it is."""
        if start < end:
            self._pieces.append((self.field, self.length, start, end - start))
            self._add(source[start:end])

    def stand(self, text: str, start: int) -> None:
        """Add text that stands for something else at a place of the source."""
        if text:
            self._pieces.append((self.field, self.length, start, 1))
            self._add(text)

    def insert(self, text: str) -> None:
        """Add text that the source does not hold."""
        self._add(text)

    def close(self, source_end: int) -> None:
        """Tell where the last thing that stands for something else ends in the source."""
        self._pieces.append((self.field, self.length, source_end, 0))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    def copy_markup(self, source: str, start: int, end: int, *, fold: bool = True) -> None:
        """Add a stretch of markup text: entities as the signs they name, runs of white space as one space if `fold`."""
        run = start
        for match in _SPECIAL.finditer(source, start, end):
            at, stop = match.span()
            sign = match[0]
            if sign[0] != "&" and not fold:
                continue
            self.copy(source, run, at)
            run = stop
            meant = unescape(sign) if sign[0] == "&" else " "
            if not (meant == " " and self.ends_in_space()):
                self.stand(meant, at)
        if run < end and source[run] == " " and fold and self.ends_in_space():
            run += 1
        self.copy(source, run, end)

    def ends_in_space(self) -> bool:
        """Does the text so far end in white space, or is it empty?"""
        return not self._parts or self._parts[-1][-1:].isspace()

    def break_line(self) -> None:
        """Begin a new paragraph, unless one has just begun."""
        if self.length and not (self._parts and self._parts[-1].endswith("\n")):
            self.insert("\n\n")

    @property
    def text(self) -> str:
        return "".join(self._parts)

    @property
    def pieces(self) -> Pieces:
        return tuple(self._pieces)


def compose(inner: Pieces, outer: Pieces) -> Pieces:
    """The map of a text whose source is itself a text: `inner` maps into a text that `outer`, in order, maps on."""
    starts = [piece[1] for piece in outer]
    composed: list[tuple[str, int, int, int]] = []
    for field, text, middle, length in inner:
        at, end = middle, middle + length
        while True:
            index = max(0, bisect_right(starts, at) - 1)
            _, start, source, reach = outer[index]
            take = max(0, min(end, start + reach) - at)
            composed.append((field, text + at - middle, source + min(at - start, reach), take))
            at += take
            if at >= end:
                break
            if take == 0:
                if index + 1 >= len(outer) or starts[index + 1] >= end:
                    break
                at = starts[index + 1]
    return tuple(composed)
