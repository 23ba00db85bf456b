"""Write rules/places/places.txt: countries, states and bodies with the words that news uses for them.

    pip install babel && python tools/build_places.py

Country names come from Unicode CLDR (through babel, English); everything else from tools/places.txt,
which is written by hand. Each line written is: slug, name, the slug of the state it lies in or "",
names and aliases, adjectives and demonyms, capitals and metonyms; tabs between fields, "; " within.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from babel import Locale

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "rules" / "places" / "places.txt"
HEAD = "# Written by tools/build_places.py from tools/places.txt and CLDR names (Unicode licence); do not edit.\n"


def slug(name: str) -> str:
    """A name in lower-case ASCII words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "").replace("'", "")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _words(cell: str) -> list[str]:
    """The words of a cell; a comma before "D.C." or "DC" belongs to the word."""
    return [part.strip() for part in re.split(r",\s+(?!D\.?C\b)", cell) if part.strip()]


def place_line(row: str, names: dict[str, str], slugs: dict[str, str]) -> str:
    """One output line for one row of tools/places.txt."""
    cells = [cell.strip() for cell in row.split("|")] + ["", "", ""]
    head, demonyms, capitals, aliases, metonyms = cells[0], *(_words(cell) for cell in cells[1:5])
    within = ""
    if head.startswith("+"):
        name = head[1:]
    elif head.startswith(">"):
        code, name = head[1:].split(" ", 1)
        within = slugs[code]
    else:
        code, _, given = head.partition(" name=")
        cldr = names[code].replace(" & ", " and ")
        name = given or cldr
        slugs[code] = slug(name)
        if given and not re.search(r"SAR China|[-(]", cldr):
            aliases.insert(0, cldr)
    fields = [
        slug(name),
        name,
        within,
        *("; ".join(dict.fromkeys(p)) for p in ([name, *aliases], demonyms, [*capitals, *metonyms])),
    ]
    return "\t".join(fields)


def main() -> None:
    names = {code: str(name) for code, name in Locale("en").territories.items()}
    slugs: dict[str, str] = {}
    rows = [r for r in (HERE / "places.txt").read_text(encoding="utf-8").splitlines() if r and not r.startswith("#")]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(HEAD + "\n".join(place_line(row, names, slugs) for row in rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
