"""Tables of figures: names on the left, numbers in columns; where nothing is drawn, a line of words for each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from quiz.terminal.paint import MARGIN, Fragment, Line, cells
from quiz.terminal.stats.paper import Paper, cut, lead, pad, percent

if TYPE_CHECKING:
    from quiz.stats.kept import Kept
    from quiz.words import Words

GAP: Final = 2
#: A name is never cut below so many columns; columns of numbers are left out before, from the right.
LEAST_NAME: Final = 12
#: The longest bar beside a row.
LONGEST: Final = 24


def grid(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    paper: Paper,
    *,
    shares: Sequence[float | None] = (),
    text_last: bool = False,
) -> list[Line]:
    """A table. The first column is text, the others numbers, or text too where `text_last` says so of the last one.

    `shares` are lying bars, one a row, where there is room for them on the right.
    """
    if not rows:
        return []
    if not paper.drawn:
        return [_said(heads, row, paper.colon) for row in rows if any(row)]
    count = len(heads)
    wide = [max(cells(heads[n]), *(cells(row[n]) for row in rows)) for n in range(count)]
    room = paper.width - len(MARGIN)
    while count > 1 and sum(wide[1:count]) + GAP * (count - 1) + min(wide[0], LEAST_NAME) > room:
        if count == 2 or not text_last or wide[count - 1] <= LEAST_NAME:
            count -= 1
        else:
            wide[count - 1] = max(LEAST_NAME, wide[count - 1] - 4)
    wide[0] = max(1, min(wide[0], room - sum(wide[1:count]) - GAP * (count - 1)))
    left = room - sum(wide[:count]) - GAP * (count - 1) - GAP
    lines = [tuple(_row(heads, wide, count, "dim", text_last=text_last))] if any(heads) else []
    for place, row in enumerate(rows):
        if not any(row):
            lines.append(())
            continue
        line = _row(row, wide, count, "", text_last=text_last)
        if shares and left >= 8 and shares[place] is not None:
            line.append(("bar", " " * GAP + paper.length(shares[place] or 0.0, min(left, LONGEST)).rstrip()))
        lines.append(tuple(line))
    return lines


def _row(row: Sequence[str], wide: Sequence[int], count: int, style: str, *, text_last: bool) -> list[Fragment]:
    parts = [pad(cut(row[0], wide[0]), wide[0])]
    for n in range(1, count):
        text = cut(row[n], wide[n])
        parts.append(pad(text, wide[n]) if text_last and n == len(row) - 1 else lead(text, wide[n]))
    return (
        [("", MARGIN), (style, (" " * GAP).join(parts).rstrip())]
        if count == 1
        else [
            ("", MARGIN),
            (style, (" " * GAP).join(parts)),
        ]
    )


def _said(heads: Sequence[str], row: Sequence[str], colon: str) -> Line:
    named = [f"{head} {value}".strip() for head, value in zip(heads[1:], row[1:], strict=True) if value]
    return (("", f"{cut(row[0], 10_000)}{colon}{', '.join(named)}"),)


def kept_heads(words: Words) -> tuple[str, ...]:
    """The names of the columns of `kept_cells`."""
    return tuple(words.say(f"stats.head-{name}") for name in ("kept", "range", "predicted", "reviews"))


def kept_cells(kept: Kept, words: Words) -> tuple[str, ...]:
    """What was kept, in four columns: the share, its interval, what was foretold, from how many reviews."""
    share = kept.share
    if share.value is None or share.low is None or share.high is None or kept.predicted is None:
        return "", "", "", ""
    return (
        f"{percent(share.value)} %",
        words.say("stats.range", low=percent(share.low), high=percent(share.high)),
        f"{percent(kept.predicted)} %",
        words.fact(share.count),
    )
