"""The order that a story states against that of its dates: "three days later", "after", arrested before the deed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from factcheck.checks.edits import write_day, write_field
from factcheck.checks.stages import in_order, stage_conflict
from factcheck.checks.wording import (
    around,
    is_corrected,
    is_denied,
    is_imagined,
    lead,
    looks_ahead,
    past_verb,
)
from factcheck.claims.counting import counted
from factcheck.model import Analysis, Finding, Fix, Related, Rule, Span, TimeExpression, lowered
from factcheck.patterns import Pattern

_DATES = frozenset(("date", "month", "year"))
_RELATIVE = frozenset(("relative", "reference", "duration"))
_READ = _DATES | _RELATIVE
_NEAR = 20
"""How far behind its step a date may stand."""

_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}


def sequence_conflict(analysis: Analysis, rule: Rule) -> Iterable[Finding]:
    """DAT013: dates that contradict the order which the words state."""
    times = analysis.times
    for index, (first, second) in enumerate(pairwise(times)):
        form = first.written.form
        if form not in _READ:
            continue
        _, end, field = first.span
        start, _, other = second.span
        if not 0 < start - end < 140 or field != other:
            continue
        if form in _RELATIVE:
            if start - end < _NEAR and _is_dated(second):
                yield from _offset(analysis, rule, index + 1)
        elif _is_whole(first):
            if _is_whole(second):
                yield from list(_joined(analysis, rule, first, second)) or stage_conflict(analysis, rule, first, second)
                yield from _counted_on(analysis, rule, first, second)
                if (first.written.year or 0) > (second.written.year or 9999):
                    yield from _before_birth(analysis, rule, first, second)
            else:
                yield from _apart(analysis, rule, index)


# ------------------------------------------------------- "born in 1951, finished school in 1949"

_BIRTH = Pattern(r"\b[Bb]orn (?:(?:in|at|near) [A-Z][\w ,-]{2,30}? )?(?:in|on) (?:the )?(?:[A-Z][a-z]+ )?$")
_OF_A_LIFE = Pattern(
    r"\b(?:graduated|married|joined|finished|left|enrolled|emigrated|moved|studied|worked|became|retired|was elected"
    r"|took|went|died|served|taught|began|entered|started|won|was jailed|was convicted|was appointed)\b[^.;:()]{0,40}? "
    r"(?:in|on) (?:the )?(?:[A-Z][a-z]+ )?$|\bdied in $"
)
_ANOTHER = Pattern(
    r"\b(?:who|whose|which|where|that|sons?|daughters?|father|mother|parents?|family|brothers?|sisters?|uncle|aunt"
    r"|couple|grand\w+|they|company|founded|after|before|until|had)\b|[;:()“”\"]"
)


def _before_birth(analysis: Analysis, rule: Rule, first: TimeExpression, second: TimeExpression) -> Iterator[Finding]:
    """An act of somebody whose birth the same sentence has told before, of a later year."""
    text = analysis.document.field(first.span.field)
    if "orn " not in text[max(0, first.span.start - 50) : first.span.start]:
        return
    sentence = analysis.sentence(first.span)
    between = text[first.span.end : second.span.start]
    if second.span.start >= sentence.end or not _BIRTH.search(text, sentence.start, first.span.start):
        return
    if not _OF_A_LIFE.search(between) or _ANOTHER.search(between) or analysis.is_furniture(first.span):
        return
    if is_corrected(analysis, first.span) or is_imagined(analysis, first.span):
        return
    yield rule.at(
        analysis.document.id,
        second.span,
        severity=lowered(rule.severity) if analysis.is_quoted(second.span) else "",
        related=(Related(analysis.document.id, first.span, "Born", first.text),),
        order="born before",
        first=first.text,
        second=second.text,
    )


# ------------------------------------------------------- "three days later, on July 9"

_STEP = Pattern(
    r"(?:(?:just|only|exactly|barely) )?(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|[0-9]{1,3}) (?P<unit>day|week|month|year)s? (?P<way>later|earlier|before|after|afterwards)|(?:the|on the"
    r"|that same) (?P<near>next|following|previous|same) (?P<what>day|year)|(?:the )?day (?P<beside>before|after"
    r"|earlier|later)",
    re.IGNORECASE,
)
_TO_DATE = Pattern(r",? (?:on|in) (?:the )?|, (?:the )?|,? \((?:on |in )?|: | [–—-] ")
_VAGUE = Pattern(
    r"\b(?:about|around|some|nearly|almost|more than|over|less than|at least|roughly|up to|within) $", re.IGNORECASE
)


def _offset(analysis: Analysis, rule: Rule, index: int) -> Iterator[Finding]:
    """A relative word and the date it should lead to, against the dates before them."""
    word, time = analysis.times[index - 1], analysis.times[index]
    text = analysis.document.field(time.span.field)
    end = time.span.start
    start = max(0, word.span.start - 14)
    stated = next((m for m in _STEP.finditer(text, start, end) if _TO_DATE.fullmatch(text, m.end(), end)), None)
    if stated is None or analysis.is_furniture(time.span):
        return
    if (stated["way"] or "").lower() in ("before", "after") and text[stated.end()] != ",":
        return
    step, unit = _step(stated)
    if not step and unit != "same":
        return
    anchors = _anchors(analysis, index - 1, unit, time)
    if not anchors or any(_fits(anchor, time, step, unit) for anchor in anchors):
        return
    if (
        _VAGUE.search(text, max(0, stated.start() - 12), stated.start())
        or is_corrected(analysis, time.span)
        or is_imagined(analysis, time.span)
    ):
        return
    anchor = anchors[0]
    severity = lowered(rule.severity) if analysis.is_quoted(time.span) else ""
    yield rule.at(
        analysis.document.id,
        time.span,
        severity=severity,
        fixes=tuple(_step_fixes(analysis, anchor, time, step, unit)),
        related=(Related(analysis.document.id, anchor.span, "Counted from", anchor.text),),
        order=stated[0],
        first=anchor.text,
        second=time.text,
    )


def _is_dated(time: TimeExpression) -> bool:
    return (
        time.written.form in _DATES
        and time.written.era in ("", "AD")
        and time.interval is not None
        and time.interval.start is not None
    )


def _step(stated: re.Match[str]) -> tuple[int, str]:
    """How many units on or back, and the unit; (0, "same") for the same day."""
    if near := stated["near"]:
        step, what = {"next": 1, "following": 1, "previous": -1, "same": 0}[near.lower()], stated["what"].lower()
        return step, what if step or what == "year" else "same"
    if beside := stated["beside"]:
        return (1 if beside.lower() in ("after", "later") else -1), "day"
    count = counted(stated["count"])
    return (count if stated["way"].lower() in ("later", "after", "afterwards") else -count), stated["unit"].lower()


def _anchors(analysis: Analysis, index: int, unit: str, time: TimeExpression) -> list[TimeExpression]:
    """The dates that the step may be counted from: those of this sentence and the one before it, the nearest first.

    Empty where one of them is too coarse or where a further relative word may carry the count.
    """
    sentence = around(analysis, time.span)
    before = around(analysis, Span(max(0, sentence.start - 2), sentence.start, time.span.field))
    fine = unit in ("day", "week", "same")
    found: list[TimeExpression] = []
    for other in reversed(analysis.times[:index]):
        if other.span.field != time.span.field or other.span.start < min(before.start, sentence.start):
            break
        if other.written.form in ("relative", "weekday", "reference", "holiday", "season") and other.type == "DATE":
            return []
        if other.written.era == "BC":
            return []
        if _is_dated(other):
            if fine and not other.written.day:
                if other.written.month:
                    return []
                continue
            found.append(other)
    if fine and not time.written.day:
        return []
    return found


def _fits(anchor: TimeExpression, time: TimeExpression, step: int, unit: str) -> bool:
    a, b = anchor.interval, time.interval
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return True
    if unit in ("day", "same", "week"):
        want = step * _UNITS.get(unit, 0)
        slack = 0 if unit in ("day", "same") and abs(step) < 10 else min(abs(step), 4) if unit == "week" else 1
        return any(
            abs((b.start - a.start).days + shift - want) <= slack
            for shift in ((0,) if anchor.written.year and time.written.year else (0, 365, 366, -365, -366))
        )
    months = (b.start.year - a.start.year) * 12 + b.start.month - a.start.month
    widest = max((a.end - a.start).days, (b.end - b.start).days)
    if unit == "month":
        return abs(months - step) <= 1 or widest > 31
    return (
        abs(b.start.year - a.start.year - step) <= 1
        if widest > 31 or not (anchor.written.month and time.written.month)
        else abs(months - 12 * step) <= 9
    )


def _step_fixes(
    analysis: Analysis, anchor: TimeExpression, time: TimeExpression, step: int, unit: str
) -> Iterator[Fix]:
    start = anchor.interval.start if anchor.interval else None
    if start is None:
        return
    try:
        if unit in ("day", "week", "same") and time.written.day:
            yield from write_day(analysis, time, start + datetime.timedelta(step * _UNITS.get(unit, 0)))
        elif (
            unit == "year"
            and time.written.year
            and (fix := write_field(analysis, time, "year", str(start.year + step)))
        ):
            yield fix
    except OverflowError:
        return


# ------------------------------------------------ "on July 9, three days after the crash of July 5"

_APART = Pattern(
    r"(?:,| \(| [–—-])? ?(?:just |only |exactly )?(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|[0-9]{1,3}) (?P<unit>day|week|month|year)s? (?P<way>after|before|following)"
    r"(?P<event> (?:the|a|an|his|her|its|their)(?: [\w'’-]+){0,5}?(?: (?:on|of|in))?"
    r"|(?P<deed> (?:he|she|it|they)(?: had| was| were| had been)? [\w'’-]+(?: [\w'’-]+){0,4}? (?:on|in))) (?:the )?"
)
_CLAUSE = Pattern(
    r"\b(?:that|which|who|he|she|it|they|we|was|were|had|when|where|while|and|but|to|by|since|until|[a-z]+ing)\b"
)
_SECOND_CLAUSE = Pattern(
    r"\b(?:that|which|who|we|when|where|while|and|but|since|until|said|told|would|could|should|planned|hoped)\b"
)


def _apart(analysis: Analysis, rule: Rule, index: int) -> Iterator[Finding]:
    """A date, a stated distance, and the date of the event that it is counted from."""
    if index + 2 >= len(analysis.times):
        return
    time, second = analysis.times[index], analysis.times[index + 2]
    if not _is_whole(second) or second.span.field != time.span.field or second.span.start - time.span.end > 90:
        return
    text = analysis.document.field(time.span.field)
    found = _APART.fullmatch(text, time.span.end, second.span.start)
    if not found or (_SECOND_CLAUSE if found["deed"] else _CLAUSE).search(found["event"]):
        return
    if analysis.is_furniture(time.span):
        return
    if (
        found["event"].split()[-1] not in ("on", "of", "in")
        and second.written.form != "year"
        and not found["event"].endswith(" the")
    ):
        return
    count = counted(found["count"])
    step, unit = count if found["way"] != "before" else -count, found["unit"]
    if (unit in ("day", "week") and not (time.written.day and second.written.day)) or _fits(second, time, step, unit):
        return
    if is_corrected(analysis, time.span) or is_imagined(analysis, time.span) or is_denied(analysis, time.span):
        return
    yield rule.at(
        analysis.document.id,
        time.span,
        severity=lowered(rule.severity) if analysis.is_quoted(time.span) else "",
        fixes=tuple(_step_fixes(analysis, second, time, step, unit)),
        related=(Related(analysis.document.id, second.span, "Counted from", second.text),),
        order=f"{found['count']} {unit}{'s' if count != 1 else ''} {found['way']}",
        first=time.text,
        second=second.text,
    )


# ------------------------------------------------ "two weeks after the crash of July 5, on July 9"

_COUNTED_ON = Pattern(
    r"(?:^|[\"“ ])(?:just |only |exactly )?(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|[0-9]{1,3}|the) (?P<unit>day|week|month|year)s? (?P<way>after|before|following) (?P<event>(?:the|an?|his|her|its"
    r"|their) [^.;:,()\"“”]{2,50}? (?:on|of|in) )(?:the )?$",
    re.IGNORECASE,
)
_AND_ON = Pattern(r", (?:on|in) (?:the )?")


def _counted_on(analysis: Analysis, rule: Rule, first: TimeExpression, second: TimeExpression) -> Iterator[Finding]:
    """A stated distance from an event with a date, and the date that it should lead to."""
    text = analysis.document.field(first.span.field)
    if (
        not _AND_ON.fullmatch(text, first.span.end, second.span.start)
        or text[second.span.end : second.span.end + 1] != ","
    ):
        return
    sentence = around(analysis, first.span)
    found = _COUNTED_ON.search(text, max(sentence.start, first.span.start - 90), first.span.start)
    if not found or _CLAUSE.search(found["event"]) or analysis.is_furniture(first.span):
        return
    count = 1 if found["count"].lower() == "the" else counted(found["count"])
    step, unit = count if found["way"].lower() != "before" else -count, found["unit"].lower()
    if (unit in ("day", "week") and not (first.written.day and second.written.day)) or _fits(first, second, step, unit):
        return
    if is_corrected(analysis, first.span) or is_imagined(analysis, first.span):
        return
    yield rule.at(
        analysis.document.id,
        second.span,
        severity=lowered(rule.severity) if analysis.is_quoted(second.span) else "",
        fixes=tuple(_step_fixes(analysis, first, second, step, unit)),
        related=(Related(analysis.document.id, first.span, "Counted from", first.text),),
        order=found[0].strip().partition(found["event"])[0].strip(),
        first=first.text,
        second=second.text,
    )


# -------------------------------------------------- "died on May 3 after an operation on May 7"

_AFTER = Pattern(
    r"^(?:[^.;:()“”\"]{0,60}?),? (?:(?P<gap>\w+ (?:day|week|month|year)s? )?(?P<after>after|following)"
    r"|(?P<before>before|ahead of|prior to)) "
    r"(?P<event>(?:an? |the |his |her |its |their |being |having |it |he |she "
    r"|they )?[^.;:,()“”\"]{0,60}?)(?:\b(?:on|in|of|from|dated|that|which) )?(?:that )?$"
)
_ORDERING = ("after", "following", "before", "ahead of", "prior to")
_FOR = Pattern(
    r"^(?:,? in [A-Z]\w+)?,? (?:for|over|in connection with|on suspicion of|on charges of|(?:is |was |are |were "
    r"|and )*(?:accused of|suspected of|charged with)) (?P<event>[^.;:,()“”\"]{3,70}?"
    r"(?:, (?:which|who) (?:was |were )?(?:vanished|disappeared|happened|occurred|took place|committed|stolen|taken"
    r"|killed|found dead|shot|stabbed|robbed)(?: [\w'’-]+){0,4}?)?) (?:on|in|of) $"
)
_CHARGED = Pattern(
    r"\b(?:arrested|detained|charged|jailed|sentenced|convicted|indicted|fined|questioned|hanged|executed"
    r"|punished|apologi[sz]ed)\b[^.;:,]{0,40}$"
)
_THEN_CAUGHT = Pattern(
    r"^,? (?:(?:was|were|has been|have been) |and (?:(?:the|a|his|her|their|two"
    r"|three) (?:[a-z-]+ ){1,3})?(?:was |were )?|, and (?:he|she|they) (?:was |were )?)(?P<what>arrested"
    r"|detained|caught|charged|jailed|sentenced|convicted|buried|cremated|laid to rest)(?: [a-z]+){0,3} (?:on"
    r"|in) $"
)
_DEED = Pattern(
    r"\b(?:robbed|killed|murdered|stole|shot|stabbed|attacked|kidnapped|raped|beat|set fire|bombed|broke into"
    r"|committed|hijacked|died|murder|robbery|attack|shooting|stabbing|theft|took place|happened"
    r"|struck)\b[^.;:]{0,60}$"
)
_NO_EVENT = Pattern(
    r"\b(?:named|those|that of|looking|look|which|who|whose|was moved|postponed|scheduled|due|deadline|expected"
    r"|planned|originally|than|compared|will|would|could|should|not|never|year|years|month|months|weeks|days"
    r"|hearing|trial|vote|election|report|forecast|season|meeting|contract|expir\w+|called for|set for|soon"
    r"|shortly|ever|again)\b"
)


def _joined(analysis: Analysis, rule: Rule, first: TimeExpression, second: TimeExpression) -> Iterator[Finding]:
    """Two dates whose events "after", "before" or a deed and its punishment put in order."""
    a, b = first.interval, second.interval
    if a is None or b is None or not (a.start and a.end and b.start and b.end) or a.start == b.start:
        return
    if analysis.sentence(first.span).end <= second.span.start or analysis.is_furniture(first.span):
        return
    joint = analysis.document.field(first.span.field)[first.span.end : second.span.start]
    word = _stated_order(analysis, first, joint)
    if not word or _overlap_or_agree(first, second, word):
        return
    if (
        is_corrected(analysis, first.span)
        or is_imagined(analysis, first.span)
        or is_denied(analysis, first.span)
        or looks_ahead(analysis, first.span)
    ):
        return
    severity = lowered(rule.severity) if analysis.is_quoted(first.span) else ""
    yield rule.at(
        analysis.document.id,
        first.span,
        severity=severity,
        fixes=tuple(in_order(analysis, first, second, word != "after")),
        related=(Related(analysis.document.id, second.span, "The other date", second.text),),
        order=word,
        first=first.text,
        second=second.text,
    )


def _is_whole(time: TimeExpression) -> bool:
    """A month without a year could be of any."""
    return _is_dated(time) and bool(time.written.year or time.written.day)


def _stated_order(analysis: Analysis, first: TimeExpression, joint: str) -> str:
    """ "after" or "before", as the words between two dates order their events; "" where they do not."""
    deed = _FOR.match(joint)
    found = _AFTER.match(joint) if any(word in joint for word in _ORDERING) else None
    caught = None if found else _THEN_CAUGHT.match(joint)
    if not (deed or found or caught):
        return ""
    if _NO_EVENT.search(joint.replace(", which ", ", ", 1).replace(", who ", ", ", 1) if deed else joint):
        return ""
    if found:
        between = joint[: found.start("after") if found["after"] else found.start("before")]
        if len(between) > 40 or re.search(r"\b(?:and|but|as|when|while|that|had)\b", between):
            return ""
        if past_verb(analysis, first.span) is None:
            return ""
        return "after" if found["after"] else "before"
    if caught and _DEED.search(lead(analysis, first.span, 100)):
        return "then"
    if deed and _CHARGED.search(lead(analysis, first.span, 80)):
        return "after"
    return ""


def _overlap_or_agree(first: TimeExpression, second: TimeExpression, word: str) -> bool:
    """May the two dates stand in the stated order? Where only one has a year, nothing is known of the other."""
    a, b = first.interval, second.interval
    assert a and b and a.start and b.start and a.end and b.end
    if bool(first.written.year) != bool(second.written.year):
        return True
    if word == "after":
        return a.end > b.start
    return a.start < b.end  # before, then
