"""Money: `42 000 dollars par mois`, `€1.2bn`, `plus de $12 milliards`, `20 centimes`, `£5m to £7m`, *gratuit*.

`parse` reads a whole text; an amount without a currency is money too where a whole text is read, though less surely.
`find` looks for amounts in running text and wants the currency. Both keep the bound, the range and the rate.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from quiz.language.bounds import Bound, bound_after, bound_before
from quiz.language.magnitudes import SIGNS, may_begin, openings
from quiz.language.money_grammar import Money, ReadMoney, read_money
from quiz.language.number_grammar import RANGE_OPENINGS
from quiz.language.number_words import STARTS, tongues
from quiz.language.rates import Rate, rate_at
from quiz.language.reading import Reading
from quiz.language.tokens import Token, bag, led, said_in, tokens

__all__ = ["Money", "find", "parse", "readings"]

Line = tuple[Token, ...]

#: Words that tell whose dollar or franc a text means, folded, by the currency.
_PLACES: Final = {
    "dollar": {
        "USD": bag("us usa u americain americains americaine american americans etats washington york"),
        "CAD": bag("""canada canadien canadiens canadienne canadian canadians quebec quebecois ottawa montreal ontario
            toronto vancouver alberta calgary saguenay sherbrooke gatineau winnipeg edmonton halifax manitoba
            saskatchewan"""),
        "AUD": bag("australia australian australians australie australien sydney melbourne canberra queensland"),
        "NZD": bag("zealand zelande zelandais auckland"),
        "SGD": bag("singapore singapour singaporean"),
        "HKD": bag("kong hongkongais"),
    },
    "franc": {
        "CHF": bag("""suisse suisses helvetique swiss switzerland zurich geneve geneva lausanne berne bern bale basel
            fribourg neuchatel lucerne lugano vaud vaudois vaudoise genevois genevoise valais valaisan valaisanne
            neuchatelois neuchateloise fribourgeois bernois zurichois balois tessinois"""),
        "XOF": bag(
            "dakar senegal senegalais abidjan ivoirien bamako malien burkina togo lome benin cotonou niger niamey"
        ),
        "FRF": bag("francais francaise france paris"),
    },
    "rupee": {
        "INR": bag("india indian indians inde indien indiens indienne delhi mumbai"),
        "NPR": bag("nepal nepali nepalese nepalais nepalaise kathmandu katmandou"),
        "PKR": bag("pakistan pakistani pakistanis pakistanais pakistanaise karachi islamabad lahore"),
        "LKR": bag("lanka lankan lankais colombo"),
    },
    "peso": {
        "MXN": bag("mexico mexican mexicans mexique mexicain mexicains mexicaine"),
        "ARS": bag("argentina argentine argentinian argentin argentins aires"),
        "CLP": bag("chile chilean chili chilien chiliens chilienne santiago"),
        "COP": bag("colombia colombian colombie colombien colombienne bogota"),
        "PHP": bag("philippines philippine philippin filipino manila manille"),
        "UYU": bag("uruguay uruguayan uruguayen montevideo"),
    },
    "crown": {
        "SEK": bag("sweden swedish suede suedois suedoise stockholm"),
        "NOK": bag("norway norwegian norvege norvegien norvegienne oslo"),
        "DKK": bag("denmark danish danemark danois danoise copenhagen copenhague"),
        "CZK": bag("czech tcheque tchequie prague"),
        "ISK": bag("iceland icelandic islande islandais reykjavik"),
    },
}
_FREE: Final = frozenset({"free", "gratuit", "gratuite", "gratuits", "gratuites", "gratuitement", "gratis"})
_LEAD: Final = frozenset(
    {
        "le",
        "la",
        "les",
        "l",
        "'",
        "the",
        "un",
        "une",
        "a",
        "prix",
        "cout",
        "price",
        "total",
        "de",
        "of",
        "c",
        "est",
        "it",
        "s",
        "is",
        "soit",
        "=",
    }
)


def _readings(read: ReadMoney, bound: Bound, start: int, end: int) -> list[Reading[Money]]:
    money = read.money._replace(bound=bound) if bound != "exact" else read.money
    sure = (1.0 if not read.others else 0.8) * (1.0 if read.currency else 0.5)
    notes = ("assumed-currency",) if money.family else ()
    return [
        Reading(start, end, "money", money, sure, notes),
        *(
            Reading(start, end, "money", money._replace(amount=value), 0.2, (note, *notes))
            for value, note in read.others
        ),
    ]


# --- parse ------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def readings(text: str, language: str) -> tuple[Reading[Money], ...]:
    """`parse`, remembered."""
    line = tokens(text)
    for words in tongues(line, language):
        found = _whole(line, text, language, words)
        if found:
            return tuple(found)
    return ()


def parse(text: str, language: str) -> list[Reading[Money]]:
    """The readings of a whole text as an amount of money, the likeliest first; none if it is not one.

    *Free* and *gratuit* are 0. Notes: "other-grouping" and "other-scale" on the less likely readings, and
    "assumed-currency" where the word or sign is shared by several currencies.
    """
    return list(readings(text, language))


def _whole(line: Line, text: str, language: str, words: str) -> list[Reading[Money]]:
    length = len(line) - 3
    if 0 < length <= 4 and any(token.text in _FREE for token in line) and not any(t.kind == "digits" for t in line):
        if any(token.text in ("pas", "not", "non", "n") for token in line):
            return []
        return [Reading(0, len(text), "money", Money(Fraction(0), None), 1.0)]
    for at in range(min(length, 9)):
        token = line[at]
        if token.kind == "word" and token.text in _LEAD and not may_begin(token, words) and line[at + 1].text != "$":
            continue
        # What stands before is looked at first: that takes less than reading, and forbids most places.
        before = bound_before(line, at)
        first = before.place if before else at
        opened = first - 1 if first and line[first - 1].text in RANGE_OPENINGS else first
        if opened and not led(line[:opened], _LEAD):
            continue
        read = read_money(line, at, language, text, words, strict=False)
        if read is None or (read.money.high is None and opened < first and not led(line[opened:first], _LEAD)):
            continue
        tail = _tail(line, read.end, bool(read.money.rate))
        if tail is None:
            continue
        if tail[1] is not None:
            read = read._replace(money=read.money._replace(rate=tail[1].unit))
        bound = before.bound if before else tail[0] if tail[0] != "exact" else read.money.bound
        return _readings(read, bound, 0, len(text))
    return []


def _tail(line: Line, at: int, rated: bool) -> tuple[Bound, Rate | None] | None:
    bound: Bound = "exact"
    rate: Rate | None = None
    while line[at].kind != "end":
        if (after := bound_after(line, at)) is not None:
            bound, at = after.bound, after.place
        elif not rated and rate is None and (found := rate_at(line, at)) is not None:
            rate, at = found, found.end
        elif line[at].text in (".", "!") and line[at + 1].kind == "end":
            at += 1
        else:
            return None
    return bound, rate


# --- find -------------------------------------------------------------------------------------------------------------


def find(text: str, language: str) -> list[Reading[Money]]:
    """The amounts of money in a running text, in order, without overlaps: with their bound, range and rate.

    An amount needs its currency. Of each, the likeliest reading (see `parse` for the others).
    """
    line = tokens(text)
    found: list[Reading[Money]] = []
    since = 0
    for at in openings(text):
        token = line[at]
        if at < since or not (
            token.kind == "digits" or token.text in STARTS[language] or _may_open(line, at, language, text)
        ):
            continue
        if at and token.kind == "digits" and _in_name(line, at):
            continue
        start = at
        if line[at - 1].text in ("-", "+") and at > since and _apart(line, at - 1):
            start = at - 1
        read = read_money(line, start, language, text, language, strict=True)
        if read is None or read.currency is None:
            continue
        read = _locally(text, read)
        first = start
        before = bound_before(line, start, since=since)
        if before is not None:
            first = before.place
        if read.money.high is not None and first > since and line[first - 1].text in RANGE_OPENINGS:
            first -= 1
        end, bound = read.end, before.bound if before else read.money.bound
        if before is None and (after := bound_after(line, end)) is not None and line[end].text not in ("min", "max"):
            end, bound = after.place, after.bound
        found.extend(_readings(read, bound, line[first].start, line[end - 1].end)[:1])
        since = end
    return found


def _locally(text: str, read: ReadMoney) -> ReadMoney:
    """A dollar or a franc is that of the one country which the text speaks of, where no sign says which."""
    if read.currency is None or not read.currency.bare:
        return read
    code = currency_of(read.currency.family, said_in(text))
    if read.currency.family == "cent" and read.currency.code == "EUR" and code != "CAD":
        return read
    return read._replace(money=read.money._replace(currency=code)) if code else read


def currency_of(family: str, said: frozenset[str]) -> str:
    """The currency of a shared noun ("dollar", "rupee") that the levelled words of a text speak of, "" if not one."""
    places = _PLACES.get("dollar" if family == "cent" else family, {})
    codes = {code for code, names in places.items() if not said.isdisjoint(names)}
    return codes.pop() if len(codes) == 1 else ""


def _may_open(line: Line, at: int, language: str, text: str) -> bool:
    token = line[at]
    if token.kind == "word" and line[at + 1].text == "$" and line[at + 1].start == token.end:
        return text[token.start].isupper() and len(token.text) <= 4
    if token.text in ("half", "a", "une", "un", "demi"):
        return may_begin(token, language) and line[at + 1].kind == "word"
    if token.kind == "sign":
        return token.text in SIGNS and line[at + 1].kind in ("digits", "word", "sign")
    follow = line[at + 1]
    if token.kind != "word" or not (follow.kind == "digits" or follow.text in ("$", ".")):
        return False
    return text[token.start].isupper() and len(token.text) <= 4


def _in_name(line: Line, at: int) -> bool:
    """Whether figures are joined to the letters before them: GPT-4, A380."""
    before = line[at - 1]
    if before.kind == "word" and before.end == line[at].start:
        return True
    return before.text == "-" and before.end == line[at].start and at > 1 and line[at - 2].end == before.start


def _apart(line: Line, at: int) -> bool:
    return at == 0 or line[at - 1].end < line[at].start
