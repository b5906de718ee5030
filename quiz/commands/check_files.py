"""The decks that `quiz check` looks at: each as it was found before where it is the same, and all of them together."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from quiz.deck.card import Deck
    from quiz.house import House
    from quiz.library.checked import Head, Kept, Kepts
    from quiz.library.folder import Found
    from quiz.problem import Problem


class Checked(NamedTuple):
    """One file: what could be read of it, what is wrong, and how many pieces of evidence had a text to prove them."""

    path: str
    deck: Head | None
    problems: tuple[Problem, ...]
    proved: int = 0
    kept: Kept | None = None


class Asked(NamedTuple):
    """What is to be checked: the paths that were given, where texts are ("" is beside the deck), the rules left off."""

    paths: Sequence[str]
    folder: str | None
    allow: frozenset[str]


def look(found: Sequence[Found], asked: Asked, kepts: Kepts, house: House) -> tuple[list[Checked], list[Problem]]:
    """Each of these files as it is now, and what is wrong between them; a few files are compared with the library."""
    checked = [examine(file, as_given(file.path, asked.paths), asked.folder, asked.allow, kepts) for file in found]
    kepts.write()
    return checked, compare(checked, [file.path for file in found], asked, kepts, house)


def compare(
    checked: Sequence[Checked], paths: Iterable[str], asked: Asked, kepts: Kepts, house: House
) -> list[Problem]:
    """What is wrong between these files, and between them and the rest of the library if not all of it was asked."""
    return between(checked, others(frozenset(paths), kepts, house) if asked.paths and kepts.keeps else [], asked.allow)


def as_given(path: str, given: Iterable[str]) -> str:
    """The path as the user would write it: below the present folder without the folders above it."""
    here = os.path.relpath(path)
    return path if here.startswith("..") or any(os.path.isabs(name) for name in given) else here


def examine(file: Found, path: str, folder: str | None, allow: frozenset[str], kepts: Kepts) -> Checked:
    """One file, as it was found before where it is the same; with `--sources` its evidence is proved in any case."""
    from quiz.library.checked import hashed, is_settled
    from quiz.library.file import read as bytes_of
    from quiz.problem import Failure

    kept = kepts[file.path]
    if kept and folder is None and kept.settled and kept.stamp == file.stamp:
        return Checked(path, kept.head, kept.told(path), kept=kept)
    try:
        data, stamp = bytes_of(file.path)
    except Failure:
        try:  # once more, so that it is told with the name that was given
            data, stamp = bytes_of(path)
        except Failure as failure:
            return Checked(path, None, failure.problems)
    digest, settled = hashed(data), is_settled(stamp)
    if kept and folder is None and kept.hash == digest:
        if (kept.stamp, kept.settled) != (stamp, settled):
            kept = kept._replace(stamp=stamp, settled=settled)
            kepts.put(kept)
        return Checked(path, kept.head, kept.told(path), kept=kept)
    return _examine(file._replace(stamp=stamp), data, digest, path, folder, allow, kepts)


def _examine(
    file: Found, data: bytes, digest: bytes, path: str, folder: str | None, allow: frozenset[str], kepts: Kepts
) -> Checked:
    from quiz.deck.characters import decode
    from quiz.deck.checks import examined
    from quiz.deck.lint import entries, kept, linted
    from quiz.library.checked import Head, is_settled, to_keep
    from quiz.problem import Problem

    text = decode(data, path)
    if isinstance(text, Problem):
        return Checked(path, None, (text,))
    deck, problems = examined(text, path)
    head = None
    if deck is not None:
        head = Head(deck.id, deck.title, deck.language, len(deck.cards))
        told = kept(deck, (*problems, *linted(deck, allow)), allow)
        problems = tuple(sorted(told, key=lambda problem: problem.place[1:] if problem.place else (0, 0)))
    one = to_keep(file, digest, is_settled(file.stamp), head, problems, entries(deck) if deck else ())
    kepts.put(one)
    unproved, proved = _prove(deck, folder) if deck is not None and folder is not None else ((), 0)
    return Checked(path, head, (*problems, *unproved), proved, one)


def others(paths: Collection[str], kepts: Kepts, house: House) -> list[Checked]:
    """The other decks of the library that were checked before and are the same since, to compare with."""
    from quiz.library.folder import find
    from quiz.settings import deck_paths

    library, _ = find(deck_paths(house.settings, house.places))
    kept = [(file, kepts[file.path]) for file in library if file.path not in paths]
    return [
        Checked(as_given(file.path, ()), one.head, (), kept=one)
        for file, one in kept
        if one and one.stamp == file.stamp
    ]


def _prove(deck: Deck, folder: str) -> tuple[tuple[Problem, ...], int]:
    """What is wrong with the evidence, and how much of it could be compared with a text: `folder`'s, or the deck's."""
    from quiz.deck.evidence import prove
    from quiz.library.texts import text_of
    from quiz.problem import Failure, Problem

    if folder and not os.path.isdir(folder):
        raise Failure(Problem("path-missing", facts={"path": folder}))
    articles, problems = {}, []
    for source in deck.sources:
        article, problem = text_of(deck.path, source, folder)
        if article is not None:
            articles[source.key] = article
        if problem is not None and problem.code != "source-text-missing":  # which is told where it is missed
            problems.append(problem)
    cards = (card for card in deck.cards if card.identity == card.sibling)
    proved = sum(evidence.source in articles for card in cards for evidence in card.evidence)
    return (*problems, *prove(deck, articles)), proved


def between(checked: Sequence[Checked], others: Sequence[Checked], allow: frozenset[str]) -> list[Problem]:
    """What is wrong between files that are right alone: one deck id for two decks, one fact asked twice.

    `others` are files that are compared with, and of which nothing is told.
    """
    from quiz.deck.signs import meeting
    from quiz.problem import Place, Problem

    first: dict[tuple[str, str], str] = {}
    clashes = []
    for path, deck, *_ in checked:
        if deck is None:
            continue
        other = first.setdefault((deck.id, deck.language), path)
        if other != path:
            clashes.append(Problem("deck-twice", Place(path), {"deck": deck.id, "other": other}))
    files = [(one.path, one.kept) for one in (*others, *checked) if one.kept]
    met = meeting([kept.signs for _, kept in files])
    found = [entry for (path, kept), some in zip(files, met, strict=True) if some for entry in kept.chosen(some, path)]
    if not found:
        return [*clashes]
    from quiz.deck.lint import compared

    own = {one.path for one in checked}
    problems = compared(found, allow)
    return [*clashes, *(problem for problem in problems if problem.place and problem.place.path in own)]
