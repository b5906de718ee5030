"""The foot of a page: signatures, biographies and titles of other articles, up to where the story is met."""

from __future__ import annotations

from typing import Final

from quiz.derive import biography
from quiz.derive.datelines import authors
from quiz.derive.parts.page import FOOT, HEAD, HEADING, PROSE, STANDFIRST, STOP, Page
from quiz.language.pattern import pattern

_PRONOUN: Final = pattern(r"(?:Il|Elle|He|She|They)\s")


def foot(page: Page, start: int) -> None:
    """From the end backwards: signatures, biographies and titles of other articles, until the story is met."""
    names = [name for name in (page.author, *authors(page.lines("byline"))) if name]
    for at in range(page.count - 1, max(start, page.count - FOOT) - 1, -1):
        if page.found[at] is not None:
            if page.found[at] in ("post", "attribution", "summary"):
                return
            continue
        text = page.all[at].text
        if biography.is_name(text.lstrip("–—- ")):
            page.found[at] = "byline"
            if at + 1 < page.count and page.found[at + 1] is None:
                page.found[at + 1] = "biography"
        elif _is_biography(page, at, names):
            page.found[at] = "biography"
        elif (STOP.search(text) is None and len(text) <= HEADING and not page.told(at)) or (
            text.endswith(":") and len(text) <= PROSE and start < at < page.count - 1
        ):
            page.found[at] = "navigation"
        else:
            return


def _is_biography(page: Page, at: int, names: list[str]) -> bool:
    text = page.all[at].text
    first = at
    while first and at - first < HEAD and _PRONOUN.match(page.all[first].text) and len(text) <= STANDFIRST:
        first -= 1
    if first < at and _PRONOUN.match(page.all[first].text) is None and _is_biography(page, first, names):
        return True
    return biography.is_one(text, names) or (
        at > 0
        and page.found[at - 1] in (None, "byline")
        and len(text) <= biography.LONGEST
        and biography.is_signature(page.all[at - 1].text, names)
    )
