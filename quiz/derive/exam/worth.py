"""The rules of worth: what is asked is what the sentence tells, one thing, and more than a trifle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quiz.answers.cloze import gaps
from quiz.derive.asking import naming
from quiz.derive.asking import words as tables
from quiz.derive.document import Scene
from quiz.derive.draft import Draft, Finding
from quiz.derive.exam.told import GAP, alone, told
from quiz.derive.exam.told import words as words_of
from quiz.language import verbs
from quiz.language.text import fold, word_set
from quiz.language.text import words as folded_words


def not_one_fact(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """One fact, one gap: a sentence with a second clause behind "and" asks for less than it tells."""
    if draft.answer.kind != "cloze":
        return None
    if len(gaps(draft.answer.text)) != 1:
        return Finding("not-one-fact", 1)
    figures = [one for one in re.findall(r"\d[\d.,\u00a0\u202f ]*", told(draft).outside) if len(one.strip(" .,")) > 1]
    if two := _TWO_CLAUSES.search(told(draft).outside):
        return Finding("not-one-fact", 0.2, two[0].strip())
    return Finding("not-one-fact", 0.2, figures[0]) if len(figures) > 2 else None


_TWO_CLAUSES: Final = re.compile(r" (?:but|mais|while|whereas|tandis que|alors que) ")


def gap_without_unit(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """A gap for a bare figure has its noun behind it, or nobody knows what is counted."""
    if draft.fact.kind == "price" and re.search(r"\bper (?:million|thousand|hundred)$", told(draft).answer):
        return Finding("gap-without-unit", 1, told(draft).answer)
    if draft.answer.kind != "cloze" or draft.fact.kind != "count":
        return None
    asked = told(draft).asked
    if re.search(r"\b(?:of|sur|parmi)\b", told(draft).answer):
        return Finding("gap-without-unit", 1, told(draft).answer)
    after = asked[asked.find(GAP) + 1 :].lstrip("\u00a0 ")
    if re.match(r"(?:cas|cases)\b(?! (?:de|d['’]|of)\b)", after):
        return Finding("gap-without-unit", 1, after[:12])
    first = after.split(maxsplit=1)[0].lower() if after else ""
    if verbs.is_auxiliary(first, draft.language) and first not in ("a", "as"):
        return Finding("gap-without-unit", 1, first)
    if not after[:1].isalpha() or after.split()[0].lower() in tables.PREPOSITIONS[draft.language]:
        return Finding("gap-without-unit", 1, told(draft).answer)
    return None


def presumes_now(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """Who holds an office is asked of a month: without a date of publication nobody knows of which."""
    return Finding("presumes-now", 1) if draft.frame == "role" and not scene.document.published else None


def trivial(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """A figure below five, written as a word, is rarely worth a card; neither is a moment that has no date."""
    fact = draft.fact
    answer = fold(told(draft).answer)
    if fact.kind == "count" and set(folded_words(answer)) <= _SMALL | {"les", "the"}:
        return Finding("trivial", 0.45, answer)
    if fact.kind == "date" and draft.frame in ("clause", "topic", "story", "quoted-value", "when"):
        date = fact.reading.value if fact.reading is not None else None
        if fact.relative or (date is not None and not date.month and not date.year and not date.decade):
            return Finding("trivial", 1, answer)
    if fact.kind in ("price", "amount", "percent") and _QUOTATIONS.search(told(draft).asked):
        # What a share or a currency is worth just now.
        return Finding("trivial", 1, answer)
    if fact.kind == "duration" and draft.frame in ("clause", "topic", "story") and fact.value.startswith("PT"):
        return Finding("trivial", 0.45, answer)
    if fact.kind == "duration" and re.fullmatch(r"(?:un|une|one|a|an) \w+", answer):
        return Finding("trivial", 0.5, answer)
    return None


_QUOTATIONS: Final = re.compile(
    r"\b(?:is|are|was|were) (?:up|down|trading|changing hands)\b|\b(?:cote|cotent|cotait) à\b"
    r"|\b[Ss]hares? (?:of|in) [^,]* (?:fell|rose|gained|lost|dropped|jumped|slid|climbed|closed|ended|opened)\b"
    r"|\b(?:[Ss]hares|[Ss]tock) (?:fell|rose|gained|lost|dropped|jumped|slid|climbed|closed|ended|opened)\b"
    r"|\b(?:[Ll]e titre|[Ll]'action|[Ll]e cours) [^,]*\b(?:gagn|perd|cl[oô]tur|bondi|recul|chut|progress|c[ée]d)"
)


def in_passing(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """What is asked is what the sentence tells, not what it mentions between two commas or behind a name."""
    if draft.frame not in ("clause", "topic", "story"):
        return None
    asked = alone(draft)
    at = asked.find(GAP)
    before, after = asked[:at].rpartition(",")[2], asked[at + 1 :].partition(",")[0]
    inside = "," in asked[:at] and "," in asked[at + 1 :]
    if inside and draft.fact.kind != "date" and not _finite_in(before + after, draft.language):
        return Finding("in-passing", 0.5, (before + GAP + after).strip())
    lead = asked[:at].strip()
    opens = words_of(lead, draft.language)[:1]
    early = len(lead.split()) > 3 and not _finite_in(lead, draft.language) and "," not in asked[:at]
    if draft.fact.kind == "date" and early and opens and opens[0] not in tables.PREPOSITIONS[draft.language]:
        # "The bill endorsed in May was …": the day is not what the sentence tells.
        return Finding("in-passing", 0.3, lead)
    attributive = draft.fact.kind == "date" and draft.language == "en" and re.search(r"['’]s $", asked[:at])
    if attributive or re.match(r"['’]", asked[at + 1 :]):
        return Finding("in-passing", 1, asked[at : at + 6])
    if _STARTS_RELATIVE.search(asked[:at]) or _INDEFINITE_RELATIVE.search(asked[:at]):
        return Finding("in-passing", 0.5, before.strip())
    named = {word for name in naming.standing(scene, asked) for word in folded_words(name)}
    full = [
        word for word in words_of(asked, draft.language) if word not in tables.EMPTY[draft.language] and len(word) > 3
    ]
    left = [word for word in full if not set(folded_words(word)) <= named]
    if len(left) < 2:
        return Finding("in-passing", 0.5, " ".join(left))
    return None


_INDEFINITE_RELATIVE: Final = re.compile(
    r"\b(?:un|une|des|a|an) [\w-]+(?: [\w-]+)? (?:qui|who|that|which) (?:[^,]|,\d)*$"
)


_STARTS_RELATIVE: Final = re.compile(r"^[^,]*, (?:où|where|dont|whose|qui|who|which)\b[^,]*$")


def _finite_in(text: str, language: str) -> bool:
    return any(verbs.is_finite(word, language) for word in words_of(text, language))


_LOOSE_SUBJECTS: Final = word_set("il elle ils elles ça cela he she it they")


def _said(draft: Draft) -> str:
    """The words that were said, without a headline that is quoted before them."""
    quoted = told(draft).quotation.strip().split("\n")
    return quoted[-1]


#: Of so few words one has to be a verb.
_SHORT: Final = 9


def poor_quotation(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """A piece of a sentence is asked only as a noun phrase; a gap in a quotation is the second choice."""
    line = words_of(_said(draft), draft.language)
    full = [word for word in line if word not in tables.EMPTY[draft.language] and len(word) > 3]
    if len(line) > 1 and line[0] in ("mais", "et", "puis", "but", "and") and line[1] in _LOOSE_SUBJECTS:
        return Finding("poor-quotation", 1, " ".join(line[:2]))
    if draft.frame in ("who", "who-office", "quote-gap") and line and line[0] in ("but", "and", "mais", "et"):
        return Finding("poor-quotation", 0.3, line[0])
    if draft.frame == "quote-gap":
        return Finding("poor-quotation", 0.15 if len(full) > 2 else 1, " ".join(full))
    if (
        draft.frame == "who"
        and len(line) < _SHORT
        and not any(
            verbs.is_finite(word, one) or verbs.is_auxiliary(word, one) or "'" in word
            for word in line
            for one in ("fr", "en")
        )
    ):
        return Finding("poor-quotation", 0.3, " ".join(full))
    if draft.frame in ("who", "who-office"):
        return Finding("poor-quotation", 1, " ".join(full)) if len(full) < 4 else None
    if draft.frame != "fragment":
        return None
    if not _phrase(line, draft.language) or len(full) < _FEWEST[draft.language] or len(line) > 14:
        return Finding("poor-quotation", 1, " ".join(line[:4]))
    return Finding("poor-quotation", 0.2)


#: How many words of a piece of a sentence say something.
_FEWEST: Final = {"fr": 3, "en": 3}


_NO_START: Final = frozenset(("that", "if", "because", "than", "'s"))


def _phrase(line: tuple[str, ...], language: str) -> bool:
    """Whether words can stand behind "used the words": a noun phrase, or in English what a verb has behind it."""
    first = line[0] if line else ""
    if first in tables.COORDINATORS[language] | tables.PRONOUNS[language] | tables.RELATIVES[language]:
        return False
    if language == "en" and first in tables.PREPOSITIONS["en"] - {"without", "like"}:
        return False
    if language == "en" and any(word in tables.WEEKDAYS["en"] | {"yesterday", "today", "tomorrow"} for word in line):
        return False
    if language == "en":
        return not verbs.is_auxiliary(first, "en") and not first.endswith("n't") and first not in _NO_START
    if any(verbs.is_auxiliary(word, language) for word in line):
        return False
    if first in tables.DETERMINERS["fr"] - {"d'", "de", "du", "des", "au", "aux"}:
        return True
    return not (verbs.forms(first, "fr") or first in tables.PREPOSITIONS["fr"]) or verbs.is_infinitive(first, "fr")


_SMALL: Final = word_set("un une deux trois quatre one two three four a an")
