"""Every rule by its table in tests/data/lint: what it tells of, and what it lets pass, in both languages.

A row is a sign (`+` is told of, `-` is not), then `question => answer`; the answer may begin with its kind, the items
of a list and the options of a choice (the right one first) are parted by `|`, further keys follow behind `;;`. Cards
of one deck are parted by `||`.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from quiz.answers.verdict import KIND_NAMES
from quiz.deck.card import Deck
from quiz.deck.lint import RULES, compared, entries, linted
from quiz.deck.read import read
from quiz.deck.write import scalar

TABLES = Path(__file__).parent.parent.parent / "data" / "lint"
SHIPPED = TABLES.parent.parent.parent / "decks"
#: Tables whose rows are not cards.
TAGS, SOURCES, ALLOWED = "tag-near", "source-missing", "allow-unknown"


def rows() -> list[tuple[str, str, bool, str]]:
    """Every row: the code, the language, whether it is told of, what it holds."""
    found = []
    for path in sorted(TABLES.glob("*.txt")):
        language = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line in ("[en]", "[fr]"):
                language = line[1:-1]
            elif line:
                found.append((path.stem, language, line[0] == "+", line[2:].strip()))
    return found


def card(text: str) -> str:
    """A row's card as the YAML of an entry of `cards:`."""
    asked, _, rest = text.partition(" => ")
    answer, *more = rest.split(" ;; ")
    kind, colon, said = answer.partition(":")
    if not colon or kind not in KIND_NAMES:
        kind, said = "answer", answer or "x"
    parts = [part.strip() for part in said.split("|")]
    lines = [f"{kind}: {scalar(asked)}"] if kind == "cloze" else [f"question: {scalar(asked)}"]
    if kind == "choice":
        lines += [f"choice: {quoted(parts[0])}", f"options: [{', '.join(map(quoted, parts))}]"]
    elif kind == "list":
        lines.append(f"list: [{', '.join(map(quoted, parts))}]")
    elif kind != "cloze":
        lines.append(f"{kind}: {quoted(said.strip())}")
    lines += more
    return "  - " + "\n    ".join(lines)


def quoted(text: str) -> str:
    """A text in YAML's single quotes."""
    return "'" + text.replace("'", "''") + "'"


def deck_of(code: str, language: str, text: str) -> Deck:
    """The deck that a row stands for."""
    head = f"deck: d\nlanguage: {language}\n"
    if code == ALLOWED:
        head += f"allow: {text}\n"
        cards = [card("q => a")]
    elif code == TAGS:
        cards = [card(f"q{index} => a ;; tags: {tag.strip()}") for index, tag in enumerate(text.split("|"))]
    elif code == SOURCES:
        head += "sources:\n  s: {title: t}\n"
        more = {"s": " ;; source: s", "-": "", "d": " ;; draft: true"}
        cards = [card(f"q{index} => a{more[sign]}") for index, sign in enumerate(text.split())]
    else:
        cards = [card(one.strip()) for one in text.split("||")]
    deck, problems = read(head + "cards:\n" + "\n".join(cards) + "\n", "d.yaml")
    assert deck is not None, problems
    assert [problem.code for problem in problems] == [], text
    return deck


def told(deck: Deck) -> set[str]:
    """The codes of all that is said of a deck."""
    return {problem.code for problem in (*linted(deck), *compared(entries(deck)))}


@pytest.mark.parametrize(("code", "language", "is_told", "text"), rows(), ids=lambda value: str(value)[:70])
def test_a_row_is_judged_as_its_table_says(code: str, language: str, is_told: bool, text: str) -> None:
    """A rule speaks where its table has a +, and is silent where it has a -."""
    codes = {code.replace("unknown-near", "unknown") for code in told(deck_of(code, language, text))}

    assert (code in codes) is is_told


def test_every_rule_of_this_room_has_its_table() -> None:
    """Each rule is measured by rows of both signs in both languages."""
    seen = Counter((code, language, is_told) for code, language, is_told, _ in rows())

    for code in [rule.code for rule in RULES.values() if rule.scope != "read"] + [ALLOWED]:
        for language in ("en", "fr"):
            if (code, language) != ("french-space", "en"):
                assert seen[code, language, True] >= 2, code
            assert seen[code, language, False] >= 2, code


@cache
def shipped() -> tuple[Deck, ...]:
    """The decks that come with the program."""
    found = [read(path.read_text(encoding="utf-8"), path.name)[0] for path in sorted(SHIPPED.rglob("*.yaml"))]
    return tuple(deck for deck in found if deck is not None)


def test_the_shipped_decks_keep_every_rule() -> None:
    """No rule has anything to say of the decks that we ship."""
    problems = [problem for deck in shipped() for problem in linted(deck)]

    assert len(shipped()) == 4
    assert [*problems, *compared(entry for deck in shipped() for entry in entries(deck))] == []


def test_a_rule_is_silent_on_the_rows_of_the_others() -> None:
    """Of the cards of all other tables a rule tells only of those in also.tsv, which were read and break it too."""
    also = {tuple(line.split("\t")) for line in (TABLES / "also.tsv").read_text(encoding="utf-8").splitlines()}
    passed_over = {"french-space", "allow-unknown-near"}  # rows are typed with plain spaces

    found = {
        (one, language, text)
        for code, language, _, text in rows()
        for one in told(deck_of(code, language, text)) - {code, *passed_over}
    }

    assert found == also
