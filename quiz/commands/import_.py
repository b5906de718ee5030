"""`quiz import`: what people have in other formats becomes a deck, or comes into one; what does not is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator, Sequence

    from quiz.commands.imported import Imported
    from quiz.deck.card import Card
    from quiz.house import House
    from quiz.words import Words

#: Of a sort of remark so many are shown; `--json` gives them all.
SHOWN: Final = 5
#: A first word that is no file: what other programs remember is another matter (quiz/commands/import_reviews.py).
RESERVED: Final = "reviews"


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz import`."""
    from quiz.exchange.formats import READ
    from quiz.exchange.making import FORCED

    say = words.say
    parser.add_argument("files", nargs="+", help=say("help.import-files"))
    parser.add_argument("-o", "--output", metavar="PATH", default="", help=say("help.import-output"))
    parser.add_argument("--deck", metavar="ID", default="", help=say("help.import-deck"))
    parser.add_argument("--title", metavar="TEXT", default="", help=say("help.import-title"))
    parser.add_argument("--language", choices=("en", "fr"), default="", help=say("help.import-language"))
    parser.add_argument("--from", dest="format", choices=READ, default="", help=say("help.import-from"))
    parser.add_argument("--columns", metavar="NAMES", default="", help=say("help.import-columns"))
    parser.add_argument("--kind", choices=FORCED, default="", help=say("help.import-kind"))
    parser.add_argument("--apart", action="store_true", help=say("help.import-apart"))
    parser.add_argument("--dry-run", action="store_true", help=say("help.import-dry-run"))
    reviews = parser.add_argument_group(say("help.import-reviews"))
    reviews.add_argument("--as", dest="into", metavar="DECK", default="", help=say("help.import-reviews-as"))
    reviews.add_argument("--zone", metavar="ZONE", default="", help=say("help.import-reviews-zone"))
    reviews.add_argument("--begin", metavar="DAY", default="2020-01-01", help=say("help.import-reviews-begin"))
    reviews.add_argument("--user", metavar="ID", default="", help=say("help.import-reviews-user"))
    reviews.add_argument("--ratings", metavar="SCALE", default="", help=say("help.import-reviews-ratings"))
    reviews.add_argument("--dates", choices=("dmy", "mdy"), default="", help=say("help.import-reviews-dates"))
    reviews.add_argument("--name", metavar="NAME", default="", help=say("help.import-reviews-name"))
    reviews.add_argument("--undo", metavar="NAME", nargs="?", const="", help=say("help.import-reviews-undo"))
    parser.add_argument("--json", action="store_true", help=say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Import, write, and say what came and what did not."""
    from quiz.commands.imported import batches, bring
    from quiz.deck.identity import is_id
    from quiz.exchange.columns import key_of
    from quiz.library.collector import paused

    if options.files[0] == RESERVED:
        from quiz.commands import import_reviews

        return import_reviews.run(options, house)
    if options.deck and not is_id(options.deck):
        raise Failure(Problem("import-deck-odd", facts={"name": options.deck}), exit_code=2)
    names = [name.strip() for name in options.columns.split(",")] if options.columns else []
    unknown = [name for name in names if name and not key_of(name)]
    if unknown:
        from quiz.exchange.columns import KEYS

        raise Failure(Problem("import-columns", facts={"name": unknown[0], "known": KEYS}), exit_code=2)
    done: list[Imported] = []
    failed: list[Problem] = []
    for batch in batches(options):
        try:
            with paused():
                done.append(bring(batch, tuple(names), options, house))
        except Failure as failure:
            if failure.exit_code == 2:
                raise
            failed += failure.problems
    if options.json:
        _write_json(done, failed, house)
    else:
        _write(done, failed, options, house)
    if not done:
        return 3 if all(problem.place is None for problem in failed) else 1
    lost = any(problem.severity == "error" for one in done for problem in one.left)
    return 1 if failed or lost else 0


def _write(done: Sequence[Imported], failed: Sequence[Problem], options: Namespace, house: House) -> None:
    from quiz.commands.report import report

    say = house.words.say
    for one in done:
        told = "import.dry" if options.dry_run else "import.added" if one.added else "import.none"
        formats = ", ".join(one.formats)
        print(say(told, path=one.path, added=one.added, cards=one.cards, format=formats), file=house.out)
        for path, deck, count in one.parts:
            print("  " + say("import.part", path=path, deck=deck, count=count), file=house.out)
        if one.same:
            print("  " + say("import.same", count=one.same), file=house.out)
        for before, after in one.changed[:SHOWN]:
            print("  " + say("import.changed", before=_said(before), after=_said(after)), file=house.out)
        if len(one.changed) > SHOWN:
            print("  " + say("import.changed-more", count=len(one.changed) - SHOWN), file=house.out)
        if one.guessed:
            counts = " · ".join(f"{kind} {house.words.fact(count)}" for kind, count in sorted(one.guessed.items()))
            print("  " + say("import.guessed", counts=counts), file=house.out)
    left = [problem for one in done for problem in one.left]
    if left:
        print(f"\n{say('import.left', count=len(left))}\n", file=house.out)
        print(*_grouped(left, house.words), sep="\n", file=house.out)
    report(failed, house)


def _said(card: Card) -> str:
    answer = card.answer
    return f"{card.question} → {'; '.join(answer.items) if answer.kind == 'list' else answer.text}"


def _grouped(left: Iterable[Problem], words: Words) -> Iterator[str]:
    """The remarks sort by sort, those first that cost a card; of each sort the first few, and its remedy once."""
    from quiz.commands.report import lines

    sorts: dict[str, list[Problem]] = {}
    for problem in left:
        sorts.setdefault(problem.code, []).append(problem)
    for problems in sorted(sorts.values(), key=lambda found: found[0].severity != "error"):
        for place, problem in enumerate(problems[:SHOWN]):
            head, *remedy = lines(problem, words)
            yield head
            if place == min(len(problems), SHOWN) - 1:
                yield from remedy
        if len(problems) > SHOWN:
            yield f"      {words.say('import.more', count=len(problems) - SHOWN)}"


def _write_json(done: Sequence[Imported], failed: Sequence[Problem], house: House) -> None:
    import json

    from quiz.commands.report import as_json

    left = [problem for one in done for problem in one.left]
    told = {
        "decks": [
            {
                "path": one.path,
                "deck": one.deck,
                "title": one.title,
                "language": one.language,
                "files": list(one.files),
                "formats": list(one.formats),
                "added": one.added,
                "changed": [
                    {"card": after.identity, "before": _said(before), "after": _said(after)}
                    for before, after in one.changed
                ],
                "same": one.same,
                "cards": one.cards,
                "kinds": one.kinds,
                "guessed": one.guessed,
                "parts": [{"path": path, "deck": deck, "added": count} for path, deck, count in one.parts],
            }
            for one in done
        ],
        "left": [as_json(problem, house.words) for problem in left],
        "problems": [as_json(problem, house.words) for problem in failed],
        "lost": sum(problem.severity == "error" for problem in left),
    }
    json.dump(told, house.out, ensure_ascii=False, indent=2)
    house.out.write("\n")
