"""Write rules/facts/names.txt: the names of well-known office holders by the blocks under which slips meet them.

    python tools/build_known_names.py

Reads rules/facts/terms.txt, as tools/build_facts.py writes it, and tools/well_known.txt. A line holds
the blocks that start with the same two letters: "block=name|name", tab-separated. Members of
parliaments, ambassadors and governors are left out: they are too many, and their names too like
other people's.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from factcheck.rules import FOLDER
from factcheck.spelling import name_blocks, name_tokens

FACTS = FOLDER / "facts"
WELL_KNOWN = Path(__file__).with_name("well_known.txt")
TITLES = frozenset(
    (
        *("president", "prime minister", "vice president", "chancellor", "king", "queen", "emperor", "pope"),
        *("foreign minister", "defence minister", "finance minister", "interior minister", "secretary of state"),
        *("secretary-general", "director-general", "attorney general", "national security adviser", "spokesman"),
        *("special envoy", "special representative", "deputy foreign minister", "chairman", "general secretary"),
    )
)


def names() -> set[str]:
    """The names of those who held one of the titles, whom the project's own table lists, or who are well known."""
    found = set()
    for line in (FACTS / "terms.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) > 9 and (fields[2] in TITLES or fields[10].startswith("k")):
            found.add(fields[1])
    found.update(line for line in WELL_KNOWN.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {name for name in found if len(name_tokens(name)) > 1}


def main() -> None:
    blocks = defaultdict(set)
    for name in names():
        for key in name_blocks(name):
            blocks[key.partition(":")[2]].add(name)
    lines = defaultdict(list)
    for block in sorted(blocks):
        lines[block[:2]].append(f"{block}={'|'.join(sorted(blocks[block]))}")
    text = "".join("\t".join((start, *entries)) + "\n" for start, entries in sorted(lines.items()))
    (FACTS / "names.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
