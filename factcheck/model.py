"""Every data type that stages hand to each other; values only, standard library only.

All are NamedTuples: eleven fields cost 0.3 microseconds to make, as a frozen dataclass 2.2, and the
class itself a quarter of a millisecond at start-up, not one. Annotations are evaluated as they stand:
strings, as `from __future__ import annotations` makes them, would each be compiled at start-up, 2 ms in all.

Positions are code points, half-open, into the field of the document that
`Span.field` names. Days are `datetime.date`; intervals are half-open in days.
"""

from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.timevalues import Day as Day
from factcheck.timevalues import Interval as Interval
from factcheck.timevalues import Span as Span
from factcheck.timevalues import TimeExpression as TimeExpression
from factcheck.timevalues import Written as Written

SEVERITIES = ("info", "warning", "error")


class Origin(NamedTuple):
    """Where a document's text stands in its source file.

    `source` is the decoded file, or the part of it that holds the document, whose first
    line is line `first_line` of the file and starts at column `first_column`. `pieces`
    maps text to source: (field, text start, source start, length), in text order; between
    two pieces the text holds characters that the source does not. Empty pieces: the
    source is the text, or `form` names the format in `factcheck.read` that makes the pieces
    when a place is first asked for. `encoding` and `newline` say how to write the file back.
    """

    path: str
    source: str
    pieces: tuple[tuple[str, int, int, int], ...] = ()
    first_line: int = 1
    first_column: int = 1
    encoding: str = "utf-8"
    newline: str = "\n"
    form: str = ""


class Place(NamedTuple):
    """Where a span stands in its source file: lines and columns from 1, columns in code points,
    the end column behind the last one."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Problem(NamedTuple):
    """A path that could not be used (`fatal`), or was used with a caveat: what, where and the way out.

    `line` is 0 where no line can be named.
    """

    path: str
    message: str
    fatal: bool = True
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


class Document(NamedTuple):
    """One story. `published` is the date that the archive, CMS or caller gives; it outranks the page.

    `metadata` holds the dates that the source file states beside the text, each with its label
    ("datePublished"), in the file's order.
    """

    id: str
    text: str
    title: str = ""
    published: Day | None = None
    language: str = ""
    origin: Origin | None = None
    metadata: tuple[tuple[str, Day], ...] = ()

    def field(self, name: str) -> str:
        """The text of the field that a span names."""
        return self.title if name == "title" else self.text

    def cut(self, span: Span) -> str:
        """The words at a span."""
        return self.field(span.field)[span.start : span.end]


class Layout(NamedTuple):
    """How one field of a document divides; all spans in text order.

    `paragraphs` and `sentences` cover the story only. `furniture` is what a page holds
    beside its story (menus, price lists, related links, date lines): it is read for the
    dateline, never checked. `quotations` are the insides of quotation marks, which may
    run over several paragraphs.
    """

    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    quotations: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()

    def sentence_at(self, position: int) -> Span | None:
        """The sentence that holds a position."""
        return _at(self.sentences, position)

    def paragraph_at(self, position: int) -> Span | None:
        """The paragraph that holds a position."""
        return _at(self.paragraphs, position)

    def is_quoted(self, position: int) -> bool:
        return _at(self.quotations, position) is not None

    def is_furniture(self, position: int) -> bool:
        return _at(self.furniture, position) is not None


def _at(spans: tuple[Span, ...], position: int) -> Span | None:
    if not spans:
        return None
    index = bisect_right(spans, (position + 1,)) - 1
    if index >= 0 and position < spans[index][1]:
        return spans[index]
    return None


class Dateline(NamedTuple):
    """A stated or inferred date of a story, and where it was read.

    `source` is one of argument, metadata, page line, wire line, address, file name,
    inferred, none. `interval` holds every day the story may be of: one day when stated,
    more when inferred. `updated` marks "updated" and "modified" lines, which never win;
    `stale` a line that the contents of the story exclude, `evidence` then says why.
    """

    date: Day | None
    interval: Interval | None = None
    place: str = ""
    agency: str = ""
    source: str = "none"
    span: Span | None = None
    evidence: tuple[str, ...] = ()
    updated: bool = False
    stale: bool = False


class Mention(NamedTuple):
    """A name in the text. `kind`: person, role or organisation. `entity` is its slug within
    the document ("kim-jong-un"), the same for every mention of one; `certainty` runs from
    0 to 1, and a mention below 1 is never used between documents."""

    span: Span
    text: str
    kind: str
    entity: str
    certainty: float = 1.0


class Role(NamedTuple):
    """An office or job: normalised `title`, `organisation` and `place`, each "" when not said.
    `written` is the wording of the story. `when` is "" for a role held as the story tells it, else
    former, then, late or future."""

    title: str
    organisation: str = ""
    place: str = ""
    written: str = ""
    when: str = ""


class Quantity(NamedTuple):
    """A number as a range: `low` and `high` are equal when exact, infinite when a bound is open.
    `unit` is a normalised unit or currency ("km", "USD", "%", "year") or ""; `noun` is what is counted."""

    low: float
    high: float
    unit: str = ""
    noun: str = ""
    written: str = ""


class Claim(NamedTuple):
    """One thing that a story says of one entity.

    `keys` are all it may meet other claims under, each with its kind before a colon:
    "person:kim-jong-un", "name:krmt", "office:president/united-states",
    "event:singapore-summit", "count:<document>/killed".

    | attribute | value |
    |---|---|
    | name | str, as written |
    | role | Role |
    | born, died, date, began, ended, start, end | Interval |
    | listed | Interval: days on which every holder of the office in `text` is known |
    | age, duration, anniversary, quantity | Quantity |
    | sex | "male" or "female" |

    `possible` holds every day on which it may be true, `certain` every day on which it
    surely is. `stance` is asserted, quoted, denied, corrected or supposed. `sentence` is the
    sentence it stands in, cut short; `dated` the document's own date. `grade` is "story",
    "open" (a known fact from open data) or "curated" (a known fact written by hand), and
    `source` names where a known fact comes from.
    """

    document: str
    entity: str
    name: str
    keys: tuple[str, ...]
    attribute: str
    value: Role | Quantity | Interval | str
    possible: Interval
    certain: Interval | None
    span: Span
    text: str
    stance: str = "asserted"
    sentence: str = ""
    dated: Day | None = None
    grade: str = "story"
    source: str = ""


class Fix(NamedTuple):
    """One way out: write `text` at `span`."""

    span: Span
    text: str


class Related(NamedTuple):
    """The other side of a finding, with its own words, so that a report needs no other text."""

    document: str
    span: Span
    note: str
    text: str = ""


class Finding(NamedTuple):
    """One inconsistency, at a checked document. `fixes` are ranked alternatives."""

    rule: str
    name: str
    severity: str
    document: str
    span: Span
    message: str
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()


class Rule(NamedTuple):
    """One rule as its file gives it. `check` names the function in `factcheck.checks` that finds;
    `message` is a template whose fields that function fills."""

    code: str
    name: str
    severity: str
    check: str
    message: str
    params: Mapping[str, object] = {}
    path: str = ""

    def at(
        self,
        document: str,
        span: Span,
        /,
        *,
        fixes: tuple[Fix, ...] = (),
        related: tuple[Related, ...] = (),
        severity: str = "",
        **values: object,
    ) -> Finding:
        """A finding of this rule, its message filled with `values`."""
        return Finding(
            self.code,
            self.name,
            severity or self.severity,
            document,
            span,
            self.message.format(**values),
            fixes,
            related,
        )


class Attachment(NamedTuple):
    """A role that the text gives to the person of a mention. `span` holds the role's words; `form` tells
    how they stand: before, after, was (the verb to be), became, counterpart, listed (under a heading),
    dated (years in brackets behind the name); `time` is "" for a role held now, or former, then, late,
    future, past, and `years` the span of words that may bound it, if any."""

    person: Mention
    role: Role
    span: Span
    form: str
    time: str = ""
    years: Span | None = None


class Sign(NamedTuple):
    """A word that tells a person's sex: "Mrs", "his" in "For his part, Pak". `certainty` as in Mention."""

    entity: str
    name: str
    sex: str
    span: Span
    text: str
    certainty: float = 1.0


class People(NamedTuple):
    """The people of one story: `mentions` of both fields, text first, each in order and without overlaps;
    `roles` and `signs` of the people among them, in text order; `names` the fullest name of each entity."""

    mentions: tuple[Mention, ...] = ()
    roles: tuple[Attachment, ...] = ()
    signs: tuple[Sign, ...] = ()
    names: Mapping[str, str] = {}


class Analysis(NamedTuple):
    """Everything read from one document, and the findings of the rules that need no other.

    `dateline` is the one believed, `datelines` every candidate. `times` holds both fields,
    text first, each in order and without overlaps, furniture included. While claims are
    being made, `claims` is still empty. `today` is the reader's day, where the caller tells it.
    """

    document: Document
    layout: Layout
    title_layout: Layout
    dateline: Dateline | None
    datelines: tuple[Dateline, ...]
    times: tuple[TimeExpression, ...]
    people: People
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    language: str = "en"
    today: Day | None = None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The people, roles and organisations named."""
        return self.people.mentions

    def layout_of(self, name: str) -> Layout:
        """The layout of the field that a span names."""
        return self.title_layout if name == "title" else self.layout

    def is_quoted(self, span: Span) -> bool:
        layout = self.title_layout if span.field == "title" else self.layout
        return _at(layout.quotations, span.start) is not None

    def is_furniture(self, span: Span) -> bool:
        layout = self.title_layout if span.field == "title" else self.layout
        return _at(layout.furniture, span.start) is not None

    def sentence(self, span: Span) -> Span:
        """The sentence around a span; the span itself where it stands in none."""
        layout = self.title_layout if span.field == "title" else self.layout
        return _at(layout.sentences, span.start) or span


def lowered(severity: str) -> str:
    """The severity one level down, as a quotation lowers it; info stays info."""
    return SEVERITIES[max(0, SEVERITIES.index(severity) - 1)]


def is_local(key: str, document: str) -> bool:
    """Can a key only meet claims of its own document? Its name then starts with the document's id and a slash."""
    return key.partition(":")[2].startswith(document + "/")


def keys_between(claim: Claim) -> list[str]:
    """The keys under which a claim can meet those of other documents; a name meets only names."""
    kinds = "name:" if claim.attribute == "name" else ""
    return [key for key in claim.keys if key.startswith(kinds) and not is_local(key, claim.document)]
