"""NUM003: a change whose size does not fit its two ends: "rose from 20 to 30, up 40 %".

Looks where a story says "from A to B" or "to B from A" in one sentence, and works the change out:
a percentage, points of percentage, an amount, or a word such as "doubled" and "fivefold". Ends
and change may each be rounded; "nearly doubled" and "fivefold" leave more room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checks.ends import COMPARED, FROM, SMALL_WORDS, Change, read_change
from factcheck.model import Analysis, Finding, Fix, Related, Rule, Span, lowered
from factcheck.numerals import NUMBER_WORDS
from factcheck.patterns import Pattern

_PERCENT = (
    r"(?P<percent>[0-9]+(?:\.[0-9]+)?|(?:"
    + SMALL_WORDS
    + r")(?:-(?:one|two|three|four|five|six|seven|eight|nine))?) ?(?P<kind>%|percent\b(?! point)"
    r"|per cent\b(?! point)|pct\b|percentage points?|points\b)"
)
_HEDGE = (
    r"(?P<hedge>(?:more than|over|nearly|almost|about|around|some|at least|less than|under|up to"
    r"|roughly|just over|just under|approximately|as much as|close to) )?"
)
_RISE_NOUN = (
    r"(?:rise|increase|jump|gain|growth|surge|fall|drop|decline|decrease|reduction|cut|change"
    r"|improvement|climb|slump|plunge)"
)
_AFTER = Pattern(
    rf"[^.;:]{{0,60}}?(?:,|—|–| -|\(| or)\s?(?:(?:an? |the )?{_RISE_NOUN} of |up (?:by )?"
    rf"|down (?:by )?|(?:which is |that is |representing |marking )?(?:an? )(?:whopping |sharp )?"
    rf"|(?:or )){_HEDGE}{_PERCENT}(?P<noun> {_RISE_NOUN}\b)?"
)
_BEFORE = Pattern(
    rf"\b(?P<verb>rose|risen|rise|rises|rising|increased|increase|increases|grew|grown|climbed"
    rf"|jumped|soared|surged|gained|up|fell|fallen|fall|falls|dropped|drop|declined|decline"
    rf"|decreased|decrease|shrank|plunged|slipped|slumped|down|cut|reduced|raised|lifted)"
    rf"(?: [a-z]+){{0,2}}? (?:by )?{_HEDGE}{_PERCENT}[^.;:0-9%]{{0,40}}$"
)
_TIMES: dict[str, float] = {
    **dict.fromkeys(("doubled", "doubling", "double", "doubles", "twofold"), 2.0),
    **dict.fromkeys(("tripled", "trebled", "tripling", "triple", "threefold"), 3.0),
    **dict.fromkeys(("quadrupled", "quadrupling", "fourfold"), 4.0),
    **dict.fromkeys(("quintupled", "fivefold"), 5.0),
    **dict.fromkeys(("halved", "halving"), 0.5),
    "sixfold": 6.0,
    "sevenfold": 7.0,
    "eightfold": 8.0,
    "ninefold": 9.0,
    "tenfold": 10.0,
}
_TIMES_WORD = Pattern(
    r"\b(?P<hedge>(?:more than|nearly|almost|about|roughly|well over|over|at least|virtually"
    r"|all but|less than|not quite|around|approximately) )?"
    rf"(?:an? )?(?P<word>{'|'.join(_TIMES)}|(?P<fold>[0-9]+)-?fold)\b(?! (?:check|whammy|room"
    rf"|standards?|digits?|agents?|jeopardy|murder))"
)
_TIMES_AFTER = Pattern(rf",? ?(?:an? |more than )?{_TIMES_WORD.source}")
_RISING = Pattern(
    r"\b(?:rose|risen|increased|grew|grown|climbed|jumped|soared|surged)\b(?: (?:sharply|steadily"
    r"|slightly|again|only|further))?$"
)
_FALLING = Pattern(
    r"\b(?:fell|fallen|dropped|declined|decreased|shrank|shrunk|plunged|plummeted)\b(?: (?:sharply"
    r"|steadily|slightly|again|only|further))?$"
)
_RANKED = Pattern(
    r"\b(?:rank\w*|place[ds]?|position|seed\w*|spot|table|standings|list|chart|ratio|odds|rated"
    r"|score[ds]?|league|grid|index)\b"
)
_HEADLINE_SAYS = Pattern(
    r"\b(?:up|down|rises?|rose|jump(?:s|ed)?|falls?|fell|drop(?:s|ped)?|climb(?:s|ed)?|grows?|grew"
    r"|soar(?:s|ed)?|surge[sd]?"
    rf"|gain(?:s|ed)?|slump(?:s|ed)?|increase[sd]?) (?:by )?{_HEDGE}{_PERCENT}"
)
_NEXT_SAYS = Pattern(
    r"\s+(?:That|This|It|The [a-z]+) (?:is|was|represents|represented|marks|marked|means|meant|amounts to|amounted to)"
    rf" (?P<of>(?:an? |the )?{_RISE_NOUN} of )?(?:an? )?{_HEDGE}{_PERCENT}(?(of)| {_RISE_NOUN})"
)
_NEXT_TAKES_UP = Pattern(
    rf"\s+(?:[A-Z][^.;:,0-9\"“”]{{0,40}} )?[Tt](?:he|hat|his) {_HEDGE}{_PERCENT} {_RISE_NOUN}\b"
    r"(?! (?:in|of|for|by|on|at|from|over|since)\b)"
)
"""How the next sentence takes a change up: "Tenants called the 60 percent increase a scandal"."""
_SUBJECT = Pattern(r"[A-Za-z]{4,}")
_PERCENT_WORD = Pattern(r"%|\bper ?cent\b|\bpct\b")
_LEAD = 900
"""How many code points of a story its headline is compared with."""
_OFF = Pattern(
    r"\b(?:not|wrong\w*|mistak\w*|misstat\w*|correct\w*|adjust\w*|inflation|annuali[sz]ed"
    r"|per capita|real terms|constant)\b"
)


def change_mismatch(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """NUM003: a finding for each change in a story that its two ends do not come to."""
    for name in ("title", "text"):
        text = analysis.document.field(name)
        for match in _changes_in(text):
            sentence = analysis.sentence(Span(match.start() + 1, match.end(), name))
            change = read_change(text, match, sentence)
            if change is None or analysis.is_furniture(sentence):
                continue
            found = list(_judge(analysis, rule, change, Span(sentence.start, sentence.end, name)))
            yield from found
            if not found and name == "text":
                yield from _judge_elsewhere(analysis, rule, change, sentence)


def _changes_in(text: str) -> Iterator[re.Match[str]]:
    """The lower ends of changes: every "from A", and "compared with A" and "up from A" after what it came to."""
    at = text.find(" from ")
    while at >= 0:
        found = FROM.match(text, at)
        if found:
            yield found
            if text.endswith((" up", " down"), 0, at):
                yield from _compared(text, text.rfind(" ", 0, at))
        at = text.find(" from ", at + 1)
    at = text.find(" compared ")
    while at >= 0:
        if text.startswith(("with ", "to "), at + len(" compared ")):
            yield from _compared(text, at)
        at = text.find(" compared ", at + 1)
    at = text.find(", against ")
    while at >= 0:
        yield from _compared(text, at + 1)
        at = text.find(", against ", at + 1)


def _compared(text: str, at: int) -> Iterator[re.Match[str]]:
    """The lower end behind the word of comparison that stands after the blank at `at`."""
    found = COMPARED.match(text, at - 1 if text[at - 1 : at] == "," else at)
    if found:
        yield found


def _judge(analysis: Analysis, rule: Rule, change: Change, sentence: Span) -> Iterator[Finding]:
    text = analysis.document.field(sentence.field)
    before = text[sentence.start : change.start].rpartition(" from ")[2]
    after = text[change.end : sentence.end].partition(" from ")[0]
    if _OFF.search(before) or _OFF.search(after):
        return
    found = (
        _fraction(before, after, change)
        or _percentage(before, after, change)
        or _multiple(before, after, change)
        or _direction(before, after, change)
    )
    if found is None:
        return
    start, end, stated, actual, repair = found
    offset = (change.start if start < len(before) else change.end) - len(before)
    span = Span(offset + start, offset + end, sentence.field)
    quoted = analysis.is_quoted(span)
    fixes = (Fix(span, repair),) if repair else ()
    yield rule.at(
        analysis.document.id,
        span,
        fixes=fixes,
        severity=lowered(rule.severity) if quoted else "",
        change=stated,
        ends=text[change.start : change.end].strip(),
        actual=actual,
    )


_Found = tuple[int, int, str, str, str]
"""Start and end in "before + after", the change as stated, as worked out, and the words that would be right."""


def _judge_elsewhere(analysis: Analysis, rule: Rule, change: Change, sentence: Span) -> Iterator[Finding]:
    """A headline or a next sentence that gives the change of a sentence's two ends another size."""
    text, title = analysis.document.text, analysis.document.title
    ends = Span(change.start, change.end)
    said = _NEXT_SAYS.match(text, sentence.end) or _NEXT_TAKES_UP.match(text, sentence.end)
    if said:
        span, words = Span(said.start("percent"), said.end("percent")), said
    else:
        headline = _HEADLINE_SAYS.search(title) if title and sentence.start < _LEAD else None
        subject = _SUBJECT.match(title)
        if headline is None or subject is None or _stated_again(text, headline["percent"]):
            return
        if subject[0].lower() not in text[sentence.start : change.start].lower():
            return
        span, words = ends, headline
    if _PERCENT_WORD.search(text, sentence.start, sentence.end) and change.unit != "%":
        return
    stated, hedge = _stated(words["percent"]), (words["hedge"] or "").strip()
    points = "point" in words["kind"]
    if not stated or (points and change.unit != "%"):
        return
    if any(
        _fits(stated, *_extremes(change, kind), max(0.5, 0.02 * stated), hedge) for kind in (points, change.unit == "%")
    ):
        return
    actual = f"{abs(change.high / change.low - 1) * 100:.0f}"
    in_title = said is None
    place = Span(words.start("percent"), words.end("percent"), "title" if in_title else "text")
    other = place if in_title else ends
    yield rule.at(
        analysis.document.id,
        span,
        fixes=(Fix(place, actual),),
        related=(Related(analysis.document.id, other, "the other side", analysis.document.cut(other)),),
        severity=lowered(rule.severity) if analysis.is_quoted(span) else "",
        change=f"{words['percent']} {words['kind']}",
        ends=text[change.start : change.end].strip(),
        actual=f"{actual} per cent",
    )


def _stated_again(text: str, percent: str) -> bool:
    """True where the story gives the headline's percentage itself, of this or of something else."""
    return bool(re.search(rf"(?<![\w.]){re.escape(percent)}(?:\.[0-9]+)? ?(?:%|per ?cent|pct)", text))


def _stated(written: str) -> float:
    return float(written) if written[0].isdigit() else float(NUMBER_WORDS.get(written.lower(), 0))


def _percentage(before: str, after: str, change: Change) -> _Found | None:
    """A stated percentage that is off."""
    later = _AFTER.match(after)
    earlier = None if later else _BEFORE.search(before)
    match = later or earlier
    if match is None or (later and later["percent"] is None):
        return None
    written = match["percent"]
    stated = _stated(written)
    kind = match["kind"]
    if not stated:
        return None
    points = "point" in kind
    if points and change.unit != "%":
        return None
    lowest, highest = _extremes(change, points)
    room = 0.5 * 10.0 ** -len(written.partition(".")[2]) if written[0].isdigit() else 0.5
    room = (0.3 if points and room == 0.5 and stated < 5 else max(room, 0.02 * stated)) + 1e-9
    hedge = (match["hedge"] or "").strip()
    if _fits(stated, lowest, highest, room, hedge):
        return None
    if not points and change.unit == "%" and _fits(stated, *_extremes(change, True), room, hedge):
        at = match.start("kind"), match.end("kind")
        base = 0 if match is earlier else len(before)
        value = abs(change.high - change.low)
        return base + at[0], base + at[1], f"{written} {kind}", f"{value:g} percentage points", "percentage points"
    right = abs(change.high - change.low) if points else abs(change.high / change.low - 1) * 100
    base = 0 if match is earlier else len(before)
    text = f"{right:.1f}" if "." in written or right < 1 else f"{right:.0f}"
    unit = kind if kind == "%" else " " + kind
    return base + match.start("percent"), base + match.end("percent"), f"{written}{unit}", f"{text}{unit}", text


def _extremes(change: Change, points: bool) -> tuple[float, float]:
    """The least and the greatest change that the rounded ends allow, in per cent or in points."""
    low, high = change.low, change.high
    ends = [(low + s * change.slack[0], high + t * change.slack[1]) for s in (-1, 0, 1) for t in (-1, 0, 1)]
    values = [abs(b - a) if points else abs(b / a - 1) * 100 for a, b in ends if a > 0]
    return min(values), max(values)


def _fits(stated: float, lowest: float, highest: float, room: float, hedge: str) -> bool:
    if hedge in ("more than", "over", "at least"):
        return highest >= stated - room and lowest <= stated * 1.5 + 5
    if hedge in ("nearly", "almost", "less than", "under", "up to", "as much as", "just under", "close to"):
        return lowest <= stated + room and highest >= stated * 0.8 - 3
    if hedge:
        return lowest - 0.1 * stated - 1 <= stated <= highest + 0.1 * stated + 1
    return lowest - room <= stated <= highest + room


def _multiple(before: str, after: str, change: Change) -> _Found | None:
    """A "doubled", "halved" or "fivefold" that is off."""
    earlier = list(_TIMES_WORD.finditer(before[-60:]))
    match = earlier[-1] if earlier else _TIMES_AFTER.match(after)
    base = max(0, len(before) - 60) if earlier else len(before)
    if match is None:
        return None
    word = match["word"]
    stated = float(match["fold"]) if match["fold"] else _TIMES[word]
    ratio = change.high / change.low
    hedge = (match["hedge"] or "").strip()
    low, high = stated * 0.88, stated * 1.13
    if "fold" in word:
        high = (stated + 1) * 1.1
    if hedge in ("more than", "well over", "over", "at least"):
        low, high = stated * 0.98, max(stated * 1.6, stated + 1)
    elif hedge:
        low, high = stated * 0.8, stated * 1.2
    if stated < 1:
        low, high = (0.3, 0.52) if hedge in ("more than", "well over", "over") else (0.42, 0.58)
    if low <= ratio <= high:
        return None
    start, end = base + match.start("word"), base + match.end("word")
    right = next((w for w, n in _TIMES.items() if abs(ratio / n - 1) < 0.08 and w[-2:] == word[-2:]), "")
    return start, end, word, f"{ratio:.2g} times as much", right


_FRACTIONS = {"half": 50.0, "a third": 100 / 3, "a quarter": 25.0, "two-thirds": 200 / 3, "two thirds": 200 / 3}
_NEARLY = 3
"""How many per cent off a fraction still says it."""
_BY_FRACTION = Pattern(
    r"\bby (?P<hedge>(?:more than|over|nearly|almost|about|around|at least"
    r"|roughly) )?(?P<word>half|a third|a quarter|two[- ]thirds)\b"
)


_THEN_BY_FRACTION = Pattern(rf",? {_BY_FRACTION.source}")


def _fraction(before: str, after: str, change: Change) -> _Found | None:
    """A "by half" or "by a third" that is off by more than loose talk."""
    match, base = _BY_FRACTION.search(before[-60:]), max(0, len(before) - 60)
    if match is None:
        match, base = _THEN_BY_FRACTION.match(after), len(before)
    if match is None:
        return None
    stated, actual = _FRACTIONS[match["word"]], abs(change.high / change.low - 1) * 100
    low, high = stated - 6, stated + 6
    if match["hedge"]:
        low, high = stated - 10, stated + 15
    if low <= actual <= high:
        return None
    right = min(_FRACTIONS, key=lambda word: abs(_FRACTIONS[word] - actual))
    repair = right if abs(_FRACTIONS[right] - actual) < _NEARLY else ""
    return base + match.start("word"), base + match.end("word"), "by " + match["word"], f"{actual:.0f} %", repair


def _direction(before: str, after: str, change: Change) -> _Found | None:
    """A "rose" that falls, a "fell" that rises; ranks are left alone, where less is better."""
    head = before.rstrip()
    rising = _RISING.search(head)
    match = rising or _FALLING.search(head)
    if match is None or (change.high >= change.low) == bool(rising):
        return None
    if (
        change.high == change.low
        or _RANKED.search(before)
        or _RANKED.search(after[:60])
        or max(change.low, change.high) < 5
    ):
        return None
    word = match[0].split()[0]
    actual = "a rise" if change.high > change.low else "a fall"
    return match.start(), match.start() + len(word), word, actual, "fell" if rising else "rose"
