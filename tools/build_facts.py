"""Write rules/facts/: terms in office, people and dated events, sorted for look-up.

    python tools/build_facts.py FOLDER
    python tools/build_facts.py --index     (after a file was changed by hand)

FOLDER holds, as UTF-8 CSV,
  office-holders-core.csv  person, aliases ("; " between), office, country_or_org, start, end, source
  persons.csv              wikidata, person, gender, born, died, country, enwiki
Dates are YYYY, YYYY-MM or YYYY-MM-DD; `source` is "name@snapshot-date (note) | confirmed: ...".
An empty end means that the person was in office on the snapshot date. tools/terms.txt, tools/people.txt
and tools/events.txt, written by hand, are merged in. Output, tab-separated, sorted by the first field:

  terms.txt   slug, name, title, organisation, place, office as the source has it, start, end,
              day up to which an open term is attested, grade, source, and the times in which every
              holder of the office is listed ("1993-01-20..2026-06-15; ..."), for offices of one holder;
              after "|" the same with the rows written by hand
  people.txt  slug, name, sex, born, died, source
  events.txt  slug, name, start, end, source

Beside each lies an index (see factcheck.keyed.index_of), which tells where the lines of a slug start.
A line "slug, =other" sends one spelling to another. A grade is "o" (open data), "x" (written by hand,
confirmed by a source) or "k" (written by hand). See rules/facts/SOURCES.md for the licences.
"""

from __future__ import annotations

import csv
import datetime
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from factcheck import places
from factcheck.keyed import index_of
from factcheck.model import Role
from factcheck.people import person_slug, read_role, single_holder
from factcheck.people.wording import fold_organisation
from factcheck.reference import parse_date

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "rules" / "facts"
LETTERS = {
    "wikidata-ep": "w",
    "cia-factbook": "c",
    "ifg-ministers": "i",
    "us-congress-legislators": "u",
    "curated": "k",
}
NICKNAMES = {
    "Alexander": "Alex", "Andrew": "Andy", "Anthony": "Tony", "Benjamin": "Ben", "Charles": "Charlie Chuck",
    "Christopher": "Chris", "Daniel": "Dan", "David": "Dave", "Donald": "Don", "Edward": "Ed Ted",
    "Gregory": "Greg", "James": "Jim", "Joseph": "Joe", "Kenneth": "Ken", "Lawrence": "Larry", "Matthew": "Matt",
    "Michael": "Mike", "Nicholas": "Nick", "Patricia": "Pat", "Peter": "Pete", "Philip": "Phil",
    "Richard": "Dick Rick", "Robert": "Bob Rob", "Ronald": "Ron", "Samuel": "Sam", "Stephen": "Steve",
    "Steven": "Steve", "Susan": "Sue", "Thomas": "Tom", "Timothy": "Tim", "Vincent": "Vince", "William": "Bill",
}  # fmt: skip
ENGLISH_SPEAKING = {"united-states", "united-kingdom", "canada", "australia", "new-zealand", "ireland"}
INDEXED = ("terms.txt", "people.txt", "events.txt")
HOLE = 45
"""Days that an office may stand empty, or under somebody acting, before its list counts as broken."""
HEADS = frozenset(("president", "chairman", "director", "head", "governor", "chief executive", "speaker"))
ENVOYS = frozenset(("ambassador", "permanent representative"))
BODIES = {
    "World Bank Group": "World Bank",
    "United Nations General Assembly": "United Nations General Assembly",
}
LEFT_OUT = re.compile(r"\bWhip\b|HM Household|Gentlemen at Arms|Parliamentary Under-Secretary|Yeomen of the Guard")
"""Offices that news seldom names with their holder."""


def term_lines(path: Path) -> tuple[list[list[str]], dict[str, set[str]]]:
    """The lines of terms.txt less aliases, and the other slugs of each person's slug."""
    lines, others = [], defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if LEFT_OUT.search(row["office"]) or not person_slug(row["person"]):
                continue
            title, organisation, place = office_of(row["office"], row["country_or_org"])
            slug = person_slug(row["person"])
            start, end, known, grade, source = read_source(row["start"], row["end"], row["source"])
            fields = [slug, row["person"], title, organisation, place, row["office"], start, end, known, grade, source]
            lines.append([field.replace("\t", " ") for field in fields])
            others[slug] |= set(spellings(row["person"], row["aliases"], place)) - {slug, ""}
    return lines, others


def one_slug(lines: list[list[str]], others: dict[str, set[str]]) -> None:
    """Give the rows of one person under two spellings one slug: an alias that has rows in the same place."""
    places_of: dict[str, set[str]] = defaultdict(set)
    for fields in lines:
        places_of[fields[0]].add(fields[4])
    same = {slug: slug for slug in places_of}

    def root(slug: str) -> str:
        while same[slug] != slug:
            slug = same[slug]
        return slug

    for slug, more in sorted(others.items()):
        for other in sorted(more):
            if places_of.get(other, set()) & places_of[slug]:
                same[max(root(slug), root(other))] = min(root(slug), root(other))
    for fields in lines:
        fields[0] = root(fields[0])
    for slug in [slug for slug in others if root(slug) != slug]:
        others[root(slug)] |= {slug, *others.pop(slug)}
    for slug, more in others.items():
        more.discard(slug)


def with_listed(lines: list[list[str]]) -> list[list[str]]:
    """The term lines, each with the times in which its office is listed without a hole: those that rest on open
    data and, after "|" and where they differ, those that rest on rows written by hand as well."""
    terms: dict[tuple[str, ...], list[tuple[datetime.date, datetime.date, bool]]] = defaultdict(list)
    for fields in lines:
        begun, over = parse_date(fields[6]), parse_date(fields[7] or fields[8])
        if begun and over and over.last >= begun.first:
            terms[tuple(fields[2:5])].append((begun.first, over.last, fields[9] != "k"))
    listed = {office: _listed(sorted(spans)) for office, spans in terms.items()}
    return [
        [*fields, listed.get(tuple(fields[2:5]), "") if _has_one_holder(Role(*fields[2:5])) else ""] for fields in lines
    ]


def _listed(spans: list[tuple[datetime.date, datetime.date, bool]]) -> str:
    known = _joined([(start, end) for start, end, is_open in spans if is_open])
    every = _joined([(start, end) for start, end, _ in spans])
    return known if known == every else f"{known}|{every}"


def _has_one_holder(role: Role) -> bool:
    """Is this an office of one holder: by its title, or the head of a named body?"""
    return single_holder(role) or bool(
        role.organisation and (role.title in HEADS or (role.title in ENVOYS and role.place))
    )


def _joined(spans: list[tuple[datetime.date, datetime.date]]) -> str:
    """Sorted spans of days in words, those that follow within HOLE days joined."""
    joined: list[list[datetime.date]] = []
    for start, end in spans:
        if joined and (start - joined[-1][1]).days <= HOLE:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return "; ".join(f"{start}..{end}" for start, end in joined)


def own_terms() -> tuple[list[list[str]], dict[str, set[str]]]:
    """The lines and other slugs of tools/terms.txt."""
    lines, others = [], defaultdict(set)
    for row in (HERE / "terms.txt").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            person, aliases, office, where, start, end = (cell.strip() for cell in row.split("|"))
            title, organisation, place = office_of(office, where)
            slug = person_slug(person)
            lines.append([slug, person, title, organisation, place, office, start, end, "", "k", "k"])
            others[slug] |= set(spellings(person, aliases, place)) - {slug, ""}
    return lines, others


def office_of(office: str, where: str) -> tuple[str, str, str]:
    """Title, organisation and place of an office, in the words that stories are read into."""
    place = places.lookup(where) or ""
    organisation = "" if place else fold_organisation(BODIES.get(where, where))
    phrase = re.sub(r"\s*\((?:house|senate)\)$", "", office)
    department = re.fullmatch(r"(?:First )?Secretary of State for (?:the )?(?P<name>.+)", phrase)
    if department:
        return _department(department["name"], place)
    if place == "united-states" and phrase.startswith("United States "):
        return read_role(phrase.split()[2]).title, "", place
    if place == "united-states" and phrase.startswith("Speaker"):
        return "speaker", "house", place
    body = re.fullmatch(r"(?P<title>(?:Vice )?[Pp]resident|Speaker) of (?:the )?(?P<name>.+)", phrase)
    if body:
        return body["title"].lower(), fold_organisation(body["name"]), place
    if re.search(
        r" to the (?:Vice-)?(?:President|Minister)|Undersecretary|Under-Secretary|Minister of State\b", phrase
    ):
        return phrase.lower(), organisation, place
    state = re.fullmatch(r"(?P<title>Secretary of State|Governor|Premier) of (?:the )?(?P<name>.+)", phrase)
    if state:
        inner = places.lookup(state["name"])
        if inner:
            return read_role(state["title"]).title, "", inner
    role = read_role(f"{places.name_of(place)} {phrase}" if place else phrase)
    return role.title or phrase.lower(), role.organisation or organisation, role.place or place


def _department(name: str, place: str) -> tuple[str, str, str]:
    """The office of a British-style secretary of state, read as a minister of the first thing named."""
    for words in (name, re.split(r",| and ", name)[0]):
        title = read_role(f"Minister of {words}").title
        if title not in ("", "minister"):
            return title, "", place
    return f"{re.split(r',| and ', name)[0].lower()} minister", "", place


def read_source(start: str, end: str, source: str) -> tuple[str, str, str, str, str]:
    """Start, end, the day an open term is attested to, grade and source, from a row's dates and source field."""
    tag, _, rest = source.partition("@")
    snapshot, note = rest[:10], rest[10:].strip()
    letter = LETTERS[tag]
    known = ""
    if letter == "u" and end > snapshot:
        end = ""  # a scheduled end of term
    if not end:
        known = snapshot
    if letter != "k":
        detail = f"{letter} {snapshot}" + (", end from the successor's start" if "inferred" in note else "")
        return start, end, known, "o", detail
    sources = note.partition("confirmed: ")[2]
    for name in ("start", "end"):
        spread = re.search(rf"{name} range (\d{{4}}-\d\d-\d\d)[^.]*?\.\. ?(\d{{4}}(?:-\d\d){{0,2}}|\d\d)\b", sources)
        if spread:
            last = spread[2] if len(spread[2]) > 2 else spread[1][:8] + spread[2]
            if name == "start":
                start = f"{spread[1]}..{last}"
            else:
                end = f"{spread[1]}..{last}"
    if "(months)" in sources:
        start, end = start[:7], end[:7]
    if "to the month only" in sources:
        end = end[:7]
    grade = "x" if covered(sources, "start") and (not end or covered(sources, "end")) else "k"
    return start, end, known, grade, f"{grade} {snapshot}" + (f": {sources.split(';')[0].strip()}" if sources else "")


def covered(sources: str, side: str) -> bool:
    """Does some source confirm this side ("start" or "end") of a term? One without a qualifier confirms both."""
    if not sources or re.search(rf"{side} (?:unconfirmed|not exact)", sources):
        return False
    other = "end" if side == "start" else "start"
    for source in re.split(r",\s+(?![^()]*\))", sources.split(";")[0]):
        qualifier = " ".join(re.findall(r"\(([^()]*)\)", source))
        if side in qualifier or other not in qualifier:
            return True
    return False


def spellings(name: str, aliases: str, place: str) -> Iterable[str]:
    """Slugs of a person's other names of two words or more, everyday short forms included."""
    names = [name, *(alias.strip() for alias in aliases.split(";"))]
    for other in names:
        if " " not in other or "'s " in other:
            continue
        yield person_slug(other)
        given, _, rest = other.partition(" ")
        if place in ENGLISH_SPEAKING:
            for short in NICKNAMES.get(given, "").split():
                yield person_slug(f"{short} {rest}")


def people_lines(path: Path, wanted: dict[str, set[str]]) -> list[list[str]]:
    """The lines of people.txt: the wanted people of the list, unless two share a name, and tools/people.txt's."""
    canonical = {slug: slug for slug in wanted} | {
        o: slug for slug, more in wanted.items() for o in more if o not in wanted
    }
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    shared: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in {row["person"], re.sub(r"\s*\(.*\)$", "", row["enwiki"])} - {""}:
                slug = person_slug(name)
                shared[slug].add(row["wikidata"])
                slug = canonical.get(slug, "")
                if slug and (row["gender"] in ("male", "female") or row["born"] or row["died"]):
                    sex = {"male": "m", "female": "f"}.get(row["gender"], "")
                    line = [slug, row["person"], sex, _real(row["born"]), _real(row["died"]), f"w {row['wikidata']}"]
                    found[slug][row["wikidata"]] = line
    lines = {
        slug: next(iter(rows.values())) for slug, rows in found.items() if len(rows) == 1 and len(shared[slug]) < 2
    }
    for row in (HERE / "people.txt").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            name, sex, born, died, others, source, *_ = (cell.strip() for cell in f"{row}|".split("|"))
            slug = person_slug(name)
            known = lines.get(slug)
            own = [slug, name, sex, born, died, f"k {source}".strip()]
            lines[slug] = known if known and known[3] and (known[4] or not died) else own
            wanted.setdefault(slug, set()).update({person_slug(o) for o in others.split(";") if o.strip()} - {slug})
    return list(lines.values())


def _real(date: str) -> str:
    """A date, its day left out where there is no such day (1946-02-29)."""
    try:
        parse_date(date)
    except ValueError:
        return date[:7]
    return date


def event_lines() -> list[list[str]]:
    """The lines of events.txt from tools/events.txt: name | start | end | source | other names."""
    from factcheck.claims.events import event_slug

    lines = []
    for row in (HERE / "events.txt").read_text(encoding="utf-8").splitlines():
        if not row or row.startswith("#"):
            continue
        name, start, end, source, others = (cell.strip() for cell in row.split("|"))
        slug = event_slug(name)
        lines.append([slug, name, start, end, f"k {source}"])
        lines += [[event_slug(o), f"={slug}"] for o in others.split(";") if o.strip() and event_slug(o) != slug]
    return lines


def with_aliases(lines: list[list[str]], others: dict[str, set[str]]) -> list[list[str]]:
    """The lines, and one "=" line for each other spelling that no two people share."""
    taken = {line[0] for line in lines}
    owners: dict[str, set[str]] = defaultdict(set)
    for slug, more in others.items():
        for other in more:
            owners[other].add(slug)
    single = [[o, f"={next(iter(s))}"] for o, s in owners.items() if o not in taken and len(s) == 1 and s <= taken]
    return lines + single


def write(name: str, lines: Iterable[list[str]]) -> None:
    data = sorted({"\t".join(line).encode() for line in lines})
    (TARGET / name).write_bytes(b"\n".join(data) + b"\n")
    print(f"{name}: {len(data)} lines, {sum(map(len, data)) // 1000} kB")


def write_index(path: Path) -> None:
    """The index beside a file, which tells where the lines of each key start."""
    slots = index_of(path.read_bytes())
    if sys.byteorder == "big":
        slots.byteswap()
    path.with_suffix(".index").write_bytes(slots.tobytes())


def main() -> None:
    if sys.argv[1:] == ["--index"]:
        for name in INDEXED:
            write_index(TARGET / name)
        return
    folder = Path(sys.argv[1])
    TARGET.mkdir(parents=True, exist_ok=True)
    terms, others = term_lines(folder / "office-holders-core.csv")
    own, own_others = own_terms()
    held = {(fields[0], fields[2], fields[4], fields[6][:4]) for fields in terms}
    terms += [fields for fields in own if (fields[0], fields[2], fields[4], fields[6][:4]) not in held]
    for slug, more in own_others.items():
        others[slug] |= more
    one_slug(terms, others)
    people = people_lines(folder / "persons.csv", others)
    write("terms.txt", with_aliases(with_listed(terms), others))
    write("people.txt", with_aliases(people, others))
    write("events.txt", event_lines())
    for name in INDEXED:
        write_index(TARGET / name)


if __name__ == "__main__":
    main()
