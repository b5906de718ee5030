"""`quiz report`, as it is called: one page, written whole or not at all, and never over what is not ours."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

DECK = """\
deck: bastille
title: "</style><script>alert('deck')</script>"
language: en
cards:
  - question: 'Who "governed" <b>the Bastille</b> & on which day?'
    person: Bernard-René Jourdan de Launay
    tags: [tower]
  - question: How many prisoners were found inside?
    number: 7
"""
BLOCKED = "default-src 'none'; style-src 'sha256-"


@pytest.fixture(autouse=True)
def lived(decks: Path, run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deck that was studied on some evenings; it is the 12th of March 2025."""
    (decks / "bastille.yaml").write_text(DECK, encoding="utf-8")
    for day, typed in {2: "<img src=x>\n8\n:quit\n", 5: "de Launay\nde Launay\n:quit\n", 10: "x\n7\n:quit\n"}.items():
        monkeypatch.setenv("QUIZ_NOW", f"2025-03-{day:02}T10:00:00+01:00")
        assert run("study", "--plain", stdin=typed).code == 0
    monkeypatch.setenv("QUIZ_NOW", "2025-03-12T10:00:00+01:00")


class Found(HTMLParser):
    """The elements and the attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.add(tag)
        self.attributes += attrs


def page(run: Callable, *more: str) -> str:
    """The page on the standard output."""
    told = run("report", "--html", "-", *more)
    assert told.code == 0, told.err
    return told.out


def test_it_is_one_page_that_asks_for_nothing(run: Callable) -> None:
    """No script, no address, nothing loaded; a policy that forbids it, and lets one style through, by its hash."""
    html = page(run)
    found = Found()

    found.feed(html)

    assert BLOCKED in unescape(html)
    assert "unsafe" not in html
    assert html.count("<style>") == html.count("</style>") == 1
    assert not found.elements & {"script", "link", "iframe", "object", "embed", "img", "base", "form", "use", "image"}
    assert not [name for name, _ in found.attributes if name in ("src", "style", "srcset") or name.startswith("on")]
    assert all((value or "").startswith("#") for name, value in found.attributes if name == "href")
    assert not re.search(r"url\(|@import|https?:", html)


def test_texts_of_decks_and_of_learners_are_texts(run: Callable) -> None:
    """A title, a question and a typed answer that look like markup are shown as they are."""
    html = page(run)

    assert "&lt;/style&gt;&lt;script&gt;alert(&#39;deck&#39;)&lt;/script&gt;" in html
    assert "&lt;b&gt;the Bastille&lt;/b&gt; &amp; on which day?" in html
    assert "<b>" not in html


def test_every_figure_has_its_table(run: Callable) -> None:
    """Below each drawing, which is made for two widths, stand its numbers."""
    figures = re.findall(r"<figure>(.*?)</figure>", page(run), re.DOTALL)

    assert figures
    for figure in figures:
        assert figure.count("<svg") == 2
        assert figure.count("<title>") >= 2
        assert figure.count("<table") == 1


@pytest.mark.parametrize(("language", "said"), [("en", "What you remember"), ("fr", "Ce que vous retenez")])
def test_it_is_in_the_language_of_the_program(run: Callable, language: str, said: str) -> None:
    """The page says which language it is in, and is."""
    told = run("--lang", language, "report", "--html", "-")

    assert f'<html lang="{language}">' in told.out
    assert f"<h1>{said}</h1>" in told.out


def test_it_can_be_of_a_tag_a_deck_a_time(run: Callable) -> None:
    """Narrowed, the page names what it is about and leaves the rest out."""
    html = page(run, "--tag", "tower", "--deck", "bastille", "--since", "2025-03-04")

    assert "· #<bdi>tower</bdi>" in html
    assert "since 4 March 2025" in html
    assert ">number</text>" not in html
    assert ">number</text>" in page(run)


def test_an_empty_library_has_a_page_too(run: Callable, decks: Path) -> None:
    """Without cards and answers the page says so; of answers whose cards are in no deck any more it tells."""
    (decks / "bastille.yaml").unlink()

    html = page(run)

    assert "There is no card here yet." not in html
    assert "in no deck" in html
    assert "<dl" in html


def test_a_report_is_written_over_a_report(run: Callable, tmp_path: Path) -> None:
    """The file is made, and made anew; beside it nothing is left."""
    target = tmp_path / "report.html"

    first, second = (run("report", "--html", target) for _ in range(2))

    assert (first.code, second.code) == (0, 0)
    assert str(target) in first.err
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert os.listdir(tmp_path) == ["report.html"]


def test_another_file_is_left_as_it_is(run: Callable, tmp_path: Path) -> None:
    """What is no report of ours is written over only where that is asked for."""
    target = tmp_path / "thesis.html"
    target.write_text("<!doctype html>\n<p>years of work", encoding="utf-8")

    refused = run("report", "--html", target)

    assert refused.code == 3
    assert "not a report" in refused.err
    assert "--force" in refused.err
    assert target.read_text(encoding="utf-8").endswith("years of work")
    assert run("report", "--html", target, "--force").code == 0
    assert "years of work" not in target.read_text(encoding="utf-8")


def test_places_where_nothing_can_be_written(run: Callable, tmp_path: Path) -> None:
    """A folder that is not there and a folder in the place of a file are sentences, and nothing is made."""
    missing, folder = tmp_path / "no" / "report.html", tmp_path

    told = [run("report", "--html", place) for place in (missing, folder)]

    assert [one.code for one in told] == [3, 3]
    assert str(missing.parent) in told[0].err
    assert all(one.err.startswith("quiz: ") and one.err.count("\n") <= 2 for one in told)
    assert os.listdir(tmp_path) == []


def test_a_full_disk_leaves_the_old_report(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written whole is not written at all, and beside it nothing is left."""

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    target = tmp_path / "report.html"
    run("report", "--html", target)
    before = target.read_bytes()
    monkeypatch.setattr("quiz.library.file.os.fsync", full)

    told = run("--lang", "fr", "report", "--html", target)

    assert told.code == 3
    assert "ENOSPC" in told.err
    assert target.read_bytes() == before
    assert os.listdir(tmp_path) == ["report.html"]


def test_it_is_shown_in_the_browser(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--open` gives the browser the address of the file; without a file there is nothing to open."""
    browser, seen = tmp_path / "browser", tmp_path / "seen"
    browser.write_text(f'#!/bin/sh\necho "$1" > {seen}\n', encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    monkeypatch.setattr("webbrowser._tryorder", None)
    target = tmp_path / "my report.html"

    assert run("report", "--html", target, "--open").code == 0

    assert seen.read_text(encoding="utf-8").strip() == target.as_uri()
    assert run("report", "--html", "-", "--open").code == 2


def test_looking_changes_nothing(run: Callable, own_home: Path) -> None:
    """The log is the same after a report."""
    journal = own_home / "data" / "journal.db"
    before = journal.read_bytes()

    page(run)

    assert journal.read_bytes() == before
