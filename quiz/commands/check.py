"""`quiz check`: read decks and show every problem with its line; with `--sources`, prove every evidence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from quiz.commands.check_formats import FORMATS, counts, with_code, write

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from quiz.deck.card import Deck
    from quiz.deck.lint.mend import Mend
    from quiz.house import House
    from quiz.library.checked import Head, Kept, Kepts
    from quiz.library.folder import Found
    from quiz.problem import Problem
    from quiz.words import Words

DEFAULTS: Final[dict[str, Any]] = {
    "paths": [],
    "json": False,
    "format": "text",
    "allow": None,
    "fix": False,
    "strict": False,
    "sources": None,
    "learned": False,
    "unlearn": None,
    "no_cache": False,
}


class Checked(NamedTuple):
    """One file: what could be read of it, what is wrong, and how many pieces of evidence had a text to prove them."""

    path: str
    deck: Head | None
    problems: tuple[Problem, ...]
    proved: int = 0
    kept: Kept | None = None


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz check`."""
    parser.add_argument("paths", nargs="*", help=words.say("help.check-paths"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=words.say("help.check-format"))
    parser.add_argument("--strict", action="store_true", help=words.say("help.check-strict"))
    parser.add_argument("--sources", nargs="?", const="", metavar="FOLDER", help=words.say("help.check-sources"))
    parser.add_argument("--allow", action="append", metavar="CODES", help=words.say("help.check-allow"))
    parser.add_argument("--no-cache", action="store_true", help=words.say("help.check-no-cache"))
    lessons = parser.add_mutually_exclusive_group()
    lessons.add_argument("--fix", action="store_true", help=words.say("help.check-fix"))
    lessons.add_argument("--learned", action="store_true", help=words.say("help.check-learned"))
    lessons.add_argument("--unlearn", metavar="FILE:LINE", help=words.say("help.check-unlearn"))


def run(options: Namespace, house: House) -> int:
    """Check, report, and say by the exit code whether anything is wrong (1)."""
    from quiz.library.collector import paused
    from quiz.library.folder import find
    from quiz.settings import deck_paths

    if options.unlearn:
        from quiz.commands.teach import unlearn

        return unlearn(options, house)
    paths, folder = list(options.paths), options.sources
    if folder and not os.path.isdir(folder) and os.path.exists(folder):
        paths, folder = [folder, *paths], ""  # `--sources DECK`: the texts are beside it
    found, lost = find(paths or deck_paths(house.settings, house.places))
    if options.learned:
        from quiz.commands.report import report
        from quiz.commands.teach import list_learned

        report(lost, house)
        code = list_learned([_as_given(file.path, paths) for file in found], options, house)
        return 3 if lost else code
    allow, unknown = _allowed(options, house)
    fixed: list[Mend] = []
    with paused():
        if options.fix:
            from quiz.commands.check_fix import fix

            fixed, unwritten = fix([_as_given(file.path, paths) for file in found], allow, house)
            lost = [*lost, *unwritten]
        kepts = _kepts(options, allow, house)
        checked = [_check(file, _as_given(file.path, paths), folder, allow, kepts) for file in found]
        kepts.write()
        others = _others(found, kepts, house) if paths and not options.no_cache else []
        between = _between(checked, others, allow)
    asked = _doubts({file.path: one.path for file, one in zip(found, checked, strict=True)}, house)
    problems = [*lost, *unknown, *between, *asked, *(problem for one in checked for problem in one.problems)]
    form = "json" if options.json else options.format
    if form == "text":
        _write(checked, problems, fixed, options, house)
    else:
        write(form, checked, problems, fixed if options.fix else None, house)
    grave = any(problem.severity == "error" or options.strict for problem in problems)
    unread = (
        bool(problems) and all(problem.place is None for problem in problems) and not any(one.deck for one in checked)
    )
    return 3 if unread else 1 if grave else 0


def _as_given(path: str, given: Iterable[str]) -> str:
    """The path as the user would write it: below the present folder without the folders above it."""
    here = os.path.relpath(path)
    return path if here.startswith("..") or any(os.path.isabs(name) for name in given) else here


def _allowed(options: Namespace, house: House) -> tuple[frozenset[str], list[Problem]]:
    """The codes of the rules that are off, by the option and by the settings, and what is said of unknown ones."""
    given = [code for codes in options.allow or () for code in codes.replace(",", " ").split()]
    codes = frozenset((*given, *house.settings.check_allow))
    if not codes:
        return codes, []
    from quiz.deck.lint import misspelt

    return codes, list(misspelt(sorted(codes)))


def _kepts(options: Namespace, allow: frozenset[str], house: House) -> Kepts:
    """What earlier checks found; nothing of it with `--no-cache`."""
    from quiz.library.checked import Kepts

    return Kepts("" if options.no_cache else os.path.join(house.places.cache, "checked.db"), allow)


def _check(file: Found, path: str, folder: str | None, allow: frozenset[str], kepts: Kepts) -> Checked:
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


def _doubts(given: dict[str, str], house: House) -> list[Problem]:
    """Which of these cards may be others that left with their history; of nobody who has no index yet."""
    if not os.path.exists(house.places.index):
        return []
    from quiz.commands.check_doubts import doubts

    return doubts(given, house)


def _others(found: list[Found], kepts: Kepts, house: House) -> list[Checked]:
    """The other decks of the library that were checked before and are the same since, to compare with."""
    from quiz.library.folder import find
    from quiz.settings import deck_paths

    paths = {file.path for file in found}
    library, _ = find(deck_paths(house.settings, house.places))
    kept = [(file, kepts[file.path]) for file in library if file.path not in paths]
    return [
        Checked(_as_given(file.path, ()), one.head, (), kept=one)
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


def _between(checked: list[Checked], others: list[Checked], allow: frozenset[str]) -> list[Problem]:
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


def _write(
    checked: list[Checked], problems: list[Problem], fixed: list[Mend], options: Namespace, house: House
) -> None:
    from quiz.commands.check_fix import lines as fix_lines
    from quiz.commands.report import lines

    say = house.words.say
    for mend in fixed:
        print(*fix_lines(mend, house), sep="\n", file=house.out)
    if fixed:
        touched = len({mend.place.path for mend in fixed})
        print(f"{say('check.fixed-summary', count=len(fixed), touched=touched)}\n", file=house.out)
    for problem in problems:
        print(*with_code(problem, lines(problem, house.words)), sep="\n", file=house.out)
    told = counts(problems)
    errors = told["errors"]
    if problems:
        touched = len({problem.place.path for problem in problems if problem.place})
        print(f"\n{say('check.summary', **told, touched=touched, decks=len(checked))}", file=house.out)
    elif checked:
        cards = sum(one.deck.cards for one in checked if one.deck)
        print(say("check.well", decks=len(checked), cards=cards), file=house.out)
    else:
        print(say("check.none", paths=options.paths or house.places.decks), file=house.out)
    if options.sources is not None and not errors:
        print(say("check.proved", count=sum(one.proved for one in checked)), file=house.out)
