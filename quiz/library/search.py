"""Cards found by their words: SQLite's full text where it is there, else by looking at each card.

A search is words, all of which a card must have, in its question, answer, other answers, note, hint or tags: whatever
their case and accents. `"two words"` stand side by side, `revol*` begins a word, `-king` is not there;
`tag:`, `deck:` and `kind:` narrow. Any text is a search: what has no word in it finds nothing.

The table of words is filled by the first search and brought up to the files that changed by each later one, so that
nothing of it stands before a question that is asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from sqlite3 import Connection, OperationalError
from typing import TYPE_CHECKING, Final, NamedTuple

from quiz.language.text import fold, plain
from quiz.library.front import options_of, question_of
from quiz.library.index import POSITIONS

if TYPE_CHECKING:
    from quiz.deck.card import Card

#: What the four columns of words weigh in the order of what is found: question, answer, the rest, tags.
WEIGHTS: Final = (10.0, 6.0, 2.0, 4.0)
#: From this likeness on (2 × letters in common / letters of both), two questions are nearly one.
NEARLY: Final = 0.85
#: Of a longer search only so many terms count.
MANY_TERMS: Final = 32

_TERM: Final = re.compile(r'(-?)(?:([^\W\d_]+):)?(?:"([^"]*)"?(\*?)|(\S+))')
#: A word; where none are parted by spaces, each sign is one, so that a part of a sentence is found.
WORD: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"|[^\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)
_FILTERS: Final = {
    "tag": "tags",
    "tags": "tags",
    "étiquette": "tags",
    "deck": "decks",
    "paquet": "decks",
    "kind": "kinds",
    "type": "kinds",
    "genre": "kinds",
}
_TABLE: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS found USING fts5"
    "(question, answer, more, tags, tokenize = 'unicode61 remove_diacritics 2')"
)


class Term(NamedTuple):
    """Folded words that stand side by side; the last one only begins a word where `prefix`."""

    words: tuple[str, ...]
    prefix: bool = False


class Wanted(NamedTuple):
    """What is searched: terms that a card has, terms that it has not, and what its tags, deck and kind are."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    tags: tuple[Term, ...] = ()
    decks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing at all."""
        return not any(self)


def parse(text: str) -> Wanted:
    """What a person means by a search. Never raises."""
    found: dict[str, list[Term]] = {"terms": [], "without": [], "tags": []}
    narrow: dict[str, list[str]] = {"decks": [], "kinds": []}
    for match in list(_TERM.finditer(text))[:MANY_TERMS]:
        minus, name, phrase, star, word = match.groups()
        said = phrase if phrase is not None else word
        field = _FILTERS.get((name or "").casefold())
        if name and field is None:
            said = f"{name} {said}"
        elif field in narrow:
            narrow[field].append(fold(said))
            continue
        words = tuple(WORD.findall(fold(said)))
        if words:
            term = Term(words, bool(star) or said.endswith("*"))
            found[field or ("without" if minus else "terms")].append(term)
    return Wanted(
        tuple(found["terms"]),
        tuple(found["without"]),
        tuple(found["tags"]),
        tuple(narrow["decks"]),
        tuple(narrow["kinds"]),
    )


def search(connection: Connection, wanted: Wanted, limit: int, language: str) -> list[str]:
    """The identities of the cards that are wanted, the best first, at most `limit`; each once.

    Of a deck in two languages only the edition is searched that is asked in `language`.
    """
    if wanted.empty:
        return []
    ranked = _by_table(connection, wanted) if _ready(connection) else _by_looking(connection, wanted)
    found: dict[str, None] = {}
    for row in ranked:
        identity = _held(connection, row, wanted, language)
        if identity:
            found[identity] = None
            if len(found) >= limit:
                break
    return list(found)


def fits(card: Card, deck: str, wanted: Wanted) -> bool:
    """Whether a card that the index leaves out (a draft, or one that is superseded) is wanted."""
    answer = card.answer
    texts = [card.question, *(answer.items or (answer.text,)), *answer.accept, *answer.options]
    texts += [card.hint, card.note, *card.tags]
    words = [tuple(WORD.findall(fold(text))) for text in texts]
    tags = [tuple(WORD.findall(fold(tag))) for tag in card.tags]

    def has(term: Term) -> bool:
        size = len(term.words)
        return any(_are(text[at : at + size], term) for text in words for at in range(len(text) - size + 1))

    return (
        not wanted.empty
        and all(map(has, wanted.terms))
        and not any(map(has, wanted.without))
        and all(any(_are(tag, term) for tag in tags) for term in wanted.tags)
        and (not wanted.decks or fold(deck) in wanted.decks)
        and (not wanted.kinds or card.answer.kind in wanted.kinds)
    )


def near(connection: Connection, question: str, limit: int = 3) -> list[str]:
    """The identities of the cards that ask nearly the same, the likest first."""
    terms = tuple(dict.fromkeys(Term((word,)) for word in WORD.findall(fold(question))))[:MANY_TERMS]
    if not terms:
        return []
    if _ready(connection):
        query = f"{{question}} : ({' OR '.join(map(_said, terms))})"
        rows = connection.execute(
            "SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found) LIMIT 50", (query,)
        ).fetchall()
    else:
        rows = connection.execute("SELECT id FROM text ORDER BY id").fetchall()
    likest: dict[str, float] = {}
    matcher = SequenceMatcher(None, "", plain(question), autojunk=False)
    for (row,) in rows:
        identity, asked = connection.execute(
            "SELECT card.identity, text.question FROM card JOIN text USING (id) WHERE id = ?", (row,)
        ).fetchone()
        matcher.set_seq1(plain(question_of(asked)))
        if matcher.real_quick_ratio() >= NEARLY and matcher.quick_ratio() >= NEARLY:
            likeness = matcher.ratio()
            if likeness >= NEARLY:
                likest[identity] = max(likeness, likest.get(identity, 0))
    return sorted(likest, key=lambda identity: -likest[identity])[:limit]


def marks(text: str, terms: Iterable[Term]) -> Iterator[tuple[int, int]]:
    """Where the terms stand in a text: from and to, in their order, none within another."""
    words = [(fold(match[0]), *match.span()) for match in WORD.finditer(text)]
    end = 0
    for at, (_, start, _) in enumerate(words):
        for term in sorted(terms, key=lambda term: -len(term.words)):
            stretch = words[at : at + len(term.words)]
            if start >= end and _are(tuple(word for word, _, _ in stretch), term):
                end = stretch[-1][2]
                yield start, end


def _are(words: tuple[str, ...], term: Term) -> bool:
    if term.prefix and len(words) == len(term.words):
        return words[:-1] == term.words[:-1] and words[-1].startswith(term.words[-1])
    return words == term.words


# --- the table of words ----------------------------------------------------------------------------------------------


def _ready(connection: Connection) -> bool:
    """Whether there is a table of words, brought up to the index; SQLite can be built without it."""
    missing = (
        "SELECT id, hash FROM file WHERE NOT EXISTS"
        " (SELECT 1 FROM searched WHERE searched.file = file.id AND searched.hash = file.hash)"
    )
    gone = "SELECT file FROM searched WHERE file NOT IN (SELECT id FROM file)"
    try:
        connection.execute("CREATE TABLE IF NOT EXISTS searched (file INTEGER PRIMARY KEY, hash BLOB NOT NULL)")
        connection.execute(_TABLE)
    except OperationalError as error:
        if "no such module" in str(error):
            return False
        raise
    if not connection.execute(f"SELECT 1 FROM ({missing} LIMIT 1) UNION ALL {gone} LIMIT 1").fetchone():  # noqa: S608
        return True
    connection.execute("BEGIN IMMEDIATE")
    try:
        for (file,) in connection.execute(gone).fetchall():
            _empty(connection, file)
        for file, hashed in connection.execute(missing).fetchall():
            _empty(connection, file)
            rows = connection.execute(
                "SELECT id, question, options, back FROM text WHERE id >= ? AND id < ?",
                (file << POSITIONS, (file + 1) << POSITIONS),
            )
            connection.executemany(
                "INSERT INTO found (rowid, question, answer, more, tags) VALUES (?, ?, ?, ?, ?)",
                ((row, *map(_folded, _columns(*columns))) for row, *columns in rows.fetchall()),
            )
            connection.execute("INSERT INTO searched VALUES (?, ?)", (file, hashed))
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    return True


def _empty(connection: Connection, file: int) -> None:
    low, high = file << POSITIONS, (file + 1) << POSITIONS
    connection.execute("DELETE FROM found WHERE rowid >= ? AND rowid < ?", (low, high))
    connection.execute("DELETE FROM searched WHERE file = ?", (file,))


def _columns(question: bytes, options: str, back: bytes) -> tuple[str, str, str, str]:
    """The words of a card: its question, its answer, the rest, its tags."""
    (text, items, accept, *_), _, (hint, note, *_), (tags, *_), *_ = json.loads(back)
    answer = items or [text]
    more = [*accept, *options_of(options), hint, note]
    return question_of(question), "\n".join(answer), "\n".join(filter(None, more)), "\n".join(tags)


def _folded(text: str) -> str:
    """The words of a text as they are searched."""
    return " ".join(WORD.findall(fold(text)))


def _said(term: Term) -> str:
    """A term in the language of FTS5: words that are nothing but words, in quotation marks."""
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")


def _by_table(connection: Connection, wanted: Wanted) -> Iterator[int]:
    terms = [*map(_said, wanted.terms), *(f"{{tags}} : {_said(tag)}" for tag in wanted.tags)]
    if terms:
        weights = ", ".join(map(str, WEIGHTS))
        rows = connection.execute(
            f"SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found, {weights}), rowid",  # noqa: S608
            (" AND ".join(terms),),
        )
    else:
        rows = connection.execute("SELECT id FROM card ORDER BY id")
    without: set[int] = set()
    if wanted.without:
        unwanted = " OR ".join(map(_said, wanted.without))
        without.update(row for (row,) in connection.execute("SELECT rowid FROM found WHERE found MATCH ?", (unwanted,)))
    return (row for (row,) in rows.fetchall() if row not in without)


# --- without a table -------------------------------------------------------------------------------------------------


def _by_looking(connection: Connection, wanted: Wanted) -> Iterator[int]:
    """The same by looking at each card: slower, and ranked by how often the terms stand where."""
    ranked = []
    for row, *columns in connection.execute("SELECT id, question, options, back FROM text").fetchall():
        texts = [f" {_folded(text)} " for text in _columns(*columns)]
        counts = [
            sum(weight * _count(text, term) for weight, text in zip(WEIGHTS, texts, strict=True))
            for term in wanted.terms
        ]
        if all(counts) and not any(_count(text, term) for term in wanted.without for text in texts):
            ranked.append((-sum(counts), row))
    return (row for _, row in sorted(ranked))


def _count(text: str, term: Term) -> int:
    words = " ".join(term.words)
    return text.count(f" {words}" if term.prefix else f" {words} ")


# --- narrowing -------------------------------------------------------------------------------------------------------


def _held(connection: Connection, row: int, wanted: Wanted, language: str) -> str:
    """The identity of a card if its deck, kind and tags are wanted and its edition is asked, else ""."""
    found = connection.execute(
        "SELECT card.identity, card.kind, file.deck, text.back FROM card JOIN file ON file.id = card.file"
        " JOIN text ON text.id = card.id WHERE card.id = ? AND file.edition IN ('', ?)",
        (row, language),
    ).fetchone()
    if found is None:
        return ""
    identity, kind, deck, back = found
    if (wanted.kinds and kind not in wanted.kinds) or (wanted.decks and fold(deck) not in wanted.decks):
        return ""
    if wanted.tags:
        tags = [tuple(WORD.findall(fold(tag))) for tag in json.loads(back)[3][0]]
        if not all(any(_are(tag, term) for tag in tags) for term in wanted.tags):
            return ""
    return str(identity)
