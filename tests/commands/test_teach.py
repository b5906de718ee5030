"""What decks learn, in their files: written safely, listed with its line, taken back."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from quiz import cli
from quiz.commands import teach as room
from quiz.commands.desk import Desk, session_of
from quiz.commands.teach import file_and_line, teach
from quiz.deck.read import read
from quiz.house import House, Streams
from quiz.library import Library, file
from quiz.study.session import Answer, Overrule
from quiz.terminal.evening import Evening
from quiz.terminal.lines import Lines

DECK = """\
deck: d  # mine
cards:
  - question: Which country?
    answer: United States  # not America
"""
TAUGHT = """\
deck: d  # mine
cards:
  - question: Which country?
    answer: United States  # not America
    accept:
      - the States  # learned 2026-11-21
"""


@pytest.fixture
def house(own_home: Path) -> House:
    """A house on the evening of 21 November 2026."""
    environ = {"QUIZ_HOME": str(own_home), "QUIZ_NOW": "2026-11-21T22:00:00+01:00", "LANG": "C.UTF-8"}
    made = House(Streams(io.StringIO(), io.StringIO(), io.StringIO()), environ)
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A deck of one card."""
    written = tmp_path / "d.yaml"
    written.write_bytes(DECK.encode())
    return written


def identity() -> str:
    """The identity of the deck's card."""
    deck, _ = read(DECK, "")
    assert deck is not None
    return deck.cards[0].identity


def quiz(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Run the program: exit code, standard output, standard error."""
    code = cli.main([str(argument) for argument in arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "byte order mark"])
def test_the_file_learns(house: House, path: Path, mark: bytes) -> None:
    """The answer is in the file with the study day; mode, byte order mark and the rest are as they were."""
    path.write_bytes(mark + DECK.encode())
    path.chmod(0o640)

    assert teach(str(path), identity(), "the States", house) is None
    assert path.read_bytes() == mark + TAUGHT.encode()
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(house: House, path: Path, tmp_path: Path) -> None:
    """A deck that is a link stays one; what it leads to learns."""
    link = tmp_path / "link.yaml"
    link.symlink_to(path)

    assert teach(str(link), identity(), "the States", house) is None
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == TAUGHT


def test_a_card_is_found_wherever_it_stands_now(house: House, path: Path) -> None:
    """The card is known by its identity, not by the line that it had when the session began."""
    path.write_text(DECK.replace("cards:\n", "cards:\n  - question: New?\n    answer: x\n"), encoding="utf-8")

    assert teach(str(path), identity(), "the States", house) is None
    assert path.read_text(encoding="utf-8").endswith("the States  # learned 2026-11-21\n")


@pytest.mark.parametrize(("saves", "code"), [(1, None), (9, None), (10, "file-changed")])
def test_an_editor_saves_meanwhile(
    house: House, path: Path, monkeypatch: pytest.MonkeyPatch, saves: int, code: str | None
) -> None:
    """What an editor saves in between is kept: the answer is put into that, or, saved again, is refused."""
    write, left = file.write, [saves]

    def late(target: str, data: bytes, expected: file.Stamp | None) -> file.Stamp:
        if left[0]:
            left[0] -= 1
            path.write_text(path.read_text(encoding="utf-8") + f"# saved {left[0]}\n", encoding="utf-8")
        return write(target, data, expected)

    monkeypatch.setattr(file, "write", late)

    problem = teach(str(path), identity(), "the States", house)

    assert (problem and problem.code) == code
    text = path.read_text(encoding="utf-8")
    assert text.count("# saved") == saves
    assert ("the States" in text) is (code is None)


def test_what_cannot_be_changed_is_said(house: House, path: Path, tmp_path: Path) -> None:
    """No file, one that is read-only, no text, another card, a deck of the program: each has its sentence."""
    closed = tmp_path / "closed.yaml"
    closed.write_text(DECK, encoding="utf-8")
    closed.chmod(0o444)
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"\xff" + DECK.encode())
    shipped = next(Path(house.places.shipped).rglob("*.yaml"))
    before = shipped.read_bytes()
    cases = {
        str(tmp_path / "none.yaml"): "file-missing",
        str(tmp_path): "file-not-regular",
        str(closed): "deck-read-only",
        str(binary): "byte-not-utf8",
        str(shipped): "deck-shipped",
    }

    assert {name: teach(name, identity(), "the States", house).code for name in cases} == cases
    assert teach(str(path), "d/other", "the States", house).code == "card-not-in-deck"
    assert shipped.read_bytes() == before
    assert closed.read_text(encoding="utf-8") == path.read_text(encoding="utf-8") == DECK
    assert sorted(os.listdir(tmp_path)) == ["binary.yaml", "closed.yaml", "d.yaml"]


def test_the_list_of_what_was_learned(capsys: pytest.CaptureFixture[str], path: Path) -> None:
    """Each entry with its place, day, text and question; for programs the same as JSON."""
    path.write_text(TAUGHT, encoding="utf-8")

    code, out, _ = quiz(capsys, "check", "--learned", path)
    assert code == 0
    assert out.startswith(f"{path}:6:9  2026-11-21  the States\n      Which country?\n")

    code, out, _ = quiz(capsys, "check", "--learned", "--json", path)
    assert (code, json.loads(out)) == (
        0,
        {
            "learned": [
                {
                    "path": str(path),
                    "line": 6,
                    "column": 9,
                    "card": identity(),
                    "question": "Which country?",
                    "text": "the States",
                    "on": "2026-11-21",
                }
            ]
        },
    )


def test_nothing_was_learned_yet(capsys: pytest.CaptureFixture[str], path: Path, tmp_path: Path) -> None:
    """That is said; a path that leads nowhere is a problem."""
    assert quiz(capsys, "check", "--learned", path)[:2] == (0, "no deck has learned an answer yet\n")
    assert quiz(capsys, "check", "--learned", tmp_path / "none.yaml")[0] == 3


@pytest.mark.parametrize("column", ["", ":9"])
def test_one_answer_is_taken_back(capsys: pytest.CaptureFixture[str], path: Path, column: str) -> None:
    """The place as the list gives it names the answer; the file is then as it was before."""
    path.write_text(TAUGHT, encoding="utf-8")

    code, out, _ = quiz(capsys, "check", "--unlearn", f"{path}:6{column}")

    assert (code, out) == (0, f'{path} no longer accepts "the States"\n')
    assert path.read_text(encoding="utf-8") == DECK


@pytest.mark.parametrize(
    ("place", "code", "said"),
    [
        ("{path}:4", 1, "has no learned answer on line 4"),
        ("{path}", 2, "is no FILE:LINE"),
        (":3", 2, "is no FILE:LINE"),
        ("{path}.txt:6", 3, "there is no file"),
    ],
)
def test_nothing_is_taken_back(
    capsys: pytest.CaptureFixture[str], path: Path, place: str, code: int, said: str
) -> None:
    """A line without a learned answer, no line at all, no file: nothing is written and the reason is told."""
    path.write_text(TAUGHT, encoding="utf-8")

    got, _, err = quiz(capsys, "check", "--unlearn", place.format(path=path))

    assert (got, said in err) == (code, True), err
    assert path.read_text(encoding="utf-8") == TAUGHT


def test_a_place_is_a_file_and_a_line() -> None:
    """A name may hold colons."""
    assert file_and_line("a:b.yaml:12") == ("a:b.yaml", 12)
    assert file_and_line("a:3.yaml:12:5") == ("a:3.yaml", 12)
    with pytest.raises(ValueError, match="x"):
        file_and_line("a.yaml:x")


def test_an_evening_teaches_its_deck(house: House, path: Path) -> None:
    """Typed, judged wrong, overruled, accepted: the file holds it, and on another evening it is right at once."""
    library = Library(":memory:", [str(path)])
    library.refresh()
    order = (identity(),)

    evening = Evening(session_of(library, order, "seed", house), Desk(library, order, house))
    Lines(evening, house.words, io.StringIO("the States\n:right\n:accept\n"), house.out, prompt=True).run()

    assert path.read_text(encoding="utf-8") == TAUGHT
    library.refresh()
    later = Evening(session_of(library, order, "seed", house), Desk(library, order, house))
    assert later.do(Answer("The states")).mark == "right"
    assert later.do(Overrule()).can_teach is False
    assert [event.kind for event in house.journal().events()] == ["reviewed", "regraded", "reviewed", "regraded"]


def test_the_day_is_the_study_day(own_home: Path, path: Path) -> None:
    """Two in the morning belongs to the evening before, as in the log."""
    environ = {"QUIZ_HOME": str(own_home), "QUIZ_NOW": "2026-11-22T02:00:00+01:00", "LANG": "C.UTF-8"}
    house = House(Streams(io.StringIO(), io.StringIO(), io.StringIO()), environ)

    assert room.teach(str(path), identity(), "the States", house) is None
    assert path.read_text(encoding="utf-8") == TAUGHT
