"""Questions that the program asks a person, one by one: in a line that completes and checks itself, or plainly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, TextIO

from quiz.words.safe import safe

if TYPE_CHECKING:
    from quiz.words import Words


class Remark(NamedTuple):
    """What is to be said of a text that is being typed; whether it cannot stay so."""

    text: str
    stops: bool = True


class Field(NamedTuple):
    """One thing asked: its label, what it stands for if nothing is typed, what completes it, what checks it.

    `many` says that it is several texts with commas between them: each is completed by itself. `typed` stands there
    to be changed, as if it had been typed.
    """

    label: str
    default: str = ""
    choices: Sequence[str] = ()
    check: Callable[[str], Remark | None] = lambda _text: None
    many: bool = False
    typed: str = ""


class Asker(Protocol):
    """Whoever can be asked."""

    def ask(self, field: Field) -> str | None:
        """What was typed, trimmed, and the default where that is nothing; None: the person wants to stop."""

    def say(self, text: str) -> None:
        """Say something between two questions."""


class Plainly:
    """Whole lines in, whole lines out. What cannot stay as it is is asked again; the end of the input stops."""

    def __init__(self, source: TextIO, sink: TextIO, colon: str = ":") -> None:
        self.source = source
        self.sink = sink
        self.colon = colon

    def ask(self, field: Field) -> str | None:
        """Ask until it can stay."""
        usual = field.typed or field.default
        while True:
            default = f" [{safe(usual)}]" if usual else ""
            self.sink.write(f"{field.label}{default}{self.colon} ")
            self.sink.flush()
            line = self.source.readline()
            if not line:
                self.sink.write("\n")
                return None
            typed = line.strip() or usual
            remark = field.check(typed)
            if remark is not None:
                self.say(remark.text)
            if remark is None or not remark.stops:
                return typed

    def say(self, text: str) -> None:
        """Write a line."""
        print(text, file=self.sink)


class Drawn:
    """A line of prompt_toolkit: Tab completes, the line below says what is wrong while it is wrong."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def ask(self, field: Field) -> str | None:
        """Ask in the terminal; ^C and ^D stop."""
        from prompt_toolkit import PromptSession
        from prompt_toolkit.completion import Completer, Completion
        from prompt_toolkit.document import Document
        from prompt_toolkit.styles import Style
        from prompt_toolkit.validation import ValidationError, Validator

        from quiz.language.text import fold
        from quiz.terminal.live import Harmless, terminal_output

        def meant(text: str) -> str:
            return text.strip() or field.default

        class Choices(Completer):
            def get_completions(self, document, _event):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
                before = document.text_before_cursor
                typed = before.rpartition(",")[2].lstrip() if field.many else before
                start: list[str] = []
                inside: list[str] = []
                for choice in field.choices:
                    told = fold(choice)
                    (start if told.startswith(fold(typed)) else inside if fold(typed) in told else []).append(choice)
                for choice in (*start, *inside):
                    yield Completion(choice, start_position=-len(typed), display=safe(choice))

        class Check(Validator):
            def validate(self, document: Document) -> None:
                remark = field.check(meant(document.text))
                if remark is not None and remark.stops:
                    raise ValidationError(len(document.text), remark.text)

        session: PromptSession[str] = PromptSession(
            completer=Choices() if field.choices else None,
            complete_while_typing=False,
            validator=Check(),
            validate_while_typing=True,
            style=Style.from_dict({"validation-toolbar": "noreverse bg:default fg:default"}),
            input_processors=[Harmless()],
            output=terminal_output(),
        )
        session.app.ttimeoutlen = session.app.timeoutlen = 0.05
        default = f" [{safe(field.default)}]" if field.default else ""
        try:
            colon = self.words.say("add.colon")
            typed = meant(session.prompt(f"{field.label}{default}{colon} ", default=field.typed))
        except (KeyboardInterrupt, EOFError):
            return None
        remark = field.check(typed)
        if remark is not None:
            self.say(remark.text)
        return typed

    def say(self, text: str) -> None:
        """Write a line."""
        print(text)
