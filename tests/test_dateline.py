"""Every form in which a story states its date, the order of trust, and the wire line's place and agency."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.dateline import choose_dateline, find_datelines
from factcheck.model import Dateline, Document, Origin
from factcheck.segment import divide
from factcheck.stamps import Stamp, find_packed, find_stamps

MARCH = datetime.date(2019, 3, 1)


def _found(text: str, **fields: object) -> tuple[Dateline, ...]:
    document = Document(str(fields.pop("id", "a")), text, **fields)  # type: ignore[arg-type]
    return find_datelines(document, divide(document), ())


def _believed(text: str, **fields: object) -> Dateline:
    chosen = choose_dateline(_found(text, **fields))
    assert chosen is not None
    return chosen


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


WIRE_LINES = [
    ("HARBURG (Reuters) - The mill closed.", "HARBURG", "", "Reuters"),
    ("HARBURG, Jan 27 (Reuters) - The mill closed.", "HARBURG", "01-27", "Reuters"),
    ("HARBURG (AP) — The mill closed.", "HARBURG", "", "AP"),
    ("HARBURG, Texas (AP) — The mill closed.", "HARBURG, Texas", "", "AP"),
    ("By Ann Bell, Bo Cole and Cy Dorn NEW HARBURG (AP) — The mill closed.", "NEW HARBURG", "", "AP"),
    ("TOKYO (Kyodo) -- The mill closed.", "TOKYO", "", "Kyodo"),
    ("YILAN, Taiwan (Kyodo) -- The mill closed.", "YILAN, Taiwan", "", "Kyodo"),
    ("HARBURG, Nov. 24 (Xinhua) -- The mill closed.", "HARBURG", "11-24", "Xinhua"),
    ("HARBURG, March 30 (Xinhua) -- The mill closed.", "HARBURG", "03-30", "Xinhua"),
    ("LISBOA, 18 jun (Xinhua) -- A fábrica fechou.", "LISBOA", "06-18", "Xinhua"),
    ("SEOUL, Aug. 22 (Yonhap) -- The mill closed.", "SEOUL", "08-22", "Yonhap"),
    ("(LEAD) Mill to close (ATTN: ADDS details in paras 4-5) By Kim Roe SEOUL, Nov. 24 (Yonhap) -- It closed.", "SEOUL", "11-24", "Yonhap"),
    ("Harburg, July 18 (KCNA) -- The mill closed.\n-0-", "Harburg", "07-18", "KCNA"),
    ("MOSCOW, January 21. /TASS/. The mill closed.", "MOSCOW", "01-21", "TASS"),
    ("BEIJING (UrduPoint News / Sputnik - 06th July, 2019) The mill closed.", "BEIJING", "2019-07-06", "UrduPoint"),
    ("MULTAN: (UrduPoint/UrduPoint / Pakistan Point News-July 21st, 2026) The mill closed.", "MULTAN", "2026-07-21", "UrduPoint"),
    ("PARIS, Jan 1 (AFP) - The mill closed.", "PARIS", "01-01", "AFP"),
    ("PARIS (AFP) - – The mill closed.", "PARIS", "", "AFP"),
    ("New Delhi, July 26 (IANS) Hours after the mill closed, it rained.", "New Delhi", "07-26", "IANS"),
    ("New Delhi, Jan 10 (ANI): The mill closed.", "New Delhi", "01-10", "ANI"),
    ("Damascus [Syria], June 9 (ANI): The mill closed.", "Damascus [Syria]", "06-09", "ANI"),
    ("BEIRUT, Lebanon, Sept. 20 (UPI) -- The mill closed.", "BEIRUT, Lebanon", "09-20", "UPI"),
    ("Nov. 28 (UPI) -- The mill closed.", "", "11-28", "UPI"),
    ("(Bloomberg) -- The mill closed.", "", "", "Bloomberg"),
    ("Jan. 5 (Bloomberg) -- The mill closed.", "", "01-05", "Bloomberg"),
    ("Londres, 21 mar (EFE).- La fábrica cerró.", "Londres", "03-21", "EFE"),
    ("(ANSA) - MILANO, 16 MAG - La cartiera ha chiuso.", "MILANO", "05-16", "ANSA"),
    ("ROMA, 16 NOV (ANSA) - La cartiera ha chiuso.", "ROMA", "11-16", "ANSA"),
    ("(ANSA) - MONOPOLI (BARI), 6 LUG - La cartiera ha chiuso.", "MONOPOLI (BARI)", "07-06", "ANSA"),
    ("Berlin (dpa) - Die Mühle schließt.", "Berlin", "", "dpa"),
    ("PUTRAJAYA, 9 Sept (Bernama) -- The mill closed.", "PUTRAJAYA", "09-09", "Bernama"),
    ("BANGKOK, 1 NOVEMBER (Bernama) — The mill closed.", "BANGKOK", "11-01", "Bernama"),
    ("SYDNEY March 22 AAP - The mill closed.", "SYDNEY", "03-22", "AAP"),
    ("NEW YORK, March 16, 2025 (GLOBE NEWSWIRE) -- The mill closed.", "NEW YORK", "2025-03-16", "GLOBE NEWSWIRE"),
    ("Pune, India., June 13, 2023 (GLOBE NEWSWIRE) -- The mill closed.", "Pune, India", "2023-06-13", "GLOBE NEWSWIRE"),
    ("Dubai, UAE, Feb.  27, 2026  (GLOBE NEWSWIRE) -- The mill closed.", "Dubai, UAE", "2026-02-27", "GLOBE NEWSWIRE"),
    ("NEW YORK, April 8, 2022 /PRNewswire/ -- The mill closed.", "NEW YORK", "2022-04-08", "PRNewswire"),
    ("DENVER /PRNewswire/ -- The mill closed.", "DENVER", "", "PRNewswire"),
    ("PALO ALTO, Calif., January 5, 2016 — The mill closed.", "PALO ALTO, Calif.", "2016-01-05", ""),
    ("ZURICH, March 20 - The mill closed.", "ZURICH", "03-20", ""),
    ("HAMMERVIK, July 6, 2019 (Nordpress) - The mill closed.", "HAMMERVIK", "2019-07-06", "Nordpress"),
    ("HARBURG:\n\nThe mill closed.", "HARBURG", "", ""),
    ("The mill closed, its owner said on Friday.\n--IANS\nqd/", "", "", "IANS"),
    ("The mill closed, its owner said on Friday. (Yonhap)", "", "", "Yonhap"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "day", "agency"), WIRE_LINES, ids=lambda value: str(value)[:30])
def test_wire_line_gives_place_date_and_agency(text: str, place: str, day: str, agency: str) -> None:
    (line,) = _found(text)
    assert (line.place, line.agency, line.source) == (place, agency, "wire line")
    if len(day) == 10:
        assert line.date == _day(day)
    elif day:
        assert line.date is None
        assert line.evidence
        (_, dated) = _found(text, published=MARCH)
        assert dated.date is not None
        assert dated.date.strftime("%m-%d") == day
        assert abs((dated.date - MARCH).days) <= 184
    else:
        assert line.date is None


@pytest.mark.parametrize(
    "text",
    [
        "The Associated Press (AP) reported on May 5 that the mill closed.",
        "He told the agency (AFP) that the plan of May 5 was dead.",
        "In May 5 mills burned (Reuters) - so the paper says.",
        '"It is over," she told The Times (Reuters) - not now.',
        "Ann Bell (Labour) - the mayor - left.",
        "The mill (built in 1931) closed on May 5, 2019.",
        "A5 - the road - is shut.",
    ],
)
def test_prose_is_no_wire_line(text: str) -> None:
    assert _found(text) == ()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (" date 2019-07-06 example.com", "2019-07-06"),
        ("date 2022-03-05", "2022-03-05"),
        ("Sat 06th July 2019 | 09:40 AM", "2019-07-06"),
        ("Saturday, July 6, 2019", "2019-07-06"),
        ("发布时间:2024-09-22 01:45:17   作者:小王", "2024-09-22"),
        ("发布时间：2025年04月08日", "2025-04-08"),
        ("Posted on Dec 31, 2014   Updated on May 29, 2021, 9:05 pm CDT", "2014-12-31"),
        ("Updated on May 29, 2021   Posted on Dec 31, 2014", "2014-12-31"),
        ("Posted: Mon, 16 Jan 2012 11:02:41 -0800", "2012-01-16"),
        ("Sat, 06 Jul 2019 09:40:00 GMT", "2019-07-06"),
        ("Published: 6 July 2019", "2019-07-06"),
        ("PUBLISHED: July 6th, 2019", "2019-07-06"),
        ("First published on Sat 6 Jul 2019 09.40 BST", "2019-07-06"),
        ("Date: 31/12/2014", "2014-12-31"),
        ("Anadolu Agency February 24, 2024", "2024-02-24"),
        ("By Ann Bell | 6 July 2019", "2019-07-06"),
        ("Published: 3 ноября 2011", "2011-11-03"),
        ("Veröffentlicht am 3. März 2011", "2011-03-03"),
        ("Publié le 3 mars 2011", "2011-03-03"),
        ("https://example.org/news/2019/07/06/mill.html", "2019-07-06"),
        ("HARBURG | Sat Jul 6, 2019 6:14 pm EDT The mill in the valley closed.", "2019-07-06"),
    ],
)
def test_page_states_its_date(line: str, day: str) -> None:
    assert _believed(f"The mill closes\n{line}\n\nThe mill closed, its owner said.").date == _day(day)


@pytest.mark.parametrize(
    "line",
    [
        "Last modified on Sun 14 Sep 2008 18.24 EDT",
        "Updated: May 29, 2021",
        "更新时间：2025年04月08日",
        "updated: Fri Nov 19 2010 03:22:00 The mill in the valley is the last of its kind.",
    ],
)
def test_day_of_update_is_kept_and_never_believed(line: str) -> None:
    (found,) = _found(f"{line}\n\nThe mill closed.")
    assert found.updated
    assert choose_dateline([found]) is None


@pytest.mark.parametrize(
    "text",
    [
        "Battle of Hastings, October 14, 1066\n\nThe mill closed.",
        "Published on 5 May 2010 in London, the report says that the mayor had no part in it and will not leave.",
        "Published 5 hours ago\n\nThe mill closed.",
        "Date: 03/04/2019\n\nThe mill closed.",
        "Date: 2019-02-30\n\nThe mill closed.",
        "The mill opened on May 5, 1931.",
        "Posted: soon\n\nThe mill closed.",
        "",
        "\n\n",
    ],
)
def test_nothing_is_stated(text: str) -> None:
    assert choose_dateline(_found(text)) is None


def test_caller_s_date_comes_first_then_metadata_label_page_wire_address_and_file_name() -> None:
    text = (
        "https://example.org/2019/07/05/mill\nPosted on July 2, 2019\nWednesday, July 3, 2019\n\n"
        "HARBURG, July 4 (Reuters) - The mill closed."
    )
    found = _found(
        text,
        published=_day("2019-06-30"),
        metadata=(("datePublished", _day("2019-07-01")), ("dateModified", _day("2020-01-01"))),
        origin=Origin("2019-07-06-mill.txt", text),
    )
    assert [(line.source, line.date and line.date.isoformat()) for line in found if not line.updated] == [
        ("argument", "2019-06-30"),
        ("metadata", "2019-07-01"),
        ("page line", "2019-07-02"),
        ("page line", "2019-07-03"),
        ("wire line", "2019-07-04"),
        ("address", "2019-07-05"),
        ("file name", "2019-07-06"),
    ]
    believed = choose_dateline(found)
    assert believed is not None
    assert (believed.date, believed.place, believed.agency) == (_day("2019-06-30"), "HARBURG", "Reuters")


def test_span_of_a_date_line_is_the_date() -> None:
    text = "Posted on July 2, 2019\n\nThe mill closed."
    span = _believed(text).span
    assert span is not None
    assert text[span.start : span.end] == "July 2, 2019"


def test_wire_line_takes_the_year_nearest_another_date() -> None:
    line = _found("HARBURG, Dec 31 (Reuters) - The mill closed.", published=_day("2019-01-01"))[1]
    assert line.date == _day("2018-12-31")


def test_year_beyond_reason_is_kept_and_not_believed() -> None:
    text = "Saturday, July 6, 2919\n\nHARBURG, July 6, 2019 (GLOBE NEWSWIRE) -- The mill closed."
    assert [line.date.year for line in _found(text) if line.date] == [2919, 2019]
    assert _believed(text).date == _day("2019-07-06")


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("in/2019-07-06-mill.txt", "2019-07-06"),
        ("in/20190706_mill.txt", "2019-07-06"),
        ("in/mill_2019_07_06.md", "2019-07-06"),
        ("in/2019/07/06/mill.html", "2019-07-06"),
        ("in/003_489755356d5029e4.txt", ""),
        ("in/a20190706b.txt", ""),
        ("in/2019-13-45.txt", ""),
        ("in/mill.txt", ""),
    ],
)
def test_file_name_may_state_the_date(path: str, day: str) -> None:
    found = _found("The mill closed.", id=path)
    assert [line.date for line in found] == ([_day(day)] if day else [])


def test_name_of_a_table_states_no_date_of_its_rows() -> None:
    origin = Origin("crawl-2019-07-06.jsonl", "{}", form="json:text:title")
    assert _found("The mill closed.", origin=origin) == ()


def test_dates_in_the_story_are_no_datelines() -> None:
    text = "The mill closed.\n\n" + "\n".join(
        f"On May {day}, 2010 at 9:30 the men went home again." for day in range(1, 9)
    )
    assert _found(text) == ()


@given(st.dates(datetime.date(1000, 1, 1), datetime.date(9999, 12, 31)))
def test_canonical_header_dates_are_read_back(day: datetime.date) -> None:
    month = day.strftime("%B")
    for text in (
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.year}年{day.month}月{day.day}日",
    ):
        assert [stamp.day for stamp in find_stamps(text, 0, len(text))] == [day]


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_packed_dates_are_read_back(day: datetime.date) -> None:
    assert find_packed(f"x-{day:%Y%m%d}.txt") == find_packed(f"/{day:%Y/%m/%d}/") == day


def test_two_days_in_one_name_state_none() -> None:
    assert find_packed("2019-07-06-to-2019-07-08.txt") is None


def test_29_february_without_a_year_stands_in_the_nearest_leap_year_or_not_at_all() -> None:
    assert Stamp(0, 0, 2, 29, None).near(datetime.date(2019, 7, 6)) == datetime.date(2020, 2, 29)


_PIECES = st.sampled_from(["Published: ", "Updated ", "2019-07-06", "July 6, 2019", "(AP)", "(", ")", " - ", "HARBURG", ", ", "\n", "发布时间：", "/TASS/", "31/12/2014", "9999-12-31", "0001-01-01", "²", "١٢", "https://a.b/2019/07/06 ", "--IANS"])  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=30).map("".join))
def test_any_text_gives_candidates_inside_it(text: str) -> None:
    for line in _found(text, published=datetime.date(1, 1, 1)):
        assert line.span is None or 0 <= line.span.start <= line.span.end <= len(text)
        assert line.date is None or line.interval is not None
