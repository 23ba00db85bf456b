"""What many stories cost, each figure beside a yardstick of the same run.

    python benchmarks/scale.py against 10000 100000 1000000   one story against archives of so many stories
    python benchmarks/scale.py adding STORIES.jsonl           adding beside checking alone, archive beside texts
    python benchmarks/scale.py jobs STORIES.jsonl             two processes beside one
    python benchmarks/scale.py again STORIES.jsonl            a second run over the same stories beside the first
    python benchmarks/scale.py corpus 20000 100000            planted conflicts found, time, memory, growth
    python benchmarks/scale.py memory STORIES.jsonl           the largest process of one long check

The archives of `against` are filled with claims as `stories.py` would have its stories make (two people
a story, the n-th most common one in about one story of n), not by checking so many stories. STORIES.jsonl is
real news, one article a line. Results: scale.md.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck import Checker, Document
from factcheck.archive import Archive, Entry, digest
from factcheck.cli.check import near_names
from factcheck.model import Claim
from factcheck.read import read_stories

sys.path.insert(0, str(Path(__file__).parent))
from stories import person, stories

PEOPLE = 250_000


class Run(NamedTuple):
    """A whole process: seconds on the clock, seconds of CPU time, megabytes of its largest process."""

    seconds: float
    cpu: float
    peak: float


def run(*words: str) -> Run:
    """What a command of factcheck takes, its children included."""
    command = [sys.executable, "-m", "factcheck", *words]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    return Run(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1e3)


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of CPU time that a call takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def against(counts: Sequence[int]) -> Iterator[str]:
    """One story's check, and its comparison with archives of growing size."""
    checker = Checker()
    documents = [_document(row) for row, _ in stories(PEOPLE * 4 + 60, start=PEOPLE * 4)]
    analyses = [checker.check(document) for document in documents]
    alone = statistics.median(spent(lambda d=d: checker.check(d)) for d in documents)  # type: ignore[misc]
    pattern = analyses[0].claims
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.archive"
        story = Path(folder) / "story.jsonl"
        story.write_text(json.dumps(next(stories(PEOPLE * 4 + 1, start=PEOPLE * 4))[0]) + "\n", encoding="utf-8")
        options = (str(story), "--isolated", "--cache", "off")
        with Archive(path, create=True) as archive:
            there = 0
            for count in counts:
                start = time.process_time()
                for first in range(there, count, 5_000):
                    archive.add(_entry(number, pattern) for number in range(first, min(first + 5_000, count)))
                took = time.process_time() - start
                added, there = count - there, count
                met = [_meet(checker, archive, analysis.claims) for analysis in analyses]
                fetch, compare = (sorted(times) for times in zip(*met, strict=True))
                size = archive.stats().size / 1e6
                yield (
                    f"{count:>9,} stories, {count * len(pattern):,} claims, {size:,.0f} MB, written at "
                    f"{added / max(took, 1e-9):,.0f} a second: "
                    f"fetching {statistics.median(fetch):.1f} ms (slowest of 60: {fetch[-1]:.1f}), "
                    f"comparing {statistics.median(compare):.1f} ms; checking the story {alone:.1f} ms"
                )
                bare = statistics.median(run(*options).seconds for _ in range(7))
                whole = statistics.median(run(*options, "--against", str(path)).seconds for _ in range(7))
                yield f"          as a process {bare * 1000:.0f} ms, with --against {whole * 1000:.0f} ms"


def _meet(checker: Checker, archive: Archive, claims: Sequence[Claim]) -> tuple[float, float]:
    """Milliseconds of fetching what a story's claims must meet, and of comparing; as the command line does both."""
    met: dict[str, list[Claim]] = {}
    for claim in claims:
        for key in claim.keys:
            met.setdefault(key, []).append(claim)
    held: list[Claim] = []
    fetch = spent(lambda: held.extend(archive.about(met, near=near_names(met))))
    return fetch, spent(lambda: checker.compare(claims, held))


def _entry(number: int, pattern: Sequence[Claim]) -> Entry:
    """A story's claims, as those of another one with its two people changed."""
    chance = random.Random(number)
    day = datetime.date(2015, 1, 5) + datetime.timedelta(number // 400)
    names = {}
    for entity in dict.fromkeys(claim.entity for claim in pattern):
        _, name = person(int(PEOPLE ** chance.random()) - 1)
        names[entity] = name
    claims = [_of(claim, names[claim.entity], f"story-{number}", day) for claim in pattern]
    return Entry(f"story-{number}", digest(str(number), "", day), "1", day, claims)


def _of(claim: Claim, name: str, document: str, day: datetime.date) -> Claim:
    from factcheck.spelling import name_blocks

    slug = name.lower().replace(" ", "-")
    blocks = name_blocks(name) if any(key.startswith("name:") for key in claim.keys) else ()
    value = (name if " " in claim.value else name.split()[1]) if isinstance(claim.value, str) else claim.value
    keys = (f"person:{slug}", *blocks)
    return claim._replace(document=document, entity=slug, name=name, keys=keys, value=value, dated=day)


def adding(path: Path) -> Iterator[str]:
    """Adding beside checking alone, in CPU time, and the archive's size beside the texts'."""
    size = sum(len(d.text.encode()) for d in read_stories([path]) if isinstance(d, Document)) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "claims.archive"
        options = ("--isolated", "--jobs", "1")
        check = run(str(path), *options, "--cache", "off", "--each", "--statistics")
        add = run("archive", "add", str(path), *options, "--archive", str(archive))
        run("archive", "compact", "--archive", str(archive), "--isolated")
        held = archive.stat().st_size / 1e6
    yield (
        f"{size:.1f} MB: checking {check.cpu:.1f} s, adding {add.cpu:.1f} s of CPU time, {check.cpu / add.cpu:.0%} of "
        f"its speed; archive {held:.1f} MB, {held / size:.0%} of the texts"
    )


def jobs(path: Path, rounds: int = 2) -> Iterator[str]:
    """Two processes beside one, in turn."""
    taken: dict[str, list[float]] = {"1": [], "2": []}
    for _ in range(rounds):
        for number, seconds in taken.items():
            options = ("--isolated", "--cache", "off", "--statistics", "--jobs", number)
            seconds.append(run(str(path), *options).seconds)
    one, two = (min(seconds) for seconds in taken.values())
    yield f"one process {one:.1f} s, two {two:.1f} s, {one / two:.2f} times the speed"


def again(path: Path) -> Iterator[str]:
    """A first and a second run with kept results."""
    with tempfile.TemporaryDirectory() as folder:
        options = (str(path), "--isolated", "--statistics", "--cache", folder)
        first, second = run(*options), run(*options)
        size = sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6
    yield (
        f"first run {first.seconds:.1f} s ({first.cpu:.1f} of CPU time), second {second.seconds:.1f} s "
        f"({second.cpu:.1f}): {first.seconds / second.seconds:.1f} times as fast; {size:.0f} MB kept"
    )


def corpus(counts: Sequence[int]) -> Iterator[str]:
    """Planted conflicts that `factcheck corpus` finds in generated stories, and what else it finds."""
    before = 0.0
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            path, out = Path(folder) / "stories.jsonl", Path(folder) / "out"
            planted = set()
            size = 0
            with path.open("w", encoding="utf-8") as file:
                for row, conflicts in stories(count):
                    size += file.write(json.dumps(row) + "\n")
                    planted |= {(conflict["id"], conflict["rule"]) for conflict in conflicts}
            took = run("corpus", str(path), "--out", str(out), "--isolated", "--quiet")
            with (out / "findings.jsonl").open(encoding="utf-8") as lines:
                rows = [json.loads(line) for line in lines]
        found = {(row["document"], row["rule"]) for row in rows if row["severity"] != "info"}
        growth = f", {took.seconds / before:.1f} times the run before" if before else ""
        before = took.seconds
        yield (
            f"{count:>9,} stories, {size / 1e6:.0f} MB: {len(planted & found)} of {len(planted)} planted found, "
            f"{len(found - planted)} invented; {took.seconds:.0f} s, {took.cpu:.0f} s of CPU time, "
            f"largest process {took.peak:.0f} MB{growth}"
        )


def memory(path: Path) -> Iterator[str]:
    """The largest process of a check of one long file."""
    took = run(str(path), "--isolated", "--cache", "off", "--statistics")
    yield f"{path.stat().st_size / 1e6:.0f} MB: {took.seconds:.0f} s, largest process {took.peak:.0f} MB"


def _document(row: dict[str, str]) -> Document:
    return Document(row["id"], row["text"], row["title"], datetime.date.fromisoformat(row["published"]))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("what", choices=("against", "adding", "jobs", "again", "corpus", "memory"))
    arguments.add_argument("words", nargs="+", metavar="COUNT|STORIES.jsonl")
    chosen = arguments.parse_args()
    if chosen.what in ("against", "corpus"):
        lines = {"against": against, "corpus": corpus}[chosen.what]([int(word) for word in chosen.words])
    else:
        ways = {"adding": adding, "jobs": jobs, "again": again, "memory": memory}
        lines = ways[chosen.what](Path(chosen.words[0]))
    for line in lines:
        print(line, flush=True)
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
