"""What the words around a date say of it: past, to come, planned, corrected, imagined.

In come an analysis and a span, out comes a small verdict. Nothing here looks at more than one
sentence (a correction note: one paragraph), and nothing knows a rule.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.dates.interval import one_day
from factcheck.model import Analysis, Interval, Span, TimeExpression
from factcheck.patterns import Pattern


def story_days(analysis: Analysis) -> Interval | None:
    """Every day that the story may be of, as its dateline has it; None where no date is known."""
    dateline = analysis.dateline
    if dateline is None:
        return None
    if dateline.interval is not None:
        return dateline.interval
    return one_day(dateline.date) if dateline.date else None


REACH = 500
"""How far the words of one sentence are read to either side; more than that is no prose."""


def around(analysis: Analysis, span: Span, reach: int = REACH) -> Span:
    """The sentence around a span, at most `reach` characters to either side."""
    whole = analysis.sentence(span)
    return Span(max(whole.start, span.start - reach), min(whole.end, span.end + reach), span.field)


def lead(analysis: Analysis, span: Span, most: int = 240) -> str:
    """The words of the sentence before a span, `most` characters at most."""
    start = max(analysis.sentence(span).start, span.start - most)
    return analysis.document.field(span.field)[start : span.start]


def closed(analysis: Analysis, span: Span) -> Span:
    """The span with the bracket that closes one opened inside it."""
    text = analysis.document.field(span.field)
    opened = text.count("(", span.start, span.end) > text.count(")", span.start, span.end)
    return span._replace(end=span.end + 1) if opened and text[span.end : span.end + 1] == ")" else span


def tail(analysis: Analysis, span: Span, most: int = 240) -> str:
    """The words of the sentence after a span, `most` characters at most."""
    end = min(analysis.sentence(span).end, span.end + most)
    return analysis.document.field(span.field)[span.end : end]


_NOTE = Pattern(
    r"\b(?:earlier|previous|original|prior) (?:version|story|article|report)\b|\bmis(?:stated|dated|print(?:ed)?"
    r"|spel[lt]\w*)\b"
    r"|^\W*(?:correct(?:ion|ions|s|ed)|clarification|editor['’]s note|refiles?|recasts?)\b"
    r"|\b(?:incorrectly|erroneously|wrongly|mistakenly) (?:\w+ )?(?:said|stated|gave|given|reported|dated|listed"
    r"|wrote|put|referred|appeared)\b"
    r"|\b(?:typo|typing error|clerical error|slip of the pen|should have read)\b",
    re.IGNORECASE,
)
_UNREAL = Pattern(
    r"\b(?:there (?:is|was) no|no such (?:day|date)|do(?:es)? not exist|did not exist|doesn['’]t exist|didn['’]t exist"
    r"|non-?existent|never (?:existed|happened|comes?)|impossible (?:date|day)|not a real (?:date|day)"
    r"|April Fools?\b|joke|spoof|prank|nonsense)\b",
    re.IGNORECASE,
)
_NOT = Pattern(r"\b(?:not|n['’]t|instead of|rather than)(?: (?:on|in|the|from))*[ “\"'‘]*$", re.IGNORECASE)
_NOT_AFTER = Pattern(r"\W{0,3},? not (?:on |in )?[\w“\"]", re.IGNORECASE)
_DENIED = Pattern(
    r"\b(?:den(?:y|ies|ied|ying)|never|did(?: not|n['’]t)|was(?: not|n['’]t)|were(?: not|n['’]t)|no longer"
    r"|untrue|false(?:ly)?|hoax|rumou?rs?)\b",
    re.IGNORECASE,
)
_HOAX = Pattern(r"\b(?:hoax|untrue|rumou?rs?|denied|denies|false)\b", re.IGNORECASE)
_WORK = (
    r"(?:novel|film|movie|book|story|play|series|sequel|prequel|game|episode|comic|show|thriller|fantasy|saga"
    r"|franchise)"
)
_IMAGINED = Pattern(
    rf"\b[Ii]n (?:the|this|his|her|its|a|an|one|that|their|[A-Z]\w+['’]s)(?: [\w-]+){{0,2}} {_WORK}\b"
    rf"|\b{_WORK}s?\b[^.]{{0,40}}? tells? (?:how|of|the)\b|\b{_WORK}s?[^.]{{0,30}}? (?:is |was |are )?(?:set"
    rf"|takes place|plays) (?:in|on|during)\b"
    r"|\b(?:Star Trek|Star Wars|Doctor Who|Blade Runner|science fiction|sci-fi|fictional|fictitious|dystopia\w*"
    r"|heroine|hero (?:of|is|dies|died|was)"
    r"|protagonist|imaginary|imagines?|imagined|time[- ]travel\w*|starship|fairy ?tale|parallel universe"
    r"|alternate history|screenplay|storyline|plot of|fiction)\b",
)


_EDITED = Pattern(
    r"\b(?:article|story|page|post|piece|report|interview|caption|headline|was) (?:has been |was "
    r"|is )?(?:last )?(?:amended|updated|corrected|edited|revised|modified)\b",
    re.IGNORECASE,
)


def is_edited_later(analysis: Analysis, span: Span) -> bool:
    """ "This article was amended on 8 May": the date of a later hand than the story's."""
    return bool(_EDITED.search(lead(analysis, span, 60)))


_HEADING = Pattern(r"\W*(?:Corrections?|Clarifications?)[ ,:|–—-]*(?:on |of )?")
"""The date line of a corrections page: "Corrections, April 2, 2913"."""


def is_corrected(analysis: Analysis, span: Span) -> bool:
    """Does a span stand in a correction note, or as the wrong half of "X, not Y"?"""
    text = analysis.document.field(span.field)
    if _NOT.search(lead(analysis, span, 30)):
        return True
    paragraph = analysis.layout_of(span.field).paragraph_at(span.start)
    if (
        paragraph is not None
        and _HEADING.fullmatch(text, paragraph.start, span.start)
        and text[span.end : span.end + 1] in "\n"
    ):
        return False
    sentence = around(analysis, span)
    if _NOTE.search(text, sentence.start, sentence.end):
        return True
    return paragraph is not None and bool(_NOTE.match(text, paragraph.start, min(paragraph.end, paragraph.start + 60)))


_NEXT_WORDS = 40
"""How far into the next sentence a joke may be called one."""


def is_named_impossible(analysis: Analysis, span: Span) -> bool:
    """Does the sentence say that such a day does not exist?"""
    sentence = around(analysis, span)
    text = analysis.document.field(span.field)
    return bool(_UNREAL.search(text, sentence.start, min(len(text), sentence.end + _NEXT_WORDS)))


def is_imagined(analysis: Analysis, span: Span) -> bool:
    """Is the sentence, or the one before it, about a film, a novel or another invented time?"""
    text = analysis.document.field(span.field)
    sentence = around(analysis, span)
    before = around(analysis, Span(max(0, sentence.start - 2), sentence.start, span.field))
    return bool(_IMAGINED.search(text, min(before.start, sentence.start), sentence.end))


def is_denied(analysis: Analysis, span: Span) -> bool:
    """Do the words before a span deny what follows?"""
    return bool(_DENIED.search(lead(analysis, span)) or _HOAX.search(tail(analysis, span, 120)))


_AHEAD = Pattern(
    r"\b(?:will|won['’]t|would|shall|until|till|expect(?:s|ed|ation|ations|ing)?|due|plan(?:s|ned|ning)?"
    r"|schedul\w+|forecasts?|project(?:ed|ions?)"
    r"|targets?|targeted|could|should|may|might|ought|set (?:to|for)|upcoming|deadline|expir\w+|matur\w+"
    r"|extend\w*|reschedul\w+|to be|future"
    r"|propos(?:e|es|ed|al|als)|intend\w*|aim(?:s|ed|ing)?|hop(?:es?|ed|ing)|promis\w+|pledg\w+|vow\w*|bids?"
    r"|bidding|no later than|delay\w*|predict\w*|bonds?|notes"
    r"|postpone\w*|put (?:off|back)|push(?:ed)? back|brought forward|moved (?:to|back)|slated|earmarked|leases?"
    r"|leased|warrants?"
    r"|phase[ds]?(?: out)?|scenario\w*|roadmap|awarded|host(?:ed|s|ing)? (?:of|city|for|nation|country)|right to"
    r"|rights to|banned? (?:from|in|on)|bans"
    r"|budgeted|outlook|options?|futures|unless|tentative\w*|eligible|next (?:year|month|week)|ahead of"
    r"|looking (?:to|ahead)|in time for|going to)\b"
    r"|['’]ll\b",
)


_CLAUSE_OPENS = Pattern(r", (?:who|which|whose|where)\b[^,;:()\"“”]*$")
_CLAUSE_CLOSES = Pattern(r"[^,;:()\"“”]{0,60}?(?=,)")


def looks_ahead(analysis: Analysis, span: Span) -> bool:
    """Does the sentence around a span, or the clause between commas, speak of plans, forecasts or what may come?"""
    sentence = around(analysis, span)
    text = analysis.document.field(span.field)
    start, end = max(sentence.start, span.start - 300), min(sentence.end, span.end + 200)
    opens = _CLAUSE_OPENS.search(text, start, span.start)
    if opens and (closes := _CLAUSE_CLOSES.match(text, span.end, end)):
        start, end = opens.start(), closes.end()
    return bool(_AHEAD.search(text, start, span.start) or _AHEAD.search(text, span.end, end))


_IRREGULAR = frozenset(
    """burnt learnt spelt spilt leapt dreamt knelt dwelt bound wept shone slid spun strung swung clung flung
    rang drank swam arose awoke forbade forgave heard lit meant risen shaken shrank slew sold sped stung strove
    was were began met held took won became came went left made sent fell rose broke struck found gave led died
    shot ran spoke sank saw fought lost built wrote brought got hit born grew knew drew flew threw blew bought
    caught taught sought fled fed bled kept slept felt dealt quit shut spent lent stood sat swore wore tore bore
    chose froze drove rode hid bit ate forgot paid laid hung dug stuck swept stole woke shook withdrew overthrew
    undertook overtook beat burst cast split taken given seen shown known written driven stolen broken spoken
    chosen frozen beaten fallen thrown grown drawn flown blown worn torn sunk begun gone done did had been slain
    strode sprang rang sang""".split()
)
_NO_VERB = frozenset(
    """based interested used related involved called said need speed indeed red bed feed seed hundred united armed
    named supposed so-called alleged wed exceed proceed succeed breed greed shed led-lit limited
    unprecedented""".split()
)
_PLANNED = frozenset(
    """scheduled planned intended expected estimated projected targeted due slated set needed wanted hoped proposed
    aimed designed delayed extended postponed rescheduled booked required supposed anticipated promised pledged
    vowed budgeted forecasted earmarked agreed committed offered awarded guaranteed""".split()
)
_REPORTED = frozenset(
    """said told added announced noted reported raised cut approved decided voted passed issued sold asked urged
    moved allowed permitted granted secured ordered put thought believed warned argued claimed insisted
    predicted called given lowered backed renewed""".split()
)
_CERTAIN = frozenset("born died killed".split())
_BASE_AFTER_TO = frozenset("the a an his her its their our this that it him them me us".split())
_TOKEN = Pattern(r"[A-Za-z][A-Za-z'’-]*|[^\sA-Za-z]")
_DATE_LINK = Pattern(
    r"(?:(?:^|,? )(?:back |as (?:far|early|late|recently) (?:back )?as |only |just |(?:right )?here |there "
    r"|first |again |late (?:at night )?|early )?"
    r"(?P<word>in|on|since|during|around|about|of|from|at|between|dated)(?: (?:the|early|late|mid|end|start"
    r"|beginning|spring|summer|autumn|fall|winter|night|morning|evening|afternoon|of))*[ -]*|[ ,]+)$",
    re.IGNORECASE,
)


class Verb(NamedTuple):
    """The word that puts a date in the past: `certain` where no plan could use it ("since", "born")."""

    word: str
    certain: bool


def past_verb(analysis: Analysis, span: Span) -> Verb | None:
    """The past verb, or "since", that governs a date; None where none surely does."""
    before = lead(analysis, span)
    link = _DATE_LINK.search(before, max(0, len(before) - 50, _end_of_clause(before)))
    if link is None:
        return None
    word = (link["word"] or "").lower()
    if word == "since":
        return Verb("since", True) if not _clause_follows(analysis, span) else None
    if word == "of" and not _EVENT.search(before):
        return None
    if word in ("from", "at", "between") or (before.endswith(" the ") and len(analysis.document.cut(span)) == 4):
        return None
    tokens = _TOKEN.findall(before[: link.start()])
    opens = word in ("in", "on", "during")
    if not (opens and (not tokens or tokens[-1].lower() in _OPENERS)):
        verb = _last_past(tokens, bare=not word, dated=len(analysis.document.cut(span)) > 7)
        if verb or not (opens and tokens[0] in _HAVING_DONE):
            return verb
    return _first_past(_TOKEN.findall(tail(analysis, span, 120)))


_LINK_WORDS = frozenset(
    "back as far early late recently only just right here there first again at night in on since during around about"
    " of from between dated the mid end start beginning spring summer autumn fall winter morning evening"
    " afternoon".split()
)
"""All words of `_DATE_LINK`."""


def _end_of_clause(before: str) -> int:
    """Where the last word ends that is none of a link's; the pattern is slow where it has many places to try."""
    while before:
        before = before.rstrip(" ,-")
        start = max(before.rfind(" "), before.rfind(","), before.rfind("-")) + 1
        if before[start:].lower() not in _LINK_WORDS:
            break
        before = before[:start]
    return len(before)


_EVENT = Pattern(
    r"\b(?:attacks?|floods?|crash|earthquake|tsunami|fire|coup|massacre|storm|hurricane|murders?|killings?"
    r"|shootings?|bombings?"
    r"|explosion|accident|invasion|revolution|uprising|riots?|disaster|collapse|robbery|raid|eruption"
    r"|sinking) of (?:the )?$"
)
_HAVING_DONE = frozenset(("After", "Having", "Following", "Upon"))
_OPENERS = frozenset(
    ("that", "because", "but", "and", "where", "when", "while", "although", "though", ",", "“", '"', ":", ";", "then")
)


def _clause_follows(analysis: Analysis, span: Span) -> bool:
    """ "Since 2030 is far off": the date is the subject of a clause."""
    return bool(re.match(r" (?:is|was|will|has|would|may)\b", tail(analysis, span, 12)))


_IMPLICATIVE = frozenset(
    "forced managed refused failed began started helped continued tried came came-back went had used".split()
)
_MOVED_TO = frozenset(
    "returned rose fell went came moved led back grew climbed dropped belonged sent fled travelled traveled"
    " deported transferred switched turned elected according attached sold cut due next addressed brought taken".split()
)
_ENDS_A_LIFE = frozenset("death murder assassination birth funeral".split())
_PRESENT = frozenset(
    "ends begins starts runs opens closes expires takes falls comes lasts continues goes holds meets faces"
    " wants says remains becomes kicks".split()
)
_ALSO = frozenset(("as", "and", "or", "including", "but", "then", "later"))


def _last_past(tokens: list[str], bare: bool, dated: bool) -> Verb | None:
    """The past verb nearest before a date in its clause; None where a plan, a present verb or a pause comes first."""
    since = _since_before(tokens)
    if since:
        return since
    tokens = tokens[-16:]
    for place in range(len(tokens) - 1, -1, -1):
        token, back = tokens[place], len(tokens) - 1 - place
        if token == "," and back and tokens[place + 1].lower() in _ALSO:
            continue
        if token in ';:—–()“”",' or (bare and back):
            return None
        word, before = token.lower(), tokens[place - 1].lower() if place else ""
        if not back and (word in _ENDS_A_LIFE or (word.endswith("s") and before == "and" and token.islower())):
            return Verb(token, True) if word in _ENDS_A_LIFE else None
        if (
            before == "to"
            and token.islower()
            and word not in _IRREGULAR
            and word not in _BASE_AFTER_TO
            and not word.endswith("ing")
        ):
            leader = tokens[place - 2].lower() if place > 1 else ""
            if leader not in _IMPLICATIVE and leader not in _MOVED_TO:
                return None
        if word.endswith("s") and before in ("that", "which", "who", "it", "he", "she") and word not in _IRREGULAR:
            return None
        if word in _PRESENT or word in ("is", "are", "be", "being", "not", "never", "has", "have", "does", "do"):
            return None
        if not _is_past(token) or (bare and word in ("was", "were")):
            continue
        if before in ("the", "a", "an") and word not in ("was", "were"):
            continue
        if word in _PLANNED or (word in _REPORTED and back and not dated):
            return None
        if before == "been" and "to" in tokens[max(0, place - 4) : place]:
            return None
        if before in ("to", "be", "being", "not", "get", "getting", "gets") and word not in ("was", "were"):
            return None
        return Verb(token, word in _CERTAIN and not back)
    return None


def _since_before(tokens: list[str]) -> Verb | None:
    """ "since a failed coup in September 2017": the date of what began it."""
    words = [token.lower() for token in tokens[-9:]]
    if "since" not in words:
        return None
    between = words[words.index("since") + 1 :]
    return None if {",", ";", "is", "was", "are"} & set(between) else Verb("since", True)


def _first_past(tokens: list[str]) -> Verb | None:
    for place, token in enumerate(tokens[:16]):
        if token in ';:—()“”"':
            return None
        word = token.lower()
        if word in ("is", "are", "has", "have", "be", "to"):
            return None
        if _is_past(token):
            before = tokens[place - 1].lower() if place else ""
            if word in _PLANNED or word in _REPORTED or before in ("", ",", "the", "a", "an", "and"):
                return None
            return Verb(token, False)
    return None


def _is_past(token: str) -> bool:
    if not token.islower() or token in _NO_VERB or ("-" in token and not token.startswith(("re-", "co-"))):
        return False
    return token in _IRREGULAR or (len(token) > 4 and token.endswith("ed"))


_TO_COME = Pattern(
    r"\b(?P<verb>(?:will|shall|is to|are to|is due to|are due to|is set to|are set to|is scheduled to"
    r"|are scheduled to|is expected to|are expected to|is going to|are going to|plans? to)"
    r"(?: (?:be|now|also|then|again|only|officially|formally|next|finally|first))* (?!(?:of|and|or|in|on|to|for"
    r"|by)\b)[a-z]+(?:ed|en)?(?: (?:open"
    r"|back|up|out|off|in [A-Z]\w+|here|there|again|finished|held|ready|next))?"
    r"|(?:is|are) (?:now )?(?:scheduled|due|set|slated|planned)(?: to [a-z]+)?(?: for)?)"
    r"(?: (?!(?:what|who|whom|whose|which|that|when|where|why|how|whether|for|if|after|before|since|than|as|of|from"
    r"|to|by|about|until|on|in|was|were|had|did|said|and|or|not)\b)[\w'’-]+){0,5}"
    r"(?: (?:in|to|from|at) (?:the )?[A-Z][\w-]+)? (?P<link>on"
    r"|in|for)? ?$"
)
_TOLD_THEN = Pattern(
    r" (?!(?:united|scaled|unprecedented|hundred|armed|red|bed|shed|feed|seed|wed|need)\b)(?:[a-z]{2,}ed|put|held"
    r"|made|won|taken"
    r"|given|struck|begun|sent|set|found|seen|written)(?: (?:forward|out|up|down|off|by [\w ]{3,20}))? (?:on|in) ?$"
)
"""A participle right before a date: "will close the talks opened on 31 October"."""
_TO_DO = Pattern(
    r"\b(?P<verb>(?:will|shall|(?:is|are) (?:due |set |scheduled |expected |going )?to) (?:close|shut|open|reopen|vote"
    r"|meet|play|begin|start|return|arrive|leave|depart|appear|perform|resume|gather|march|convene|go on (?:sale|trial"
    r"|show|strike)|stand trial|take (?:office|effect|part)|come into (?:force|effect)))"
    r"(?P<what>(?: (?:for|on|in|at|over|with) (?:(?:the|an?|his|her|its|their) )?(?:[a-z-]+ ){0,2}[a-z-]+){0,2}) on "
    r"(?:the )?$"
)
"""What is to be done, for or on something, on a day: "will close for repairs on", "are due to vote on the bill on"."""
_TOLD_OF = Pattern(
    r"ed\b|\b(?:attacks?|floods?|crash|earthquake|fire|coup|storm|murders?|killings?|shootings?|bombings?|explosion"
    r"|accident|invasion|riots?|disaster|collapse|robbery|raid|speech|meeting|talks|summit|deal|accord|agreement|vote"
    r"|election|visit|protests?|clashes|events?|incident|death|deaths|defeat|victory|win|loss|strike|ruling|decision"
    r"|statement|letter|report|put|set|struck|begun|won|held|made|taken|given|seen|found|made|sent|that|who|which"
    r"|those)\b"
)
_JUDGES = Pattern(
    r"\b(?:rememb\w+|recall\w*|judge\w*|decide|rule|tr(?:y|ied)|review\w*|learn\w*|explain\w*|show\w*|see"
    r"|prove\w*|compar\w+|forget|know|charged|replace\w*|mark\w*|celebrat\w+|commemorat\w+"
    r"|discuss\w*|investigat\w+|examin\w+|honou?r\w*|look|regret\w*|turn|say|ask\w*|find out|hear\w*|match\w*"
    r"|exceed\w*|mourn\w*|broadcast|repeat\w*|happen to)\b"
)
_OLD_TEXT = Pattern(
    r"\b(?:said|wrote|statement|report|article|posted|tweeted|announced|letter|e-?mail|at the time|then|back in"
    r"|file photo)\b[^.]*\b(?:19|20)[0-9]{2}\b",
    re.IGNORECASE,
)


def coming_verb(analysis: Analysis, span: Span) -> str:
    """The words that put a date in the future and stand right before it; "" where none do."""
    near = analysis.document.field(span.field)[max(0, span.start - 110) : span.start]
    near = near[near.rfind(",") + 1 :]
    near = near[near.rfind(".") + 1 :]  # no such verb stands before a comma or a full stop
    if not (
        "will " in near or " to " in near or "shall " in near or " due" in near or " set" in near or "sched" in near
    ):
        return ""
    before = lead(analysis, span, 110)
    found = _TO_COME.search(before)
    if (
        found is None
        and before.endswith((" on ", " on the "))
        and (done := _TO_DO.search(before))
        and not _TOLD_OF.search(done["what"])
    ):
        return "" if _OLD_TEXT.search(lead(analysis, span)) else done["verb"]
    if (
        found is None
        or (not found["link"] and len(analysis.document.cut(span)) < 5)
        or _TOLD_THEN.search(before, found.end("verb"))
        or (_JUDGES.search(found["verb"]) and not _is_sitting(found, before, analysis.document.cut(span)))
        or _OLD_TEXT.search(lead(analysis, span))
    ):
        return ""
    return found["verb"]


def _is_sitting(found: re.Match[str], before: str, date: str) -> bool:
    """Does a court do a thing on a day: "will hear the case on 5 May", "is to rule on 5 May"? The link is the day's."""
    words = before[found.end("verb") :].split()
    verb = found["verb"].rpartition(" ")[2]
    if found["link"] != "on" or len(date) <= _MONTH_AND_DAY:
        return False
    return verb == "rule" or (len(words) > 1 and verb == "hear")


_MONTH_AND_DAY = 4
"""A date of more letters than a year has a month or a day."""

_CALENDAR = Pattern(
    r"\b(?:B\.?E\.?|A\.?H\.?|O\.S\.|(?i:hijri\w*|islamic calendar|hebrew calendar|jewish calendar|juche"
    r"|(?:chinese|lunar|traditional|mayan?|thai|ancient|hindu|sikh|berber|armenian) calendar|lunar|buddhist era"
    r"|persian calendar|iranian calendar|ethiopian|coptic|old style|old calendar|julian|discordian|bikram"
    r"|nepal\w*))(?!\w)",
)


def is_other_calendar(analysis: Analysis, time: TimeExpression) -> bool:
    """Is a date given in another calendar than ours, by the words of its sentence?"""
    if time.written.era not in ("", "AD"):
        return True
    sentence = around(analysis, time.span)
    return bool(
        _CALENDAR.search(
            analysis.document.field(time.span.field),
            max(sentence.start, time.span.start - 60),
            min(sentence.end, time.span.end + 40),
        )
    )
