"""What stands between the paragraphs of a story: points that say it again, and headings."""

from __future__ import annotations

from quiz.derive.furniture import heads_summary, plain
from quiz.derive.lines import is_bullet
from quiz.derive.parts.page import HEADING, HEADING_WORDS, QUOTED_LINE, STOP, TURN, Page


def summaries(page: Page, start: int) -> None:
    """Points before the story, and those under a label, that say what the story says again."""
    at = 0
    while at < page.count:
        labelled = at > 0 and page.found[at - 1] == "heading" and heads_summary(page.all[at - 1].text)
        if not labelled and at > start + 1:
            break
        end = at
        while end < page.count and page.found[end] is None and _is_point(page, end, labelled=labelled):
            end += 1
        if end - at >= (1 if labelled else 2):
            repeated = sum(page.repeats(page.all[place].text, end, 0.4) for place in range(at, end))
            if labelled or 2 * repeated >= end - at:
                page.found[at:end] = ["summary"] * (end - at)
                start = max(start, end)
        at = max(end, at + 1)


def _is_point(page: Page, at: int, *, labelled: bool) -> bool:
    text = page.all[at].text
    if is_bullet(text):
        return True
    return labelled and len(text) <= 220 and page.repeats(text, at + 1, 0.6)


def headings(page: Page, start: int) -> None:
    """Lines without a full stop before a paragraph, and quoted ones that a paragraph says again."""
    questions = sum(_asks(page, at) for at in range(start, page.count))
    for at in range(start, page.count):
        if page.found[at] is not None:
            continue
        text = page.all[at].text
        quoted = QUOTED_LINE.match(text) if len(text) <= 220 else None
        if quoted is not None and _said_elsewhere(page, quoted["words"], at):
            page.found[at] = "heading"
            continue
        if len(text) > HEADING or len(text.split()) > HEADING_WORDS or page.told(at):
            continue
        if at + 1 >= page.count or (page.found[at + 1] not in (None, "post", "heading", "caption", "summary")):
            continue
        if STOP.search(text) is None or (_asks(page, at) and questions <= 2) or (text.isupper() and len(text) > 3):
            page.found[at] = "heading"


def _asks(page: Page, at: int) -> bool:
    """Whether a paragraph is one short question that nobody is said to ask."""
    text = page.all[at].text
    return (
        page.found[at] is None
        and len(text) <= 90
        and text.endswith("?")
        and text[0] not in "«“\"‘'–—-"
        and text.count("?") == 1
        and TURN.match(text) is None
        and page.next_is_prose(at)
    )


def _said_elsewhere(page: Page, words: str, at: int) -> bool:
    wanted = plain(words).rstrip(".!?… ")
    return any(
        wanted in plain(one.text)
        for place, one in enumerate(page.all)
        if place != at and page.found[place] in (None, "body") and len(one.text) > len(words)
    )
