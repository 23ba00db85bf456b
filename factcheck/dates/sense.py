"""Is it a time at all? Where a number or an ambiguous word stands alone, its neighbours decide.

Patterns name their doubt ("bare=year"); here each doubt has one question to the text around.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.timevalues import Written

BEFORE = re.compile(r"([^\W\d_]+|[^\w\s]|[0-9]+)[ \n\t]*\Z")
AFTER = re.compile(r"[ \n\t]*([^\W\d_]+|[^\w\s]|[0-9]+)")
BLANKS = " \n\t"
REACH = 30
GLUED = re.compile(r"[%$]|[.,:/][0-9]")
GLUES = frozenset("%$.,:/")  # what it begins with
POST_LENGTH = 400
QUOTED = frozenset('"“`\n')
MONEY = frozenset("$£€¥#₹")
YEAR_LEADS = frozenset(
    "in since of by until till from to during before after between and or through early late mid circa c year around"
    " about summer winter spring autumn fall throughout than as this its election ( – - years".split()
)
MONTH_LEADS = frozenset(
    "in since by until till from to during before after between through early late mid of last next this"
    " around about every each throughout ending ended beginning".split()
)
NO_NOUNS = frozenset("on of for against to and or from in at by with is was are were has had will would".split())
DAY_LEADS = frozenset("on this next last every by until since from (".split())


IN_POSTS = frozenset({"post", "month", "weekday"})
"""Doubts that a short post settles: there "Sat" and "day" alone are times."""


def is_post(text: str) -> bool:
    """Is it a short post, in which "day" and "night" alone are of the day of writing?"""
    if len(text) > POST_LENGTH:
        return False
    return bool(_chatter().search(text)) or (QUOTED.isdisjoint(text) and bool(_first_person().search(text)))


@cache
def _chatter() -> re.Pattern[str]:
    return re.compile(
        r"[#@]\w|https?:/|[!?.]{2}|[:;]-?[()DP]|~|[\u2600-\u27bf\U0001f300-\U0001faff]"
        r"|\b(?i:lol|haha|hahaha|omg|u|ur|im|ive|dont|cant|didnt|gonna|wanna|gotta|btw|idk|tmr|abt|pls|plz|thx|yay|wtf)\b"
    )


@cache
def _first_person() -> re.Pattern[str]:
    """Not "Charles I"."""
    return re.compile(r"(?:\A|[.!?;,:)] |\b[a-z]+ )I\b|\b[Mm]y\b")


def is_time(doubt: str, written: Written, low: str, start: int, end: int) -> bool:
    """May these words be read as a time where they stand? `start` and `end` are places in `low`."""
    question = QUESTIONS.get(doubt)
    return question is None or question(written, low, start, end)


def is_glued(low: str, begin: int, end: int) -> bool:
    """Does it stand in a tag, an address or a longer word ("#10yrs", "t.co/9am", "x2bc")?"""
    left = low[begin - 1]
    if left in "'’":  # "c'mon"
        return low[begin - 2].isalpha() and low[begin].isalpha()
    if left in " \n" or (left not in "#@_/" and not left.isalnum()):
        return False
    if left == "/":
        return "//" in low[max(0, begin - 60) : begin].rpartition(" ")[2]
    return not (left.isdigit() and low[begin].isalpha())


def is_titled(padded: str, begin: int, last: int, end: int) -> bool:
    """Is a length part of a name ("the Six-Day War", "60 Minutes")? `last` is where its last word begins."""
    if not padded[last].isupper() or padded[begin:end].isupper():
        return False
    return last > begin or (begin > 2 and padded[begin - 2].isalnum())


def word_before(low: str, start: int) -> str:
    """The word, number or sign that stands before a place, or ""."""
    before = low[start - REACH if start > REACH else 0 : start]
    word = before.rstrip(BLANKS).rpartition(" ")[2]
    if word.isalpha():
        return word
    match = BEFORE.search(before)
    return match[1] if match else ""


def word_after(low: str, end: int) -> str:
    word = low[end : end + REACH].lstrip(BLANKS).partition(" ")[0]
    if word.isalpha():
        return word
    match = AFTER.match(low, end, end + REACH)
    return match[1] if match else ""


def _is_year(written: Written, low: str, start: int, end: int) -> bool:
    year = written.year or 0
    if (low[start - 1] in ".,-/:" and not low.endswith(("post-", "pre-"), 0, start)) or (
        low[end : end + 1] in GLUES and GLUED.match(low, end)
    ):
        return False
    if low[start] in "'’" and (not low[start + 1].isdigit() or low[start - 1] in "'’"):
        return False
    lead = word_before(low, start)
    if lead in MONEY or word_after(low, end) in ("%", "percent", "per"):
        return False
    if 1900 <= year <= 2035:
        return True
    if lead == "." and low.endswith((" c. ", "(c. ", " ca. ", "(ca. "), 0, start):
        return True
    follow = word_after(low, end)
    if lead == "the" and 1500 <= year < 1900 and year % 10:  # "the 1862 campaign", not "the 1600 soldiers"
        return follow.isalpha() and not _is_counted(follow)
    if lead not in YEAR_LEADS:
        return False
    if 1300 <= year <= 2100:
        return not _is_counted(follow)
    return (
        not follow.isalpha()
        or (lead in STRONG_YEAR_LEADS and not _is_counted(follow))
        or (lead != "of" and follow in CONJUNCTIONS)
    )


def _is_counted(word: str) -> bool:
    """Is it what a number counts ("3000 homes"), and not a verb or particle?"""
    return word in COUNTED or (
        len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in NOT_COUNTED
    )


STRONG_YEAR_LEADS = frozenset("in since during until till before after from early late mid circa year".split())
CONJUNCTIONS = frozenset("and or to until when but the he she it they was were is".split())
COUNTED = frozenset(
    "people men women children troops police miles feet percent per of million billion square additional more other"
    " new metric staff fans head cattle sheep local such local young km kg mph rpm am pm hours".split()
)
NOT_COUNTED = frozenset("this does towards across versus always perhaps besides sometimes despite its".split())


def _is_month(written: Written, low: str, start: int, end: int) -> bool:
    lead = word_before(low, start)
    if lead == "the" and written.day is None:  # "the May election", not "the March on Rome"
        follow = word_after(low, end)
        return follow.isalpha() and not follow.endswith("ed") and follow not in NO_NOUNS
    return lead in MONTH_LEADS


def _is_weekday(written: Written, low: str, start: int, end: int) -> bool:
    return word_before(low, start) in DAY_LEADS


def _is_season(written: Written, low: str, start: int, end: int) -> bool:
    """Not "the Winter Olympics" or "winter wheat"."""
    return word_after(low, end) not in SEASONAL_NOUNS


SEASONAL_NOUNS = frozenset("olympics olympic paralympics paralympic games wheat barley solstice clean cleaning".split())


def _is_fall(written: Written, low: str, start: int, end: int) -> bool:
    """Not "the fall of the city" or "the fall in prices"."""
    return word_after(low, end) not in ("of", "from", "in", "below", "to")


def _is_closed(written: Written, low: str, start: int, end: int) -> bool:
    """Not "the day before the vote": that day hangs on what follows."""
    return not word_after(low, end).isalpha() or word_after(low, end) in ("and", "but", "when", "in", "at")


def _is_decade(written: Written, low: str, start: int, end: int) -> bool:
    """Not "in his 30s": two figures need "the" or an apostrophe."""
    return bool(re.search(r"[0-9]{3}|['’]|^the ", low[start:end]))


def _is_stray_day(written: Written, low: str, start: int, end: int) -> bool:
    """ "On 38 October", a slip, not "the top 40 May hits"."""
    return word_before(low, start) in STRAY_LEADS and not _is_counted(word_after(low, end))


STRAY_LEADS = frozenset("on by until till since".split())


def _never(written: Written, low: str, start: int, end: int) -> bool:
    """Only in a post."""
    return False


def _is_day_of_month(written: Written, low: str, start: int, end: int) -> bool:
    """ "By the 20th all was over", not "on the 20th floor"."""
    follow = word_after(low, end)
    return word_before(low, start) in ("on", "by", "until", "from") and (not follow.isalpha() or follow in CONJUNCTIONS)


QUESTIONS = {
    "monthday": _is_day_of_month,
    "stray": _is_stray_day,
    "post": _never,
    "decade": _is_decade,
    "closed": _is_closed,
    "year": _is_year,
    "month": _is_month,
    "may": _is_month,
    "season": _is_season,
    "fall": _is_fall,
    "weekday": _is_weekday,
}
