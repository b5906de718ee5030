"""`quiz check` with --fix, --allow and its formats: files are put right safely, programs are told what they read."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from quiz import cli
from quiz.commands import check_fix
from quiz.commands.check_formats import write
from quiz.house import House, Streams
from quiz.library import file
from quiz.problem import Place, Problem

DECK = """\
deck: d  # mine
cards:
  - question: Who  wrote Hamlet
    answer: Shakespeare
  - question: When was he born?
    date: 1564
"""
FIXED = DECK.replace("Who  wrote Hamlet", "Who wrote Hamlet?")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck with two slips and one pronoun, in the present folder."""
    monkeypatch.chdir(tmp_path)
    written = tmp_path / "d.yaml"
    written.write_text(DECK, encoding="utf-8")
    return written


@pytest.fixture
def house(own_home: Path) -> House:
    """A house of nobody."""
    made = House(Streams(io.StringIO(), io.StringIO(), io.StringIO()), {"QUIZ_HOME": str(own_home), "LANG": "C.UTF-8"})
    yield made
    made.close()


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """What a call exits with and prints."""
    code = cli.main(["check", *arguments])
    return code, capsys.readouterr().out


@pytest.mark.usefixtures("path")
def test_advice_is_told_with_its_code_and_exits_well(capsys: pytest.CaptureFixture[str]):
    """Advice is shown with the code that `allow:` takes, and makes the exit code 1 with --strict only."""
    code, out = said(capsys, "d.yaml")

    assert code == 0
    assert 'd.yaml:5:15  advice  "he" stands for something that the question does not name  [question-pronoun]' in out
    assert out.endswith("0 errors, 0 warnings, 3 pieces of advice in 1 of 1 deck\n")
    assert said(capsys, "--strict", "d.yaml")[0] == 1


def test_fix_puts_right_what_is_certain(path: Path, capsys: pytest.CaptureFixture[str]):
    """The file has its question mark and one space less, each change is shown; once more, nothing is left to do."""
    code, out = said(capsys, "--fix", "d.yaml")

    assert path.read_text(encoding="utf-8") == FIXED
    assert code == 0
    assert out.splitlines()[:4] == [
        "d.yaml:3:15  fixed  question-mark, spaces-doubled",
        "    - Who  wrote Hamlet",
        "    + Who wrote Hamlet?",
        "1 text put right in 1 deck",
    ]
    assert "[question-pronoun]" in out
    before = os.stat(path)
    assert "fixed" not in said(capsys, "--fix", "d.yaml")[1]
    assert os.stat(path).st_mtime_ns == before.st_mtime_ns


def test_fix_does_not_touch_what_is_allowed(path: Path, capsys: pytest.CaptureFixture[str]):
    """A rule that is off puts nothing right."""
    said(capsys, "--fix", "--allow", "question-mark,spaces-doubled", "d.yaml")

    assert path.read_text(encoding="utf-8") == DECK


def test_fix_keeps_what_an_editor_saved_meanwhile(path: Path, house: House, monkeypatch: pytest.MonkeyPatch):
    """A save between reading and writing is put right too, and not overwritten."""
    real = file.write
    saved = [DECK.replace("Hamlet", "Macbeth")]

    def write_late(target: str, data: bytes, stamp: file.Stamp) -> file.Stamp:
        if saved:
            path.write_text(saved.pop(), encoding="utf-8")
            os.utime(path, ns=(1, 1))
        return real(target, data, stamp)

    monkeypatch.setattr(file, "write", write_late)
    done, problems = check_fix.fix(["d.yaml"], (), house)

    assert problems == []
    assert [mend.after for mend in done] == ["Who wrote Macbeth?"]
    assert "question: Who wrote Macbeth?\n" in path.read_text(encoding="utf-8")


def test_fix_says_why_a_file_is_not_written(path: Path, capsys: pytest.CaptureFixture[str]):
    """A file that may not be written stays as it is, and is told of."""
    path.chmod(0o444)
    code, out = said(capsys, "--fix", "--json", "d.yaml")

    assert code == 1
    assert path.read_text(encoding="utf-8") == DECK
    told = json.loads(out)
    assert told["fixed"] == []
    assert "deck-read-only" in [problem["code"] for problem in told["problems"]]


@pytest.mark.usefixtures("path")
def test_the_setting_allows_everywhere(capsys: pytest.CaptureFixture[str]):
    """What the setting allows is off; a code that is none of a rule is told of."""
    assert cli.main(["settings", "check_allow", "question-pronoun,", "spaces-doubled", "question-mrk"]) == 0
    capsys.readouterr()

    out = said(capsys, "d.yaml")[1]
    assert "[question-mark]" in out
    assert "[question-pronoun]" not in out
    assert "did you mean question-mark?" in out


@pytest.mark.usefixtures("path")
def test_json_leads_to_the_page(capsys: pytest.CaptureFixture[str]):
    """Each problem has its code and the page of the manual, which exists."""
    told = json.loads(said(capsys, "--format", "json", "d.yaml")[1])

    pages = {problem["code"]: problem["page"] for problem in told["problems"]}
    assert pages["question-pronoun"] == "docs/rules/question-pronoun.md"
    assert all((Path(__file__).parent.parent.parent / page).exists() for page in pages.values())
    assert (told["errors"], told["warnings"], told["advice"]) == (0, 0, 3)
    assert "fixed" not in told


@pytest.mark.usefixtures("path")
def test_github_gets_workflow_commands(capsys: pytest.CaptureFixture[str]):
    """One line a problem, with file, line and column, and nothing else on standard output."""
    lines = said(capsys, "--format", "github", "d.yaml")[1].splitlines()

    assert len(lines) == 3
    assert lines[-1] == (
        '::notice file=d.yaml,line=5,col=15,title=question-pronoun::"he" stands for something that the question does'
        " not name%0Awrite the name: the card is asked among cards of other topics%0Adocs/rules/question-pronoun.md"
    )


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a,b:c%.yaml", "x", "file=a%2Cb%3Ac%25.yaml,line=2,col=3,"),
        ("a.yaml", "50 %, so: \r\n::error::no", "50 %25, so: "),
        ("a\nb.yaml", "x", "file=a%0Ab.yaml,"),
    ],
)
def test_no_text_of_a_deck_is_a_command(name: str, text: str, expected: str, house: House):
    """What a deck or a file name holds cannot end a command nor begin one."""
    problem = Problem("question-open", Place(name, 2, 3), {"text": text})
    write("github", [], [problem], None, house)

    out = house.out.getvalue()  # type: ignore[attr-defined]
    assert expected in out
    assert out.count("\n") == 1
    assert "\r" not in out


@pytest.mark.usefixtures("path")
def test_sarif_names_rules_and_places(capsys: pytest.CaptureFixture[str]):
    """SARIF 2.1.0: each result points to its rule and its place, columns in code points."""
    (run,) = json.loads(said(capsys, "--format", "sarif", "d.yaml")[1])["runs"]

    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    last = run["results"][-1]
    assert (last["ruleId"], last["level"]) == ("question-pronoun", "note")
    place = last["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "d.yaml"}
    assert place["region"] == {"startLine": 5, "startColumn": 15}


def test_decks_that_are_checked_together_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """A fact that two decks ask is told once, with the place of the other."""
    for name, question in (("a", "Who wrote Hamlet?"), ("b", "Who wrote the play Hamlet?")):
        text = f"deck: {name}\ncards:\n  - question: {question}\n    answer: Shakespeare\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")

    told = json.loads(said(capsys, "--json", str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml"))[1])

    (problem,) = told["problems"]
    assert problem["code"] == "card-twice"
    assert problem["path"].endswith("b.yaml")
    assert problem["facts"]["other"].endswith("a.yaml:3")
