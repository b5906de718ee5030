"""How much of an article the extractors find, how much of it is right, and how quickly: on articles with marked facts.

    python scripts/bench_deriving.py [FOLDER] [--lang fr|en] [--kind KIND] [--misses]
    python scripts/bench_deriving.py [FOLDER] --speed [ROUNDS]

FOLDER (by default tests/data/articles) holds one folder an article, or is one: `article.txt`, `.md` or `.html` with
`facts.yaml`, where every fact is marked with its paragraph (non-empty lines from 1; 0 is anywhere) and its words.

Recall counts the core facts; precision counts every fact found, right where it meets a marked one, core or not:

- a quotation or reported speech meets a mark where they share .6 or .5 of the words that either has;
- a date, an amount, a count, a percentage or a duration where they overlap and have the same value;
- a role where the person is the same and the words or the organisation overlap.

A price is an amount too: the two are counted apart, and together as money; only money enters the sum. What is found in
a summary stands for the same fact of the body and is never wrong. A leak is a fact from a paragraph that tells nothing
(headlines, biographies, teasers, …). A speaker is right by family name; who is left out is counted apart.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from quiz.article import Article  # noqa: E402 - the project stands beside this script, not on the path
from quiz.derive.deriving import derive  # noqa: E402
from quiz.derive.document import Document  # noqa: E402
from quiz.derive.extractors import EXTRACTORS  # noqa: E402
from quiz.derive.fact import FACT_KINDS, Fact, Span  # noqa: E402
from quiz.derive.scene import facts, scene  # noqa: E402
from quiz.fetch import fetch  # noqa: E402
from quiz.language import spans  # noqa: E402
from quiz.language.text import fold, word_set, words  # noqa: E402
from quiz.library.collector import paused  # noqa: E402

SPEECH = ("quote", "reported")
MONEY = ("price", "amount")
#: What makes the sum: prices and amounts as one.
SUMMED = ("quote", "reported", "date", "money", "count", "percent", "duration", "role")
ROWS = ("quote", "reported", "date", "price", "amount", "money", "count", "percent", "duration", "role")
SHARED = {"quote": 0.6, "reported": 0.5}
_SPACE = re.compile(r"\s")
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNNAMING = word_set(
    "le la les l un une des the a an m mm mme mmes mr mrs ms miss sir dr me maitre son sa his her their leur"
)


# --- marked articles -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Mark:
    """A marked fact at its place in the text. `aside` is what stands within a quotation and is not of it ("dit-il")."""

    kind: str
    span: Span
    letters: frozenset[int]
    aside: frozenset[int]
    entry: dict[str, Any]

    @property
    def whole_and_parts(self) -> tuple[frozenset[int], ...]:
        """What may be found of it: all, or what stands on either side of the aside."""
        if not self.aside:
            return (self.letters,)
        before = frozenset(at for at in self.letters if at < min(self.aside))
        return (self.letters, before, self.letters - before)

    @property
    def core(self) -> bool:
        """Whether it ought to be found."""
        return bool(self.entry.get("core", True))


@dataclass
class Marked:
    """An article with its marks."""

    name: str
    article: Article
    entry: dict[str, Any]
    source: str
    lost: list[str] = field(default_factory=list)

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Where each non-empty line stands."""
        return [Span(match.start(), match.end()) for match in _LINE.finditer(self.article.text)]

    @cached_property
    def marks(self) -> list[Mark]:
        """The marks whose words stand in the text; the others are `lost`."""
        found = []
        for entry in self.entry.get("facts") or ():
            span = self._place(entry)
            if span is None:
                self.lost.append(str(entry["surface"]))
                continue
            letters, aside = letters_of(self.article.text, span), frozenset[int]()
            at = self.article.text.find(str(entry.get("incise") or "\0"), span.start, span.end)
            if at >= 0:
                aside = letters_of(self.article.text, Span(at, at + len(entry["incise"])))
            found.append(Mark(str(entry["kind"]), span, letters - aside, aside, entry))
        return found

    @cached_property
    def numbers(self) -> list[int]:
        """Of each paragraph its number in the file, 0 where it is not found: what is Markdown there is plain here."""
        lines = [letters_in(match[0]) for match in _LINE.finditer(self.source)]
        numbers, at = [], 0
        for paragraph in self.paragraphs:
            own = letters_in(self.article.text[slice(*paragraph)])[:24]
            places = [place for place in range(at, len(lines)) if own and own in lines[place]]
            numbers.append(places[0] + 1 if places else 0)
            at = places[0] if places else at
        return numbers

    def number_at(self, place: int) -> int:
        """The number of the paragraph in which `place` stands."""
        return self.numbers[sum(1 for paragraph in self.paragraphs if paragraph.start <= place) - 1]

    def _place(self, entry: dict[str, Any]) -> Span | None:
        surface, nth, number = str(entry["surface"]), int(entry.get("nth", 1)), int(entry.get("paragraph", 0))
        # Where lines are broken at a width, a fact may begin in the line that is marked and end in another.
        surface, text = _SPACE.sub(" ", surface), _SPACE.sub(" ", self.article.text)
        inside = self.paragraphs[self.numbers.index(number)] if number and number in self.numbers else Span(0, 0)
        for where in (inside, Span(inside.start, len(text)), Span(0, len(text))):
            at = text.find(surface, *where)
            for _ in range(nth - 1):
                at = text.find(surface, at + 1, where.end) if at >= 0 else at
            if at >= 0:
                return Span(at, at + len(surface))
        return None


def articles(folder: Path, language: str) -> Iterator[Marked]:
    """The marked articles of a folder, in one language or ("") in both."""
    for marks in sorted({*folder.glob("facts.yaml"), *folder.glob("*/facts.yaml")}):
        entry = yaml.safe_load(marks.read_text("utf-8"))
        if language and entry["language"] != language:
            continue
        sources = sorted(marks.parent.glob("article.*"))
        article = fetch(str(sources[0]), language=entry["language"]).article
        yield Marked(marks.parent.name, article, entry, sources[0].read_text("utf-8"))


def letters_in(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return "".join(char for char in text.lower() if char.isalnum())


def letters_of(text: str, span: Span) -> frozenset[int]:
    """The places of the letters and digits in a stretch of text: marks and spaces at its ends make no difference."""
    return frozenset(at for at in range(*span) if text[at].isalnum())


# --- what is equal ---------------------------------------------------------------------------------------------------


def meets(fact: Fact, letters: frozenset[int], mark: Mark) -> bool:
    """Whether a fact that was found is the marked one."""
    if not one_kind(fact.kind, mark.kind):
        return False
    if fact.kind in SPEECH:
        said = letters - mark.aside
        return any(len(said & part) >= SHARED[fact.kind] * len(said | part) for part in mark.whole_and_parts)
    shared = len(letters & mark.letters)
    if fact.kind == "role":
        return same_name(fact.speaker, str(mark.entry.get("speaker", ""))) and (
            shared > 0 or not naming(fact.subject).isdisjoint(naming(str(mark.entry.get("subject", ""))))
        )
    return shared > 0 and same_value(fact, mark)


def repeats(fact: Fact, mark: Mark) -> bool:
    """Whether a fact of a summary says what is marked in the body."""
    if not one_kind(fact.kind, mark.kind):
        return False
    if fact.kind == "role":
        return same_name(fact.speaker, str(mark.entry.get("speaker", "")))
    if fact.kind not in SPEECH:
        return same_value(fact, mark)
    one, other = set(words(fact.surface)), set(words(str(mark.entry["surface"])))
    return len(one & other) >= SHARED[fact.kind] * len(one | other)


def one_kind(one: str, other: str) -> bool:
    """Whether two kinds are compared: those that are equal, and the two kinds of money."""
    return one == other or (one in MONEY and other in MONEY)


def same_value(fact: Fact, mark: Mark) -> bool:
    """Whether a value found is the one marked, as far as the mark says it."""
    if fact.kind == "date":
        return str(mark.entry.get("iso") or fact.iso) == fact.iso
    wanted = str(mark.entry.get("value", ""))
    if fact.kind in MONEY and mark.entry.get("currency", fact.currency) != fact.currency:
        return False
    quantity = period if fact.kind == "duration" else number
    ends = f"{fact.value}-{fact.high}"
    return not wanted or wanted == ends or quantity(wanted) in (quantity(fact.value), quantity(fact.high or fact.value))


def number(text: str) -> Fraction | str:
    """A number by its worth, whatever its zeros."""
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return text


def period(text: str) -> tuple[int, int] | str:
    """A duration as months and seconds: P1Y is P12M, P1W is P7D."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        return text
    years, months, weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return 12 * years + months, 86400 * (7 * weeks + days) + 3600 * hours + 60 * minutes + seconds


def same_name(one: str, other: str) -> bool:
    """Whether two names are of one: the same words, one within the other, or one family name with one initial."""
    first = [word for word in words(one) if word not in _UNNAMING]
    second = [word for word in words(other) if word not in _UNNAMING]
    if not first or not second:
        return fold(one) == fold(other)
    within = set(first) <= set(second) or set(second) <= set(first)
    return within or (first[-1] == second[-1] and first[0][0] == second[0][0])


def naming(text: str) -> set[str]:
    """The words of a name that tell it from others."""
    return {word for word in words(text) if len(word) > 2 and word not in _UNNAMING}


# --- the count -------------------------------------------------------------------------------------------------------


@dataclass
class Tally:
    """The figures of one kind in one language."""

    marked: int = 0
    found: int = 0
    facts: int = 0
    right: int = 0
    spoken: int = 0
    dropped: int = 0
    named: int = 0

    def add(self, other: Tally) -> None:
        """Take another's figures in."""
        for name, figure in vars(other).items():
            setattr(self, name, getattr(self, name) + figure)

    def row(self, name: str) -> str:
        """A line of the table."""
        speakers = f"{share(self.named, self.spoken - self.dropped):>8} {self.dropped:>7}" if self.spoken else " " * 16
        return (
            f"{name:<10} {self.marked:>6} {share(self.found, self.marked):>6}"
            f" {self.facts:>6} {share(self.right, self.facts):>9} {speakers}".rstrip()
        )


HEAD = f"{'':<10} {'marked':>6} {'recall':>6} {'found':>6} {'precision':>9} {'speaker':>8} {'dropped':>7}"


class Fault(NamedTuple):
    """Something missed, wrong or leaked, with where it stands."""

    what: str
    kind: str
    surface: str
    more: str
    sentence: str


@dataclass
class Score:
    """What was found in one article."""

    marked: Marked
    tallies: dict[str, Tally]
    faults: list[Fault]
    leaks: int
    parts: list[str]
    seconds: float

    @property
    def kilobytes(self) -> float:
        """The size of its text."""
        return len(self.marked.article.text.encode()) / 1000


def score(marked: Marked, kinds: Iterable[str]) -> Score:
    """Look for the facts of one article and compare them with its marks."""
    article, text, entry = marked.article, marked.article.text, marked.entry
    before = time.process_time()
    stage = scene(article, marked.name, language=entry["language"], published=str(entry.get("published") or ""))
    found = facts(stage, EXTRACTORS)
    spent = time.process_time() - before
    found = tuple(as_read(fact, stage.document) for fact in found)

    silent, summary = set(entry.get("boilerplate") or ()), set(entry.get("summary") or ())
    letters = [letters_of(text, Span(fact.start, fact.end)) for fact in found]
    numbers = [marked.number_at(fact.start) for fact in found]
    tallies = {kind: Tally() for kind in ROWS}
    faults, leaks = [], 0

    for fact, own, number in zip(found, letters, numbers, strict=True):
        met = [mark for mark in marked.marks if meets(fact, own, mark)]
        sentence = text[slice(*fact.sentence)]
        if number in silent:
            leaks += 1
            faults.append(Fault("leak", fact.kind, fact.surface, f"paragraph {number}", sentence))
        for row in rows_of(fact.kind):
            right = any(mark.kind == row for mark in met) if row in MONEY else bool(met)
            if right or number not in summary:
                tallies[row].facts += 1
                tallies[row].right += right
        if not met and number not in summary and number not in silent:
            faults.append(Fault("false", fact.kind, fact.surface, said(fact), sentence))

    for mark in marked.marks:
        hits = [
            (len(own & mark.letters), fact)
            for fact, own, number in zip(found, letters, numbers, strict=True)
            if meets(fact, own, mark) or (number in summary and repeats(fact, mark))
        ]
        best = max(hits, key=lambda hit: hit[0])[1] if hits else None
        for row in rows_of(mark.kind):
            tally = tallies[row]
            if mark.core:
                tally.marked += 1
                tally.found += any(fact.kind == row for _, fact in hits) if row in MONEY else best is not None
            if best is not None and mark.kind in SPEECH:
                tally.spoken += 1
                tally.dropped += not best.speaker
                tally.named += bool(best.speaker) and same_name(best.speaker, str(mark.entry.get("speaker", "")))
        around = stage.document.sentence_at(stage.document.as_seen(mark.span.start))
        sentence = text[slice(*stage.document.as_read(around))]
        if best is None and mark.core:
            faults.append(Fault("missed", mark.kind, str(mark.entry["surface"]), told(mark), sentence))
        elif best is not None and mark.kind in SPEECH and not same_name(best.speaker, str(mark.entry["speaker"])):
            faults.append(Fault("speaker", mark.kind, best.surface, f"{best.speaker!r}, not {told(mark)}", sentence))

    wanted = set(kinds)
    faults = [fault for fault in faults if fault.kind in wanted]
    return Score(marked, tallies, faults, leaks, misplaced(marked, stage.document, silent, summary), spent)


def as_read(fact: Fact, document: Document) -> Fact:
    """A fact with its places in the article as it was read."""
    start, end = document.as_read(Span(fact.start, fact.end))
    return replace(fact, start=start, end=end, sentence=document.as_read(fact.sentence))


def rows_of(kind: str) -> tuple[str, ...]:
    """The lines of the table in which a kind counts."""
    return (kind, "money") if kind in MONEY else (kind,)


def misplaced(marked: Marked, document: Document, silent: set[int], summary: set[int]) -> list[str]:
    """The paragraphs that were taken for what they are not, where the file says which are which."""
    wrong: list[str] = []
    if not silent:
        return wrong
    for number, span in zip(marked.numbers, marked.paragraphs, strict=True):
        line = marked.article.text[slice(*span)]
        passage = document.passage_at(document.as_seen(span.start + len(line) - len(line.lstrip())))
        lost = not passage.telling and passage.part != "attribution" and number not in silent and number not in summary
        if number and (
            lost or (passage.telling and number in silent) or (passage.part == "summary" and number not in summary)
        ):
            wrong.append(f"{number} ({passage.part}): {passage.text}")
    return wrong


def said(fact: Fact) -> str:
    """What was found beside the words."""
    return ", ".join(part for part in (fact.iso or fact.value, fact.currency, fact.unit, fact.speaker) if part)


def told(mark: Mark) -> str:
    """What is marked beside the words."""
    names = ("iso", "value", "currency", "unit", "speaker", "subject")
    return ", ".join(str(mark.entry[name]) for name in names if mark.entry.get(name))


def share(part: int, whole: int) -> str:
    """A share, or nothing where there is nothing to share."""
    return f"{part / whole:.3f}" if whole else "-"


# --- what is printed -------------------------------------------------------------------------------------------------


def report(scores: list[Score], kinds: tuple[str, ...]) -> None:
    """The tables, by language and over all."""
    languages = sorted({one.marked.entry["language"] for one in scores})
    for language in [*languages, ""] if len(languages) > 1 else languages:
        chosen = [one for one in scores if language in ("", one.marked.entry["language"])]
        print(f"\n{language or 'all'}: {len(chosen)} articles\n{HEAD}")
        total = Tally()
        for kind in ROWS:
            tally = Tally()
            for one in chosen:
                tally.add(one.tallies[kind])
            if kind in kinds:
                print(tally.row(kind))
                if kind in SUMMED:
                    total.add(tally)
        print(total.row("together"))
        wrong, leaks = sum(len(one.parts) for one in chosen), sum(one.leaks for one in chosen)
        kilobytes, seconds = sum(one.kilobytes for one in chosen), sum(one.seconds for one in chosen)
        print(
            f"{leaks} leaks; {wrong} paragraphs taken for what they are not;"
            f" {kilobytes:.1f} KB of text, {kilobytes / seconds:.0f} KB/s"
        )


def speeds(marked: list[Marked], rounds: int) -> dict[str, float]:
    """KB of text a second of one core: the readers alone, all facts, and the whole of deriving; the best of rounds.

    They run in turns, so that a machine that is busy for a while is busy for all of them.
    """

    def read(one: Marked) -> None:
        for line in one.article.paragraphs():
            spans.find(line, one.entry["language"])

    def look(one: Marked) -> None:
        facts(scene(one.article, one.name, language=one.entry["language"]), EXTRACTORS)

    def whole(one: Marked) -> None:
        derive({one.name: replace(one.article, language=one.entry["language"])}, EXTRACTORS)

    ways: dict[str, Callable[[Marked], None]] = {"readers": read, "facts": look, "derive": whole}
    spent: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 1):
        for name, way in ways.items():
            before = time.process_time()
            with paused():
                for one in marked:
                    way(one)
            if number:  # in the first round patterns are compiled
                spent[name].append(time.process_time() - before)
    kilobytes = sum(len(one.article.text.encode()) for one in marked) / 1000
    return {"kilobytes": kilobytes, **{f"{name}_kb_per_s": kilobytes / min(times) for name, times in spent.items()}}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "tests" / "data" / "articles")
    parser.add_argument("--lang", choices=("fr", "en"), default="", help="the articles in one language only")
    parser.add_argument("--kind", choices=ROWS, help="the facts of one kind only")
    parser.add_argument("--misses", action="store_true", help="list what was missed, wrong or leaked, by article")
    parser.add_argument("--speed", nargs="?", type=int, const=5, metavar="ROUNDS", help="the speed only, as JSON")
    asked = parser.parse_args()
    kinds = MONEY if asked.kind == "money" else (asked.kind,) if asked.kind else FACT_KINDS

    marked = list(articles(asked.folder, asked.lang))
    if not marked:
        sys.exit(f"no marked articles in {asked.folder}")
    if asked.speed:
        print(json.dumps(speeds(marked, asked.speed)))
        return
    score(marked[0], kinds)  # once without a watch: the patterns are compiled on their first use
    scores = [score(one, kinds) for one in marked]
    for one in scores:
        for surface in one.marked.lost:
            print(f"{one.marked.name}: marked, but not in the text: {surface}")
        if not asked.misses:
            continue
        for fault in one.faults:
            print(f"\n{one.marked.name}: {fault.what} {fault.kind}: {fault.surface}  [{fault.more}]")
            print("    " + " ".join(fault.sentence.split()))
        for part in one.parts if not asked.kind else ():
            print(f"\n{one.marked.name}: paragraph {part}")
    report(scores, (asked.kind,) if asked.kind else ROWS)


if __name__ == "__main__":
    main()
