"""The log counted by reading it: every event once, card by card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from quiz.memory.recall import standing
from quiz.memory.review import reviews
from quiz.stats.count import Counts, count

if TYPE_CHECKING:
    from quiz.journal import Journal
    from quiz.memory.event import Event
    from quiz.memory.review import Review


def counts(journal: Journal, today: int, since: int, cards: Collection[str] | None, rollover_hour: int) -> Counts:
    """What the log adds up to."""
    by_name: defaultdict[str, list[Event]] = defaultdict(list)
    for event in journal.events():
        by_name[event.card].append(event)
    found = []
    for name in by_name:
        events, names, seen = [], [name], set()
        while names:
            one = names.pop()
            if one in seen:
                continue
            seen.add(one)
            events += by_name.get(one, [])
            names += [str(e.rest.get("from")) for e in standing(by_name.get(one, [])) if e.kind == "renamed"]
        found += reviews(events, card=name, rollover_hour=rollover_hour)
    own = {event.id: event.card for several in by_name.values() for event in several}
    return count(_last(found, own), today=today, since=since, cards=cards)


def _last(found: Iterable[Review], own: Mapping[str, str]) -> Iterable[Review]:
    """Each review once: where a later identity has the history, it is that one's."""
    latest: dict[str, Review] = {}
    for review in found:
        before = latest.get(review.event)
        if before is None or before.card == own[review.event]:
            latest[review.event] = review
    return latest.values()
