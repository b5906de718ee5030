"""`quiz check --watch`: look at the files again and again, and say of each that changed what is wrong with it now.

Files are looked at by their stamps, not by notices of the system, which no network drive sends. A file is read once
two looks in a row found the same stamp, so that one that an editor is still writing is left alone until it is whole.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from time import sleep
from typing import TYPE_CHECKING, Any, Final

from quiz.commands.check import show
from quiz.commands.check_files import Asked, Checked, as_given, compare, examine
from quiz.commands.check_formats import counts, of_deck, with_code, with_page
from quiz.commands.report import lines
from quiz.library.folder import Stamp, find
from quiz.problem import Failure, Problem
from quiz.settings import deck_paths
from quiz.words.safe import safe

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from quiz.house import House
    from quiz.library.folder import Found
    from quiz.library.kepts import Kepts

_NO_STAMP: Final = Stamp(0, -1, 0)
#: Seconds between two looks: with two of them, what was saved is told within the blink in which one looks for it.
PAUSE: Final = 0.3


def watch(asked: Asked, kepts: Kepts, unknown: list[Problem], options: Namespace, house: House) -> int:
    """Check, then say what changes, until Ctrl-C, which ends well."""
    if not options.json and options.format not in ("text", "json"):
        raise Failure(Problem("watch-format", facts={"format": options.format}), exit_code=2)
    with suppress(KeyboardInterrupt):
        seen = _Watch(asked, kepts, unknown, options, house)
        while True:
            seen.look()
            house.out.flush()
            sleep(PAUSE)
    return 0


class _Watch:
    """What was seen and said of each file until now."""

    def __init__(self, asked: Asked, kepts: Kepts, unknown: list[Problem], options: Namespace, house: House) -> None:
        self._asked, self._kepts, self._unknown, self._options, self._house = asked, kepts, unknown, options, house
        self._lines = options.json or options.format == "json"
        #: The stamps of the look before.
        self._before: dict[str, Stamp] = {}
        self._checked: dict[str, Checked] = {}
        self._stamps: dict[str, Stamp] = {}
        #: What was said of each file, by its path as it is shown; under "" what is said of no file.
        self._said: dict[str, tuple[Problem, ...]] = {}
        self._first = True

    def look(self) -> None:
        """One look at all files; what is new since the last one is said."""
        house = self._house
        found, lost = find(self._asked.paths or deck_paths(house.settings, house.places))
        now = {file.path: file.stamp for file in found}
        gone = [path for path in self._checked if path not in now and path not in self._before]
        events = {self._checked.pop(path).path: "gone" for path in gone}
        for path in gone:
            del self._stamps[path]
        for file in found:
            if self._first or (self._before.get(file.path) == file.stamp and self._may_differ(file)):
                event = self._examine(file)
                if event:
                    events[self._checked[file.path].path] = event
        self._before = now
        self._kepts.write()
        if self._first or events or (*lost, *self._unknown) != self._said[""]:
            self._say(found, events, lost)
        self._first = False

    def _may_differ(self, file: Found) -> bool:
        """Whether a file has another stamp than when it was read, or was saved so lately that its stamp says little."""
        kept = self._kepts[file.path]
        return self._stamps.get(file.path) != file.stamp or (kept is not None and not kept.settled)

    def _examine(self, file: Found) -> str:
        """Read a file if it changed: "new", "changed", or "" where nothing did."""
        before, old = self._stamps.get(file.path), self._kepts[file.path]
        asked = self._asked
        one = examine(file, as_given(file.path, asked.paths), asked.folder, asked.allow, self._kepts)
        if one.deck is None and not os.path.exists(file.path):
            return ""  # it went while it was looked at, which the next look tells
        self._checked[file.path], self._stamps[file.path] = one, file.stamp
        if before is None:
            return "new"
        same = old is not None and one.kept is not None and old.hash == one.kept.hash
        return "" if same and before == file.stamp else "changed"

    def _say(self, found: list[Found], events: dict[str, str], lost: list[Problem]) -> None:
        paths = dict.fromkeys([file.path for file in found if file.path in self._checked]) | self._checked
        checked = [self._checked[path] for path in paths]
        known = {one.path: one for one in checked}
        own: dict[str, list[Problem]] = {path: [] for path in known}
        between = compare(checked, paths, self._asked, self._kepts, self._house)
        if between is None:  # the cache was lost meanwhile: the next look finds everything anew
            self._kepts.forget()
            self._stamps = dict.fromkeys(self._stamps, _NO_STAMP)
        for problem in between or ():
            own.setdefault(problem.place.path if problem.place else "", []).append(problem)
        said = {"": (*lost, *self._unknown)} | {one.path: (*own[one.path], *one.problems) for one in checked}
        if self._first and not self._lines:
            everything = [*said[""], *(problem for one in checked for problem in said[one.path])]
            show(checked, everything, [], self._options, self._house)
            told = self._house.words.say("check.watching", decks=len(checked))
            print(f"\n{told}", file=self._house.out)
        else:
            for path in {**dict.fromkeys(said), **events}:
                event = events.get(path, "other" if path else "paths")
                if path in events or said[path] != self._said.get(path, () if path == "" else None):
                    event = "first" if self._first and path else event
                    self._tell(path, event, known.get(path), said.get(path, ()))
        self._said = said

    def _tell(self, path: str, event: str, one: Checked | None, problems: Iterable[Problem]) -> None:
        """One event, for people or as a line for programs."""
        problems, words, out = tuple(problems), self._house.words, self._house.out
        if self._lines:
            head: dict[str, Any] = {"event": event, "path": path or None}
            if one:
                head |= of_deck(one)
            told = {**head, **counts(problems), "problems": [with_page(problem, words) for problem in problems]}
            print(json.dumps(told, ensure_ascii=False), file=out)
            return
        count = counts(problems)
        if event == "gone":
            print(f"\n{words.say('check.watch-gone', path=safe(path))}", file=out)
        elif problems and path:
            print(f"\n{words.say('check.watch-told', path=safe(path), **count)}", file=out)
        elif path:
            cards = one.deck.cards if one and one.deck else 0
            print(f"\n{words.say('check.watch-well', path=safe(path), cards=cards)}", file=out)
        for problem in problems:
            print(*with_code(problem, lines(problem, words)), sep="\n", file=out)
