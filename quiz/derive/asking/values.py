"""Dates, amounts, counts, percentages and durations: the clause in which they stand, with a gap in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from quiz.answers.verdict import Answer
from quiz.derive.asking import naming, speech, story, topic, typed, words
from quiz.derive.asking.clauses import clauses
from quiz.derive.asking.commas import Clause
from quiz.derive.asking.drafts import capital, cloze, draft, level
from quiz.derive.asking.predicates import subject
from quiz.derive.asking.tidying import tidy
from quiz.derive.asking.written import written
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.derive.fact import Fact, Span
from quiz.language import sayings
from quiz.language.pattern import pattern

KINDS: Final = {
    "date": "date", "price": "money", "amount": "money", "count": "number", "percent": "number", "duration": "number",
}  # fmt: skip
_HINTS: Final = {
    "fr": {"d": "jour et mois", "m": "mois", "ymd": "jour, mois et année", "ym": "mois et année", "y": "année",
           "duration": "durée", "percent": "pourcentage"},
    "en": {"d": "day and month", "m": "month", "ymd": "month, day and year", "ym": "month and year", "y": "year",
           "duration": "duration", "percent": "percentage"},
}  # fmt: skip
#: "D'après son décompte, …": whose it is, is said by name instead.
_OWN_SOURCE: Final = pattern(
    r"^(?:d['’]après|selon|according to) (?:son|sa|ses|leurs?|his|her|its|their) [^,]*, "
    r"|^à l['’]en(?:tendre| croire), ",
    re.IGNORECASE,
)
#: Out of a longer sentence no question comes that anybody would keep.
_LONGEST: Final = 800
_SOURCE: Final = {"fr": "Selon {}, ", "en": "According to {}, "}


def asked(scene: Scene, fact: Fact, said: Sequence[Fact]) -> Iterator[Draft]:
    """The clause of a value with a gap; in one of the quotations `said` its sentence, with the speaker before it."""
    language = scene.document.language
    value = place(scene, fact)
    around = next((one for one in said if one.start <= fact.start and fact.end <= one.end), None)
    if around is not None:
        yield from _quoted(scene, fact, value, around)
        return
    if fact.sentence.end - fact.sentence.start > _LONGEST:
        return
    claimed = bool(fact.attribution) and naming.is_named(scene, fact.attribution)
    for clause in clauses(scene, fact.sentence, value, language, claimed=claimed):
        clause = tidy(scene, clause, value, language)  # noqa: PLW2901
        text = written(scene, clause, value, _gap(scene, fact, value, language))
        own = _by_name(scene, fact, clause, language) if claimed and not _says(text, fact.attribution) else ()
        if own:
            clause = own  # noqa: PLW2901
            text = written(scene, own, value, _gap(scene, fact, value, language))
        elif claimed and not _says(text, fact.attribution):
            text = _OWN_SOURCE.sub("", text)
            text = _SOURCE[language].format(naming.said(scene, fact.attribution)) + _lowered(scene, text, clause)
        yield draft(scene, fact, "clause", "", cloze(capital(text) + "."), value)
        before = story.lead(scene, language)
        nameless = _nameless(scene, fact, clause)
        if before and (nameless or story.hangs(scene, fact, text, language)):
            yield draft(scene, fact, "story", "", cloze(before + _lowered(scene, text, clause) + "."), value)
        elif nameless and (about := _about(scene, fact, text)):
            yield draft(scene, fact, "topic", "", cloze(about + _lowered(scene, text, clause) + "."), value)
        if not fact.attribution and not fact.hedged:
            shown = _dated(scene, fact, scene.document.words(value), language)[1]
            for frame, question, kind, answer in typed.questions(scene, fact, clause, value, shown):
                yield draft(scene, fact, frame, question, Answer(kind, level(answer)), value)


def _by_name(scene: Scene, fact: Fact, clause: Clause, language: str) -> Clause:
    """Of "la navigatrice jure que …", whose claim it is by name; () where the clause does not say that it is one."""
    said = subject(clause, language)
    rest = clause[len(said) :]
    if not said or any(token.kind in ("value", "quote", "name") or token.text == "," for token in said):
        return ()
    if not rest or not sayings.said(rest[0].low, language):
        return ()
    name = naming.said(scene, fact.attribution)
    return (said[-1]._replace(text=name, low=name.lower(), kind="name"), *rest)


_BULLETS: Final = "•●*-–—➤▪◦·►>"


def _nameless(scene: Scene, fact: Fact, clause: Clause) -> bool:
    """Whether the subject of a clause has no name, so that what the article is about must be told before it."""
    language = scene.document.language
    said = subject(clause, language)
    first = said[0].low if said else ""
    loose = words.PRONOUNS[language] | words.PREPOSITIONS[language] | words.POSSESSIVES[language] - {"des", "d'"}
    if not said or first in loose or any(token.kind == "name" or token.text in ',«“"' for token in said):
        return False
    whole = scene.document.passage_at(fact.start).text.lstrip()
    bullet = whole[:1] in _BULLETS and first not in words.DETERMINERS[language]
    return not bullet and not naming.standing(scene, " ".join(token.text for token in said))


def _about(scene: Scene, fact: Fact, text: str) -> str:
    """What the article is about, for a clause whose subject has no name; with the colon, or ""."""
    language = scene.document.language
    about = topic.lead(scene, language, dated=fact.kind not in ("date", "duration"))
    return "" if any(naming.holds_name(text, part) for part in naming.parts(about)) else about


def place(scene: Scene, fact: Fact) -> Span:
    """Where the value itself stands: with its bound; of a count without the noun, of a date without day and hour."""
    read = next(
        (one for one in scene.readings_in(fact.start, fact.end) if one.kind in _READ[KINDS[fact.kind]]),
        None,
    )
    if read is None:
        return Span(fact.start, fact.end)
    if fact.kind == "date":
        if getattr(read.value, "end", None) is not None and (fact.start, fact.end) != (read.start, read.end):
            return Span(fact.start, fact.end)
        day = _DAY.search(scene.document.words(Span(read.start, read.end)))
        if day and (read.value.hour is not None or read.value.weekday is not None):
            return Span(read.start + day.start(), read.start + day.end())
        return Span(fact.start, fact.end)
    if getattr(read.value, "high", None) is not None and not fact.high:
        return Span(fact.start, fact.end)  # one end of a change: "from 12% to 31%"
    if fact.kind == "count":
        return Span(read.start, read.end)
    start = min(read.start, fact.start)
    bound = scene.document.words(Span(start, fact.start)).split() if start < fact.start else []
    if bound and bound[0].lower() in words.BOUNDING:
        start = fact.start  # "le loyer dépasse | 700 euros": the verb is of the sentence
    return Span(start, max(read.end, fact.end))


_READ: Final = {"date": ("date",), "money": ("money",), "number": ("number", "percent", "duration")}
_MONTH: Final = (
    r"(?:janv|févr|fevr|mars|avr|mai|juin|juil|août|aout|sept|oct|nov|déc|dec|jan"
    r"|feb|mar|apr|may|jun|jul|aug|sep)[^\W\d_]*\.?"
)
_DAY: Final = pattern(
    rf"\d{{1,2}}(?:er|st|nd|rd|th)? {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?(?!\d)",
    re.IGNORECASE,
)


def _says(text: str, name: str) -> bool:
    return any(naming.holds_name(text, part) for part in naming.parts(name)[-1:])


def _lowered(scene: Scene, text: str, clause: Clause) -> str:
    """A clause within a sentence: with a small letter, unless it begins with a name."""
    first = clause[0] if clause else None
    named = first is not None and (first.kind == "quote" or first.text in naming.names(scene) or " " in first.text)
    if named and first is not None and first.text[:1].lower() + first.text[1:] in scene.document.article.text:
        # "Anti-Semitic" at the beginning is "anti-Semitic" elsewhere.
        named = first.kind == "quote"
    small = first is not None and first.low in words.DETERMINERS[scene.document.language]
    if first is not None and not named and not small and first.text[:1].isupper():
        # A name is written with a capital within a sentence too.
        named = first.text in _capitals(scene) or any(name.startswith(f"{first.text} ") for name in naming.names(scene))
    return text if named else text[:1].lower() + text[1:]


@lru_cache(maxsize=8)
def _capitals(scene: Scene) -> frozenset[str]:
    """The words that the article writes with a capital behind a small letter or a comma."""
    return frozenset(_WITHIN.findall(scene.document.article.text))


_WITHIN: Final = pattern(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][^\W\d_]*")


def _gap(scene: Scene, fact: Fact, value: Span, language: str) -> str:
    shown = scene.document.words(value)
    hint = _HINTS[language].get(fact.kind, "")
    if fact.kind == "date":
        hint, shown = _dated(scene, fact, shown, language)
    return f"{{{{{KINDS[fact.kind]}: {shown}{'::' + hint if hint else ''}}}}}"


def _dated(scene: Scene, fact: Fact, shown: str, language: str) -> tuple[str, str]:
    """What of a date is asked for, and the date with its year in parentheses where it is only implied."""
    whole = re.fullmatch(r"(-?\d{4})?(?:-(\d\d))?(?:-(\d\d))?.*", fact.iso)
    if whole is None or "/" in fact.iso:
        return "", shown
    year, month, day = whole.groups()
    said = ("y" if year and not fact.implied else "") + ("m" if month else "") + ("d" if day else "")
    past = f"{year}-{month}" <= scene.document.published[:7]
    if fact.implied and year and month and (day or past) and scene.document.published and year not in shown:
        shown = f"{shown} ({year})"
    return _HINTS[language].get({"md": "d", "y": "y"}.get(said, said), ""), shown


# --- values that were said --------------------------------------------------------------------------------------------


def _quoted(scene: Scene, fact: Fact, value: Span, around: Fact) -> Iterator[Draft]:
    """A value within a quotation: its sentence in marks, after the name of who said it."""
    if not naming.is_named(scene, around.speaker) or not speech.is_sure(scene, around):
        return
    shown = scene.document.words(value)
    said = level(around.value)
    if said.count(level(shown)) != 1:
        return
    at = said.find(level(shown))
    start = max((match.end() for match in _STOP.finditer(said, 0, at)), default=0)
    stop = _STOP.search(said, at + len(shown))
    end = stop.start() + 1 if stop else len(said)
    gap = _gap(scene, fact, value, scene.document.language)
    sentence = said[start:at] + gap + said[at + len(level(shown)) : end]
    sentence = capital(_ANNOUNCED.sub("", sentence.strip().rstrip(".,;")))
    if speech.is_whole(said[start:end]) and speech.is_sound(said[start:end].strip(), around):
        yield draft(scene, fact, "quoted-value", "", cloze(speech.attributed(scene, around.speaker, sentence)), value)


#: What announces a sentence in a post and is no part of it.
_ANNOUNCED: Final = pattern(r"^(?:Rappel|Pour rappel|NB|À noter|Reminder|Note|FYI|PSA)\s*:\s*")
#: The end of a sentence within a quotation.
_STOP: Final = pattern(r"[.!?…]+\s+(?=[A-ZÀ-Ý“‘«\"])")
