"""Units of measure that stand after a number: their names and signs in both languages, and their exact factors.

Factors are to the first unit of each dimension. Sources: the SI brochure (BIPM, 9th ed.); 1959 international yard
and pound agreement. Binary prefixes of bytes are read as decimal ones, as the press writes them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from quiz.language.tokens import Token

Line = tuple[Token, ...]

_UNITS: Final = """
length: m metre meter = 1; km kilometre kilometer = 1000; cm centimetre centimeter = 1/100
 ; mm millimetre millimeter = 1/1000; mile mi = 1609344/1000; ft foot feet pied = 3048/10000
 ; inch inches pouce = 254/10000; yard yd = 9144/10000
mass: kg kilo kilogram kilogramme = 1; g gramme gram = 1/1000; mg milligramme milligram = 1/1000000; t tonne = 1000
 ; lb lbs = 45359237/100000000
volume: l litre liter = 1; dl decilitre deciliter = 1/10; cl centilitre centiliter = 1/100; hl hectolitre = 100
 ; ml millilitre milliliter = 1/1000; m3 m³ = 1000; ft3 = 28316846592/1000000000; yd3 = 764554857984/1000000000
area: m2 m² = 1; ha hectare = 10000; km2 km² = 1000000; acre = 40468564224/10000000; ft2 = 9290304/100000000
 ; yd2 = 83612736/100000000; mi2 = 2589988110336/1000000
power: w watt = 1; kw kilowatt = 1000; mw megawatt = 1000000; gw gigawatt = 1000000000
energy: wh = 1; kwh = 1000; mwh = 1000000; gwh = 1000000000; twh = 1000000000000
bytes: octet byte = 1; ko kb kilooctet kilobyte = 1000; mo mb megaoctet megabyte = 1000000
 ; go gb gigaoctet gigabyte = 1000000000; to tb teraoctet terabyte = 1000000000000
celsius: °c celsius = 1
fahrenheit: °f fahrenheit = 1
degree: ° = 1
frequency: hz hertz = 1; mhz = 1000000; ghz = 1000000000
speed: km/h kmh kph = 1; mph = 1609344/1000000
"""


class Measure(NamedTuple):
    """A unit of a dimension, and how many of the dimension's first unit it is."""

    dimension: str
    factor: Fraction


def _table() -> dict[str, Measure]:
    table: dict[str, Measure] = {}
    for row in _UNITS.replace("\n ;", ";").strip().splitlines():
        dimension, _, units = row.partition(": ")
        for unit in units.split(";"):
            names, _, factor = unit.partition(" = ")
            over, _, under = factor.partition("/")
            measure = Measure(dimension, Fraction(int(over), int(under or 1)))
            for name in names.split():
                table[name] = measure
    return table


_MEASURES: Final = _table()
#: Signs of measures that are common words too: units only where nothing follows.
_ALSO_WORDS: Final = frozenset({"to", "go"})
#: What is squared or cubed in words.
_POWERS: Final = {"square": 2, "sq": 2, "cubic": 3}
_ROOTS: Final = {
    name: root
    for root, names in {
        "m": "metre metres meter meters", "km": "kilometre kilometres kilometer kilometers km", "ft": "foot feet ft",
        "mi": "mile miles", "yd": "yard yards",
    }.items()
    for name in names.split()
}  # fmt: skip
_AN_HOUR: Final = (["/", "h"], ["par", "heure"], ["per", "hour"], ["an", "hour"], ["a", "l"])


def measure(name: str) -> Measure | None:
    """The measure that a levelled name or sign means, in the singular or the plural."""
    return _MEASURES.get(name) or (_MEASURES.get(name[:-1]) if len(name) > 3 and name.endswith("s") else None)


def measure_at(line: Line, at: int) -> tuple[str, int] | None:
    """The name of the measure that begins at `at`, and the first token after it."""
    token = line[at]
    if token.text == "°" and line[at + 1].text in ("c", "f"):
        return f"°{line[at + 1].text}", at + 2
    if token.text in ("degre", "degres", "degrees", "degree") and line[at + 1].text in ("celsius", "fahrenheit"):
        return f"°{line[at + 1].text[0]}", at + 2
    if token.text in ("°", "degre", "degres", "degrees", "degree"):
        return "°", at + 1
    if token.kind != "word":
        return None
    follow = [each.text for each in line[at + 1 : at + 3]]
    if token.text in ("km", "kilometre", "kilometres", "kilometers") and follow in _AN_HOUR:
        if follow[0] != "a":
            return "km/h", at + 3
        if line[at + 3].text == "'" and line[at + 4].text == "heure":
            return "km/h", at + 5
    if token.text == "miles" and follow in _AN_HOUR[:-1]:
        return "mph", at + 3
    if token.text in ("metre", "metres", "kilometre", "kilometres") and line[at + 1].text in ("carre", "carres"):
        return ("km2" if token.text[0] == "k" else "m2"), at + 2
    if token.text in ("metre", "metres") and line[at + 1].text in ("cube", "cubes"):
        return "m3", at + 2
    if token.text in _POWERS and (root := _ROOTS.get(line[at + 1].text)) is not None:
        name = f"{root}{_POWERS[token.text]}"
        return (name, at + 2) if name in _MEASURES else None
    if token.text in ("m", "km") and line[at + 1].text in ("2", "3") and line[at + 1].start == token.end:
        return token.text + line[at + 1].text, at + 2
    if token.text in _ALSO_WORDS:
        return None
    return (token.text, at + 1) if measure(token.text) is not None else None
