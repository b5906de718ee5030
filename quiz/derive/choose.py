"""Which drafts become cards: the best of each fact, no two that ask the same, spread over the article and the kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from quiz.derive.draft import Draft
from quiz.derive.exam.told import alone, told
from quiz.derive.exam.told import words as words_of
from quiz.language.text import fold

#: A draft of a lower score is not written.
ENOUGH: Final = 0.75
#: Two questions that share so much of the words of the shorter one are one.
SAME: Final = 0.7
#: Of one speaker no more words are asked.
MOST_OF_ONE: Final = 4
#: Of one sentence no more is asked.
MOST_OF_SENTENCE: Final = 2
#: Which frame is preferred where two ask the same fact equally well.
_FRAMES: Final = (
    "when", "how-much", "how-many", "who-office", "who", "quote-gap", "clause", "topic", "story", "reported", "role",
    "quoted-value", "timeline", "fragment", "choice",
)  # fmt: skip

#: The frames of what an article tells by itself.
_TELLING: Final = ("clause", "topic", "story", "when", "how-much", "how-many")
#: What a fact tells of its sentence: when, how much, or who. Of each a sentence gives one card at most.
_ASPECTS: Final = {
    "date": "when", "duration": "when", "price": "value", "amount": "value", "count": "value", "percent": "value",
    "quote": "who", "reported": "who", "role": "who",
}  # fmt: skip
#: Of several values in one sentence the first of these is asked.
_KINDS: Final = ("quote", "reported", "role", "price", "amount", "count", "percent", "date", "duration")


def chosen(drafts: Sequence[Draft], limit: int) -> tuple[Draft, ...]:
    """At most `limit` drafts in the order of their articles, the best first considered; one in five may be a choice."""
    kept: list[Draft] = []
    choices = 0
    sentences: Counter[tuple[str, int]] = Counter()
    speakers: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    places: Counter[tuple[str, int]] = Counter()
    waiting = _one_of_each_sentence(
        sorted((one for one in drafts if not one.rejected and one.score >= ENOUGH), key=_first)
    )
    while waiting and len(kept) < limit:
        best = min(waiting, key=lambda one: _order(one, kinds, places))
        waiting.remove(best)
        spoken = _spoken(best)
        full = spoken and (speakers[spoken] >= MOST_OF_ONE or any(_one_breath(best, other) for other in kept))
        many = best.answer.kind == "choice" and 5 * (choices + 1) > limit
        sentence = best.fact.article, best.fact.sentence.start
        if full or many or sentences[sentence] >= MOST_OF_SENTENCE or any(alike(best, other) for other in kept):
            continue
        kept.append(best)
        choices += best.answer.kind == "choice"
        sentences[sentence] += 1
        speakers[spoken] += 1
        kinds[best.fact.kind] += 1
        places[best.fact.article, best.paragraph] += 1
    return tuple(sorted(kept, key=lambda one: (one.fact.article, one.fact.start, one.frame)))


def _spoken(draft: Draft) -> str:
    """Whose words a draft shows or asks for; "" where it is a matter of fact."""
    if draft.frame == "quoted-value":
        return told(draft).asked.partition(":")[0].strip("\u00a0 ")
    return draft.fact.speaker if draft.frame in ("who", "who-office", "fragment", "quote-gap", "reported") else ""


def _one_breath(one: Draft, other: Draft) -> bool:
    """Whether two drafts ask who said words of one paragraph."""
    asks = ("who", "who-office", "fragment")
    same = (one.fact.article, one.fact.paragraph, one.fact.speaker) == (
        other.fact.article,
        other.fact.paragraph,
        other.fact.speaker,
    )
    return one.frame in asks and other.frame in asks and same


def _one_of_each_sentence(drafts: Sequence[Draft]) -> list[Draft]:
    """Of the clauses of one sentence that ask when the best only, and so of those that ask how much."""
    seen: set[tuple[str, int, str]] = set()
    kept = []
    for one in drafts:
        place = (one.fact.article, one.fact.sentence.start, _ASPECTS[one.fact.kind])
        if one.frame in _TELLING and place in seen:
            continue
        if one.frame in _TELLING:
            seen.add(place)
        kept.append(one)
    return kept


def _first(draft: Draft) -> tuple[float, int, int, str]:
    frame = _FRAMES.index(draft.frame) if draft.frame in _FRAMES else len(_FRAMES)
    frame += _KINDS.index(draft.fact.kind) - (draft.answer.kind == "choice")
    return (-draft.score, frame, draft.fact.start, draft.question)


def _order(draft: Draft, kinds: Counter[str], places: Counter[tuple[str, int]]) -> tuple[float, float, int, int, str]:
    """The best first; what is of a kind or a paragraph that has its cards already waits a little."""
    spread = 0.04 * kinds[draft.fact.kind] + 0.06 * places[draft.fact.article, draft.paragraph]
    score, frame, start, question = _first(draft)
    return (score + spread, frame / 100, start, len(told(draft).asked), question)


def alike(one: Draft, other: Draft) -> bool:
    """Whether two drafts ask the same: one fact, much the same words, or one answer to similar words."""
    if (one.fact.article, one.fact.start, one.fact.end) == (other.fact.article, other.fact.start, other.fact.end):
        return True
    apart = _ASPECTS[one.fact.kind] != _ASPECTS[other.fact.kind] and "quote" not in (one.fact.kind, other.fact.kind)
    if one.fact.article == other.fact.article and one.fact.start < other.fact.end and other.fact.start < one.fact.end:
        return not apart
    first, second = told(one), told(other)
    if apart and (one.fact.article, one.fact.sentence) == (other.fact.article, other.fact.sentence):
        # The year with the amount given, the amount with the year given: two things to know.
        return fold(first.answer) == fold(second.answer)
    shared = _shared(_own(one), _own(other), one.language)
    if shared > SAME:
        return True
    if fold(first.answer) == fold(second.answer):
        return shared > 0.5 or ("role" in (one.frame, other.frame) and "who-office" in (one.frame, other.frame))
    return False


def _own(draft: Draft) -> str:
    """What a draft asks, without the headline or the topic before it, which others of the article have too."""
    said = told(draft)
    if draft.frame in ("who", "who-office", "fragment") and said.quotation:
        return said.quotation.strip().rpartition("\n")[2]
    return said.asked.partition(": ")[2] if draft.frame == "topic" else alone(draft)


def _shared(one: str, other: str, language: str) -> float:
    from quiz.derive.asking.words import EMPTY

    first, second = (
        {word for word in words_of(text, language) if word not in EMPTY[language] and len(word) > 2}
        for text in (one, other)
    )
    return len(first & second) / max(1, min(len(first), len(second)))
