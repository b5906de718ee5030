"""Who a phrase stands for: a name, a role, an epithet or a pronoun → the one party that fits, or nobody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from quiz.derive.fact import Span
from quiz.derive.people import Held, Party, Referent, words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.given import gender_of
from quiz.derive.people.held import complement, office, phrase_at
from quiz.derive.people.kinds import Gender
from quiz.derive.people.story import AT_HAND, REACH, Figure, Story, same_gender, weight
from quiz.language import name_words
from quiz.language.text import fold, word_set

_PRONOUNS: Final = words.HE | words.SHE | words.THEY_M | words.THEY_F | {"they", "them"}
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
    "management police court council government ministry office service army port city hospital newspaper"
)
_FIRM_SENSES: Final = frozenset(("company", "maker"))
#: Several that an article may call by the name of their band.
_BANDS: Final = frozenset(("hacker", "musician", "activist", "artist"))
_COUNT: Final = word_set("deux trois quatre cinq six sept huit neuf dix two three four five six seven eight nine ten")
_GENDERED: Final[dict[str, Gender]] = {
    "le": "m", "un": "m", "ce": "m", "cet": "m", "du": "m", "au": "m", "son": "", "la": "f", "une": "f", "cette": "f",
    "sa": "f",
}  # fmt: skip
_PLURAL: Final = word_set(
    "les des ces ses leurs these those plusieurs certains certaines several some many quelques aux"
)


def resolve(story: Story, phrase: Span) -> Referent | None:
    """Who a noun phrase, name or pronoun stands for; None where two would fit, or nobody."""
    number = story.row_at(phrase.start)
    if number < 0:
        return _elsewhere(story, phrase)
    row = story.rows[number]
    first = _index(row, phrase.start)
    end = first
    while end < len(row) and row[end].start < phrase.end:
        end += 1
    while first < end and row[first].kind == "mark":
        first += 1
    while end > first and row[end - 1].kind == "mark" and row[end - 1].key not in (")", "»", "”"):
        end -= 1
    if first >= end:
        return None
    said = fold(story.words(phrase.start, phrase.end)).strip(" -,.").rsplit("-", 1)[-1]
    if row[first].quoted and row[first].name < 0 and said not in _PRONOUNS:
        return None
    if said == "it":
        return _referent(_thing(story, number, phrase.start), phrase)
    if said in _PRONOUNS:
        figure = pronoun(story, number, said, phrase.start)
        return _referent(figure, phrase)
    key = row[first].key
    if end - first == 1 and row[first].name < 0 and (key in words.NOBODY or key in _PRONOUNS):
        return None
    if key in ("celui-ci", "celle-ci", "ceux-ci", "celles-ci") or (
        end - first == 2 and row[end - 1].key in words.LATTER and key in ("ce", "cette", "the")
    ):
        return _referent(_latter(story, number, row[first], row[end - 1], phrase.start), phrase)
    return _phrase(story, number, first, end, phrase)


def _index(row: list[Atom], place: int) -> int:
    low, high = 0, len(row)
    while low < high:
        middle = (low + high) // 2
        if row[middle].end <= place:
            low = middle + 1
        else:
            high = middle
    return low


def _referent(figure: Figure | None, phrase: Span) -> Referent | None:
    if figure is None or (figure.party is None and not figure.name):
        return None
    if figure.party is not None:
        return Referent(figure.party.name, figure.party, phrase, named=True)
    return Referent(figure.name, None, phrase, named=False)


def _elsewhere(story: Story, phrase: Span) -> Referent | None:
    """A name in a passage that tells nothing, as under a post: the party that has it, or the name itself."""
    said = story.words(phrase.start, phrase.end).strip(" ,—–-")
    key = fold(said)
    for party in story.parties:
        if any(fold(name) == key for name in party.names):
            return Referent(party.name, party, phrase, named=True)
    if not said or not said[:1].isupper() or " " not in said:
        return None
    plain = "".join(char for char in key if char.isalnum())
    for party in story.parties:
        if "".join(char for char in fold(party.name) if char.isalnum()) == plain:
            return Referent(party.name, party, phrase, named=True)
    return Referent(said, None, phrase, named=True)


def _phrase(story: Story, number: int, first: int, end: int, phrase: Span) -> Referent | None:
    """A name or a noun phrase between two places of a row."""
    row = story.rows[number]
    close = _first_segment(row, first, end)
    names = [at for at in range(first, close) if row[at].name >= 0]
    joined = _joined(row, names)
    if joined and weight(row, first, first) >= 0 and not _hangs(row, joined[0], first):
        return Referent(story.words(row[first].start, row[joined[1]].end), None, phrase, named=False)
    head = _named_head(story, row, first, close, names)
    apposed = _apposed(story, row, first, close, end, names)
    if head is not None:
        party = story.party_of(row[head])
        officer = _officer(story, row, head, end) if head == close - 1 else None
        if officer is not None and party is not None and party.kind != "person":
            return Referent(officer.name, officer, phrase, named=True)
        if apposed is not None and party is not None and party.kind != "person" and apposed.kind == "person":
            return Referent(apposed.name, apposed, phrase, named=True)
        if apposed is not None and head > first and row[head - 1].key in words.BODIES:
            return Referent(apposed.name, apposed, phrase, named=True)
        return Referent(party.name, party, phrase, named=True) if party is not None else None
    if names and names[0] == first and close - first == 1:
        return None
    if apposed is not None:
        return Referent(apposed.name, apposed, phrase, named=True)
    owner = _apposed_to(story, row, first, close)
    if owner is not None:
        return Referent(owner.name, owner, phrase, named=True)
    return _referent(noun(story, number, first, close), phrase)


def _officer(story: Story, row: list[Atom], body: int, end: int) -> Party | None:
    """Of a phrase cut short, "Bramwell & Co" before "analyst Lucia Ferrante": the officer."""
    at = max(body + 1, end)
    known = False
    while at < len(row) and at - body < 5 and row[at].kind == "word" and row[at].name < 0 and not row[at].capital:
        known = office(row, at) is not None
        at += 1
    if not known or at >= len(row) or row[at].name < 0:
        return None
    party = story.party_of(row[at])
    return party if party is not None and party.kind in ("person", "name") else None


def _apposed_to(story: Story, row: list[Atom], first: int, close: int) -> Party | None:
    """Of a phrase that is itself an apposition, "a lawyer for Y" after "Jane Roe,": the person before it."""
    if first < 2 or row[first - 1].key != ",":
        return None
    start = first + (1 if row[first].key in words.DETERMINERS else 0)
    head = _head(row, start, close, story.document.language)
    noun_ = words.HUMANS.get(row[head].key) if head is not None else None
    if noun_ is None or noun_.plural or row[first].key in words.POSSESSIVE:
        return None
    at = first - 2
    if row[at].key == "ans" or row[at].kind == "digits":
        while at > 0 and row[at].key != ",":
            at -= 1
        at -= 1
    if at < 0 or row[at].name < 0 or weight(row, at, at) == 0:
        return None
    party = story.party_of(row[at])
    if party is None or party.kind not in ("person", "name") or not same_gender(party.gender, noun_.gender):
        return None
    return party


def _first_segment(row: list[Atom], first: int, end: int) -> int:
    """Where the first part of a phrase ends: at a comma, a dash, a relative."""
    depth = 0
    complement = False
    for at in range(first, end):
        key = row[at].key
        if row[at].name >= 0 and at > first:
            complement = complement or row[at - 1].key in words.PREPOSITIONS or row[at - 1].key == "the"
        elif complement and at > first and row[at - 1].name >= 0 and row[at].kind == "word" and _leaves(row[at]):
            return at
        if key == "(":
            depth += 1
        elif key == ")":
            depth -= 1
        elif depth == 0 and at > first and (key in (",", ";", ":", "—", "–") or key in words.RELATIVES):
            return at
    return end


def _leaves(one: Atom) -> bool:
    """Whether no noun phrase goes on with this word after a name in its complement: "the head of X grew up"."""
    known = one.key in words.BODIES or one.key in words.HUMANS or one.key in words.PREPOSITIONS
    return not (
        one.capital or known or one.key in ("et", "and", "ou", "or") or one.key.endswith(words.INSTITUTION_ENDS)
    )


def _joined(row: list[Atom], names: list[int]) -> tuple[int, int] | None:
    for one, two in zip(names, names[1:], strict=False):
        between = [atom.key for atom in row[one + 1 : two]]
        if between in (["et"], ["and"], ["&"], ["et", "l"], ["et", "le"], ["et", "la"], ["and", "the"]):
            return one, two
    return None


def _hangs(row: list[Atom], at: int, first: int) -> bool:
    """Whether the name at `at` hangs on a noun before it ("the lawyer of X and Y") or modifies one after it."""
    return at > first and any(row[place].key in words.PREPOSITIONS for place in range(first, at))


def _named_head(story: Story, row: list[Atom], first: int, close: int, names: list[int]) -> int | None:
    """The name that is the head of a phrase without commas; None where its head is a noun."""
    if not names:
        return None
    lead = first
    while lead < close and (
        row[lead].key in words.DEFINITE or row[lead].key in words.TITLES or row[lead].kind == "short"
    ):
        lead += 1
    last = names[-1]
    tail = [one for one in row[last + 1 : close] if one.kind != "mark"]
    in_parens = last + 1 < close and row[last + 1].key == "("
    # "X", "l'OMS", "M. X", "X of Purdue", "X (PS)"
    if names[0] == lead:
        after = row[lead + 1] if lead + 1 < close else None
        one = story.party_of(row[lead])
        if after is None or after.key == "(":
            return lead
        if after.key in words.PREPOSITIONS and (one is None or one.kind != "place"):
            return lead
        if after.key == "'s":
            return _close_head(story, row, lead, names, close)
        if after.kind == "mark":
            return lead
        return _close_head(story, row, lead, names, close)
    if tail and not in_parens:
        # "l'avocat Jean Roe du barreau de Lille"
        if tail[0].key not in words.PREPOSITIONS:
            return None
    for at in reversed(names):
        if in_parens and at != last and row[at + 1].key != "(":
            continue
        if _close_head(story, row, first, [at], at + 1) is not None:
            return at
    return None


def _close_head(story: Story, row: list[Atom], first: int, names: list[int], close: int) -> int | None:
    """ "lawyer Jane Roe", "la maire de Lille Martine X": the last name, if no preposition leads to it."""
    at = names[-1]
    if at == first or at < close - 1:
        return None
    before = row[at - 1]
    if before.key in words.PREPOSITIONS or before.key in ("'s", "et", "and", "or", "ou") or before.kind == "elided":
        return None
    if before.key in words.DETERMINERS:
        return None if at - 1 > first else at
    party = story.party_of(row[at])
    nouns = [words.HUMANS.get(one.key) or words.BODIES.get(one.key) for one in row[first:at] if one.kind == "word"]
    known = [one for one in nouns if one is not None]
    if known and known[0].plural:
        return None
    if party is not None and party.kind in ("organisation", "place"):
        # "les ingénieurs Microsoft": only a noun for bodies takes the name of a body.
        return (
            at if any(one.key in words.BODIES and not words.BODIES[one.key].plural for one in row[first:at]) else None
        )
    return at


def _apposed(story: Story, row: list[Atom], first: int, close: int, end: int, names: list[int]) -> Party | None:
    """The name in apposition after a noun phrase: "le PDG de Tesla, Elon Musk,", "X's lawyer, Jane Doe"."""
    if close >= len(row) or row[close].key not in (",", "–", "—"):
        return None
    start = first + (1 if row[first].key in words.DETERMINERS else 0)
    head = _head(row, start, close, story.document.language)
    key = row[head].key.removeprefix("ex-") if head is not None else ""
    human, body = words.HUMANS.get(key), words.BODIES.get(key)
    main = human or body
    if row[first].key in _PLURAL or main is None or main.plural:
        return None
    at = close + 1
    while at < len(row) and at - close < 6 and row[at].name < 0:
        one = row[at]
        if one.kind == "mark" or one.key in words.PREPOSITIONS or one.key in words.RELATIVES:
            return None
        if one.key in words.AUXILIARIES or one.key in words.SAYING:
            return None
        at += 1
    if at >= len(row) or row[at].name < 0:
        return None
    party = story.party_of(row[at])
    if party is None or (human is not None and party.kind not in ("person", "name")) or party.kind == "place":
        return None
    if human is not None and not same_gender(party.gender, human.gender):
        return None
    if human is None and party.kind == "person":
        return None
    after = row[at + 1] if at + 1 < len(row) else None
    inside = at < end
    closed = after is None or after.kind == "mark" or after.key in ("of", "alias", "de", "who", "qui")
    if after is not None and after.key in ("et", "and", "'s"):
        return None
    return party if closed or (inside and at == end - 1) else None


def noun(story: Story, number: int, first: int, close: int) -> Figure | None:
    """The figure that a noun phrase without a name of its own stands for; one without party and name where unclear."""
    row = story.rows[number]
    det = row[first].key
    definite = det in words.DEFINITE or det in ("du", "au")
    indefinite = det in words.INDEFINITE and det not in _COUNT
    start = first + (1 if det in words.DETERMINERS or det in ("du", "au") else 0)
    head = _head(row, start, close, story.passages[number].language)
    if head is None:
        return None
    one = row[head]
    what = words.HUMANS.get(one.key.removeprefix("ex-")) or words.BODIES.get(one.key)
    if what is None and one.capital and (one.key in words.PEOPLES or one.key.endswith(words.PEOPLE_ENDS)):
        what = words.Noun("native", "", office=False)
    plural = det in _PLURAL or det in _COUNT or (what is not None and what.plural and det not in _GENDERED)
    place = row[first].start
    gender: Gender = _GENDERED.get(det, "") if story.passages[number].language == "fr" else ""
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
        roles = [role for role in story.roles if role.sense == what.sense and role.span.end <= place]
        return figure(_only(role.party for role in roles), "") if roles else figure(None, "")
    if plural and definite and what is not None and what.sense in _BANDS:
        bands = {one.party.name: one.party for figures in story.stage for one in figures if one.party and one.plural}
        found = _only(party for party in bands.values() if party.kind != "person")
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


def _head(row: list[Atom], start: int, close: int, language: str) -> int | None:
    """The noun of a phrase: the first in French, the last before a preposition in English."""
    best = None
    for at in range(start, close):
        one = row[at]
        if one.name >= 0:
            if language == "fr":
                break
            continue
        if one.kind in ("mark", "elided") or one.key in words.PREPOSITIONS:
            break
        if one.kind == "clitic":
            best = None
            continue
        known = one.key.removeprefix("ex-") in words.HUMANS or one.key in words.BODIES or one.key in _PAPERS
        if language == "fr":
            if (known and one.key not in ("premier", "premiere", "jeune")) or one.key not in words.MODIFIERS:
                return at
            continue
        if best is not None and row[best].key in words.HUMANS.keys() | words.BODIES.keys() and not known:
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
    roles = [role for role in story.roles if role.sense in senses and same_gender(role.party.gender, gender)]
    exact = [role for role in roles if role.sense == what.sense]
    if domain and not general:
        fits = [role for role in roles if _same_domain(role, domain)]
        found = _only(role.party for role in fits)
        return (found, "") if found is not None or fits else (None, shown)
    if what.office or what.sense == "elected":
        for some in (exact, roles):
            fits = [role for role in some if role.span.end <= place]
            found = _only(role.party for role in fits)
            if found is not None:
                return found, ""
            near = [role for role in fits if role.span.start >= story.passages[number].start]
            if fits:
                return _only(role.party for role in near), ""
        titled = [one for one in story.parties if what.sense in story.offices.get(one.name, ())]
        titled = [one for one in titled if same_gender(one.gender, gender)]
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
    here = _persons(story, number, place, gender, AT_HAND)
    alike = {it.who: it for it in here if it.party is None and it.sense == what.sense and it.name}
    if len(alike) == 1:
        return None, next(iter(alike.values())).name
    whos = {it.who for it in here}
    if len(whos) == 1 and here[0].party is not None:
        return here[0].party, ""
    return None, ""


def _of_children(row: list[Atom], head: int) -> bool:
    """ "the father of two", "la mère de trois enfants": an epithet."""
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
    """Which body a definite noun stands for: the one whose name or apposition has the noun, else the only one at hand."""
    key = row[head].key
    if any(atom.name >= 0 for atom in row[head + 1 : close]) or any(
        one.key in words.OF for one in row[head + 1 : close]
    ):
        return None, shown
    mentioned = {
        one.party.name: one.party for figures in story.stage for one in figures if one.party and one.end <= place
    }
    kin = (
        {word for word, noun in words.BODIES.items() if noun.sense == what.sense}
        if what.sense not in _FIRM_SENSES
        else {key}
    )
    named = [
        party
        for party in mentioned.values()
        if kin & set(fold(party.name).replace("-", " ").split()) and party.kind != "person"
    ]
    if len(named) == 1:
        return named[0], ""
    called = [party for party in mentioned.values() if {key, what.sense} & story.nouns.get(party.name, set())]
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
    return (None, shown) if what.sense in _GROUPS else (None, "")


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


def pronoun(story: Story, number: int, said: str, place: int) -> Figure | None:
    """The one salient figure that a pronoun stands for; None where two compete closely."""
    french = said in ("il", "elle", "ils", "elles", "lui", "eux") and story.passages[number].language == "fr"
    if said in ("they", "them") or said in words.THEY_M or said in words.THEY_F:
        return _many(story, number, place, "f" if said == "elles" else "")
    gender: Gender = "m" if said in words.HE else "f"
    if said == "lui":
        gender = "m"
    here = story.sentence(number, place)
    for back, figures in enumerate(story.before(number, place, REACH)):
        fits = [one for one in figures if _fits(one, gender, french=french)]
        if not fits:
            continue
        if len({one.who for one in fits}) == 1:
            return fits[-1]
        nearest = max(one.sentence for one in fits)
        for sentence in range(nearest, -1, -1):
            some = [one for one in fits if one.sentence == sentence]
            if not some:
                continue
            heavy = {one.who: one for one in some if one.weight == 2}
            if len(heavy) == 1:
                return next(iter(heavy.values()))
            if heavy:
                return None
            light = {one.who: one for one in some if one.weight == 1}
            if len(light) == 1 and len({one.who for one in some}) == 1:
                return next(iter(light.values()))
            if sentence == nearest and (back or sentence == here):
                continue
            if light:
                return None
        return None
    return None


def _fits(one: Figure, gender: Gender, *, french: bool) -> bool:
    if one.party is None and not one.name and not one.gender:
        return False
    if one.plural or not same_gender(one.gender, gender):
        return False
    if one.body or (one.party is not None and one.party.kind in ("organisation", "place")):
        if not french or (one.party is not None and one.party.kind == "place"):
            return False
        return one.gender == gender or one.weight == 2
    if one.party is not None and one.party.kind == "name":
        # Nothing says that it is a person: only as a subject.
        return one.weight == 2 and (french or len(one.party.name.split()) > 1)
    return True


def _thing(story: Story, number: int, place: int) -> Figure | None:
    """ "it": the body that the sentence, or the one before, is about."""
    here = story.sentence(number, place)
    for back, figures in enumerate(story.before(number, place, 1)):
        fits = [
            one
            for one in figures
            if not one.plural
            and one.weight == 2
            and (one.body or (one.party is not None and one.party.kind in ("organisation", "name")))
        ]
        if fits:
            nearest = max(one.sentence for one in fits)
            whos = {one.who: one for one in fits if one.sentence == nearest}
            near = back or nearest >= here - 1
            return next(iter(whos.values())) if len(whos) == 1 and near else None
    return None


def _many(story: Story, number: int, place: int, gender: Gender) -> Figure | None:
    for figures in story.before(number, place, 1):
        fits = [one for one in figures if one.plural and same_gender(one.gender, gender) and one.weight == 2]
        if fits:
            nearest = max(one.sentence for one in fits)
            whos = {one.who: one for one in fits if one.sentence == nearest}
            return next(iter(whos.values())) if len(whos) == 1 else None
    return None


def _latter(story: Story, number: int, first: Atom, last: Atom, place: int) -> Figure | None:
    """ "ce dernier", "the latter": the last compatible one named before, in this sentence or the one before."""
    gender: Gender = "f" if last.key == "derniere" or first.key.startswith("celle") else "m"
    if first.key == "the":
        gender = ""
    here = story.sentence(number, place)
    figures = next(story.before(number, place, 0))
    fits = [one for one in figures if not one.plural and same_gender(one.gender, gender) and one.sentence >= here - 1]
    fits = [one for one in fits if one.party is None or one.party.kind != "place"]
    return fits[-1] if fits else None


def stage(story: Story) -> None:
    """Fill the stage: every name, noun for people and pronoun of subjects outside quotations, in order."""
    taken = {role.span.start for role in story.roles}
    spans = sorted((role.span.start, role.span.end) for role in story.roles)
    ends = {role.span.end: role for role in story.roles}
    for number, row in enumerate(story.rows):
        figures: list[Figure] = []
        story.stage.append(figures)
        language = story.passages[number].language
        roles_before = _roles_before(story, row, ends)
        for at, one in enumerate(row):
            if one.quoted:
                continue
            if one.name >= 0:
                party = story.party_of(one)
                if party is None or party.kind == "place":
                    continue
                first = _phrase_start(row, at, roles_before.get(one.start, -1))
                body = party.kind == "organisation"
                plural = party.plural
                heavy = max(weight(row, at, at), weight(row, first, at))
                figures.append(
                    Figure(
                        one.start,
                        one.end,
                        party,
                        "",
                        party.gender,
                        plural,
                        body,
                        heavy,
                        story.sentence(number, one.start),
                    )
                )
                continue
            if one.kind == "word" and "-" in one.key and one.key.rsplit("-", 1)[1] in ("il", "elle"):
                _step(story, number, figures, one, one.key.rsplit("-", 1)[1])
                continue
            if one.kind == "word" and one.key in ("il", "elle", "he", "she"):
                nxt = row[at + 1].key if at + 1 < len(row) else ""
                if one.key in ("he", "she") or nxt not in (
                    "y",
                    "faut",
                    "faudra",
                    "est",
                    "etait",
                    "s",
                    "fallait",
                    "semble",
                ):
                    _step(story, number, figures, one, one.key)
                continue
            if one.key in words.DETERMINERS and one.kind in ("word", "elided") and (one.key, language) != ("a", "fr"):
                close = _close(row, at + 1)
                head = _head(row, at + 1, close, language)
                if head is None or row[head].key not in _PEOPLE:
                    continue
                if any(row[place].start in taken for place in range(at, min(close + 1, len(row)))) or _within(
                    spans, row[head].start
                ):
                    continue
                if _named_head(story, row, at, close, [it for it in range(at, close) if row[it].name >= 0]) is not None:
                    continue
                if _apposed(story, row, at, close, close, []) is not None:
                    continue
                reach, _ = complement(row, head, close, language)
                found = noun(story, number, at, max(head, reach) + 1)
                if found is not None:
                    figures.append(found)


def _roles_before(story: Story, row: list[Atom], ends: dict[int, Held]) -> dict[int, int]:
    """For each name that follows its office, where in the row the office begins."""
    found: dict[int, int] = {}
    start = -1
    role: Held | None = None
    for at, one in enumerate(row):
        if one.end in ends:
            role = ends[one.end]
            start = _index(row, role.span.start)
        elif one.name >= 0 and role is not None:
            party = story.party_of(one)
            if party is not None and party.name == role.party.name and at - start < 40:
                found[one.start] = start
            role = None
    return found


def _phrase_start(row: list[Atom], at: int, office_at: int) -> int:
    """Where the phrase of a name begins: at its office, its title, its article."""
    first = at
    if office_at >= 0:
        first = office_at
        while first and at - first < 12 and row[first - 1].kind in ("word", "clitic", "name"):
            if row[first - 1].key in words.DETERMINERS:
                return first - 1
            if row[first - 1].name >= 0 or row[first - 1].kind == "clitic" or row[first - 1].key in words.MODIFIERS:
                first -= 1
                continue
            break
        return first
    while first and (row[first - 1].key in words.TITLES or row[first - 1].key in ("l", "la", "le", "the", "les")):
        first -= 1
    before = row[first - 1].key if first else ""
    noun_ = words.HUMANS.get(before)
    if noun_ is not None and not noun_.plural:
        back = first - 1
        while back and first - back < 5 and row[back - 1].kind in ("word", "elided"):
            back -= 1
            if row[back].key in words.DETERMINERS:
                return back
    return first


_PEOPLE: Final = words.HUMANS.keys() | words.BODIES.keys()


def _speaks(row: list[Atom], at: int) -> bool:
    after = [one.key for one in row[at + 1 : at + 5]]
    while after and after[0] in ("l", "le", "la", "ne", "n", "s", "se", "lui", "nous", "m", "me", "y", "en"):
        after.pop(0)
    if not after:
        return False
    return after[0] in words.SAYING or (after[0] in ("a", "avait") and any(key in words.SAID for key in after[1:3]))


def _step(story: Story, number: int, figures: list[Figure], one: Atom, said: str) -> None:
    """A pronoun that is a subject keeps on the stage whom it stands for."""
    found = pronoun(story, number, said, one.start)
    if found is not None:
        figures.append(
            found._replace(start=one.start, end=one.end, weight=2, sentence=story.sentence(number, one.start))
        )


def _within(spans: list[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, (place, 1 << 60)) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]


def _close(row: list[Atom], start: int) -> int:
    """Where a noun phrase that begins before `start` ends, roughly: at a mark, a verb, a relative, another determiner."""
    at = start
    while at < len(row) and at - start < 9:
        one = row[at]
        if (
            one.kind == "mark"
            or one.key in words.RELATIVES
            or one.key in words.AUXILIARIES - {"a"}
            or one.key in words.SAYING
        ):
            break
        if (
            one.key == "a"
            and at > start
            and row[at - 1].name < 0
            and at + 1 < len(row)
            and row[at + 1].key in words.SAID
        ):
            break
        if one.key in words.DETERMINERS and row[at - 1].key not in words.PREPOSITIONS:
            break
        if one.key in words.PREPOSITIONS and one.key not in words.LINKS:
            break
        at += 1
    while at > start and row[at - 1].key in words.PREPOSITIONS | words.DETERMINERS:
        at -= 1
    return at


__all__ = ["gender_of", "office", "pronoun", "resolve", "stage"]
