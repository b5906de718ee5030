"""Words with a capital that are names, and names that are none: at openings of sentences, and after articles."""

from __future__ import annotations

from typing import Final

from quiz.derive.people import words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.given import given_name
from quiz.derive.people.runs import BIG, NEVER, greeting, over_nickname
from quiz.language.text import word_set

_NO_OPENING: Final = word_set(
    "nobody everyone everybody someone somebody anyone police officials nothing everything something neither none half "
    "rien personne chacun certains beaucoup reste vient voila ceci cela quiconque quelqu'un quelque police dieu"
)


_MANNER: Final = word_set(
    "facon maniere nouveau plus fait toute tout ne son sa ses leur cette ce mardi lundi hier mieux"
)


_HEADS: Final = word_set(
    "agence syndicat federation confederation conseil comite commission ministere cour chambre assemblee association "
    "autorite banque bureau caisse centre college direction ecole fondation haut haute haut-commissariat institut "
    "observatoire office ordre organisation parlement parti parquet prefecture service societe tribunal union "
    "universite cercle amicale observatoire groupement coordination academie rassemblement mouvement comite collectif "
    "secretariat inspection delegation mutuelle ligue"
)


_PAPERS: Final = word_set("parisien francais marseillaise")


_PRONOUNS: Final = words.HE | words.SHE | words.THEY_M | words.THEY_F | word_set("they them")
_NOUNS: Final = words.HUMANS.keys() | words.BODIES.keys()


def recovered_names(
    row: list[Atom], spans: list[tuple[int, int, str]], known: dict[str, int], language: str
) -> list[tuple[int, int, str]]:
    """With the lone words, at openings of sentences above all, that are names elsewhere in the article or act so."""
    found: list[tuple[int, int, str]] = []
    taken = 0
    for begun, end, kind in [*spans, (len(row), len(row), "")]:
        start = begun
        for at in range(taken, start):
            one = row[at]
            reach = over_nickname(row, at, at + 1) if one.opens and one.capital else 0
            if reach > at + 1:
                found.append((at, reach, "person"))
                known[row[reach - 1].key] = known.get(row[reach - 1].key, 0) + 1
            if one.text == "UN" and language == "en":
                found.append((at, at + 1, "organisation"))
                continue
            if one.kind != "word" or not one.capital or one.key in NEVER or one.key in words.DETERMINERS:
                continue
            if (one.key in known and not _common(row, at)) or (one.opens and _acts(row, at)):
                found.append((at, at + 1, "name"))
        taken = end
        if end == start:
            break
        if found and start < found[-1][1]:
            continue
        first = row[start]
        rest = row[start + 1 : end]
        if (
            len(rest) == 1
            and first.opens
            and first.key not in known
            and greeting(first)
            and known.get(rest[0].key, 0) > 1
            and kind != "organisation"
        ):
            start += 1
        if end - start == 1 and (
            row[start].key in NEVER or (_common(row, start) and not _goes_on(row, start, language))
        ):
            continue
        if end - start == 2 and (row[start].key in BIG or {row[start].key, row[start + 1].key} <= NEVER):
            continue
        found.append((start, end, kind))
    return found


def _goes_on(row: list[Atom], at: int, language: str) -> bool:
    """Whether a common noun with a capital is only the first word of a name, or has its acronym soon after it."""
    if institution_end(row, at, at + 1, language) > at + 1:
        return True
    ahead = row[at + 1 : at + 14]
    opened = next((place for place, one in enumerate(ahead) if one.key == "("), -1)
    if opened < 0 or opened + 2 >= len(ahead) or ahead[opened + 2].key != ")":
        return False
    acronym = ahead[opened + 1]
    return acronym.text[:1] == row[at].text[:1] and acronym.text.isupper() and len(acronym.text) > 1


def _common(row: list[Atom], at: int) -> bool:
    """Whether a lone word with a capital is a common noun: "la Ville", "the Agency", "her MP", "la Bretonne"."""
    key = row[at].key
    if key in words.BODIES and at + 1 < len(row) and row[at + 1].key in words.OFFICES and row[at].opens:
        return True
    if key.endswith("-based") or (key in words.NATIONAL and _national(row, at)):
        return True
    if key in words.OFFICES and not given_name(key):
        return row[at].text.isupper() or (at > 0 and row[at - 1].key in words.DETERMINERS)
    if not at or row[at - 1].key not in words.DETERMINERS:
        return False
    if key in words.BODIES or key in words.PEOPLES:
        return True
    return row[at - 1].key in ("le", "la", "l", "un", "une") and key.endswith(words.PEOPLE_ENDS) and key not in _PAPERS


def _national(row: list[Atom], at: int) -> bool:
    """Whether an adjective of a nation stands before its noun or after "the": "the Dutch minister", "the Dutch"."""
    after = row[at + 1] if at + 1 < len(row) else None
    before = row[at - 1].key if at else ""
    noun = after is not None and after.kind == "word" and not after.capital and after.key not in words.AUXILIARIES
    return before == "the" or (noun and after is not None and after.key not in words.SAYING | words.PREPOSITIONS)


def _officer_follows(row: list[Atom], at: int) -> bool:
    """Whether an office in small letters stands between the word and a name: "Ternova chief executive Luke Ward"."""
    if row[at].key in words.MODIFIERS or row[at].key in words.OFFICES:
        return False
    known = False
    for one in row[at + 1 : at + 5]:
        if one.kind != "word":
            return False
        if one.capital:
            return known
        known = one.key in words.OFFICES
    return False


def _acts(row: list[Atom], at: int) -> bool:
    """Whether the word that opens a sentence does what only a name does without an article."""
    one = row[at]
    if (
        len(one.key) < 3
        or one.key in _NO_OPENING
        or one.key in _PRONOUNS
        or one.key in words.HUMANS
        or one.key in words.BODIES
    ):
        return False
    if one.key in words.PREPOSITIONS or one.key.endswith(("ment", "ly", "ing")):
        return False
    after = row[at + 1 : at + 4]
    if len(after) < 2:
        return False
    if _officer_follows(row, at):
        return True
    if after[0].key == "'s":
        return one.key not in words.NOBODY and not one.key.endswith(("where", "thing", "body", "one"))
    if after[0].key in words.NOBODY or one.key in words.NOBODY or one.key in words.RELATIVES:
        return False
    if after[0].key == "," and (after[1].key in words.OFFICES or (after[1].kind == "digits" and len(after) > 2)):
        return after[1].kind == "word" or after[2].key in ("ans", ",", "years")
    if after[0].key == "," and after[1].key in ("the", "le", "la", "l", "un", "une", "a", "an", "qui", "which", "who"):
        return one.key not in words.CONJUNCTIONS and len(after) > 2 and after[2].key in _NOUNS
    if after[0].key in words.AUXILIARIES and not one.key.endswith("s"):
        return after[1].key in words.SAID or after[1].key in words.SAYING
    return False


def institution_end(row: list[Atom], start: int, end: int, language: str) -> int:
    """French institutions go on in small letters: "Syndicat des ouvriers du port", "Agence régionale de santé"."""
    if language != "fr" or end - start > 6 or not any(one.key in _HEADS for one in row[start:end]):
        return end
    if end - start > 1 and row[start].key not in _HEADS:
        return end
    reach = end
    while reach < len(row):
        at = reach
        one = row[at]
        if one.kind == "word" and not one.capital and one.key.endswith(words.INSTITUTION_ENDS) and len(one.key) > 3:
            # A plural adjective does not belong to a head in the singular: "Office commerciaux".
            if at == end and one.key.endswith(("s", "x")) and not row[at - 1].key.endswith(("s", "x")):
                break
            reach = at + 1
            continue
        if one.key not in ("de", "des", "du", "d"):
            break
        bare = one.key in ("de", "d")
        at += 1
        if at < len(row) and one.key == "de" and row[at].key in ("la", "l"):
            at += 1
            bare = False
        if at >= len(row) or row[at].kind != "word" or row[at].capital or len(row[at].key) < 3:
            break
        noun = row[at].key
        if noun in words.DETERMINERS or noun in _MANNER or (bare and noun.endswith(("er", "ir", "re", "oir"))):
            break
        reach = at + 1
    return reach
