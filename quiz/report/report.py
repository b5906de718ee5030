"""The whole report: figures in, a page out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from quiz.report import keeping, voice, working
from quiz.report.markup import Markup, foreign, joined, tag
from quiz.report.page import page
from quiz.report.section import Section, paragraph
from quiz.report.trust import trust
from quiz.report.voice import Voice
from quiz.stats.calibration import Calibration
from quiz.stats.told import Told

#: The sections, in the order in which they are read.
SECTIONS: Final = (
    keeping.kept,
    working.ahead,
    working.year,
    working.strength,
    keeping.groups,
    working.hard,
    keeping.numbers,
    keeping.verdicts,
    keeping.hours,
    working.time,
)


class Narrowed(NamedTuple):
    """What the report is about, where it is not about everything: names of decks, tags, the first day asked for."""

    decks: Sequence[str] = ()
    tags: Sequence[str] = ()
    since: int | None = None


def report(told: Told, say: Voice, narrowed: Narrowed | None = None, foretold: Calibration | None = None) -> str:
    """The page, in the language of the voice. `foretold` is how well it was foretold, where that is to be told."""
    found = [section for make in SECTIONS if (section := make(told, say)) is not None]
    judged = trust(foretold, say) if foretold is not None else None
    if judged is not None:
        found.insert(1 if found and found[0].name == "kept" else 0, judged)
    title = say.say("report.title")
    header: list[str] = [
        tag("h1", title),
        tag("p", voice.date(told.figures.day, say), *_about(narrowed or Narrowed(), told, say), class_="soft"),
    ]
    figures = told.figures
    if figures.answers:
        header += [_tiles(told, say), _contents(found, say)]
        if figures.strangers:
            header.append(paragraph(say.say("report.strangers", count=figures.strangers), "soft"))
    elif figures.cards:
        header.append(paragraph(say.say("report.not-begun", count=figures.cards)))
    else:
        header.append(paragraph(say.say("report.empty")))
    footer = [paragraph(say.say("report.footer")), paragraph(say.say("report.how-shares"))]
    return page(say.language, title, header, [section.markup() for section in found], footer)


def _about(narrowed: Narrowed, told: Told, say: Voice) -> list[Markup]:
    parts = [joined(" · ", foreign(told.title(deck))) for deck in narrowed.decks]
    parts += [joined(" · #", foreign(tag_)) for tag_ in narrowed.tags]
    if narrowed.since is not None:
        parts.append(joined(" · ", say.say("report.since", date=voice.date(narrowed.since, say))))
    return parts


def _tiles(told: Told, say: Voice) -> Markup:
    figures = told.figures
    tiles: list[tuple[str, str]] = []
    if figures.met:
        share = figures.recalled / figures.met
        tiles.append(
            (
                say.say("report.tile-known", recalled=round(figures.recalled), met=figures.met),
                say.say("report.tile-known-what", percent=voice.percent(share)),
            )
        )
    if figures.month.share.value is not None:
        wanted = voice.percent(figures.wanted)
        tiles.append(
            (
                voice.percent(figures.month.share.value),
                say.say("report.tile-kept-what", wanted=wanted, since=voice.date(figures.month_since, say)),
            )
        )
    tiles.append(
        (
            say.fact(figures.today.answers),
            say.say("report.tile-today-what", count=figures.today.answers, due=figures.ahead.now),
        )
    )
    tiles.append(
        (say.fact(figures.streak), say.say("report.tile-streak-what", days=figures.streak, best=figures.longest_streak))
    )
    return tag("dl", *(tag("div", tag("dt", what), tag("dd", value)) for value, what in tiles), class_="tiles")


def _contents(sections: Sequence[Section], say: Voice) -> Markup:
    links = [tag("li", tag("a", section.title, href=f"#{section.name}")) for section in sections]
    return tag("nav", tag("ul", *links), aria_label=say.say("report.contents"))
