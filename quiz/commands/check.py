"""`quiz check`: read decks and show every problem with its line; with `--sources`, prove every evidence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from quiz.commands.check_formats import FORMATS, counts, with_code, write

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.commands.check_files import Checked
    from quiz.deck.lint.mend import Mend
    from quiz.house import House
    from quiz.library.kepts import Kepts
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
    "watch": False,
}


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
    lessons.add_argument("--watch", action="store_true", help=words.say("help.check-watch"))
    lessons.add_argument("--fix", action="store_true", help=words.say("help.check-fix"))
    lessons.add_argument("--learned", action="store_true", help=words.say("help.check-learned"))
    lessons.add_argument("--unlearn", metavar="FILE:LINE", help=words.say("help.check-unlearn"))


def run(options: Namespace, house: House) -> int:
    """Check, report, and say by the exit code whether anything is wrong (1)."""
    from quiz.commands.check_files import Asked, as_given, look
    from quiz.library.collector import paused
    from quiz.library.folder import find
    from quiz.settings import deck_paths

    if options.unlearn:
        from quiz.commands.teach import unlearn

        return unlearn(options, house)
    paths, folder = list(options.paths), options.sources
    if folder and not os.path.isdir(folder) and os.path.exists(folder):
        paths, folder = [folder, *paths], ""  # `--sources DECK`: the texts are beside it
    if options.watch:
        from quiz.commands.check_watch import watch

        allow, unknown = _allowed(options, house)
        return watch(Asked(paths, folder, allow), _kepts(options, allow, house), unknown, options, house)
    found, lost = find(paths or deck_paths(house.settings, house.places))
    if options.learned:
        from quiz.commands.report import report
        from quiz.commands.teach import list_learned

        report(lost, house)
        code = list_learned([as_given(file.path, paths) for file in found], options, house)
        return 3 if lost else code
    allow, unknown = _allowed(options, house)
    fixed: list[Mend] = []
    with paused():
        if options.fix:
            from quiz.commands.check_fix import fix

            fixed, unwritten = fix([as_given(file.path, paths) for file in found], allow, house)
            lost = [*lost, *unwritten]
        checked, between = look(found, Asked(paths, folder, allow), _kepts(options, allow, house), house)
    asked = _doubts({file.path: one.path for file, one in zip(found, checked, strict=True)}, house)
    problems = [*lost, *unknown, *between, *asked, *(problem for one in checked for problem in one.problems)]
    form = "json" if options.json else options.format
    if form == "text":
        show(checked, problems, fixed, options, house)
    else:
        write(form, checked, problems, fixed if options.fix else None, house)
    grave = any(problem.severity == "error" or options.strict for problem in problems)
    unread = (
        bool(problems) and all(problem.place is None for problem in problems) and not any(one.deck for one in checked)
    )
    return 3 if unread else 1 if grave else 0


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
    from quiz.library.kepts import Kepts

    return Kepts("" if options.no_cache else os.path.join(house.places.cache, "checked.db"), allow)


def _doubts(given: dict[str, str], house: House) -> list[Problem]:
    """Which of these cards may be others that left with their history; of nobody who has no index yet."""
    if not os.path.exists(house.places.index):
        return []
    from quiz.commands.check_doubts import doubts

    return doubts(given, house)


def show(checked: list[Checked], problems: list[Problem], fixed: list[Mend], options: Namespace, house: House) -> None:
    """Say for people what was found and what was put right."""
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
