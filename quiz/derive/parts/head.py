"""The head of a page: title, standfirst, byline and the pictures before the story begins."""

from __future__ import annotations

from typing import Final

from quiz.derive.lines import is_bullet
from quiz.derive.parts.page import GOES_ON, HEAD, PROSE, STANDFIRST, STOP, TITLE, Page
from quiz.language.pattern import pattern

_FULL_STOP: Final = pattern(r"[.…][\"»”’'›)\]*_\d\s]*(?:\([^()]{1,40}\))?$")
_QUESTION: Final = pattern(r"[?!][\"»”’'›)\]*_\s]*$")
_DASH: Final = pattern(r"[–—-]\s*\S")
#: JAKARTA (Reuters) - …: with this a dispatch begins.
_DISPATCH: Final = pattern(r"[A-ZÀ-Ý][A-ZÀ-Ý .'’-]{2,40}(?:,[^()\n]{2,40})?\s*\([A-Z][\w /&.-]{1,30}\)\s*[-–—]{1,2}\s")
#: A picture's maker alone: what stands above it says what is seen.
_CREDIT: Final = pattern(
    r"(?i)\(?(?:photo |image |picture )?(?:credits?|crédits?|photos?|images?|pictures?)\s?(?:photos?)?\s?[:/©]"
    r"[^.!?]*(?:\.com\b[^.!?]*)?\.?$"
)
_CAPTION: Final = 250
#: The kind of a piece before its standfirst: REPORTAGE – …
_GENRE: Final = pattern(
    r"(?:REPORTAGE|ENQUÊTE|ENQUETE|RÉCIT|RECIT|ANALYSE|ENTRETIEN|INTERVIEW|PORTRAIT|DÉCRYPTAGE|DECRYPTAGE|TÉMOIGNAGES?"
    r"|TRIBUNE|CHRONIQUE|CRITIQUE|ÉDITORIAL|EDITORIAL|VIDÉO|VIDEO|INFOGRAPHIE|EXCLUSIF|EXCLUSIVE|ANALYSIS|OPINION|REVIEW"
    r"|FEATURE|PROFILE|EXPLAINER|COMMENT|INVESTIGATION|REPORT)S?\s*(?:[–—:|.]|-\s)"
)
#: …, as Jane Roe reports: how a standfirst names who wrote the piece.
_REPORTS: Final = pattern(r",\s[^,.]{2,40}[A-Z][\w'’-]+ (?:reports|writes|explains|has more|finds out|asks)\.?$")


def head(page: Page) -> int:
    """Title, standfirst and byline; where the story begins."""
    _pictured(page)
    byline = max(_last_byline(page), _dispatched(page))
    titled = any(part == "title" for part in page.found[: byline + 1])
    for at in range(byline + 1):
        if page.found[at] is not None:
            continue
        text = page.all[at].text
        if (
            not _FULL_STOP.search(text)
            or not titled
            or _GENRE.match(text)
            or _REPORTS.search(text)
            or page.repeats(text, at + 1, 0.4)
        ):
            page.found[at] = "title"
            titled = True
        else:
            page.found[at] = "lead"
    at = byline + 1
    while at < page.count - 1:
        text = page.all[at].text
        if page.found[at] is None:
            if is_bullet(text) or _DASH.match(text) or not _may_be_title(page, at, titled):
                break
            page.found[at] = "heading" if titled else "title"
            titled = titled or len(text.split()) > 1
        elif page.found[at] in ("post", "attribution"):
            break
        at += 1
    return _leads(page, at)


def _pictured(page: Page) -> None:
    """What stands above a picture's credit before anything is told says what the picture shows."""
    for at, one in enumerate(page.all[:HEAD]):
        if page.found[at] == "caption" and at and page.found[at - 1] is None and _CREDIT.match(one.text):
            above = page.all[at - 1].text
            if len(above) <= _CAPTION and _FULL_STOP.search(above):
                page.found[at - 1] = "caption"
        last = at + 1 >= page.count or page.found[at + 1] != "caption"
        if last and page.found[at] is None and _FULL_STOP.search(one.text):
            return


def _dispatched(page: Page) -> int:
    """The last paragraph above the one with which a dispatch begins, -1 if none does."""
    for at, one in enumerate(page.all[:6]):
        if page.found[at] is None and _DISPATCH.match(one.text):
            for place in range(at):
                page.found[place] = page.found[place] or "title"
            return at - 1
        if len(one.text) > STANDFIRST:
            break
    return -1


def _may_be_title(page: Page, at: int, titled: bool) -> bool:
    text = page.all[at].text
    if titled and at < 4 and len(text) <= STANDFIRST and (_GENRE.match(text) or _REPORTS.search(text)):
        return True
    if len(text) > (PROSE if titled else TITLE) or GOES_ON.search(text):
        return False
    if STOP.search(text) is None:
        return True
    return not titled and _QUESTION.search(text) is not None and len(text) <= PROSE and page.next_is_prose(at)


def _last_byline(page: Page) -> int:
    """The last byline of the head, -1 if it has none: above it no story is told."""
    last, told = -1, 0
    for at, one in enumerate(page.all[:HEAD]):
        if page.found[at] == "byline":
            last = at
        elif page.found[at] is None and not is_bullet(one.text):
            told += len(one.text) > STANDFIRST or (_FULL_STOP.search(one.text) is not None)
            if told > 1 or len(one.text) > STANDFIRST:
                break
        elif page.found[at] in ("post", "attribution"):
            break
    return last


def _leads(page: Page, start: int) -> int:
    """A first paragraph above a title is the lead."""
    after = start + 1
    if (
        start == 0
        and after + 1 < page.count
        and page.found[0] is None
        and page.found[after] is None
        and STOP.search(page.all[after].text) is None
        and len(page.all[0].text) <= STANDFIRST
        and page.repeats(page.all[0].text, after, 0.6)
        and page.repeats(page.all[after].text, after + 1, 0.6)
    ):
        page.found[0], page.found[after] = "lead", "title"
        return after + 1
    return start
