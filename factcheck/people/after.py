"""The roles that stand after a name: ", director of the office, said", " became chief executive in 1998".

Text and the end of a name go in, the words of roles come out, with how they stand and the words
behind them that may bound them in time.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.people.lexicon import abbreviations, around, kinds
from factcheck.people.memo import Memo
from factcheck.people.titles import TOKEN, last_words


class RoleWords(NamedTuple):
    """Role words as offsets; `form` after, was or became; `time` as in `model.Attachment`; `behind` ends the clause."""

    start: int
    end: int
    form: str
    time: str
    behind: int


_APPOSED = re.compile(
    r",\s(?:(?:aged?\s)?[1-9][0-9]?,\s)?(?:who\s(?P<verb>is|was|became|has\sbeen|had\sbeen|serves\sas|served\sas|will\sbe|will\sbecome|later\sbecame|went\son\sto\sbecome)\s)?"
    r"(?P<adverb>(?:now|then|currently|formerly|once|later|previously|until\srecently)\s)?"
    r"(?P<article>the|an?|his|her|their|its)?\b\s?"
)
_VERB = re.compile(
    r"\s(?:(?P<adverb>now|then|currently|formerly|once|later|previously|also|subsequently|still)\s)?(?P<verb>(?:was|has\sbeen|had\sbeen)\s(?:re-?)?(?:named|appointed|elected|made|sworn\sin)(?:\sas)?"
    r"|is|was|became|has\sbeen|had\sbeen|remains|remained|serves\sas|served\sas|has\sserved\sas|will\sbe|will\sbecome|took\s(?:over|office)\sas|acted\sas|worked\sas|began\s(?:work\s)?as|succeeded\s[^,.;]{3,40}\sas)\s(?P<article>the|an?|his|her|their|its)?\b\s?(?P<more>then\s)?"
)
_ORDINAL = re.compile(r"[0-9]{1,3}(?:st|nd|rd|th)")
_WHO = re.compile(r"\s?,?\swho(?=\s)")
_CLOSES = re.compile(
    r"\s?[,.;:)—–]|\s?--|\s(?:who|whose|and|from|in|at|on|since|until|for|with|between|during|said|says|told|that|which|based)\b|\s*\n|\s*\Z"
)
_PAST_VERBS = ("was", "had been", "served as", "has served as", "remained", "acted as", "worked as")
_LINKS = frozenset(("of", "for", "to", "at"))
_INNER = frozenset(("the", "of", "and", "for", "de", "du", "la", "on", "to"))
_NOT_A_ROLE = frozenset("only first not one most also all few same other another".split())


def roles_after(text: str, end: int, further: int = 2) -> tuple[RoleWords, ...]:
    """The roles that the words after a name give to its bearer, in text order.

    `further` is how many times "who" may go on with another.
    """
    opens = text[end : end + 1]
    if opens == " " and text[end + 1 : end + 2] == ",":
        opens, end = ",", end + 1  # text that was cut into words: "Jane Roe , the mayor"
    elif opens == " " and text[end + 1 : end + 2] == "(":
        close = text.find(")", end, end + 80)  # "Jane Roe (D-Texas), chairman of", "Jane Roe (born 1950) was"
        if close < 0 or "\n" in text[end:close]:
            return ()
        end = close + 1
        opens = text[end : end + 1]
        if text[end : end + 2] == " ,":
            opens, end = ",", end + 1
    if opens == " ":
        if not _verb_may_lead(text, end + 1):
            return ()
        match = _VERB.match(text, end)
    elif opens == ",":
        word = _FIRST.match(text, end + 2)
        if not word or not _FOLLOWS_COMMA[word[0]]:
            return ()
        if word[0] == "who":
            behind = _FIRST.match(text, end + 6)
            if not behind or behind[0] not in _AFTER_WHO:
                return ()
        match = _APPOSED.match(text, end)
    else:
        return ()
    if not match:
        return ()
    verb = " ".join((match["verb"] or "").split())
    found = _noun_phrases(text, match.end())
    if not verb and found and not _CLOSES.match(text, found[-1][1]):
        return ()  # "said Johnson, the Queen suspended parliament"
    form, time = _form(verb, (match["adverb"] or "").strip())
    roles = tuple(RoleWords(start, stop, form, time, behind) for start, stop, behind in found)
    who = _WHO.match(text, roles[-1].end) if roles and further else None
    if who:  # "was a politician who served as governor"
        return (*roles, *roles_after(text, who.end(), further - 1))
    return roles


def may_open(text: str, end: int) -> bool:
    """May the words after a name tell a role? A quick look that drops nearly all names."""
    opens = text[end : end + 1]
    if opens == " ":
        if text[end + 1 : end + 2] in _CUT_OFF:
            return True
        return text[end + 1 : text.find(" ", end + 1)] in VERB_WORDS and _verb_may_lead(text, end + 1)
    if opens != ",":
        return False
    word, space, _ = text[end + 2 : end + 18].partition(" ")
    return not space or not word.isalpha() or _FOLLOWS_COMMA[word]


_CUT_OFF = frozenset((",", "("))


def opens_with_verb(text: str, end: int) -> bool:
    """Does a verb of holding office, or an adverb before one, follow a space?"""
    return text[end + 1 : text.find(" ", end + 1)] in VERB_WORDS


_CHOSEN = frozenset("named appointed elected made sworn reappointed reelected".split())
_ADVERBS = frozenset("now then currently formerly once later previously also subsequently still".split())
_LEADS_TO = {
    **dict.fromkeys(("has", "had"), frozenset(("been", "served"))),
    "will": frozenset(("be", "become")),
    "took": frozenset(("over", "office")),
    "began": frozenset(("as", "work")),
    **dict.fromkeys(("acted", "worked", "serves", "served"), frozenset(("as",))),
}
VERB_WORDS = frozenset(("is", "was", "became", "remains", "remained", "succeeded", *_LEADS_TO, *_ADVERBS))
_ARTICLES = frozenset("the a an his her their its".split())
_AFTER_WHO = frozenset("is was became has had serves served will later went".split())
_BEFORE_A_ROLE = _ARTICLES | frozenset("who age aged now then currently formerly once later previously until".split())


def _verb_may_lead(text: str, start: int) -> bool:
    """May the words at `start` be a verb of holding office and a role? A look at the word behind the verb, which drops
    "was arrested" and "has said"."""
    words = text[start : start + 60].split(" ", 4)
    at = 1 if words[0] in _ADVERBS else 0
    if len(words) < at + 3:
        return True
    verb, behind = words[at], words[at + 1]
    if verb not in VERB_WORDS:
        return False
    if not behind.isalpha() or verb == "succeeded":
        return True
    if behind in _CHOSEN:
        return verb == "was"
    led = _LEADS_TO.get(verb)
    if led:
        return behind in led
    if behind in _ARTICLES:
        behind = words[at + 2]
    return not behind.isalpha() or behind == "then" or _OPENS[behind]


def _may_follow_comma(word: str) -> bool:
    """May a role start with this word, or with words after it, when a comma stands before?"""
    return word in _BEFORE_A_ROLE or word.isdigit() or _OPENS[word]


_FOLLOWS_COMMA = Memo(_may_follow_comma, 1 << 14)


def _form(verb: str, adverb: str) -> tuple[str, str]:
    """How a role stands and when it held, by the verb and the adverb before it."""
    if adverb in ("formerly", "once", "previously", "until recently"):
        return "after", "former"
    if verb.startswith("will"):
        return "became", "future"
    if not verb:
        return "after", "then" if adverb == "then" else ""
    if verb in _PAST_VERBS:
        return "was", "past"
    if verb in ("is", "has been", "serves as", "remains"):
        return "was", "then" if adverb == "then" else ""
    return "became", "past"


def _noun_phrases(text: str, start: int) -> list[tuple[int, int, int]]:
    """Role words at `start` and after "and": start, end, and end of their clause."""
    word = _FIRST.match(text, start)
    if not word or not _OPENS[word[0]]:
        return []
    window = text[start : start + 200]
    if not _may_hold_head(window):
        return []
    tokens = _tokens(window)
    found: list[tuple[int, int, int]] = []
    index = 0
    while index < len(tokens):
        read = _one(tokens, index, window)
        if read is None:
            break
        head_start, last = read
        behind = _clause_end(window, tokens[last][2])
        found.append((start + tokens[head_start][1], start + tokens[last][2], start + behind))
        after = last + 1
        if after + 1 < len(tokens) and tokens[after][0] == "and":
            index = after + 1
            if tokens[index][0] in ("the", "a", "an", "its", "his", "her"):
                index += 1
            continue
        break
    return found


_FIRST = re.compile(r"[^\s,.;:]+")


def _may_open(word: str) -> bool:
    """May a role start with this word?"""
    low = word.lower()
    return (
        word[0].isupper()
        or bool(_ORDINAL.fullmatch(low))
        or low in around("before a title's head")
        or low in last_words()
        or "-" in low
        or low.endswith(("'s", "’s"))
    )


_OPENS = Memo(_may_open, 1 << 14)


def _may_hold_head(window: str) -> bool:
    """May the first of these words, as far as a role can run, hold the head of one? A quick look before `_one`."""
    for word in window.split(" ", 9)[:9]:
        part = _PARTS[word]
        if part != "inner":
            return part == "head"
    return True


def _part(word: str) -> str:
    """What a word between blanks may be in a role: its "head" (or one that takes a closer look), "inner", or "" where
    the role has ended before or with it."""
    bare = word.split("\n", 1)[0].rstrip(",.;:!?)")
    if not bare.isalpha():
        return "head"
    low = bare.lower()
    if low in last_words():
        return "head"
    capital = bare[0].isupper()
    if low in _NOT_A_ROLE or not (capital or low in around("before a title's head")):
        return ""
    if len(bare) < len(word) and bare + "." not in abbreviations():
        return ""
    return "" if capital and bare != "May" and "d" in kinds(bare) else "inner"


_PARTS = Memo(_part, 1 << 14)


def _tokens(window: str) -> list[tuple[str, int, int]]:
    """Words and signs with their offsets; the point of an abbreviation belongs to it, another one stands alone."""
    found: list[tuple[str, int, int]] = []
    for match in TOKEN.finditer(window):
        word = match[0]
        start, end = match.span()
        if word[-1] == "." and word not in abbreviations() and word != ".":
            found += [(word[:-1], start, end - 1), (".", end - 1, end)]
            break
        found.append((word, start, end))
        if word in '.,;:!?()"“”' or len(found) > 40:
            break
    return found


def _one(tokens: list[tuple[str, int, int]], index: int, window: str) -> tuple[int, int] | None:
    """First and last token of one role: modifiers, a head, and "of" with what it heads."""
    last_of_titles, modifiers = last_words(), around("before a title's head")
    has_lines = "\n" in window
    first = index
    head = -1
    for at in range(index, min(len(tokens), index + 9)):
        word, start, _ = tokens[at]
        low = word.lower()
        if has_lines and at > index and "\n" in window[tokens[at - 1][2] : start]:
            break
        if low in last_of_titles or ("-" in low and _bare(low) in last_of_titles):
            head = at
            continue
        if head >= 0 and low in ("elect", "designate", "in-chief", "general"):
            head = at
            continue
        if low in _NOT_A_ROLE:
            break
        if word[0].isupper():
            if "d" in kinds(word) and word != "May":
                break
        elif not (
            low in modifiers
            or word in ("-", "'s", "’s", "&")
            or low.endswith(("'s", "’s"))
            or low.startswith("ex-")
            or _ORDINAL.fullmatch(low)
        ):
            break
    if head < 0:
        return None
    last = head
    if head + 1 < len(tokens) and tokens[head + 1][0] in _LINKS:
        last = _of_phrase(tokens, head + 1, window)
    return first, last


def _bare(low: str) -> str:
    """A word without what is joined to the head of a title: "mayor-elect", "vice-chairman"."""
    for end in ("-elect", "-designate"):
        low = low.removesuffix(end)
    for start in ("ex-", "vice-", "co-"):
        low = low.removeprefix(start)
    return low


def _of_phrase(tokens: list[tuple[str, int, int]], link: int, window: str) -> int:
    """The last token of "of the Office of Foreign Affairs", or the token before the link."""
    last = link - 1
    capital = False
    has_lines = "\n" in window
    for at in range(link, min(len(tokens), link + 14)):
        word = tokens[at][0]
        low = word.lower()
        if has_lines and "\n" in window[tokens[at - 1][2] : tokens[at][1]]:
            break
        if word[0].isupper() or word in ("'s", "’s", "&", "-"):
            if tokens[at - 1][0] == "on" and "d" in kinds(word):
                break  # "chief executive of Tarnwell on Friday"
            last, capital = at, True
            if word.endswith(".") and word.rstrip(".").isalpha() and len(word) > 4:
                break
            continue
        if low in _INNER:
            continue
        if not word[0].isalpha() or low in around("ends a role") or capital:
            break
        last = at  # "of state", "for the ministry"
        if at - link > 5:
            break
    return last


def _clause_end(window: str, start: int) -> int:
    """The end of the words behind a role that may say when it was held."""
    match = _CLAUSE.search(window, start)
    return min(match.start() if match else len(window), start + 80)


_CLAUSE = re.compile(r"[.;:\n\"“”)]|,(?! [12][0-9]{3}\b| from | since | until )| and | who | but ")
