"""Misspelt names, mixed sexes and dead actors: what the rule examples do not show."""

from __future__ import annotations

import datetime
import time

import pytest

from factcheck import Checker, Claim, Document, Finding
from factcheck.model import Interval, Span
from factcheck.spelling import name_blocks

DAY = datetime.date(2018, 5, 9)


def names_checker(*codes: str) -> Checker:
    return Checker(select=codes or ("WHO005",), facts=False)


def story(text: str, name: str = "a", title: str = "", published: datetime.date = DAY) -> Document:
    return Document(name, text, title, published)


def words(findings: tuple[Finding, ...], document: Document) -> list[str]:
    return [document.cut(finding.span) for finding in findings if finding.document == document.id]


def test_every_misspelt_place_gets_a_finding_of_its_own() -> None:
    document = story(
        "Lena Bergstrom won. Bergstrom cried. Bergstrom sang. Fans of Bergstorm cheered, and Bergstrom waved. "
        "Bergstrom left; Bergstorm had a train to catch, and Bergstrom hates trains."
    )
    assert words(names_checker().run([document]), document) == ["Bergstorm", "Bergstorm"]


def test_a_headline_is_compared_with_the_story() -> None:
    document = story("Paolo Sorrentino resigned on Monday. Sorrentino, 61, gave no reason.", title="Sorretnino resigns")
    (finding,) = names_checker().run([document])
    assert finding.span == Span(0, 10, "title")
    assert [fix.text for fix in finding.fixes] == ["Sorrentino"]


def test_a_tie_between_stories_is_found_from_either_side() -> None:
    checker = names_checker()
    early = story("Prosecutor Martin Kowalsik told the court so.", "early", published=DAY)
    late = story("Prosecutor Martin Kowaslik said he was free.", "late", published=DAY + datetime.timedelta(days=3))
    assert [finding.document for finding in checker.run([early, late])] == ["late"]
    for document, other in ((early, late), (late, early)):
        background = checker.check(other).claims
        assert [finding.document for finding in checker.run([document], background)] == [document.id]


def test_a_slip_in_one_story_is_not_reported_again_against_others() -> None:
    right = "The court heard Martin Kowalsik on Monday. Kowalsik said nothing."
    wrong = "The court heard Martin Kowalsik again. Kowalsik wept. Martin Kowaslik said sorry."
    found = names_checker().run([story(right, "a"), story(right, "b"), story(wrong, "c")])
    assert [(finding.document, finding.message) for finding in found] == [
        ("c", '"Kowaslik" here, but "Kowalsik" 2 times in this story')
    ]


def known(name: str) -> Claim:
    always = Interval(None, None)
    return Claim(
        "facts", "x", name, name_blocks(name), "name", name, always, None, Span(0, len(name)), name, grade="open"
    )


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Condoleeza Rics", "Condoleezza Rice"),
        ("Justin Timberake", "Justin Timberlake"),
        ("Luo Zhaohiu", "Luo Zhaohui"),
    ],
)
def test_known_people_are_told_from_their_misspellings(written: str, right: str) -> None:
    document = story(f"On Monday {written} said the talks had gone well.")
    (finding,) = names_checker().run([document], [known(right)])
    text = document.text
    (fix,) = finding.fixes
    assert text[: fix.span.start] + fix.text + text[fix.span.end :] == text.replace(written, right)


@pytest.mark.parametrize(("written", "other"), [("David Johnson", "David Johnston"), ("Nick Barker", "Nick Baker")])
def test_namesakes_of_known_people_are_left_alone(written: str, other: str) -> None:
    assert names_checker().run([story(f"On Monday {written} said so.")], [known(other)]) == ()


def test_a_fix_keeps_the_full_stop_of_the_honorific() -> None:
    text = "Joan Hallerby won. Ms. Hallerby thanked voters. Mr. Hallerby will serve. Ms. Hallerby is 61."
    (finding,) = names_checker("WHO006").run([story(text)])
    assert finding.fixes[0].text == "Ms."


def test_a_death_inside_a_quotation_weighs_less() -> None:
    said = "Ann Hale, who died in 2004, told reporters so."
    (plain,) = names_checker("WHO007").run([story(said)])
    (quoted,) = names_checker("WHO007").run([story(f'"{said}" the guide said.')])
    assert (plain.severity, quoted.severity) == ("warning", "info")


@pytest.mark.parametrize(
    "text", ["", "A", "\x00" * 50, "\ud800 Bergstrom Bergstorm", "Ə" * 300, "who died in , said " * 50, "²³ Mr ² Ms"]
)
def test_odd_texts_give_no_error(text: str) -> None:
    names_checker("WHO005", "WHO006", "WHO007", "WHO008").run([story(text, title=text)])


def test_a_text_of_many_names_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        text = " ".join(
            f"Ann Kar{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676 % 26)}ov" for i in range(count)
        )
        document = story(text)
        checker = names_checker()
        start = time.process_time()
        checker.run([document])
        return time.process_time() - start

    seconds(200)
    assert seconds(8_000) < 20 * max(seconds(1_000), 0.02)


def test_known_facts_do_not_say_again_what_another_story_says() -> None:
    stories = [
        story("President Angela Dorne met Chancellor Angela Merkle in Berlin on Tuesday."),
        story("Chancellor Angela Merkel spoke in Berlin on Tuesday.", "b"),
    ]
    findings = [f for f in Checker(select=("WHO005",)).run(stories) if f.document == "a"]
    assert [(words((f,), stories[0]), f.related[0].document) for f in findings] == [(["Merkle"], "b")]
