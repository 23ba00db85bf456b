"""Write rules/facts/names.txt: the names of well-known office holders by the blocks under which slips meet them.

    python tools/build_known_names.py

Reads rules/facts/terms.txt, as tools/build_facts.py writes it, and tools/well_known.txt. A line holds
a block and its names: "block<tab>name|name"; beside the file lies its index (see factcheck.keyed). Members of
parliaments, ambassadors and governors are left out: they are too many, and their names too like
other people's.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from build_facts import write_index

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
    data = sorted(f"{block}\t{'|'.join(sorted(found))}".encode() for block, found in blocks.items())
    (FACTS / "names.txt").write_bytes(b"\n".join(data) + b"\n")
    write_index(FACTS / "names.txt")


if __name__ == "__main__":
    main()
