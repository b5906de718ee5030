"""`quiz stats calibration`: whether the scheduler can be trusted, and in which direction it errs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from quiz.stats.calibration import FEWEST, Bin, Calibration, needed
from quiz.terminal.paint import MARGIN, Fragment, Line
from quiz.terminal.stats.grid import grid
from quiz.terminal.stats.paper import ASCII, Paper, clipped, lead, percent, sentences

if TYPE_CHECKING:
    from quiz.memory.difference import Difference
    from quiz.stats.share import Share
    from quiz.words import Words

#: The columns of numbers, and the chart behind them: no wider than can be read across.
COLUMN: Final = 10
MOST_WIDE: Final = 61
#: A reach this small is as exact as anybody needs.
REACH: Final = 0.02


class Marks(NamedTuple):
    """The signs of the diagram: the interval, what came, what was foretold, and both in one place."""

    reach: str
    came: str
    foretold: str
    both: str


DRAWN: Final = Marks("─", "●", "┃", "◉")
TYPED: Final = Marks("-", "o", "|", "@")


def to_json(told: Calibration) -> dict[str, Any]:
    """The keys of the view: `verdict`, `reviews`, `recalled`, `predicted`, `bias`, `error`, `auc`, `loss`, `bins`...

    Shares are from 0 to 1. `so_far` is whether an error of two points could still be hidden by chance. `loss` has the
    log losses `in_force`, `constant`, `published`, and the differences `against_constant`, `against_published`, each
    with its interval. `kinds` has the same of each kind of answer.
    """
    return {
        "verdict": told.verdict,
        "so_far": told.so_far,
        "reviews": told.reviews,
        "recalled": _share(told.share),
        "predicted": round(told.predicted, 4),
        "bias": difference_json(told.bias),
        "error": round(told.error, 4),
        "auc": None if told.auc is None else round(told.auc, 4),
        "loss": {
            "in_force": round(told.loss, 4),
            "constant": round(told.constant, 4),
            "published": round(told.published, 4),
            "against_constant": difference_json(told.against_constant),
            "against_published": difference_json(told.against_published),
        },
        "bins": [
            {
                "low": round(one.low, 4),
                "high": round(one.high, 4),
                "predicted": round(one.predicted, 4),
                "recalled": _share(one.share),
            }
            for one in told.bins
        ],
        "kinds": {
            one.name: {
                "predicted": round(one.predicted, 4),
                "recalled": _share(one.share),
                "loss": round(one.loss, 4),
                "constant": round(one.constant, 4),
            }
            for one in told.kinds
        },
    }


def table(told: Calibration) -> Iterable[tuple[object, ...]]:
    """The bins, then the kinds."""
    yield "group", "from", "to", "predicted", "count", "hits", "value", "low", "high", "loss", "constant"
    for one in told.bins:
        ends = round(one.low, 4), round(one.high, 4), round(one.predicted, 4)
        yield "bin", *ends, *_columns(one.share), None, None
    for kind in told.kinds:
        losses = round(kind.loss, 4), round(kind.constant, 4)
        yield kind.name, None, None, round(kind.predicted, 4), *_columns(kind.share), *losses


def draw(told: Calibration, words: Words, paper: Paper) -> list[Line]:
    """The sentences, the diagram, the measures and the kinds."""
    lines: list[Line] = [(), *_whole(sentence(told, words), paper)]
    for block in (_diagram, _measures, _kinds) if told.bins else ():
        if drawn := block(told, words, paper):
            lines += [(), *drawn]
    return clipped([*lines, ()], paper.width) if paper.drawn else lines[1:]


def _whole(text: str, paper: Paper) -> list[Line]:
    """Sentences as a paragraph, or in one line where nothing is drawn."""
    return sentences(text, paper.width) if paper.drawn else [(("", text),)]


def sentence(told: Calibration, words: Words) -> str:
    """Whether it can be trusted, which way it errs, and how sure that is, in plain words."""
    say = words.say
    if told.bias is None or told.against_constant is None:
        return say("calibration.none")
    if told.verdict == "few":
        return say("calibration.few", count=told.reviews, fewest=FEWEST)
    facts = {
        "count": told.reviews,
        "predicted": words.fact(round(told.predicted * 100, 1)),
        "recalled": words.fact(round((told.share.value or 0.0) * 100, 1)),
    }
    reach = (told.bias.high - told.bias.low) / 2
    parts = [
        say(f"calibration.verdict-{told.verdict}{'-so-far' if told.so_far else ''}", **facts),
        say("calibration.reach", reach=words.fact(max(0.1, round(reach * 100, 1)))),
    ]
    if reach > REACH:
        wanted = needed(REACH, told.share.value or 0.0)
        parts.append(say("calibration.needed", reach=percent(REACH), count=max(wanted, told.reviews + 1)))
    parts.append(say(f"calibration.constant-{_better(told.against_constant)}"))
    if told.against_published is not None:
        parts.append(say(f"calibration.published-{_better(told.against_published)}"))
    if told.verdict not in {"trusted", "few"}:
        parts.append(say("calibration.fit"))
    return " ".join(parts)


def _better(one: Difference) -> str:
    return "unsure" if not one.sure else "better" if one.value < 0 else "worse"


def _diagram(told: Calibration, words: Words, paper: Paper) -> list[Line]:
    """A line a bin: its numbers, and on one axis what was foretold and what came in its interval."""
    heads = tuple(words.say(f"calibration.head-{name}") for name in ("foretold", "came", "interval", "reviews"))
    if not paper.drawn:
        return grid(heads, [_bin_cells(one, words) for one in told.bins], paper)
    wide = max(11, min(MOST_WIDE, paper.width - 3 * COLUMN - len(MARGIN) - 5))
    floor = min(min(one.share.low or 0.0, one.predicted) for one in told.bins)
    low = max(0.0, int(floor * 10) / 10)
    marks = TYPED if paper.signs == ASCII else DRAWN
    lines: list[Line] = []
    shown = [heads[0], heads[1], heads[3]]
    lines.append((("dim", MARGIN + "".join(lead(head, COLUMN) for head in shown)),))
    for one in told.bins:
        cells = _bin_cells(one, words)
        numbers = MARGIN + "".join(lead(cell, COLUMN) for cell in (cells[0], cells[1], cells[3])) + "   "
        lines.append((("", numbers), *_axis(one, low, wide, marks)))
    ends = f"{percent(low)} %", "100 %"
    scale = ends[0] + lead(ends[1], wide - len(ends[0]))
    lines.append((("dim", " " * (len(MARGIN) + 3 * COLUMN + 3) + scale),))
    key = words.say("calibration.key", came=marks.came, reach=marks.reach, foretold=marks.foretold)
    lines.append((("dim", " " * (len(MARGIN) + 3 * COLUMN + 3) + key),))
    return lines


def _axis(one: Bin, low: float, wide: int, marks: Marks) -> list[Fragment]:
    def place(value: float) -> int:
        return round((max(value, low) - low) / (1 - low) * (wide - 1))

    assert one.share.value is not None
    assert one.share.low is not None
    assert one.share.high is not None
    came, foretold = place(one.share.value), place(one.predicted)
    fragments: list[Fragment] = []
    for column in range(wide):
        if column == came == foretold:
            fragments.append(("bar", marks.both))
        elif column == came:
            fragments.append(("bar", marks.came))
        elif column == foretold:
            fragments.append(("strong", marks.foretold))
        elif place(one.share.low) <= column <= place(one.share.high):
            fragments.append(("dim", marks.reach))
        else:
            fragments.append(("", " "))
    return fragments


def _bin_cells(one: Bin, words: Words) -> tuple[str, ...]:
    return f"{percent(one.predicted)} %", *_came(one.share, words)


def _came(share: Share, words: Words) -> tuple[str, str, str]:
    value, low, high = share.value or 0.0, share.low or 0.0, share.high or 0.0
    return f"{percent(value)} %", f"{percent(low)}–{percent(high)} %", words.fact(share.count)


def _measures(told: Calibration, words: Words, paper: Paper) -> list[Line]:
    """The losses, and what they are compared with."""
    say = words.say
    rows = [(say("calibration.in-force"), loss_said(told.loss, words), "")]
    for name, loss, against in (
        ("constant", told.constant, told.against_constant),
        ("published", told.published, told.against_published),
    ):
        if against is not None:
            rows.append((say(f"calibration.{name}"), loss_said(loss, words), interval_said(against, words)))
    heads = tuple(say(f"calibration.head-{name}") for name in ("loss-by", "loss", "less"))
    lines = grid(heads, rows, paper)
    auc = "–" if told.auc is None else loss_said(told.auc, words, places=2)
    error = words.fact(round(told.error * 100, 1))
    return [*lines, *_whole(say("calibration.error", error=error, auc=auc), paper)]


def _kinds(told: Calibration, words: Words, paper: Paper) -> list[Line]:
    rows = [
        (
            words.say(f"kind.{one.name}"),
            f"{percent(one.predicted)} %",
            *_came(one.share, words),
            loss_said(one.loss, words),
            loss_said(one.constant, words),
        )
        for one in told.kinds
    ]
    names = ("kind", "foretold", "came", "interval", "reviews", "loss", "constant")
    return grid(tuple(words.say(f"calibration.head-{name}") for name in names), rows, paper)


def loss_said(value: float, words: Words, places: int = 3) -> str:
    """A log loss, as the language writes numbers."""
    text = f"{value:.{places}f}"
    return text.replace(".", ",") if words.language == "fr" else text


def interval_said(one: Difference, words: Words) -> str:
    """How much less the weights in force lose: with a sign, and the ends of the interval."""
    ends = (f"{value:+.3f}".replace("-", "−") for value in (one.value, one.low, one.high))
    value, low, high = (end.replace(".", ",") if words.language == "fr" else end for end in ends)
    return f"{value} ({low} … {high})"


def _share(part: Share) -> dict[str, int | float | None]:
    return dict(zip(("count", "hits", "value", "low", "high"), _columns(part), strict=True))


def _columns(part: Share) -> tuple[int | float | None, ...]:
    rounded = (None if value is None else round(value, 4) for value in (part.value, part.low, part.high))
    return part.count, part.hits, *rounded


def difference_json(one: Difference | None) -> dict[str, float] | None:
    """A difference for programs."""
    return None if one is None else {"value": round(one.value, 4), "low": round(one.low, 4), "high": round(one.high, 4)}
