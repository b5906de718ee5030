"""The drawn face: every key in both phases, what is typed too early, pasted, or at a bad moment."""

from __future__ import annotations

import re
import signal

import pytest

from quiz.answers.verdict import Answer as Right
from quiz.answers.verdict import Other
from quiz.deck.card import Card
from quiz.problem import Place
from quiz.terminal import foot
from quiz.terminal.keys import KEYS
from quiz.terminal.paint import cells, plain
from quiz.words import load

ENTER, ESCAPE = "\r", "\x1b"
#: prompt_toolkit's names of keys, as a terminal sends them.
SENT = {"enter": ENTER, "tab": "\t", "c-g": "\x07", "c-n": "\x0e", "c-x": "\x18"}

#: key → the phase it leads to, the kinds of the events that it logs, and words that appear.
ASKING = {
    "answer": ("judged", ["reviewed"], "✓ right"),
    "hint": ("asking", [], "hint: an animal"),
    "give-up": ("judged", ["reviewed"], "you asked for the answer"),
    "skip": ("asking", [], "later in this session"),
    "undo": ("asking", [], "there is nothing to take back"),
    "leave": ("over", [], "Nothing was answered"),
    "suspend": ("asking", ["suspended"], "not asked again until you resume it"),
    "bury": ("asking", ["buried"], "put aside until tomorrow"),
    "edit": ("asking", [], "nothing was changed"),
    "mend": ("asking", ["doubted"], "marked for mending"),
    "keys": ("asking", [], "after the verdict"),
}
JUDGED = {
    "continue": ("asking", [], "Which animal is b?"),
    "overrule": ("judged", ["regraded"], "counted wrong, as you said"),
    "accept": ("judged", [], "once you have counted an answer right"),
    "source": ("judged", [], "this card names no source"),
    "undo": ("asking", ["undone"], "taken back"),
    "leave": ("over", [], "1 card in"),
    "suspend": ("asking", ["suspended"], "not asked again until you resume it"),
    "bury": ("asking", ["buried"], "put aside until tomorrow"),
    "edit": ("judged", [], "nothing was changed"),
    "mend": ("judged", ["doubted"], "marked for mending"),
    "keys": ("judged", [], "while you type"),
}


def strokes(names: tuple[str, ...]) -> list[str]:
    """What a terminal sends for these keys."""
    return [SENT.get(name, name) for name in names]


def kinds(world) -> list[str]:
    """What was logged."""
    return [event.kind for event in world.events]


def test_the_tables_below_name_every_key():
    """A new key needs a row in each phase in which it does something."""
    assert set(ASKING) == {key.name for key in KEYS if key.asking}
    assert set(JUDGED) == {key.name for key in KEYS if key.judged}


@pytest.mark.parametrize("key", [key for key in KEYS if key.asking], ids=lambda key: key.name)
def test_each_key_while_asking(key, evening, play, world):
    """It does what the table of keys says, from the answer line."""
    phase, logged, said = ASKING[key.name]
    typed = ["anaconda"] if key.name == "answer" else []

    seen = play(evening("abc"), *typed, *strokes(key.asking))

    assert seen.phases[-1] == phase
    assert kinds(world) == logged
    assert said in seen.text or said in seen.texts[-2]


@pytest.mark.parametrize(
    ("key", "name"),
    [(key, name) for key in KEYS for name in key.judged],
    ids=lambda part: part if isinstance(part, str) else part.name,
)
def test_each_key_after_a_verdict(key, name, evening, play, world):
    """It does what the table of keys says, when a verdict is shown."""
    phase, logged, said = JUDGED[key.name]

    seen = play(evening("abc"), "anaconda", ENTER, *strokes((name,)))

    assert seen.phases[-2:] == ["judged", phase]
    assert kinds(world) == ["reviewed", *logged]
    assert said in seen.text or said in seen.texts[-2]


@pytest.mark.parametrize(
    "strokes",
    [["anaconda\r\r\r\r"], ["a", "n\r\r\r"], ["x\n\n\n"], ["anaconda", "\rr\ru"]],
)
def test_what_is_typed_before_a_verdict_acts_on_nothing_that_follows(strokes, evening, play, world):
    """Keys that arrive with the Enter that answers are dropped: the verdict stays to be read."""
    seen = play(evening("abc"), *strokes)

    assert kinds(world) == ["reviewed"]
    assert seen.screen.view.identity == "a"
    assert seen.screen.view.phase == "judged"


def test_enter_pressed_often_answers_one_card(evening, play, world):
    """However late each Enter comes: it goes on after the verdict, and answers nothing on an empty line."""
    seen = play(evening("abc"), "anaconda", ENTER, ENTER, ENTER, ENTER)

    assert kinds(world) == ["reviewed"]
    assert (seen.screen.view.identity, seen.screen.view.phase) == ("b", "asking")


def test_a_letter_right_behind_the_answer_decides_nothing(evening, play, world):
    """It was on its way before the verdict could be read; Enter only goes on, and may."""
    early = play(evening("abc"), "anaconda", ENTER, "u", "r", grace=60)
    entered = play(evening("abc"), "anaconda", ENTER, ENTER, grace=60)

    assert (early.screen.view.identity, early.screen.view.phase) == ("a", "judged")
    assert entered.screen.view.phase == "asking"
    assert kinds(world) == ["reviewed"] * 2


def test_what_was_typed_ahead_does_not_reach_the_next_answer(evening, play, world):
    """Letters that arrive together with the Enter that goes on are not the beginning of the next answer."""
    seen = play(evening("abc"), "anaconda", ENTER, "\rbasil\r")

    assert kinds(world) == ["reviewed"]
    assert (seen.phases[-1], seen.lines[-1]) == ("asking", "")


@pytest.mark.parametrize("blank", ["", "   ", "\u00a0"])
def test_an_empty_line_does_not_answer(blank, evening, play, world):
    """Enter says how to see the answer, and nothing is counted."""
    seen = play(evening("abc"), blank + ENTER)

    assert (seen.phases, kinds(world)) == (["asking"], [])
    assert "nothing is typed yet; ^G shows the answer" in seen.texts[0]


def test_a_pasted_line_end_is_not_enter(evening, play, world):
    """A paste fills the line, its line ends become spaces, and only Enter answers."""
    seen = play(evening("abc"), "\x1b[200~ana\r\nconda\n\x1b[201~", ENTER)

    assert seen.lines[0] == "ana conda"
    assert (seen.phases, kinds(world)) == (["asking", "judged"], ["reviewed"])


def test_a_paste_after_a_verdict_does_nothing(evening, play):
    """It neither goes on nor waits in the hidden line."""
    seen = play(evening("abc"), "anaconda", ENTER, "\x1b[200~quit\r\n\x1b[201~", ENTER)

    assert seen.phases == ["asking", "judged", "judged", "asking"]
    assert seen.lines[-1] == ""


@pytest.mark.parametrize("key", ["z", "1", "\t", "\x0e", "\x07", "\x1b[A", "\x1b[3~", "\x18", "\x7f", "é", ESCAPE])
def test_a_key_without_a_meaning_after_a_verdict_does_nothing(key, evening, play, world):
    """The verdict stays, nothing is logged, and the next answer begins empty."""
    seen = play(evening("abc"), "anaconda", ENTER, key, ENTER)

    assert seen.phases == ["asking", "judged", "judged", "asking"]
    assert kinds(world) == ["reviewed"]
    assert seen.lines[-1] == ""


@pytest.mark.parametrize("key", [ESCAPE, "x", "\x1b[A", "\x07"])
def test_the_second_stroke_of_nothing_closes_the_menu(key, evening, play, world):
    """^X and a key that is not in its line: the question is as it was, and the typed text too."""
    seen = play(evening("abc"), "ana", "\x18", key, "con")

    assert "u undo" in seen.texts[1]
    assert "u undo" not in seen.texts[2].splitlines()[-1]
    assert (seen.phases[-1], seen.lines[-1], kinds(world)) == ("asking", "anacon", [])


def test_escape_while_typing_does_nothing(evening, play, world):
    """The typed text stays."""
    seen = play(evening("abc"), "ana", ESCAPE, "conda", ENTER)

    assert kinds(world) == ["reviewed"]
    assert "✓ right" in seen.text


def test_a_question_mark_asks_for_the_keys_only_at_the_beginning(evening, play):
    """Within an answer it is a question mark."""
    seen = play(evening("abc"), "?", "why?")

    assert "while you type" in seen.texts[0]
    assert seen.lines == ["", "why?"]


def test_control_c_leaves_with_the_figures(evening, play, world):
    """Also from a half typed answer, which is not judged; the exit says that it was interrupted."""
    seen = play(evening("abc"), "anaconda", ENTER, ENTER, "basi", "\x03")

    assert seen.screen.ended_by == signal.SIGINT
    assert kinds(world) == ["reviewed"]
    assert "1 card in" in seen.text
    assert "2 cards left for another time" in seen.text


@pytest.mark.parametrize("keys", ["anaconda\r\x03", "anaconda\r\r\r\x03", "anaconda\rx\x03y\r"])
def test_control_c_is_never_lost(keys, evening, play, world):
    """Also where it comes with what is typed too early and dropped, it ends the session after the verdict."""
    seen = play(evening("abc"), keys, grace=60)

    assert seen.screen.ended_by == signal.SIGINT
    assert kinds(world) == ["reviewed"]


def test_control_d_leaves_from_an_empty_line_only(evening, play):
    """In a typed line it deletes, as everywhere; after a verdict it leaves."""
    typing = play(evening("abc"), "ana", "\x04")
    empty = play(evening("abc"), "\x04")
    judged = play(evening("abc"), "anaconda", ENTER, "\x04")

    assert (typing.phases[-1], typing.lines[-1]) == ("asking", "ana")
    assert (empty.phases[-1], judged.phases[-1]) == ("over", "over")
    assert empty.screen.ended_by is None


def test_a_hint_is_shown_once_and_stays(evening, play, world):
    """It is above the line, while typing too; asking for it again changes nothing; it is there again after an undo."""
    seen = play(evening("abc"), "\t", "\t", "ana", ENTER, "u")

    assert [text.count("hint: an animal") for text in seen.texts[:3]] == [1, 1, 1]
    assert seen.texts[4].count("hint: an animal") == 2
    assert world.events[0].rest["hint"] is True


def test_a_card_without_a_hint_says_so(evening, play):
    """A choice has none: its options are shown."""
    options = ("a boat", "a house")
    card = Card("q", "What is an igloo?", Right("choice", "a house", options=options), "en", Place("d"), "q")
    seen = play(evening([card]), "\t", "x")

    assert "there is no hint for this card" in seen.texts[0]
    assert "there is no hint for this card" not in seen.texts[1]


def test_overruling_goes_round(evening, play, world):
    """A close verdict counts as right, then as wrong, then as close again; the foot says what comes next."""
    seen = play(evening("abc"), "anacond", ENTER, "r", "r", "r")

    assert [event.verdict for event in world.events] == ["close", "right", "wrong", "close"]
    feet = [text.splitlines()[-1] for text in seen.texts[1:5]]
    assert ["r count it right" in feet[0], "r count it wrong" in feet[1]] == [True, True]
    assert ["r as the machine said" in feet[2], "r count it right" in feet[3]] == [True, True]


# --- when something is wrong -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("keys", [["\r"], ["\x07"], ["\x18", "p"], ["\x18", "b"]])
def test_a_disk_that_cannot_be_written_loses_nothing(keys, evening, play, world, full):
    """The sentence and its remedy are shown, question and typed text stay, nothing is counted; later it works."""

    def repair(step: int) -> None:
        world.broken = full if step <= len(keys) else None

    seen = play(evening("abc"), "anaconda", *keys, ENTER, between=repair)

    told = seen.texts[len(keys)]
    assert "the disk is full" in told
    assert "free some space" in told
    assert (seen.phases[len(keys)], seen.lines[len(keys)]) == ("asking", "anaconda")
    assert (seen.phases[-1], kinds(world)) == ("judged", ["reviewed"])


def test_an_undo_that_cannot_be_written_did_not_happen(evening, play, world, full):
    """The verdict stays on the screen, and the same key works when the disk does."""

    def repair(step: int) -> None:
        world.broken = full if step == 2 else None

    seen = play(evening("abc"), "anaconda", ENTER, "u", "u", between=repair)

    assert seen.phases == ["asking", "judged", "judged", "asking"]
    assert "the disk is full" in seen.texts[2]
    assert kinds(world) == ["reviewed", "undone"]


def test_a_fault_in_a_grader_ends_the_session_without_a_word_on_the_screen(evening, play, world, monkeypatch):
    """`run` raises it for the caller to report; no traceback is drawn, nobody has to press Enter, nothing is logged."""

    def grade(*_: object) -> None:
        raise ZeroDivisionError("within a grader")

    monkeypatch.setattr("quiz.answers.grade", grade)
    begun = evening("abc")

    with pytest.raises(ZeroDivisionError):
        play(begun, "anaconda", ENTER)

    assert kinds(world) == []
    assert begun.session.phase == "asking"


def test_a_fault_while_drawing_ends_the_session(evening, play, monkeypatch):
    """Also what goes wrong outside of any key is raised, not printed over the screen."""
    begun = evening("abc")

    def drawn(view, *_args: object, **_named: object):
        if view.phase == "judged":
            raise ZeroDivisionError("while drawing")
        return ()

    monkeypatch.setattr("quiz.terminal.foot.foot", drawn)

    with pytest.raises(ZeroDivisionError):
        play(begun, "anaconda", ENTER)


def test_a_fault_at_the_end_ends_the_session(evening, play, world, full, monkeypatch):
    """The figures that cannot be had do not keep the learner on a dead screen."""

    def outlook() -> None:
        raise full

    monkeypatch.setattr(world, "outlook", outlook)

    with pytest.raises(type(full)):
        play(evening("abc"), "anaconda", ENTER, "q")


# --- what reaches the terminal ---------------------------------------------------------------------------------------


def test_nothing_from_a_card_or_the_keyboard_reaches_the_terminal_raw(evening, play):
    """Control characters of a question, an answer, a hint, an option or a paste are shown, not obeyed."""
    bad = "\x07\x08\x9b31m\x1b]52;c;eA==\x07\u202e\x00"
    card = Card("q", f"日本 👍 {bad}?", Right("answer", f"yes{bad}"), "en", Place("d"), "q", f"hint{bad}", note=bad)

    seen = play(evening([card]), "\t", f"\x1b[200~no{bad}\x1b[201~", ENTER, "r", "q")

    assert "日本 👍" in seen.raw
    assert not set("\x07\x9b\u202e\x00") & set(seen.raw)
    assert "\x1b]52" not in seen.raw
    assert "␇" in seen.text


def test_without_colour_no_colour_is_sent(evening, play):
    """Weight and signs remain; every sequence that names a colour is absent."""
    seen = play(evening("abc"), "zzz", ENTER, "?", "q", colour=False)
    numbers = {part for found in re.findall(r"\x1b\[([0-9;]*)m", seen.raw) for part in found.split(";")}

    assert "✗ wrong" in seen.text
    assert numbers <= {"", "0", "1", "2", "4", "9", "7"}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("columns", [20, 39, 80, 140])
def test_no_line_is_cut_whatever_the_width(columns, language, evening, play):
    """Each line fits the screen (nothing is wrapped by the terminal itself), also the foot and the list of keys."""
    seen = play(
        evening("ab"), "\t", "zzz", ENTER, "?", "r", ENTER, "\x18", "?", "\x03", language=language, columns=columns
    )

    drawn = [line for text in seen.texts for line in text.splitlines()]
    assert all(not line or line.startswith("  ") for line in drawn)
    assert "anaconda" in "".join(seen.texts[2].split())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_foot_says_the_kind_of_answer_on_80_columns(language, evening):
    """All keys of the answer line fit beside it, whatever the kind."""
    words = load(language)
    answers = {
        "answer": Right("answer", "x"),
        "person": Right("person", "Ada Lovelace"),
        "date": Right("date", "14 July 1789"),
        "money": Right("money", "$ 5"),
        "number": Right("number", "5"),
        "quote": Right("quote", "so be it"),
        "list": Right("list", "a, b", items=("a", "b")),
    }
    for kind, answer in answers.items():
        card = Card("q", "What?", answer, language, Place("d"), "q", "a hint")
        line = plain([foot.foot(evening([card]).view(), words, 80)]).rstrip()
        assert cells(line) <= 80
        assert line.endswith(words.say(f"kind.{kind}"))
        for key in ("answer", "hint", "give-up", "skip", "more"):
            assert words.say(f"session.key-{key}") in line


def test_a_confusion_is_told_and_summed_up(evening, play, world):
    """The other question is named at once, and both answers at the end."""
    world.answers = (Other("b", "Which animal is b?", Right("answer", "basilisk")),)
    seen = play(evening("abc"), "basilisk", ENTER, "q")

    assert "Which animal is b?" in " ".join(seen.texts[1].split())
    assert "anaconda ↔ basilisk" in seen.text


def test_the_end_sums_the_evening_up(evening, play):
    """Counts, what was missed with its answer, what waits, the days in a row and what is left."""
    seen = play(
        evening("abcd"), "anaconda", ENTER, ENTER, "zzz", ENTER, "r", ENTER, "crocodil", ENTER, ENTER, "zz", ENTER, "q"
    )
    end = seen.text[seen.text.index("4 cards in") :]

    assert "2 right · 1 close · 1 wrong · you overruled 1" in end
    assert "missed     Which animal is d? — dromedary" in end
    assert "tomorrow   3 due · this week 9 · you would now recall 20 of 24" in end
    assert "▃▆█  5 days in a row · 1 card left for another time" in end
