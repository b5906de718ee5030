"""The right answers of a deck's other cards, indexed once: who shares a family name, whose answer was typed."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from quiz.answers.verdict import Answer, Other
from quiz.language.names import parse
from quiz.language.pattern import pattern
from quiz.language.text import plain, words

#: Kinds that are compared by value: their written words say nothing about who is who.
VALUES: Final = ("date", "money", "number")
_RUNS: Final = pattern(r"\d+")


class Deckmates:
    """An index over the other answers of one deck."""

    __slots__ = ("by_figures", "by_kind", "by_text", "by_word", "families", "given", "persons")

    def __init__(self, others: tuple[Other, ...]) -> None:
        self.by_text: dict[str, list[Other]] = {}
        self.by_word: dict[str, list[Other]] = {}
        self.by_kind: dict[str, list[Other]] = {}
        self.by_figures: dict[str, list[Other]] = {}
        self.persons: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
        given: set[str] = set()
        families: set[str] = set()
        for other in others:
            answer = other.answer
            for text in written(answer):
                self.by_text.setdefault(plain(text), []).append(other)
            self.by_kind.setdefault(answer.kind, []).append(other)
            if answer.kind in VALUES:
                for run in _figures(answer.text):
                    self.by_figures.setdefault(run, []).append(other)
                continue
            for word in dict.fromkeys(words(answer.text)):
                self.by_word.setdefault(word, []).append(other)
            if answer.kind == "person" and (readings := parse(answer.text)):
                name = readings[0].value
                family = tuple(word for part in name.family for word in words(part))
                first = tuple(word for part in name.given for word in words(part))
                if not name.head:
                    self.persons.setdefault(family, []).append((first + family, answer.text))
                    families.update(family)
                    given.update(first)
        self.families = frozenset(families)
        self.given = frozenset(given)

    def sharing_figures(self, typed: str) -> list[Other]:
        """The dates, amounts and numbers that share a run of figures with `typed`, the most alike first.

        An amount that another way of writing gives other figures ("1,2 Md", "1200 M") is missed: naming a confusion is
        a courtesy, and comparing with a whole deck would make every wrong answer wait.
        """
        shared: dict[str, int] = {}
        found: dict[str, Other] = {}
        for run in _figures(typed):
            for other in self.by_figures.get(run, ()):
                shared[other.card] = shared.get(other.card, 0) + 1
                found[other.card] = other
        return [found[card] for card in sorted(shared, key=lambda card: -shared[card])]

    def sharing(self, family: tuple[str, ...], whole: tuple[str, ...]) -> str:
        """Another person of this family name, as shown; "" if there is none."""
        for name, shown in self.persons.get(family, ()):
            if name not in (whole, family):
                return shown
        return ""


def _figures(text: str) -> set[str]:
    """The runs of digits in a text without the zeros around them: those that scale and pad."""
    return {run.strip("0") for run in _RUNS.findall(text)} - {""}


def written(answer: Answer) -> tuple[str, ...]:
    """The texts that are this answer as it stands: the answer and what `accept` lists, alternatives apart."""
    return tuple(text for text in (answer.text, *accepted(answer)) if text)


def accepted(answer: Answer) -> tuple[str, ...]:
    """What `accept` lists for the answer as a whole: each entry, or the alternatives between its ` / `.

    In a list such alternatives are other names of one item, and in a sentence with several gaps one of them may fill
    only one gap: neither is the whole answer.
    """
    parts = [entry for entry in answer.accept if " / " not in entry]
    if answer.kind == "list":
        return tuple(parts)
    gaps = answer.text.count("{{") if answer.kind == "cloze" else 1
    for entry in answer.accept:
        if " / " in entry:
            found = [part.strip() for part in entry.split(" / ")]
            parts += [entry, *found] if gaps == 1 else [part for part in found if part.count(";") == gaps - 1]
    return tuple(part for part in parts if part)


class Same:
    """A tuple known by its identity: hashing a thousand answers for each verdict would cost more than the verdict."""

    __slots__ = ("others",)

    def __init__(self, others: tuple[Other, ...]) -> None:
        self.others = others

    def __hash__(self) -> int:
        return id(self.others)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.others is other.others


_NOBODY: Final = Deckmates(())


def deckmates(others: tuple[Other, ...]) -> Deckmates:
    """The index over `others`, built once for each tuple."""
    return _indexed(Same(others)) if others else _NOBODY


@lru_cache(maxsize=64)
def _indexed(same: Same) -> Deckmates:
    return Deckmates(same.others)
