"""The texts of a deck's sources: the copies beside it, or those of another folder."""

from __future__ import annotations

import os
from typing import NamedTuple

from quiz.article import Article
from quiz.deck.card import Source
from quiz.deck.characters import decode
from quiz.library.file import read
from quiz.problem import Failure, Place, Problem


class Text(NamedTuple):
    """What there is of a source's text; and what is wrong with it, if anything."""

    article: Article | None = None
    problem: Problem | None = None


def folder_of(deck_path: str) -> str:
    """The folder that holds the texts of a deck's articles: `x.articles` beside `x.yaml`."""
    return f"{os.path.splitext(deck_path)[0]}.articles"


def text_of(deck_path: str, source: Source, folder: str = "") -> Text:
    """The text of a source, by the name that its `file:` says, else by its key.

    Without a `folder` it is looked for in the deck's own (`folder_of`), then beside the deck. The problem is
    "source-text-missing", "source-text-changed" (the text is there and is not the one of its `sha256:`), or why the
    file cannot be read.
    """
    path = next(filter(os.path.isfile, _paths(deck_path, source, folder)), None)
    if path is None:
        return Text(problem=Problem("source-text-missing", _place(deck_path, source, ""), {"source": source.key}))
    try:
        text = decode(read(path).data, path)
    except Failure as failure:
        return Text(problem=failure.problems[0])
    if isinstance(text, Problem):
        return Text(problem=text)
    article = Article(text, source.title, source.author, source.published, source.url, os.path.basename(path))
    if not source.sha256 or source.sha256.casefold() == article.digest:
        return Text(article)
    place = _place(deck_path, source, "sha256")
    return Text(article, Problem("source-text-changed", place, {"source": source.key, "path": path}))


def _paths(deck_path: str, source: Source, folder: str) -> list[str]:
    # Only the last part of a name: a deck must not lead out of the folders where its texts are looked for.
    names = [os.path.basename(source.file)] if source.file else [f"{source.key}.txt", f"{source.key}.md"]
    folders = [folder] if folder else [folder_of(deck_path), os.path.dirname(deck_path)]
    return [os.path.join(one, os.path.basename(name)) for one in folders for name in names]


def _place(deck_path: str, source: Source, key: str) -> Place:
    return Place(deck_path, *(source.where.get(key) or source.where.get("") or (1, 1)))
