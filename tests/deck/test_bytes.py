"""Files that are saved in another way than in UTF-8, or are no texts: told at the byte where that shows."""

import pytest

from quiz.deck.read import decode, read
from quiz.problem import Problem

DECK = "deck: d\nlanguage: fr\ncards:\n  - question: Où est né Molière ?\n    answer: à Paris, l'été\n"

REFUSED = {
    "UTF-16, little end first": (b"\xff\xfe" + DECK.encode("utf-16-le"), "file-not-utf8", 1, 1),
    "UTF-16, big end first": (b"\xfe\xff" + DECK.encode("utf-16-be"), "file-not-utf8", 1, 1),
    "UTF-16 without its mark": (DECK.encode("utf-16-le"), "nul-byte", 1, 2),
    "UTF-32": (DECK.encode("utf-32"), "file-not-utf8", 1, 1),
    "Latin-1": (DECK.encode("latin-1"), "byte-not-utf8", 4, 16),
    "Mac Roman": (DECK.encode("mac-roman"), "byte-not-utf8", 4, 16),
    "one line in Latin-1 among UTF-8": (DECK.encode() + "# été\n".encode("latin-1"), "byte-not-utf8", 6, 3),
    "cut off in a character": (DECK.encode()[: DECK.encode().index("é".encode()) + 1], "byte-not-utf8", 4, 23),
    "a zero byte in a word": (DECK.replace("Molière", "Mol\0ière").encode(), "nul-byte", 4, 28),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "nul-byte", 3, 1),
    "a book": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "byte-not-utf8", 2, 2),
    "a package": (b"PK\x03\x04\x14\0\0\0\x08\0", "nul-byte", 1, 6),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_text_in_utf_8(name):
    """It is said what the file is, or which byte is no character, and where."""
    data, code, line, column = REFUSED[name]

    problem = decode(data, "x.yaml")

    assert isinstance(problem, Problem)
    assert problem.place is not None
    assert (problem.code, problem.place.line, problem.place.column) == (code, line, column)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a byte order mark", b"\xef\xbb\xbf" + DECK.encode()),
        ("lines as on Windows", DECK.replace("\n", "\r\n").encode()),
        ("lines as on old Macs", DECK.replace("\n", "\r").encode()),
        ("no end of the last line", DECK.rstrip("\n").encode()),
        ("empty lines at the end", DECK.encode() + b"\n  \n\r\n\n"),
        ("an accent written apart", DECK.replace("é", "e\u0301").encode()),
    ],
)
def test_what_is_a_text_all_the_same(name, data):
    """These are read without a word, and to the same card."""
    del name
    text = decode(data, "x.yaml")
    assert isinstance(text, str)

    deck, problems = read(text, "x.yaml")

    assert deck is not None
    assert (len(deck.cards), deck.cards[0].place.line, problems) == (1, 4, ())
    assert deck.cards[0].identity == read(DECK, "")[0].cards[0].identity


@pytest.mark.parametrize("text", ["", "\n", "  \n\n", "\ufeff", "# nothing\n", "---\n", "---\n...\n"])
def test_a_file_that_holds_nothing(text):
    """It is told how a deck begins."""
    deck, problems = read(text, "x.yaml")

    assert deck is None
    assert [one.code for one in problems if one.severity == "error"] == ["deck-empty"]
