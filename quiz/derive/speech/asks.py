"""Who a phrase of a cue stands for, as the people of the article have it."""

from __future__ import annotations

from typing import Final, NamedTuple

from quiz.derive.document import Scene
from quiz.derive.fact import Span
from quiz.derive.people import Referent
from quiz.derive.people.words import BODIES, HUMANS
from quiz.derive.speech import words as w
from quiz.derive.speech.links import narration
from quiz.language import name_words
from quiz.language.pattern import pattern
from quiz.language.text import fold, word_set

#: Pronouns of one person, with the gender that they show.
_PRONOUNS: Final[dict[str, str]] = {
    "il": "m", "elle": "f", "he": "m", "she": "f", "lui": "m", "him": "m", "her": "f", "his": "m", "celui-ci": "m",
    "celle-ci": "f", "ce dernier": "m", "cette dernière": "f", "l'": "", "l’": "", "son": "", "sa": "", "ses": "",
}  # fmt: skip
_ARTICLES: Final[dict[str, str]] = {"un": "m", "une": "f", "le": "m", "la": "f", "ce": "m", "cette": "f"}
_SMALL: Final = word_set("you he she it they we i you've il elle ils elles on nous vous je ce cela this that")
#: A phrase that begins so tells of people who are not named.
_SEVERAL: Final = word_set(
    "des plusieurs certains certaines quelques deux trois quatre un une l'un l'une d'autres several some many "
    "two three "
    "four a an one another"
)
_JOINTS: Final = word_set("of and the for et de la du des & d'")
_ALL_SMALL: Final = w.DETERMINERS | w.PRONOUNS
#: Endings of words for people: "un diplomate", "une étudiante", "a trader".
_HUMAN: Final = pattern(
    r"(?:eur|euse|rice|ien|ienne|iste|logue|ate|ante?|aire|iere?|homme|femme|man|woman|person|er|or|ist|ian|ent)$"
)
_NAME_AT_END: Final = pattern(r"[A-ZÀ-ÖØ-Þ][\w.'’-]+(?:\s(?:de |du |van |von |d['’])?[A-ZÀ-ÖØ-Þ][\w.'’-]+)+$")
_OF: Final = pattern(r"\b(?:de|du|des|d['’]|of|for|pour|représentant|representing)\b")
#: What somebody says or counts, so that its owner is the source: "d'après son décompte", "by her reckoning".
_OWN_WORDS: Final = word_set(
    "décompte estimation estimations calculs récit version propos mots dires aveu account reckoning telling "
    "estimate words"
)
#: What belongs to somebody who is not told: "its lawyers".
_OWNED: Final = word_set("his her its their son sa ses leur leurs my our it this that")
#: What counts people: "la plupart des élus", "half of voters".
_COUNTED: Final = word_set(
    "environ pres plus moins majorite moitie plupart tiers quart about around nearly over almost more less fewer most "
    "half majority dozens hundreds thousands some many several"
)
#: A chain of pronouns is followed so far.
_DEEPEST: Final = 12


class Speaker(NamedTuple):
    """The name to show, "" where the phrase stands for nobody that can be told; `named` where it is a proper name."""

    name: str
    named: bool


NOBODY: Final = Speaker("", named=False)


def speaker(scene: Scene, phrase: Span | None) -> Speaker:
    """Who the phrase stands for.

    A pronoun takes up whoever spoke, or was the subject of the sentence, just before it, if the gender allows it
    (centering: Grosz, Joshi, Weinstein 1995); otherwise it is for the people of the article to say.
    """
    found = _referent(scene, phrase, 0) if phrase is not None else None
    return Speaker(found.name, found.named) if found is not None else NOBODY


def described(scene: Scene, phrase: Span) -> Speaker:
    """Of a phrase that names nobody known, what it says: a body ("the airline"), several people, a share of them."""
    words = scene.document.words(phrase)
    parts = fold(words).split()
    if any(part in _OWNED for part in parts):
        return NOBODY
    definite = parts[0] in ("the", "le", "la", "les") or parts[0].startswith("l'")
    nouns = [part.removeprefix("l'") for part in (parts[1:] if definite and len(parts) > 1 else parts)]
    counted = nouns[0] in _COUNTED or nouns[0][:1].isdigit()
    head = next((place for place, part in enumerate(nouns) if part in _JOINTS), len(nouns))
    noun = nouns[0] if scene.document.language == "fr" else nouns[max(0, head - 1)]
    body = definite and noun in BODIES
    several = len(noun) > 3 and (
        noun.endswith(("men", "women", "people"))
        or (noun.endswith("s") and (noun in HUMANS or _HUMAN.search(noun[:-1]) is not None))
    )
    people = several and (definite or scene.document.language == "en")
    return Speaker(words, named=False) if body or people or counted else NOBODY


def _referent(scene: Scene, phrase: Span, depth: int) -> Referent | None:
    words = scene.document.words(phrase).lower()
    owner, _, owned = words.partition(" ")
    gender = _PRONOUNS.get(owner) if owned in _OWN_WORDS or not owned else None
    if gender is None or depth >= _DEEPEST:
        return scene.people.resolve(phrase) or _described(scene.document.words(phrase), phrase)
    before = narration(scene.document).earlier.get(phrase)
    taken = _referent(scene, before, depth + 1) if before is not None else None
    if taken is not None and not _fits(taken, gender):
        taken = None
        # A thing was the subject in between: whoever spoke before it.
        further = narration(scene.document).earlier.get(before) if before is not None and gender else None
        if further is not None and scene.document.passage_at(further.start) is scene.document.passage_at(phrase.start):
            taken = _referent(scene, further, depth + 1)
            if taken is None or not _fits(taken, gender) or not taken.named:
                taken = None
    if taken is not None and (taken.party is None or taken.party.kind == "person"):
        return taken
    return scene.people.resolve(phrase) or taken


def _described(words: str, phrase: Span) -> Referent | None:
    """A phrase that stands for itself where nobody is known by it: a name, several people, a paper."""
    parts = words.split()
    if parts[0].lower() in ("the", "le", "la", "les") and len(parts) > 2:
        parts = parts[1:]
    small = [part for part in parts if not part[0].isupper()]
    if (
        len(parts) > 1
        and parts[0][0].isupper()
        and all(part in _JOINTS for part in small)
        and fold(parts[0]) not in _ALL_SMALL
    ):
        return Referent(words, None, phrase, named=True)
    parts = words.split()
    if all(part[0].isupper() for part in parts) and parts[0].lower() not in _SMALL:
        return Referent(words, None, phrase, named=len(parts) > 1)
    if parts[0].lower() in _SEVERAL or any(fold(part).strip(",").removeprefix("l'") in w.PAPERS for part in parts[:4]):
        return Referent(words, None, phrase, named=False)
    tail = _NAME_AT_END.search(words)
    if tail is not None and not _OF.search(words[: tail.start()]):
        return Referent(tail[0], None, phrase, named=True)
    return None


def _fits(referent: Referent, gender: str) -> bool:
    """Whether a pronoun of one person may take up the referent."""
    if referent.party is not None:
        if referent.party.kind == "organisation" or referent.party.plural:
            return False
        return not gender or referent.party.gender in ("", gender)
    first, *rest = fold(referent.name).split()
    if not rest or not (rest[0] in name_words.HEADS or rest[0] in name_words.TITLES or _HUMAN.search(rest[0])):
        return False
    return not gender or _ARTICLES.get(first, "") in ("", gender)
