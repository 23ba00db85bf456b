"""Units of measure, money and scale as tables: the words that write them, and what they come to.

Factors are exact by definition (the international yard and pound of 1959, US and imperial
measures of volume, NIST Special Publication 811, appendix B). No text is read here.
"""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit of measure: its short name, what it measures, and value = factor * number + offset in the base unit."""

    name: str
    measure: str
    factor: float
    offset: float = 0.0


_UNITS = (
    (Unit("mm", "length", 0.001), "mm millimetre millimetres millimeter millimeters"),
    (Unit("cm", "length", 0.01), "cm cms centimetre centimetres centimeter centimeters"),
    (Unit("m", "length", 1.0), "m metre metres meter meters"),
    (Unit("km", "length", 1000.0), "km kms kilometre kilometres kilometer kilometers"),
    (Unit("in", "length", 0.0254), "inch inches"),
    (Unit("ft", "length", 0.3048), "ft foot feet"),
    (Unit("yd", "length", 0.9144), "yd yds yard yards"),
    (Unit("mi", "length", 1609.344), "mi mile miles"),
    (Unit("nmi", "length", 1852.0), "nmi"),
    (Unit("mg", "mass", 0.000001), "mg milligram milligrams"),
    (Unit("g", "mass", 0.001), "g gram grams gramme grammes"),
    (Unit("kg", "mass", 1.0), "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
    (Unit("t", "mass", 1000.0), "tonne tonnes"),
    (Unit("oz", "mass", 0.028349523125), "oz ounce ounces"),
    (Unit("lb", "mass", 0.45359237), "lb lbs"),
    (Unit("st", "mass", 6.35029318), "stone"),
    (Unit("ml", "volume", 0.001), "ml millilitre millilitres milliliter milliliters"),
    (Unit("l", "volume", 1.0), "litre litres liter liters"),
    (Unit("gal", "volume", 3.785411784), "gal gallon gallons"),
    (Unit("pt", "volume", 0.473176473), "pint pints"),
    (Unit("bbl", "volume", 158.987294928), "bbl"),
    (Unit("acre", "area", 4046.8564224), "acre acres"),
    (Unit("ha", "area", 10000.0), "ha hectare hectares"),
    (Unit("sq ft", "area", 0.09290304), ""),
    (Unit("sq m", "area", 1.0), "m²"),
    (Unit("sq km", "area", 1000000.0), "km²"),
    (Unit("sq mi", "area", 2589988.110336), ""),
    (Unit("mph", "speed", 0.44704), "mph"),
    (Unit("km/h", "speed", 1 / 3.6), "kph kmh kmph"),
    (Unit("kn", "speed", 1852 / 3600), "knot knots"),
    (Unit("°C", "temperature", 1.0, 273.15), "°c celsius centigrade"),
    (Unit("°F", "temperature", 5 / 9, 459.67 * 5 / 9), "°f fahrenheit"),
)

UNITS: dict[str, Unit] = {word: unit for unit, words in _UNITS for word in words.split()}
"""Word, in lower case, to the unit it writes. "pounds" and "tons" are left out: each is two units."""

SQUARE = {"mi": "sq mi", "km": "sq km", "ft": "sq ft", "m": "sq m"}
"""A unit of length after "square" to the unit of area."""

PER_HOUR = {"mi": "mph", "km": "km/h"}
"""A unit of length before "per hour" or "an hour" to the unit of speed."""

BY_NAME: dict[str, Unit] = {unit.name: unit for unit, _ in _UNITS}

OTHER_SIZES: dict[str, tuple[Unit, ...]] = {
    "gal": (Unit("gal", "volume", 4.54609),),
    "pt": (Unit("pt", "volume", 0.56826125),),
    "lb": (),
    "oz": (Unit("oz", "volume", 0.0295735295625), Unit("oz", "mass", 0.0311034768)),
    "ton": (Unit("ton", "mass", 907.18474), Unit("ton", "mass", 1016.0469088), Unit("ton", "mass", 1000.0)),
    "mi": (Unit("mi", "length", 1852.0),),
}
"""A unit whose name has other sizes (imperial gallon, fluid and troy ounce, short, long and metric ton,
nautical mile): a conversion is right when any of them fits."""

SCALES: dict[str, float] = {
    "hundred": 100.0,
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "millions": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "billions": 1e9,
    "bln": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "trn": 1e12,
    "tn": 1e12,
    "dozen": 12.0,
}
"""A word after a number to what it multiplies by. "m", "b" and "k" do so only after money."""

MONEY_SCALES: dict[str, float] = {"m": 1e6, "b": 1e9, "k": 1e3, "mil": 1e6}

SIGNS: dict[str, str] = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB"}
"""A sign before a number to the currency, as ISO 4217 names it; "$" alone is not told apart from other dollars."""

CODES: dict[str, str] = {
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "Rs": "INR",
    "Rs.": "INR",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "INR": "INR",
    "RMB": "CNY",
}

CURRENCIES: dict[str, str] = {
    "dollar": "USD",
    "dollars": "USD",
    "dlr": "USD",
    "dlrs": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "yuan": "CNY",
    "yen": "JPY",
    "rupee": "INR",
    "rupees": "INR",
    "rouble": "RUB",
    "roubles": "RUB",
    "ruble": "RUB",
    "rubles": "RUB",
    "won": "KRW",
    "francs": "CHF",
    "pesos": "MXN",
    "cents": "cent",
    "pence": "penny",
}

PERCENT = frozenset({"%", "percent", "pct", "pc"})

TIME_UNITS = frozenset(
    "second seconds sec secs minute minutes min mins hour hours hr hrs day days night nights week weeks fortnight"
    " weekend weekends month months quarter quarters year years yr yrs decade decades century centuries"
    " season seasons am pm a.m p.m gmt".split()
)
"""What makes a number a time, which other readers read."""


def to_base(number: float, unit: Unit) -> float:
    """A number of a unit in the base unit of what it measures."""
    return number * unit.factor + unit.offset


def from_base(value: float, unit: Unit) -> float:
    """The number of a unit that a value in the base unit comes to."""
    return (value - unit.offset) / unit.factor
