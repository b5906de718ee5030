"""The plain face of a review: a draft in whole lines, a line that decides. For screen readers, pipes and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TextIO

from quiz.problem import Problem
from quiz.study.review import Accept, Action, Leave, Reject, Skip
from quiz.terminal import review_draw as draw
from quiz.terminal.keys import REVIEW_KEYS
from quiz.terminal.paint import Line, plain
from quiz.words.safe import safe

if TYPE_CHECKING:
    from quiz.study.review_view import DraftView
    from quiz.terminal.reviewing import Reviewing
    from quiz.words import Words

#: Lines are as long as they are: a screen reader reads them, a pipe keeps them.
ENDLESS: Final = 100_000
ACTIONS: Final[dict[str, tuple[Action, str]]] = {
    "accept": (Accept(), "accepted"),
    "reject": (Reject(), "rejected"),
    "skip": (Skip(), "skipped"),
    "leave": (Leave(), ""),
}
YES: Final = frozenset({"y", "yes", "o", "oui"})


class ReviewLines:
    """A review in plain lines. `run` returns when it is over or when the input ends. `prompt`: a person types."""

    def __init__(self, reviewing: Reviewing, words: Words, source: TextIO, sink: TextIO, *, prompt: bool) -> None:
        self.reviewing = reviewing
        self.words = words
        self.source = source
        self.sink = sink
        self.prompt = prompt

    def run(self) -> None:
        """Show drafts until it is over."""
        self._say(self.words.say("review.plain-begin"))
        self._show()
        while self.reviewing.view().phase != "over":
            line = self._read("review.plain-decision")
            if line is None:
                self.reviewing.do(Leave())
            elif line.strip():
                self._carry_out(line.strip().removeprefix(":").strip())
        end = self.reviewing.view()
        if end.phase == "over":
            self._lines(draw.end(end, self.words, ENDLESS))

    def _read(self, asks: str, **facts: object) -> str | None:
        """The next line; None at the end of the input."""
        if self.prompt:
            self.sink.write(self.words.say(asks, **facts))
        self.sink.flush()
        try:
            line = self.source.readline()
        except KeyboardInterrupt:
            self._say("")  # the shell's prompt wants a line of its own
            raise
        if self.prompt and not line:
            self._say("")
        return line.rstrip("\r\n") if line else None

    def _carry_out(self, word: str) -> None:
        # One letter is the key itself, in which capitals count; longer words are words.
        told = word if len(word) == 1 else word.casefold()
        key = next((key.name for key in REVIEW_KEYS if told in key.words), "")
        if key in ACTIONS:
            action, way = ACTIONS[key]
            self._after(self.reviewing.do(action), way)
        elif key == "undo" and not self.reviewing.review.done:
            self._say(self.words.say("review.nothing-to-undo"))
        elif key == "undo":
            self._after(self.reviewing.undo(), "undone")
        elif key == "rest":
            self._rest()
        elif key == "edit":
            self._edit()
        elif key == "editor":
            self._editor()
        elif key == "keys":
            self._keys()
        else:
            self._say(self.words.say("review.plain-unknown", word=word))

    def _after(self, problems: tuple[Problem, ...], way: str, **facts: object) -> None:
        """Say what was decided, or what is in the way; then the draft that is now to be decided on."""
        if way and (not problems or facts.get("count")):
            self._say(_capital(self.words.say(f"review.{way}", **facts)) + ".")
        self._problems(problems, lines=True)
        self._show()

    def _rest(self) -> None:
        view = self.reviewing.view()
        assert view.phase == "deciding"
        asked = self.words.say("review.sure", count=view.left)
        if not self.prompt:
            self._say(asked)
        line = self._read("review.plain-sure", question=asked)
        if line is None or line.strip().casefold() not in YES:
            return
        before = len(self.reviewing.review.done)
        problems = self.reviewing.accept_rest()
        count = sum(len(decision.cards) for decision in self.reviewing.review.done[before:])
        blocked = not problems and self.reviewing.view().phase == "deciding"
        self._after(problems or ((Problem("draft-unsound"),) if blocked else ()), "accepted-rest", count=count)

    # --- editing -----------------------------------------------------------------------------------------------------

    def _edit(self) -> None:
        fields = self.reviewing.fields()
        if not fields:
            self._say(self.words.say("review.not-in-lines"))
            return
        texts = []
        for name, text in fields:
            label = self.words.say(
                f"review.field-{name if name in {'question', 'list', 'cloze'} else 'answer'}", gap="{{…}}"
            )
            line = self._read("review.plain-field", field=_capital(label), text=text)
            if line is None:
                return
            texts.append(line if line.strip() else text)
        if tuple(texts) == tuple(text for _, text in fields):
            self._say(self.words.say("review.unchanged"))
        else:
            self._rewrite(self.reviewing.text_with(texts))

    def _editor(self) -> None:
        if not self.prompt:
            self._say(self.words.say("review.plain-no-editor"))
            return
        self.sink.flush()
        told = self.reviewing.desk.outside(self.reviewing.text())
        if isinstance(told, Problem):
            self._problems((told,))
        elif not told.strip() or told.strip() == self.reviewing.text().strip():
            self._say(self.words.say("review.unchanged"))
        else:
            self._rewrite(told)

    def _rewrite(self, text: str) -> None:
        before = self.reviewing.view()
        problems = self.reviewing.rewrite(text)
        if problems and self.reviewing.view() == before:
            self._problems(problems, lines=True)
            if any(problem.severity == "error" for problem in problems):
                self._say(_capital(self.words.say("review.given-up")) + ".")
                return
            line = self._read("review.plain-once-more")
            if line is None or line.strip().casefold() not in YES:
                self._say(_capital(self.words.say("review.given-up")) + ".")
                return
            problems = self.reviewing.rewrite(text, sure=True)
        self._after(problems, "edited")

    # --- what is said ------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        view = self.reviewing.view()
        if view.phase == "deciding":
            self._draft(view)

    def _draft(self, view: DraftView) -> None:
        say, card, answer = self.words.say, view.card, view.card.answer
        head = [
            say("review.plain-draft", number=view.number, total=view.total),
            safe(view.deck_title),
            draw.kind(view, self.words),
        ]
        self._say("")
        self._say(". ".join(head) + ".")
        if view.pieces:
            self._say("".join(f"[{safe(text)}]" if gap else safe(text) for text, gap in view.pieces))
        else:
            self._say(say("review.plain-question", text=card.question))
            told = "; ".join(answer.items) if answer.kind == "list" else answer.text
            self._say(say("review.plain-answer", text=told))
            if answer.options:
                self._say(say("review.plain-options", texts=answer.options))
        self._lines(draw.extras(view, self.words, ENDLESS))
        found = self.reviewing.excerpts(view)
        self._lines(draw.evidence(view, found, self.words, ENDLESS, brackets=True))
        self._problems(view.problems)

    def _problems(self, problems: tuple[Problem, ...], *, lines: bool = False) -> None:
        self._lines(draw.problems(problems, self.words, ENDLESS, lines=lines))

    def _keys(self) -> None:
        for key in REVIEW_KEYS:
            self._say(f"{', '.join(key.words)}  {self.words.say(f'review.keys-{key.name}')}")

    def _lines(self, lines: list[Line]) -> None:
        told = plain(lines)
        self.sink.write("".join(f"{line.strip()}\n" for line in told.splitlines()))

    def _say(self, text: str) -> None:
        self.sink.write(f"{text}\n")


def _capital(sentence: str) -> str:
    """A sentence of a list as it begins a line of its own; the rest is left as it is."""
    return sentence[:1].upper() + sentence[1:]
