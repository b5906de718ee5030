"""`quiz derive`: articles → a deck of drafts; or, with `--json` and `--explain`, a look at what was found and why."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Mapping

    from quiz.commands.batches import Batch, Wanted
    from quiz.commands.derived_decks import Written
    from quiz.commands.progress import Progress
    from quiz.derive.document import Extractor
    from quiz.house import House
    from quiz.words import Words


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz derive`."""
    from quiz.commands.parser import whole

    say = words.say
    parser.add_argument("articles", nargs="*", help=say("help.derive-articles"))
    parser.add_argument("-o", "--output", metavar="PATH", default="", help=say("help.derive-output"))
    parser.add_argument("--deck", metavar="ID", default="", help=say("help.derive-deck"))
    parser.add_argument("--title", metavar="TEXT", default="", help=say("help.derive-title"))
    parser.add_argument("--date", metavar="DAY", default="", help=say("help.derive-date"))
    parser.add_argument("--language", choices=("en", "fr"), default="", help=say("help.derive-language"))
    parser.add_argument("--limit", metavar="N", type=whole, help=say("help.derive-limit"))
    parser.add_argument("--allow-private", action="store_true", help=say("help.derive-allow-private"))
    ends = parser.add_mutually_exclusive_group()
    ends.add_argument("--accept", action="store_true", help=say("help.derive-accept"))
    ends.add_argument("--review", action="store_true", help=say("help.derive-review"))
    ends.add_argument("--json", action="store_true", help=say("help.derive-json"))
    ends.add_argument("--explain", metavar="WORDS", nargs="?", const="", help=say("help.derive-explain"))


def run(options: Namespace, house: House) -> int:
    """Derive, write, and say what was written; or look only."""
    _sound(options)
    if options.review and all(map(_is_deck, options.articles)):
        return _review(options.articles, house)
    if not options.articles:
        raise Failure(Problem("derive-nothing"), exit_code=2)
    from quiz.commands.batches import wanted
    from quiz.commands.extractors import extractors

    meant = wanted(options.articles)
    known, problems = extractors()
    if problems:
        from quiz.commands.report import report

        report(problems, house)
    if options.json:
        from quiz.commands.derive_json import write_json

        return write_json(_batches(meant, options, house), known, options, house)
    if options.explain is not None:
        from quiz.commands.derive_explain import explain

        return explain(_batches(meant, options, house), known, options, house)
    return _decks(meant, known, options, house)


def _sound(options: Namespace) -> None:
    """Refuse what cannot be meant. Raises `Failure`."""
    from quiz.deck.identity import is_id

    check_day(options.date)
    if options.deck and not is_id(options.deck):
        raise Failure(Problem("derive-deck-odd", facts={"name": options.deck}), exit_code=2)


def check_day(text: str) -> None:
    """Refuse a day that is none, of the form YYYY-MM-DD. Raises `Failure`."""
    from datetime import date

    try:
        sound = not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        sound = False
    if not sound:
        raise Failure(Problem("day-odd", facts={"name": text}), exit_code=2)


def _batches(
    meant: list[Wanted], options: Namespace, house: House, progress: Progress | None = None
) -> Iterator[Batch]:
    """Each batch with its articles; what is wrong with it is told at once, unless programs read."""
    from quiz.commands.batches import by_language, fetched
    from quiz.commands.report import report

    for one in meant:
        if progress:
            progress.show(one.sources[0])
        batch = fetched(one, options, house)
        if batch.problems and not options.json:
            if progress:
                progress.clear()
            report(batch.problems, house)
        yield from by_language(batch)


def _is_deck(name: str) -> bool:
    return name.endswith((".yaml", ".yml"))


def _review(paths: list[str], house: House) -> int:
    from quiz.commands.review import review
    from quiz.library.folder import find

    if not paths:
        found, _ = find([house.places.decks])
        paths = [file.path for file in found]
    return review(paths, house)


def _decks(meant: list[Wanted], known: Mapping[str, Extractor], options: Namespace, house: House) -> int:
    """Write a deck for each batch. Interrupted, it says how many are done; run again, it goes on from there."""
    from quiz.commands.derived_decks import write_deck
    from quiz.commands.progress import Progress

    written: list[Written] = []
    left = failed = 0
    many = len(meant) > 1
    progress = Progress(len(meant), house)
    try:
        for batch in _batches(meant, options, house, progress):
            failed += sum(problem.severity == "error" for problem in batch.problems)
            if not batch.articles:
                continue
            done = write_deck(batch, known, options, house)
            if done is None:
                left += 1
                continue
            written.append(done)
            if not many:
                _tell(done, house)
    except KeyboardInterrupt:
        progress.clear()
        print(house.words.say("derive.interrupted", done=len(written) + left, total=len(meant)), file=house.err)
        raise
    progress.clear()
    if many:
        _tell_all(written, left, failed, options.output, house)
    if not written and not left:
        return 3
    if options.review:
        return _review([one.path for one in written if one.drafts], house)
    return 1 if failed else 0


def _tell(done: Written, house: House) -> None:
    """What came of one deck."""
    from quiz.commands.derived_decks import lines

    print(*lines(done, house.words), sep="\n", file=house.out)


def _tell_all(written: list[Written], left: int, failed: int, output: str, house: House) -> None:
    say = house.words.say
    cards = sum(one.added + one.renewed for one in written)
    counts = {"decks": len(written), "cards": cards, "left": left, "failed": failed}
    folder = os.path.dirname(written[0].path) if written else output or house.places.decks
    print(say("derive.many", folder=folder, **counts), file=house.out)
    disputed = sum(len(one.contradictions) for one in written)
    if disputed:
        print(say("derive.contradictions-many", count=disputed), file=house.out)
