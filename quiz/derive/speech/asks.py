"""Who a phrase of a cue stands for, as the people of the article have it."""

from __future__ import annotations

from typing import Final, NamedTuple

from quiz.derive.document import Scene
from quiz.derive.fact import Span
from quiz.derive.people import Referent
from quiz.derive.speech.links import narration

#: Pronouns of one person, with the gender that they show.
_PRONOUNS: Final[dict[str, str]] = {
    "il": "m", "elle": "f", "he": "m", "she": "f", "lui": "m", "him": "m", "her": "f", "his": "m", "celui-ci": "m",
    "celle-ci": "f", "ce dernier": "m", "cette dernière": "f", "l'": "", "l’": "", "son": "", "sa": "", "ses": "",
}  # fmt: skip
_ARTICLES: Final[dict[str, str]] = {"un": "m", "une": "f", "le": "m", "la": "f", "ce": "m", "cette": "f"}
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


def _referent(scene: Scene, phrase: Span, depth: int) -> Referent | None:
    words = scene.document.words(phrase).lower()
    gender = _PRONOUNS.get(words)
    if gender is not None and depth < _DEEPEST:
        before = narration(scene.document).earlier.get(phrase)
        taken = _referent(scene, before, depth + 1) if before is not None else None
        if taken is not None and _fits(taken, gender):
            return taken
    return scene.people.resolve(phrase)


def _fits(referent: Referent, gender: str) -> bool:
    """Whether a pronoun of one person may take up the referent."""
    if referent.party is not None:
        if referent.party.kind == "organisation" or referent.party.plural:
            return False
        return not gender or referent.party.gender in ("", gender)
    shown = _ARTICLES.get(referent.name.split()[0].lower(), "")
    return not gender or shown in ("", gender)
