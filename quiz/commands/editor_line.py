"""How editors are told where to begin, and to let us wait until the person is done."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Final

#: The names of editors, by what they want: `+LINE FILE`, `FILE:LINE`, `--goto FILE:LINE`, `--line LINE FILE`.
_PLUS: Final = frozenset(
    (
        "vi", "vim", "nvim", "gvim", "mvim", "vimx", "elvis", "nvi", "view", "ex", "ed",
        "nano", "pico", "rnano", "emacs", "emacsclient", "mg", "jed", "jmacs", "zile", "joe", "jstar",
        "ne", "kak", "micro", "mcedit", "gedit", "pluma", "xed", "kwrite", "vis", "amp",
    )
)  # fmt: skip
_COLON: Final = frozenset(("hx", "helix", "subl", "sublime_text", "zed", "zeditor", "zedit", "lapce", "pulsar", "atom"))
_GOTO: Final = frozenset(("code", "code-insiders", "codium", "vscodium", "code-oss", "cursor", "windsurf", "positron"))
_LINE: Final = frozenset(("kate", "mate", "geany"))
#: Those that come back at once unless they are told to wait, and how they are told.
_WAIT: Final = {
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor", "zedit", "atom", "pulsar", "mate", "gedit"), "--wait"),
    **dict.fromkeys(_GOTO, "--wait"),
    **dict.fromkeys(("gvim", "mvim"), "--nofork"),
    "kate": "--block",
}
_SHORT_WAIT: Final = {"--wait": "-w", "--nofork": "-f", "--block": "-b"}


def at_line(command: Sequence[str], path: str, line: int) -> list[str]:
    """The command that opens a file at a line; at its beginning in an editor that we do not know."""
    name = os.path.basename(command[0]).casefold().removesuffix(".exe")
    name = name.partition(".")[0] if name.startswith(("vim.", "emacs.", "nvim.")) else name
    wait = _WAIT.get(name, "")
    flags = [wait] if wait and wait not in command and _SHORT_WAIT[wait] not in command else []
    if name in _PLUS:
        return [*command, *flags, f"+{line}", path]
    if name in _COLON:
        return [*command, *flags, f"{path}:{line}"]
    if name in _GOTO:
        return [*command, *flags, "--goto", f"{path}:{line}"]
    if name in _LINE:
        return [*command, *flags, "--line", str(line), path]
    return [*command, path]
