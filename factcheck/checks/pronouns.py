"""WHO006: "Mr" and "Ms", "his" and "her" for one person.

Only words that tell a sex outright count, as the people engine hands them over; a given name
never does. A married couple shares a surname, so a bare surname speaks for one person only
where the story knows no second bearer of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from factcheck.model import Analysis, Claim, Finding, Fix, Mention, Related, Rule, Sign, Span
from factcheck.spelling import fold, is_short_form, name_tokens

_BOTH = r"spouse|married|couple(?! of)|siblings?|parents|children|twins?|fianc[ée]e?|divorced?|cousin|transgender"
_FAMILY = {
    "female": re.compile(
        rf"\b(?:{_BOTH}|wife|ex-wife|widow|mother|daughter|sister|aunt|niece|girlfriend|bride|first lady)\b"
    ),
    "male": re.compile(rf"\b(?:{_BOTH}|husband|ex-husband|widower|father|son|brother|uncle|nephew|boyfriend|groom)\b"),
}
_NEARBY = 200
_SURE = 0.9
_HUSBANDS = ("Sir", "Lord")
_COUPLE = re.compile(r"\bMr\.? and (?:Mrs|Ms)\b")
_REMEMBERED = 800
"""Characters after a full name in which a bare surname may still mean that person; chosen by us, six sentences."""

_OTHER_WORDS = {"his": ("her",), "he": ("she",), "him": ("her",), "her": ("his", "him"), "she": ("he",)}
_TITLES = {"male": ("Mr",), "female": ("Ms", "Mrs", "Miss")}


def find_mixed_signs(analysis: Analysis, rule: Rule) -> Iterator[Finding]:
    """Findings where one person of a story is written of as a man and as a woman, at the rarer side."""
    by_surname: defaultdict[str, list[Sign]] = defaultdict(list)
    for sign in analysis.people.signs:
        whole = analysis.people.names.get(sign.entity, sign.name) if sign.certainty >= _SURE else sign.name
        tokens = name_tokens(whole)
        if tokens and not analysis.is_furniture(sign.span):
            by_surname[tokens[-1]].append(sign)
    for surname, signs in by_surname.items():
        odd, usual = _sides(signs)
        if odd and _is_one_person(analysis, surname, odd, usual):
            for sign in odd:
                yield _finding(analysis, rule, sign, usual)


def _sides(signs: Sequence[Sign]) -> tuple[Sequence[Sign], Sequence[Sign]]:
    """The odd signs and the usual ones; no odd ones where all agree or both sexes are well attested."""
    if any(sign.text in _HUSBANDS for sign in signs):
        signs = [sign for sign in signs if sign.text != "Lady"]  # a knight's wife
    sexes = [[sign for sign in signs if sign.sex == sex] for sex in ("male", "female")]
    odd, usual = sorted(sexes, key=len)
    if len(usual) == 1 and {odd[0].text.lower(), usual[0].text.lower()} <= _OTHER_WORDS.keys() if odd else False:
        return (), usual  # two pronouns: each may be somebody else's
    if len(odd) == len(usual) == 1:
        first, last = sorted((*odd, *usual), key=lambda sign: (sign.span.field != "title", sign.span.start))
        return (last,), (first,)
    if len(odd) > 1 and len(usual) < 4 * len(odd):
        return (), usual
    return odd, usual


def _is_one_person(analysis: Analysis, surname: str, odd: Sequence[Sign], usual: Sequence[Sign]) -> bool:
    """Does the surname, as far as the story shows, stand for one person at all these places?"""
    bearers = _bearers(analysis, surname)
    if not bearers and len(usual) < 2:
        return False
    if len(bearers) > 1 and (len(usual) < 4 or any(_stands_near(bearers, sign) for sign in odd)):
        return False
    if _COUPLE.search(analysis.document.text):
        return False
    if _is_plural_there(analysis.document.text, usual[0].name.split()[-1]):
        return False
    return not any(_speaks_of_family(analysis, sign) for sign in odd)


def _bearers(analysis: Analysis, surname: str) -> list[list[Mention]]:
    """The full-name mentions of each person of that surname; names that share a word besides it are one person's."""
    bearers: list[tuple[set[str], list[Mention]]] = []
    for mention in analysis.mentions:
        tokens = name_tokens(mention.text) if mention.kind == "person" else ()
        if len(tokens) > 1 and tokens[-1] == surname:
            given = set(tokens[:-1])
            for names, mentions in bearers:
                if given & names or any(is_short_form(one, other) for one in given for other in names):
                    names |= given
                    mentions.append(mention)
                    break
            else:
                bearers.append((given, [mention]))
    return [mentions for _, mentions in bearers]


def _stands_near(bearers: Sequence[Sequence[Mention]], sign: Sign) -> bool:
    """Was any but the most named person of the surname named shortly before?"""
    lesser = sorted(bearers, key=len)[:-1]
    return any(
        mention.span.field == sign.span.field and -40 <= sign.span.start - mention.span.start <= _REMEMBERED
        for mentions in lesser
        for mention in mentions
    )


def _is_plural_there(text: str, surname: str) -> bool:
    """ "the Clintons": the story speaks of the family."""
    return f"the {surname}s " in text or f"The {surname}s " in text or f"the {surname}s'" in text


def _speaks_of_family(analysis: Analysis, sign: Sign) -> bool:
    text = analysis.document.field(sign.span.field)
    return bool(_FAMILY[sign.sex].search(text, max(0, sign.span.start - _NEARBY), sign.span.end + _NEARBY))


def _finding(analysis: Analysis, rule: Rule, sign: Sign, usual: Sequence[Sign]) -> Finding:
    document = analysis.document
    other = usual[0]
    words = dict.fromkeys(use.text.rstrip(".") for use in usual if use.text[0].isupper() == sign.text[0].isupper())
    related = (Related(document.id, other.span, f"{other.text} here", other.text),)
    times = "once" if len(usual) == 1 else f"{len(usual)} times"
    return rule.at(
        document.id,
        sign.span,
        fixes=_fixes(sign.span, sign.text, usual[0].sex, tuple(words)),
        related=related,
        name=_surname(sign.name),
        here=sign.text,
        there=f'"{other.text}" {times} in this story',
    )


def _surname(name: str) -> str:
    return name.split()[-1]


def _fixes(span: Span, here: str, sex: str, used: Sequence[str]) -> tuple[Fix, ...]:
    """The same kind of word for the other sex, those that the story uses first, in its own style."""
    pronouns = _OTHER_WORDS.get(here.lower())
    if pronouns:
        return tuple(Fix(span, word.capitalize() if here[0].isupper() else word) for word in pronouns)
    stop = "." if here.endswith(".") else ""
    words = dict.fromkeys((*(word for word in used if word in _TITLES[sex]), *_TITLES[sex]))
    return tuple(Fix(span, word if word == "Miss" else word + stop) for word in words)


def compare_sexes(claims: Sequence[Claim], rule: Rule) -> Iterator[Finding]:
    """Findings where a story gives a person the other sex than a known fact or more stories do."""
    said = [claim for claim in claims if claim.attribute == "sex"]
    if len({claim.value for claim in said}) < 2:
        return
    known = [claim for claim in said if claim.grade != "story"]
    stories: defaultdict[object, dict[str, Claim]] = defaultdict(dict)
    for claim in said:
        if claim.grade == "story" and _names_in_full(claim):
            stories[claim.value].setdefault(claim.document, claim)
    if known:
        if len({claim.value for claim in known}) == 1:
            for sex, by_document in stories.items():
                if sex != known[0].value:
                    for claim in by_document.values():
                        yield _against(claim, known[0], f"recorded as {known[0].value}", rule)
    elif len(stories) == 2:
        odd, usual = sorted(stories.values(), key=len)
        if len(usual) >= 2 * len(odd):
            for document, claim in odd.items():
                if document not in usual:
                    witness = next(iter(usual.values()))
                    yield _against(claim, witness, f'"{witness.text}" in other stories', rule)


def _names_in_full(claim: Claim) -> bool:
    """Does the word stand by the full name or, a pronoun, by a name that the story gives in full?

    "Mr Clinton" in a story that names only Hillary Clinton in full says nothing of her.
    """
    if claim.text.lower() in _OTHER_WORDS:
        return True
    start = claim.sentence.find(claim.text)
    following = claim.sentence[start + len(claim.text) :].split()[:1]
    return bool(following) and fold(following[0]) == fold(claim.name.split()[0]) and " " in claim.name


def _against(claim: Claim, witness: Claim, there: str, rule: Rule) -> Finding:
    return rule.at(
        claim.document,
        claim.span,
        fixes=_fixes(claim.span, claim.text, str(witness.value), ()),
        related=(Related(witness.document, witness.span, there, witness.text),),
        name=claim.name,
        here=claim.text,
        there=there,
    )
