"""NUM002: parts that do not make the stated total.

Five shapes are read, each where its own sign stands, so that no pattern runs over the whole text:
a list after a colon or in brackets ("three people: A and B", "30 people: 12 men and 15 women"), a
part larger than its whole ("20 people, including 25 children"), votes against seats ("the
100-member chamber voted 60-45"), fates of one group ("Of the 20 aboard, 12 died and 10 survived"),
and opposing shares over 100 per cent. "Others", "about" and "including" leave room; so does rounding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.checks.votes import chamber_votes, over_a_hundred, seats_shared_out
from factcheck.model import Analysis, Claim, Finding, Fix, Quantity, Related, Rule, Span, lowered
from factcheck.numerals import ANY_WORD, NUMBER_WORDS, WORD_FOR
from factcheck.patterns import Pattern
from factcheck.units import MONEY_SCALES, SCALES, SIGNS

_PART = Pattern(
    rf"(?<![\w$£€.,-])(?P<n>[0-9]+(?:,[0-9]{{3}})*|(?:[Aa]n?|[Oo]ne|{ANY_WORD}))(?![\w:%/.,-]*[0-9%])(?![-/])"
    r"(?: (?P<scale>million|billion))? (?P<noun>[A-Za-z][\w'’-]*(?: [a-z][\w'’-]*){0,2})"
)
_PEOPLE = frozenset(
    "men women children boys girls adults males females man woman child boy girl teenagers babies"
    " infants pupils teachers students"
    " soldiers civilians policemen officers passengers crew pilots doctors nurses".split()
)
_LOOSE = Pattern(
    r"\b(?:other|others|including|include[sd]?|among|about|around|some|several|many|at least"
    r"|more than|nearly|almost|over|up to|rest|remaining"
    r"|remainder|unknown|undecided|unidentified|mostly|such as|for example|notably|plus|as well as"
    r"|along with|estimated|roughly|approximately"
    r"|both|overlap\w*|also|former|half|third|quarter|every|each|per|etc|e\.g|like|namely the|or"
    r"|respectively|twice|times|average\w*)\b"
)
_OPENS_LIST = frozenset((" –", " —", " -", " ("))
_NO_LIST = frozenset("bcdghjklmpqruvxyz")
"""Small letters that open no number word, and neither "among", "including", "of whom" nor "winning"."""
_SAME_SENTENCE = 200
"""Two shares further apart than this many code points are not looked at together."""
_WHOLES = frozenset(
    "people crew team group panel jury family party delegation committee squad gang staff"
    " witnesses members victims delegates guests jurors passengers candidates players workers"
    " employees"
    " patients residents prisoners hostages survivors candidates goals tries animals horses cattle birds vehicles ships"
    " boats aircraft rooms buildings houses seats medals".split()
)
"""What is often told apart by kinds that make the whole."""
_MONEY = Pattern(
    r"(?P<sign>[$£€¥₹])(?P<n>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?) ?(?P<scale>million|billion|m|bn|k)?\b"
    r" (?:for|on|to|in|from|of|as) "
)
_LIST_OPEN = Pattern(r"(?P<open>: ?| ?[—–] ?| - | \()(?=\S)")
_SPLIT_UP = Pattern(r" (?:is|are|was|were|will be|is to be) (?:split|divided|shared|broken down)[^.;:()0-9]{0,30}(?=:)")
_BEING = (" is ", " are ", " was ", " were ", " will be ")
_LIST_CLOSE = Pattern(
    r"[.;:!?\n()\[\]]|(?<!\w)[—–](?!\w)| - |, (?:were|was|are|is|have|had|has|who|which|as|after"
    r"|when|while|said|according|the [a-z]+ (?:said|told|reported|heard|added|wrote|announced))\b"
)
_BEHIND = Pattern(
    r"(?: (?:dead|killed|injured|aboard|on board|arrested|in all|in total|altogether))?"
    r"(?:(?: [a-z]+){1,4}(?=:))?"
)
_REST = Pattern(r"\b(?:rest|others?|remaining|remainder|unknown)\b")
_LAST_NAME = Pattern(r"(?<= and) [^,.;:()]{2,40}(?=, [a-z]|[.;])")
_RECORD = Pattern(
    rf"(?:,| and| –| —| -|:)? (?:winning|won) (?P<a>[0-9]+|{ANY_WORD}),? (?:drawing|drew|losing"
    rf"|lost) (?P<b>[0-9]+|{ANY_WORD})"
    rf",? and (?:drawing|drew|losing|lost) (?P<c>[0-9]+|{ANY_WORD})\b"
)
_NAMED = (
    "people men women children boys girls teams countries nations states companies firms cities"
    " towns candidates players"
    " suspects victims brothers sisters sons daughters members winners finalists nominees authors"
    " cities provinces districts counties parties judges officers officials ministers lawmakers"
    " senators students teachers"
    " killed arrested injured survivors passengers crew sites places airports hospitals schools"
    " universities categories areas"
)
_NAMED_NOUNS = frozenset(_NAMED.split())
_ITEM = Pattern(r"(?:[A-Z][\w'’.-]*|[\"“‘][A-Z])")
_FULL_NAME = Pattern(r"[A-Z][a-z'’]+(?: [A-Z]\.)? [A-Z][\w'’-]+")
_NAME_WITH_AND = Pattern(
    r"\b(?:Sons?|Co|Company|Brothers|Bros|Partners|Herzegovina|Tobago|Nevis|Barbuda|Grenadines"
    r"|Principe|Príncipe|Caicos|Futuna|Wear|Hove|Spencer|Johnson|Wales|Gamble|Young|Poor)\b"
    r"|[A-Z]&[A-Z]|&"
)

_INCLUDING = Pattern(
    r",? (?:including|among them|of whom|of which|[—–-] ?including) (?:(?P<loose>at least|about"
    r"|some|nearly|more than|up to|over|as many as) )?"
)
_WANTED = Pattern(
    r"\b(?:needed|required|planned|expected|possible|must|should|allowed|more|extra|per|a (?:day"
    r"|week|month|year)|each)\b"
)
_APART = tuple(
    frozenset(kinds.split())
    for kinds in (
        "men women man woman",
        "soldiers civilians policemen",
        "boys girls",
        "adults children",
        "pupils teachers",
    )
)
"""Kinds of people of which nobody is two."""
_FATE = (
    r"(?P<fate>died|killed|dead|survived|injured|hurt|wounded|unhurt|unharmed|missing|rescued"
    r"|escaped|drowned|acquitted|convicted|freed|jailed|said yes|said no|had no opinion|undecided|did not (?:know"
    r"|answer"
    r"|reply|vote)|stayed away"
    r"|voted for|voted against|voted in favou?r|voted yes|voted no|abstained|in favou?r|against|passed|failed|absent)"
)
_FATED = Pattern(
    rf"\b(?P<n>[0-9]+(?:,[0-9]{{3}})*|{ANY_WORD})(?: (?:people|others|of them|members|passengers|crew"
    rf"|votes|voted|[a-z]+s))?(?: (?:were|was|are|had been|have|had|have been))? {_FATE}\b"
)
_PART_OF = Pattern(
    r"\b(?:(?<!total )(?<!group )(?<!crowd )(?<!toll )of|among) (?:the |its |their |his |her "
    r"|our |these |those )?(?:first |last |top |other )?$"
)
_OF_TOTAL = Pattern(r"\b[Oo](?:f|ut of) (?:the |its |their |all |those )?$")


class _Sum(NamedTuple):
    """The total's claim, where the parts stand, what they come to, and how many words they are."""

    total: Claim
    start: int
    end: int
    least: float
    most: float


def sum_mismatch(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """NUM002: a finding for each total that its parts do not make."""
    spoken: set[tuple[str, int]] = set()
    shares: dict[tuple[str, int], list[Claim]] = {}
    last: Claim | None = None
    for claim in analysis.claims:
        if claim.attribute != "quantity":
            continue
        value = claim.value
        assert isinstance(value, Quantity)
        if value.unit == "%":
            if last and claim.span.start - last.span.end < _SAME_SENTENCE and claim.span.field == last.span.field:
                sentence = analysis.sentence(claim.span)
                if sentence.start <= last.span.start:
                    group = shares.setdefault((claim.span.field, sentence.start), [])
                    group.extend((claim,) if group else (last, claim))
            last = claim
        elif value.low != value.high:
            continue
        elif claim.text[0] in SIGNS:
            spent = _spent(analysis, claim)
            if spent:
                yield _finding(analysis, rule, spent)
        elif not value.unit:
            for finding in _about_total(analysis, rule, claim):
                if (finding.span.field, finding.span.start) not in spoken:
                    spoken.add((finding.span.field, finding.span.start))
                    yield finding
    for group in shares.values():
        yield from over_a_hundred(analysis, rule, group)
    for name in ("title", "text"):
        yield from chamber_votes(analysis, rule, name)
        yield from seats_shared_out(analysis, rule, name)


def _spent(analysis: Analysis, claim: Claim) -> _Sum | None:
    """ "$90: $45 for food, $30 for wine and $25 for the taxi": sums of money that must come to the first."""
    assert isinstance(claim.value, Quantity)
    text = analysis.document.field(claim.span.field)
    split = _SPLIT_UP.match(text, claim.span.end) if text.startswith(_BEING, claim.span.end) else None
    opened = _LIST_OPEN.match(text, split.end() if split else claim.span.end)
    if opened is None:
        return None
    end = min(analysis.sentence(claim.span).end, opened.end() + 300)
    close = _LIST_CLOSE.search(text, opened.end(), end)
    inside = text[opened.end() : close.start() if close else end].rstrip()
    parts = [_MONEY.match(part) for part in _split(inside)]
    if len(parts) < 2 or _LOOSE.search(inside) or _LOOSE.search(text[max(0, claim.span.start - 20) : claim.span.start]):
        return None
    total = 0.0
    for part in parts:
        if part is None or part["sign"] != claim.text[0]:
            return None
        scale = part["scale"] or ""
        total += float(part["n"].replace(",", "")) * (SCALES.get(scale) or MONEY_SCALES.get(scale, 1.0))
    if abs(total - claim.value.low) <= 0.02 * claim.value.low:
        return None
    return _Sum(claim, opened.end(), opened.end() + len(inside), total, total)


def _about_total(analysis: Analysis, rule: Rule, claim: Claim) -> Iterator[Finding]:
    assert isinstance(claim.value, Quantity)
    start, _, field = claim.span
    text = analysis.document.field(field)
    end = start + len(claim.text)
    # Most counts have no list behind them and are no part of anything; this tells it for less than a regex.
    opens_list = text[end : end + 1] in ":,(" or text[end : end + 2] in _OPENS_LIST
    if not opens_list and "f " not in text[max(0, start - 8) : start] and ":" not in text[end : end + 45]:
        return
    if text[end : end + 2] == ", " and text[end + 2 : end + 3] in _NO_LIST:
        return
    sentence = analysis.sentence(claim.span)
    head = text[max(sentence.start, claim.span.start - 40) : claim.span.start]
    grouped = claim.value.noun != "" and claim.text.lower().find(claim.value.noun) < 0  # "a crew of nine"
    of = "f " in head or "among " in head
    opened = None if of and _PART_OF.search(head) else _list_after(text, end, sentence.end)
    if opened:
        found = _listed(text, claim, *opened) or _named(text, claim, *opened) or _shared_out(text, claim, *opened)
    elif of and _OF_TOTAL.search(head) and not grouped:
        found = _fates(text, claim, end, sentence.end)
    else:
        found = (
            _played(text, claim, end, sentence.end)
            or _part_too_large(text, claim, end, sentence.end)
            or _of_them(text, claim, end, sentence.end)
            or _apposed(text, claim, end, sentence.end)
        )
    if found:
        yield _finding(analysis, rule, found)


def _played(text: str, claim: Claim, start: int, end: int) -> _Sum | None:
    """ "38 games, winning 20, drawing 10 and losing nine"."""
    assert isinstance(claim.value, Quantity)
    record = _RECORD.match(text, start, end)
    if record is None:
        return None
    played = sum(_count(record[name]) for name in "abc")
    return None if played == claim.value.low else _Sum(claim, record.start("a"), record.end("c"), played, played)


def _apposed(text: str, claim: Claim, start: int, end: int) -> _Sum | None:
    """ "Three brothers, Paul, Peter, James and Mark, run the farm": a list of names between two commas."""
    if not text.startswith(", ", start):
        return None
    end_of_list = min(end, start + 160)
    if text.find(" and ", start + 1, end_of_list) < 0:
        return None
    close = _LAST_NAME.search(text, start + 2, end_of_list)
    if close is None or _REST.search(text, close.end(), end):
        return None
    named = _named(text, claim, start + 2, close.end())
    if named or text[max(0, claim.span.start - 2) : claim.span.start] in (", ", ": ", "d "):
        return named
    listed = _listed(text, claim, start + 2, close.end())
    return listed if listed and text[close.end() : close.end() + 1] == "," and _all_people(text, listed) else None


def _all_people(text: str, found: _Sum) -> bool:
    """True where every part of a list counts people: "five men and three women"."""
    parts = [_PART.match(part) for part in _split(text[found.start : found.end])]
    return all(part and (part["noun"].split()[-1] in _PEOPLE or part["noun"][-3:] == "ans") for part in parts)


def _list_after(text: str, end: int, limit: int) -> tuple[int, int] | None:
    """Where the list after a total starts and ends: behind a colon, a dash or a bracket, perhaps past a word or two."""
    behind = _BEHIND.match(text, end)
    at = behind.end() if behind else end
    opened = _LIST_OPEN.match(text, at)
    if opened is None:
        return None
    close = _LIST_CLOSE.search(text, opened.end(), min(limit, opened.end() + 300))
    return opened.end(), close.start() if close else min(limit, opened.end() + 300)


def _listed(text: str, claim: Claim, start: int, end: int) -> _Sum | None:
    """A list of counts that must come to the total: "12 men and 15 women"."""
    assert isinstance(claim.value, Quantity)
    inside = text[start:end]
    if _LOOSE.search(inside) or _LOOSE.search(text[max(0, claim.span.start - 20) : claim.span.start]):
        return None
    parts = _split(inside)
    if len(parts) < 2:
        return None
    counts: list[float] = []
    for part in parts:
        match = _PART.match(part)
        if match is None or len(part) > 40:
            return None
        counts.append(_count(match["n"]) * {"million": 1e6, "billion": 1e9}.get(match["scale"] or "", 1.0))
    nouns = [match["noun"].split()[-1] for match in map(_PART.match, parts) if match]
    counted = claim.value.noun.rpartition(" ")[2]
    where = {match["noun"].split()[0] for match in map(_PART.match, parts) if match}
    if len(where) == 1 and where <= _WHERE and _totals(text, claim, start):
        nouns.append(counted)
    kinds = counted in _WHOLES and len(set(nouns)) == len(nouns)
    if not (kinds or _PEOPLE.intersection(nouns) or counted in nouns or _same_kind(claim, parts)):
        return None
    total = sum(counts)
    return None if total == claim.value.low else _Sum(claim, start, start + len(inside.rstrip()), total, total)


_WHERE = frozenset(("in", "from", "at", "for", "on", "by"))


def _totals(text: str, claim: Claim, start: int) -> bool:
    """Does a colon open the list, so that it tells the whole: "900 boats last year: 500 in Europe and 400 in Asia"?"""
    return text[claim.span.end : start].rstrip().endswith(":")


def _shared_out(text: str, claim: Claim, start: int, end: int) -> _Sum | None:
    """ "80 seats: the Democrats won 45, the Liberals 25 and the Greens 20": more than there are."""
    assert isinstance(claim.value, Quantity)
    inside = text[start:end]
    if claim.text.split()[-1].lower() not in ("seats", "votes", "medals", "delegates") or _LOOSE.search(inside):
        return None
    counts = [re.findall(r"(?<![\w.,])[0-9]+(?![\w%]|[.,][0-9])", part) for part in _split(inside)]
    if len(counts) < 2 or any(len(numbers) != 1 for numbers in counts):
        return None
    total = sum(float(numbers[0]) for numbers in counts)
    return _Sum(claim, start, start + len(inside.rstrip()), total, total) if total > claim.value.low else None


_OF_A_SEASON = set("wins draws losses defeats won lost drawn victories win draw loss defeat".split())


def _same_kind(claim: Claim, parts: list[str]) -> bool:
    """True where the parts of medals, votes, games are told by their kind alone: "five gold, three silver"."""
    words = {part.split()[-1].strip(",.") for part in parts}
    kinds = {
        "medals": {"gold", "silver", "bronze", "golds", "silvers", "bronzes"},
        "votes": {"for", "against", "favour", "favor", "abstentions", "abstention", "spoiled"},
        "games": _OF_A_SEASON,
        "matches": _OF_A_SEASON,
        "seats": set(),
    }
    head = claim.text.split()[-1].lower()
    return head in kinds and bool(words & kinds[head])


def _named(text: str, claim: Claim, start: int, end: int) -> _Sum | None:
    """A list of names fewer or more than the total: "three people: A and B"."""
    assert isinstance(claim.value, Quantity)
    inside = text[start:end]
    total = claim.value.low
    if not 2 <= total <= 10:
        return None
    if _LOOSE.search(inside) or _NAME_WITH_AND.search(inside) or not re.search(r"\band\b", inside) or end - start > 160:
        return None
    parts = _split(inside)
    parts = _without_notes(parts)
    names = [part for part in parts if _ITEM.match(part)]
    if len(names) != len(parts) or len(parts) < 2 or any(len(part.split()) > 5 or " of " in part for part in parts):
        return None
    if claim.text.split()[-1].lower() not in _NAMED_NOUNS and not all(_FULL_NAME.fullmatch(part) for part in parts):
        return None
    return None if len(parts) == total else _Sum(claim, start, start + len(inside.rstrip()), len(parts), len(parts))


_NOTE = Pattern(r"(?:the|an?|his|her|their|two|three|four) [a-z][\w'’-]*(?: [a-z][\w'’-]*){0,3}|(?:aged )?[0-9]{1,2}")
_RANKED_NAME = Pattern(r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+")


def _without_notes(parts: list[str]) -> list[str]:
    """The members of a list of names, without what is said of each: "the pilot", "two passengers", "45"."""
    kept = [
        part
        for at, part in enumerate(parts)
        if not (
            _NOTE.fullmatch(part)
            and (
                (part[-1].isdigit() and at and _FULL_NAME.fullmatch(parts[at - 1]))
                or (not part[-1].isdigit() and at + 1 < len(parts) and _FULL_NAME.fullmatch(parts[at + 1]))
            )
        )
    ]
    return kept if kept == parts or all(_RANKED_NAME.fullmatch(part) for part in kept) else parts


def _split(inside: str) -> list[str]:
    """The members of a list: between commas and "and"."""
    return [part.strip() for part in re.split(r",? and |, ", inside.strip()) if part.strip()]


_OF_THEM = Pattern(
    rf", (?P<a>[0-9]+|{ANY_WORD}) of (?:them|whom) (?P<one>[a-z]+)(?:,? and (?P<b>[0-9]+|{ANY_WORD}) (?:of them )?"
    r"(?P<other>[a-z]+))?\b"
)


def _of_them(text: str, claim: Claim, start: int, end: int) -> _Sum | None:
    """ "20 people, 12 of them children and 11 adults": more than there are."""
    assert isinstance(claim.value, Quantity)
    found = _OF_THEM.match(text, start, end)
    if found is None or (found["b"] and not any({found["one"], found["other"]} <= kinds for kinds in _APART)):
        return None
    total = _count(found["a"]) + (_count(found["b"]) if found["b"] else 0)
    return _Sum(claim, found.start("a"), found.end(), total, total) if total > claim.value.low else None


def _part_too_large(text: str, claim: Claim, start: int, end: int) -> _Sum | None:
    """ "20 people, including 25 children": a part above its whole; men, women and children are added up."""
    assert isinstance(claim.value, Quantity)
    including = _INCLUDING.match(text, start)
    if including is None or including["loose"]:
        return None
    start = including.end()
    inside = text[start : min(end, start + 80)]
    if _WANTED.search(inside):
        return None
    counts: list[float] = []
    stop = start
    for part in _split(re.split(r"[.;:(]| who | were | was ", inside)[0]):
        match = _PART.match(part)
        if match is None or (match["noun"].split()[0] not in _PEOPLE and counts):
            break
        counts.append(_count(match["n"]))
        stop = text.find(part, start) + len(part)
        if not any(match["noun"].split()[0] in kinds for kinds in _APART):
            break
    if not counts or sum(counts) <= claim.value.low:
        return None
    most = sum(counts)
    return _Sum(claim, start, stop, most, most)


def _fates(text: str, claim: Claim, start: int, end: int) -> _Sum | None:
    """ "Of the 20 aboard, 12 died and 10 survived": those who met different ends are more than the group."""
    assert isinstance(claim.value, Quantity)
    found: dict[str, tuple[float, int, int]] = {}
    for match in _FATED.finditer(text, start, end):
        found.setdefault(_FATES.get(match["fate"], match["fate"]), (_count(match["n"]), match.start(), match.end()))
    if len(found) < 2 and text.find(" to ", start, end) >= 0 and (gapped := _GAPPED.search(text, start, end)):
        found = {name: (_count(gapped[name]), gapped.start(name), gapped.end(name)) for name in "abc"}
    if len(found) < 2 or _LOOSE.search(text[start : max(stop for _, _, stop in found.values()) + _AND_NO_MORE]):
        return None
    total = sum(count for count, _, _ in found.values())
    if total <= claim.value.low:
        return None
    starts, stops = [at for _, at, _ in found.values()], [at for _, _, at in found.values()]
    return _Sum(claim, min(starts), max(stops), total, total)


_AND_NO_MORE = 14
"""How far behind the last part "both" may say that the parts overlap."""
_GAPPED = Pattern(
    rf"\b(?P<a>[0-9]+(?:,[0-9]{{3}})*|{ANY_WORD}) (?:plan|want|intend|hope|expect|aim|wish|mean|planned|wanted|voted"
    rf"|asked)"
    rf" to [a-z]+[^,.;:]{{0,30}}, (?P<b>[0-9]+(?:,[0-9]{{3}})*|{ANY_WORD}) to [a-z]+[^,.;:]{{0,30}},? and "
    rf"(?P<c>[0-9]+(?:,[0-9]{{3}})*|{ANY_WORD}) to [a-z]+\b"
)
"""Three plans of one group, the verb told once: "70 plan to hire, 30 to hold and 30 to cut"."""
_FATES: dict[str, str] = {
    **dict.fromkeys(("killed", "dead", "drowned"), "died"),
    **dict.fromkeys(("hurt", "wounded"), "injured"),
    **dict.fromkeys(("rescued", "escaped"), "survived"),
    **dict.fromkeys(("in favour", "in favor", "voted for", "voted yes", "voted in favour", "voted in favor"), "for"),
    **dict.fromkeys(("voted no", "voted against"), "against"),
    "unharmed": "unhurt",
    **dict.fromkeys(("said yes",), "for"),
    **dict.fromkeys(("said no",), "against"),
    **dict.fromkeys(("had no opinion", "undecided", "did not know", "did not answer", "did not reply"), "undecided"),
    **dict.fromkeys(("did not vote", "stayed away"), "absent"),
}


def _count(written: str) -> float:
    word = written.lower()
    if word in ("a", "an"):
        return 1.0
    return float(NUMBER_WORDS[word]) if word in NUMBER_WORDS else float(word.replace(",", ""))


def _finding(analysis: Analysis, rule: Rule, found: _Sum) -> Finding:
    text = analysis.document.field(found.total.span.field)
    span = Span(found.total.span.start, found.total.span.end, found.total.span.field)
    parts = Span(found.start, found.end, span.field)
    written = text[span.start : span.end]
    right = Fix(span, _as_written(found.most, written))
    slips = sorted((fix for fix in _part_fixes(text, found, span)), key=lambda fix: not _is_slip(text, fix))
    fixes = (right, *slips) if _is_slip(text, right) else (*slips, right)
    return rule.at(
        analysis.document.id,
        span,
        fixes=fixes if len(slips) < 3 else (right, *slips),
        related=(Related(analysis.document.id, parts, "the parts", text[parts.start : parts.end]),),
        severity=lowered(rule.severity) if analysis.is_quoted(span) else "",
        total=found.total.text,
        parts=text[parts.start : parts.end],
        sum=_as_written(found.most, written) if written[:1] in SIGNS else f"{found.most:,.10g}",
    )


_FIGURES = Pattern(r"(?<![\w.,])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?![\w%]|[.,][0-9])")


def _part_fixes(text: str, found: _Sum, total: Span) -> Iterator[Fix]:
    """Each part as the total and the other parts would have it, where all parts stand in digits of one scale."""
    assert isinstance(found.total.value, Quantity)
    figures = list(_FIGURES.finditer(text, found.start, found.end))
    values = [float(figure[0].replace(",", "")) for figure in figures]
    scale = found.most / sum(values) if values and sum(values) else 0.0
    if found.least != found.most or not any(abs(scale / size - 1) < 1e-9 for size in (1, 1e3, 1e6, 1e9)):
        return
    over = (found.most - found.total.value.low) / scale
    for figure, value in zip(figures, values, strict=True):
        if value - over > 0:
            yield Fix(Span(figure.start(), figure.end(), total.field), f"{value - over:,.10g}")


def _is_slip(text: str, fix: Fix) -> bool:
    """Does a fix change one digit, or two that are exchanged?"""
    old, new = (re.sub("[^0-9]", "", words) for words in (text[fix.span.start : fix.span.end], fix.text))
    apart = [at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b]
    return len(old) == len(new) and (len(apart) == 1 or (len(apart) == 2 and sorted(old) == sorted(new)))


_SHORT_MONEY = Pattern(r"([$£€¥₹])[0-9.,]+(bn|m|k)")


def _as_written(number: float, like: str) -> str:
    """A number in words or digits, as the one it replaces was written, with its sign and scale."""
    scale = like.rpartition(" ")[2]
    if short := _SHORT_MONEY.fullmatch(like):
        return f"{short[1]}{number / MONEY_SCALES[short[2]]:,.10g}{short[2]}"
    if like[:1].isdigit() and scale in SCALES:
        return f"{number / SCALES[scale]:,.10g} {scale}"
    if like[:1] in SIGNS:
        return like[0] + (f"{number / SCALES[scale]:,.10g} {scale}" if scale in SCALES else f"{number:,.10g}")
    if like[:1].isalpha() and number in WORD_FOR:
        word = WORD_FOR[int(number)]
        return word.capitalize() if like[:1].isupper() else word
    return f"{number:,.10g}"
