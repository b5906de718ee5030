"""Who is who: "PDG de Tesla, Elon Musk", "the mayor of Lille, Jane Roe", "X préside Y" → the person and the role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quiz.derive.document import Passage, Scene
from quiz.derive.fact import Fact, Span
from quiz.derive.people import Held
from quiz.language.pattern import pattern
from quiz.language.text import word_set

#: Trades, which many have: without what somebody works for they say nothing that is worth a question.
_TRADES: Final = word_set(
    "judge farmer worker nurse midwife carer teacher student writer journalist artist musician actor athlete trader "
    "engineer police soldier economist expert specialist researcher professor doctor activist member mentor agent "
    "priest royal observer accountant owner guide host librarian pharmacist translator officer partner creator"
)
#: Titles before names more than roles: only with what they are of.
_RANKS: Final = word_set("judge soldier royal priest doctor police")
#: "l'épidémiologiste X" presents somebody; "Farmer X" and "an actuary" only name a trade.
_DEFINITE: Final = pattern(r"(?:\b(?:la|le|the)\s|\bl['’])$", re.IGNORECASE)


def roles(scene: Scene) -> Iterator[Fact]:
    """The roles that the article gives to people with names; `unit` is "former" of one that somebody has no longer.

    `value` and `speaker` are the person by the longest name, `subject` is what the role is of: a body, a place, or "".
    """
    document = scene.document
    for role in scene.people.roles:
        somebody = role.party.kind == "person" or (role.party.kind == "name" and " " in role.party.name)
        if role.quoted or not somebody:
            continue
        passage = document.passage_at(role.span.start)
        mention = _mention(scene, role, passage)
        if role.sense == "partner" and not role.domain and _OF_SOMEBODY.search(_before(passage, role)):
            continue  # "his former partner": no office
        if role.sense in _TRADES and not role.domain:
            if role.sense in _RANKS:
                continue
            if not _DEFINITE.search(_before(passage, role)) and not (mention and 0 < role.span.start - mention.end < 3):
                continue
        yield Fact(
            kind="role",
            start=role.span.start,
            end=role.span.end,
            surface=passage.words(role.span),
            paragraph=passage.number,
            sentence=document.sentence_at(role.span.start),
            value=role.party.name,
            unit="former" if role.former else "",
            speaker=role.party.name,
            speaker_at=mention,
            subject=role.domain,
            subject_at=role.domain_at,
            summary=passage.part == "summary",
            extractor="roles",
        )


_OF_SOMEBODY: Final = pattern(r"\b(?:his|her|their|son|sa|leur)\s$", re.IGNORECASE)


def _before(passage: Passage, role: Held) -> str:
    """What stands before a role in its passage."""
    return passage.text[: role.span.start - passage.start]


#: Farther off nobody looks for the name that belongs to a role.
_NEAR: Final = 1500


def _mention(scene: Scene, role: Held, passage: Passage) -> Span | None:
    """Where the one who has the role is named, nearest to it."""
    start, end = max(passage.start, role.span.start - _NEAR), min(passage.end, role.span.end + _NEAR)
    spans = [one.span for one in scene.people.mentions_in(start, end) if one.party.name == role.party.name]
    return min(spans, key=lambda span: max(role.span.start - span.end, span.start - role.span.end), default=None)
