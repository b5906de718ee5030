"""Reviews that another program kept, row by row: what the columns are called, and what their values say.

Logs differ: Anki's own table has `id` (the moment), `cid`, `ease` and `time`; research data have `card_id`,
`review_time` or `day_offset`, `rating` or `button_chosen`, `delta_t` or `elapsed_days`. Nothing here knows files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Final, NamedTuple

#: What a column may be called, small letters and digits only, for each thing that is known of a review.
NAMES: Final[dict[str, tuple[str, ...]]] = {
    "card": ("cardid", "cid", "card", "itemid", "item", "wordid", "word", "questionid", "lexemeid", "noteid", "nid"),
    "time": (
        "reviewtime", "timestamp", "reviewedat", "reviewdatetime", "datetime", "createdat", "answeredat", "at",
        "unixtime", "epoch", "reviewtimestamp", "time",
    ),
    "day": ("dayoffset", "reviewdate", "reviewday", "studyday", "daynumber", "day", "date"),
    "elapsed": ("deltat", "elapseddays", "elapsed", "deltadays", "dayssincelast", "realdays", "delta"),
    "seconds": ("elapsedseconds", "deltaseconds"),
    "rating": (
        "rating", "reviewrating", "buttonchosen", "button", "ease", "grade", "answer", "score", "r", "y", "recalled",
        "recall", "correct", "result", "outcome", "success",
    ),
    "duration": (
        "reviewduration", "durationms", "duration", "durations", "durationseconds", "timetaken", "takenmillis",
        "takenms", "answertime", "millistaken", "time", "tookms",
    ),
    "offset": ("offset", "offsetminutes", "utcoffset", "timezoneoffset", "tzoffset", "tz"),
    "state": ("reviewkind", "reviewstate", "state", "type"),
    "user": ("userid", "user", "u", "studentid"),
}  # fmt: skip
#: Which of these a log must have: a card, a rating, and something that tells when.
WANTED: Final = ("card", "time", "rating")
#: Words for ratings.
WORDS: Final = {"again": 1, "hard": 2, "good": 3, "easy": 4}
_BOTH: Final = {"true": 1, "false": 0, "yes": 1, "no": 0, "right": 1, "wrong": 0, "pass": 1, "fail": 0}
_LETTERS: Final = re.compile("[^a-z0-9]")
_DAY_MS: Final = 86_400_000
_FIRST_DAY: Final = date(1970, 1, 1).toordinal()
#: Day numbers from here on are counted from 1970, as quiz counts its own; lower ones from the beginning of the log.
_SINCE_1970: Final = 10_000
#: The year 2286 in seconds, and in milliseconds: what is larger has a finer unit.
_SECONDS: Final = 10**10
_MILLISECONDS: Final = 10**13
_EARLIEST: Final = -_DAY_MS * 365 * 70
_LATEST: Final = _DAY_MS * 365 * 130
_OFFSET: Final = re.compile(r"([+-]?)(\d{1,2}):?(\d\d)")


class Columns(NamedTuple):
    """In which cell of a row each thing is; None where it is not told."""

    card: int
    rating: int
    time: int | None = None
    day: int | None = None
    elapsed: int | None = None
    seconds: int | None = None
    duration: int | None = None
    offset: int | None = None
    state: int | None = None
    user: int | None = None
    in_seconds: bool = False


def columns_of(header: Sequence[str]) -> Columns | tuple[str, ...]:
    """The columns of a table by its header; or what of `WANTED` it lacks."""
    names = [_LETTERS.sub("", name.casefold()) for name in header]
    taken: dict[str, int] = {}
    if "cid" in names and "id" in names and not {"reviewtime", "timestamp"} & set(names):
        taken["time"] = names.index("id")
    for thing, known in NAMES.items():
        if thing in taken:
            continue
        found = next(
            (names.index(name) for name in known if name in names and names.index(name) not in taken.values()), None
        )
        if found is not None:
            taken[thing] = found
    if "card" not in taken and "id" in names and names.index("id") not in taken.values():
        taken["card"] = names.index("id")
    lacking = [thing for thing in ("card", "rating") if thing not in taken]
    if not {"time", "day", "elapsed", "seconds"} & taken.keys():
        lacking.insert(len(lacking) and 1, "time")
    if lacking:
        return tuple(lacking)
    unit = names[taken["duration"]] if "duration" in taken else ""
    return Columns(**taken, in_seconds=unit.endswith(("seconds", "durations")))


class Survey(NamedTuple):
    """What a whole log shows before a row of it can be understood."""

    binary: bool
    in_seconds: bool
    users: tuple[str, ...]
    rows: int


def surveyed(rows: Iterable[Sequence[str]], columns: Columns) -> Survey:
    """Go once through all rows: are ratings only 0 and 1, durations seconds, and how many people's log is it?"""
    ratings: set[str] = set()
    users: dict[str, None] = {}
    longest, fraction, count = 0.0, False, 0
    for row in rows:
        count += 1
        if columns.rating < len(row) and len(ratings) < 40:
            ratings.add(row[columns.rating])
        if columns.user is not None and columns.user < len(row) and len(users) < 3:
            users[row[columns.user].strip()] = None
        if columns.duration is not None and columns.duration < len(row) and longest < 1000:
            said = row[columns.duration]
            fraction = fraction or "." in said.rstrip("0").rstrip(".")
            longest = max(longest, _number(said) or 0.0)
    plain = {rating.strip().casefold() for rating in ratings} - {""}
    numbers = {int(number) for rating in plain if (number := _number(rating)) is not None}
    binary = plain <= _BOTH.keys() if not numbers else numbers == {0, 1}
    return Survey(
        binary, columns.in_seconds or (fraction and longest < 1000) or 0 < longest <= 300, tuple(users), count
    )


class Row(NamedTuple):
    """One review, and what tells when it was: a moment (milliseconds since 1970 UTC), or a study day, or how many days
    after the card's review before.

    `wall` is true where the moment is that of the clock on the wall, told as if that went by UTC. `offset` is in
    minutes east of UTC, None where it is not told.
    """

    card: str
    rating: int
    at: int | None
    day: int | None
    elapsed: int | None
    offset: int | None
    took_ms: int | None
    wall: bool = False


class Reader:
    """What the rows of a log say.

    Args:
        columns: where in a row is what.
        survey: what the whole log shows.
        begin: the day from which low day numbers are counted.
        user: only rows of this learner; "" is everybody.
    """

    def __init__(self, columns: Columns, survey: Survey, begin: int, user: str = "") -> None:
        self._columns = columns
        self._binary = survey.binary
        self._factor = 1000 if survey.in_seconds else 1
        self._begin = begin
        self._user = user
        self._ratings: dict[str, int | str] = {}

    def read(self, row: Sequence[str]) -> Row | str | None:
        """A row as a review; or why it is none, as the code of a problem; or None for another learner's."""
        columns = self._columns
        try:
            card, said = row[columns.card].strip(), row[columns.rating]
            if columns.user is not None and self._user and row[columns.user].strip() != self._user:
                return None
            when = row[columns.time].strip() if columns.time is not None else ""
            on = row[columns.day].strip() if columns.day is not None and not when else ""
        except IndexError:
            return "import-review-short"
        rating = self._ratings.get(said)
        if rating is None:
            rating = self._ratings[said] = _rating(said, binary=self._binary)
        if isinstance(rating, str):
            return rating
        if not card or "\ufffd" in card:
            return "import-review-card"
        gap = None
        if when or on:
            found = _when(when or on, day_number=not when)
            if found is None:
                return "import-review-time"
        else:
            found = _When()
            gap = self._elapsed(row)
            if gap is None:
                return "import-review-time"
        day = found.day
        if day is not None and day < _SINCE_1970 and not found.wall:
            day += self._begin
        offset = found.offset
        if offset is None and columns.offset is not None and columns.offset < len(row):
            offset = _offset(row[columns.offset])
        took = None
        if columns.duration is not None and columns.duration < len(row) and row[columns.duration]:
            number = _number(row[columns.duration])
            if number is None or number < 0:
                return "import-review-duration"
            took = round(number * self._factor)
        return Row(card, rating, found.at, day, gap, offset, took, found.wall)

    def _elapsed(self, row: Sequence[str]) -> int | None:
        columns = self._columns
        if columns.elapsed is not None and columns.elapsed < len(row):
            number = _number(row[columns.elapsed])
            return None if number is None else max(0, round(number))
        if columns.seconds is not None and columns.seconds < len(row):
            number = _number(row[columns.seconds])
            return None if number is None else max(0, round(number / 86_400))
        return None


def _rating(said: str, *, binary: bool) -> int | str:
    word = said.strip().casefold()
    if word in WORDS:
        return WORDS[word]
    number: float | None = _BOTH[word] if word in _BOTH else _number(word)
    if number is None or number != int(number):
        return "import-review-rating"
    if binary or word in _BOTH:
        return 3 if number else 1
    if number == 0:
        return "import-review-manual"
    return int(number) if 1 <= number <= 4 else "import-review-rating"


class _When(NamedTuple):
    """A moment or a study day; `wall`: told by the clock on the wall, as if that went by UTC."""

    at: int | None = None
    day: int | None = None
    wall: bool = False
    offset: int | None = None


def _when(said: str, *, day_number: bool) -> _When | None:
    """What a cell says of when; None where that is nothing."""
    number = _number(said)
    if number is not None:
        if day_number:
            return _When(day=int(number))
        size = abs(number)
        at = round(number * 1000) if size < _SECONDS else int(number) if size < _MILLISECONDS else int(number) // 1000
        return _When(at) if _EARLIEST < at < _LATEST else None
    try:
        if len(said) <= 10:
            return _When(day=date.fromisoformat(said).toordinal() - _FIRST_DAY, wall=True)
        when = datetime.fromisoformat(said)
    except ValueError:
        return None
    zone = when.utcoffset()
    at = round((when if zone is not None else when.replace(tzinfo=UTC)).timestamp() * 1000)
    if not _EARLIEST < at < _LATEST:
        return None
    return _When(at, None, zone is None, None if zone is None else round(zone.total_seconds() / 60))


def _offset(said: str) -> int | None:
    """Minutes east of UTC: as `+02:00`, or a number of hours, minutes or seconds, told by its size."""
    said = said.strip()
    if match := _OFFSET.fullmatch(said) if ":" in said or (said[:1] in "+-" and len(said) == 5) else None:
        minutes = int(match[2]) * 60 + int(match[3])
        return -minutes if match[1] == "-" else minutes
    number = _number(said)
    if number is None:
        return None
    if abs(number) <= 14:
        return round(number * 60)
    return round(number) if abs(number) <= 840 else round(number / 60)


def _number(said: str) -> float | None:
    try:
        found = float(said)
    except ValueError:
        return None
    return found if abs(found) < 1e18 else None
