"""Who may import whom, as data; every import of every room is read with `ast` and held to it."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

QUIZ = Path(__file__).parent.parent / "quiz"

#: The floors of the house, from the ground up: a room imports from its own floor's room and from floors below.
FLOORS = (
    ("language", "memory", "problem", "article"),
    ("answers", "places"),
    ("deck", "stats"),
    ("study", "derive", "exchange", "report"),
    ("library", "journal", "fetch", "settings", "words"),
    ("terminal",),
    ("commands", "house"),
    ("cli",),
    ("__main__",),
)
#: Neighbours on one floor that may know each other.
NEIGHBOURS = {("house", "settings"), ("commands", "house"), ("house", "commands"), ("library", "settings")}
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

PURE = ("language", "memory", "problem", "article", "answers", "deck", "stats", "study", "derive", "exchange", "report")
#: What a pure room never imports: the world, the clock's zone data, chance, the screen.
WORLD = {
    "sqlite3", "sqlite_utils", "prompt_toolkit", "click", "os", "sys", "io", "pathlib", "random", "secrets", "socket",
    "subprocess", "time", "locale", "tempfile", "shutil", "threading", "asyncio", "uuid",
}  # fmt: skip
#: What a pure room never calls: a clock or a file by another door.
CALLS = {"open", "now", "today", "utcnow", "input", "print"}
#: Rooms that import a third-party library, and which.
THIRD_PARTY = {
    "prompt_toolkit": {"terminal"},
    "yaml": {"deck"},
    "sqlite_utils": {"journal"},
    "trafilatura": {"fetch"},
    "fsrs_rs_python": {"memory"},
}


def rooms() -> list[tuple[str, Path]]:
    """Every module of the package with the room it belongs to."""
    found = []
    for path in sorted(QUIZ.rglob("*.py")):
        inside = path.relative_to(QUIZ).with_suffix("").parts
        if inside != ("__init__",):
            found.append((inside[0], path))
    return found


@cache
def tree(path: Path) -> ast.Module:
    """A file as Python reads it, read once."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path, *, typing_too: bool) -> set[str]:
    """The modules that a file imports, those under `if TYPE_CHECKING:` only if asked for."""
    found: set[str] = set()

    def walk(node: ast.AST) -> None:
        # Statements alone: an import is in no expression, of which there are far more.
        parts = (getattr(node, name, None) for name in ("body", "orelse", "handlers", "finalbody", "cases"))
        for child in [child for part in parts if isinstance(part, list) for child in part]:
            if isinstance(child, ast.If) and not typing_too and "TYPE_CHECKING" in ast.dump(child.test):
                for other in child.orelse:
                    walk(other)
                continue
            if isinstance(child, ast.Import):
                found.update(alias.name for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{path}: relative import"
                base = child.module or ""
                found.update(f"{base}.{alias.name}" if base == "quiz" else base for alias in child.names)
            walk(child)

    walk(tree(path))
    return found


ROOMS = sorted({room for room, _ in rooms()})


def files(room: str) -> list[Path]:
    """The modules of a room."""
    return [path for other, path in rooms() if other == room]


@pytest.mark.parametrize("room", ROOMS)
def test_imports_run_downward(room: str) -> None:
    """A room knows only the rooms below it (types included), and every room has a floor."""
    assert room in FLOOR_OF, f"{room} has no floor in the house"

    for path in files(room):
        for name in imports(path, typing_too=True):
            parts = name.split(".")
            if parts[0] != "quiz" or len(parts) == 1 or parts[1] in {room, "__version__"}:
                continue
            other = parts[1]
            below = FLOOR_OF[other] < FLOOR_OF[room]
            assert below or (room, other) in NEIGHBOURS, f"{path.relative_to(QUIZ)} imports {name}"


@pytest.mark.parametrize("room", PURE)
def test_pure_rooms_do_not_touch_the_world(room: str) -> None:
    """A pure room imports nothing of the world and calls no clock, no file, no chance."""
    assert files(room)
    for path in files(room):
        world = {name.split(".")[0] for name in imports(path, typing_too=False)} & WORLD
        assert not world, f"{path.relative_to(QUIZ)} imports {world}"

        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                assert name not in CALLS, f"{path.relative_to(QUIZ)}:{node.lineno} calls {name}()"


@pytest.mark.parametrize("library", THIRD_PARTY)
def test_a_library_is_known_in_its_rooms_only(library: str) -> None:
    """prompt_toolkit stays in terminal/, YAML in deck/, sqlite-utils in the journal, trafilatura in fetch/."""
    users = {
        room for room, path in rooms() if any(name.split(".")[0] == library for name in imports(path, typing_too=True))
    }

    assert users == THIRD_PARTY[library]


#: What the way to each command loads of the slow libraries, and what it must never load.
LOADED = {
    ("--version",): set(),
    ("due", "--json"): set(),
    ("stats",): set(),
    ("stats", "--json"): set(),
    ("check",): set(),  # what was checked before is not read again
}


@pytest.mark.parametrize("arguments", LOADED, ids=" ".join)
def test_a_command_loads_only_what_it_needs(arguments: tuple[str, ...]) -> None:
    """No command but the drawn session loads prompt_toolkit; none loads sqlite-utils once the journal is made."""
    probe = (
        "import sys; from quiz.cli import main; code = main(sys.argv[1:]); "
        "slow = {'prompt_toolkit', 'yaml', 'sqlite_utils', 'click', 'tomllib', 'trafilatura', 'ssl'}; "
        "print('LOADED', *sorted(slow & set(sys.modules)))"
    )
    for _ in range(2):  # the first run makes the journal and the index
        run = subprocess.run([sys.executable, "-c", probe, *arguments], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.splitlines()[-1].split()[1:])

    assert loaded - {"tomllib"} == LOADED[arguments], run.stderr
