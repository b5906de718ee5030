"""Whether a paragraph is in the other of the two languages: a post in English stands in a French article."""

from __future__ import annotations

from typing import Final

from quiz.language.text import word_set

#: Small words of each language that the other has not.
_OWN: Final = {
    "fr": word_set(
        "les des une est dans pour qui que du et au aux sont pas il elle nous vous le la je ce ne en un sur par mais "
        "cette ces avec plus"
    ),
    "en": word_set(
        "the and of is was with that to it he she they you for this are have has be not at what but by from we my will "
        "would all just been their its"
    ),
}
#: So much of a paragraph tells what all of it is in.
_ENOUGH: Final = 160
_SIGNS: Final = ".,;:!?…\"'«»“”‘’()*_"


def is_foreign(text: str, language: str, *, certain: bool = True) -> bool:
    """Whether a paragraph is in the other language; where not `certain`, one small word of it and none of ours will do.

    `quiz.language.which` knows more languages and costs more: it is asked after this.
    """
    if language not in _OWN:
        return False
    words = [word.strip(_SIGNS) for word in text[:_ENOUGH].lower().split()]
    own = sum(word in _OWN[language] for word in words)
    other = sum(word in small for name, small in _OWN.items() if name != language for word in words)
    return other >= 3 * own + 2 if certain else other > 0 and own == 0
