"""Two dates compared field by field: what contradicts, what is missing, what is only said more precisely."""

from __future__ import annotations

from typing import Final, NamedTuple

from quiz.answers.verdict import Mark, Reason
from quiz.language.date_value import Date, Span

_BOUNDS: Final = frozenset({"before", "after"})


class Comparison(NamedTuple):
    """The mark of a typed date and why."""

    mark: Mark
    reasons: tuple[Reason, ...] = ()


def compare(right: Date, typed: Date, want: frozenset[str], optional: frozenset[str]) -> Comparison:
    """The typed date against the right one. `want` narrows what is asked (empty: all); `optional` need not be said."""
    right, typed = _rounded(right), _rounded(typed)
    if right.end is None and typed.end is None:
        return _single(right, typed, want, optional)
    if right.end is None or typed.end is None:
        return _half(right, typed, want, optional)
    one = _single(right._replace(end=None), typed._replace(end=None), want, optional)
    two = _single(right.end, typed.end, want, optional)
    marks = {one.mark, two.mark}
    if marks == {"right", "wrong"} or marks == {"close", "wrong"}:
        return Comparison("wrong", (one if one.mark == "wrong" else two).reasons)
    mark: Mark = "wrong" if "wrong" in marks else "close" if "close" in marks else "right"
    return Comparison(mark, tuple(dict.fromkeys(one.reasons + two.reasons)))


def _rounded(date: Date) -> Date:
    """The years 1990 to 1999 are a decade, however it is written; so are 1900-1999 or 1901-2000 a century."""
    end = date.end
    if end is None or date.year is None or end.year is None:
        return date
    if date.month is not None and end.month is not None and date.day is None and date.year == end.year:
        first, length = date.month - 1, end.month - date.month + 1
        if length == 3 and first % 3 == 0:
            return Date(year=date.year, quarter=first // 3 + 1, short_year=date.short_year)
        return Date(year=date.year, half=first // 6 + 1) if length == 6 and first % 6 == 0 else date
    if date.month is not None or end.month is not None:
        return date
    if date.short_year or date.quarter or date.half or date.season or date.qualifier or end.qualifier:
        return date
    if date.year % 10 == 0 and end.year == date.year + 9:
        return Date(decade=date.year)
    if date.year % 100 in (0, 1) and end.year == date.year + 99:
        return Date(century=date.year // 100 + 1)
    return date


def _half(right: Date, typed: Date, want: frozenset[str], optional: frozenset[str]) -> Comparison:
    """One of the two is a range and the other is not."""
    if right.end is None:
        return Comparison("wrong", (Reason("range-typed"),))
    ends = (right._replace(end=None), right.end)
    results = [_single(end, typed, want, optional) for end in ends]
    if any(result.mark == "right" for result in results):
        if want and len({_asked_values(end, want) for end in ends}) == 1:
            return Comparison("right")
        return Comparison("close", (Reason("one-end-missing"),))
    return Comparison("wrong", next((result.reasons for result in results if result.reasons), ()))


def _asked_values(date: Date, want: frozenset[str]) -> tuple[object, ...]:
    return tuple(getattr(date, name, None) for name in sorted(want) if name != "date")


def _single(right: Date, typed: Date, want: frozenset[str], optional: frozenset[str]) -> Comparison:
    wrong = _contradictions(right, typed)
    if wrong:
        if typed.short_year and right.year is not None and typed.year is not None and wrong[0].code == "wrong-year":
            same = _contradictions(right, typed._replace(year=right.year))
            if not same and (right.year - typed.year) % 100 == 0:
                return Comparison("close", (Reason("two-digit-year"),))
        return Comparison("wrong", wrong)
    missing, said = _missing(right, typed, want, optional)
    if typed.qualifier in _BOUNDS and right.qualifier != typed.qualifier:
        return Comparison("wrong", (Reason("wrong-part"),))
    if not said:
        return Comparison("wrong", (Reason("less-precise"), *missing))
    if not missing:
        vague = typed.qualifier == "circa" and right.qualifier != "circa"
        bound = right.qualifier in _BOUNDS and typed.qualifier != right.qualifier
        return Comparison("close", (Reason("approximate"),)) if vague or bound else Comparison("right")
    reasons = tuple(dict.fromkeys((Reason("less-precise"), *missing)))
    return Comparison("close" if len(missing) == 1 else "wrong", reasons)


def _contradictions(right: Date, typed: Date) -> tuple[Reason, ...]:
    reasons: list[Reason] = []
    swapped = False
    years, said = right.years(), typed.years()
    if years is not None and said is not None and not (_within(years, said) or _within(said, years)):
        reasons.append(Reason(_wrong_years(right, typed)))
        if right.year is not None and typed.year is not None:
            swapped = _transposed(abs(right.year), abs(typed.year))
    months, named = right.months(), typed.months()
    if months is not None and named is not None and not months & named:
        both = right.month is not None and typed.month is not None
        reasons.append(Reason("wrong-month" if both else "wrong-part"))
    elif months is not None and named is not None and not (months <= named or named <= months):
        reasons.append(Reason("wrong-part"))
    days, numbered = right.days(), typed.days()
    if days is not None and numbered is not None and (days[1] < numbered[0] or numbered[1] < days[0]):
        exact = right.day is not None and typed.day is not None
        reasons.append(Reason("wrong-day" if exact else "wrong-part"))
        swapped = swapped or (exact and _transposed(right.day or 0, typed.day or 0))
    elif right.day is None and typed.day is None and days and numbered and days != numbered:
        reasons.append(Reason("wrong-part"))
    if right.weekday is not None and typed.weekday is not None and right.weekday != typed.weekday:
        reasons.append(Reason("wrong-weekday"))
    if right.hour is not None and typed.hour is not None and (right.hour, right.minute) != (typed.hour, typed.minute):
        reasons.append(Reason("wrong-time"))
    if not reasons and _parted(right, typed):
        reasons.append(Reason("wrong-part"))
    return (*reasons, Reason("digits-transposed")) if swapped else tuple(reasons)


def _within(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _wrong_years(right: Date, typed: Date) -> str:
    """What is wrong where no year fits both: the year, the decade, the century, or a part of these."""
    if right.year is not None and typed.year is not None:
        return "wrong-year"
    same = (right.year, right.decade, right.century) == (typed.year, typed.decade, typed.century)
    vague = right if right.year is None else typed
    return "wrong-part" if same else "wrong-decade" if vague.decade is not None else "wrong-century"


def _parted(right: Date, typed: Date) -> bool:
    """Whether the two name different parts (early, mid, late) of the same month, year, decade or century."""
    parts = {"early", "mid", "late"}
    return right.qualifier in parts and typed.qualifier in parts and right.qualifier != typed.qualifier and (
        (right.month is None) == (typed.month is None) and (right.year is None) == (typed.year is None)
    )  # fmt: skip


def _missing(
    right: Date, typed: Date, want: frozenset[str], optional: frozenset[str]
) -> tuple[tuple[Reason, ...], bool]:
    """One reason for each level that the typed date falls short, and whether it says anything that was asked."""
    missing: list[Reason] = []
    said = False
    asked = {"year", "month", "day"} - optional
    if want and "date" not in want:
        narrowed = asked & want
        if want & {"decade", "century", "season", "weekday"} or any(_has(right, name) for name in narrowed):
            asked = narrowed
    years, typed_years = right.years(), typed.years()
    level = _year_level(right) if "year" in asked else 0
    if "decade" in want and years is not None:
        level = max(level, 2)
    if "century" in want and years is not None:
        level = max(level, 1)
    if level and years is not None:
        got = _year_level(typed)
        said = said or got > 0
        missing += [Reason("year-missing")] * (max(0, level - got) if got else 1)
        vague = not typed.qualifier and not typed.half
        if typed_years is not None and got == level < 3 and (right.qualifier or right.half) and vague:
            missing.append(Reason("approximate"))
    months, days = right.months(), right.days()
    if months is not None and ("month" in asked or "season" in want):
        named = typed.months()
        said = said or named is not None
        if named is None or not named <= months:
            missing.append(Reason("month-missing"))
    if days is not None and "day" in asked:
        numbered = typed.days()
        said = said or numbered is not None
        if numbered is None or not (days[0] <= numbered[0] and numbered[1] <= days[1]):
            missing.append(Reason("day-missing"))
    whole = right.year is None and right.month is None and right.day is None
    if right.weekday is not None and (whole or "weekday" in want):
        said = said or typed.weekday is not None
        if typed.weekday is None:
            missing.append(Reason("day-missing"))
    if right.hour is not None and not want:
        said = said or (typed.hour is not None and whole)
        if typed.hour is None:
            missing.append(Reason("less-precise"))
    return tuple(missing), said


def _has(date: Date, name: str) -> bool:
    return {"year": date.years(), "month": date.months(), "day": date.days()}[name] is not None


def _year_level(date: Date) -> int:
    """How precisely the year is said: 3 a year, 2 a decade, 1 a century, 0 not at all."""
    return 3 if date.year is not None else 2 if date.decade is not None else 1 if date.century is not None else 0


def _transposed(one: int, other: int) -> bool:
    """Whether two neighbouring digits are swapped: 1789 and 1798."""
    first, second = str(one), str(other)
    if len(first) != len(second):
        return False
    apart = [k for k in range(len(first)) if first[k] != second[k]]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and first[apart[0]] + first[apart[1]] == second[apart[1]] + second[apart[0]]
    )
