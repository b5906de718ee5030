"""HTML in the fields of other programs → plain text, and what of it a plain text cannot hold.

Only the elements of HTML are taken for tags (WHATWG HTML Living Standard, "Elements"), so that `vector<int>` and
`a < b` stay what they are. Line breaks, list items, small raised and lowered figures are carried.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final, NamedTuple

from quiz.exchange.encoding import visible
from quiz.language.tokens import bag

_TAG: Final = re.compile(
    r"""<(/?)([A-Za-z][A-Za-z0-9-]{0,20})((?:\s[^<>"']{0,2000}|"[^"]{0,2000}"|'[^']{0,2000}'|/){0,80})>"""
)
_COMMENT: Final = re.compile(r"<!--(?:(?!-->).){0,5000}-->|<!DOCTYPE[^>]{0,500}>", re.DOTALL | re.IGNORECASE)
#: What stands in such an element is not for readers.
_UNREAD: Final = re.compile(r"<(script|style)\b[^>]{0,2000}>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
#: Above this line the back of one of Anki's cards says its front again.
_ASKED_AGAIN: Final = re.compile(r"""^.*<hr id=["']?answer["']?\s*/?>""", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_SOUND: Final = re.compile(r"\[sound:([^\]\n]{1,300})\]")
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
#: Stands where a block begins or ends: however many meet, the line breaks once.
_EDGE: Final = "\x01"
_EDGES: Final = re.compile(r"\s*\x01[\s\x01]*")
_SPACES: Final = re.compile(r"[ \t]*\n[ \t]*")
_LINES: Final = re.compile(r"\n{3,}")
_GAPS: Final = re.compile(r"(?<=\S)  +(?=\S)")

_BREAKS: Final = bag(
    "br p div tr table ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre hr section article header footer"
)
_MEDIA: Final = bag("img audio video source object embed iframe svg canvas track picture map area")
_FORMAT: Final = bag(
    "b i u s strong em span font small big mark code kbd samp var q cite tt strike del ins center abbr dfn sub sup td "
    "th thead tbody tfoot caption col colgroup label button input select option form time details summary figure "
    "figcaption main nav aside address wbr bdi bdo data math"
)
_OTHERS: Final = bag("a li ruby rt rp rb html body head meta link title noscript anki-mathjax")
_KNOWN: Final = _BREAKS | _MEDIA | _FORMAT | _OTHERS
#: Carried or without meaning, so that nobody need be told.
_UNTOLD: Final = _BREAKS | _OTHERS | {"wbr", "td", "th", "tbody", "thead"}
_RAISED: Final = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED: Final = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SMALL: Final = re.compile(r"<(sup|sub)\b[^<>]{0,200}>([^<>]{1,40})</\1>", re.IGNORECASE)


class Plain(NamedTuple):
    """A text without its tags; the names of those whose meaning is lost, the media and the links that were there."""

    text: str
    formats: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def is_html(text: str) -> bool:
    """Whether there is a tag of HTML, or an entity, in the text."""
    return bool(_ENTITY.search(text)) or any(match[2].lower() in _KNOWN for match in _TAG.finditer(text))


def closed(text: str) -> str:
    """The text without the second space that is left where something was taken out of a line."""
    return _GAPS.sub(" ", text)


def plain(text: str) -> Plain:
    """What a person would read."""
    if "<" not in text and "&" not in text and "[sound:" not in text:
        return Plain(text)
    formats: dict[str, None] = {}
    media: dict[str, None] = {}
    links: dict[str, None] = {}

    def unread(match: re.Match[str]) -> str:
        formats[match[1].lower()] = None
        return ""

    def small(match: re.Match[str]) -> str:
        inner = unescape(match[2]).strip()
        table = _RAISED if match[1].lower() == "sup" else _LOWERED
        if inner and all(ord(char) in table for char in inner):
            return inner.translate(table)
        return match[0]

    def sound(match: re.Match[str]) -> str:
        media[match[1]] = None
        return ""

    def tag(match: re.Match[str]) -> str:
        closing, name, rest = match[1], match[2].lower(), match[3]
        if name not in _KNOWN:
            return match[0]
        if name in _MEDIA:
            told = {key.lower(): one or two or three for key, one, two, three in _ATTRIBUTE.findall(rest)}
            address = told.get("src") or told.get("data") or told.get("srcset") or ""
            if not closing:
                media[unescape(address)[:200] or name] = None
            return ""
        if name == "a" and not closing:
            for key, one, two, three in _ATTRIBUTE.findall(rest):
                if key.lower() == "href":
                    links[unescape(one or two or three)[:200]] = None
        if name not in _UNTOLD:
            formats[name] = None
        if name == "li":
            return "" if closing else f"{_EDGE}- "
        if name == "rt":
            return ")" if closing else "("
        if name in ("sup", "sub") and not closing:
            return "^" if name == "sup" else "_"
        if name in ("td", "th") and closing:
            return " "
        if name == "anki-mathjax":
            return r"\)" if closing else r"\("
        return "\n" if name == "br" else _EDGE if name in _BREAKS else ""

    text = _COMMENT.sub("", text)
    if "<hr id=" in text:
        text = _ASKED_AGAIN.sub("", text)
    if "<" in text:
        text = _UNREAD.sub(unread, text)
        text = re.sub(r"(?is)<rp\b[^>]{0,200}>.*?</rp\s*>", "", text)
        text = _EDGES.sub("\n", _TAG.sub(tag, _SMALL.sub(small, text)))
    text = _SOUND.sub(sound, text)
    if "&" in text:
        text = visible(unescape(text).replace("\r", "\n"))
    text = text.replace("\u00a0", " ")
    if "\n" in text:
        text = _LINES.sub("\n\n", _SPACES.sub("\n", text))
    text = closed(text.strip()) if media else text.strip()
    links = {link: None for link in links if link not in text}
    return Plain(text, tuple(formats), tuple(media), tuple(links))
