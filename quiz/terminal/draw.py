"""Views as styled lines: the same words in the drawn face and in the scrollback. Knows no prompt_toolkit and no clock.

The first question is drawn before anything else is loaded, from a row of the library's index: it is a `First`, and
stands in for a view until there is a session. So views are told apart by their `phase`, not by their classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from quiz.terminal.paint import MARGIN, Fragment, Line, cells, flow, spread
from quiz.words.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.answers.verdict import Reason
    from quiz.problem import Problem
    from quiz.study.session import Action
    from quiz.study.view import Citation, QuestionView, VerdictView
    from quiz.words import Words

BLANK: Final[Line] = ()
SIGNS: Final = {"right": "✓", "close": "≈", "wrong": "✗"}
DOT: Final = " · "
#: On a terminal narrower than this, what belongs together is indented, not aligned in columns.
ROOMY: Final = 56


class First(NamedTuple):
    """The first question as it is drawn before there is a session: as much of a `QuestionView` as that needs."""

    identity: str
    deck_title: str
    topic: str
    number: int
    total: int
    seconds_left: float
    kind: str
    language: str
    question: str
    options: tuple[str, ...]
    has_hint: bool
    hint: str | None = None
    comes_back: bool = False
    former: tuple[str, str] = ("", "")

    @property
    def phase(self) -> Literal["asking"]:
        """As a view has it."""
        return "asking"


def question(asking: First | QuestionView, words: Words, width: int) -> list[Line]:
    """The head (deck, topic, progress, time left), the question, what the answer was, the options of a choice."""
    left = [text for text in (safe(asking.deck_title), safe(asking.topic)) if text]
    if asking.comes_back:
        left.append(words.say("session.comes-back"))
    lines: list[Line] = [
        BLANK,
        *spread([("dim", DOT.join(left))], [("dim", progress(asking, words))], width),
        BLANK,
        *flow([("question", safe(asking.question))], width),
    ]
    if asking.former[0]:
        lines += flow([("dim", former(asking, words, "former"))], width)
    for letter, option in zip("abcdefghijklmnopqrstuvwxyz", asking.options, strict=False):
        lines.extend(flow([("key", f"{letter})"), ("", f" {safe(option)}")], width, MARGIN * 2, MARGIN * 2 + "   "))
    return [*lines, BLANK]


def former(asking: First | QuestionView, words: Words, key: str) -> str:
    """What the answer was before it changed, and when: `it was 42,000 dollars (2023); and now?`."""
    was, as_of = asking.former
    return words.say(f"session.{key}" if as_of else f"session.{key}-undated", answer=was, as_of=as_of)


def progress(asking: First | QuestionView, words: Words) -> str:
    """How far the session is, and how long the rest takes: `7 of 20 · 6 min left`."""
    minutes = round(asking.seconds_left / 60)
    left = words.say("session.minutes-left", minutes=minutes) if minutes else words.say("session.last-minute")
    return DOT.join((words.say("session.progress", number=asking.number, total=asking.total), left))


def hint(view: First | QuestionView, words: Words, width: int) -> list[Line]:
    """The hint, or that there is none."""
    text = words.say("session.hint", hint=view.hint) if view.hint else words.say("session.no-hint")
    return flow([("dim", text)], width)


def verdict(view: VerdictView, words: Words, width: int) -> list[Line]:
    """The mark, the right answer, what was typed and why it was judged so, when it comes back, and the proof."""
    label = f"{SIGNS[view.mark]} {words.say(f'session.mark-{view.mark}')}"
    widest = 2 + max(cells(words.say(f"session.mark-{mark}")) for mark in SIGNS)
    indent = " " * (len(MARGIN) + widest + 3) if width >= ROOMY else MARGIN * 2
    gap = " " * ((widest if width >= ROOMY else cells(label)) + 3 - cells(label))
    head: list[Fragment] = [(view.mark, label), ("", gap)]
    lines = flow(right_answer(view), width, MARGIN, indent, head)
    lines += flow(joined([*_written(view, words), *_consequences(view, words)]), width, indent)
    proof = [flow(citation_of(citation, words), width, indent) for citation in view.citations if citation.words]
    extras = [text for text in (_note(view), _as_of(view, words)) if text]
    if proof or extras:
        lines.append(BLANK)
        lines += [line for lines_of_one in proof for line in lines_of_one]
        for text in extras:
            lines += flow([("dim", text)], width, indent)
    return [*lines, BLANK]


def right_answer(view: VerdictView) -> list[Fragment]:
    """The right answer, with what the learner's line lacked underlined where there is a diff."""
    pieces = [piece for piece in view.diff if piece.state != "extra"]
    if view.mark != "right" and pieces and any(piece.state == "missing" for piece in pieces):
        return [("strong" if piece.state == "same" else "missing", safe(piece.text)) for piece in pieces]
    return [("strong", safe(view.shown_answer))]


def _written(view: VerdictView, words: Words) -> list[list[Fragment]]:
    """What was typed, where it differs from what is shown; with its superfluous parts struck where there is a diff."""
    if view.gave_up or (view.mark == "right" and view.typed.strip() == view.shown_answer):
        return []
    before, _, behind = words.say("session.you-wrote", typed="\0").partition("␀")
    pieces = [piece for piece in view.diff if piece.state != "missing"]
    typed: list[Fragment]
    if view.mark != "right" and any(piece.state == "extra" for piece in pieces):
        typed = [("" if piece.state == "same" else "extra", safe(piece.text)) for piece in pieces]
    else:
        typed = [("", safe(view.typed))]
    return [[("dim", before), *typed, ("dim", behind)]]


def _consequences(view: VerdictView, words: Words) -> list[list[Fragment]]:
    said: list[str] = [reason_of(reason, words) for reason in view.reasons]
    if view.told_rating:
        said.append(words.say(f"session.counted-{view.told_rating}"))
    said.append(again(view.again_in, words))
    return [[("", text)] for text in said]


def joined(parts: list[list[Fragment]]) -> list[Fragment]:
    """Parts of a line with a dot between them."""
    out: list[Fragment] = []
    for number, part in enumerate(parts):
        if number:
            out.append(("dim", DOT))
        out.extend(part)
    return out


def reason_of(reason: Reason, words: Words) -> str:
    """The sentence of one reason."""
    return words.say(f"reason.{reason.code}", **reason.facts)


def again(days: int, words: Words) -> str:
    """When the card comes back, in the unit that people would use."""
    if days == 0:
        return words.say("session.again-session")
    if days == 1:
        return words.say("session.again-tomorrow")
    if days < 60:
        return words.say("session.again-days", days=days)
    if days < 700:
        return words.say("session.again-months", months=round(days / 30.44))
    return words.say("session.again-years", years=round(days / 365.25))


def citation_of(citation: Citation, words: Words) -> list[Fragment]:
    """The words that prove the answer, their source and paragraph."""
    where = [safe(citation.title or citation.source)]
    if citation.paragraph:
        where.append(words.say("session.paragraph", number=citation.paragraph))
    return [("dim", f"{quoted(citation.words, words)} — {', '.join(where)}")]


def quoted(text: str, words: Words) -> str:
    """Words of a source between the quotation marks of the program's language."""
    return f"« {safe(text)} »" if words.language == "fr" else f"“{safe(text)}”"


def _note(view: VerdictView) -> str:
    return safe(view.note)


def _as_of(view: VerdictView, words: Words) -> str:
    return words.say("session.as-of", date=view.as_of) if view.as_of else ""


def overruled(view: VerdictView, words: Words, width: int) -> list[Line]:
    """What an overruling changed."""
    key = f"session.counted-{view.counted}" if view.overruled else "session.counted-back"
    return [*flow(joined([[("key", words.say(key))], [("", again(view.again_in, words))]]), width), BLANK]


def accepted(words: Words, width: int) -> list[Line]:
    """What a deck learned."""
    return flow([("key", words.say("session.accepted"))], width)


def overruling_undone(view: VerdictView, words: Words, width: int) -> list[Line]:
    """The verdict that counts again, when the learner had gone on already: said from the beginning."""
    asked = flow([("question", safe(view.question))], width)
    counts = overruled(view, words, width) if view.overruled else []
    said = (("", MARGIN), ("dim", words.say("session.undone-overruling")))
    return [BLANK, said, BLANK, *asked, BLANK, *verdict(view, words, width), *counts]


def done(action: Action, words: Words) -> list[Line]:
    """The line that says what a key did, where the next question alone would not."""
    name = {"Undo": "undone", "Skip": "skipped", "Suspend": "suspended", "Bury": "buried"}.get(type(action).__name__)
    return [BLANK, (("", MARGIN), ("dim", words.say(f"session.{name}")))] if name else []


def problems(found: Iterable[Problem], words: Words, width: int) -> list[Line]:
    """Problems and their remedies, as lines of the screen."""
    lines: list[Line] = []
    for problem in found:
        lines += flow([("wrong", words.say(f"problem.{problem.code}", **problem.facts))], width)
        if words.has(f"remedy.{problem.code}"):
            lines += flow([("", words.say(f"remedy.{problem.code}", **problem.facts))], width)
    return lines
