"""The plain face: whole lines in, whole lines out. For screen readers, pipes and terminals that cannot draw.

The same engine and the same words as the drawn face; nothing is redrawn, no box is drawn, and what a colour or a
strike would show is said. A line answers; a word behind a colon is a command (`keys.py`).
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, TextIO

from quiz.problem import Failure, Problem
from quiz.study.session import (
    Answer,
    Bury,
    Continue,
    GiveUp,
    Leave,
    Overrule,
    Refresh,
    ShowHint,
    Skip,
    Suspend,
    Undo,
)
from quiz.study.teach import can_teach, taught, why_untaught
from quiz.study.view import EndView, QuestionView, VerdictView, View
from quiz.study.view import view as look
from quiz.terminal import draw, ending
from quiz.terminal.keys import KEYS
from quiz.terminal.paint import Line, plain
from quiz.words.safe import safe

if TYPE_CHECKING:
    from quiz.answers.verdict import Mark
    from quiz.study.session import Action, Session
    from quiz.terminal.evening import Evening
    from quiz.words import Words

#: Lines are as long as they are: a screen reader reads them, a pipe keeps them.
ENDLESS: Final = 100_000
ACTIONS: Final[dict[str, Action]] = {
    "hint": ShowHint(),
    "give-up": GiveUp(),
    "skip": Skip(),
    "undo": Undo(),
    "suspend": Suspend(),
    "bury": Bury(),
    "leave": Leave(),
}


class Lines:
    """The session in plain lines. `run` returns when it is over or when the input ends.

    After a verdict the next question follows at once; `:right` and `:wrong` still overrule the verdict before it. After
    the last one, a person is asked for one more line for that; a program that reads the end need not write again.
    """

    def __init__(self, evening: Evening, words: Words, source: TextIO, sink: TextIO, *, prompt: bool) -> None:
        self.evening = evening
        self.words = words
        self.source = source
        self.sink = sink
        self.prompt = prompt
        self.judged: Session | None = None
        self.drawn_at = time.monotonic()

    def run(self) -> None:
        """Ask until it is over."""
        view = self.evening.view()
        if isinstance(view, QuestionView):
            self._say(self.words.say("session.plain-begin"))
        self._show(view)
        while not isinstance(view, EndView) or (self.prompt and self.judged is not None):
            line = self._read(view)
            if line is None or (isinstance(view, EndView) and not line.startswith(":")):
                view = self.evening.do(Leave())
                break
            try:
                view = self._carry_out(line)
            except Failure as failure:
                self._lines(draw.problems(failure.problems, self.words, ENDLESS))
                view = self.evening.view()
        assert isinstance(view, EndView)
        self._lines(ending.end(view, self.evening.world.outlook(), self.words, ENDLESS))

    def _read(self, view: View) -> str | None:
        """The next line; None at the end of the input."""
        if self.prompt:
            ask = "session.plain-last" if isinstance(view, EndView) else "session.plain-your-answer"
            self.sink.write(self.words.say(ask) + ("\n" if isinstance(view, EndView) else ""))
        self.sink.flush()
        try:
            line = self.source.readline()
        except KeyboardInterrupt:
            self._say("")  # the shell's prompt wants a line of its own
            raise
        if self.prompt and not line:
            self._say("")
        return line.rstrip("\r\n") if line else None

    def _carry_out(self, line: str) -> View:
        if line.startswith(":") and not line.startswith("::"):
            return self._command(line[1:].strip().casefold())
        typed = line[1:] if line.startswith("::") else line
        view = self.evening.view()
        assert isinstance(view, QuestionView)
        took = self._took()
        if not typed.strip():
            return self._judge(GiveUp(None, took))
        return self._judge(Answer(typed, None, took, self.evening.world.others(view.identity)))

    def _judge(self, action: Answer | GiveUp) -> View:
        self._show(self.evening.do(action))
        self.judged = self.evening.session
        return self._next(Continue())

    def _next(self, action: Action) -> View:
        view = self.evening.go_on(action)
        self._show(view)
        return view

    def _took(self) -> int:
        return round((time.monotonic() - self.drawn_at) * 1000)

    def _command(self, word: str) -> View:
        key = next((key for key in KEYS if word in key.words), None)
        view = self.evening.view()
        if key is None:
            self._say(self.words.say("session.plain-unknown", word=word))
        elif key.name == "keys":
            self._keys()
        elif key.name == "overrule":
            return self._overrule("right" if word in key.words[:2] else "wrong")
        elif key.name == "accept":
            self._accept()
        elif key.name == "source":
            self._source()
        elif key.name == "edit":
            self._edit()
        elif key.name == "mend":
            self._mend()
        elif key.name == "hint":
            view = self.evening.do(ShowHint())
            if isinstance(view, QuestionView):
                self._lines(draw.hint(view, self.words, ENDLESS))
        elif key.name == "give-up":
            return self._judge(GiveUp(None, self._took())) if isinstance(view, QuestionView) else view
        elif key.name == "leave":
            self.judged = None
            view = self.evening.do(Leave())
        elif key.name == "undo" and not view.can_undo:
            self._say(self.words.say("session.nothing-to-undo"))
        else:
            action = ACTIONS[key.name]
            view = self.evening.go_on(action)
            self.judged = None
            if isinstance(view, VerdictView):
                return self._overruling_undone(view)
            self._lines(draw.done(action, self.words))
            self._show(view)
        return view

    def _overruling_undone(self, view: VerdictView) -> View:
        """The verdict before the last overruling counts again; on to the question that was asked."""
        self.judged = self.evening.session
        self._lines(draw.overruling_undone(view, self.words, ENDLESS)[:-1])
        return self._next(Continue())

    def _overrule(self, wanted: Mark) -> View:
        """Overrule the last verdict: the session goes back to it, and on again to the question that follows."""
        if self.judged is None:
            self._say(self.words.say("session.plain-nothing-judged"))
            return self.evening.view()
        asking, hinted = self.evening.session, self.evening.session.turn.hinted
        if self.judged.turn.counted == wanted:
            self._say(self.words.say(f"session.plain-already-{wanted}"))
            return self.evening.view()
        self.evening.session = self.judged
        try:
            after = self.evening.do(Overrule(wanted))
        except Failure:
            self.evening.session = asking
            raise
        self.judged = self.evening.session
        if isinstance(after, VerdictView):
            key = f"session.counted-{after.counted}" if after.overruled else "session.counted-back"
            told = (self.words.say(key), draw.again(after.again_in, self.words))
            self._say(_sentences(_capital(part) for part in told))
            if after.can_teach:
                self._say(self.words.say("session.plain-can-accept"))
        # What was heard and shown since the verdict holds as before.
        card = self.judged.queue[0]
        self.evening.do(Refresh({name: memory for name, memory in asking.memories.items() if name != card}))
        view = self.evening.go_on(Continue())
        if isinstance(view, QuestionView) and view.identity in hinted:
            view = self.evening.do(ShowHint())
        self._show(view)
        return view

    def _accept(self) -> None:
        """Teach the deck the last answer, where it was overruled to right."""
        if self.judged is None or not can_teach(self.judged):
            self._say(self.words.say(f"session.{why_untaught(self.judged)}"))
            return
        problem = self.evening.teach(self.judged)
        if problem is not None:
            self._lines(draw.problems([problem], self.words, ENDLESS))
            return
        assert self.judged.card is not None
        self.judged = taught(self.judged, self.judged.card.identity, self.judged.turn.typed)
        self._lines(draw.accepted(self.words, ENDLESS))

    def _meant(self) -> str:
        """The card that a word means which goes for a card: the one answered last, else the one that is asked."""
        card = self.judged.card if self.judged is not None else self.evening.session.card
        return card.identity if card is not None else ""

    def _mend(self) -> None:
        """Mark the card for mending, or take the mark away."""
        identity = self._meant()
        if not identity:
            return
        marked = self.evening.mend(identity)
        question = self.evening.session.cards[identity].question
        key = "session.plain-doubted" if marked else "session.plain-undoubted"
        self._say(self.words.say(key, question=question))

    def _edit(self) -> None:
        """The card in the person's editor, where a person sits at a terminal."""
        identity = self._meant()
        if not self.prompt or not identity:
            self._say(self.words.say("review.plain-no-editor"))
            return
        world = self.evening.world
        was = world.written(identity)
        told = was if isinstance(was, Problem) else world.outside(was)
        if isinstance(was, Problem) or isinstance(told, Problem):
            self._lines(draw.problems([one for one in (told,) if isinstance(one, Problem)], self.words, ENDLESS))
        elif not told.strip() or told.strip() == was.strip():
            self._say(self.words.say("session.edit-unchanged"))
        elif problems := self.evening.rewrite(identity, was, told):
            self._lines(draw.problems(problems, self.words, ENDLESS))
        else:
            self._say(self.words.say("session.edited"))
            asked = self.evening.view()
            if isinstance(asked, QuestionView) and asked.identity == identity:
                self._show(asked)

    def _source(self) -> None:
        """Where the last answer is proved."""
        judged = look(self.judged, self.evening.world.now()) if self.judged is not None else None
        if not isinstance(judged, VerdictView):
            self._say(self.words.say("session.plain-source-later"))
        elif not judged.citations:
            self._say(self.words.say("session.no-source"))
        else:
            from quiz.terminal import proof

            found = self.evening.world.excerpts(judged.identity)
            self._lines(proof.source(judged, found, self.words, ENDLESS, brackets=True))

    # --- what is said -------------------------------------------------------------------------------------------------

    def _show(self, view: View) -> None:
        if isinstance(view, QuestionView):
            self._question(view)
        elif isinstance(view, VerdictView):
            self._verdict(view)
        self.drawn_at = time.monotonic()

    def _question(self, view: QuestionView) -> None:
        say = self.words.say
        head = [
            say("session.plain-question", number=view.number, total=view.total),
            safe(view.deck_title),
            safe(view.topic),
        ]
        if view.comes_back:
            head.append(say("session.comes-back"))
        self._say("")
        self._say(_sentences(part for part in head if part))
        self._say(safe(view.question))
        if view.former[0]:
            self._say(draw.former(view, self.words, "plain-former"))
        for letter, option in zip("abcdefghijklmnopqrstuvwxyz", view.options, strict=False):
            self._say(f"{letter}) {safe(option)}")

    def _verdict(self, view: VerdictView) -> None:
        say = self.words.say
        mark = say(f"session.mark-{view.mark}").capitalize()
        reasons = [_capital(draw.reason_of(reason, self.words)) for reason in view.reasons]
        self._say(_sentences([mark, *reasons]))
        self._say(say("session.plain-answer", answer=view.shown_answer))
        for state in ("missing", "extra"):
            found = [piece.text.strip() for piece in view.diff if piece.state == state and piece.text.strip()]
            if found and view.mark != "right":
                self._say(say(f"session.plain-{state}", text=", ".join(found)))
        for citation in view.citations:
            if citation.words:
                self._say(say("session.plain-source", source=draw.citation_of(citation, self.words)[0][1]))
        if view.note:
            self._say(say("session.plain-note", note=view.note))
        if view.told_rating:
            told = say(f"session.counted-{view.told_rating}")
            self._say(_sentences([_capital(told)]))
        again = draw.again(view.again_in, self.words)
        self._say(_sentences([_capital(again)]))

    def _keys(self) -> None:
        for key in KEYS:
            if key.words:
                commands = ", ".join(f":{word}" for word in key.words)
                self._say(f"{commands}  {self.words.say(f'session.keys-{key.name}')}")
        self._say(self.words.say("session.plain-colon"))

    def _lines(self, lines: list[Line]) -> None:
        self.sink.write(plain(lines))

    def _say(self, text: str) -> None:
        self.sink.write(f"{text}\n")


def _sentences(parts: Iterable[str]) -> str:
    """Each part as a sentence; one that has its end already (a question that is quoted) gets no full stop behind it."""
    return " ".join(
        part if part.rstrip("\u00a0\u202f »”\"'").endswith((".", "?", "!", "…")) else f"{part}." for part in parts
    )


def _capital(sentence: str) -> str:
    """A sentence of a list as it begins a line of its own; the rest is left as it is."""
    return sentence[:1].upper() + sentence[1:]
