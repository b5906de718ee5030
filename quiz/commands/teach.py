"""What decks learn, in their files: an answer added after "I was right", the list of them, one taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from quiz.commands.rewrite import rewrite
from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from quiz.deck.lesson import Learned
    from quiz.house import House


def teach(path: str, identity: str, typed: str, house: House) -> Problem | None:
    """Let the card in the deck file `path` accept what was typed; or why that cannot be, the file then untouched.

    The day that is written is the study day, as in the log.
    """
    from quiz.deck import edit

    on = date.fromordinal(date(1970, 1, 1).toordinal() + house.today()).isoformat()
    return rewrite(path, lambda text: edit.teach(text, path, identity, typed, on), house)


def take_back(path: str, line: int, house: House) -> Learned | Problem:
    """Take back the answer that was learned on this line of a deck file; it, or why not."""
    from quiz.deck import edit

    taken: list[Learned] = []

    def without(text: str) -> str | Problem:
        found = [one for one in edit.learned(text, path) if one.place.line == line]
        if not found or (taken and taken[0].text != found[0].text):  # saved meanwhile, with other lines
            return Problem("learned-not-there", facts={"path": path, "line": str(line)})
        taken[:] = found
        return edit.unlearn(text, path, found[0])

    return rewrite(path, without, house) or taken[0]


# --- `quiz check --learned` and `--unlearn` --------------------------------------------------------------------------


def file_and_line(text: str) -> tuple[str, int]:
    """FILE:LINE, or FILE:LINE:COLUMN as the list gives it. A ValueError otherwise."""
    path, _, number = text.rpartition(":")
    before, _, earlier = path.rpartition(":")
    if before and earlier.isdecimal():
        path, number = before, earlier
    if not path:
        raise ValueError(text)
    return path, int(number)


def unlearn(options: Namespace, house: House) -> int:
    """`quiz check --unlearn FILE:LINE`."""
    try:
        path, line = file_and_line(options.unlearn)
    except ValueError as error:
        message = house.words.say("check.unlearn-where", given=options.unlearn)
        raise Failure(Problem("usage", facts={"message": message, "command": "quiz check"}), exit_code=2) from error
    found = take_back(path, line, house)
    if isinstance(found, Problem):
        raise Failure(found, exit_code=1 if found.code.startswith("learned-") else 3)
    if options.json:
        _write_json("unlearned", [found], house)
    else:
        print(house.words.say("check.unlearned", path=path, text=found.text), file=house.out)
    return 0


def list_learned(paths: Iterable[str], options: Namespace, house: House) -> int:
    """`quiz check --learned`: every learned answer of these deck files, in their order."""
    from quiz.commands.report import report
    from quiz.deck.characters import decode
    from quiz.deck.edit import learned
    from quiz.library import file
    from quiz.library.collector import paused
    from quiz.words.safe import safe

    found: list[Learned] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            text = decode(file.read(path).data, path)
        except Failure as failure:
            problems += failure.problems
            continue
        if isinstance(text, Problem):
            problems.append(text)
        else:
            with paused():
                found += learned(text, path)
    report(problems, house)
    if options.json:
        _write_json("learned", found, house)
        return 3 if problems else 0
    say = house.words.say
    for one in found:
        where = f"{safe(one.place.path)}:{one.place.line}:{one.place.column}"
        print(f"{where}  {one.on}  {safe(one.text)}", f"      {safe(one.question)}", sep="\n", file=house.out)
    decks = len({one.place.path for one in found})
    told = f"\n{say('check.learned', count=len(found), decks=decks)}" if found else say("check.learned-none")
    print(told, file=house.out)
    return 3 if problems else 0


def _write_json(name: str, found: Iterable[Learned], house: House) -> None:
    import json

    told = [
        {
            "path": one.place.path,
            "line": one.place.line,
            "column": one.place.column,
            "card": one.card,
            "question": one.question,
            "text": one.text,
            "on": one.on,
        }
        for one in found
    ]
    json.dump({name: told}, house.out, ensure_ascii=False, indent=2)
    house.out.write("\n")
