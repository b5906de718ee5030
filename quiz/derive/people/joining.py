"""Which names are one: the names of an article as its parties, each under the longest that it has."""

from __future__ import annotations

from quiz.derive.people import words
from quiz.derive.people.acronyms import ABSORBED, acronyms, long_forms
from quiz.derive.people.atoms import Atom
from quiz.derive.people.evidence import COMMON_TAILS, Draft, add_to, evidence
from quiz.derive.people.given import given_name
from quiz.derive.people.naming import Naming
from quiz.language import name_words


def join(rows: list[list[Atom]], found: list[Naming], language: str) -> list[Draft]:
    """The drafts of the parties; each naming is told which is its own (-1 where two would fit)."""
    drafts: list[Draft] = []
    by_key: dict[tuple[str, ...], int] = {}
    by_last: dict[str, list[int]] = {}
    by_first: dict[str, list[int]] = {}
    long_forms(rows, found)
    for number, one in enumerate(found):
        keys = _core(one)
        if len(keys) < 2 or one.party == ABSORBED:
            continue
        shape = _comparable(keys)
        where = by_key.get(shape)
        if where is None:
            where = _variant(keys, drafts, by_last.get(keys[-1], ()))
        if where is None:
            where = len(drafts)
            drafts.append(Draft(keys, one.surface, first=number))
            by_last.setdefault(keys[-1], []).append(where)
            by_first.setdefault(keys[0], []).append(where)
        by_key.setdefault(shape, where)
        add_to(drafts[where], where, one, language)
    evidence(rows, found, drafts, language, only_long=True)
    kin = _kin(rows)
    lone: dict[str, int] = {}
    recent: dict[str, tuple[int, int]] = {}
    for number, one in enumerate(found):
        if one.party == ABSORBED:
            continue
        if one.party >= 0:
            for word in {drafts[one.party].keys[-1], drafts[one.party].keys[0]}:
                recent[word] = (one.party, one.passage)
            continue
        keys = _core(one)
        where = None if number in kin else _short(one, keys, drafts, by_last, by_first, recent, number)
        if where is None:
            key = keys[0] if keys else ""
            sex = _title_gender(one)
            slot = f"{key}/{sex}" if sex else key
            where = lone.get(slot)
            if where is None and len(keys) == 1 and one.surface.isupper() and 3 <= len(one.surface) <= 4:
                called = [at for at, draft in enumerate(drafts) if draft.kind == "person" and _letters_of(draft) == key]
                where = called[0] if len(called) == 1 else None
            if where is None:
                alone = (
                    lone.get(key) if sex else next((lone[it] for it in (f"{key}/m", f"{key}/f") if it in lone), None)
                )
                where = alone if alone is not None and not sex else None
            if where is None:
                where = len(drafts)
                drafts.append(Draft(keys, one.surface, first=number))
            lone.setdefault(slot, where)
        if where >= 0:
            add_to(drafts[where], where, one, language)
    acronyms(rows, found, drafts)
    evidence(rows, found, drafts, language, only_long=False)
    return drafts


def _kin(rows: list[list[Atom]]) -> set[int]:
    """The names set beside a relative of somebody, "His brother, Lord Roe,": not those of whom the article spoke."""
    found = set()
    for row in rows:
        for at, one in enumerate(row):
            if one.name < 0:
                continue
            noun = at - 1
            while noun > 0 and (row[noun].key in words.TITLES or row[noun].key == ","):
                noun -= 1
            related = words.FIGURES.get(row[noun].key) if noun > 0 else None
            if related is None or related.sense not in words.KINDRED:
                continue
            if any(it.key in words.POSSESSIVE or it.kind == "clitic" for it in row[max(0, noun - 3) : noun]):
                found.add(one.name)
    return found


def _letters_of(draft: Draft) -> str:
    """The initials by which an article may call somebody: "Nadir El-Khal" is NEK."""
    return "".join(part[0] for key in draft.keys for part in key.replace(".", "-").split("-") if part)


def _core(one: Naming) -> tuple[str, ...]:
    """The keys of a name without forms of companies and suffixes."""
    keys = [key for key in one.keys if key != "&"]
    while len(keys) > 1 and (keys[-1] in name_words.LEGAL or keys[-1] in name_words.SUFFIXES):
        keys.pop()
    if len(keys) > 1 and keys[0] == "the":
        keys.pop(0)
    return tuple(keys)


def _comparable(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Initials as one word: "P J Harkness", "P.J. Harkness" and "PJ Harkness" are one."""
    made: list[str] = []
    glued = False
    for key in keys:
        plain = key.replace(".", "").replace("-", " ") if len(key) < 5 and "." in key else key
        short = len(plain) < 3 and not given_name(plain)
        if short and glued:
            made[-1] += plain
        else:
            made.append(plain)
        glued = short
    return tuple(made)


def _variant(keys: tuple[str, ...], drafts: list[Draft], same_last: list[int] | tuple[()]) -> int | None:
    """A party with the same family name whose given name is a short form, an initial, or longer by a middle name."""
    fits = []
    for where in same_last:
        other = drafts[where].keys
        if len(other) < 2:
            continue
        one, two = keys[0], other[0]
        middle = set(keys) <= set(other) or set(other) <= set(keys)
        nick = name_words.NICKNAMES.get(one, frozenset()) & name_words.NICKNAMES.get(two, frozenset())
        initial = (
            (_initial(one) or _initial(two))
            and _letters(one)[0] == _letters(two)[0]
            and (len(_letters(one)) == len(_letters(two)) or 1 in (len(_letters(one)), len(_letters(two))))
        )
        if (middle and one == two) or (nick and len(keys) == len(other) == 2) or initial:
            fits.append(where)
    if len(fits) != 1:
        return None
    where = fits[0]
    if len(keys) > len(drafts[where].keys):
        drafts[where].keys = keys
    return where


def _initial(key: str) -> bool:
    """Whether a folded given name is initials: "a", "j.-p"."""
    return len(key.replace(".", "").replace("-", "")) == 1 or (len(key) < 5 and "." in key)


def _letters(key: str) -> str:
    """The initials of a given name, "jp" of "jean-paul" and of "j.-p"."""
    return "".join(part[0] for part in key.replace(".", "-").split("-") if part) or key


def _title_gender(one: Naming) -> str:
    return one.gender if one.title else ""


def _short(
    one: Naming,
    keys: tuple[str, ...],
    drafts: list[Draft],
    by_last: dict[str, list[int]],
    by_first: dict[str, list[int]],
    recent: dict[str, tuple[int, int]],
    number: int,
) -> int | None:
    """The party that a name of one word is short for; -1 where several would do; None where it is a name of its own."""
    if not keys:
        return None
    key = keys[0]
    people = [where for where in by_last.get(key, ()) if _may_be_person(drafts[where])]
    # "Twitter" before "API Twitter" was a name already: only of a person is the family name short for the whole.
    people = [where for where in people if drafts[where].kind == "person" or drafts[where].first < number]
    sex = _title_gender(one)
    if sex:
        people = [where for where in people if drafts[where].gender in ("", sex)]
        surer = [where for where in people if drafts[where].gender == sex]
        people = surer if len(surer) == 1 else people
    if one.article in ("le", "la", "the", "l", "les") and not one.title:
        plural = key.endswith("s") and key[:-1] in by_last
        if plural or people:
            return None
    if len(people) == 1:
        return people[0]
    if len(people) > 1:
        earlier = [where for where in people if drafts[where].first < number]
        if len(earlier) == 1 and not one.quoted:
            return earlier[0]
        where, passage = recent.get(key, (-1, -9))
        near = where in people and one.passage == passage
        return where if near and not one.quoted else -1
    if one.title:
        return None
    if given_name(key):
        firsts = [where for where in by_first.get(key, ()) if _may_be_person(drafts[where])]
        if len(firsts) == 1 and (drafts[firsts[0]].first < number or not one.quoted):
            return firsts[0]
        return -1 if firsts else None
    first = by_first.get(key, ())
    if len(first) == 1 and drafts[first[0]].kind == "person" and not one.article:
        return first[0]
    bodies = [where for where in by_first.get(key, ()) if _short_body(drafts[where], key)]
    if len(bodies) == 1 and len(by_first[key]) == 1:
        return bodies[0]
    return None


def _may_be_person(draft: Draft) -> bool:
    return draft.kind in ("person", "name") and not (draft.signs["organisation"] and not draft.signs["person"])


def _short_body(draft: Draft, key: str) -> bool:
    """Whether the first word of a body's name stands for it: what follows is common to many firms, or legal."""
    if draft.kind == "person" or key in name_words.INSTITUTIONS or key in name_words.GENERIC or len(key) < 3:
        return False
    if draft.given_known:
        return False
    return all(word in COMMON_TAILS for word in draft.keys[1:]) or (
        draft.kind == "organisation" and draft.signs["legal"] > 0
    )
