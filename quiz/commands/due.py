"""`quiz due`: what is due, deck by deck; with `--json` for programs (a status bar, a shell prompt)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.library import DeckRow
    from quiz.words import Words

DEFAULTS: Final[dict[str, Any]] = {"decks": [], "json": False}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz due`."""
    parser.add_argument("decks", nargs="*", help=words.say("help.decks"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Say what is due."""
    from quiz.commands.shelf import opened

    shelf = opened(options.decks, house, read_only=True)
    rows = [
        row for row in shelf.library.decks(house.today()) if row.asked and (not shelf.decks or row.id in shelf.decks)
    ]
    introduced, _ = house.journal().today(house.today())
    allowed = max(0, house.settings.new_per_day - introduced)
    if options.json:
        _write_json(rows, allowed, house)
        return 0
    say = house.words.say
    new = min(allowed, sum(row.new for row in rows))
    print(say("due.header", due=sum(row.due for row in rows), new=new), file=house.out)
    width = max((len(row.id) for row in rows), default=0)
    for row in rows:
        parts = [say("due.deck", due=row.due, new=row.new, cards=row.cards)]
        if row.suspended:
            parts.append(say("due.suspended", count=row.suspended))
        print(f"  {house.words.fact(row.id):<{width}}  {', '.join(parts)}", file=house.out)
    return 0


def _write_json(rows: list[DeckRow], allowed: int, house: House) -> None:
    import json

    decks = [
        {
            "deck": row.id,
            "title": row.title,
            "language": row.language,
            "path": row.path,
            "cards": row.cards,
            "due": row.due,
            "new": row.new,
            "suspended": row.suspended,
        }
        for row in rows
    ]
    new = sum(row.new for row in rows)
    total = {
        "due": sum(row.due for row in rows),
        "new": new,
        "new_today": min(allowed, new),
        "study_day": house.today(),
        "decks": decks,
    }
    json.dump(total, house.out, ensure_ascii=False, indent=2)
    house.out.write("\n")
