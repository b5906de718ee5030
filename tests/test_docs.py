"""The manual cannot drift: what it shows is run, what the program has is in it, and what it points to exists."""

from __future__ import annotations

import ast
import io
import json
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import metadata
from pathlib import Path
from typing import Any, ClassVar

import pytest

from quiz.answers import KINDS, grade
from quiz.answers.reasons import REASONS
from quiz.answers.verdict import KIND_NAMES, Answer, Asked
from quiz.cli import COMMANDS
from quiz.commands.parser import Parser
from quiz.commands.report import lines
from quiz.commands.settings import toml
from quiz.deck.checks import check
from quiz.deck.keys import KEYS, Key
from quiz.deck.read import read
from quiz.house import House, Streams
from quiz.problem import PROBLEMS
from quiz.settings import SETTINGS, Setting
from quiz.words import LANGUAGES, load

ROOT = Path(__file__).parent.parent
DOCS = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "CHANGELOG.md"]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def manual(name: str) -> str:
    """One page of the manual."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a page: of each its rows, of each row its cells, the line below the head left out."""
    found = []
    for block in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE):
        rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in block.splitlines()]
        found.append([rows[0], *rows[2:]])
    return found


# --- how answers are judged ------------------------------------------------------------------------------------------


def judged() -> list[tuple[str, str, dict[str, str]]]:
    """Every row of docs/judging.md that gives a verdict: the kind, the language, the row."""
    found = []
    for head, *rows in tables(manual("judging.md")):
        told = re.fullmatch(r"`(\w+)` · (en|fr)", head[0])
        if told:
            found += [(*told.groups(), dict(zip(["answer", *head[1:]], row, strict=True))) for row in rows]
    return found


@pytest.mark.parametrize(("kind", "language", "row"), judged(), ids=lambda value: str(value)[:60])
def test_an_example_of_judging_is_judged_so(kind: str, language: str, row: dict[str, str]) -> None:
    """What the manual says of a typed answer is what the grader says."""
    items = tuple(row["answer"].split("; ")) if kind == "list" else tuple(re.findall(r"\{\{(.+?)\}\}", row["answer"]))
    options = tuple(row.get("options", "").split(", ")) if kind == "choice" else ()
    answer = Answer(kind, "" if kind == "list" else row["answer"], items, options=options)

    verdict = grade(answer, row["typed"], Asked(language=language, shown_options=options))

    assert row["verdict"] == verdict.mark, verdict
    assert row["why"].strip("`") in ("", *(reason.code for reason in verdict.reasons)), verdict


def test_rows_shown_to_contributors_are_rows_of_a_table() -> None:
    """The rows that docs/contributing.md shows stand in a table of verdicts, where they are judged."""
    rows = [line for block in blocks(manual("contributing.md"), "yaml") for line in block.splitlines()]
    table = (ROOT / "tests" / "data" / "answers" / "answer.en.yaml").read_text(encoding="utf-8").splitlines()

    assert rows
    assert [row for row in rows if row not in table] == []


def test_each_kind_has_examples_of_both_verdicts() -> None:
    """The manual shows a right and a wrong answer of each kind of answer."""
    assert {(kind, mark) for kind in KIND_NAMES for mark in ("right", "wrong")} <= {
        (kind, row["verdict"]) for kind, _, row in judged()
    }


# --- the contracts for programs --------------------------------------------------------------------------------------

DECK = """\
deck: bastille
language: en
cards:
  - question: Who governed the Bastille on the day it fell?
    person: Bernard-René Jourdan de Launay
  - question: How many prisoners were found inside?
    number: 70
"""

LEARNED = """\
deck: learned
cards:
  - question: Who won?
    answer: the United States
    accept:
      - the States  # learned 2025-03-01
"""


@pytest.fixture(scope="module")
def learner(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """A learner with a deck and two evenings; a call runs the program for her and returns what it prints."""
    home = tmp_path_factory.mktemp("learner")
    (home / "data" / "decks").mkdir(parents=True)
    (home / "data" / "decks" / "bastille.yaml").write_text(DECK, encoding="utf-8")
    (home / "broken.yaml").write_text("deck: broken\ncards:\n  - question: When?\n    date: blue\n", encoding="utf-8")
    (home / "slips.yaml").write_text("deck: s\ncards:\n  - question: Who  won?\n    answer: x\n", encoding="utf-8")
    (home / "learned.yaml").write_text(LEARNED, encoding="utf-8")

    def quiz(*arguments: str, stdin: str = "", day: int = 13) -> str:
        environ = {"QUIZ_HOME": str(home), "QUIZ_NOW": f"2025-03-{day:02}T10:00:00+01:00", "LANG": "C.UTF-8"}
        command = [sys.executable, "-m", "quiz", *arguments]
        run = subprocess.run(
            command, input=stdin, capture_output=True, text=True, cwd=home, env=environ | {"PYTHONPATH": str(ROOT)}
        )
        assert run.returncode in (0, 1), run.stderr
        return run.stdout

    quiz("settings", "shipped_decks", "false")
    quiz("study", "--plain", stdin="de Launay\n:quit\n", day=1)
    quiz("study", "--plain", "--new", "0", stdin="Napoleon\nde Launay\n:quit\n", day=12)
    return quiz


def keys(value: object, names: dict[str, str], path: str = "") -> set[str]:
    """The keys of a JSON value as the manual writes them; `names` says which keys stand for any, or hold anything."""
    if names.get(path) == "anything":
        return {path}
    if isinstance(value, list):
        inner = [keys(part, names, f"{path}[]") for part in value if isinstance(part, dict | list)]
        return set().union(*inner) if inner else {f"{path}[]"}
    if isinstance(value, dict):
        found = set()
        for name, part in value.items():
            found |= keys(part, names, f"{path}.{names.get(path, name)}".lstrip("."))
        return found
    return {path}


def documented(heading: str) -> set[str]:
    """The keys in the table below a heading of docs/commands.md; `.name` stands beside the name before it."""
    section = manual("commands.md").split(f"### {heading}\n", 1)[1].split("\n## ")[0].split("\n### ")[0]
    found: set[str] = set()
    for row in tables(section)[0][1:]:
        first = ""
        for name in re.findall(r"`([^`]+)`", row[0]):
            first = first or name
            found.add(first.rpartition(".")[0] + name if name.startswith(".") else name)
    return found


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("due",), {}),
        (
            ("stats",),
            {"kinds": "KIND", "decks": "DECK", "year": "DATE", "days": "DATE"}
            | dict.fromkeys(("months", "confusions"), "anything"),
        ),
        (("simulate", "--days", "9"), {"called": "simulate"}),
        (
            ("simulate", "--exam", "2025-04-01"),
            {"called": "simulate --exam"}
            | dict.fromkeys(("plan", "a_week_later", "as_set", "without_limit"), "anything"),
        ),
        (("check", "broken.yaml"), {"problems[].facts": "anything"}),
        (("check", "--fix", "slips.yaml"), {"decks": "anything", "problems": "anything"}),
        (("check", "--learned", "learned.yaml"), {}),
        (("cards",), {}),
        (("list",), {}),
        (("show", "governed"), {"called": "show", "evidence": "anything"}),
        (("card", "governed"), {"called": "card", "sides[].events": "anything"}),
        (("search", "Bastille"), {"called": "search", "cards[].found[].marks": "anything"}),
        (("tag", "governed", "+x", "--json"), {"called": "tag"}),
        (("new", "tour"), {"called": "new"}),
        (("schema", "--write", "."), {"called": "schema"}),
        (("add", "bastille", "Who governed the Bastille?", "--answer", "x"), {"called": "add"}),
        (("settings",), {"settings": "SETTING", "settings.SETTING": "anything"}),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_the_keys_of_json_are_those_of_the_manual(
    learner: Callable[..., str], arguments: tuple[str, ...], names: dict[str, str]
) -> None:
    """Every key that a command prints is in the manual, and every key of the manual is printed."""
    printed = json.loads(learner(*arguments, "--json"))

    called = names.get("called") or " ".join(word for word in arguments if not word.endswith(".yaml"))
    assert documented(f"`quiz {called} --json`") == keys(printed, names)


GRADED = [
    {"id": 1, "kind": "money", "answer": "42 dollars", "typed": "41 dollars"},
    {"id": 2, "kind": "list", "items": ["a", "b"], "typed": "a"},
    {"id": 3, "kind": "person", "person": "Marie Curie", "typed": "Curie", "others": [{"answer": "Pierre Curie"}]},
    {"id": 4, "kind": "colour"},
]
TEXT = (
    "On Tuesday, Dr Grace Hopper of the UN paid more than $3 a month, 10 to 20 euros, about 4.5 kg, 12,5 and 1.200"
    " units in early March 2023, from May 3 to May 5, 2023; it took about four months, and one billion was spent on"
    " 4/5/2023."
)
READ = [
    {"id": 1, "lang": "en", "date": "2025-03-12", "text": TEXT},
    {"id": 2, "lang": "en", "date": "2025-03-12", "text": "On May 5 it fell."},
    {"id": 3, "lang": "en", "mode": "parse", "text": "the lawyers of Elon Musk"},
    {"id": 4, "lang": "en", "mode": "parse", "text": "World Health Organization (WHO)"},
    {"id": 5, "text": "one", "mode": "guess"},
]


@pytest.mark.parametrize(("command", "rows"), [("grade", GRADED), ("read", READ)], ids=["grade", "read"])
def test_the_keys_of_lines_of_json_are_those_of_the_manual(
    learner: Callable[..., str], command: str, rows: list[dict[str, Any]]
) -> None:
    """Rows out: every key that is written is in the manual, and every key of the manual is written by some row."""
    out = learner(command, "--jsonl", stdin="".join(json.dumps(row) + "\n" for row in rows))
    written = [json.loads(line) for line in out.splitlines()]

    assert documented(f"What `quiz {command} --jsonl` writes") == set().union(*(keys(row, {}) for row in written))


class Curious(dict[str, Any]):
    """A row that remembers what it was asked for."""

    asked: ClassVar[set[str]] = set()

    def get(self, key: str, default: Any = None) -> Any:
        """The value, and a note that it was wanted."""
        self.asked.add(key)
        return super().get(key, default)


@pytest.mark.parametrize(("command", "rows"), [("grade", GRADED), ("read", READ)], ids=["grade", "read"])
def test_the_keys_that_are_read_are_those_of_the_manual(
    command: str, rows: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows in: what the program looks for in a row is what the manual says a row may hold."""
    monkeypatch.setattr(Curious, "asked", set())
    monkeypatch.setattr("quiz.commands.rows._row", lambda line: Curious(json.loads(line)))
    stdin = io.StringIO("".join(json.dumps(row) + "\n" for row in rows))
    house = House(Streams(stdin, io.StringIO(), io.StringIO()), {})

    import_module(COMMANDS[command]).run(parser_of(command).parse_args(["--jsonl"]), house)

    assert documented(f"What `quiz {command} --jsonl` reads") == Curious.asked


# --- what the program has is in the manual ---------------------------------------------------------------------------


def parser_of(command: str) -> Parser:
    """The parser of a command, with English words."""
    parser = Parser(command, load("en"))
    import_module(COMMANDS[command]).arguments(parser, load("en"))
    return parser


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_in_the_manual(command: str) -> None:
    """README names each command, and docs/commands.md has a section of it with each of its options."""
    section = re.search(rf"(?ms)^## {command.title()}\n(.*?)(?=^## |\Z)", manual("commands.md"))
    options = [name for action in parser_of(command)._actions for name in action.option_strings or [action.dest]]

    assert f"`quiz {command}`" in README
    assert section
    assert [name for name in options if not re.search(rf"^  .*{name}\b", section[1], re.MULTILINE)] == []


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_each_setting_is_in_the_manual(setting: Setting) -> None:
    """README and docs/commands.md list each setting with its default."""
    for page in (README, manual("commands.md")):
        assert f"| `{setting.name}` | `{toml(setting.default)}` |" in page


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_each_kind_is_in_the_manual(kind: str) -> None:
    """docs/judging.md has a chapter for each kind, docs/decks.md the key, and the shipped examples a card."""
    assert re.search(rf"^## .*`{kind}`", manual("judging.md"), re.MULTILINE)
    assert f"`{kind}`" in manual("decks.md")
    for language in ("en", "fr"):
        examples = (ROOT / "decks" / "examples" / f"examples.{language}.yaml").read_text(encoding="utf-8")
        assert re.search(rf"^\W*{kind}: ?", examples, re.MULTILINE)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: f"{key.part}.{key.name}")
def test_each_key_of_a_deck_is_in_the_manual(key: Key) -> None:
    """docs/decks.md has a row for each key, with what it means."""
    rows = [row for table in tables(manual("decks.md")) for row in table if row[0].strip("`") == key.name]

    assert [row for row in rows if any(cell.startswith(key.means) for cell in row)]


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_is_in_the_manual(reason: str) -> None:
    """docs/judging.md has a row for each reason of a verdict."""
    assert f"\n| `{reason}` |" in manual("judging.md")


@pytest.mark.parametrize("code", PROBLEMS)
def test_each_problem_is_in_the_manual(code: str) -> None:
    """docs/problems.md has a row for each problem."""
    assert f"\n| `{code}` |" in manual("problems.md")


def test_each_variable_of_the_environment_is_in_the_manual() -> None:
    """docs/commands.md lists every variable that the program reads."""
    named = re.compile(r"QUIZ_[A-Z]+|XDG_[A-Z_]+|LC_[A-Z]+|LANG|NO_COLOR|TERM")
    read = {
        node.value
        for path in (ROOT / "quiz").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and named.fullmatch(node.value)
    }

    assert {name for name in read if f"`{name}`" not in manual("commands.md")} == set()


def test_each_dependency_has_its_reasons() -> None:
    """docs/decisions/dependencies.md speaks of each library that pyproject.toml asks for, by its stated licence."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    page = manual("decisions/dependencies.md")

    for name in (re.split(r"[<>=]", one)[0] for one in asked):
        stated = metadata(name)
        licence = stated.get("License-Expression") or " ".join(
            one.rpartition(" :: ")[2] for one in stated.get_all("Classifier", []) if one.startswith("License")
        )
        short = re.search(r"BSD|MIT|Apache|MPL|LGPL|ISC", licence)
        (row,) = [line for line in page.splitlines() if re.search(rf"^\| (?:[^|]*, )?{name}(?![\w-])", line)]
        assert (short[0] if short else "states none") in row, row


def test_the_words_of_the_house_are_in_order() -> None:
    """docs/glossary.md is alphabetical, and says each word once."""
    terms = re.findall(r"^\*\*(.+?)\.\*\*", manual("glossary.md"), re.MULTILINE)

    assert terms == sorted(set(terms))


@pytest.mark.parametrize(
    "room",
    [
        "quiz.article",
        "quiz.problem",
        "quiz.deck.card",
        "quiz.answers.verdict",
        "quiz.memory.memory",
        "quiz.memory.event",
    ],
)
def test_what_travels_is_a_word_of_the_house(room: str) -> None:
    """A type that travels between rooms is named by a word of docs/glossary.md."""
    source = (ROOT / f"{room.replace('.', '/')}.py").read_text(encoding="utf-8")
    named = [node.name for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]

    assert [name for name in named if f"**{name}.**" not in manual("glossary.md")] == []


def test_what_the_program_writes_into_the_manual_is_checked() -> None:
    """Every page with parts made by cog is among those that scripts/test checks."""
    call = re.search(r"^check cogapp --check -I scripts (.+)$", (ROOT / "scripts" / "test").read_text(), re.MULTILINE)
    made = {page for page in DOCS if "[[[cog" in page.read_text(encoding="utf-8")}

    assert call
    assert made <= {page for pattern in call[1].split() for page in ROOT.glob(pattern)}


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_each_decision_is_in_the_index(path: Path) -> None:
    """docs/decisions/README.md leads to each decision."""
    assert path.name == "README.md" or f"]({path.name})" in manual("decisions/README.md")


# --- what the manual shows can be done -------------------------------------------------------------------------------


def blocks(text: str, *languages: str) -> list[str]:
    """The fenced blocks of a page in one of the languages ("" for none)."""
    return [
        body for name, body in re.findall(r"^```(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL) if name in languages
    ]


def command_lines() -> list[tuple[str, bool]]:
    """What follows `quiz` wherever README and docs call it, and whether that is a line of its own."""
    found = []
    for page in DOCS:
        text = page.read_text(encoding="utf-8")
        shown = [(line, True) for block in blocks(text, "", "console", "sh") for line in block.splitlines()]
        prose = re.sub(r"(?ms)^```.*?^```", "", text)
        shown += [(inline, False) for inline in re.findall(r"`([^`\n]+)`", prose)]
        called = ((re.match(r"(?:\$ )?(?:scripts/)?quiz(?: (.*))?$", line), whole) for line, whole in shown)
        found += [(match[1] or "", whole) for match, whole in called if match]
    return sorted(set(found))


@pytest.mark.parametrize(("line", "whole"), command_lines())
def test_a_command_line_of_the_manual_is_understood(line: str, whole: bool) -> None:
    """Each `quiz …` that the manual shows has a command that exists and takes these options."""
    words = shlex.split(line.replace("…", ""), comments=True)
    if words[:1] == ["--lang"]:
        words = words[2:]
    if not words or words[0] in ("COMMAND", "--help", "--version"):
        return

    assert words[0] in COMMANDS
    parser = parser_of(words[0])
    if whole and "--help" not in words:
        parser.parse_args(words[1:])
    options = {name for action in parser._actions for name in action.option_strings}
    assert [word for word in words if word.startswith("--") and word not in {*options, "--"}] == []


def decks_shown() -> list[tuple[str, str]]:
    """Every deck that a page shows whole; those of the rules, which show bad ones too, have a test of their own."""
    pages = [(page.name, page.read_text(encoding="utf-8")) for page in DOCS if page.parent.name != "rules"]
    return [
        (name, block) for name, text in pages for block in blocks(text, "yaml") if "deck:" in block.split("cards:")[0]
    ]


@pytest.mark.parametrize(("page", "text"), decks_shown())
def test_a_deck_of_the_manual_can_be_learnt(page: str, text: str) -> None:
    """Each deck that the manual shows reads without a problem, and each of its answers is graded right."""
    deck, problems = read(text, page)

    assert deck is not None
    assert problems == check(deck) == ()
    for card in deck.cards:
        asked = Asked(deck.language, card.question)
        assert grade(card.answer, KINDS[card.answer.kind].show(card.answer, deck.language), asked).mark == "right"


def test_the_first_screen_of_readme_is_that_of_the_first_evening(spawn):
    """Who answers the first cards meets the screen that README shows; only the time that is left is each one's own."""
    shown = next(part for part in README.split("```") if "you wrote" in part)
    title, *rest = shown.strip("\n").splitlines()
    terminal = spawn("study")
    for number, typed in enumerate(("microsoft", "training its artificial intelligence", "19 apr 23"), 1):
        terminal.wait(f"{number} of 10")
        terminal.send(f"{typed}\r")
        terminal.wait("again in", number)
        terminal.rest()
        if number < 3:
            terminal.send("\r")

    lines = terminal.text.replace("\u00a0", " ").splitlines()
    at = max(place for place, line in enumerate(lines) if "3 of 10" in line)

    assert lines[at].partition("3 of 10")[0].rstrip() == title.partition("3 of 10")[0].rstrip()
    assert lines[at + 1 : at + 1 + len(rest)] == rest


def test_the_answers_that_the_readme_calls_right_are_right() -> None:
    """What README types below its deck is graded right, card by card."""
    (text,) = blocks(README, "yaml")
    deck, _ = read(text, "bastille.yaml")
    below = README.split(text)[1]
    typed = re.search(r"here\s+`(.+?)`, `(.+?)`, `(.+?)` and `(.+?)` are right", below)

    assert deck is not None
    assert typed
    marks = [grade(card.answer, said, Asked("en")).mark for card, said in zip(deck.cards, typed.groups(), strict=True)]
    assert marks == ["right"] * 4


def test_the_problem_that_the_readme_shows_is_what_is_said() -> None:
    """With the slip that README shows, its deck has that problem, said in those words, and no other."""
    (text,) = blocks(README, "yaml")
    (shown,) = [block for block in blocks(README, "") if block.startswith("bastille.yaml:")]
    slip = re.search(r'"(.+)"\n', shown)

    assert slip
    deck, _ = read(text.replace("14 July 1789", slip[1]), "bastille.yaml")

    assert deck is not None
    (problem,) = check(deck)
    assert shown.splitlines() == list(lines(problem, load("en")))


@pytest.mark.parametrize(
    ("typed", "answer", "mark"),
    [
        ("42k$", "42 000 dollars", "right"),
        ("$42,000", "42 000 dollars", "right"),
        ("-42", "42", "wrong"),
    ],
)
def test_the_first_sentence_of_the_readme_is_true(typed: str, answer: str, mark: str) -> None:
    """The three ways of writing an amount are one answer, a sign makes another."""
    assert f"`{typed}`" in README

    assert grade(Answer("money" if "dollars" in answer else "number", answer), typed, Asked("en")).mark == mark


# --- the manual holds together ---------------------------------------------------------------------------------------


def anchor(title: str) -> str:
    """The anchor that a heading gets."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", DOCS, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """A link within the project leads to a file that exists, and to a heading that it has."""
    text = re.sub(r"(?ms)^```.*?^```", "", page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        name, _, heading = target.partition("#")
        file = page.parent / name if name else page
        assert file.exists(), target
        if heading:
            titles = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in map(anchor, titles), target


@pytest.mark.parametrize("page", DOCS, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_that_are_named_exist(page: Path) -> None:
    """A path of the project in backticks is one that exists."""
    for name in re.findall(r"`((?:quiz|docs|tests|scripts|decks)/[\w./*<>-]*)`", page.read_text(encoding="utf-8")):
        assert list(ROOT.glob(name.rstrip("/"))), name


@pytest.mark.parametrize("page", DOCS, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_names_a_machine(page: Path) -> None:
    """No path of the computer on which a page was written stands in it."""
    assert not re.search(r"/(?:work|root|tmp|home/\w+|Users)/", page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_speaks_with_one_voice(language: str) -> None:
    """Sentences of the help begin small and end without a full stop."""
    sentences = [text for key, text in load(language).sentences.items() if key.startswith("help.")]

    assert [text for text in sentences if text[0].isupper() or text.endswith(".")] == []
