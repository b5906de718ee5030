"""Where an answer is proved, as styled lines: the words marked in their sentence, its neighbours dimmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from quiz.problem import Problem
from quiz.terminal.draw import quoted
from quiz.terminal.paint import MARGIN, Fragment, Line, flow
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


def place(seen: Excerpt, width: int, indent: str = MARGIN, *, brackets: bool = False) -> list[Line]:
    """The sentence with its words marked, between its neighbours. `brackets` mark the words where no style can."""
    paragraphs: list[list[Fragment]] = [[]]
    for style, text, apart in _parts(seen, brackets=brackets):
        if apart and paragraphs[-1]:
            paragraphs.append([])
        paragraphs[-1].append((style, text))
    return [line for one in paragraphs for line in flow(one, width, indent)]


def _parts(seen: Excerpt, *, brackets: bool) -> Iterator[tuple[str, str, bool]]:
    """Each part with its style, and whether another paragraph begins with it."""
    if seen.before:
        short = len(seen.before) > NEIGHBOUR
        text = f"…\u00a0{seen.before[-NEIGHBOUR:].partition(' ')[2]}" if short else seen.before
        yield "dim", f"{safe(text)} ", False
    for number, (text, words) in enumerate(seen.pieces):
        told = safe(text)
        yield "mark" if words else "", f"[{told}]" if words and brackets else told, not number and seen.apart_before
    if seen.after:
        short = len(seen.after) > NEIGHBOUR
        text = f"{seen.after[:NEIGHBOUR].rpartition(' ')[0]}\u00a0…" if short else seen.after
        yield "dim", f" {safe(text)}", seen.apart_after


def why_not(problem: Problem, words: Words) -> str:
    """Why the sentence is not shown, in a few words."""
    known = WITHOUT.get(problem.code)
    return words.say(known) if known else words.say(f"problem.{problem.code}", **problem.facts)
