"""Where an answer is proved, as styled lines: the words marked in their sentence, its neighbours dimmed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from quiz.problem import Problem
from quiz.terminal.draw import quoted
from quiz.terminal.paint import MARGIN, Fragment, Line, cells, flow
from quiz.words.safe import safe

if TYPE_CHECKING:
    from quiz.derive.excerpt import Excerpt
    from quiz.study.view import VerdictView
    from quiz.words import Words

#: Of a neighbouring sentence no more is shown than this, at its near end.
NEIGHBOUR: Final = 320
#: The sentences for what cannot be shown. Any other problem of a text is said as it is.
WITHOUT: Final = {
    "source-text-missing": "session.text-missing",
    "source-text-changed": "session.text-changed",
    "evidence-not-found": "session.text-without",
}


def source(
    view: VerdictView, found: Sequence[Excerpt | Problem], words: Words, width: int, *, brackets: bool = False
) -> list[Line]:
    """All that proves the answer: each source with its paragraph, and the words in their sentence if it is at hand.

    `found` are the places of the card's evidence; the sources that no evidence names come behind them.
    """
    lines: list[Line] = []
    for number, citation in enumerate(view.citations):
        seen = found[number] if number < len(found) else None
        if number:
            lines.append(())
        there = None if isinstance(seen, Problem) else seen
        paragraph = there.paragraph if there else citation.paragraph
        title = where(citation.title or citation.source, citation.author, paragraph, words)
        lines += flow([("strong", title)], width)
        if there:
            lines += [(), *place(there, width, brackets=brackets)]
            continue
        lines += flow([("", quoted(citation.words, words))], width) if citation.words else []
        lines += flow([("", safe(citation.url))], width) if citation.url else []
        lines += flow([("dim", why_not(seen, words))], width) if isinstance(seen, Problem) else []
    return lines


def where(title: str, author: str, paragraph: int, words: Words) -> str:
    """The source and the paragraph in a few words."""
    parts = [safe(title), safe(author), words.say("session.paragraph", number=paragraph) if paragraph else ""]
    return " · ".join(part for part in parts if part)


def place(
    seen: Excerpt, width: int, label: str = "", *, neighbour: int = NEIGHBOUR, brackets: bool = False
) -> list[Line]:
    """The sentence with its words marked, between its neighbours; of these, `neighbour` characters at most.

    `label` stands before its paragraph, and all else below it. `brackets` mark the words where no style can.
    """
    indent = MARGIN + " " * cells(label)
    pieces: list[Fragment] = []
    for text, words in seen.pieces:
        told = safe(text)
        pieces.append(("mark" if words else "", f"[{told}]" if words and brackets else told))
    before: list[Fragment] = [("dim", safe(_end(seen.before, neighbour)))] if seen.before else []
    after: list[Fragment] = [("dim", safe(_beginning(seen.after, neighbour)))] if seen.after else []
    if before and not seen.apart_before:
        pieces = [*before, ("", " "), *pieces]
    if after and not seen.apart_after:
        pieces = [*pieces, ("", " "), *after]
    head: list[Fragment] = [("dim", label)] if label else []
    lines = flow(before, width, indent) if before and seen.apart_before else []
    lines += flow(pieces, width, MARGIN, indent, head)
    return lines + (flow(after, width, indent) if after and seen.apart_after else [])


def _end(text: str, most: int) -> str:
    return f"…\u00a0{text[-most:].partition(' ')[2]}" if len(text) > most else text


def _beginning(text: str, most: int) -> str:
    return f"{text[:most].rpartition(' ')[0]}\u00a0…" if len(text) > most else text


def why_not(problem: Problem, words: Words) -> str:
    """Why the sentence is not shown, in a few words."""
    known = WITHOUT.get(problem.code)
    return words.say(known) if known else words.say(f"problem.{problem.code}", **problem.facts)
