"""Which names are one: the names of an article as its parties, each under the longest that it has."""

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

#: What a name is told whose words became part of a longer one.
ABSORBED: Final = -3
_SMALL: Final = word_set("de du des d la le l les of the and et & for pour en in a au aux on sur")
_PLACED: Final = {
    "fr": word_set("a en au aux vers depuis dans"),
    "en": word_set("in from near outside across throughout around"),
}
#: Bodies that speak with the definite article before them and are people together.
_COMMON_TAILS: Final = (
    name_words.LEGAL
    | name_words.GENERIC
    | word_set(
        "partners ventures capital international france europe uk usa services solutions water energy foods motors "
        "airlines systems technologies industries labs media entertainment pharmaceuticals pharma immobilier realty trust "
        "vertical pulp paper bank music films records books editions press news network broadcasting air airways "
        "aerospace space"
    )
)
_ARTICLES: Final = {"le": "m", "un": "m", "la": "f", "une": "f"}
#: A last word that only bodies have.
_BODY_TAILS: Final = name_words.LEGAL | word_set(
    "partners ventures capital holdings group trust fund bank institute foundation council agency authority "
    "association society union federation network company water energy foods motors airlines airways technologies "
    "industries labs pharma pharmaceuticals immobilier immobiliere paper fibre realty records university college "
    "school hospital committee commission department ministry party league board airways railways papermakers workers "
    "club news"
)


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
        best = max(("person", "organisation", "place"), key=lambda sign: signs[sign])
        if signs[best] <= 0:
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


def join(rows: list[list[Atom]], found: list[Naming], language: str) -> list[Draft]:
    """The drafts of the parties; each naming is told which is its own (-1 where two would fit)."""
    drafts: list[Draft] = []
    by_key: dict[tuple[str, ...], int] = {}
    by_last: dict[str, list[int]] = {}
    by_first: dict[str, list[int]] = {}
    _long_forms(rows, found)
    for number, one in enumerate(found):
        keys = _core(one)
        if len(keys) < 2 or one.party == ABSORBED:
            continue
        key = _comparable(keys)
        where = by_key.get(key)
        if where is None:
            where = _variant(keys, drafts, by_last.get(keys[-1], ()))
        if where is None:
            where = len(drafts)
            drafts.append(Draft(keys, one.surface, first=number))
            by_last.setdefault(keys[-1], []).append(where)
            by_first.setdefault(keys[0], []).append(where)
        by_key.setdefault(key, where)
        _add(drafts[where], where, one, language)
    _evidence(rows, found, drafts, language, only_long=True)
    lone: dict[str, int] = {}
    recent: dict[str, tuple[int, int]] = {}
    for number, one in enumerate(found):
        if one.party == ABSORBED:
            continue
        if one.party >= 0:
            for word in {drafts[one.party].keys[-1], drafts[one.party].keys[0]}:
                recent[word] = (one.party, one.passage)
            continue
        keys = _core(one)
        where = _short(one, keys, drafts, by_last, by_first, recent, number)
        if where is None:
            key = keys[0] if keys else ""
            sex = _title_gender(one)
            slot = f"{key}/{sex}" if sex else key
            where = lone.get(slot)
            if where is None:
                alone = (
                    lone.get(key) if sex else next((lone[it] for it in (f"{key}/m", f"{key}/f") if it in lone), None)
                )
                where = alone if alone is not None and not sex else None
            if where is None:
                where = len(drafts)
                drafts.append(Draft(keys, one.surface, first=number))
            lone.setdefault(slot, where)
        if where >= 0:
            _add(drafts[where], where, one, language)
    _acronyms(rows, found, drafts)
    _evidence(rows, found, drafts, language, only_long=False)
    return drafts


def _core(one: Naming) -> tuple[str, ...]:
    """The keys of a name without forms of companies and suffixes."""
    keys = [key for key in one.keys if key != "&"]
    while len(keys) > 1 and (keys[-1] in name_words.LEGAL or keys[-1] in name_words.SUFFIXES):
        keys.pop()
    if len(keys) > 1 and keys[0] == "the":
        keys.pop(0)
    return tuple(keys)


def _comparable(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Initials as one word: "P J Harkness", "P.J. Harkness" and "PJ Harkness" are one."""
    made: list[str] = []
    glued = False
    for key in keys:
        plain = key.replace(".", "").replace("-", " ") if len(key) < 5 and "." in key else key
        short = len(plain) < 3 and not given_name(plain)
        if short and glued:
            made[-1] += plain
        else:
            made.append(plain)
        glued = short
    return tuple(made)


def _variant(keys: tuple[str, ...], drafts: list[Draft], same_last: list[int] | tuple[()]) -> int | None:
    """A party with the same family name whose given name is a short form, an initial, or longer by a middle name."""
    fits = []
    for where in same_last:
        other = drafts[where].keys
        if len(other) < 2:
            continue
        one, two = keys[0], other[0]
        middle = set(keys) <= set(other) or set(other) <= set(keys)
        nick = name_words.NICKNAMES.get(one, frozenset()) & name_words.NICKNAMES.get(two, frozenset())
        initial = (
            (_initial(one) or _initial(two))
            and _letters(one)[0] == _letters(two)[0]
            and (len(_letters(one)) == len(_letters(two)) or 1 in (len(_letters(one)), len(_letters(two))))
        )
        if (middle and one == two) or (nick and len(keys) == len(other) == 2) or initial:
            fits.append(where)
    if len(fits) != 1:
        return None
    where = fits[0]
    if len(keys) > len(drafts[where].keys):
        drafts[where].keys = keys
    return where


def _initial(key: str) -> bool:
    """Whether a folded given name is initials: "a", "j.-p"."""
    return len(key.replace(".", "").replace("-", "")) == 1 or (len(key) < 5 and "." in key)


def _letters(key: str) -> str:
    """The initials of a given name, "jp" of "jean-paul" and of "j.-p"."""
    return "".join(part[0] for part in key.replace(".", "-").split("-") if part) or key


def _title_gender(one: Naming) -> str:
    return one.gender if one.title else ""


def _short(
    one: Naming,
    keys: tuple[str, ...],
    drafts: list[Draft],
    by_last: dict[str, list[int]],
    by_first: dict[str, list[int]],
    recent: dict[str, tuple[int, int]],
    number: int,
) -> int | None:
    """The party that a name of one word is short for; -1 where several would do; None where it is a name of its own."""
    if not keys:
        return None
    key = keys[0]
    people = [where for where in by_last.get(key, ()) if _may_be_person(drafts[where])]
    sex = _title_gender(one)
    if sex:
        people = [where for where in people if drafts[where].gender in ("", sex)]
        surer = [where for where in people if drafts[where].gender == sex]
        people = surer if len(surer) == 1 else people
    if one.article in ("le", "la", "the", "l", "les") and not one.title:
        plural = key.endswith("s") and key[:-1] in by_last
        if plural or people:
            return None
    if len(people) == 1:
        return people[0]
    if len(people) > 1:
        where, passage = recent.get(key, (-1, -9))
        near = where in people and one.passage == passage
        return where if near and not one.quoted else -1
    if one.title:
        return None
    if given_name(key):
        firsts = [where for where in by_first.get(key, ()) if _may_be_person(drafts[where])]
        if len(firsts) == 1 and (drafts[firsts[0]].first < number or not one.quoted):
            return firsts[0]
        return -1 if firsts else None
    first = by_first.get(key, ())
    if len(first) == 1 and drafts[first[0]].kind == "person" and not one.article:
        return first[0]
    bodies = [where for where in by_first.get(key, ()) if _short_body(drafts[where], key)]
    if len(bodies) == 1 and len(by_first[key]) == 1:
        return bodies[0]
    return None


def _may_be_person(draft: Draft) -> bool:
    return draft.kind in ("person", "name") and not (draft.signs["organisation"] and not draft.signs["person"])


def _short_body(draft: Draft, key: str) -> bool:
    """Whether the first word of a body's name stands for it: what follows it is common to many firms, or it is legal."""
    if draft.kind == "person" or key in name_words.INSTITUTIONS or key in name_words.GENERIC or len(key) < 3:
        return False
    if draft.given_known:
        return False
    return all(word in _COMMON_TAILS for word in draft.keys[1:]) or (
        draft.kind == "organisation" and draft.signs["legal"] > 0
    )


def _add(draft: Draft, where: int, one: Naming, language: str) -> None:
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


def _long_forms(rows: list[list[Atom]], found: list[Naming]) -> None:
    """Before an acronym in parentheses the whole long form is the name: "Syndicat des ouvriers du port (SOP)"."""
    for row in rows:
        for at in range(2, len(row) - 1):
            if row[at].name < 0 or row[at - 1].key != "(" or row[at + 1].key != ")":
                continue
            letters = row[at].key.replace(".", "")
            if not 2 <= len(letters) <= 9 or (
                not any(char.isupper() for char in row[at].text[1:]) and len(letters) < 4
            ):
                continue
            start = _initials_from(row, at - 2, letters)
            if start is None:
                continue
            head = next((one for one in row[start : at - 1] if one.name >= 0), None)
            if head is None or start != row.index(head):
                continue
            long = found[head.name]
            last = at - 2
            if row[last].end > long.end:
                long.words = tuple(_glued(row[start : last + 1]))
                long.keys = tuple(key for one in row[start : last + 1] for key in one.key.split())
                long.end = row[last].end
                long.sure = "organisation"
                kept = [one for one in row[start : last + 1] if one.name >= 0][1:]
                for one in kept:
                    found[one.name].party = ABSORBED
                row[start : last + 1] = [
                    head._replace(end=row[last].end, text=long.surface, key=" ".join(long.keys))
                ] + [_gone(row[last].end)] * (last - start)
            long.sure = "organisation"


def _gone(place: int) -> Atom:
    return Atom(place, place, "", "", "gone", opens=False, quoted=False)


def _glued(parts: list[Atom]) -> list[str]:
    shown: list[str] = []
    last = -1
    for one in parts:
        if shown and one.start == last:
            shown[-1] += one.text
        else:
            shown.extend(one.text.split())
        last = one.end
    return shown


def _initials_from(row: list[Atom], end: int, letters: str) -> int | None:
    """Where the words begin whose initials, in order, are the letters; None where no words before `end` have them."""
    at = end
    steps = 0
    while at >= 0 and steps < 14:
        one = row[at]
        if one.kind == "mark" and one.key not in ("&", "-", "'"):
            return None
        if one.capital and one.key[:1] == letters[0] and _spell(row[at : end + 1], letters):
            return at
        at -= 1
        steps += 1
    return None


def _spell(parts: list[Atom], letters: str) -> bool:
    """Whether the words spell the letters: each word gives its first letter, and may give more of them."""
    heads = [key for one in parts for part in one.key.split() for key in part.split("-") if key not in _SMALL]
    if len(heads) > len(letters) or not heads:
        return False
    at = 0
    for head in heads:
        if at >= len(letters) or head[0] != letters[at]:
            return False
        at += 1
        left = len(letters) - at
        need = len(heads) - heads.index(head) - 1
        inner = 1
        while left > need and inner < len(head):
            if head[inner] == letters[at]:
                at += 1
                left -= 1
            inner += 1
            if at >= len(letters):
                break
    return at == len(letters)


def _acronyms(rows: list[list[Atom]], found: list[Naming], drafts: list[Draft]) -> None:
    """A long name and the acronym in parentheses beside it are one party, in either order."""
    merged: dict[int, int] = {}
    for row in rows:
        for at in range(2, len(row) - 1):
            if row[at].name < 0 or row[at - 1].key != "(" or row[at + 1].key != ")":
                continue
            before = at - 2
            while before > 0 and row[before].kind == "gone":
                before -= 1
            if row[before].name < 0:
                continue
            one, two = found[row[before].name].party, found[row[at].name].party
            if one < 0 or two < 0 or one == two:
                continue
            short, long = (two, one) if len(drafts[two].name) < len(drafts[one].name) else (one, two)
            acronym = drafts[short].name
            if len(drafts[short].keys) > 1 or sum(char.isupper() for char in acronym) < 2:
                continue
            heads = [key for key in drafts[long].keys if key not in _SMALL]
            spelt = heads and heads[0][0] == acronym[0].lower() and len(heads) > 1
            if spelt or (drafts[long].kind == "organisation" and len(acronym) > 2 and drafts[short].kind != "place"):
                merged[short] = long
    for short, long in merged.items():
        drafts[long].names.update(drafts[short].names)
        drafts[long].signs["organisation"] += 3
        drafts[long].aliases.add(drafts[short].name)
        for naming in found:
            if naming.party == short:
                naming.party = long


def _evidence(
    rows: list[list[Atom]], found: list[Naming], drafts: list[Draft], language: str, *, only_long: bool
) -> None:
    """What stands beside the names says what they are. Where `only_long`, family names have no party yet."""
    if only_long:
        lasts = Counter(one.keys[-1] for one in found if len(one.keys) == 1 and one.keys)
        for draft in drafts:
            last, first = draft.keys[-1], draft.keys[0]
            if lasts[last] and last not in _COMMON_TAILS and last not in name_words.INSTITUTIONS and not lasts[first]:
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
    noun = row[at - 2].key if at > 1 and before in (",", "-") else before
    if before in words.BODIES and not words.BODIES[before].plural and row[at - 1].kind == "word":
        signs["organisation"] += 2
    elif noun in words.HUMANS and not words.HUMANS[noun].plural:
        signs["person"] += 1
        sex = words.HUMANS[noun].gender or (_ARTICLES.get(row[at - 2].key, "") if at > 1 and language == "fr" else "")
        if sex and len(draft.keys) > 1:
            draft.genders[sex] += 1
    elif at > 1 and row[at - 2].key in words.BODIES and row[at - 1].kind == "word" and not row[at - 1].capital:
        if before not in words.PREPOSITIONS and before not in words.DETERMINERS and before not in words.SAYING:
            signs["organisation"] += 2
    if (before == "from" and after == "to") or (before == "to" and at > 2 and row[at - 3].key == "from"):
        signs["place"] += 2
    if before in placed and not (before in ("a", "from") and after in words.SAID):
        signs["place"] += 1 if before != "from" else 0
        if before in ("en", "au", "aux", "in"):
            signs["place"] += 1
    if before in ("the", "les") and len(draft.keys) < 4:
        signs["organisation"] += 1
        signs["person"] -= 2
    elif before in ("le", "la", "l") and language == "fr":
        signs["person"] -= 1
        signs["organisation"] += 0 if len(draft.keys) > 1 else 1
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


def _apposed(ahead: list[Atom], draft: Draft) -> None:
    """The noun of an apposition tells a person or a body, and its gender."""
    for one in ahead[:4]:
        if one.kind != "word":
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
