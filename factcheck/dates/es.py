"""Spanish words and shapes of time expressions: months, weekdays, full and partial dates, relative words.

Short on purpose: it shows that a locale is data. Examples at Saturday, July 6, 2019.
"""

# ruff: noqa: E501 -- a table with one shape a line
from __future__ import annotations

from factcheck.dates.locale import Locale, Pattern

WORDS = {
    "MONTH": "enero=1 febrero=2 marzo=3 abril=4 mayo=5 junio=6 julio=7 agosto=8 septiembre=9 setiembre=9 octubre=10"
    " noviembre=11 diciembre=12",
    "MON": "ene=1 feb=2 mar=3 abr=4 jun=6 jul=7 ago=8 sep=9 sept=9 oct=10 nov=11 dic=12",
    "WEEKDAY": "lunes=0 martes=1 miércoles=2 miercoles=2 jueves=3 viernes=4 sábado=5 sabado=5 domingo=6",
    "DAYWORD": "hoy=0 ayer=-1 anteayer=-2 anoche=-1",
    "MORROW": "mañana=1",
    "UNIT": "día=day semana=week mes=month año=year década=decade siglo=century",
    "UNITS": "días=day semanas=week meses=month años=year décadas=decade siglos=century horas=hour minutos=minute",
    "PAST": "pasado=-1 pasada=-1 último=-1 última=-1 anterior=-1",
    "NEXT": "próximo=1 próxima=1 siguiente=1",
    "THIS": "este=0 esta=0",
    "HACE": "hace=-1",
    "EARLY": "principios=START comienzos=START finales=END fines=END mediados=MID",
    "NOW": "ahora actualmente",
    "ART": "un=~ una=~",
    "ONES": "dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 quince=15 veinte=20",
    "VAGUE": "varios=X varias=X pocos=X pocas=X unos=X unas=X",
    "ERA": "ac=BC dc=AD",
}

SETS = {"M": "MONTH MON", "DAYN": "D1 D2", "YEARN": "Y4 N4 N5"}

MACROS = {"Q": "amount=( ART | D1 | D2 | D3 | ONES | VAGUE )"}

# fmt: off
PATTERNS = (
    Pattern("date", "DATE", "( weekday=WEEKDAY ,? )? ( el )? day=DAYN de month=MONTH de|del|, year=YEARN", "order=dmy", (
        "5 de julio de 2019 = 2019-07-05", "viernes 5 de julio de 2019 = 2019-07-05",
        "30 de febrero de 2019 = 2019-02-30")),
    Pattern("date", "DATE", "( weekday=WEEKDAY ,? )? ( el )? day=DAYN de? month=M", "order=dmy", (
        "5 de julio = 2019-07-05", "30 ene = 2019-01-30", "viernes, 5 de julio = 2019-07-05")),
    Pattern("date", "DATE", "day=DAYN month=M year=Y4", "order=dmy", ("5 jul 2019 = 2019-07-05",)),
    Pattern("iso", "DATE", "iso=ISO", "order=ymd", ("2019-07-05 = 2019-07-05",)),
    Pattern("numeric", "DATE", "numeric=NUMERIC", "", ("25/7/2019 = 2019-07-25", "4/3/2019 = 2019-03-04")),
    Pattern("month", "DATE", "( mod=EARLY de )? month=MONTH de year=YEARN", "", ("julio de 2019 = 2019-07",)),
    Pattern("month", "DATE", "( mod=EARLY de )? month=MONTH", "", ("abril = 2019-04", "mediados de junio = 2019-06")),
    Pattern("year", "DATE", "( mod=EARLY de )? year=Y4|N4|N5", "", ("2003 = 2003", "finales de 1998 = 1998")),
    Pattern("year", "DATE", "year=Y4|D3|D2|D1 era=ERA", "", ("44 a.C. = BC0044",)),
    Pattern("weekday", "DATE", "weekday=WEEKDAY", "", ("viernes = 2019-07-05",)),
    Pattern("weekday", "DATE", "weekday=WEEKDAY direction=PAST|NEXT", "", (
        "viernes pasado = 2019-07-05", "martes próximo = 2019-07-09")),
    Pattern("weekday", "DATE", "( el )? direction=NEXT weekday=WEEKDAY", "", ("el próximo martes = 2019-07-09",)),
    Pattern("relative", "DATE", "offset=DAYWORD", "unit=day", ("ayer = 2019-07-05", "anteayer = 2019-07-04")),
    Pattern("relative", "DATE", "offset=MORROW", "unit=day", ("mañana = 2019-07-07",)),
    Pattern("", "", "la|THIS|de MORROW"),
    Pattern("relative", "DATE", "( el | la )? unit=UNIT direction=PAST", "", (
        "el año pasado = 2018", "la semana pasada = 2019-W26", "el mes pasado = 2019-06")),
    Pattern("relative", "DATE", "( el | la )? ( direction=NEXT unit=UNIT | unit=UNIT direction=NEXT )", "", (
        "el próximo año = 2020", "la próxima semana = 2019-W28")),
    Pattern("relative", "DATE", "direction=THIS unit=UNIT", "", ("este mes = 2019-07", "este año = 2019")),
    Pattern("relative", "DATE", "direction=HACE <Q> unit=UNIT|UNITS", "", (
        "hace dos días = 2019-07-04", "hace un año = 2018", "hace 3 semanas = 2019-W24")),
    Pattern("duration", "DURATION", "<Q> unit=UNITS", "", ("tres meses = P3M", "varios años = PXY")),
    Pattern("reference", "DATE", "NOW", "word=PRESENT_REF", ("ahora = PRESENT_REF",)),
)  # fmt: skip

LOCALE = Locale(
    "es", WORDS, SETS, MACROS, PATTERNS,
    "MONTH MON WEEKDAY DAYWORD MORROW UNIT UNITS NOW ERA",
    "MON",
    "dmy",
)  # fmt: skip
