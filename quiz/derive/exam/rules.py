"""The rules of form: what can be seen in the question, its answer and its fact, one rule a function."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from quiz.answers.cloze import gaps
from quiz.answers.kinds import KINDS, grade
from quiz.answers.verdict import Answer, Asked
from quiz.derive.asking import naming
from quiz.derive.asking import words as tables
from quiz.derive.document import Scene
from quiz.derive.draft import Draft, Finding
from quiz.derive.exam.told import GAP, WORD, alone, told
from quiz.derive.exam.told import words as words_of
from quiz.language import verbs
from quiz.language.text import fold, word_set
from quiz.language.text import words as folded_words

LONG_QUESTION: Final = 32
SHORT_QUESTION: Final = 5
#: Words of an answer and of a quotation that somebody may have to type.
LONG_ANSWER: Final = {"quote": 14}
_MARKS: Final = {"«": "»", "“": "”", "(": ")", "[": "]"}


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
    number = set(folded_words(answer)) & _NUMBERS if said.kind == "number" else set()
    if any(f" {word} " in asked for word in number):
        # "Three crises in three years": the one tells the other.
        return Finding("leak", 1, said.answer)
    figures = re.findall(r"\d[\d .,  ]*\d|\d+", bare)
    for figure in figures:
        if len(figure) > 1 and figure in said.asked and re.search(rf"(?<!\d){re.escape(figure)}(?!\d)", said.asked):
            return Finding("leak", 1, figure)
    return None


_NUMBERS: Final = word_set(
    "deux trois quatre cinq six sept huit neuf dix onze douze two three four five six seven eight nine ten"
)


def not_in_article(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """The answer and the evidence stand word for word in the article."""
    text = _page(scene.document.article.text)
    if not draft.words or _spaced(draft.words) not in text:
        return Finding("not-in-article", 1, draft.words)
    for one in () if draft.frame == "timeline" else (told(draft).answer,):
        bare = re.sub(r"\s*\(\d{4}\)$", "", one)
        if fold(bare) not in _folded_page(text) and not _party(scene, bare):
            return Finding("not-in-article", 1, bare)
    return None


def _party(scene: Scene, name: str) -> bool:
    return any(name == mention.party.name for mention in scene.people.mentions)


@lru_cache(maxsize=8)
def _page(text: str) -> str:
    return _spaced(text)


@lru_cache(maxsize=8)
def _folded_page(text: str) -> str:
    return fold.__wrapped__(text)


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
    "fr": r"\b(?:aurai(?:en)?t|serai(?:en)?t(?!-ce)|semblerai(?:en)?t|il semble|dit-on|murmure-t-on|selon des sources"
    r"|paraît-il)\b",
    "en": r"\b(?:reportedly|allegedly|apparently|rumou?red|is said to|are said to|was said to|sources say"
    r"|believed to)\b",
}


def long_answer(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """An answer has eight words at most, a quotation fourteen."""
    said = told(draft)
    count = len(WORD.findall(said.answer))
    return Finding("long-answer", 1, said.answer) if count > LONG_ANSWER.get(said.kind, 8) else None


def question_length(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """A question has five words or more, and 32 at most; a short one is better than a long one."""
    count = len(WORD.findall(alone(draft)))
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
    asked = alone(draft)
    for opening, closing in _MARKS.items():
        if asked.count(opening) != asked.count(closing):
            return Finding("broken-grammar", 1, opening)
    if asked.count('"') % 2:
        return Finding("broken-grammar", 1, '"')
    first = next((char for char in asked if char.isalnum() or char == GAP), "")
    if first.islower():
        return Finding("broken-grammar", 1, asked[:20])
    odd = _ODD.search(asked) or (_TWICE.search(asked) if _twice(asked) else None)
    if odd:
        return Finding("broken-grammar", 1, odd[0])
    if broken := _BROKEN[draft.language].search(asked):
        return Finding("broken-grammar", 1, broken[0])
    if draft.frame == "reported" and (two := _TWO_VERBS.search(asked)):
        return Finding("broken-grammar", 1, two[0])
    line = told(draft).words
    for before, after in pairwise(line):
        if before in _ARTICLES[draft.language] and after in _ARTICLES[draft.language] and (before, after) not in _PAIRS:
            return Finding("broken-grammar", 1, f"{before} {after}")
    hanging = _AUXILIARY_ALONE[draft.language].search(asked)
    if hanging and not any(
        verbs.is_participle(word, draft.language) for word in words_of(asked[hanging.end() :], draft.language)
    ):
        return Finding("broken-grammar", 1, hanging[0])
    if line and line[-1] in _ARTICLES[draft.language] | _ENDS[draft.language]:
        return Finding("broken-grammar", 1, line[-1])
    own = draft.frame == "quoted-value" and {"nous", "je", "j'", "on", "we", "i"} & set(words_of(asked, draft.language))
    if draft.answer.kind == "cloze" and not own and not _has_verb(draft):
        return Finding("broken-grammar", 1, "no-verb")
    return None


_ODD: Final = re.compile(
    r",\s*,|,\s*[.;:?!](?!\w)|\.\s*,|\(\s*\)|\s,|[|•*#@_]|https?:|\.(?<!\b[A-Z]\.)(?<!\b(?:Co|Dr|St|Mr|Ms|No|vs)\.)(?<!\b(?:Inc|Ltd|Mrs)\.)(?<!\bCorp\.)\s+(?=[a-zà-ÿ])|\s{2,}"
    r"|[.!?…](?<!\b[A-Z].)(?<!\b(?:Dr|St|Mr|Ms|No).)(?<!\b(?:Inc|Mrs|Gen|Sen|Rep|Gov|Lt.).)\s+[A-ZÀ-Ý][^“«»”]*[.]$"
    r"|–\s*$|—|\s-\s|‘[^’]*$|^\W*(?:[Ee]t|[Mm]ais|[Cc]ar|[Bb]ut|[Aa]nd|[Tt]hat)\s"
)
_TWICE: Final = re.compile(r"\b(\w{2,}) \1\b")


def _twice(text: str) -> bool:
    """Whether a word may stand there twice: it ends one part between spaces and begins the next."""
    line = text.split(" ")
    return any(one[-2:] in two for one, two in pairwise(line) if len(one) > 1)


#: Words that are written with a capital and name nobody: parties' and nations' adjectives.
_ADJECTIVES: Final = (
    "Conservative|Liberal|Democratic|Republican|Socialist|Scottish|Welsh|Irish|English|British|American|Canadian|"
    "Australian|German|French|Italian|Spanish|Dutch|Belgian|Swiss|Swedish|Norwegian|Danish|Russian|Ukrainian|Chinese|"
    "Japanese|Korean|Indian|Brazilian|Mexican|European|African|Asian"
)
#: A heading that runs into its sentence; a possessive with nothing of its own; "fewer" than what.
_BROKEN: Final = {
    "fr": re.compile(
        r"[a-zà-ÿ] (?:Afin|Après|Avant|Selon|Dans|Pour|Depuis|Il|Elle|Ils|Elles|Cette|Ce|Une|Un|Mais|Pendant) [a-zà-ÿ]"
        r"|(?:[a-zà-ÿ]|\ue001) (?:Les|Le|La) (?!(?:ministre|ministère|président)\b)[a-zà-ÿ]"
        r"|^Selon [^,]*, (?:le |la |l['’])[^,]* (?:jure|dit|affirme|assure|estime|explique|raconte|précise|juge) qu"
        r"|\b[Ss]elon\b.*\bselon\b|\balors\b(?! qu)"
        r"|\b[Ll]es deux (?:ont|sont|doivent|étaient|avaient|se|ne|seront|auront|peuvent)\b"
        r"|^[^,]{3,40}, (?:est|sont|était|étaient|a|ont|avait|avaient) |\.\.$"
        r"|^(?:Le|La|Les|L['’])[^,]* qui [^,]{0,60}\.$"
    ),
    "en": re.compile(
        r"^According to [^,]*, [^,]* (?:said|says|told|tells) |\bthat (?:But|And|So|Then) "
        r"|[a-z] \d{2}, (?:has|had|is|was|were|denies|denied|said|told)\b"
        r"|\b(?:his|her|its|their) [A-Z][\w-]+(?:, [A-Z][\w ]+)?\.$"
        r"|(?:\ue001|\d ?%|per ?cent) (?:fewer|less|higher|lower)\b(?!.*\bthan\b)"
        r"|^[^,]{3,40}, (?:is|are|was|were|has|have|had|took|became|won|went|made|got|gave|came) |\.\.$"
        rf"|\b(?:[Oo]f|[Oo]n|does|did|[Aa]bout) (?:{_ADJECTIVES})(?:-(?:{_ADJECTIVES}))?(?= [a-z(]|[,:?])"
    ),
}
#: What was said has its verb, and behind a comma the sentence around it goes on.
_TWO_VERBS: Final = re.compile(r" (?:que |qu['’])[^,]*(?:rait|raient|ait|aient|era|ont|est|a) [^,]*, (?:a|ont) \w+")
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


#: Behind these no verb stands.
_NO_SUBJECTS: Final = {
    language: (tables.DETERMINERS[language] | tables.PREPOSITIONS[language]) - {"l'", "le", "la", "les", "en"}
    for language in ("fr", "en")
}


def _has_verb(draft: Draft) -> bool:
    line = words_of(alone(draft), draft.language)
    before = ""
    for word in line:
        if verbs.is_auxiliary(word, draft.language):
            return True
        if verbs.is_finite(word, draft.language) and before not in _NO_SUBJECTS[draft.language]:
            return True
        before = word
    return False
