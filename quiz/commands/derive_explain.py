"""`quiz derive --explain`: for each sentence what was found, what was asked of it, and what was dropped and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.language.text import fold

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Mapping

    from quiz.commands.batches import Batch
    from quiz.derive.deriving import Derived
    from quiz.derive.document import Document, Extractor, Passage
    from quiz.derive.draft import Draft
    from quiz.derive.fact import Fact, Span
    from quiz.house import House
    from quiz.words import Words


def explain(batches: Iterable[Batch], extractors: Mapping[str, Extractor], options: Namespace, house: House) -> int:
    """Explain every sentence that holds the words of `--explain`; all of them where none are given."""
    from quiz.derive.deriving import LIMIT, derive
    from quiz.library.collector import paused

    read = shown = 0
    for batch in batches:
        read += len(batch.articles)
        with paused():
            limit = LIMIT if options.limit is None else options.limit
            derived = derive(batch.articles, extractors, limit=limit, thorough=True)
        for document in derived.documents.values():
            for line in _document(document, derived, fold(options.explain), house.words):
                print(line, file=house.out)
                shown += 1
    if read and not shown:
        print(house.words.say("derive.explain-nowhere", words=options.explain), file=house.out)
        return 1
    return 0 if read else 3


def _document(document: Document, derived: Derived, wanted: str, words: Words) -> Iterator[str]:
    for passage in document.passages:
        for sentence in passage.sentences:
            text = " ".join(passage.words(sentence).split())
            if wanted in fold(text):
                yield f"¶ {passage.number}  {words.fact(text)}"
                yield from (f"    {line}" for line in _sentence(document, passage, sentence, derived, words))
                yield ""


def _sentence(document: Document, passage: Passage, sentence: Span, derived: Derived, words: Words) -> Iterator[str]:
    if not passage.telling:
        yield words.say("derive.explain-part", part=words.say(f"derive.part-{passage.part}"))
        return
    facts = [
        fact for fact in derived.facts if fact.article == document.key and sentence.start <= fact.start < sentence.end
    ]
    if not facts:
        yield words.say("derive.explain-nothing")
    best = {id(told.fact) for told in derived.told}
    disputed = {id(fact) for pair in derived.contradictions for fact in (pair.one, pair.other)}
    for fact in facts:
        yield _fact(fact, words)
        if id(fact) not in best:
            yield "  " + words.say("derive.explain-elsewhere")
        elif id(fact) in disputed:
            yield "  " + words.say("derive.explain-disputed")
        else:
            drafts = [draft for draft in derived.drafts if draft.fact is fact]
            if not drafts:
                yield "  " + words.say("derive.explain-unasked")
            for draft in drafts:
                yield from (f"  {line}" for line in _draft(draft, derived, words))


def _fact(fact: Fact, words: Words) -> str:
    told = [fact.value if fact.value != fact.surface else "", fact.currency, fact.unit, fact.rate]
    told += [fact.bound if fact.bound != "exact" else "", fact.speaker if fact.kind != "role" else "", fact.subject]
    told += [name for name in ("implied", "relative", "hedged", "summary") if getattr(fact, name)]
    facts = " · ".join(dict.fromkeys(one for one in told if one))
    return f"{fact.kind}  {words.fact(' '.join(fact.surface.split()))}" + (f"  ({words.fact(facts)})" if facts else "")


def _draft(draft: Draft, derived: Derived, words: Words) -> Iterator[str]:
    kept = any(draft is one for one in derived.chosen)
    verdict = "kept" if kept else "rejected" if draft.rejected else "left"
    question = draft.question or draft.answer.text
    answer = (
        "" if draft.answer.kind == "cloze" else f" → {words.fact(draft.answer.text or ' / '.join(draft.answer.items))}"
    )
    yield f"{words.say(f'derive.explain-{verdict}', score=f'{draft.score:.2f}')}  {words.fact(question)}{answer}"
    for finding in draft.findings:
        reason = words.say(f"exam.{finding.code}") if words.has(f"exam.{finding.code}") else finding.code
        yield f"    {reason}" + (f" ({words.fact(finding.words)})" if finding.words else "")
