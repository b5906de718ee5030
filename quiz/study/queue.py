"""What to ask today, and in which order: due cards and new ones, limits, topics, siblings, confusions.

`NamedTuple`s and light imports only: this room is on the way to the first question (see docs/decisions). Chance
comes from the seed alone, so the same day's queue is the same on every device.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

#: How many other cards come before the first card that was failed earlier today, and between two of them.
AGAIN_GAP = 3

#: How far a card may be moved to part it from one that it was confused with.
REACH = 50

#: How long a card takes, in seconds, until a session has answers enough to say.
SECONDS_A_CARD = 12.0

NOTHING_APART: Mapping[str, frozenset[str]] = {}


class Candidate(NamedTuple):
    """One card as the index knows it. Days are study days; `due` is None for a card that was never asked.

    `position` is its place in the library (deck by deck, card by card); `sibling` is shared by the two sides of a
    reversed card. `again` says that its last rating was Again, at `last_at` (ms) on `last_day`.
    """

    identity: str
    deck: str
    topic: str
    sibling: str
    position: int
    due: int | None = None
    interval: int = 0
    last_day: int = 0
    again: bool = False
    last_at: int = 0

    @property
    def subject(self) -> str:
        """What is interleaved: the topic, or the deck where the card has none."""
        return self.topic or self.deck


class Limits(NamedTuple):
    """What is left of the day: new cards (the daily limit minus those introduced today) and reviews."""

    new_left: int
    reviews_left: int


def queue(
    due: Sequence[Candidate],
    new: Sequence[Candidate],
    limits: Limits,
    today: int,
    seed: str,
    apart: Mapping[str, frozenset[str]] = NOTHING_APART,
    seen: Collection[str] = (),
) -> tuple[str, ...]:
    """The identities to ask today, in order.

    `apart` maps a card to those it was confused with: they are not asked one after the other where that can be
    avoided. `seen` are the sibling groups that were asked already today: what is left of them waits for tomorrow.
    Cards failed earlier today (`again`) are outside the limits and never come first.
    """
    failed = [card for card in due if _failed_today(card, today)]
    chosen = {card.sibling for card in failed}
    ranked = _ranked([card for card in due if not _failed_today(card, today)], limits, today, seed)
    reviews = list(_one_a_group(ranked, chosen, seen, limits.reviews_left))
    fresh = sorted(new, key=lambda card: (card.position, card.identity))
    introduced = list(_one_a_group(fresh, chosen, seen, limits.new_left))
    failed.sort(key=lambda card: (card.last_at, card.identity))
    order = _mixed(_with_failed(reviews, failed), introduced)
    waiting = frozenset(card.identity for card in failed)
    _not_first(order, waiting)
    _keep_apart(order, apart, waiting)
    return tuple(card.identity for card in order)


def _failed_today(card: Candidate, today: int) -> bool:
    return card.again and card.last_day >= today


def _chance(seed: str, identity: str) -> bytes:
    return blake2b(f"{seed}\0{identity}".encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _ranked(reviews: list[Candidate], limits: Limits, today: int, seed: str) -> Iterator[Candidate]:
    """By chance when all can be done today; behind, by relative overdueness: the fewest reviews are wasted so.

    Lazy, because of a great backlog only the first few are asked for.
    """
    behind = len(reviews) > limits.reviews_left or any(card.due is not None and card.due < today for card in reviews)
    late: dict[float, list[Candidate]] = {}
    for card in reviews:
        overdue = today - card.due if behind and card.due is not None else 0
        late.setdefault(max(0, overdue) / max(1, card.interval), []).append(card)
    for overdueness in sorted(late, reverse=True):
        yield from sorted(late[overdueness], key=lambda card: (_chance(seed, card.identity), card.identity))


def _one_a_group(
    cards: Iterable[Candidate], chosen: set[str], seen: Collection[str], limit: int
) -> Iterator[Candidate]:
    """The first of each group of siblings, at most `limit`; `chosen` learns the groups taken."""
    for card in cards:
        if limit <= 0:
            return
        if card.sibling not in chosen and card.sibling not in seen:
            chosen.add(card.sibling)
            limit -= 1
            yield card


def _with_failed(reviews: list[Candidate], failed: list[Candidate]) -> list[Candidate]:
    """The failed cards among the others, each after AGAIN_GAP of them, the one failed longest ago first."""
    ranked: list[Candidate] = []
    start = 0
    for card in failed:
        ranked += reviews[start : start + AGAIN_GAP]
        ranked.append(card)
        start += AGAIN_GAP
    return ranked + reviews[start:]


def _mixed(reviews: list[Candidate], new: list[Candidate]) -> list[Candidate]:
    """New cards at even distances, in the order of the library; the reviews between them, interleaved by subject."""
    size = len(reviews) + len(new)
    places = {(2 * index + 1) * size // (2 * len(new)) for index in range(len(new))}
    waiting = _Subjects(reviews)
    order: list[Candidate] = []
    coming = iter(new)
    upcoming = next(coming, None)
    for place in range(size):
        if place in places and upcoming is not None:
            order.append(upcoming)
            upcoming = next(coming, None)
            continue
        last = order[-1].subject if order else None
        after = upcoming.subject if upcoming is not None and place + 1 in places else None
        order.append(waiting.take(last, after))
    return order


class _Subjects:
    """Ranked cards by subject, taken best first but never twice in a row from one subject where that is avoidable.

    A subject that holds more than half of what is left must be taken whenever it was not taken last; only when it
    was, a repetition costs nothing that could have been saved later. This keeps repetitions at their minimum.
    """

    def __init__(self, ranked: list[Candidate]) -> None:
        self.left = len(ranked)
        self.cards: dict[str, list[tuple[int, Candidate]]] = {}
        for rank, card in enumerate(ranked):
            self.cards.setdefault(card.subject, []).append((rank, card))
        for cards in self.cards.values():
            cards.reverse()
        self.heads = [(cards[-1][0], subject) for subject, cards in self.cards.items()]
        self.sizes = [(-len(cards), subject) for subject, cards in self.cards.items()]
        heapq.heapify(self.heads)
        heapq.heapify(self.sizes)

    def take(self, last: str | None, after: str | None) -> Candidate:
        """The best card, not of the subject `last` if avoidable, and rather not of the subject that comes `after`."""
        largest = self._largest()
        if 2 * len(self.cards[largest]) > self.left:
            return self._pop(largest if last != largest else self._best(None, None))
        return self._pop(self._best(last, after))

    def _largest(self) -> str:
        while -self.sizes[0][0] != len(self.cards[self.sizes[0][1]]):
            heapq.heappop(self.sizes)
        return self.sizes[0][1]

    def _best(self, last: str | None, after: str | None) -> str:
        """At most three subjects are looked at: one of them is neither `last` nor `after`, if any is."""
        heads: list[tuple[int, str]] = []
        while self.heads and len(heads) < 3:
            rank, subject = heapq.heappop(self.heads)
            if self.cards[subject] and self.cards[subject][-1][0] == rank:
                heads.append((rank, subject))
        for head in heads:
            heapq.heappush(self.heads, head)
        for avoided in ((last, after), (last,)):
            for _, subject in heads:
                if subject not in avoided:
                    return subject
        return heads[0][1]

    def _pop(self, subject: str) -> Candidate:
        """Entries of the two heaps that no longer hold are left behind, to be thrown away when they surface."""
        self.left -= 1
        cards = self.cards[subject]
        _, card = cards.pop()
        if cards:
            heapq.heappush(self.heads, (cards[-1][0], subject))
            heapq.heappush(self.sizes, (-len(cards), subject))
        return card


def _keep_apart(order: list[Candidate], apart: Mapping[str, frozenset[str]], failed: frozenset[str]) -> None:
    """Part cards that were confused with one another, by a near swap that rather keeps subjects apart as well."""
    if not apart:
        return

    def confused(left: int, right: int) -> bool:
        one, other = order[left].identity, order[right].identity
        return other in apart.get(one, ()) or one in apart.get(other, ())

    def cost(places: set[int]) -> tuple[int, int]:
        pairs = {pair for place in places for pair in ((place - 1, place), (place, place + 1))}
        pairs = {(left, right) for left, right in pairs if left >= 0 and right < len(order)}
        return (
            sum(confused(left, right) for left, right in pairs),
            sum(order[left].subject == order[right].subject for left, right in pairs),
        )

    def allowed(one: int, other: int) -> bool:
        return 0 <= other < len(order) and not (0 in (one, other) and order[one + other].identity in failed)

    def swap(one: int, other: int) -> None:
        order[one], order[other] = order[other], order[one]

    def gain(one: int, other: int) -> tuple[int, int]:
        before = cost({one, other})
        swap(one, other)
        after = cost({one, other})
        swap(one, other)
        return after[0] - before[0], after[1] - before[1]

    for place in range(1, len(order)):
        if not confused(place - 1, place):
            continue
        best: tuple[tuple[int, int], int, int] | None = None
        for distance in range(1, REACH):
            for moved in (place, place - 1):
                for target in (moved + distance, moved - distance):
                    if not allowed(moved, target):
                        continue
                    found = (gain(moved, target), moved, target)
                    if found[0][0] < 0 and (best is None or found[0] < best[0]):
                        best = found
            if best is not None and best[0][1] <= 0:
                break
        if best is not None:
            swap(best[1], best[2])


def _not_first(order: list[Candidate], failed: frozenset[str]) -> None:
    """A card failed earlier today does not open the session, if another card can."""
    if order and order[0].identity in failed:
        for place, card in enumerate(order):
            if card.identity not in failed:
                order[0], order[place] = card, order[0]
                return
