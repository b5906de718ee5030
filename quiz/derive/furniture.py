"""The lines of a page that are no part of its story, told by their form: who wrote it, what to read next, whose it is.

A line is folded before (small letters without accents, plain quotation marks and dashes) and bare of bullets and
emphasis. The patterns are the phrases of French and English pages at large; none is of one page.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from quiz.derive import labels
from quiz.derive.document import Part
from quiz.language.pattern import pattern
from quiz.language.text import word_set

#: What is longer is looked at only for the few notices that run on.
_SHORT: Final = 320
#: What `quiz.language.text.fold` does to French and English, at a tenth of its cost.
_PLAIN: Final = str.maketrans(
    dict(zip("àâäáãåéèêëíîïìóôöòõúùûüçñÿ", "aaaaaaeeeeiiiiooooouuuucny", strict=True))
    | {"œ": "oe", "æ": "ae", "ß": "ss"}
    | dict.fromkeys("’‘ʼ`´", "'")
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("«»“”„‟", '"')
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", "")
)
#: Bullets, emphasis, little pictures: all but what a line's own words may begin with.
_MARKS: Final = pattern(r"(?:[^\w\"'(©!<★☆]|_)+")
_ARROW: Final = pattern(r"[*_\s]*[►➤▶→⇒☞➡▸»]")
_SENTENCE: Final = pattern(r"[.!?…][\"»”’'›)\]*_ \u00a0\u202f]*$")

#: The agencies' list of those who helped may be long.
_CREDITING: Final = (
    "(reporting",
    "(additional reporting",
    "reporting by",
    "additional reporting",
    "(writing",
    "writing by",
)
_CONTRIBUTED: Final = pattern(r"\bcontributed (?:to|reporting (?:to|for)) this (?:report|story|article)\.?\W*$")
_NAVIGATION_SIGNS: Final = ("newsletter", "@")
#: What papers print between paragraphs: how their letters treat data, boxes that explain.
_NOTICES: Final = ("privacy notice:", "quick guide:", "get set for the working day", "avis de confidentialite")
_LEGAL_SIGNS: Final = (
    "reserve", "reproduction", "may not be", "responsable", "commission", "affili", "detient", "possede", "no position",
    "no shares", "no stake", "advice", "un conseil", "★", "☆",
)  # fmt: skip

#: What signs a page though it is nobody's name.
_SIGNING: Final = word_set("redaction rédaction afp reuters belga agence agences")
_SHARING: Final = word_set(
    "facebook twitter x whatsapp linkedin pinterest reddit telegram mastodon bluesky instagram threads messenger "
    "email e mail imprimer print share partager partage envoyer par sur on via copier copy lien link le the url "
    "tweeter tweet save enregistrer comment comments commentaires leave a s abonner subscribe this article cet sms "
    "flipboard tumblr rss pdf more plus and et ou 0"
)
#: A line of them is about sharing only if one of them is a place where one shares.
_PLACES: Final = word_set(
    "facebook twitter whatsapp linkedin pinterest reddit telegram mastodon bluesky email e mail print imprimer share "
    "partager partage"
)
_CRUMBS: Final = pattern(r"(?:[^<>.!?]{2,40}\s[>›»/]\s){2,}[^<>.!?]{2,60}$|[^<>.!?]{2,30}\s[>›]\s[^<>.!?]{2,60}$")
#: A line within brackets that is no sentence: the title of something else.
_TEASED: Final = pattern(r"[(\[][^()\[\].!?…]{12,}(?:\s[^()\[\].!?…\s]+){4,}[)\]]$")
#: Handles and tags alone.
_HANDLES: Final = pattern(r"(?:[@#]\w+[\s,|·]*)+$")
_SIDES: Final = pattern(r"\s*[|·•]\s*")
_BESIDE: Final = 160
_WORD: Final = pattern(r"[^\W_]+")


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """A line in small letters without accents, with plain marks and spaces."""
    return " ".join(text.lower().translate(_PLAIN).split())


def bare(text: str) -> str:
    """A line folded, without its bullet and what emphasises it."""
    folded = plain(text)
    match = _MARKS.match(folded)
    return folded[match.end() :].rstrip("*_ ") if match is not None else folded.rstrip("*_ ")


def furniture(text: str) -> Part | None:
    """What a line is that tells by its form alone that it is no part of the story; None if it does not."""
    if not any(map(str.isalnum, text)):
        return "navigation"
    if len(text) > _SHORT:
        return _long(text)
    line = bare(text)
    if labels.LEGAL.match(line) or (_has(line, _LEGAL_SIGNS) and labels.LEGAL_WITHIN.search(line)):
        return "legal"
    if text.lstrip("*_ ")[:2] == "![" or labels.CAPTIONS.match(line) or _is_credited(line):
        return "caption"
    if _is_byline(text, line):
        return "byline"
    if labels.NAVIGATION.match(line) or (_has(line, _NAVIGATION_SIGNS) and labels.NAVIGATION_WITHIN.search(line)):
        return "navigation"
    if (
        line.startswith(_NOTICES)
        or _HANDLES.match(text) is not None
        or _TEASED.match(text) is not None
        or _is_sharing(line)
        or _CRUMBS.match(line)
        or (_ARROW.match(text) and not _SENTENCE.search(text))
    ):
        return "navigation"
    return None


def opens_teasers(text: str) -> bool:
    """Whether the titles of other articles follow."""
    return len(text) <= 80 and labels.OPENS.match(bare(text)) is not None


def heads_summary(text: str) -> bool:
    """Whether a summary follows."""
    return len(text) <= 80 and labels.SUMMARY_LABEL.match(bare(text)) is not None


def _long(text: str) -> Part | None:
    """Notices run on: the page's rights, its cookies, its letter."""
    line = bare(text[:_SHORT])
    if line.startswith(("©", "(c) ", "copyright ")) or "all rights reserved" in line or "tous droits reserves" in line:
        return "legal"
    if line.startswith(_CREDITING) and ("reporting by" in line or "editing by" in line):
        return "byline"
    if _CONTRIBUTED.search(text.lower(), len(text) - 60) is not None:
        return "byline"
    if line.startswith(_NOTICES):
        return "navigation"
    if "cookies" in line and line.startswith(("we ", "this site", "this website", "ce site", "nous ", "notre site")):
        return "navigation"
    return None


def _has(line: str, signs: tuple[str, ...]) -> bool:
    """Whether it is worth looking further: one of these is cheaper to find than a pattern."""
    return any(sign in line for sign in signs)


def _is_credited(line: str) -> bool:
    """Whether a line ends with whose picture it describes, in brackets."""
    return line.endswith((")", ").")) and labels.CAPTIONS_WITHIN.search(line) is not None


def _names(text: str) -> bool:
    """Whether a byline is one: "Par ailleurs" and "By the way" name nobody."""
    words = _WORD.findall(text)
    return (
        len(words) < 2
        or text[0].isdigit()
        or words[-1].lower() in _SIGNING
        or any(word[0].isupper() or word[0].isdigit() for word in words[1:])
        or "@" in text
        or "/" in text
    )


def _is_byline(text: str, line: str) -> bool:
    """Whether a line is a byline, or a section's name and a byline ("Business | by Jane Roe")."""
    if labels.BYLINES.match(line) is not None and _names(text):
        return True
    if len(text) > _BESIDE or not any(sign in text for sign in "|·•"):
        return False
    return any(labels.BYLINES.match(bare(part)) is not None and _names(part) for part in _SIDES.split(text)[1:])


def _is_sharing(line: str) -> bool:
    words = _WORD.findall(line)
    return bool(words) and all(word in _SHARING or word.isdigit() for word in words) and not _PLACES.isdisjoint(words)
