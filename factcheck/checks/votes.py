"""NUM002 for votes and shares: more votes than seats, opposing shares above a hundred per cent.

Answers of polls where several things could be named, shares of different groups or of different
times, and rounding are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Analysis, Claim, Finding, Fix, Related, Rule, Span, lowered
from factcheck.numerals import ANY_WORD, NUMBER_WORDS
from factcheck.patterns import Pattern

_OF_MEMBERS = Pattern(r"-(?:member|seat|strong)\b")
_CHAMBER = Pattern(
    r"\b(?P<total>[0-9]{2,4})-(?:member|seat|strong)\b"
    rf"|\b(?:panel|board|court|committee|jury|bench) of (?P<few>[0-9]{{1,2}}|{ANY_WORD})\b"
)
_REACH = 400
"""How far from a chamber its votes may stand."""
_PANELS = ("panel of ", "board of ", "court of ", "committee of ", "jury of ", "bench of ")
_TALLY = Pattern(
    r"\b(?P<for>[0-9]{1,3})(?: ?[-–] ?| (?:votes )?to | votes in favou?r(?: and|,) (?:to )?"
    r"| (?:in favou?r|for)(?: and|,| to) )(?P<against>[0-9]{1,3})\b(?![-–/%:,]?[0-9%])"
)
_ABSTAINED = Pattern(rf"(?:,| with|, with| and)? (?P<n>[0-9]+|{ANY_WORD}) (?:abstentions?|abstaining|abstained)\b")
_VOTED = Pattern(
    r"\b(?:split|ruled|vot(?:e|ed|es|ing)|passed|approved|rejected|backed|defeated|ratified|adopted|elected|ballot)\b"
)

_PERCENT = Pattern(rf"\b(?P<n>[0-9]{{1,3}}(?:\.[0-9]+)?|{ANY_WORD}) ?(?:%|per ?cent\b|pct\b)(?! points?\b)(?!age)")
_SIDES = (
    (Pattern(r"\b(?:said yes|voted yes|yes|in favou?r|favou?r(?:ed|s)?|support(?:ed|s)?|back(?:ed|s)?"
        r"|approve[ds]?|agree[ds]?|for)\b"),
     Pattern(r"\b(?:said no|voted no|no|against|oppos(?:e|ed|es|ing)|reject(?:ed|s)?|disapprove[ds]?"
        r"|disagree[ds]?)\b")),
    (Pattern(r"\b(?:men|male|males|boys)\b"), Pattern(r"\b(?:women|female|females|girls)\b")),
)  # fmt: skip
_MANY_ANSWERS = Pattern(
    r"\b(?:multiple|more than one|several answers|could (?:choose|name|pick|select|give)|both|also"
    r"|either|compared|versus|[Tt]urnout|counted|reporting"
    r"|precincts|up from|down from|from|in (?:19|20)[0-9]{2}|year|among|while .{0,40} of (?:men"
    r"|women)|of (?:men|women|males|females|boys|girls|Republicans|Democrats)|rise|rose"
    r"|increase\w*|fell|drop\w*|grew|growth|last (?:week|month|year)|earlier|previous\w*"
    r"|poll of polls|overlap\w*)\b"
)
_CHOSE = Pattern(r" (?:of [a-z ]{1,30})?(?:voted|chose|picked|backed|preferred|went for) (?:for )?(?P<side>\w+)")
_OF_ONE_WHOLE = Pattern(r" of (?:its|their|the|his|her|our|all|total) ")
_OF_THE_VOTE = Pattern(r"\bof (?:the |all )?(?:valid |total )?votes?\b|\bof the ballots?\b")


def chamber_votes(analysis: Analysis, rule: Rule, name: str) -> Iterator[Finding]:
    """ "The 100-member chamber voted 60-45": more votes than seats."""
    text = analysis.document.field(name)
    if not _OF_MEMBERS.search(text) and not (" split " in text and any(panel in text for panel in _PANELS)):
        return
    for match in _CHAMBER.finditer(text):
        sentence = analysis.sentence(Span(match.start(), match.end(), name))
        first, last = max(sentence.start, match.start() - _REACH), min(sentence.end, match.end() + _REACH)
        tally = _TALLY.search(text, match.end(), last) or _TALLY.search(text, first, match.start())
        if tally is None or not _VOTED.search(text, first, last):
            continue
        abstained = _ABSTAINED.match(text, tally.end(), sentence.end)
        votes = int(tally["for"]) + int(tally["against"]) + (_count(abstained["n"]) if abstained else 0)
        group = "total" if match["total"] else "few"
        total = _count(match[group])
        if votes <= total or analysis.is_furniture(Span(match.start(), match.end(), name)):
            continue
        span, parts = Span(match.start(group), match.end(group), name), Span(tally.start(), tally.end(), name)
        yield rule.at(
            analysis.document.id,
            parts,
            fixes=(Fix(span, str(votes)),) if match[group].isdigit() else (),
            related=(Related(analysis.document.id, span, "the seats", match[0]),),
            severity=lowered(rule.severity) if analysis.is_quoted(span) else "",
            total=match[0],
            parts=tally[0],
            sum=f"{votes:,}",
        )


_SHARED_OUT = Pattern(
    rf"\b(?:won|took|has|have|had|hold|holds|held|got|gained|secured) (?P<first>[0-9]{{1,3}}|{ANY_WORD})"
    rf"(?: of (?:the |its )?(?P<of>[0-9]{{2,4}}) (?:seats|members)[^.;:,0-9]{{0,30}}| seats| members)?"
    rf"(?P<rest>(?:,? (?:and |with )?(?:the )?(?:[A-Z][\w’'-]*|[a-z]+s?)(?: [A-Za-z][\w’'-]*){{0,3}} (?:[0-9]{{1,3}}"
    rf"|{ANY_WORD})(?: seats)?(?=,| and| on| in|\.|;)){{1,6}})"
)
_BODY = Pattern(r"\b(?P<total>[0-9]{2,4})-(?:member|seat) ")
_OF_SEATS = Pattern(r" of (?:the |its )?[0-9]{2,4} (?:seats|members)")
_COMPARED = Pattern(
    r"\b(?:from|down|up|against|than|to|by|in|before|losing|gaining|lost|gained|fewer|more|compared|short|was|were|had)\b"
)
"""What makes a number among seats one of another time: "318 seats, down from 331"."""
_COUNTS = Pattern(rf" (?P<n>[0-9]{{1,3}}|{ANY_WORD})(?: seats)?(?=,| and| on| in|\.|;|$)")


def seats_shared_out(analysis: Analysis, rule: Rule, name: str) -> Iterator[Finding]:
    """ "Labour won 21 seats, the Tories 14 and the Liberals 18 on the 45-member council": more seats than there are."""
    text = analysis.document.field(name)
    at = text.find(" seats")
    has_body = at >= 0 and ("-member " in text or "-seat " in text)
    while at >= 0:
        if not has_body and " of " not in text[max(0, at - 16) : at]:
            at = text.find(" seats", at + 6)
            continue
        sentence = analysis.sentence(Span(at, at + 1, name))
        body = _BODY.search(text, sentence.start, sentence.end)
        shared = None
        if body or _OF_SEATS.search(text, max(sentence.start, at - 60), sentence.end):
            shared = _SHARED_OUT.search(text, max(sentence.start, at - 60), sentence.end)
        total = int(shared["of"]) if shared and shared["of"] else int(body["total"]) if body else 0
        if shared and total and not analysis.is_furniture(Span(at, at + 1, name)):
            counts = [_count(shared["first"]), *(_count(m["n"]) for m in _COUNTS.finditer(shared["rest"]))]
            if len(counts) > 1 and sum(counts) > total and not _COMPARED.search(shared["rest"]):
                parts = Span(shared.start("first"), shared.end("rest"), name)
                yield rule.at(
                    analysis.document.id,
                    parts,
                    fixes=(),
                    severity=lowered(rule.severity) if analysis.is_quoted(parts) else "",
                    total=f"{total} seats",
                    parts=text[parts.start : parts.end],
                    sum=f"{sum(counts):,}",
                )
        at = text.find(" seats", sentence.end)


def over_a_hundred(analysis: Analysis, rule: Rule, claims: list[Claim]) -> Iterator[Finding]:
    """Shares of opposing sides, or of one vote, in one sentence that come to more than 100 per cent."""
    if len(claims) < 2:
        return
    name = claims[0].span.field
    text = analysis.document.field(name)
    sentence = analysis.sentence(claims[0].span)
    pause = text.find(";", claims[0].span.end, sentence.end)  # another count may follow: "; 60 percent were women"
    sentence = sentence if pause < 0 else sentence._replace(end=pause)
    words = text[sentence.start : sentence.end]
    matches = list(_PERCENT.finditer(text, sentence.start, sentence.end))
    if len(matches) < 2 or len(matches) > 8:
        return
    shares = [float(m["n"]) if m["n"][0].isdigit() else float(NUMBER_WORDS[m["n"]]) for m in matches]
    total = sum(shares)
    if total <= 100 + 0.5 * len(shares) + 0.01 or total >= 200 or _MANY_ANSWERS.search(words):
        return
    stretches = [text[a.end() : b.start()] for a, b in pairwise(matches)]
    stretches.append(text[matches[-1].end() : sentence.end])
    if not (
        _OF_THE_VOTE.search(words)
        or _opposed(stretches)
        or _of_one_whole(stretches)
        or (len(matches) > 2 and _of_results(words) and _gapped(text, [m.span() for m in matches]))
    ):
        return
    span = Span(matches[0].start(), matches[-1].end(), name)
    yield rule.at(
        analysis.document.id,
        span,
        fixes=tuple(_other_shares(matches, total, name)),
        related=(Related(analysis.document.id, claims[0].span, "the first share", claims[0].text),),
        severity=lowered(rule.severity) if analysis.is_quoted(span) else "",
        total="100 per cent",
        parts=" + ".join(m["n"] for m in matches),
        sum=f"{total:g} per cent",
    )


_RESULTS = Pattern(r"\b(?:results|returns|exit polls?|count|elections?|ballots?|votes)\b")
_GAPPED = Pattern(r",? (?:and )?(?:the )?(?:[A-Za-z][\w’'-]*,? ){1,5}(?:with )?")


def _of_results(words: str) -> bool:
    return bool(_RESULTS.search(words)) and not _EACH_OF_ITS_OWN.search(words)


def _gapped(text: str, shares: list[tuple[int, int]]) -> bool:
    """True where one verb gives all their shares: "gave the left 49 percent, the right 35 percent and the rest 28"."""
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(shares)]
    return " and " in gaps[-1] and all(_GAPPED.fullmatch(gap) and not _VERB.search(gap) for gap in gaps)


_EACH_OF_ITS_OWN = Pattern(r"\b(?:approv\w+|ratings?|favou?rab\w+|popular\w*|trust\w*|turnout|swing)\b")
_VERB = Pattern(r"\b(?:in|of|at|said|was|were|is|are|had|has|with|for|from|among|while|but|approv\w+|favou?r\w*)\b")


def _other_shares(matches: list[re.Match[str]], total: float, name: str) -> Iterator[Fix]:
    """Each share as the others leave it of a hundred, the last one first."""
    for match in reversed(matches):
        if match["n"][0].isdigit() and (left := float(match["n"]) - total + 100) > 0:
            yield Fix(Span(match.start("n"), match.end("n"), name), f"{left:g}")


def _opposed(stretches: list[str]) -> bool:
    """True where the words after two shares name two sides that exclude each other."""
    chosen = [match["side"] for match in map(_CHOSE.match, stretches) if match]
    if len(chosen) == len(stretches) == len(set(chosen)):
        return True
    return any(
        any(one.search(s) and not other.search(s) for s in stretches) and any(other.search(s) for s in stretches)
        for one, other in _SIDES
    )


def _of_one_whole(stretches: list[str]) -> bool:
    """True for "60 % of its revenue in Asia, 35 % in Europe and 15 % in America": one whole, named once."""
    return (
        len(stretches) > 2
        and bool(_OF_ONE_WHOLE.match(stretches[0]))
        and stretches[-2].endswith((" and ", " and the "))
        and not any(" of " in stretch for stretch in stretches[1:])
        and all(re.match(r" (?:in|from|for|to|on) ", stretch) for stretch in stretches[1:])
    )


def _count(written: str) -> int:
    return NUMBER_WORDS[written] if written in NUMBER_WORDS else int(written)
