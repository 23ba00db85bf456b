"""Right stories that look wrong at first sight: no date rule warns of any of them."""

from __future__ import annotations

import datetime

import pytest

from factcheck import Checker, Document

CHECKER = Checker(select=["DAT"])
SATURDAY = datetime.date(2019, 7, 6)

RIGHT = (
    "The company's 2020 model, shown in May, sold out in 2019.",
    "She was born in 1950, the year her father, then 32, left for war.",
    "Prince Karl (1712-1780), a patron of music, built the palace in 1750.",
    "The bond, issued in 2009, matures in 2039 and paid 5 per cent in 2018.",
    "The agency's 1984-85 budget was cut; the 1986/87 budget was not.",
    "The village has 2030 people, of whom 1950 voted.",
    "The ship was due to arrive on June 30 but came on July 2.",
    "The launch, originally set for 12 August 2020, was brought forward to 2 July 2019.",
    "The climate pact said emissions peaked in 2025 under the plan.",
    "According to the forecast, the population peaked in 2050 and then fell.",
    "He said he had promised voters in 2015 that the road would be ready in 2021.",
    "The treaty, signed in 1997, expired in 2017 and was renewed until 2037.",
    "The club won the title in 2012-13, 2014-15 and 2018-19.",
    "The Hundred Years' War (1337-1453) lasted 116 years.",
    "World War II lasted from 1939 to 1945, six years.",
    "After 10 years in exile, from 2005 to 2015, he came home.",
    "He has been in office for 10 years, since 2009.",
    "The 50-year-old law of 1969 was repealed.",
    "It was the first win in nine years, since 2010.",
    "The 30th birthday of the web, born in 1989, was celebrated in March.",
    "On the 75th anniversary of D-Day, June 6, veterans met in Normandy.",
    "Apollo 11 landed on July 20, 1969; the 50th anniversary is two weeks away.",
    "Maria Lopez, 38, was 20 when her son, born in 2001, was taken from her.",
    "The murder of Anna Berg, 19, in 1992 was solved this week; her brother, born in 1970, wept.",
    "John Reed, 60, who joined the firm in 1979 at the age of 20, retires.",
    "Former champion Pat Cole, who was born in 1940 and died in 2001 aged 61, is honoured.",
    "Pat Cole Jr., 35, is the son of Pat Cole, born in 1940.",
    "Mary Cole, born in 1940, turned 70 in 2010.",
    "Last week, on Friday June 28, the dam broke.",
    "Last year, on July 9, the dam broke.",
    "Today, July 6, is the last day; tomorrow, Sunday, the shop closes.",
    "Until yesterday, July 2 had been the hottest day.",
    "This year, 2018's champion came second.",
    "The week began on Monday with a strike; July 3 was calm.",
    "The court ruled on Monday, July 1, that the ban of May 3 was void.",
    "On Sunday, 30 June families were evacuated.",
    "Independence Day, July 4, fell on a Thursday.",
    "He was born on Thursday, 29 February 1940.",
    "In 1582 the day after October 4 was October 15; October 10, 1582 did not exist.",
    "The email was sent at 23:59 and the reply came at 00:01.",
    "The pamphlet of 1649 and a letter of 30 January 1649 were sold.",
    'The film "2012" was made in 2009 and is set in 2012.',
    "The Year 3000 is a song of 2002.",
    "The comic hero died in 2099 in a story printed in 1992.",
    "In a game set in 2077, the police were sold in 2065.",
    "The union said workers were paid until 2021.",
    "The law took effect on July 1 and lapses on June 30, 2024.",
    "Voters were told on June 30 that polls would open on July 14.",
    "The two sides agreed on July 1 to meet on July 15 in Oslo.",
    "A hearing was scheduled on July 22.",
    "A decision was expected on July 12.",
    "The group cancelled its show on July 20.",
    "Police banned a march planned for July 13.",
    "Tickets for the concert on July 19 were sold out.",
    "The company announced a meeting of shareholders on July 25.",
    "The mayor called an election for July 28, and a debate was fixed for July 18.",
    "She was named conductor of the festival that opens on August 2.",
    "The exam was moved from July 3 to July 10.",
    "He booked a flight to Rome on July 20.",
    "The match against Spain on July 12 was sold out.",
    "He was ordered to appear in court on July 15.",
    "The council invited bids by July 31 for a bridge that opens in 2022.",
    "A summit was convened on July 14.",
    "The deal was to have been closed on July 12.",
    "NASA picked a crew in 2018 for a flight that starts in 2021.",
    "Qatar was chosen in 2010 to stage the finals in 2022.",
    "He was jailed in 2009, ten years ago, for a theft in 2007.",
    "The first Gulf war, in 1991, and the second, in 2003, are 12 years apart.",
    "The 1989-1991 revolution began 30 years ago.",
    "Mr Okafor, 61, was elected in 2011 and re-elected in 2015.",
    '"I was born in 1950," said Lena Roth, 69.',
    "Lena Roth, 69, and her husband, Max, born in 1946, run the inn.",
    "Lena Roth, who is 69, took over from her mother, Ida, born in 1920.",
    "He died in 1999, aged 80, 20 years ago.",
    "The trial of the man arrested on July 3 for the attack of July 1 begins in 2020.",
    "The act of 2018 replaces one from 1968, 50 years earlier.",
    "The law will be debated in 2020, two years after the election of 2018.",
    "The festival, held every two years since 1995, had 20 editions planned by 2035.",
    "The report covers 2018, 2019 and 2020; the next is due in 2021.",
    "An investor bought shares on July 5 at 2019 pence and sold at 2103.",
    "Star Trek's captain was born on March 22, 2233.",
    "He was to turn 50 in 2020 and was born in 1970.",
    "The deadline passed on June 30, a Sunday, and was extended to July 31.",
    "The show was recorded on Tuesday, July 2, to be aired on Tuesday, July 9.",
    "Elections were held in 2014; the next were set for 2019, then for 2021.",
    "She returned on July 5 from a trip that began on June 20, two weeks and a day earlier.",
    "From 1 October 2018 to 30 September 2019 the rate is 3 per cent.",
    "In the winter of 2018-19 and again from December 2018 to February 2019 it froze.",
    "The ship, built 20 years ago (1999), sank.",
)

IN_JANUARY = (
    "In the week since January 1, 2019, and on January 5, 2018, a year before, the same shop was robbed.",
    "He was born on January 9, 2018.",
)


def loud(text: str, published: datetime.date) -> list[str]:
    found = CHECKER.run([Document("story", text, "", published)])
    return [f"{finding.rule}: {finding.message}" for finding in found if finding.severity != "info"]


@pytest.mark.parametrize("text", RIGHT)
def test_right_story_raises_no_alarm(text: str) -> None:
    assert loud(text, SATURDAY) == []


@pytest.mark.parametrize("text", IN_JANUARY)
def test_right_story_of_early_january_raises_no_alarm(text: str) -> None:
    assert loud(text, datetime.date(2019, 1, 8)) == []
