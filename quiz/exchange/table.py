"""Tables: values separated by commas, semicolons, tabs; with a header, with Anki's `#` lines, or neither.

What Anki's "Notes in Plain Text" writes is described in its manual, "Text files". Without a header the first column
asks and the second answers. Text in a column that has no other place goes to the note, so that it is not lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from quiz.answers.verdict import KIND_NAMES
from quiz.deck.values import FLAGS
from quiz.exchange.clozes import anki, has_anki, sentences, why_none
from quiz.exchange.columns import TAGS, key_of, parted
from quiz.exchange.entry import Entry, Found, Left, Wish, short
from quiz.exchange.html_text import plain
from quiz.exchange.rows import Row, rows
from quiz.exchange.shape import Shape, shape_of
from quiz.language.pattern import pattern
from quiz.language.text import fold

#: The note types that Anki makes itself and that say nothing but what their cards show.
_STOCK: Final = pattern(r"(?:basic|basique|basico|einfach|cloze|texte a trous)\b.*")
_REVERSED: Final = pattern(r".*(?:revers|invers|umgekehrt).*")
_OPTIONAL: Final = pattern(r".*option.*")
#: Columns whose text is no HTML.
_BARE: Final = frozenset(("id", "deck", "notetype", "tags", "kind"))
#: So many cells of tags are remembered; most are those of many rows.
_MOST_KNOWN: Final = 10_000
#: How Anki notes what is hidden of a picture.
_OCCLUSION: Final = "image-occlusion"
_CLOZE: Final = pattern(r".*(?:cloze|a trous|luckentext).*")


def read(text: str, path: str, wish: Wish, separators: str = "\t;,|") -> Found:
    """The entries of a table. `separators` are those that it may have where it does not say."""
    left = Left(path)
    lines = text.split("\n")
    shape = shape_of(lines, left, separators, wish)
    reader = _Reader(shape, left, wish)
    entries = [entry for row in _rows(lines, shape, left) for entry in reader.entries(row)]
    reader.conclude()
    name = shape.deck or reader.only_deck(entries)
    return Found(tuple(entries), left.problems(), name)


def _rows(lines: list[str], shape: Shape, left: Left) -> Iterator[Row]:
    comments = shape.comments
    for row in rows(lines[shape.first :], shape.separator, left, shape.first + 1):
        if shape.anki and row.cells[0].startswith("#"):
            comments += 1
        else:
            yield row
    if comments:
        left.add("import-comments", shape.first + 1, count=comments)


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, shape: Shape, left: Left, wish: Wish) -> None:
        self.shape = shape
        self.left = left
        self.wish = wish
        self.width = len(shape.keys) or 0
        self.keys = self._keys(max(self.width, max(shape.special, default=-1) + 1))
        self._known_tags: dict[str, tuple[str, ...]] = {}
        self._noted: dict[str, int] = {}
        self._types: dict[str, list[int]] = {}
        self._decks: dict[str, None] = {}
        self._first = shape.first + 1

    def _keys(self, width: int) -> list[str]:
        """What each column is: as it is named, or numbered; else the first that is free asks and the second answers."""
        shape = self.shape
        keys = [*shape.keys, *[""] * (width - len(shape.keys))]
        for place, key in shape.special.items():
            keys[place] = key
        free = [place for place, key in enumerate(keys) if not key]
        answers = set(KIND_NAMES)
        if "question" not in keys and "cloze" not in keys and free and (shape.anki or shape.keys):
            keys[free.pop(0)] = "question"
        if shape.anki and not answers & set(keys) and free:
            keys[free.pop(0)] = "answer"
        return keys

    def entries(self, row: Row) -> Iterator[Entry]:
        cells = row.cells
        if self.width == 0 and len(cells) > len(self.keys):
            self.keys = self._grown(len(cells))
        elif self.width and len(cells) != self.width and not self._is_padding(cells):
            self.left.add("import-row", row.line, cells=len(cells), wanted=self.width)
        said: dict[str, str] = {}
        extra: list[str] = []
        media: dict[str, None] = {}
        known = len(self.keys)
        for place, raw in enumerate(cells):
            cell = raw.strip()
            if not cell:
                continue
            key = self.keys[place] if place < known else ""
            if self.shape.html and key not in _BARE:
                cell = self._plain(cell, row.line, media)
                if not cell:
                    continue
            if key == "skip":
                self._count(self._name(place), "skip")
            elif key:
                said[key] = f"{said[key]}\n{cell}" if key in said else cell
            else:
                name = self.shape.names[place] if place < len(self.shape.names) else ""
                extra.append(f"{name}: {cell}" if name else cell)
                self._count(self._name(place), "note")
        yield from self._cards(row.line, said, extra, media)

    def _grown(self, width: int) -> list[str]:
        keys = [*self.keys, *[""] * (width - len(self.keys))]
        for place in range(len(self.keys), width):
            for key in ("question", "answer"):
                if key not in keys and place not in self.shape.special:
                    keys[place] = key
                    break
        return keys

    def _is_padding(self, cells: list[str]) -> bool:
        """Spreadsheets fill rows up with empty cells, and some leave the empty ones at the end away."""
        needed = [place for place, key in enumerate(self.keys) if key in ("question", "answer")]
        if len(cells) < self.width:
            return len(cells) > max(needed, default=0) and self.shape.anki
        return not any(cell.strip() for cell in cells[self.width :])

    def _plain(self, cell: str, line: int, media: dict[str, None]) -> str:
        if "<" not in cell and "&" not in cell and "[sound:" not in cell:
            return cell
        found = plain(cell)
        media.update(dict.fromkeys(found.media))
        if found.media:
            self.left.add("import-media", line, what=tuple(map(short, found.media)))
        if found.formats:
            self.left.add("import-formatting", line, what=found.formats)
        if found.links:
            self.left.add("import-link", line, what=tuple(map(short, found.links)))
        return found.text

    def _cards(self, line: int, said: dict[str, str], extra: list[str], media: dict[str, None]) -> Iterator[Entry]:
        get = said.get
        kind, answer = self._answer(said, extra)
        question = get("question", "")
        if not question and not (kind == "cloze" and answer):
            if media:
                self.left.add("import-only-media", line, what=tuple(map(short, media)))
            elif answer or extra:
                self.left.add("import-no-question", line, answer=short(answer))
            return
        if not answer and media and not has_anki(question):
            self.left.add("import-only-media", line, what=tuple(map(short, media)))
            return
        note_type = get("notetype") or self.shape.notetype
        deck = get("deck", "")
        if deck:
            self._decks[deck] = None
        tags = self._tags(get("tags", ""))
        options = parted(get("options", ""))
        entry = Entry(
            line,
            question,
            answer,
            kind,
            (),
            options,
            parted(said["accept"]) if "accept" in said else (),
            (*_topics(deck), *tags, *self.shape.tags) if deck else (*tags, *self.shape.tags),
            parted(said["source"]) if "source" in said else (),
            get("hint", ""),
            "\n".join(part for part in (get("note", ""), *extra) if part),
            get("as_of", ""),
            get("id", ""),
            reverse=_flag(get("reverse", "")) or bool(note_type and self._is_reversed(note_type, line, extra)),
            ordered=_flag(get("ordered", "")),
            draft=_flag(get("draft", "")),
        )
        if kind == "list":
            yield entry._replace(answer="", items=parted(answer))
        elif kind == "cloze" and not has_anki(answer):
            yield entry
        elif kind == "cloze" or (not kind and has_anki(question)):
            yield from self._gaps(entry, answer if kind == "cloze" else question)
        elif not kind and note_type and _CLOZE.fullmatch(fold(note_type)):
            self.left.add("import-gap", line, text=short(question))
        elif options and kind in ("", "choice"):
            yield entry._replace(kind="choice")
        else:
            yield entry

    def _is_reversed(self, note_type: str, line: int, extra: list[str]) -> bool:
        self._types.setdefault(note_type, []).append(line)
        folded = fold(note_type)
        return bool(_REVERSED.fullmatch(folded)) and (not _OPTIONAL.fullmatch(folded) or bool(extra))

    def _answer(self, said: dict[str, str], extra: list[str]) -> tuple[str, str]:
        """The kind, where a column says it, and the answer; what stands in the columns of other kinds is `extra`."""
        if "answer" in said:
            first, kind = "answer", ""
        else:
            first = kind = next((name for name in KIND_NAMES if name in said), "")
        extra += [f"{other}: {said[other]}" for other in KIND_NAMES if other in said and other != first]
        given = fold(said["kind"]) if "kind" in said else ""
        if given:
            meant_kind = given if given in KIND_NAMES else key_of(given)
            if meant_kind not in KIND_NAMES:
                extra.append(f"{self._kind_name()}: {given}")
            elif first == "answer":
                kind = meant_kind
        return kind, said.get(first, "")

    def _kind_name(self) -> str:
        return self._name(self.keys.index("kind"))

    def _gaps(self, entry: Entry, text: str) -> Iterator[Entry]:
        parts, nested = anki(text)
        found = sentences(parts, apart=self.wish.apart)
        if nested:
            self.left.add("import-gap-nested", entry.line)
        if text.partition("}}")[0].find(_OCCLUSION) > 0:
            self.left.add("import-only-media", entry.line, what=(_OCCLUSION,))
            return
        if not found:
            self.left.add(why_none(parts), entry.line, text=short(text))
            return
        answer = "" if entry.kind == "cloze" else entry.answer
        note = "\n".join(part for part in (answer, entry.note) if part)
        for number, sentence in enumerate(found, 1):
            own = f"{entry.id}-{number}" if entry.id and len(found) > 1 else entry.id
            kind = "answer" if sentence.question else "cloze"
            yield entry._replace(question=sentence.question, answer=sentence.answer, kind=kind, note=note, id=own)

    def _tags(self, cell: str) -> tuple[str, ...]:
        """Anki's tags have no spaces; elsewhere a tag may have some, unless each word has its `#`."""
        if not cell:
            return ()
        found = self._known_tags.get(cell)
        if found is None:
            words = cell.split()
            if self.shape.anki:
                found = tuple(topic for word in words for topic in _topics(word))
            elif len(words) > 1 and all(word.startswith("#") for word in words):
                found = tuple(words)
            else:
                parts = (cell,) if cell.startswith("[") else cell.split("\n")
                found = tuple(tag for part in parts for tag in parted(part, TAGS))
            if len(self._known_tags) < _MOST_KNOWN:
                self._known_tags[cell] = found
        return found

    def _name(self, place: int) -> str:
        names = self.shape.names
        return short(names[place]) if place < len(names) and names[place] else str(place + 1)

    def _count(self, name: str, to: str) -> None:
        key = f"{to}\t{name}"
        self._noted[key] = self._noted.get(key, 0) + 1

    def conclude(self) -> None:
        """Tell once what is so of whole columns."""
        line = max(1, self._first - 1) if self.shape.names else self._first
        for key, count in self._noted.items():
            to, _, name = key.partition("\t")
            code = "import-column-left" if to == "skip" else "import-column-note"
            self.left.add(code, line, column=name, count=count)
        for note_type, lines in self._types.items():
            if not _STOCK.fullmatch(fold(note_type)):
                self.left.add("import-note-type", lines[0], name=short(note_type), count=len(lines))

    def only_deck(self, entries: list[Entry]) -> str:
        """The name of the deck, where all entries are of one: then it is no topic but a title."""
        if len(self._decks) != 1:
            return ""
        topics = _topics(next(iter(self._decks)))
        for place, entry in enumerate(entries):
            entries[place] = entry._replace(tags=entry.tags[len(topics) :])
        return " / ".join(reversed(topics))


def _flag(text: str) -> bool:
    if not text:
        return False
    word = text.casefold()
    return FLAGS.get(word, word in ("1", "x", "y", "o", "vrai", "✓"))


@lru_cache(maxsize=1024)
def _topics(deck: str) -> tuple[str, ...]:
    """Anki's deck as topics, the innermost first: what several have in common comes last."""
    return tuple(part for one in reversed(deck.split("::")) if (part := one.strip()))


Separated = Callable[[str, str, Wish], Found]


def of(separators: str) -> Separated:
    """A reader of tables with these separators."""
    return lambda text, path, wish: read(text, path, wish, separators)
