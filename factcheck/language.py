"""The language of a story, guessed from its script and its commonest small words.

A guess is made from the first few hundred letters; a text too short to tell counts as English.
"""

from __future__ import annotations

from collections import Counter

from factcheck.model import Document
from factcheck.patterns import Pattern

SUPPORTED = frozenset({"en"})
"""Languages whose words the rules can read."""

UNKNOWN = "und"
"""The code for a language that could not be named."""

_FIRST_LOOK, _SAMPLE = 240, 800
_FEWEST_WORDS = 25
_FEWEST_SMALL_WORDS = 5
_WORD = Pattern(r"[^\W\d_]+")

_SMALL_WORDS = {
    "en": "the of and to in a is that for on said was with as by at it from his he are has have were be will an but",
    "es": "de la que el en y los del se las por un para con una su al lo como más pero sus ha este sobre",
    "pt": "de que não do da em um para com uma os no se na por mais as dos como mas ao ele das foi são",
    "fr": "de la le et les des en un une du est que pour dans qui sur par au pas plus avec ce il sont ont aux",
    "it": "di che e la il un a per in una mi sono del con non ha le dei della nel alla anche come gli ai più",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden hat",
    "nl": "de van het een en in is dat op te zijn voor met die niet aan er om ook als bij door over naar",
    "sv": "och i att det som en på är av för med den till inte har de om ett var han men sig från",
    "da": "og i at det en på er af for med den til ikke har de om et var han men sig fra som blev",
    "pl": "i w na z do się nie że to jest o po jak za od przez dla ale ich jego oraz przy",
    "tr": "ve bir bu için ile da de olarak çok daha olan gibi sonra kadar ancak ise olduğu dedi",
    "id": "yang di dan dengan untuk dari ini pada itu tidak dalam akan ke oleh juga ada telah kepada",
    "vi": "và của là có trong cho được với các một không những người này khi đã từ ở",
    "fi": "ja on ei että se oli hän mutta ovat joka myös kun niin kuin sen ole mukaan",
    "cs": "a v se na je že z do s o to ve pro za by jako po k od jeho podle",
    "hu": "a az és hogy nem is egy van meg volt de ez azt el mint már csak szerint",
    "ro": "de și în a la cu pe că nu este din care pentru un o mai au fost ca prin",
}
_ENGLISH = frozenset(_SMALL_WORDS["en"].split())

_SCRIPTS = (
    ("ja", 0x3040, 0x30FF),
    ("ko", 0xAC00, 0xD7AF),
    ("zh", 0x3400, 0x9FFF),
    ("ru", 0x0400, 0x052F),
    ("ar", 0x0600, 0x06FF),
    ("he", 0x0590, 0x05FF),
    ("hi", 0x0900, 0x097F),
    ("bn", 0x0980, 0x09FF),
    ("ta", 0x0B80, 0x0BFF),
    ("th", 0x0E00, 0x0E7F),
    ("el", 0x0370, 0x03FF),
    ("ka", 0x10A0, 0x10FF),
    ("hy", 0x0530, 0x058F),
)
"""A language for each script; those that share it (Ukrainian, Persian) go by the commonest. Kana decide before Han."""


def language_of(document: Document) -> str:
    """The two-letter code of a story's language: as stated ("en-GB" gives "en"), else guessed."""
    return document.language.lower().replace("_", "-").partition("-")[0] or guess_language(document.text)


def guess_language(text: str) -> str:
    """The code of the language that a text seems to be in; "en" when it is too short to tell.

    >>> guess_language("Le maire a dit que les travaux du pont ne seront pas finis dans les délais, et que le conseil "
    ...                "est pour une autre date.")
    'fr'
    """
    for look in (_FIRST_LOOK, _SAMPLE):
        words = text[:look].split()
        if len(words) > 10 and sum(map(_ENGLISH.__contains__, words)) * 6 >= len(words):
            return "en"
    words = _WORD.findall(text, 0, _SAMPLE)
    if sum(map(_ENGLISH.__contains__, words)) * 8 >= len(words):
        return "en"
    return _other_script(text[:_SAMPLE]) or _by_small_words(_WORD.findall(text.lower(), 0, 4 * _SAMPLE))


def _other_script(sample: str) -> str:
    """The language of a text whose letters are mostly of another script; "" for a Latin one."""
    letters = [char for char in sample if char.isalpha()]
    other = [ord(char) for char in letters if char > "\u036f"]
    if len(other) * 2 <= len(letters) or len(other) < 10:
        return ""
    counts = Counter(code for char in other for code, low, high in _SCRIPTS if low <= char <= high)
    if counts["ja"] * 10 > len(other):
        return "ja"
    return counts.most_common(1)[0][0] if counts else UNKNOWN


def _by_small_words(words: list[str]) -> str:
    if len(words) < _FEWEST_WORDS:
        return "en"
    tables = {code: frozenset(small.split()) for code, small in _SMALL_WORDS.items()}
    counts = Counter({code: sum(word in table for word in words) for code, table in tables.items()})
    english = counts.pop("en")
    best, most = counts.most_common(1)[0]
    various = len(tables[best].intersection(words)) >= _FEWEST_SMALL_WORDS
    return best if various and most > 2 * english and most * 8 >= len(words) else "en"
