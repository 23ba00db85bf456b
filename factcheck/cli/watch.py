"""`--watch`: check again whenever a story under the paths changes, until it is stopped."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from pathlib import Path

from factcheck.cli import check
from factcheck.cli.arguments import UsageError
from factcheck.cli.terminal import Terminal

PAUSE_SECONDS = 0.5


def run(arguments: argparse.Namespace, terminal: Terminal) -> int:
    """Check, wait for a change, check again. Ends only by being stopped."""
    if "-" in arguments.paths:
        raise UsageError("standard input cannot be watched; give the path of a file or folder")
    arguments.watch = False
    while True:
        before = stamps([*arguments.paths, *arguments.background])
        if terminal.out.isatty():
            terminal.write(["\x1b[2J\x1b[H"])
        check.run(arguments, terminal)
        terminal.say("waiting for changes; Ctrl-C to stop")
        while stamps([*arguments.paths, *arguments.background]) == before:
            time.sleep(PAUSE_SECONDS)


def stamps(paths: Iterable[str]) -> dict[str, tuple[int, int]]:
    """When each file under the paths was last changed, and its size."""
    found = {}
    for path in paths:
        files = Path(path).rglob("*") if Path(path).is_dir() else [Path(path)]
        for file in files:
            try:
                status = file.stat()
            except OSError:
                continue
            found[str(file)] = (status.st_mtime_ns, status.st_size)
    return found
