"""Posts, which stand above who wrote them, and lists of other articles, which stand under a label."""

from __future__ import annotations

from typing import Final

from quiz.derive.datelines import is_dateline
from quiz.derive.foreign import is_foreign
from quiz.derive.furniture import opens_teasers
from quiz.derive.parts.page import BLOCK, GOES_ON, STOP, TITLE, Page
from quiz.language.pattern import pattern

_ADDRESS: Final = pattern(r"https?://\S+$|(?:pic\.twitter|t)\.co\S*$")


def posts(page: Page) -> None:
    """What stands above an attribution is a post: one paragraph, all from a colon on, or all that goes with it."""
    for at, part in enumerate(page.found):
        if part != "attribution":
            continue
        if at + 1 < page.count and page.found[at + 1] == "byline" and is_dateline(page.all[at + 1].text, page.language):
            page.found[at + 1] = "navigation"
        first = at - 1
        while first > 0 and _ADDRESS.match(page.all[first].text):
            page.found[first] = "navigation"
            first -= 1
        if first < 0 or page.found[first] not in (None, "navigation", "legal", "caption", "heading"):
            continue
        begin = _post_begins(page, first)
        for place in range(begin, first + 1):
            page.found[place] = "post"


def _post_begins(page: Page, last: int) -> int:
    """Where a post begins that ends with the paragraph `last`."""
    for place in range(last - 1, max(-1, last - 6), -1):
        if page.found[place] is not None:
            break
        text = page.all[place].text
        if text.endswith(":"):
            return place + 1
    begin = last
    while begin > 0 and page.found[begin - 1] is None and _one_post(page, begin - 1, begin):
        begin -= 1
    return begin


def _one_post(page: Page, first: int, second: int) -> bool:
    """Whether two paragraphs are of one post: both quoted, or both in a language that the page is not."""
    one, other = page.all[first].text, page.all[second].text
    if BLOCK.match(one) or BLOCK.match(other):
        return bool(BLOCK.match(one) and BLOCK.match(other))
    if is_foreign(one, page.language):
        return is_foreign(other, page.language, certain=False)
    return is_foreign(other, page.language) and is_foreign(one, page.language, certain=False)


def teasers(page: Page) -> None:
    """Under a label that opens a list of other articles, the lines without a full stop are their titles."""
    open_list = False
    for at, one in enumerate(page.all):
        if page.found[at] == "navigation" and opens_teasers(one.text):
            open_list = True
        elif open_list and page.found[at] is None:
            if STOP.search(one.text) is None and len(one.text) <= TITLE and not GOES_ON.search(one.text):
                page.found[at] = "navigation"
            else:
                open_list = False
