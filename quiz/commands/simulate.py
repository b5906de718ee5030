"""`quiz simulate`: next year's work and knowledge by what is wanted, and what suffices to know a deck by a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Sequence

    from quiz.house import House
    from quiz.memory.memory import Memory
    from quiz.stats.simulation.course import Wishes
    from quiz.stats.simulation.habits import Habits
    from quiz.terminal.paint import Line
    from quiz.terminal.stats.paper import Paper
    from quiz.words import Words

DEFAULTS: Final[dict[str, Any]] = {
    "new": [],
    "retention": [],
    "days": None,
    "exam": "",
    "target": None,
    "deck": [],
    "tag": [],
    "seed": 1,
    "plain": False,
    "json": False,
    "csv": False,
}

#: Days and new cards a day that are lived at most.
DAYS_MAX: Final = 3_650
NEW_MAX: Final = 9_999
#: How far back answers tell how this person answers, and how many are enough for it.
LATELY_DAYS: Final = 365
ENOUGH: Final = 200
#: The retentions that may be wanted, as in the settings; and the targets of an exam.
RETENTIONS: Final = (0.70, 0.97)
TARGETS: Final = (0.50, 0.99)


class Present(NamedTuple):
    """How things stand: the cards in memory, how many were never asked, and how this person lives and answers."""

    memories: Sequence[Memory]
    new: int
    wishes: Wishes
    decks: tuple[str, ...]


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz simulate`."""
    from quiz.commands.parser import whole

    say = words.say
    parser.add_argument("--new", type=_numbers, default=[], metavar="N,N…", help=say("help.simulate-new"))
    parser.add_argument("--retention", type=_texts, default=[], metavar="R,R…", help=say("help.simulate-retention"))
    parser.add_argument("--days", type=_days, metavar="N", help=say("help.simulate-days"))
    parser.add_argument("--exam", default="", metavar="DAY", help=say("help.simulate-exam"))
    parser.add_argument("--target", metavar="SHARE", help=say("help.simulate-target"))
    parser.add_argument("--deck", action="append", default=[], metavar="DECK", help=say("help.stats-deck"))
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help=say("help.stats-tag"))
    parser.add_argument("--seed", type=whole, default=1, metavar="N", help=say("help.simulate-seed"))
    parser.add_argument("--plain", action="store_true", help=say("help.stats-plain"))
    parser.add_argument("--json", action="store_true", help=say("help.json"))
    parser.add_argument("--csv", action="store_true", help=say("help.stats-csv"))


def run(options: Namespace, house: House) -> int:
    """Live the days to come, and tell what they would hold."""
    retentions = [_share(text, "retention-odd", *RETENTIONS) for text in options.retention]
    if options.exam:
        from quiz.commands.simulate_exam import run_exam

        if len(retentions) > 1 or options.new or options.days is not None:
            raise Failure(Problem("exam-with-wishes"), exit_code=2)
        target = _share(options.target, "target-odd", *TARGETS) if options.target else None
        return run_exam(options, retentions, target, house)
    if options.target:
        raise Failure(Problem("target-without-exam"), exit_code=2)
    return _compare(options, retentions, house)


def _compare(options: Namespace, retentions: Sequence[float], house: House) -> int:
    from quiz.stats.simulation.compare import RETENTIONS as USUAL
    from quiz.stats.simulation.compare import compare
    from quiz.stats.simulation.told import Comparison, table, to_json
    from quiz.terminal.simulated import draw, nothing

    present = stands(options, house)
    wishes = present.wishes
    if options.days is not None:
        wishes = replace(wishes, days=options.days)
    numbers = sorted(set(options.new)) or [round(wishes.new_per_day)]
    if not retentions:
        retentions = [wishes.retention] if options.new else sorted({*USUAL, wishes.retention})
    else:
        retentions = sorted(set(retentions))
    asked = [
        replace(wishes, retention=retention, new_per_day=number, new_today=_left(wishes, number))
        for number in numbers
        for retention in retentions
    ]
    compared = Comparison(wishes, compare(present.memories, present.new, asked, options.seed), len(present.memories))
    if options.json:
        from quiz.commands.printed import write_json

        write_json(to_json(compared) | {"seed": options.seed}, house)
    elif options.csv:
        write_csv(table(compared), house)
    elif not compared.cards:
        show(nothing(house.words), paper(options, house), house)
    else:
        sheet = paper(options, house)
        show(draw(compared, house.words, sheet), sheet, house)
    return 0


def _left(wishes: Wishes, number: float) -> float | None:
    """The new cards that would be left for today with another number a day."""
    if wishes.new_today is None:
        return None
    return max(0, number - (wishes.new_per_day - wishes.new_today))


# --- how things stand ------------------------------------------------------------------------------------------------


def stands(options: Namespace, house: House) -> Present:
    """The cards that are meant, with their memories, and how this person lives and answers.

    Raises `Failure`: "no-such-deck", "no-such-tag".
    """
    from types import SimpleNamespace

    from quiz.commands.figures import scoped
    from quiz.library.collector import paused
    from quiz.memory.fsrs import DEFAULTS as WEIGHTS
    from quiz.stats.simulation.course import Wishes

    meant: Any = SimpleNamespace(deck=options.deck, tag=options.tag, since="")
    scope = scoped(meant, house)
    settings, today = house.settings, scope.today
    with paused():
        cards = scope.library.asked(scope.decks or None)
        if options.tag and scope.cards is not None:
            cards = [card for card in cards if card in scope.cards]
        known = {memory.card: memory for memory in scope.journal.changed_since(0)}
        met = [memory for card in cards if (memory := known.get(card)) is not None and memory.reviews]
    introduced, answered = scope.journal.today(today)
    wishes = Wishes(
        today,
        retention=settings.retention,
        scheduled_for=settings.retention,
        new_per_day=settings.new_per_day,
        reviews_per_day=settings.reviews_per_day,
        new_today=max(0, settings.new_per_day - introduced),
        reviews_today=max(0, settings.reviews_per_day - (answered - introduced)),
        weights=scope.journal.weights or WEIGHTS,
        habits=_habits(house, today),
    )
    return Present(met, len(cards) - len(met), wishes, scope.decks)


def _habits(house: House, today: int) -> Habits:
    """How this person answers lately, whatever the deck; of whom answered little lately, ever."""
    from quiz.stats.simulation.habits import habits

    journal = house.journal(read_only=True)
    found = habits(journal.reviews(since=today - LATELY_DAYS))
    return found if found.reviews >= ENOUGH else habits(journal.reviews())


# --- what is read and shown ------------------------------------------------------------------------------------------


def paper(options: Namespace, house: House) -> Paper:
    """What is drawn on."""
    from quiz.terminal.stats import paper

    if options.plain or house.settings.plain or not house.out.isatty() or house.environ.get("TERM", "") in {"", "dumb"}:
        return paper.Paper(drawn=False)
    return paper.Paper(*paper.size(house.environ), signs=paper.fitting(house.out.encoding))


def show(lines: Iterable[Line], sheet: Paper, house: House) -> None:
    """The lines, with the signs that the terminal has."""
    from quiz.settings import color
    from quiz.terminal.paint import ansi, colour_wanted, plain
    from quiz.terminal.stats.paper import plainer

    shown = plainer(lines, house.out.encoding or "ascii")
    if sheet.drawn:
        colour = colour_wanted(house.environ, color(house.settings, house.environ))
        house.out.write(ansi(shown, colour).replace("\r\n", "\n"))
    else:
        house.out.write(plain(shown))


def write_csv(rows: Iterable[Sequence[object]], house: House) -> None:
    """Rows, the first of which names the columns."""
    import csv

    writer = csv.writer(house.out, lineterminator="\n")
    for row in rows:
        writer.writerow(["" if value is None else value for value in row])


def _numbers(text: str) -> list[int]:
    """Whole numbers with commas between them, for `type=`."""
    numbers = [int(part) for part in text.replace(" ", "").split(",") if part]
    if not numbers or not all(0 <= number <= NEW_MAX for number in numbers):
        raise ValueError(text)
    return numbers


def _days(text: str) -> int:
    number = int(text)
    if not 1 <= number <= DAYS_MAX:
        raise ValueError(text)
    return number


def _texts(text: str) -> list[str]:
    return [
        part for part in text.replace(";", " ").replace("%", " ").replace(", ", " ").replace(",", " ").split() if part
    ]


def _share(text: str, code: str, low: float, high: float) -> float:
    """A share: 0.9, .9, 90, 90 %."""
    try:
        number = float(text.replace("%", "").replace(",", ".").strip())
    except ValueError:
        number = -1.0
    share = number / 100 if number > 1 else number
    if not low <= share <= high:
        raise Failure(Problem(code, facts={"value": text, "low": f"{low:g}", "high": f"{high:g}"}), exit_code=2)
    return round(share, 4)
