"""Every key that a deck may hold, in one table: reader, "did you mean", manual and schema are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from quiz.answers.verdict import KIND_NAMES
from quiz.language.text import fold

Part = Literal["deck", "source", "card", "evidence"]
Holds = Literal["text", "texts", "list", "flag", "count", "sources", "cards", "evidence"]

_PLAIN: Final = ("answer", "person", "date", "money", "number")
_OTHERS: Final = tuple(kind for kind in KIND_NAMES if kind != "cloze")


@dataclass(frozen=True, slots=True)
class Key:
    """One key: where it stands, what it holds, the kinds of answer it goes with, and what people write for it.

    `holds` is "text"; "texts" (one text, or a list of them); "list" (a list of texts); "flag" (true or false);
    "count" (a whole number from 1); or the name of a part that it opens. `near` are words, in French and English, that
    mean this key and are not it. `means` is its line in the manual and in the schema.
    """

    part: Part
    name: str
    holds: Holds
    means: str
    kinds: tuple[str, ...] = KIND_NAMES
    near: tuple[str, ...] = ()


KEYS: Final[tuple[Key, ...]] = (
    Key(
        "deck",
        "deck",
        "text",
        "the deck's id: letters, digits, `-`, `_`, `.`",
        near=("paquet", "jeu", "id", "identifiant"),
    ),
    Key("deck", "title", "text", "what people call the deck", near=("titre", "nom", "name", "intitulé")),
    Key("deck", "language", "text", "`en` (unless you say otherwise) or `fr`", near=("langue", "lang", "idioma")),
    Key(
        "deck",
        "sources",
        "sources",
        "where the facts come from, each under a short key",
        near=("articles", "références"),
    ),
    Key(
        "deck",
        "rejected",
        "texts",
        "ids of drafts that were turned down and are not to come again",
        near=("rejetés", "refusés", "dropped"),
    ),
    Key(
        "deck",
        "allow",
        "texts",
        "codes of [rules](rules/README.md) that its cards may break",
        near=("lint", "checks", "off", "noqa", "autorise", "permet", "règles"),
    ),
    Key("deck", "cards", "cards", "the questions", near=("cartes", "carte", "questions", "fiches", "items", "notes")),
    #
    Key("source", "title", "text", "the title of the article", near=("titre", "name", "nom", "headline")),
    Key("source", "author", "text", "who wrote it", near=("auteur", "auteurs", "authors", "by", "autrice", "par")),
    Key(
        "source",
        "published",
        "text",
        "the day it came out, as 2025-01-14",
        near=("date", "publié", "publication", "paru"),
    ),
    Key("source", "url", "text", "where to find it on the web", near=("lien", "link", "adresse", "href", "site")),
    Key("source", "file", "text", "the name of its text, beside the deck", near=("fichier", "path", "texte", "chemin")),
    Key("source", "sha256", "text", "the SHA-256 of that text, in hex", near=("hash", "digest", "empreinte")),
    #
    Key("card", "question", "text", "what is asked", _OTHERS, near=("q", "front", "recto", "ask", "prompt", "énoncé")),
    Key(
        "card",
        "answer",
        "text",
        "any text",
        near=("réponse", "a", "back", "verso", "response", "solution", "text", "texte"),
    ),
    Key(
        "card",
        "person",
        "text",
        "a person or an organisation",
        near=("personne", "name", "nom", "who", "qui", "people"),
    ),
    Key("card", "date", "text", "a day, a month or a year", near=("when", "quand", "jour", "day", "year", "année")),
    Key(
        "card",
        "money",
        "text",
        "an amount of money",
        near=("montant", "amount", "prix", "price", "argent", "somme", "cost"),
    ),
    Key(
        "card",
        "number",
        "text",
        "a number, a percentage, a duration",
        near=("nombre", "chiffre", "num", "combien", "count"),
    ),
    Key("card", "quote", "text", "the words that were said", near=("citation", "quotation", "said", "cite")),
    Key("card", "choice", "text", "the right one of the `options`", near=("choix", "mcq", "qcm", "pick")),
    Key("card", "list", "list", "several answers", near=("liste", "answers", "réponses", "énumération", "enum")),
    Key(
        "card",
        "cloze",
        "text",
        "a sentence with its `{{gaps}}`",
        near=("trou", "trous", "lacune", "gap", "texte à trous"),
    ),
    Key("card", "options", "list", "what to choose from", ("choice",), near=("choices", "propositions", "distractors")),
    Key(
        "card", "ordered", "flag", "whether the order of the list counts", ("list",), near=("ordonné", "ordre", "order")
    ),
    Key(
        "card",
        "accept",
        "texts",
        "other answers that are right",
        near=("accepte", "accepter", "aliases", "variantes", "also"),
    ),
    Key(
        "card",
        "reverse",
        "flag",
        "ask it the other way round too",
        _PLAIN,
        near=("inverse", "inversé", "reversed", "both"),
    ),
    Key("card", "hint", "text", "help that the learner may ask for", near=("indice", "aide", "clue", "tip", "help")),
    Key(
        "card",
        "note",
        "text",
        "shown after the answer",
        near=("remarque", "explanation", "comment", "extra", "explication"),
    ),
    Key(
        "card",
        "tags",
        "texts",
        "topics; the first one is the card's own",
        near=("tag", "étiquettes", "mots-clés", "topics"),
    ),
    Key(
        "card",
        "source",
        "texts",
        "the key, or keys, of its sources",
        near=("sources", "article", "référence", "ref", "from"),
    ),
    Key(
        "card",
        "evidence",
        "evidence",
        "the words that prove it",
        near=("preuve", "preuves", "proof", "evidences", "extrait"),
    ),
    Key(
        "card",
        "as_of",
        "text",
        "when it was true: 2025, 2025-01 or 2025-01-14",
        near=("au", "asof", "as of", "à la date"),
    ),
    Key(
        "card",
        "supersedes",
        "text",
        "the `id` of the card whose answer this one replaces: that card is asked no more",
        near=("remplace", "replaces", "supersede", "succède à", "updates", "périme"),
    ),
    Key("card", "draft", "flag", "`true`: not asked until somebody accepts it", near=("brouillon", "ébauche", "wip")),
    Key(
        "card",
        "id",
        "text",
        "a name that keeps its history when the question changes",
        near=("identifiant", "key", "uid"),
    ),
    Key(
        "card",
        "allow",
        "texts",
        "codes of rules that this card may break",
        near=("lint", "checks", "off", "noqa", "autorise", "permet"),
    ),
    #
    Key(
        "evidence",
        "source",
        "text",
        "the source's key, where the card has several",
        near=("article", "sources", "from"),
    ),
    Key("evidence", "paragraph", "count", "which paragraph, from 1", near=("paragraphe", "para", "line", "ligne", "¶")),
    Key(
        "evidence",
        "words",
        "text",
        "the words, as they stand there",
        near=("mots", "text", "texte", "quote", "citation"),
    ),
)

#: The same table by part and name.
PARTS: Final[dict[str, dict[str, Key]]] = {
    part: {key.name: key for key in KEYS if key.part == part} for part in ("deck", "source", "card", "evidence")
}

#: A word longer than this is no slip of the pen for any key.
_LONGEST: Final = 24


def meant(written: str, part: str, *, slips: bool = True) -> str:
    """The key of `part` that `written` was probably meant to be, or ""; without `slips` no letter may differ.

    Takes no longer for a long text than for a word.
    """
    if len(written) > _LONGEST:
        return ""
    word = fold(written).strip(" :.-_*\"'").replace("_", " ").replace("-", " ")
    return _nearest(word, _spellings(part)) if slips else dict(_spellings(part)).get(word, "")


def nearest(written: str, names: tuple[str, ...]) -> str:
    """The one of `names` that is a slip of the pen away from `written`, or ""."""
    if len(written) > 2 * _LONGEST:
        return ""
    return _nearest(fold(written), tuple((fold(name), name) for name in names))


def belongs(written: str) -> tuple[str, ...]:
    """The parts of a deck that know a key of this very name."""
    return tuple(part for part, keys in PARTS.items() if written in keys)


@cache
def _spellings(part: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (fold(word).replace("_", " ").replace("-", " "), key.name)
        for key in PARTS[part].values()
        for word in (key.name, *key.near)
    )


def _nearest(word: str, spellings: tuple[tuple[str, str], ...]) -> str:
    best, least = "", 3
    for spelling, name in spellings:
        bound = 0 if len(spelling) < 3 else 1 if len(spelling) < 6 else 2
        if abs(len(spelling) - len(word)) <= bound:
            distance = edits(word, spelling)
            if distance <= bound and distance < least:
                best, least = name, distance
    return best


def edits(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or swapped with their neighbour to make one of the other.

    Optimal string alignment (Damerau 1964, as Boytsov 2011 defines it).
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, a in enumerate(one, 1):
        this = [row]
        for column, b in enumerate(other, 1):
            cost = min(last[column] + 1, this[-1] + 1, last[column - 1] + (a != b))
            if row > 1 and column > 1 and a == other[column - 2] and one[row - 2] == b:
                cost = min(cost, before[column - 2] + 1)
            this.append(cost)
        before, last = last, this
    return last[-1]
