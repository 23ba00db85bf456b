"""Roles: the words that give an office to a person, what they mean, and when they hold."""

from __future__ import annotations

import datetime

import pytest

from factcheck.claims.people import people_claims
from factcheck.dates.find import find_expressions
from factcheck.dates.interval import one_day
from factcheck.dates.resolve import resolve
from factcheck.model import Analysis, Claim, Dateline, Document, Interval, Layout, Role, Span, is_local
from factcheck.people import find_people, office_key, read_role, relation, single_holder

PUBLISHED = datetime.date(2019, 7, 6)


def analysed(text: str) -> Analysis:
    document = Document("story", text)
    whole = Layout((Span(0, len(text)),), tuple(_sentences(text)))
    times = resolve(text, find_expressions(text), PUBLISHED)
    dateline = Dateline(PUBLISHED, one_day(PUBLISHED), source="argument")
    return Analysis(document, whole, Layout(), dateline, (dateline,), times, find_people(document, whole, Layout()))


def _sentences(text: str) -> list[Span]:
    spans, start = [], 0
    for part in text.split(". "):
        spans.append(Span(start, start + len(part)))
        start += len(part) + 2
    return spans


def claims_of(text: str, attribute: str = "role") -> list[Claim]:
    return [claim for claim in people_claims(analysed(text)) if claim.attribute == attribute]


def roles_of(text: str) -> dict[str, tuple[str, str, str]]:
    return {c.name: c.value[:3] for c in claims_of(text) if isinstance(c.value, Role)}


def whens(text: str) -> list[str]:
    return [c.value.when for c in claims_of(text) if isinstance(c.value, Role)]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("US Special Envoy for North Korea", ("envoy", "north-korea", "united-states")),
        ("South Korea's President", ("president", "", "south-korea")),
        ("Minister of National Defence", ("defence minister", "", "")),
        ("U.S. Defense Secretary", ("defence minister", "", "united-states")),
        ("British Foreign Secretary", ("foreign minister", "", "united-kingdom")),
        ("Secretary of State", ("secretary of state", "", "")),
        ("Secretary of State for Foreign Affairs", ("foreign minister", "", "")),
        ("Vice Minister of Foreign Affairs", ("deputy foreign minister", "", "")),
        ("Premier", ("prime minister", "", "")),
        ("South Korean Ambassador to the United States", ("ambassador", "united-states", "south-korea")),
        ("ambassador to Hungary", ("ambassador", "hungary", "")),
        ("BP chief executive", ("chief executive", "bp", "")),
        ("chief executive of BP", ("chief executive", "bp", "")),
        ("the company's chief executive", ("chief executive", "", "")),
        ("acting Interior Secretary", ("acting interior minister", "", "")),
        ("President-elect", ("president-elect", "", "")),
        ("Lt. Gen.", ("lieutenant general", "", "")),
        ("then-Secretary of State", ("secretary of state", "", "")),
        ("spokeswoman", ("spokesman", "", "")),
        ("table", ("", "", "")),
    ],
)
def test_title_words_are_brought_to_one_wording(words: str, role: tuple[str, str, str]) -> None:
    assert read_role(words)[:3] == role


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("President", "Prime Minister", "exclusive"),
        ("Foreign Minister", "Defense Minister", "exclusive"),
        ("Gov.", "Sen.", "exclusive"),
        ("Adm.", "Gen.", "exclusive"),
        ("chief executive", "CFO", "exclusive"),
        ("CEO", "spokesman", "exclusive"),
        ("French President", "German Chancellor", "exclusive"),
        ("Premier", "Prime Minister", "same"),
        ("defence minister", "Defense Secretary", "same"),
        ("President", "leader", "together"),
        ("President", "chairman of the Communist Party", "together"),
        ("Secretary of State", "foreign minister", "together"),
        ("Gen.", "Lt. Gen.", "together"),
        ("President", "president-elect", "unknown"),
        ("deputy prime minister", "finance minister", "unknown"),
    ],
)
def test_how_two_roles_of_one_person_get_on(one: str, other: str, expected: str) -> None:
    assert relation(read_role(one), read_role(other)) == expected
    assert relation(read_role(other), read_role(one)) == expected


def test_one_office_has_one_key() -> None:
    assert office_key(read_role("French President")) == "office:president/france"
    assert office_key(read_role("president of France")) == "office:president/france"
    assert office_key(read_role("president")) == ""
    assert single_holder(read_role("French President"))
    assert not single_holder(read_role("French senator"))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Chinese President Xi Jinping met reporters.", {"Xi Jinping": ("president", "", "china")}),
        ("Moon Jae-in, the South Korean president, left.", {"Moon Jae-in": ("president", "", "south-korea")}),
        ("The Chinese Foreign Minister, Wang Yi, spoke.", {"Wang Yi": ("foreign minister", "", "china")}),
        (
            "Song Tao, head of the International Department, and North Korea's ambassador to China, Ri Ryong Nam, met.",
            {
                "Song Tao": ("head", "international-department", ""),
                "Ri Ryong Nam": ("ambassador", "china", "north-korea"),
            },
        ),
        ("Anna Novak, 45, a spokeswoman for the ministry, said so.", {"Anna Novak": ("spokesman", "", "")}),
        ("Jane Roe is the finance minister.", {"Jane Roe": ("finance minister", "", "")}),
        (
            "U.S. Defense Secretary James Mattis met his Chinese counterpart, Wei Fenghe.",
            {
                "James Mattis": ("defence minister", "", "united-states"),
                "Wei Fenghe": ("defence minister", "", "china"),
            },
        ),
        (
            "Vice President Joe Biden, Labor Secretary Hilda Solis and Attorney General Eric Holder came.",
            {
                "Hilda Solis": ("labour minister", "", ""),
                "Eric Holder": ("attorney general", "", ""),
                "Joe Biden": ("vice president", "", ""),
            },
        ),
        ("President Obama's chief of staff, Rahm Emanuel, spoke.", {"Rahm Emanuel": ("chief of staff", "", "")}),
        ("Prime Minister Boris Johnson, the Queen suspended nothing.", {"Boris Johnson": ("prime minister", "", "")}),
        ("A spokesman for Argentina's Mauricio Macri denied it.", {}),
    ],
)
def test_role_goes_to_the_person_it_is_said_of(text: str, roles: dict[str, tuple[str, str, str]]) -> None:
    found = roles_of(text)
    assert {name: role for name, role in found.items() if name != "Obama"} == roles


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("President Jane Roe spoke.", [""]),
        ("Former President Jane Roe spoke.", ["former"]),
        ("They met then-President Jane Roe.", ["then"]),
        ("then-Secretary of State John Kerry spoke.", ["then"]),
        ("The late President Jane Roe was mourned.", ["late"]),
        ("Incoming President Jane Roe spoke.", ["future"]),
        ("In 2003, President Jane Roe ordered it.", ["then"]),
        ("Since then, and after the 2005 floods, President Jane Roe has ordered it.", [""]),
        ("Jane Roe will become president of France.", ["future"]),
    ],
)
def test_words_that_take_a_role_out_of_the_present(text: str, when: list[str]) -> None:
    assert whens(text) == when


def test_term_from_one_year_to_another() -> None:
    (claim,) = claims_of("Jane Roe was president of the European Council from 2001 to 2005.")
    assert claim.possible == Interval(datetime.date(2001, 1, 1), datetime.date(2006, 1, 1))
    assert claim.certain == Interval(datetime.date(2002, 1, 1), datetime.date(2005, 1, 1))


def test_role_held_since_a_year() -> None:
    (claim,) = claims_of("Anna Roe, chief executive of Acme since 2014, said so.")
    assert claim.possible == Interval(datetime.date(2014, 1, 1), None)
    assert claim.certain == Interval(datetime.date(2015, 1, 1), datetime.date(2019, 7, 7))


def test_plain_role_holds_on_the_day_of_the_story() -> None:
    (claim,) = claims_of("French President Jane Roe spoke.")
    assert claim.certain == one_day(PUBLISHED)
    assert claim.keys[:2] == ("person:jane-roe", "office:president/france")
    assert claim.text == "French President"


def test_uncertain_person_meets_nobody_outside_the_story() -> None:
    (claim,) = claims_of("French President Roe spoke.")
    assert claim.keys == ("person:story/roe",)


@pytest.mark.parametrize(
    ("text", "sexes"),
    [
        ("Mr Novak spoke and Mrs Roe agreed.", ["male", "female"]),
        ("For his part, Jung Pak agreed.", ["male"]),
        ("Jane Roe, for her part, agreed.", ["female"]),
        ("Spokeswoman Anna Novak agreed.", ["female"]),
        ("Jane Roe and his friend left. Jane Roe left.", []),
        ("Jane Roe said she agreed.", ["female"]),
        ("A driver stopped. Jane Roe said she agreed.", []),
        ("Jane Roe met Anna Novak and said she agreed.", []),
        ("Vuollekoski spoke of Xolanti. Jane Roe lost her seat.", []),
        ("Jane Roe gave her flowers. Jane Roe told her that.", []),
        ("With Jane Roe it lost her vote.", []),
    ],
)
def test_sex_is_claimed_only_from_bound_words(text: str, sexes: list[str]) -> None:
    assert [claim.value for claim in claims_of(text, "sex")] == sexes


@pytest.mark.parametrize(
    ("text", "title", "whose"),
    [
        ("Jane Roe was elected president of Chile in 2009.", "president", "chile"),
        ("Jane Roe was named chief executive of Tarnwell on Friday.", "chief executive", "tarnwell"),
        ("Jane Roe was re-elected mayor of Malmo.", "mayor", "malmo"),
        ("Jane Roe has been appointed ambassador to Peru.", "ambassador", "peru"),
        ("Jane Roe was sworn in as governor of Iowa on Friday.", "governor", "iowa"),
        ("Jane Roe, the mayor of Lund, said so.", "mayor", "lund"),
        ("Chief executive Jane Roe of Tarnwell spoke.", "chief executive", "tarnwell"),
        ("The Netherlands' finance minister, Jane Roe, spoke.", "finance minister", "netherlands"),
    ],
)
def test_office_and_whose_it_is(text: str, title: str, whose: str) -> None:
    (role,) = [c.value for c in claims_of(text, "role") if isinstance(c.value, Role)]
    assert (role.title, role.organisation or role.place) == (title, whose)


def test_nobody_is_elected_on_sunday_alone() -> None:
    assert not list(claims_of("Jane Roe was named in the report. Jane Roe was elected on Sunday.", "role"))


def test_list_of_office_holders_under_a_heading() -> None:
    text = "The mayors of Hammervik:\n- Anna Novak (2001-2005)\n- 2005-2011: Jane Roe\n- John Carter (since 2011)"
    terms = [(c.name, c.value[0], c.possible) for c in claims_of(text) if isinstance(c.value, Role)]
    assert terms == [
        ("Anna Novak", "mayor", Interval(datetime.date(2001, 1, 1), datetime.date(2006, 1, 1))),
        ("Jane Roe", "mayor", Interval(datetime.date(2005, 1, 1), datetime.date(2012, 1, 1))),
        ("John Carter", "mayor", Interval(datetime.date(2011, 1, 1), None)),
    ]


def test_years_in_brackets_behind_a_name_bound_its_office() -> None:
    (claim,) = claims_of("Director Anna Novak (1979-1990) built the museum.")
    assert claim.possible == Interval(datetime.date(1979, 1, 1), datetime.date(1991, 1, 1))


def test_years_of_a_life_bound_no_office() -> None:
    (claim,) = claims_of("President Anna Novak (1909-1990) is not forgotten.")
    assert claim.possible == Interval(None, None)


def test_pronoun_stands_for_the_one_person_named() -> None:
    claims = claims_of("Anna Novak grew up in Turku. She was mayor of Hammervik from 2001 to 2005.")
    assert [(c.name, c.value[0], c.keys) for c in claims if isinstance(c.value, Role)] == [
        ("Anna Novak", "mayor", ("person:story/anna-novak",))
    ]


def test_pronoun_of_two_people_is_left_undecided() -> None:
    assert claims_of("Anna Novak met Jane Roe. She was mayor of Hammervik from 2001 to 2005.") == []


def test_king_is_known_by_a_given_name() -> None:
    claims = claims_of("Saddam Hussein fell. King Hussein of Jordan spoke.")
    assert [c.keys for c in claims] == [("person:story/king-hussein",)]


def test_titled_surname_is_the_one_who_was_introduced_with_a_title() -> None:
    claims = claims_of("President Barack Obama and Michelle Obama came. Prime Minister Obama spoke.")
    assert {c.keys[0] for c in claims} == {"person:barack-obama"}
    assert all(is_local(key, c.document) for c in claims for key in c.keys[1:])


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("attorney for the captain", ("lawyer", "", "")),
        ("Bank of England Governor", ("governor", "bank-england", "")),
        ("former Islamist President", ("president", "", "")),
        ("Undersecretary of State", ("undersecretary", "state", "")),
        ("New York Governor", ("governor", "", "new-york")),
        ("SOUTH KOREA'S PRESIDENT", ("president", "", "south-korea")),
    ],
)
def test_head_of_a_title_is_found_among_its_words(words: str, role: tuple[str, str, str]) -> None:
    assert read_role(words)[:3] == role
