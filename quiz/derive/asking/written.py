"""Tokens back to words, with a gap for a value."""

from __future__ import annotations

from quiz.derive.asking.commas import Clause
from quiz.derive.asking.sentence import Token
from quiz.derive.document import Scene
from quiz.derive.fact import Span


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
