"""`quiz simulate`, as it is called: a year foretold, and a plan for an exam."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.journal import Journal
from quiz.memory.event import Event
from quiz.memory.fsrs import DEFAULTS

DECK = "deck: {name}\nlanguage: en\ncards:\n{cards}"
pytestmark = pytest.mark.usefixtures("learner")


def card(name: str, more: str = "") -> str:
    """A card of a deck."""
    return f'  - {{id: {name}, question: "What is {name}?", answer: "the word {name}"{more}}}\n'


@pytest.fixture
def learner(decks: Path, run: Callable, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two decks: of `kings` three cards were met two days ago, of `rivers` none. It is the 22nd of November 2026."""
    kings = "".join(card(f"king{n}", ", tags: [old]" if n < 3 else "") for n in range(12))
    (decks / "kings.yaml").write_text(DECK.format(name="kings", cards=kings), encoding="utf-8")
    rivers = "".join(card(f"river{n}") for n in range(20))
    rivers += card("draft", ", draft: true") + card("newer", ", supersedes: river0")
    (decks / "rivers.yaml").write_text(DECK.format(name="rivers", cards=rivers), encoding="utf-8")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("QUIZ_NOW", "2026-11-20T10:00:00+01:00")
    typed = "the word king0\nthe word king1\nno\n:quit\n"
    assert run("study", "kings", "--plain", "--new", "3", stdin=typed).code == 0
    monkeypatch.setenv("QUIZ_NOW", "2026-11-22T10:00:00+01:00")
    return decks


def told_by(run: Callable, *arguments: str) -> dict:
    """What `--json` says."""
    ran = run("simulate", *arguments, "--json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


# --- a year ----------------------------------------------------------------------------------------------------------


def test_a_year_for_each_retention(run: Callable) -> None:
    """From .70 to .97, the present one marked; every card that is asked is counted, drafts and superseded ones not."""
    told = told_by(run)

    assert [row["retention"] for row in told["courses"]] == [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.97]
    assert [row["retention"] for row in told["courses"] if row["yours"]] == [0.9]
    assert (told["cards"], told["met_before"], told["sampled"], told["answers_known"]) == (32, 3, 32, 3)
    known = [row["known"] for row in told["courses"]]
    assert known == sorted(known)
    assert known[-1] <= 32
    assert {len(row["answers_by_week"]) for row in told["courses"]} == {53}
    assert told["courses"][0]["known_on"][-1]["day"] == "2027-11-22"


def test_the_screen_says_what_a_step_would_change(run: Callable) -> None:
    """A row for each retention, the present one named, and a sentence that leaves the choice to the learner."""
    ran = run("simulate")

    assert ran.code == 0, ran.err
    assert "365 days · 32 cards, 29 never asked · 10 new and 200 reviews a day" in ran.out
    assert [line.split()[0] for line in ran.out.splitlines() if " % " in line and "." in line][:7] == [
        "70", "75", "80", "85", "90", "95", "97",
    ]  # fmt: skip
    assert "90 % now" in ran.out
    said = " ".join(ran.out.split())
    assert "At 95 %:" in said
    assert "At 85 %:" in said
    assert "Only you can say what that is worth" in said
    assert "optim" not in said.lower()
    assert "By the usual model, at the pace of your last 3 answers." in said


def test_what_is_piped_has_no_bars(run: Callable) -> None:
    """Into a pipe there are figures alone, without curves and colours."""
    out = run("simulate").out

    assert not set(out) & set("▁▂▃▄▅▆▇█▏▎▍▌▋▊▉\x1b")


def test_new_cards_a_day_compared(run: Callable) -> None:
    """A row for each number, in order, each once; more a day are met sooner, none are met by none."""
    told = told_by(run, "--new", "5, 0,20,5", "--days", "3")

    assert [(row["new_per_day"], row["met"], row["retention"]) for row in told["courses"]] == [
        (0, 3, 0.9), (5, 18, 0.9), (20, 32, 0.9),
    ]  # fmt: skip
    assert told["days"] == 3


def test_wishes_are_combined(run: Callable) -> None:
    """Two numbers of new cards by two retentions are four courses; percents and commas are read too."""
    told = told_by(run, "--new", "5,10", "--retention", "80%,0.9", "--days", "30")

    assert [(row["new_per_day"], row["retention"], row["yours"]) for row in told["courses"]] == [
        (5, 0.8, False), (5, 0.9, False), (10, 0.8, False), (10, 0.9, True),
    ]  # fmt: skip
    assert "10 new, 90 %" in run("simulate", "--new", "5,10", "--retention", "0.8,0.9", "--days", "30").out


@pytest.mark.parametrize(
    ("narrowed", "cards", "met"),
    [(("--deck", "kings"), 12, 3), (("--deck", "rivers"), 20, 0), (("--tag", "old"), 3, 3), ((), 32, 3)],
)
def test_decks_and_tags_narrow(run: Callable, narrowed: tuple[str, ...], cards: int, met: int) -> None:
    """Only the cards of a deck, or those with a tag."""
    told = told_by(run, *narrowed, "--days", "10")

    assert (told["cards"], told["met_before"]) == (cards, met)


def test_suspended_cards_are_left_out(run: Callable) -> None:
    """Who will not be asked is not counted."""
    assert run("cards", "--suspend", "kings/king0").code == 0

    assert (told_by(run, "--days", "10")["cards"], told_by(run, "--days", "10")["met_before"]) == (31, 2)


def test_the_same_call_tells_the_same(run: Callable) -> None:
    """Twice the same; by another seed something else."""
    first = told_by(run, "--days", "30")

    assert told_by(run, "--days", "30", "--seed", "1") == first
    assert told_by(run, "--days", "30", "--seed", "2")["courses"] != first["courses"]


def test_the_weights_in_force_are_those_of_the_log(run: Callable, own_home: Path) -> None:
    """Whose model was fitted is foretold by it: weights that forget sooner ask for more answers, and it is said."""
    usual = told_by(run, "--days", "90", "--retention", "0.9")
    sooner = [weight / 2 for weight in DEFAULTS[:4]] + list(DEFAULTS[4:])
    with Journal.open(own_home / "data" / "journal.db") as journal:
        at = (journal.newest or 0) + 1
        journal.append([Event(at, 60, "here", "tuned", "", rest={"parameters": sooner, "retention": 0.9})])

    fitted = told_by(run, "--days", "90", "--retention", "0.9")

    assert (usual["own_weights"], fitted["own_weights"]) == (False, True)
    assert fitted["courses"][0]["answers_a_day"] > usual["courses"][0]["answers_a_day"]
    assert "By the model as fitted to you" in run("simulate", "--days", "30").out


def test_nothing_is_written(run: Callable, own_home: Path) -> None:
    """To look ahead changes neither log nor decks."""
    journal = own_home / "data" / "journal.db"
    before = journal.read_bytes()

    run("simulate")
    run("simulate", "--exam", "June 14")

    assert journal.read_bytes() == before


def test_rows_for_a_spreadsheet(run: Callable) -> None:
    """The same figures as in JSON, a row for each course."""
    rows = list(csv.DictReader(io.StringIO(run("simulate", "--days", "60", "--csv").out)))
    courses = told_by(run, "--days", "60")["courses"]

    assert [float(row["answers_a_day"]) for row in rows] == [course["answers_a_day"] for course in courses]
    assert list(rows[0]) == [name for name in courses[0] if not isinstance(courses[0][name], list)]


def test_a_library_without_cards(run: Callable, decks: Path) -> None:
    """Nothing to live with is said, and no figure made of it."""
    for deck in decks.iterdir():
        deck.unlink()
    run("check")

    assert run("simulate").out.strip() == "There is no card to live with: no deck has one that is asked."
    assert "no card to live with" in run("simulate", "--exam", "June 14").out
    assert told_by(run)["cards"] == 0


# --- an exam ---------------------------------------------------------------------------------------------------------


def test_a_plan_for_an_exam(run: Callable) -> None:
    """The fewest new cards a day that meet all in time, what they bring, and what a week's delay costs."""
    told = told_by(run, "--exam", "2026-12-12", "--deck", "rivers")
    plan, later, as_set = told["plan"], told["a_week_later"], told["as_set"]

    assert (told["exam"], told["days"], told["cards"], told["new"], told["known_today"]) == (
        "2026-12-12",
        20,
        20,
        20,
        0,
    )
    assert (plan["new_per_day"], plan["begins"], plan["last_new"]) == (1, "2026-11-22", "2026-12-11")
    assert plan["reached"]
    assert plan["share"] > 0.89
    assert (later["new_per_day"], later["begins"]) == (2, "2026-11-29")
    assert (as_set["new_per_day"], as_set["last_new"], as_set["all_met"]) == (10, "2026-11-23", True)
    assert 0 < plan["minutes_a_day"] <= plan["busiest_minutes"]


def test_a_plan_in_words(run: Callable) -> None:
    """Each thing on its line: how many a day, until when, what is recalled, what waiting costs."""
    out = run("simulate", "--exam", "December 12", "--deck", "rivers").out

    assert "12 December 2026, in 20 days · rivers · 20 cards, 20 never asked" in out
    for name, said in (
        ("to know it", "1 new card a day"),
        ("last new card", "on 11 December 2026"),
        ("on the day", "of 20 recalled"),
        ("a week later", "2 new cards a day"),
        ("as it is set", "10 new cards a day"),
    ):
        (line,) = [line for line in out.splitlines() if line.startswith(f"  {name}  ")]
        assert said in line
    assert "all met on 23 November 2026" in " ".join(out.split())
    assert "An expectation, not a promise" in out


def test_a_day_in_french(run: Callable) -> None:
    """14 juin is the next one, told in French."""
    out = run("simulate", "--exam", "14 juin", "--lang", "fr").out

    assert "14 juin 2027, dans 204 jours" in out
    assert "dernière nouvelle" in out


def test_a_target_beyond_what_is_wanted(run: Callable) -> None:
    """A target that the wanted retention does not bring names the one that does, and how to set it."""
    told = told_by(run, "--exam", "in 150 days", "--target", "96%")
    out = run("simulate", "--exam", "in 150 days", "--target", "0.96").out

    assert told["plan"]["reached"]
    assert told["plan"]["retention"] > 0.9
    assert f"quiz settings retention {told['plan']['retention']:g}" in " ".join(out.split())


def test_a_target_out_of_reach(run: Callable) -> None:
    """99 % by tomorrow: said, with the nearest there is."""
    out = run("simulate", "--exam", "tomorrow", "--target", "0.99").out

    assert "not in reach" in out
    assert "the nearest" in out
    assert "a week later" in out
    assert "the day would be past" in out


def test_a_limit_in_the_way(run: Callable) -> None:
    """One review a day is too few for 32 cards in three weeks: that is said, and what would come without the limit."""
    assert run("settings", "reviews_per_day", "1").code == 0
    told = told_by(run, "--exam", "2026-12-12")
    out = run("simulate", "--exam", "2026-12-12").out

    assert not told["plan"]["reached"]
    assert told["plan"]["left_over"] > 0
    assert told["without_limit"]["reached"]
    assert told["without_limit"]["left_over"] == 0
    assert "more is due than 1 a day" in " ".join(out.split())
    assert "without it" in out
    assert "in the way of 90 %" in out
    assert told_by(run, "--exam", "tomorrow")["without_limit"] is None


def test_an_exam_today(run: Callable) -> None:
    """No day is left: what would be recalled now, and no plan."""
    out = run("simulate", "--exam", "today").out

    assert out.strip().startswith("today · 32 cards, 29 never asked")
    assert "Of 32 cards you would recall 3 today" in out
    assert told_by(run, "--exam", "today")["plan"] is None


def test_a_deck_that_is_known(run: Callable) -> None:
    """No card of it is new: nothing new a day, and that is said."""
    known = told_by(run, "--exam", "in 30 days", "--deck", "kings", "--tag", "old")

    assert (known["new"], known["plan"]["new_per_day"], known["plan"]["last_new"]) == (0, 0, None)
    assert "all have been met" in run("simulate", "--exam", "in 30 days", "--tag", "old").out


def test_plans_for_a_spreadsheet(run: Callable) -> None:
    """A row for each plan."""
    rows = list(csv.DictReader(io.StringIO(run("simulate", "--exam", "2026-12-12", "--csv").out)))

    assert [row["plan"] for row in rows] == ["plan", "a_week_later", "as_set"]
    assert rows[1]["begins"] == "2026-11-29"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--exam", "soon"), '"soon" is not a day'),
        (("--exam", "2026-11-21"), "21 November 2026 is past"),
        (("--exam", "2126-11-21"), "21 November 2126 is more than 10 years away"),
        (("--exam", "June 14", "--target", "1.5"), "1.5 is not a share between 0.5 and 0.99"),
        (("--exam", "June 14", "--new", "5"), "finds the new cards and the days itself"),
        (("--exam", "June 14", "--retention", "0.8,0.9"), "finds the new cards and the days itself"),
        (("--target", "0.9"), "a target without a day"),
        (("--retention", "0.5"), "0.5 is not a retention between 0.7 and 0.97"),
        (("--retention", "much"), "much is not a retention between 0.7 and 0.97"),
        (("--new", "some"), "does not fit here"),
        (("--new", "-5"), "does not fit here"),
        (("--new", ","), "does not fit here"),
        (("--days", "0"), "does not fit here"),
        (("--days", "99999"), "does not fit here"),
        (("--deck", "kingz"), "kings"),
        (("--tag", "odl"), "old"),
    ],
)
def test_what_cannot_be_meant(run: Callable, arguments: tuple[str, ...], said: str) -> None:
    """A sentence says what is wrong and what to write, and the exit code is that of usage."""
    ran = run("simulate", *arguments)

    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""
