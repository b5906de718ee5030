"""`quiz schema`, and the schema beside every deck that the program writes."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from quiz.deck.modeline import MODELINE, SCHEMA_NAME, schema_text

Run = Callable[..., Any]

ARTICLE = """\
Le service coûte 42 000 dollars par mois depuis le 25 avril 2023, a annoncé la société Exemple.

Marie Curie a reçu le prix Nobel de chimie en 1911. Elle avait alors 44 ans.
"""


def test_the_schema_is_printed(run: Run) -> None:
    """Alone, the command prints the schema: JSON of draft-07."""
    told = run("schema")

    assert (told.code, told.out) == (0, schema_text())
    assert json.loads(told.out)["$schema"].startswith("http://json-schema.org/draft-07/")


@pytest.mark.parametrize("before", [None, "", "{}", schema_text()], ids=["none", "empty", "old", "same"])
def test_the_schema_is_put_beside_decks(run: Run, tmp_path: Path, before: str | None) -> None:
    """The hidden file is written where there is none or another, and the line for the decks is told."""
    beside = tmp_path / SCHEMA_NAME
    if before is not None:
        beside.write_text(before, encoding="utf-8")

    told = run("schema", "--write", tmp_path)

    assert told.code == 0
    assert MODELINE in told.out
    assert ("is there already" in told.out) == (before == schema_text())
    assert beside.read_text(encoding="utf-8") == schema_text()
    assert json.loads(run("schema", "--write", tmp_path, "--json").out) == {
        "path": str(beside),
        "changed": False,
        "modeline": MODELINE,
    }


def test_a_folder_that_is_none_is_told(run: Run, tmp_path: Path) -> None:
    """No folder is made for the schema alone."""
    told = run("schema", "--write", tmp_path / "none")

    assert told.code == 3
    assert "there is no folder" in told.err
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("command", ["derive", "import"])
@pytest.mark.parametrize("writable", [True, False])
def test_a_new_deck_begins_with_the_modeline(run: Run, tmp_path: Path, command: str, writable: bool) -> None:
    """Its schema lies beside it; that it cannot lie there is no harm."""
    source = tmp_path / ("article.txt" if command == "derive" else "cards.csv")
    source.write_text(ARTICLE if command == "derive" else "question,answer\nWho?,Ann\nWhere?,Rome\n", encoding="utf-8")
    folder = tmp_path / "decks"
    folder.mkdir()
    beside = folder / SCHEMA_NAME
    if not writable:
        beside.mkdir()

    told = run(command, source, "-o", folder / "made.yaml")

    assert told.code == 0, told.err
    text = (folder / "made.yaml").read_text(encoding="utf-8")
    assert text.splitlines()[0] == MODELINE
    assert run("check", folder / "made.yaml").code in (0, 1)
    if writable:
        assert beside.read_text(encoding="utf-8") == schema_text()
        beside.write_text("{}", encoding="utf-8")
        source.write_text(source.read_text(encoding="utf-8") + "\nHow?,So\n", encoding="utf-8")
        run(command, source, "-o", folder / "made.yaml")
        grown = (folder / "made.yaml").read_text(encoding="utf-8")
        assert grown.count(MODELINE) == 1
        assert grown == text or beside.read_text(encoding="utf-8") == schema_text()
    else:
        assert os.listdir(beside) == []


def test_the_shipped_decks_have_theirs() -> None:
    """Each deck that is shipped names the schema, which lies beside it as this quiz has it."""
    shipped = Path(__file__).parent.parent.parent / "decks"
    for deck in shipped.rglob("*.yaml"):
        assert deck.read_text(encoding="utf-8").startswith(f"{MODELINE}\n"), deck
        assert (deck.parent / SCHEMA_NAME).read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("before", [None, "{}", "folder"], ids=["none", "old", "in the way"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("tag", "x/rome", "+italy"),
        ("add", "x", "Which river flows through Paris?", "--answer", "the Seine"),
        ("fmt", "--ids", "y"),
        ("check", "--fix"),
        ("mv", "x/rome", "y"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_deck_that_is_changed_has_the_schema_of_this_quiz(
    run: Run, decks: Path, arguments: tuple[str, ...], before: str | None
) -> None:
    """Where a schema lies beside the deck it is brought up to date, whoever writes; where none does, none comes."""
    deck = "deck: {}\ncards:\n  - question: Which river flows {} Rome\n    answer: the Tiber\n    id: rome\n"
    (decks / "x.yaml").write_text(deck.format("x", " through"), encoding="utf-8")
    (decks / "y.yaml").write_text(deck.format("y", "by").replace("    id: rome\n", ""), encoding="utf-8")
    beside = decks / SCHEMA_NAME
    if before == "folder":
        beside.mkdir()
    elif before is not None:
        beside.write_text(before, encoding="utf-8")
    texts = [path.read_text(encoding="utf-8") for path in sorted(decks.glob("*.yaml"))]

    told = run(*arguments)

    assert "quiz met a fault" not in told.err
    assert [path.read_text(encoding="utf-8") for path in sorted(decks.glob("*.yaml"))] != texts
    if before == "{}":
        assert beside.read_text(encoding="utf-8") == schema_text()
    else:
        assert beside.is_dir() == (before == "folder")
        assert beside.exists() == (before is not None)


def test_the_package_takes_them_along(root: Path) -> None:
    """The decks and the schema beside them are in version control, none is ignored, and the wheel takes the folder."""
    told = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    assert told["wheel"] == {"packages": ["quiz"], "force-include": {"decks": "quiz/decks"}}
    assert {"quiz", "decks"} <= set(told["sdist"]["include"])
    shipped = [str(path.relative_to(root)) for path in (root / "decks").rglob("*") if path.is_file()]
    assert f"decks/{SCHEMA_NAME}" in shipped
    assert f"decks/examples/{SCHEMA_NAME}" in shipped
    ignored = (root / ".gitignore").read_text(encoding="utf-8").split()
    assert not [path for path in shipped for rule in ignored if fnmatch(path, rule) or fnmatch(Path(path).name, rule)]
