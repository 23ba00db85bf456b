"""Times found: how fast, beside a bare word scan and dateparser's search, and how well, on labelled text.

    python benchmarks/times.py speed NEWS.jsonl            MB and times a second of CPU, one run, same text
    python benchmarks/times.py accuracy GOLD.jsonl [...]   strict, relaxed, type and value F1

NEWS holds one article a line (`text`, perhaps `published`); GOLD besides `dct` and `timexes` (`start`, `end`,
`type`, `value`). Prints Markdown lines for benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from factcheck.dates import find_times

Row = dict[str, Any]
DATEPARSER_ARTICLES = 20  # it takes 5 to 200 ms a KB
WARM_UP = 20  # articles read before the clock starts


def read_rows(path: str) -> list[Row]:
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def written_on(row: Row) -> datetime.date | None:
    stated = row.get("published") or row.get("dct")
    return datetime.date.fromisoformat(stated[:10]) if stated else None


def count_words(row: Row) -> int:
    return sum(1 for _ in re.finditer(r"\w+", row["text"]))


def count_times(row: Row) -> int:
    return len(find_times(row["text"], written_on(row)))


def count_with_dateparser(row: Row) -> int:
    from dateparser.search import search_dates

    return len(search_dates(row["text"], languages=["en"]) or ())


def speed(rows: list[Row]) -> Iterable[str]:
    """One table line a finder: name, MB a second, what it found a second."""
    yield "| finder | MB/s | found a second |"
    yield "|---|---|---|"
    few = rows[WARM_UP : WARM_UP + DATEPARSER_ARTICLES]
    finders: tuple[tuple[str, Callable[[Row], int], list[Row]], ...] = (
        ("bare `\\w+` scan", count_words, rows[WARM_UP:]),
        ("factcheck.dates.find_times", count_times, rows[WARM_UP:]),
        (f"dateparser.search_dates ({len(few)} articles)", count_with_dateparser, few),
    )
    for name, count, chosen in finders:
        for row in rows[: WARM_UP if chosen is not few else 1]:
            count(row)
        size = sum(len(row["text"].encode()) for row in chosen) / 1e6
        start = time.process_time()
        found = sum(count(row) for row in chosen)
        spent = time.process_time() - start
        yield f"| {name} | {size / spent:.3f} | {found / spent:,.0f} |"


def accuracy(rows: list[Row]) -> str:
    """F1 of equal spans, overlapping spans, and of those with the right type and value, as TempEval-3 counts."""
    gold_total = found_total = strict = relaxed = types = values = 0
    for row in rows:
        gold = row["timexes"]
        found = [(t.span.start, t.span.end, t.type, t.value) for t in find_times(row["text"], written_on(row))]
        gold_total, found_total = gold_total + len(gold), found_total + len(found)
        for g, f in match(gold, found):
            relaxed += 1
            strict += (g["start"], g["end"]) == f[:2]
            types += g["type"] == f[2]
            values += g["value"] == f[3]
    f1 = [200 * right / max(1, gold_total + found_total) for right in (strict, relaxed, types, values)]
    return " | ".join(f"{score:.1f}" for score in f1)


def match(gold: list[Row], found: list[tuple[int, int, str, str]]) -> list[tuple[Row, tuple[int, int, str, str]]]:
    """Pairs of overlapping spans, each used once: equal ones first, then the longest overlap."""
    overlaps = sorted(
        ((g["start"], g["end"]) != f[:2], -min(g["end"], f[1]) + max(g["start"], f[0]), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g["start"] < f[1] and f[0] < g["end"]
    )
    pairs, used_gold, used_found = [], set(), set()
    for _, _, i, j in overlaps:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=("speed", "accuracy"))
    options.add_argument("files", nargs="+")
    chosen = options.parse_args()
    if chosen.what == "speed":
        print("\n".join(speed(read_rows(chosen.files[0]))))
        return
    print("| labelled text | strict | relaxed | type | value |\n|---|---|---|---|---|")
    for path in chosen.files:
        print(f"| {Path(path).stem} | {accuracy(read_rows(path))} |")


if __name__ == "__main__":
    main()
