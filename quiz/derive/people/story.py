"""An article told as who is on the stage at each place: names, nouns and pronouns, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from quiz.derive.document import Document, Passage
from quiz.derive.fact import Span
from quiz.derive.people import Held, Party, words
from quiz.derive.people.atoms import Atom, words_of
from quiz.derive.people.kinds import Gender
from quiz.derive.people.naming import Naming
from quiz.language.text import fold

#: How many passages back somebody is still at hand for a pronoun, and for a noun.
REACH: Final = 3
AT_HAND: Final = 1


class Figure(NamedTuple):
    """Somebody on the stage: a party, or one described by `name`; neither where a noun stands for nobody known.

    `weight` is 2 of a subject or source, 1 of another part of the sentence, 0 of what hangs on a preposition.
    """

    start: int
    end: int
    party: Party | None
    name: str
    gender: Gender
    plural: bool
    body: bool
    weight: int
    sentence: int
    sense: str = ""

    @property
    def who(self) -> object:
        """What makes two figures the same one."""
        return self.party.name if self.party is not None else (self.name or self.start)


@dataclass(slots=True)
class Story:
    """The rows of the telling passages with what is known of them; `stage` is filled from the first row on."""

    document: Document
    passages: list[Passage]
    rows: list[list[Atom]]
    namings: list[Naming]
    parties: list[Party]
    nouns: dict[str, set[str]]
    starts: list[int]
    roles: list[Held] = field(default_factory=list)
    stage: list[list[Figure]] = field(default_factory=list)
    #: The parties by the words of their names, by what they are called beside them, and by the offices of their titles.
    bearing: dict[str, list[Party]] = field(default_factory=dict)
    called: dict[str, list[Party]] = field(default_factory=dict)
    titled: dict[str, list[Party]] = field(default_factory=dict)
    by_sense: dict[str, list[Held]] = field(default_factory=dict)
    #: Where each party was first named outside quotations.
    seen: dict[str, int] = field(default_factory=dict)

    def index(self, offices: Mapping[str, Iterable[str]]) -> None:
        """Fill the tables by which nouns find parties; `offices` are those that titles tell."""
        for party in self.parties:
            if party.kind != "person":
                for word in dict.fromkeys(fold(party.name).replace("-", " ").split()):
                    self.bearing.setdefault(word, []).append(party)
            for noun in sorted(self.nouns.get(party.name, ())):
                self.called.setdefault(noun, []).append(party)
            for sense in sorted(offices.get(party.name, ())):
                self.titled.setdefault(sense, []).append(party)
        for role in self.roles:
            self.by_sense.setdefault(role.sense, []).append(role)

    def told(self, table: Mapping[str, list[Party]], keys: Iterable[str], place: int) -> list[Party]:
        """The parties that a table has under one of the keys, if they were named before a place."""
        found = {party.name: party for key in keys for party in table.get(key, ())}
        return [party for name, party in found.items() if self.seen.get(name, place) < place]

    def senses(self, party: Party) -> set[str]:
        """The offices that a party has, by its roles and its titles."""
        held = {sense for sense, roles in self.by_sense.items() if any(role.party.name == party.name for role in roles)}
        return held | {sense for sense, ones in self.titled.items() if any(one.name == party.name for one in ones)}

    def accused(self, place: int) -> list[Party]:
        """Who was accused before a place: against whom something was said or asked, or who is on trial."""
        found: dict[str, Party] = {}
        for row in self.rows:
            for at, one in enumerate(row):
                if one.start >= place:
                    return list(found.values())
                party = self.party_of(one) if one.name >= 0 and not one.quoted else None
                if party is None or party.kind != "person" or fold(party.name).split()[0] in words.TITLES:
                    continue
                against = any(it.key in words.AGAINST for it in row[max(0, at - 3) : at])
                tried = any(it.text.lower() in words.TRIED for it in _same_sentence(row, at))
                if against or tried:
                    found[party.name] = party
        return list(found.values())

    @property
    def text(self) -> str:
        """The whole text of the article."""
        return self.document.article.text

    def words(self, start: int, end: int) -> str:
        """The words between two places, in one line."""
        return words_of(self.text, Span(start, end))

    def party_of(self, atom: Atom) -> Party | None:
        """Whose name the atom is; None for a word, and for a name that two have."""
        if atom.name < 0:
            return None
        number = self.namings[atom.name].party
        return self.parties[number] if number >= 0 else None

    def row_at(self, place: int) -> int:
        """The number of the row in which a place of the text stands, -1 where it stands in none."""
        number = bisect_right(self.starts, place) - 1
        return number if number >= 0 and place < self.passages[number].end else -1

    def sentence(self, number: int, place: int) -> int:
        """The number of the sentence of a row in which a place stands."""
        sentences = self.passages[number].sentences
        return max(0, bisect_right(sentences, place, key=_start) - 1)

    def before(self, number: int, place: int, reach: int) -> Iterator[list[Figure]]:
        """The figures before a place, passage by passage backwards, the nearest first."""
        for back in range(number, max(-1, number - reach - 1), -1):
            yield [one for one in self.stage[back] if one.end <= place] if back < len(self.stage) else []


def _same_sentence(row: list[Atom], at: int) -> list[Atom]:
    """What stands behind a name up to the next one, in the same sentence."""
    end = at + 1
    while end < len(row) and end - at < _TRIED_WITHIN and row[end].name < 0 and row[end].key not in ".!?":
        end += 1
    return row[at + 1 : end]


#: How far behind a name the word stands that tells of its trial.
_TRIED_WITHIN: Final = 20


def _start(sentence: Span) -> int:
    return sentence.start


def same_gender(one: Gender, two: Gender) -> bool:
    """Whether two genders may be of the same one."""
    return not one or not two or one == two


def weight(row: list[Atom], first: int, last: int) -> int:
    """How much a noun phrase at `first`…`last` of a row is what its sentence is about."""
    before = row[first - 1] if first else None
    after = row[last + 1] if last + 1 < len(row) else None
    if after is not None and after.key == "'s":
        return 0
    if after is not None and after.key == "," and not (before is not None and before.key in words.PREPOSITIONS):
        close = next((at for at in range(last + 2, min(len(row), last + 30)) if row[at].key in ",.;:"), -1)
        if close > 0 and row[close].key == "," and close + 1 < len(row):
            after = row[close + 1]
    if before is None or (before.opens and before.kind == "mark"):
        return 2
    if row[first].opens or _inverted(row, first) or _beside_subject(row, first, last):
        return 2
    if before.key in ("et", "and") and first > 1 and row[first - 2].name >= 0:
        return weight(row, first - 2, last)
    if before.key in ("selon", "apres") or (before.key == "to" and first > 1 and row[first - 2].key == "according"):
        return 2
    if before.key == "pour" and before.opens:
        return 2
    if before.key in words.PREPOSITIONS or before.key in ("du", "au"):
        return 0
    if after is not None and (after.key in words.AUXILIARIES or after.key in words.SAYING):
        return 2
    return 1


def _inverted(row: list[Atom], first: int) -> bool:
    """Whether a verb of saying stands before the phrase, and nothing before the verb: "…», a déclaré X"."""
    at = first - 1
    if row[at].key in words.SAID and at and row[at - 1].key in words.AUXILIARIES:
        at -= 2
    elif row[at].key in words.SAYING:
        at -= 1
    else:
        return False
    while at >= 0 and row[at].key in ("s", "se", "l", "lui", "nous", "m", "me", "ainsi"):
        at -= 1
    return at < 0 or row[at].kind == "mark"


def _beside_subject(row: list[Atom], first: int, last: int) -> bool:
    """Whether the name is set beside the noun with which its sentence begins: "Their cox, Delia Farrugia, admitted"."""
    if first < 3 or row[first].name < 0 or row[first - 1].key not in (",", *words.NAMED) or not _then_acts(row, last):
        return False
    at = first - 1
    if row[at].key in words.NAMED:
        # "One of the tenants, a nurse named Folasade Adeyemi, wept"
        at = next((it for it in range(at - 1, max(0, at - 4), -1) if row[it].key in (",", "un", "une", "a", "an")), -1)
        if at < 0 or row[at].opens:
            return at >= 0
        at = at if row[at].key == "," else at - 1
        if row[at].key != ",":
            return False
    at -= 1
    for begin in range(at, max(-1, at - _NOUN_PHRASE), -1):
        one = row[begin]
        if one.kind == "mark" or one.key in words.AUXILIARIES - {"a"} or one.key in words.SAYING:
            return False
        if one.opens:
            owner = one.name >= 0 and row[begin + 1].kind == "clitic"
            return owner or (one.key in words.DETERMINERS and (one.key != "a" or one.text == "A"))
    return False


#: The noun phrase with which a sentence begins has no more words.
_NOUN_PHRASE: Final = 8


def _then_acts(row: list[Atom], last: int) -> bool:
    """Whether behind the name at `last`, its age and the comma that closes it, something like a verb follows."""
    at = last + 1
    if at < len(row) and row[at].key == "," and at + 1 < len(row) and row[at + 1].kind == "digits":
        at += 3 if at + 2 < len(row) and row[at + 2].key == "ans" else 2
    if at >= len(row) or row[at].key != ",":
        return False
    one = row[at + 1] if at + 1 < len(row) else row[at]
    return one.kind in ("word", "elided") and not one.capital and one.key not in words.DETERMINERS | words.PREPOSITIONS


def index(row: list[Atom], place: int) -> int:
    """Where in a row the first atom stands that ends after a place."""
    low, high = 0, len(row)
    while low < high:
        middle = (low + high) // 2
        if row[middle].end <= place:
            low = middle + 1
        else:
            high = middle
    return low
