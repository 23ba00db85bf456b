"""How fast the whole check is beside a bare word scan, and how long one short story takes as a process.

    python benchmarks/speed.py STORIES.jsonl        MB a second of CPU time, and the ratio to a scan for \\w+
    python benchmarks/speed.py --start-up           a short story beside a bare interpreter

Every story is checked once, in three parts, each part beside its scan, so that nothing is remembered
from a run before and a machine that slows down slows both. STORIES.jsonl holds one article a line with
`id` and `text`; take real news, since made-up stories repeat themselves (benchmarks/stories.py makes some).
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

WORD = re.compile(r"\w+")
BARE = "import argparse, dataclasses, json, re, tomllib"
STORY = (
    "HAMMERVIK, July 6, 2019 - The ferry talks between the two towns begin again on Saturday.\n\n"
    'The towns had last met on Monday, July 1, 2019. "We lost two years," said Ole Brandt, the harbour master.\n'
)


def spent(work: Callable[[], object]) -> float:
    """Seconds of CPU time that a call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def whole_check(path: Path) -> str:
    """MB a second for check and scan, and how many scans one check costs."""
    from factcheck import Checker, Document

    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    documents = [Document(row["id"], row["text"], row.get("title") or "", _day(row.get("published"))) for row in rows]
    checker = Checker()
    checker.run(documents[:20])
    parts = [documents[20:][third::3] for third in range(3)]
    size = sum(len(document.text.encode()) for part in parts for document in part) / 1e6
    checked = scanned = 0.0
    for part in parts:
        checked += spent(lambda part=part: checker.run(part))  # type: ignore[misc]
        scanned += spent(lambda part=part: [sum(1 for _ in WORD.finditer(d.text)) for d in part])  # type: ignore[misc]
    return (
        f"{size:.1f} MB: whole check {size / checked:.2f} MB/s, "
        f"scan {size / scanned:.1f} MB/s, ratio {checked / scanned:.1f}"
    )


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text[:10]) if text else None


def process_seconds(command: Sequence[str], times: int) -> float:
    """Median wall-clock seconds of a command as a whole process."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def start_up(times: int = 21) -> str:
    """Milliseconds of a short story with `--format jsonl` and of a bare interpreter, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "story.txt"
        story.write_text(STORY, encoding="utf-8")
        command = [str(Path(sys.executable).with_name("factcheck")), str(story), "--format", "jsonl"]
        process_seconds(command, 3)
        bare = process_seconds([sys.executable, "-c", BARE], times)
        whole = process_seconds(command, times)
    return f"short story {whole * 1000:.0f} ms, bare interpreter {bare * 1000:.0f} ms, ratio {whole / bare:.2f}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("stories", nargs="?", type=Path, metavar="STORIES.jsonl")
    arguments.add_argument("--start-up", action="store_true")
    chosen = arguments.parse_args()
    if chosen.stories:
        print(whole_check(chosen.stories))
    if chosen.start_up or not chosen.stories:
        print(start_up())


if __name__ == "__main__":
    main()
