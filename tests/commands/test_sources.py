"""`quiz check --sources`: every piece of evidence is proved by its text, beside the deck or in another folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quiz import cli
from quiz.article import Article
from quiz.deck.card import Source
from quiz.library.texts import folder_of, text_of

TEXT = "The pier\n\nThe new pier is 120 metres long. It opened on 3 May 2021.\n"
DIGEST = Article(TEXT).digest
DECK = f"""\
deck: harbour
language: en
sources:
  gazette: {{title: The new pier, file: sub/gazette.txt, sha256: {DIGEST}}}
cards:
  - question: How long is the pier?
    number: 120 metres
    source: gazette
    evidence: {{paragraph: 2, words: 120 metres long}}
  - question: When did the pier open?
    date: 3 May 2021
    source: gazette
    evidence: {{paragraph: 2, words: on 3 May 2021}}
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck of two cards, without its text."""
    path = tmp_path / "harbour.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


def kept(deck: Path, text: str = TEXT, folder: str = "harbour.articles") -> Path:
    """The text of the deck's source, in a folder beside it."""
    path = deck.parent / folder / "gazette.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def checked(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[str], str]:
    """What `quiz check --json` says: exit code and codes; and what it says to people."""
    cli.main(["check", *map(str, arguments)])
    said = capsys.readouterr().out
    code = cli.main(["check", "--json", *map(str, arguments)])
    return code, [problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]], said


@pytest.mark.parametrize("folder", ["harbour.articles", "."])
@pytest.mark.parametrize("deck_first", [True, False])
def test_the_texts_are_looked_for_beside_each_deck(
    deck: Path, capsys: pytest.CaptureFixture[str], folder: str, deck_first: bool
) -> None:
    """In the folder of its articles, else next to it; the deck may be named before the switch or behind it."""
    kept(deck, folder=folder)

    code, problems, said = checked(capsys, *([deck, "--sources"] if deck_first else ["--sources", deck]))

    assert (code, problems) == (0, [])
    assert "2 pieces of evidence stand in their sources" in said


def test_another_folder_is_looked_through_instead(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is named is the only one."""
    kept(deck, "Something else altogether.\n")
    other = kept(deck, folder="elsewhere").parent

    assert checked(capsys, "--sources", other, deck)[:2] == (0, [])
    assert checked(capsys, "--sources", deck)[0] == 1


def test_a_text_that_is_not_there_proves_nothing(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told once, and nothing counts as proved."""
    code, problems, said = checked(capsys, deck, "--sources")

    assert (code, problems) == (0, ["source-text-missing"])
    assert "0 pieces of evidence stand" in said


def test_a_text_that_changed_is_told(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its digest is not the deck's: a warning at the line of the digest; the evidence is compared all the same."""
    kept(deck, TEXT.replace("3 May", "4 May"))

    code, problems, said = checked(capsys, deck, "--sources")

    assert (code, problems) == (1, ["source-text-changed", "evidence-not-found"])
    assert ":4:" in said.splitlines()[0]


def test_a_text_that_cannot_be_read_is_told(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is no text in UTF-8: that is an error with its own place."""
    kept(deck).write_bytes(b"\xff\xfe\x00")

    assert checked(capsys, deck, "--sources")[:2] == (1, ["file-not-utf8", "source-text-missing"])


def test_a_folder_that_is_not_there_is_refused(deck: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is checked by halves."""
    assert cli.main(["check", "--sources", str(deck.parent / "nowhere"), str(deck)]) == 3
    assert "there is no file or folder" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "a/../../secret.txt", ".."])
def test_a_deck_does_not_lead_out_of_its_folder(tmp_path: Path, name: str) -> None:
    """Whatever path its source says, only the name at its end counts."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    deck = tmp_path / "inner" / "d.yaml"
    Path(folder_of(str(deck))).mkdir(parents=True)

    assert text_of(str(deck), Source("s", file=name)).problem.code == "source-text-missing"


def test_a_source_without_a_file_has_the_text_of_its_key(deck: Path) -> None:
    """As `gazette.txt` or `gazette.md`; what is known of the source is known of its text."""
    kept(deck).rename(deck.parent / "gazette.md")

    text = text_of(str(deck), Source("gazette", title="The new pier", sha256=DIGEST.upper()))

    assert (text.problem, text.article.text, text.article.title) == (None, TEXT, "The new pier")
