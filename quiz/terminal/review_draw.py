"""Drafts as styled lines: what is asked, what is right, where it stands, what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quiz.problem import Problem
from quiz.terminal import proof
from quiz.terminal.draw import BLANK, DOT, quoted
from quiz.terminal.foot import named
from quiz.terminal.keys import REVIEW_KEYS
from quiz.terminal.paint import MARGIN, Fragment, Line, cells, flow, spread
from quiz.words.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quiz.derive.excerpt import Excerpt
    from quiz.study.review_view import DraftView, EndView
    from quiz.study.view import Citation
    from quiz.words import Words

    Found = Sequence[Excerpt | Problem]

#: Of a neighbouring sentence no more is shown than this: the draft is to be seen whole.
NEIGHBOUR: Final = 140
INNER: Final = MARGIN * 2
#: Between two keys at the foot.
GAP: Final = 3


def draft(seen: DraftView, found: Found, words: Words, width: int) -> list[Line]:
    """All there is to decide by: question and answer, the sentence they come from, what the rules say."""
    head = DOT.join((words.say("session.progress", number=seen.number, total=seen.total), kind(seen, words)))
    lines: list[Line] = [BLANK, *spread([("dim", safe(seen.deck_title))], [("dim", head)], width), BLANK]
    lines += [*asked(seen, width), *extras(seen, words, width), BLANK, *evidence(seen, found, words, width), BLANK]
    told = problems(seen.problems, words, width)
    return [*lines, *told, BLANK] if told else lines


def kind(seen: DraftView, words: Words) -> str:
    """The kind of answer."""
    return words.say(f"kind.{seen.card.answer.kind}")


def asked(seen: DraftView, width: int) -> list[Line]:
    """The question and its answer; a cloze with its gaps filled; a choice with all its options."""
    card, answer = seen.card, seen.card.answer
    if seen.pieces:
        return flow([("mark" if gap else "question", safe(text)) for text, gap in seen.pieces], width)
    lines = flow([("question", safe(card.question))], width)
    if answer.kind == "list":
        for number, item in enumerate(answer.items, 1):
            sign = f"{number}. " if answer.ordered else "· "
            lines += flow([("right", safe(item))], width, INNER, INNER + " " * len(sign), [("dim", sign)])
    elif answer.kind == "choice":
        options = answer.options if answer.text in answer.options else (answer.text, *answer.options)
        for option in options:
            right = option == answer.text
            label: Fragment = ("right", "✓ ") if right else ("", "  ")
            lines += flow([("right" if right else "", safe(option))], width, INNER, INNER + "  ", [label])
    else:
        lines += flow([("right", safe(answer.text))], width, INNER)
    return lines


def extras(seen: DraftView, words: Words, width: int) -> list[Line]:
    """What else the card says, a line each."""
    card, say = seen.card, words.say
    told = [
        say("review.also", texts=card.answer.accept) if card.answer.accept else "",
        say("review.reverse") if seen.reverse else "",
        say("session.hint", hint=card.hint) if card.hint else "",
        say("session.plain-note", note=card.note) if card.note else "",
        say("session.as-of", date=card.as_of) if card.as_of else "",
    ]
    return [line for text in told if text for line in flow([("dim", text)], width, INNER)]


def evidence(seen: DraftView, found: Found, words: Words, width: int, *, brackets: bool = False) -> list[Line]:
    """The sentences that prove it, under the names of their sources."""
    if not seen.citations:
        return flow([("dim", words.say("session.no-source"))], width)
    labels = [_label(citation, one, words) for citation, one in _pairs(seen, found)]
    wide = max(map(cells, labels))
    lines: list[Line] = []
    above = ""
    for (citation, one), label in zip(_pairs(seen, found), labels, strict=True):
        if citation.source != above:
            title = proof.where(citation.title or citation.source, citation.author, 0, words)
            lines += flow([("dim", words.say("review.also-in", source=title) if above else title)], width)
            above = citation.source
        padded = label + " " * (wide - cells(label) + 3) if wide else ""
        if one is not None and not isinstance(one, Problem):
            lines += proof.place(one, width, padded, neighbour=NEIGHBOUR, brackets=brackets)
            continue
        lines += flow(_alone(citation, one, words), width, MARGIN, MARGIN + " " * cells(padded), [("dim", padded)])
    return lines


def _pairs(seen: DraftView, found: Found) -> list[tuple[Citation, Excerpt | Problem | None]]:
    rest = [None] * (len(seen.citations) - len(found))
    return list(zip(seen.citations, [*found, *rest], strict=False))


def _label(citation: Citation, one: Excerpt | Problem | None, words: Words) -> str:
    number = one.paragraph if one is not None and not isinstance(one, Problem) else citation.paragraph
    return words.say("session.paragraph", number=number) if number else ""


def _alone(citation: Citation, why: Problem | None, words: Words) -> list[Fragment]:
    """The words without their sentence, and why."""
    if not citation.words:
        return [("dim", words.say("review.no-words"))]
    told: list[Fragment] = [("", quoted(citation.words, words))]
    return [*told, ("dim", DOT + proof.why_not(why, words))] if why is not None else told


def problems(found: Iterable[Problem], words: Words, width: int, *, lines: bool = False) -> list[Line]:
    """Problems with their gravity in a word, and the remedy below; with their lines, if asked for."""
    found = tuple(found)
    heads = [words.say(f"check.{problem.severity}") for problem in found]
    wide = max(map(cells, heads), default=0)
    told: list[Line] = []
    for problem, head in zip(found, heads, strict=True):
        style = {"error": "wrong", "warning": "close"}.get(problem.severity, "dim")
        label: list[Fragment] = [(style, head), ("", " " * (wide - cells(head) + 2))]
        hanging = MARGIN + " " * (wide + 2)
        where = _where(problem, words) if lines else ""
        said = words.say(f"problem.{problem.code}", **problem.facts)
        told += flow([("dim", where), ("", said)], width, MARGIN, hanging, label)
        if words.has(f"remedy.{problem.code}"):
            told += flow([("dim", words.say(f"remedy.{problem.code}", **problem.facts))], width, hanging)
    return told


def _where(problem: Problem, words: Words) -> str:
    if problem.place is None:
        return ""
    path, line, _ = problem.place
    return f"{safe(path)}:{line}: " if path else words.say("review.line", line=line)


def done(way: str, words: Words, **facts: object) -> list[Line]:
    """The line that says what was decided."""
    sign = {"rejected": ("wrong", "✗ "), "skipped": ("", ""), "undone": ("", "")}.get(way, ("right", "✓ "))
    return [(("", MARGIN), sign, ("dim", words.say(f"review.{way}", **facts)))]


# --- the foot and the keys -------------------------------------------------------------------------------------------


def foot(items: Sequence[tuple[str, str]], words: Words, width: int) -> Line:
    """Keys with what they do, as many as fit; the last always."""
    *others, last = [(named(key, words), label) for key, label in items]
    room = width - len(MARGIN) - _size(last) + GAP
    kept: list[tuple[str, str]] = []
    for item in others:
        room -= _size(item)
        if room < 0:
            break
        kept.append(item)
    line: list[Fragment] = [("", MARGIN)]
    for key, label in [*kept, last]:
        line += [("key", key), ("dim", f" {label}"), ("", " " * GAP)]
    return tuple(line[:-1])


def _size(item: tuple[str, str]) -> int:
    return cells(item[0]) + 1 + cells(item[1]) + GAP


def deciding(seen: DraftView, words: Words) -> list[tuple[str, str]]:
    """The keys that decide on a draft."""
    passing = {"accept": seen.blocked, "undo": not seen.can_undo, "rest": seen.left < 2}
    return [(key.shown_judged, words.say(f"review.key-{key.name}")) for key in REVIEW_KEYS if not passing.get(key.name)]


def keys(words: Words, width: int) -> list[Line]:
    """Every key, with what it does."""
    lines: list[Line] = [BLANK]
    for key in REVIEW_KEYS:
        label: list[Fragment] = [("key", key.shown_judged), ("", "   ")]
        lines += flow([("", words.say(f"review.keys-{key.name}"))], width, INNER, INNER + "    ", label)
    return [*lines, BLANK]


# --- the end ---------------------------------------------------------------------------------------------------------


def end(seen: EndView, words: Words, width: int) -> list[Line]:
    """The review in a line or two."""
    say = words.say
    told: list[list[Fragment]] = []
    if seen.accepted:
        told.append([("right", say("review.end-accepted", count=seen.accepted))])
        told[0] += [("", say("review.end-edited", count=seen.edited))] if seen.edited else []
    if seen.rejected:
        told.append([("wrong", say("review.end-rejected", count=seen.rejected))])
    if not told:
        told.append([("strong", say("review.end-none"))])
    told.append([("", say("review.end-left", count=seen.left) if seen.left else say("review.end-none-left"))])
    line: list[Fragment] = []
    for number, part in enumerate(told):
        line += [("dim", DOT), *part] if number else part
    return [BLANK, *flow(line, width)]
