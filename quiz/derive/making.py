"""Chosen drafts → cards of a deck: their ids, their proof, their sources."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from quiz.article import Article
from quiz.deck import cloze
from quiz.deck.card import Card, Evidence, Source
from quiz.deck.identity import identity, normalised
from quiz.derive.document import Document
from quiz.derive.draft import Draft
from quiz.derive.fact import Fact, Span
from quiz.language.pattern import pattern
from quiz.language.text import words as words_of
from quiz.problem import Place

#: The ids that this room gives: a kind of fact and some hex digits.
DERIVED: Final = pattern(r"(?:quote|reported|date|price|amount|count|percent|duration|role|timeline)-[0-9a-f]{4,}")
#: Two questions that share so many of their words ask the same.
_SAME_QUESTION: Final = 0.6
_LONGEST_KEY: Final = 32
_DIGITS: Final = pattern(r"\d+")
_SIGNS: Final = pattern(r"[^a-z0-9]+")


def slug(text: str, longest: int = _LONGEST_KEY) -> str:
    """Words as an id: ASCII letters and digits, joined by hyphens, cut at a word; "" where nothing is left."""
    folded = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")).casefold()
    plain = _SIGNS.sub(
        "-", "".join(char for char in folded if not unicodedata.combining(char)).encode("ascii", "ignore").decode()
    )
    plain = plain.strip("-")
    if len(plain) <= longest:
        return plain
    return plain[: longest + 1].rpartition("-")[0].strip("-") or plain[:longest]


def key_of(article: Article, taken: Collection[str]) -> str:
    """A short key for an article among the sources of a deck: from its title, else its name, else "article"."""
    name = article.name.rpartition("/")[2].partition(".")[0]
    base = slug(article.title) or slug(name) or "article"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}-{number}", number + 1
    return key


def source_of(key: str, article: Article, published: str) -> Source:
    """The entry of an article under `sources:`; its text is kept under the key's name."""
    return Source(
        key,
        " ".join(article.title.split()),
        " ".join(article.author.split()),
        published,
        article.url,
        f"{key}.txt",
        article.digest,
    )


def identified(drafts: Sequence[Draft], known: Sequence[Card] = ()) -> tuple[Draft, ...]:
    """The drafts with their ids: the kind of fact and a hash of the question without its figures.

    A question that is in the deck already keeps the id it has there, even if the article, and with it some words of
    the question, was corrected since: `known` are the cards of the deck as it stands.
    """
    own = [_own(draft) for draft in drafts]
    written = {card.written_id: card for card in known if card.written_id}
    waiting = {name: card for name, card in written.items() if DERIVED.fullmatch(name) and not _asked(name, own)}
    given: set[str] = set()
    named = []
    for draft, digest in zip(drafts, own, strict=True):
        name = _shortest(digest, draft, given, written)
        if name not in written and (heir := _same(draft, waiting.values())) is not None:
            name = heir.written_id
            waiting.pop(name)
        given.add(name)
        named.append(replace(draft, id=name))
    return tuple(named)


def card_of(draft: Draft, deck: str, documents: Mapping[str, Document]) -> Card:
    """The draft as a card of the deck, to be accepted; every article that tells the fact is a source with its words."""
    own = identity(deck, draft.question, draft.id)
    proofs = [Evidence(draft.fact.article, draft.paragraph, draft.words, Place(""))]
    for other in draft.others:
        if all(proof.source != other.article for proof in proofs):
            proofs.append(_proof(other, documents[other.article]))
    question = cloze.blanked(draft.answer.text) if draft.answer.kind == "cloze" else draft.question
    return Card(
        own,
        question,
        draft.answer,
        draft.language,
        Place(""),
        own,
        note=draft.note,
        tags=draft.tags,
        sources=tuple(proof.source for proof in proofs),
        evidence=tuple(proofs),
        written_id=draft.id,
        draft=True,
    )


def _proof(fact: Fact, document: Document) -> Evidence:
    """The words of a fact in one line of its article."""
    raw = document.article.text[fact.start : fact.end]
    line = raw.splitlines()[0] if raw.splitlines() else raw
    words = document.words(Span(fact.start, fact.start + len(line)))
    passage = document.passage_at(fact.start)
    number = passage.number + document.article.text[passage.start : fact.start].count("\n")
    return Evidence(fact.article, number, " ".join(words.split()), Place(""))


# --- ids -------------------------------------------------------------------------------------------------------------


def _question(draft: Draft) -> str:
    return cloze.blanked(draft.answer.text) if draft.answer.kind == "cloze" else draft.question


def _own(draft: Draft) -> str:
    kind = "timeline" if draft.frame.startswith("timeline") else draft.fact.kind
    skeleton = _DIGITS.sub("0", normalised(_question(draft)))
    return f"{kind}-{hashlib.sha256(skeleton.encode()).hexdigest()}"


def _shortest(digest: str, draft: Draft, given: set[str], written: Mapping[str, Card]) -> str:
    """The shortest beginning of the hash that names this question and no other."""
    kind, _, hashed = digest.partition("-")
    for length in range(4, len(hashed)):
        name = f"{kind}-{hashed[:length]}"
        if name not in given and (name not in written or _alike(draft, written[name]) >= _SAME_QUESTION):
            return name
    return digest


def _asked(name: str, own: Iterable[str]) -> bool:
    return any(digest.startswith(name) for digest in own)


def _same(draft: Draft, cards: Iterable[Card]) -> Card | None:
    """The card that asks the same, where exactly one does."""
    kind = _own(draft).partition("-")[0]
    alike = [
        card
        for card in cards
        if card.written_id.startswith(f"{kind}-")
        and card.answer.kind == draft.answer.kind
        and draft.fact.article in card.sources
        and _alike(draft, card) >= _SAME_QUESTION
    ]
    return alike[0] if len(alike) == 1 else None


def _alike(draft: Draft, card: Card) -> float:
    one, other = set(words_of(_question(draft))), set(words_of(card.question))
    return len(one & other) / max(1, len(one | other))
