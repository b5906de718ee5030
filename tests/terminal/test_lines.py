"""The plain face: every command in both languages, and overruling the verdict before the question that is asked."""

from __future__ import annotations

import io

import pytest

from quiz.answers.verdict import Answer as Right
from quiz.answers.verdict import Other
from quiz.deck.card import Card
from quiz.problem import Place
from quiz.terminal.keys import KEYS
from quiz.terminal.lines import Lines
from quiz.words import load


@pytest.fixture
def say(evening):
    """Write lines to a session in plain lines; what it said after each of them, from the beginning on."""

    def said(*lines: str, queue="abc", language: str = "en", prompt: bool = False, begun=None) -> list[str]:
        sink = io.StringIO()
        parts: list[str] = []

        class Typing:
            def __init__(self) -> None:
                self.left = list(lines)

            def readline(self) -> str:
                parts.append(sink.getvalue())
                sink.truncate(0)
                sink.seek(0)
                return f"{self.left.pop(0)}\n" if self.left else ""

        Lines(begun or evening(queue), load(language), Typing(), sink, prompt=prompt).run()
        return [*parts, sink.getvalue()]

    return said


def kinds(world) -> list[tuple[str, str | None]]:
    """What was logged."""
    return [(event.kind, event.verdict) for event in world.events]


#: command → after which lines it is given, what is logged then, and what is said in English and in French.
COMMANDS = {
    "hint": ([], [], "hint: an animal", "indice\u00a0: an animal"),
    "give-up": ([], [("reviewed", "wrong")], "Wrong. You asked for the answer", "Faux. Vous avez demandé la réponse"),
    "skip": ([], [], "later in this session", "plus tard dans cette séance"),
    "overrule": (["anacond"], [("regraded", ...)], "as you said", "comme vous le dites"),
    "accept": (["adder", ":right"], [], "accepted from now on", "acceptée désormais"),
    "source": (["anaconda"], [], "this card names no source", "cette carte n'indique pas de source"),
    "undo": (["anaconda"], [("undone", None)], "taken back: the card is asked again", "la carte est posée de nouveau"),
    "suspend": ([], [("suspended", None)], "not asked again until you resume it", "plus posée jusqu'à ce que"),
    "bury": ([], [("buried", None)], "put aside until tomorrow", "mise de côté jusqu'à demain"),
    "edit": ([], [], "an editor needs a terminal", "a besoin d'un terminal"),
    "mend": (
        [],
        [("doubted", None)],
        "Marked for mending: Which animal is a?",
        "Marquée à reprendre\u00a0: Which animal is a?",
    ),
    "leave": ([], [], "Nothing was answered", "Rien n'a été répondu"),
    "keys": ([], [], ":hint, :indice  show a hint", ":hint, :indice  montrer un indice"),
}


def test_the_table_names_every_command():
    """A new command needs a row."""
    assert set(COMMANDS) == {key.name for key in KEYS if key.words}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("key", "word"), [(key, word) for key in KEYS for word in key.words], ids=str)
def test_each_command_in_both_languages(key, word, language, say, world):
    """Both words of a command work in either language, in capitals too, and are answered in the program's."""
    before, logged, english, french = COMMANDS[key.name]
    parts = say(*before, f": {word.upper()} ", language=language)
    after = kinds(world)[len(before) :]

    assert [kind for kind, _ in after] == [kind for kind, _ in logged]
    assert (english if language == "en" else french) in parts[len(before) + 1]


def test_lines_answer_and_an_empty_one_gives_up(say, world):
    """The verdict is said in words, the right answer always; the next question follows at once."""
    parts = say("anaconda", "")

    assert "Right.\nAnswer: anaconda\n" in parts[1]
    assert "Question 2 of 3. Animals.\nWhich animal is b?\n" in parts[1]
    assert "Wrong. You asked for the answer.\nAnswer: basilisk\n" in parts[2]
    assert kinds(world) == [("reviewed", "right"), ("reviewed", "wrong")]
    assert "2 cards in" in parts[-1]


@pytest.mark.parametrize(
    ("typed", "command", "marks"),
    [
        ("anacond", ":wrong", ["close", "wrong"]),
        ("anacond", ":right", ["close", "right"]),
        ("anacond", ":faux", ["close", "wrong"]),
        ("nonsense", ":right", ["wrong", "right"]),
        ("nonsense", ":wrong", ["wrong"]),
        ("anaconda", ":wrong", ["right", "wrong"]),
        ("anaconda", ":juste", ["right"]),
    ],
)
def test_the_last_verdict_can_be_overruled(typed, command, marks, say, world):
    """To what the command says, a close one either way; where it counts so already, nothing is logged."""
    parts = say(typed, command, "basilisk")

    assert [event.verdict for event in world.events] == [*marks, "right"]
    assert "Which animal is b?" in (parts[2] if len(marks) > 1 else parts[1])
    assert ("already" in parts[2]) == (len(marks) == 1)


def test_an_overruling_is_said_in_sentences(say):
    """What counts now, and when the card comes again: as everything in plain lines, each a sentence."""
    said = "".join(say("nonsense", ":right"))

    assert "\nCounted right, as you said. Again in 2 days.\n" in said


def test_an_overruling_can_be_overruled_and_taken_back(say, world):
    """Each counts from there on; the question that was asked is asked again."""
    parts = say("nonsense", ":right", ":wrong", ":undo", "basilisk")

    assert kinds(world) == [
        ("reviewed", "wrong"),
        ("regraded", "right"),
        ("regraded", "wrong"),
        ("undone", None),
        ("reviewed", "right"),
    ]
    assert "the verdict counts again as it did before" in parts[4]
    assert "Which animal is b?" in parts[4]


def test_overruling_forgets_neither_a_hint_nor_a_card_done_elsewhere(say, world):
    """What was shown of the question that is asked was shown, whatever happens to the verdict before it."""
    say("nonsense", ":hint", ":right", "basilisk")

    assert world.events[-1].rest["hint"] is True
    assert world.events[-1].rating == 2


def test_there_is_nothing_to_overrule_or_to_undo_at_the_beginning(say, world):
    """Both say so, and nothing is logged."""
    parts = say(":right", ":undo", ":nonsense")

    assert "there is no verdict to overrule yet" in parts[1]
    assert "there is nothing to take back in this session" in parts[2]
    assert "there is no command :nonsense" in parts[3]
    assert kinds(world) == []


def test_the_last_verdict_of_all_can_be_overruled_by_a_person(say, world):
    """One more line is read after it; an empty one ends."""
    parts = say("nonsens", ":right", "", queue="a", prompt=True)
    ended = say("anaconda", "", queue="a", prompt=True)

    assert [event.verdict for event in world.events][:2] == ["wrong", "right"]
    assert "That was the last one." in ended[1]
    assert "1 card in" not in ended[1]
    assert "1 right" in ended[-1]
    assert "1 right · you overruled 1" in parts[-1]


def test_a_program_that_reads_the_end_need_not_write_again(say):
    """Through a pipe the session ends with its last card."""
    parts = say("anaconda", queue="a")

    assert len(parts) == 2
    assert "1 card in" in parts[-1]


def test_an_answer_may_begin_with_a_colon(say, evening, world):
    """Two colons are one."""
    card = Card("q", "Which smile?", Right("answer", ":-)"), "en", Place("d"), "q")
    say("::-)", begun=evening([card]))

    assert world.events[0].typed == ":-)"


def test_a_disk_that_cannot_be_written_is_told_and_asks_again(say, world, full):
    """Nothing is counted; the same line works when the disk does."""
    world.broken = full
    parts = say("anaconda", ":suspend")

    assert all("the disk is full" in part for part in parts[1:3])
    assert kinds(world) == []


def test_nothing_raw_is_said(say, evening):
    """Control characters of cards and answers are shown, not obeyed."""
    bad = "\x07\x1b]0;x\x07\x9b\u202e"
    card = Card("q", f"Who{bad}?", Right("answer", f"me{bad}"), "en", Place("d"), "q", f"hint{bad}", note=bad)
    text = "".join(say(":hint", f"you{bad}", ":", begun=evening([card])))

    assert not set("\x07\x1b\x9b\u202e") & set(text)
    assert "␇" in text


def test_a_question_that_is_quoted_ends_its_sentence(say, world, monkeypatch):
    """The reason of a confusion ends with the other card's question: no full stop stands behind its question mark."""
    other = Other("b", "Which animal is b?", Right("answer", "basilisk"))
    monkeypatch.setattr(type(world), "others", lambda *_: (other,))

    said = "".join(say("basilisk", queue="ab"))

    assert "Wrong. That is the answer to another question: Which animal is b?\n" in said
