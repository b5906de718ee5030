"""Whether the words around it let a reading stand as a date in running text: precision before recall."""

from __future__ import annotations

from typing import Final

from quiz.language.currencies import CODES
from quiz.language.date_grammar import Grammar
from quiz.language.date_words import Hit, Token
from quiz.language.months import FULL_MONTHS, FULL_WEEKDAYS, words

_YEAR_BEFORE: Final = words(
    "en in since depuis during by before after until till avant apres des from between entre annee annees year years "
    "courant ete printemps automne hiver summer winter spring autumn fall saison season exercice millesime edition "
    "post pre circa vers debut fin mi late early mid ici horizon fiscal"
)
#: Words before a year that may as well stand before a count: the words after it then decide.
_LOOSE_BEFORE: Final = frozenset({"de", "of", "d", "du", "from", "vers", "des", "before", "after", "by", "a", "to"})
#: Events and accounts that are told apart by their year: "le budget 2024", "the World Cup 2022".
_YEAR_TAKERS: Final = words(
    "budget rentree presidentielle presidentielles legislatives municipales europeennes regionales jo jeux mondial "
    "promotion cuvee cup olympics election elections census season campagne class session"
)
_DETERMINERS: Final = frozenset({"the", "its", "his", "her", "their", "our", "s", "this", "that", "a"})
_MONTH_BEFORE: Final = words(
    "en in since depuis until till courant des mois month last next this early late mid debut fin mi entre between"
)
_LOOSE_MONTH_BEFORE: Final = frozenset({"de", "d", "from", "for", "by", "before", "after", "avant", "apres", "during"})
#: Names of people, of a planet, verbs: these need more than "from" or "by" before them.
_OTHER_SENSES: Final = frozenset({"may", "march", "mars", "april", "june", "august", "avril", "mai"})
#: English months that with a capital are nothing else.
_MONTHS_ONLY: Final = frozenset({"january", "february", "july", "september", "october", "november", "december"})
_DAY_BEFORE: Final = frozenset(
    {"on", "by", "since", "until", "till", "from", "of", "after", "before", "through", "to", "the"}
)
#: Common words that end like a plural and are none.
_NO_PLURALS: Final = words(
    "les des ses ces nous vous dans sous plus mais puis sans apres depuis tres lors alors mes tes nos vos leurs aux "
    "eux ils elles jamais toujours pas moins toutefois cependant pres hors vers chez deux trois six dix ailleurs tous "
    "toutes was is as has his its this us across versus thus always perhaps besides unless towards does yes hers ours"
)
_COUNTED: Final = words(
    "euro euros dollar dollars people men women percent personnes million millions billion billions milliard "
    "milliards km m kg g mm cm ms mw gw kw hz mg ml ha feet ft miles children mille million hundred thousand fois "
    "metres meters tonnes heures hours minutes jours days ans years mots words pages points voix"
)
#: A number of this span that nothing counts is a year.
_FIRST_ALONE: Final = 1900
_LAST_ALONE: Final = 2050
#: What may follow a year that stands by itself.
_AFTER_YEAR: Final = words(
    "in was is will would has had when as with and but saw marked brought sera est a fut etait avait aura marque "
    "marquera s'annonce restera en ou et avec comme ne n . ; ! ? ) ,"
) | {""}
#: Words after which a number is a label or a count.
_NAMING: Final = words(
    "no n numero number room route highway page pages article articles section version model modele windows about "
    "over nearly some environ quelque quelques pres plus moins than only seulement least most flight vol bus train "
    "channel radio fm gate suite apartment unit lot building bp cs cedex rue avenue les ces ses des aux the these "
    "those all line ligne porte salle chambre code pin ref dossier decret loi type classe class serie series"
)
_OPENING_MARKS: Final = frozenset('"«“„‘')
_CLOSING_MARKS: Final = frozenset('"»”“’')
_SIGNS_OF_AMOUNTS: Final = frozenset("$€£¥#+@_/%°±=<>&*\\№")
_YEAR_NOUNS: Final = words("election elections census season olympics budget campaign season edition")


def stands(grammar: Grammar, i: int, hit: Hit) -> bool:
    """Whether the hit at token `i` is a date here."""
    form = hit.form
    if form in {"bare", "ordinal", "weekday", "time", "season", "month-short"}:
        return False
    first, before = grammar.token(i), grammar.token(i - 1)
    last, after = grammar.token(hit.stop - 1), grammar.token(hit.stop)
    if not _free(grammar, i, first, before) or (last.digits and _runs_on(grammar, hit.stop)):
        return False
    if _is_title(before, after) and form in {"year", "month-year", "pair", "month"}:
        return False
    if form == "decade-word":
        return before.text == "the" and not first.capital
    if form == "short-decade":
        return first.text in {"annees", "'", "decennie"} or before.text in {"the", "mid", "early", "late"}
    if form in {"decade", "century", "part", "era"}:
        return True
    if form.startswith("qualified"):
        return form != "qualified-month" or _month_word(grammar, i + 1, hit.stop)
    if form.startswith("range-"):
        return _range_stands(grammar, i, hit, form.removeprefix("range-"))
    if form == "date":
        return not (last.digits and _counted(after, None)) and _day_stands(grammar, i, hit)
    if form == "month-year":
        return _month_year_stands(grammar, i, hit, after)
    if form == "month":
        return _month_stands(grammar, i, before, first, after)
    if form == "year":
        return first.digits and not hit.date.short_year and _year_stands(grammar, i, hit, before, after)
    return form == "pair" and before.text in ({"le", "du", "au"} if grammar.french else {"on"})


def _is_title(before: Token, after: Token) -> bool:
    """Whether the whole stands between quotation marks: « Mai 68 » and "1984" are titles."""
    return before.text in _OPENING_MARKS and after.text in _CLOSING_MARKS


def _common_noun(grammar: Grammar, i: int, stop: int) -> bool:
    """Whether the month of an ordinal in words is a march, or a verb: "the second march", "the first may"."""
    return any(grammar.token(k).text in {"march", "may"} and not grammar.token(k).capital for k in range(i, stop))


def _free(grammar: Grammar, i: int, first: Token, before: Token) -> bool:
    """Whether nothing is stuck to the beginning: no sign of money, no letter, no other number."""
    if not first.glued or not before.text:
        return True
    if before.digits or before.text in _SIGNS_OF_AMOUNTS:
        return before.text == "/" and first.capital
    if before.text in {".", ",", ":"} and first.digits:
        return not grammar.token(i - 2).digits
    if before.text == "-" and first.digits:
        return grammar.token(i - 2).text in {"pre", "post", "avant", "apres", "mi", "mid", ""} or not before.glued
    return not (first.digits and before.text.isalpha())


def _runs_on(grammar: Grammar, stop: int) -> bool:
    """Whether a number at the end goes on: "2019.5", "2,5", "14 juillet 50 %", "2000€"."""
    after, further = grammar.token(stop), grammar.token(stop + 1)
    if after.text in {"%", "€", "$", "£", "°", "¥"}:
        return True
    if not after.glued:
        return False
    if after.text.isalpha() and after.text:
        return True
    return after.text in {".", ",", ":", "-", "/", "_"} and further.digits and further.glued


def _counted(after: Token, year: int | None) -> bool:
    """Whether the word after a number makes it a count, where a year is likely: "en 2000 exemplaires"."""
    return after.text in _COUNTED or (_plural(after) and (year is None or year % 100 == 0 or not 1900 <= year <= 2099))


def _plural(after: Token) -> bool:
    """Whether a word is, or looks like, things that one counts."""
    word = after.text
    if word in _COUNTED:
        return True
    if not word.isalpha() or len(word) < 4 or after.capital or word in _NO_PLURALS:
        return False
    return word[-1] in "sx" and word[-2:] not in {"ss", "us", "is"}


def _sentence_start(grammar: Grammar, i: int) -> bool:
    before = grammar.token(i - 1)
    return before.text in {"", ".", "!", "?", ":", '"', "«", "“", "(", "-", "•", "»", "”"}


def _month_word(grammar: Grammar, i: int, stop: int) -> bool:
    """Whether the month named between two tokens is written as its language writes months."""
    for k in range(i, stop):
        token = grammar.token(k)
        if token.text in FULL_MONTHS:
            return not (token.capital and grammar.french and not _sentence_start(grammar, k)) or token.text != "mars"
    return True


def _day_stands(grammar: Grammar, i: int, hit: Hit) -> bool:
    first = grammar.token(i)
    if not grammar.french and not first.digits and _common_noun(grammar, i, hit.stop):
        return False
    if first.digits or hit.date.weekday is not None or hit.date.year is not None:
        return True
    if not grammar.french and first.text in {"may", "march", "mar", "dec", "jan", "sept"} and not first.capital:
        return grammar.token(i - 1).text in _DAY_BEFORE
    return not (first.text.isalpha() and first.text not in FULL_MONTHS and first.text == "second") or hit.stop > i + 1


def _month_year_stands(grammar: Grammar, i: int, hit: Hit, after: Token) -> bool:
    first = grammar.token(i)
    if first.digits:
        return True
    if first.text == "mars" and first.capital and not (grammar.french and _sentence_start(grammar, i)):
        return False
    if first.text in {"may", "march"} and not first.capital:
        return grammar.token(i - 1).text in _MONTH_BEFORE | _LOOSE_MONTH_BEFORE | {"of"}
    return not _counted(after, hit.date.year)


def _month_stands(grammar: Grammar, i: int, before: Token, first: Token, after: Token) -> bool:
    word = first.text
    if word not in FULL_MONTHS or after.text == "-" or (after.digits and not grammar.french):
        return False
    if before.text == "'":
        before = grammar.token(i - 2)
    if grammar.french:
        if first.capital and before.text not in {"en", "mois", "depuis"}:
            return False
        if before.text in _MONTH_BEFORE:
            return True
        if before.text in {"de", "d"} and grammar.token(i - 2 - (before.text == "d")).text == "mois":
            return True
        return before.text in _LOOSE_MONTH_BEFORE
    if not first.capital or word == "mars":
        return False
    if word in _MONTHS_ONLY:
        named = before.capital and before.text not in _MONTH_BEFORE and not _sentence_start(grammar, i - 1)
        return not named and not after.capital
    if before.text == "the" and word != "may" and after.text.isalpha() and not after.capital:
        return after.text not in _AFTER_YEAR | _LOOSE_MONTH_BEFORE | _DAY_BEFORE | {"or", "at", "against"}
    if before.text in _MONTH_BEFORE or (before.text == "as" and grammar.token(i - 2).text in {"late", "early"}):
        return True
    return before.text in _LOOSE_MONTH_BEFORE and word not in _OTHER_SENSES


def _range_stands(grammar: Grammar, i: int, hit: Hit, form: str) -> bool:
    before, after = grammar.token(i - 1), grammar.token(hit.stop)
    if form in {"date", "century", "decade", "month-year", "part", "era"}:
        return True
    if form == "year":
        first, end = hit.date.year or 0, hit.date.end.year if hit.date.end else 0
        if _clock(grammar, first, end, hit.stop):
            return False
        close = end is not None and 1000 <= first <= end <= 2100 and end - first <= 200
        bound = before.text in {"en", "in", "de", "from", "entre", "between", "(", "saison", "season"}
        bound = bound or grammar.token(i + 1).text in {"-", "/"}
        return close and bound and not _plural(after) and before.text not in _SIGNS_OF_AMOUNTS
    if form == "month":
        if hit.date.end is not None and hit.date.end.year is not None:
            return True
        return before.text in {"de", "d", "'", "from", "en", "in", "entre", "between"}
    return form == "pair" and before.text in {"du", "from"}


def _clock(grammar: Grammar, first: int, end: int | None, stop: int) -> bool:
    """Whether four digits each are hours and minutes: "between 1900 and 2100 on Sunday", "from 1400 to 1530 GMT"."""
    if end is None or max(first, end) >= 2400 or max(first % 100, end % 100) >= 60:
        return False
    after, further = grammar.token(stop).text, grammar.token(stop + 1).text
    return after in {"hrs", "hours", "gmt", "utc", "bst"} or (after == "on" and further in FULL_WEEKDAYS)


def _is_code(grammar: Grammar, after: Token) -> bool:
    """Whether the code of a currency follows, which makes a number an amount: "1950 CHF"."""
    written = grammar.text[after.start : after.end]
    return written.isupper() and written in CODES


def _clocked(grammar: Grammar, i: int) -> bool:
    """Whether a number is either end of a stretch between two times of day."""
    for first in (i, i - 2):
        one, join, two = (grammar.token(k) for k in range(first, first + 3))
        if one.digits and two.digits and join.text in {"and", "to", "-"}:
            return _clock(grammar, int(one.text), int(two.text), first + 3)
    return False


def _year_stands(grammar: Grammar, i: int, hit: Hit, before: Token, after: Token) -> bool:
    year = hit.date.year or 0
    if grammar.token(i).digits and hit.stop > i + 1:
        return True
    if not 1000 <= year <= 2100 or _is_code(grammar, after):
        return False
    word = before.text
    if word == "'":
        word = grammar.token(i - 2).text
        if word == "l":
            word = "en"
    if word == "a" and (grammar.token(i - 2).text in {"ici", "horizon"} or _goes_back(grammar.token(i - 2).text)):
        word = "en"
    if word in {"-", "–"} and before.glued:
        word = grammar.token(i - 2).text
    if word in {"between", "and", "from", "to"} and _clocked(grammar, i):
        return False
    if word == "(":
        return after.text in {")", ",", ";"}
    if word == "an" and grammar.token(i - 2).text == "'":
        return True
    if word in _YEAR_TAKERS:
        return not _counted(after, year)
    if _to_a_count(grammar, hit.stop):
        return False
    if word in _LOOSE_BEFORE and (grammar.french or word != "a"):
        return year >= 1400 and not _plural(after) and not (word in {"a", "to"} and not _paired(grammar, i))
    if word in _YEAR_BEFORE:
        return not _counted(after, year)
    if word in {"and", "et", "ou", "or", ","}:
        return _listed(grammar, i) and not _counted(after, year)
    if not grammar.french and word in _DETERMINERS and after.text.isalpha():
        if word == "a" or year < 1800:
            return (
                year > 1800 and year % 100 != 0 and not _plural(after) and word != "that" and after.text not in _COUNTED
            )
        return after.text not in _COUNTED and (after.text in _YEAR_NOUNS or not (_plural(after) and year % 10 == 0))
    return _alone(grammar, i, before, after, year)


def _alone(grammar: Grammar, i: int, before: Token, after: Token, year: int) -> bool:
    """Whether a number of recent years stands by itself, as nothing but a year does: "2023 sera", "spent 2017 in"."""
    if not _FIRST_ALONE <= year <= _LAST_ALONE or year % 100 == 0 or before.digits or before.text in _SIGNS_OF_AMOUNTS:
        return False
    if not _sentence_start(grammar, i) and (before.capital or before.text in _NAMING or not before.text.isalpha()):
        return False
    return after.text in _AFTER_YEAR


def _goes_back(verb: str) -> bool:
    """Whether a French verb takes a time after "à": remonter, repousser, reporter, avancer."""
    return verb.startswith(("remont", "repouss", "report", "avanc"))


def _to_a_count(grammar: Grammar, i: int) -> bool:
    """Whether a number begins a span of amounts: "de 2000 à 3000 euros", "from 1500 to 2,000"."""
    number = grammar.token(i + 1)
    return grammar.token(i).text in {"a", "to"} and number.digits and not number.text.startswith(("19", "20"))


def _paired(grammar: Grammar, i: int) -> bool:
    """Whether "to 2021" ends what "from 2019" began."""
    other = grammar.token(i - 2)
    return other.digits and len(other.text) == 4


def _listed(grammar: Grammar, i: int) -> bool:
    """Whether a year goes on a list that a year began: "en 2019, 2020 et 2021", "in 2019 and 2021"."""
    k = i - 2
    while grammar.token(k).digits and len(grammar.token(k).text) == 4:
        word = grammar.token(k - 1).text
        if word in {"en", "in", "de", "of", "entre", "between", "since", "depuis"} or word in FULL_MONTHS:
            return True
        if word not in {",", "et", "and", "ou", "or"}:
            return False
        k -= 2
    return False
