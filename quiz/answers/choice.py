"""A choice among options: by number, by letter or by text."""

from __future__ import annotations

import re
from typing import Final

from quiz.answers.verdict import Answer, Asked, Reason, Verdict
from quiz.answers.wording import canonical
from quiz.language.pattern import pattern
from quiz.language.text import fold, plain, words

_NAMED: Final = pattern(r"[(\[]?([a-z]|\d{1,2})\s*[)\].:=-]+\s*(\S.*)", re.IGNORECASE | re.DOTALL)
_ORDINAL: Final = pattern(r"(?:(?:la|le|the)\s+)?(\d{1,2})e(?:\s+(?:option|reponse|answer|choix|choice|1))?")
_PICK: Final = pattern(
    r"(?:(?:la|le|the)\s+)?(?:option|reponse|answer|choix|choice|numero|number|no|n°|#|la|le|the)?\s*[(\[]?([a-z]|\d{1,2})[)\].:]*",
    re.IGNORECASE,
)


def check(answer: Answer, language: str) -> tuple[Reason, ...]:  # noqa: ARG001
    """A choice has the right answer and at least one other option, all of them different."""
    if not answer.text.strip():
        return (Reason("no-answer"),)
    keys = [plain(option) for option in answer.options]
    twice = next((option for option, key in zip(answer.options, keys, strict=True) if keys.count(key) > 1), None)
    if twice is not None:
        return (Reason("same-options", {"option": twice}),)
    return () if set(keys) - {plain(answer.text)} else (Reason("too-few-options"),)


def show(answer: Answer, language: str) -> str:  # noqa: ARG001
    """The right option as it was written."""
    return answer.text


def options(answer: Answer, asked: Asked) -> tuple[str, ...]:
    """The options in the order in which they were shown; else as written, the right one first if it is not there."""
    if asked.shown_options:
        return asked.shown_options
    right = plain(answer.text)
    if any(plain(option) == right for option in answer.options):
        return answer.options
    return (answer.text, *answer.options)


def grade(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """The option whose text was typed, else the one of that number or letter, else the one that it can only mean."""
    shown = options(answer, asked)
    chosen = _chosen(answer, shown, typed, asked)
    if isinstance(chosen, Verdict):
        return chosen
    if plain(chosen) == plain(answer.text):
        return Verdict("right")
    return Verdict("wrong", (Reason("other-option", {"option": chosen}),))


def _chosen(answer: Answer, shown: tuple[str, ...], typed: str, asked: Asked) -> str | Verdict:
    said = plain(typed)
    keys = [plain(option) for option in shown]
    if said in keys:
        return shown[keys.index(said)]
    pick = _PICK.fullmatch(fold(typed))
    if pick and (place := _place(pick[1], shown)) is not None:
        return shown[place]
    if (named := _NAMED.fullmatch(fold(typed))) and (place := _place(named[1], shown)) is not None:
        if plain(named[2]) == keys[place]:
            return shown[place]
        if plain(named[2]) in keys:
            return Verdict("wrong", (Reason("other-option", {"option": shown[place]}),))
    row = canonical((*words(typed), "1"))[:-1] if typed.strip()[:1].isalnum() else ()
    counted = _ORDINAL.fullmatch(" ".join(row))
    if (counted or (len(row) == 1 and row[0].isdigit())) and 0 < (at := int(counted[1] if counted else row[0])) <= len(
        shown
    ):
        return shown[at - 1]
    meant = [option for option, key in zip(shown, keys, strict=True) if len(said) >= 3 and key.startswith(said)]
    if len(meant) == 1 and _whole_words(plain(meant[0]), said):
        return meant[0]
    return _by_kind(shown, answer, typed, asked, out_of_range=bool(pick))


def _place(pick: str, shown: tuple[str, ...]) -> int | None:
    place = int(pick) - 1 if pick.isdigit() else ord(pick.lower()) - ord("a")
    return place if 0 <= place < len(shown) else None


def _by_kind(shown: tuple[str, ...], answer: Answer, typed: str, asked: Asked, *, out_of_range: bool) -> str | Verdict:
    """Each option graded as the kind that it is: one that is right is chosen, one that is close is close."""
    from quiz.answers.kinds import KINDS, judge, kind_of

    bare = Asked(language=asked.language)
    verdicts = []
    for option in shown:
        kind = kind_of(option, asked.language)
        verdicts.append((judge(Answer(kind, option), typed, bare), option, kind))
    rights = [option for verdict, option, _ in verdicts if verdict.mark == "right"]
    if len(rights) == 1:
        return rights[0]
    near = [(option, kind) for verdict, option, kind in verdicts if verdict.mark == "close"]
    if len(near) == 1 and not rights:
        option, kind = near[0]
        same = plain(option) == plain(answer.text)
        verdict = KINDS[kind].grade(Answer(kind, option), typed, bare)
        if {reason.code for reason in verdict.reasons} <= {"no-unit", "no-currency"}:
            return option  # the options show what is counted
        return verdict if same else option
    if out_of_range:
        return Verdict("wrong", (Reason("no-such-option", {"count": len(shown)}),))
    return Verdict("wrong", (Reason("no-option"),))


def _whole_words(text: str, start: str) -> bool:
    return len(text) == len(start) or not text[len(start)].isalnum()
