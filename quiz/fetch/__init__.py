r"""A file, a page, a URL or standard input → an article, with what is known of it.

    article, problems = fetch("https://example.org/story")

An article as it was read is `Article.text`, and every place in it counts code points of that text:

- plain text is kept as it was written, code point for code point; only a byte order mark goes, and each end of a line
  becomes `\\n` (as Python reads a text file). No-break spaces, soft hyphens and odd quotation marks stay.
- Markdown is read as its words: marks, link targets, images, comments, code blocks and the front matter go, the lines
  of a paragraph are joined, paragraphs stay apart (`markdown.py`).
- HTML is read as the words of its article: menus, adverts and comments of readers go (`page.py`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from quiz.article import Article
from quiz.fetch.limits import LIMITS, Limits
from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from quiz.fetch.raw import Raw

__all__ = ["LIMITS", "STDIN", "Fetched", "Limits", "fetch"]

#: The name of standard input on a command line.
STDIN: Final = "-"
#: What begins with a scheme is an address; one letter and a colon is rather a drive or a file.
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:(?=//)|(?:javascript|data|mailto|about|blob|view-source):")


class Fetched(NamedTuple):
    """An article, and what is doubtful about it: its encoding was guessed, its language is neither French nor English.

    A problem that is an error ("article-language-unknown") leaves the article readable, but not for `derive`.
    """

    article: Article
    problems: tuple[Problem, ...] = ()


def fetch(
    source: str,
    *,
    published: str = "",
    language: str = "",
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
    limits: Limits = LIMITS,
) -> Fetched:
    """The article at `source`: a path, "-" for standard input, or an http(s) address.

    `published` (an ISO date) and `language` ("fr", "en"), where given, stand before what the article says of itself.
    `allow_private` lets an address lead into this computer or its network. `stdin` is where "-" reads.

    Raises `Failure` (exit code 3) where there is no article to be had; its problem says what, of which source, and
    what to do. An address with a scheme other than http and https is refused before anything is opened.
    """
    raw = _raw(source, allow_private=allow_private, stdin=stdin, limits=limits)
    article, problems = _read(raw)
    language = language or _language(article)
    if not language:
        problems = (*problems, Problem("article-language-unknown", facts={"name": source}))
    return Fetched(_with(article, published=published or article.published, language=language), problems)


def _raw(source: str, *, allow_private: bool, stdin: BinaryIO | None, limits: Limits) -> Raw:
    if source == STDIN:
        from quiz.fetch.disk import from_stdin

        return from_stdin(stdin, limits)
    scheme = _SCHEME.match(source)
    if scheme:
        if scheme[0].lower() not in ("http:", "https:"):
            raise Failure(Problem("page-scheme", facts={"url": source, "scheme": scheme[0].rstrip(":").lower()}))
        from quiz.fetch.web import from_web

        return from_web(source, allow_private=allow_private, limits=limits)
    from quiz.fetch.disk import from_file

    return from_file(source, limits)


def _read(raw: Raw) -> tuple[Article, tuple[Problem, ...]]:
    """The article in what was fetched, by what its bytes, its type or its name say that it is."""
    from quiz.fetch.charset import decode
    from quiz.fetch.formats import form, refuse_other_formats

    refuse_other_formats(raw)
    text, problems = decode(raw)
    kind = form(raw, text)
    if kind == "html":
        from quiz.fetch.page import read_page

        article = read_page(text, raw)
    elif kind == "markdown":
        from quiz.fetch.markdown import read_markdown

        article = read_markdown(text, raw)
    else:
        article = Article(text, name=raw.name, url=raw.url)
    if not article.text.strip("\ufeff\u200b\xad \t\n\r\xa0\x0b\x0c"):
        raise Failure(Problem("article-empty", facts={"name": raw.source}))
    return article, problems


def _language(article: Article) -> str:
    """French or English as the words tell, else as the article says of itself, else ""."""
    from quiz.language.which import which

    return which(article.text) or (article.language if _brief(article.text) else "")


def _brief(text: str) -> bool:
    """Whether a text is too short to tell its language, so that its own word for it counts."""
    return len(text) < 200


def _with(article: Article, *, published: str, language: str) -> Article:
    from dataclasses import replace

    return replace(article, published=published, language=language)
