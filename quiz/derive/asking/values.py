"""Dates, amounts, counts, percentages and durations: the clause in which they stand, with a gap in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quiz.derive.asking import naming, words
from quiz.derive.asking.clauses import Clause, clauses, subject
from quiz.derive.asking.drafts import capital, cloze, draft, quoted
from quiz.derive.asking.sentence import Token
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.derive.fact import Fact, Span

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
    value = place(fact)
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
            named = naming.french(scene, fact.attribution) if language == "fr" else fact.attribution
            text = _SOURCE[language].format(named) + _lowered(text, clause)
        yield draft(scene, fact, "clause", "", cloze(capital(text) + "."), value)


def place(fact: Fact) -> Span:
    """Where the value itself stands: of a count the figure with its bound, without the noun."""
    read = fact.reading
    if (
        fact.kind in ("count", "date")
        and read is not None
        and fact.start - 30 <= read.start <= fact.start < read.end <= fact.end
    ):
        return Span(read.start, read.end)
    return Span(fact.start, fact.end)


def _says(text: str, name: str) -> bool:
    return any(naming.holds_name(text, part) for part in naming.parts(name)[-1:])


def _lowered(text: str, clause: Clause) -> str:
    return text if clause and clause[0].kind in ("name", "quote") else text[:1].lower() + text[1:]


def _gap(scene: Scene, fact: Fact, value: Span, language: str) -> str:
    shown = scene.document.words(value)
    hint = _HINTS[language].get(fact.kind, "")
    if fact.kind == "date" and fact.reading is not None:
        date = fact.reading.value
        if getattr(date, "end", None) is None:
            said = ("" if fact.implied else "y") + ("m" if date.month else "") + ("d" if date.day else "")
            hint = _HINTS[language].get("d" if said == "md" else said, "")
            if fact.implied and scene.document.published and date.year and str(date.year) not in shown:
                shown = f"{shown} ({date.year})"
    return f"{{{{{KINDS[fact.kind]}: {shown}{'::' + hint if hint else ''}}}}}"


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
    return _named(scene, _possessed(_plain(clause, value, language), language), language)


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


def _possessed(clause: Clause, language: str) -> Clause:
    """ "Son président, Hervé Castaing, redoute" → "Hervé Castaing redoute"."""
    commas = [at for at, token in enumerate(clause[:12]) if token.text == ","]
    if clause and clause[0].low in words.POSSESSIVES[language] and len(commas) > 1:
        inside = clause[commas[0] + 1 : commas[1]]
        if 0 < len(inside) < 4 and all(token.kind == "name" for token in inside):
            return (*inside, *clause[commas[1] + 1 :])
    return clause


def _named(scene: Scene, clause: Clause, language: str) -> Clause:
    """A subject that is a pronoun or a bare role, by the name of whom it stands for, where that is certain."""
    said = subject(clause, language)
    if not said or any(token.kind in ("name", "value", "quote") or token.text == "," for token in said):
        return clause
    bare = said[0].low in words.DETERMINERS[language] and len(said) < 4
    if not (len(said) == 1 and said[0].low in words.SUBJECTS[language]) and not bare:
        return clause
    referent = scene.people.resolve(Span(said[0].start, said[-1].end))
    if referent is None or not referent.named:
        return clause
    name = naming.french(scene, referent.name) if language == "fr" else referent.name
    return (said[-1]._replace(text=name, low=name.lower(), kind="name"), *clause[len(said) :])


# --- values that were said --------------------------------------------------------------------------------------------


def _quoted(scene: Scene, fact: Fact, value: Span, around: Fact) -> Iterator[Draft]:
    """A value within a quotation: its sentence in marks, after the name of who said it."""
    language = scene.document.language
    if not around.speaker or not naming.is_named(scene, around.speaker):
        return
    text = scene.document.article.text
    start = max(around.start, *(match.end() for match in re.finditer(r"[.!?…]\s+", text[: value.start])), 0)
    stop = re.compile(r"[.!?…](?=\s|$)|$").search(text, value.end, around.end)
    end = min(stop.end() if stop else around.end, around.end)
    said = text[start : value.start] + _gap(scene, fact, value, language) + text[value.end : end]
    said = said.strip().rstrip(".,;")
    who = naming.french(scene, around.speaker) if language == "fr" else around.speaker
    line = f"{capital(who)} : {quoted(said, 'fr')}" if language == "fr" else f"{capital(who)}: {quoted(said, 'en')}"
    yield draft(scene, fact, "quoted-value", "", cloze(line), value)
