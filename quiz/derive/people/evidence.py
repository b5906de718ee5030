"""A party while its mentions are gathered, and what the words beside them say of it: person, body, place; gender."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from quiz.derive.people import words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.given import gender_of, given_name
from quiz.derive.people.kinds import Gender, Kind
from quiz.derive.people.naming import Naming
from quiz.language import name_words
from quiz.language.text import word_set

_PLACED: Final = {
    "fr": word_set("a en au aux vers depuis dans"),
    "en": word_set("in from near outside across throughout around"),
}


_DOERS: Final = ("er", "or", "ist", "ian", "man", "woman")
_ARTICLES: Final = {"le": "m", "un": "m", "la": "f", "une": "f"}


#: A last word that only bodies have.
_BODY_TAILS: Final = name_words.LEGAL | word_set(
    "partners ventures capital holdings group trust fund bank institute foundation council agency authority "
    "association society union federation network company water energy foods motors airlines airways technologies "
    "industries labs pharma pharmaceuticals immobilier immobiliere paper fibre realty records university college "
    "school hospital committee commission department ministry party league board airways railways papermakers workers "
    "club news"
)


#: Bodies that speak with the definite article before them and are people together.
COMMON_TAILS: Final = (
    name_words.LEGAL
    | name_words.GENERIC
    | word_set(
        "partners ventures capital international france europe uk usa services solutions water energy foods motors "
        "airlines systems technologies industries labs media entertainment pharmaceuticals pharma immobilier realty "
        "trust vertical pulp paper bank music films records books editions press news network broadcasting air "
        "airways aerospace space"
    )
)


#: In the middle of the names of towns: "Chalon-sur-Saône", "Villeneuve-le-Roi".
_INSIDE_TOWNS: Final = ("-sur-", "-sous-", "-le-", "-la-", "-les-", "-lez-", "-en-", "-aux-", "-devant-", "-upon-")


@dataclass(slots=True)
class Draft:
    """A party while its mentions are gathered. `keys` are those of its longest name, without forms of companies."""

    keys: tuple[str, ...]
    name: str
    names: Counter[str] = field(default_factory=Counter)
    signs: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    titles: set[str] = field(default_factory=set)
    first: int = 0
    plurals: int = 0
    aliases: set[str] = field(default_factory=set)
    given_known: bool = False
    title: str = ""

    @property
    def kind(self) -> Kind:
        """What the signs of the whole article say that it is."""
        signs = self.signs
        # What acts and speaks is seldom a place, though a capital may stand for its government.
        scores = {
            "person": signs["person"],
            "organisation": signs["organisation"],
            "place": signs["place"] - signs["acts"] - signs["speaks"],
        }
        best = max(scores, key=lambda sign: scores[sign])
        if scores[best] <= 0:
            return "name"
        return best  # type: ignore[return-value]

    @property
    def gender(self) -> Gender:
        """The gender that its titles, given name and agreement show; "" where they differ."""
        if not self.genders:
            return ""
        (best, count), *rest = self.genders.most_common(2)
        if rest and rest[0][1] * 2 > count:
            return ""
        return "m" if best == "m" else "f"

    @property
    def plural(self) -> bool:
        """Whether it is several: "les Corbeaux", "the Pruitts"."""
        return self.plurals * 2 > sum(self.names.values()) and not self.signs["legal"]

    @property
    def shown(self) -> str:
        """Its longest name; a lone family name keeps its title, without which it would not stand alone."""
        if self.title and len(self.keys) == 1 and self.kind == "person":
            return f"{self.title} {self.name}"
        return self.name


def add_to(draft: Draft, where: int, one: Naming, language: str) -> None:
    """Count a name to the party number `where`, with what the name itself says."""
    draft.names[one.surface] += 1
    number = len(one.keys)
    if (number, len(one.surface)) > (len(draft.name.split()), len(draft.name)):
        draft.name = one.surface
    one.party = where
    if one.title:
        draft.titles.add(one.title.lower().rstrip("."))
        draft.title = draft.title or one.title
        draft.signs["person"] += 3
    if one.keys[-1] in name_words.LEGAL:
        draft.signs["organisation"] += 4
        draft.signs["legal"] += 1
    if len(one.keys) > 1 and one.keys[-1] in _BODY_TAILS:
        draft.signs["organisation"] += 4
    if one.article == "les" or (one.article == "the" and one.keys[-1].endswith("s") and one.sure != "organisation"):
        draft.plurals += 1
    if one.sure == "organisation":
        draft.signs["organisation"] += 2
    if len(one.keys) == 1 and any(inside in one.keys[0] for inside in _INSIDE_TOWNS):
        draft.signs["place"] += 4
    if len(one.keys) > 1 and given_name(one.keys[0]) and one.sure != "organisation":
        draft.signs["person"] += 2
        draft.given_known = True
    elif len(one.keys) == 1 and given_name(one.keys[0]):
        draft.signs["person"] += 1
    if one.gender:
        draft.genders[one.gender] += 3 if one.title else 2
    elif len(one.keys) == 1 and given_name(one.keys[0]):
        sex = gender_of(one.keys[0], language)
        if sex and one.keys[0] == draft.keys[0]:
            draft.genders[sex] += 1


def evidence(
    rows: list[list[Atom]], found: list[Naming], drafts: list[Draft], language: str, *, only_long: bool
) -> None:
    """What stands beside the names says what they are. Where `only_long`, family names have no party yet."""
    if only_long:
        lasts = Counter(one.keys[-1] for one in found if len(one.keys) == 1 and one.keys)
        alone: dict[str, int] = {}
        for number, one in enumerate(found):
            if len(one.keys) == 1:
                alone.setdefault(one.keys[0], number)
        for draft in drafts:
            last, first = draft.keys[-1], draft.keys[0]
            if min(alone.get(last, draft.first), alone.get(first, draft.first)) < draft.first:
                continue
            if lasts[last] and last not in COMMON_TAILS and last not in name_words.INSTITUTIONS and not lasts[first]:
                draft.signs["person"] += 1
            elif lasts[first] and not lasts[last] and not given_name(first):
                draft.signs["organisation"] += 1
    placed = _PLACED.get(language, _PLACED["en"])
    for row in rows:
        for at, atom in enumerate(row):
            if atom.name < 0 or found[atom.name].party < 0:
                continue
            if not only_long and len(found[atom.name].keys) > 1 and found[atom.name].party < len(drafts):
                continue
            _signs(row, at, drafts[found[atom.name].party], placed, language)


def _signs(row: list[Atom], at: int, draft: Draft, placed: frozenset[str], language: str) -> None:
    """What the neighbours of one mention say of its bearer."""
    signs = draft.signs
    before = row[at - 1].key if at else ""
    ahead = [one for one in row[at + 1 : at + 9] if one.kind != "gone"]
    after = ahead[0].key if ahead else ""
    second = ahead[1].key if len(ahead) > 1 else ""
    third = ahead[2].key if len(ahead) > 2 else ""
    opened = at > 0 and row[at - 1].capital
    noun = row[at - 2].key if at > 1 and before in (",", "-") else before
    if (
        language == "en"
        and len(draft.keys) > 1
        and before.endswith(_DOERS)
        and row[at - 1].kind == "word"
        and not opened
    ):
        signs["person"] += 1
    bearing = before in words.BODIES and not (language == "fr" and words.BODIES[before].sense in words.NAMELESS)
    if bearing and not words.BODIES[before].plural and row[at - 1].kind == "word":
        signs["organisation"] += 2
    elif noun in words.HUMANS and not words.HUMANS[noun].plural:
        signs["person"] += 1
        sex = words.HUMANS[noun].gender or (_ARTICLES.get(row[at - 2].key, "") if at > 1 and language == "fr" else "")
        if sex and len(draft.keys) > 1:
            draft.genders[sex] += 1
    elif at > 1 and row[at - 2].key in words.BODIES and row[at - 1].kind == "word" and _adjective(row[at - 1]):
        signs["organisation"] += 2
    if before in words.NAMED and at > 1 and row[at - 2].key in words.HUMANS:
        signs["person"] += 3
    if (before == "from" and after == "to") or (before == "to" and at > 2 and row[at - 3].key == "from"):
        signs["place"] += 2
    if after in words.AUXILIARIES and before not in words.PREPOSITIONS:
        signs["acts"] += 1
    if before in placed and not (before == "a" and row[at - 1].text not in ("à", "À")) and before != "from":
        signs["place"] += 1
        if before in ("en", "au", "aux", "in"):
            signs["place"] += 1
    if before in ("the", "les") and len(draft.keys) < 4:
        signs["organisation"] += 1
        signs["person"] -= 2
    elif before in ("le", "la", "l") and language == "fr":
        signs["person"] -= 1
        signs["organisation"] += 0 if len(draft.keys) > 1 or any(char.isdigit() for char in draft.name) else 1
        if before != "l" and not draft.given_known:
            draft.genders["m" if before == "le" else "f"] += 1
    if after == "," and second.isdigit() and third in (",", "ans", "-"):
        signs["person"] += 3
    if after == "," and second in ("who", "qui", "whose"):
        signs["person"] += 2 if second == "who" else 0
    if after == ",":
        _apposed(ahead[1:], draft)
    if after in words.SAYING or (after in ("a", "has", "had") and (second in words.SAID or second in words.SAYING)):
        signs["person"] += 1 if len(draft.keys) > 1 else 0
        signs["speaks"] += 1
    if before in words.SAYING or before in words.SAID:
        signs["person"] += 1 if len(draft.keys) > 1 else 0
        signs["speaks"] += 1
    if after == "(" and second.startswith("@"):
        signs["person"] += 1
    if after == "'s" and second in words.OFFICES:
        signs["organisation"] += 1
    if after in ("inc", "corp", "ltd", "plc"):
        signs["organisation"] += 3


#: Behind the comma that closes an apposition the sentence goes on with one of these.
_VERBS: Final = words.AUXILIARIES - {"a"}


def _adjective(one: Atom) -> bool:
    functional = one.key in words.PREPOSITIONS or one.key in words.DETERMINERS or one.key in words.SAYING
    return not one.capital and not functional


def _apposed(ahead: list[Atom], draft: Draft) -> None:
    """The noun of an apposition tells a person or a body, and its gender."""
    for at, one in enumerate(ahead[:5]):
        if one.kind == "clitic" or (at + 1 < len(ahead) and ahead[at + 1].kind == "clitic"):
            continue
        if one.kind != "word" or one.key in words.SAYING or one.key in _VERBS:
            return
        noun = words.HUMANS.get(one.key)
        if noun is not None and not noun.plural:
            draft.signs["person"] += 2
            if noun.gender:
                draft.genders[noun.gender] += 1
            return
        body = words.BODIES.get(one.key)
        if body is not None and not body.plural:
            draft.signs["organisation"] += 2
            return
        if one.key in words.PREPOSITIONS and one.key != "a":
            return
