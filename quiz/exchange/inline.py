"""Markdown within a line → plain text, and what of it a plain text cannot hold (CommonMark 0.31.2, §6 "Inlines").

Formulas between dollar signs stay as they are written. Obsidian's `[[links]]` and `![[embeds]]` are known too
(help.obsidian.md, "Internal links").
"""

from __future__ import annotations

import re
from typing import Final

from quiz.exchange.html_text import Plain, is_html, plain

_CODE: Final = re.compile(r"(`+)([^`\n]{1,500})\1")
_MATHS: Final = re.compile(r"\$\$.{1,2000}?\$\$|\$[^$\n]{1,500}\$", re.DOTALL)
_IMAGE: Final = re.compile(
    r"!\[\[([^\]\n|]{1,300})(?:\|[^\]\n]{0,200})?\]\]|!\[[^\]\n]{0,300}\]\(<?([^)\n>]{1,500})>?\)"
)
_WIKI: Final = re.compile(r"\[\[(?:[^\]\n|]{1,300}\|)?([^\]\n|]{1,300})\]\]")
_LINK: Final = re.compile(r"\[([^\]\n]{1,300})\]\(<?([^)\s>]{1,500})>?(?:\s+\"[^\"\n]{0,200}\")?\)")
_STRONG: Final = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\1(?![\w*])")
_INNER_STRONG: Final = re.compile(r"(\*\*)(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\1")
_UNDER: Final = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s_])\1(?!\w)")
_STRUCK: Final = re.compile(r"~~(?=\S)([^~\n]{1,500}?)(?<=\S)~~")
_MARKED: Final = re.compile(r"==(?=\S)([^=\n]{1,500}?)(?<=\S)==")
_ESCAPE: Final = re.compile(r"\\([*_`~\[\]#])")
#: Where an image was taken out, with the space that is too many then.
_TAKEN: Final = re.compile("(?:(?<=\\S) )?\x04(?! )|\x04 ?")
_KEPT: Final = re.compile("\x02(\\d+)\x03")


def bare(text: str) -> Plain:
    """What a person would read, without the signs of emphasis, links and images."""
    if not any(sign in text for sign in "*_`[~=\\<&$!"):
        return Plain(text)
    formats: dict[str, None] = {}
    media: dict[str, None] = {}
    links: dict[str, None] = {}
    kept: list[str] = []

    def keep(said: str) -> str:
        kept.append(said)
        return f"\x02{len(kept) - 1}\x03"

    def code(match: re.Match[str]) -> str:
        formats["`"] = None
        return keep(match[2].strip() or match[2])

    def image(match: re.Match[str]) -> str:
        media[match[1] or match[2]] = None
        return "\x04"

    def link(match: re.Match[str]) -> str:
        if match[2] != match[1]:
            links[match[2]] = None
        return match[1]

    text = _MATHS.sub(lambda match: keep(match[0]), text) if "$" in text else text
    if "`" in text:
        text = _CODE.sub(code, text)
    if "\\" in text:
        text = _ESCAPE.sub(lambda match: keep(match[1]), text)
    if "[" in text:
        text = _LINK.sub(link, _WIKI.sub(r"\1", _IMAGE.sub(image, text)))
    for sign, shape, group in (
        ("*", _STRONG, 2),
        ("*", _INNER_STRONG, 2),
        ("_", _UNDER, 2),
        ("~", _STRUCK, 1),
        ("==", _MARKED, 1),
    ):
        if sign in text:
            text, count = shape.subn(lambda match, group=group: match[group], text)  # type: ignore[misc]
            if count:
                formats[sign] = None
    if ("<" in text or "&" in text) and is_html(text):
        found = plain(text)
        text = found.text
        formats.update(dict.fromkeys(found.formats))
        media.update(dict.fromkeys(found.media))
        links.update(dict.fromkeys(found.links))
    if media:
        text = _TAKEN.sub("", text)
    text = _KEPT.sub(lambda match: kept[int(match[1])], text)
    text = _KEPT.sub(lambda match: kept[int(match[1])], text)
    return Plain(text.strip(), tuple(formats), tuple(media), tuple(links))
