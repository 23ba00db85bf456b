"""Named events and the dates a story gives them: analysis in, claims under "event:<slug>" out.

Only dates that surely belong to the event's name are read: in brackets after it ("the Korean War
(1950-1953)"), before it ("the 1991 Gulf War"), after "of", and after a verb of happening ("the war
began in 1950"). "In 1955" after a name mostly belongs to another verb and is left alone. A range
gives two claims, when the event began and when it ended.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.model import Analysis, Claim, Interval, Span, TimeExpression

HEADS = frozenset(
    "war wars rebellion uprising revolution revolt crisis massacre genocide pogrom riots siege battle blockade "
    "airlift offensive invasion landings treaty treaties accord accords agreement pact protocol declaration "
    "armistice charter conference summit attack attacks bombing bombings shooting shootings assassination "
    "disaster earthquake tsunami eruption explosion blast spill fire crash flood pandemic depression referendum "
    "landing mission collapse sinking bankruptcy coup famine handover reunification accident communique "
    "partition boycott putsch raid movement spring".split()
)
"""Words that end, or start before "of", the name of an event."""


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(
        r"(?:Battle|Treaty|Siege|Fall|Bombing|Assassination|Sinking|Partition|Handover|War|Massacre|Hurricane|Typhoon|Cyclone)\b"
    )


_NAME = r"(?:[A-Z0-9][\w.’'/–-]*|of|the|de|del|and|on|in|for)"


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>[A-Z0-9][\w.’'–-]*(?: {_NAME}){{0,6}}(?: [a-z]+){{0,2}})$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>[A-Z][\w.’'–-]*(?: {_NAME}){{0,5}}(?: [a-z]+){{0,2}})")


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\((?P<first>1[0-9]{3}|20[0-9]{2})(?:\s?(?:-|–|—|to)\s?(?P<last>[0-9]{4}|[0-9]{2}))?\)")


@cache
def _link() -> re.Pattern[str]:
    return re.compile(
        r",?(?: which| that)?(?: of(?: the year)?"
        r"| (?:(?P<began>began|started|broke out|erupted)|(?P<ended>ended|finished|concluded)"
        r"|took place|was held|happened|occurred|struck|was signed|were signed|was fought)(?: in| on)?"
        r"|, (?:signed|fought|concluded) (?:in|on)) $"
    )


@cache
def _fate_of() -> re.Pattern[str]:
    """What befell one thing and once: "the fall of the Berlin Wall in", "the sinking of the Lusitania on"."""
    return re.compile(
        r"\b[Tt]he (?P<name>(?:fall|sinking|assassination|partition|handover|storming|liberation|annexation) of "
        r"(?:the )?[A-Z][\w.’'-]*(?: (?:of (?:the )?)?[A-Z][\w.’'-]*){0,4}) (?:in|on) $"
    )


@cache
def _happened() -> re.Pattern[str]:
    """What befell something, told with a verb: "when the Berlin Wall fell in", "the Titanic, which sank on"."""
    return re.compile(
        r"(?P<name>(?:[Tt]he )?[A-Z][\w.’'-]*(?: (?:of )?[A-Z][\w.’'-]*){0,3}),?(?: which)? "
        r"(?P<verb>fell|collapsed|sank|was sunk|went bankrupt|was assassinated) (?:in|on)(?: early| late)? $"
    )


_TOLD = {
    "fell": "fall",
    "collapsed": "collapse",
    "sank": "sinking",
    "was sunk": "sinking",
    "went bankrupt": "bankruptcy",
    "was assassinated": "assassination",
}
_TOLD_LAST = frozenset(verb.split()[-1] for verb in _TOLD)


@cache
def _there() -> re.Pattern[str]:
    """Words before an event's name that make the date behind it the event's own: "at the Dayton conference in"."""
    return re.compile(
        r"\b(?:[Ss]ince|[Dd]uring|at|signed|concluded|survived|(?:died|killed|wounded|fought|served) (?:in|at)"
        r"|(?:survivors?|victims?|veterans?|aftermath|wake|outbreak|time|day) of) (?:the )?$"
    )


_SAME_DAY = re.compile(r",? (?P<head>attacks?|bombings?|massacre|earthquake|coup|shootings?|uprising)\b")
_ON_A_DAY = (" in ", " on ")
_CENTURIES = ("1", "2")
"""What a year starts with."""


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"(?:^|\s)[Tt]he\s")


@cache
def _work() -> re.Pattern[str]:
    """A book or a film of an event has a year of its own."""
    return re.compile(
        r"\b(?:book|film|movie|novel|album|song|documentary|series|play|memoir|painting|game|sequel)s?,?"
        r"(?: (?:called|titled|named))? [\"“‘'*_]?(?:[Tt]he )?$"
    )


_NUMBERS = frozenset(("I", "II", "One", "Two"))
_BEFORE_NAMES = frozenset("after before during since in the a an and of for on from".split())
_LINK_WORDS = frozenset(
    "of year began started out erupted ended finished concluded place held happened occurred struck signed"
    " fought".split()
)
"""Words that a link between an event and its date ends with, but for "in" and "on"."""
_BEFORE_DATES = _LINK_WORDS | {"in", "on"}


def event_slug(name: str) -> str:
    """A name of an event as it stands in a key: lower-case ASCII words joined by hyphens.

    >>> event_slug("the Élysée Treaty")
    'elysee-treaty'
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", "").replace("'", "")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().removeprefix("the ")).strip("-")


def make_event_claims(analysis: Analysis) -> Iterator[Claim]:
    """Claims on when named events took place, began or ended, in no order of importance."""
    text = analysis.document.text
    if "(" in text:
        yield from _bracketed(analysis)
    for time in analysis.times:
        if time.written.year is not None and time.span.field == "text":
            # The word before a date tells of nearly all of them that they are no event's.
            start = time.span.start
            before = text[start - 24 if start > 24 else 0 : start].split()
            word = before[-1] if before else ""
            if (word in _BEFORE_DATES or word[-3:].lower() == "the") and time.interval and time.type == "DATE":
                yield from _dated(analysis, time, before)


def _bracketed(analysis: Analysis) -> Iterator[Claim]:
    text = analysis.document.text
    for found in _years_in_brackets(text):
        name = _name_before(text, found.start() - 1, analysis.sentence(Span(*found.span())).start)
        if not name:
            continue
        first, last = found["first"], found["last"]
        if last is None:
            at = text.rfind(name, 0, found.start())
            if _work().search(text, max(0, at - 40), at):
                continue
            yield from _claim(analysis, name, "date", _year(int(first)), Span(*found.span("first")))
            continue
        year = int(last) if len(last) == 4 else int(first[:2] + last)
        if year >= int(first):
            yield from _claim(analysis, name, "began", _year(int(first)), Span(*found.span("first")))
            yield from _claim(analysis, name, "ended", _year(year), Span(*found.span("last")))


def _years_in_brackets(text: str) -> Iterator[re.Match[str]]:
    """The years and ranges of years in brackets behind a space, in text order."""
    at = text.find("(")
    while at >= 0:
        if text[at + 1 : at + 2] in _CENTURIES and text[at - 1 : at] == " ":
            found = _brackets().match(text, at)
            if found:
                yield found
        at = text.find("(", at + 1)


def _dated(analysis: Analysis, time: TimeExpression, before: Sequence[str]) -> Iterator[Claim]:
    """The claim of a date behind these words."""
    text, start, end = analysis.document.text, time.span.start, time.span.end
    assert time.interval is not None
    if _may_be_linked(before):
        link = _link().search(text, max(0, start - 40), start)
        name = _name_before(text, link.start(), analysis.sentence(time.span).start) if link else ""
        if link and name:
            attribute = "began" if link["began"] else "ended" if link["ended"] else "date"
            yield from _claim(analysis, name, attribute, time.interval, time.span)
            return
    if text[start - 4 : start] in _ON_A_DAY:
        name = _fate(text, start) or _told(analysis, start, before) or _attended(analysis, time, before)
        if name:
            yield from _claim(analysis, name, "date", time.interval, time.span)
            return
    if time.written.day and time.written.month and text[end : end + 2] in _BEFORE_A_HEAD:
        head = _SAME_DAY.match(text, end)
        if head and text[start - 4 : start].lower() == "the ":
            name = f"{_MONTHS[time.written.month - 1]} {time.written.day} {head['head']}"
            yield from _claim(analysis, name, "date", time.interval, time.span)
            return
    if text[end : end + 1] in " ," and text[start - 4 : start].lower() == "the ":
        after = _after().match(text, end + 1 + (text[end : end + 2] == ", "))
        if after:
            name = _cut_after_head(after["name"])
            if name:
                yield from _claim(analysis, name, "date", time.interval, time.span)


_BEFORE_A_HEAD = frozenset((", ", *(f" {letter}" for letter in "abmecsu")))
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def _fate(text: str, start: int) -> str:
    """What befell something, named before a date: "the fall of the Berlin Wall in"; else ""."""
    if " of " not in text[max(0, start - 60) : start]:
        return ""
    found = _fate_of().search(text, max(0, start - 90), start)
    return found["name"] if found else ""


def _told(analysis: Analysis, start: int, before: Sequence[str]) -> str:
    """The same where a verb tells it before a date: "fall of the Berlin Wall" of "the Berlin Wall fell in"; else ""."""
    if _TOLD_LAST.isdisjoint(before[-3:-1]):
        return ""
    found = _happened().search(analysis.document.text, max(0, start - 90), start)
    if not found:
        return ""
    name, end = found["name"], found.end("name")
    for person in analysis.people.mentions:
        if person.span.end == end and person.kind == "person" and person.span.field == "text":
            name = person.text  # "President Ada Moss was assassinated in"
    return f"{_TOLD[found['verb']]} of {name[:1].lower() + name[1:] if name.startswith('The ') else name}"


def _attended(analysis: Analysis, time: TimeExpression, before: Sequence[str]) -> str:
    """The event that stands before a date which is its own: "at the Dayton conference in"; else ""."""
    if "of" not in before and not any(word.lower() in HEADS for word in before[-3:-1]):
        return ""
    text, start = analysis.document.text, time.span.start
    name = _name_before(text, start - 4, analysis.sentence(time.span).start)
    at = text.rfind(name, 0, start) if name else 0
    return name if name and _there().search(text, max(0, at - 30), at) else ""


def _may_be_linked(before: Sequence[str]) -> bool:
    """Do the words before a date end as a link does? Nearly none do, and this tells it for less than a regex."""
    word = before[-1]
    if word in ("in", "on"):
        word = before[-2] if len(before) > 1 else ""
    return word in _LINK_WORDS


def _name_before(text: str, end: int, sentence: int) -> str:
    """The name of an event that ends at a position: "Korean War", "Battle of Verdun"; "" where none does.

    `sentence` is where its sentence starts.
    """
    found = _before().search(text, max(0, sentence, end - 70), end)
    if not found:
        return ""
    name = found["name"]
    if not _openers().match(name):
        name = _article().split(name)[-1]
        opener = _openers().search(name)
        name = name[opener.start() :] if opener and " of " in name[opener.start() :] else name
    words = name.split()
    while len(words) > 1 and words[0].lower() in _BEFORE_NAMES:
        words = words[1:]
    head = words[-2] if len(words) > 2 and words[-1] in _NUMBERS else words[-1]
    if len(words) < 2 or not (head.lower().rstrip(".,") in HEADS or _openers().match(words[0])):
        return ""
    return " ".join(words)


def event_named_at(text: str, start: int) -> str:
    """The name of an event that starts at a position, "the" left out; "" where none does.

    >>> event_named_at("of the Six-Day War, he said", 3)
    'Six-Day War'
    """
    found = _after().match(text, start + 4 if text.startswith("the ", start) else start)
    return _cut_after_head(found["name"]) if found else ""


def _cut_after_head(words: str) -> str:
    """The name up to its head: "Gulf War" of "Gulf War veterans"; "" where it has none or is not whole."""
    parts = words.split()
    for index, word in enumerate(parts):
        if index and word.lower().rstrip(".,;:") in HEADS:
            return " ".join(parts[: index + 1]).rstrip(".,;:")
    return ""


def _claim(analysis: Analysis, name: str, attribute: str, value: Interval, span: Span) -> Iterator[Claim]:
    if analysis.is_furniture(span):
        return
    slug = event_slug(name)
    if not slug:
        return
    sentence = analysis.sentence(span)
    document = analysis.document
    dated = analysis.dateline.date if analysis.dateline else None
    yield Claim(
        document.id,
        slug,
        name,
        (f"event:{slug}",),
        attribute,
        value,
        Interval(None, None),
        Interval(None, None),
        span,
        document.cut(span),
        "quoted" if analysis.is_quoted(span) else "asserted",
        document.cut(sentence)[:240],
        dated,
    )


def _year(year: int) -> Interval:
    return Interval(datetime.date(year, 1, 1), datetime.date(year + 1, 1, 1))
