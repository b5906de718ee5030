"""HTML → the words of its article, by trafilatura; what the page says of itself is read in `metadata.py`.

trafilatura is loaded here and nowhere else, when there is a page to read: it takes a third of a second. Where it is
not installed, a `Failure` says the one command that installs it.
"""

from __future__ import annotations

import logging
import re
import shlex
import sys
from typing import TYPE_CHECKING, Any, Final

from quiz.article import Article
from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from quiz.fetch.raw import Raw

#: What pyproject.toml calls `quiz[html]`; a test holds the two together. jusText needs the second, and older versions
#: of pip do not find it through the extra by which it asks for it.
REQUIREMENTS: Final = ("trafilatura>=2.3,<3", "lxml_html_clean>=0.4")
#: Rooms that say what they think of a page on standard error unless they are told not to.
_TALKATIVE: Final = ("trafilatura", "htmldate", "courlan", "justext", "readability")
#: What no XML tree can hold, and no reader wants to see.
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_DECLARED: Final = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def read_page(text: str, raw: Raw) -> Article:
    """The article of a page: its words, a paragraph a line, and title, author, day, address, language where it says.

    A quotation set apart, a post with its attribution, headings and entries of lists ("- ") are paragraphs of their
    own; soft hyphens go, some no-break spaces become plain ones, letters are composed (NFC). Tables are not read,
    except where the page is nothing but tables.

    Raises `Failure`: "page-reader-missing", "page-without-article".
    """
    reader = _reader()
    from quiz.fetch.metadata import metadata

    page = _CONTROL.sub("", _DECLARED.sub("", text, count=1))
    try:
        tree = reader.load_html(page)
        words = "" if tree is None else _words(reader, tree)
    except Exception as error:  # of a page that somebody wrote, anything may break somebody else's reader
        raise _without_article(raw) from error
    if not words:
        raise _without_article(raw)
    told = metadata(tree, raw.url)
    return Article(
        words,
        title=told.title,
        author=told.author,
        published=told.published,
        url=told.url,
        name=raw.name,
        language=told.language,
    )


def _reader() -> Any:  # noqa: ANN401 - a module that may not be there
    try:
        import trafilatura
    except ImportError as error:
        command = shlex.join([sys.executable or "python3", "-m", "pip", "install", *REQUIREMENTS])
        raise Failure(Problem("page-reader-missing", facts={"command": command})) from error
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return trafilatura


def _words(reader: Any, tree: Any) -> str:  # noqa: ANN401 - the same, and a tree of lxml
    for tables in (False, True):
        words = reader.extract(
            tree,
            output_format="txt",
            include_comments=False,
            include_tables=tables,
            include_formatting=False,
            with_metadata=False,
        )
        if words and words.strip():
            return f"{words.strip()}\n"
    return ""


def _without_article(raw: Raw) -> Failure:
    return Failure(Problem("page-without-article", facts={"name": raw.source}))
