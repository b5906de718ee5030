"""`quiz check` asks where it is not certain which card a history belongs to."""

from __future__ import annotations

import json
import os

import pytest

from quiz.commands import check_doubts

X = "deck: x\ncards:\n"
CAPITAL = "  - question: What is the capital of Australia?\n    answer: Canberra\n    allow: source-missing\n"
OTHERWISE = "  - question: Which city is the capital of Australia?\n    answer: Sydney\n    allow: source-missing\n"
RIVER = "  - question: Which river flows through Rome?\n    answer: the Tiber\n    allow: source-missing\n"


@pytest.fixture
def reworded(decks, run):
    """A deck of which one card with history left, and one came that is perhaps the same."""
    path = decks / "a.yaml"
    path.write_text(X + RIVER + CAPITAL, encoding="utf-8")
    assert run("study", "--plain", stdin="the Tiber\nCanberra\n").code == 0
    path.write_text(X + RIVER + OTHERWISE, encoding="utf-8")
    return path


def test_check_asks_with_the_line_to_paste(reworded, run):
    """The doubt is told at its line, as a warning, each time; the line that it shows joins the two, and it is gone."""
    for _ in range(2):
        told = run("check")
        assert told.code == 0
        assert f'{reworded}:6:5  warn  this question may be the old "What is the capital of Australia?"' in told.out
        assert told.out.endswith("0 errors, 1 warning, 0 pieces of advice in 1 of 1 deck\n")
    assert run("check", "--strict").code == 1
    line = next(line for line in told.out.splitlines() if "quiz cards --join" in line)
    assert run(*line[line.index("quiz ") :].split()[1:]).code == 0
    assert run("check", "--strict").code == 0


def test_the_formats_for_programs_have_it(reworded, run, monkeypatch):
    """JSON, the lines of GitHub and SARIF hold place, sentence and command too; a file may be named."""
    monkeypatch.chdir(reworded.parent)
    (problem,) = json.loads(run("check", "a.yaml", "--json").out)["problems"]
    facts = problem["facts"]
    command = f"quiz cards --join {facts['old']} {facts['new']}"
    assert (problem["path"], problem["line"], problem["code"]) == ("a.yaml", 6, "card-perhaps-reworded")
    assert problem["severity"] == "warning"
    assert problem["remedy"].endswith(command)
    github = run("check", "a.yaml", "--format", "github").out
    assert github.startswith("::warning file=a.yaml,line=6,col=5,title=card-perhaps-reworded::")
    assert command in github
    (result,) = json.loads(run("check", "a.yaml", "--format", "sarif").out)["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("card-perhaps-reworded", "warning")
    assert command in result["message"]["text"]


def test_checking_logs_nothing(reworded, run):
    """What surely follows is told by the next command that studies or changes something, not by a check."""
    reworded.write_text(X + RIVER + CAPITAL.replace("What is", "What's"), encoding="utf-8")
    told = run("check")
    assert "quiz cards --join" not in told.out + told.err
    assert "follows to" not in told.err
    assert "follows to" in run("study", "--plain").err


@pytest.mark.usefixtures("reworded")
def test_an_answer_settles_it(run):
    """Who answers the new card as a new one is asked no more."""
    assert "quiz cards --join" in run("check").out
    assert run("study", "--plain", stdin="Sydney\n").code == 0
    assert "quiz cards --join" not in run("check").out


def test_decks_outside_the_library(reworded, run, tmp_path):
    """Of a file elsewhere nothing is asked, and of the library nothing is told where other files are checked."""
    other = tmp_path / "other.yaml"
    other.write_text(X + RIVER + OTHERWISE, encoding="utf-8")
    assert "quiz cards --join" not in run("check", other).out
    clean = reworded.parent / "b.yaml"
    clean.write_text("deck: y\ncards:\n" + RIVER.replace("Rome", "Paris").replace("Tiber", "Seine"), encoding="utf-8")
    assert "quiz cards --join" not in run("check", clean).out
    assert "quiz cards --join" in run("check", reworded).out


def test_errors_elsewhere_are_not_swallowed(reworded, run):
    """A check of one file hears of an error in another one first: it is told, since it is told only once."""
    broken = reworded.parent / "b.yaml"
    broken.write_text("deck: y\ncards:\n  - question: Why?\n", encoding="utf-8")
    assert "b.yaml:3" in run("check", reworded).err


def test_a_large_change_waits_for_another_command(reworded, run, monkeypatch):
    """A check does not read a large deck a second time: it asks when another command has read it."""
    monkeypatch.setattr(check_doubts, "MOST", reworded.stat().st_size - 1)
    aged(reworded)
    assert "quiz cards --join" not in run("check").out
    run("due")
    assert "quiz cards --join" in run("check").out


def aged(path) -> None:
    """Change the file an hour ago, so that its stamp is trusted."""
    stat = path.stat()
    os.utime(path, (stat.st_atime - 3600, stat.st_mtime - 3600))
