"""Document to datelines: every stated date of a story with the place where it was read, and the one believed.

In order of trust: the caller's date, metadata, a labelled page line, another page line, the wire line, the
address, the file name. "Updated" lines are kept and never believed. Only the head of a story is read, and
the ends of its lines for the agency's name.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from factcheck.dates.find import Expression
from factcheck.dates.interval import one_day
from factcheck.model import Dateline, Document, Interval, Layout, Span
from factcheck.patterns import Pattern
from factcheck.stamps import Stamp, find_packed, find_stamps, read_odd_date
from factcheck.wire import find_agency, find_tail_agency, find_wire

_HEAD = 2500
"""Code points at the start of a text in which its date lines stand; chosen by us."""

_HEAD_LINES = 12
_WIRE_PARAGRAPHS = 6
_LONGEST_LINE = 200

_PLAUSIBLE_YEARS = range(1700, 2101)
"""Years that a believed dateline may have; a page date outside is a slip for the rules to see."""

_YEAR = Pattern(r"[0-9]{4}")
_LINE = Pattern(r"\S[^\n\r]*")
_LABEL = Pattern(
    r"(?i)(?P<updated>(?:last )?(?:updated|modified|reviewed|edited)\b|更新(?:时间|日期)?|最后更新)"
    r"|(?P<stated>(?:first )?(?:published|posted|issued|released|created)\b|publi(?:cation|sh(?:ed)?) date\b"
    r"|veröffentlicht\b|publi(?:é|cado)\b|pubblicato\b|опубликовано\b"
    r"|\bdate(?: of publication)?(?=\s*[:：]|\s+[0-9]{4}-)"
    r"|发布时间|发布日期|发表时间|发表于|发布于|时间|日期)"
)
_LABEL_STEMS = (
    *("publ", "post", "date", "modif", "issued", "releas", "creat", "review", "edited", "veröff", "опубл"),
    *"时发日更",
)
"""A line without any of these in small letters holds no label; looking for them is fifty times as fast."""

_AFTER_LABEL = Pattern(r"(?i)\s*(?:(?:on|at|the|am|le|el|il|em)\b|[:：|=-])?\s*")
_CLOCK = r"[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{2})?"
_CLOCKED = Pattern(rf"(?i)\b{_CLOCK}")
_BESIDE_A_DATE = Pattern(
    rf"(?ix)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b{_CLOCK}\s*(?:[ap]\.?m\b\.?)?|\b[0-9]{{1,2}}\s?[ap]\.?m\b\.?"
    r"|\b(?:GMT|UTC|BST|E[SD]?T|C[SDE]{1,2}T|P[SD]?T|M[SD]T|IST|JST|KST|MSK|AE[SD]T|EAT|WAT|SAST|hrs|hours)\b|[+-][0-9]{4}\b|[|·•,.–—@()-]"
)
_STAMPED_IN_LINE = Pattern(
    rf"[MTWFS][a-z]{{2,8}},? +(?P<date>[A-Za-z0-9]{{1,9}},? +[A-Za-z0-9]{{1,9}},? +[0-9]{{4}}),? +(?:at )?{_CLOCK}"
)
"""A weekday, a whole date and the time of day: the stamp of a page, even where a crawler ran it into the text."""

_YEAR_AND_CLOCK = Pattern(rf"[0-9]{{4}},? +(?:at )?{_CLOCK}")
"""How such a stamp ends; no other place is worth a look."""

_PAGE_WORDS = Pattern(
    r"(?i)\b(?:by|staff|reporter|correspondent|agenc(?:y|ies)|news|desk|times|post|press|wire|bureau|online|media|\w+\.(?:com|org|net))\b"
)
_ADDRESS = Pattern(r"https?://\S+")
_ORDER = ("argument", "metadata", "page line", "wire line", "address", "file name")


def find_datelines(document: Document, layout: Layout, expressions: Sequence[Expression]) -> tuple[Dateline, ...]:
    """Every candidate, in order of trust: the caller's date first. Wire lines give place and agency to all.

    `expressions` are not needed so far: the head's own patterns read more languages than the prose finder.
    """
    stated = [*_given(document), *_page_lines(document.text, layout)]
    stated += _addresses(document)
    around = next((line.date for line in stated if line.date and not line.updated), None)
    wire = _wire_line(document.text, layout, around)
    named = _file_name(document)
    candidates = [line for line in (*stated, wire, named) if line]
    if len(candidates) > 1:
        candidates.sort(key=lambda line: _ORDER.index(line.source) if line.source in _ORDER else len(_ORDER))
    return tuple(candidates)


def choose_dateline(datelines: Sequence[Dateline]) -> Dateline | None:
    """The candidate that is believed, with the place and agency of the wire line; None where nothing is stated.

    Where no date is stated but a wire line is there, its place and agency come without a date.
    """
    wire = next((line for line in datelines if line.source == "wire line"), None)
    dated = [line for line in datelines if line.date and not line.updated]
    believed = next((line for line in dated if line.date and line.date.year in _PLAUSIBLE_YEARS), None)
    if believed is None:
        return wire._replace(date=None, interval=None, source="none") if wire else None
    if wire and wire is not believed:
        return believed._replace(place=believed.place or wire.place, agency=believed.agency or wire.agency)
    return believed


def _given(document: Document) -> Iterator[Dateline]:
    """The caller's date and those of the metadata."""
    if document.published:
        yield _dated(document.published, "argument")
    for label, day in document.metadata:
        updated = any(word in label.lower() for word in ("modif", "updat", "lastmod", "revis"))
        yield _dated(day, "metadata")._replace(evidence=(label,), updated=updated)


def _dated(day: datetime.date, source: str, span: Span | None = None) -> Dateline:
    return Dateline(day, one_day(day), source=source, span=span)


def _page_lines(text: str, layout: Layout) -> list[Dateline]:
    """Date lines in the head: labelled ones first, then bare ones, each in text order."""
    labelled: list[Dateline] = []
    bare: list[Dateline] = []
    odd: tuple[int, int] | None = None
    for start, end in _head_lines(text, layout):
        found, unread = _labelled(text, start, end)
        labelled += found
        odd = odd or unread
        if not found:
            bare += _bare(text, start, end)
    if odd and not labelled:
        words = text[odd[0] : odd[1]]
        day = read_odd_date(words) if any(char.isalpha() for char in words) else None
        if day:
            labelled.append(_dated(day, "page line", Span(*odd)))
    return labelled + bare or _in_line(text)


def _head_lines(text: str, layout: Layout) -> list[tuple[int, int]]:
    """The short lines in the head that hold a year, in text order: paragraphs of one line, and furniture."""
    found = []
    has_year = _YEAR.compiled().search
    for start, end, _ in (*layout.paragraphs[:_HEAD_LINES], *layout.furniture[:_HEAD_LINES]):
        if start >= _HEAD:
            continue
        if end - start <= _LONGEST_LINE:
            if end - start >= 4 and has_year(text, start, end):
                found.append((start, end))
        elif layout.is_furniture(start):
            lines = [match.span() for match in _LINE.finditer(text, start, min(end, start + _HEAD))]
            found += [
                line for line in lines[:_HEAD_LINES] if line[1] - line[0] <= _LONGEST_LINE and _YEAR.search(text, *line)
            ]
    return sorted(found)


def _labelled(text: str, start: int, end: int) -> tuple[list[Dateline], tuple[int, int] | None]:
    """Dates behind the labels of a line, and the stretch behind a label that could not be read."""
    low = text[start:end].lower()
    if not any(map(low.__contains__, _LABEL_STEMS)):
        return [], None
    labels = list(_LABEL.finditer(text, start, end))
    if not labels or (text[end - 1] == "." and end - start > 90):
        return [], None
    if _rest(text, start, labels[0].start()).count(" ") > 3:
        return [], None
    found, odd = [], None
    for label, following in zip(labels, [*(label.start() for label in labels[1:]), end], strict=True):
        after = _AFTER_LABEL.match(text, label.end(), following)
        at = after.end() if after else label.end()
        stamp = next((stamp for stamp in find_stamps(text, at, min(following, at + 40)) if stamp.day), None)
        if stamp and stamp.day:
            line = _dated(stamp.day, "page line", Span(stamp.start, stamp.end))
            found.append(line._replace(updated=bool(label["updated"])))
        elif label["stated"] and after and after[0].strip() and any(c.isdigit() for c in text[at:following]):
            odd = odd or (at, following)
    return found, odd


def _bare(text: str, start: int, end: int) -> list[Dateline]:
    """The date of a line that holds a date and hardly anything else: "Sat 06th July 2019 | 09:40 AM"."""
    if end - start > 120:
        return []
    stamp = next((stamp for stamp in find_stamps(text, start, end) if stamp.day), None)
    if not stamp or not stamp.day:
        return []
    words = _rest(text, start, stamp.start) + _rest(text, stamp.end, end)
    count = len(words.split())
    clocked = _CLOCKED.search(text, start, end) is not None
    if count and not (count <= 4 and (clocked or find_agency(words.strip()) or _PAGE_WORDS.search(words))):
        return []
    return [_dated(stamp.day, "page line", Span(stamp.start, stamp.end))._replace(agency=find_agency(words.strip()))]


def _rest(text: str, start: int, end: int) -> str:
    """What a date line holds beside weekday, time of day, zone and signs."""
    return " " + " ".join(_BESIDE_A_DATE.compiled().sub(" ", text[start:end]).split())


def _in_line(text: str) -> list[Dateline]:
    """The stamp of a page that was run into the first words of the text."""
    if not _YEAR_AND_CLOCK.search(text, 0, 500):
        return []
    match = _STAMPED_IN_LINE.search(text, 0, 500)
    stamp: Stamp | None = next(find_stamps(text, *match.span("date")), None) if match else None
    if not match or not stamp or not stamp.day:
        return []
    before = text[max(0, match.start() - 12) : match.start()].lower().rstrip(" :").removesuffix(" on")
    updated = before.endswith(("updated", "modified"))
    return [_dated(stamp.day, "page line", Span(stamp.start, stamp.end))._replace(updated=updated)]


def _wire_line(text: str, layout: Layout, around: datetime.date | None) -> Dateline | None:
    """The wire line of one of the first paragraphs, else the agency named at the end of the story."""
    for number, (start, end, _) in enumerate(layout.paragraphs[:_WIRE_PARAGRAPHS]):
        if number > 1 and not (text[start : start + 2].isupper() or text.find("(", start, min(end, start + 60)) >= 0):
            continue
        wire = find_wire(text, start, end)
        if not wire:
            continue
        span = Span(wire.start, wire.end)
        day: datetime.date | None = None
        evidence: tuple[str, ...] = ()
        if wire.stamp:
            day = wire.stamp.day or (wire.stamp.near(around) if around else None)
            span = Span(wire.stamp.start, wire.stamp.end)
            evidence = () if day else (text[wire.stamp.start : wire.stamp.end],)
        agency = wire.agency or _tail_agency(text, layout)[0]
        interval: Interval | None = one_day(day) if day else None
        return Dateline(day, interval, wire.place, agency, "wire line", span, evidence)
    agency, tail = _tail_agency(text, layout)
    return Dateline(None, None, "", agency, "wire line", tail) if agency else None


def _tail_agency(text: str, layout: Layout) -> tuple[str, Span | None]:
    """The agency that signs the end of the story, or the first line after it."""
    last = layout.paragraphs[-1].end if layout.paragraphs else 0
    ends = [last, *[after.start for after in layout.furniture if after.start >= last][:1]]
    for end in ends:
        line_end = text.find("\n", end)
        found = find_tail_agency(text, end if end == last else (line_end if line_end >= 0 else len(text)))
        if found:
            return found[2], Span(found[0], found[1])
    return "", None


def _addresses(document: Document) -> Iterator[Dateline]:
    """The dates of web addresses in the head, and of the document's own name where that is an address."""
    if document.id.startswith("http") and (day := find_packed(document.id)):
        yield _dated(day, "address")
    if document.text.find("http", 0, 600) < 0:
        return
    for match in _ADDRESS.finditer(document.text, 0, 600):
        line_start = document.text.rfind("\n", 0, match.start()) + 1
        if match.start() - line_start <= 12 and (day := find_packed(match[0])):
            yield _dated(day, "address", Span(match.start(), match.end()))
            return


def _file_name(document: Document) -> Dateline | None:
    """The date in the name of the story's own file, folders by date included."""
    origin = document.origin
    if origin and origin.form.startswith("json:"):
        return None
    name = origin.path if origin else document.id
    if not origin and not 2 <= len(name) - name.rfind(".") - 1 <= 5:
        return None
    day = find_packed(name.rsplit("/", 1)[-1]) or find_packed(name)
    return _dated(day, "file name") if day else None
