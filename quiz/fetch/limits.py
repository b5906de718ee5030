"""How much is read of an article, and how long it is waited for."""

from __future__ import annotations

from typing import Final, NamedTuple


class Limits(NamedTuple):
    """Bounds of one fetch: bytes (as sent and as unpacked), seconds, and how many redirects are followed.

    `connect` bounds the connection and the handshake, `read` each wait for more, `total` everything, redirects
    included; only the time in which the system looks up a name is its own.
    """

    size: int = 10_000_000
    connect: float = 10
    read: float = 15
    total: float = 40
    redirects: int = 5


LIMITS: Final = Limits()
