"""One rule on a page: what it finds and why, with examples of what it speaks on and what it lets stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from factcheck.model import Rule
from factcheck.report.look import COLOURS, Look, draw, joined
from factcheck.report.printable import printable

Example = tuple[bool, Iterable[Mapping[str, object]], str]
"""Whether the rule lets it stand, its stories, and why."""

_MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)


def rule_page(rule: Rule, explain: str, examples: Iterable[Example], look: Look) -> str:
    """The page of a rule as text."""
    return draw([*_page(rule, explain, list(examples), look)], look)


def _page(rule: Rule, explain: str, examples: list[Example], look: Look) -> Iterator[RenderableType]:
    yield joined((rule.code, "bold"), " ", (rule.name, "bold"), "  ", (rule.severity, COLOURS[rule.severity]))
    yield ""
    for paragraph in re.split(r"\n\s*\n", explain):
        yield Text(printable(" ".join(paragraph.split())))
        yield ""
    for valid, heading, colour in ((False, "It speaks on", COLOURS[rule.severity]), (True, "It lets stand", "green")):
        yield Text(heading, f"bold {colour}")
        for lets_stand, stories, why in examples:
            if lets_stand == valid:
                yield from _example(list(stories), why, colour, look)
        yield ""


def _example(stories: list[Mapping[str, object]], why: str, colour: str, look: Look) -> Iterator[RenderableType]:
    for number, story in enumerate(stories):
        head = [f"{story['published']}: "] if story.get("published") else []
        sign = look.signs.dot if number == 0 else "+"
        words = Text.assemble((f"{sign} ", "dim"), *((part, "dim") for part in head))
        if story.get("title"):
            words.append_text(_marked(f"{story['title']} / ", colour, look))
        words.append_text(_marked(str(story["text"]), colour, look))
        yield Padding(words, (0, 0, 0, 2))
    if why:
        yield Padding(Text(printable(why), "dim"), (0, 0, 0, 4))


def _marked(text: str, colour: str, look: Look) -> Text:
    """The text with what stands between marks in colour, and in brackets where there is no colour."""
    words = Text()
    for number, part in enumerate(_MARKED.split(text.strip())):
        shown = printable(part)
        if number % 2 and not look.colour:
            shown = f"⟦{shown}⟧" if look.unicode else f"[[{shown}]]"
        words.append(shown, f"bold underline {colour}" if number % 2 else "")
    return words
