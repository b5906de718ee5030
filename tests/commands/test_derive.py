"""`quiz derive` as people and programs use it: decks made and renewed, folders resumed, nothing lost."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import pytest

from quiz.cli import main
from quiz.deck.read import read
from quiz.problem import Failure

ARTICLE = """\
Harlow Bridge mill to close in June

By Nora Whitlock
12 March 2024

The paper mill in Harlow Bridge will close on 28 June with the loss of 412 jobs, Greyfield Paper said on Tuesday.

Greyfield Paper bought the mill in Harlow Bridge for £38 million in 2016. \
"We have run out of buyers for newsprint," said Martin Oakes, \
the chief executive of Greyfield Paper.

Sales of newsprint at Greyfield Paper fell by 31% between 2019 and 2023. A tonne of newsprint costs £540 today, \
according to the Paper Traders Association.

Nora Whitlock is a reporter who covers business in the north. She joined in 2011.
"""
FRENCH = """\
La piscine de Montrieux rouvrira le 2 septembre 2024

La piscine municipale de Montrieux rouvrira le 2 septembre 2024 après dix-huit mois de travaux, a annoncé mardi la \
maire, Hélène Vasseur. La rénovation a coûté 6,4 millions d'euros.

« Nous avons tenu le budget et le calendrier », a déclaré Hélène Vasseur. L'entrée coûtera 4,50 euros.
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two articles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mill.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "piscine.txt").write_text(FRENCH, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> int:
    """One command line, in English."""
    return main(["--lang", "en", *arguments])


def cards(path: Path) -> dict[str, tuple[str, bool]]:
    """Each card of a deck: its id, its answer, and whether it is a draft."""
    deck, problems = read(path.read_text(encoding="utf-8"), str(path))
    assert problems == ()
    assert deck is not None
    return {card.written_id: (card.answer.text or " ".join(card.answer.items), card.draft) for card in deck.cards}


def test_an_article_becomes_a_deck_of_drafts(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every card is a draft with an id; the article's text lies beside the deck under the hash that the deck names."""
    assert run("derive", "mill.txt", "-o", "mill.yaml", "--deck", "mill") == 0

    text = (desk / "mill.yaml").read_text(encoding="utf-8")
    made = cards(desk / "mill.yaml")
    copy = next((desk / "mill.articles").iterdir())
    assert made
    assert all(name and draft for name, (_, draft) in made.items())
    assert copy.read_text(encoding="utf-8") == ARTICLE
    assert f"sha256: {hashlib.sha256(copy.read_bytes()).hexdigest()}" in text
    assert "published: 2024-03-12" in text
    assert "Whitlock" not in "".join(answer for answer, _ in made.values())
    assert f"mill.yaml: {len(made)} draft" in capsys.readouterr().out


@pytest.mark.usefixtures("desk")
def test_every_answer_is_proven(capsys: pytest.CaptureFixture[str]) -> None:
    """What derive writes, `quiz check --sources --strict` accepts."""
    run("derive", "mill.txt", "piscine.txt", "-o", "decks/")
    capsys.readouterr()

    assert run("check", "decks", "--strict", "--sources") == 0, capsys.readouterr().out


def test_the_same_article_gives_the_same_deck(desk: Path) -> None:
    """Twice the same bytes."""
    run("derive", "mill.txt", "-o", "one.yaml", "--deck", "mill")
    run("derive", "mill.txt", "-o", "two.yaml", "--deck", "mill")

    assert (desk / "one.yaml").read_bytes() == (desk / "two.yaml").read_bytes()


def test_two_languages_make_two_decks(desk: Path) -> None:
    """A deck speaks one language."""
    assert run("derive", "mill.txt", "piscine.txt", "-o", f"decks{os.sep}") == 0

    languages = {
        path.read_text(encoding="utf-8").split("language: ")[1][:2] for path in (desk / "decks").glob("*.yaml")
    }
    assert languages == {"en", "fr"}


# --- run again --------------------------------------------------------------------------------------------------------


def accepted(path: Path) -> None:
    """Take every draft of a deck for accepted, as an author does in an editor."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    draft: true\n", ""), encoding="utf-8")


def test_a_corrected_article_changes_its_drafts(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A value that was corrected changes its card; the ids stay, and nothing is there twice."""
    run("derive", "mill.txt", "-o", "mill.yaml")
    before = cards(desk / "mill.yaml")
    (desk / "mill.txt").write_text(ARTICLE.replace("31%", "33%"), encoding="utf-8")
    capsys.readouterr()

    assert run("derive", "mill.txt", "-o", "mill.yaml") == 0

    after = cards(desk / "mill.yaml")
    assert before.keys() == after.keys()
    changed = [(before[name][0], after[name][0]) for name in after if before[name] != after[name]]
    assert changed
    assert all("31" in old and new == old.replace("31", "33") for old, new in changed)
    assert f"{len(changed)} renewed" in capsys.readouterr().out


def test_an_accepted_card_is_the_author_s(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is not touched: the difference is told. With --accept it follows the article."""
    run("derive", "mill.txt", "-o", "mill.yaml")
    accepted(desk / "mill.yaml")
    before = cards(desk / "mill.yaml")
    (desk / "mill.txt").write_text(ARTICLE.replace("31%", "33%"), encoding="utf-8")
    capsys.readouterr()

    run("derive", "mill.txt", "-o", "mill.yaml")

    assert cards(desk / "mill.yaml") == before
    assert "33%" in capsys.readouterr().out

    run("derive", "mill.txt", "-o", "mill.yaml", "--accept")

    after = cards(desk / "mill.yaml")
    assert after.keys() == before.keys()
    assert [name for name in after if "33" in after[name][0]]
    assert not any(draft for _, draft in after.values())


def test_what_was_turned_down_stays_away(desk: Path) -> None:
    """A rejected draft does not come again."""
    run("derive", "mill.txt", "-o", "mill.yaml")
    first, *others = cards(desk / "mill.yaml")
    from quiz.deck.blocks import Changes, changed

    path = desk / "mill.yaml"
    deck, _ = read(path.read_text(encoding="utf-8"), "x")
    assert deck is not None
    text = changed(path.read_text(encoding="utf-8"), "x", Changes(remove={f"{deck.id}/{first}"}, reject=(first,)))
    assert isinstance(text, str)
    path.write_text(text, encoding="utf-8")

    run("derive", "mill.txt", "-o", "mill.yaml")

    assert list(cards(path)) == others


def test_an_author_s_comments_stay(desk: Path) -> None:
    """A deck that somebody works in keeps every line that is theirs."""
    run("derive", "mill.txt", "-o", "mill.yaml")
    path = desk / "mill.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text("# mine\n" + text + "  # theirs\n", encoding="utf-8")
    (desk / "mill.txt").write_text(ARTICLE.replace("31%", "33%"), encoding="utf-8")

    run("derive", "mill.txt", "-o", "mill.yaml")

    after = path.read_text(encoding="utf-8")
    assert after.startswith("# mine\n")
    assert after.endswith("  # theirs\n")


# --- a folder ---------------------------------------------------------------------------------------------------------


def test_a_folder_is_gone_on_with(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each text makes its own deck; the second run passes over what is done, and takes up what is new."""
    folder = desk / "in"
    folder.mkdir()
    for number in range(3):
        (folder / f"mill {number}.txt").write_text(ARTICLE, encoding="utf-8")
    assert run("derive", "in", "-o", "out") == 0
    assert "3 decks" in capsys.readouterr().out
    assert len(list((desk / "out").glob("*.yaml"))) == 3
    (folder / "new.txt").write_text(FRENCH, encoding="utf-8")

    assert run("derive", "in", "-o", "out") == 0

    told = capsys.readouterr().out
    assert "1 deck " in told
    assert "3 unchanged" in told


def test_one_bad_file_does_not_stop_a_folder(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read is named; the others are derived; the exit code says that something was wrong."""
    (desk / "in").mkdir()
    (desk / "in" / "good.txt").write_text(ARTICLE, encoding="utf-8")
    (desk / "in" / "empty.txt").write_text("", encoding="utf-8")

    assert run("derive", "in", "-o", "out") == 1

    assert "empty.txt" in capsys.readouterr().err
    assert (desk / "out" / "good.yaml").exists()


# --- for programs ----------------------------------------------------------------------------------------------------

FACT_KEYS = {
    *("article", "kind", "surface", "value", "currency", "unit", "bound", "high", "rate", "iso", "speaker", "subject"),
    *("attribution", "implied", "relative", "hedged", "summary", "start", "end", "paragraph", "evidence"),
}


@pytest.mark.parametrize("source", ["mill.txt", "."])
def test_the_facts_of_an_article(desk: Path, source: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every fact has every key, and its surface stands at its offsets; no deck is written."""
    assert run("derive", source, "--json") == 0

    told = json.loads(capsys.readouterr().out)
    assert [*told] == ["facts", "drafts", "contradictions", "articles", "problems"]
    for fact in told["facts"]:
        text = FRENCH if "piscine" in fact["article"] else ARTICLE
        assert fact.keys() == FACT_KEYS
        assert text[fact["start"] : fact["end"]] == fact["surface"]
        assert fact["surface"] in fact["evidence"]
        assert text.split("\n").index(next(line for line in text.split("\n") if fact["evidence"] in line)) >= 0
    mill = {(fact["kind"], fact["value"]) for fact in told["facts"] if "mill" in fact["article"]}
    assert {("amount", "38000000"), ("percent", "31"), ("date", "2016"), ("count", "412"), ("price", "540")} <= mill
    speakers = {fact["speaker"] for fact in told["facts"] if fact["kind"] == "quote" and "mill" in fact["article"]}
    assert speakers == {"Martin Oakes"}
    assert not list(desk.glob("**/*.yaml"))


@pytest.mark.usefixtures("desk")
def test_drafts_say_what_the_exam_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A rejected draft has a finding that costs all; what is chosen is not rejected."""
    run("derive", "mill.txt", "--json")

    drafts = json.loads(capsys.readouterr().out)["drafts"]
    assert any(draft["chosen"] for draft in drafts)
    for draft in drafts:
        assert draft["rejected"] == any(finding["cost"] >= 1 for finding in draft["exam"])
        assert not (draft["chosen"] and draft["rejected"])


@pytest.mark.usefixtures("desk")
def test_explaining_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """The sentences with the words, what was found there, and why it is asked or not."""
    assert run("derive", "mill.txt", "--explain", "bought the mill") == 0

    told = capsys.readouterr().out
    assert "amount  £38 million" in told
    assert "412" not in told
    assert run("derive", "mill.txt", "--explain", "no such words") == 1


# --- others' extractors ----------------------------------------------------------------------------------------------

PLUGIN = '''
"""Temperatures: an extractor of another package."""

import re

from quiz.derive.fact import Fact, Span


def temperatures(scene):
    """Every temperature in degrees."""
    for passage in scene.document.passages:
        for match in re.finditer(r"(-?\\d+) degrees", passage.text) if passage.telling else ():
            start = passage.start + match.start()
            yield Fact(
                "count", start, start + len(match[0]), match[0], passage.number,
                scene.document.sentence_at(start), match[1], unit="degrees",
            )


def broken(scene):
    """Fails."""
    raise KeyError("nothing there")
'''


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package as pip installs it: a module, and its entry points in a folder of metadata."""
    site = tmp_path / "site"
    info = site / "weather-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "weather_facts.py").write_text(PLUGIN, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: weather\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[quiz.extractors]\ntemperatures = weather_facts:temperatures\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(site))
    yield info
    sys.modules.pop("weather_facts", None)


@pytest.mark.usefixtures("plugin")
def test_another_package_s_extractor_is_asked(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What it finds is among the facts, like ours."""
    text = ARTICLE.replace("Greyfield Paper bought", "It was 31 degrees in the hall that day. Greyfield Paper bought")
    (desk / "mill.txt").write_text(text, encoding="utf-8")

    assert run("derive", "mill.txt", "--json") == 0

    facts = json.loads(capsys.readouterr().out)["facts"]
    assert ("count", "31 degrees", "31", "degrees") in {
        (it["kind"], it["surface"], it["value"], it["unit"]) for it in facts
    }


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("point", ["weather_facts:broken", "weather_facts:missing", "no_such_module:it"])
def test_a_broken_extractor_is_named(plugin: Path, point: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A stranger's fault is a sentence with its name, never a traceback."""
    (plugin / "entry_points.txt").write_text(f"[quiz.extractors]\nsnow = {point}\n", encoding="utf-8")

    code = run("derive", "mill.txt", "-o", "mill.yaml")

    assert 'the extractor "snow" of another package failed' in capsys.readouterr().err
    assert code == (1 if point.endswith("broken") else 0)


# --- what goes wrong -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ((), 2, "no article to derive from"),
        (("missing.txt",), 3, "missing.txt"),
        (("mill.txt", "--date", "12 March"), 2, '"12 March" is not a day'),
        (("mill.txt", "--deck", "a/b"), 2, "id of a deck"),
        (("empty",), 3, "no article in the folder empty"),
        (("mill.txt", "-o", "bad.yaml"), 1, "bad.yaml:"),
        (("piscine.txt", "-o", "english.yaml"), 2, 'the article in "fr"'),
        (("mill.txt", "-o", "english.yaml", "--deck", "other"), 2, 'the deck "mine"'),
    ],
)
def test_what_cannot_be_done_is_said(
    desk: Path, arguments: tuple[str, ...], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence that says where and what, and nothing written over."""
    (desk / "empty").mkdir()
    (desk / "bad.yaml").write_text("deck: [", encoding="utf-8")
    (desk / "english.yaml").write_text("deck: mine\ncards:\n  - question: A?\n    answer: b\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in desk.glob("*.yaml")}

    assert run("derive", *arguments) == code

    assert words in capsys.readouterr().err
    assert {path: path.read_bytes() for path in desk.glob("*.yaml")} == before


@pytest.mark.usefixtures("desk")
def test_a_place_that_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    """A sentence and exit code 3."""
    assert run("derive", "mill.txt", "-o", "piscine.txt/mill.yaml") == 3
    assert "piscine.txt/mill" in capsys.readouterr().err


def test_an_interrupted_write_leaves_the_deck_as_it_was(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up while the deck is renewed costs nothing of it."""
    run("derive", "mill.txt", "-o", "mill.yaml")
    before = (desk / "mill.yaml").read_bytes()
    (desk / "mill.txt").write_text(ARTICLE.replace("31%", "33%"), encoding="utf-8")

    def full(path: str, *_: object) -> None:
        from quiz.problem import Problem

        if path.endswith(".yaml"):
            raise Failure(Problem("file-unwritable", facts={"path": path, "error": "ENOSPC"}))

    monkeypatch.setattr("quiz.library.file.write", full)

    assert run("derive", "mill.txt", "-o", "mill.yaml") == 3
    assert (desk / "mill.yaml").read_bytes() == before


# --- quiz article ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("desk")
def test_the_facts_that_have_a_card(capsys: pytest.CaptureFixture[str]) -> None:
    """`quiz article` tells which facts have a card in the library; nothing was asked, so nothing would be recalled."""
    run("derive", "mill.txt", "--accept")
    capsys.readouterr()

    assert run("article", "mill.txt", "--json") == 0

    told = json.loads(capsys.readouterr().out)
    with_card = {fact["value"] for fact in told["facts"] if fact["cards"]}
    assert "31" in with_card
    assert told["with_card"] == sum(bool(fact["cards"]) for fact in told["facts"])
    assert told["recalled"] == 0
    assert run("article", "mill.txt") == 0
    assert "with a card" in capsys.readouterr().out
