"""Deck → YAML as a person would write it: one key a line, quotation marks only where YAML needs them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from quiz.deck.card import Card, Deck, Evidence, Source
from quiz.deck.identity import REVERSE
from quiz.deck.keys import PARTS

#: A text that needs no quotation marks: it begins harmlessly and is of one line of visible characters.
_SEEN: Final = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]"
_PLAIN: Final = re.compile(rf"(?:[\w(«“‘…€£$+./]|-(?=\d)){_SEEN}*")
_INNER: Final = re.compile(r": | #|:$")
_LINES: Final = re.compile(rf"(?=\S){_SEEN}+(?:\n+ *(?! ){_SEEN}+)+")
_ESCAPED: Final = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')
_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write(deck: Deck, *, airy: bool = False) -> str:
    """The YAML text of a deck, `airy` with an empty line above each card; read, it is the same deck but for places."""
    lines = [*_keys({"deck": deck.id, "title": deck.title, "language": deck.language}, "")]
    if deck.sources:
        lines.append("sources:")
        for source in deck.sources:
            lines += source_lines(source)
    lines += _keys({"rejected": deck.rejected, "allow": deck.allow}, "")
    lines.append("cards:")
    both = {card.sibling for card in deck.cards if card.identity == card.sibling + REVERSE}
    for card in deck.cards:
        if card.identity == card.sibling:
            if airy:
                lines.append("")
            lines += card_lines(card, reverse=card.identity in both)
    return "\n".join(lines) + "\n"


def scalar(text: str, indent: str = "") -> str:
    """A text as YAML: plain where that is safe, else in quotation marks, or on lines of its own behind `|-`."""
    if _PLAIN.fullmatch(text) and not _INNER.search(text):
        return text
    if _LINES.fullmatch(text):
        return "|-\n" + "\n".join(f"{indent}  {line}" if line else "" for line in text.split("\n"))
    if _ESCAPED.search(text.replace('"', "").replace("\\", "")):
        return '"' + _ESCAPED.sub(_escaped, text) + '"'
    return "'" + text.replace("'", "''") + "'"


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    return _SHORT.get(char) or f"\\u{ord(char):04x}"


def source_lines(source: Source) -> Iterator[str]:
    """The lines of one entry under `sources:`, two spaces in."""
    said = {key: getattr(source, key) for key in PARTS["source"]}
    yield f"  {scalar(source.key)}:" + ("" if any(said.values()) else " {}")
    yield from _keys(said, "    ")


def card_lines(card: Card, *, reverse: bool = False) -> Iterator[str]:
    """The lines of one entry under `cards:`, its dash two spaces in."""
    answer = card.answer
    said: dict[str, str | tuple[str, ...]] = {
        "question": "" if answer.kind == "cloze" else card.question,
        answer.kind: answer.items if answer.kind == "list" else answer.text,
        "options": answer.options,
        "ordered": "true" if answer.ordered else "",
        "accept": answer.accept,
        "reverse": "true" if reverse else "",
        "hint": card.hint,
        "note": card.note,
        "tags": card.tags,
        "source": card.sources,
        "as_of": card.as_of,
        "supersedes": card.supersedes,
        "draft": "true" if card.draft else "",
        "allow": card.allow,
        "id": card.written_id,
    }
    lines: list[str] = []
    for key in PARTS["card"]:
        if key == "evidence":
            lines += _evidence(card.evidence, several=len(card.sources) > 1)
        elif said.get(key):
            lines += _keys({key: said[key]}, "    ")
    yield "  - " + lines[0].removeprefix("    ")
    yield from lines[1:]


def _evidence(found: tuple[Evidence, ...], *, several: bool) -> Iterator[str]:
    if not found:
        return
    yield "    evidence:"
    for evidence in found:
        said = {
            "source": evidence.source if several else "",
            "paragraph": str(evidence.paragraph or ""),
            "words": evidence.words,
        }
        if len(found) == 1:
            yield from _keys(said, "      ")
        else:
            lines = [*_keys(said, "        ")]
            yield "      - " + lines[0].removeprefix("        ")
            yield from lines[1:]


def _keys(said: Mapping[str, str | tuple[str, ...]], indent: str) -> Iterator[str]:
    for key, value in said.items():
        if isinstance(value, str):
            if value:
                yield f"{indent}{key}: {scalar(value, indent)}"
        elif _is_one(key, value):
            yield f"{indent}{key}: {scalar(value[0], indent)}"
        elif value:
            yield f"{indent}{key}:"
            yield from _entries(value, indent + "  ")


def _entries(texts: Iterable[str], indent: str) -> Iterator[str]:
    for text in texts:
        yield f"{indent}- {scalar(text, indent)}"


def _is_one(key: str, texts: tuple[str, ...]) -> bool:
    """Whether a list is written as the one text it holds (a comma would part a text of tags)."""
    return (
        len(texts) == 1
        and (key in PARTS["deck"] or PARTS["card"][key].holds == "texts")
        and not (key == "tags" and "," in texts[0])
    )
