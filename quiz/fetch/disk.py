"""The bytes of a file, a pipe or standard input, within bounds."""

from __future__ import annotations

import errno
import os
import re
import sys
from stat import S_ISDIR, S_ISFIFO, S_ISREG
from typing import TYPE_CHECKING, BinaryIO, Final

from quiz.fetch.raw import Raw
from quiz.problem import Fact, Failure, Problem

if TYPE_CHECKING:
    from quiz.fetch.limits import Limits

_CHUNK: Final = 1 << 20
#: "example.org/story": an address without its scheme, if there is no such file. The ending is no ending of a file.
_ADDRESS: Final = re.compile(
    r"(?:www\.)?(?:[a-z0-9-]+\.)+(?!txt|md|html?|xhtml|markdown|text)[a-z]{2,}(?:[/?:].*)?", re.IGNORECASE
)
_SHORT: Final = re.compile(r"www\.|[^/]*\.[a-z]{2,}/", re.IGNORECASE)


def from_file(path: str, limits: Limits) -> Raw:
    """The bytes of a file, or of a named pipe (`<(command)` in a shell is one). Devices are not opened.

    Raises `Failure`: "file-missing", "page-without-scheme" (an address that lacks its https://), "article-folder",
    "file-not-regular", "file-unreadable", "article-too-big".
    """
    try:
        mode = os.stat(path).st_mode
        if S_ISDIR(mode):
            raise _failure("article-folder", path=path)
        if not (S_ISREG(mode) or S_ISFIFO(mode)):
            raise _failure("file-not-regular", path=path)
        with open(path, "rb") as file:
            data = _within(file, path, limits)
    except (FileNotFoundError, NotADirectoryError) as error:
        if _SHORT.match(path) and _ADDRESS.fullmatch(path):
            raise _failure("page-without-scheme", url=path) from error
        raise _failure("file-missing", path=path) from error
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        raise _failure("file-unreadable", path=path, error=_name_of(error)) from error
    return Raw(data, path, os.path.basename(os.path.abspath(path)))


def from_stdin(stdin: BinaryIO | None, limits: Limits) -> Raw:
    """All bytes of standard input. Raises `Failure`: "article-too-big", "file-unreadable"."""
    stream = stdin if stdin is not None else sys.stdin.buffer
    try:
        return Raw(_within(stream, "stdin", limits), "stdin", "stdin")
    except OSError as error:
        raise _failure("file-unreadable", path="stdin", error=_name_of(error)) from error


def _within(stream: BinaryIO, source: str, limits: Limits) -> bytes:
    """All that a stream holds, and not a byte more than the limit."""
    chunks: list[bytes] = []
    left = limits.size + 1
    while left and (chunk := stream.read(min(left, _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    if not left:
        raise _failure("article-too-big", name=source, limit=limits.size // 1_000_000)
    return b"".join(chunks)


def _name_of(error: OSError | ValueError) -> str:
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    return errno.errorcode.get(number or 0, "?")


def _failure(code: str, **facts: Fact) -> Failure:
    return Failure(Problem(code, facts=facts))
