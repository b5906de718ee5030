"""Noun phrases before a place in a line: where they begin, what joins their parts, and whether a name is their head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from quiz.derive.fact import Span
from quiz.derive.speech import words as w
from quiz.derive.speech.stream import Token
from quiz.language.text import word_set

#: Longer ones are no subjects but a parse gone astray.
_LONGEST: Final = 32
DIRECT: Final = w.DETERMINERS | w.JOINING_DETERMINERS


#: Finite verbs of the tables that are nouns after a determiner.
_NOUNS_TOO: Final = word_set(
    "plans works looks leads runs needs wants lives goes left lost fait sait reste travaille préfère vit"
)


class Phrase(NamedTuple):
    """Tokens `first` to `last` (included) of a line."""

    first: int
    last: int

    def span(self, line: Sequence[Token]) -> Span:
        """Where it stands in the article."""
        return Span(line[self.first].start, line[self.last].end)


def adverb(token: Token, language: str) -> bool:
    """Whether a word is an adverb: from the table, or by its ending."""
    key = token.key
    if token.kind != "word":
        return False
    if key in w.ADVERBS:
        return True
    return (
        not token.capital
        and len(key) > 4
        and key.endswith("ment" if language == "fr" else "ly")
        and key not in w.NOT_ADVERBS
    )


def nobody(line: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a subject is nobody that could be named: "on", "ceux", but not "ce dernier"."""
    head = line[phrase.first]
    latter = phrase.last > phrase.first and line[phrase.first + 1].key in ("dernier", "dernière")
    if head.key in ("celui", "celle") and any(one.capital for one in line[phrase.first + 1 : phrase.last + 1]):
        return False  # "Celle de la ville, Me Jeanne Roe, a répliqué"
    return head.key in w.NOBODY and not head.capital and not (latter and head.key in ("ce", "cette"))


def ending(line: Sequence[Token], last: int, floor: int = 0) -> Phrase | None:
    """The innermost phrase that ends at `last`, whatever brings it: "cédés à | la société X"."""
    first = next((at for at in range(last, max(floor, last - 10) - 1, -1) if line[at].key in DIRECT), None)
    if first is None:
        first = last
        while first > floor and line[first - 1].kind == "word" and line[first - 1].capital:
            first -= 1
        return Phrase(first, last) if line[first].capital else None
    return Phrase(first, last)


def named(line: Sequence[Token], phrase: Phrase) -> bool:
    """Whether its head is a name: a capital that no preposition brings."""
    owner = next((at for at in range(phrase.first, phrase.last) if line[at].tied and line[at].key == "'s"), None)
    if owner is not None and line[owner + 1].kind == "word":
        return named(line, Phrase(owner + 1, phrase.last))
    for place in range(phrase.first, phrase.last + 1):
        token = line[place]
        if token.kind == "word" and token.key in w.BINDING and place > phrase.first:
            return False
        if token.capital and token.key not in DIRECT and not (place == phrase.first and phrase.last > place):
            return True
    return line[phrase.first].capital and line[phrase.first].key not in DIRECT


def back(line: Sequence[Token], last: int, language: str, floor: int) -> int | None:
    """The first token of the noun phrase that ends at `last`."""
    at = last
    first = None
    while at >= floor and last - at < _LONGEST:
        token = line[at]
        if token.kind == "close" and at > floor + 1:
            opened = at
            while opened > floor and line[opened].kind != "open":
                opened -= 1
            if line[opened].kind != "open" or at - opened > 8:
                break
            at = opened - 1
            continue
        if token.capital and token.key in w.TEMPORAL:
            break
        if token.kind == "quote":
            previous = line[at - 1] if at > floor else None
            if (
                previous is None
                or previous.kind != "word"
                or previous.key in w.PREPOSITIONS
                or previous.key in w.CONJUNCTIONS
            ):
                break
            if not previous.capital and at != last and not line[at + 1].capital:
                break
            at -= 1
            continue
        noun = at > floor and token.key in _NOUNS_TOO and line[at - 1].key in w.DETERMINERS
        if (_stops(token, language) and not noun) or (
            token.kind == "word" and not token.capital and adverb(token, language) and at != last
        ):
            if token.kind == "word" and token.key in w.TEMPORAL and at == last:
                return None
            break
        if token.kind == "word" and token.key in w.CONJUNCTIONS and not token.capital:
            if not _joins(line, at, floor, language) and not _both(line, at, floor, language):
                break
            at -= 1
            continue
        if token.kind == "word" and token.key in w.DETERMINERS:
            first = at
            previous = line[at - 1] if at > floor else None
            if previous is None or previous.kind != "word":
                break
            if previous.key in w.PREPOSITIONS or previous.key in w.DETERMINERS or previous.key in w.CONJUNCTIONS:
                at -= 1
                continue
            break
        first = at
        at -= 1
    if first is None:
        return None
    helped = at >= floor and line[at].key in w.AUXILIARIES_FR and not line[first].capital
    if helped and line[first].key not in DIRECT:
        return None  # a participle and what it governs, not a subject
    return _trimmed(line, first, last, language)


def _stops(token: Token, language: str) -> bool:
    """Whether no noun phrase reaches over this token."""
    if token.kind in ("colon", "semicolon", "stop", "comma", "dash", "close", "open"):
        return True
    if token.kind != "word" or token.capital:
        return False
    key = token.key
    if key in w.SUBORDINATORS or key in w.TEMPORAL:
        return True
    if (key in w.PRONOUNS or key in w.NOBODY) and key not in w.DETERMINERS:
        return True
    return key in (w.FINITE_FR if language == "fr" else w.FINITE_EN)


def _joins(line: Sequence[Token], conjunction: int, floor: int, language: str) -> bool:
    """Whether "et", "and" joins two parts of one noun phrase: two names, or two complements."""
    if line[conjunction].key not in ("et", "and", "ou", "or") or conjunction - 1 < floor:
        return False
    left, right = line[conjunction - 1], line[conjunction + 1]
    if left.kind != "word" or right.kind != "word":
        return False
    if left.capital and right.capital:
        at = conjunction - 1
        while at > floor and line[at - 1].kind == "word" and line[at - 1].capital:
            at -= 1
        if at == floor or line[at - 1].kind in ("comma", "semicolon", "colon"):
            return True
        return line[at - 1].key in DIRECT or line[at - 1].key in w.BINDING or not line[at - 1].capital
    if right.key in ("de", "du", "des", "d'", "à", "of", "for"):
        return any(line[at].key == right.key for at in range(max(floor, conjunction - 6), conjunction))
    if right.key in w.DETERMINERS:
        return False
    return (
        not left.capital
        and not right.capital
        and language == "en"
        and conjunction - floor > 1
        and _nominal(line[conjunction - 2])
    )


def _both(line: Sequence[Token], conjunction: int, floor: int, language: str) -> bool:
    """Whether a clause begins with two subjects: "The mayor and the bishop said"."""
    right = line[conjunction + 1]
    if (
        line[conjunction].key not in ("et", "and")
        or right.kind != "word"
        or (right.key in w.PRONOUNS and right.key not in w.DETERMINERS)
    ):
        return False
    if right.key not in DIRECT and not right.capital and right.key.endswith("s"):
        return False
    first = back(line, conjunction - 1, language, floor)
    if (
        first is None
        or line[first].key in w.PREPOSITIONS
        or (line[first].key not in DIRECT and not line[first].capital)
    ):
        return False
    edge = line[first - 1] if first > floor else None
    return edge is None or (
        edge.kind in ("semicolon", "colon", "stop", "quote") or edge.key in ("mais", "but", "que", "qu'", "that")
    )


def _nominal(token: Token) -> bool:
    return token.kind == "word" and (token.key in w.DETERMINERS or token.key in w.BINDING)


def _trimmed(line: Sequence[Token], first: int, last: int, language: str) -> int | None:
    """The phrase without the adverbs and prepositions at its front; None where it hangs on a preposition."""
    while (
        first <= last
        and line[first].kind == "word"
        and (adverb(line[first], language) or line[first].key in w.CONJUNCTIONS)
    ):
        if line[first].key in w.DETERMINERS:
            break
        first += 1
    if first > last:
        return None
    head = line[first]
    if first and head.key in ("de", "d'", "des", "du", "than", "of") and line[first - 1].key in w.AMOUNTS:
        return first - 1
    if head.key in w.ABOUT and first < last and (line[first + 1].kind == "number" or line[first + 1].key in w.ABOUT):
        return first
    if head.kind == "word" and head.key in w.PREPOSITIONS:
        if head.key == "des" or (
            head.key == "d'" and first + 1 <= last and line[first + 1].key in ("autres", "anciens")
        ):
            return first
        # "Après la mort d'un proche le maire a dit": the last determiner that no preposition brings.
        for at in range(last, first + 1, -1):
            if line[at].key in w.DETERMINERS and line[at - 1].kind == "word":
                previous = line[at - 1].key
                if previous not in w.PREPOSITIONS and previous not in w.DETERMINERS:
                    return at
        return None
    if head.kind not in ("word", "number", "quote") or head.tied:
        return None
    return first
