"""Who said it: quotations and reported speech, with what a stranger to the article needs to know what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quiz.answers.verdict import Answer
from quiz.derive.asking import naming, roles, words
from quiz.derive.asking.drafts import cloze, draft, level, quoted
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.derive.fact import Fact, Span
from quiz.language import verbs
from quiz.language.pattern import pattern

#: A quotation of more words is asked by one of its sentences.
LONG: Final = 24
#: With fewer words it is not known whose words they are.
SHORT: Final = 4
_SENTENCE: Final = pattern(r"[^.!?…]+(?:[.!?…]+[»”\"]?|$)\s*")
_WORD: Final = pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")
_VERBS: Final = {
    "fr": (("tweet", "tweeté"), ("écri", "écrit"), ("poste", "publié"), ("publi", "publié")),
    "en": (("tweet", "tweeted"), ("writ", "wrote"), ("wrote", "wrote"), ("post", "posted")),
}
#: How reported speech is asked, by the base of its verb.
_REPORTING: Final = {
    "fr": {
        "annoncer": "annoncé", "affirmer": "affirmé", "déclarer": "déclaré", "assurer": "assuré", "estimer": "estimé",
        "expliquer": "expliqué", "préciser": "précisé", "indiquer": "indiqué", "prévenir": "prévenu",
        "promettre": "promis", "reconnaître": "reconnu", "soutenir": "soutenu", "confirmer": "confirmé",
        "admettre": "admis", "avertir": "averti", "révéler": "révélé", "dire": "dit", "certifier": "certifié",
        "rappeler": "rappelé", "ajouter": "dit", "calculer": "calculé", "concéder": "concédé", "jurer": "juré",
    },
    "en": {
        "announce": "announced", "claim": "claimed", "say": "said", "tell": "said", "warn": "warned", "argue": "argued",
        "insist": "insisted", "confirm": "confirmed", "estimate": "estimated", "admit": "admitted", "predict": "predicted",
        "note": "noted", "add": "said", "acknowledge": "acknowledged", "reveal": "revealed", "reckon": "reckoned",
        "promise": "promised", "contend": "contended", "assert": "asserted", "stress": "stressed", "believe": "believed",
    },
}  # fmt: skip


def asked(scene: Scene, fact: Fact, facts: Sequence[Fact]) -> Iterator[Draft]:
    """Who said these words, and the words with one gap."""
    if not fact.speaker or not naming.is_named(scene, fact.speaker):
        return
    said = shortened(fact)
    if len(_WORD.findall(said)) < SHORT:
        return
    language = scene.document.language
    at = fact.speaker_at or Span(fact.start, fact.end)
    answer = Answer("person", fact.speaker)
    for frame, question in _questions(scene, fact, facts, said, language):
        yield draft(scene, fact, frame, question, answer, at)
    gap = _word_gap(said, language)
    if gap and _whole(said):
        start, end = gap
        inside = said[:start] + "{{answer: " + said[start:end] + "}}" + said[end:]
        who = naming.french(scene, fact.speaker) if language == "fr" else fact.speaker
        who = who[:1].upper() + who[1:]
        text = f"{who} : {quoted(inside, 'fr')}" if language == "fr" else f"{who}: {quoted(inside, 'en')}"
        place = scene.document.article.text.find(said[start:end], fact.start, fact.end)
        if place >= 0:
            yield draft(scene, fact, "quote-gap", "", cloze(text), Span(place, place + end - start))


def reported(scene: Scene, fact: Fact) -> Iterator[Draft]:
    """ "Qui a annoncé que …", "Who said that …": the clause as it stands."""
    language = scene.document.language
    if not fact.speaker or not naming.is_named(scene, fact.speaker) or fact.cue_at is None:
        return
    cue = scene.document.words(fact.cue_at)
    verb = next(
        (
            told
            for word in _WORD.findall(cue)
            for form in verbs.forms(word, language)
            if (told := _REPORTING[language].get(form.base))
        ),
        "",
    )
    said = level(fact.surface).strip(" .,;")
    if not verb or len(_WORD.findall(said)) < 5:
        return
    if language == "fr":
        joint = (
            "qu'"
            if said[:1].lower() in "aeiouéèêàâîôh" and not said.lower().startswith(("onze", "oui", "huit"))
            else "que "
        )
        said = (
            said
            if said[:1].isupper() and any(said.startswith(n) for n in naming.names(scene))
            else said[:1].lower() + said[1:]
        )
        question = f"Qui a {verb} {joint}{said}\u00a0?"
    else:
        question = f"Who {verb} that {said}?"
    yield draft(scene, fact, "reported", question, Answer("person", fact.speaker), fact.speaker_at or fact.cue_at)


def shortened(fact: Fact) -> str:
    """The words of a quotation that are shown: all, or of a long one its fullest sentence that is short enough."""
    said = level(fact.value if _same(fact) else fact.surface).strip(" ,;")
    if len(_WORD.findall(said)) <= LONG:
        return _ended(said)
    told = [match[0].strip() for match in _SENTENCE.finditer(said)]
    fits = [one for one in told if 6 <= len(_WORD.findall(one)) <= LONG]
    return _ended(max(fits, key=lambda one: (_content(one), -told.index(one)), default=""))


def _same(fact: Fact) -> bool:
    return bool(fact.value) and any(map(str.isupper, fact.value[:2])) == any(map(str.isupper, fact.surface[:2]))


def _ended(said: str) -> str:
    said = said.strip(" ,;:")
    return said[:-1] if said.endswith(".") and not said.endswith("..") else said


def _content(said: str) -> int:
    return sum(1 for word in _WORD.findall(said) if len(word) > 4)


def _whole(said: str) -> bool:
    """Whether the words are a sentence and not a piece of one."""
    return said[:1].isupper()


def _questions(scene: Scene, fact: Fact, facts: Sequence[Fact], said: str, language: str) -> Iterator[tuple[str, str]]:
    cue = scene.document.words(fact.cue_at).lower() if fact.cue_at else ""
    post = scene.document.passage_at(fact.start).part == "post"
    verb = next((told for start, told in _VERBS[language] if start in cue), "")
    if not verb:
        verb = {"fr": "publié ces mots", "en": "posted"}[language] if post else {"fr": "dit", "en": "said"}[language]
    words_ = quoted(said, language)
    when = naming.month(scene, language=language) if _now(scene, fact) else ""
    about = topic(scene, fact.speaker, said, language)
    office = _office(scene, fact, facts, language)
    if language == "fr":
        end = "\u00a0?"
        if not _whole(said):
            lead = f"À propos {about}, qui" if about else "Qui"
            yield ("fragment", f"{lead} a employé les mots {words_}{' en ' + when if when else ''}{end}")
            return
        date = f", en {when}," if when else ""
        if office:
            yield (
                "who-office",
                f"{office} a {verb}{date or ' '}\u00a0: {words_}{end}".replace(" \u00a0", "\u00a0").replace(
                    ",\u00a0:", "\u00a0:"
                ),
            )
        lead = f"À propos {about}, qui" if about else "Qui"
        yield ("who", f"{lead} a {verb}{date[:-1] if date else ''}\u00a0: {words_}{end}")
        return
    date = f" in {when}" if when else ""
    if not _whole(said):
        lead = f"Speaking about {about}{date}, who" if about else f"{date.strip().capitalize()}, who" if date else "Who"
        yield ("fragment", f"{lead} used the words {words_}?")
        return
    if office:
        yield ("who-office", f"{office} {verb}{date}: {words_}?")
    speaking = {"wrote": "Writing", "tweeted": "Tweeting", "posted": "Writing"}.get(verb, "Speaking")
    if about:
        yield ("who", f"{speaking} about {about}{date}, who {verb}: {words_}?")
    else:
        yield ("who", f"Who {verb}{date}: {words_}?")


def _now(scene: Scene, fact: Fact) -> bool:
    """Whether the words were said about the time of publication: no other date stands beside them."""
    values = [
        one
        for one in scene.readings
        if one.kind == "date"
        and fact.sentence.start <= one.start < fact.sentence.end
        and not fact.start <= one.start < fact.end
    ]
    return not any(not getattr(one.value, "relative", False) and one.value.weekday is None for one in values)


def topic(scene: Scene, speaker: str, said: str, language: str) -> str:
    """What the article is about, where its title names it: after "à propos", or after "about"."""
    title = scene.document.article.title or next(
        (one.text for one in scene.document.passages if one.part == "title"), ""
    )
    own = naming.parts(speaker)
    for name in naming.names(scene):
        if not naming.holds_name(title, name) or any(naming.holds_name(name, part) for part in own):
            continue
        party = next((m.party for m in scene.people.mentions if name in (m.party.name, *m.party.names)), None)
        if party is None or party.kind == "name" or naming.holds_name(said, name):
            continue
        return naming.of(scene, party.name) if language == "fr" else party.name
    return ""


def _office(scene: Scene, fact: Fact, facts: Sequence[Fact], language: str) -> str:
    """ "Quel directeur de l'hôpital", "Which spokesman for the port": an office of the speaker that has a name in it."""
    own = naming.parts(fact.speaker)
    for one in facts:
        if one.kind != "role" or one.speaker != fact.speaker:
            continue
        role = roles.whole(scene, one, language)
        if not role or len(role.split()) > 10 or any(naming.holds_name(role, part) for part in own):
            continue
        if language == "en":
            return f"Which {role}" if "," not in role else ""
        noun = re.split(r"[\s-]", role)[0].lower()
        gender = roles.gender(scene, one, noun)
        if gender and "," not in role:
            return f"{'Quelle' if gender == 'f' else 'Quel'} {role[:1].lower() + role[1:] if role[1:2].islower() else role}"
    return ""


# --- one gap ----------------------------------------------------------------------------------------------------------


def _word_gap(said: str, language: str) -> tuple[int, int] | None:
    """The last word of a short quotation, if it says something and stands there once."""
    found = list(_WORD.finditer(said))
    if not SHORT < len(found) <= 14:
        return None
    last = found[-1]
    word = last[0].lower()
    if len(word) < 5 or word in words.EMPTY[language] or any(char in word for char in "'’0123456789"):
        return None
    if word[:5] in [match[0].lower()[:5] for match in found[:-1]] or last[0][0].isupper():
        return None
    return last.start(), last.end()
