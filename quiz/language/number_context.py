"""Where a number in running text is no count: in a name, a label, a date, a clock time, an amount or a duration."""

from __future__ import annotations

from typing import Final

from quiz.language.currencies import currency_at
from quiz.language.duration_grammar import unit_named
from quiz.language.tokens import Token, bag, hyphen

Line = tuple[Token, ...]

#: Words after which a number is a label.
_LABELS: Final = bag("""version versions article articles chapitre chapitres chapter chapters page pages n no nos numero
    numeros number section sections figure figures fig table tableau etape step phase niveau level
    groupe group saison season episode tome volume vol edition ligne line rue chambre room salle
    route autoroute highway interstate quai loi decret reglement act bill resolution modele model
    type classe class tour round jour day formule chaine channel windows covid apollo boeing airbus
    alinea paragraphe paragraph annexe annex acte scene serie series psaume verse lot zone area
    division ligue league union gate porte terminal unit unite bloc block batiment building
    apartment appartement etage floor partie part livre book lettre chap art art. p pp tier
    generation gen phase annees annee year""")
_MONTHS: Final = bag("""janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january
    february march april may june july august september october november december jan feb fev avr
    apr jun juil jul aug sept sep oct nov dec""")
#: Words after which a bare number from 1000 to 2100 is a year.
_YEARS: Final = bag("""en in depuis since de of from annee annees year avant before apres after des by until till jusqu
    fin debut mi late early mid around vers circa ete hiver automne printemps summer winter spring
    fall autumn et and a to the l le du for pour""")
_DEFINITE: Final = bag("""les the ces these those ses leurs nos vos mes tes his her their our my your its aux des both
    tous toutes last first next past premiers premieres dernier derniers dernieres prochains
    prochaines other autres all""")
FUNCTION_WORDS: Final = bag("""le la les un une des du de d au aux the a an of to in on at by for from with and or but
    that than about over some only nearly almost more less at and et ou mais que qui dont ou en dans sur
    pour par avec sans sous vers chez selon environ quelque quelques plus moins pres presque au
    seulement seuls seules deja encore soit avoir il elle ils elles on nous vous ce cela there they
    he she it we you i this these those another its his her their when while as if quand lorsque
    alors ainsi puis donc or car comme contre entre between pendant apres avant depuis jusqu parmi
    among after before since until during under within without was were is are has had have compte
    comptait""")
_NEARLY: Final = bag("around roughly approximately exactly barely just up quelque soit")
#: Names of peoples, which have a capital as other names have.
_PEOPLES: Final = (
    "ans",
    "ians",
    "ese",
    "iens",
    "iennes",
    "ains",
    "aines",
    "aises",
    "ois",
    "oises",
    "ards",
    "eens",
    "eennes",
)
_PEOPLE: Final = bag("""britons germans greeks swedes danes poles finns turks kurds arabs jews scots russes turcs grecs
    belges suisses allemands allemandes espagnols polonais anglais francais palestinians israelis iraqis pakistanis
    saudis israeliens arabes kurdes juifs slovaques tcheques bulgares croates serbes""")
_SCALES: Final = bag("million millions milliard milliards billion billions")
_CLOCK: Final = frozenset({"h", "heure", "heures", "hours", "am", "pm", "o"})


def is_count(line: Line, at: int, end: int, language: str, text: str, *, unit: bool, scaled: bool) -> bool:
    """Whether the number from `at` to `end` counts something. `unit`: it has its own (%, km); `scaled`: it is grouped,
    has a scale or decimals.
    """
    token, before, after = line[at], line[at - 1] if at else line[-1], line[end]
    if _joined(line, at, end):
        return False
    if not unit and _belongs_elsewhere(line, at, end, language, text):
        return False
    if (before.text in _LABELS and after.text not in ("fois", "times")) or (
        before.text in (".", "°", "º") and at > 1 and line[at - 2].text in _LABELS
    ):
        return False
    if token.kind == "digits" and (
        before.kind == "digits" or after.kind == "digits" or token.text[:1] == "0" != token.text[:2]
    ):
        return unit or "," in token.text or "." in token.text
    if unit and token.kind == "digits" and line[end - 1].start == token.end and len(line[end - 1].text) == 1:
        return not text[line[end - 1].start].isupper()
    if unit or scaled:
        return True
    if before.text == "." and at > 1 and (len(line[at - 2].text) == 1 or line[at - 2].text in _MONTHS):
        return False
    if before.text == "," and after.text == ",":
        return False
    if before.text in _DEFINITE and after.kind != "word":
        return False
    if token.kind == "digits":
        return not (_dated(line, at, end) or _named(line, at, text) or _listed(line, at))
    return _word_counts(line, at, end, before, after, text)


def ranges(line: Line, at: int, end: int) -> bool:
    """Whether two figures are a range and no years (2015 to 2020), score or telephone number: something is counted."""
    if line[end - 1].text in _SCALES:
        return True
    ends = [token.text for token in line[at:end] if token.kind == "digits"]
    if len(ends) == 2 and all(len(each) == 4 and each.isdigit() and 1000 <= int(each) <= 2100 for each in ends):
        return False
    return line[end].kind == "word" and line[end].text not in FUNCTION_WORDS


def _joined(line: Line, at: int, end: int) -> bool:
    """Figures glued to letters or to other figures: A380, GPT-4, 4G, 14/07, @user1, #3."""
    before, token, last, after = line[at - 1] if at else line[-1], line[at], line[end - 1], line[end]
    if before.text == "-" and at > 1 and line[at - 2].text in ("near", "nearly", "almost", "quasi"):
        return False
    if at and before.end == token.start and (before.kind in ("word", "digits", "chain") or before.text in "_/@#-:.&+°"):
        return True
    if after.start != last.end:
        return False
    if last.kind == "digits" and after.kind == "word":
        return True
    return (
        after.text in ("_", "/", "@", "'", "’", '"', "°", "-")
        and line[end + 1].start == after.end
        and (last.kind == "digits" or line[end + 1].kind == "word")
    )


def _belongs_elsewhere(line: Line, at: int, end: int, language: str, text: str) -> bool:
    """An amount of money or a duration, which have their own readers."""
    before = line[at - 1] if at else line[-1]
    if before.text in ("$", "€", "£", "¥") or (
        before.kind == "word" and currency_at(line, at - 1, language, text, strict=True)
    ):
        return True
    of = end
    if line[of].text in ("de", "of"):
        of += 1
    elif line[of].text == "d" and line[of + 1].text == "'":
        of += 2
    elif line[of].text == "-":
        of = hyphen(line, of)
    unit = line[of].text
    if (
        unit_named(unit) is not None
        and hyphen(line, of + 1) != of + 1
        and line[of + 2].text not in ("old", "olds", "long")
    ):
        return False
    if unit_named(unit) is not None or unit in _CLOCK or currency_at(line, of, language, text, strict=True) is not None:
        return True
    return unit in ("a", "p", "o") and (line[of + 1].text in _CLOCK or line[of + 1].text + line[of + 2].text == ".m")


def _dated(line: Line, at: int, end: int) -> bool:
    """A day of a month, a year, or the century of `XX`: bare figures beside a month or after words of time."""
    token, before, after = line[at], line[at - 1] if at else line[-1], line[end]
    if token.text == "1" and (after.kind != "word" or after.text in FUNCTION_WORDS):
        return True
    if before.text in _MONTHS or after.text in _MONTHS or (after.text == "." and line[at - 1].text in _MONTHS):
        return True
    if after.text == "er" or (after.text == "of" and line[end + 1].text in _MONTHS):
        return True
    figures = token.text
    if len(figures) == 4 and figures.isdigit() and 1000 <= int(figures) <= 2100:
        return before.text in _YEARS or after.kind != "word" or after.text in FUNCTION_WORDS or after.text in _YEARS
    return False


def _named(line: Line, at: int, text: str) -> bool:
    """A number after a capitalised word inside a sentence is a part of a name: iPhone 14, Boeing 737, Ligue 1."""
    before = line[at - 1] if at else line[-1]
    if before.kind != "word" or before.text in FUNCTION_WORDS or line[at + 1].text in ("times", "fois"):
        return False
    if before.text in _NEARLY:
        return False
    written = text[before.start : before.end]
    return any(char.isupper() for char in written)


def _listed(line: Line, at: int) -> bool:
    """The next of several labels: versions 1.1 *et 2*, articles 5 *and 6*."""
    if at < 3 or line[at - 1].text not in ("et", "and", ",", "ou", "or", "a", "to", "&"):
        return False
    if line[at - 2].kind not in ("digits", "chain"):
        return False
    return line[at - 3].text in _LABELS or line[at - 2].kind == "chain" or _listed(line, at - 2)


def _word_counts(line: Line, at: int, end: int, before: Token, after: Token, text: str) -> bool:
    """Number words count before a noun, but not after a definite word (*les deux hommes*), nor in a name."""
    if after.kind != "word" or after.text in FUNCTION_WORDS or before.text in _DEFINITE or before.text in ("-", "'"):
        return False
    token = line[at]
    if token.text in ("un", "une", "one", "a", "an", "zero", "neuf") and end == at + 1:
        return False
    if text[token.start].isupper() and before.kind == "word":
        return False
    if not text[after.start].isupper():
        return True
    people = line[end + 1] if after.text in ("south", "north") else after
    return people.text in _PEOPLE or (len(people.text) > 4 and people.text.endswith(_PEOPLES))
