"""The foot of the screen: the keys that do something now, as many as fit; and the list of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.terminal.draw import BLANK, DOT
from quiz.terminal.keys import KEYS, MORE
from quiz.terminal.paint import MARGIN, Fragment, Line, cells, flow

if TYPE_CHECKING:
    from quiz.answers.verdict import Mark
    from quiz.study.view import VerdictView, View
    from quiz.terminal.draw import First
    from quiz.words import Words


def foot(view: First | View, words: Words, width: int, *, menu: bool = False) -> Line:
    """One line: the keys that do something now, as many as fit; while asking, what kind of answer is wanted."""
    right = ""
    last: list[tuple[str, str]] = []
    if view.phase == "judged":
        items = _judged_keys(view, words)
        last = [("?", words.say("session.key-keys"))]
    elif menu:
        items = [(key.shown_judged, words.say(f"session.key-{key.name}")) for key in KEYS if len(key.asking) == 2]
    elif view.phase == "asking":
        items = [
            (key.shown_asking, words.say(f"session.key-{key.name}"))
            for key in KEYS
            if len(key.asking) == 1 and (key.name != "hint" or view.has_hint)
        ]
        last = [(MORE, words.say("session.key-more"))]
        # The language of the answer is said where it is not the one of everything else on the screen.
        spoken = (view.language,) if view.language != words.language else ()
        right = DOT.join((words.say(f"kind.{view.kind}"), *spoken))
    else:
        return ()
    items = [(named(key, words), label) for key, label in items]
    room = width - len(MARGIN) - sum(_size(item) for item in last) - cells(right)
    if not items or room < _size(items[0]):
        room, right = room + cells(right), ""
    kept: list[tuple[str, str]] = []
    for item in items:
        if _size(item) > room:
            break
        kept.append(item)
        room -= _size(item)
    line: list[Fragment] = [("", MARGIN)]
    for key, label in [*kept, *last]:
        line += [("key", key), ("dim", f" {label}"), ("", "   ")]
    if right:
        line += [("", " " * room), ("dim", right)]
    return tuple(line)


def named(key: str, words: Words) -> str:
    """A key as it is called on the keyboards of a language."""
    return words.say("session.enter") if key == "Enter" else key


def _size(item: tuple[str, str]) -> int:
    return cells(item[0]) + 1 + cells(item[1]) + 3


def _judged_keys(view: VerdictView, words: Words) -> list[tuple[str, str]]:
    items = []
    for key in KEYS:
        if not key.judged or key.name == "keys" or (key.name == "accept" and not view.can_teach):
            continue
        if key.name == "source" and not view.citations:
            continue
        label = f"session.key-{key.name}"
        if key.name == "overrule":
            label = f"session.key-overrule-{_way(view)}"
        items.append((key.shown_judged, words.say(label)))
    return items


def _way(view: VerdictView) -> Mark | str:
    """What one more overruling does, as the key is labelled."""
    from quiz.study.session import turned

    mark = turned(view.mark, view.counted)
    return "back" if mark == view.mark else mark


def keys(words: Words, width: int) -> list[Line]:
    """Every key, with what it does: those of the answer line, then those after a verdict."""
    asking = [(key.shown_asking, f"session.keys-{key.name}") for key in KEYS if len(key.asking) == 1]
    judged = [(key.shown_judged, f"session.keys-{key.name}") for key in KEYS if key.judged]
    letters = ", ".join(key.shown_judged for key in KEYS if len(key.asking) == 2)
    sections = {
        "session.keys-asking": [(key, words.say(what)) for key, what in asking]
        + [(MORE, words.say("session.keys-more", letters=letters))],
        "session.keys-judged": [(key, words.say(what)) for key, what in judged],
    }
    wide = max(cells(named(key, words)) for rows in sections.values() for key, _ in rows)
    lines: list[Line] = []
    for head, rows in sections.items():
        lines += [BLANK, (("", MARGIN), ("dim", words.say(head)))]
        for key, what in rows:
            name = named(key, words)
            label = [("key", name), ("", " " * (wide - cells(name) + 3))]
            lines += flow([("", what)], width, MARGIN * 2, " " * (len(MARGIN) * 2 + wide + 3), label)
    return [*lines, BLANK]
