"""Known facts: what a look-up gives, how precise it is, and a newsroom's own file."""

from __future__ import annotations

import datetime
import pickle
from array import array
from pathlib import Path

import pytest

from factcheck import Checker, Document
from factcheck.keyed import index_of
from factcheck.model import Interval, Role
from factcheck.ownfacts import OwnFactsError, read_facts
from factcheck.reference import Facts, held, parse_date

DAY = datetime.date


def test_a_term_comes_with_its_office_its_days_and_its_source() -> None:
    terms = [c for c in Facts().about(["person:james-mattis"]) if c.attribute == "role"]
    assert [(c.value, c.possible, c.grade) for c in terms] == [
        (
            Role("defence minister", "", "united-states", "Secretary of Defense"),
            Interval(DAY(2017, 1, 20), DAY(2019, 1, 1)),
            "open",
        )
    ]
    assert "Wikidata" in terms[0].source


def test_a_short_name_leads_to_the_same_terms() -> None:
    assert [c.possible for c in Facts().about(["person:jim-mattis"]) if c.attribute == "role"] == [
        Interval(DAY(2017, 1, 20), DAY(2019, 1, 1))
    ]


def test_a_term_without_an_end_is_certain_up_to_its_source_and_unknown_afterwards() -> None:
    possible, certain = held("2016-05-20", "", "2022-08-03")
    assert possible == Interval(DAY(2016, 5, 20), None)
    assert certain == Interval(DAY(2016, 5, 20), DAY(2022, 8, 4))


def test_a_scheduled_end_of_term_is_no_fact() -> None:
    terms = [c for c in Facts().about(["person:donald-trump"]) if c.attribute == "role"]
    assert terms[-1].possible == Interval(DAY(2025, 1, 20), None)


def test_a_month_is_certain_only_from_its_last_day() -> None:
    possible, certain = held("2018-03", "2019-10")
    assert possible == Interval(DAY(2018, 3, 1), DAY(2019, 11, 1))
    assert certain == Interval(DAY(2018, 3, 31), DAY(2019, 10, 2))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1994", DAY(1994, 1, 1), DAY(1994, 12, 31)),
        ("1994-02", DAY(1994, 2, 1), DAY(1994, 2, 28)),
        ("1994-12", DAY(1994, 12, 1), DAY(1994, 12, 31)),
        ("1994-02-11", DAY(1994, 2, 11), DAY(1994, 2, 11)),
        ("1994-02-11..1994-03", DAY(1994, 2, 11), DAY(1994, 3, 31)),
    ],
)
def test_a_date_is_as_wide_as_it_is_vague(written: str, first: DAY, last: DAY) -> None:
    assert parse_date(written) == (first, last)


@pytest.mark.parametrize("written", ["94", "1994-13", "1994-02-30", "soon", "١٩٩٤", "1994-2-1", "-199", "1999..1998"])
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        parse_date(written)


def test_sex_comes_with_its_source_only_where_the_name_has_one_bearer() -> None:
    sexes = {c.entity: c.value for c in Facts().about(["person:jung-pak", "person:john-smith"]) if c.attribute == "sex"}
    assert sexes == {"jung-pak": "female"}


def test_an_event_tells_when_it_began_and_ended() -> None:
    found = {c.attribute: c.value for c in Facts().about(["event:korean-war"])}
    assert found["began"] == Interval(DAY(1950, 6, 25), DAY(1950, 6, 26))
    assert found["ended"] == Interval(DAY(1953, 7, 27), DAY(1953, 7, 28))


@pytest.mark.parametrize(
    "key", ["person:nobody-at-all", "person:", "event:", "office:x", "", "person:\ud800", "person:a\tb"]
)
def test_nothing_is_known_of_other_keys(key: str) -> None:
    assert Facts().about([key]) == ()


def test_the_files_are_sorted_and_every_line_has_its_fields() -> None:
    for name, widths in (("terms.txt", {2, 12}), ("people.txt", {2, 6}), ("events.txt", {2, 5})):
        lines = (Facts().folder / name).read_bytes().splitlines()
        assert lines == sorted(lines)
        assert {len(line.split(b"\t")) for line in lines} <= widths


@pytest.mark.parametrize("name", ["terms", "people", "events", "names"])
def test_the_index_beside_a_file_is_that_of_its_lines(name: str) -> None:
    slots = array("I", (Facts().folder / f"{name}.index").read_bytes())
    assert slots == index_of((Facts().folder / f"{name}.txt").read_bytes())


def test_facts_in_a_folder_without_index_are_found(tmp_path: Path) -> None:
    (tmp_path / "events.txt").write_text("long-strike\tLong Strike\t1926-05-03\t1926-05-12\tk a book\n", "utf-8")
    assert [c.attribute for c in Facts(tmp_path).about(["event:long-strike"])] == ["date", "began", "ended"]
    assert Facts(tmp_path).about(["event:strike", "person:ada-moss"]) == ()


def test_every_date_in_the_files_can_be_read() -> None:
    for name, columns in (("terms.txt", (6, 7, 8)), ("people.txt", (3, 4)), ("events.txt", (2, 3))):
        for line in (Facts().folder / name).read_text("utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) > 2:
                for column in columns:
                    parse_date(fields[column])


def test_a_checker_with_facts_pickles() -> None:
    checker = pickle.loads(pickle.dumps(Checker(select=["WHO003"])))
    document = Document("a", "US President Barack Obama arrived on Friday.", published=DAY(2019, 6, 29))
    assert [f.rule for f in checker.run([document])] == ["WHO003"]


def test_without_facts_nothing_is_held_against_them() -> None:
    document = Document("a", "US President Barack Obama arrived on Friday.", published=DAY(2019, 6, 29))
    assert Checker(select=["WHO003"], facts=False).run([document]) == ()


OWN = """
[[office]]
person = "Ada Orwick"
aliases = ["Ada M. Orwick"]
office = "Mayor of Bristol"
start = "2006-05-09"
end = "2009-05-07"

[[person]]
name = "Ada Orwick"
sex = "female"
born = 1961-03-04

[[event]]
name = "Harbour fire"
start = "1994-02-11"
end = "1994-02-13"
source = "the paper of the day"
"""


def test_a_newsrooms_own_facts_are_claims_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, "utf-8")
    claims = read_facts(path)
    assert [(c.attribute, c.entity, c.grade, c.document) for c in claims][:4] == [
        ("role", "ada-orwick", "curated", "facts:own.toml"),
        ("listed", "ada-orwick", "curated", "facts:own.toml"),
        ("sex", "ada-orwick", "curated", "facts:own.toml"),
        ("born", "ada-orwick", "curated", "facts:own.toml"),
    ]
    assert claims[-1].source == "the paper of the day"


def test_the_same_facts_may_stand_in_a_csv_file(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "kind,name,aliases,office,start,end,sex\noffice,Ada Orwick,,Mayor of Bristol,2006-05-09,2009-05-07,\n"
        "person,Ada Orwick,,,,,female\n",
        "utf-8",
    )
    assert [(c.attribute, c.keys) for c in read_facts(path)] == [
        ("role", ("person:ada-orwick",)),
        ("listed", ("person:ada-orwick",)),
        ("sex", ("person:ada-orwick",)),
    ]


def test_own_terms_are_held_against_stories(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "kind,person,office,start,end\noffice,Ada Orwick,Finance Minister of Malta,2006-05,2009-05\n", "utf-8"
    )
    checker = Checker(select=["WHO003"], own_facts=read_facts(path))
    story = "Malta's Finance Minister Ada Orwick said on Monday that taxes would fall."
    found = [checker.run([Document("a", story, published=DAY(year, 6, 1))]) for year in (2004, 2007, 2012)]
    assert [[(f.rule, f.severity) for f in findings] for findings in found] == [
        [("WHO003", "warning")],
        [],
        [("WHO003", "warning")],
    ]


def test_own_events_are_held_against_stories(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, "utf-8")
    checker = Checker(select=["EVT001"], own_facts=read_facts(path))
    document = Document("a", "The Harbour fire (1995) took two lives.", published=DAY(2012, 6, 1))
    assert [(f.rule, f.severity) for f in checker.run([document])] == [("EVT001", "warning")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[office]]\nperson = "A B"\noffice = "Mayor of X"\nstrat = "2006"\n', "own.toml:1: unknown key strat"),
        ('\n[[office]]\nperson = "A B"\noffice = "Mayor of X"\nstart = "May"\n', "own.toml:2: start: 'May' is no date"),
        ('[[person]]\nsex = "f"\n', "own.toml:1: no name"),
        ('[[person]]\nname = "A B"\nsex = "f"\n', "own.toml:1: sex 'f'"),
        ('[[people]]\nname = "A B"\n', "did you mean person?"),
        ("name = ", "not TOML"),
        ('[[event]]\nname = "Fire"\n', "no start"),
        ('[[event]]\nname = "Fire"\nstart = "1999"\nend = "1998"\n', "lies before"),
    ],
)
def test_a_broken_file_is_named_with_line_and_mend(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(OwnFactsError) as error:
        read_facts(path)
    assert words in str(error.value)
