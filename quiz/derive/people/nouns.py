"""Who a noun phrase without a name stands for: by the roles of the article, else by who is at hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from quiz.derive.people import Held, Party, words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.kinds import Gender
from quiz.derive.people.offices import phrase_at
from quiz.derive.people.story import AT_HAND, Figure, Story, same_gender, weight
from quiz.language import name_words
from quiz.language.text import fold, word_set

_PAPERS: Final = word_set(
    "report rapport study etude notice statement communique survey sondage poll trial test filing filings document "
    "documents email emails mail mails record records letter lettre ordonnance enquete memo note bulletin lawsuit "
    "complaint plainte verdict ruling decision source sources data donnees figures chiffres estimates estimations "
    "texte arrete message releve bilan barometre audit analysis analyse research paper article release"
)


_RELATED: Final = word_set(
    "parent father mother spouse child sibling grandparent cousin friend relative ally colleague customer user "
    "passenger reader mentor partner agent supporter opponent deputy"
)


_GROUPS: Final = word_set(
    "management police court council government ministry office service army port city hospital newspaper trade"
)


#: Bodies without a name of their own, whom an article calls so and no otherwise.
_CROWDS: Final = word_set("team equipe")


_FIRM_SENSES: Final = frozenset(("company", "maker"))


#: Several that an article may call by the name of their band.
#: Whom a court hears, and whose offices they do not have.
_IN_COURT: Final = frozenset(("accused", "plaintiff", "victim", "witness", "tenant", "patient"))
_OF_LAW: Final = frozenset(("lawyer", "counsel", "judge", "prosecutor", "police", "clerk", "spokesperson", "minister"))


_BANDS: Final = frozenset(("hacker", "musician", "activist", "artist"))


_COUNT: Final = word_set("deux trois quatre cinq six sept huit neuf dix two three four five six seven eight nine ten")


_GENDERED: Final[dict[str, Gender]] = {
    "le": "m", "un": "m", "ce": "m", "cet": "m", "du": "m", "au": "m", "son": "", "la": "f", "une": "f", "cette": "f",
    "sa": "f",
}  # fmt: skip


#: Offices that are masculine of a woman too: "le docteur".
_EITHER: Final = word_set("docteur professeur medecin chef auteur")


PLURAL: Final = word_set(
    "les des ces ses leurs these those plusieurs certains certaines several some many quelques aux"
)


_KIN: Final[dict[str, tuple[str, ...]]] = {}
for _word, _noun in words.BODIES.items():
    _KIN[_noun.sense] = (*_KIN.get(_noun.sense, ()), _word)
_NOUNS: Final = words.HUMANS.keys() | words.BODIES.keys()


def noun(story: Story, number: int, first: int, close: int) -> Figure | None:
    """The figure that a noun phrase without a name of its own stands for; one without party and name where unclear."""
    row = story.rows[number]
    det = row[first].key
    definite = det in words.DEFINITE or det in ("du", "au")
    indefinite = det in words.INDEFINITE and det not in _COUNT
    start = first + (1 if det in words.DETERMINERS or det in ("du", "au") else 0)
    head = head_of(row, start, close, story.passages[number].language)
    if head is None:
        return None
    one = row[head]
    what = words.HUMANS.get(one.key.removeprefix("ex-")) or words.BODIES.get(one.key)
    if what is None and one.capital and (one.key in words.PEOPLES or one.key.endswith(words.PEOPLE_ENDS)):
        what = words.Noun("native", "", office=False)
    plural = det in PLURAL or det in _COUNT or (what is not None and what.plural and det not in _GENDERED)
    place = row[first].start
    gender: Gender = _GENDERED.get(det, "") if story.passages[number].language == "fr" else ""
    if one.key in _EITHER:
        gender = ""
    gender = gender or (what.gender if what is not None else "")
    body = what is not None and one.key not in words.HUMANS
    end = row[close - 1].end
    shown = story.words(place, _described_end(row, first, close))
    sentence = story.sentence(number, place)
    heavy = weight(row, first, close - 1)

    def figure(party: Party | None, name: str, sex: Gender = gender, many: bool = plural) -> Figure:
        return Figure(place, end, party, name, sex, many, body, heavy, sentence, what.sense if what else "")

    if det in words.POSSESSIVE:
        if body or what is None:
            return figure(None, "")
        roles = [role for role in story.by_sense.get(what.sense, ()) if role.span.end <= place]
        return figure(_only(role.party for role in roles), "") if roles else figure(None, "")
    if plural and definite and what is not None and what.sense in _BANDS:
        found = _only(one for one in story.parties if one.plural and one.kind != "person" and one.name in story.seen)
        if found is not None:
            return figure(found, "")
    if plural:
        return figure(None, shown if what is not None or one.key in _PAPERS else "")
    if indefinite or det in _COUNT:
        return figure(None, shown)
    if not definite:
        bare = what is None or what.plural or one.key in _PAPERS or one.key == "police"
        named = any(atom.name >= 0 for atom in row[first:close])
        return figure(
            None, shown if (bare and one.key in _PAPERS) or (what is not None and (what.plural or named)) else ""
        )
    if what is None:
        return figure(None, shown if one.key in _PAPERS else "")
    if body:
        party, name = _body(story, number, place, row, head, close, what, shown)
    else:
        party, name = _human(story, number, place, row, head, close, what, gender, shown)
    return figure(party, name, party.gender if party is not None and party.gender else gender)


def _described_end(row: list[Atom], first: int, close: int) -> int:
    """Where a description ends: before what only adds to it."""
    while close > first + 2 and row[close - 1].kind == "word" and row[close - 1].key.endswith("ly"):
        close -= 1
    for at in range(first + 1, close):
        if row[at].key in words.RELATIVES or row[at].key == ",":
            return row[at - 1].end
    return row[close - 1].end


def head_of(row: list[Atom], start: int, close: int, language: str) -> int | None:
    """The noun of a phrase: the first in French, the last before a preposition in English."""
    best = None
    for at in range(start, close):
        one = row[at]
        if one.name >= 0:
            if language == "fr":
                break
            continue
        # "défendant X" is a preposition of French, "the defendant" a man of English.
        leads = one.key in words.PREPOSITIONS and (language == "fr" or one.key not in words.HUMANS)
        if one.kind in ("mark", "elided") or leads:
            break
        if one.kind == "clitic":
            best = None
            continue
        known = one.key.removeprefix("ex-") in words.HUMANS or one.key in words.BODIES or one.key in _PAPERS
        if language == "fr":
            if (known and one.key not in ("premier", "premiere", "jeune")) or one.key not in words.MODIFIERS:
                return at
            continue
        if best is not None and (row[best].key in _NOUNS or row[best].key in _PAPERS) and not known:
            break
        best = at
    return best


def _only(parties: Iterable[Party]) -> Party | None:
    found = {party.name: party for party in parties}
    return next(iter(found.values())) if len(found) == 1 else None


def _human(
    story: Story,
    number: int,
    place: int,
    row: list[Atom],
    head: int,
    close: int,
    what: words.Noun,
    gender: Gender,
    shown: str,
) -> tuple[Party | None, str]:
    """Who a definite noun for a person stands for: by the roles of the article, else by who is at hand."""
    language = story.passages[number].language
    phrase = phrase_at(row, head, language, close) if what.office else None
    senses = words.WIDER.get(what.sense, frozenset()) | {what.sense}
    domain, general = "", True
    if phrase is not None and phrase.object >= 0 and phrase.object < close:
        thing = row[phrase.object]
        party = story.party_of(thing)
        domain = party.name if party is not None else story.words(thing.start, row[close - 1].end)
        general = (
            thing.name < 0 and thing.key in words.BODIES and words.BODIES[thing.key].sense in _FIRM_SENSES | {"club"}
        )
    elif not _of_children(row, head) and any(atom.key in words.OF or atom.name >= 0 for atom in row[head + 1 : close]):
        return None, shown
    before = next(
        (row[at] for at in range(max(0, head - 4), head) if row[at].name >= 0 and row[at].start >= place), None
    )
    if language != "fr" and before is not None:
        party = story.party_of(before)
        domain, general = (party.name if party is not None else before.text), False
    nation = next(
        (
            row[at].key
            for at in range(max(0, head - 3), min(close, head + 3))
            if at != head and row[at].key in words.NATIONAL and row[at].name < 0 and row[at].start >= place
        ),
        "",
    )
    if nation and not domain:
        domain, general = nation, False
    held = (role for sense in sorted(senses) for role in story.by_sense.get(sense, ()))
    roles = [role for role in held if same_gender(role.party.gender, gender)]
    exact = [role for role in roles if role.sense == what.sense]
    if domain and not general:
        fits = [role for role in roles if _same_domain(role, domain)]
        found = _only(role.party for role in fits)
        return (found, "") if found is not None or fits else (None, shown)
    if row[head].key in ("docteur", "doctor"):
        # Whoever has the title, and whoever has the trade.
        doctors = {one.name: one for one in story.titled.get("doctor", ()) if story.seen.get(one.name, place) < place}
        doctors.update({role.party.name: role.party for role in exact if role.span.end <= place})
        close_by = {one.party.name for one in _persons(story, number, place, gender, 0) if one.party is not None}
        here_too = [one for name, one in doctors.items() if name in close_by]
        return _only(here_too if len(doctors) > 1 else doctors.values()), ""
    if what.office or what.sense == "elected":
        for some in (exact, roles):
            fits = [role for role in some if role.span.end <= place]
            found = _only(role.party for role in fits)
            if found is not None:
                return found, ""
            near = [role for role in fits if role.span.start >= story.passages[number].start]
            if fits:
                return _only(role.party for role in near), ""
        titled = [one for one in story.titled.get(what.sense, ()) if same_gender(one.gender, gender)]
        here = _persons(story, number, place, gender, 0)
        found = _only(one for one in titled if any(it.party is one for it in here))
        if found is not None:
            return found, ""
        if len(titled) == 1:
            return titled[0], ""
        whos = {it.who for it in here}
        alone = here[0].party if len(whos) == 1 else None
        return (alone if alone is not None and not alone.roles and alone.gender == gender and gender else None), ""
    if what.sense in _RELATED and not _of_children(row, head):
        return None, ""
    here = _persons(story, number, place, gender, 0) or _persons(story, number, place, gender, AT_HAND)
    if what.sense in _IN_COURT:
        accused = _only(one for one in story.accused(place) if same_gender(one.gender, gender))
        if what.sense == "accused" and accused is not None:
            return accused, ""
        here = [one for one in here if one.party is None or not story.senses(one.party) & _OF_LAW]
    alike = {it.who: it for it in here if it.party is None and it.sense == what.sense and it.name}
    if len(alike) == 1:
        return None, next(iter(alike.values())).name
    whos = {it.who for it in here}
    if len(whos) == 1 and here[0].party is not None:
        return here[0].party, ""
    return None, ""


def _of_children(row: list[Atom], head: int) -> bool:
    """Whether children are counted after it: "the father of two" is an epithet."""
    return head + 2 < len(row) and row[head + 1].key in words.OF and row[head + 2].key in _COUNT


def _same_domain(role: Held, domain: str) -> bool:
    one, two = fold(role.domain), fold(domain)
    return (bool(one) and bool(two) and (one == two or one in two or two in one)) or fold(domain) in fold(role.words)


def _human_figure(one: Figure) -> bool:
    """Whether a figure is somebody, and not a body or a thing with a name."""
    return one.party is None or one.party.kind == "person" or (one.party.kind == "name" and " " in one.party.name)


def _persons(story: Story, number: int, place: int, gender: Gender, reach: int) -> list[Figure]:
    return [
        one
        for figures in story.before(number, place, reach)
        for one in figures
        if not one.body and not one.plural and same_gender(one.gender, gender) and _human_figure(one)
    ]


def _body(
    story: Story, number: int, place: int, row: list[Atom], head: int, close: int, what: words.Noun, shown: str
) -> tuple[Party | None, str]:
    """Which body a definite noun stands for: the one whose name or apposition has it, else the only one at hand."""
    key = row[head].key
    if any(atom.name >= 0 for atom in row[head + 1 : close]) or any(
        one.key in words.OF for one in row[head + 1 : close]
    ):
        return None, shown
    if any(one.kind == "clitic" for one in row[max(0, head - 4) : head] if one.start >= place):
        return None, shown  # "the musicians' union": which one is told
    kin = (key,) if what.sense in _FIRM_SENSES or what.sense == "city" else _KIN[what.sense]
    named = story.told(story.bearing, kin, place)
    if len(named) == 1:
        return named[0], ""
    called = story.told(story.called, (key, what.sense), place)
    if len(called) == 1 and not named:
        return called[0], ""
    if what.sense in _FIRM_SENSES or key in ("club", "banque", "bank", "journal", "syndicat", "union"):
        firms = [
            one.party
            for figures in story.before(number, place, AT_HAND)
            for one in figures
            if one.party is not None and _firm(story, one.party, what)
        ]
        return _only(firms), ""
    if named or called:
        near = {
            one.party.name: one.party for one in next(story.before(number, place, 0)) if one.party in (named or called)
        }
        return _only(near.values()), ""
    if what.sense in ("authority", "agency", "organisation", "association"):
        near = {
            one.party.name: one.party
            for one in next(story.before(number, place, 0))
            if one.party is not None and one.party.kind == "organisation" and not story.nouns.get(one.party.name)
        }
        if len(near) == 1:
            return next(iter(near.values())), ""
    return (None, shown) if what.sense in _GROUPS or key in _CROWDS else (None, "")


def _firm(story: Story, party: Party, what: words.Noun) -> bool:
    """Whether a party may be called a company."""
    if party.kind in ("person", "place"):
        return False
    if what.sense not in _FIRM_SENSES:
        return party.kind == "organisation"
    nouns = story.nouns.get(party.name, set())
    if nouns and not nouns & (_FIRM_SENSES | {"bank", "club"}):
        return False
    return not any(
        key
        in name_words.INSTITUTIONS
        - {"systems", "technologies", "industries", "motors", "airlines", "group", "groupe", "bank", "banque"}
        for key in fold(party.name).split()
    )
