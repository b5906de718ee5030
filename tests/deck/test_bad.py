"""The collection of bad decks: each says on its lines, in comments, what is wrong there.

`# expect: code@column, …` speaks of its own line; `# expect 12: …` at the top speaks of line 12, where a comment
cannot stand. A teacher who meets a deck that is badly explained can add it.
"""

import re
from pathlib import Path

import pytest
import yaml

from quiz.deck.checks import check
from quiz.deck.read import decode, read
from quiz.problem import PROBLEMS

BAD = Path(__file__).parent.parent / "data" / "decks" / "bad"
#: What people slip into who have read one page of the manual, and files that are no decks at all.
SLIPS = BAD.parent / "slips"
GOOD = BAD.parent / "good"
SHIPPED = BAD.parent.parent.parent.parent / "decks"
PATHS = sorted([*BAD.glob("*.yaml"), *SLIPS.glob("*.yaml")])
EXPECT = re.compile(r"# expect(?: (\d+))?: (.+)$")


def expected(text):
    """The (line, column, code) that the comments of a deck tell."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        comment = EXPECT.search(line)
        if comment:
            for told in comment[2].strip().split(", "):
                code, _, column = told.partition("@")
                found.append((int(comment[1] or number), int(column), code))
    return sorted(found)


def found(text, loader=yaml.CSafeLoader):
    """The (line, column, code) of every problem that reading and checking find."""
    deck, problems = read(text, "bad.yaml", loader)
    problems += check(deck) if deck else ()
    return sorted((problem.place.line, problem.place.column, problem.code) for problem in problems)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_each_fault_is_told_at_its_place(path):
    """Every problem of a bad deck is told, at its line and column, and nothing else is."""
    text = decode(path.read_bytes(), path.name)

    assert found(text) == expected(text)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_windows_line_ends_change_no_place(path):
    """Lines that end as on Windows have the same faults at the same places."""
    text = decode(path.read_bytes(), path.name)

    assert found(text.replace("\n", "\r\n")) == expected(text)


#: PyYAML's own parser ends a plain text at a question mark between brackets, refuses a tab before a value, and makes
#: a character of half a pair; libyaml does not.
DIFFERENT = {"question-twice-with-ids", "tab-before-value", "surrogate-escape"}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_parser_in_python_tells_the_same(path):
    """Without libyaml the same is found at the same places."""
    text = decode(path.read_bytes(), path.name)

    assert (found(text, yaml.SafeLoader) == expected(text)) == (path.stem not in DIFFERENT)


def test_the_collection_is_large_and_knows_most_codes():
    """There are at least 270 bad decks, and they meet nearly all that can be wrong in one."""
    met = {code for path in PATHS for _, _, code in expected(path.read_text(encoding="utf-8"))}

    assert len(PATHS) >= 270
    assert met <= set(PROBLEMS)
    assert len(met) >= 99


@pytest.mark.parametrize("path", sorted([*GOOD.glob("*.yaml"), *SHIPPED.glob("*.yaml")]), ids=lambda path: path.stem)
@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
def test_good_decks_have_no_fault(path, loader):
    """What is well written is read without a word, by either parser."""
    text = decode(path.read_bytes(), path.name)

    assert found(text, loader) == []
