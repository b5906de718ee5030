"""What is said when there is nothing to ask now: when to come back, or where decks go."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.house import House
    from quiz.library import Library

#: How many days ahead to look for the next card.
AHEAD_DAYS = 366


def say_what_waits(library: Library, today: int, house: House) -> None:
    """Nothing is due: say what waits and when."""
    say = house.words.say
    rows = [row for row in library.decks(today) if row.asked]
    if not sum(row.cards for row in rows):
        print(say("session.no-cards", folder=house.places.decks), file=house.out)
        return
    print(say("session.nothing-due"), file=house.out)
    new = sum(row.new for row in rows)
    if new and house.journal().today(today)[0] >= house.settings.new_per_day:
        print(say("session.new-tomorrow", count=new), file=house.out)
    for days in range(1, AHEAD_DAYS):
        count = sum(row.due for row in library.decks(today + days) if row.asked)
        if count:
            key = "session.next-due-tomorrow" if days == 1 else "session.next-due"
            print(say(key, count=count, days=days), file=house.out)
            return
