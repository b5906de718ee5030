"""People and organisations: by family name where it is unique, with slips forgiven in long names, never for another."""

from __future__ import annotations

from typing import Final

from quiz.answers import diff
from quiz.answers.deckmates import Deckmates, deckmates
from quiz.answers.name_around import described, in_office, several
from quiz.answers.name_keys import FUNCTION, Keys, keys, proper, sense
from quiz.answers.organisation import RIGHT, close, is_a_name, organisation, wrong
from quiz.answers.typos import opposite, slip
from quiz.answers.verdict import Answer, Asked, Reason, Verdict
from quiz.language import name_words
from quiz.language.names import parse
from quiz.language.pattern import pattern
from quiz.language.text import edits, words

#: No name was typed: there is nothing to compare letter by letter. Known by identity.
_NO_NAME: Final = Verdict("wrong")
#: Noble titles, which are given names too (Duke Ellington): left out where the answer has none.
_NOBLE: Final = frozenset(
    [
        "count",
        "countess",
        "comte",
        "comtesse",
        "duke",
        "duchess",
        "duc",
        "duchesse",
        "earl",
        "baron",
        "baroness",
        "baronne",
    ]
)
_BEFORE_NOUNS: Final = frozenset(("the", "le", "la", "l"))
_KINDS: Final = frozenset(
    [
        "journal",
        "newspaper",
        "magazine",
        "quotidien",
        "hebdomadaire",
        "revue",
        "review",
        "company",
        "entreprise",
        "chaine",
        "channel",
        "ecole",
        "school",
        "saint",
        "sainte",
        "st",
        "ste",
    ]
)
_DENIALS: Final = frozenset(("ni", "nor", "or", "ou", "pas", "not", "et", "and"))
_POSSESSIVES: Final = frozenset(("his", "her", "their", "its", "son", "sa", "ses", "leur", "leurs"))


#: The plainest names: words of letters. That these read is what the reader says too.
_PLAIN: Final = pattern(r"[A-Za-zÀ-ÖØ-öø-ÿ]{1,40}(?:[ -][A-Za-zÀ-ÖØ-öø-ÿ]{1,40}){0,4}")


def check(answer: Answer, language: str) -> tuple[Reason, ...]:
    """A name holds letters."""
    if _PLAIN.fullmatch(answer.text):
        return ()
    return () if parse(answer.text, language) else (Reason("no-name", {"answer": answer.text}),)


def show(answer: Answer, language: str) -> str:  # noqa: ARG001 - names are written alike in every language
    """The name as it was written."""
    return answer.text


def grade(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """The name by its parts; see `docs/judging.md`."""
    verdict = judge(answer, typed, asked)
    if verdict is not _NO_NAME and (verdict.mark != "right" or verdict.reasons):
        return Verdict(verdict.mark, verdict.reasons, diff.characters(answer.text, typed))
    return verdict


def judge(answer: Answer, typed: str, asked: Asked) -> Verdict:
    """The same verdict without its diff, which costs more than all the rest."""
    right, said = keys(answer.text, asked.language), keys(typed, asked.language)
    if right is None or said is None or typed.lstrip().startswith("@"):
        return _NO_NAME
    if (owned := words(answer.text)) and owned[0] in _POSSESSIVES:
        return _theirs(owned, words(typed), answer, typed)
    if several(answer.text, typed, right):
        return wrong("other-person")
    if right.aside and (row := set(words(typed)) - FUNCTION) and row <= set(right.aside):
        return close("role-only", answer=answer.text)
    if described(right, typed, asked.language):
        return RIGHT
    if right.head or said.head:
        return _whose(right, said, answer, typed, asked)
    verdict = _name(right, said, answer.text, asked)
    if [reason.code for reason in verdict.reasons] == ["other-first-name"] and _described_only(right, answer, typed):
        return close("extra-words")
    return verdict


def _described_only(right: Keys, answer: Answer, typed: str) -> bool:
    """Whether no first name stands before the family name, but an article and what somebody is: the great Picasso."""
    said, own = words(typed), words(answer.text)
    before = said[: -len(right.family)]
    return (
        1 < len(before) <= 3
        and _slips(right.family, said[-len(right.family) :]) is not None
        and before[0] in _BEFORE_NOUNS
        and before[0] not in own
        and name_words.GIVEN.isdisjoint(before)
    )


# --- those of somebody -----------------------------------------------------------------------------------------------


def _whose(right: Keys, said: Keys, answer: Answer, typed: str, asked: Asked) -> Verdict:
    """The lawyers of X are judged by their head and by X; either alone is not enough, and X alone is somebody else."""
    if not right.head and in_office(right, said, typed):
        return RIGHT
    if right.head and not said.head:
        row = tuple(word for word in said.all if word not in name_words.ARTICLES and word not in _POSSESSIVES)
        if len(row) > 1 and _same_head(sense(row[-1]), right.head):
            return _name(right._replace(head=()), said._replace(given=(), family=row[:-1]), answer.text, asked)
        only = set(map(sense, row)) - FUNCTION
        if only and only <= set(right.head):
            return close("head-only", answer=answer.text)
        return wrong("whose", answer=answer.text, typed=typed)
    if not right.head:
        return wrong("whose", answer=answer.text, typed=typed)
    if not any(_same_head(word, said.head) for word in right.head):
        return wrong("other-head", answer=answer.text)
    return _name(right, said, answer.text, asked)


def _theirs(right: tuple[str, ...], said: tuple[str, ...], answer: Answer, typed: str) -> Verdict:
    """Those of somebody whom only the question names: the same words, not the same head for everybody."""
    if said == right:
        return RIGHT
    if tuple(word for word in said if word not in name_words.ARTICLES) == right[1:]:
        return close("head-only", answer=answer.text)
    return wrong("whose", answer=answer.text, typed=typed)


def _same_head(word: str, said: tuple[str, ...]) -> bool:
    return word in name_words.HEADS.values() and any(slip(word, other) is not None for other in said)


# --- a name ----------------------------------------------------------------------------------------------------------


def _name(right: Keys, said: Keys, shown: str, asked: Asked) -> Verdict:
    whole = "".join(said.all)
    if right.acronym and whole in (right.acronym, "".join(right.all) + right.acronym):
        return RIGHT
    if right.suffix and said.suffix and right.suffix != said.suffix:
        return wrong("other-person")
    if len(right.all) > 2 and not right.organisation and whole == "".join(word[0] for word in right.all):
        return close("acronym", answer=shown)
    if said.all == right.all and not right.organisation:
        return RIGHT
    if right.organisation or proper(said.all) == right.all:
        return organisation(right, said, shown, asked)
    if said.all == right.all or sorted(said.all) == sorted(right.all):
        return RIGHT
    if "".join(said.all) == "".join(right.all):
        return RIGHT
    if len(said.all) > 1 and "".join(said.all) == "".join(right.family):
        said = said._replace(given=(), family=right.family)
    return _person(right, _unparted(right, said), shown, asked)


def _unparted(right: Keys, said: Keys) -> tuple[str, ...]:
    """The typed words in their order, without the particles that are no part of the right family name."""
    parts = said.given + said.loose + said.family
    if len(parts) == 1 and right.loose and parts[0] == "".join(right.loose + right.family):
        return right.family
    if said.organisation:
        parts = tuple(word for word in parts if word not in FUNCTION)
    own = set(right.all)
    return tuple(word for word in parts if word in own or word not in name_words.PARTICLES)


def _person(right: Keys, said: tuple[str, ...], shown: str, asked: Asked) -> Verdict:
    """Find the family name among the typed words (it may come first); what is left must agree with the given names."""
    others = deckmates(asked.others)
    family = right.family
    size = len(family)
    best: tuple[int, int] | None = None
    for start in range(len(said) - size + 1):
        count = _slips(family, said[start : start + size])
        if count is not None and (best is None or count < best[0]):
            best = count, start
    if best is None:
        return _without_family(right, said, shown)
    count, start = best
    typed_family, rest = said[start : start + size], said[:start] + said[start + size :]
    if rest and rest[0] in _NOBLE and rest[0] not in right.given:
        rest, start, said = rest[1:], max(0, start - 1), said[1:] if said[0] == rest[0] else said
    if said != right.all and any(name == said for name, _ in others.persons.get(family, ())):
        return wrong("other-person")
    if count and is_a_name(typed_family[-1], others.families):
        another = typed_family in others.persons and rest != right.given
        return wrong("other-person") if another else close("other-name", answer=shown)
    if rest and 0 < start < len(said) - size:
        if _DENIALS.intersection(rest):
            return wrong("other-person")
        return wrong("other-surname") if count else close("extra-words")
    if not rest:
        shared = others.sharing(family, right.all)
        if shared:
            return close("surname-shared", answer=shown, other=shared)
        if right.given and _asked_already(family, asked.question):
            return close("surname-only", answer=shown)
        return _spelled(count, family, shown)
    if not right.given and _KINDS.issuperset(rest):
        return _spelled(count, family, shown)
    if not right.given:
        return close("extra-words") if len(rest) <= 2 else wrong("other-person")
    verdict = _given(right.given, rest, shown, others)
    if verdict.mark != "right":
        return verdict
    if verdict.reasons and not start:
        return close("other-name", answer=shown)  # turned round and misspelt: Jordan Michaels is no Michael Jordan
    shared = _shared(right, rest, others)
    if shared:
        return close("surname-shared", answer=shown, other=shared)
    spelled = _spelled(count, family, shown)
    return spelled if spelled.reasons else verdict


def _slips(right: tuple[str, ...], typed: tuple[str, ...]) -> int | None:
    total = 0
    for one, two in zip(right, typed, strict=True):
        if one != two and len(one) >= 4 and opposite(one, two):
            return None
        count = 0 if one == two else (slip(one, two) if len(one) > 3 else None)
        if count is None:
            return None
        total += count
    return total if total <= 2 else None


def _shared(right: Keys, rest: tuple[str, ...], others: Deckmates) -> str:
    """Another person of the family whom the typed given names fit as well: George Bush, where there are two."""
    if rest == right.given:
        return ""
    for name, shown in others.persons.get(right.family, ()):
        given = name[: -len(right.family)]
        if given and name != right.all and _given(given, rest, shown, others).mark == "right":
            return shown
    return ""


def _spelled(count: int, family: tuple[str, ...], shown: str) -> Verdict:
    if not count:
        return RIGHT
    reason = Reason("spelling", {"answer": shown})
    return Verdict("right" if count == 1 and max(map(len, family)) >= 5 else "close", (reason,))


def _without_family(right: Keys, said: tuple[str, ...], shown: str) -> Verdict:
    """No family name was typed: the first name alone, a part of a compound name, or somebody else."""
    if not said:
        return wrong("other-person")
    if len(said) > 1 and said[-1] == right.family[0][0]:
        said = said[:-1]
    if right.given and _agree(right.given[0], said[0]) in ("same", "slip", "short") and len(said) <= len(right.given):
        if len(said[0]) > 1:
            return close("first-name-only", answer=shown)
    elif len(right.family) > 1 and set(said) & set(right.family) and set(said) <= set(right.all):
        return close("incomplete")
    elif right.given and len(said) > 1 and any(_agree(word, said[0]) == "same" for word in right.given[:1]):
        return wrong("other-surname")
    if right.given and len(said) == 1 and said[0] in right.given:
        return close("incomplete")
    return Verdict("wrong")


def _given(right: tuple[str, ...], said: tuple[str, ...], shown: str, others: Deckmates) -> Verdict:
    """What is typed beside the family name: initials, short forms and fewer names agree; another name does not."""
    if "".join(said) == "".join(word[0] for word in right) or "".join(said) == "".join(right):
        return RIGHT
    first = _agree(right[0], said[0])
    if first == "other" and said[0] in right[1:] and len(said) == 1:
        return RIGHT
    if first == "other":
        return wrong("other-first-name", answer=shown)
    if len(right) > 1 and len(said) > 1:
        middles = [_agree(one, two) for one, two in zip(right[1:], said[1:], strict=False)]
        if "other" in middles:
            return close("other-middle-name", answer=shown)
    if first == "slip":
        if (
            edits(right[0], said[0], 1) > 1
            or said[0] in name_words.GIVEN
            or said[0] in others.given
            or len(right[0]) < 5
        ):
            return close("spelling", answer=shown)
        return Verdict("right", (Reason("spelling", {"answer": shown}),))
    return RIGHT


def _agree(right: str, said: str) -> str:
    """How a typed given name stands to the right one: same, an initial, a short form, a slip, or other."""
    if right == said:
        return "same"
    if len(said) == 1 or len(right) == 1:
        return "initial" if said[0] == right[0] else "other"
    if len(said) == 2 and right.startswith(said) and said[1] not in "aeiouy":
        return "initial"  # as in "Ch. de Gaulle", "Th. Edison"
    nicknames = name_words.NICKNAMES
    if nicknames.get(right, frozenset()) & nicknames.get(said, frozenset()):
        return "short"
    if slip(right, said) is not None:
        return "other" if len(right) < 5 and said in name_words.GIVEN else "slip"
    return "other"


def _asked_already(family: tuple[str, ...], question: str) -> bool:
    """Whether the question itself says the family name: then it asks for the rest."""
    return bool(question) and set(family) <= set(words(question))
