"""The deck file that some articles become: made, or renewed where it is there; the articles' texts beside it."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from quiz.problem import Failure, Place, Problem

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Mapping, Sequence

    from quiz.article import Article
    from quiz.commands.batches import Batch
    from quiz.deck.card import Card, Deck, Source
    from quiz.derive.deriving import Derived
    from quiz.derive.document import Extractor
    from quiz.derive.renewal import Renewal
    from quiz.derive.told import Contradiction
    from quiz.house import House
    from quiz.library.folder import Stamp
    from quiz.words import Words


class Written(NamedTuple):
    """One deck that was written: how many cards came, changed and went, and what there is to tell of it.

    `drafts` and `cards` are how many it holds now; `accepted` says that they came as cards and not as drafts.
    """

    path: str
    deck: str
    articles: int
    added: int
    renewed: int
    gone: int
    drafts: int
    cards: int
    accepted: bool
    kinds: Mapping[str, int]
    contradictions: tuple[tuple[str, str], ...] = ()
    differing: tuple[tuple[str, str, str], ...] = ()


class _There(NamedTuple):
    """A deck file as it stands."""

    deck: Deck
    text: str
    mark: bytes
    stamp: Stamp


def write_deck(batch: Batch, known: Mapping[str, Extractor], options: Namespace, house: House) -> Written | None:
    """Derive a batch and write its deck. None where the deck has these very articles already (of a folder).

    Raises `Failure` where the file cannot be read or written, or is the deck of something else.
    """
    from quiz.derive.deriving import LIMIT, derive
    from quiz.library.collector import paused

    first = next(iter(batch.articles))
    path = _path(options.deck or first, batch, options, house)
    there = _there(path)
    own = options.deck or (there.deck.id if there else first)
    if there and there.deck.id != own:
        raise Failure(Problem("derive-other-deck", Place(path), {"deck": there.deck.id, "wanted": own}), exit_code=2)
    articles = _keyed(batch.articles, there.deck.sources if there else ())
    if batch.folder and there and _is_done(articles, there.deck):
        return None
    if there and (language := next(iter(articles.values())).language) != there.deck.language:
        facts = {"deck": there.deck.language, "wanted": language}
        raise Failure(Problem("derive-other-language", Place(path), facts), exit_code=2)
    with paused():
        derived = derive(articles, known, limit=LIMIT if options.limit is None else options.limit)
    cards, sources = _made(derived, own, there)
    if not cards and there is None:
        return Written(path, own, len(articles), 0, 0, 0, 0, 0, options.accept, {}, _disputed(derived))
    renewal = _renewed(there, cards, sources, options)
    _keep(path, articles, sources)
    text = _text(path, there, own, sources, renewal, derived, options)
    _put(path, text, there)
    after = _read(path, text)
    kinds: dict[str, int] = {}
    for card in renewal.added:
        kind = card.written_id.partition("-")[0]
        kinds[kind] = kinds.get(kind, 0) + 1
    return Written(
        path,
        own,
        len(articles),
        len(renewal.added),
        len(renewal.renewed),
        len(renewal.gone),
        sum(card.draft for card in after.cards),
        len(after.cards),
        options.accept,
        kinds,
        _disputed(derived),
        tuple((old.question, _answer(old), _answer(new)) for old, new in renewal.differing),
    )


def lines(done: Written, words: Words) -> Iterator[str]:
    """What a person is told of a deck that was written."""
    say = words.say
    if done.added:
        told = "derive.accepted" if done.accepted else "derive.written"
        yield say(told, path=done.path, articles=done.articles, added=done.added)
        counts = " · ".join(say(f"derive.kind-{kind}", count=count) for kind, count in done.kinds.items())
        yield f"  {counts}"
    elif not done.cards:
        yield say("derive.nothing-asked", articles=done.articles)
    elif not (done.renewed or done.gone):
        yield say("derive.unchanged", path=done.path)
    if done.renewed or done.gone:
        yield say("derive.renewed", path=done.path, renewed=done.renewed, gone=done.gone)
    for one, other in done.contradictions:
        yield say("derive.contradiction")
        yield f"    {words.fact(one)}"
        yield f"    {words.fact(other)}"
    for question, before, after in done.differing:
        yield say("derive.differs", question=question, before=before, after=after)
    if done.drafts:
        yield say("derive.next", path=done.path, drafts=done.drafts)


# --- where -----------------------------------------------------------------------------------------------------------


def _path(own: str, batch: Batch, options: Namespace, house: House) -> str:
    output = options.output
    if not output:
        return os.path.join(house.places.decks, f"{own}.yaml")
    if batch.folder or output.endswith(os.sep) or os.path.isdir(output):
        return os.path.join(output, f"{own}.yaml")
    return str(output)


def _there(path: str) -> _There | None:
    """The deck at `path`; None where there is no file."""
    import codecs

    from quiz.deck.characters import decode
    from quiz.library import file

    if not os.path.lexists(path):
        return None
    data, stamp = file.read(path)
    text = decode(data, path)
    if isinstance(text, Problem):
        raise Failure(text, exit_code=1)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return _There(_read(path, text), text, mark, stamp)


def _read(path: str, text: str) -> Deck:
    from quiz.deck.read import read
    from quiz.library.collector import paused

    with paused():
        deck, problems = read(text, path)
    if deck is None:
        raise Failure(*problems, exit_code=1)
    return deck


def _keyed(articles: Mapping[str, Article], sources: Sequence[Source]) -> dict[str, Article]:
    """The articles under the keys that the deck has for them already: one with the same address is the same."""
    at = {source.url: source.key for source in sources if source.url}
    return {at.get(article.url, key) if article.url else key: article for key, article in articles.items()}


def _is_done(articles: Mapping[str, Article], deck: Deck) -> bool:
    digests = {source.key: source.sha256 for source in deck.sources}
    return all(digests.get(key) == article.digest for key, article in articles.items())


# --- what ------------------------------------------------------------------------------------------------------------


def _made(derived: Derived, own: str, there: _There | None) -> tuple[tuple[Card, ...], tuple[Source, ...]]:
    from quiz.derive.making import card_of, identified, source_of

    drafts = identified(derived.chosen, there.deck.cards if there else ())
    cards = tuple(card_of(draft, own, derived.documents) for draft in drafts)
    sources = tuple(source_of(key, one.read, one.published) for key, one in derived.documents.items())
    return cards, sources


def _renewed(there: _There | None, cards: Sequence[Card], sources: Sequence[Source], options: Namespace) -> Renewal:
    from quiz.deck.blocks import Changes
    from quiz.derive.renewal import Renewal, renewal

    if there is None:
        return Renewal(Changes(), tuple(replace(card, draft=not options.accept) for card in cards))
    return renewal(there.deck, cards, sources, accept=options.accept)


def _text(
    path: str,
    there: _There | None,
    own: str,
    sources: tuple[Source, ...],
    renewal: Renewal,
    derived: Derived,
    options: Namespace,
) -> str:
    from quiz.deck.blocks import changed
    from quiz.deck.card import Deck
    from quiz.deck.modeline import MODELINE
    from quiz.deck.write import write

    if there is None:
        language = next(iter(derived.documents.values())).language
        title = options.title or next((source.title for source in sources if source.title), "")
        return f"{MODELINE}\n{write(Deck(own, path, title, language, sources, renewal.added), airy=True)}"
    text = changed(there.text, path, renewal.changes)
    if isinstance(text, Problem):
        raise Failure(text, exit_code=1)
    return text


def _put(path: str, text: str, there: _There | None) -> None:
    from quiz.commands.schema import refresh_beside
    from quiz.library import file

    if there is None or text != there.text:
        file.write(path, (there.mark if there else b"") + text.encode(), there.stamp if there else None)
        refresh_beside(path, text)


def _keep(path: str, articles: Mapping[str, Article], sources: Sequence[Source]) -> None:
    """The texts of the articles, as they were read, beside the deck; before the deck that speaks of them."""
    from quiz.library import file

    folder = f"{os.path.splitext(path)[0]}.articles"
    for source in sources:
        copy = os.path.join(folder, source.file)
        data = articles[source.key].text.encode("utf-8", "surrogatepass")
        stamp = None
        if os.path.lexists(copy):
            old, stamp = file.read(copy)
            if old == data:
                continue
        file.write(copy, data, stamp)


def _disputed(derived: Derived) -> tuple[tuple[str, str], ...]:
    def told(pair: Contradiction, at: int) -> str:
        fact = (pair.one, pair.other)[at]
        document = derived.documents[fact.article]
        return f"{fact.surface} — {fact.article}, ¶ {fact.paragraph} : {_short(document.words(fact.sentence))}"

    return tuple((told(pair, 0), told(pair, 1)) for pair in derived.contradictions)


def _short(text: str, longest: int = 120) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[:longest].rpartition(' ')[0]} …"


def _answer(card: Card) -> str:
    return " / ".join(card.answer.items) if card.answer.items else card.answer.text
