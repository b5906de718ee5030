"""What a line of Markdown holds for cards: sides, tags, gaps, blocks of code."""

from __future__ import annotations

import json
import re
from typing import Final

from quiz.exchange.clozes import Part, has_anki
from quiz.language.pattern import pattern

TAG: Final = re.compile(r"(?<![\w&#/])#([^\s#.,;:!?()\[\]{}'\"`]*[^\W\d][^\s#.,;:!?()\[\]{}'\"`]*)")
_SINGLE: Final = re.compile(r"(?<!:)(:::?)(?!:)")
#: A row of a table.
_ROW: Final = pattern(r"\s*\|.*\|\s*")
CODE: Final = re.compile(r"(`+)[^`\n]*\1|\$[^$\n]+\$")
GAP: Final = re.compile(r"==(?=\S)([^=\n]+?(?:=[^=\n]+?)*)(?<=\S)==(?:\^\[([^\]\n]*)\])?(?:\[\^(\d{1,3})\])?")
_FENCE: Final = pattern(r"\s{0,3}(`{3,}|~{3,}).*")
FLASHCARDS: Final = "flashcards"


def unquoted(value: str) -> str:
    """The text of a value of TOML or YAML."""
    if value.startswith('"'):
        try:
            return str(json.loads(value))
        except ValueError:
            pass
    return value.strip("\"'")


def only_tags(line: str) -> list[str]:
    """The tags of a line that holds nothing else."""
    tags = TAG.findall(line) if line.lstrip()[:1] == "#" else []
    return tags if not TAG.sub("", line).strip() else []


def single(line: str) -> tuple[str, str, str] | None:
    """The sides of `question::answer`, with the sign between them; None if the line is none."""
    if "::" not in line or _ROW.fullmatch(line):
        return None
    hidden = CODE.sub(lambda match: "\x02" * len(match[0]), line)
    if has_anki(hidden):
        return None
    match = _SINGLE.search(hidden)
    if match is None:
        return None
    before, after = line[: match.start()].strip(), line[match.end() :].strip()
    return (before, match[1], after) if before and after else None


def fences(lines: list[str]) -> list[bool]:
    """Of each line whether it is of a block of code. What is not closed is none."""
    inside = [False] * len(lines)
    start, sign = -1, ""
    for place, line in enumerate(lines):
        match = _FENCE.fullmatch(line) if "```" in line or "~~~" in line else None
        if match and start < 0:
            start, sign = place, match[1]
        elif match and line.strip().startswith(sign) and not line.strip().strip(sign[0]):
            inside[start : place + 1] = [True] * (place + 1 - start)
            start = -1
    return inside


def tag_topics(tag: str) -> tuple[str, ...]:
    """The topics of a tag, the innermost first; that it is of flashcards is none."""
    parts = [part for part in tag.split("/") if part]
    if parts and parts[0] == FLASHCARDS:
        parts = parts[1:]
    return tuple(reversed(parts))


def own_tags(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without the tags at its beginning, and the topics of these: they are of this card alone."""
    topics: list[str] = []
    while (match := TAG.match(text.lstrip())) is not None:
        topics += tag_topics(match[1])
        text = text.lstrip()[match.end() :]
    return text.strip(), tuple(topics)


def brackets(text: str) -> list[Part]:
    """The parts of hashcards' cloze: `[gaps]`, but for those of images, `[[links]]` and those behind a backslash."""
    parts: list[Part] = []
    at = run = 0
    group = 0
    while at < len(text):
        char = text[at]
        if char == "\\" and text[at + 1 : at + 2] in ("[", "]"):
            at += 2
            continue
        if char == "!" and text[at + 1 : at + 2] == "[":
            end = text.find("]", at)
            at = end + 1 if end > 0 else at + 2
            continue
        if char == "[" and text[at + 1 : at + 2] == "[" and (end := text.find("]]", at)) > 0:
            at = end + 2  # a link of a wiki
            continue
        if char == "[":
            end = _closing(text, at)
            if end > 0:
                group += 1
                parts += [Part(text[run:at]), Part(text[at + 1 : end], group)]
                at = run = end + 1
                continue
        at += 1
    parts.append(Part(text[run:]))
    return [part._replace(text=part.text.replace("\\[", "[").replace("\\]", "]")) for part in parts if part.text]


def _closing(text: str, at: int) -> int:
    end = at + 1
    while (end := text.find("]", end)) > 0 and text[end - 1] == "\\":
        end += 1
    return end


def highlights(text: str) -> list[Part]:
    """The parts of Obsidian's `==gaps==`, with their hints; gaps of one number are of one group."""
    parts: list[Part] = []
    at = 0
    for group, match in enumerate(GAP.finditer(text), 1):
        parts.append(Part(text[at : match.start()]))
        parts.append(Part(match[1], int(match[3] or 0) or group, match[2] or ""))
        at = match.end()
    parts.append(Part(text[at:]))
    return [part for part in parts if part.text]
