"""One connection to one address that was looked at before, every wait of it bounded by one deadline."""

from __future__ import annotations

import io
import socket
import time
from contextlib import suppress
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any, Final

from quiz.problem import Fact, Failure, Problem

if TYPE_CHECKING:
    from quiz.fetch.address import Address
    from quiz.fetch.limits import Limits

_SMALL: Final = 0.001


class Deadline:
    """The end of a whole fetch, on the clock that never goes back."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._until = time.monotonic() + limits.total

    def wait(self, longest: float) -> float:
        """How long may be waited now: `longest` seconds at most. Raises `TimeoutError` where no time is left."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return max(_SMALL, min(left, longest))


def resolve(host: str, port: int) -> list[str]:
    """The numeric addresses of a name, in the order in which the system would try them. Raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def connect(number: str, port: int, seconds: float) -> socket.socket:
    """A connection to a numeric address: no name is looked up again. Raises `OSError`."""
    return socket.create_connection((number, port), timeout=seconds)


class Connection(HTTPConnection):
    """HTTP over a connection to the address that was checked, for a host that is known by another name."""

    def __init__(self, address: Address, numbers: list[str], deadline: Deadline) -> None:
        super().__init__(address.host, address.port)
        self._address, self._numbers, self._deadline = address, numbers, deadline
        self._plain: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the first of the numbers that answers; with https, only to whom a certificate vouches for."""
        limits = self._deadline.limits
        plain = self._first(limits)
        if self._address.scheme == "https":
            import ssl

            plain.settimeout(self._deadline.wait(limits.connect))
            try:
                plain = ssl.create_default_context().wrap_socket(plain, server_hostname=self._address.host)
            except BaseException:
                plain.close()
                raise
        self._plain = plain
        self.sock: Any = _Bounded(plain, self._deadline)

    def hang_up(self) -> None:
        """Close the connection, whatever is still being read from it."""
        self.close()
        if self._plain is not None:
            self._plain.close()

    def _first(self, limits: Limits) -> socket.socket:
        for number in self._numbers[:-1]:
            with suppress(OSError):
                return connect(number, self._address.port, self._deadline.wait(limits.connect))
        return connect(self._numbers[-1], self._address.port, self._deadline.wait(limits.connect))


class _Bounded:
    """A socket as http.client wants it, of which no read and no write outlasts the deadline."""

    def __init__(self, plain: socket.socket, deadline: Deadline) -> None:
        self._plain, self._deadline = plain, deadline

    def sendall(self, sent: bytes) -> None:
        self._plain.settimeout(self._deadline.wait(self._deadline.limits.read))
        self._plain.sendall(sent)

    def makefile(self, mode: str) -> io.BufferedReader:  # noqa: ARG002 - http.client reads, and only bytes
        return io.BufferedReader(_Reader(self._plain, self._deadline))

    def close(self) -> None:
        """Nothing: http.client closes its socket before the body is read, and counts on others to keep it open."""


class _Reader(io.RawIOBase):
    """What comes from a socket; each wait for more is as long as it may be, and not longer."""

    def __init__(self, plain: socket.socket, deadline: Deadline) -> None:
        self._plain, self._deadline = plain, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:  # noqa: ANN401 - a buffer that can be written; it has no name yet
        self._plain.settimeout(self._deadline.wait(self._deadline.limits.read))
        return self._plain.recv_into(into)


def failure(code: str, **facts: Fact) -> Failure:
    """A failure of one problem."""
    return Failure(Problem(code, facts=facts))
