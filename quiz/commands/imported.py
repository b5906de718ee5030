"""The deck file that some files in other formats become, or come into: found, read, joined, written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from quiz.problem import Failure, Place, Problem

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from quiz.commands.import_files import There
    from quiz.deck.card import Card
    from quiz.exchange.entry import Found
    from quiz.exchange.joining import Joined
    from quiz.exchange.making import Made
    from quiz.house import House

#: The largest file that is read, in bytes.
LARGEST: Final = 200_000_000
_TEXTS: Final = (".txt", ".text")


class Batch(NamedTuple):
    """Files that make one deck, and the folder in which they were found ("" where they were named)."""

    paths: tuple[str, ...]
    folder: str = ""


class Imported(NamedTuple):
    """What came of a batch: the deck's file, what was added, renewed, there already; and what was left or changed.

    `parts` are the files, their decks and how many cards came into each, where one file could not hold them all.
    """

    path: str
    deck: str
    title: str
    language: str
    files: tuple[str, ...]
    formats: tuple[str, ...]
    added: int
    changed: tuple[tuple[Card, Card], ...]
    same: int
    cards: int
    kinds: dict[str, int]
    guessed: dict[str, int]
    left: tuple[Problem, ...]
    parts: tuple[tuple[str, str, int], ...] = ()


def batches(options: Namespace) -> Iterator[Batch]:
    """What is named becomes a deck each, a folder one with all its files; with one deck or file named, all one deck."""
    inside = {name: tuple(sorted(_inside(name))) for name in options.files if os.path.isdir(name)}
    empty = [name for name, found in inside.items() if not found]
    if empty:
        raise Failure(*(Problem("import-nothing", facts={"path": name}) for name in empty))
    one_file = options.output and not options.output.endswith(os.sep) and not os.path.isdir(options.output)
    if options.deck or one_file:
        paths = tuple(path for name in options.files for path in inside.get(name, (name,)))
        yield Batch(paths, options.files[0] if len(options.files) == 1 and inside else "")
        return
    for name in dict.fromkeys(options.files):
        yield Batch(inside.get(name, (name,)), name if name in inside else "")


def _inside(folder: str) -> Iterator[str]:
    from quiz.exchange.formats import FORMATS, READ

    endings = (*_TEXTS, *(ending for name in READ for ending in FORMATS[name].endings))
    for top, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.lower().endswith(endings) and not name.startswith("."):
                yield os.path.join(top, name)


def bring(batch: Batch, columns: tuple[str, ...], options: Namespace, house: House) -> Imported:
    """Read the files of a batch and bring their cards into its deck. Raises `Failure` where nothing can be done."""
    from quiz.commands.import_files import join, path_of, read_there
    from quiz.derive.making import slug
    from quiz.exchange.making import Maker

    read = [(path, *_found(path, columns, options, house)) for path in batch.paths]
    title = options.title or _name(batch, [found for _, found, _ in read])
    own = options.deck or slug(title, 60) or "deck"
    path = path_of(own, options, house)
    there = read_there(path, own)
    if there.deck is not None:
        if options.deck and there.deck.id != own:
            facts = {"deck": there.deck.id, "wanted": own}
            raise Failure(Problem("import-other-deck", Place(path), facts), exit_code=2)
        if options.language and there.deck.language != options.language:
            facts = {"deck": there.deck.language, "wanted": options.language}
            raise Failure(Problem("import-other-language", Place(path), facts), exit_code=2)
        own = there.deck.id
    language = there.deck.language if there.deck else options.language or _language([found for _, found, _ in read])
    maker = Maker(own, language, options.kind)
    left: list[Problem] = []
    for source, found, _ in read:
        topics = _topics(source, batch, many=len(read) > 1)
        maker.add(source, (entry._replace(tags=(*entry.tags, *topics)) for entry in found.entries))
        left += found.left
    made = maker.made()
    left += made.left
    if not made.cards:
        why = [problem for problem in left if problem.severity == "error"]
        raise Failure(*(why[:20] or [Problem("import-empty", Place(batch.paths[0]))]), exit_code=1)
    parts, joined = join(there, title, made, options)
    formats = tuple(dict.fromkeys(name for _, _, name in read))
    return _told(batch, there, title, language, formats, made, joined, left, parts)


def _told(
    batch: Batch,
    there: There,
    title: str,
    language: str,
    formats: tuple[str, ...],
    made: Made,
    joined: Sequence[Joined],
    left: Sequence[Problem],
    parts: tuple[tuple[str, str, int], ...],
) -> Imported:
    kinds: dict[str, int] = {}
    for card in made.cards:
        kinds[card.answer.kind] = kinds.get(card.answer.kind, 0) + 1
    everything = [*left, *(problem for one in joined for problem in one.left)]
    order = {path: number for number, path in enumerate(batch.paths)}
    everything.sort(
        key=lambda problem: (order.get(problem.place.path, 0), problem.place.line) if problem.place else (0, 0)
    )
    return Imported(
        there.path,
        there.deck.id if there.deck else there.own,
        there.deck.title if there.deck else title,
        language,
        batch.paths,
        formats,
        sum(len(one.added) for one in joined),
        tuple(pair for one in joined for pair in one.changed),
        sum(one.same for one in joined),
        len(made.cards),
        kinds,
        made.guessed,
        tuple(everything),
        parts if len(parts) > 1 else (),
    )


# --- reading ---------------------------------------------------------------------------------------------------------


def _found(path: str, columns: tuple[str, ...], options: Namespace, house: House) -> tuple[Found, str]:
    """What a file says, and its format. Raises `Failure` where it is none that we read."""
    from quiz.exchange.encoding import decode
    from quiz.exchange.entry import Wish
    from quiz.exchange.formats import FORMATS, READ, detected
    from quiz.library import file

    if path == "-":
        stream = getattr(house.stdin, "buffer", None)
        data = stream.read(LARGEST) if stream is not None else house.stdin.read().encode("utf-8", "surrogateescape")
    else:
        data = file.read(path, LARGEST).data
    decoded = decode(data, path)
    if isinstance(decoded, Problem):
        raise Failure(decoded, exit_code=1)
    text, doubts = decoded
    name = options.format or ("csv" if columns and detected(text, path) == "text" else detected(text, path))
    if not name:
        if not text.strip():
            raise Failure(Problem("import-empty", Place(path)), exit_code=1)
        if path.lower().endswith((".yaml", ".yml")):
            raise Failure(Problem("import-is-deck", Place(path)), exit_code=1)
        raise Failure(Problem("import-format", Place(path), {"known": READ}), exit_code=1)
    reader = FORMATS[name].read
    if reader is None:  # pragma: no cover - READ holds those that have one
        raise LookupError(name)
    found = reader(text, path, Wish(columns, options.apart, options.language))
    return found._replace(left=(*doubts, *found.left)), name


def _name(batch: Batch, found: Sequence[Found]) -> str:
    named = {one.name for one in found}
    if len(named) == 1 and (name := next(iter(named))):
        return " ".join(name.split())
    path = os.path.abspath(batch.folder) if batch.folder else batch.paths[0]
    return " ".join(os.path.splitext(os.path.basename(path))[0].split()).strip("-") or "import"


def _topics(path: str, batch: Batch, *, many: bool) -> tuple[str, ...]:
    """The file and the folders that it is in, the innermost first, where several files are one deck."""
    if not many:
        return ()
    inside = os.path.relpath(path, batch.folder) if batch.folder else os.path.basename(path)
    return tuple(part for part in reversed(os.path.splitext(inside)[0].split(os.sep)) if part not in ("", "..", "."))


def _language(found: Sequence[Found]) -> str:
    """The language of what is asked, as its words tell; English where they do not."""
    from quiz.language.which import which

    texts = [f"{entry.question} {entry.answer}" for one in found for entry in one.entries[:400]]
    return which("\n".join(texts)[:60_000]) or "en"
