"""Questions turned out of a plain clause: "When did X …", "En quelle année X a-t-il …", "How many … does X …".

A clause is plain if it begins with a named subject, has one finite verb and no negation, and the value stands right
behind the verb (amounts and counts) or at one end (dates). French asks by inversion with a pronoun, so the gender of
the subject has to be known; English by "do", so the verb has to be in the tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from quiz.derive.asking import naming, words
from quiz.derive.asking.commas import Clause
from quiz.derive.asking.predicates import subject, verb_at, verb_count
from quiz.derive.asking.written import written
from quiz.derive.document import Scene
from quiz.derive.fact import Fact, Span
from quiz.language import verbs
from quiz.language.text import fold, word_set

#: Verbs whose object may be an amount: X paid, X a payé.
_PAYING: Final = {
    "fr": word_set("coûter payer valoir verser dépenser perdre gagner débourser investir rapporter toucher réclamer"),
    "en": word_set("pay cost raise spend earn lose owe invest donate receive lend borrow charge"),
}
_FORESEEING: Final = word_set(
    "announce say expect predict forecast plan rule promise propose warn project want hope intend pledge vow "
    "schedule order"
    " demand seek threaten reject allow prévoir annoncer promettre exclure attendre espérer proposer prévenir vouloir"
    " demander réclamer menacer viser envisager ordonner fixer programmer autoriser refuser rejeter"
)
_NEGATIONS: Final = word_set("ne n' pas plus jamais not never n't no")
_BE: Final = word_set("was were is are will")


class Plain(NamedTuple):
    """A clause in its parts: what stands before the verb, clitics and all, the verb, and what stands behind it."""

    subject: Clause
    clitics: Clause
    verb: str
    rest: Clause


def questions(scene: Scene, fact: Fact, clause: Clause, value: Span, shown: str) -> Iterator[tuple[str, str, str, str]]:
    """Frame, question, kind and answer of what a plain clause can be asked as. `shown` is the date with its year."""
    language = scene.document.language
    odd = any(token.text in ",:;" or token.kind == "quote" or token.low in _NEGATIONS for token in clause[1:])
    if odd and not (fact.kind == "date" and any(token.text == "," for token in clause[:4])):
        return
    if fact.kind == "date":
        bare = _undated(clause, value, language)
        plain = _plain(bare, language) if bare else None
        if (
            plain is not None
            and clause[0] in bare
            and _base(plain, language, _participles(plain, language)) in _FORESEEING
        ):
            # "ruled out closures in 2031": the date may be that of what was said.
            return
        lead = _when(scene, fact, language)
        if plain is not None and lead:
            asked = _inverted(scene, plain, plain.rest, language)
            if asked:
                yield "when", f"{lead} {asked}", "date", shown
        return
    plain = _plain(clause, language)
    if plain is None:
        return
    at = _behind(plain, value, language)
    if at < 0:
        return
    rest = tuple(token for token in plain.rest[at:] if token.start >= value.end)
    if fact.kind in ("price", "amount") and _base(plain, language, at) in _PAYING[language]:
        asked = _inverted(scene, plain, (*plain.rest[:at], *rest), language)
        if asked and rest:
            yield "how-much", f"{'Combien' if language == 'fr' else 'How much'} {asked}", "money", shown
    if fact.kind == "count":
        noun = scene.document.words(Span(value.end, fact.end)).strip() if fact.end > value.end else ""
        rest = tuple(token for token in rest if token.start >= fact.end)
        asked = _inverted(scene, plain, (*plain.rest[:at], *rest), language) if noun and noun[0].islower() else ""
        if asked and not (language == "fr" and at):
            many = (
                f"Combien {'d' + chr(39) if fold(noun[0]) in 'aeiouy' else 'de '}{noun}"
                if language == "fr"
                else f"How many {noun}"
            )
            yield "how-many", f"{many} {asked}", "number", shown


def _plain(clause: Clause, language: str) -> Plain | None:
    said = subject(clause, language)
    verb = verb_at(clause, language)
    if not said or verb <= 0 or verb_count(clause, language) != 1 or not any(token.kind == "name" for token in said):
        return None
    if any(token.low in words.COORDINATORS[language] | words.RELATIVES[language] | {"et", "and"} for token in said):
        return None
    return Plain(said, clause[len(said) : verb], clause[verb].low, clause[verb + 1 :])


def _undated(clause: Clause, value: Span, language: str) -> Clause:
    """The clause without its date and the preposition before it; () where the date stands elsewhere than at an end."""
    at = next((place for place, token in enumerate(clause) if token.start <= value.start < token.end), -1)
    token = clause[at] if at >= 0 else None
    if token is None or token.end != value.end:
        return ()
    if at and clause[at - 1].low in (("en", "le") if language == "fr" else ("in", "on")):
        first = at - 1
    else:
        return ()
    if at == len(clause) - 1 and first:
        return clause[:first]
    if first == 0 and at + 1 < len(clause) and clause[at + 1].text == ",":
        return clause[at + 2 :]
    return ()


def _when(scene: Scene, fact: Fact, language: str) -> str:
    """How a date is asked for, as precisely as it is given."""
    iso = fact.iso
    if len(iso) not in (4, 7, 10) or not iso.replace("-", "").isdigit() or fact.relative:
        return ""
    year = iso[:4]
    if fact.implied and not scene.document.published:
        return ""
    told = _ASKED[language][len(iso), fact.implied]
    return told.format(year=year)


_ASKED: Final = {
    "fr": {
        (4, False): "En quelle année", (4, True): "En quelle année", (7, False): "En quel mois de quelle année",
        (7, True): "En quel mois de {year}", (10, False): "À quelle date (jour, mois et année)",
        (10, True): "En {year}, à quelle date (jour et mois)",
    },
    "en": {
        (4, False): "In what year", (4, True): "In what year", (7, False): "In which month of which year",
        (7, True): "In which month of {year}", (10, False): "On what date (month, day and year)",
        (10, True): "In {year}, on what date (month and day)",
    },
}  # fmt: skip


def _behind(plain: Plain, value: Span, language: str) -> int:
    """Where in the rest the value stands, if right behind the verb or its participle; else -1."""
    at = 0
    while at < len(plain.rest) and plain.rest[at].start < value.start:
        token = plain.rest[at]
        if not (verbs.is_participle(token.low, language) or verbs.is_infinitive(token.low, language)):
            return -1
        at += 1
    return at if at < len(plain.rest) and plain.rest[at].start <= value.start < plain.rest[at].end else -1


def _participles(plain: Plain, language: str) -> int:
    """How many participles and infinitives stand right behind the verb."""
    at = 0
    while at < len(plain.rest) and (
        verbs.is_participle(plain.rest[at].low, language) or verbs.is_infinitive(plain.rest[at].low, language)
    ):
        at += 1
    return at


def _base(plain: Plain, language: str, at: int) -> str:
    word = plain.rest[at - 1].low if at else plain.verb
    return next((form.base for form in verbs.forms(word, language) if form.base), "")


def _inverted(scene: Scene, plain: Plain, rest: Clause, language: str) -> str:
    """Subject and verb as a question has them, and the rest; "" where that is not sure to be right."""
    nowhere = Span(-1, -1)
    who = written(scene, plain.subject, nowhere, "")
    tail = written(scene, rest, nowhere, "")
    who = naming_case(who, plain)
    if language == "en":
        return _english(plain, who, tail)
    pronoun = _pronoun(scene, plain)
    if not pronoun:
        return ""
    joint = "-" if plain.verb[-1] in "dt" else "-t-"
    clitics = "".join(token.low if token.low.endswith("'") else token.low + " " for token in plain.clitics)
    return f"{who} {clitics}{plain.verb}{joint}{pronoun}{' ' + tail if tail else ''}\u00a0?"


def naming_case(who: str, plain: Plain) -> str:
    """A subject within a sentence: its article small."""
    return who[:1].lower() + who[1:] if plain.subject[0].kind == "word" and plain.subject[0].low in _ARTICLES else who


_ARTICLES: Final = frozenset(("le", "la", "les", "l'", "the", "a", "an", "un", "une"))


def _english(plain: Plain, who: str, tail: str) -> str:
    if plain.clitics:
        return ""
    if plain.verb in _BE:
        return f"{plain.verb} {who}{' ' + tail if tail else ''}?"
    if verbs.is_auxiliary(plain.verb, "en"):
        return ""
    forms = [form for form in verbs.forms(plain.verb, "en") if form.base]
    past = next((form for form in forms if form.tense == "past"), None)
    present = next((form for form in forms if form.tense == "present" and form.number == "s"), None)
    form = past or present
    return f"{'did' if past else 'does'} {who} {form.base}{' ' + tail if tail else ''}?" if form else ""


def _pronoun(scene: Scene, plain: Plain) -> str:
    """The pronoun of the subject where its gender is known, by the person or by the article; else ""."""
    forms = [form for form in verbs.forms(plain.verb, "fr") if form.tense in verbs.FINITE]
    if not forms or any(form.number == "p" for form in forms):
        return ""
    if plain.subject[0].low in ("le", "la", "un", "une"):
        return "il" if plain.subject[0].low in ("le", "un") else "elle"
    name = " ".join(token.text for token in plain.subject)
    party = naming.party_of(scene, name)
    if party is None or party.plural:
        return ""
    return {"m": "il", "f": "elle"}.get(party.gender, "")
