"""Markdown read as its words: what goes, what stays, and what its front matter says."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.fetch import fetch
from quiz.fetch.markdown import as_words


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("One line\nand its end.\n\nAnother.", "One line and its end.\n\nAnother.\n"),
        ("# Title #\nText.", "Title\n\nText.\n"),
        ("Title\n=====\nText.\n\nPart\n---\nMore.", "Title\n\nText.\n\nPart\n\nMore.\n"),
        ("#hashtag is no heading", "#hashtag is no heading\n"),
        ("**bold** *italic*, __bold__ _italic_, ***both***, ~~gone~~", "bold italic, bold italic, both, gone\n"),
        ("un *mot* **très _fort_ ici**, l'*accent*.", "un mot très fort ici, l'accent.\n"),
        ("2 * 3 * 4 and snake_case_name and 5*6", "2 * 3 * 4 and snake_case_name and 5*6\n"),
        (r"1 \* 2 \_so\_ \[x\]", "1 * 2 _so_ [x]\n"),
        ("[the mayor](https://x.example/a_(b)_c \"Title\") said", "the mayor said\n"),
        ("[the mayor][1], [council][], [T]\n\n[1]: http://x\n[council]: <u>\n[T]: /t", "the mayor, council, T\n"),
        ("[so] it [was] \"[sic]\" said", "[so] it [was] \"[sic]\" said\n"),
        ("before ![a roof](roof.jpg \"Roof\") after", "before after\n"),
        ("[![badge](a.svg)](https://x.example)\n\nText.", "Text.\n"),
        ("<https://x.example/a_b_c>", "https://x.example/a_b_c\n"),
        ("see `a * b * c` and ``x_y_z``", "see a * b * c and x_y_z\n"),
        ("> quoted\n> twice\n\nafter", "quoted twice\n\nafter\n"),
        ("> They did.\n>\n> —Ada (@ada) March 3\n\nAfter.", "They did.\n\n—Ada (@ada) March 3\n\nAfter.\n"),
        (">> deep\nlazy end", "deep lazy end\n"),
        ("* one\n  goes on\n+ two\n- [x] done", "- one goes on\n- two\n- done\n"),
        ("1. one\n2) two\n\nIn\n1990. It was.", "1. one\n2) two\n\nIn 1990. It was.\n"),
        ("| a | b |\n|---|:-:|\n| 1 | **2** |\n\nText.", "a | b\n1 | 2\n\nText.\n"),
        ("either|or\n\nText.", "either|or\n\nText.\n"),
        ("a\n\n***\n\nb\n\n- - -\n\nc", "a\n\nb\n\nc\n"),
        ("```python\nx = 1\n```\n\nText.\n\n    code\n\nMore.\n\n~~~\nnever closed", "Text.\n\nMore.\n"),
        ("Text.[^1]\n\n[^1]: A note.", "Text.\n\nA note.\n"),
        ("a  \nb\\\nc<br>d", "a\nb\nc\nd\n"),
        ("Fish &amp; chips&nbsp;: 3&nbsp;€ &lt;b&gt;", "Fish & chips\u00a0: 3\u00a0€ <b>\n"),
        ("<div class='x'>one <b>two</b></div> <!-- not\n\nshown --> three 1 < 2 > 0", "one two three 1 < 2 > 0\n"),
        ("« Il a dit *oui* », l’archi\u00adtecte.", "« Il a dit oui », l’archi\u00adtecte.\n"),
        ("", ""),
    ],
)  # fmt: skip
def test_markdown_is_read_as_its_words(written: str, read: str) -> None:
    """Each construction is read as a reader would read it aloud."""
    assert as_words(written)[0] == read


@pytest.mark.parametrize(
    ("front", "told"),
    [
        (
            "title: A pool: the story\nauthor: Ada Martin\ndate: 2024-03-03",
            ("A pool: the story", "Ada Martin", "2024-03-03"),
        ),
        (
            'title: "A \\"pool\\""\nauthors: [Ada Martin, \'Paul Roy\']\ndate: March 3, 2024',
            ('A "pool"', "Ada Martin, Paul Roy", "2024-03-03"),
        ),
        (
            "Title: L'eau\nAuthors:\n  - name: Ada Martin\n  - Paul Roy\npublish_date: 2024-03-03 10:00:00 +0100",
            ("L'eau", "Ada Martin, Paul Roy", "2024-03-03"),
        ),
        ("title: 'L''eau' \ndate: 2024-03\ntags: [a, b]\nother:\n  deep: [1, 2", ("L'eau", "", "")),
        ("title:\nauthor: ~\ndate: soon", ("Heading", "", "")),
    ],
)
def test_the_front_matter_says_what_it_is(front: str, told: tuple[str, str, str]) -> None:
    """Title, author and day are read as they are commonly written, and what is not simple is passed over."""
    article = fetch("-", stdin=io.BytesIO(f"---\n{front}\n---\n# Heading\n\nThe council voted.\n".encode())).article

    assert (article.title, article.author, article.published) == told
    assert article.text == "Heading\n\nThe council voted.\n"


def test_the_front_matter_of_hugo_is_read_too() -> None:
    """TOML between plus signs says the same."""
    front = 'title = "A pool"\ndate = 2024-03-03T10:00:00Z\ncanonicalURL = "https://x.example/pool"'
    text = f"+++\n{front}\n+++\nThe council voted.\n"

    article = fetch("-", stdin=io.BytesIO(text.encode())).article

    assert (article.title, article.published, article.url) == ("A pool", "2024-03-03", "https://x.example/pool")


def test_a_rule_is_no_front_matter() -> None:
    """Dashes at the beginning of a text that is not Markdown, or that close nothing, are what they are."""
    for text in ("---\nThe council voted to rebuild it.\n---\n", "---\ntitle: The council voted to rebuild it.\n"):
        assert fetch("-", stdin=io.BytesIO(text.encode())).article.text.strip("- \n").endswith("rebuild it.")


@given(st.text(alphabet="ab *_~`[]()<>!#\\\n|->&1.\"'\u00a0", max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_marks_are_read(text: str) -> None:
    """No heap of marks is a fault, and every letter outside code, images, tags and targets comes through in order."""
    words, _ = as_words(text)

    assert words == words.lstrip("\n")
    letters = iter(text)
    assert all(char in letters for char in words if char in "ab")


@given(st.text(alphabet="abc ,.", max_size=200))
@settings(max_examples=50, deadline=None)
def test_words_without_marks_stay(text: str) -> None:
    """A text without marks is read as its words."""
    assert as_words(text)[0].split() == text.split()


@pytest.mark.parametrize(
    "piece",
    [
        "*a ",
        "[",
        "[a](",
        "![",
        "`",
        "_",
        "> ",
        ">",
        "<a ",
        "<!--",
        "# ",
        " ",
        "|",
        "- ",
        "\\",
        "&",
        "[a]: ",
        "~~",
        "(((",
        " |-",
    ],
)
def test_hostile_marks_cost_no_more_than_others(piece: str) -> None:
    """A long row of any mark is read in time that grows with the row; if it grew faster, this would not end."""
    many = piece * (200_000 // len(piece))

    words, _ = as_words(f"the beginning\n\n{many}\n\nx{many}")

    assert words.startswith("the beginning\n")
