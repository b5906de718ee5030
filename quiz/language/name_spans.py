"""Where names stand in running text: runs of capitalised words, told from sentence openings, months and peoples."""

from __future__ import annotations

from typing import Final, NamedTuple

from quiz.language import name_words
from quiz.language.names import Name, bare, parse
from quiz.language.pattern import pattern
from quiz.language.reading import Reading
from quiz.language.text import word_set

#: Words that open sentences, and capitalised words that are no names: days, months, peoples, the English "I".
_OPENINGS: Final = word_set(
    "le la les l un une des de du d au aux a ce cet cette ces c se s il elle on ils elles je j tu nous vous y n ne "
    "qu que qui quand quoi comment pourquoi ou et mais donc or ni car si son sa ses leur leurs mon ma mes notre nos "
    "votre vos en dans sur sous par pour avec sans selon apres avant depuis pendant lors alors ainsi aussi "
    "cependant toutefois pourtant enfin ensuite puis malgre contre entre vers chez deux trois quatre cinq plusieurs "
    "certains aucun tout tous toute toutes cela ceci voici voila celui celle ceux celles bien trop tres plus moins "
    "oui non hier demain jamais the an in on at by for from with without and but so yet as if is are was were he "
    "she it we they i you his her its our your their my this that these those there here when where who what why "
    "how which while after before since during until although because however moreover meanwhile then now today "
    "yesterday tomorrow some many most all both each every no not one two three four five several such same other "
    "another according despite under over between into about against among once only also even still just yes never "
    "to of or nor"
)
_CALENDAR: Final = word_set(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday janvier fevrier mars avril mai juin juillet aout septembre octobre novembre "
    "decembre lundi mardi mercredi jeudi vendredi samedi dimanche"
)
_PEOPLES: Final = word_set(
    "american americans british english french german germans european europeans russian russians chinese japanese "
    "italian italians spanish ukrainian ukrainians indian indians canadian canadians israeli israelis african asian "
    "arab jewish muslim christian catholic protestant democrat democrats democratic republican republicans francais "
    "francaise americain americaine americains europeen europeens russe russes chinois allemand allemands anglais "
    "italien italiens ukrainien ukrainiens"
)
_JOINTS: Final = word_set("de du des d la le van von der den ten ter zu di da dos del della al el bin ibn ben y")
_FRENCH_OF: Final = frozenset(("des", "du", "de", "d", "la", "le"))
_OWNED: Final = word_set("of the and for et & en")

_TOKEN: Final = pattern(r"@?[^\W\d_](?:[^\W_]|[-'’.&](?=[^\W_]))*\.?|&|\d+(?:st|nd|rd|th)?")
_INITIALS: Final = pattern(r"(?:[^\W\d_]\.-?)+")
_DOTTED: Final = name_words.TITLES | name_words.LEGAL | {"jr", "sr"}
_ELISION: Final = pattern(r"(?:[dlDLqnsjcmtQNSJCMT]|[Qq]u|[Ll]orsqu|[Pp]uisqu)['’](?=[^\W\d_])")
_STOPS: Final = pattern(r"[.!?…:;\n«»“”\"(\[•]")


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    key: str
    opens: bool
    capital: bool


#: A word without the detour through its class, which takes longer than finding it.
_new: Final = tuple.__new__


def spans(text: str) -> list[Reading[Name]]:
    """The names of `text` in order. The kind is "person", "organisation", or "name" where nothing says which."""
    words = _words(text)
    inside = {word.key for word in words if word.capital and not word.opens}
    found: list[Reading[Name]] = []
    at = 0
    while at < len(words):
        end = _run(words, at, text)
        if end is None:
            at += 1
            continue
        start = at
        while start < end and words[start].opens and _no_name(words, start, end, inside):
            start += 1
        reading = _reading(words[start:end], text, words, start) if start < end else None
        if reading is not None:
            found.append(reading)
        at = end
    return _told(found)


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    last = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        gap, word = text[last:start], match[0]
        # Most words stand after one space and hold no mark: only the others are looked at closely.
        opens = not words or (gap != " " and _STOPS.search(gap) is not None)
        if "'" in word or "’" in word:
            elided = _ELISION.match(text, start)
            if elided and elided.end() < end and text[start : start + 2] != "O'":
                start = elided.end()
                word = text[start:end]
        last = end
        if word[-1] == "." and bare(word) not in _DOTTED and not _INITIALS.fullmatch(word):
            word, end, last = word[:-1], end - 1, end - 1
        if word[-2:] in ("'s", "’s"):
            word, end = word[:-2], end - 2
        words.append(_new(_Word, (start, end, word, bare(word), opens, word[:1].isupper() or word[:1] == "@")))
    return words


def _run(words: list[_Word], at: int, text: str) -> int | None:
    """The end of the run of name words that begins at `at`; joints count only between capitals."""
    if not words[at].capital or words[at].key in _CALENDAR:
        return None
    end = at + 1
    organisation = words[at].key in name_words.INSTITUTIONS
    while end < len(words):
        between = text[words[end - 1].end : words[end].start]
        elided = bool(_ELISION.fullmatch(between.strip())) if between.strip() else False
        after_legal = words[end - 1].text.endswith(".") and words[end - 1].key in name_words.LEGAL
        if after_legal or "\n" in between or (between.strip() and not elided):
            break
        word = words[end]
        if word.capital and word.key not in _CALENDAR:
            if elided and not (organisation or "d" in between.lower()):
                break
            organisation = organisation or word.key in name_words.INSTITUTIONS
            end += 1
            continue
        ahead = end
        while ahead < len(words) and not words[ahead].capital and ahead - end < 3:
            joint = words[ahead].key
            if joint not in _JOINTS and not (organisation and joint in _OWNED):
                break
            ahead += 1
        joined = end < ahead < len(words) and words[ahead].capital and words[ahead].key not in _CALENDAR
        key = words[end].key
        known = organisation or (key in name_words.PARTICLES and key not in _FRENCH_OF)
        given = words[end - 1].key in name_words.GIVEN and key in _FRENCH_OF and key != "des"
        gap = text[words[end].end : words[ahead].start].strip() if joined else "x"
        if not joined or not (known or given) or (gap and not _ELISION.fullmatch(gap) and gap not in _JOINTS | _OWNED):
            break
        end = ahead + 1
    if organisation and end - at <= 3:
        end = _adjectives(words, end, text)
    return end


def _adjectives(words: list[_Word], end: int, text: str) -> int:
    """French institutions end in small letters: "Banque centrale européenne", "Assemblée nationale"."""
    tails = ("ale", "nal", "ales", "eenne", "enne", "ique", "unies", "uni", "aise", "naire", "itime", "trale", "tral")
    while end < len(words):
        word = words[end]
        if word.capital or not word.key.endswith(tails) or text[words[end - 1].end : word.start] != " ":
            return end
        end += 1
    return end


def _no_name(words: list[_Word], start: int, end: int, inside: set[str]) -> bool:
    """Whether a capitalised word at the opening of a sentence owes its capital to its place only."""
    word = words[start]
    if word.key in _OPENINGS and not (word.text.isupper() and len(word.text) > 2):
        return True
    if word.key in name_words.GIVEN or word.key in name_words.TITLES or word.key in name_words.INSTITUTIONS:
        return False
    if word.text[1:].lower() != word.text[1:] or word.text.startswith("@"):
        return False
    return end - start == 1 and word.key not in inside


def _reading(run: list[_Word], text: str, words: list[_Word], start: int) -> Reading[Name] | None:
    if all(word.key in _PEOPLES or word.key in _OPENINGS for word in run):
        return None
    if len(run) == 1 and (run[0].key in name_words.TITLES or (len(run[0].key) < 2 and run[0].text != "X")):
        return None
    first, last = run[0].start, run[-1].end
    readings = parse(text[first:last].rstrip("."))
    if not readings:
        return None
    name = readings[0].value
    before = words[start - 1] if start else None
    titled = bool(name.title) or (before is not None and before.key in name_words.TITLES and not before.opens)
    kind, sure = "name", 0.4
    bare_sign = len(run) == 1 and run[0].key not in name_words.INSTITUTIONS
    if name.organisation and not bare_sign:
        kind, sure = "organisation", 0.9
    elif titled or (name.given and bare(name.given[0]) in name_words.GIVEN):
        kind, sure = "person", 0.95
    elif len(run) == 1 and run[0].key in name_words.GIVEN:
        kind, sure = "person", 0.6
    return Reading(first, last, kind, name, sure)


def _told(found: list[Reading[Name]]) -> list[Reading[Name]]:
    """One mention tells another: a bare word that is the family name of a person of the text is that person."""
    families = {tuple(map(bare, one.value.family)) for one in found if one.kind == "person" and one.value.given}
    told = []
    for one in found:
        if one.kind == "name" and not one.value.given and tuple(map(bare, one.value.family)) in families:
            one = Reading(one.start, one.end, "person", one.value, 0.9)  # noqa: PLW2901
        told.append(one)
    return told
