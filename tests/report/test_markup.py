"""The border that texts pass on their way into a page."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.report.markup import Markup, escape, foreign, joined, number, tag


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('"><img src=x onerror=alert(1)>', "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"),
        ("it's", "it&#39;s"),
        ("nul\0bell\a", "nul␀bell␇"),
        ("csi\x9b", "csi\\u009b"),
        ("abc\u202edef", "abc\\u202edef"),
        ("lone \ud800", "lone \\ud800"),
        ("not a character \ufffe", "not a character \\ufffe"),
        ("zero\u200bwidth", "zerowidth"),
        ("two\nlines", "two lines"),
        ("famille \U0001f468\u200d\U0001f469", "famille \U0001f468\u200d\U0001f469"),
    ],
)
def test_a_text_is_shown_and_means_nothing(raw: str, shown: str) -> None:
    """No sign of a text is markup behind the border, and no control is obeyed."""
    assert escape(raw) == shown


class Collector(HTMLParser):
    """What a reader of HTML finds: the elements and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.found.append(tag)
        self.found += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        """A text."""
        self.text += data


@given(st.text(), st.text())
def test_whatever_a_text_holds_it_stays_one(text: str, value: str) -> None:
    """As a child and as a value, any text gives the one element with its one attribute, and can be encoded."""
    reader = Collector()
    markup = tag("p", text, title=value)

    reader.feed(markup.encode().decode())
    reader.close()

    assert reader.found == ["p", "title"]
    assert reader.text == escape(text).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace(
        "&#39;", "'"
    ).replace("&amp;", "&")


def test_markup_is_not_escaped_twice() -> None:
    """What is markup already stays what it is; what is not is escaped beside it."""
    assert joined(tag("b", "x"), " & ", Markup("<br>")) == "<b>x</b> &amp; <br>"


def test_attributes_are_written_as_html_has_them() -> None:
    """`_` is a hyphen within a name and nothing at its end; None is left out; numbers have one decimal."""
    assert tag("p", class_="soft", aria_label=None, tabindex=0) == '<p class="soft" tabindex="0"></p>'
    assert tag("rect", x=1.25, http_equiv="a") == '<rect x="1.2" http-equiv="a"></rect>'
    assert (number(3.0), number(-0.04)) == ("3", "0")


def test_texts_of_others_keep_their_direction_to_themselves() -> None:
    """A text of a deck stands in an element that isolates its direction."""
    assert foreign("שלום") == "<bdi>שלום</bdi>"
