"""Cards in Markdown: those of hashcards, and those of Obsidian's plugin Spaced Repetition, in one file if need be.

hashcards (github.com/eudoxia0/hashcards, README, "Format"): `Q:` and `A:`, `C:` with its `[gaps]`, each going on until
the next; TOML between `---` lines names the deck. Spaced Repetition (stephenmwangi.com/obsidian-spaced-repetition,
"Flashcards"): `question::answer`, `:::` both ways, `?` and `??` on a line of their own, `==gaps==` with their `^[hint]`
and `[^group]`, decks by tags. A heading, and the folder of the file, is a topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from quiz.exchange.clozes import Part, anki, has_anki, sentences, why_none
from quiz.exchange.entry import Entry, Found, Left, Wish, short
from quiz.exchange.inline import bare
from quiz.exchange.markdown_parts import (
    CODE,
    FLASHCARDS,
    GAP,
    TAG,
    brackets,
    fences,
    highlights,
    only_tags,
    own_tags,
    single,
    tag_topics,
    unquoted,
)
from quiz.language.pattern import pattern

_STARTS: Final = ("Q:", "A:", "C:")
_HEADING: Final = pattern(r"(#{1,6})\s+(.*?)\s*#*\s*")
_RULE: Final = pattern(r"\s*(?:-{3,}|\*{3,}|_{3,}|\+{3,})\s*")
_SCHEDULE: Final = re.compile(r"<!--SR:.*?-->|<!--SR:.*$", re.DOTALL)
_COMMENT: Final = re.compile(r"<!--(?!SR:).*?-->|%%.*?%%", re.DOTALL)
_BLOCK_ID: Final = re.compile(r"\s+\^[\w-]{1,40}\s*$")
#: What may stand before a line: the sign of a quotation, a bullet or number, a box to tick.
_BULLET: Final = re.compile(r"^\s*(?:>\s?)*\s*(?:(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?)?")
#: A line that would begin something else, were it not for the space.
_SHIELDED: Final = re.compile(r" +(?:[QAC]:|#{1,6}\s|-{3}\s*$|```|~~~)")
_MATTER: Final = pattern(r"\s*(name|title|tags|tag|deck)\s*[:=]\s*(.*)")
_SR_KEY: Final = pattern(r"\s*sr-(?:due|interval|ease)\s*:.*")


def detect(text: str) -> bool:
    """Whether there are cards of either program in the text."""
    lines = text.split("\n", 5_000)[:5_000]
    if any(_begins(line) and line[0] != "A" for line in lines):
        return True
    if f"#{FLASHCARDS}" in text or any(line.strip() in ("?", "??") for line in lines):
        return True
    found = sum(single(line) is not None for line in lines)
    return found > sum("\t" in line.strip() for line in lines)  # else "::" is of C++, in a table


def _begins(line: str) -> bool:
    """Whether a card of hashcards, or its answer, begins: "C::Carbon" is one of Obsidian's."""
    return line.startswith(_STARTS) and line[2:3] != ":"


def read(text: str, path: str, wish: Wish) -> Found:
    """The entries of a Markdown file."""
    left = Left(path)
    reader = _Reader(left, wish)
    lines = reader.front_matter(text.split("\n"))
    entries = reader.entries(lines)
    return Found(tuple(entries), left.problems(), reader.name)


class _Reader:
    """Reads one file, line by line."""

    def __init__(self, left: Left, wish: Wish) -> None:
        self.left = left
        self.wish = wish
        self.name = ""
        self.headings: list[tuple[int, str]] = []
        self.decks: tuple[str, ...] = ()
        self.tagged = False
        self.prose: list[int] = []
        self.code: list[bool] = []

    def front_matter(self, lines: list[str]) -> list[str]:
        """The lines without the keys between `---` at the top, of which the name and the tags are taken."""
        if not lines or lines[0].strip() != "---":
            return lines
        end = next((place for place, line in enumerate(lines[1:200], 1) if line.strip() == "---"), 0)
        key = ""
        for place, line in enumerate(lines[1:end], 1):
            match = _MATTER.fullmatch(line)
            if match:
                key, value = match[1], match[2].strip()
                if key in ("name", "title", "deck"):
                    self.name = unquoted(value) or self.name
            elif _SR_KEY.fullmatch(line):
                self.left.add("import-schedule", place + 1)
                continue
            else:
                value = line.strip() if line[:1] in " -\t" else ""
                key = key if value else ""
            if key in ("tags", "tag"):
                for tag in re.findall(r"[^\s,\[\]\"'#]+", value.removeprefix("- ")):
                    self._deck_tag(tag)
        return [""] * (end + 1) + lines[end + 1 :] if end else lines

    def _deck_tag(self, tag: str) -> None:
        if tag == FLASHCARDS or tag.startswith(f"{FLASHCARDS}/"):
            self.tagged = True
        topics = tag_topics(tag)
        self.decks = tuple(dict.fromkeys((*self.decks, *topics)))

    # --- the lines ---

    def entries(self, lines: list[str]) -> list[Entry]:
        """The cards, in the order of the file."""
        found: list[Entry] = []
        marked: list[Entry] = []
        block: list[tuple[int, str]] = []
        waiting: list[tuple[int, str]] = []
        at = 0
        self.tagged = self.tagged or any(f"#{FLASHCARDS}" in line for line in lines)
        lines = self._uncommented(lines)
        fenced = self.code = fences(lines)
        while at <= len(lines):
            line = lines[at] if at < len(lines) else ""
            inside = at < len(lines) and fenced[at]
            if at < len(lines) and not inside and _begins(line):
                waiting = self._block(block, waiting, found, marked)
                block = []
                at = self._card(lines, fenced, at, found)
                continue
            heading = None if inside else _HEADING.fullmatch(line)
            if not inside and (not line.strip() or heading or _RULE.fullmatch(line)):
                if line.strip() or at == len(lines):
                    self._block(block, waiting, found, marked, last=True)
                    waiting = []
                else:
                    waiting = self._block(block, waiting, found, marked)
                block = []
                if heading:
                    self._head(len(heading[1]), heading[2])
            else:
                block.append((at + 1, line))
            at += 1
        self._block([], waiting, found, marked, last=True)
        if marked and not self.tagged and found:
            self.left.add("import-highlight", marked[0].line, count=len(marked))
        else:
            found = sorted([*found, *marked], key=lambda entry: entry.line)
        if self.prose:
            self.left.add("import-prose", self.prose[0], count=len(self.prose))
        return found

    def _uncommented(self, lines: list[str]) -> list[str]:
        """The lines without the comments, of which schedules are told."""
        text = "\n".join(lines)
        if "<!--" not in text and "%%" not in text:
            return lines
        for match in _SCHEDULE.finditer(text) if "<!--SR:" in text else ():
            self.left.add("import-schedule", text.count("\n", 0, match.start()) + 1)
        comments = 0

        def blank(match: re.Match[str]) -> str:
            return "\x00" + "\n\x00" * match[0].count("\n")

        text = _SCHEDULE.sub(blank, text) if "<!--SR:" in text else text
        first = _COMMENT.search(text)
        if first:
            line = text.count("\n", 0, first.start()) + 1
            text, comments = _COMMENT.subn(blank, text)
            self.left.add("import-comments", line, count=comments)
        # A line that only held a comment parts nothing; it is not an empty one.
        return [
            line if "\x00" not in line else (line.replace("\x00", "").rstrip() or "\x00") for line in text.split("\n")
        ]

    def _head(self, depth: int, text: str) -> None:
        for tag in TAG.findall(text):
            self._deck_tag(tag)
        told = bare(_BLOCK_ID.sub("", TAG.sub("", text))).text.strip()
        self.headings = [one for one in self.headings if one[0] < depth]
        if told:
            self.headings.append((depth, told))

    def _topics(self, own: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The topics of a card: its headings, the innermost first, and the decks of its own tags or of those above."""
        return (*(text for _, text in reversed(self.headings)), *(own or self.decks))

    # --- hashcards ---

    def _card(self, lines: list[str], fenced: list[bool], at: int, found: list[Entry]) -> int:
        """Read the card that begins on line `at`; the line behind it."""
        first = at
        sign = lines[at][:2]
        question, at = self._run(lines, fenced, at)
        if sign == "A:":
            self.left.add("import-no-question", first + 1, answer=short(question))
            return at
        if sign == "C:":
            found += self._cloze(first + 1, brackets(question), question)
            return at
        if at < len(lines) and _begins(lines[at]) and lines[at][0] == "A":
            answer, at = self._run(lines, fenced, at)
            found += self._pair(first + 1, question, answer)
        else:
            self.left.add("import-no-answer", first + 1, question=short(question))
        return at

    def _run(self, lines: list[str], fenced: list[bool], at: int) -> tuple[str, int]:
        """The text behind a sign, until the next sign, heading or rule."""
        text = [lines[at][2:].strip()]
        at += 1
        while at < len(lines):
            line = lines[at]
            ends = _begins(line) or _HEADING.fullmatch(line) or line.strip() == "---" or only_tags(line)
            if ends and not fenced[at]:
                break
            if line != "\x00":
                text.append((line[1:] if _SHIELDED.match(line) else line).rstrip())
            at += 1
        return "\n".join(text).strip(), at

    # --- Obsidian ---

    def _block(
        self,
        block: list[tuple[int, str]],
        waiting: list[tuple[int, str]],
        found: list[Entry],
        marked: list[Entry],
        *,
        last: bool = False,
    ) -> list[tuple[int, str]]:
        """Read a paragraph, `waiting` being what stood before it. What may be the question of a `?` is given back."""
        block = [(number, line) for number, line in block if line != "\x00"]
        if block and only_tags(block[0][1]):
            self.decks = self._tags_alone(block)
            block = block[1:]
        sign = next((place for place, (_, line) in enumerate(waiting) if line.strip() in ("?", "??")), -1)
        if sign >= 0 and block and not any(self._single(*one) or one[1].strip() in ("?", "??") for one in block):
            self._two_sides([*waiting, *block], sign, found)
            return []
        sign = next((place for place, (_, line) in enumerate(block) if line.strip() in ("?", "??")), -1)
        if sign == 0 and waiting:
            block, sign, waiting = [*waiting, *block], len(waiting), []
        if waiting:
            self._prose(waiting)
        if sign >= 0:
            if sign < len(block) - 1:
                self._two_sides(block, sign, found)
                return []
            if not last:
                return block
            self.left.add("import-no-answer", block[0][0], question=short(" ".join(line for _, line in block)))
            return []
        if not block:
            return []
        rest: list[tuple[int, str]] = []
        for number, line in block:
            sides = self._single(number, line)
            if sides:
                self._line(number, *sides, found)
            else:
                rest.append((number, line))
        text = "\n".join(line for _, line in rest)
        if rest and (GAP.search(CODE.sub("", text)) or has_anki(text)):
            marked += self._marked(rest[0][0], text)
            return []
        if last:
            self._prose(rest)
            return []
        return rest

    def _single(self, number: int, line: str) -> tuple[str, str, str] | None:
        """The two sides of a line, if it is such a card: no line of a block of code is one."""
        return None if self.code[number - 1] else single(line)

    def _prose(self, lines: list[tuple[int, str]]) -> None:
        self.prose += [
            number for number, line in lines if line.strip() and line != "\x00" and TAG.sub("", line).strip()
        ]

    def _tags_alone(self, block: list[tuple[int, str]]) -> tuple[str, ...]:
        """The topics of a first line that holds nothing but tags: they are those of all cards that follow."""
        tags = only_tags(block[0][1]) if block else []
        return tuple(dict.fromkeys(topic for tag in tags for topic in tag_topics(tag)))

    def _line(self, number: int, before: str, sign: str, after: str, found: list[Entry]) -> None:
        before, own = own_tags(_BULLET.sub("", before))
        found += [
            entry._replace(reverse=sign == ":::", tags=self._topics(own))
            for entry in self._pair(number, before, _BLOCK_ID.sub("", after))
        ]

    def _two_sides(self, block: list[tuple[int, str]], sign: int, found: list[Entry]) -> None:
        front = "\n".join(line.rstrip() for _, line in block[:sign])
        back = "\n".join(line.rstrip() for _, line in block[sign + 1 :])
        front, own = own_tags(front)
        both = block[sign][1].strip() == "??"
        found += [
            entry._replace(reverse=both, tags=self._topics(own))
            for entry in self._pair(block[0][0], front, _BLOCK_ID.sub("", back))
        ]

    def _marked(self, number: int, text: str) -> list[Entry]:
        text, own = own_tags(_BULLET.sub("", _BLOCK_ID.sub("", text)))
        if has_anki(text):
            parts, nested = anki(text)
            if nested:
                self.left.add("import-gap-nested", number)
        else:
            parts = highlights(text)
        return [entry._replace(tags=self._topics(own)) for entry in self._cloze(number, parts, text)]

    # --- entries ---

    def _pair(self, number: int, question: str, answer: str) -> Iterator[Entry]:
        asked, media = self._plain(question, number)
        said, more = self._plain(answer, number)
        if not asked and media:
            self.left.add("import-only-media", number, what=tuple(map(short, media)))
        elif not asked:
            self.left.add("import-no-question", number, answer=short(said))
        elif not said and more:
            self.left.add("import-only-media", number, what=tuple(map(short, more)))
        elif not said:
            self.left.add("import-no-answer", number, question=short(asked))
        else:
            yield Entry(number, asked, said, tags=self._topics())

    def _cloze(self, number: int, parts: list[Part], text: str) -> Iterator[Entry]:
        plain_parts = []
        for part in parts:
            core, _ = self._plain(part.text, number)
            before = part.text[: len(part.text) - len(part.text.lstrip())]
            after = part.text[len(part.text.rstrip()) :] if part.text.strip() else ""
            plain_parts.append(part._replace(text=core if part.group else f"{before}{core}{after}"))
        told = sentences(plain_parts, apart=self.wish.apart)
        if not told:
            self.left.add(why_none(plain_parts), number, text=short(text))
        for sentence in told:
            kind = "" if sentence.question else "cloze"
            yield Entry(number, sentence.question, sentence.answer, kind, tags=self._topics())

    def _plain(self, text: str, number: int) -> tuple[str, tuple[str, ...]]:
        found = bare(text.strip())
        for code, what in (
            ("import-formatting", found.formats),
            ("import-media", found.media),
            ("import-link", found.links),
        ):
            if what:
                self.left.add(code, number, what=tuple(map(short, what)))
        return found.text, found.media
