"""Paragraphs → which part of the page each of them is, by its form and by where it stands among the others.

A page is read from both ends. At its head stand title, standfirst, byline and date; at its foot biographies, teasers
and rights; between them a paragraph is the story, unless it is a heading, a post, or furniture by its form alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from quiz.derive.document import Part
from quiz.derive.furniture import furniture
from quiz.derive.lines import Paragraph
from quiz.derive.parts.between import headings, summaries
from quiz.derive.parts.foot import foot
from quiz.derive.parts.forms import by_form, rows, running
from quiz.derive.parts.head import head
from quiz.derive.parts.page import Page
from quiz.derive.parts.posts import posts, teasers


def parts(paragraphs: Sequence[Paragraph], language: str, author: str = "") -> list[Part]:
    """The part of each paragraph. `author` is who wrote the page, where that is known, or "".

    Each rule has its turn: what is sure by its form first, what depends on its neighbours after it.
    """
    page = Page(paragraphs, language, author)
    for rule in (by_form, rows, running, posts, teasers):
        rule(page)
    start = head(page)
    summaries(page, start)
    foot(page, start)
    headings(page, start)
    told = [part or "body" for part in page.found]
    if any(part in ("body", "post") for part in told):
        return told
    # A page whose every line looks like a title is told in titles.
    return [furniture(one.text) or "body" for one in paragraphs]
