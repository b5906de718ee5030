"""The picture of `quiz stats calibration`, its sentences, and its rows for programs."""

from __future__ import annotations

import json

import pytest

from quiz.stats.calibration import Calibration, Foretold, calibration
from quiz.terminal.paint import cells, plain
from quiz.terminal.stats.calibration import draw, table, to_json
from quiz.terminal.stats.paper import ASCII, BLOCKS, Paper
from quiz.words import load


def told(off: float = 0.0, count: int = 1000, published: float | None = None) -> Calibration:
    """Reviews foretold at four chances, of which as many came as were foretold, less `off`."""
    rows = []
    for n in range(count):
        chance = (0.95, 0.9, 0.8, 0.6)[n % 4]
        came = (n // 4 * 37) % 100 < (chance - off) * 100
        rows.append(Foretold("a", n // 10, came, chance, chance if published is None else published, 3, 2, 0))
    return calibration(rows, {"a": "date"})


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("paper", [Paper(), Paper(40, 24), Paper(120, 40), Paper(80, 24, signs=ASCII)])
def test_the_picture_fits(language: str, paper: Paper) -> None:
    """No line is wider than the terminal, and at 80 columns it is no higher than one screen."""
    lines = draw(told(), load(language), paper)

    assert all(sum(cells(text) for _, text in line) <= paper.width for line in lines)
    if paper.width >= 80:
        assert len(lines) < 24


def test_the_diagram_shows_what_was_foretold_and_what_came() -> None:
    """What came stands where it was foretold, or beside it within its interval; ASCII where there is nothing better."""
    right = plain(draw(told(), load("en"), Paper(signs=BLOCKS)))
    wrong = plain(draw(told(0.15), load("en"), Paper(signs=ASCII)))

    assert "◉" in right
    row = next(line for line in wrong.splitlines() if line.strip().startswith("95 %"))
    assert row.index("o") < row.index("|")
    assert "-" in row


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (told(count=4000), ("The scheduler can be trusted", "is known to within 1")),
        (
            told(),
            (
                "So far the scheduler can be trusted",
                "For ±2 points it takes",
                "known to within",
                "better than one and the same number",
            ),
        ),
        (told(0.15), ("too hopeful", "asks too late", "quiz fit")),
        (told(-0.04), ("thinks too little", "asks too soon")),
        (told(count=60), ("Too early to say: 60 of the 100",)),
        (told(published=0.5), ("better than", "do better than the published")),
        (calibration([]), ("nothing to compare",)),
    ],
    ids=["right", "so far", "high", "low", "few", "fitted", "none"],
)
def test_it_says_whether_to_trust_the_scheduler(one: Calibration, words: tuple[str, ...]) -> None:
    """In plain words: whether, in which direction it errs, and how sure that is."""
    text = " ".join(plain(draw(one, load("en"), Paper())).split())

    for word in words:
        assert word in text


def test_numbers_alone_where_nothing_is_drawn() -> None:
    """On plain paper each bin is a line of words, without signs of a diagram."""
    text = plain(draw(told(), load("en"), Paper(drawn=False)))

    assert "60 %: recalled 60 %" in text
    assert text.startswith("So far the scheduler can be trusted: of 1,000 reviews ")
    assert "than one and the same number for all would." in text.splitlines()[0]
    assert not {"◉", "●", "┃"} & set(text)


def test_programs_read_the_same() -> None:
    """JSON and CSV have the bins and the kinds, with shares from 0 to 1."""
    one = told(published=0.5)

    found = json.loads(json.dumps(to_json(one)))
    heads, *rows = table(one)

    assert found["verdict"] == "trusted"
    assert found["reviews"] == sum(bin_["recalled"]["count"] for bin_ in found["bins"]) == 1000
    assert found["loss"]["against_published"]["high"] < 0
    assert found["kinds"]["date"]["recalled"]["count"] == 1000
    assert {len(row) for row in rows} == {len(heads)}
    assert [row[0] for row in rows] == [*["bin"] * len(one.bins), "date"]
    assert to_json(calibration([]))["bins"] == []
