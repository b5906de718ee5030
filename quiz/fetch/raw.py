"""What was fetched, before anybody has looked into it."""

from __future__ import annotations

from typing import NamedTuple


class Raw(NamedTuple):
    """Bytes, and what is said of them from outside.

    `source` is what the user named, for sentences; `name` the file's or the page's name; `url`, `type` and `charset`
    are of the web: where the redirects ended, and what the server calls it ("text/html", "utf-8"), or "".
    """

    data: bytes
    source: str
    name: str
    url: str = ""
    type: str = ""
    charset: str = ""
