"""Reviews that another program kept, row by row: what the columns are called, and what their values say.

Logs differ: Anki's own table has `id` (the moment), `cid`, `ease` and `time`; research data have `card_id`,
`review_time` or `day_offset`, `rating` or `button_chosen`, `delta_t` or `elapsed_days`. Nothing here knows files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from quiz.exchange.revlog_columns import Survey
from quiz.exchange.revlog_ratings import SCALES, duration_of, number_of, rating_of
from quiz.exchange.revlog_times import FARTHEST, When, at_clock, offset_of, when

#: Day numbers from here on are counted from 1970, as quiz counts its own; lower ones from the beginning of the log.
_SINCE_1970: Final = 10_000


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
        survey: what the whole log shows.
        begin: the day from which low day numbers are counted.
        user: only rows of this learner; "" is everybody.
        scale: what numbers say as ratings, where the survey is not to tell.
    """

    def __init__(self, survey: Survey, begin: int, user: str = "", scale: Mapping[int, int] | None = None) -> None:
        self._columns = survey.columns
        self._scale = SCALES[survey.scale or "1-4"] if scale is None else scale
        self._factor = 1000 if survey.in_seconds else 1
        self._day_first = bool(survey.day_first)
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
            moment = row[columns.time].strip() if columns.time is not None else ""
            on = row[columns.day].strip() if columns.day is not None and not moment else ""
            clock = row[columns.clock].strip() if columns.clock is not None else ""
            if columns.seen is not None:
                said = "1" if said.strip() == row[columns.seen].strip() else "0"
        except IndexError:
            return "import-review-short"
        rating = self._ratings.get(said)
        if rating is None:
            rating = self._ratings[said] = rating_of(said, self._scale)
        if isinstance(rating, str):
            return rating
        if not card or "\ufffd" in card:
            return "import-review-card"
        gap = None
        if moment or on:
            found = when(moment or on, day_number=not moment, day_first=self._day_first)
            if found is not None and clock:
                found = at_clock(found, clock)
            if found is None:
                return "import-review-time"
        else:
            found = When()
            gap = self._elapsed(row)
            if gap is None:
                return "import-review-time"
        day = found.day
        if day is not None and day < _SINCE_1970 and not found.wall:
            day += self._begin
        offset = found.offset
        if offset is None and columns.offset is not None and columns.offset < len(row) and row[columns.offset].strip():
            offset = offset_of(row[columns.offset])
            if offset is None:
                return "import-review-offset"
        if offset is not None and abs(offset) > FARTHEST:
            return "import-review-offset"
        took = None
        if columns.duration is not None and columns.duration < len(row) and row[columns.duration]:
            number = duration_of(row[columns.duration])
            if number is None or number < 0:
                return "import-review-duration"
            took = round(number * self._factor)
        return Row(card, rating, found.at, day, gap, offset, took, found.wall)

    def _elapsed(self, row: Sequence[str]) -> int | None:
        columns = self._columns
        if columns.elapsed is not None and columns.elapsed < len(row):
            number = number_of(row[columns.elapsed])
            return None if number is None else max(0, round(number))
        if columns.seconds is not None and columns.seconds < len(row):
            number = number_of(row[columns.seconds])
            return None if number is None else max(0, round(number / 86_400))
        return None
