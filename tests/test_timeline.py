"""One person's roles in order."""

from __future__ import annotations

import datetime

from factcheck import Checker, Document
from factcheck.timeline import find_people, timeline

DAY = datetime.date


def test_roles_stand_in_order_with_their_conflicts() -> None:
    documents = [
        Document("b", "Finance Minister Oskar Velkamp spoke.", published=DAY(2014, 2, 5)),
        Document("a", "Interior Minister Oskar Velkamp spoke.", published=DAY(2014, 2, 3)),
    ]
    checker = Checker(select=["WHO001"], facts=False)
    claims = [claim for document in documents for claim in checker.check(document).claims]
    assert find_people(claims, "Velkamp") == find_people(claims, "oskar velkamp") == ("person:oskar-velkamp",)
    entries = timeline(claims, checker.compare(claims))
    assert [(e.what, e.days.start, e.documents, e.conflicts) for e in entries] == [
        ("Interior Minister", DAY(2014, 2, 3), ("a",), ("WHO001",)),
        ("Finance Minister", DAY(2014, 2, 5), ("b",), ("WHO001",)),
    ]


def test_equal_roles_of_several_stories_are_one_entry() -> None:
    documents = [Document(i, "Finance Minister Oskar Velkamp spoke.", published=DAY(2014, 2, 5)) for i in "ab"]
    claims = [claim for document in documents for claim in Checker().check(document).claims]
    assert [e.documents for e in timeline(claims)] == [("a", "b")]


def test_nobody_is_found_under_a_strange_name() -> None:
    assert find_people([], "Velkamp") == ()
