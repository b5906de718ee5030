"""`quiz derive --review`: the drafts of some decks, one after the other; each decision is in the file at once."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.house import INTERRUPTED
from quiz.problem import Failure, Problem
from quiz.study.review import Change, Loaded, find, start

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from quiz.deck.card import Card, Deck
    from quiz.derive.excerpt import Excerpt
    from quiz.house import House
    from quiz.study.review_view import EndView
    from quiz.terminal.reviewing import Reviewing


def review(paths: Sequence[str], house: House) -> int:
    """Let a person decide on the drafts of these deck files. The exit code: 0, 3 if none could be read, or 130."""
    from quiz.commands.report import report
    from quiz.terminal.reviewing import Reviewing

    desk = ReviewDesk(house)
    decks: dict[str, Loaded] = {}
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        loaded = desk.look(path)
        if isinstance(loaded, Loaded):
            decks[path] = loaded
        else:
            problems.append(loaded)
    report(problems, house)
    begun = start(decks)
    if begun.over:
        if decks or not problems:
            where = ", ".join(decks) or house.places.decks
            print(house.words.say("review.no-drafts", paths=where), file=house.out)
        return 3 if problems and not decks else 0
    reviewing = Reviewing(begun, desk)
    ended_by = _face(reviewing, house)
    seen = reviewing.view()
    if seen.phase == "over" and not ended_by:
        print(*_next(seen, house), sep="\n", file=house.out)
    return INTERRUPTED if ended_by is not None else 0


def _face(reviewing: Reviewing, house: House) -> int | None:
    """Let one of the faces run; the signal that ended it, if any."""
    from quiz.commands.study import plain_wanted

    if plain_wanted(asked=False, house=house):
        from quiz.terminal.review_lines import ReviewLines

        ReviewLines(reviewing, house.words, house.stdin, house.out, prompt=house.stdin.isatty()).run()
        return None
    from quiz import settings
    from quiz.terminal.paint import colour_wanted
    from quiz.terminal.quiet import quiet, told_later

    colour = colour_wanted(house.environ, settings.color(house.settings, house.environ))
    with quiet(house.stdin.fileno()):
        with told_later():
            from quiz.terminal.review_screen import ReviewScreen
        return ReviewScreen(reviewing, house.words, colour=colour).run()


def _next(seen: EndView, house: House) -> Iterator[str]:
    """What can be done next."""
    from quiz.library.folder import find as found
    from quiz.settings import deck_paths

    say = house.words.say
    if seen.accepted:
        files, _ = found(deck_paths(house.settings, house.places))
        shelf = {os.path.realpath(file.path) for file in files}
        outside = [path for path in seen.paths if os.path.realpath(path) not in shelf]
        yield f"  {say('review.next-study', command=' '.join(['quiz study', *outside]))}"
    if seen.left:
        yield f"  {say('review.next-review', paths=' '.join(seen.paths))}"


class ReviewDesk:
    """The deck files, the texts beside them and the editor, as a review is allowed to see them."""

    def __init__(self, house: House) -> None:
        self.house = house

    def look(self, path: str) -> Loaded | Problem:
        """The deck as its file says it now."""
        from quiz.deck.characters import decode
        from quiz.library import file

        try:
            text = decode(file.read(path).data, path)
        except Failure as failure:
            return failure.problems[0]
        return text if isinstance(text, Problem) else self._loaded(text, path)

    def change(self, change: Change, *, write: bool = True) -> Loaded | Problem:
        """Make the change, in the file or only to see what would come of it."""
        from quiz.commands.rewrite import rewrite
        from quiz.deck.characters import decode
        from quiz.library import file

        made: list[Loaded | Problem] = []

        def edited(text: str) -> str | Problem:
            after = _changed(text, change)
            made[:] = [after if isinstance(after, Problem) else self._loaded(after, change.path, change.expected)]
            return after

        if write:
            problem = rewrite(change.path, edited, self.house)
            return problem or made[0]
        try:
            text = decode(file.read(change.path).data, change.path)
        except Failure as failure:
            return failure.problems[0]
        if isinstance(text, Problem):
            return text
        edited(text)
        return made[0]

    def _loaded(self, text: str, path: str, decided: Collection[str] = ()) -> Loaded | Problem:
        """A deck, with what `quiz check` would say of it if its drafts were accepted."""
        from quiz.deck.checks import check
        from quiz.deck.lint import kept
        from quiz.deck.read import read
        from quiz.library.collector import paused

        with paused():
            deck, problems = read(text, path)
            if deck is None:
                return problems[0] if problems else Problem("deck-not-editable", facts={})
            found = (*problems, *check(deck), *_linted(deck, decided))
            return Loaded(deck, kept(deck, found, self.house.settings.check_allow))

    def excerpts(self, path: str, loaded: Loaded, card: Card) -> tuple[Excerpt | Problem, ...]:
        """The place of each piece of the card's evidence, in the texts beside the deck."""
        from quiz.commands.excerpts import excerpts

        sources = {source.key: source for source in loaded.deck.sources}
        return excerpts(path, sources, card.evidence, card.language)

    def outside(self, text: str) -> str | Problem:
        """The text as a person leaves it in $VISUAL or $EDITOR, without our lines at its head."""
        from quiz.commands.editor import edit

        head = [self.house.words.say(f"review.{key}") for key in ("editor-head", "editor-head-empty")]
        told = edit("".join(f"# {line}\n" for line in head) + text, self.house)
        if isinstance(told, Problem):
            return told
        lines = told.splitlines(keepends=True)
        while lines and lines[0].startswith("#"):
            lines.pop(0)
        return "".join(lines)


def _linted(deck: Deck, decided: Collection[str]) -> tuple[Problem, ...]:
    """What the rules will say of the drafts when they are accepted, and of those that were decided just now."""
    from quiz.deck.lint import linted

    drafts = tuple(replace(card, draft=False) for card in deck.cards if card.draft or card.identity in decided)
    return linted(replace(deck, cards=drafts)) if drafts else ()


def _changed(text: str, change: Change) -> str | Problem:
    """The text with the change, if its cards still say what was shown."""
    from quiz.deck.alone import same
    from quiz.deck.blocks import changed
    from quiz.deck.read import read

    deck, problems = read(text, change.path)
    if deck is None:
        return problems[0]
    for identity, card in change.expected.items():
        now = find(deck, identity)
        if now is None and card is not None:
            # A card that is misspelt at the moment has not left.
            broken = next((problem for problem in problems if problem.severity == "error"), None)
            return broken or Problem("draft-gone", facts={"path": change.path})
        if now is not None and (card is None or not same(now, card)):
            decided = card is not None and card.draft and not now.draft
            return Problem("draft-gone" if decided else "draft-changed", facts={"path": change.path})
    return changed(text, change.path, change.changes)
