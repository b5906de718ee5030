"""What a paragraph is by its form alone, whatever stands around it."""

from __future__ import annotations

from typing import Final

from quiz.derive import biography
from quiz.derive.datelines import is_dateline
from quiz.derive.furniture import furniture, heads_summary, plain
from quiz.derive.parts.page import BLOCK, FIGURE, HEAD, HEADING, QUOTED_LINE, STOP, TITLE, Page
from quiz.language import verbs
from quiz.language.pattern import pattern

#: — Jane Roe (@jroe) March 3, 2024. The handle is enough; without one a dash and a name after a quoted block.
_ATTRIBUTION: Final = pattern(
    r"[>\s]*(?:[–—―-]{1,3}|&mdash;)?\s*[*_]*[^\W\d_][^@.!?\n]{0,60}\(\s*@\w[\w.@-]*\s*\)[*_]*.{0,60}$"
)
_SIGNED: Final = pattern(r"[>\s]*[–—―-]{1,3}\s*[*_]*[A-ZÀ-Ý][\w.'’*-]*(?:\s+[\w.'’&*-]+){0,3}(?:,[^.!?]{2,80})?$")
_MARKDOWN: Final = pattern(r"(#{1,6})\s")
#: The time at which a line of a running report was written.
_STAMP: Final = pattern(
    r"(?:[àa]\s)?\d{1,2}(?:[.:]\d{2}|\s?h\s?\d{2}|(?=\s?[ap]m))\s?(?:[ap]\.?m\.?)?(?:\s(?:[A-Z]{2,4}))?$"
)
#: A page with as many of them is a running report.
_STAMPS: Final = 3
_CORRECTS: Final = pattern(r"(?i)(?:corrections?|update|rectificatif|pr[ée]cision|mise à jour|maj)\b")
#: Somebody somewhere: a line that says so without a verb and without a figure describes a picture.
_SEEN: Final = pattern(
    r"[A-ZÀ-Ý][^.!?…:;|«»“”\"\d]{10,140}?\s(?:at|in|outside|inside|near|during|with|on|beside|before|after|à|au|aux|devant|dans"
    r"|lors|pendant|sur|avec|en|près|chez)\s[^.!?…:;|«»“”\"\d]{3,80}\.$"
)
_NAMED: Final = pattern(r"(?<=\s)[A-ZÀ-Ý][\w'’-]+")
_BARS: Final = pattern(r"\s\|\s|\t")
_LETTERS: Final = pattern(r"[^\W\d_]+")


def by_form(page: Page) -> None:
    """What is sure by its form: signatures, Markdown's headings, furniture, captions, dates."""
    for at, one in enumerate(page.all):
        if len(one.text) <= TITLE and _attributes(page, at):
            page.found[at] = "attribution"
        elif (level := _MARKDOWN.match(one.text)) is not None:
            page.found[at] = "title" if len(level[1]) == 1 and at < HEAD else "heading"
        elif heads_summary(one.text) and at + 1 < page.count:
            page.found[at] = "heading"
        else:
            page.found[at] = furniture(one.text)
        if page.found[at] is None and _is_seen(page, one.text):
            page.found[at] = "caption"
        if page.found[at] in (None, "legal", "navigation") and is_dateline(one.text, page.language):
            page.found[at] = "byline"


def rows(page: Page) -> None:
    """Two lines or more with as many bars, and figures between them, are a table of the story."""
    bars = [len(_BARS.findall(one.text)) if "|" in one.text or "\t" in one.text else 0 for one in page.all]
    at = 0
    while at < page.count:
        end = at + 1
        while bars[at] and end < page.count and bars[end] == bars[at]:
            end += 1
        if end - at > 1 and sum(FIGURE.search(one.text) is not None for one in page.all[at:end]) * 2 >= end - at:
            page.found[at:end] = ["body"] * (end - at)
        at = end


def running(page: Page) -> None:
    """The times of a running report are headings, and so is a line under one that is no sentence."""
    stamps = [at for at, one in enumerate(page.all) if len(one.text) <= 16 and _STAMP.match(one.text)]
    for at in stamps:
        page.found[at] = "heading"
    if len(stamps) < _STAMPS:
        return
    for at in stamps:
        if at + 1 < page.count and page.found[at + 1] is None and page.is_title(at + 1, HEADING):
            page.found[at + 1] = "heading"
    for at in range(stamps[0], stamps[-1]):
        if page.found[at] == "legal" and _CORRECTS.match(page.all[at].text) and STOP.search(page.all[at].text):
            page.found[at] = "body"


def _is_seen(page: Page, text: str) -> bool:
    return (
        len(text) <= TITLE
        and _SEEN.match(text) is not None
        and len(_NAMED.findall(text)) > 1
        and not any(verbs.is_finite(word, page.language) for word in _LETTERS.findall(text))
    )


def _attributes(page: Page, at: int) -> bool:
    text = page.all[at].text
    return ("@" in text and _ATTRIBUTION.match(text) is not None) or _signs(page, at) or _cites(page, at)


def _signs(page: Page, at: int) -> bool:
    """Whether a line with a dash and a name stands under quoted words."""
    text = page.all[at].text
    if at == 0 or _SIGNED.match(text) is None:
        return False
    above = page.all[at - 1].text
    return (BLOCK.match(text) is not None and BLOCK.match(above) is not None) or (
        QUOTED_LINE.match(above) is not None and len(text) <= 100
    )


def _cites(page: Page, at: int) -> bool:
    """Whether a line is the name of whom the whole line above it quotes."""
    text = page.all[at].text
    above = QUOTED_LINE.match(page.all[at - 1].text) if at else None
    return (
        above is not None
        and STOP.search(above["words"]) is not None
        and biography.is_name(text)
        and plain(text) != plain(page.author)
        and at + 1 < page.count
    )
