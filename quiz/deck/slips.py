"""What people write in place of a deck's YAML: signs by which a fault that the parser meets is told as what it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from quiz.answers.verdict import KIND_NAMES
from quiz.deck.keys import PARTS
from quiz.deck.tree import Map, Node, Text

if TYPE_CHECKING:
    from quiz.deck.card import Deck
    from quiz.deck.faults import Faults

_WIDE_COLON: Final = re.compile(r"\s*[a-z_]{2,12}\s?：")
#: A comment that nobody meant as one: no space behind its sign, or nothing at all.
_CUT: Final = re.compile(
    r"""([ ]*+(?:-[ ]++)?(?:[a-z_]{2,12}:[ ]++)?)(?![\[{"'|>&*!%@`#])[^\n]*?[ ](\#(?:[^\s#!][^\r\n]*)?)(?=\r?$)"""
)
#: A longer line is no slip of the pen.
_LONG: Final = 2000
_LANGUAGES: Final = {
    "en": ("english", "anglais", "eng", "gb", "uk", "us"),
    "fr": ("french", "francais", "fra", "fre"),
}
#: The keys of cards in Markdown, as other programs write them.
_MARKDOWN: Final = frozenset({"Q", "A", "C"})


def wide_colon(text: str) -> bool:
    """Whether a key is followed by the colon of East Asian scripts, which is none to YAML."""
    return "：" in text and _WIDE_COLON.match(text) is not None


def dash_without_space(node: Node) -> bool:
    """Whether what stands in place of a list begins with a dash that is one with its key: "-question"."""
    first = next(iter(node.pairs), "") if isinstance(node, Map) else node.value if isinstance(node, Text) else ""
    return first[:1] == "-" and first[1:2].isalpha()


def colon_missing(text: str, part: str) -> str:
    """The key with which a text without a colon begins; "" where it begins with none."""
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    return word if word in PARTS[part] else ""


def hidden(text: str) -> str:
    """The first invisible character of a key, as U+200B; "" where all can be seen."""
    if text.isascii():
        return ""
    return next((f"U+{ord(char):04X}" for char in text if unicodedata.category(char) == "Cf"), "")


def language_meant(written: str) -> str:
    """The language that a name or a longer code stands for: "français", "fr-FR"; else ""."""
    folded = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode().casefold()
    word = re.split(r"[-_ (]", folded, maxsplit=1)[0]
    return next((code for code, names in _LANGUAGES.items() if word == code or word in names), "")


def listed(text: str) -> str:
    """A text in which several things are listed, as YAML lists them; "" where it is one."""
    sign = ";" if ";" in text else ","
    parts = [part.strip() for part in text.split(sign) if part.strip()]
    parts[-1:] = re.split(r" (?:and|et|&) ", parts[-1]) if parts and sign == "," else parts[-1:]
    if len(parts) < 2 or len(text) > 200:
        return ""
    return f"[{', '.join(part if part.replace(' ', '').isalnum() else _quoted(part) for part in parts)}]"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def letter_for(choice: str, options: tuple[str, ...]) -> str:
    """The option that a letter or a number alone stands for; "" where it is an option itself or stands for none."""
    word = choice.rstrip(".)").casefold()
    if len(word) != 1 or any(len(option) < 2 for option in options):
        return ""
    at = "123456789".find(word) if word.isdecimal() else "abcdefghi".find(word)
    return options[at] if 0 <= at < len(options) else ""


def parted(node: Map, after: Node | None) -> bool:
    """Whether the next entry of `cards:` is the rest of this one, which a dash made a card of its own."""
    return (
        type(after) is Map
        and not after.cut
        and not after.suspect
        and "question" in node.pairs
        and not {"question", "cloze"} & after.pairs.keys()
        and any(kind in after.pairs for kind in KIND_NAMES)
    )


def question_as_key(node: Map) -> tuple[str, str] | None:
    """The question and the answer of a card whose question is the key: "- Who won?: France"."""
    if len(node.pairs) != 1:
        return None
    ((key, value),) = node.pairs.values()
    if type(value) is not Text or not value.value.strip() or not ("?" in key.value or " " in key.value.strip()):
        return None
    return key.value.strip(" ?") + "?" * ("?" in key.value), value.value.strip()


def from_markdown(root: Map) -> Text | None:
    """The key at which a file shows that it holds questions in Markdown, `Q:` and `A:`, and is no deck."""
    first: Text | None = next((key for key, _ in root.pairs.values() if key.value in _MARKDOWN), None)
    return first if first is not None and not {"deck", "cards"} & root.pairs.keys() else None


def unmeant_comments(text: str, deck: Deck, faults: Faults) -> None:
    """Tell of texts whose end is a comment to YAML, and was not to the author: `answer: C #`."""
    places: set[tuple[int, int]] | None = None
    line, counted = 1, 0
    at = text.find(" #")
    while at >= 0:
        begin = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        match = _CUT.match(text, begin, end) if end - begin < _LONG else None
        if match is not None:
            line += text.count("\n", counted, begin)
            counted = begin
            if places is None:
                places = set(_places(deck))
            if (line, len(match[1]) + 1) in places:
                faults.add("comment-cuts", line, match.start(2) - begin + 1, cut=match[2][:40])
        at = text.find(" #", end)


def _places(deck: Deck) -> Iterator[tuple[int, int]]:
    yield from deck.where.values()
    for source in deck.sources:
        yield from source.where.values()
    for card in deck.cards:
        yield from card.where.values()
