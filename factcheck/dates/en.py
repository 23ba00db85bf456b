"""English words and shapes of time expressions, as tables; each shape with examples at Saturday, July 6, 2019."""

# ruff: noqa: E501 -- a table with one shape a line
from __future__ import annotations

from factcheck.dates.locale import Locale, Pattern

WORDS = {
    "MONTH": "january=1 february=2 april=4 june=6 july=7 august=8 september=9 october=10 november=11 december=12",
    "MAY^": "may=5 march=3",
    "MAY_LOW": "",
    "MON": "jan=1 feb=2 febr=2 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12 mar=3",
    "WEEKDAY": "monday=0 tuesday=1 wednesday=2 thursday=3 friday=4 saturday=5 sunday=6",
    "WEEKDAYS": "mondays=0 tuesdays=1 wednesdays=2 thursdays=3 fridays=4 saturdays=5 sundays=6",
    "WD": "mon=0 tue=1 tues=1 wed=2 weds=2 thu=3 thur=3 thurs=3 fri=4",
    "SAT^": "sat=5 sun=6",
    "SAT_LOW": "",
    "WEEK": "week=week",
    "SMALL": "day=day month=month hour=hour minute=minute fortnight=fortnight hr=hour",
    "YEAR": "year=year",
    "YR": "yr=year",
    "MIN": "min=minute",
    "AGE": "decade=decade millennium=millennium",
    "CENTURY": "century=century",
    "CENTURIES": "centuries=century",
    "MANY": "days=day weeks=week months=month decades=decade minutes=minute"
    " seconds=second quarters=quarter weekends=weekend millennia=millennium fortnights=fortnight"
    " mins=minute secs=second wks=week",
    "HOURS": "hours=hour hrs=hour",
    "YEARS": "years=year yrs=year",
    "SECOND": "second=2",
    "QUARTER": "quarter=quarter",
    "HALF": "half=0.5",
    "PERIOD": "period=period semester=period term=period",
    "WEEKEND": "weekend=weekend",
    "PART": "morning=MO afternoon=AF evening=EV night=NI dawn=MO dusk=EV sunset=EV sunrise=MO nite=NI midmorning=MO"
    " midafternoon=AF",
    "PARTS": "mornings=MO afternoons=AF evenings=EV nights=NI",
    "NOON": "noon=12:00 midday=12:00 midnight=24:00",
    "TONIGHT": "tonight=NI tonite=NI",
    "OVERNIGHT": "overnight=NI",
    "DAYWORD": "today=0 yesterday=-1 tomorrow=1 tdy=0 tmr=1 tmrw=1 tomo=1 tmw=1",
    "SEASON": "spring=SP summer=SU autumn=FA winter=WI springtime=SP summertime=SU wintertime=WI",
    "FALL": "fall=FA",
    "SEASONS": "springs=SP summers=SU autumns=FA winters=WI",
    "HOLIDAY": "christmas=christmas xmas=christmas easter=easter thanksgiving=thanksgiving halloween=halloween"
    " ramadan=ramadan hanukkah=hanukkah passover=passover pentecost=pentecost epiphany=epiphany",
    "FEAST^": "good=goodfriday palm=palmsunday ash=ashwednesday",
    "ADVERB": "daily=P1D weekly=P1W monthly=P1M yearly=P1Y annually=P1Y hourly=PT1H nightly=P1D biweekly=P2W",
    "ANNUAL": "annual=P1Y",
    "NOW": "now",
    "PRESENT": "currently nowadays presently",
    "CURRENT": "current=0",
    "ERA": "bc=BC bce=BC ad=AD ce=AD",
    "AMPM": "am=0 pm=12",
    "ZONE^": "est edt cst cdt mst mdt pst pdt gmt utc bst cet ist sgt et ct pt",
    "PASTLY": "recently lately",
    "RECENT": "recent",
    "FUTURE": "future",
    "SOON": "soon",
    "ONCE": "once=1 twice=2 thrice=3",
    "ART": "a=~ an=~",
    "KIND": "trading business working consecutive straight calendar",
    "EXTRA": "additional extra full further",
    "TIMES": "times=times",
    "LAST": "last=-1",
    "PAST": "past=-1",
    "PREVIOUS": "previous=-1 preceding=-1 prior=-1",
    "NEXT": "next=1 nxt=1",
    "COMING": "coming=1 upcoming=1",
    "FOLLOWING": "following=1 subsequent=1",
    "THIS": "this=0",
    "THAT": "that=0",
    "SAME": "same=0",
    "EARLY": "early=START late=END mid=MID",
    "EARLIER": "earlier=START",
    "LATER": "later=END",
    "PORTION": "beginning=START start=START end=END middle=MID close=END",
    "AGO": "ago=-1",
    "HENCE": "hence=1",
    "HEDGE": "nearly=APPROX almost=APPROX about=APPROX around=APPROX approximately=APPROX roughly=APPROX some=APPROX"
    " barely=APPROX circa=APPROX",
    "OVER": "over=MORE_THAN under=LESS_THAN",
    "MORE": "more=MORE_THAN less=LESS_THAN fewer=LESS_THAN longer=MORE_THAN",
    "LEAST": "least=EQUAL_OR_MORE most=EQUAL_OR_LESS",
    "UP": "up=EQUAL_OR_LESS",
    "VAGUE": "few=X several=X many=X",
    "COUPLE": "couple=2",
    "EVERY": "every each",
    "ONES": "one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9",
    "TEENS": "ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17",
    "CENT": "eighteen=18 nineteen=19",
    "TENS": "twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90",
    "HUNDRED": "hundred=100 thousand=1000 dozen=12 million=1000000",
    "ORD": "first=1 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12"
    " thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19"
    " twentieth=20 thirtieth=30",
    "FINAL": "latest=0 final=0",
    "DECADEWORD": "twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90",
    "FISCAL": "fiscal",
    "LIKE": "comparable corresponding",
    "Q": "q1=1 q2=2 q3=3 q4=4",
}

SETS = {
    "UNITS": "MANY YEARS HOURS CENTURIES",
    "UNIT": "SMALL WEEK MIN YEAR YR AGE CENTURY",
    "M": "MONTH MAY MON",
    "W": "WEEKDAY WD SAT",
    "DAYN": "D1 D2 NTH",
    "ORDINAL": "ORD SECOND NTH",
    "YEARN": "Y4 N4 N5",
    "NUMBER": "D1 D2 D3 BIG DEC",
    "DEICTIC": "LAST THIS NEXT PAST COMING",
    "SEASONAL": "SEASON FALL",
}

MACROS = {
    "N": "( NUMBER FRACTION? | FRACTION | ( TENS -? ONES | TENS | TEENS|CENT | ONES | ART ) -? HUNDRED HUNDRED?"
    " | TENS -? ONES | TENS | TEENS|CENT | ONES | HALF ART? ) ( and ART HALF )?",
    "Q": "amount=( ART COUPLE of? | COUPLE of? | ART? VAGUE | <N> )",
    "Q2": "amount=( ART? COUPLE of? | ART? VAGUE | <N> ) MORE?",
    "H": "mod=( HEDGE | OVER | no? MORE than | at LEAST | UP to )",
    "WDAY": "( weekday=W .? ,? )?",
    "CLK": "( clock=CLOCK ampm=AMPM? | clock=DEC|D3|Y4|N4 ampm=AMPM | clock=D3|Y4|N4 ZONE | clock=D1|D2 ampm=AMPM | clock=D1 o ' clock | clock=NOON ) zone=ZONE?",
    "AGO": "( or so )? AGO",
    "U": "unit=UNIT|UNITS|QUARTER|SECOND",
    "ORDQ": "( quarter=ORDINAL -? QUARTER | quarter=Q )",
    "EL": "mod=( the? EARLY -? | the? EARLIER|LATER | the? ( very )? PORTION of )",
    "APOS": "' yy=D1|D2",
    "NEAR": "LAST|THIS|NEXT|PREVIOUS|FOLLOWING|COMING|PAST|SAME",
    "J": "( , | ,? and | ,? or | - | to | through | until | / )",
}

# fmt: off
PATTERNS = (
    # days
    Pattern("date", "DATE", "<WDAY> month=M .? ( the )? day=DAYN ,? year=YEARN", "order=mdy", (
        "July 5, 2019 = 2019-07-05", "Sept. 5, 2018 = 2018-09-05", "July 5th 2019 = 2019-07-05",
        "Friday, July 5, 2019 = 2019-07-05", "Fri. Jul. 5, 2019 = 2019-07-05", "JULY 5, 2019 = 2019-07-05",
        "July 5, 2918 = 2918-07-05", "February 30, 2019 = 2019-02-30", "July 5 20010 = 20010-07-05")),
    Pattern("date", "DATE", "<WDAY> ( the )? day=DAYN of? month=M .? ,? year=YEARN", "order=dmy", (
        "5 July 2019 = 2019-07-05", "5th of July, 2019 = 2019-07-05", "Sat 06th July 2019 = 2019-07-06",
        "Saturday 6 July 2019 = 2019-07-06", "06-Jul-2019 = 2019-07-06", "14nov 2011 = 2011-11-14")),
    Pattern("date", "DATE", "day=DAYN - month=M - year=YEARN", "order=dmy"),
    Pattern("date", "DATE", "day=DAYN of? month=M ( , | - | .? ) ' yy=D1|D2", "order=dmy", ("5 July '19 = 2019-07-05",)),
    Pattern("date", "DATE", "<WDAY> month=M .? day=DAYN ,? ' yy=D1|D2", "order=mdy", ("July 5, '19 = 2019-07-05",)),
    Pattern("date", "DATE", "year=Y4 month=M .? day=DAYN", "order=ymd", ("2019 July 5 = 2019-07-05",)),
    Pattern("date", "DATE", "<WDAY> month=M|MAY_LOW .? ( the )? day=DAYN|ORD", "order=mdy", (
        "July 5 = 2019-07-05", "Jan. 30 = 2019-01-30", "Friday, July 5 = 2019-07-05", "Friday July 5 = 2019-07-05",
        "March 33 = XXXX-03-33", "June 31 = XXXX-06-31", "March eighth = 2019-03-08")),
    Pattern("date", "DATE", "<WDAY> ( the )? day=D1|NTH of? month=M|MAY_LOW .?", "order=dmy", (
        "5 July = 2019-07-05", "the 5th of July = 2019-07-05", "Friday 5 July = 2019-07-05", "30 Jan = 2019-01-30")),
    Pattern("date", "DATE", "day=D2 of? month=M .?", "order=dmy bare=stray"),
    Pattern("date", "DATE", "D2 [ month=M .? day=D1|NTH ( ,? year=YEARN )? ]", "order=mdy"),
    Pattern("date", "DATE", "day=NTH month=M weekday=W", "order=dmy"),
    Pattern("date", "DATE", "weekday=W ,? the day=NTH", "", ("Friday the 5th = 2019-07-05",)),
    Pattern("date", "DATE", "month=M .? day=DAYN of? ( DEICTIC UNIT )", "order=mdy unit=year"),
    Pattern("iso", "DATE", "iso=ISO", "order=ymd", (
        "2019-07-05 = 2019-07-05", "2019-13-05 = 2019-13-05", "2019-07-05T09:40 = 2019-07-05T09:40")),
    Pattern("numeric", "DATE", "numeric=NUMERIC", "", ("7/25/2019 = 2019-07-25", "25.7.2019 = 2019-07-25")),
    Pattern("date", "DATE", "<WDAY> day=FRACTION month=M ( ,? year=YEARN )?", "order=dmy", ("12/13 July 2018 = 2018-07-12",)),
    Pattern("date", "DATE", "day=D1|NTH of? month=M ,? year=D1|D2|D3|Y4 era=ERA", "order=dmy", ("15 March 44 BC = BC0044-03-15",)),
    Pattern("date", "DATE", "month=M day=D1|NTH ,? year=D1|D2|D3|Y4 era=ERA", "order=mdy"),
    Pattern("date", "DATE", "the day=NTH", "bare=monthday"),
    # joined days
    Pattern("date", "DATE", "[ <WDAY> month=M .? day=DAYN ] <J> [ <WDAY> day=DAYN ( ,? year=YEARN )? ]", "order=mdy"),
    Pattern("date", "DATE", "[ <WDAY> month=M .? day=DAYN ] <J> [ <WDAY> day=DAYN ] <J> [ <WDAY> day=DAYN ( ,? year=YEARN )? ]",
            "order=mdy"),
    Pattern("date", "DATE", "[ <WDAY> month=M .? day=DAYN ] <J> [ <WDAY> month=M .? day=DAYN ,? year=YEARN ]", "order=mdy"),
    Pattern("date", "DATE", "[ <WDAY> ( the )? day=DAYN ] <J> [ <WDAY> ( the )? day=DAYN of? month=M ( ,? year=YEARN )? ]",
            "order=dmy"),
    Pattern("date", "DATE", "[ <WDAY> day=DAYN month=M ] <J> [ <WDAY> day=DAYN month=M ,? year=YEARN ]", "order=dmy"),
    # months and years
    Pattern("month", "DATE", "( the UNIT of )? month=M .? ( ,? of? year=YEARN | ,? <APOS> )", "", (
        "July 2019 = 2019-07", "July, 2019 = 2019-07", "Sept. 2018 = 2018-09", "July of 2019 = 2019-07")),
    Pattern("month", "DATE", "<EL> ( the UNIT of )? month=M .? of? year=YEARN", "", ("early July 2019 = 2019-07",)),
    Pattern("month", "DATE", "[ month=M .? ] <J> [ month=M .? ,? of? year=YEARN ]"),
    Pattern("month", "DATE", "( the UNIT of )? month=MONTH", "", ("April = 2019-04",)),
    Pattern("month", "DATE", "the mod=EARLY|EARLIER|LATER UNITS of month=M .? ( ,? of? year=YEARN )?", "", ("the early days of May = 2019-05",)),
    Pattern("month", "DATE", "the LAST|FINAL UNITS of month=M .? ( ,? of? year=YEARN )?", "mod=END", ("the last days of May = 2019-05",)),
    Pattern("month", "DATE", "the ORD UNITS of month=M .? ( ,? of? year=YEARN )?", "mod=START", ("the first days of May = 2019-05",)),
    Pattern("year", "DATE", "the mod=EARLY|EARLIER|LATER UNITS of year=Y4", "", ("the early months of 1918 = 1918",)),
    Pattern("year", "DATE", "the LAST|FINAL UNITS of year=Y4", "mod=END", ("the last weeks of 1918 = 1918",)),
    Pattern("year", "DATE", "the ORD UNITS of year=Y4", "mod=START", ("the first weeks of 1918 = 1918",)),
    Pattern("month", "DATE", "the ORD|SECOND UNIT of month=M .? ( ,? of? year=YEARN )?", "", ("the second week of May = 2019-05",)),
    Pattern("month", "DATE", "the LAST UNIT of month=M .? ( ,? of? year=YEARN )?", "mod=END", ("the last week of May = 2019-05",)),
    Pattern("month", "DATE", "the UNIT of month=MAY|MON"),
    Pattern("month", "DATE", "month=MON .?", "bare=month"),
    Pattern("month", "DATE", "month=MAY", "bare=may"),
    Pattern("month", "DATE", "mod=( the? EARLY -? | the? PORTION of ) month=MONTH|MAY|MON|MAY_LOW .?", "", (
        "mid-March = 2019-03", "early November = 2019-11", "the end of June = 2019-06")),
    Pattern("month", "DATE", "THIS direction=COMING|PAST month=MONTH|MAY|MON", "", ("this past April = 2019-04",)),
    Pattern("month", "DATE", "direction=LAST|THIS|NEXT|COMING|PAST|PREVIOUS month=MONTH|MAY|MON|MAY_LOW", "", (
        "last November = 2018-11", "this July = 2019-07", "next April = 2020-04")),
    Pattern("date", "DATE", "direction=LAST|THIS|NEXT month=MONTH|MAY|MON .? day=DAYN", "order=mdy", (
        "last Oct. 29 = 2018-10-29", "next April 5 = 2020-04-05")),
    Pattern("date", "DATE", "DEICTIC [ month=M .? day=DAYN ,? year=YEARN ]", "order=mdy"),
    Pattern("month", "DATE", "DEICTIC month=MONTH|MAY|MON year=Y4"),
    Pattern("month", "DATE", "month=M .? ,? of? year=D1|D2|D3|Y4 era=ERA", "", ("September 413 BC = BC0413-09",)),
    Pattern("month", "DATE", "( <EL> )? month=MONTH|MAY|MON .? of? direction=LAST|THIS|NEXT|PREVIOUS|THAT|SAME unit=UNIT", "", (
        "June last year = 2018-06", "January this year = 2019-01", "March of next year = 2020-03")),
    Pattern("month", "DATE", "month=MONTH|MAY|MON of? the direction=PREVIOUS|FOLLOWING|NEXT|SAME unit=YEAR", "base=text", (
        "April of the next year = 2020-04", "June the following year = 2020-06")),
    Pattern("date", "DATE", "month=M .? day=DAYN ,? of? ( THAT SAME? | the SAME ) YEAR", "order=mdy", (
        "May 5 of that year = 2019-05-05",)),
    Pattern("date", "DATE", "( the )? day=DAYN of? month=M ,? of? ( THAT SAME? | the SAME ) YEAR", "order=dmy", (
        "5 May of the same year = 2019-05-05",)),
    Pattern("year", "DATE", "year=Y4|N4|N5", "bare=year", ("2003 = 2003",)),
    Pattern("year", "DATE", "year=Y4|D3|D2|D1|N4 era=ERA", "", ("44 BC = BC0044", "476 AD = 0476")),
    Pattern("year", "DATE", "ERA year=Y4|D3|D2|D1", "", ("AD 476 = 0476",)),
    Pattern("year", "DATE", "[ year=Y4|N4|D3|D2|D1 ] <J> [ year=Y4|N4|D3|D2|D1 era=ERA ]"),
    Pattern("year", "DATE", "the? unit=YEAR year=Y4|N4|N5", "", ("the year 2000 = 2000",)),
    Pattern("year", "DATE", "<EL> ( the unit=UNIT )? year=Y4|N4", "", (
        "early 2019 = 2019", "late 1998 = 1998", "mid-1996 = 1996", "the end of 1990 = 1990")),
    Pattern("year", "DATE", "century=CENT yy=( TENS -? ONES | TENS | TEENS|CENT )", ""),
    Pattern("year", "DATE", "FISCAL ( UNIT )? ( year=Y4|N4 | <APOS> )", "word=fiscal", ("fiscal 1989 = 1989",)),
    Pattern("year", "DATE", "<APOS>", "bare=year"),
    Pattern("year", "DATE", "[ year=Y4 ] -|/ [ year=Y4|N4 ]"),
    Pattern("year", "DATE", "[ year=Y4 ] -|/ [ yy=D1|D2 ]"),
    Pattern("decade", "DATE", "the? mod=( EARLY -? | PORTION of the | latter|ORDINAL|LAST -? HALF of the )? ( ' )? decade=DECADE", "bare=decade", (
        "the 1990s = 199", "the late 1970s = 197", "the mid-1990s = 199", "the '90s = 199", "2920s = 292")),
    Pattern("decade", "DATE", "the mod=( EARLY -? )? decade=DECADEWORD", "", ("the nineties = 199",)),
    Pattern("century", "DATE", "the? mod=( EARLY -? | EARLY|EARLIER|LATER|ORDINAL|LAST UNITS of the | PORTION of the | latter|ORDINAL|LAST -? HALF of the )? ordinal=ORDINAL -? CENTURY era=ERA?", "", (
        "the 20th century = 19", "the twenty-first century = 20")),
    Pattern("century", "DATE", "the? mod=( EARLY -? | PORTION of the )? ordinal=( TENS -? ORD ) -? CENTURY", ""),
    Pattern("century", "DATE", "the? [ EARLY? -? ordinal=ORDINAL ] and|or|to|through|- [ EARLY? -? ordinal=ORDINAL CENTURIES era=ERA? ]"),
    # quarters, halves, fiscal years
    Pattern("quarter", "DATE", "the? ( FISCAL -? )? <ORDQ> ( of | , )? FISCAL? year=Y4", "", (
        "the third quarter of 2018 = 2018-Q3",)),
    Pattern("quarter", "DATE", "( FISCAL -? )? ( quarter=ORDINAL - QUARTER | quarter=Q )", "", (
        "the first quarter = 2019-Q1", "third-quarter = 2019-Q3", "fiscal first quarter = 2019-Q1")),
    Pattern("quarter", "DATE", "the? ( FISCAL -? )? quarter=ORDINAL QUARTER"),
    Pattern("quarter", "DATE", "the year=Y4 PERIOD", "word=said"),
    Pattern("quarter", "DATE", "the year=Y4 QUARTER", "word=said"),
    Pattern("quarter", "DATE", "the LIKE|SAME PERIOD|QUARTER of|in year=Y4", "word=said", ("the same period of 2018 = 2018",)),
    Pattern("relative", "DATE", "the FINAL|SAME|CURRENT unit=PERIOD", "base=text direction=0"),
    Pattern("year", "DATE", "the unit=YEAR spoken=( ONES HUNDRED )", "", ("the year two thousand = 2000",)),
    Pattern("relative", "DATE", "unit=YEAR - PORTION", "direction=0 mod=END word=last-day"),
    Pattern("relative", "DATE", "unit=YEAR ( -? | ' s ) PORTION", "direction=0 mod=END"),
    Pattern("quarter", "DATE", "( the )? year=Y4 quarter=ORDINAL -? QUARTER"),
    Pattern("quarter", "DATE", "direction=LAST|THIS|NEXT unit=YEAR ' s quarter=ORDINAL -? QUARTER", "", (
        "last year's third quarter = 2018-Q3",)),
    Pattern("quarter", "DATE", "the? quarter=ORDINAL -? QUARTER of? direction=LAST|THIS|NEXT unit=YEAR", ""),
    Pattern("quarter", "DATE", "the? unit=YEAR - AGO|EARLIER quarter=ORDINAL -? QUARTER", "direction=-1"),
    Pattern("half", "DATE", "the? half=ORDINAL|LAST -? HALF of year=Y4", "", ("the first half of 1999 = 1999-H1",)),
    Pattern("half", "DATE", "the? half=ORDINAL|LAST -? HALF of direction=LAST|THIS|NEXT unit=YEAR", "", (
        "the second half of last year = 2018-H2",)),
    Pattern("half", "DATE", "the? half=ORDINAL|LAST -? HALF of the YEAR", "direction=0", (
        "the second half of the year = 2019-H2",)),
    Pattern("relative", "DATE", "the direction=LAST|FINAL|CURRENT|THAT|PREVIOUS|NEXT|SAME? unit=QUARTER", "base=text"),
    Pattern("relative", "DATE", "direction=THIS|THAT|LAST|NEXT unit=QUARTER"),
    Pattern("relative", "DATE", "ART [ YEAR - AGO|EARLIER ]", "direction=-1 unit=year amount=1"),
    Pattern("", "", "( <Q> | ART ) -? UNIT|UNITS -? old|olds"),
    Pattern("", "", "UNITS -? old"),
    Pattern("", "", "( <Q> )? UNITS apart"),
    Pattern("", "", "ONES|ART - UNITS"),
    Pattern("", "", "( <H> )? ART QUARTER of"),
    Pattern("", "", "as SOON as"),
    Pattern("", "", "SOON after"),
    Pattern("relative", "DATE", "the ( KIND|EXTRA )? unit=YEAR", "direction=0"),
    Pattern("relative", "DATE", "the unit=WEEK", "direction=0", ("the week = 2019-W27",)),
    Pattern("duration", "DURATION", "[ the ( KIND|EXTRA )? unit=YEAR|WEEK ] ended|ending", "amount=1"),
    Pattern("duration", "DURATION", "( <H> )? ( the )? ( LAST|PAST|NEXT|COMING )? amount=( TENS - ONES ) <U> ( or so )?", "", (
        "twenty-six years = P26Y", "thirty-one days = P31D")),
    Pattern("duration", "DURATION", "( <H> )? ( the )? ( LAST|PAST|NEXT|COMING )? <Q2> ( to | or | - ) <N> <U>", "", (
        "two to three weeks = P2W", "three or four days = P3D")),
    Pattern("duration", "DURATION", "ART unit=UNIT or ONES", "amount=1", ("a day or two = P1D",)),
    Pattern("duration", "DURATION", "the YEAR - AGO|EARLIER <Q> <U>", "", ("the year-earlier nine months = P9M",)),
    Pattern("duration", "DURATION", "( <H> )? ( the )? <Q2> KIND|EXTRA <U>", "", ("eight trading days = P8D",)),
    Pattern("reference", "DATE", "the near|short|long PERIOD", "word=FUTURE_REF"),
    Pattern("holiday", "DATE", "holiday=election SMALL"),
    Pattern("duration", "DURATION", "ART unit=UNIT and ART HALF", "amount=1.5", ("a minute and a half = PT1M30S",)),
    Pattern("duration", "DURATION", "( the? PAST unit=AGE|CENTURY | the NEXT|COMING unit=AGE )", "amount=1", ("the past decade = P10Y", "the past century = P100Y")),
    Pattern("weekof", "DATE", "the UNIT of month=M .? day=DAYN ( ,? year=YEARN )?"),
    Pattern("weekof", "DATE", "the UNIT of day=DAYN month=M .? ( ,? year=YEARN )?"),
    Pattern("relative", "DATE", "( the LIKE? )? YEAR - AGO|EARLIER ( PERIOD | QUARTER )?", "direction=-1 unit=year amount=1"),
    Pattern("relative", "DATE", "the LIKE|SAME PERIOD|QUARTER of? LAST UNIT", "direction=-1 unit=year amount=1", (
        "the same period last year = 2018",)),
    Pattern("relative", "DATE", "the LIKE|SAME? PERIOD|QUARTER of? ART UNIT AGO|EARLIER", "direction=-1 unit=year amount=1", (
        "the comparable period a year earlier = 2018",)),
    Pattern("relative", "DATE", "LAST YEAR ' s PERIOD|QUARTER", "direction=-1 unit=year amount=1", (
        "last year's quarter = 2018",)),
    Pattern("relative", "DATE", "the ( CURRENT | FINAL )? FISCAL YEAR", "unit=year direction=0"),
    Pattern("duration", "DURATION", "[ the FISCAL unit=YEAR ] ended|ending", "amount=1"),
    # weekdays
    Pattern("weekday", "DATE", "weekday=WD|SAT .?", "bare=weekday"),
    Pattern("weekday", "DATE", "weekday=WEEKDAY", "", ("Friday = 2019-07-05", "Saturday = 2019-07-06")),
    Pattern("weekday", "DATE", "direction=LAST|THIS|NEXT|PAST|COMING|PREVIOUS ( COMING | PAST )? weekday=WEEKDAY|WD|SAT|SAT_LOW", "", (
        "last Friday = 2019-07-05", "next Tuesday = 2019-07-09", "this Sunday = 2019-07-07")),
    Pattern("weekday", "DATE", "the direction=PREVIOUS|FOLLOWING|NEXT weekday=WEEKDAY", "base=text"),
    Pattern("weekday", "DATE", "direction=LAST|THIS|NEXT ( COMING | PAST )? weekday=W ,? month=M .? day=DAYN|ORD", ""),
    Pattern("date", "DATE", "( the? <NEAR> | the ) weekday=W ,? month=M .? day=DAYN ( ,? year=YEARN )?", "order=mdy", (
        "the preceding Friday, July 5, 2019 = 2019-07-05",)),
    Pattern("date", "DATE", "( the? <NEAR> | the ) weekday=W ,? ( the )? day=DAYN of? month=M .? ( ,? year=YEARN )?", "order=dmy", (
        "the following Sunday, 7 July = 2019-07-07",)),
    Pattern("weekday", "DATE", "weekday=WEEKDAY direction=LAST|THIS|NEXT UNIT", "unit=week"),
    Pattern("weekday", "DATE", "mod=EARLY|EARLIER|LATER weekday=WEEKDAY|WD|SAT", "", (
        "early Tuesday = 2019-07-02", "later Friday = 2019-07-05")),
    Pattern("weekday", "TIME", "( direction=LAST|THIS|NEXT )? mod=EARLY|EARLIER? weekday=W ,? part=PART|NOON", "", (
        "Friday night = 2019-07-05TNI", "Wednesday morning = 2019-07-03TMO", "late Thursday afternoon = 2019-07-04TAF")),
    Pattern("weekday", "TIME", "( <H> )? <CLK> ,? ( direction=LAST|THIS|NEXT )? weekday=W", "", ("9 a.m. Tuesday = 2019-07-02T09:00",)),
    Pattern("weekday", "TIME", "( direction=LAST|THIS|NEXT )? weekday=W ( night=PART )? ,? <CLK>"),
    Pattern("date", "TIME", "( <H> )? <CLK> ,? <WDAY> month=M .? day=DAYN ( ,? year=YEARN )?", "order=mdy"),
    Pattern("date", "TIME", "<WDAY> month=M .? day=DAYN ( ,? year=YEARN )? ,? <CLK>", "order=mdy"),
    Pattern("date", "TIME", "<WDAY> day=DAYN month=M .? ( ,? year=YEARN )? ,? <CLK>", "order=dmy"),
    Pattern("date", "TIME", "month=M .? day=DAYN ,? part=PART", "order=mdy"),
    # relative to the day of writing
    Pattern("relative", "DATE", "offset=DAYWORD", "unit=day", ("yesterday = 2019-07-05", "tomorrow = 2019-07-07", "today = 2019-07-06")),
    Pattern("relative", "DATE", "mod=EARLY|EARLIER|LATER offset=DAYWORD", "unit=day", ("late yesterday = 2019-07-05",)),
    Pattern("relative", "TIME", "offset=DAYWORD ,? part=PART|NOON", "unit=day", ("tomorrow morning = 2019-07-07TMO",)),
    Pattern("relative", "TIME", "mod=EARLY? -? part=PART offset=DAYWORD", "unit=day"),
    Pattern("relative", "TIME", "( <H> )? <CLK> ,? offset=DAYWORD", "unit=day", ("9 a.m. tomorrow = 2019-07-07T09:00",)),
    Pattern("relative", "TIME", "offset=DAYWORD ,? <CLK>", "unit=day"),
    Pattern("relative", "DATE", "the UNIT before offset=DAYWORD", "unit=day shift=-1", ("the day before yesterday = 2019-07-04",)),
    Pattern("relative", "DATE", "the UNIT after offset=DAYWORD", "unit=day shift=1", ("the day after tomorrow = 2019-07-08",)),
    Pattern("relative", "TIME", "part=TONIGHT", "unit=day offset=0", ("tonight = 2019-07-06TNI",)),
    Pattern("relative", "TIME", "<CLK> part=TONIGHT", "unit=day offset=0"),
    Pattern("relative", "TIME", "part=OVERNIGHT", "unit=day offset=0 word=overnight"),
    Pattern("relative", "TIME", "direction=THIS|LAST mod=EARLY? part=PART", "unit=day", (
        "this morning = 2019-07-06TMO", "last night = 2019-07-05TNI")),
    Pattern("relative", "TIME", "mod=EARLY|EARLIER|LATER direction=THIS|LAST part=PART", "unit=day"),
    Pattern("relative", "TIME", "<CLK> direction=THIS|LAST part=PART", "unit=day"),
    Pattern("relative", "TIME", "the direction=NEXT|FOLLOWING|SAME|PREVIOUS part=PART", "unit=day base=text"),
    Pattern("relative", "TIME", "mod=EARLY|EARLIER|LATER the direction=NEXT|FOLLOWING|SAME|PREVIOUS part=PART", "unit=day base=text"),
    Pattern("date", "TIME", "the? mod=EARLY? part=PART of the day=NTH"),
    Pattern("relative", "TIME", "the mod=EARLY? part=PART", "unit=day direction=0 base=text bare=part"),
    Pattern("relative", "DATE", "( the )? direction=LAST|THIS|NEXT|COMING|PAST|CURRENT ( PAST )? unit=UNIT ( or so )?", "", (
        "last week = 2019-W26", "this month = 2019-07", "next year = 2020", "last year = 2018", "the past year = 2018")),
    Pattern("relative", "DATE", "mod=( the? EARLY|EARLIER|LATER in? ) direction=LAST|THIS|NEXT unit=UNIT|WEEKEND", "", (
        "earlier this month = 2019-07", "late last week = 2019-W26", "early next year = 2020")),
    Pattern("relative", "DATE", "mod=( the? PORTION of ) ( the | direction=LAST|THIS|NEXT ) unit=UNIT|WEEKEND", "", (
        "the end of the year = 2019", "the beginning of next year = 2020")),
    Pattern("relative", "DATE", "mod=( EARLIER|LATER in? ) the unit=UNIT", "direction=0"),
    Pattern("relative", "DATE", "( direction=LAST|THIS|NEXT|COMING|PAST|THAT ( PAST | COMING )? | the ) unit=WEEKEND", "", (
        "this weekend = 2019-W27-WE",)),
    Pattern("relative", "DATE", "the direction=LAST|NEXT|PREVIOUS|FOLLOWING|SAME|THAT unit=UNIT", "base=text", (
        "the same day = 2019-07-06", "the following year = 2020", "the previous month = 2019-06")),
    Pattern("relative", "DATE", "direction=THAT SAME? unit=UNIT", "base=text", ("that year = 2019",)),
    Pattern("relative", "DATE", "mod=( EARLY|EARLIER|LATER in? | the? PORTION of ) direction=THAT SAME? unit=UNIT", "base=text"),
    Pattern("month", "DATE", "the direction=FOLLOWING|NEXT|PREVIOUS month=MONTH|MAY|MON", "base=text", ("the following May = 2020-05",)),
    Pattern("season", "DATE", "( the direction=FOLLOWING|NEXT|PREVIOUS|SAME | direction=THAT ) season=SEASONAL", "base=text"),
    Pattern("season", "DATE", "( the )? mod=( EARLY -? )? season=SEASONAL of ( direction=THAT SAME? | the direction=SAME|FOLLOWING|NEXT|PREVIOUS ) unit=YEAR", "base=text", (
        "the summer of that year = 2019-SU", "the spring of the following year = 2020-SP")),
    Pattern("relative", "TIME", "direction=THAT SAME? part=PART", "unit=day base=text"),
    Pattern("date", "TIME", "the? mod=EARLY? part=PART of <WDAY> day=DAYN|FRACTION month=M .? ( ,? year=YEARN )?", "order=dmy", (
        "the morning of 5 July 2019 = 2019-07-05TMO",)),
    Pattern("date", "TIME", "the? mod=EARLY? part=PART of <WDAY> month=M .? day=DAYN ( ,? year=YEARN )?", "order=mdy", (
        "the night of July 5 = 2019-07-05TNI",)),
    Pattern("date", "TIME", "the? part=PART|PARTS of day=DAYN -|/|to|and DAYN month=M .? ( ,? year=YEARN )?", "order=dmy", (
        "the night of 5-6 July 2019 = 2019-07-05TNI",)),
    Pattern("date", "TIME", "the? part=PART|PARTS of month=M .? day=DAYN -|/|to|and DAYN ( ,? year=YEARN )?", "order=mdy", (
        "the night of July 5-6 = 2019-07-05TNI",)),
    Pattern("weekday", "TIME", "the? mod=EARLY? part=PART of weekday=WEEKDAY", ""),
    Pattern("relative", "DATE", "the unit=UNIT before", "base=text direction=-1 bare=closed", ("the day before = 2019-07-05",)),
    Pattern("relative", "DATE", "the unit=UNIT after", "base=text direction=1 bare=closed", ("the day after = 2019-07-07",)),
    Pattern("reference", "DATE", "( <H> )? ART? VAGUE UNITS <AGO>", "word=PAST_REF direction=-1", ("several years ago = PAST_REF",)),
    Pattern("relative", "DATE", "( <H> )? <Q> <U> <AGO>", "direction=-1", (
        "two days ago = 2019-07-04", "a year ago = 2018", "three weeks ago = 2019-W24", "five months ago = 2019-02")),
    Pattern("relative", "DATE", "( <H> )? amount=ART <U> <AGO>", "direction=-1"),
    Pattern("relative", "DATE", "( <H> )? <Q> <U> from NOW", "direction=1", ("two weeks from now = 2019-W29",)),
    Pattern("relative", "DATE", "( <H> )? ART unit=UNIT from NOW", "direction=1 amount=1"),
    Pattern("duration", "DATE", "( <H> )? ART? VAGUE unit=UNITS LATER|EARLIER", "base=text", ("a few days later = PXD",)),
    Pattern("relative", "DATE", "( <H> )? ( <Q> | ART ) <U> EARLIER", "direction=-1 base=text", ("a year earlier = 2018",)),
    Pattern("relative", "DATE", "( <H> )? ( <Q> | ART ) <U> LATER", "direction=1 base=text", ("three days later = 2019-07-09",)),
    Pattern("reference", "DATE", "unit=UNITS AGO", "word=PAST_REF direction=-1", ("years ago = PAST_REF",)),
    Pattern("duration", "DATE", "unit=UNITS LATER|EARLIER", "base=text", ("weeks later = PXW",)),
    # seasons and holidays
    Pattern("season", "DATE", "( the )? mod=( EARLY -? )? season=SEASONAL of? year=Y4", "", ("the summer of 1998 = 1998-SU", "winter 2010 = 2010-WI")),
    Pattern("season", "DATE", "( the )? mod=( EARLY -? )? season=SEASONAL of? year=Y4 -|/ D1|D2|Y4", "", (
        "the winter of 1941-42 = 1941-WI",)),
    Pattern("season", "DATE", "( the )? season=SEASONAL of year=D2|D3|Y4 -|/ D1|D2|D3|Y4 era=ERA", "", (
        "the winter of 414/413 BC = BC0414-WI",)),
    Pattern("season", "DATE", "( the )? mod=( EARLY -? )? season=SEASONAL of year=Y4|N4|D3|D2 era=ERA", "", ("the summer of 480 BC = BC0480-SU",)),
    Pattern("season", "DATE", "( the )? season=SEASONAL of century=CENT yy=( TENS -? ONES | TENS | TEENS|CENT )", "", (
        "the winter of nineteen ninety-four = 1994-WI",)),
    Pattern("season", "DATE", "( mod=EARLY|EARLIER|LATER )? direction=LAST|THIS|NEXT|PAST|COMING ( PAST )? season=SEASONAL", "", (
        "last summer = 2018-SU", "this fall = 2019-FA")),
    Pattern("season", "DATE", "the mod=( EARLY -? | PORTION of )? season=SEASON", "bare=season", ("the summer = 2019-SU",)),
    Pattern("season", "DATE", "the season=FALL", "bare=fall", ("the fall = 2019-FA",)),
    Pattern("season", "DATE", "the mod=( EARLY -? | PORTION of ) season=FALL", "", ("the end of fall = 2019-FA",)),
    Pattern("season", "DATE", "mod=EARLY -? season=SEASONAL"),
    Pattern("season", "DATE", "season=SEASON", "bare=season", ("spring = 2019-SP",)),
    Pattern("holiday", "DATE", "( direction=LAST|THIS|NEXT )? holiday=HOLIDAY unit=WEEK|WEEKEND ( ,? year=Y4 )?", "", (
        "Easter week = 2019-W16", "Thanksgiving weekend = 2019-W48-WE")),
    Pattern("holiday", "DATE", "( direction=LAST|THIS|NEXT )? holiday=HOLIDAY ( UNIT | eve=eve )? ( ,? year=Y4 )?", "", (
        "Christmas = 2019-12-25", "Christmas Day = 2019-12-25", "Christmas Eve = 2019-12-24", "last Thanksgiving = 2018-11-22")),
    Pattern("holiday", "DATE", "( direction=LAST|THIS|NEXT )? holiday=memorial|independence|veterans|columbus|boxing|bastille SMALL unit=WEEKEND? ( ,? year=Y4 )?", "", (
        "Memorial Day = 2019-05-27", "Memorial Day weekend = 2019-W21-WE", "Independence Day 2018 = 2018-07-04")),
    Pattern("holiday", "DATE", "( direction=LAST|THIS|NEXT )? labor|labour SMALL unit=WEEKEND? ( ,? year=Y4 )?", "word=labor", ("Labor Day = 2019-09-02",)),
    Pattern("holiday", "DATE", "( direction=LAST|THIS|NEXT )? holiday=valentine ' s SMALL ( ,? year=Y4 )?", "", ("Valentine's Day = 2019-02-14",)),
    Pattern("holiday", "DATE", "( direction=LAST|THIS|NEXT )? new YEAR ' s SMALL ( ,? year=Y4 )?", "word=newyear", ("New Year's Day = 2020-01-01",)),
    Pattern("holiday", "DATE", "( direction=LAST|THIS|NEXT )? new YEAR ' s eve ( ,? year=Y4 )?", "word=newyear-eve", (
        "New Year's Eve 2018 = 2018-12-31",)),
    Pattern("holiday", "DATE", "holiday=FEAST WEEKDAY ( ,? year=Y4 )?", "", ("Good Friday = 2019-04-19",)),
    Pattern("", "", "bloody|super WEEKDAY"),
    Pattern("holiday", "DATE", "MONTH fool|fools ( ' s? | s )? SMALL", "word=aprilfools", ("April Fool's Day = 2019-04-01",)),
    Pattern("date", "DATE", "the day=ORD of month=MONTH ( ,? year=Y4 )?", "order=dmy", ("the Fourth of July = 2019-07-04",)),
    Pattern("clock", "TIME", "( <H> )? clock=D1|D2|CLOCK ( o ' clock )? in the part=PART", "", (
        "4 in the morning = 2019-07-06T04:00", "3 o'clock in the afternoon = 2019-07-06T15:00")),
    Pattern("clock", "TIME", "( <H> )? <CLK>", "", ("9 a.m. = 2019-07-06T09:00", "10:30 p.m. = 2019-07-06T22:30", "noon = 2019-07-06T12:00")),
    # durations
    Pattern("duration", "DURATION", "( <H> )? ( the )? <Q2> <U> ( or so )?", "", (
        "two years = P2Y", "nearly two months = P2M", "several months = PXM", "a few days = PXD",
        "more than four hours = PT4H", "the nine months = P9M", "2 1/2 years = P2Y6M")),
    Pattern("duration", "DURATION", "( <H> )? ART unit=UNIT", "amount=1", ("an hour = PT1H", "a year = P1Y")),
    Pattern("duration", "DURATION", "ART EXTRA unit=UNIT", "amount=1", ("an additional year = P1Y",)),
    Pattern("duration", "DURATION", "( the )? HALF ( ART|- ) unit=UNIT", "amount=0.5", ("half an hour = PT30M",)),
    Pattern("duration", "DURATION", "<Q> - unit=UNIT|QUARTER ( - long )?", "hyphen=1", ("three-year = P3Y", "22-week = P22W")),
    Pattern("duration", "DURATION", "unit=UNITS - long", "", ("decades-long = PXY",)),
    Pattern("duration", "DURATION", "unit=UNIT - long", "amount=1", ("day-long = P1D",)),
    Pattern("duration", "DURATION", "( at LEAST )? ( the )? direction=LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS ( <H> )? <Q2> <U> ( or so )?", "", (
        "the past two months = P2M", "the next few days = PXD", "the last five years = P5Y")),
    Pattern("duration", "DURATION", "( the )? ORD|LAST <Q> <U>", "", ("the first nine months = P9M",)),
    Pattern("duration", "DURATION", "amount=Y4|N4 unit=MANY|YEARS|CENTURIES"),
    Pattern("clock", "TIME", "clock=Y4|N4 HOURS", "", ("0600 hours = 2019-07-06T06:00",)),
    Pattern("duration", "DURATION", "( the | THAT ) unit=UNITS"),
    Pattern("duration", "DURATION", "the unit=UNITS ahead", "", ("the months ahead = PXM",)),
    Pattern("reference", "DATE", "these unit=UNITS", "word=PRESENT_REF"),
    Pattern("clock", "TIME", "mod=EARLY -? part=PART"),
    Pattern("duration", "DURATION", "unit=UNITS", "bare=1", ("weeks = PXW",)),
    Pattern("reference", "DATE", "RECENT YEARS", "word=PAST_REF", ("recent years = PAST_REF",)),
    Pattern("duration", "DURATION", "( RECENT | COMING | PAST | FOLLOWING | PREVIOUS ) unit=UNITS", "", ("recent weeks = PXW",)),
    Pattern("month", "DATE", "month=MONTH|MAY century=CENT yy=( TENS -? ONES | TENS | TEENS|CENT )"),
    Pattern("duration", "DURATION", "( RECENT | COMING | PAST )? unit=UNITS and|or UNITS", "", ("weeks or months = PXW",)),
    Pattern("duration", "DURATION", "to LAST [ ( <H> )? <Q2> <U> ]"),
    Pattern("duration", "DURATION", "to LAST [ ( <H> )? <Q2> ( to | or | - ) <N> <U> ]"),
    # bare words, in posts only
    Pattern("duration", "DURATION", "unit=SMALL|WEEK|YEAR D1?", "amount=1 bare=post"),
    Pattern("duration", "DURATION", "( the | THIS )? ORDINAL|LAST|SAME unit=SMALL|WEEK|YEAR", "amount=1 bare=post"),
    Pattern("duration", "DURATION", "( the | THAT | ART )? entire|whole unit=SMALL|WEEK|YEAR", "amount=1 bare=post"),
    Pattern("clock", "TIME", "( the entire|whole | ART )? part=PART|PARTS", "bare=post"),
    Pattern("relative", "DATE", "unit=WEEKEND", "direction=0 bare=post"),
    Pattern("reference", "DATE", "FUTURE", "word=FUTURE_REF bare=post"),
    # sets
    Pattern("set", "SET", "EVERY unit=UNIT|QUARTER|SECOND", "amount=1", ("every day = P1D", "each month = P1M")),
    Pattern("set", "SET", "EVERY <Q> <U>", "", ("every two weeks = P2W",)),
    Pattern("set", "SET", "EVERY weekday=W|SAT_LOW part=PART?", "", ("every Tuesday = XXXX-WXX-2",)),
    Pattern("set", "SET", "EVERY month=MONTH|MAY", "", ("each July = XXXX-07",)),
    Pattern("set", "SET", "EVERY part=PART", "", ("every morning = XXXX-XX-XXTMO",)),
    Pattern("set", "SET", "EVERY season=SEASONAL", "", ("every summer = XXXX-SU",)),
    Pattern("set", "SET", "weekday=WEEKDAYS", "", ("Tuesdays = XXXX-WXX-2",)),
    Pattern("set", "SET", "weekday=W part=PARTS", "", ("Tuesday nights = XXXX-WXX-2TNI",)),
    Pattern("set", "SET", "adverb=ADVERB", "", ("daily = P1D", "annually = P1Y")),
    Pattern("set", "SET", "( ONCE | <N> TIMES ) ( ART | per | EVERY ) unit=UNIT", "amount=1", ("twice a week = P1W", "three times a day = P1D")),
    # vague references
    Pattern("reference", "DATE", "( right )? NOW|PRESENT", "word=PRESENT_REF", ("now = PRESENT_REF", "currently = PRESENT_REF")),
    Pattern("reference", "DATE", "CURRENT", "word=PRESENT_REF", ("current = PRESENT_REF",)),
    Pattern("reference", "DATE", "then -? CURRENT", "word=PAST_REF", ("then-current = PAST_REF",)),
    Pattern("reference", "DATE", "( MORE )? PASTLY", "word=PAST_REF", ("recently = PAST_REF",)),
    Pattern("reference", "DATE", "RECENT", "word=PAST_REF", ("recent = PAST_REF",)),
    Pattern("reference", "DATE", "( the | near | foreseeable )  FUTURE", "word=FUTURE_REF", ("the future = FUTURE_REF",)),
    Pattern("reference", "DATE", "the near|foreseeable FUTURE", "word=FUTURE_REF"),
    Pattern("reference", "DATE", "the PAST", "word=PAST_REF", ("the past = PAST_REF",)),
    Pattern("reference", "DATE", "SOON", "word=FUTURE_REF", ("soon = FUTURE_REF",)),
)

LOCALE = Locale(
    "en", WORDS, SETS, MACROS, PATTERNS,
    "MONTH MAY MON WEEKDAY WEEKDAYS WD SAT SMALL WEEK YEAR YR AGE MIN CENTURY CENTURIES MANY YEARS HOURS QUARTER PERIOD WEEKEND PART PARTS NOON TONIGHT OVERNIGHT DAYWORD SEASON FALL"
    " HOLIDAY ADVERB NOW PRESENT CURRENT CENT PASTLY RECENT FUTURE SOON PAST DECADEWORD Q ERA HALF FISCAL",
    "MON WD SAT",
    "mdy",
)
