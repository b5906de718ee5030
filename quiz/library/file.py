"""One file: read whole within bounds, written whole or not at all, and never over somebody else's change."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from stat import S_IMODE, S_ISREG
from typing import TYPE_CHECKING, Final, NamedTuple

from quiz.library.folder import Stamp, stamp_of

if TYPE_CHECKING:
    from quiz.problem import Fact, Failure

#: The largest deck that is read, in bytes: ten megabytes are some 50,000 cards.
LARGEST: Final = 10_000_000
_CHUNK: Final = 1 << 20


class Content(NamedTuple):
    """The bytes of a file and the stamp it had when they were read."""

    data: bytes
    stamp: Stamp


def read(path: str, largest: int = LARGEST) -> Content:
    """The bytes of a regular file. Folders, pipes and devices are refused without waiting for them.

    Raises `Failure`: "file-missing", "file-not-regular", "file-too-big" (before a byte is read), "file-unreadable".
    """
    try:
        if not S_ISREG(os.stat(path).st_mode):  # before opening: to open a device may do something
            raise _failure("file-not-regular", path)
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            status = os.fstat(descriptor)
            if not S_ISREG(status.st_mode):
                raise _failure("file-not-regular", path)
            if status.st_size > largest:
                raise _too_big(path, largest)
            chunks: list[bytes] = []
            left = largest + 1  # a file that grows meanwhile is not followed for ever
            while left and (chunk := os.read(descriptor, min(left, _CHUNK))):
                chunks.append(chunk)
                left -= len(chunk)
        finally:
            os.close(descriptor)
    except FileNotFoundError as error:
        raise _failure("file-missing", path) from error
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        raise _failure("file-unreadable", path, error=_name_of(error)) from error
    if not left:
        raise _too_big(path, largest)
    return Content(b"".join(chunks), stamp_of(status))


def write(path: str, data: bytes, expected: Stamp | None) -> Stamp:
    """Replace the file by `data`, or make it; a reader, or a loss of power, sees the old bytes or the new ones.

    `expected` is the stamp that the file had when it was read: another one now means that somebody saved in between,
    and nothing is written ("file-changed"). `None` says that there must be no such file yet ("file-exists").
    A link is followed, the mode is kept, missing folders are made. Also raises `Failure` "file-unwritable".
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    draft = os.path.join(folder, f".{os.path.basename(target)}.{os.urandom(4).hex()}")
    try:
        os.makedirs(folder, exist_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        try:
            with open(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                if expected is not None:
                    os.fchmod(descriptor, S_IMODE(os.stat(target).st_mode))
                os.fsync(descriptor)
                stamp = stamp_of(os.fstat(descriptor))
            _put(draft, target, expected, path)
        except BaseException:
            _remove(draft)
            raise
        _settle(folder)
    except FileNotFoundError as error:
        raise _failure("file-changed", path) from error
    except (OSError, ValueError) as error:
        raise _failure("file-unwritable", path, error=_name_of(error)) from error
    return stamp


def _put(draft: str, target: str, expected: Stamp | None, path: str) -> None:
    """Move the draft to its name, having looked once more, at the last moment, at what is there."""
    if expected is not None:
        if stamp_of(os.stat(target)) != expected:
            raise _failure("file-changed", path)
        os.replace(draft, target)
        return
    try:
        os.link(draft, target)  # unlike a rename, fails where the name is taken
        _remove(draft)
    except FileExistsError as error:
        raise _failure("file-exists", path) from error
    except OSError as error:  # a file system without links
        if os.path.lexists(target):
            raise _failure("file-exists", path) from error
        os.replace(draft, target)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def _settle(folder: str) -> None:
    """Make the new name itself durable, where the system lets a folder be synchronised."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    with suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)


def _name_of(error: OSError | ValueError) -> str:
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    return errno.errorcode.get(number or 0, "?")


def _too_big(path: str, largest: int) -> Failure:
    from quiz.problem import Failure, Place, Problem

    return Failure(Problem("file-too-big", Place(path), {"limit": largest // 1_000_000}))


def _failure(code: str, path: str, **facts: Fact) -> Failure:
    from quiz.problem import Failure, Problem

    return Failure(Problem(code, facts={"path": path, **facts}))
