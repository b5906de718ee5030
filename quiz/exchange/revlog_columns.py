"""The columns of other programs' logs of reviews, and what a whole log shows before a row of it is understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from quiz.exchange.revlog_ratings import duration_of, folded, number_of, scale_of
from quiz.exchange.revlog_times import CLOCK, EARLIEST_S, WRITTEN

#: What a column may be called, small letters and digits only, for each thing that is known of a review.
NAMES: Final[dict[str, tuple[str, ...]]] = {
    "card": (
        "cardid", "cid", "card", "itemid", "item", "wordid", "word", "questionid", "lexemeid", "noteid", "nid",
        "factid", "fact", "conceptid", "concept", "kanji", "term", "subjectid", "problemid", "objectid",
        "exerciseid", "cardhash", "carduuid", "cardkey", "thingid", "carte", "fiche", "mot", "question", "front",
        "recto", "prompt", "lexeme",
    ),
    "time": (
        "reviewtime", "timestamp", "reviewedat", "reviewdatetime", "datetime", "createdat", "answeredat", "at",
        "unixtime", "epoch", "reviewtimestamp", "reviewed", "studiedat", "submittedat", "when", "horodatage", "time",
        "heure",
    ),
    "day": ("dayoffset", "reviewdate", "reviewday", "studyday", "daynumber", "day", "date", "reviewedon", "jour"),
    "elapsed": ("deltat", "elapseddays", "elapsed", "deltadays", "dayssincelast", "realdays", "delta"),
    "seconds": ("elapsedseconds", "deltaseconds"),
    "rating": (
        "rating", "reviewrating", "buttonchosen", "button", "ease", "grade", "quality", "q", "score", "r", "y",
        "recalled", "recall", "remembered", "correct", "iscorrect", "wascorrect", "correctness", "result", "outcome",
        "success", "passed", "pass", "known", "resultat", "note", "answer", "response", "reponse",
    ),
    "duration": (
        "reviewduration", "durationms", "duration", "durations", "durationseconds", "timetaken", "takenmillis",
        "takenms", "answertime", "responsetime", "millistaken", "timespent", "time", "tookms", "duree", "temps",
    ),
    "offset": ("offset", "offsetminutes", "utcoffset", "timezoneoffset", "tzoffset", "tz"),
    "state": ("reviewkind", "reviewstate", "state"),
    "user": ("userid", "user", "u", "studentid", "learnerid"),
    "order": ("reviewth", "i", "reviewnumber"),
}  # fmt: skip
#: Which of these a log must have: a card, a rating, and something that tells when.
WANTED: Final = ("card", "time", "rating")
#: Anki's own table of reviews, which is also passed on without its header.
ANKI: Final = ("id", "cid", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type")
#: Columns that tell a card by its text: an `id` beside them is the card's, unless each row has its own.
_TEXTS: Final = ("question", "front", "recto", "prompt", "lexeme")
_LETTERS: Final = re.compile("[^a-z0-9]")
#: Numbers that are dates, as 20240314.
_DATES: Final = (19_700_101, 21_000_101)
#: So many different ratings are looked at.
_RATINGS: Final = 200


class Columns(NamedTuple):
    """In which cell of a row each thing is; None where it is not told.

    `text` is the card's text beside its id, `clock` the time of day beside a day. `seen` is how many answers a row
    stands for, its rating how many of them were right. `names` are what the columns are called.
    """

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
    order: int | None = None
    text: int | None = None
    clock: int | None = None
    seen: int | None = None
    names: tuple[str, ...] = ()

    @property
    def unused(self) -> tuple[str, ...]:
        """The columns of which nothing is read."""
        used = set(self._replace(state=None, text=None, names=())[:-1])
        return tuple(name for place, name in enumerate(self.names) if place not in used and name.strip())


def headless(first: Sequence[str]) -> bool:
    """Whether the first row of a table is one of Anki's own table, without a header."""
    numbers = [number_of(cell) for cell in first]
    return len(numbers) == len(ANKI) and None not in numbers and (numbers[0] or 0) > 10**12


def columns_of(header: Sequence[str]) -> Columns | tuple[str, ...]:
    """The columns of a table by its header; or what of `WANTED` it lacks."""
    names = [_LETTERS.sub("", folded(name)) for name in header]
    taken: dict[str, int] = {}
    if "cid" in names and "id" in names and not {"reviewtime", "timestamp"} & set(names):
        taken["time"] = names.index("id")
    if "sessionseen" in names and "sessioncorrect" in names:
        taken["rating"], taken["seen"] = names.index("sessioncorrect"), names.index("sessionseen")
    for thing, known in NAMES.items():
        if thing in taken:
            continue
        found = next(
            (names.index(name) for name in known if name in names and names.index(name) not in taken.values()), None
        )
        if found is not None:
            taken[thing] = found
    if "id" in names and names.index("id") not in taken.values():
        if "card" not in taken:
            taken["card"] = names.index("id")
        elif names[taken["card"]] in _TEXTS:
            taken["card"], taken["text"] = names.index("id"), taken["card"]
    lacking = [thing for thing in ("card", "rating") if thing not in taken]
    if not {"time", "day", "elapsed", "seconds"} & taken.keys():
        lacking.insert(len(lacking) and 1, "time")
    return tuple(lacking) if lacking else Columns(**taken, names=tuple(header))


class Survey(NamedTuple):
    """What a whole log shows before a row of it can be understood.

    `scale` is None where it cannot be told, `day_first` too (3/4/2024). `early` are the least and the largest time
    where they are too low for seconds since 1970. `users` are the learners with their numbers of rows. `sorted_` is
    false where the rows are numbered in another order.
    """

    columns: Columns
    scale: str | None
    ratings: tuple[str, ...]
    in_seconds: bool
    users: Mapping[str, int]
    rows: int
    day_first: bool | None = False
    early: tuple[float, float] | None = None
    sorted_: bool = True


def surveyed(rows: Iterable[Sequence[str]], columns: Columns) -> Survey:
    """Go once through all rows: on which scale are the ratings, in which unit the durations, whose log is it?"""
    ratings: dict[str, int] = {}
    users: dict[str, int] = {}
    longest, fraction, count = 0.0, False, 0
    least, most, clocks, told = float("inf"), float("-inf"), 0, 0
    dates: set[str] = set()
    ids: set[str] | None = set() if columns.text is not None else None
    ordered, before = True, float("-inf")
    at_rating, at_user, at_duration, at_order = columns.rating, columns.user, columns.duration, columns.order
    at_time, at_day = columns.time, columns.day
    for row in rows:
        count += 1
        width = len(row)
        if at_rating < width:
            said = row[at_rating]
            if said in ratings or len(ratings) < _RATINGS:
                ratings[said] = ratings.get(said, 0) + 1
        if at_user is not None and at_user < width:
            user = row[at_user].strip()
            users[user] = users.get(user, 0) + 1
        if at_duration is not None and at_duration < width and longest < 1000:
            said = row[at_duration]
            fraction = fraction or "." in said.replace(",", ".").rstrip("0").rstrip(".")
            longest = max(longest, duration_of(said) or 0.0)
        if at_order is not None and at_order < width and ordered:
            place = number_of(row[at_order]) or 0.0
            ordered, before = place >= before, place
        if at_time is not None and at_time < width and (said := row[at_time].strip()):
            number = number_of(said)
            if number is not None:
                least, most, told = min(least, number), max(most, number), told + 1
            elif CLOCK.fullmatch(said):
                clocks += 1
            else:
                dates.add(said[:10])
        if at_day is not None and at_day < width:
            dates.add(row[at_day].strip()[:10])
        if ids is not None and columns.card < width:
            if row[columns.card] in ids:
                ids = None
            else:
                ids.add(row[columns.card])
    if ids is not None and count > 1 and columns.text is not None:
        columns = columns._replace(card=columns.text)  # each row has an id of its own
    in_seconds = _in_seconds(columns) or (fraction and longest < 1000) or 0 < longest <= 300
    early: tuple[float, float] | None = (least, most) if told and max(-least, most) < EARLIEST_S else None
    if early and at_day is None and early[0] > _DATES[0] and early[1] < _DATES[1]:
        columns, early = columns._replace(time=None, day=at_time), None
    if at_day is not None and at_time is not None and (clocks or early):
        # Beside a day, this is the time of the day, or how long the answer took.
        columns = columns._replace(time=None, clock=at_time if clocks else None)
        if not clocks and at_duration is None:
            columns = columns._replace(duration=at_time)
            in_seconds = _in_seconds(columns) or most <= 300
        early = None
    name = _LETTERS.sub("", folded(columns.names[at_rating])) if columns.names else ""
    buttons = columns.state is not None
    return Survey(
        columns,
        "0-1" if columns.seen is not None else scale_of(name, ratings, buttons=buttons),
        tuple(sorted(ratings, key=lambda said: -ratings[said])),
        in_seconds,
        users,
        count,
        _day_first(dates),
        early,
        ordered,
    )


def _in_seconds(columns: Columns) -> bool:
    """Whether the column of durations says that they are seconds."""
    if columns.duration is None or not columns.names:
        return False
    name = columns.names[columns.duration].strip()
    return _LETTERS.sub("", folded(name)).endswith(("seconds", "durations", "secs", "secondes"))


def _day_first(dates: Iterable[str]) -> bool | None:
    """Whether 3/4/2024 is in April in a log with these dates; None where none of them tells."""
    written = [match for said in dates if (match := WRITTEN.match(said))]
    if not written or any("." in match[0] or int(match[1]) > 12 for match in written):
        return bool(written)
    return False if any(int(match[2]) > 12 for match in written) else None
