"""The drawn face of a review: each draft is printed once and stays to be read; a key decides, a line edits."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, Literal

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output import Output

from quiz.problem import Problem
from quiz.study.review import Accept, Action, Leave, Reject, Skip
from quiz.terminal import review_draw as draw
from quiz.terminal.keys import REVIEW_KEYS
from quiz.terminal.live import Harmless, Live
from quiz.terminal.paint import MARGIN, flow, screen_width

if TYPE_CHECKING:
    from prompt_toolkit.input import Input

    from quiz.study.review_view import View
    from quiz.terminal.reviewing import Reviewing
    from quiz.words import Words

#: What the keys do now: decide on a draft; type a line of it; answer whether all the rest is meant; say what becomes
#: of a text that came back from the editor with problems. While the editor is open they do nothing.
Mood = Literal["deciding", "typing", "asked", "mending", "outside"]
#: Keys that follow one another sooner than this are one key held down: it decides once.
HELD_S: Final = 0.08
WAYS: Final[dict[type[Action], str]] = {Accept: "accepted", Reject: "rejected", Skip: "skipped"}


class ReviewScreen(Live):
    """The review drawn in a terminal. `run` returns the signal that ended it, or None."""

    def __init__(
        self,
        reviewing: Reviewing,
        words: Words,
        *,
        colour: bool = True,
        source: Input | None = None,
        sink: Output | None = None,
    ) -> None:
        self.reviewing = reviewing
        self.view = reviewing.view()
        self.mood: Mood = "deciding"
        self.fields: list[tuple[str, str]] = []
        self.field = 0
        self.warned = ""
        self.draft = ""
        self.grave = False
        self.pressed_at = 0.0
        super().__init__(words, colour=colour, source=source, sink=sink)

    def _begin(self) -> None:
        if self.view.phase == "over":
            self._finish()
        else:
            self._show()

    def _interrupted(self) -> None:
        self.ended_by = signal.SIGINT
        self._decide(Leave())

    # --- what is live ------------------------------------------------------------------------------------------------

    def _layout(self) -> Layout:
        line = Window(
            BufferControl(self.buffer, input_processors=[Harmless(), BeforeInput(self._label)], focusable=True),
            wrap_lines=True,
            height=Dimension(min=1),
            dont_extend_height=True,
        )
        message = Window(
            FormattedTextControl(self._message), wrap_lines=True, dont_extend_height=True, height=Dimension(min=1)
        )
        blank = Window(height=1)
        typing = Condition(lambda: self.mood == "typing")
        said = Condition(lambda: bool(self.message))
        return Layout(
            HSplit(
                [
                    ConditionalContainer(HSplit([message, blank]), said),
                    ConditionalContainer(HSplit([line, blank]), typing),
                    Window(FormattedTextControl(self._foot, show_cursor=False), height=1),
                ]
            ),
            focused_element=line,
        )

    def _label(self) -> StyleAndTextTuples:
        name = self.fields[self.field][0] if self.fields else "answer"
        name = name if name in {"question", "list", "cloze"} else "answer"
        return [("class:dim", f"{MARGIN}{self.words.say(f'review.field-{name}', gap='{{…}}')} "), ("", "› ")]

    def _foot(self) -> StyleAndTextTuples:
        say = self.words.say
        give_up = ("Esc", say("review.key-give-up"))
        items: list[tuple[str, str]] = []
        if self.mood == "typing":
            last = self.field == len(self.fields) - 1
            what = "as-it-is" if self.warned else "done" if last else "next"
            items = [("Enter", say(f"review.key-{what}")), give_up]
        elif self.mood == "asked":
            items = [(say("review.yes"), say("review.key-yes")), (say("review.no"), say("review.key-no"))]
        elif self.mood == "mending":
            as_it_is = [] if self.grave else [("Enter", say("review.key-as-it-is"))]
            items = [*as_it_is, ("E", say("review.key-again")), give_up]
        elif self.mood == "outside":
            return [("class:dim", MARGIN + say("review.editor-open"))]
        elif self.view.phase == "deciding":
            items = draw.deciding(self.view, self.words)
        line = draw.foot(items, self.words, screen_width()) if items else ()
        return [(f"class:{style}" if style else "", text) for style, text in line]

    # --- keys --------------------------------------------------------------------------------------------------------

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        deeds: dict[str, Callable[[], None]] = {
            "accept": lambda: self._decide(Accept()),
            "reject": lambda: self._decide(Reject()),
            "edit": self._edit,
            "editor": self._open_editor,
            "skip": lambda: self._decide(Skip()),
            "undo": self._undo,
            "rest": self._ask,
            "leave": lambda: self._decide(Leave()),
            "keys": lambda: self._print(draw.keys(self.words, screen_width())),
        }

        def mood(name: Mood) -> Condition:
            return Condition(lambda: self.mood == name)

        def bind(keys: Iterable[str], deed: Callable[[], None], where: Mood) -> None:
            for key in keys:

                @bindings.add(key, filter=mood(where), eager=True)
                def _(_event: KeyPressEvent) -> None:
                    before, self.pressed_at = self.pressed_at, time.monotonic()
                    if where != "deciding" or self.pressed_at - before >= HELD_S:
                        self._carefully(deed)

        for key in REVIEW_KEYS:
            bind(key.judged, deeds[key.name], "deciding")
        bind(("c-d",), lambda: self._decide(Leave()), "deciding")
        bind(("enter",), self._entered, "typing")
        bind(("up", "s-tab"), lambda: self._to(self.field - 1), "typing")
        bind(("down", "tab"), lambda: self._to(self.field + 1), "typing")
        bind(("escape", "c-d"), self._give_up, "typing")
        bind(("y", "Y", "o", "O"), self._accept_rest, "asked")
        bind(("E", "e"), self._reopen, "mending")
        bind(("enter",), self._as_it_is, "mending")
        bind(("escape", "q", "c-d"), self._give_up, "mending")

        @bindings.add(Keys.Any, filter=mood("asked"))
        @bindings.add("escape", filter=mood("asked"), eager=True)
        @bindings.add("c-d", filter=mood("asked"), eager=True)
        def _(_event: KeyPressEvent) -> None:
            self.mood, self.message = "deciding", []

        @bindings.add(Keys.Any, filter=~mood("typing") & ~mood("asked"))
        @bindings.add(Keys.BracketedPaste, filter=~mood("typing"))
        @bindings.add("escape", filter=mood("deciding"), eager=True)
        def _(_event: KeyPressEvent) -> None:
            """Nothing: a key without a meaning must not fall into the hidden line."""

        @bindings.add(Keys.BracketedPaste, filter=mood("typing"))
        def _(event: KeyPressEvent) -> None:
            self.buffer.insert_text(" ".join(event.data.split()))  # a pasted line end is not Enter

        @bindings.add("c-c", eager=True)
        @bindings.add("<sigint>", eager=True)
        def _(_event: KeyPressEvent) -> None:
            if self.mood != "outside":  # the editor has its own ^C
                self._carefully(self._interrupted)

        return bindings

    def _carefully(self, deed: Callable[[], object]) -> None:
        """Do it; a fault of ours ends the review, and not with a traceback over the screen."""
        try:
            deed()
        except Exception as error:  # noqa: BLE001 - prompt_toolkit would print it over the screen
            self._exit(error)

    def _text_changed(self, _buffer: object) -> None:
        self.message = []
        self.warned = ""

    # --- deciding ----------------------------------------------------------------------------------------------------

    def _decide(self, action: Action) -> None:
        self._after(self.reviewing.do(action), WAYS.get(type(action), ""))

    def _undo(self) -> None:
        if not self.reviewing.review.done:
            self._tell("review.nothing-to-undo")
        else:
            self._after(self.reviewing.undo(), "undone")

    def _ask(self) -> None:
        assert self.view.phase == "deciding"
        self.mood = "asked"
        self.message = flow([("strong", self.words.say("review.sure", count=self.view.left))], screen_width())

    def _accept_rest(self) -> None:
        self.mood = "deciding"
        before = len(self.reviewing.review.done)
        problems = self.reviewing.accept_rest()
        count = sum(len(decision.cards) for decision in self.reviewing.review.done[before:])
        blocked = not problems and self.reviewing.view().phase == "deciding"
        self._after(problems or ((Problem("draft-unsound"),) if blocked else ()), "accepted-rest", count=count)

    def _after(self, problems: tuple[Problem, ...], way: str, **facts: object) -> None:
        """Say what was decided and show the next draft; or what is in the way, and the draft as it now is."""
        before, self.view = self.view, self.reviewing.view()
        self.mood, self.message, self.warned, self.draft = "deciding", [], "", ""
        self.message = draw.problems(problems, self.words, screen_width(), lines=True)
        decided = way and (not problems or facts.get("count"))
        if decided:
            self._print(draw.done(way, self.words, **facts))
        if self.view.phase == "over":
            if problems:
                self._print([*self.message, ()])
            self._finish()
        elif decided or self.view != before:
            self._show()

    # --- editing -----------------------------------------------------------------------------------------------------

    def _edit(self) -> None:
        self.fields = list(self.reviewing.fields())
        if not self.fields:
            self._tell("review.not-in-lines")
            return
        self.mood = "typing"
        self._put(0)

    def _put(self, field: int) -> None:
        """Lay a line of the card before the person, to be changed."""
        self.field = field
        text = self.fields[field][1]
        self.buffer.set_document(Document(text, len(text)))
        self.message, self.warned = [], ""

    def _keep(self) -> None:
        self.fields[self.field] = (self.fields[self.field][0], self.buffer.text)

    def _to(self, field: int) -> None:
        """Go to another line; what was typed in this one is kept."""
        if 0 <= field < len(self.fields):
            self._keep()
            self._put(field)

    def _entered(self) -> None:
        if self.field < len(self.fields) - 1:
            self._to(self.field + 1)
            return
        self._keep()
        if tuple(self.fields) == self.reviewing.fields():
            self._give_up("review.unchanged")
            return
        text = self.reviewing.text_with(text for _, text in self.fields)
        before = self.view
        problems = self.reviewing.rewrite(text, sure=text == self.warned)
        if problems and self.reviewing.view() == before:
            grave = any(problem.severity == "error" for problem in problems)
            self.message = draw.problems(problems, self.words, screen_width())
            self.warned = "" if grave else text
        else:
            self._written(problems, text)

    def _written(self, problems: tuple[Problem, ...], text: str) -> None:
        """Accepted as `text` says; or the card was changed elsewhere: it is shown, and the text is not lost."""
        before = self.view
        self._after(problems, "edited")
        if problems and _card(self.view) == _card(before):
            self.mood, self.draft, self.grave = "mending", text, True

    def _give_up(self, sentence: str = "review.given-up") -> None:
        self.mood, self.warned, self.draft = "deciding", "", ""
        self.buffer.reset()
        self._tell(sentence)

    def _open_editor(self) -> None:
        self._outside(self.reviewing.text())

    def _reopen(self) -> None:
        self._outside(self.draft)

    def _outside(self, text: str) -> None:
        """The card in the editor; the screen is the editor's meanwhile."""
        self.mood, self.message = "outside", []
        self.app.create_background_task(self._came_back(text))

    async def _came_back(self, text: str) -> None:
        told = await run_in_terminal(lambda: self.reviewing.desk.outside(text), in_executor=True)
        self._carefully(lambda: self._take(told))
        self.app.invalidate()

    def _take(self, told: str | Problem) -> None:
        """What the editor left."""
        if isinstance(told, Problem):
            self.mood, self.grave = ("mending" if self.draft else "deciding"), True
            self.message = draw.problems((told,), self.words, screen_width())
        elif not told.strip() or told.strip() == self.reviewing.text().strip():
            self._give_up("review.unchanged")
        else:
            self.draft = told
            self._rewrite()

    def _as_it_is(self) -> None:
        if not self.grave:
            self._rewrite(sure=True)

    def _rewrite(self, *, sure: bool = False) -> None:
        before = self.view
        problems = self.reviewing.rewrite(self.draft, sure=sure)
        if problems and self.reviewing.view() == before:
            self.mood, self.grave = "mending", any(problem.severity == "error" for problem in problems)
            self.message = draw.problems(problems, self.words, screen_width(), lines=True)
        else:
            self._written(problems, self.draft)

    # --- the screen --------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Print the draft. Nothing that was typed before it can have been seen may decide on it, except ^C."""
        stopped = self._drop_what_was_typed()
        assert self.view.phase == "deciding"
        told, self.message = self.message, []
        found = self.reviewing.excerpts(self.view)
        self._print(draw.draft(self.view, found, self.words, screen_width()))
        self.message = told
        if stopped:
            self._interrupted()

    def _finish(self) -> None:
        assert self.view.phase == "over"
        self._print([*draw.end(self.view, self.words, screen_width())])
        self._exit()

    def _tell(self, sentence: str) -> None:
        self.message = flow([("dim", self.words.say(sentence))], screen_width())


def _card(view: View) -> str:
    return view.card.identity if view.phase == "deciding" else ""
