"""Whether what was foretold came true: the drawing of foretold against observed, and a plain sentence."""

from __future__ import annotations

from quiz.report import charts, voice
from quiz.report.charts import Bin, Named
from quiz.report.page import table
from quiz.report.section import Section, figure, heading, paragraph
from quiz.report.voice import Voice
from quiz.stats.calibration import Calibration


def trust(found: Calibration, say: Voice) -> Section | None:
    """Whether the scheduler can be trusted, and from how many reviews that is known."""
    if not found.reviews or found.share.value is None:
        return None
    facts = {
        "count": found.reviews,
        "foretold": voice.percent(found.predicted),
        "came": voice.percent(found.share.value),
    }
    parts = [paragraph(say.say(f"report.trust-{found.verdict}{'-so-far' if found.so_far else ''}", **facts))]
    bins = [
        Bin(
            one.predicted,
            one.share.value or 0.0,
            one.share.low or 0.0,
            one.share.high or 1.0,
            one.share.count,
            say.say(
                "report.trust-told",
                foretold=voice.percent(one.predicted),
                came=voice.percent(one.share.value or 0.0),
                count=one.share.count,
            ),
        )
        for one in found.bins
    ]
    if len(bins) > 1:
        named = Named(say.say("report.trust-title"), say.say("report.trust-desc", count=len(bins)))
        axes = say.say("report.trust-across"), say.say("report.trust-up")
        head = [say.say(f"report.head-{name}") for name in ("from-to", "foretold", "came", "reach", "reviews")]
        rows = [
            (
                f"{round(one.low * 100)}–{voice.percent(one.high)}",
                voice.percent(one.predicted),
                voice.percent(one.share.value or 0.0),
                f"{round((one.share.low or 0.0) * 100)}–{voice.percent(one.share.high or 1.0)}",
                say.fact(one.share.count),
            )
            for one in found.bins
        ]
        parts.append(paragraph(say.say("report.trust-how"), "soft"))
        parts.append(figure(lambda width: charts.reliability(named, width, bins, voice.percent, axes), head, rows, say))
    losses = [
        (say.say("report.loss-now"), _loss(found.loss, say)),
        (say.say("report.loss-constant"), _loss(found.constant, say)),
        (say.say("report.loss-published"), _loss(found.published, say)),
    ]
    parts += [
        heading(say.say("report.loss")),
        paragraph(say.say("report.loss-how"), "soft"),
        table([say.say("report.head-model"), say.say("report.head-loss")], losses),
    ]
    if len(found.kinds) > 1:
        head = [say.say(f"report.head-{name}") for name in ("kind", "foretold", "came", "loss", "reviews")]
        kinds = [
            (
                say.say(f"kind.{one.name}"),
                voice.percent(one.predicted),
                voice.percent(one.share.value or 0.0),
                _loss(one.loss, say),
                say.fact(one.share.count),
            )
            for one in found.kinds
        ]
        parts.append(table(head, kinds))
    return Section("trust", say.say("report.trust"), tuple(parts))


def _loss(value: float, say: Voice) -> str:
    """A loss with three decimals, as the language writes them."""
    written = f"{value:.3f}"
    return written.replace(".", ",") if say.language == "fr" else written
