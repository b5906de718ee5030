"""Whether the words that prove an answer do stand in its source, word for word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from quiz.article import Article
from quiz.deck.card import Deck, Evidence
from quiz.deck.faults import Faults
from quiz.problem import Problem

_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_QUOTE: Final = r"(?:[\"“”„‟]|«\s*|\s*»)"
_APOSTROPHE: Final = "['’‘ʼ‛′´`]"
_SIGNS: Final = str.maketrans(dict.fromkeys("’‘ʼ‛′´`", "'") | dict.fromkeys("“”„‟«»", '"') | dict.fromkeys(_UNSEEN, ""))


def prove(deck: Deck, articles: Mapping[str, Article]) -> tuple[Problem, ...]:
    """What of the deck's evidence does not stand in its source; `articles` are the texts by the key of their source.

    Word for word: only the kinds of spaces, apostrophes and quotation marks do not matter. A card that names a source
    and brings no evidence is a warning.
    """
    faults = Faults(deck.path)
    texts = {key: tuple(map(_folded, article.paragraphs())) for key, article in articles.items()}
    missing: set[str] = set()
    for card in deck.cards:
        if card.identity != card.sibling:
            continue
        if card.sources and not card.evidence:
            faults.put(Problem("evidence-missing", card.at("source")))
        for evidence in card.evidence:
            if evidence.source in texts:
                problem = _proved(evidence, texts[evidence.source])
                if problem is not None:
                    faults.put(problem)
            elif evidence.source not in missing:
                missing.add(evidence.source)
                faults.put(Problem("source-text-missing", evidence.place, {"source": evidence.source}))
    return faults.problems()


def _proved(evidence: Evidence, paragraphs: tuple[str, ...]) -> Problem | None:
    words = _folded(evidence.words)
    said = evidence.paragraph
    if 0 < said <= len(paragraphs) and _stands(words, paragraphs[said - 1]):
        return None
    found = next((number for number, text in enumerate(paragraphs, 1) if _stands(words, text)), 0)
    if found and not said:
        return None
    if found:
        return Problem("evidence-elsewhere", evidence.place, {"paragraph": said, "found": found})
    if said > len(paragraphs):
        return Problem(
            "evidence-paragraph-missing", evidence.place, {"source": evidence.source, "count": len(paragraphs)}
        )
    return Problem("evidence-not-found", evidence.place, {"source": evidence.source})


def find(words: str, text: str) -> tuple[int, int] | None:
    """Where `words` stand in `text` as `prove` understands it: start and end in code points; None where they do not."""
    pieces = [re.escape(piece) for piece in _folded(words).split()]
    if not pieces:
        return None
    loose = r"\s+".join(pieces).replace('"', _QUOTE).replace("'", _APOSTROPHE)
    before = r"(?<!\w)" if pieces[0][0].isalnum() else ""
    after = r"(?!\w)" if pieces[-1][-1].isalnum() else ""
    places = [place for place, char in enumerate(text) if char not in _UNSEEN]
    match = re.search(before + loose + after, "".join(text[place] for place in places))
    return (places[match.start()], places[match.end() - 1] + 1) if match else None


def _stands(words: str, text: str) -> bool:
    """Whether `words` stand in `text` and do not begin or end inside a word of it ("1,2" is not in "11,2")."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() and words[0].isalnum()) and not (
            text[end : end + 1].isalnum() and words[-1].isalnum()
        ):
            return True
        at = text.find(words, at + 1)
    return False


def _folded(text: str) -> str:
    """The same words with one kind of space, apostrophe and quotation mark; no space inside the marks."""
    for sign in "«»":
        text = text.replace(sign, f"{sign} " if sign == "«" else f" {sign}")
    text = " ".join(text.split()).replace("« ", '"').replace(" »", '"')
    return text.translate(_SIGNS)
