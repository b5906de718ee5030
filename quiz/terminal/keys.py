"""The keys of a session: one table for the bindings, the line at the foot, the `?` list and the manual.

While a person types, only keys that terminals and multiplexers leave alone: not ^Z, ^S, ^Q, no F-keys, no Shift-Tab.
After a verdict, plain letters. In the plain line mode, a word behind a colon.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Key(NamedTuple):
    """One thing the learner can do. `asking` and `judged` are prompt_toolkit's key names, "" where it cannot be done.

    `shown` are the same as people read them; `words` is the command of the plain mode in English and in French.
    """

    name: str
    asking: tuple[str, ...]
    judged: tuple[str, ...]
    shown_asking: str
    shown_judged: str
    words: tuple[str, ...]


KEYS: Final[tuple[Key, ...]] = (
    Key("answer", ("enter",), (), "Enter", "", ()),
    Key("continue", (), ("enter", " "), "", "Enter", ()),
    Key("hint", ("tab",), (), "Tab", "", ("hint", "indice")),
    Key("give-up", ("c-g",), (), "^G", "", ("answer", "réponse")),
    Key("skip", ("c-n",), (), "^N", "", ("skip", "passer")),
    Key("overrule", (), ("r",), "", "r", ("right", "juste", "wrong", "faux")),
    Key("accept", (), ("a",), "", "a", ("accept", "accepter")),
    Key("source", (), ("s",), "", "s", ("source", "article")),
    Key("undo", ("c-x", "u"), ("u",), "^X u", "u", ("undo", "annuler")),
    Key("leave", ("c-x", "q"), ("q",), "^X q", "q", ("quit", "quitter")),
    Key("suspend", ("c-x", "p"), ("p",), "^X p", "p", ("suspend", "suspendre")),
    Key("bury", ("c-x", "b"), ("b",), "^X b", "b", ("bury", "demain")),
    Key("keys", ("c-x", "?"), ("?",), "^X ?", "?", ("?",)),
)
#: Opens the keys that need two strokes while a person types.
MORE: Final = "^X"
BY_NAME: Final = {key.name: key for key in KEYS}
