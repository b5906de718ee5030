"""Web addresses: which are written soundly, and which of the network's addresses belong to everybody.

A page that is fetched may lead anywhere by a redirect, and a name may lead to any machine; what lies behind them on
this computer, in its network or in a cloud's service of secrets is nobody's article.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final, NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from quiz.problem import Failure, Problem

_PORTS: Final = {"http": 80, "https": 443}
_ODD: Final = re.compile(r"[\x00-\x20\x7f-\x9f]")
_LONGEST: Final = 4_000
#: IPv4 addresses travel inside IPv6 ones: translated (RFC 6052, 8215), and by the compatible form of old (RFC 4291).
_TRANSLATED: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("::/96"))
#: A public address by its number, a cloud's own service in fact (Azure's WireServer).
_SERVICES: Final = frozenset({"168.63.129.16"})
#: For the protocols of IETF alone (RFC 6890); older Pythons take the most of it for public.
_PROTOCOLS: Final = IPv4Network("192.0.0.0/24")


class Address(NamedTuple):
    """An http(s) address in its parts; `host` as it is looked up, `path` with the query, as it is asked for."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def host_header(self) -> str:
        """The host as HTTP wants to hear it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def name(self) -> str:
        """A name for the page: the last part of its path, else the host."""
        parts = [part for part in unquote(urlsplit(self.url).path).split("/") if part]
        return re.sub(r"[\x00-\x1f\x7f]", "", parts[-1])[:200] if parts else self.host


def read_address(url: str, base: str = "") -> Address:
    """The parts of an address; with `base`, of where a page at `base` redirects to.

    Raises `Failure`: "page-scheme" for anything but http and https, "page-address-odd" for what is not sound: without
    a host, with a user and a password, with control characters, too long.
    """
    shown = url[:200]
    try:
        if _ODD.search(url.strip()) or len(url) > _LONGEST:
            raise ValueError(url)
        whole = urljoin(base, url.strip())
        parts = urlsplit(whole)
        scheme = parts.scheme.lower()
        if scheme not in _PORTS:
            raise Failure(Problem("page-scheme", facts={"url": shown, "scheme": scheme}))
        host = (parts.hostname or "").rstrip(".")
        if not host or parts.username is not None or "%" in host:
            raise ValueError(url)
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
        port = parts.port or _PORTS[scheme]
    except ValueError as error:  # UnicodeError, of names that cannot be, is one
        raise Failure(Problem("page-address-odd", facts={"url": shown})) from error
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]|{}')}" if parts.query else ""
    return Address(whole.partition("#")[0], scheme, host, port, path + query)


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public network: to no private, local, shared or reserved part of it.

    By the registries of IANA as Python's `ipaddress` has them; besides, multicast, what is mapped, translated or
    tunnelled from a private IPv4 address, and the services that clouds put on public numbers are not public.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        inner = _inside(found)
        if inner is not None:
            return is_public(str(inner))
        if found.is_site_local:
            return False
    elif found in _PROTOCOLS:
        return False
    if str(found) in _SERVICES or found.is_multicast or found.is_reserved or found.is_unspecified:
        return False
    return found.is_global


def _inside(found: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for, if it does."""
    if found.ipv4_mapped is not None:
        return found.ipv4_mapped
    if found.sixtofour is not None:
        return found.sixtofour
    if found.teredo is not None:
        return found.teredo[1]
    if any(found in network for network in _TRANSLATED):
        return IPv4Address(int(found) & 0xFFFFFFFF)
    return None
