"""A sentence at its commas: what each stretch is to the clause (relative, aside, source), and the clause put together.

`Part` "clause" has a verb of its own, "second" goes on behind "and" with another verb, "source" is "selon X", "telling"
says who says it all (", a annoncé la maire", ", officials said"), and "phrase" is what has no verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, Literal

from quiz.derive.asking import words
from quiz.derive.asking.predicates import verb_at
from quiz.derive.asking.sentence import Token
from quiz.language import sayings, verbs

Clause = tuple[Token, ...]
Part = Literal["clause", "phrase", "relative", "aside", "second", "source", "telling"]

#: Words of a stretch that only tells who says the rest.
_LONGEST_TELLING: Final = 14


def parts(line: Clause) -> Iterator[Clause]:
    """The stretches between the commas of a line."""
    start = 0
    for place, token in enumerate(line):
        if token.text == ",":
            if place > start:
                yield line[start:place]
            start = place + 1
    if start < len(line):
        yield line[start:]


def joined(parts: list[Clause], kept: list[int], kinds: list[Part], line: Clause) -> Clause:
    """The parts that are kept, with the commas between those that were neighbours or that want one."""
    commas = [token for token in line if token.text == ","]
    found: list[Token] = []
    for place, number in enumerate(kept):
        if place:
            neighbours = kept[place - 1] == number - 1
            # A second comma is wanted by what stands between two, where the cut took the part behind it.
            closing = place > 1 and kept[place - 2] == kept[place - 1] - 1 and kinds[kept[place - 1]] == "phrase"
            if neighbours or closing or kinds[number] == "source" or kinds[kept[place - 1]] == "source":
                found.append(next(token for token in reversed(commas) if token.start < parts[number][0].start))
        found.extend(parts[number])
    return tuple(found)


_SUBORDINATORS: Final = {
    language: tuple(one if one.endswith("'") else f"{one} " for one in said)
    for language, said in words.SUBORDINATORS.items()
}


@lru_cache(maxsize=512)
def kind(part: Clause, place: int, language: str) -> Part:
    """What a stretch is to the clause that stands beside it; `place` is its number in the line."""
    first = part[0].low
    second = part[1].low if len(part) > 1 else ""
    opening = " ".join(token.low for token in part[:4]).replace("' ", "'") + " "
    if opening.startswith(("selon ", "d'après ", "according to ", "à en croire ")):
        return "source"
    if first in words.RELATIVES[language] or any(
        token.low in ("which", "whom", "lequel", "laquelle", "lesquels", "lesquelles", "duquel") for token in part[1:4]
    ):
        return "relative"
    if first in words.PREPOSITIONS[language] and second in words.RELATIVES[language]:
        return "relative"
    if opening.startswith(_SUBORDINATORS[language]):
        return "aside"
    if verbs.is_gerund(first, language) or (
        first in ("en", "tout", "by", "while", "after") and verbs.is_gerund(second, language)
    ):
        return "aside"
    participle = (
        part[0].kind == "word" and verbs.is_participle(first, language) and not verbs.is_auxiliary(first, language)
    )
    if participle and (language == "fr" or place == 0 or second in words.PREPOSITIONS["en"]):
        return "aside"
    if place and telling(part, language):
        return "telling"
    if first in words.COORDINATORS[language]:
        return "second" if verb_at(part[1:], language) >= 0 else "phrase"
    return "clause" if verb_at(part, language) >= 0 else "phrase"


def lifted(before: list[Clause], relative: Clause, language: str) -> Clause | None:
    """A relative clause whose antecedent is named, as a clause of its own: ", which serves …" → "X serves …"."""
    pronoun = relative[0].low
    verb = verb_at(relative, language)
    if pronoun not in ("qui", "who", "which") or not 0 < verb < 4:
        return None
    if language == "fr" and _agrees(relative[verb:]):
        return None
    last = before[-1]
    if (
        len(before) == 1
        and len(last) < 9
        and verb_at(last, language) < 0
        and last[0].low not in words.PREPOSITIONS[language]
    ):
        return (*last, *relative[1:]) if any(token.kind == "name" for token in last) else None
    if last[-1].kind != "name":
        return None
    start = len(last) - 1
    while start > 1 and last[start - 1].low in ("and", "et") and last[start - 2].kind == "name":
        start -= 2
    behind = start - 1 if start and last[start - 1].low in ("le", "la", "l'", "les", "the") else start
    if behind and last[behind - 1].low in words.PREPOSITIONS[language]:
        return None
    if start and last[start - 1].low in words.DETERMINERS[language] - {"le", "la", "l'", "les", "the"}:
        return None
    if start and last[start - 1].low in ("le", "la", "l'", "les", "the"):
        start -= 1
    elif start and last[start - 1].kind == "word" and last[start - 1].text.islower() and language == "fr":
        # "la société X": the noun is the antecedent, and agrees.
        return None
    return (*last[start:], *relative[1:])


def _agrees(line: Sequence[Token]) -> bool:
    """Whether a form of "être" stands there, behind which a participle or an adjective agrees with the subject."""
    been = line[0].low in ("est", "sont", "était", "étaient", "fut", "furent", "sera", "seront")
    return been or any(token.low == "été" for token in line[1:3])


def telling(part: Clause, language: str) -> bool:
    """Whether a stretch says only who says the rest: "a annoncé mardi la maire", "officials said on Monday"."""
    if len(part) > _LONGEST_TELLING or any(token.kind == "quote" for token in part):
        return False
    if language == "fr":
        at = 0
        while at < len(part) and part[at].low in ("a", "ont", "avait", "avaient", "s'", "est", "t-on"):
            at += 1
        return at < min(3, len(part)) and _says(part[at].low, "fr", had=at > 0) and not _goes_on(part[at + 1 :], "fr")
    if _says(part[0].low, "en", had=True) and len(part) > 1:
        return part[1].kind == "name" or part[1].low in words.DETERMINERS["en"] | {"officials", "police", "he", "she"}
    at = verb_at(part, "en")
    return 0 < at < 12 and _says(part[at].low, "en", had=True) and not _goes_on(part[at + 1 :], "en")


def _says(word: str, language: str, *, had: bool) -> bool:
    forms = {form for one in sayings.said(word, language) for form in one.forms}
    return bool(forms & ({"past", "finite"} if had else {"finite"}))


def _goes_on(part: Clause, language: str) -> bool:
    """Whether a verb of saying has its object behind it, so that the stretch says more than who."""
    links = ("que", "qu'") if language == "fr" else ("that", "it", "he", "she", "they", "there")
    return any(token.low in links for token in part[:4]) or verb_at(part, language) >= 0
