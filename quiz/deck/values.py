"""From a node of the tree to what a key holds: a text, texts, a flag, a count; or a fault at its place."""

from __future__ import annotations

from typing import Final

from quiz.deck import slips
from quiz.deck.faults import Faults
from quiz.deck.keys import Key, belongs, meant
from quiz.deck.tree import List, Map, Node, Refused, Text

FLAGS: Final = {"true": True, "yes": True, "oui": True, "false": False, "no": False, "non": False}


def place(key: Text, node: Node) -> tuple[int, int]:
    """Where to look: at the value, or at its key if nothing is written there."""
    return (key.line, key.column) if type(node) is Text and not node.value else (node.line, node.column)


def told(node: Node) -> bool:
    """Whether it has been said why this cannot be used."""
    return isinstance(node, Refused) or (isinstance(node, List | Map) and node.cut)


def text(spec: Key, key: Text, node: Node, faults: Faults) -> str:
    """A text, without the spaces around it; "" with a fault if there is none."""
    if type(node) is Text:
        value = node.value.strip()
        if not value:
            faults.add("value-empty", *place(key, node), key=spec.name)
        return value
    if not told(node):
        faults.add("not-text", node.line, node.column, key=spec.name)
    return ""


def texts(spec: Key, key: Text, node: Node, faults: Faults) -> tuple[str, ...]:
    """A list of texts; where the key takes "texts", one text alone is a list of one."""
    if type(node) is Text and spec.holds == "texts":
        value = text(spec, key, node, faults)
        return (value,) if value else ()
    if type(node) is List:
        if not node.items:
            faults.add("value-empty", key.line, key.column, key=spec.name)
        found = []
        for item in node.items:
            if type(item) is Text and item.value.strip():
                found.append(item.value.strip())
            elif type(item) is Text:
                faults.add("entry-empty", item.line, item.column, key=spec.name)
            else:
                if not told(item):
                    faults.add("entry-not-text", item.line, item.column, key=spec.name)
                if spec.name == "list":  # without one of its entries it would be another list
                    return ()
        return tuple(found)
    as_list = slips.listed(node.value) if type(node) is Text else ""
    if as_list:
        faults.add("list-as-text", *place(key, node), key=spec.name, list=as_list)
    elif not told(node):
        faults.add("not-texts" if spec.holds == "texts" else "not-list", *place(key, node), key=spec.name)
    return ()


def flag(spec: Key, key: Text, node: Node, faults: Faults) -> bool:
    """True or false, in English or in French; false with a fault if it is neither."""
    value = FLAGS.get(node.value.strip().casefold()) if type(node) is Text else None
    if value is None and not told(node):
        faults.add("not-flag", *place(key, node), key=spec.name)
    return bool(value)


def count(spec: Key, key: Text, node: Node, faults: Faults) -> int:
    """A whole number from 1; 0 with a fault if it is none."""
    value = node.value.strip() if type(node) is Text else ""
    if value.isascii() and value.isdecimal() and len(value) < 7 and int(value) > 0:
        return int(value)
    if not told(node):
        faults.add("not-count", *place(key, node), key=spec.name)
    return 0


def mapping(name: str, key: Text | None, node: Node, faults: Faults) -> Map | None:
    """A mapping; None with a fault if it is none, or none that was read to its end."""
    if type(node) is Map and not node.cut:
        return node
    if not told(node):
        at = place(key, node) if key else (node.line, node.column)
        faults.add("not-mapping", *at, key=name)
    return None


def known(part: str, table: dict[str, Key], key: Text, strangers: set[str], faults: Faults) -> Key | None:
    """The key of the table that is written here. A no-break space before the colon is forgiven: typists' habit.

    An unknown one is a fault; what it was probably meant to be joins the `strangers`, whose absence need not be
    told again.
    """
    name = key.value[:80]
    if name[:1].isspace():
        faults.add("yaml-odd-space", key.line, key.column)
        return None
    spec = table.get(name.rstrip())
    if spec is not None:
        return spec
    unseen = slips.hidden(name)
    if unseen:
        faults.add("key-hidden", key.line, key.column, key=name, char=unseen)
        strangers.add(meant(key.value, part))
        return None
    if faults.full("unknown-key") or faults.full("unknown-key-near"):
        faults.add("unknown-key", key.line, key.column, key=name, known=())
        return None
    parts = belongs(key.value)
    likely = meant(key.value, part, slips=not parts)
    if likely:
        strangers.add(likely)
        faults.add("unknown-key-near", key.line, key.column, key=name, meant=likely)
    elif parts:
        faults.add(f"key-of-{parts[0]}", key.line, key.column, key=name)
    else:
        faults.add("unknown-key", key.line, key.column, key=name, known=tuple(table))
    return None
