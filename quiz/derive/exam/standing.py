"""The rules of standing alone: no pronoun without a name, no yesterday, no "the company"; a name to hold on to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from quiz.derive.asking import naming, story
from quiz.derive.asking import words as tables
from quiz.derive.document import Scene
from quiz.derive.draft import Draft, Finding
from quiz.derive.exam.reference import hanging, verb_of
from quiz.derive.exam.told import GAP, NAME, QUOTATION, alone, headline, told
from quiz.derive.exam.told import words as words_of
from quiz.language import verbs
from quiz.language.pattern import pattern
from quiz.language.text import word_set

#: Frames whose quotation is somebody's words and may say "I", "they" or "here".
_WORDS_OF_SOMEBODY: Final = ("who", "who-office", "fragment", "quote-gap", "quoted-value")
_FIRST: Final = word_set(
    "je j' me m' moi mon ma mes nous notre nos on vous votre vos tu te t' ton ta tes c' ce ça y qu' i me"
    " my mine myself we us our ours you your it that this"
)


def unresolved(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """No word stands for something that only the article tells."""
    said = told(draft)
    if draft.frame in ("role", "timeline"):
        return None
    if draft.frame in _WORDS_OF_SOMEBODY:
        # The frame is made of names; only what the quotation needs is looked at.
        spoken = said.quotation.strip().rpartition("\n")[2]
        return _quotation(draft, spoken, named=bool(naming.standing(scene, spoken)))
    text = alone(draft)
    line = words_of(text, draft.language)
    flat = " " + " ".join(line).replace("' ", "'") + " "
    apart = " " + " ".join(line) + " "
    present = {*flat.split(), *line}
    for first, one in _DEICTICS[draft.language]:
        if first in present and (f" {one} " in flat or f" {one} " in apart):
            return Finding("unresolved", 1, one)
    if draft.language == "en" and (late := _HANGING_EN.search(flat)):
        return Finding("unresolved", 1, late[0].strip())
    days = [word for word in line if word in tables.WEEKDAYS[draft.language]]
    if days and not re.search(rf"\b{days[0]} {GAP}", text, re.IGNORECASE):
        return Finding("unresolved", 1, days[0])
    found = next((one for one in hanging(draft, scene, text) if not _in_headline(one, draft)), None)
    return Finding("unresolved", 1, found) if found else None


#: What counts from the day or the place of the telling, each with its first word.
_DEICTICS: Final = {
    language: tuple((one.split(" ", 1)[0], one) for one in said) for language, said in tables.DEICTICS.items()
}


def _in_headline(said: str, draft: Draft) -> bool:
    """Whether the headline before a clause tells which thing "the bridge" is."""
    noun = said.rpartition(" ")[2]
    return len(noun) > len("the") and noun in headline(draft).lower()


def _quotation(draft: Draft, quotation: str, *, named: bool) -> Finding | None:
    """Of somebody's words a few may hang: a question about "them" alone is no question."""
    line = words_of(quotation, draft.language)
    if not line or draft.frame not in _WORDS_OF_SOMEBODY:
        return None
    empty = tables.EMPTY[draft.language]
    full = [word for word in line if word not in empty and word not in _FIRST and len(word) > 2]
    if len(full) < 3:
        return Finding("unresolved", 1, quotation.strip())
    loose = [
        word
        for place, word in enumerate(line)
        if word in _LOOSE[draft.language]
        and not (word == "il" and line[place + 1 : place + 2] in (("n'",), ("y",), ("faut",), ("s'",), ("faudra",)))
        and not (word == "that" and place)
    ]
    value = draft.frame == "quoted-value"
    first, *others = _SENTENCES.split(quotation)
    opening = set(words_of(first, draft.language)[:2]) & _LOOSE_SUBJECTS
    opening |= {word for one in others for word in words_of(one, draft.language)[:2]} & {"he", "she"}
    if not value and not named and (opening or _ONE.search(quotation)):
        return Finding("unresolved", 0.35, " ".join(sorted(opening)))
    if loose and (value or line[0] in loose or len(loose) > 1):
        return Finding("unresolved", 1 if value else 0.35, loose[0])
    flat = " " + " ".join(line) + " "
    for one in tables.DEICTICS[draft.language] if value else ():
        if f" {one} " in flat and one not in ("même", "aussi", "là", "ici", "now", "here", "then", "there"):
            return Finding("unresolved", 1, one)
    return None


#: "Last week", but not "was last renovated"; "the first" alone, but not "the first bridge".
_HANGING_EN: Final = pattern(
    r" last (?:year|month|week|night|summer|winter|spring|autumn|fall|decade|season|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december) "
    r"| the (?:first|second|third|fourth|fifth) (?:incident|case|instance|time) "
    r"| the (?:first|second|last) (?:was|is|were|had|has|will|would|of the|and|to) | (?:too|yet) $"
    r"| (?:past|last|first|next) (?:\ue001|few|several|two|three|four|five|six) "
)
_SENTENCES: Final = pattern(r"[.!?…]\s+")
#: "Has he seen it?": whom a quotation does not name.
_LOOSE_SUBJECTS: Final = word_set("he she they elle elles ils")
_ONE: Final = pattern(r"\b(?:sold|bought|saw|took|lost|got|built|lend|want) (?:one|it|them)\b")
_LOOSE: Final = {
    "fr": word_set("il elle ils elles lui leur leurs eux celui celle ceux celles ça cela son sa ses"),
    "en": word_set("he she they them him her his their it this that these those here there"),
}


def _masked(text: str, scene: Scene) -> str:
    """The text with a sign for each name, so that no word of a name is taken for a verb."""
    for name in naming.standing(scene, text):
        pieces = text.split(name)
        for at in range(len(pieces) - 1, 0, -1):
            before, after = pieces[at - 1][-1:], pieces[at][:1]
            within = before.isalnum() or after.isalnum() or "_" in (before, after)
            pieces[at - 1 : at + 1] = [pieces[at - 1] + (name if within else NAME) + pieces[at]]
        text = pieces[0]
    return text


#: Figures of some business: a sentence about them says nothing unless it says of which.
_FIGURES: Final = {
    "fr": word_set(
        "ventes exportations importations volumes recettes commandes bénéfice bénéfices marge marges revenus stocks "
        "production fréquentation demande pertes"
    ),
    "en": word_set(
        "volumes sales exports imports shipments revenue revenues profits profit output production turnout orders "
        "losses earnings margins demand costs"
    ),
}
_OF: Final = word_set("de d' du des of for by")


def _of_what(subject: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Whether a subject is the figures of nobody knows what: "Volumes fell", "Les ventes ont reculé"."""
    language = "fr" if subject[0] in ("le", "la", "l'", "les") else "en"
    line = subject[1:] if language == "fr" or subject[0] == "the" else subject
    head = line[0] if line else ""
    return head in _FIGURES[language] and not (line[1:2] and line[1] in _OF) and not (rest[:1] and rest[0] in _OF)


def _first_name(draft: Draft, scene: Scene) -> Finding | None:
    """A first name alone says nobody: "Gwenola, serveuse, raconte"."""
    opening = alone(draft).split(" ")[0].strip(",.")
    party = naming.party_of(scene, opening)
    by_first_name = party is not None and party.kind == "person" and " " not in party.name
    return Finding("nameless-subject", 0.45, opening) if by_first_name else None


def nameless_subject(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """What a sentence is about has a name, or is a kind of thing and no single one: "Lorry drivers", "A mask"."""
    if draft.frame not in ("clause", "topic", "story"):
        return None
    asked = alone(draft)
    framed = draft.frame in ("topic", "story")
    text = _masked(asked.partition(": ")[2] if draft.frame == "topic" else asked, scene)
    line = words_of(text, draft.language, signs=True)
    start = 0
    if line and line[0] in ("selon", "according", "d'", *tables.PREPOSITIONS[draft.language]) and "," in line[:14]:
        start = line.index(",") + 1
    verb = verb_of(line[start:], draft.language)
    subject = line[start : start + verb] if verb > 0 else line[start : start + 4]
    if not subject:
        return None
    if _of_what(subject, line[start + verb :] if verb > 0 else ()):
        return Finding("nameless-subject", 1, " ".join(subject))
    if QUOTATION in subject or '"' in text[:4] or re.match(r"\w+ [«“]", text):
        return Finding("nameless-subject", 1, " ".join(subject))
    if any(NAME in word for word in subject):
        return _first_name(draft, scene)
    if subject[0] in ("le", "la", "l'", "les", "the") and _named_within(asked, subject, draft.language):
        return None
    first = subject[0]
    if first in ("le", "la", "l'", "les", "the"):
        noun = subject[1] if len(subject) > 1 else ""
        known = noun in tables.UNIQUE[draft.language] or noun.removesuffix("s") in tables.UNIQUE[draft.language]
        behind = subject[2] if len(subject) > 2 else ""
        if framed:
            return Finding("nameless-subject", 0.1, " ".join(subject)) if len(subject) > 1 else None
        return (
            None
            if known and behind not in ("de", "d'", "du", "des", "of", "for")
            else Finding("nameless-subject", 1, " ".join(subject))
        )
    past = verb > 0 and (
        line[start + verb] in ("a", "ont", "was", "were", "has", "had", "avait", "est", "is", "will", "sera")
        or any(form.tense == "past" for form in verbs.forms(line[start + verb], draft.language))
    )
    if first in ("un", "une", "a", "an", "one", "some", "deux", "two") and past:
        return Finding("nameless-subject", 0.15 if framed else 1, " ".join(subject))
    if framed:
        return Finding("nameless-subject", 0.1, " ".join(subject))
    if start and line[0] in ("selon", "according", "d'") and not naming.standing(scene, asked.partition(", ")[2]):
        # "Selon X, 27 hôpitaux ont été …": who says so does not say of where.
        return Finding("nameless-subject", 0.45, " ".join(subject))
    told_of = GAP in subject or any(" " in name for name in naming.standing(scene, told(draft).asked))
    return Finding("nameless-subject", 0.2 if told_of else 0.45, " ".join(subject)) if past or not told_of else None


def _proper(text: str, language: str) -> bool:
    """Whether a word behind the first has a capital of its own: a name that nothing else tells."""
    line = text.replace("’", "'").split()
    for before, word, behind in zip(line, line[1:], (*line[2:], ""), strict=False):
        bare = word.rstrip(".,;:)").partition("'")[2] or word.rstrip(".,;:)")
        if not _CAPITAL.fullmatch(bare) or before[-1:] in ".:?!" or GAP in before:
            continue
        low = bare.lower()
        if low in tables.WEEKDAYS[language] or low in _MONTHS or bare[:3].lower() in _SHORT or not naming.tells(bare):
            continue
        # "A European donor", "a CHIP shop boss": an adjective, or letters that shout.
        if language == "en" and behind[:1].islower() and behind not in tables.PREPOSITIONS["en"] and word == bare:
            continue
        return True
    return False


_CAPITAL: Final = pattern(r"[A-ZÀ-Ý][\w&-]{2,}")
_MONTHS: Final = frozenset(month.lower() for months in naming.MONTHS.values() for month in months)
_SHORT: Final = frozenset(month[:3] for month in _MONTHS)


def _named_within(asked: str, subject: tuple[str, ...], language: str) -> bool:
    """Whether a definite subject has a name in it: "L'agence de surveillance Sciensano", "the owner of Larvac"."""
    last = subject[-1]
    whole = re.search(
        rf"\b{re.escape(subject[0].rstrip(chr(39)))}\b.*?\b{re.escape(last)}\b", asked.replace("’", "'"), re.IGNORECASE
    )
    return whole is not None and _proper(whole[0] + " ", language)


def no_anchor(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """There is a name in the question, and three words that say something."""
    said = told(draft)
    empty = tables.EMPTY[draft.language]
    full = [word for word in words_of(said.asked, draft.language) if word not in empty and len(word) > 2]
    if len(full) < 3:
        return Finding("no-anchor", 1, said.asked)
    text = said.asked
    if (
        draft.frame == "clause"
        and story.lead(scene, draft.language)
        and story.hangs(scene, draft.fact, text, draft.language)
    ):
        # Whoever says it is named, or has done it, and nothing of what is said: it is asked with its story.
        return Finding("no-anchor", 0.3, text)
    if naming.standing(scene, text) or _HEADLINED.match(text):
        return None
    if draft.frame == "story":
        return None
    if draft.frame == "clause" and _proper(text, draft.language):
        return Finding("no-anchor", 0.2)
    if draft.frame == "who":
        spoken = [word for word in words_of(said.quotation, draft.language) if word not in empty and len(word) > 3]
        return Finding("no-anchor", 0.3 if len(spoken) >= _TELLING else 0.45)
    return Finding("no-anchor", 0.2 if draft.frame == "topic" else 1)


#: A question that says in which article something was told.
_HEADLINED: Final = pattern(r"Dans l'article «|In the story “")
#: With so many words that say something, a quotation is known by itself.
_TELLING: Final = 7


def ambiguous(draft: Draft, scene: Scene, drafts: Sequence[Draft]) -> Finding | None:  # noqa: ARG001
    """Only one value of the article is right: not the first of two that stand side by side, not one of two claims."""
    if draft.answer.kind != "cloze":
        return None
    said = told(draft)
    at = said.asked.find(GAP)
    after = said.asked[at + 1 :]
    before = said.asked[:at]
    if re.match(r"\s*(?:et|ou|and|or|à|to|,)\s+(?:de |d')?[$£€]?\d", after) and re.search(
        r"\b(?:entre|between)\s*$", before
    ):
        return Finding("ambiguous", 1, after[:20])
    if re.search(r"\d[\w%€.,]*\s+(?:et|ou|and|or)\s+$", before) or re.match(r"\s+(?:et|ou|and|or)\s+[$£€]?\d", after):
        return Finding("ambiguous", 1, after[:20])
    mine = _content(alone(draft), draft.language)
    for other in drafts:
        if other is draft or other.fact.kind != draft.fact.kind or other.answer.kind != "cloze":
            continue
        if other.fact.sentence == draft.fact.sentence:
            continue
        theirs = told(other)
        if theirs.answer == said.answer:
            continue
        shared = _content(alone(other), draft.language)
        if mine and shared and len(mine & shared) / min(len(mine), len(shared)) > 0.75:
            return Finding("ambiguous", 1, theirs.answer)
    return None


@lru_cache(maxsize=4096)
def _content(text: str, language: str) -> frozenset[str]:
    empty = tables.EMPTY[language]
    return frozenset(word[:7] for word in words_of(text, language) if word not in empty and len(word) > 2)
