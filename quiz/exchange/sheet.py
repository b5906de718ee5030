"""Decks → one page of HTML to print: the questions, then the answers. It needs nothing but itself and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from typing import Final

from quiz.answers.cloze import Blank, asked_parts, gaps
from quiz.deck.card import Card, Deck
from quiz.exchange.encoding import visible
from quiz.exchange.written import Written, by_topic, cards_of, left_of

#: Stands before : and ; in French.
_SPACE: Final = "\u00a0"
_STYLE: Final = """\
:root { color-scheme: light dark; --ink: #1b1b1f; --soft: #5c5c66; --line: #c9c9d2; --paper: #fff; --key: #1f5f4a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e9ee; --soft: #a5a5b0; --line: #45454e; --paper: #17171b; --key: #7fd1b0; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 2.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h2 span { color: var(--soft); font-weight: normal; font-variant-numeric: tabular-nums; }
div + div { margin-top: 3.5rem; }
h3 { font-size: 1rem; margin: 1.75rem 0 .5rem; color: var(--key); }
.more { color: var(--soft); font-size: .875rem; margin: 0; }
ol { margin: 0; padding-inline-start: 2.75rem; }
li { margin: 0 0 1rem; padding-inline-start: .25rem; break-inside: avoid; }
li::marker { color: var(--soft); font-variant-numeric: tabular-nums; }
p { margin: 0; white-space: pre-line; }
.options { list-style: upper-alpha; margin-top: .35rem; }
.options li { margin: 0 0 .15rem; }
.gap { display: inline-block; min-width: 8rem; padding: 0 .35rem; border-bottom: 1px solid var(--ink);
  color: var(--soft); font-size: .875rem; text-align: center; }
.line { height: 1.9rem; border-bottom: 1px solid var(--line); }
.answers li { margin-bottom: .5rem; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #999; --paper: #fff; --key: #000; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  .answers, .questions > div + div { break-before: page; }
  div + div { margin-top: 0; }
  .answers > div + div { margin-top: 2.5rem; }
  .answers > div:first-child > :first-child { margin-top: 0; }
  h1, h2, h3 { break-after: avoid; }
  p { orphans: 3; widows: 3; }
}
@page { margin: 18mm 16mm; }
"""


def html(decks: Sequence[Deck], labels: Mapping[str, str] | None = None) -> Written:
    """The page. `labels` are its few words ("questions", "answers", "also"; "questions-fr" in a deck's own language).

    Each deck's texts say their language, whatever a text holds is shown and never obeyed. Options stand in an order of
    their own, the same on each printing. Drafts and superseded cards are left out.
    """
    said = {"questions": "Questions", "answers": "Answers", "also": "also", **(labels or {})}
    asked = [(deck, [card for card, _ in cards_of(deck) if not (card.draft or card.superseded_by)]) for deck in decks]
    title = ", ".join(deck.title or deck.id for deck, _ in asked)
    language = decks[0].language if decks else "en"
    lines = [
        "<!doctype html>",
        f'<html lang="{_text(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{_text(' '.join(title.split()))}</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
    ]
    for part, one in (("questions", _question), ("answers", _answer)):
        lines.append(f'<section class="{part}">')
        number = 0
        for deck, cards in asked:
            heading = said.get(f"{part}-{deck.language}", said[part])
            lines.append(f'<div lang="{_text(deck.language)}" dir="auto">')
            if part == "questions" or len(asked) > 1:
                lines.append(f"<h1>{_text(' '.join((deck.title or deck.id).split()))}</h1>")
            lines.append(f"<h2>{_text(heading)} <span>{_numbers(number, len(cards))}</span></h2>")
            for topic, of_topic in by_topic(cards).items():
                if topic:
                    lines.append(f"<h3>{_text(topic)}</h3>")
                lines.append(f'<ol start="{number + 1}">')
                for card in of_topic:
                    number += 1
                    also = said.get(f"also-{deck.language}", said["also"])
                    lines += one(card, deck, also)
                lines.append("</ol>")
            lines.append("</div>")
        lines.append("</section>")
    lines += ["</body>", "</html>", ""]
    left = [
        problem
        for deck in decks
        for problem in left_of(deck, _aside(deck), named=True)
        if problem.code == "export-left"
    ]
    return Written("\n".join(lines), tuple(left))


def _aside(deck: Deck) -> dict[str, list[Card]]:
    """The cards that nobody is asked, and why."""
    cards = [card for card, _ in cards_of(deck)]
    return {
        "draft": [card for card in cards if card.draft],
        "superseded": [card for card in cards if card.superseded_by and not card.draft],
    }


def _numbers(before: int, count: int) -> str:
    """From which number to which these go."""
    return f"{before + 1}–{before + count}" if count > 1 else str(before + count) if count else ""


def _text(text: str) -> str:
    return escape(visible(text), quote=True)


def _question(card: Card, deck: Deck, also: str) -> Iterator[str]:  # noqa: ARG001 - the two sides are drawn alike
    if card.answer.kind == "cloze":
        yield f'<li><p dir="auto">{"".join(map(_part, asked_parts(card.answer.text, deck.language)))}</p></li>'
    elif card.answer.kind == "choice":
        yield f'<li><p dir="auto">{_text(card.question)}</p>'
        yield '<ol class="options">'
        yield from (f'<li dir="auto">{_text(option)}</li>' for option in options(card))
        yield "</ol></li>"
    else:
        line = '<div class="line"></div>' * max(1, len(card.answer.items))
        yield f'<li><p dir="auto">{_text(card.question)}</p>{line}</li>'


def _part(part: str | Blank) -> str:
    if isinstance(part, str):
        return _text(part)
    number = f"{part.number} " if part.number else ""
    return f'<span class="gap">{number}{_text(part.hint)}&nbsp;</span>'


def _answer(card: Card, deck: Deck, also: str) -> Iterator[str]:
    answer = card.answer
    space = _SPACE if deck.language == "fr" else ""
    comma = f"{space}; "
    if answer.kind == "list":
        said = comma.join(answer.items)
    elif answer.kind == "cloze":
        said = comma.join(gap.text for gap in gaps(answer.text))
    elif answer.kind == "choice":
        shown = options(card)
        said = f"{_letter(shown.index(answer.text))}. {answer.text}"
    else:
        said = answer.text
    more = []
    if answer.accept:
        more.append(f"{also}{space}: {comma.join(answer.accept)}")
    if card.note:
        more.append(card.note)
    titles = {source.key: source.title or source.key for source in deck.sources}
    if card.sources:
        more.append(comma.join(titles.get(key, key) for key in card.sources))
    yield f'<li><p dir="auto">{_text(said)}</p>'
    yield from (f'<p class="more" dir="auto">{_text(line)}</p>' for line in more)
    yield "</li>"


def options(card: Card) -> list[str]:
    """The options of a choice with the right one among them, in an order that tells nothing and never changes."""
    every = dict.fromkeys((*card.answer.options, card.answer.text))
    return sorted(every, key=lambda option: sha256(f"{card.identity}\n{option}".encode("utf-8", "replace")).digest())


def _letter(place: int) -> str:
    """A, B … Z, AA, AB: as `upper-alpha` counts (CSS Counter Styles Level 3, §6.2)."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
