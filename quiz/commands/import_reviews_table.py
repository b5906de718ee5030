"""A table of reviews as it lies on the disk: packed or not, in whatever encoding, its cells parted by whatever sign."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final, TextIO, cast

from quiz.problem import Failure, Place, Problem

if TYPE_CHECKING:
    from quiz.exchange.revlog_columns import Columns

#: How files begin that hold reviews, but no table of text; what they are.
_OTHERS: Final = (
    (b"SQLite format 3\0", "SQLite"),
    (b"PK\x03\x04", "zip"),
    (b"PAR1", "Parquet"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"{", "JSON"),
    (b"[", "JSON"),
)
_PIECE: Final = 1 << 20


class Table:
    """A table of text with a header; Anki's own may lack it. Raises `Failure` where the file is none, or unreadable."""

    def __init__(self, path: str) -> None:
        import csv

        from quiz.exchange.revlog_columns import ANKI, headless

        self.path = path
        try:
            self._packed, self.encoding = _encoding(path)
            with self._opened() as text:
                first = text.readline(100_000)
        except (OSError, EOFError) as error:
            facts = {"path": path, "error": getattr(error, "strerror", None) or str(error)}
            raise Failure(Problem("file-unreadable", facts=facts)) from error
        self._separator = max(",\t;|", key=first.count)
        self.header = next(csv.reader([first], delimiter=self._separator), [])
        self._headless = headless(self.header)
        if self._headless:
            self.header = list(ANKI)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows below the header with their lines, read as they are asked for."""
        import csv

        top = 0 if self._headless else 1
        with self._opened() as text:
            reader = csv.reader((line.replace("\0", "\ufffd") for line in text), delimiter=self._separator)
            while True:
                try:
                    row = next(reader)
                except StopIteration:
                    return
                except csv.Error:  # a cell longer than a page
                    row = ["\ufffd"]
                if reader.line_num > top and any(row):
                    yield reader.line_num, row

    def in_order(self, columns: Columns) -> Iterator[tuple[int, list[str]]]:
        """The same in the order of the rows' own numbers."""
        from quiz.exchange.revlog_ratings import number_of

        place = columns.order or 0
        yield from sorted(self.rows(), key=lambda row: (number_of(row[1][place]) or 0) if place < len(row[1]) else 0)

    @contextmanager
    def _opened(self) -> Iterator[TextIO]:
        from io import TextIOWrapper

        with (
            _unpacked(self.path, packed=self._packed) as stream,
            TextIOWrapper(stream, encoding=self.encoding, errors="replace", newline="") as text,
        ):
            yield text


@contextmanager
def _unpacked(path: str, *, packed: bool) -> Iterator[IO[bytes]]:
    import gzip

    with open(path, "rb") as raw:
        yield cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if packed else raw


def _encoding(path: str) -> tuple[bool, str]:
    """Whether a file is packed by gzip, and its encoding: UTF-16 by its mark, else UTF-8 if all of it is, else
    Windows-1252, which is what spreadsheets still write.
    """
    from codecs import getincrementaldecoder

    with open(path, "rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    with _unpacked(path, packed=packed) as stream:
        piece = stream.read(_PIECE)
        for mark, sort in _OTHERS:
            if piece.lstrip().startswith(mark):
                raise Failure(Problem("import-reviews-format", Place(path), {"sort": sort}), exit_code=1)
        if piece[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            return packed, "utf-16"
        decoder = getincrementaldecoder("utf-8")()
        try:
            while piece:
                decoder.decode(piece)
                piece = stream.read(_PIECE)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return packed, "cp1252"
    return packed, "utf-8-sig"
