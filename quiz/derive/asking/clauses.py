"""A sentence cut down to the one clause in which a value stands: what hangs on it from outside is left out.

Cuts are made only at commas, dashes, parentheses and semicolons, and before "and" where a second verb shares the
subject. What is left is the article's own words in their own order, so that agreement and tense stay right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from quiz.derive.asking import commas, words
from quiz.derive.asking.commas import Clause
from quiz.derive.asking.predicates import opens_with_verb, subject_end, verb_at, verb_count
from quiz.derive.asking.sentence import Token, tokens
from quiz.derive.document import Scene
from quiz.derive.fact import Span
from quiz.language import verbs
from quiz.language.pattern import pattern

_SOURCES: Final = {"fr": ("selon", "d'", "d'après", "à en croire"), "en": ("according",)}
_BULLET: Final = frozenset("•●*-–—➤▪◦·►>")
_DATELINE: Final = pattern(r"(?:[^.!?]{2,60}?)\((?:[A-Z][\w .-]{1,24})\)\s*[-–—]+\s*")


def clauses(scene: Scene, sentence: Span, value: Span, language: str, *, claimed: bool = False) -> tuple[Clause, ...]:
    """The clauses of a sentence that can stand for the value in it, the shortest cut first.

    `claimed` is true where the question will name whose claim it is, so that ", X said" is left out.
    """
    document = scene.document
    whole = document.words(sentence)
    lead = _DATELINE.match(whole)
    if lead and sentence.start + lead.end() <= value.start:
        sentence = Span(sentence.start + lead.end(), sentence.end)
    line = _opened(tokens(scene, sentence, language), language)
    line = _without_asides(line, value)
    line = possessed(_stretch(line, value), language)
    found: dict[Clause, None] = {}
    for one in _cut(line, value, language, claimed=claimed):
        lifted = bool(one) and not _within(one, line)
        for clause in (*_one_verb(one, value, language, lifted=lifted), one):
            tidy = _opened(_stripped(clause), language)
            if tidy and holds(tidy, value):
                found.setdefault(tidy)
    return tuple(found)


def holds(clause: Iterable[Token], value: Span) -> bool:
    """Whether a value stands in a clause as a whole."""
    line = [token for token in clause if token.start < value.end and value.start < token.end]
    return bool(line) and line[0].start <= value.start and value.end <= line[-1].end


def _within(clause: Clause, line: Clause) -> bool:
    """Whether a clause has all its words in the order of the line and begins as the line does or behind a comma."""
    at = line.index(clause[0])
    return at == 0 and clause[-1].start >= clause[0].start and len(clause) > 1 and clause[1] == line[1]


#: The links by their first word, the longest first.
_CONNECTORS: Final = {
    language: {
        first: tuple(one for one in said if one.replace("'", "' ").split()[0] == first)
        for first in {one.replace("'", "' ").split()[0] for one in said}
    }
    for language, said in words.CONNECTORS.items()
}


def _opened(line: Sequence[Token], language: str) -> Clause:
    """Without bullets and linking words at the beginning."""
    at = 0
    while at < len(line) and (line[at].text in _BULLET or line[at].text in ",;:."):
        at += 1
    while at < len(line):
        linking = _CONNECTORS[language].get(line[at].low)
        if linking is None:
            break
        rest = " ".join([token.low for token in line[at : at + 10]]).replace("' ", "'")
        for connector in linking:
            count = connector.replace("'", "' ").count(" ") + 1
            if not (rest + " ").startswith(connector + ("" if connector.endswith("'") else " ")):
                continue
            if connector.endswith("'"):
                count -= 1
            follow = line[at + count] if at + count < len(line) else None
            if follow is None or (count == 1 and follow.text != "," and connector not in _BARE[language]):
                continue
            at += count + (follow.text in ",:")
            break
        else:
            break
    return tuple(line[at:])


#: One-word links that need no comma behind them.
_BARE: Final = {"fr": ("et", "mais", "or", "car", "puis", "donc"), "en": ("but", "and", "so", "yet", "meanwhile")}


def _without_asides(line: Clause, value: Span) -> Clause:
    """Without parentheses and what stands between two dashes, unless the value stands there."""
    kept: list[Token] = []
    depth_at = -1
    for token in line:
        if token.text in "([":
            depth_at = len(kept)
        kept.append(token)
        if token.text in ")]" and depth_at >= 0:
            if not any(one.start <= value.start < one.end for one in kept[depth_at:]):
                del kept[depth_at:]
            depth_at = -1
    dashes = [place for place, token in enumerate(kept) if token.text in "—–-"]
    if len(dashes) == 2:
        inside = kept[dashes[0] : dashes[1] + 1]
        if not any(one.start <= value.start < one.end for one in inside):
            del kept[dashes[0] : dashes[1] + 1]
    return tuple(kept)


def _stretch(line: Clause, value: Span) -> Clause:
    """The stretch between semicolons, colons and single dashes in which the value stands."""
    start = 0
    for place, token in enumerate(line):
        stop = token.text in ";—–" or (
            token.text in ":-" and not (place + 1 < len(line) and line[place + 1].kind == "quote")
        )
        if not stop:
            continue
        if token.start >= value.end:
            return line[start:place]
        start = place + 1
    return line[start:]


# --- commas -----------------------------------------------------------------------------------------------------------


def _cut(line: Clause, value: Span, language: str, *, claimed: bool) -> Iterator[Clause]:
    """The clause of the value, as its commas part it: cut as far as it goes, then a short whole."""
    parts = list(commas.parts(line))
    kinds = [commas.kind(part, place, language) for place, part in enumerate(parts)]
    if not claimed:
        kinds = ["clause" if kind == "telling" else kind for kind in kinds]
    for place in range(1, len(parts)):
        # "avait, dans un rapport, préconisé", "créées, gérées et diffusées": a participle that goes on.
        if kinds[place] == "aside" and verbs.is_participle(parts[place][0].low, language):
            ends = [part[-1].low for part in parts[max(0, place - 2) : place]]
            if any(verbs.is_auxiliary(end, language) for end in ends) or verbs.is_participle(ends[-1], language):
                kinds[place] = "phrase"
    at = next((place for place, part in enumerate(parts) if holds(part, value)), -1)
    if at < 0:
        yield line
        return
    if kinds[at] == "relative":
        lifted = commas.lifted(parts[:at], parts[at], language) if at else None
        if lifted and any(token.kind == "name" for token in parts[at]):
            yield lifted
        return
    if kinds[at] == "second":
        rest = parts[at][1:]
        if any(token.kind == "name" for token in rest[: subject_end(rest, language)]):
            yield rest
        return
    if kinds[at] == "aside" and at and verbs.is_gerund(parts[at][0].low, language) and kinds[at - 1] == "clause":
        # ", killing 40 people": what came of the clause before it is told with it.
        goes_on = any(
            kind == "clause" and not commas.telling(part, language)
            for kind, part in zip(kinds[at + 1 :], parts[at + 1 :], strict=True)
        )
        if kinds[:at].count("clause") == 1 and not goes_on:
            yield commas.joined(parts, list(range(at + 1)), kinds, line)
        return
    if kinds[at] in ("source", "aside", "telling"):
        return
    main = next((place for place, kind in enumerate(kinds) if kind == "clause"), -1)
    if main < 0:
        return
    kept: list[int] = []
    skipping = False
    for place, kind in enumerate(kinds):
        if kind in ("relative", "aside", "second", "telling"):
            skipping = True
        elif place == main or kind == "source":
            skipping = False
        if not skipping:
            kept.append(place)
    if at in kept:
        while len(kept) > 1 and kept[-1] > max(at, main) and kinds[kept[-1]] == "phrase" and _added(parts[kept[-1]]):
            kept.pop()
        yield line if len(kept) == len(parts) else commas.joined(parts, kept, kinds, line)


#: What a phrase begins with that adds to a sentence told already: ", a record", ", soit 12 %", ", up from 7%".
_ADDING: Final = frozenset(
    ("un", "une", "a", "an", "soit", "compared", "up", "down", "versus", "well", "loin", "presque", "nearly", "almost")
)


def _added(part: Clause) -> bool:
    return part[0].low in _ADDING and not any(token.low in ("et", "and", "ou", "or") for token in part[:3])


def possessed(clause: Clause, language: str) -> Clause:
    """The name alone where it follows what it is: "Son président, Luc Ardent, redoute" → "Luc Ardent redoute"."""
    commas = [at for at, token in enumerate(clause[:14]) if token.text == ","]
    if not clause or clause[0].low not in words.POSSESSIVES[language]:
        return clause
    if len(commas) > 1:
        inside = clause[commas[0] + 1 : commas[1]]
        if 0 < len(inside) < 4 and all(token.kind == "name" for token in inside):
            # Another apposition keeps its commas: "Son rival, Luc Ardent, neveu du maire, redoute".
            more = len(commas) > 2 and verb_at(clause[commas[1] + 1 : commas[2]], language) < 0
            return (*inside, *clause[commas[1] + (not more) :])
    for at, token in enumerate(clause[:6]):
        if token.kind == "name" and at and at + 1 < len(clause) and verb_at(clause[at + 1 : at + 2], language) == 0:
            return clause[at:]
    return clause


def _one_verb(line: Clause, value: Span, language: str, *, lifted: bool) -> Iterator[Clause]:
    """Of "X did one thing and did another" the half with the value, with the subject before it."""
    start = subject_end(line, language)
    if start <= 0:
        return
    joint = "et" if language == "fr" else "and"
    for place in range(start + 2, len(line) - 1):
        if line[place].low not in (joint, "mais", "but", "puis"):
            continue
        second = line[place + 1 :]
        if not opens_with_verb(second, language):
            continue
        first = line[:place]
        while first and first[-1].text == ",":
            first = first[:-1]
        if verb_count(first, language) != 1:
            return
        if holds(first, value):
            yield first
        elif holds(second, value) and not lifted and _plain_subject(line[:start], language):
            yield (*line[:start], *second)
        return


def _plain_subject(line: Sequence[Token], language: str) -> bool:
    return (
        bool(line) and not any(token.text == "," for token in line) and line[0].low not in words.PREPOSITIONS[language]
    )


def _stripped(line: Sequence[Token]) -> Clause:
    end = len(line)
    while end and line[end - 1].text in ".,;:—–-!":
        end -= 1
    return tuple(line[:end])
