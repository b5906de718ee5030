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
#: Matched from the beginning of a folded line.
_BIOGRAPHY: Final = pattern(
    # X est journaliste… X is a staff reporter…
    r"[a-z.' -]{2,50} (?:est|is|are|sont|was|etait)"
    r"(?: (?:une?|le|la|l'|the|an?|our|notre|aussi|also|currently|actuellement))?(?: ?[\w'&-]+){0,5}? ?\b"
    + _JOB
    + r"\b"
    # Un journaliste avec trois ans d'expérience… A reporter based in…
    r"|(?:une?|an?|notre|our|former|ancienn?e?|senior) ?(?:[\w'-]+ ){0,3}" + _JOB + r"\b.{0,60}"
    r"\b(?:avec|with|depuis|for|au|a la|chez|at|based|specialis\w+|passionn\w+|who|qui|covering)\b"
    # Journaliste depuis 2014, …
    r"|(?:journaliste|reporter|redact(?:eur|rice)|correspondant\w*|diplomee?|passionnee?|specialiste|developpeu\w+"
    r"|author|auteure?)\b.{0,120}\b(?:depuis|since|ecrit|writes?|couvre|covers?|suit|specialis\w+|experience"
    r"|passionn\w+|auteure? de|author of)\b"
    # X covers the courts. X écrit sur la sécurité.
    r"|[a-z.' -]{2,50} (?:covers|writes (?:about|for)|reports (?:on|for|from)"
    r"|has (?:covered|written (?:about|for)|reported (?:on|for|from)|been covering)"
    r"|couvre|ecrit (?:sur|pour)|a rejoint la redaction|collabore|travaille (?:pour|a) la redaction|reported from"
    r"|can be reached|tweets? at|lives in .{2,30}\.$|vit a .{2,30}\.$)"
    r"|(?:follow|suivez|contact|contactez|e-?mail|write to|reach)\b.{0,60}"
    r"(?:@|\btwitter\b|\bx\b|\blinkedin\b|\bbluesky\b|\bmastodon\b)"
    r"|.{0,200}\b\d+ (?:ans d'experience|years? of experience)\b"
)


def is_name(text: str) -> bool:
    """Whether a line is somebody's name, perhaps with "verified author" after it."""
    return len(text) <= _SIGNATURE and _NAME.match(text) is not None


def is_signature(text: str, names: Sequence[str]) -> bool:
    """Whether a line is the name of somebody who wrote the page, as far as it says who that was."""
    return is_name(text) and (not names or any(fold(name) in fold(text) for name in names))


def is_one(text: str, names: Sequence[str]) -> bool:
    """Whether a paragraph at the foot of a page is about its author: by what it says, or by the author's name."""
    if len(text) > _PLAIN:
        return False
    line = bare(text)
    if line[:1] in "\"'":
        return False
    words = line.split()
    known = [fold(name).split() for name in names if name]
    return _BIOGRAPHY.match(line) is not None or any(
        words[: len(name)] == name or words[0] in (name[0], name[-1]) for name in known
    )
