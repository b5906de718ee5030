"""`quiz article`: the facts of an article, which of them have a card, and how many you would recall today."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator

    from quiz.article import Article
    from quiz.deck.card import Card, Evidence
    from quiz.derive.document import Document
    from quiz.derive.fact import Fact
    from quiz.house import House
    from quiz.words import Words


class Known(NamedTuple):
    """A fact, the cards that ask it, and the chance that each is recalled today (None: never asked)."""

    fact: Fact
    cards: tuple[str, ...]
    recall: float | None


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz article`."""
    say = words.say
    parser.add_argument("article", help=say("help.article-file"))
    parser.add_argument("--date", metavar="DAY", default="", help=say("help.derive-date"))
    parser.add_argument("--language", choices=("en", "fr"), default="", help=say("help.derive-language"))
    parser.add_argument("--allow-private", action="store_true", help=say("help.derive-allow-private"))
    parser.add_argument("--json", action="store_true", help=say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Find the facts, then the cards whose evidence stands on them."""
    from quiz.commands.batches import Wanted, fetched
    from quiz.commands.derive import check_day
    from quiz.commands.extractors import extractors
    from quiz.commands.report import report
    from quiz.derive.scene import facts, scene
    from quiz.derive.told import merged

    check_day(options.date)
    batch = fetched(Wanted((options.article,)), options, house)
    known, problems = extractors()
    report((*batch.problems, *problems), house)
    if not batch.articles:
        return 3
    key, article = next(iter(batch.articles.items()))
    seen = scene(article, key, language=article.language, published=article.published)
    between = merged(facts(seen, known, article=key), {key: seen.document})
    rows = list(_known([(told.fact, told.others) for told in between.told], seen.document, house))
    if options.json:
        _write_json(rows, article, options.article, house)
    else:
        _write(rows, article, options.article, house)
    return 0


def _known(facts: Iterable[tuple[Fact, tuple[Fact, ...]]], document: Document, house: House) -> Iterator[Known]:
    from quiz.memory.recall import retrievability_now

    proofs = list(_proofs(document.article, house))
    journal = house.journal(read_only=True)
    memories = journal.memories({card.identity for card, _ in proofs})
    spans = [(card, *_span(evidence, document)) for card, evidence in proofs]
    today = house.today()
    for fact, others in facts:
        places = [(one.start, one.end) for one in (fact, *others)]
        cards = tuple(
            dict.fromkeys(
                card.identity
                for card, start, end in spans
                if any(start < its_end and its_start < end for its_start, its_end in places) and _asks(card, fact)
            )
        )
        chances = [
            retrievability_now(memories[card], today, weights=journal.weights)
            for card in cards
            if memories[card].reviews
        ]
        yield Known(fact, cards, max(chances) if chances else None)


#: The kinds of answer that can ask a kind of fact; a cloze and a choice can ask any.
_ASKING = {
    "quote": {"quote", "person", "answer"},
    "reported": {"person", "answer", "quote"},
    "role": {"person", "answer"},
    "date": {"date", "list"},
    "price": {"money", "number"},
    "amount": {"money", "number"},
    "count": {"number", "answer"},
    "percent": {"number"},
    "duration": {"number", "answer"},
}


def _asks(card: Card, fact: Fact) -> bool:
    return card.answer.kind in _ASKING[fact.kind] | {"cloze", "choice"}


def _proofs(article: Article, house: House) -> Iterator[tuple[Card, Evidence]]:
    """Every evidence of the library that is from this article: the same text, or a source of its name or address."""
    from quiz.commands.shelf import opened

    library = opened((), house, read_only=True).library
    name = os.path.basename(article.name)
    cards = library.cards(sorted(library.kinds()))
    keys: dict[str, set[str]] = {}
    for row in library.decks(house.today()):
        keys[row.path] = {
            key
            for key, source in library.sources(row.id).items()
            if source.sha256 == article.digest
            or (name and os.path.basename(source.file) == name)
            or (article.url and source.url == article.url)
        }
    for card in cards.values():
        for evidence in card.evidence:
            if evidence.source in keys.get(card.place.path, ()):
                yield card, evidence


def _span(evidence: Evidence, document: Document) -> tuple[int, int]:
    """Where the words of an evidence stand in the article; nowhere (0, 0) if they do not."""
    from quiz.deck.evidence import find

    for passage in document.passages:
        if evidence.paragraph in (0, passage.number) and (place := find(evidence.words, passage.text)) is not None:
            return passage.start + place[0], passage.start + place[1]
    return 0, 0


def _write(rows: list[Known], article: Article, name: str, house: House) -> None:
    say, fact = house.words.say, house.words.fact
    print(fact(" ".join(article.title.split()) or name), file=house.out)
    width = max((len(say(f"article.kind-{row.fact.kind}")) for row in rows), default=0)
    for row in rows:
        mark = "·" if not row.cards else "○" if row.recall is None else "●"
        told = fact(_short(row.fact))
        standing = "" if row.recall is None else f"  {round(row.recall * 100)} %"
        print(f"  {mark} {say(f'article.kind-{row.fact.kind}'):<{width}}  {told}{standing}", file=house.out)
    asked = [row for row in rows if row.cards]
    recalled = sum(row.recall or 0 for row in asked)
    print(file=house.out)
    print(say("article.summary", facts=len(rows), cards=len(asked), recalled=round(recalled)), file=house.out)
    if rows:
        print(say("article.legend"), file=house.out)


def _short(fact: Fact, longest: int = 90) -> str:
    text = " ".join(fact.surface.split())
    if fact.kind in ("quote", "reported"):
        text = f"{fact.speaker or '?'} : {text}"
    elif fact.kind == "role":
        text = f"{fact.value}, {text}"
    elif fact.subject:
        text = f"{text} ({fact.subject})"
    return text if len(text) <= longest else f"{text[:longest].rpartition(' ')[0]} …"


def _write_json(rows: list[Known], article: Article, name: str, house: House) -> None:
    import json

    told: dict[str, Any] = {
        "article": name,
        "title": article.title,
        "sha256": article.digest,
        "facts": [
            {
                "kind": row.fact.kind,
                "surface": row.fact.surface,
                "value": row.fact.value,
                "start": row.fact.start,
                "end": row.fact.end,
                "paragraph": row.fact.paragraph,
                "cards": list(row.cards),
                "recall": None if row.recall is None else round(row.recall, 4),
            }
            for row in rows
        ],
        "with_card": sum(bool(row.cards) for row in rows),
        "recalled": round(sum(row.recall or 0 for row in rows), 2),
    }
    json.dump(told, house.out, ensure_ascii=False, indent=2)
    house.out.write("\n")
