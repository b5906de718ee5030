"""The bytes of a page of the web: http and https, within bounds, from nobody's own network.

Each address, the first and those of redirects, is looked up once, refused unless all its numbers are public, and
connected to by its number, so that a name cannot mean one machine when it is checked and another when it is called
(DNS rebinding). No cookies, no credentials, no scripts, one request at a time.

Proxies are not used: a proxy looks up names itself, and what it then connects to could not be checked. Where
the page cannot be reached and the environment names a proxy, the problem says so, and how else to get the page.
"""

from __future__ import annotations

import os
import re
import ssl
import zlib
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException, HTTPResponse, IncompleteRead
from typing import Final

from quiz import __version__
from quiz.fetch.address import Address, is_public, read_address
from quiz.fetch.connection import Connection, Deadline, failure, resolve
from quiz.fetch.limits import Limits
from quiz.fetch.raw import Raw

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_TYPES: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown"})
_ASKED: Final = {
    "User-Agent": f"quiz/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain",
    "Accept-Language": "fr, en",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_CHUNK: Final = 1 << 16
_CHARSET: Final = re.compile(r";\s*charset\s*=\s*\"?([^\s\";]{1,40})", re.IGNORECASE)
_PROXIES: Final = ("https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY")


def from_web(url: str, *, allow_private: bool, limits: Limits) -> Raw:
    """The bytes of the page at `url`, where its redirects end.

    Raises `Failure`: "page-scheme", "page-address-odd", "page-private" (unless `allow_private`), "page-unknown-host",
    "page-unreachable", "page-behind-proxy", "page-insecure", "page-slow", "page-redirects", "page-missing",
    "page-refused", "page-status", "page-type", "page-damaged", "article-too-big".
    """
    deadline = Deadline(limits)
    address = read_address(url)
    for _ in range(limits.redirects + 1):
        try:
            found = _asked(address, url, deadline, allow_private=allow_private)
        except TimeoutError as error:
            raise failure("page-slow", url=url, seconds=_seconds(limits)) from error
        except ssl.SSLError as error:
            why = getattr(error, "verify_message", "") or error.reason or "TLS"
            raise failure("page-insecure", host=address.host, error=str(why)) from error
        except (IncompleteRead, zlib.error, EOFError) as error:
            raise failure("page-damaged", url=url) from error
        except (OSError, HTTPException) as error:
            raise _unreachable(address, error) from error
        if isinstance(found, Raw):
            return found
        address = found
    raise failure("page-redirects", url=url, limit=limits.redirects)


def _asked(address: Address, url: str, deadline: Deadline, *, allow_private: bool) -> Raw | Address:
    """One request: the page, or where it has moved."""
    connection = Connection(address, _numbers(address, allow_private=allow_private), deadline)
    try:
        connection.putrequest("GET", address.path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", address.host_header)
        for name, value in _ASKED.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        if answer.status in _REDIRECTS and answer.getheader("Location"):
            return read_address(_readable(answer.getheader("Location") or ""), address.url)
        _refuse(answer, url)
        kind = (answer.getheader("Content-Type") or "").strip()
        data = _unpacked(answer, url, deadline.limits)
        charset = _CHARSET.search(kind)
        media = kind.partition(";")[0].strip().lower()
        return Raw(data, url, address.name, address.url, media, charset[1] if charset else "")
    finally:
        connection.hang_up()


def _numbers(address: Address, *, allow_private: bool) -> list[str]:
    """The numbers of a host, all of them public, unless private ones are allowed."""
    try:
        numbers = resolve(address.host, address.port)
    except (OSError, UnicodeError) as error:
        raise _behind_proxy(address) or failure("page-unknown-host", host=address.host) from error
    if not numbers:
        raise failure("page-unknown-host", host=address.host)
    if not allow_private and not all(map(is_public, numbers)):
        raise failure("page-private", host=address.host)
    return numbers


def _refuse(answer: HTTPResponse, url: str) -> None:
    """Raise `Failure` for an answer that is no page: by its status, then by its type, before its body is read."""
    status = answer.status
    if status in (404, 410):
        raise failure("page-missing", url=url)
    if status in (401, 402, 403, 407, 451):
        raise failure("page-refused", url=url, status=str(status))
    if not 200 <= status < 300:
        raise failure("page-status", url=url, status=str(status))
    media = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    if media and media not in _TYPES:
        raise failure("page-type", url=url, type=media[:100])


def _unpacked(answer: HTTPResponse, url: str, limits: Limits) -> bytes:
    """The body, unpacked, within the limit of size both as sent and as unpacked."""
    length = answer.getheader("Content-Length") or ""
    if length.isdecimal() and int(length) > limits.size:
        raise _too_big(url, limits)
    packed = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if packed not in ("identity", "gzip", "x-gzip", "deflate"):
        raise failure("page-damaged", url=url)
    pieces = _sent(answer, url, limits)
    if packed == "identity":
        return b"".join(pieces)
    unpacked = bytearray()
    for piece in _gunzipped(pieces, limits.size + 1) if "gzip" in packed else _inflated(pieces, limits.size + 1):
        unpacked += piece
        if len(unpacked) > limits.size:
            raise _too_big(url, limits)
    return bytes(unpacked)


def _sent(answer: HTTPResponse, url: str, limits: Limits) -> Iterator[bytes]:
    left = limits.size + 1
    while piece := answer.read1(min(_CHUNK, left)):
        left -= len(piece)
        if left <= 0:
            raise _too_big(url, limits)
        yield piece
    if answer.length:  # the connection ended before what was announced had come
        raise IncompleteRead(b"", answer.length)


def _gunzipped(pieces: Iterator[bytes], most: int) -> Iterator[bytes]:
    """gzip, of one member or several, never more than `most` bytes at a time."""
    unpacker = zlib.decompressobj(wbits=31)
    for sent in pieces:
        piece = sent
        while piece:
            if unpacker.eof:
                if not piece.strip(b"\0"):  # padding after the last member
                    break
                unpacker = zlib.decompressobj(wbits=31)
            yield unpacker.decompress(piece, most)
            piece = unpacker.unconsumed_tail or unpacker.unused_data
    if not unpacker.eof:
        raise EOFError


def _inflated(pieces: Iterator[bytes], most: int) -> Iterator[bytes]:
    """Deflate, which means zlib's form in the standard and the bare one in some servers."""
    unpacker = None
    for piece in pieces:
        if unpacker is None:
            zlibs = piece[0] & 0x0F == 8 and (len(piece) < 2 or (piece[0] << 8 | piece[1]) % 31 == 0)
            unpacker = zlib.decompressobj(wbits=15 if zlibs else -15)
        yield unpacker.decompress(piece, most)
        while unpacker.unconsumed_tail:
            yield unpacker.decompress(unpacker.unconsumed_tail, most)
    if unpacker is not None and not unpacker.eof:
        raise EOFError


def _readable(location: str) -> str:
    """A Location with its letters outside ASCII, which http.client read as Latin-1 and servers write as UTF-8."""
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    return location.strip().replace(" ", "%20")


def _unreachable(address: Address, error: Exception) -> Exception:
    why = (getattr(error, "strerror", "") or "").lower() or type(error).__name__
    return _behind_proxy(address) or failure("page-unreachable", host=address.host, error=why)


def _behind_proxy(address: Address) -> Exception | None:
    """The problem that a proxy, which is not used, would perhaps have led to the page; None where none is named."""
    own = f"{address.scheme}_proxy"
    named = next((name for name in _PROXIES if name.lower() in (own, "all_proxy") and os.environ.get(name)), "")
    return failure("page-behind-proxy", host=address.host, variable=named) if named else None


def _too_big(url: str, limits: Limits) -> Exception:
    return failure("article-too-big", name=url, limit=limits.size // 1_000_000)


def _seconds(limits: Limits) -> int:
    return max(1, round(limits.total))
