"""Names in running text: what is a person, where the name starts and ends, and who is who."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document, Layout, People, Span
from factcheck.people import find_people, person_slug


def people_of(text: str, title: str = "") -> People:
    whole = (Span(0, len(text)),) if text else ()
    head = (Span(0, len(title), "title"),) if title else ()
    return find_people(Document("story", text, title), Layout(whole, whole), Layout(head, head))


def persons(text: str) -> list[str]:
    return [mention.text for mention in people_of(text).mentions if mention.kind == "person"]


def entities(text: str) -> dict[str, str]:
    return {mention.text: mention.entity for mention in people_of(text).mentions if mention.kind == "person"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chinese President Xi Jinping met reporters.", ["Xi Jinping"]),
        ("US Special Envoy to Cyprus Stephen Biegun arrived.", ["Stephen Biegun"]),
        ("Vice Minister of Foreign Affairs Luo Zhaohui spoke.", ["Luo Zhaohui"]),
        ("Secretary of State Mike Pompeo flew home.", ["Mike Pompeo"]),
        ("the prime minister, Haider al-Abadi, said so", ["Haider al-Abadi"]),
        ("the composer Ludwig van Beethoven was deaf", ["Ludwig van Beethoven"]),
        ("Gen. Mark A. Milley and Adm. Jane O'Neill Roth met.", ["Mark A. Milley", "Jane O'Neill Roth"]),
        ("Robert Downey Jr. starred.", ["Robert Downey Jr."]),
        ("South Korea's President Moon Jae-in and Kim Jong Un met.", ["Moon Jae-in", "Kim Jong Un"]),
        ("Park Geun-hye was president.", ["Park Geun-hye"]),
        ("Theresa May met Jean-Claude Juncker on Friday.", ["Theresa May", "Jean-Claude Juncker"]),
        ('Richard "Tex" Novak of the Air Force spoke.', ['Richard "Tex" Novak']),
        ("Rear Adm Mary Landry told reporters.", ["Mary Landry"]),
        ("President-elect Donald Trump and Acting Secretary David Bernhardt met.", ["Donald Trump", "David Bernhardt"]),
        ("Mr Hayward left and Ms. Sturgeon stayed.", ["Hayward", "Sturgeon"]),
        ("Turkish Foreign Minister Mevlüt Çavuşoğlu said so.", ["Mevlüt Çavuşoğlu"]),
        ("Anna Roe, the mayor of Lund, said so.", ["Anna Roe"]),
        ("Secretary of State Tinashe Moyondo arrived.", ["Tinashe Moyondo"]),
        ("Secretary of State Kerry arrived.", ["Kerry"]),
        ("Sen. Dean Heller and Dean Paul Novak met.", ["Dean Heller", "Paul Novak"]),
        ("Torsti Vuollekoski, Germany's economy minister, stayed away.", ["Torsti Vuollekoski"]),
        ("Anna Roe and her husband, Jan Peterson, came.", ["Anna Roe", "Jan Peterson"]),
        ("Tran Van Quoc and Nguyen Thi Hanh sell noodles.", ["Tran Van Quoc", "Nguyen Thi Hanh"]),
    ],
)
def test_name_is_found_without_its_title(text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Lehman Brothers and Goldman Sachs fell.",
        "Rio Tinto, the world's biggest producer, fell.",
        "Vuollekoski Torstala, the owner of the mine, fell.",
        "Ohio State Buckeyes won, and State Farm paid in Jan 2014.",
        "They met in New York, San Francisco and Los Angeles.",
        "The White House and the Justice Department agreed.",
        "The Supreme Court sat on Monday.",
        "General Motors and United Airlines rose in March.",
        "Will the United Nations act in May?",
        "The Deepwater Horizon sank in the Gulf of Mexico.",
        "Manchester United beat Real Madrid.",
        "Hurricane Katrina struck New Orleans.",
        "The BBC, CNN and NATO reported.",
        "The Johnson Space Center reopened.",
    ],
)
def test_companies_places_and_things_are_no_people(text: str) -> None:
    assert persons(text) == []


def test_surname_alone_is_the_person_named_in_full() -> None:
    found = entities("Stephen Biegun arrived on Monday. Biegun then met Luo Zhaohui, and Luo smiled.")
    assert found == {
        "Stephen Biegun": "stephen-biegun",
        "Biegun": "stephen-biegun",
        "Luo Zhaohui": "luo-zhaohui",
        "Luo": "luo-zhaohui",
    }


def test_surname_of_two_people_is_left_undecided() -> None:
    found = people_of("Bill Clinton and Hillary Clinton came. Clinton spoke first.").mentions
    assert [(m.entity, m.certainty < 0.9) for m in found if m.text == "Clinton"] == [("clinton", True)]


def test_title_alone_with_a_surname_stays_in_the_story() -> None:
    found = people_of("President Novak spoke.").mentions
    assert [m.certainty < 0.9 for m in found if m.kind == "person"] == [True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Jong-un"),
        ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"),
        ("Martin Luther King", "Martin Luther King Jr."),
        ("Thomas R. Pickering", "Thomas Pickering"),
        ("Øyvind Łukasz", "Oyvind Lukasz"),
    ],
)
def test_accepted_spellings_are_one_person(one: str, other: str) -> None:
    assert person_slug(one) == person_slug(other)


def test_two_people_of_one_family_name_stay_two() -> None:
    assert person_slug("Ri Yong-ho") != person_slug("Ri Ryong Nam")


def test_name_that_comes_again_by_its_surname_is_believed() -> None:
    assert persons("Kory Lichtenfels ran. Nobody saw Lichtenfels.") == ["Kory Lichtenfels", "Lichtenfels"]


def test_furniture_is_not_read() -> None:
    text = "Stephen Biegun left.\nRead also: Jane Novak"
    layout = Layout((Span(0, 20),), (Span(0, 20),), furniture=(Span(21, len(text)),))
    found = find_people(Document("story", text), layout, Layout())
    assert [m.text for m in found.mentions] == ["Stephen Biegun"]


def test_names_of_the_title_are_found_too() -> None:
    found = people_of("Stephen Biegun left.", "Biegun leaves").mentions
    assert [(m.text, m.span.field, m.entity) for m in found] == [
        ("Stephen Biegun", "text", "stephen-biegun"),
        ("Biegun", "title", "stephen-biegun"),
    ]


_WORDS = st.sampled_from(
    [
        *"President Kim Jong-un of the , . said Mr Gen. U.S. “ \" 's al- Jane became who his counterpart".split(),
        *("45", "²", "٣", "Ł", "é", "-", "chief executive", "\n", "\u00a0", "\x00", " he was "),
    ]
)


@given(st.one_of(st.text(), st.lists(_WORDS).map(" ".join), st.lists(_WORDS).map("".join)))
def test_any_text_gives_ordered_mentions_inside_it(text: str) -> None:
    found = people_of(text)
    ends = [0]
    for mention in found.mentions:
        assert ends[-1] <= mention.span.start < mention.span.end <= len(text)
        assert mention.text == text[mention.span.start : mention.span.end]
        ends.append(mention.span.end)
    for sign in found.signs:
        assert sign.text == text[sign.span.start : sign.span.end]
    assert found == people_of(text)
