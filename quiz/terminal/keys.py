"""The keys of a session and of a review: a table each for bindings, the line at the foot, the `?` list and the manual.

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
    Key("edit", ("c-x", "e"), ("e",), "^X e", "e", ("edit", "corriger")),
    Key("mend", ("c-x", "m"), ("m",), "^X m", "m", ("mend", "reprendre")),
    Key("undo", ("c-x", "u"), ("u",), "^X u", "u", ("undo", "annuler")),
    Key("leave", ("c-x", "q"), ("q",), "^X q", "q", ("quit", "quitter")),
    Key("suspend", ("c-x", "p"), ("p",), "^X p", "p", ("suspend", "suspendre")),
    Key("bury", ("c-x", "b"), ("b",), "^X b", "b", ("bury", "demain")),
    Key("keys", ("c-x", "?"), ("?",), "^X ?", "?", ("?",)),
)
#: Opens the keys that need two strokes while a person types.
MORE: Final = "^X"
BY_NAME: Final = {key.name: key for key in KEYS}

#: The keys of a review. Nothing is typed there but in the lines of an edit, so all of them are plain letters; in the
#: plain mode a line is one of the words, with or without a colon.
REVIEW_KEYS: Final[tuple[Key, ...]] = (
    Key("accept", (), ("a",), "", "a", ("a", "accept", "accepter")),
    Key("reject", (), ("r",), "", "r", ("r", "reject", "rejeter")),
    Key("edit", (), ("e",), "", "e", ("e", "edit", "corriger")),
    Key("editor", (), ("E",), "", "E", ("E", "editor", "éditeur")),
    Key("skip", (), ("s",), "", "s", ("s", "skip", "passer")),
    Key("undo", (), ("u",), "", "u", ("u", "undo", "annuler")),
    Key("leave", (), ("q",), "", "q", ("q", "quit", "quitter")),
    Key("rest", (), ("A",), "", "A", ("A", "all", "tout")),
    Key("keys", (), ("?",), "", "?", ("?",)),
)
