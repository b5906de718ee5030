"""`quiz import reviews`: what was answered in another program becomes part of the log, and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from quiz.commands.import_reviews_told import NAME, WARNINGS, Done, Understood, write, write_json
from quiz.problem import Failure, Place, Problem

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from quiz.commands.import_reviews_table import Table
    from quiz.exchange.revlog import Reader, Row
    from quiz.exchange.revlog_columns import Columns, Survey
    from quiz.house import House
    from quiz.memory.event import Event

#: Of each sort of row that cannot come so many are kept, to be told with `--json`.
KEPT: Final = 1000
#: The device of all that was imported: the same everywhere, so that two computers import the same lines.
DEVICE: Final = "import"
_DAY_MS: Final = 86_400_000
_NOON_MS: Final = _DAY_MS // 2


def run(options: Namespace, house: House) -> int:
    """Import each file; or take an import back."""
    if options.undo is not None:
        return _take_back(options.undo or options.name or NAME, options, house)
    paths = options.files[1:]
    if not paths:
        raise Failure(Problem("import-reviews"), exit_code=2)
    offset_of = _offsets(options)
    begin = _day(options.begin)
    scale = _scale(options.ratings)
    done: list[Done] = []
    failed: list[Problem] = []
    for path in paths:
        try:
            done.append(_bring(path, options, house, begin, scale, offset_of))
        except Failure as failure:
            if failure.exit_code == 2:
                raise
            failed += failure.problems
    if options.json:
        write_json(done, failed, house)
    else:
        write(done, failed, options, house)
    if not done:
        return 3 if all(problem.place is None for problem in failed) else 1
    lost = any(code not in WARNINGS for one in done for code in one.counts)
    return 1 if failed or lost else 0


def _bring(
    path: str,
    options: Namespace,
    house: House,
    begin: int,
    scale: Mapping[int, int] | None,
    offset_of: Callable[[int], int],
) -> Done:
    from quiz.commands.import_reviews_table import Table
    from quiz.exchange.revlog import Reader
    from quiz.exchange.revlog_columns import surveyed
    from quiz.library.collector import paused

    with paused():
        table = Table(path)
        columns = columns_found(table)
        survey = surveyed((row for _, row in table.rows()), columns)
        if options.dates:
            survey = survey._replace(day_first=options.dates == "dmy")
        if problem := _undecided(survey, options, path, told=scale is not None):
            raise Failure(problem, exit_code=1)
        reader = Reader(survey, begin, options.user, scale)
        coming = _Coming(path, reader, options, begin, offset_of)
        rows = table.rows() if survey.sorted_ or survey.columns.time is not None else table.in_order(survey.columns)
        if options.dry_run:
            journal = house.journal(read_only=True)
            added = sum(journal.event(event.id) is None for event in coming.events(rows))
        else:
            added = house.journal().merge(coming.events(rows))
    return Done(
        path,
        survey.rows,
        coming.reviews,
        added,
        len(coming.cards),
        _strangers(coming.cards, house),
        coming.first,
        coming.last,
        coming.left,
        coming.counts,
        Understood(survey, table.encoding, options.ratings or survey.scale or "", clock=coming.clock_asked),
    )


def _strangers(cards: Iterable[str], house: House) -> int:
    """How many of these cards are in no deck of the library."""
    from quiz.commands.shelf import opened
    from quiz.deck.identity import REVERSE

    known = opened((), house, read_only=True).library.belongs()
    return sum(card not in known and card.removesuffix(REVERSE) not in known for card in cards)


def columns_found(table: Table) -> Columns:
    """The columns of a table. Raises `Failure` where it lacks one that a log must have."""
    from quiz.exchange.revlog_columns import Columns, columns_of

    columns = columns_of(table.header)
    if isinstance(columns, Columns):
        return columns
    facts = {"lacking": columns, "header": tuple(table.header[:20])}
    raise Failure(Problem("import-reviews-columns", Place(table.path), facts), exit_code=1)


def _undecided(survey: Survey, options: Namespace, path: str, *, told: bool) -> Problem | None:
    """What only the learner can tell about a log, before a row of it is taken in."""
    place, users = Place(path), survey.users
    if options.user and survey.columns.user is None:
        return Problem("import-reviews-nobody", place, {"user": options.user})
    if options.user and users and options.user not in users:
        from difflib import get_close_matches

        near = get_close_matches(options.user, users, n=1, cutoff=0) or list(users)[:1]
        return Problem("import-reviews-user", place, {"user": options.user, "near": near[0]})
    if len(users) > 1 and not options.user:
        most = max(users, key=lambda user: users[user])
        return Problem("import-reviews-users", place, {"count": len(users), "user": most, "reviews": users[most]})
    if survey.early is not None:
        least, most_ = (f"{number:.15g}" for number in survey.early)
        return Problem("import-reviews-early", place, {"least": least, "most": most_})
    if survey.day_first is None:
        return Problem("import-reviews-dates", place)
    if survey.scale is None and not told:
        return Problem("import-reviews-scale", place, {"ratings": survey.ratings[:12]})
    return None


class _Coming:
    """The events of a file, one after the other; what could not become one is kept by its sort."""

    def __init__(
        self, path: str, reader: Reader, options: Namespace, begin: int, offset_of: Callable[[int], int]
    ) -> None:
        self._path = path
        self._reader = reader
        self._prefix = f"{options.into}/" if options.into else ""
        self._rest = {"imported": options.name or NAME}
        self._offset_of = offset_of
        self._begin = begin
        self.clock_asked = False
        self.cards: dict[str, _Last] = {}
        self.reviews = 0
        self.first: int | None = None
        self.last: int | None = None
        self.left: dict[str, list[Problem]] = {}
        self.counts: dict[str, int] = {}

    def events(self, rows: Iterator[tuple[int, list[str]]]) -> Iterator[Event]:
        """Every row as an event."""
        from quiz.memory.event import Event

        read = self._reader.read
        for number, cells in rows:
            row = read(cells)
            if row is None:
                continue
            if isinstance(row, str):
                self._leave(row, number, cells)
                continue
            card = self._prefix + row.card
            placed = self._placed(card, row, hash(tuple(cells)))
            if placed is None:
                self._leave("import-review-twice", number, cells)
                continue
            at, offset = placed
            self.reviews += 1
            self.first = at if self.first is None or at < self.first else self.first
            self.last = at if self.last is None or at > self.last else self.last
            yield Event(at, offset, DEVICE, "reviewed", card, row.rating, None, None, None, row.took_ms, self._rest)

    def _placed(self, card: str, row: Row, said: int) -> tuple[int, int] | None:
        """When a review was, after all that is known of the card; None for one that was told before.

        Where only days are known, the reviews of a card stand at noon and a second apart, in the order of the file. Two
        in one moment stand a millisecond apart.
        """
        before = self.cards.get(card)
        if row.at is None:
            place = before.place + 1 if before else 0
            day = (
                row.day
                if row.day is not None
                else (before.day if before else self._begin) + (row.elapsed or 0 if before else 0)
            )
            self.cards[card] = _Last(place=place, day=day)
            return day * _DAY_MS + _NOON_MS + place % 20_000 * 1000, 0
        offset = row.offset
        at = row.at
        if offset is None:
            offset = self._offset_of(at)
            self.clock_asked = self.clock_asked or not row.wall
        if row.wall:
            at -= offset * 60_000
        if before is not None and before.at <= at <= before.shifted:
            if before.said == said:
                return None
            self.cards[card] = before._replace(said=said, shifted=before.shifted + 1)
            return before.shifted + 1, offset
        self.cards[card] = _Last(at, at, said)
        return at, offset

    def _leave(self, code: str, line: int, cells: list[str]) -> None:
        count = self.counts[code] = self.counts.get(code, 0) + 1
        if count <= KEPT:
            problem = Problem(code, Place(self._path, line), {"row": ",".join(cells)[:80]})
            self.left.setdefault(code, []).append(problem)


class _Last(NamedTuple):
    """The last review of a card that a file told of: its moment as told and as placed, and a hash of its row.

    Where only days are known, its place among the card's and its study day.
    """

    at: int = 0
    shifted: int = 0
    said: int = 0
    place: int = 0
    day: int = 0


def _offsets(options: Namespace) -> Callable[[int], int]:
    """Minutes east of UTC at a moment, where the file tells none: by `--zone`, else by this computer's clock."""
    import re
    import time

    said = options.zone
    if not said:
        return lambda at: (time.localtime(at / 1000).tm_gmtoff or 0) // 60
    if match := re.fullmatch(r"(?:UTC)?(?:([+-])(\d{1,2})(?::?(\d\d))?)?", said, re.IGNORECASE):
        minutes = int(match[2] or 0) * 60 + int(match[3] or 0)
        signed = -minutes if match[1] == "-" else minutes
        return lambda _at: signed
    from datetime import datetime
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        zone = ZoneInfo(said)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Failure(Problem("import-reviews-zone", facts={"name": said}), exit_code=2) from error

    def offset_of(at: int) -> int:
        offset = datetime.fromtimestamp(at / 1000, zone).utcoffset()
        return 0 if offset is None else round(offset.total_seconds() / 60)

    return offset_of


def _scale(said: str) -> Mapping[int, int] | None:
    from quiz.exchange.revlog_ratings import SCALES, scale_said

    if not said:
        return None
    found = scale_said(said)
    if found is None:
        raise Failure(Problem("import-reviews-ratings", facts={"text": said, "known": tuple(SCALES)}), exit_code=2)
    return found


def _day(said: str) -> int:
    from datetime import date

    try:
        return date.fromisoformat(said).toordinal() - date(1970, 1, 1).toordinal()
    except ValueError as error:
        raise Failure(Problem("import-reviews-begin", facts={"text": said}), exit_code=2) from error


def _take_back(name: str, options: Namespace, house: House) -> int:
    """Undo every review of an import that stands."""
    from dataclasses import replace

    from quiz.memory.event import Event
    from quiz.words.safe import safe

    journal = house.journal(read_only=options.dry_run)
    standing = {review.event for review in journal.reviews()}
    now = house.now()
    found = [
        (event.card, event.id)
        for event in journal.events()
        if event.kind == "reviewed" and event.rest.get("imported") == name and event.id in standing
    ]
    if not options.dry_run:
        first = Event(now.at, now.offset, house.device, "undone", "")
        journal.merge(replace(first, card=card, rest={"of": key}) for card, key in found)
    if options.json:
        import json

        json.dump({"name": name, "undone": len(found)}, house.out, ensure_ascii=False, indent=2)
        house.out.write("\n")
    else:
        told = "import.reviews-undo-dry" if options.dry_run else "import.reviews-undone"
        print(house.words.say(told, name=safe(name), count=len(found)), file=house.out)
    return 0 if found else 1
