"""`quiz check`: read decks and show every problem with its line; with `--sources`, prove every evidence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from quiz.commands.check_formats import FORMATS, counts, with_code, write

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from quiz.deck.card import Deck
    from quiz.deck.lint import Entry
    from quiz.deck.lint.mend import Mend
    from quiz.house import House
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
}


class Checked(NamedTuple):
    """One file: what could be read of it, what is wrong, and how many pieces of evidence had a text to prove them."""

    path: str
    deck: Deck | None
    problems: tuple[Problem, ...]
    proved: int = 0
    entries: tuple[Entry, ...] = ()


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz check`."""
    parser.add_argument("paths", nargs="*", help=words.say("help.check-paths"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))
    parser.add_argument("--format", choices=FORMATS, default="text", help=words.say("help.check-format"))
    parser.add_argument("--strict", action="store_true", help=words.say("help.check-strict"))
    parser.add_argument("--sources", nargs="?", const="", metavar="FOLDER", help=words.say("help.check-sources"))
    parser.add_argument("--allow", action="append", metavar="CODES", help=words.say("help.check-allow"))
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
        checked = [_check(_as_given(file.path, paths), folder, allow) for file in found]
        between = _between(checked, allow)
    problems = [*lost, *unknown, *between, *(problem for one in checked for problem in one.problems)]
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
    from quiz.deck.lint import misspelt

    given = [code for codes in options.allow or () for code in codes.replace(",", " ").split()]
    codes = frozenset((*given, *house.settings.check_allow))
    return codes, list(misspelt(sorted(codes)))


def _check(path: str, folder: str | None, allow: frozenset[str]) -> Checked:
    from quiz.deck.characters import decode
    from quiz.deck.checks import examined
    from quiz.deck.lint import entries, kept, linted
    from quiz.library.file import read as bytes_of
    from quiz.problem import Failure, Problem

    try:
        text = decode(bytes_of(path).data, path)
    except Failure as failure:
        return Checked(path, None, failure.problems)
    if isinstance(text, Problem):
        return Checked(path, None, (text,))
    deck, problems = examined(text, path)
    if deck is None:
        return Checked(path, None, problems)
    told = kept(deck, (*problems, *linted(deck, allow)), allow)
    problems = tuple(sorted(told, key=lambda problem: problem.place[1:] if problem.place else (0, 0)))
    unproved, proved = _prove(deck, folder) if folder is not None else ((), 0)
    return Checked(path, deck, (*problems, *unproved), proved, entries(deck))


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


def _between(checked: list[Checked], allow: frozenset[str]) -> list[Problem]:
    """What is wrong between files that are right alone: one deck id for two decks, one fact asked twice."""
    from quiz.deck.lint import compared
    from quiz.problem import Place, Problem

    first: dict[tuple[str, str], str] = {}
    clashes = []
    for path, deck, *_ in checked:
        if deck is None:
            continue
        other = first.setdefault((deck.id, deck.language), path)
        if other != path:
            clashes.append(Problem("deck-id-taken", Place(path), {"deck": deck.id, "other": other}))
    return [*clashes, *compared((entry for one in checked for entry in one.entries), allow)]


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
        cards = sum(len(one.deck.cards) for one in checked if one.deck)
        print(say("check.well", decks=len(checked), cards=cards), file=house.out)
    else:
        print(say("check.none", paths=options.paths or house.places.decks), file=house.out)
    if options.sources is not None and not errors:
        print(say("check.proved", count=sum(one.proved for one in checked)), file=house.out)
