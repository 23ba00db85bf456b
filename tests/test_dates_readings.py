"""How times are read in news of results, timetables and deadlines, and in histories that have no date."""

from __future__ import annotations

import datetime

import pytest

from factcheck.dates import find_times

MONDAY = datetime.date(2013, 2, 11)


def _values(text: str, published: datetime.date | None = MONDAY) -> list[str]:
    return [time.value for time in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council meets on Wednesday.", "2013-02-13"),
        ("The pope flies to Milan on Friday to see his sister.", "2013-02-15"),
        ("Officials are gathering in Oslo on Tuesday.", "2013-02-12"),
        ("Eight members had filed their papers by Friday.", "2013-02-08"),
        ("By Friday, the town was quiet.", "2013-02-08"),
        ("Members must file their papers by Friday.", "2013-02-15"),
        ("She will be named head of the bank on Tuesday.", "2013-02-12"),
        ("The firms would look for a way around Wednesday's ruling.", "2013-02-06"),
        ("Both sides will rest ahead of Sunday's vote.", "2013-02-17"),
        ("The court said it must be returned and set Friday as the day.", "2013-02-08"),
        ("He said it will be hard to win and on Friday criticised the plan.", "2013-02-08"),
        ("The judge said the court on Thursday will hear the case.", "2013-02-14"),
        ("The tests were due on Sunday but were put off.", "2013-02-10"),
        ("Six died due to a quake on Saturday.", "2013-02-09"),
        ("He is due to speak on Saturday.", "2013-02-16"),
        ("The bridge is expected to remain closed on Thursday.", "2013-02-14"),
        ("The group plans further marches Friday.", "2013-02-15"),
        ("He campaigned ahead of Tuesday's vote.", "2013-02-12"),
        ("Holders should know that most had sold by the Thursday deadline.", "2013-02-07"),
    ],
)
def test_weekday_follows_timetables_and_deadlines(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In March, the firm brought in a new chief.", "2012-03"),
        ("The firm said the bridge opens in March.", "2013-03"),
        ("She will be named head of the bank in May.", "2013-05"),
        ("The firm agreed to repay the loan by August.", "2013-08"),
        ("Prices rose through December.", "2012-12"),
        ("The season ended in March.", "2012-03"),
        ("She said the case is heard in March.", "2013-03"),
        ("He welcomed the March vote.", "2013-03"),
    ],
)
def test_month_alone_looks_ahead_only_where_the_clause_does(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was last seen July 20.", "2012-07-20"),
        ("He will be tried July 20.", "2013-07-20"),
        ("Maize was sold for delivery on July 20.", "2013-07-20"),
        ("The bridge opened last March 3.", "2012-03-03"),
        ("The fiscal year of the town ends Sept. 30.", "2013-09-30"),
    ],
)
def test_far_month_and_day_follow_the_tense(text: str, value: str) -> None:
    assert _values(text)[-1] == value


def test_day_past_every_month_is_kept_behind_a_preposition() -> None:
    assert _values("The letter came on 38 October.") == ["XXXX-10-38"]
    assert _values("It was among the top 40 May hits.") == []
    assert _values("The team won 38 April 3.") == ["2013-04-03"]


def test_attacks_of_september_are_of_2001() -> None:
    assert _values("The fund began after the Sept. 11 attacks.") == ["2001-09-11"]
    assert _values("The shop opened on Sept. 11.") == ["2012-09-11"]


def test_weekday_with_a_pointer_goes_with_its_date() -> None:
    assert _values("It fell on the preceding Friday, August 17, 2012.") == ["2012-08-17"]


def test_years_later_count_from_a_decade_ago() -> None:
    assert _values("A decade ago the mill was sold; four years later it shut.") == ["2003", "2007"]


def test_falls_and_winter_games_are_no_seasons() -> None:
    assert _values("The fall of the city came after the fall in prices.") == []
    assert _values("They will host the Winter Olympics.") == []
    assert _values("It will open in the fall.") == ["2013-FA"]


def test_march_on_a_city_is_no_month() -> None:
    assert _values("He joined the March on Rome.") == []


@pytest.mark.parametrize(
    "text", ["It began at 6 p.m. on Sunday.", "It began at 6 p.m., Sunday.", "It began at 6 p.m. (1700 GMT) on Sunday."]
)
def test_time_of_day_takes_the_day_behind_it(text: str) -> None:
    assert _values(text)[0] == "2013-02-10T18:00"


def test_two_times_of_day_share_the_day_behind_them() -> None:
    assert _values("Power failed between 8 p.m. and 9 p.m. Sunday.") == ["2013-02-10T20:00", "2013-02-10T21:00"]


def test_overnight_leaves_the_story_at_its_day() -> None:
    text = "Shares fell on Friday after overnight losses abroad, down 4 percent from the previous Friday."
    assert _values(text)[::2] == ["2013-02-08", "2013-02-01"]


def test_latest_quarter_is_not_one_that_has_not_ended() -> None:
    text = "Third-quarter net fell. A charge will follow for the fourth quarter. " + "It makes pumps. " * 40
    assert _values(text + "Sales rose in the latest quarter.", datetime.date(2012, 11, 1))[-1] == "2012-Q3"


def test_week_of_a_holiday() -> None:
    assert _values("The pool opens on Memorial Day weekend.") == ["2013-W21-WE"]
    assert _values("Shops will close for Easter week.") == ["2013-W13"]


def test_year_ago_is_the_quarter_that_is_reported() -> None:
    text = (
        "Third-quarter net rose to $9 million from $7 million a year ago. A charge will fall in the fourth quarter. "
        "Sales were $80 million, up from $70 million a year earlier."
    )
    assert _values(text, datetime.date(2012, 11, 1)) == ["2012-Q3", "2011-Q3", "2012-Q4", "2011-Q3"]


def test_year_earlier_beside_nine_months_is_a_year() -> None:
    text = (
        "Third-quarter net rose to $9 million. For the nine months it was $20 million, up from $18 million a year ago."
    )
    assert _values(text, datetime.date(2012, 11, 1)) == ["2012-Q3", "P9M", "2011"]


def test_latest_period_is_the_one_reported() -> None:
    text = "The maker's fiscal first-quarter profit doubled. Sales in the latest period fell from last year's quarter."
    assert _values(text, datetime.date(2012, 11, 1)) == ["2012-Q1", "2012-Q1", "2011-Q1"]


def test_same_period_of_another_year_is_one_time() -> None:
    text = "It lost $2 million in the third quarter, beside a gain in the corresponding period last year."
    assert _values(text, datetime.date(2012, 11, 1)) == ["2012-Q3", "2011-Q3"]


def test_change_since_year_end_looks_back() -> None:
    assert _values("The index is up 9 percent since year-end.") == ["2012-12-31"]


def test_weekend_ahead_and_behind() -> None:
    assert _values("Snow fell over the weekend.") == ["2013-W06-WE"]
    assert _values("The fair takes place this weekend.") == ["2013-W07-WE"]


def test_history_runs_on_over_the_new_year() -> None:
    assert _values("In November 1941 the siege began. In February relief came.", None) == ["1941-11", "1942-02"]


def test_history_is_in_the_next_year_after_a_winter() -> None:
    text = "In August 1914 they marched. The following winter they froze, and in February they went home."
    assert _values(text, None) == ["1914-08", "1914-WI", "1915-02"]


def test_history_takes_its_year_from_a_half() -> None:
    text = "In 1941 it starved. The first half of 1942 was quiet. In June the guns came."
    assert _values(text, None) == ["1941", "1942-H1", "1942-06"]


def test_half_a_century_later_is_a_year() -> None:
    assert _values("Peace came in 1648. Half a century later war broke out again.", None) == ["1648", "1698"]


def test_history_returns_to_its_day_after_looking_back() -> None:
    text = "They fought on 14 June 1800. The general had left in May. The same day the fort fell."
    assert _values(text, None) == ["1800-06-14", "1800-05", "1800-06-14"]


def test_history_counts_years_before_christ() -> None:
    text = "In 490 BC they landed. Ten years later they came again. The following year they lost."
    assert _values(text, None) == ["BC0490", "BC0480", "BC0479"]
    assert _values("In 431 BC peace ended, and that summer they came.", None) == ["BC0431", "BC0431-SU"]


def test_history_keeps_months_and_days_before_christ() -> None:
    text = "The fleet was lost in September 413 BC. In October they fled; on 9 October a few came home."
    assert _values(text, None) == ["BC0413-09", "BC0413-10", "BC0413-10-09"]


def test_month_that_follows_a_year_is_in_the_next() -> None:
    assert _values("In late 1973 it was shut. The following March it opened.", None) == ["1973", "1974-03"]


def test_holiday_of_a_history_is_in_the_year_told() -> None:
    assert _values("He died in 1612, shortly before Christmas.", None) == ["1612", "1612-12-25"]


def test_old_year_before_a_noun_is_a_year() -> None:
    assert _values("The 1862 campaign failed. The 1600 soldiers went home. The 1862 soldiers did not.", None) == [
        "1862"
    ]


@pytest.mark.parametrize(
    "aside",
    [
        "The war with the south had begun in 1937.",
        "It would last until 1949.",
        "A plan was made for 1941-46.",
        "It was the worst loss since 1905.",
    ],
)
def test_history_does_not_move_to_the_year_of_an_aside(aside: str) -> None:
    text = f"In March 1941 the city was taken. {aside} On 4 June the port fell."
    assert _values(text, None)[-1] == "1941-06-04"


def test_today_in_a_history_is_the_present() -> None:
    assert _values("On 3 May 1862 they met. Today the site is a park.", None) == ["1862-05-03", "PRESENT_REF"]


def test_lists_and_ranges_share_era_and_century() -> None:
    assert _values("The war lasted from 431 to 404 BC.", None) == ["BC0431", "BC0404"]
    assert _values("Built in the 16th and 17th centuries.", None) == ["15", "16"]


def test_length_after_to_last_is_without_the_verb() -> None:
    (time,) = find_times("The trial is expected to last three months.", MONDAY)
    assert (time.text, time.value) == ("three months", "P3M")


def test_holidays_with_a_weekday_in_their_name() -> None:
    assert _values("He rested on Good Friday.") == ["2013-03-29"]
    assert _values("He was shot on Bloody Sunday.") == []


def test_short_posts_have_bare_days_and_no_contractions() -> None:
    assert _values("I woke up late this morning after a long night. C'mon!!") == ["2013-02-11TMO", "2013-02-11TNI"]
    assert _values("Happy birthday! May the year be kind to you :)")[:1] != ["2013-05"]
    assert _values("Charles I rode all day.") == []
