"""`quiz derive --json`: every fact and every draft, for programs. Nothing is written anywhere."""

from __future__ import annotations

import json
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Any, Final

from quiz.derive.fact import Span

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Mapping

    from quiz.commands.batches import Batch
    from quiz.derive.deriving import Derived
    from quiz.derive.document import Extractor
    from quiz.derive.draft import Draft
    from quiz.derive.fact import Fact
    from quiz.derive.told import Contradiction
    from quiz.house import House
    from quiz.problem import Problem

#: How much is kept in memory of what is printed later, in bytes.
SPOOL: Final = 1 << 20
#: The lists of the document, in the order in which they stand. The facts are printed as they are found.
LATER: Final = ("drafts", "contradictions", "articles")
#: What a fact may say beside its value; null where it does not.
SAID: Final = ("currency", "unit", "high", "rate", "iso", "speaker", "subject", "attribution")
BOUNDED: Final = frozenset(("price", "amount", "count", "percent", "duration"))
FLAGS: Final = ("implied", "relative", "hedged", "summary")


def write_json(batches: Iterable[Batch], extractors: Mapping[str, Extractor], options: Namespace, house: House) -> int:
    """Print one JSON document: `facts`, `drafts`, `contradictions`, `articles`, `problems`.

    Of a folder only one article is in memory at a time; what belongs further down waits in a file.
    """
    from quiz.commands.report import as_json
    from quiz.derive.deriving import LIMIT, derive
    from quiz.library.collector import paused

    problems: list[Problem] = []
    later = {name: SpooledTemporaryFile(SPOOL, "w+", encoding="utf-8") for name in LATER}  # noqa: SIM115
    house.out.write('{"facts": [')
    count = read = 0
    for batch in batches:
        problems += batch.problems
        read += len(batch.articles)
        with paused():
            limit = LIMIT if options.limit is None else options.limit
            derived = derive(batch.articles, extractors, limit=limit, thorough=True)
        for fact in derived.facts:
            house.out.write(("," if count else "") + "\n" + _dumped(fact_as_json(fact, derived, batch.names)))
            count += 1
        _spool(later["drafts"], (_draft(draft, derived, batch.names) for draft in _ordered(derived)))
        _spool(later["contradictions"], (_contradiction(one, derived, batch.names) for one in derived.contradictions))
        _spool(later["articles"], (_article(key, derived, batch.names) for key in batch.articles))
    for name, file in later.items():
        house.out.write(f'\n], "{name}": [')
        file.seek(0)
        for chunk in iter(lambda file=file: file.read(SPOOL), ""):  # type: ignore[misc]
            house.out.write(chunk)
        file.close()
    told = ",\n".join(_dumped(as_json(problem, house.words)) for problem in problems)
    house.out.write(f'\n], "problems": [\n{told}]}}\n')
    if not read:
        return 3
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _spool(file: IO[str], rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        file.write((",\n" if file.tell() else "\n") + _dumped(row))


def _dumped(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)


def fact_as_json(fact: Fact, derived: Derived, names: Mapping[str, str]) -> dict[str, Any]:
    """A fact for programs. Offsets are code points of the article as it was read; `evidence` is its sentence."""
    document = derived.documents[fact.article]
    place = document.as_read(Span(fact.start, fact.end))
    return {
        "article": names[fact.article],
        "kind": fact.kind,
        "surface": fact.surface,
        "value": fact.value,
        **{name: getattr(fact, name) or None for name in SAID},
        "bound": fact.bound if fact.kind in BOUNDED else None,
        **{name: getattr(fact, name) for name in FLAGS},
        "start": place.start,
        "end": place.end,
        "paragraph": fact.paragraph,
        "evidence": document.words(fact.sentence),
    }


def _ordered(derived: Derived) -> list[Draft]:
    """The drafts: those for the deck first, in its order, then the rest, the best first."""
    kept = {id(draft) for draft in derived.chosen}
    rest = sorted((one for one in derived.drafts if id(one) not in kept), key=lambda one: -one.score)
    return [*derived.chosen, *rest]


def _draft(draft: Draft, derived: Derived, names: Mapping[str, str]) -> dict[str, Any]:
    answer = draft.answer
    place = derived.documents[draft.fact.article].as_read(Span(draft.fact.start, draft.fact.end))
    return {
        "article": names[draft.fact.article],
        "kind": draft.fact.kind,
        "frame": draft.frame,
        "question": draft.question or answer.text,
        "answer_kind": answer.kind,
        "answer": list(answer.items) if answer.kind in ("list", "cloze") else answer.text,
        "accept": list(answer.accept),
        "options": list(answer.options),
        "language": draft.language,
        "start": place.start,
        "end": place.end,
        "paragraph": draft.paragraph,
        "evidence": draft.words,
        "score": round(draft.score, 3),
        "exam": [{"code": one.code, "cost": one.cost, "words": one.words} for one in draft.findings],
        "rejected": draft.rejected,
        "chosen": any(draft is one for one in derived.chosen),
    }


def _contradiction(one: Contradiction, derived: Derived, names: Mapping[str, str]) -> dict[str, Any]:
    return {"facts": [fact_as_json(fact, derived, names) for fact in (one.one, one.other)]}


def _article(key: str, derived: Derived, names: Mapping[str, str]) -> dict[str, Any]:
    document = derived.documents[key]
    article = document.read
    places = [(one, document.as_read(Span(one.start, one.end))) for one in document.passages]
    return {
        "article": names[key],
        "source": key,
        "title": article.title,
        "author": article.author,
        "published": document.published,
        "language": document.language,
        "sha256": article.digest,
        "paragraphs": [
            {"paragraph": one.number, "start": at.start, "end": at.end, "part": one.part} for one, at in places
        ],
    }
