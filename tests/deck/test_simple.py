"""Simple cards are read line by line: exactly as the YAML parser reads them, or not at all."""

import copy
import pickle
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.answers.verdict import Answer
from quiz.deck import simple, tree
from quiz.deck.faults import Faults
from quiz.deck.making import maker
from quiz.deck.tree import List, Map

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "data" / "decks").rglob("*.yaml"), *(ROOT.parent / "decks").rglob("*.yaml")])
LOADERS = (tree.LOADER, yaml.SafeLoader)


def told(node):
    """A node with all that it knows, comparable."""
    if isinstance(node, List):
        return ["list", node.line, node.column, node.cut, [told(item) for item in node.items]]
    if isinstance(node, Map):
        pairs = [(name, told(key), told(value)) for name, (key, value) in node.pairs.items()]
        return ["map", node.line, node.column, node.cut, node.suspect, pairs]
    return [type(node).__name__, node]


def reads(grow, text, loader):
    """What a reader makes of a text: the tree and the problems."""
    faults = Faults("x")
    return told(grow(text, faults, loader)), faults.problems()


#: Whole lines, sound and broken, simple and not, that decks are made of.
LINES = """deck: d
cards:
cards: []
title: |
title: "a
- question: q
  - question: Qui a dit « L'État, c'est moi » : lui ?
  - question: Who said "so"?
  - answer: a
  - id: x
  -
  - a
  - {question: q, answer: a}
    - question: q
    question: r
    answer: 12:30
    answer: no # a comment
    answer: a#b
    answer: a: b
    answer: "a, b: c # d"
    answer: 'it''s'
    answer: 'its'
    answer: "é\\n"
    answer: "open
    answer: 'open
    note: |
    note: >-
    note:
      more of it
      note: deeper
    accept: [a, "b, c", 'd']
    accept: [a, b: c]
    accept: [a, ]
    accept: [a
    b]
    accept:
      - c
      - "d"
      - {words: e, paragraph: 3}
        - f
    - g
    evidence: {words: "a, b", paragraph: 1}
    evidence: {words: a, words: b}
    evidence: {words: a b , source: s}
    tags: [ a]
    list: &x a
    list: *x
    list: !!str a
    list: -
    list: - a
    list: ? a
    list: ~
    list: =
    <<: a
    list: a\tb
\tlist: a
# a comment
      # another

%YAML 1.1
---
...
"
'
]"""
SPACES = st.sampled_from(("\n", "\n", "\n", "\n", "\n", "\n", "\n", " \n", "\r\n", "\n\n", "\n    # c\n", ""))
SIMPLE = st.builds(
    lambda key, value: f"  - question: {value}\n    {key}: {value}\n",
    st.sampled_from(("answer", "date", "accept", "evidence", "question")),
    st.text(st.sampled_from("aé1 .:#,-?'\"[]{}&*!|>%@`\u00a0\u3000😀«»\t="), min_size=1, max_size=8),
)
BODIES = st.one_of(
    st.lists(st.tuples(st.sampled_from(LINES.splitlines()), SPACES).map("".join), max_size=14).map("".join),
    st.lists(SIMPLE, max_size=5).map("".join),
    st.lists(st.one_of(SIMPLE, st.tuples(st.sampled_from(LINES.splitlines()), SPACES).map("".join)), max_size=12).map(
        "".join
    ),
)


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
@settings(max_examples=300, deadline=None)
@given(body=BODIES)
def test_what_is_read_line_by_line_is_what_the_parser_reads(loader, body):
    """Simple, odd and broken cards in any mixture give the same nodes, places and problems both ways."""
    text = f"deck: d\ncards:\n  - question: first\n    answer: a\n{body}"

    assert reads(simple.grow, text, loader) == reads(tree.grow, text, loader)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_deck_is_read_alike(path):
    """The decks that are shipped, good and bad, give the same nodes, places and problems both ways."""
    text = path.read_bytes().decode(errors="replace").removeprefix("\ufeff")

    assert reads(simple.grow, text, tree.LOADER) == reads(tree.grow, text, tree.LOADER)


THROUGH = {
    "a quotation": '  - question: "a\n  - question: b\n    answer: c\n  - question: d"\n    answer: e\n',
    "a bracket": "  - question: [a,\n  - question: b\n    answer: c\n  - question: d]\n",
    "a block of text": "title: |\n  - question: b\n    answer: c\n",
    "another list": "others:\n  - question: b\n    answer: c\n",
    "a document": "---\ncards:\n  - question: b\n    answer: c\n",
}


@pytest.mark.parametrize("text", THROUGH.values(), ids=THROUGH)
def test_what_only_looks_like_a_card_is_none(text):
    """Lines of a card inside something else are what the parser says they are."""
    text = f"deck: d\ncards:\n  - question: a first one\n    answer: a\n{text}"

    assert reads(simple.grow, text, tree.LOADER) == reads(tree.grow, text, tree.LOADER)


def test_simple_cards_do_not_go_to_the_parser(monkeypatch):
    """Of a deck of simple cards the parser sees one entry, whatever their number."""
    seen = []
    whole = tree.compose
    monkeypatch.setattr(tree, "compose", lambda text, *rest: seen.append(text) or whole(text, *rest))
    cards = "".join(f"\n  # {n}\n  - question: q{n}\n    accept:\n      - a\n    tags: [b, 'c']\n" for n in range(99))

    root = simple.grow(f"deck: d\ncards:\n{cards}", Faults("x"))

    assert [text.count("-") for text in seen] == [1]
    assert len(root.pairs["cards"][1].items) == 99


def test_values_made_quickly_are_like_any_other():
    """A value of a maker equals one of its class, hashes, copies and pickles alike, and is frozen."""
    quick = maker(Answer)("list", "", ("a", "b"), ("c",), (), ordered=True)
    slow = Answer("list", "", ("a", "b"), ("c",), (), ordered=True)

    assert (quick, hash(quick), repr(quick), type(quick)) == (slow, hash(slow), repr(slow), Answer)
    assert pickle.loads(pickle.dumps(quick)) == copy.deepcopy(quick) == slow
    with pytest.raises(AttributeError):
        quick.text = "b"
