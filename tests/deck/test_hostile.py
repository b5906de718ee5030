"""Decks made to exhaust the machine, or to slip something past the reader: refused, or read, and never for long.

Too large to be kept as files, they are made here. Each is some hundred thousand times of something:
a reader that is quadratic in anything does not come back from them.
"""

import pytest

from quiz.deck.characters import MAX_BYTES
from quiz.deck.checks import check
from quiz.deck.read import decode, read
from quiz.deck.tree import MAX_ENTRIES, MAX_TEXT

HEAD = "deck: d\ncards:\n"
CARD = "  - question: q\n    answer: a\n"
ONE = HEAD + CARD
MB = 220_000
LISTED = f"[{', '.join(f'b{n}' for n in range(25_000))}]"
STOPS = {"deck-too-big", "more-errors", "reading-stops"}

HOSTILE = {
    "a hundred thousand brackets": ("[" * 100_000, {"too-deep", "reading-stops"}),
    "brackets in an answer": (f"{HEAD}{CARD}  - answer: {'[' * 100_000}\n", {"too-deep", "reading-stops"}),
    "braces": ("{" * 100_000, {"key-not-text", "too-deep", "reading-stops"}),
    "braces with keys": ("{a: " * 100_000, {"unknown-key", "too-deep", "reading-stops"}),
    "dashes": ("- " * 100_000, {"too-deep", "reading-stops"}),
    "question marks": ("? " * 100_000, {"key-not-text", "too-deep", "reading-stops"}),
    "indented keys": ("".join(f"{' ' * n}k:\n" for n in range(1000)), {"unknown-key", "too-deep", "reading-stops"}),
    "megabytes of one line": (f"{ONE}    note: {'x' * 9 * MB}\n", {"text-too-long"}),
    "megabytes of one quoted line": (f'{ONE}    note: "{"x " * 4 * MB}"\n', {"text-too-long"}),
    "megabytes of a key": (f"{ONE}{'x' * 9 * MB}: y\n", {"yaml-no-key", "reading-stops"}),
    "megabytes of spaces": (f"{HEAD}{CARD}{' ' * 9 * MB}\n", set()),
    "megabytes of line ends": (f"{HEAD}{CARD}{chr(10) * 9 * MB}", set()),
    "megabytes of comment": (f"{HEAD}{CARD}# {'x' * 9 * MB}\n", set()),
    "megabytes of comments": (HEAD + CARD + "# x\n" * 2 * MB, set()),
    "an open quote before megabytes": (
        HEAD + CARD + '  - question: "' + "x " * 4 * MB,
        {"yaml-unclosed-quote", "reading-stops"},
    ),
    "endless empty cards": (HEAD + "  -\n" * MB, {"card-empty", *STOPS}),
    "endless empty mappings": (HEAD + "- {}\n" * MB, {"card-empty", *STOPS}),
    "endless cards of text": (HEAD + "- a\n" * MB, {"card-not-mapping", *STOPS}),
    "endless keys": ("deck: d\n" + "".join(f"{n}: x\n" for n in range(MB)), {"unknown-key", *STOPS}),
    "twenty thousand unknown keys": (
        HEAD + CARD + "".join(f"    {n}: x\n" for n in range(20_000)),
        {"unknown-key", "more-errors"},
    ),
    "twenty thousand long unknown keys": (
        HEAD + CARD + "".join(f"    {'k' * 100}{n}: x\n" for n in range(20_000)),
        {"unknown-key", "more-errors"},
    ),
    "twenty thousand slips": (
        HEAD + "".join(f"  - qestion: q{n}\n    anwser: a\n" for n in range(10_000)),
        {"unknown-key-near", "unknown-key", "no-answer", "more-errors"},
    ),
    "the same key again and again": (HEAD + CARD + "    answer: b\n" * 20_000, {"key-twice", "more-errors"}),
    "the same question again and again": (HEAD + CARD * 20_000, {"question-twice", "more-errors"}),
    "breaks without end": (
        HEAD + CARD + "  - question: a: b\n    answer: c\n" * 20_000,
        {"yaml-colon", "cards-skipped", "reading-stops"},
    ),
    "quotes without end": (
        HEAD + CARD + "  - question: \"a\n    answer: 'c\n" * 20_000,
        None,
    ),
    "ten thousand sources": (
        "deck: d\nsources:\n" + "".join(f"  s{n}: {{title: x}}\n" for n in range(10_000)) + "cards:\n" + CARD,
        {"source-unused", "more-warnings"},
    ),
    "unknown sources among many": (
        "deck: d\nsources:\n"
        + "".join(f"  s{n}: {{title: x}}\n" for n in range(5_000))
        + "cards:\n"
        + "".join(f"  - {{question: q{n}, answer: a, source: zz{n}}}\n" for n in range(20_000)),
        None,
    ),
    "a list without end": (f"{HEAD}  - question: q\n    list: [{'a, ' * MB}]\n", {"deck-too-big", "reading-stops"}),
    "gaps without end": (f"{HEAD}  - cloze: x {'{{a}} ' * 30_000}\n", {"question-long"}),
    "open gaps without end": (f"{HEAD}{CARD}  - cloze: x {'{{' * 60_000}\n", {"cloze-unclosed"}),
    "a merge bomb": (
        "a: &a0 {k: v}\n" + "".join(f"b{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 60)) + ONE,
        None,
    ),
    "billion laughs": (
        "a: &a0 [lol]\n" + "".join(f"b{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 30)) + ONE,
        {"yaml-anchor", "yaml-alias", "unknown-key", "more-errors"},
    ),
    "anchors without end": (
        HEAD + "".join(f"  - &a{n} {{question: q{n}, answer: a}}\n" for n in range(20_000)),
        {"yaml-anchor", "more-errors"},
    ),
    "control characters": (HEAD + CARD + "# " + "\x07" * MB, {"not-a-text", "character-control", "more-errors"}),
    "odd line ends": (HEAD + CARD + "# " + "\x85" * 9_000, {"character-line-end", "more-warnings"}),
    "a long accept": (f"{ONE}    accept: [{', '.join(f'b{n}' for n in range(20_000))}]\n", set()),
    "a long question with its answer all over": (
        f"{HEAD}  - question: {'a b ' * 45_000}\n    answer: {'a b ' * 40_000}\n",
        {"question-long", "answer-long", "answer-in-question"},
    ),
    "lawyers of lawyers": (
        f"{HEAD}  - question: q\n    person: {'avocat de ' * 19_000}x\n",
        {"answer-unreadable", "answer-long"},
    ),
    "figures without end": (f"{HEAD}  - question: q\n    number: {'1' * 199_000}\n", {"answer-unreadable"}),
    "a list that stands in its question": (
        f"{HEAD}  - question: {' '.join(f'b{n}' for n in range(25_000))}\n    list: {LISTED}\n",
        {"question-long"},
    ),
    "a hint that nearly holds a list": (
        f"{HEAD}  - question: q\n    hint: {' '.join(f'xb{n}' for n in range(25_000))}\n    list: {LISTED}\n",
        set(),
    ),
    "a card of unknown sources": (
        f"{HEAD}{CARD}    source: [{', '.join(f's{n}' for n in range(90_000))}]\n",
        {"source-unknown", "more-errors"},
    ),
    "words that nearly are the answer": (
        f"{HEAD}  - question: {'a ' * 90_000}\n    answer: {'a ' * 45_000}b\n",
        {"question-long", "answer-long"},
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_decks_are_refused_or_read(name):
    """Whatever is thrown at the reader, it answers with a few problems and without an exception."""
    text, codes = HOSTILE[name]
    deck, problems = read(text, "hostile.yaml")
    problems += check(deck) if deck else ()

    assert codes is None or {problem.code for problem in problems} == codes
    assert len(problems) < 1000


def test_what_is_sound_stays_usable_among_twenty_thousand_faults():
    """The one good card of a deck full of faults can be learnt, and the faults beyond the hundredth are counted."""
    deck, problems = read(HEAD + CARD + "".join(f"    kay{n}: x\n" for n in range(20_000)), "x")

    assert [card.question for card in deck.cards] == ["q"]
    assert len(problems) == 101
    assert dict(problems[-1].facts) == {"sort": "unknown-key", "count": 19_900}


def test_limits_are_where_they_are_said_to_be():
    """A text of exactly the limit is read, one more character is refused; likewise the entries of a list."""
    fine, none = read(f"{HEAD}  - question: q\n    note: {'x' * MAX_TEXT}\n    answer: a\n", "x")
    long, told = read(f"{HEAD}  - question: q\n    note: {'x' * (MAX_TEXT + 1)}\n    answer: a\n", "x")
    full, quiet = read(HEAD + "".join(f"- {{question: q{n}, answer: a}}\n" for n in range(MAX_ENTRIES // 10)), "x")

    assert (len(fine.cards[0].note), none) == (MAX_TEXT, ())
    assert (long.cards[0].note, [problem.code for problem in told]) == ("", ["text-too-long"])
    assert (len(full.cards), quiet) == (MAX_ENTRIES // 10, ())


def test_a_file_that_is_too_big_is_not_even_decoded():
    """More than ten megabytes are refused, as bytes and as text."""
    assert decode(b"x" * (MAX_BYTES + 1), "x").code == "file-too-big"
    assert [problem.code for problem in read("x" * (MAX_BYTES + 1), "x")[1]] == ["file-too-big"]


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"deck: d\ncards: \xe9\n", "byte-not-utf8", 2, 8),
        ("deck: é\r\ncards: 😀".encode() + b"\xff", "byte-not-utf8", 2, 9),
        (b"\xef\xbb\xbfdeck: \xff", "byte-not-utf8", 1, 7),
        (b"a\rb\r\xff", "byte-not-utf8", 3, 1),
        (b"\xc3", "byte-not-utf8", 1, 1),
        (b"\xed\xa0\x80", "byte-not-utf8", 1, 1),
        ("deck: d".encode("utf-16"), "file-not-utf8", 1, 1),
        ("deck: d".encode("utf-32"), "file-not-utf8", 1, 1),
        (b"\xfe\xff\x00d", "file-not-utf8", 1, 1),
        ("deck: d".encode("utf-16-le"), "nul-byte", 1, 2),
        (b"deck: d\n\0", "nul-byte", 2, 1),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "nul-byte", 3, 1),
    ],
)
def test_bytes_that_are_no_text(data, code, line, column):
    """A file that is not UTF-8 is refused with the line and column of its first bad byte."""
    problem = decode(data, "x")

    assert (problem.code, problem.place.line, problem.place.column) == (code, line, column)


@pytest.mark.parametrize("data", [b"deck: \xc3\xa9", b"\xef\xbb\xbfdeck: \xc3\xa9"])
def test_a_byte_order_mark_is_no_part_of_the_text(data):
    """UTF-8 is read with and without its mark."""
    assert decode(data, "x") == "deck: é"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_alike(end):
    """Unix, Windows and old Macintosh line ends give the same deck at the same places."""
    text = "deck: d\ncards:\n  - question: é😀\n    answer: a\n    hnit: b\n"
    deck, problems = read(text.replace("\n", end), "x")

    assert [card.question for card in deck.cards] == ["é😀"]
    assert [(problem.code, problem.place.line, problem.place.column) for problem in problems] == [
        ("unknown-key-near", 5, 5)
    ]


def test_text_that_python_holds_and_no_file_can():
    """A lone surrogate in a text from elsewhere is a fault, not an exception."""
    _, problems = read("deck: d\ncards: [{question: '\ud800', answer: b}]", "x")

    assert [problem.code for problem in problems] == ["character-control"]
