"""What the articles of a command line are: files, addresses, standard input together; each file of a folder alone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from quiz.article import Article
    from quiz.house import House

LONGEST_KEY: Final = 60
#: What a folder is searched for.
ENDINGS: Final = (".txt", ".text", ".md", ".markdown", ".html", ".htm")


class Batch(NamedTuple):
    """Articles that make one deck, by the keys of their sources; `names` are what they were called, by the same keys.

    `folder` is the folder they were found in, "" where they were named one by one.
    """

    articles: dict[str, Article]
    names: dict[str, str]
    problems: tuple[Problem, ...] = ()
    folder: str = ""


class Wanted(NamedTuple):
    """The names of the articles of one batch, before they are fetched."""

    sources: tuple[str, ...]
    folder: str = ""


def wanted(given: list[str]) -> list[Wanted]:
    """The batches that are meant: all that is named is one; of a folder, every text in it is one of its own.

    Raises `Failure` "folder-without-articles".
    """
    named = tuple(dict.fromkeys(name for name in given if not os.path.isdir(name)))
    batches = [Wanted(named)] if named else []
    for folder in (name for name in given if os.path.isdir(name)):
        inside = sorted(_inside(folder))
        if not inside:
            raise Failure(Problem("folder-without-articles", facts={"path": folder}))
        batches += [Wanted((path,), folder) for path in inside]
    return batches


def _inside(folder: str) -> Iterator[str]:
    for top, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith(".articles")]
        for name in files:
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                yield os.path.join(top, name)


def fetched(meant: Wanted, options: Namespace, house: House) -> Batch:
    """The articles of a batch; what cannot be fetched, or is in neither language, is a problem and left out."""
    from dataclasses import replace

    from quiz.derive.making import key_of
    from quiz.derive.passages import title
    from quiz.fetch import fetch

    articles: dict[str, Article] = {}
    names: dict[str, str] = {}
    problems: list[Problem] = []
    for source in meant.sources:
        try:
            article, doubts = fetch(
                source,
                published=options.date,
                language=options.language,
                allow_private=options.allow_private,
                stdin=getattr(house.stdin, "buffer", None),
            )
        except Failure as failure:
            problems += failure.problems
            continue
        problems += doubts
        if article.language:
            article = replace(article, title=title(article, language=article.language))
            key = _in_folder(source, meant.folder) if meant.folder else key_of(article, articles)
            articles[key], names[key] = article, source
    return Batch(articles, names, tuple(problems), meant.folder)


def _in_folder(path: str, folder: str) -> str:
    """The key of a file of a folder: its own name in the folder, so that no two are the same on any run."""
    from hashlib import sha256

    from quiz.derive.making import slug

    inside = os.path.relpath(path, folder)
    plain = slug(os.path.splitext(inside)[0], LONGEST_KEY)
    exact = plain == os.path.splitext(inside)[0]
    return plain if exact else f"{plain}-{sha256(inside.encode('utf-8', 'surrogateescape')).hexdigest()[:6]}".strip("-")


def by_language(batch: Batch) -> list[Batch]:
    """A deck speaks one language: a batch of articles in two becomes two. The problems stay with the first."""
    languages = list(dict.fromkeys(article.language for article in batch.articles.values()))
    if len(languages) < 2:
        return [batch]
    parts = [
        {key: article for key, article in batch.articles.items() if article.language == language}
        for language in languages
    ]
    first, *others = (Batch(part, {key: batch.names[key] for key in part}, folder=batch.folder) for part in parts)
    return [first._replace(problems=batch.problems), *others]
