"""The rules of form: what can be seen in the question, its answer and its fact, one rule a function."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quiz.answers.cloze import gaps
from quiz.answers.kinds import KINDS, grade
from quiz.answers.verdict import Answer, Asked
from quiz.derive.asking import naming
from quiz.derive.asking import words as tables
from quiz.derive.document import Scene
from quiz.derive.draft import Draft, Finding
from quiz.derive.exam.told import GAP, QUOTATION, WORD, told
from quiz.language import verbs
from quiz.language.text import fold, word_set
from quiz.language.text import words as folded_words

LONG_QUESTION: Final = 32
SHORT_QUESTION: Final = 5
#: Words of an answer and of a quotation that somebody may have to type.
LONG_ANSWER: Final = {"quote": 14}
_MARKS: Final = {"«": "»", "“": "”", "(": ")", "[": "]"}
_SINGULAR_ONE: Final = word_set("un une one a an first two deux both")


def leak(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """The question does not hold its answer, nor the family name of the person asked for, nor the value once more."""
    said = told(draft)
    if draft.frame == "timeline":
        return None
    asked = " " + " ".join(folded_words(said.asked)) + " "
    if said.kind == "person":
        found = next((part for part in naming.parts(said.answer) if f" {' '.join(folded_words(part))} " in asked), "")
        return Finding("leak", 1, found) if found else None
    bare = re.sub(r"\s*\(\d{4}\)$", "", said.answer)
    answer = " ".join(folded_words(bare))
    if answer and f" {answer} " in asked:
        return Finding("leak", 1, said.answer)
    figures = re.findall(r"\d[\d .,  ]*\d|\d+", bare)
    for figure in figures:
        if len(figure) > 1 and re.search(rf"(?<!\d){re.escape(figure)}(?!\d)", said.asked):
            return Finding("leak", 1, figure)
    return None


def not_in_article(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """The answer and the evidence stand word for word in the article."""
    text = _spaced(scene.document.article.text)
    if not draft.words or _spaced(draft.words) not in text:
        return Finding("not-in-article", 1, draft.words)
    for one in () if draft.frame == "timeline" else (told(draft).answer,):
        bare = re.sub(r"\s*\(\d{4}\)$", "", one)
        if fold(bare) not in fold(text) and not _party(scene, bare):
            return Finding("not-in-article", 1, bare)
    return None


def _party(scene: Scene, name: str) -> bool:
    return any(name == mention.party.name for mention in scene.people.mentions)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def not_its_kind(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """The answer reads as its kind, and the answer as it is shown is graded right."""
    kind = KINDS[draft.answer.kind]
    if kind.check(draft.answer, draft.language):
        return Finding("not-its-kind", 1, told(draft).answer)
    shown = kind.show(draft.answer, draft.language)
    asked = Asked(draft.language, told(draft).asked)
    if grade(draft.answer, shown, asked).mark != "right":
        return Finding("not-its-kind", 1, shown)
    for gap in gaps(draft.answer.text) if draft.answer.kind == "cloze" else ():
        if gap.kind and grade(Answer(gap.kind, gap.text), gap.text, asked).mark != "right":
            return Finding("not-its-kind", 1, gap.text)
    return None


def boilerplate(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """The fact stands in a part of the page that tells something; rather in the body than in a summary."""
    passage = scene.document.passage_at(draft.fact.start)
    if not passage.telling:
        return Finding("boilerplate", 1, passage.part)
    return Finding("boilerplate", 0.2, passage.part) if draft.fact.summary or passage.part == "summary" else None


def hearsay(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """What the article does not vouch for is asked only as somebody's claim."""
    fact = draft.fact
    if fact.kind in ("quote", "role") or draft.frame in ("who", "who-office", "reported", "quote-gap", "quoted-value"):
        return None
    asked = told(draft).asked
    by = fact.attribution or fact.speaker
    if fact.hedged and not (by and any(naming.holds_name(asked, part) for part in naming.parts(by))):
        return Finding("hearsay", 1, by)
    if by and not any(fold(part) in fold(asked) for part in naming.parts(by) or (by,)):
        return Finding("hearsay", 1, by)
    hedge = re.search(_HEDGES[draft.language], asked, re.IGNORECASE)
    return Finding("hearsay", 1, hedge[0]) if hedge and not by else None


_HEDGES: Final = {
    "fr": r"\b(?:aurai(?:en)?t|serai(?:en)?t|semblerai(?:en)?t|il semble|dit-on|murmure-t-on|selon des sources|paraît-il)\b",
    "en": r"\b(?:reportedly|allegedly|apparently|rumou?red|is said to|are said to|was said to|sources say|believed to)\b",
}


def long_answer(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """An answer has eight words at most, a quotation fourteen."""
    said = told(draft)
    count = len(WORD.findall(said.answer))
    return Finding("long-answer", 1, said.answer) if count > LONG_ANSWER.get(said.kind, 8) else None


def question_length(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """A question has five words or more, and 32 at most; a short one is better than a long one."""
    count = len(WORD.findall(told(draft).asked))
    if draft.frame == "timeline":
        return Finding("question-length", 1, str(count)) if count > 70 else None
    quoting = draft.frame in ("who", "who-office", "fragment")
    if count < SHORT_QUESTION:
        return Finding("question-length", 1, str(count))
    if count > LONG_QUESTION + 14 * quoting:
        return Finding("question-length", 1, str(count))
    return Finding("question-length", 0.1, str(count)) if count > 26 + 8 * quoting else None


def wrong_question_word(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """Who asks for a person, when for a date, how much for an amount."""
    if not draft.question or draft.answer.kind in ("list", "choice", "answer"):
        return None
    asked = " " + " ".join(told(draft).words) + " "
    wanted = _QUESTION_WORDS[draft.language].get(draft.answer.kind)
    return None if wanted is None or re.search(wanted, asked) else Finding("wrong-question-word", 1, draft.answer.kind)


_QUESTION_WORDS: Final = {
    "fr": {"person": r" (?:qui|quel|quelle|quels|quelles) ", "date": r" (?:quand|date|jour|mois|année|siècle) ",
           "money": r" (?:combien|prix|somme|montant) ", "number": r" (?:combien|pourcentage|part|durée|temps|âge) "},
    "en": {"person": r" (?:who|which|whose|whom) ", "date": r" (?:when|date|day|month|year|century) ",
           "money": r" (?:how much|price|sum|amount|cost) ", "number": r" (?:how|percentage|share|number) "},
}  # fmt: skip


def broken_grammar(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """A sentence: paired marks, a capital, a verb, no comma that hangs, no article twice, nothing left of the page."""
    asked = told(draft).asked
    for opening, closing in _MARKS.items():
        if asked.count(opening) != asked.count(closing):
            return Finding("broken-grammar", 1, opening)
    if asked.count('"') % 2:
        return Finding("broken-grammar", 1, '"')
    first = next((char for char in asked if char.isalnum() or char == GAP), "")
    if first.islower():
        return Finding("broken-grammar", 1, asked[:20])
    odd = _ODD.search(asked)
    if odd:
        return Finding("broken-grammar", 1, odd[0])
    line = told(draft).words
    for before, after in zip(line, line[1:], strict=False):
        if before in _ARTICLES[draft.language] and after in _ARTICLES[draft.language] and (before, after) not in _PAIRS:
            return Finding("broken-grammar", 1, f"{before} {after}")
    hanging = _AUXILIARY_ALONE[draft.language].search(asked)
    if hanging and not any(
        verbs.is_participle(word, draft.language) for word in told_words(asked[hanging.end() :], draft.language)
    ):
        return Finding("broken-grammar", 1, hanging[0])
    if line and line[-1] in _ARTICLES[draft.language] | _ENDS[draft.language]:
        return Finding("broken-grammar", 1, line[-1])
    own = draft.frame == "quoted-value" and {"nous", "je", "j'", "on", "we", "i"} & set(
        told_words(asked, draft.language)
    )
    if draft.answer.kind == "cloze" and not own and not _has_verb(draft):
        return Finding("broken-grammar", 1, "no-verb")
    return None


_ODD: Final = re.compile(
    r",\s*,|,\s*[.;:?!](?!\w)|\.\s*,|\(\s*\)|\s,|[|•*#@_]|https?:|\.\s+(?=[a-zà-ÿ])|\s{2,}|(?<!\b[A-Z])(?<!\b(?:Dr|St|Mr|Ms|No))(?<!\b(?:Inc|Mrs|Gen|Sen|Rep|Gov|Lt.))[.!?…]\s+[A-ZÀ-Ý][^“«»”]*[.]$"
    r"|\b(\w{2,}) \1\b|–\s*$|—|\s-\s|‘[^’]*$|^\W*(?:[Ee]t|[Mm]ais|[Cc]ar|[Bb]ut|[Aa]nd|[Tt]hat)\s"
)
_ARTICLES: Final = {"fr": word_set("le la les un une des du au aux l' ce cette ces son sa ses"),
                    "en": word_set("the a an its his her their")}  # fmt: skip
_AUXILIARY_ALONE: Final = {
    "fr": re.compile(r"\b(?:a|ont|avait|avaient|aura|auront)(?:,|\.?$)"),
    "en": re.compile(r"\b(?:has|have|had)(?:,|\.?$)"),
}
_PAIRS: Final = frozenset((("la", "une"), ("le", "un")))
_ENDS: Final = {
    "fr": word_set("de d' à en dans sur pour par avec sans et ou que qu' qui ne n' est a"),
    "en": word_set("of from with and or that which who is was has the"),
}


def _has_verb(draft: Draft) -> bool:
    text = told(draft)
    line = told_words(text.asked, draft.language)
    before = ""
    for word in line:
        if verbs.is_auxiliary(word, draft.language):
            return True
        if verbs.is_finite(word, draft.language) and before not in (
            tables.DETERMINERS[draft.language] | tables.PREPOSITIONS[draft.language]
        ) - {"l'", "le", "la", "les", "en"}:
            return True
        before = word
    return False


def told_words(text: str, language: str) -> tuple[str, ...]:
    """The words of a text, those in quotation marks too."""
    from quiz.derive.exam.told import words

    return words(text, language)


def not_one_fact(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """One fact, one gap: a sentence with a second clause behind "and" asks for less than it tells."""
    if draft.answer.kind != "cloze":
        return None
    if len(gaps(draft.answer.text)) != 1:
        return Finding("not-one-fact", 1)
    figures = [one for one in re.findall(r"\d[\d.,\u00a0\u202f ]*", told(draft).outside) if len(one.strip(" .,")) > 1]
    return Finding("not-one-fact", 0.2, figures[0]) if len(figures) > 2 else None


def gap_without_unit(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """A gap for a bare figure has its noun behind it, or nobody knows what is counted."""
    if draft.answer.kind != "cloze" or draft.fact.kind != "count":
        return None
    asked = told(draft).asked
    if re.search(r"\b(?:of|sur|parmi)\b", told(draft).answer):
        return Finding("gap-without-unit", 1, told(draft).answer)
    after = asked[asked.find(GAP) + 1 :].lstrip("\u00a0 ")
    if not after[:1].isalpha() or after.split()[0].lower() in tables.PREPOSITIONS[draft.language]:
        return Finding("gap-without-unit", 1, told(draft).answer)
    return None


def trivial(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """A figure below five, written as a word, is rarely worth a card; neither is a moment that has no date."""
    fact = draft.fact
    answer = fold(told(draft).answer)
    if fact.kind == "count" and set(folded_words(answer)) <= _SMALL | {"les", "the"}:
        return Finding("trivial", 0.45, answer)
    if fact.kind == "date" and draft.frame in ("clause", "quoted-value", "when"):
        date = fact.reading.value if fact.reading is not None else None
        if fact.relative or (date is not None and not date.month and not date.year and not date.decade):
            return Finding("trivial", 1, answer)
    if fact.kind == "duration" and re.fullmatch(r"(?:un|une|one|a|an) \w+", answer):
        return Finding("trivial", 0.5, answer)
    return None


def in_passing(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """What is asked is what the sentence tells, not what it mentions between two commas or behind a name."""
    if draft.frame != "clause":
        return None
    asked = told(draft).asked
    at = asked.find(GAP)
    before, after = asked[:at].rpartition(",")[2], asked[at + 1 :].partition(",")[0]
    inside = "," in asked[:at] and "," in asked[at + 1 :]
    if inside and draft.fact.kind != "date" and not _finite_in(before + after, draft.language):
        return Finding("in-passing", 0.5, (before + GAP + after).strip())
    if re.match(r"['’]", asked[at + 1 :]):
        return Finding("in-passing", 1, asked[at : at + 6])
    if _STARTS_RELATIVE.search(asked[:at]) or _INDEFINITE_RELATIVE.search(asked[:at]):
        return Finding("in-passing", 0.5, before.strip())
    named = {word for name in naming.names(scene) if naming.holds_name(asked, name) for word in folded_words(name)}
    full = [
        word for word in told_words(asked, draft.language) if word not in tables.EMPTY[draft.language] and len(word) > 3
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
    return any(verbs.is_finite(word, language) for word in told_words(text, language))


_LOOSE_SUBJECTS: Final = word_set("il elle ils elles ça cela he she it they")


def _said(draft: Draft) -> str:
    """The words that were said, without a headline that is quoted before them."""
    quoted = told(draft).quotation.strip().split("\n")
    return quoted[-1]


def poor_quotation(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """A piece of a sentence is asked only as a noun phrase; a gap in a quotation is the second choice."""
    line = told_words(_said(draft), draft.language)
    full = [word for word in line if word not in tables.EMPTY[draft.language] and len(word) > 3]
    if (
        draft.frame == "quote-gap"
        and line
        and line[0] in ("mais", "et", "puis", "but", "and")
        and line[1] in _LOOSE_SUBJECTS
    ):
        return Finding("poor-quotation", 1, " ".join(line[:2]))
    if draft.frame == "quote-gap":
        return Finding("poor-quotation", 0.15 if len(full) > 2 else 1, " ".join(full))
    if draft.frame in ("who", "who-office"):
        return Finding("poor-quotation", 1, " ".join(full)) if len(full) < 4 else None
    if draft.frame != "fragment":
        return None
    first = line[0] if line else ""
    noun = first in tables.DETERMINERS[draft.language] or not (
        verbs.forms(first, draft.language)
        or first in tables.PREPOSITIONS[draft.language] | tables.COORDINATORS[draft.language]
        or first in tables.PRONOUNS[draft.language] | tables.RELATIVES[draft.language]
    )
    if not noun or len(full) < 3 or len(line) > 14 or any(verbs.is_auxiliary(word, draft.language) for word in line):
        return Finding("poor-quotation", 1, " ".join(line[:4]))
    return Finding("poor-quotation", 0.2)


_SMALL: Final = word_set("un une deux trois quatre one two three four a an")

__all__ = ["QUOTATION"]
