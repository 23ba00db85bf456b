"""Paragraphs, sentences, quotations and page furniture."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Document, Layout
from factcheck.segment import divide, divide_title


def _layout(text: str) -> Layout:
    return divide(Document("a", text))


def _cut(text: str, part: str) -> list[str]:
    return [text[span.start : span.end] for span in getattr(_layout(text), part)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("The U.S. Army left. It rained.", ["The U.S. Army left.", "It rained."]),
        ("They moved to the U.S. The house was sold.", ["They moved to the U.S.", "The house was sold."]),
        ("Gen. Mark Bell spoke. Lt. Col. Ann Roe did not.", ["Gen. Mark Bell spoke.", "Lt. Col. Ann Roe did not."]),
        ("It closed on Sept. 5 for good. Why?", ["It closed on Sept. 5 for good.", "Why?"]),
        ("See No. 5 on the list. Then go.", ["See No. 5 on the list.", "Then go."]),
        ("John F. Bell and J. R. Roe met. They ate.", ["John F. Bell and J. R. Roe met.", "They ate."]),
        ("It began at 9 a.m. Monday. It ended at 5 p.m. The hall was full.",
         ["It began at 9 a.m. Monday.", "It ended at 5 p.m.", "The hall was full."]),
        ("Acme Inc. Chief Ann Bell quit.", ["Acme Inc. Chief Ann Bell quit."]),
        ('"Is it so?" he asked. "Yes." She left.', ['"Is it so?" he asked.', '"Yes."', "She left."]),
        ("It costs $3.50. Not 4.", ["It costs $3.50.", "Not 4."]),
        ("One line\nanother line", ["One line", "another line"]),
        ("In St. Louis it rained. Mr. Roe saw it.", ["In St. Louis it rained.", "Mr. Roe saw it."]),
        ("市长说。大桥开了。", ["市长说。", "大桥开了。"]),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert _cut(text, "sentences") == sentences


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('She said "no" twice.', ["no"]),
        ("She said “no” and «non» and „nein“.", ["no", "non", "nein"]),
        ("‘It’s over,’ he said.", ["It’s over,"]),
        ("He said 'the teachers' union is weak' and left.", ["the teachers' union is weak"]),
        ("In the '90s the dogs' home closed.", []),
        ('A 6" pipe and a 4" one.', []),
        ('"One.\n\n"Two," he said. It was late.', ["One.", "Two,"]),
        ('He said "we go. It rained.\n\nIt was late.', ["we go."]),
        ('"We go. It rained.\n\nIt was late.', ["We go. It rained."]),
        ('Old copy has Indonesia"s rice in it.', []),
    ],
)
def test_quotations_are_the_insides_of_their_marks(text: str, quotations: list[str]) -> None:
    assert _cut(text, "quotations") == quotations


STORY = (
    "The paper mill in Milltown will close next spring, its owner said on Friday, after a year of losses and two strikes.\n"
    "About 300 people work there; most of them have been told to look for other work before the summer is over.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        " date 2019-07-06 example.com",
        "Sat 06th July 2019 | 09:40 AM",
        "Published: July 6, 2019",
        "发布时间:2019-07-06 01:45:17   作者:小王",
        "Read also: Strike at the harbour ends",
        "RELATED: Who owns the mills",
        "By Ann Bell",
        "Photo: EXAMPLE AGENCY",
        "Advertisement",
        "{{free_limit}} free articles",
        "• Tag:",
    ],
)
def test_line_of_the_page_is_furniture(line: str) -> None:
    text = f"{line}\n{STORY}"
    assert _cut(text, "furniture") == [line.strip()]
    assert _cut(text, "paragraphs") == STORY.strip().split("\n")


@pytest.mark.parametrize(
    "tail",
    [
        "--IANS\nqd/\nDisclaimer: Nobody here edited this story\nSmart Yearly\n₹2,600\n1 Year\nEvery page, to read and share",
        "COMMENTS\n\nReplying to X\n\nComments are read before they appear; be fair and keep to the subject, please.",
        "Our Media does not take any responsibility for the information you see on this page.\nHow To Buy a Tent\nTen Rivers",
        "How To Choose a Good Tent\nTen Rivers That Run North\nWhat Bakers Know About Salt\nThe House That Nobody Sold",
        "Copyright 2019 Example Media. All rights reserved. No part of it may be broadcast, printed or rewritten.",
        "• Tag:\n\n• Rocket: when and where to see it\n\n  A rocket is about to go up from the coast and it wi",
    ],
)
def test_end_of_the_page_is_furniture(tail: str) -> None:
    assert _cut(STORY + tail, "furniture") == [tail]


@pytest.mark.parametrize(
    "line",
    [
        "Comments by the minister drew laughter in the chamber, and the sitting was closed early on Friday evening.",
        "Facebook changed its privacy policy on Monday.",
        "The report may not be published before May.",
        "Copyright law was changed in 1976.",
        "Tagore wrote it in 1910.",
        "Photo shows the mill in 1931.",
        "By Monday the water had gone.",
        "Published in 1931, the book sold badly.",
        "Video games were sold out in the town.",
        "Friday, May 31, 2019",
        "He was elected to two terms of service.",
        "Source: the river rises in the hills, according to the old map that hangs in the hall of the school.",
        "Disclaimer poster at the door of the hall.",
    ],
)
def test_line_of_the_story_is_not_furniture(line: str) -> None:
    assert _cut(f"{STORY}{line}\n{STORY}", "furniture") == []


@pytest.mark.parametrize(
    "tail",
    [
        "Admiral Mary Jane Landry\nColonel Peter Paul Rubens\nMajor John James Bell\nCaptain Cyril Dorn Fields",
        "1. Ann Bell, Harburg, 2:31.05\n2. Bo Cole, Milltown, 2:31.11\n3. Cy Dorn, Harburg, 2:33.40\n4. Di Eck, Ports, 2:34",
        "Ann Bell, 34, of Harburg\nBo Cole, 27, of Milltown\nCy Dorn, 41, of Harburg\nDi Eck, 19, of Ports",
        "She is survived by a son.\nThe funeral is on Monday.",
    ],
)
def test_list_that_ends_a_story_belongs_to_it(tail: str) -> None:
    assert _cut(STORY + tail, "furniture") == []


def test_credit_at_the_end_of_a_caption_leaves_the_caption() -> None:
    text = f"The mill in winter. PHOTO: EXAMPLE AGENCY\n{STORY}"
    assert _cut(text, "furniture") == ["PHOTO: EXAMPLE AGENCY"]
    assert _cut(text, "paragraphs")[0] == "The mill in winter."


def test_foreign_lines_beside_an_english_story_are_furniture() -> None:
    text = f"{STORY}雨城区召开汽车维修行业会议\n"
    assert _cut(text, "furniture") == ["雨城区召开汽车维修行业会议"]


def test_story_in_chinese_is_no_furniture() -> None:
    assert _cut("市长周一表示，大桥工程将于五月完工。\n这是一个好消息。", "furniture") == []


def test_cut_off_copy_of_the_first_sentence_is_furniture() -> None:
    teaser = "The paper mill in Milltown will close next spring, its owner said …"
    assert _cut(f"{teaser}\n{STORY}", "furniture") == [teaser]


def test_read_on_line_in_the_middle_does_not_end_the_story() -> None:
    text = f"{STORY}Read also: Strike ends\n{STORY}"
    assert len(_cut(text, "paragraphs")) == 4


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The paper mill in the valley will close next spring, its\n"
        "owner said on Friday, after a year of losses. About 300\n"
        "people work there.\n\nNobody was told."
    )
    assert len(_cut(text, "paragraphs")) == 2
    assert _cut(text, "sentences")[0].endswith("losses.")


def test_list_of_short_lines_stays_a_list() -> None:
    assert len(_cut("Ann Bell, the mayor of the old town\nBo Cole\nCy Dorn, her deputy\nDi Eck", "paragraphs")) == 4


def test_title_is_one_sentence_with_its_quotations() -> None:
    layout = divide_title(Document("a", "", title='Mayor: "No. Never."'))
    assert [(s.start, s.end, s.field) for s in layout.sentences] == [(0, 19, "title")]
    assert [(s.start, s.end) for s in layout.quotations] == [(8, 18)]


_PIECES = st.sampled_from(['"', "“", "”", "‘", "’", "'", ". ", "! ", "\n", "\r\n", "\n\n", "U.S. ", "Mr. ", "Ann said ", "5", "«", "»",
                           "Read also: ", "市长", "--IANS\n", "Photo: ", "\u2028", "\0", "\ud800", "Disclaimer:\n", "The mill. "])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=60).map("".join))
def test_any_text_divides_into_spans_in_order_and_inside(text: str) -> None:
    layout = _layout(text)
    for spans in (layout.paragraphs, layout.sentences, layout.quotations, layout.furniture):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(layout.paragraph_at(sentence.start) is not None for sentence in layout.sentences)
    assert all(not layout.is_furniture(sentence.start) for sentence in layout.sentences)
    assert _layout(text) == layout


@pytest.mark.parametrize(
    "text", ["a" * 200_000, '"' * 50_000, ". " * 50_000, " \n" * 50_000, "(" * 50_000, "‘a " * 30_000, "\n'" * 30_000]
)
def test_odd_text_takes_no_long_time(text: str) -> None:
    _layout(text)


def test_links_under_a_read_more_at_the_end_are_furniture() -> None:
    tail = "Read more:\n\nA mill on the coast found a buyer\n\nThe men came back. The owner did not."
    assert _cut(STORY + tail, "furniture") == [tail]


def test_short_story_under_a_sign_is_not_lost() -> None:
    text = "date 2019-07-06\n\nRead also: Strike ends\n\nIt closed on Friday."
    assert _cut(text, "paragraphs") == ["It closed on Friday."]


def test_sentence_that_never_ends_is_cut_at_blanks() -> None:
    text = "so many words " * 1000
    sentences = divide(Document("a", text)).sentences
    assert len(sentences) == 8
    assert all(end - start <= 2000 and not text[start:end].startswith(" ") for start, end, _ in sentences)
    assert " ".join(text[start:end] for start, end, _ in sentences) == text.strip()
