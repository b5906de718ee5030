"""Decks → tables and Markdown. What a format has no place for is listed, key by key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from quiz.answers.cloze import gaps
from quiz.deck.card import Card, Deck
from quiz.deck.identity import REVERSE
from quiz.exchange.columns import TAGS, joined
from quiz.exchange.inline import bare
from quiz.problem import Place, Problem

_COLUMNS: Final = (
    "deck", "id", "kind", "question", "answer", "options", "ordered", "accept", "reverse", "hint", "note", "tags",
    "source", "as_of", "draft",
)  # fmt: skip
#: What a table has no column for.
_BESIDE: Final = ("evidence", "allow", "supersedes")
_ALWAYS: Final = frozenset(("kind", "question", "answer"))
#: What would begin a card, a heading or a block of code at the beginning of a line.
_OPENS: Final = re.compile(r"^( *)(?=[QAC]:|#{1,6}\s|-{3}\s*$|```|~~~)", re.MULTILINE)
_SIGNS: Final = re.compile(r"([*_`~\[\]<&$=!])")


class Written(NamedTuple):
    """The text of a file, and what of the decks is not in it."""

    text: str
    left: tuple[Problem, ...] = ()


def cards_of(deck: Deck) -> Iterator[tuple[Card, bool]]:
    """The cards that an author wrote, each with whether it is asked the other way round too."""
    both = {card.sibling for card in deck.cards if card.identity == card.sibling + REVERSE}
    return ((card, card.identity in both) for card in deck.cards if card.identity == card.sibling)


def left_of(deck: Deck, keys: Mapping[str, Iterable[Card]], *, named: bool = False) -> Iterator[Problem]:
    """What a file has no place for: of the deck, and of its cards by key, at the first card that it is missed of."""
    head = [] if named else ["title"] if deck.title else []
    head += ["language"] * (not named)
    head += ["sources"] * any(source.title or source.url or source.author for source in deck.sources)
    head += ["rejected"] * bool(deck.rejected)
    if head:
        yield Problem("export-head", Place(deck.path), {"deck": deck.id, "keys": tuple(head)})
    for key, cards in keys.items():
        found = list(cards)
        if found:
            yield Problem("export-left", found[0].at(key), {"key": key, "count": len(found)})


# --- tables ----------------------------------------------------------------------------------------------------------


def csv(decks: Sequence[Deck], labels: Mapping[str, str] | None = None) -> Written:  # noqa: ARG001 - every format is written by the same call
    """A table with a header, as RFC 4180 has it: read again, it is the same cards but for their evidence."""
    return _table(decks, ",")


def tsv(decks: Sequence[Deck], labels: Mapping[str, str] | None = None) -> Written:  # noqa: ARG001 - every format is written by the same call
    """The same, parted by tabs."""
    return _table(decks, "\t")


def _table(decks: Sequence[Deck], separator: str) -> Written:
    rows = [_row(deck, card, reverse=both) for deck in decks for card, both in cards_of(deck)]
    columns = [
        name
        for name in _COLUMNS
        if name in _ALWAYS or (name == "deck" and len(decks) > 1) or (name != "deck" and any(row[name] for row in rows))
    ]
    lines = [
        separator.join(columns),
        *(separator.join(_cell(row[name], separator) for name in columns) for row in rows),
    ]
    left = [problem for deck in decks for problem in left_of(deck, {key: _with(deck, key) for key in _BESIDE})]
    return Written("\n".join(lines) + "\n", tuple(left))


def _with(deck: Deck, key: str) -> list[Card]:
    return [card for card, _ in cards_of(deck) if getattr(card, key)]


def _row(deck: Deck, card: Card, *, reverse: bool) -> dict[str, str]:
    answer = card.answer
    return {
        "deck": deck.title or deck.id,
        "id": card.written_id,
        "kind": answer.kind,
        "question": "" if answer.kind == "cloze" else card.question,
        "answer": joined(answer.items) if answer.kind == "list" else answer.text,
        "options": joined(answer.options) if answer.options else "",
        "ordered": "true" if answer.ordered else "",
        "accept": joined(answer.accept) if answer.accept else "",
        "reverse": "true" if reverse else "",
        "hint": card.hint,
        "note": card.note,
        "tags": joined(card.tags, TAGS, ",") if card.tags else "",
        "source": joined(card.sources) if card.sources else "",
        "as_of": card.as_of,
        "draft": "true" if card.draft else "",
    }


def _cell(text: str, separator: str) -> str:
    if separator in text or '"' in text or "\n" in text or "\r" in text or text[:1] == "#":
        return '"' + text.replace('"', '""') + '"'
    return text


# --- Markdown --------------------------------------------------------------------------------------------------------


def markdown(decks: Sequence[Deck], labels: Mapping[str, str] | None = None) -> Written:  # noqa: ARG001 - every format is written by the same call
    """`Q:`, `A:` and `C:` as hashcards and `quiz import` read them, a heading for each topic; drafts and
    superseded cards are left out.
    """
    lines: list[str] = []
    left: list[Problem] = []
    if len(decks) == 1:
        name = decks[0].title or decks[0].id
        lines += ["---", f'name = "{" ".join(name.split()).translate(_QUOTED)}"', "---", ""]
    for deck in decks:
        cards = [card for card, _ in cards_of(deck) if not (card.draft or card.superseded_by)]
        if len(decks) > 1:
            lines += [f"# {' '.join((deck.title or deck.id).split())}", ""]
        for topic, asked in by_topic(cards).items():
            if topic:
                lines += [f"{'##' if len(decks) > 1 else '#'} {' '.join(topic.split())}", ""]
            for card in asked:
                lines += [*_card(card), ""]
        left += left_of(deck, _unwritten(deck), named=True)
    return Written("\n".join(lines).rstrip("\n") + "\n", tuple(left))


_QUOTED: Final = str.maketrans({'"': '\\"', "\\": "\\\\"})


def by_topic(cards: Iterable[Card]) -> dict[str, list[Card]]:
    """The cards by their topics, in the order in which those appear; the cards without one come first."""
    found: dict[str, list[Card]] = {"": []}
    for card in cards:
        found.setdefault(card.tags[0] if card.tags else "", []).append(card)
    return {topic: asked for topic, asked in found.items() if asked}


def _card(card: Card) -> Iterator[str]:
    answer = card.answer
    if answer.kind == "cloze":
        said, at = [], 0
        for gap in gaps(answer.text):
            said += [_escaped(answer.text[at : gap.start]), f"[{_escaped(gap.text)}]"]
            at = gap.end
        yield f"C: {_shielded(''.join([*said, _escaped(answer.text[at:])]))}"
        return
    question = _escaped(card.question)
    if answer.kind == "choice":
        question += "\n\n" + "\n".join(f"- {_escaped(option)}" for option in answer.options)
    yield f"Q: {_shielded(question)}"
    said_answer = (
        "\n".join(f"- {_escaped(item)}" for item in answer.items) if answer.kind == "list" else _escaped(answer.text)
    )
    yield f"A: {_shielded(said_answer)}" if answer.kind != "list" else f"A:\n\n{said_answer}"


def _escaped(text: str) -> str:
    """The text with backslashes before signs that Markdown would obey, where it would obey any."""
    return text if bare(text).text == text and "[" not in text else _SIGNS.sub(r"\\\1", text)


def _shielded(text: str) -> str:
    """The text, each further line that would begin something else a space in."""
    first, *rest = text.split("\n", 1)
    return first + "".join("\n" + _OPENS.sub(r"\1 ", line) for line in rest)


def _unwritten(deck: Deck) -> dict[str, list[Card]]:
    cards = list(cards_of(deck))
    told: dict[str, list[Card]] = {}
    for card, reverse in cards:
        answer = card.answer
        if card.draft or card.superseded_by:
            told.setdefault("draft" if card.draft else "superseded", []).append(card)
            continue
        for key, value in (
            (answer.kind, answer.kind in ("person", "date", "money", "number", "quote")),
            ("accept", answer.accept),
            ("ordered", answer.ordered),
            ("reverse", reverse),
            ("hint", card.hint or any(gap.hint for gap in gaps(answer.text)) if answer.kind == "cloze" else card.hint),
            ("note", card.note),
            ("tags", len(card.tags) > 1),
            ("source", card.sources),
            ("evidence", card.evidence),
            ("as_of", card.as_of),
            ("id", card.written_id),
            ("allow", card.allow),
            ("supersedes", card.supersedes),
        ):
            if value:
                told.setdefault(key, []).append(card)
    return told
