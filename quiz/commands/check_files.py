"""The decks that `quiz check` looks at: each as it was found before where it is the same, and all of them together."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from quiz.deck.card import Deck
    from quiz.deck.lint import Entry
    from quiz.house import House
    from quiz.library.checked import Head, Kept
    from quiz.library.folder import Found
    from quiz.library.kepts import Kepts
    from quiz.problem import Problem


#: Of a smaller deck nothing is kept by which a part of it could be read: see `quiz/deck/lint/again.py`.
FEWEST: Final = 500


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
    paths = [file.path for file in found]
    for _ in range(2):
        checked = [examine(file, as_given(file.path, asked.paths), asked.folder, asked.allow, kepts) for file in found]
        kepts.write()
        wrong = compare(checked, paths, asked, kepts, house)
        if wrong is not None:
            break
        kepts.forget()  # the cache was lost meanwhile
    return checked, wrong or []


def compare(
    checked: Sequence[Checked], paths: Iterable[str], asked: Asked, kepts: Kepts, house: House
) -> list[Problem] | None:
    """What is wrong between these files, and between them and the rest of the library if not all of it was asked.

    None if what is kept was lost.
    """
    beside = others(frozenset(paths), kepts, house) if asked.paths and kepts.keeps else []
    return between(checked, beside, asked.allow, kepts)


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
    from quiz.deck.lint import kept, linted
    from quiz.library.checked import is_settled, to_keep
    from quiz.problem import Problem

    text = decode(data, path)
    if isinstance(text, Problem):
        return Checked(path, None, (text,))
    old = _changed(file, digest, text, path, allow, kepts) if folder is None else None
    if old is not None:
        kepts.put(old)
        return Checked(path, old.head, old.told(path), kept=old)
    runs: list[tuple[int, int]] = []
    deck, problems = examined(text, path, runs)
    standing = b""
    if deck is not None:
        told = kept(deck, (*problems, *linted(deck, allow)), allow)
        problems = tuple(sorted(told, key=lambda problem: problem.place[1:] if problem.place else (0, 0)))
        if kepts.keeps and runs:
            from quiz.deck.lint.again import standing as standing_of
            from quiz.library.standing import packed

            standing = packed(standing_of(deck, text, runs))
    one = to_keep(file, digest, is_settled(file.stamp), deck, problems, standing)
    kepts.put(one)
    unproved, proved = _prove(deck, folder) if deck is not None and folder is not None else ((), 0)
    return Checked(path, one.head, (*problems, *unproved), proved, one)


def _changed(file: Found, digest: bytes, text: str, path: str, allow: frozenset[str], kepts: Kepts) -> Kept | None:
    """A file in which a little changed since it was checked, without reading the rest of it once more."""
    from quiz.library.checked import is_settled

    kept = kepts[file.path]
    if kept is None or kept.head is None or kept.head.cards < FEWEST:
        return None
    rest = kepts.rest(kept)
    if rest is None or not rest.standing:
        return None
    from quiz.library.standing import renewed

    one: Kept | None = None
    with kepts.trusting():
        one = renewed(kept, rest, file, digest, text, path, allow)
    return one._replace(settled=is_settled(file.stamp)) if one else None


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


def between(
    checked: Sequence[Checked], others: Sequence[Checked], allow: frozenset[str], kepts: Kepts
) -> list[Problem] | None:
    """What is wrong between files that are right alone: one deck id for two decks, one fact asked twice.

    `others` are files that are compared with, and of which nothing is told. None if what is kept of them was lost.
    """
    from quiz.library.checked import chosen
    from quiz.problem import Place, Problem

    first: dict[tuple[str, str], str] = {}
    clashes = []
    for path, deck, *_ in checked:
        if deck is None:
            continue
        other = first.setdefault((deck.id, deck.language), path)
        if other != path:
            clashes.append(Problem("deck-twice", Place(path), {"deck": deck.id, "other": other}))
    files = [(one.path, one.kept, one.kept.head) for one in (*others, *checked) if one.kept and one.kept.head]
    met = kepts.met([kept for _, kept, _ in files])
    if met is None:
        return None
    found: list[Entry] = []
    whole = False
    with kepts.trusting():
        for (path, kept, head), some in zip(files, met, strict=True):
            rest = kepts.rest(kept) if some else None
            if rest is not None:
                found += chosen(head, rest, some, path)
            elif some:
                return None
        whole = True
    if not whole:
        return None
    if not found:
        return [*clashes]
    from quiz.deck.lint import compared

    own = {one.path for one in checked}
    problems = compared(found, allow)
    return [*clashes, *(problem for problem in problems if problem.place and problem.place.path in own)]
