"""`factcheck corpus PATH ... --out DIR`: a whole archive against itself, on one machine."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

from factcheck.cli.arguments import UsageError
from factcheck.cli.check import fails_at
from factcheck.cli.stories import Stories, make_checker
from factcheck.cli.terminal import Terminal
from factcheck.report.spoken import count
from factcheck.scale.corpus import CorpusError, Progress, check_corpus


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Check and compare everything; the findings are in files, the summary is printed."""
    if not arguments.out:
        raise UsageError("corpus: where shall the findings go? name a folder with --out DIR")
    out = Path(arguments.out)
    stories = Stories(arguments.paths, terminal, arguments)
    jobs = arguments.jobs or os.cpu_count() or 1
    tell = _Meter(terminal, arguments.quiet).tell
    try:
        summary = check_corpus(make_checker(arguments), stories, out, jobs=jobs, seconds=arguments.seconds, tell=tell)
    except CorpusError as error:
        raise UsageError(str(error)) from None
    for story, why in summary.skipped:
        terminal.say(f"factcheck: {story}: skipped: {why}")
    found = ", ".join(count(summary.findings.get(name, 0), name) for name in ("error", "warning"))
    lines = [
        f"{count(summary.stories, 'story', 'stories')}, {count(summary.claims, 'claim')}: {found}",
        f"findings in {out / 'findings.jsonl'} and {out / 'findings.parquet'}",
    ]
    terminal.write(f"{line}\n" for line in lines)
    if stories.failed or summary.skipped:
        return 2
    return int(any(summary.findings.get(level) for level in fails_at(arguments.fail_on)))


class _Meter:
    """Says how far a run is, at most every few seconds, with an estimate where the end is known."""

    def __init__(self, terminal: Terminal, quiet: bool, every: float = 5.0) -> None:
        self._terminal, self._quiet, self._every = terminal, quiet, every
        self._started = self._told = time.monotonic()
        self._step = ""

    def tell(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.step != self._step:
            self._step, self._started = progress.step, now
        if self._quiet or now - self._told < self._every:
            return
        self._told = now
        done = f"{progress.done:,} of {progress.of:,}" if progress.of else f"{progress.done:,} stories"
        spent = now - self._started
        left = f", about {spent * (progress.of - progress.done) / progress.done:.0f} s left" if progress.of else ""
        self._terminal.say(f"factcheck: {progress.step} {done}{left}")
