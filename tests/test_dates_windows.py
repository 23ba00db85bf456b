"""Windows that have been read before are read the same way again, whatever stands around them."""

from __future__ import annotations

import pytest

from factcheck.dates import find as finder
from factcheck.dates.find import find_expressions

TEXTS = (
    "The ferry left on Friday.\n\nThe crew, Friday or not, slept in. Friday's tide was low; Friday, July 5, was worse.",
    "In 1985's heat, 1985-86 broke every record, and 1985, the year of the flood, followed 1984. 1985.",
    "She may come in May, or in early may. May 5 suits her; 5may does not, nor does the 5th of Mayfair.",
    "The shop opens at 9 a.m. Monday and at 9:30 p.m. the next day, in the summer of '98 or the 1990s.",
    "On 2019-07-05- and 5/7/2019, 14nov 2011 and 44 B.C., the year-earlier quarter, two to three weeks ago.",
    "Friday — naïve théFriday the café's last year, the “last” year, last\nyear, last.year",
    "2001 , 2002 , 2003 , 2004 , 2005 , 2006 , 2007 , 2008 , 2009 , 2010 , 2011 , 2012 , 2013 , 2014 , 2015",
)


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_read_before_changes_nothing(text: str) -> None:
    known = finder._windows("en").known
    known.clear()
    fresh = find_expressions(text)
    for other in TEXTS:
        find_expressions(other)
    assert find_expressions(text) == fresh


def test_a_word_is_found_wherever_it_stands() -> None:
    for before in ("", "x ", "the the ", "(", "“", "é", "\n\n", "1 ", "of "):
        for after in ("", " x", ", the", ".", "”", "\n\nThe", " in the"):
            found = [e.text for e in find_expressions(f"{before}yesterday{after}")]
            assert found == ([] if before == "é" else ["yesterday"]), (before, after)
