"""Dates told by the contents of a story."""

from __future__ import annotations

import datetime

from factcheck import Checker, Document
from factcheck.model import Interval

DAY = datetime.date
LEADERS = (
    "U.S. President Barack Obama will meet German Chancellor Angela Merkel on Thursday. British Prime Minister "
    "David Cameron said on Tuesday that he would not come. French President Francois Hollande was away."
)


def test_a_story_without_a_date_is_dated_by_those_in_office() -> None:
    dateline = Checker().check(Document("a", LEADERS)).dateline
    assert dateline is not None
    assert (dateline.source, dateline.date) == ("inferred", None)
    assert dateline.interval == Interval(DAY(2012, 5, 15), DAY(2016, 7, 14))
    assert any("Cameron" in note for note in dateline.evidence)


def test_a_right_date_is_believed() -> None:
    analysis = Checker().check(Document("a", LEADERS, published=DAY(2014, 6, 3)))
    assert analysis.dateline is not None
    assert analysis.dateline.date == DAY(2014, 6, 3)
    assert [f.rule for f in analysis.findings if f.rule.startswith("DLN")] == []


def test_a_stale_date_gives_way_and_days_are_no_longer_read_from_it() -> None:
    analysis = Checker().check(Document("a", LEADERS, published=DAY(2024, 6, 3)))
    assert [f.rule for f in analysis.findings if f.severity == "error"] == ["DLN003"]
    assert analysis.dateline is not None
    assert analysis.dateline.interval == Interval(DAY(2012, 5, 15), DAY(2016, 7, 14))
    assert all(time.interval is None for time in analysis.times if time.written.form == "weekday")


def test_a_stale_date_is_no_slip_of_role() -> None:
    found = Checker(select=["WHO003", "DLN003"]).run([Document("a", LEADERS, published=DAY(2024, 6, 3))])
    assert [f.rule for f in found] == ["DLN003"]


def test_a_year_after_the_terms_speaks_for_the_stated_date() -> None:
    text = LEADERS + " The paper found the letter in 2019."
    analysis = Checker().check(Document("a", text, published=DAY(2024, 6, 3)))
    assert [f.rule for f in analysis.findings if f.rule == "DLN003"] == []


def test_without_facts_nothing_is_inferred() -> None:
    dateline = Checker(facts=False).check(Document("a", LEADERS)).dateline
    assert dateline is None or dateline.source != "inferred"


def test_one_person_in_office_dates_nothing() -> None:
    dateline = Checker().check(Document("a", "U.S. President Barack Obama spoke on Thursday.")).dateline
    assert dateline is None or dateline.source != "inferred"


def test_those_who_were_never_in_office_together_date_nothing() -> None:
    text = "U.S. President Barack Obama met British Prime Minister Boris Johnson on Thursday."
    dateline = Checker().check(Document("a", text)).dateline
    assert dateline is None or dateline.source != "inferred"


def test_an_anniversary_dates_a_story_with_those_in_office() -> None:
    text = "French President Emmanuel Macron spoke on Friday, the 20th anniversary of the September 11 attacks."
    dateline = Checker().check(Document("a", text)).dateline
    assert dateline is not None
    assert dateline.interval is not None
    assert dateline.interval.start == DAY(2021, 2, 23)


def test_ages_and_anniversaries_alone_do_not_make_a_page_stale() -> None:
    text = (
        "Barack Obama, 50, spoke on Friday, the 10th anniversary of the September 11 attacks. Angela Merkel, 57, came."
    )
    analysis = Checker().check(Document("a", text, published=DAY(2024, 6, 3)))
    assert [f.rule for f in analysis.findings if f.rule == "DLN003"] == []


def test_a_page_line_years_after_the_given_date_is_called_stale_by_the_contents() -> None:
    text = "Published: 2024-06-03\n\n" + LEADERS
    analysis = Checker().check(Document("a", text, published=DAY(2014, 6, 3)))
    assert analysis.dateline is not None
    assert analysis.dateline.date == DAY(2014, 6, 3)
    assert [(f.rule, analysis.document.cut(f.span)) for f in analysis.findings if f.rule == "DLN003"] == [
        ("DLN003", "2024-06-03")
    ]


def test_papers_of_past_leaders_are_no_story_of_their_days() -> None:
    text = "The archive on Tuesday released e-mails in which President Barack Obama and Defense Secretary Leon Panetta argued."
    analysis = Checker().check(Document("a", text, published=DAY(2024, 6, 3)))
    assert [f.rule for f in analysis.findings if f.rule == "DLN003"] == []


def test_a_date_in_front_matter_is_no_evidence_against_itself() -> None:
    document = Document("a", "The quay opened on Monday.", metadata=(("date", DAY(2019, 7, 6)),))
    assert [f.rule for f in Checker().check(document).findings if f.rule == "DLN003"] == []
