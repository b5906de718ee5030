"""Wrong options for a choice: of the kind of the right one, near enough to be believed, and never true too."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from quiz.answers.kinds import grade
from quiz.answers.verdict import Answer, Asked
from quiz.derive.asking import naming
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.derive.exam.told import told
from quiz.derive.fact import Fact
from quiz.language import money, numbers
from quiz.language.pattern import pattern

#: How many wrong options a choice has, and with how few it is none.
OPTIONS: Final = 3
LEAST: Final = 2
#: Words from which on a name is chosen rather than typed.
LONG: Final = 4
#: Amounts differ by a fifth at least, and by thirty times at most.
NEAREST: Final = Fraction(6, 5)
FARTHEST: Final = 30
_FIGURE: Final = pattern(r"\d[\d\u00a0\u202f .,]*\d|\d")


def options(draft: Draft, scene: Scene, deck_facts: Sequence[Fact]) -> tuple[str, ...]:
    """Three wrong options for the answer of a draft, or () where fewer than two are sure to be wrong."""
    said = told(draft)
    makers = {"person": _people, "date": _dates, "money": _amounts, "number": _amounts}
    maker = makers.get(said.kind)
    if maker is None:
        return ()
    found: list[str] = []
    for one in maker(draft, scene, deck_facts):
        if len(found) == OPTIONS:
            break
        if _wrong(draft, one) and all(_differ(draft, one, other) for other in found):
            found.append(one)
    return tuple(found) if len(found) >= LEAST else ()


def choices(drafts: Sequence[Draft], scene: Scene, deck_facts: Sequence[Fact]) -> tuple[Draft, ...]:
    """Choices instead of what nobody likes to type: names of four words or more, "the lawyers of X"."""
    long = (
        one
        for one in drafts
        if not one.rejected and one.answer.kind == "person" and len(one.answer.text.split()) >= LONG
    )
    return tuple(found for one in long if (found := as_choice(one, scene, deck_facts)) is not None)


def as_choice(draft: Draft, scene: Scene, deck_facts: Sequence[Fact]) -> Draft | None:
    """The draft as a choice: the options with the right one among them, numbers and dates in order, others by seed."""
    wrong = options(draft, scene, deck_facts)
    said = told(draft)
    if not wrong or draft.answer.kind == "cloze":
        return None
    every = [said.answer, *wrong]
    if said.kind in ("money", "number", "date"):
        every.sort(key=lambda one: _order(one, said.kind, draft.language))
    else:
        every.sort(key=lambda one: hashlib.sha256(f"{draft.question}\n{one}".encode()).digest())
    return replace(draft, answer=Answer("choice", said.answer, options=tuple(every)))


def _wrong(draft: Draft, text: str) -> bool:
    """Whether the grader calls it wrong, and the question does not hold it."""
    said = told(draft)
    right = Answer(said.kind, said.answer)
    if said.kind == "person" and any(naming.holds_name(said.asked, part) for part in naming.parts(text)):
        return False
    return grade(right, text, Asked(draft.language, said.asked)).mark == "wrong"


def _differ(draft: Draft, one: str, other: str) -> bool:
    kind = told(draft).kind
    return grade(Answer(kind, one), other, Asked(draft.language)).mark == "wrong"


# --- people -----------------------------------------------------------------------------------------------------------


def _people(draft: Draft, scene: Scene, deck_facts: Sequence[Fact]) -> Iterator[str]:
    """Of the lawyers of X first X himself; then those who speak in the article, then those of the deck."""
    right = told(draft).answer
    for name in naming.names(scene):
        party = naming.party_of(scene, name)
        if party is not None and party.name == name and name != right and naming.holds_name(right, name):
            yield name
    here = [fact.speaker for fact in deck_facts if fact.article == draft.fact.article]
    there = [fact.speaker for fact in deck_facts if fact.article != draft.fact.article]
    person = naming.party_of(scene, right)
    for name in dict.fromkeys((*here, *there)):
        if (
            not _NAME.fullmatch(name)
            or (" " not in name and name not in naming.names(scene))
            or naming.holds_name(right, name)
            or naming.holds_name(name, right)
        ):
            continue
        party = naming.party_of(scene, name)
        if person is None or party is None or party.kind == person.kind:
            yield name


#: A name: its words have capitals, but for particles.
_NAME: Final = pattern(
    r"(?:[A-ZÀ-Ý][\w'’.&-]*)(?: (?:[A-ZÀ-Ý][\w'’.&-]*|&|of|the|and|for|de|du|des|la|le|les|l['’]\w+|d['’]\w+"
    r"|van|von|et))*"
)


# --- dates ------------------------------------------------------------------------------------------------------------


def _dates(draft: Draft, scene: Scene, deck_facts: Sequence[Fact]) -> Iterator[str]:  # noqa: ARG001
    """Other dates of the deck that are as precise, written alike; then the same day a month, a year or a week off."""
    iso = draft.fact.iso
    shape = re.sub(r"\d", "0", iso)
    right = told(draft).answer
    true = {fact.iso for fact in deck_facts if fact.kind == "date" and fact.sentence == draft.fact.sentence}
    for fact in deck_facts:
        alike = fact.kind == "date" and re.sub(r"\d", "0", fact.iso) == shape and not fact.relative
        if alike and fact.iso not in true and fact.implied == draft.fact.implied:
            yield _dated(right, fact.iso, draft.language)
    yield from (_dated(right, moved, draft.language) for moved in _moved(iso) if moved not in true)


def _moved(iso: str) -> Iterator[str]:
    """The same date somewhat earlier and later, in an order that depends on the date alone."""
    parts = [int(part) for part in iso.split("-")] if re.fullmatch(r"\d{4}(-\d\d){0,2}", iso) else []
    if len(parts) == 1:
        yield from (f"{parts[0] + step:04d}" for step in (-1, 1, -3, 2))
    elif len(parts) == 2:
        for step in (-1, 1, -2, 12):
            months = parts[0] * 12 + parts[1] - 1 + step
            yield f"{months // 12:04d}-{months % 12 + 1:02d}"
    elif len(parts) == 3:
        for days in (-7, 30, -30, 365):
            yield (date(*parts) + timedelta(days)).isoformat()


def _dated(right: str, iso: str, language: str) -> str:
    """An ISO date in words, as the right answer is written: with its year in parentheses where that one has it so."""
    year, *rest = iso.split("-")
    words = []
    if rest:
        month = naming.MONTHS[language][int(rest[0]) - 1]
        day = str(int(rest[1])) if len(rest) > 1 else ""
        if language == "fr":
            words = ([f"{day}er" if day == "1" else day] if day else []) + [month]
        else:
            words = [month, day] if day and not right[:1].isdigit() else [day, month] if day else [month]
    if re.search(r"\(\d{4}\)$", right):
        return f"{' '.join(words)} ({year})"
    if words and not re.search(r"\d{4}", right):
        return " ".join(words)
    joint = ", " if language == "en" and len(words) == 2 and words[1].isdigit() else " "
    return joint.join([" ".join(words), year]) if words else year


# --- amounts ----------------------------------------------------------------------------------------------------------


def _amounts(draft: Draft, scene: Scene, deck_facts: Sequence[Fact]) -> Iterator[str]:  # noqa: ARG001
    """Amounts of the deck with the same currency, unit and rate; then a slip of scale or of digits, as round."""
    right = told(draft).answer
    value = _value(right, draft)
    figure = _FIGURE.search(right)
    if value is None or figure is None or value == 0:
        return
    for fact in deck_facts:
        same = (fact.kind, fact.currency, fact.unit, fact.rate) == (
            draft.fact.kind, draft.fact.currency, draft.fact.unit, draft.fact.rate,
        )  # fmt: skip
        other = _value(fact.surface, draft) if same else None
        if other and NEAREST <= max(other, value) / min(other, value) <= FARTHEST:
            yield fact.surface
    for written in _slips(figure[0]):
        yield right[: figure.start()] + written + right[figure.end() :]


def _slips(figure: str) -> Iterator[str]:
    """The figure with its first digits swapped, doubled, halved: as many digits, as round, a fifth apart or more."""
    digits = [at for at, char in enumerate(figure) if char.isdigit()]
    if len(digits) > 1 and figure[digits[0]] != figure[digits[1]] and figure[digits[1]] != "0":
        swapped = list(figure)
        swapped[digits[0]], swapped[digits[1]] = swapped[digits[1]], swapped[digits[0]]
        yield "".join(swapped)
    lead = int(figure[digits[0]])
    for step in (2, -2, 4, -3, 3):
        if 0 < lead + step < 10:
            yield figure[: digits[0]] + str(lead + step) + figure[digits[0] + 1 :]


def _value(text: str, draft: Draft) -> Fraction | None:
    kind = told(draft).kind
    if kind == "money":
        read = money.parse(text, draft.language)
        return read[0].value.amount if read else None
    count = numbers.parse(text, draft.language)
    return count[0].value.value if count else None


def _order(text: str, kind: str, language: str) -> tuple[Fraction, str]:
    if kind == "money":
        amounts = money.parse(text, language)
        return (amounts[0].value.amount if amounts else Fraction(0), text)
    if kind == "number":
        count = numbers.parse(text, language)
        return (count[0].value.value if count else Fraction(0), text)
    from quiz.language import dates

    read = dates.parse(text, language)
    value = read[0].value if read else None
    return (
        Fraction((value.year or 0) * 10000 + (value.month or 0) * 100 + (value.day or 0)) if value else Fraction(0),
        text,
    )
