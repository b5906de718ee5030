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


@lru_cache(maxsize=4096)
def told(draft: Draft) -> Told:
    """The parts of a draft."""
    if draft.answer.kind == "cloze":
        found = gaps(draft.answer.text)
        asked = draft.answer.text
        for gap in reversed(found):
            asked = asked[: gap.start] + GAP + asked[gap.end :]
        answer = found[0].text if found else ""
        kind = found[0].kind if found else ""
    else:
        asked = draft.question
        answer = draft.answer.text or "; ".join(draft.answer.items)
        kind = draft.answer.kind
    outside, quotation = asked, ""
    for one in reversed(quotes.find(asked, draft.language)):
        quotation = one.value + "\n" + quotation
        outside = outside[: one.start] + QUOTATION + outside[one.end :]
    return Told(asked, outside, quotation, answer, kind, words(outside, draft.language))


@lru_cache(maxsize=8192)
def words(text: str, language: str, *, signs: bool = False) -> tuple[str, ...]:
    """The words in lower case, elisions and contractions apart; with `signs` the commas and stops too."""
    text = text.replace("’", "'").lower()
    more = r"|[,;:.?!]" if signs else ""
    if language == "fr":
        text = _SMALL.sub(lambda match: match[0] + " ", text)
        return tuple(
            re.findall(
                rf"aujourd'hui|[cdjlmnst]'|(?:qu|jusqu|lorsqu|puisqu)'|[^\W_]+(?:-[^\W_]+)*|[\ue001-\ue003]{more}", text
            )
        )
    text = _CONTRACTED.sub(lambda match: f"{match[1]} '{match[2]}", text)
    return tuple(re.findall(rf"'[a-z]+|[^\W_]+(?:[-'][^\W_]+)*|[\ue001-\ue003]{more}", text))
