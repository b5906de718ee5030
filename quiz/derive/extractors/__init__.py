"""The extractors, in the order in which they look; others' come through the entry points `quiz.extractors`."""

from __future__ import annotations

from typing import Final

from quiz.derive.document import Extractor
from quiz.derive.extractors.counts import counts
from quiz.derive.extractors.dates import dates
from quiz.derive.extractors.durations import durations
from quiz.derive.extractors.money import money
from quiz.derive.extractors.percents import percents
from quiz.derive.extractors.posts import posts
from quiz.derive.extractors.quotes import quotes
from quiz.derive.extractors.reported import reported
from quiz.derive.extractors.roles import roles

EXTRACTORS: Final[dict[str, Extractor]] = {
    "quotes": quotes,
    "posts": posts,
    "reported": reported,
    "dates": dates,
    "money": money,
    "counts": counts,
    "percents": percents,
    "durations": durations,
    "roles": roles,
}
