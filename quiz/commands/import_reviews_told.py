"""What `quiz import reviews` says of the files that it brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from argparse import Namespace

    from quiz.house import House
    from quiz.problem import Problem

#: Of each sort of row that cannot come so many are shown.
SHOWN: Final = 5
#: What an import is called where no name is given; `rest.imported` of its events.
NAME: Final = "reviews"
#: What is told of rows that are no answers, and does not count as a loss.
WARNINGS: Final = ("import-review-manual", "import-review-twice")


class Done(NamedTuple):
    """What came of a file."""

    path: str
    rows: int
    reviews: int
    added: int
    cards: int
    first: int | None
    last: int | None
    left: dict[str, list[Problem]]
    counts: dict[str, int]


def write(done: list[Done], failed: list[Problem], options: Namespace, house: House) -> None:
    """Say what came of each file, what could not come, and how to take it back."""
    from shlex import quote

    from quiz.commands.report import lines, report
    from quiz.words.safe import safe

    say = house.words.say
    for one in done:
        told = "import.reviews-dry" if options.dry_run else "import.reviews-added"
        left = sum(one.counts.values())
        print(say(told, path=safe(one.path), added=one.added, cards=one.cards), file=house.out)
        if one.first is not None and one.last is not None:
            print("  " + say("import.reviews-period", first=_date(one.first), last=_date(one.last)), file=house.out)
        if one.reviews > one.added:
            print("  " + say("import.reviews-same", count=one.reviews - one.added), file=house.out)
        if one.added and not options.dry_run:
            name = options.name or NAME
            print(
                "  " + say("import.reviews-back", command=f"quiz import reviews --undo {safe(quote(name))}"),
                file=house.out,
            )
        if left:
            print(f"\n{say('import.reviews-left', count=left)}\n", file=house.out)
        for code, problems in sorted(one.left.items(), key=lambda item: item[0] in WARNINGS):
            for place, problem in enumerate(problems[:SHOWN]):
                head, *remedy = lines(problem, house.words)
                print(head, file=house.out)
                if place == min(len(problems), SHOWN) - 1:
                    print(*remedy, sep="\n", file=house.out)
            if one.counts[code] > SHOWN:
                print(f"      {say('import.more', count=one.counts[code] - SHOWN)}", file=house.out)
    report(failed, house)


def write_json(done: list[Done], failed: list[Problem], house: House) -> None:
    """The same for programs."""
    import json

    from quiz.commands.report import as_json

    told = {
        "files": [
            {
                "path": one.path,
                "rows": one.rows,
                "reviews": one.reviews,
                "added": one.added,
                "cards": one.cards,
                "first": None if one.first is None else _date(one.first),
                "last": None if one.last is None else _date(one.last),
                "left": one.counts,
            }
            for one in done
        ],
        "left": [
            as_json(problem, house.words) for one in done for problems in one.left.values() for problem in problems
        ],
        "problems": [as_json(problem, house.words) for problem in failed],
    }
    json.dump(told, house.out, ensure_ascii=False, indent=2)
    house.out.write("\n")


def _date(at: int) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(at / 1000, UTC).date().isoformat()
