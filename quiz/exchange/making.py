"""From entries to the cards of a deck: whatever a file says, what comes out is read and checked without an error."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Final, NamedTuple

from quiz.answers.cloze import alone
from quiz.answers.verdict import KIND_NAMES, Answer
from quiz.deck import cloze
from quiz.deck.card import Card
from quiz.deck.checks.days import is_day
from quiz.deck.identity import MAX_ID, identity, is_id, normalised
from quiz.exchange.certain import kind_of, reads
from quiz.exchange.encoding import HIDDEN, visible
from quiz.exchange.entry import Entry, Left, short
from quiz.language.pattern import pattern
from quiz.language.text import fold
from quiz.problem import Place, Problem

_BULLET: Final = pattern(r"[-*•+] +(\S.*)")
_NUMBERED: Final = pattern(r"\d{1,3}[.)] +(\S.*)")
_LONGEST_TAG: Final = 60
#: So many sets of tags are known to be sound; most are those of many cards.
_MOST_TAGGED: Final = 10_000
#: The reader takes no longer text.
_LONGEST_TEXT: Final = 200_000
#: The kinds that `--kind` can ask for.
FORCED: Final = tuple(kind for kind in KIND_NAMES if kind not in ("choice", "cloze"))


class Made(NamedTuple):
    """Cards, those of them asked the other way round too, how many kinds were guessed, and what was left or changed."""

    cards: tuple[Card, ...]
    reverse: frozenset[str]
    guessed: dict[str, int]
    left: tuple[Problem, ...]


class Maker:
    """Makes the cards of one deck, out of one file or of several, and remembers which questions there were."""

    def __init__(self, deck: str, language: str, kind: str = "") -> None:
        self.deck = deck
        self.language = language
        self.kind = kind
        self._cards: dict[str, Card] = {}
        self._lines: dict[str, Place] = {}
        self._reverse: set[str] = set()
        self._guessed: dict[str, int] = {}
        self._left: list[Problem] = []
        self._tagged: dict[tuple[str, ...], tuple[str, ...]] = {}

    def add(self, path: str, entries: Iterable[Entry]) -> None:
        """Make the cards of a file."""
        left = Left(path)
        read = [_seen(entry) for entry in entries]
        alike = _alike(read)
        for entry in read:
            if alike and entry.kind == "cloze" and not entry.id and normalised(cloze.blanked(entry.answer)) in alike:
                self._apart(entry, left)
            else:
                self._add(entry, left)
        self._left += left.problems()

    def made(self) -> Made:
        """All that was made."""
        return Made(tuple(self._cards.values()), frozenset(self._reverse), self._guessed, tuple(self._left))

    def _add(self, entry: Entry, left: Left) -> None:
        answer = self._answer(entry, left)
        if answer is None:
            return
        question = cloze.blanked(answer.text) if answer.kind == "cloze" else entry.question.strip()
        if not question:
            left.add("import-no-question", entry.line, answer=short(entry.answer))
            return
        if max(len(question), len(answer.text), len(entry.note)) > _LONGEST_TEXT:
            left.add("import-too-long", entry.line, limit=_LONGEST_TEXT)
            return
        written = self._id(entry, left)
        own = identity(self.deck, question, written)
        if own in self._cards:
            if not (written and self._cards[own].question != question):
                self._again(own, question, answer, entry, left)
                return
            left.add("import-id-twice", entry.line, id=written, first=self._lines[own].line)
            written, own = "", identity(self.deck, question)
            if own in self._cards:
                self._again(own, question, answer, entry, left)
                return
        place = Place(left.path, entry.line)
        self._lines[own] = place
        if entry.reverse and answer.kind in ("answer", "person", "date", "money", "number"):
            self._reverse.add(own)
        elif entry.reverse:
            left.add("import-reverse", entry.line, kind=answer.kind)
        self._cards[own] = Card(
            own,
            question,
            answer,
            self.language,
            place,
            own,
            entry.hint.strip(),
            entry.note.strip(),
            self._tags(entry, left),
            tuple(dict.fromkeys(key for source in entry.sources if (key := short(source, 100)))),
            (),
            self._as_of(entry, left),
            written,
            draft=entry.draft,
        )

    def _apart(self, entry: Entry, left: Left) -> None:
        """A card for each gap: with all of them blank the sentence would be the same question as another."""
        count = len(cloze.items(entry.answer))
        left.add("import-gaps-apart", entry.line, count=count)
        for number in range(1, count + 1):
            self._add(entry._replace(answer=alone(entry.answer, number)), left)

    # --- the answer ---

    def _answer(self, entry: Entry, left: Left) -> Answer | None:
        other = _others(entry)
        text = entry.answer.strip()
        kind = entry.kind
        if kind == "cloze":
            code = cloze.fault(text)
            if code:
                left.add("import-gap", entry.line, text=short(text))
                return None
            return Answer("cloze", text, cloze.items(text), other)
        if kind == "list" or (not kind and entry.items):
            items = tuple(item for one in entry.items if (item := one.strip()))
            if not items:
                left.add("import-no-answer", entry.line, question=short(entry.question))
                return None
            return Answer("list", "", items, other, ordered=entry.ordered)
        if not text:
            left.add("import-no-answer", entry.line, question=short(entry.question))
            return None
        if kind == "choice":
            options = tuple(dict.fromkeys(option for one in entry.options if (option := one.strip())))
            if len({normalised(option) for option in (*options, text)}) < 2:
                left.add("import-one-option", entry.line, question=short(entry.question))
                return Answer("answer", text, (), other)
            return Answer("choice", text, (), other, options)
        if kind or self.kind:
            return self._forced(kind or self.kind, text, other, entry, left)
        bullets = _bullets(text)
        if bullets:
            self._guessed["list"] = self._guessed.get("list", 0) + 1
            return Answer("list", "", bullets[0], other, ordered=bullets[1])
        guess = kind_of(entry.question, text, self.language)
        if guess != "answer":
            self._guessed[guess] = self._guessed.get(guess, 0) + 1
        return Answer(guess, text, (), other)

    def _forced(self, kind: str, text: str, other: tuple[str, ...], entry: Entry, left: Left) -> Answer:
        if kind == "list":
            items = tuple(item for one in text.replace(";", "\n").split("\n") if (item := one.strip(" -•")))
            if items:
                return Answer("list", "", items, other)
        elif kind == "answer" or reads(kind, text, self.language):
            return Answer(kind, text, (), other)
        left.add("import-kind", entry.line, kind=kind, text=short(text))
        return Answer("answer", text, (), other)

    # --- twice ---

    def _again(self, own: str, question: str, answer: Answer, entry: Entry, left: Left) -> None:
        """The same question once more: another right answer is one more that is accepted, the rest is left out."""
        card = self._cards[own]
        first = self._lines[own]
        before = card.answer
        same = before.kind == answer.kind and (before.text, before.items) == (answer.text, answer.items)
        known = {fold(text) for text in (before.text, *before.accept)}
        if same or (answer.text and fold(answer.text) in known):
            left.add("import-twice", entry.line, question=short(question), first=first.line)
        elif before.kind in ("choice", "list", "cloze") or answer.kind in ("choice", "list", "cloze"):
            left.add("import-other-answer", entry.line, question=short(question), first=first.line)
            return
        else:
            kind = before.kind if before.kind == answer.kind else "answer"
            merged = replace(before, kind=kind, accept=(*before.accept, answer.text))
            self._cards[own] = card = replace(card, answer=merged)
            left.add("import-merged", entry.line, answer=short(answer.text), first=first.line)
        tags = tuple(dict.fromkeys((*card.tags, *self._tags(entry, left))))
        if tags != card.tags:
            self._cards[own] = replace(card, tags=tags)

    # --- beside ---

    def _id(self, entry: Entry, left: Left) -> str:
        """The id that the file gives, or, where ours may not be written so, one made of it: always the same."""
        given = entry.id.strip()
        if not given or is_id(given):
            return given
        made = "id-" + sha256(given.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        left.add("import-id", entry.line, id=short(given, MAX_ID), made=made)
        return made

    def _tags(self, entry: Entry, left: Left) -> tuple[str, ...]:
        if not entry.tags:
            return ()
        if entry.tags in self._tagged:
            return self._tagged[entry.tags]
        kept: dict[str, str] = {}
        for given in entry.tags:
            tag = " ".join(given.split()).lstrip("#").strip()
            if len(tag) > _LONGEST_TAG:
                left.add("import-tag", entry.line, tag=short(tag))
                tag = tag[: _LONGEST_TAG - 1].rstrip() + "…"
            if any(map(str.isalnum, tag)):
                kept.setdefault(tag.casefold(), tag)
            elif tag:
                left.add("import-tag-left", entry.line, tag=short(tag))
        tags = tuple(kept.values())
        if tags == entry.tags and len(self._tagged) < _MOST_TAGGED:
            self._tagged[tags] = tags
        return tags

    def _as_of(self, entry: Entry, left: Left) -> str:
        given = entry.as_of.strip()
        if not given or is_day(given, whole=False):
            return given
        left.add("import-as-of", entry.line, text=short(given))
        return ""


def _alike(entries: list[Entry]) -> frozenset[str]:
    """What several sentences with several gaps ask in the same words, though they are not the same sentences."""
    said: dict[str, set[str]] = {}
    for entry in entries:
        if entry.kind == "cloze" and not entry.id and entry.answer.count("{{") > 1:
            said.setdefault(normalised(cloze.blanked(entry.answer)), set()).add(entry.answer)
    return frozenset(question for question, sentences in said.items() if len(sentences) > 1)


def _seen(entry: Entry) -> Entry:
    """The entry without what an entity or an escape of its file may have hidden in it."""
    parts = (
        entry.question,
        entry.answer,
        entry.hint,
        entry.note,
        *entry.items,
        *entry.options,
        *entry.other,
        *entry.tags,
    )
    if not HIDDEN.search("\n".join(parts)):
        return entry
    return entry._replace(
        question=visible(entry.question),
        answer=visible(entry.answer),
        items=tuple(map(visible, entry.items)),
        options=tuple(map(visible, entry.options)),
        other=tuple(map(visible, entry.other)),
        tags=tuple(map(visible, entry.tags)),
        hint=visible(entry.hint),
        note=visible(entry.note),
    )


def _bullets(text: str) -> tuple[tuple[str, ...], bool] | None:
    """The items of a text that is a list and nothing else, and whether it is numbered; None if it is none."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2:
        return None
    for shape, ordered in ((_BULLET, False), (_NUMBERED, True)):
        found = [shape.fullmatch(line) for line in lines]
        if all(found):
            return tuple(match[1].strip() for match in found if match), ordered
    return None


def _others(entry: Entry) -> tuple[str, ...]:
    right = entry.answer.strip()
    return tuple(other for one in dict.fromkeys(entry.other) if (other := one.strip()) and other != right)
