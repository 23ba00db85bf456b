"""What a page holds beside its story: date lines, related links, credits, notices, price lists, agency tails.

Lines in, stretches out. A line is judged by general signs (how it opens, whether it is a sentence, which
script it is in); the end of a page is cut only where a sign says that the story is over and what follows
reads like no story. A plain story has none of these signs and loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Stretch = tuple[int, int]
Notices = tuple[tuple[str, ...], tuple[str, ...]]

_LINE_SIGNS = re.compile(
    r"""(?x)[•·▪■●►▶»>*\s|–—-]*(?:
    # "Read also: Minister resigns", "RELATED: ...", "You may also like"
    (?i:read\ (?:also|more|next|on|the\ full\ story|full\ (?:story|article))\b|also\ read\b|see\ also\b|more\ (?:from|on\ this(?:\ story)?|stories|news|coverage)\b
      |related(?:\ (?:articles?|stor(?:y|ies)|news|links?|posts?|topics?|content|coverage|reading|items?|videos?))?\s*(?::|$)
      |recommended(?:\ (?:for\ you|stories|articles))?\s*(?::|$)|you\ (?:may|might)\ (?:also\ )?like\b|don['’]t\ miss\s*(?::|$)|most\ (?:read|popular|viewed|shared)\b
      |trending(?:\ now)?\s*(?::|$)|top\ stories\s*(?::|$)|latest\ (?:news|stories|headlines)\s*(?::|$)|editor['’]s\ picks?\b|(?:up\ )?next\ (?:article|story|post)\b|previous\ (?:article|story|post)\b
      |watch\s*:|video\s*:|listen\s*:|in\ pictures\s*:|gallery\s*:|advertise(?:ment|\ with\ us)\b|sponsored(?:\ content)?\s*(?::|$)|promoted\ (?:content|stories)|story\ continues\ below
      |article\ continues\ (?:after|below)|continue\ reading\b|scroll\ down\ to\b|click\ (?:here|to)\b|skip\ to\ (?:main\ )?content|jump\ to\ (?:navigation|content)|enlarge\ this\ image\b|view\ (?:all|more|gallery|comments)\b
      # "Share this article", "Follow us on Twitter", "Sign up for our newsletter"
      |share\ (?:this|on|via)\b|share$|tweet$|print(?:\ this(?:\ (?:page|article))?)?$|e-?mail(?:\ this(?:\ (?:page|article))?)?$|whatsapp$|facebook$|twitter$|linkedin$|pinterest$|reddit$|instagram$|youtube$|telegram$|copy\ link$
      |follow\ (?:us|@\w+|the\ \w+\ on)\b|like\ us\ on\b|join\ (?:us\ on|our\ (?:newsletter|whatsapp|telegram))|sign\ up\ (?:for|to\ (?:our|get|receive))\b|sign\ in$|log\ in$|subscribe(?:\ (?:to|now|for|today|here)\b|$)|already\ (?:a\ )?subscrib\w+|get\ (?:our|the)\ (?:free\ )?(?:newsletter|app)\b
      |newsletters?$|download\ (?:the|our)\ app|renews\ automatically|cancel\ any\ ?time|you['’]ve\ (?:reached|read)\ your\ (?:limit|monthly)|free\ articles?\ (?:left|remaining)
      # "Comments", "Leave a reply", "3 Comments"
      |(?:\d+\ )?comments?\s*(?:\(\d+\))?$|leave\ a\ (?:comment|reply)|post\ a\ comment|join\ the\ (?:conversation|discussion)|replying\ to\b|be\ the\ first\ to\ comment|comments\ are\ (?:moderated|closed)|view\ our\ comment|load\ more\b|show\ more$
      # "Tags: ...", "Filed under ..."
      |tags?\s*(?::|$)|topics?\s*:|filed\ under\b|categor(?:y|ies)\s*:|keywords\s*:|posted\ in\s*:|home\s*[>»/]
      # "Disclaimer: ...", "Copyright 2020 ...", "All rights reserved"
      |disclaimer\s*(?::|$)|\(c\)\ ?(?:19|20)\d\d\b|copyright\s*(?:©|\(c\)|(?:19|20)\d\d|:|notice)|all\ rights\ reserved|this\ (?:material|content)\ may\ not\ be\ (?:published|reproduced)|terms\ (?:of\ (?:use|service)|(?:and|&)\ conditions)\b|privacy\ policy|cookie\ policy|we\ use\ cookies
      |a\ version\ of\ this\ (?:article|story)\ (?:appear|was)|a\ version\ appeared\ on\ p|this\ story\ has\ not\ been\ edited\ by|this\ (?:story|article|report)\ (?:is|was|has\ been)\ (?:auto-?\ ?generated|published\ from\ (?:a\ )?(?:wire|syndicated))
      |\(?(?:with\ inputs\ from|reporting\ by|editing\ by|writing\ by|compiled\ by|edited\ by|additional\ reporting\ by)\b
      # the line of the crawler: "date 2019-07-06 example.com"
      |date\s+\d{4}-\d\d-\d\d\b
    )
    |\{\{ | [^\n]{0,80}\{\{\w+\}\}
    )"""
)
"""Openings that no paragraph of a story has."""

_CREDIT_LINE = re.compile(
    r"(?i)[•*\s]*\(?(?:photo(?:graph|s)?|image|picture|pic|file photo|illustration|graphic|credit|source)(?: credits?| courtesy)?\s*(?::|\bby\b|/|©)|[•*\s]*©"
)
"""A line of its own: "Photo: AP", "Photograph by Jane Roe", but not "Photo shows ..."."""

_LONGEST_CREDIT = 8
"""Words after "Photo:" that are still a name; with more a caption or the story itself follows."""

_SHORT = 160
"""Longer lines are paragraphs, whatever they open with; only notices run longer (see `_NOTICE`)."""

_PLAIN_NOTICES = (
    *(
        "rights reserved",
        "third-party content provider",
        "third party content provider",
        "was involved in creation of this",
    ),
    *("may not be published, broadcast", "information you see on this page", "the views expressed in this article"),
    *("a rush deadline by", "this article was generated automatically", "{{"),
)
_VAGUE_NOTICES = (
    *("does not take any respons", "does not accept any respons", "regarding the content", "written permission"),
    *("terms of use", "terms of service", "privacy policy", "unsubscribe", "may not be reproduced", "subscribers only"),
    *("newsletter", "your inbox", "syndicated feed", "cookies"),
)
"""Wording of small print, in small letters: one of the plain ones makes a line a notice, of the vague ones two."""

_LONGEST_NOTICE = 700

_TAIL_SIGNS = re.compile(
    r"""(?x)[•·▪■●►▶*\s]*(?:
    --?\ ?(?:IANS|ANI|PTI|UNI|AFP|AP|EFE|TASS|BERNAMA|Bernama|UPI|KUNA|WAM|XINHUA|Xinhua|KYODO|Kyodo|dpa|DPA)\s*$|-0-\s*$|-30-\s*$|\#{3}\s*$|ENDS?\s*$|\(END\)\s*$|ENDITEM\s*$|Enditem\s*$
    |(?i:disclaimer\s*(?::|$)|comments?\s*(?:\(\d+\))?$|leave\ a\ (?:comment|reply)|tags?\s*(?::|$)|copyright\b|©|all\ rights\ reserved|related\ (?:articles?|stor(?:y|ies)|news|links?|posts?)\s*:?$|you\ (?:may|might)\ (?:also\ )?like\b|most\ (?:read|popular)\b|recommended\s*(?::|$)|subscribe\b|share\ this\b|filed\ under\b|\d*\s*comments$)
    )"""
)
"""Lines after which the story is over, if what follows reads like none."""

_INITIALS = re.compile(r"[a-z]{1,4}(?:/[a-z.-]{0,6})+\s*$|(?:/?[A-Z]{2,4}/?){1,3}\s*$")
"""Desk initials under an agency tail: "qd/", "sha/bdc/"."""

_DATE_LINE = re.compile(
    r"""(?xi)[\s•|]*(?:
    (?:发布时间|发表时间|发布日期|更新时间|更新日期|时间|日期|来源)\s*[:：]
    |(?:(?:first\ )?(?:published|posted|updated|modified|created)|last\ (?:updated|modified|reviewed)|publication\ date|date(?:\ of\ publication)?|issued|dated?)\s*(?:on|at|:|：)\s*(?=[^\n]{0,30}\d)
    |(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{4}|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}-\d\d-\d\d)
      \s*(?:[|,·•@–—-]|at\b|T)?\s*\d{1,2}[:.h]\d\d
    )"""
)
"""A labelled date or a date with the time of day: a line of the page, not of the story."""

_LONGEST_AFTER_DATE = 8

_BYLINE = re.compile(
    r"""(?x)(?i:by|written\ by|author\s*:)\s+(?-i:[A-Z][\w.'’-]+(?:\ (?:and|&|of|for|in|,)?\ ?[A-Z][\w.'’-]+){0,7})\s*(?:,\s*[\w .&'’-]{2,40})?\s*(?:\|.*)?$"""
)

_CREDIT = re.compile(
    r"""(?x)(?<=[\s(\[.|])(?:PHOTO|Photo|Photograph|Image|IMAGE|Picture|File\ photo|FILE\ PHOTO|Credit|Pic)(?:\ credits?|\ courtesy)?\s*(?::|\ by\ (?=[A-Z])|/(?=[A-Z]))\s*[^\n]{2,60}$"""
)
"""A credit at the end of a caption: "The two flags. PHOTO: EXAMPLE AGENCY"."""

_CREDIT_WORDS = ("photo", "image:", "image by", "image cr", "image/", "picture:", "credit:", "pic:", "photo/")
_LONGEST_CAPTION = 600

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_CLOSED = ".!?…\"”’')]:;"
_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}")
_PROSE_WORDS = 18


def find_furniture(text: str, lines: Sequence[Stretch]) -> list[Stretch]:
    """Stretches of page furniture in text order, apart from each other; whole lines or the ends of lines."""
    mixed = not text.isascii() and bool(_CJK.search(text)) and _mostly_latin(text)
    low = text.lower()
    plain = tuple(notice for notice in _PLAIN_NOTICES if notice in low)
    vague = tuple(notice for notice in _VAGUE_NOTICES if notice in low)
    notices = (plain, vague) if plain or len(vague) > 1 else None
    beside = [_is_beside(text, start, end, index, mixed, notices) for index, (start, end) in enumerate(lines)]
    _mark_teasers(text, lines, beside)
    cut = _find_cut(text, lines, beside)
    for index in range(cut, len(lines)):
        beside[index] = True
    credited = any(word in low for word in _CREDIT_WORDS)
    stretches: list[Stretch] = []
    for (start, end), out in zip(lines, beside, strict=True):
        if out:
            stretches.append((start, end))
        elif (
            credited and end - start <= _LONGEST_CAPTION and (credit := _CREDIT.search(text, max(start, end - 90), end))
        ):
            stretches.append((credit.start(), end))
    return _joined(text, stretches)


def _is_beside(text: str, start: int, end: int, index: int, mixed: bool, notices: Notices | None) -> bool:
    """Does this line stand beside the story?"""
    length = end - start
    if mixed and _is_foreign(text, start, end):
        return True
    if length <= _SHORT:
        if (match := _LINE_SIGNS.match(text, start, end)) and _is_label(text, match, end):
            return True
        if (match := _CREDIT_LINE.match(text, start, end)) and _is_short(text, match, end, _LONGEST_CREDIT):
            return True
        if match := _DATE_LINE.match(text, start, end):
            return _is_short(text, match, end, _LONGEST_AFTER_DATE)
        if index < 12 and _BYLINE.match(text, start, end) and text[end - 1] not in '"”?!':
            return True
    return notices is not None and length <= _LONGEST_NOTICE and _is_notice(text[start:end].lower(), notices)


def _is_notice(line: str, notices: Notices) -> bool:
    plain, vague = notices
    return any(notice in line for notice in plain) or sum(notice in line for notice in vague) > 1


def _is_label(text: str, match: re.Match[str], end: int) -> bool:
    """Is a sign at the start of a line a label, and not the start of a sentence ("Comments by the minister drew ...")?"""
    rest = text[match.end() : end].strip()
    if not rest or match[0].rstrip().endswith((":", "/")):
        return True
    words = rest.split()
    return not (len(words) > 12 and rest[-1] in ".!?")


def _is_short(text: str, match: re.Match[str], end: int, most_words: int) -> bool:
    """Do only so many words follow a sign? More make it the start of a caption or a sentence."""
    return len(text[match.end() : end].split()) <= most_words


def _is_foreign(text: str, start: int, end: int) -> bool:
    """Is a line of a Latin-script page written in Chinese, Japanese or Korean?"""
    signs = len(_CJK.findall(text, start, end))
    return signs >= 2 and signs * 3 >= len(_LATIN.findall(text, start, end))


def _mostly_latin(text: str) -> bool:
    return len(_LATIN.findall(text)) > len(_CJK.findall(text))


def _mark_teasers(text: str, lines: Sequence[Stretch], beside: list[bool]) -> None:
    """Mark a cut-off copy of the first sentences that stands right above them."""
    for index in range(min(8, len(lines) - 1)):
        start, end = lines[index]
        teaser = text[start:end].rstrip("… .。\u3000")
        below, stop = lines[index + 1]
        if 40 <= len(teaser) < end - start < stop - below and text.startswith(teaser, below):
            beside[index] = True


def _find_cut(text: str, lines: Sequence[Stretch], beside: list[bool]) -> int:
    """The index of the first line after the story; the number of lines where the story runs to the end."""
    count = len(lines)
    last_prose = count - 1
    while last_prose >= 0 and (beside[last_prose] or not _is_prose(text, *lines[last_prose])):
        last_prose -= 1
    for index in range(last_prose + 1, count):
        start, end = lines[index]
        if beside[index] and end - start > _SHORT:
            return index
        if end - start <= _SHORT and _TAIL_SIGNS.match(text, start, end):
            return index
        if _INITIALS.match(text, start, end) and index and _TAIL_SIGNS.match(text, *lines[index - 1]):
            return index
    return _after_a_late_sign(text, lines, beside, last_prose)


def _after_a_late_sign(text: str, lines: Sequence[Stretch], beside: list[bool], last_prose: int) -> int:
    """The cut where a sign stands before some prose that is itself small print, else at a run of bare headlines."""
    count = len(lines)
    for index in range(count):
        start, end = lines[index]
        if end - start > _SHORT or not _TAIL_SIGNS.match(text, start, end):
            continue
        before = sum(e - s for s, e in lines[:index] if _is_prose(text, s, e))
        rest = [(s, e) for s, e in lines[index:] if _is_prose(text, s, e)]
        after = sum(e - s for s, e in rest)
        if before and after * 4 <= before and len(rest) * 3 <= count - index:
            return index
    run = count
    while run > last_prose + 1 and _is_headline(text, *lines[run - 1]):
        run -= 1
    return run if count - run >= 4 and run > 0 else count


def _is_prose(text: str, start: int, end: int) -> bool:
    """Is a line one or more whole sentences of some length?"""
    last = text[end - 1]
    if end - start < 60 or (last not in _CLOSED and end - start < 240):
        return False
    return text.count(" ", start, end) >= _PROSE_WORDS - 1 or (last in '.!?"”' and end - start >= 90)


def _is_headline(text: str, start: int, end: int) -> bool:
    """Is a line a headline in capitals and small letters, without a full stop?"""
    if not 20 <= end - start <= 120 or text[end - 1] in '.!?"”;:,':
        return False
    words: list[str] = _WORD.findall(text, start, end)
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _joined(text: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches with nothing but white space between them, as one."""
    joined: list[Stretch] = []
    for start, end in stretches:
        if joined and text[joined[-1][1] : start].isspace():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
