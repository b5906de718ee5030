"""People and organisations: by family name where it is unique, with slips forgiven in long names, never for another."""

from __future__ import annotations

from typing import Final

from quiz.answers import diff
from quiz.answers.deckmates import Deckmates, deckmates
from quiz.answers.name_keys import FUNCTION, Keys, keys, proper, sense
from quiz.answers.typos import opposite, slip
from quiz.answers.verdict import Answer, Asked, Reason, Verdict
from quiz.language import name_words
from quiz.language.names import parse
from quiz.language.pattern import pattern
from quiz.language.text import edits, words

RIGHT: Final = Verdict("right")
#: No name was typed: there is nothing to compare letter by letter. Known by identity.
_NO_NAME: Final = Verdict("wrong")
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
    if right.aside and (row := set(words(typed)) - FUNCTION) and row <= set(right.aside):
        return _close("role-only", answer=answer.text)
    if right.head or said.head:
        return _whose(right, said, answer, typed, asked)
    return _name(right, said, answer.text, asked)


# --- those of somebody -----------------------------------------------------------------------------------------------


def _whose(right: Keys, said: Keys, answer: Answer, typed: str, asked: Asked) -> Verdict:
    """The lawyers of X are judged by their head and by X; either alone is not enough, and X alone is somebody else."""
    if right.head and not said.head:
        row = tuple(word for word in said.all if word not in name_words.ARTICLES and word not in _POSSESSIVES)
        if len(row) > 1 and _same_head(sense(row[-1]), right.head):
            return _name(right._replace(head=()), said._replace(given=(), family=row[:-1]), answer.text, asked)
        only = set(map(sense, row)) - FUNCTION
        if only and only <= set(right.head):
            return _close("head-only", answer=answer.text)
        return _wrong("whose", answer=answer.text, typed=typed)
    if not right.head:
        return _wrong("whose", answer=answer.text, typed=typed)
    if not any(_same_head(word, said.head) for word in right.head):
        return _wrong("other-head", answer=answer.text)
    return _name(right, said, answer.text, asked)


def _theirs(right: tuple[str, ...], said: tuple[str, ...], answer: Answer, typed: str) -> Verdict:
    """Those of somebody whom only the question names: the same words, not the same head for everybody."""
    if said == right:
        return RIGHT
    if tuple(word for word in said if word not in name_words.ARTICLES) == right[1:]:
        return _close("head-only", answer=answer.text)
    return _wrong("whose", answer=answer.text, typed=typed)


def _same_head(word: str, said: tuple[str, ...]) -> bool:
    return word in name_words.HEADS.values() and any(slip(word, other) is not None for other in said)


# --- a name ----------------------------------------------------------------------------------------------------------


def _name(right: Keys, said: Keys, shown: str, asked: Asked) -> Verdict:
    whole = "".join(said.all)
    if right.acronym and whole in (right.acronym, "".join(right.all) + right.acronym):
        return RIGHT
    if right.suffix and said.suffix and right.suffix != said.suffix:
        return _wrong("other-person")
    if len(right.all) > 2 and not right.organisation and whole == "".join(word[0] for word in right.all):
        return _close("acronym", answer=shown)
    if said.all == right.all and not right.organisation:
        return RIGHT
    if right.organisation or proper(said.all) == right.all:
        return _organisation(right, said, shown, asked)
    if said.all == right.all or sorted(said.all) == sorted(right.all):
        return RIGHT
    if "".join(said.all) == "".join(right.all):
        return RIGHT
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
    if count and _is_a_name(typed_family[-1], others.families):
        another = typed_family in others.persons and rest != right.given
        return _wrong("other-person") if another else _close("other-name", answer=shown)
    if rest and 0 < start < len(said) - size:
        if _DENIALS.intersection(rest):
            return _wrong("other-person")
        return _wrong("other-surname") if count else _close("extra-words")
    if not rest:
        shared = others.sharing(family, right.all)
        if shared:
            return _close("surname-shared", answer=shown, other=shared)
        if right.given and _asked_already(family, asked.question):
            return _close("surname-only", answer=shown)
        return _spelled(count, family, shown)
    if not right.given:
        return _close("extra-words") if len(rest) <= 2 else _wrong("other-person")
    verdict = _given(right.given, rest, shown, others)
    if verdict.mark != "right":
        return verdict
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


def _spelled(count: int, family: tuple[str, ...], shown: str) -> Verdict:
    if not count:
        return RIGHT
    reason = Reason("spelling", {"answer": shown})
    return Verdict("right" if count == 1 and max(map(len, family)) >= 5 else "close", (reason,))


def _is_a_name(word: str, families: frozenset[str]) -> bool:
    return word in families or word in name_words.FAMILY or word in name_words.GIVEN


def _without_family(right: Keys, said: tuple[str, ...], shown: str) -> Verdict:
    """No family name was typed: the first name alone, a part of a compound name, or somebody else."""
    if not said:
        return _wrong("other-person")
    if len(said) > 1 and said[-1] == right.family[0][0]:
        said = said[:-1]
    if right.given and _agree(right.given[0], said[0]) in ("same", "slip", "short") and len(said) <= len(right.given):
        if len(said[0]) > 1:
            return _close("first-name-only", answer=shown)
    elif len(right.family) > 1 and set(said) & set(right.family) and set(said) <= set(right.all):
        return _close("incomplete")
    elif right.given and len(said) > 1 and any(_agree(word, said[0]) == "same" for word in right.given[:1]):
        return _wrong("other-surname")
    if right.given and len(said) == 1 and said[0] in right.given:
        return _close("incomplete")
    return Verdict("wrong")


def _given(right: tuple[str, ...], said: tuple[str, ...], shown: str, others: Deckmates) -> Verdict:
    """What is typed beside the family name: initials, short forms and fewer names agree; another name does not."""
    if "".join(said) == "".join(word[0] for word in right) or "".join(said) == "".join(right):
        return RIGHT
    first = _agree(right[0], said[0])
    if first == "other" and said[0] in right[1:] and len(said) == 1:
        return RIGHT
    if first == "other":
        return _wrong("other-first-name", answer=shown)
    if len(right) > 1 and len(said) > 1:
        middles = [_agree(one, two) for one, two in zip(right[1:], said[1:], strict=False)]
        if "other" in middles:
            return _close("other-middle-name", answer=shown)
    if first == "slip":
        if (
            edits(right[0], said[0], 1) > 1
            or said[0] in name_words.GIVEN
            or said[0] in others.given
            or len(right[0]) < 5
        ):
            return _close("spelling", answer=shown)
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


# --- organisations ---------------------------------------------------------------------------------------------------


def _organisation(right: Keys, said: Keys, shown: str, asked: Asked) -> Verdict:
    own, typed = right.all, proper(said.given + said.loose + said.family)
    if own == typed or sorted(own) == sorted(typed) or "".join(own) == "".join(typed):
        return RIGHT
    others = deckmates(asked.others)
    if len(own) == len(typed):
        counts = [slip(one, two) for one, two in zip(own, typed, strict=True)]
        total = sum(count or 0 for count in counts)
        if None not in counts and total <= 2:
            slipped = [(one, two) for one, two in zip(own, typed, strict=True) if one != two]
            if any(_is_a_name(two, others.families) for _, two in slipped):
                return _close("other-name", answer=shown)
            sound = total == 1 and len(slipped[0][0]) >= 5
            return Verdict("right" if sound else "close", (Reason("spelling", {"answer": shown}),))
    if _acronym(own, typed) or _acronym(typed, own):
        asked_already = set(typed) <= set(words(asked.question))
        return _wrong("in-question") if asked_already else _close("acronym", answer=shown)
    if any(any(char.isdigit() for char in word) for word in set(own) ^ set(typed)):
        return Verdict("wrong")
    share = len(typed) / len(own)
    if typed and set(typed) < set(own) and share >= (0.5 if typed[0] == own[0] else 0.65):
        return _close("incomplete")
    if set(own) < set(typed) and len(typed) - len(own) <= 2:
        return _close("extra-words")
    return Verdict("wrong")


def _acronym(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return len(short) == 1 and len(long) == len(short[0]) >= 2 and "".join(word[0] for word in long) == short[0]


def _close(code: str, **facts: str) -> Verdict:
    return Verdict("close", (Reason(code, facts),))


def _wrong(code: str, **facts: str) -> Verdict:
    return Verdict("wrong", (Reason(code, facts),))
