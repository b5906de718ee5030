"""The house as a command finds it: the words, the streams, the environment, the clock; the rest on demand.

What costs (settings, the library, the journal) is opened by the command that needs it, so that `quiz --version`
opens nothing and `quiz study` opens only what stands before the first question.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

from quiz import settings as table
from quiz.places import Places, device, places
from quiz.words import LANGUAGES, Words, load

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from quiz.journal import Journal
    from quiz.library import Library
    from quiz.memory.day import Moment
    from quiz.problem import Problem


#: The exit code of a program that was told to stop.
INTERRUPTED: Final = 130


class Streams(NamedTuple):
    """Where a command reads and writes."""

    stdin: TextIO
    out: TextIO
    err: TextIO


class House:
    """What every command is given. `environ` is the process's environment, `asked_language` what `--lang` said."""

    def __init__(self, streams: Streams, environ: Mapping[str, str], asked_language: str = "") -> None:
        self.stdin, self.out, self.err = streams
        self.environ = environ
        self.asked_language = asked_language
        self._journal: Journal | None = None
        self._library: Library | None = None

    @cached_property
    def places(self) -> Places:
        """Where things live."""
        return places(self.environ)

    @cached_property
    def settings_and_problems(self) -> tuple[table.Settings, tuple[Problem, ...]]:
        """The settings, and what is wrong with the file that says them."""
        return table.load(self.places)

    @property
    def settings(self) -> table.Settings:
        """The settings as they stand."""
        return self.settings_and_problems[0]

    @cached_property
    def language(self) -> str:
        """The language of the program: `--lang`, else the setting, else the locale. `Failure` for another one."""
        if not self.asked_language:
            return table.language(self.settings, self.environ)
        if self.asked_language in LANGUAGES:
            return self.asked_language
        from quiz.problem import Failure, Problem

        name, self.asked_language = self.asked_language, ""
        raise Failure(Problem("language-unknown", facts={"name": name}), exit_code=2)

    @cached_property
    def words(self) -> Words:
        """Every sentence, in the user's language."""
        return load(self.language)

    @cached_property
    def now(self) -> Callable[[], Moment]:
        """The clock."""
        return table.clock(self.environ)

    @cached_property
    def device(self) -> str:
        """The name of this device in the log."""
        return device(self.places)

    def journal(self, *, read_only: bool = False) -> Journal:
        """The log, opened at the first call."""
        if self._journal is None:
            from quiz.journal import Journal

            self._journal = Journal.open(
                self.places.journal,
                retention=self.settings.retention,
                rollover_hour=self.settings.rollover_hour,
                read_only=read_only,
            )
        return self._journal

    def library(self) -> Library:
        """The folder of decks and its index, opened at the first call and not yet refreshed."""
        if self._library is None:
            from quiz.library import Library

            self._library = Library.open(self.places, self.settings, self.language)
            self._library.before_reading = self._remembered
        return self._library

    def _remembered(self, connection: Connection) -> None:
        """Bring the index up to the log before it reads decks that changed.

        What another program has logged meanwhile is the history of cards that may leave their decks now.
        """
        from quiz.library.memories import sync
        from quiz.problem import Failure

        if self._journal is not None:
            sync(connection, self._journal)
        elif os.path.exists(self.places.journal):
            from quiz.journal import Journal

            with suppress(Failure):  # whoever opens the log next is told
                journal = Journal.open(
                    self.places.journal,
                    retention=self.settings.retention,
                    rollover_hour=self.settings.rollover_hour,
                    read_only=True,
                )
                try:
                    sync(connection, journal)
                finally:
                    journal.close()

    def today(self) -> int:
        """The study day."""
        from quiz.memory.day import study_day

        return study_day(self.now(), self.settings.rollover_hour)

    def close(self) -> None:
        """Close what was opened."""
        for opened in (self._journal, self._library):
            if opened is not None:
                opened.close()
