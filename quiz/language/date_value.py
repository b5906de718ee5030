"""What a date is: as much of it as was said, its ISO text, and the years, months and days that it leaves possible."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Qualifier = Literal["", "early", "mid", "late", "circa", "before", "after"]
Season = Literal["", "spring", "summer", "autumn", "winter"]
Span = tuple[int, int]

_LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: Meteorological seasons with the month of the solstice or equinox on both sides, in the north, as the press uses them.
_SEASON_MONTHS: Final[dict[str, frozenset[int]]] = {
    "spring": frozenset({3, 4, 5, 6}),
    "summer": frozenset({6, 7, 8, 9}),
    "autumn": frozenset({9, 10, 11, 12}),
    "winter": frozenset({12, 1, 2, 3}),
}
_SEASON_CODES: Final = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
_YEAR_THIRDS: Final = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_MONTH_THIRDS: Final = {"early": (1, 10), "mid": (10, 20), "late": (20, 31)}
_DECADE_THIRDS: Final = {"early": (0, 3), "mid": (3, 6), "late": (6, 9)}
_CENTURY_THIRDS: Final = {"early": (0, 33), "mid": (33, 66), "late": (66, 99)}


class Date(NamedTuple):
    """A date as far as it is known; whatever was not said is None.

    Years before Christ are negative and there is no year 0: 44 BC is -44. `decade` is its first year (1990), `century`
    its ordinal (19, or -1 for the first before Christ). `weekday` counts from Monday, 0. `quarter` is 1 to 4, `half` 1
    or 2. `qualifier` is what softens it ("mid" of "mid-April"). `end` is the last day, month or year of a range; the
    date itself is then its beginning. `inferred` says that the year was not written but follows from a reference day;
    `relative` that the whole date does ("yesterday"); `short_year` that only two digits of the year were written.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    decade: int | None = None
    century: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: Season = ""
    qualifier: Qualifier = ""
    end: Date | None = None
    inferred: bool = False
    relative: bool = False
    short_year: bool = False

    def iso(self) -> str:
        """ISO 8601 as far as known: `2023-04-25`, `2023-04`, `--04-25`, `2021/2022`; "" for a weekday alone.

        Decades and centuries (`199X`, `18XX`), seasons (21-24), quarters (33-36) and halves (40, 41) are written as in
        ISO 8601-2. Years before Christ are astronomical there: 44 BC is `-0043`.
        """
        return f"{self._iso()}/{self.end._iso()}" if self.end else self._iso()

    def _iso(self) -> str:
        year = _iso_year(self.year)
        if not year and self.half and (self.decade is not None or self.century is not None):
            low, high = self._half_years()
            return f"{_iso_year(low or 1)}/{_iso_year(high)}"
        if not year and self.decade is not None:
            return f"{self.decade // 10:03d}X"
        if not year and self.century is not None:
            return f"{self.century - 1:02d}XX" if self.century > 0 else f"-{-self.century - 1:02d}XX"
        if self.month is not None:
            text = f"{year or '-'}-{self.month:02d}"
            if self.day is not None:
                text += f"-{self.day:02d}"
        elif self.quarter or self.half or self.season:
            code = 32 + self.quarter if self.quarter else 39 + self.half if self.half else _SEASON_CODES[self.season]
            text = f"{year or '-'}-{code}"
        else:
            text = year
            if self.day is not None:
                text = f"---{self.day:02d}"
        if self.hour is not None:
            text += f"T{self.hour:02d}:{self.minute or 0:02d}"
        return text

    def years(self) -> Span | None:
        """The first and the last year that it leaves possible, or None if nothing is said of the year."""
        if self.year is not None:
            return self.year, self.year
        if self.half and (self.decade is not None or self.century is not None):
            return self._half_years()
        if self.decade is not None:
            low, high = _DECADE_THIRDS.get(self.qualifier, (0, 9))
            return self.decade + low, self.decade + high
        if self.century is not None:
            low, high = _CENTURY_THIRDS.get(self.qualifier, (0, 99))
            # The 19th century is 1801-1900 to the calendar and 1800-1899 to most people: both ends are left in.
            first = (self.century - 1) * 100 if self.century > 0 else self.century * 100
            return first + low, first + high + (self.qualifier not in {"early", "mid"})
        return None

    def _half_years(self) -> Span:
        """The years of a half of a decade or a century."""
        if self.decade is not None:
            first, length = self.decade, 5
        else:
            century = self.century or 1
            first, length = ((century - 1) * 100 if century > 0 else century * 100), 50
        if self.half == 2:
            return first + length, first + 2 * length - (length == 5)
        return first, first + length - (length == 5)

    def months(self) -> frozenset[int] | None:
        """The months that it leaves possible, or None if nothing is said of the month."""
        if self.month is not None:
            return frozenset({self.month})
        if self.quarter is not None:
            return frozenset(range(3 * self.quarter - 2, 3 * self.quarter + 1))
        if self.half is not None and self.decade is None and self.century is None:
            return frozenset(range(6 * self.half - 5, 6 * self.half + 1))
        if self.season:
            return _SEASON_MONTHS[self.season]
        if self.year is not None and self.qualifier in _YEAR_THIRDS:
            low, high = _YEAR_THIRDS[self.qualifier]
            return frozenset(range(low, high + 1))
        return None

    def days(self) -> Span | None:
        """The first and the last day of the month that it leaves possible, or None if nothing is said of the day."""
        if self.day is not None:
            return self.day, self.day
        if self.month is not None and self.qualifier in _MONTH_THIRDS:
            return _MONTH_THIRDS[self.qualifier]
        return None


def exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the calendar has such a day: the Julian calendar to 1582, the Gregorian one after it."""
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    if not 1 <= day <= (31 if month is None else _LENGTHS[month - 1]):
        return False
    return month != 2 or day != 29 or year is None or _leap(year)


def weekday_of(year: int, month: int, day: int) -> int:
    """The weekday of a Gregorian day, Monday 0 (Sakamoto's method)."""
    early = year - (month < 3)
    offset = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)[month - 1]
    return (early + early // 4 - early // 100 + early // 400 + offset + day - 1) % 7


def contradicts_weekday(date: Date) -> bool:
    """Whether the weekday that was said is not that of the day; unknown (no) before 1753, when calendars differed."""
    if date.weekday is None or date.year is None or date.month is None or date.day is None or date.year < 1753:
        return False
    return weekday_of(date.year, date.month, date.day) != date.weekday


def _leap(year: int) -> bool:
    astronomical = year if year > 0 else year + 1
    if astronomical < 1583:
        return astronomical % 4 == 0
    return astronomical % 4 == 0 and (astronomical % 100 != 0 or astronomical % 400 == 0)


def _iso_year(year: int | None) -> str:
    if year is None:
        return ""
    return f"{year:04d}" if year > 0 else f"-{-year - 1:04d}" if year < -1 else "0000"
