"""What a page says of who wrote it: a name alone on a line, and "X is a reporter…" below the story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.furniture import bare
from quiz.language.pattern import pattern
from quiz.language.text import fold

#: No biography under an article is longer, nor one that nothing but a name above it announces.
LONGEST: Final = 900
_PLAIN: Final = 500
_SIGNATURE: Final = 60

_NAME: Final = pattern(
    r"[A-ZÀ-Ý][\w'’.-]*(?:\s+(?:de|du|van|von|der|da|di|la|le|d['’])?\s?[A-ZÀ-Ý][\w'’.-]*){1,3}"
    r"(?:[\s,]+(?i:auteure? vérifiée?|verified author|author|auteure?|journaliste|reporter|staff writer"
    r"|rédactrice|rédacteur|contributor))?$"
)
_JOB: Final = (
    r"(?:journalist[ea]?|reporters?|correspondant\w*|correspondents?|editor(?:ial)?|editors|redact(?:eur|rice)\w*"
    r"|columnists?|chroniqueu\w+|critique|critic|writers?|blogue\w+|bloggers?|pigiste|freelancer?|essayiste"
    r"|contribut(?:or|eur|rice)s?|analyst[ea]?s?|auteure?s?|authors?|fondat(?:eur|rice)|founder|producer"
    r"|photographe?r?|specialiste?|passionnee?s?|diplomee?s?)"
)
#: What is said of somebody by name, in a folded line: X est journaliste… X covers the courts…
_OF_A_NAME: Final = pattern(
    r"[a-z.' -]{2,50} (?:(?:est|is|are|sont|was|etait)"
    r"(?: (?:une?|le|la|l'|the|an?|our|notre|aussi|also|currently|actuellement))?(?: ?[\w'&-]+){0,5}? ?\b"
    + _JOB
    + r"\b"
    r"|covers|writes (?:about|for)|reports (?:on|for|from)|has (?:covered|written (?:about|for)|been covering)"
    r"|couvre|ecrit (?:sur|pour)|a rejoint la redaction|collabore|travaille (?:pour|a) la redaction|reported from"
    r"|can be reached|tweets? at)\b"
)
#: What is said of nobody by name: Un journaliste avec trois ans d'expérience… Journaliste depuis 2014… Follow me on…
_OF_NOBODY: Final = pattern(
    r"(?:une?|an?|notre|our|former|ancienn?e?|senior) ?(?:[\w'-]+ ){0,3}" + _JOB + r"\b.{0,80}"
    r"\b(?:experience|specialis\w+|passionn\w+|based in|basee? a|covering)\b"
    r"|(?:journaliste|reporter|redact(?:eur|rice)|correspondant\w*|diplomee?|passionnee?|specialiste|developpeu\w+"
    r"|author|auteure?)\b.{0,120}\b(?:depuis|since|ecrit|writes?|couvre|covers?|suit|specialis\w+|experience"
    r"|passionn\w+|auteure? de|author of)\b"
    r"|(?:follow|suivez|contact|contactez|e-?mail|write to|reach)\b.{0,60}"
    r"(?:@|\btwitter\b|\bx\b|\blinkedin\b|\bbluesky\b|\bmastodon\b)"
)
_NAMED: Final = pattern(r"[*_]*(?P<name>[A-ZÀ-Ý][\w'’.-]*(?:\s+(?:d['’]|[a-z]{2,3}\s+)?[A-ZÀ-Ý][\w'’.-]*){1,3})")


def is_name(text: str) -> bool:
    """Whether a line is somebody's name, perhaps with "verified author" after it."""
    return len(text) <= _SIGNATURE and _NAME.match(text) is not None


def is_signature(text: str, names: Sequence[str]) -> bool:
    """Whether a line is the name of somebody who wrote the page, as far as it says who that was."""
    return is_name(text) and (not names or any(fold(name) in fold(text) for name in names))


def is_one(text: str, names: Sequence[str]) -> bool:
    """Whether a paragraph at the foot of a page is about its author, by its words or by the author's name.

    Where the page says who wrote it, nobody else has a biography: a story may well end on a journalist.
    """
    if len(text) > _PLAIN:
        return False
    line = bare(text)
    if line[:1] in "\"'":
        return False
    if _OF_NOBODY.match(line) is not None:
        return True
    words = line.split()
    known = [fold(name).split() for name in names if name]
    if any(words[: len(name)] == name or words[0] in (name[0], name[-1]) for name in known):
        return True
    named = _NAMED.match(text)
    return (
        named is not None
        and _OF_A_NAME.match(line) is not None
        and (not known or any(name[-1] in fold(named["name"]).split() for name in known))
    )
