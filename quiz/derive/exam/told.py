"""What a draft says, as the rules look at it: its asked words, its answer, its words without quotation and gap."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from quiz.answers.cloze import gaps
from quiz.derive.draft import Draft
from quiz.language import quotes
from quiz.language.pattern import pattern

#: Stands for a gap in the asked words: a sign of no text.
GAP: Final = "\ue001"
#: Stands for a quotation in the words outside of it.
QUOTATION: Final = "\ue002"
#: Stands for a name.
NAME: Final = "\ue003"
WORD: Final = pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SMALL: Final = pattern(r"(?<!\w)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)
#: "it'll", "she's", "they've": not the genitive of a name.
_CONTRACTED: Final = pattern(r"\b(he|she|it|they|we|i|you|there|that|who|what)'(s|ll|d|ve|re|m)\b")

_SIGNS: Final = r"|[,;:.?!]"
_FRENCH: Final = r"aujourd'hui|[cdjlmnst]'|(?:qu|jusqu|lorsqu|puisqu)'|[^\W_]+(?:-[^\W_]+)*|[\ue001-\ue003]"
_ENGLISH: Final = r"'[a-z]+|[^\W_]+(?:[-'][^\W_]+)*|[\ue001-\ue003]"
#: In French or not, with signs or not.
_WORDS: Final = {
    (True, True): pattern(_FRENCH + _SIGNS),
    (True, False): pattern(_FRENCH),
    (False, True): pattern(_ENGLISH + _SIGNS),
    (False, False): pattern(_ENGLISH),
}


class Told(NamedTuple):
    """`asked` is the question with its gaps as GAP, `outside` that without quotations, `quotation` their words in "
    "lines.
    """

    asked: str
    outside: str
    quotation: str
    answer: str
    kind: str
    words: tuple[str, ...]


#: A headline with its month, as it stands before a clause.
_STORY: Final = pattern(r"^(?:Dans l'article «.*?»|In the story “.*?”)(?: \([^()]*\))?, ")


def alone(draft: Draft) -> str:
    """The asked words of a draft without the headline that stands before them."""
    asked = told(draft).asked
    if draft.frame != "story":
        return asked
    rest = _STORY.sub("", asked)
    return rest[:1].upper() + rest[1:]


def headline(draft: Draft) -> str:
    """The headline before the asked words, "" where none is."""
    found = _STORY.match(told(draft).asked) if draft.frame == "story" else None
    return found[0] if found else ""


def told(draft: Draft) -> Told:
    """The parts of a draft."""
    answer = draft.answer
    return _told(draft.question, answer.kind, answer.text, answer.items, draft.language)


@lru_cache(maxsize=4096)
def _told(question: str, kind: str, text: str, items: tuple[str, ...], language: str) -> Told:
    if kind == "cloze":
        found = gaps(text)
        asked = text
        for gap in reversed(found):
            asked = asked[: gap.start] + GAP + asked[gap.end :]
        answer = found[0].text if found else ""
        kind = found[0].kind if found else ""
    else:
        asked = question
        answer = text or "; ".join(items)
    outside, quotation = asked, ""
    for one in reversed(quotes.find(asked, language)):
        quotation = one.value + "\n" + quotation
        outside = outside[: one.start] + QUOTATION + outside[one.end :]
    return Told(asked, outside, quotation, answer, kind, words(outside, language))


@lru_cache(maxsize=8192)
def words(text: str, language: str, *, signs: bool = False) -> tuple[str, ...]:
    """The words in lower case, elisions and contractions apart; with `signs` the commas and stops too."""
    text = text.replace("’", "'").lower()
    text = _SMALL.sub(r"\g<0> ", text) if language == "fr" else _CONTRACTED.sub(r"\1 '\2", text)
    return tuple(_WORDS[language == "fr", signs].findall(text))
