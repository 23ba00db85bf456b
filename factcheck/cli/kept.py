"""Where a run keeps its results for the next one: `--cache`, else FACTCHECK_CACHE, else the user's cache folder."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.folders import caches
from factcheck.engine import Checker
from factcheck.model import Document, Finding
from factcheck.scale.readings import Reading

if TYPE_CHECKING:
    from factcheck.scale.results import Results

AFTER = 300_000
"""Code points of text that a run checks before it looks for kept results by itself: less is quick anyway."""


@contextmanager
def kept_results(arguments: argparse.Namespace, checker: Checker) -> Iterator[Kept | None]:
    """The kept results while a run needs them; None where none are wanted, and for a report that draws the times,
    which are not kept."""
    asked = getattr(arguments, "cache", "")
    folder = Path(asked) if asked else caches()
    if str(folder) == "off" or arguments.format == "html":
        yield None
        return
    kept = Kept(folder, checker, 0 if asked else AFTER)
    try:
        yield kept
    finally:
        kept.close()


class Kept:
    """The kept results for one checker, opened after so many code points of text: a short run needs none."""

    def __init__(self, folder: Path, checker: Checker, after: int) -> None:
        self._folder, self._checker, self._after = folder, checker, after
        self._early: list[Document] = []
        self._results: Results | None = None

    def find(self, document: Document) -> Reading | None:
        """What is kept of a story; ask for every story, in order."""
        if self._results is None:
            self._early.append(document)
            self._after -= len(document.text)
            if self._after > 0:
                return None
            self._open()
        return self._results.find(document) if self._results else None

    def _open(self) -> None:
        from factcheck.scale.results import Results

        self._results = Results(self._folder, self._checker)
        for document in self._early[:-1]:
            self._results.pass_by(document)
        self._early = []

    def keep(self, document: Document, reading: Reading) -> None:
        """Keep what a story that was not found has given."""
        if self._results:
            self._results.keep(document, reading)

    def between(self) -> tuple[Finding, ...] | None:
        """What comparing exactly these stories in this order has found."""
        return self._results.between() if self._results else None

    def keep_between(self, findings: Iterable[Finding]) -> None:
        """Keep what comparing these stories has found."""
        if self._results:
            self._results.keep_between(findings)

    def close(self) -> None:
        """Write what is fresh."""
        if self._results:
            self._results.close()
