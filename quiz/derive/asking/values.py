"""Dates, amounts, counts, percentages and durations: the clause in which they stand, with a gap in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quiz.answers.verdict import Answer
from quiz.derive.asking import naming, speech, typed, words
from quiz.derive.asking.clauses import Clause, clauses, subject
from quiz.derive.asking.drafts import capital, cloze, draft, level
from quiz.derive.asking.sentence import Token
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.derive.fact import Fact, Span
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
_SOURCE: Final = {"fr": "Selon {}, ", "en": "According to {}, "}


def asked(scene: Scene, fact: Fact, facts: Sequence[Fact]) -> Iterator[Draft]:
    """The clause of a value with a gap; of a quotation its sentence, with the speaker before it."""
    language = scene.document.language
    value = place(scene, fact)
    around = next(
        (one for one in facts if one.kind == "quote" and one.start <= fact.start and fact.end <= one.end), None
    )
    if around is not None:
        yield from _quoted(scene, fact, value, around)
        return
    for clause in clauses(scene, fact.sentence, value, language):
        clause = _tidy(scene, clause, value, language)  # noqa: PLW2901
        text = written(scene, clause, value, _gap(scene, fact, value, language))
        if fact.attribution and naming.is_named(scene, fact.attribution) and not _says(text, fact.attribution):
            text = _SOURCE[language].format(naming.said(scene, fact.attribution)) + _lowered(text, clause)
        yield draft(scene, fact, "clause", "", cloze(capital(text) + "."), value)
        if not fact.attribution and not fact.hedged:
            shown = _dated(scene, fact, scene.document.words(value), language)[1]
            for frame, question, kind, answer in typed.questions(scene, fact, clause, value, shown):
                yield draft(scene, fact, frame, question, Answer(kind, level(answer)), value)


def place(scene: Scene, fact: Fact) -> Span:
    """Where the value itself stands: with its bound, of a count without the noun, of a date without weekday and hour."""
    read = next(
        (
            one
            for one in scene.readings
            if one.kind in _READ[KINDS[fact.kind]] and one.start < fact.end and fact.start < one.end
        ),
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
    if fact.kind == "count":
        return Span(read.start, read.end)
    return Span(min(read.start, fact.start), max(read.end, fact.end))


_READ: Final = {"date": ("date",), "money": ("money",), "number": ("number", "percent", "duration")}
_MONTH: Final = r"(?:janv|févr|fevr|mars|avr|mai|juin|juil|août|aout|sept|oct|nov|déc|dec|jan|feb|mar|apr|may|jun|jul|aug|sep)[^\W\d_]*\.?"
_DAY: Final = pattern(
    rf"\d{{1,2}}(?:er|st|nd|rd|th)? {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?(?!\d)",
    re.IGNORECASE,
)


def _says(text: str, name: str) -> bool:
    return any(naming.holds_name(text, part) for part in naming.parts(name)[-1:])


def _lowered(text: str, clause: Clause) -> str:
    return text if clause and clause[0].kind in ("name", "quote") else text[:1].lower() + text[1:]


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
    if fact.implied and year and month and scene.document.published and year not in shown:
        shown = f"{shown} ({year})"
    return _HINTS[language].get({"md": "d", "y": "y"}.get(said, said), ""), shown


def written(scene: Scene, clause: Clause, value: Span, gap: str) -> str:
    """The words of a clause, with `gap` for the value."""
    text = ""
    before: Token | None = None
    done = False
    for token in clause:
        said = token.text
        if token.start < value.end and value.start < token.end:
            head = said[: max(0, value.start - token.start)]
            tail = said[value.end - token.start :] if value.end < token.end else ""
            said = head + ("" if done else gap) + tail
            if done and not said:
                before = token
                continue
            done = True
        text += _space(scene, before, token) + said
        before = token
    return text


def _space(scene: Scene, before: Token | None, token: Token) -> str:
    if before is None:
        return ""
    between = scene.document.article.text[before.end : token.start] if before.end <= token.start else "?"
    if between.strip() == "" and len(between) < 3:
        return " " if between else ""
    return (
        ""
        if token.text in ",.;:)" or (before.text[-1:] in "'’" and before.kind == "word") or before.text == "("
        else " "
    )


# --- tidying ----------------------------------------------------------------------------------------------------------


def _tidy(scene: Scene, clause: Clause, value: Span, language: str) -> Clause:
    """Weekdays and linking adverbs left out, the subject by its name."""
    return _named(
        scene, _told(_dated_again(scene, _plain(clause, value, language), value, language), language), language
    )


def _told(clause: Clause, language: str) -> Clause:
    """ "X told us Y" is "X said Y"."""
    for at, token in enumerate(clause[:-1]):
        if language == "en" and token.low == "told" and clause[at + 1].low in ("us", "me", "reporters"):
            return (*clause[:at], token._replace(text="said", low="said"), *clause[at + 2 :])
    return clause


def _dated_again(scene: Scene, clause: Clause, value: Span, language: str) -> Clause:
    """ "Last year" and "l'an passé" by the year that they mean, where the day of publication is known."""
    if not scene.document.published:
        return clause
    this = int(scene.document.published[:4])
    told = []
    for at, token in enumerate(clause):
        year = _YEARS[language].get(token.low.replace("’", "'"))
        if year is None or token.kind != "value" or token.start == value.start:
            told.append(token)
            continue
        follow = clause[at + 1].text[:1] if at + 1 < len(clause) else ""
        if follow in ("'", "’"):
            return clause
        joined = at and clause[at - 1].low in words.PREPOSITIONS[language]
        said = f"{this + year}" if joined else f"{'en' if language == 'fr' else 'in'} {this + year}"
        told.append(token._replace(text=said if at else capital(said), low=said))
    return tuple(told)


_YEARS: Final = {
    "fr": {"l'an dernier": -1, "l'an passé": -1, "l'année dernière": -1, "l'année passée": -1, "cette année": 0,
           "l'an prochain": 1, "l'année prochaine": 1},
    "en": {"last year": -1, "this year": 0, "next year": 1},
}  # fmt: skip


def _plain(clause: Clause, value: Span, language: str) -> Clause:
    kept: list[Token] = []
    skip = 0
    for at, token in enumerate(clause):
        follow = clause[at + 1].low if at + 1 < len(clause) else ""
        if skip:
            skip -= 1
            continue
        before = kept[-1].low if kept else ""
        if token.low in words.WEEKDAYS[language] and token.start != value.start:
            free = before not in words.DETERMINERS[language] | words.PREPOSITIONS[language] - {"on"} | {"last", "next"}
            if free and kept and follow not in ("dernier", "prochain", "week", "and", "or", "et", "ou", "à", "to"):
                if before == "on":
                    kept.pop()
                skip = follow in ("matin", "soir", "midi", "morning", "evening", "night", "afternoon")
                if kept and kept[-1].text == "," and at + 1 + skip < len(clause) and clause[at + 1 + skip].text == ",":
                    kept.pop()
                    skip += 1
                continue
        if kept and token.low in words.ADDED[language] and follow not in ("que", "qu'", "than", "grand"):
            continue
        if (kept and token.low == "par" and follow == "ailleurs") or (token.low == "en" and follow == "revanche"):
            skip = 1
            continue
        kept.append(token)
    return tuple(kept)


def _named(scene: Scene, clause: Clause, language: str) -> Clause:
    """A subject that is a pronoun or a bare role, by the name of whom it stands for, where that is certain."""
    said = subject(clause, language)
    if not said or any(token.kind in ("value", "quote") or token.text == "," for token in said):
        return clause
    if len(said) == 1 and said[0].kind == "name":
        party = naming.party_of(scene, said[0].text)
        if party is not None and party.kind == "person" and " " not in said[0].text:
            name = naming.called(scene, party)
            return (said[0]._replace(text=name, low=name.lower()), *clause[1:])
        return clause
    if any(token.kind == "name" for token in said):
        return clause
    bare = said[0].low in words.DETERMINERS[language] and len(said) < 4
    if not (len(said) == 1 and said[0].low in words.SUBJECTS[language]) and not bare:
        return clause
    referent = scene.people.resolve(Span(said[0].start, said[-1].end))
    if referent is None or not referent.named or referent.party is None:
        return clause
    if not bare and referent.party.plural != (said[0].low in ("ils", "elles", "they")):
        return clause
    name = naming.said(scene, naming.called(scene, referent.party))
    return (said[-1]._replace(text=name, low=name.lower(), kind="name"), *clause[len(said) :])


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
    sentence = sentence.strip().rstrip(".,;")
    if speech.is_whole(said[start:end]) and speech.is_sound(said[start:end].strip(), around):
        yield draft(scene, fact, "quoted-value", "", cloze(speech.attributed(scene, around.speaker, sentence)), value)


#: The end of a sentence within a quotation.
_STOP: Final = pattern(r"[.!?…]+\s+(?=[A-ZÀ-Ý“‘«\"])")
