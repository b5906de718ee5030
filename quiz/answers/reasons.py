"""Every reason that a verdict or a check can give, and the facts that its sentence names (`[reason]` in words/)."""

from __future__ import annotations

from typing import Final

from quiz.answers import amount, date

#: Code → names of its facts. Numbers, amounts and dates list theirs beside their grammar.
REASONS: Final[dict[str, tuple[str, ...]]] = {
    # before and after all kinds
    "nothing-typed": (),
    "other-card": ("question",),
    "outdated": ("as_of",),
    "outdated-undated": (),
    # plain answers
    "no-answer": (),
    "typo": (),
    "extra-words": (),
    "incomplete": (),
    # people and organisations
    "no-name": ("answer",),
    "spelling": ("answer",),
    "other-name": ("answer",),
    "other-person": (),
    "other-surname": (),
    "other-first-name": ("answer",),
    "other-middle-name": ("answer",),
    "first-name-only": ("answer",),
    "surname-only": ("answer",),
    "surname-shared": ("answer", "other"),
    "role-only": ("answer",),
    "acronym": ("answer",),
    "in-question": (),
    "head-only": ("answer",),
    "other-head": ("answer",),
    "whose": ("answer", "typed"),
    # quotes
    "no-words": (),
    "words": ("percent",),
    "negation": (),
    "wrong-number": ("answer", "typed"),
    # choices
    "too-few-options": (),
    "same-options": ("option",),
    "other-option": ("option",),
    "no-such-option": ("count",),
    "no-option": (),
    # lists
    "too-few-items": (),
    "same-items": ("item",),
    "intruders": ("items", "count"),
    "missing": ("items", "count"),
    "near-items": ("items", "count"),
    "order": ("count",),
    # clozes
    "no-gap": (),
    "gap-empty": ("gap",),
    "gap-unclosed": ("gap",),
    "gap-missing": ("number", "answer"),
    "gap-close": ("number", "answer"),
    "gap-wrong": ("number", "answer"),
    "too-many-parts": ("count",),
    # dates, amounts and numbers
    **dict.fromkeys(date.REASONS, ()),
    **amount.REASONS,
}
