"""What can be wrong, where, and with which facts. No sentences: those are in `words/`, in every language.

A problem is a value. Rooms collect problems and return them beside what could still be read; nobody stops at
the first. `PROBLEMS` is the registry: a code that is not in it cannot be said, and a test holds `words/` to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

Severity = Literal["error", "warning"]
Fact = str | int | float | tuple[str, ...]

#: Every problem a user can meet: its code and how grave it is. Sentences: `[problem]` and `[remedy]` in words/*.toml.
PROBLEMS: Final[dict[str, Severity]] = {
    # --- decks: reading (quiz/deck) ---
    "more-errors": "error",
    "more-warnings": "warning",
    "file-too-big": "error",
    "file-not-utf8": "error",
    "byte-not-utf8": "error",
    "nul-byte": "error",
    "not-a-text": "error",
    "character-control": "error",
    "character-hidden": "error",
    "character-lost": "error",
    "character-escaped": "error",
    "character-line-end": "warning",
    "character-mark": "warning",
    "yaml-tab": "error",
    "yaml-unclosed-quote": "error",
    "yaml-after-quote": "error",
    "yaml-colon": "error",
    "yaml-colon-space": "error",
    "yaml-no-key": "error",
    "yaml-indentation": "error",
    "yaml-sign": "error",
    "yaml-unclosed-bracket": "error",
    "yaml-escape": "error",
    "yaml-syntax": "error",
    "yaml-alias": "error",
    "yaml-anchor": "error",
    "yaml-tag": "error",
    "yaml-merge": "error",
    "yaml-directive": "error",
    "yaml-document": "error",
    "key-twice": "error",
    "key-not-text": "error",
    "too-deep": "error",
    "text-too-long": "error",
    "deck-too-big": "error",
    "cards-skipped": "warning",
    "reading-stops": "warning",
    "deck-empty": "error",
    "deck-is-list": "error",
    "deck-not-mapping": "error",
    "deck-missing": "error",
    "deck-id-odd": "error",
    "deck-language-unknown": "error",
    "cards-missing": "error",
    "cards-empty": "error",
    "cards-not-list": "error",
    "card-empty": "error",
    "card-not-mapping": "error",
    "unknown-key-near": "error",
    "unknown-key": "error",
    "key-of-deck": "error",
    "key-of-source": "error",
    "key-of-card": "error",
    "key-of-evidence": "error",
    "value-empty": "error",
    "entry-empty": "error",
    "not-text": "error",
    "not-texts": "error",
    "not-list": "error",
    "not-flag": "error",
    "not-count": "error",
    "not-mapping": "error",
    "no-answer": "error",
    "answers-several": "error",
    "no-question": "error",
    "key-not-with-kind": "error",
    "options-missing": "error",
    "options-too-few": "error",
    "cloze-without-gap": "error",
    "cloze-gap-empty": "error",
    "cloze-unclosed": "error",
    "cloze-all-gap": "error",
    "id-odd": "error",
    "id-twice": "error",
    "question-twice": "error",
    "source-key-odd": "error",
    "source-unknown-near": "error",
    "source-unknown": "error",
    "evidence-without-words": "error",
    "evidence-source-unsaid": "error",
    "evidence-without-source": "error",
    "evidence-other-source": "error",
    "answer-unreadable": "error",
    "answer-unwritten": "warning",
    "answer-in-question": "warning",
    "answer-long": "warning",
    "hint-gives-answer": "warning",
    "question-long": "warning",
    "question-near": "warning",
    "accept-same": "warning",
    "accept-contradicts": "warning",
    "option-twice": "warning",
    "option-right": "warning",
    "option-all": "warning",
    "item-twice": "warning",
    "list-of-one": "warning",
    "source-unused": "warning",
    "as-of-odd": "error",
    "published-odd": "error",
    "url-odd": "warning",
    "file-odd": "error",
    "tag-odd": "warning",
    "tag-twice": "warning",
    "evidence-elsewhere": "error",
    "evidence-not-found": "error",
    "evidence-paragraph-missing": "error",
    "source-text-missing": "warning",
    "source-text-changed": "warning",
    "evidence-missing": "warning",
    "answer-relative": "error",
    "answer-weekday": "error",
    "answer-no-currency": "warning",
    "yaml-odd-space": "error",
    "yaml-dash-space": "error",
    # --- articles: files and pages (quiz/fetch) ---
    "article-folder": "error",
    "article-empty": "error",
    "article-too-big": "error",
    "article-pdf": "error",
    "article-document": "error",
    "article-other-format": "error",
    "article-not-text": "error",
    "article-encoding-guessed": "warning",
    "article-letters-lost": "warning",
    "article-language-unknown": "error",
    "page-reader-missing": "error",
    "page-without-article": "error",
    "page-without-scheme": "error",
    "page-scheme": "error",
    "page-address-odd": "error",
    "page-private": "error",
    "page-unknown-host": "error",
    "page-unreachable": "error",
    "page-behind-proxy": "error",
    "page-insecure": "error",
    "page-slow": "error",
    "page-redirects": "error",
    "page-missing": "error",
    "page-refused": "error",
    "page-status": "error",
    "page-type": "error",
    "page-damaged": "error",
    # --- the library, the journal, settings: the world (quiz/library, journal, settings, cli) ---
    "card-perhaps-reworded": "warning",
    "settings-unreadable": "error",
    "settings-not-toml": "error",
    "setting-unknown": "warning",
    "setting-misspelt": "warning",
    "setting-not-switch": "error",
    "setting-not-choice": "error",
    "setting-not-paths": "error",
    "setting-not-number": "error",
    "setting-out-of-range": "error",
    "clock-unreadable": "error",
    "folder-unwritable": "error",
    "path-missing": "error",
    "folder-unreadable": "error",
    "file-missing": "error",
    "file-unreadable": "error",
    "file-not-regular": "error",
    "file-unwritable": "error",
    "file-exists": "error",
    "file-changed": "error",
    "card-not-in-deck": "error",
    "deck-not-teachable": "error",
    "deck-not-editable": "error",
    "derive-nothing": "error",
    "derive-deck-odd": "error",
    "derive-other-deck": "error",
    "derive-other-language": "error",
    "folder-without-articles": "error",
    "extractor-twice": "warning",
    "extractor-broken": "error",
    "day-odd": "error",
    "deck-would-be-empty": "error",
    "deck-read-only": "error",
    "deck-shipped": "error",
    "learned-not-there": "error",
    "learned-not-removable": "error",
    "deck-twice": "error",
    "card-perhaps-moved": "warning",
    "index-busy": "error",
    "usage": "error",
    "command-is-a-path": "error",
    "command-misspelt": "error",
    "command-unknown": "error",
    "language-unknown": "error",
    "no-such-deck": "error",
    "nothing-to-undo": "error",
    "no-such-card": "error",
    "journal-newer": "error",
    "journal-not-ours": "error",
    "journal-empty": "error",
    "journal-damaged": "error",
    "journal-line-damaged": "error",
    "journal-unreadable": "error",
    "journal-unwritable": "error",
    "journal-full": "error",
    "journal-busy": "error",
    "clock-behind": "warning",
    "clock-ahead": "warning",
}


class Place(NamedTuple):
    """Where in a file: lines and columns count from 1, columns in code points."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a code of `PROBLEMS`, its place where it has one, and the facts its sentence names."""

    code: str
    place: Place | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if self.code not in PROBLEMS:
            raise KeyError(self.code)

    @property
    def severity(self) -> Severity:
        """How grave the problem is: an error makes what it touches unusable, a warning does not."""
        return PROBLEMS[self.code]


class Failure(Exception):  # noqa: N818 - "failure" is the word of the house; it is not always an error of the program
    """The one exception that crosses rooms: the work cannot go on. Caught once, in `cli.py`.

    `exit_code` is 1 for problems found, 2 for usage, 3 for what cannot be read or written.
    """

    def __init__(self, *problems: Problem, exit_code: int = 3) -> None:
        super().__init__(*(problem.code for problem in problems))
        self.problems = problems
        self.exit_code = exit_code
