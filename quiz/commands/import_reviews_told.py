"""What `quiz import reviews` says of the files that it brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from quiz.exchange.revlog_columns import Survey
    from quiz.house import House
    from quiz.problem import Problem

#: Of each sort of row that cannot come so many are shown.
SHOWN: Final = 5
#: What an import is called where no name is given; `rest.imported` of its events.
NAME: Final = "reviews"
#: What is told of rows that are no answers, and does not count as a loss.
WARNINGS: Final = ("import-review-manual", "import-review-twice")


class Understood(NamedTuple):
    """How a file was read: its survey, encoding and scale of ratings, and whether a clock had to be assumed."""

    survey: Survey
    encoding: str
    scale: str
    clock: bool

    def lines(self, options: Namespace, house: House) -> Iterator[str]:
        """What was read as what, for people."""
        from quiz.words.safe import safe

        say, columns = house.words.say, self.survey.columns

        def called(place: int | None) -> str:
            return safe(columns.names[place]) if place is not None and place < len(columns.names) else ""

        parts = [f"{say('import.reviews-is-card')} = {called(columns.card)}"]
        times = [called(place) for place in (columns.time, columns.day, columns.clock) if place is not None]
        times = times or [called(columns.seconds if columns.elapsed is None else columns.elapsed)]
        parts.append(f"{say('import.reviews-is-time')} = {' + '.join(times)}")
        scale = "" if not self.scale or columns.seen is not None else f" ({safe(self.scale)})"
        parts.append(f"{say('import.reviews-is-rating')} = {called(columns.rating)}{scale}")
        if columns.duration is not None:
            unit = "s" if self.survey.in_seconds else "ms"
            parts.append(f"{say('import.reviews-is-duration')} = {called(columns.duration)} ({unit})")
        yield say("import.reviews-read", columns=", ".join(parts))
        if columns.unused:
            yield say("import.reviews-unused", columns=safe(", ".join(columns.unused)))
        if columns.seen is not None:
            yield say("import.reviews-sessions")
        if self.clock and not options.zone:
            yield say("import.reviews-clock")
        if self.encoding == "cp1252":
            yield say("import.reviews-encoding")

    def as_json(self) -> dict[str, Any]:
        """The same for programs."""
        columns = self.survey.columns
        places = columns._asdict()
        del places["names"]
        return {
            "columns": {
                thing: columns.names[place]
                for thing, place in places.items()
                if place is not None and place < len(columns.names)
            },
            "unused": list(columns.unused),
            "ratings": self.scale,
            "duration": None if columns.duration is None else "s" if self.survey.in_seconds else "ms",
            "encoding": "utf-8" if self.encoding == "utf-8-sig" else self.encoding,
            "clock_assumed": self.clock,
        }


class Done(NamedTuple):
    """What came of a file."""

    path: str
    rows: int
    reviews: int
    added: int
    cards: int
    strangers: int
    first: int | None
    last: int | None
    left: dict[str, list[Problem]]
    counts: dict[str, int]
    understood: Understood


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
        for line in one.understood.lines(options, house):
            print("  " + line, file=house.out)
        if one.strangers:
            print("  " + say("import.reviews-strangers", count=one.strangers), file=house.out)
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
                "strangers": one.strangers,
                "first": None if one.first is None else _date(one.first),
                "last": None if one.last is None else _date(one.last),
                "left": one.counts,
                "read": one.understood.as_json(),
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
