"""Who said it: quotations and reported speech, with what a stranger to the article needs to know what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quiz.answers.verdict import Answer
from quiz.derive.asking import context, naming, topic, words
from quiz.derive.asking.drafts import capital, cloze, draft, level, quoted
from quiz.derive.asking.sentence import tokens
from quiz.derive.asking.tidying import tidy
from quiz.derive.asking.written import written
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.derive.fact import Fact, Span
from quiz.language import sayings, verbs
from quiz.language.pattern import pattern
from quiz.language.text import fold, word_set

#: A quotation of more words is asked by one of its sentences.
LONG: Final = 24
#: With fewer words it is not known whose words they are.
SHORT: Final = 4
_SENTENCE: Final = pattern(r"[^.!?…]+(?:[.!?…]+[»”\"]?|$)\s*")
#: What a post ends with that is no sentence.
_TAGS: Final = pattern(r"(?:\s*(?:[#@]\w+|https?://\S+))+\s*$")
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
        "nier": "nié", "démentir": "démenti", "contester": "contesté", "réfuter": "réfuté", "croire": "dit croire",
        "penser": "dit penser", "espérer": "dit espérer", "craindre": "dit craindre", "redouter": "dit redouter",
        "demander": "demandé", "exiger": "exigé", "souhaiter": "souhaité", "proposer": "proposé", "réclamer": "réclamé",
        "recommander": "recommandé", "préconiser": "préconisé", "suggérer": "suggéré", "regretter": "regretté",
        "déplorer": "déploré", "supposer": "supposé", "prévoir": "prévu", "juger": "jugé", "considérer": "considéré",
    },
    "en": {
        "announce": "announced", "claim": "claimed", "say": "said", "tell": "said", "warn": "warned", "argue": "argued",
        "insist": "insisted", "confirm": "confirmed", "estimate": "estimated", "admit": "admitted",
        "predict": "predicted",
        "note": "noted", "add": "said", "acknowledge": "acknowledged", "reveal": "revealed", "reckon": "reckoned",
        "promise": "promised", "contend": "contended", "assert": "asserted", "stress": "stressed",
        "believe": "believed", "deny": "denied", "dispute": "disputed", "hope": "hoped", "fear": "feared",
        "think": "thought", "suspect": "suspected", "suggest": "suggested", "demand": "demanded", "propose": "proposed",
        "recommend": "recommended", "worry": "worried", "expect": "expected", "doubt": "doubted", "vow": "vowed",
        "pledge": "pledged", "threaten": "threatened",
    },
}  # fmt: skip


def asked(scene: Scene, fact: Fact) -> Iterator[Draft]:
    """Who said these words, and the words with one gap."""
    if not naming.is_named(scene, fact.speaker) or not is_sure(scene, fact):
        return
    said = shortened(fact)
    if len(_WORD.findall(said)) < SHORT:
        return
    language = scene.document.language
    at = fact.speaker_at or Span(fact.start, fact.end)
    answer = Answer("person", fact.speaker)
    for frame, question in _questions(scene, fact, said, language):
        yield draft(scene, fact, frame, question, answer, at)
    gap = _word_gap(said, language)
    if gap and is_whole(said):
        start, end = gap
        inside = said[:start] + "{{answer: " + said[start:end] + "}}" + said[end:]
        place = scene.document.article.text.find(said[start:end], fact.start, fact.end)
        if place >= 0:
            answer = cloze(attributed(scene, fact.speaker, inside))
            yield draft(scene, fact, "quote-gap", "", answer, Span(place, place + end - start))


def attributed(scene: Scene, speaker: str, said: str) -> str:
    """A quotation after the name of who said it."""
    who = capital(naming.said(scene, speaker))
    return f"{who}\u00a0: {quoted(said, 'fr')}" if scene.document.language == "fr" else f"{who}: {quoted(said, 'en')}"


def is_sure(scene: Scene, fact: Fact) -> bool:
    """Whether the speaker is named beside the words, or a pronoun there can be nobody else of the paragraph."""
    if fact.speaker_at is None:
        return True
    said = scene.document.words(fact.speaker_at).lower()
    if said not in ("il", "elle", "he", "she", "ils", "elles", "they"):
        return True
    party = naming.party_of(scene, fact.speaker)
    if party is None or (party.kind != "person" and said in ("il", "elle", "he", "she")):
        return False
    passage = scene.document.passage_at(fact.start)
    near = {
        one.party
        for one in scene.people.mentions_in(passage.start, passage.end)
        if one.party.kind == "person" and not one.quoted
    }
    return not near or near == {party}


def reported(scene: Scene, fact: Fact) -> Iterator[Draft]:
    """The clause as it stands behind "Qui a annoncé que …", "Who said that …"."""
    language = scene.document.language
    if not naming.is_named(scene, fact.speaker) or fact.cue_at is None or not is_sure(scene, fact):
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
    if not verb and any(sayings.said(word.lower(), language) for word in _WORD.findall(cue)):
        verb = {"fr": "dit", "en": "said"}[language]
    if _WISHING.search(cue):
        return  # "veut croire que": what somebody wants is not what he says.
    said = _standing(scene, fact, language)
    first = next(iter(_WORD.findall(said)), "")
    if not verb or len(_WORD.findall(said)) < 5 or (language == "fr" and verbs.is_infinitive(first, "fr")):
        return
    office = context.office(scene, fact, language)
    text = scene.document.article.text
    named = any(said.startswith(name) and name[:1].lower() + name[1:] not in text for name in naming.names(scene))
    said = said if named or said.split()[0] in ("I", "I'm", "I’m") else said[:1].lower() + said[1:]
    if language == "fr":
        elided = fold(said[:1]) in "aeiouh" and not fold(said).startswith(("onze", "oui", "huit", "ha", "ho"))
        question = f"{office or 'Qui'} a {verb} {'qu' + chr(39) if elided else 'que '}{said}\u00a0?"
    else:
        doing = said.startswith("to ")
        if doing and verb not in _TO_DO:
            return
        question = f"{office or 'Who'} {verb} {said}?" if doing else f"{office or 'Who'} {verb} that {said}?"
    yield draft(scene, fact, "reported", question, Answer("person", fact.speaker), fact.speaker_at or fact.cue_at)


#: English verbs of which "to …" is what was said.
_TO_DO: Final = frozenset(("promised", "vowed", "pledged", "threatened", "claimed", "proposed"))
_WISHING: Final = pattern(r"\b(?:veut|veulent|voulait|semble|semblait|wants?|wanted|seems?|seemed) ")


def _standing(scene: Scene, fact: Fact, language: str) -> str:
    """The clause that was said, with the names of those that it has pronouns for."""
    passage = scene.document.passage_at(fact.start)
    if not passage.start <= fact.start < fact.end <= passage.end:
        return level(fact.surface).strip(" .,;")
    nowhere = Span(-1, -1)
    if language == "fr" and level(fact.surface).split(" ")[0].lower() in words.SUBJECTS["fr"]:
        # Behind "que", "elle" is as often a thing of the sentence before.
        return level(fact.surface).strip(" .,;")
    clause = tidy(scene, tokens(scene, Span(fact.start, fact.end), language), nowhere, language)
    return _WENT_ON.sub("", level(written(scene, clause, nowhere, ""))).strip(" .,;")


#: What a speaker did besides is no part of what was said.
_WENT_ON: Final = pattern(
    r", (?:pointing|adding|citing|referring|noting|saying|ajoutant|précisant|citant|évoquant|soulignant) .*$"
)


def shortened(fact: Fact) -> str:
    """The words of a quotation that are shown: all, or of a long one its fullest sentence that is short enough."""
    said = _TAGS.sub("", level(fact.value or fact.surface)).strip(" ,;")
    told = [match[0].strip() for match in _SENTENCE.finditer(said)]
    sound = [one for one in told if is_sound(one, fact)]
    if len(sound) == len(told) and len(_WORD.findall(said)) <= LONG:
        return _ended(said)
    fits = [one for one in sound if SHORT < len(_WORD.findall(one)) <= LONG and is_whole(one)]
    return _ended(max(fits, key=lambda one: (_content(one), -told.index(one)), default=""))


def is_sound(sentence: str, fact: Fact) -> bool:
    """Whether a sentence was said so: where "dit-il" was taken out of it, what stands behind goes on with a verb."""
    surface = level(fact.surface)
    if sentence in surface or fact.kind != "quote":
        return True
    join = max((at for at in range(len(sentence)) if sentence[:at] in surface), default=0)
    rest = [match[0] for match in _WORD.finditer(sentence[join:])]
    return any(verbs.is_finite(word, language) for word in rest for language in ("fr", "en"))


def _ended(said: str) -> str:
    said = said.strip(" ,;:")
    return said[:-1] if said.endswith(".") and not said.endswith("..") else said


def _content(said: str) -> int:
    return sum(1 for word in _WORD.findall(said) if len(word) > 4)


def is_whole(said: str) -> bool:
    """Whether the words are a sentence and not a piece of one."""
    return next((char for char in said if char.isalnum()), "a").isupper() or said[:1].isdigit()


def _questions(scene: Scene, fact: Fact, said: str, language: str) -> Iterator[tuple[str, str]]:
    cue = scene.document.words(fact.cue_at).lower() if fact.cue_at else ""
    verb = next((told for start, told in _VERBS[language] if start in cue), "")
    if not verb:
        post = scene.document.passage_at(fact.start).part == "post"
        verb = {"fr": ("dit", "publié ces mots"), "en": ("said", "posted")}[language][post]
    when = naming.month(scene, language=language) if context.told_now(scene, fact) else ""
    anchored = context.anchored(scene, fact, said)
    about = "" if anchored else context.topic(scene, fact, said, language)
    story = "" if about or anchored else context.headline(scene, fact, said)
    if not about and not story and not anchored:
        about = topic.phrase(scene)
        own = any(naming.holds_name(about, part) for part in naming.parts(fact.speaker))
        if own or not context.near(scene, fact, about):
            about = ""
    office = context.office(scene, fact, language)
    frames = _french if language == "fr" else _english
    for frame, lead, question in frames(verb, quoted(said, language), when, about, office, piece=not is_whole(said)):
        if story and frame != "who-office":
            question = f"{context.told_in(scene, story, language)}, {lead}"  # noqa: PLW2901
        yield frame, question


def _french(verb: str, said: str, when: str, about: str, office: str, *, piece: bool) -> Iterator[tuple[str, str, str]]:
    """The frames with their names: what comes behind the headline, if it is given, and the question without it."""
    lead = f"À propos {about}, qui" if about else "Qui"
    date = f", en {when}" if when else ""
    if piece:
        tail = f"les mots {said}\u00a0?"
        yield "fragment", f"qui a employé {tail}", f"{lead} a employé{date + ',' if date else ''} {tail}"
        return
    tail = f"a {verb}{date}\u00a0: {said}\u00a0?"
    if office:
        yield "who-office", "", f"{office} {tail}"
    yield "who", f"qui a {verb}\u00a0: {said}\u00a0?", f"{lead} {tail}"


def _english(
    verb: str, said: str, when: str, about: str, office: str, *, piece: bool
) -> Iterator[tuple[str, str, str]]:
    """As `_french`."""
    date = f" in {when}" if when else ""
    speaking = {"wrote": "Writing", "tweeted": "Tweeting", "posted": "Writing"}.get(verb, "Speaking")
    if piece:
        lead = f"Speaking about {about}{date}, who" if about else f"In {when}, who" if when else "Who"
        yield "fragment", f"who used the words {said}?", f"{lead} used the words {said}?"
        return
    if office:
        yield "who-office", "", f"{office} {verb}{date}: {said}?"
    lead = f"{speaking} about {about}{date}, who {verb}" if about else f"Who {verb}{date}"
    yield "who", f"who {verb}: {said}?", f"{lead}: {said}?"


# --- one gap ----------------------------------------------------------------------------------------------------------


#: Words that anybody would guess, or nobody: they are no gap.
_GENERAL: Final = word_set(
    "année années jours chose choses homme hommes femme femmes monde temps semaine semaines mois heure heures gens "
    "moment possible"
    " years thing things people world times hours weeks month months anything something person again always never"
)


def _word_gap(said: str, language: str) -> tuple[int, int] | None:
    """The last word of a short quotation, if it says something and stands there once."""
    found = list(_WORD.finditer(said))
    if not SHORT < len(found) <= 14:
        return None
    last = found[-1]
    word = last[0].lower()
    if len(word) < 5 or word in words.EMPTY[language] or any(char in word for char in "'’0123456789"):
        return None
    if word[:4] in [match[0].lower()[:4] for match in found[:-1]] or word in _GENERAL or last[0][0].isupper():
        return None
    return last.start(), last.end()
