"""TimeML: valid XML whose text is the story's."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from factcheck.dates import find_times
from factcheck.dates.timeml import FORBIDDEN, to_timeml

STORY_DAY = datetime.date(2019, 7, 6)


def _read(text: str) -> ElementTree.Element:
    element = ElementTree.fromstring(to_timeml(text, find_times(text, STORY_DAY), STORY_DAY)).find("TEXT")
    assert element is not None
    return element


def test_time_is_tagged_with_type_value_and_modifier() -> None:
    tags = [tag.attrib | {"text": tag.text} for tag in _read("They met in early 2018 & again on Friday.")]
    assert tags == [
        {"tid": "t1", "type": "DATE", "value": "2018", "mod": "START", "text": "early 2018"},
        {"tid": "t2", "type": "DATE", "value": "2019-07-05", "text": "Friday"},
    ]


def test_markup_in_a_story_stays_text() -> None:
    story = '<b>Friday</b> &amp; "May 5" ]]> <!-- 2019 -->'
    assert "".join(_read(story).itertext()) == story


def test_characters_that_xml_forbids_keep_their_place() -> None:
    assert "".join(_read("a\x00b\x0cc Friday \ud800").itertext()) == "a\ufffdb\ufffdc Friday \ufffd"


def test_carriage_returns_survive() -> None:
    assert "".join(_read("Friday\r\nMonday\r").itertext()) == "Friday\r\nMonday\r"


@given(st.text(), st.sampled_from(["", "Friday", "July 5, 2019", "two weeks ago"]), st.text())
def test_text_is_unchanged_without_tags(before: str, time: str, after: str) -> None:
    story = f"{before} {time} {after}"
    assert "".join(_read(story).itertext()) == FORBIDDEN.sub("\ufffd", story)
