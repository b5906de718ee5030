"""Runs of capitals as the names in them: offices and greetings off, bodies and their officers apart, parts joined."""

from __future__ import annotations

from typing import Final

from quiz.derive.people import words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.given import given_name
from quiz.language import name_words
from quiz.language.text import word_set

NEVER: Final = word_set(
    "i i'm i've i'd i'll am go ok nov dec jan feb aug sept oct est edt pst gmt utc am pm tva ttc ht etat noel "
    "christmas easter paques ramadan dieu god internet web monsieur madame premier dvd usb sms gps vpn api ia ai adn "
    "tv cd"
)


#: Offices with a capital before a name: they are no part of it.
_RANKS: Final = (
    words.OFFICES.keys()
    | words.MODIFIERS
    | word_set(
        "u.s us district state federal vice chief executive officer financial operating technology press attorney "
        "general board council city county team national high court supreme appeals circuit prime foreign home "
        "finance health defense defence interior shadow deputy house majority minority speaker ex farmer judge "
        "justice chancellor mum-of-two"
    )
)


#: Parties and peoples before a name.
_LABELS: Final = word_set(
    "democrat democratic republican lib dem labour labor tory conservative green independent liberal communist "
    "socialist espagnol espagnole italien italienne allemand allemande anglais anglaise britannique americain "
    "americaine francais francaise belge suisse suedois norvegien danois neerlandais portugais russe ukrainien "
    "chinois japonais bresilien argentin canadien australien irlandais ecossais marocain algerien tunisien senegalais "
    "polonais american british french german italian spanish dutch belgian swiss swedish norwegian danish russian "
    "ukrainian chinese japanese brazilian canadian australian irish scottish welsh polish bretonne breton"
)


_NATIONS: Final = word_set(
    "american british french german italian spanish dutch belgian swiss swedish norwegian danish russian ukrainian "
    "chinese japanese brazilian canadian australian irish scottish welsh polish"
)
#: A last word that is an office, and never a family name.
_TAILS: Final = word_set(
    "ceo pdg governor president minister executive officer spokesman spokeswoman secretary mp senator"
)


#: Offices that are family names, or common in the names of bodies: an office only before two words of a name.
_DOUBTFUL: Final = word_set(
    "cook baker butcher carpenter miner farmer chef general major marshal principal captain coach guide ranger partner "
    "page singer painter fellow reader anchor bishop pastor dean chief head leader justice host pilote maitre duc"
)


#: In the middle of a run only these part a body from its officer: "Apple CEO Tim Cook".
_PARTING: Final = word_set(
    "ceo cfo cto coo chief president vice chairman chairwoman chair director minister prime secretary governor mayor "
    "senator mp spokesman spokeswoman spokesperson attorney lawyer founder co-founder editor professor pdg "
    "superintendent sheriff deputy manager coach captain trustee councillor"
)


#: What opens a sentence before a name without being part of it.
_LEADS: Final = word_set(
    "later still earlier soon poor young old dear brave little hello thanks sorry chapeau bravo merci cher chere "
    "pauvre jeune vieux plus enfin ensuite hier bientot tard adieu salut furieux closing dit dixit ainsi contre via "
    "proud happy"
)


_CHILDREN: Final = ("-of-one", "-of-two", "-of-three", "-of-four", "-of-five")


#: Parties of two letters, which could be initials.
_PARTIES: Final = word_set("lr ps rn fn pp pc ba fi ld gop")
#: Bodies that stand under the name of whom they are called after: "King's College", "St Mary's Hospital".
_CALLED: Final = word_set("college hospital university school church hospice academy cathedral infirmary inn chapel")
BIG: Final = word_set("big")


_GUILDS: Final = word_set("guild union association federation club league society council charity network group")
_ORGS_OF: Final = word_set(
    "friends doctors sons daughters house chamber board school bank university church order bureau"
)


def parted(row: list[Atom], start: int, end: int, kind: str) -> list[tuple[int, int, str]]:
    """A run of capitals as the names in it: "Apple CEO Tim Cook" is two, "Judge Harriet Moulton" one."""
    while start < end and row[start].kind in ("mark", "elided", "clitic"):
        start += 1
    while start < end and row[end - 1].kind in ("mark", "clitic", "digits") and row[end - 1].key != ".":
        end -= 1
    if start >= end:
        return []
    first = start
    while first < end - 1 and (_rank(row, first, end) or row[first].key.endswith("-based")):
        first += 1
    if first > start:
        return parted(row, first, end, "person" if kind == "person" else "name") if first < end else []
    for at in range(start + 1, end):
        after = at
        while after < end and row[after].key in _RANKS and row[after].key not in name_words.INSTITUTIONS:
            after += 1
        # "Tim Cook King" is a name; "Apple CEO Tim Cook" is two.
        if after > at and row[at - 1].kind == "word" and not given_name(row[at - 1].key):
            if after < end and row[at].key in _PARTING:
                return [*parted(row, start, at, "organisation"), *parted(row, after, end, "person")]
            if after == end and row[end - 1].key in _TAILS and end - start > 1:
                return parted(row, start, at, "name")
        if at == start + 1 and _agency(row[start]) and end - at > 1 and given_name(row[at].key):
            return [(start, at, "organisation"), (at, end, "person")]
        if _given_after_place(row, start, at, end):
            return [(start, at, "name"), (at, end, "person")]
    return [(start, end, kind)]


def _rank(row: list[Atom], at: int, end: int) -> bool:
    """Whether the capitalised word at `at` is an office, party or people before a name."""
    key = row[at].key
    rest = end - at - 1
    if key in words.TITLES or key in words.DIGNITIES:
        return False
    if key in _LABELS and rest >= 2:
        return key not in words.PEOPLES | _NATIONS or given_name(row[at + 1].key) or row[at + 1].key in words.OFFICES
    if key.endswith(_CHILDREN):
        return True
    if key in words.FORMER and row[at].opens:
        return True
    if key not in _RANKS and key not in words.OFFICES and words.office_of(key) is not None:
        return True
    if key not in _RANKS or given_name(key):
        return False
    if key in words.OFFICES:
        return key not in _DOUBTFUL or rest >= 2
    ahead = at
    while ahead < end and row[ahead].key in _RANKS:
        ahead += 1
    return ahead < end and any(one.key in words.OFFICES for one in row[at:ahead])


def _given_after_place(row: list[Atom], start: int, at: int, end: int) -> bool:
    """Whether a given name stands within a run after a preposition: "la maire de Lille Martine Aubry"."""
    if end - at < 2 or not given_name(row[at].key) or given_name(row[at - 1].key) or len(row[at - 1].text) < 3:
        return False
    before = row[start - 1].key if start else ""
    if before in ("la", "l", "the") and start > 1:
        before = row[start - 2].key
    return before in ("de", "du", "d", "of", "a", "des")


def _agency(one: Atom) -> bool:
    """Whether a word is an acronym of three letters or more: "l'AFP Zoé Marsan" is two names."""
    return one.kind == "word" and one.text.isupper() and (3 <= len(one.text) <= 5 or one.key in _PARTIES)


def known_words(rows: list[list[Atom]], ranges: list[list[tuple[int, int, str]]]) -> dict[str, int]:
    """Family names, first words of bodies and lone names: how often each word is one of these somewhere."""
    known: dict[str, int] = {}
    lasts: dict[str, int] = {}
    for row, spans in zip(rows, ranges, strict=True):
        for _, end, _ in spans:
            lasts[row[end - 1].key] = lasts.get(row[end - 1].key, 0) + 1
    for row, spans in zip(rows, ranges, strict=True):
        for start, end, kind in spans:
            if all(one.text.isupper() for one in row[start:end]) and end - start > 1:
                continue
            keys = [row[end - 1].key]
            greeted = (
                end - start == 2
                and greeting(row[start])
                and (given_name(row[end - 1].key) or lasts[row[end - 1].key] > 1)
            )
            if (kind != "person" or given_name(row[start].key)) and not greeted:
                keys.append(row[start].key)
            for key in keys:
                if len(key) > 2 and key not in NEVER and key not in name_words.INSTITUTIONS:
                    known[key] = known.get(key, 0) + 1
    return known


def greeting(one: Atom) -> bool:
    """Whether the word that opens a sentence before a name may be none of it: "Furious Barry", "Later Musk"."""
    if not one.opens or one.kind != "word" or len(one.key) < 3 or given_name(one.key):
        return False
    return one.key in _LEADS or one.key.endswith(("ous", "ly", "ful", "ed"))


def mended(row: list[Atom], spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Names that the reader saw as two: "Tamarack Pulp & Paper", "Friends of the Leadon", "Constance d'Aubrac"."""
    joined: list[tuple[int, int, str]] = []
    for begun, ended_at, kind in spans:
        start, end = begun, over_nickname(row, begun, ended_at)
        if start > 1 and row[start - 1].key == "&" and row[start - 2].capital and row[start - 2].opens:
            start, kind = start - 2, "organisation"  # noqa: PLW2901
        owned = start > 1 and row[start - 1].key == "'s" and row[start - 2].capital and row[start - 2].kind == "word"
        if owned and row[start].key in _CALLED:
            start, kind = start - 2, "organisation"  # noqa: PLW2901
            if start and row[start - 1].key in ("st", "saint") and row[start - 1].capital:
                start -= 1
            while joined and joined[-1][1] > start:
                joined.pop()
        if joined and joined[-1][1] >= end:
            continue
        if end > ended_at:
            kind = "person"  # noqa: PLW2901
        if joined and joined[-1][1] > start:
            start = joined[-1][1]
        if joined:
            before, ended, was = joined[-1]
            between = [one.key for one in row[ended:start]]
            if between == ["'s"] and row[ended].text in ("'", "’") and row[start].key in _GUILDS:
                joined[-1] = (before, end, "organisation")
                continue
            if between == ["&"]:
                joined[-1] = (before, end, "organisation")
                continue
            if between in (["of"], ["of", "the"]) and ended - before == 1 and row[before].key in _ORGS_OF:
                joined[-1] = (before, end, "organisation")
                continue
            noble = between == ["d"] and end - start == 1 and ended - before == 2
            short = between in (["d"], ["de"], ["de", "la"]) and ended - before == 1
            if (noble or short) and given_name(row[before].key):
                joined[-1] = (before, end, "person")
                continue
            if not between and was != "organisation" and kind != "organisation" and row[ended - 1].kind == "short":
                joined[-1] = (before, end, "person")
                continue
        joined.append((start, end, kind))
    return joined


def over_nickname(row: list[Atom], start: int, end: int) -> int:
    """Where a name ends whose nickname stands in marks after the given name: Barry "Mr Batter" Ollerenshaw."""
    if end - start > 2 or not given_name(row[start].key) or end >= len(row) or row[end].key not in '"«“‘(':
        return end
    close = next((at for at in range(end + 1, min(end + 6, len(row))) if row[at].key in '"»”’)'), -1)
    if close < 0 or close + 1 >= len(row) or any(one.kind == "mark" for one in row[end + 1 : close]):
        return end
    after = row[close + 1]
    named = after.kind == "word" and after.capital and row[end].key != "("
    return close + 2 if named else end
