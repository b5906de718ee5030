"""Text from a deck, an article or the keyboard is never sent raw to the terminal: control characters are shown."""

from __future__ import annotations

import re
from typing import Final

#: Kept though invisible: they shape emoji, Persian and Hebrew (ZWNJ, ZWJ, LRM, RLM).
_DROPPED: Final = "\u200b\u2060\ufeff\u00ad"
_SUSPECT: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def _shown(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    if char in _DROPPED:
        return ""
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def safe(text: str, *, keep: str = "") -> str:
    """`text` with C0 controls as pictures, C1, bidi and other invisible formatting as escapes, zero-width dropped.

    `keep` names characters to let through (a newline, say). Source of the list: Unicode's Bidi_Control, Cc and
    the deprecated format characters; "Trojan Source" (CVE-2021-42574) is what happens without it.
    """
    return _SUSPECT.sub(lambda match: match.group() if match.group() in keep else _shown(match), text)
