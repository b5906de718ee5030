"""A line on the error stream that says how far a long command is; on a terminal only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from quiz.house import House

#: How wide the bar is, in characters.
WIDTH: Final = 24


class Progress:
    """How many of `total` things are done. Nothing is drawn for one, nor where nobody watches."""

    def __init__(self, total: int, house: House) -> None:
        self._total = total
        self._stream = house.err
        self._fact = house.words.fact
        self._drawn = total > 1 and house.err.isatty() and house.environ.get("TERM") != "dumb"
        self._done = 0

    def show(self, name: str) -> None:
        """Say that `name` is being worked on."""
        if self._drawn:
            filled = self._done * WIDTH // self._total
            bar = "█" * filled + "░" * (WIDTH - filled)
            columns = self._columns()
            line = f"  {bar} {self._done}/{self._total}  {self._fact(os.path.basename(name))}"
            self._stream.write(f"\r{line[: columns - 1]}\x1b[K")
            self._stream.flush()
        self._done += 1

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _columns(self) -> int:
        try:
            return os.get_terminal_size(self._stream.fileno()).columns
        except (OSError, ValueError):
            return 80
