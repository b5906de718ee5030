"""What we say: every sentence a user can read, in `en.toml` and `fr.toml`, said with its facts.

A sentence is a template: `{name}` is a fact, `{count|card|cards}` chooses the singular or the plural by the
number `count` (English: one is singular; French: anything below two is). `{as_of@day}` is a date as people write it,
`{as_of@when}` the same behind its preposition. Facts are made safe for the terminal.

The files are TOML: sections, and one sentence a line in double quotes. This room is on the way to the first question,
so that much of TOML is read here, ten times quicker than by tomllib (docs/decisions/words.md).
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from quiz.words.safe import safe

LANGUAGES: Final = ("en", "fr")
_SLOT: Final = re.compile(r"\{([a-z_0-9]+)(?:@(day|when)|\|([^|{}]*)\|([^|{}]*))?\}")
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Words:
    """The sentences of one language."""

    def __init__(self, language: str, sentences: Mapping[str, str]) -> None:
        self.language = language
        self.sentences = sentences

    def say(self, key: str, /, **facts: object) -> str:
        """The sentence `key` ("section.name") with its facts. An unknown key or a missing fact is an error of ours."""

        def slot(match: re.Match[str]) -> str:
            name, dated, one, many = match.groups()
            value = facts[name]
            if dated:
                return self._date(str(value), placed=dated == "when")
            if one is None:
                return self.fact(value)
            return one if self.singular(value) else many

        return _SLOT.sub(slot, self.sentences[key])

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self.sentences

    def singular(self, value: object) -> bool:
        """Whether a count takes the singular in this language."""
        if not isinstance(value, int | float):
            return False
        return abs(value) < 2 if self.language == "fr" else value == 1

    def fact(self, value: object) -> str:
        """A fact as people read it: numbers grouped as the language does, lists with commas, texts made safe."""
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int):
            return self._grouped(f"{value:,}")
        if isinstance(value, float):
            return self._grouped(f"{value:,.1f}")
        if isinstance(value, list | tuple):
            return ", ".join(self.fact(part) for part in value)
        return safe(str(value))

    def _date(self, text: str, *, placed: bool) -> str:
        """A year, a month or a day (2023, 2023-04, 2023-04-25) as people write it; `placed` as in "on that day"."""
        match = _DATE.fullmatch(text)
        year, month, day = match.groups() if match else ("", None, None)
        named = self.sentences.get(f"calendar.month-{month}")
        written = safe(text)
        if named is not None:
            key = "month" if day is None else "first" if day == "01" else "day"
            written = self.say(f"calendar.{key}", day=(day or "").lstrip("0"), month=named, year=year)
        return self.say("calendar.on" if day else "calendar.in", date=written) if placed else written

    def _grouped(self, text: str) -> str:
        return text.translate({ord(","): "\u202f", ord("."): ","}) if self.language == "fr" else text


@cache
def load(language: str) -> Words:
    """The words of `language` ("en" or "fr"; anything else is English), read once."""
    language = language if language in LANGUAGES else "en"
    with open(os.path.join(os.path.dirname(__file__), f"{language}.toml"), encoding="utf-8") as file:
        return Words(language, read(file.read()))


_LINE: Final = re.compile(r'^(?:\[([a-z-]+)\]|([a-z0-9_-]+) = "((?:[^"\\\n]|\\["\\])*)"|#.*|)$', re.MULTILINE)


def read(text: str) -> dict[str, str]:
    r"""The sentences of a file of words, "section.name" → sentence.

    Raises:
        ValueError: a line is neither a section, nor a sentence in double quotes whose only escapes are `\"` and
            `\\`, nor empty or a comment. What can be read is read as TOML reads it.
    """
    found = _LINE.findall(text)
    if len(found) != text.count("\n") + 1:
        wrong = next(line for line in text.split("\n") if not _LINE.fullmatch(line))
        raise ValueError(f"not a line of words: {wrong}")
    sentences: dict[str, str] = {}
    section = ""
    for heading, name, sentence in found:
        if name:
            if "\\" in sentence:
                sentence = sentence.replace('\\"', '"').replace("\\\\", "\\")  # noqa: PLW2901 - written, then meant
            sentences[section + name] = sentence
        elif heading:
            section = f"{heading}."
    return sentences
