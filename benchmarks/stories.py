"""A corpus of dated stories of any size, with conflicts planted at known places.

    python benchmarks/stories.py 100000 --out stories.jsonl --truth truth.jsonl

Every story is a function of the seed and its number, so any part can be made anywhere. People
are invented and turn up as news people do: the n-th most common one in about one story of n.
Given names and surnames differ from each other in at least three letters, so that no two people
look like one person misspelt (`tests/test_stories.py` holds this), and no office used has a single holder.

The truth has one line a planted conflict: `id` of the story, `kind`, `rule`, `start` and `end` in
its text, `was` (the right words) and `person`. Kinds:

role     a senator is called a representative, or the other way round (WHO001, between stories)
weekday  the weekday of a dated event is not that date's (DAT003, within the story)
day      an impossible day, June 31 (DAT001, within the story)
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

FIRST_DAY = datetime.date(2015, 1, 5)
DAYS = 3_000
RATES = {"role": 0.002, "weekday": 0.002, "day": 0.002}
COMMON = 50
"""Roles are planted on people common enough to stand in at least this many stories on average."""

_STARTS = (
    "Abern Birkst Colwyth Dray Elfgar Fjorm Gunth Hasker Ingsby Jorvip Kvelm Lombrid Mundt Nykas "
    "Oxtob Pelkis Quibley Ruskin Stevna Tholm"
).split()
_MIDDLES = "andra ebbing idol ocam ulfen irste atzow emyr onigu urpel avosk ecchi iphan orbal".split()
_ENDS = "bano drecht gast hurst kopf lund mora nski pault quelch rove stedt tvik wye beck zing".split()
_GIVEN = (
    "Agnes Bertram Cordelia Desmond Eleonora Ferdinand Griselda Humphrey Isidora Jeremiah Katrine Leopold Marguerite "
    "Nathaniel Ophelia Percival Quentin Rosamund Sebastian Theodora Ulrich Vivienne Wilhelmina Xavier Yolanda Zebedee"
).split()
_TOWNS = "Ardenholm Brockwater Calderby Dunsmere Eastleach Fernhollow Garthside Hartsbrook Inglemoor Kelverton".split()
_TOPICS = (
    ("the harbour crossing", "ferries could run again before the winter"),
    ("the school kitchens", "every child should be given a warm meal"),
    ("the night trains", "passengers had waited long enough"),
    ("the old waterworks", "the pipes were past mending"),
    ("the grain store", "farmers had asked for nothing else"),
    ("the public library", "readers would notice the difference at once"),
    ("the river barrier", "the low streets must be kept dry"),
    ("the tram depot", "the neighbours had been heard"),
)
_OTHER = {"Sen.": "Rep.", "Rep.": "Sen."}


def stories(count: int, seed: int = 1, start: int = 0) -> Iterator[tuple[dict[str, str], list[dict[str, object]]]]:
    """Stories number `start` up to `count`, each with the conflicts planted in it (mostly none)."""
    people = max(COMMON, count // 4)
    for number in range(start, count):
        yield _story(number, random.Random(f"{seed}/{number}"), people, count)


def person(rank: int) -> tuple[str, str]:
    """The title and the full name of the person of a rank, from 0."""
    mixed = (
        rank * 48_271 % (len(_STARTS) * len(_MIDDLES) * len(_ENDS) * len(_GIVEN))
    )  # neighbours in rank share no part
    mixed, start = divmod(mixed, len(_STARTS))
    mixed, middle = divmod(mixed, len(_MIDDLES))
    given, end = divmod(mixed, len(_ENDS))
    return ("Sen.", "Rep.")[rank % 2], f"{_GIVEN[given]} {_STARTS[start]}{_MIDDLES[middle]}{_ENDS[end]}"


def _story(
    number: int, chance: random.Random, people: int, count: int
) -> tuple[dict[str, str], list[dict[str, object]]]:
    day = FIRST_DAY + datetime.timedelta(number * DAYS // max(1, count))
    event = day - datetime.timedelta(chance.randint(1, 40))
    ranks = _ranks(chance, people)
    town = chance.choice(_TOWNS)
    topic, said = chance.choice(_TOPICS)
    kind = next((k for k, rate in RATES.items() if chance.random() < rate), "")
    if kind == "role" and people ** (1 / 3) < ranks[0] + 1:
        kind = ""
    parts: list[tuple[str, str, str]] = []  # words, planted kind, right words
    (title, name), (title_2, name_2) = (person(rank) for rank in ranks)
    shown = _OTHER[title] if kind == "role" else title
    parts.append((f"{town.upper()}, {day:%B} {day.day} (Wire) - ", "", ""))
    parts.append((shown, "role" if kind == "role" else "", title))
    parts.append((f" {name} spoke about {topic} at the town hall and said {said}. The meeting was held on ", "", ""))
    weekday = f"{event:%A}"
    wrong = f"{event + datetime.timedelta(chance.randint(1, 6)):%A}"
    parts.append((wrong if kind == "weekday" else weekday, "weekday" if kind == "weekday" else "", weekday))
    parts.append((f", {event:%B} ", "", ""))
    impossible = "31" if event.month in (4, 6, 9, 11) else "30" if event.month == 2 else "32"
    parts.append((impossible if kind == "day" else str(event.day), "day" if kind == "day" else "", str(event.day)))
    surname = name.rpartition(" ")[2]
    parts.append((f", {event.year}.\n\n{title_2} {name_2} answered that more could be done. ", "", ""))
    parts.append((f"{surname} promised a reply in writing, and both left without taking questions.\n", "", ""))
    return _joined(f"story-{number:08d}", day, f"{surname} speaks about {topic}", parts, name)


def _ranks(chance: random.Random, people: int) -> list[int]:
    """Two different people, the common ones more often: the n-th in about one story of n."""
    found: list[int] = []
    while len(found) < 2:
        rank = int(people ** chance.random()) - 1
        if rank not in found and not (found and person(rank)[1].split()[-1] == person(found[0])[1].split()[-1]):
            found.append(rank)
    return found


def _joined(
    name: str, day: datetime.date, title: str, parts: Sequence[tuple[str, str, str]], who: str
) -> tuple[dict[str, str], list[dict[str, object]]]:
    text = ""
    planted: list[dict[str, object]] = []
    for words, kind, was in parts:
        if kind:
            rule = {"role": "WHO001", "weekday": "DAT003", "day": "DAT001"}[kind]
            planted.append(
                {"id": name, "kind": kind, "rule": rule, "start": len(text), "end": len(text) + len(words)}
                | {"was": was, "person": who}
            )
        text += words
    return {"id": name, "published": day.isoformat(), "title": title, "text": text}, planted


def main() -> None:
    parser = argparse.ArgumentParser(description="Write dated stories with planted conflicts.")
    parser.add_argument("count", type=int)
    parser.add_argument("--out", type=Path, required=True, help="the stories, JSON lines")
    parser.add_argument("--truth", type=Path, required=True, help="the planted conflicts, JSON lines")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with options.out.open("w", encoding="utf-8") as out, options.truth.open("w", encoding="utf-8") as truth:
        for story, planted in stories(options.count, options.seed):
            out.write(json.dumps(story, ensure_ascii=False) + "\n")
            truth.writelines(json.dumps(row) + "\n" for row in planted)


if __name__ == "__main__":
    main()
