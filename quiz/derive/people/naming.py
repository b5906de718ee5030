"""Where names stand in an article: what the reader of names found, mended by what only a whole article can tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from quiz.derive.people import words
from quiz.derive.people.atoms import Atom
from quiz.derive.people.given import gender_of, given_name
from quiz.derive.people.kinds import Gender
from quiz.language import name_words
from quiz.language.reading import Reading
from quiz.language.text import word_set

#: Offices with a capital before a name: they are no part of it.
_RANKS: Final = (
    words.OFFICES.keys()
    | words.MODIFIERS
    | word_set(
        "u.s us district state federal vice chief executive officer financial operating technology press attorney general "
        "board council city county team national high court supreme appeals circuit prime foreign home finance health "
        "defense defence interior shadow deputy house majority minority speaker ex farmer judge justice chancellor "
        "mum-of-two"
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
#: A last word that is an office, and never a family name.
_TAILS: Final = word_set(
    "ceo pdg governor president minister executive officer spokesman spokeswoman secretary mp senator"
)
_NEVER: Final = word_set(
    "i i'm i've i'd i'll am go ok nov dec jan feb aug sept oct est edt pst gmt utc am pm tva ttc ht etat noel "
    "christmas easter paques ramadan dieu god internet web monsieur madame premier dvd usb sms gps vpn api ia ai adn "
    "tv cd"
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
_BIG: Final = word_set("big")
_ORGS_OF: Final = word_set(
    "friends doctors sons daughters house chamber board school bank university church order bureau"
)
_VERBS: Final = words.AUXILIARIES | words.SAYING
_NO_OPENING: Final = word_set(
    "nobody everyone everybody someone somebody anyone police officials nothing everything something neither none half "
    "rien personne chacun certains beaucoup reste vient voila ceci cela quiconque quelqu'un quelque police dieu"
)


@dataclass(slots=True)
class Naming:
    """A name where it stands. `title` came before it; `dignity` is what it needs; `before` and `after` are its neighbours.

    `signs` are what the place says of its bearer: "person", "organisation", "place".
    """

    passage: int
    start: int
    end: int
    words: tuple[str, ...]
    keys: tuple[str, ...]
    quoted: bool
    title: str = ""
    gender: Gender = ""
    sure: str = ""
    article: str = ""
    party: int = -1

    @property
    def surface(self) -> str:
        """The name as it stands, without titles."""
        return " ".join(self.words)


def namings(rows: list[list[Atom]], readings: Iterable[Reading[Any]], language: str) -> list[Naming]:
    """The names in the rows of atoms; the rows then hold each name as one atom."""
    names = [one for one in readings if one.kind in ("person", "organisation", "name")]
    ranges: list[list[tuple[int, int, str]]] = []
    at = 0
    for row in rows:
        ranges.append([])
        last = row[-1].end if row else 0
        where = 0
        while at < len(names) and row and names[at].start < last:
            one = names[at]
            at += 1
            if one.end <= row[0].start:
                continue
            while where < len(row) and row[where].end <= one.start:
                where += 1
            end = where
            while end < len(row) and row[end].start < one.end:
                end += 1
            if where < end:
                ranges[-1].extend(_parted(row, where, end, one.kind))
                where = end
    ranges = [_joined(row, spans) for row, spans in zip(rows, ranges, strict=True)]
    known = _known(rows, ranges)
    found: list[Naming] = []
    for number, (row, spans) in enumerate(zip(rows, ranges, strict=True)):
        spans = _recovered(row, spans, known, language)
        rows[number] = _with_names(row, spans, number, found, language)
    return found


def _parted(row: list[Atom], start: int, end: int, kind: str) -> list[tuple[int, int, str]]:
    """A run of capitals as the names in it: "Apple CEO Tim Cook" is two, "Judge Harriet Moulton" one."""
    while start < end and row[start].kind in ("mark", "elided", "clitic"):
        start += 1
    while start < end and row[end - 1].kind in ("mark", "clitic", "digits") and row[end - 1].key != ".":
        end -= 1
    if start >= end:
        return []
    first = start
    while first < end - 1 and _rank(row, first, end):
        first += 1
    if first > start:
        return _parted(row, first, end, "person" if kind == "person" else "name") if first < end else []
    for at in range(start + 1, end):
        after = at
        while after < end and row[after].key in _RANKS and row[after].key not in name_words.INSTITUTIONS:
            after += 1
        # "Tim Cook King" is a name; "Apple CEO Tim Cook" is two.
        if after > at and row[at - 1].kind == "word" and not given_name(row[at - 1].key):
            if after < end and row[at].key in _PARTING:
                return [*_parted(row, start, at, "organisation"), *_parted(row, after, end, "person")]
            if after == end and row[end - 1].key in _TAILS and end - start > 1:
                return _parted(row, start, at, "name")
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
        return True
    if key.endswith(_CHILDREN):
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
    """ "la maire de Lille Martine Aubry": a given name in the middle of a run that follows a preposition."""
    if end - at < 2 or not given_name(row[at].key) or given_name(row[at - 1].key) or len(row[at - 1].text) < 3:
        return False
    before = row[start - 1].key if start else ""
    return before in ("de", "du", "d", "of", "a", "des")


def _known(rows: list[list[Atom]], ranges: list[list[tuple[int, int, str]]]) -> dict[str, int]:
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
                and _greeting(row[start])
                and (given_name(row[end - 1].key) or lasts[row[end - 1].key] > 1)
            )
            if (kind != "person" or given_name(row[start].key)) and not greeted:
                keys.append(row[start].key)
            for key in keys:
                if len(key) > 2 and key not in _NEVER and key not in name_words.INSTITUTIONS:
                    known[key] = known.get(key, 0) + 1
    return known


def _greeting(one: Atom) -> bool:
    """Whether the word that opens a sentence before a name may be none of it: "Furious Barry", "Later Musk"."""
    if not one.opens or one.kind != "word" or len(one.key) < 3 or given_name(one.key):
        return False
    return one.key in _LEADS or one.key.endswith(("ous", "ly", "ful", "ed"))


def _joined(row: list[Atom], spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Names that the reader saw as two: "Tamarack Pulp & Paper", "Friends of the Leadon", "Constance d'Aubrac"."""
    joined: list[tuple[int, int, str]] = []
    for begun, ended_at, kind in spans:
        start, end = begun, _over_nickname(row, begun, ended_at)
        if start > 1 and row[start - 1].key == "&" and row[start - 2].capital and row[start - 2].opens:
            start, kind = start - 2, "organisation"  # noqa: PLW2901
        if joined and joined[-1][1] >= end:
            continue
        if end > ended_at:
            kind = "person"  # noqa: PLW2901
        if joined and joined[-1][1] > start:
            start = joined[-1][1]
        if joined:
            before, ended, was = joined[-1]
            between = [one.key for one in row[ended:start]]
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


def _over_nickname(row: list[Atom], start: int, end: int) -> int:
    """Where a name ends whose nickname stands in marks after the given name: Barry "Mr Batter" Ollerenshaw."""
    if end - start > 2 or not given_name(row[start].key) or end >= len(row) or row[end].key not in '"«“‘(':
        return end
    close = next((at for at in range(end + 1, min(end + 6, len(row))) if row[at].key in '"»”’)'), -1)
    if close < 0 or close + 1 >= len(row) or any(one.kind == "mark" for one in row[end + 1 : close]):
        return end
    after = row[close + 1]
    named = after.kind == "word" and after.capital and row[end].key != "("
    return close + 2 if named else end


def _recovered(
    row: list[Atom], spans: list[tuple[int, int, str]], known: dict[str, int], language: str
) -> list[tuple[int, int, str]]:
    """With the lone words, at openings of sentences above all, that are names elsewhere in the article or act so."""
    found: list[tuple[int, int, str]] = []
    taken = 0
    for start, end, kind in [*spans, (len(row), len(row), "")]:
        for at in range(taken, start):
            one = row[at]
            reach = _over_nickname(row, at, at + 1) if one.opens and one.capital else 0
            if reach > at + 1:
                found.append((at, reach, "person"))
                known[row[reach - 1].key] = known.get(row[reach - 1].key, 0) + 1
            if one.kind != "word" or not one.capital or one.key in _NEVER or one.key in words.DETERMINERS:
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
            and _greeting(first)
            and known.get(rest[0].key, 0) > 1
            and kind != "organisation"
        ):
            start += 1
        if end - start == 1 and (
            row[start].key in _NEVER or (_common(row, start) and not _goes_on(row, start, language))
        ):
            continue
        if end - start == 2 and (row[start].key in _BIG or {row[start].key, row[start + 1].key} <= _NEVER):
            continue
        found.append((start, end, kind))
    return found


def _goes_on(row: list[Atom], at: int, language: str) -> bool:
    """Whether a common noun with a capital is only the first word of a name, or has its acronym soon after it."""
    if _institution_end(row, at, at + 1, language) > at + 1:
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
    if key in words.OFFICES and not given_name(key):
        return row[at].text.isupper() or (at > 0 and row[at - 1].key in words.DETERMINERS)
    if not at or row[at - 1].key not in words.DETERMINERS:
        return False
    if key in words.BODIES or key in words.PEOPLES:
        return True
    return row[at - 1].key in ("le", "la", "l", "un", "une") and key.endswith(words.PEOPLE_ENDS) and key not in _PAPERS


def _officer_follows(row: list[Atom], at: int) -> bool:
    """ "Ternova chief executive Luke Ward": between the word and a name stand small letters with an office."""
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
    if len(one.key) < 3 or one.key in _NO_OPENING or one.key in words.HUMANS or one.key in words.BODIES:
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


_PAPERS: Final = word_set("parisien francais marseillaise")
_NOUNS: Final = words.HUMANS.keys() | words.BODIES.keys()


def _with_names(
    row: list[Atom], spans: list[tuple[int, int, str]], number: int, found: list[Naming], language: str
) -> list[Atom]:
    """The row with each name as one atom; the names are appended to `found`."""
    made: list[Atom] = []
    at = 0
    for start, end, kind in spans:
        start, end = max(start, at), _institution_end(row, start, end, language) if kind != "person" else end
        if start >= end:
            continue
        made.extend(row[at:start])
        naming = _naming(row, start, end, number, kind, language)
        first = row[start]
        made.append(
            Atom(
                naming.start,
                naming.end,
                naming.surface,
                " ".join(naming.keys),
                "name",
                first.opens,
                first.quoted,
                len(found),
            )
        )
        # A title outside the run ("le pape François") belongs to the name, but stays a word of the row.
        found.append(naming)
        at = end
    made.extend(row[at:])
    return made


def _institution_end(row: list[Atom], start: int, end: int, language: str) -> int:
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


def _naming(row: list[Atom], start: int, end: int, number: int, kind: str, language: str) -> Naming:
    parts = list(row[start:end])
    title, gender = "", ""
    while len(parts) > 1 and (parts[0].key in words.TITLES or parts[0].key in words.DIGNITIES):
        title = title or parts[0].text
        gender = gender or words.TITLES.get(parts[0].key, "") or words.DIGNITIES.get(parts[0].key, "")
        parts.pop(0)
    before = row[start - 1] if start else None
    if not title and before is not None:
        dignity = before.key in words.DIGNITIES and (before.key not in words.HUMANS or len(parts) == 1)
        civil = before.key in words.TITLES and (before.capital or before.key in ("sir", "maitre", "docteur"))
        if civil or (dignity and len(parts) < 3 and kind != "organisation" and not before.key.endswith("re")):
            title = before.text
            gender = words.TITLES.get(before.key, "") or words.DIGNITIES.get(before.key, "")
    texts = tuple(_shown(_without_nickname(parts)))
    parts = _without_nickname(parts)
    keys = tuple(one.key for one in parts if one.kind != "mark")
    sure = kind
    if title:
        sure = "person"
    if not gender and len(parts) > 1:
        gender = gender_of(parts[0].key, language)
    article = before.key if before is not None and before.key in words.DEFINITE else ""
    return Naming(
        number,
        row[start].start,
        row[end - 1].end,
        texts,
        keys,
        row[start].quoted,
        title,
        _gender(gender),
        sure,
        article,
    )


def _without_nickname(parts: list[Atom]) -> list[Atom]:
    opened = next((at for at, one in enumerate(parts) if one.key in ('"', "«", "“", "‘", "(")), -1)
    closed = next((at for at, one in enumerate(parts) if at > opened and one.key in ('"', "»", "”", "’", ")")), -1)
    return parts if opened < 1 or closed < 0 else parts[:opened] + parts[closed + 1 :]


def _gender(gender: str) -> Gender:
    return "m" if gender == "m" else "f" if gender == "f" else ""


def _shown(parts: list[Atom]) -> list[str]:
    """The words as they stand, what was glued kept glued ("d'Aubrac")."""
    shown: list[str] = []
    last = -1
    for one in parts:
        text = one.text.replace("\u00ad", "")
        if shown and one.start == last:
            shown[-1] += text
        else:
            shown.append(text)
        last = one.end
    return shown
