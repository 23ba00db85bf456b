"""A newsroom's own titles and offices: one text file in, the lines that `people.lexicon.learn` takes out.

    # title | other wordings; more of them | family | notes
    provost of the guild | guild provost | state | one
    stadtholder | stadhouder | executive | one
    portfolio fisheries | fish and harbours

Lines have the form of rules/people/offices.txt, whose first lines explain it, and win over the lines there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from factcheck.people.lexicon import PAIRED, TitlesError, families

_LONGEST = 5
"""Words of a wording that are still looked for before and after a name."""
_WORDING = re.compile(r"[^\W\d_]+(?:[.'’-]+[^\W\d_]+)*\.?(?: [^\W\d_]+(?:[.'’-]+[^\W\d_]+)*\.?)*")
_NOTES = ("one", "abbr")


def read_titles(path: Path) -> tuple[str, ...]:
    """The lines of a file of titles, ready for `Checker(titles=...)`.

    Raises TitlesError, with file and line, for a line that says nothing clear, OSError for no file.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TitlesError(f"{path}: not UTF-8 text") from None
    return check_lines(text.splitlines(), str(path))


def check_lines(lines: Iterable[str], name: str = "titles") -> tuple[str, ...]:
    """The lines that say something, in the form of the shipped ones. Raises TitlesError for one that is no such line.

    >>> check_lines(["# ours", "Provost | guild provost | state | one"])
    ('provost | guild provost | state | one',)
    """
    numbered = [(number, " ".join(line.split())) for number, line in enumerate(lines, 1)]
    said = [(f"{name}:{number}", line) for number, line in numbered if line and not line.startswith("#")]
    known = families()
    return tuple([_checked(where, line.lower(), known) for where, line in said])


def _checked(where: str, line: str, known: frozenset[str]) -> str:
    kind, _, rest = line.partition(" ")
    if kind in PAIRED:
        return _pair(where, line, kind, rest, known)
    if kind == "portfolio":
        portfolio, _, others = rest.partition("|")
        for form in (portfolio, *others.split(";")):
            if form.strip() and not re.fullmatch(r"[\w ,.&'’-]+", form.strip()):
                raise TitlesError(f"{where}: {form.strip()!r} is no name of a portfolio")
        if not portfolio.strip():
            raise TitlesError(f"{where}: portfolio of what? write: portfolio fisheries | fish; harbours")
        return line if "|" in line else f"{line} |"
    fields = [field.strip() for field in line.split("|")]
    if len(fields) not in (3, 4):
        raise TitlesError(f"{where}: write title | other wordings | family | notes; this has {len(fields)} parts")
    title, others, family, notes = (*fields, "")[:4]
    for form in (title, *(other.strip() for other in others.split(";"))):
        if form or form == title:
            _check_wording(where, form)
    if family not in known:
        all_known = ", ".join(sorted(known))
        raise TitlesError(f"{where}: no family {family!r}{_meant(family, known)}; the families are {all_known}")
    for note in notes.replace(",", " ").replace(";", " ").split():
        if note not in _NOTES:
            raise TitlesError(f"{where}: no note {note!r}{_meant(note, _NOTES)}; the notes are {', '.join(_NOTES)}")
    return f"{title} | {others} | {family} | {notes}".rstrip()


def _pair(where: str, line: str, kind: str, rest: str, known: frozenset[str]) -> str:
    """A line of two families that exclude each other, or of two titles that go together."""
    parts = [part.strip() for part in rest.split("|")] if "|" in rest else rest.split()
    if len(parts) != 2 or not all(parts):
        form = "exclusive FAMILY FAMILY" if kind == "exclusive" else "together TITLE | TITLE"
        raise TitlesError(f"{where}: write {form}")
    for family in parts if kind == "exclusive" else ():
        if family not in known:
            raise TitlesError(f"{where}: no family {family!r}{_meant(family, known)}")
    return line


def _check_wording(where: str, form: str) -> None:
    if not _WORDING.fullmatch(form):
        raise TitlesError(f"{where}: {form!r} is no wording of a title: words of letters, as they stand beside a name")
    if len(form.split()) > _LONGEST:
        raise TitlesError(f"{where}: {form!r} has more than {_LONGEST} words; such a title is never found")


def _meant(word: str, known: Iterable[str]) -> str:
    import difflib  # needed for a mistake alone

    near = difflib.get_close_matches(word, sorted(known), 1)
    return f", did you mean {near[0]!r}?" if near else ""
