"""Who a pronoun stands for: the one salient figure that agrees with it, or nobody where two compete closely."""

from __future__ import annotations

from quiz.derive.people import words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.kinds import Gender
from quiz.derive.people.story import REACH, Figure, Story, same_gender


def pronoun(story: Story, number: int, said: str, place: int) -> Figure | None:
    """The one salient figure that a pronoun stands for; None where two compete closely."""
    french = said in ("il", "elle", "ils", "elles", "lui", "eux") and story.passages[number].language == "fr"
    if said in ("they", "them") or said in words.THEY_M or said in words.THEY_F:
        return _many(story, number, place, "f" if said == "elles" else "")
    gender: Gender = "m" if said in words.HE else "f"
    if said == "lui":
        gender = "m"
    here = story.sentence(number, place)
    for back, figures in enumerate(story.before(number, place, REACH)):
        fits = [one for one in figures if _fits(one, gender, french=french)]
        if not fits:
            continue
        if len({one.who for one in fits}) == 1:
            return None if _rival(figures, fits[-1], fits[-1].sentence, gender) else fits[-1]
        nearest = max(one.sentence for one in fits)
        if _rival(figures, fits[-1], nearest, gender):
            return None
        for sentence in range(nearest, -1, -1):
            some = [one for one in fits if one.sentence == sentence]
            if not some:
                continue
            heavy = {one.who: one for one in some if one.weight == 2}
            if len(heavy) == 1:
                return next(iter(heavy.values()))
            if heavy:
                return None
            light = {one.who: one for one in some if one.weight == 1}
            if len(light) == 1 and len({one.who for one in some}) == 1:
                return next(iter(light.values()))
            if sentence == nearest and (back or sentence == here):
                continue
            if light:
                return None
        return None
    return None


def _fits(one: Figure, gender: Gender, *, french: bool) -> bool:
    if one.party is None and not one.name and not one.gender:
        return False
    if one.plural or not same_gender(one.gender, gender):
        return False
    if one.body or (one.party is not None and one.party.kind in ("organisation", "place")):
        if not french or (one.party is not None and one.party.kind == "place"):
            return False
        return one.gender == gender or one.weight == 2
    if one.party is not None and one.party.kind == "name":
        # Nothing says that it is a person: only as a subject.
        return one.weight == 2 and (french or len(one.party.name.split()) > 1)
    return True


def _rival(figures: list[Figure], found: Figure, sentence: int, gender: Gender) -> bool:
    """Whether somebody else of two names, of whom nothing says what it is, was told of since then."""
    return any(
        one.sentence > sentence
        and one.weight > 0
        and one.party is not None
        and one.who != found.who
        and one.party.kind == "name"
        and " " in one.party.name
        and same_gender(one.gender, gender)
        for one in figures
    )


def thing(story: Story, number: int, place: int) -> Figure | None:
    """What "it" is: the body that the sentence, or the one before, is about."""
    here = story.sentence(number, place)
    for back, figures in enumerate(story.before(number, place, 1)):
        fits = [
            one
            for one in figures
            if not one.plural
            and one.weight == 2
            and (one.body or (one.party is not None and one.party.kind in ("organisation", "name")))
        ]
        if fits:
            nearest = max(one.sentence for one in fits)
            whos = {one.who: one for one in fits if one.sentence == nearest}
            near = back or nearest >= here - 1
            return next(iter(whos.values())) if len(whos) == 1 and near else None
    return None


def _many(story: Story, number: int, place: int, gender: Gender) -> Figure | None:
    for figures in story.before(number, place, 1):
        fits = [one for one in figures if one.plural and same_gender(one.gender, gender) and one.weight == 2]
        if fits:
            nearest = max(one.sentence for one in fits)
            whos = {one.who: one for one in fits if one.sentence == nearest}
            return next(iter(whos.values())) if len(whos) == 1 else None
    return None


def latter(story: Story, number: int, first: Atom, last: Atom, place: int) -> Figure | None:
    """Who "ce dernier" and "the latter" are: the last compatible one in this sentence or the one before."""
    gender: Gender = "f" if last.key == "derniere" or first.key.startswith("celle") else "m"
    if first.key == "the":
        gender = ""
    here = story.sentence(number, place)
    figures = next(story.before(number, place, 0))
    fits = [one for one in figures if not one.plural and same_gender(one.gender, gender) and one.sentence >= here - 1]
    fits = [one for one in fits if one.party is None or one.party.kind in ("person", "organisation")]
    return fits[-1] if fits else None
