"""The kinds of check that a newsroom's own rule files may use: a term, a name, a role, a date, a figure,
the order of two dates, the parts of a sum.

`KINDS` says which params each takes and which fields its message may name; `factcheck.rules` holds
rule files to it. A kind looks at one story at a time and speaks only where the story says the thing
itself: an event's date must stand beside the event, a figure in one sentence with what it is of.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.model import Analysis, Claim, Finding, Fix, Quantity, Related, Rule, Span, TimeExpression, lowered
from factcheck.quantities import find_numbers


class Kind(NamedTuple):
    """What rule files of one kind of check hold.

    `params` maps each param to its type: "text", "texts" (a list), "number", "date", "yes" (true or
    false); a "?" behind it says that it may be left out. `fields` are what the message may name.
    """

    params: Mapping[str, str]
    fields: tuple[str, ...]


KINDS: dict[str, Kind] = {
    "term": Kind({"wrong": "texts", "right": "text", "quotations": "yes?", "case": "yes?"}, ("written", "right")),
    "house_name": Kind({"wrong": "texts", "right": "text"}, ("written", "right")),
    "house_role": Kind(
        {"person": "text", "wrong": "texts", "right": "text", "since": "date?", "until": "date?"},
        ("person", "written", "right"),
    ),
    "event_date": Kind({"event": "texts", "date": "date", "tolerance_days": "number?"}, ("event", "written", "date")),
    "figure": Kind(
        {"about": "texts", "counted": "text", "value": "number", "tolerance": "number?"},
        ("about", "written", "value"),
    ),
    "date_order": Kind({"earlier": "texts", "later": "texts"}, ("earlier", "earlier_date", "later", "later_date")),
    "sum_parts": Kind({"total": "text", "parts": "texts", "tolerance": "number?"}, ("total", "parts", "sum")),
}
"""Name in a rule's `check` to what such a rule file holds."""

_PAST_ROLE = re.compile(r"\b(?:former|ex|then|late|one-?time|previous|ousted|outgoing|retired|deputy|vice|acting)[ -]$")
_NOT_THE_DATE = re.compile(
    r"\b(?:since|after|before|ahead of|following|until|till|anniversary|years?|later|report\w*|said|survivors?|victims?"
    r"|memorial|inquiry|trial|commission|postponed|scheduled|planned|originally|had been|not)\b"
)
_NEAR = 60
"""How many code points may lie between an event and the date that is its own (chosen by us)."""


def term(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """A finding for each wrong form of a term, any case unless `case`, outside quotations unless `quotations`."""
    exact, quotations = rule.params.get("case") is True, rule.params.get("quotations") is True
    for span in _wrong_forms(analysis, rule, exact):
        if quotations or not analysis.is_quoted(span):
            yield _replacement(analysis, rule, span)


def house_name(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """A finding for each wrong form of a name; a name is spelt right in quotations too."""
    for span in _wrong_forms(analysis, rule, True):
        yield _replacement(analysis, rule, span)


def house_role(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """A finding for each wrong role beside a person's name, in stories of the days the role holds."""
    date = analysis.dateline.date if analysis.dateline else None
    since, until = rule.params.get("since"), rule.params.get("until")
    if isinstance(since, datetime.date) and (date is None or date < since):
        return
    if isinstance(until, datetime.date) and (date is None or date > until):
        return
    person = str(rule.params["person"])
    for role in _wrong_forms(analysis, rule, False):
        text = analysis.document.field(role.field)
        before, after = text[max(0, role.start - len(person) - 6) : role.start], text[role.end :]
        beside = re.match(rf",? {re.escape(person)}\b", after[: len(person) + 4]) or re.search(
            rf"\b{re.escape(person)},? (?:the |an? |is |was )?$", before
        )
        if beside and not _PAST_ROLE.search(text[max(0, role.start - 12) : role.start]):
            written, right = text[role.start : role.end], str(rule.params["right"])
            fix = Fix(role, _cased(right, written))
            yield rule.at(analysis.document.id, role, fixes=(fix,), person=person, written=written, right=right)


def event_date(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """A finding for each other date that a story gives the event."""
    day = rule.params["date"]
    assert isinstance(day, datetime.date)
    slack = datetime.timedelta(_number(rule, "tolerance_days"))
    for event, time in _dated(analysis, _texts(rule, "event")):
        if time.interval is None or time.interval.start is None or time.interval.end is None:
            continue
        if day < time.interval.start - slack or day >= time.interval.end + slack:
            quoted = analysis.is_quoted(time.span)
            yield rule.at(
                analysis.document.id,
                time.span,
                fixes=(Fix(time.span, _day_like(day, time)),),
                related=(Related(analysis.document.id, event, "the event", analysis.document.cut(event)),),
                severity=lowered(rule.severity) if quoted else "",
                event=analysis.document.cut(event),
                written=time.text,
                date=_spoken(day),
            )


def figure(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """A finding for each other figure in a sentence that names what it is of."""
    value, tolerance = _number(rule, "value"), _number(rule, "tolerance")
    unit, noun = _counted(str(rule.params["counted"]))
    for claim in analysis.claims:
        quantity = claim.value
        if not isinstance(quantity, Quantity) or claim.attribute != "quantity" or quantity.unit != unit:
            continue
        if noun and noun not in quantity.noun.split():
            continue
        if quantity.low - tolerance <= value <= quantity.high + tolerance:
            continue
        about = _named_in(analysis, claim, _texts(rule, "about"))
        if about is None:
            continue
        text = analysis.document.field(claim.span.field)
        digits = re.compile(r"[0-9][0-9,.]*[0-9]|[0-9]").search(text, claim.span.start, claim.span.end)
        place = Span(digits.start(), digits.end(), claim.span.field) if digits else claim.span
        yield rule.at(
            analysis.document.id,
            claim.span,
            fixes=(Fix(place, f"{value:,.10g}"),),
            severity=lowered(rule.severity) if analysis.is_quoted(claim.span) else "",
            about=about,
            written=claim.text,
            value=f"{value:,.10g}",
        )


def date_order(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """A finding where a story dates the earlier event after the later one."""
    for first, first_time in _dated(analysis, _texts(rule, "earlier")):
        for second, second_time in _dated(analysis, _texts(rule, "later")):
            one, other = first_time.interval, second_time.interval
            if not one or not other or one.start is None or other.end is None or one.start < other.end:
                continue
            yield rule.at(
                analysis.document.id,
                second_time.span,
                related=(Related(analysis.document.id, first_time.span, "the earlier event", first_time.text),),
                earlier=analysis.document.cut(first),
                earlier_date=first_time.text,
                later=analysis.document.cut(second),
                later_date=second_time.text,
            )
            return


def sum_parts(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """A finding where a story gives the total and every part, and the parts do not make the total."""
    total = _counts_of(analysis, str(rule.params["total"]))
    parts = [_counts_of(analysis, part) for part in _texts(rule, "parts")]
    if len(total) != 1 or any(len(part) != 1 for part in parts):
        return
    (span, value), found = total[0], [part[0] for part in parts]
    added = sum(number for _, number in found)
    if abs(added - value) <= _number(rule, "tolerance"):
        return
    document = analysis.document
    yield rule.at(
        document.id,
        span,
        fixes=(Fix(span, f"{added:,.10g}"),),
        related=tuple(Related(document.id, at, "a part", document.cut(at)) for at, _ in found),
        total=f"{value:,.10g} {rule.params['total']}",
        parts=" + ".join(f"{number:,.10g}" for _, number in found),
        sum=f"{added:,.10g}",
    )


def _texts(rule: Rule, name: str) -> tuple[str, ...]:
    value = rule.params[name]
    return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)


def _number(rule: Rule, name: str) -> float:
    value = rule.params.get(name, 0)
    return float(value) if isinstance(value, (int, float)) else 0.0


def _wrong_forms(analysis: Analysis, rule: Rule, exact: bool) -> Iterator[Span]:
    """Where the story writes one of a rule's wrong forms, but not inside its right form."""
    right = str(rule.params["right"])
    for name in ("title", "text"):
        for span in _phrases(analysis.document.field(name), name, _texts(rule, "wrong"), exact):
            text = analysis.document.field(name)
            within = any(
                span.start - at >= 0 and text.startswith(right, span.start - at)
                for at in range(len(right))
                if len(right) > span.end - span.start
            )
            if not within and not analysis.is_furniture(span):
                yield span


def _phrases(text: str, name: str, phrases: Sequence[str], exact: bool) -> Iterator[Span]:
    """Where any of some phrases stands as whole words, in text order."""
    folded = text if exact else text.lower()
    if len(folded) != len(text):  # one letter became two: places would be off
        folded, exact = text, True
    found = []
    for phrase in phrases:
        wanted = phrase if exact else phrase.lower()
        at = folded.find(wanted)
        while wanted and at >= 0:
            end = at + len(wanted)
            if not (folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum()):
                found.append(Span(at, end, name))
            at = folded.find(wanted, end)
    return iter(sorted(found))


def _replacement(analysis: Analysis, rule: Rule, span: Span) -> Finding:
    written, right = analysis.document.cut(span), str(rule.params["right"])
    fix = Fix(span, _cased(right, written))
    return rule.at(analysis.document.id, span, fixes=(fix,), written=written, right=right)


def _cased(right: str, written: str) -> str:
    """The right form, opening with a capital where the written one does."""
    return right[:1].upper() + right[1:] if written[:1].isupper() and right[:1].islower() else right


def _dated(analysis: Analysis, events: Sequence[str]) -> Iterator[tuple[Span, TimeExpression]]:
    """Each event of the story with the date beside it: "the harbour fire on 5 July 2019", "the 2019 harbour fire"."""
    for name in ("title", "text"):
        text = analysis.document.field(name)
        for event in _phrases(text, name, events, False):
            if analysis.is_furniture(event):
                continue
            sentence = analysis.sentence(event)
            for time in analysis.times:
                if time.span.field != name or time.type != "DATE" or time.written.year is None:
                    continue
                gap = text[event.end : time.span.start] if time.span.start >= event.end else None
                if gap is None:
                    gap = text[time.span.end : event.start] if text[time.span.end : event.start] == " " else "since"
                if (
                    len(gap) <= _NEAR
                    and sentence.start <= time.span.start < sentence.end
                    and not _NOT_THE_DATE.search(gap)
                    and not _NOT_THE_DATE.search(text[max(sentence.start, event.start - 24) : event.start])
                ):
                    yield event, time
                    break


def _spoken(day: datetime.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _day_like(day: datetime.date, time: TimeExpression) -> str:
    """A day written with the fields, and in the order, of another date."""
    written = time.written
    if written.month is None:
        return str(day.year)
    if written.day is None:
        return f"{day:%B} {day.year}"
    if time.text[:1].isdigit():
        return day.isoformat() if re.match(r"[0-9]{4}-", time.text) else _spoken(day)
    return f"{day:%B} {day.day}, {day.year}"


def _counted(word: str) -> tuple[str, str]:
    """The unit and the noun of a figure, read as the story's own are: "metres" is a unit, "steps" a noun."""
    number = next(find_numbers(f"2 {word}"), None)
    if number is None:
        return "", word.lower()
    return number.quantity.unit, number.quantity.noun.rpartition(" ")[2]


def _named_in(analysis: Analysis, claim: Claim, names: Sequence[str]) -> str | None:
    """The name that stands in the sentence of a claim, if one does."""
    sentence = analysis.sentence(claim.span)
    text = analysis.document.field(claim.span.field)[sentence.start : sentence.end]
    found = next(_phrases(text, claim.span.field, names, False), None)
    return text[found.start : found.end] if found else None


def _counts_of(analysis: Analysis, phrase: str) -> list[tuple[Span, float]]:
    """The numbers that stand right before a phrase, each where it stands and its value; equal ones once."""
    text = analysis.document.text
    found: dict[float, Span] = {}
    pattern = re.compile(rf"\b([0-9][0-9,]*(?:\.[0-9]+)?) {re.escape(phrase)}\b", re.IGNORECASE)
    for match in pattern.finditer(text):
        span = Span(match.start(1), match.end(1))
        if not analysis.is_furniture(span):
            found.setdefault(float(match[1].replace(",", "")), span)
    return [(span, value) for value, span in found.items()]
