"""A card changed in the midst of a session: in the person's editor, back in its deck, its history behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from quiz.deck.card import Card
    from quiz.deck.inplace import Put
    from quiz.house import House
    from quiz.library import Library


def text_in(path: str, identity: str, house: House) -> str | Problem:
    """The card as its deck file has it; or why it cannot be edited, before anybody has tried."""
    from quiz.commands.rewrite import refusal
    from quiz.deck.characters import decode
    from quiz.deck.inplace import written
    from quiz.library import file

    try:
        refused = refusal(path, house)
        if refused is not None:
            return refused
        text = decode(file.read(path).data, path)
    except FileNotFoundError:
        return Problem("file-missing", facts={"path": path})
    except Failure as failure:
        return failure.problems[0]
    return text if isinstance(text, Problem) else written(text, path, identity)


def outside(text: str, house: House) -> str | Problem:
    """The text as a person leaves it in the editor, without our lines at its head."""
    from quiz.commands.editor import edit

    head = [house.words.say(f"session.{key}") for key in ("editor-head", "editor-head-empty")]
    told = edit("".join(f"# {line}\n" for line in head) + text, house)
    if isinstance(told, Problem):
        return told
    lines = told.splitlines(keepends=True)
    while lines and lines[0].startswith("#"):
        lines.pop(0)
    return "".join(lines)


def write(path: str, identity: str, was: str, told: str, library: Library, house: House) -> Card | tuple[Problem, ...]:
    """Put the card into its deck; the card as the deck has it now, or what is wrong. Its history follows.

    A mark for mending goes: that is what it was for.
    """
    from quiz.commands.follow import follow, look_again
    from quiz.commands.rewrite import rewrite
    from quiz.deck.identity import REVERSE
    from quiz.deck.inplace import put_back

    made: list[Put] = []
    wrong: list[Problem] = []

    def edited(text: str) -> str | Problem:
        put = put_back(text, path, identity, was, told)
        made.clear()
        if isinstance(put, tuple):
            wrong[:] = put
            return put[0]
        made.append(put)
        return put.text

    problem = rewrite(path, edited, house)
    if problem is not None:
        return tuple(wrong) or (problem,)
    put = made[0]
    became = {put.before.identity: put.after.identity}
    if put.both_before and put.both_after:
        became |= {old + REVERSE: new + REVERSE for old, new in became.items()}
    mended(put.before.identity, house)
    follow(became, library, house, always=True)
    look_again(library, house)
    return put.after


def mended(identity: str, house: House) -> None:
    """Log that a card is mended, if it was to be: later than its mark, whatever the clock says."""
    from quiz.memory.event import Event

    journal = house.journal()
    marks = [event.at for event in journal.events(identity) if event.kind == "doubted"]
    if marks and identity in journal.to_mend():
        now = house.now()
        journal.append([Event(max(now.at, marks[-1] + 1), now.offset, house.device, "mended", identity)])
