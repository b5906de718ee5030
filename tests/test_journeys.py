"""Long ways through the real program: killed at any moment, two at once, and a month of days.

The sessions that are killed are QUIZ_ROUNDS in number, 20 if the environment does not say; the seed is QUIZ_SEED.

    QUIZ_ROUNDS=200 scripts/test tests/test_journeys.py
"""

from __future__ import annotations

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from quiz.journal import Journal

ENTER = "\r"
ROUNDS = int(os.environ.get("QUIZ_ROUNDS", "20"))
SEED = int(os.environ.get("QUIZ_SEED", "1"))
QUIZ = [sys.executable, "-P", "-m", "quiz"]


@pytest.fixture(autouse=True)
def home(own_home: Path) -> Path:
    """A home with one deck of four hundred words, all of which may be asked on one day."""
    decks = own_home / "data" / "decks"
    decks.mkdir(parents=True)
    cards = "".join(f"  - question: What is word {number}?\n    answer: word{number}\n" for number in range(1, 401))
    (decks / "words.yaml").write_text(f"deck: words\ntitle: Words\nlanguage: en\ncards:\n{cards}", encoding="utf-8")
    (own_home / "config").mkdir()
    (own_home / "config" / "settings.toml").write_text(
        "shipped_decks = false\nnew_per_day = 9999\nreviews_per_day = 9999\n", encoding="utf-8"
    )
    return own_home


def journal(home: Path) -> Path:
    """The file of the log."""
    return home / "data" / "journal.db"


def typed(home: Path) -> Counter:
    """How often each text was logged as an answer."""
    with Journal.open(journal(home), read_only=True) as log:
        return Counter(event.typed for event in log.events() if event.kind == "reviewed")


def sound(home: Path) -> None:
    """The file is whole, every line says what was written, and the memories are those of the log."""
    connection = sqlite3.connect(journal(home))
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    with Journal.open(journal(home)) as log:
        assert log.check() == ()
        kept = remembered(log)
        log.rebuild()
        assert remembered(log) == kept


def remembered(log: Journal) -> dict:
    """Every memory."""
    return {memory.card: memory for memory in log.changed_since(0)}


# --- killed ----------------------------------------------------------------------------------------------------------

ENDS = ("^C", "^D", "SIGTERM", "SIGHUP", "SIGKILL", "closed")


def test_sessions_killed_at_any_moment_lose_nothing_that_was_shown(home, spawn, environ):
    """Every answer whose verdict was seen is in the log once, none is twice, and no start is out of the ordinary."""
    chance = random.Random(SEED)
    sent: set[str] = set()
    shown: set[str] = set()
    for number in range(ROUNDS):
        end = ENDS[number % len(ENDS)]
        # An import that is cut short leaves a file open: only those who ask for warnings hear of it.
        terminal = spawn("study", rows=50, columns=100, PYTHONWARNINGS="")
        answers = chance.choice((0, 1, 1, 2))
        # Before the program is loaded, ^C is Python's own affair.
        if answers or end == "^C" or chance.random() < 0.5:
            terminal.wait("What is word")
        for count in range(answers):
            token = f"r{number}n{count}"
            terminal.send(token + ENTER)
            sent.add(token)
            if count == answers - 1 and chance.random() < 0.4:
                break  # killed while it is being judged, or just after
            terminal.wait(f"wrote {token}")
            shown.add(token)
            if count < answers - 1:
                asks = terminal.text.count("What is word")
                while terminal.text.count("What is word") == asks:
                    terminal.send(ENTER)
                    terminal.read(0.05)
        terminal.rest(chance.random() * chance.choice((0, 0.02, 0.3)))
        kill(terminal, end)
        if end not in {"SIGKILL", "closed"}:
            assert terminal.as_before, (number, end)
        shown.update(token for token in sent - shown if f"wrote {token}" in terminal.text)
        assert terminal.said == "", (number, end)
        terminal.close()

    logged = typed(home)
    assert shown
    assert {token: logged[token] for token in shown} == dict.fromkeys(shown, 1)
    assert max(logged.values()) == 1
    assert set(logged) <= sent
    assert list(Path(environ["TMPDIR"]).iterdir()) == [], "a story of a fault"
    sound(home)
    last = spawn("study")
    last.wait("›")
    last.send("\x03")
    last.end()
    assert last.said == ""


def kill(terminal, end: str) -> None:
    """End the session in this way, and wait until it has ended."""
    if end == "closed":
        terminal.hang_up()
        terminal.process.wait(60)
        return
    if end == "^C":
        terminal.send("\x03")
    elif end == "^D":
        while terminal.process.poll() is None:  # what comes too early, or too soon after a verdict, is not heard
            terminal.send("\x15\x04")
            terminal.read(0.05)
    else:
        terminal.process.send_signal(getattr(signal, end))
    code = terminal.end()
    assert code in {"SIGKILL": {-9}, "^D": {0}, "^C": {130, -2}}.get(end, {130, -15, -1}), (end, code)


# --- two at once -----------------------------------------------------------------------------------------------------


def asked(terminal) -> str:
    """The question that was asked last."""
    return re.findall(r"What is word \d+\?", terminal.text)[-1]


def answer(terminal, text: str, sign: str) -> None:
    """Type an answer and wait for its verdict, until it can be acted upon."""
    before = terminal.text.count(sign)
    terminal.send(text + ENTER)
    terminal.wait(sign, before + 1)
    terminal.rest()


def press(terminal, keys: str, shows: str = "What is word") -> None:
    """Press keys one by one and wait for what they show."""
    before = terminal.text.count(shows)
    for key in keys:
        terminal.send(key)
        terminal.rest(0.05)
    terminal.wait(shows, before + 1)


def test_two_sessions_at_once_share_the_work(home, spawn):
    """What one answered leaves the other's queue; an undo takes back one's own answer and not the other's."""
    one, other = spawn("study", "--new", "4"), spawn("study", "--new", "4")
    for terminal in (one, other):
        terminal.wait("›")
        terminal.rest()
    assert asked(one) == asked(other) == "What is word 1?"
    answer(one, "word1", "✓ right")
    press(one, ENTER)
    answer(one, "word2", "✓ right")
    press(one, ENTER)

    press(other, "\x0e")
    assert asked(other) == "What is word 3?"
    answer(other, "word3", "✓ right")
    press(one, "\x18u")
    assert asked(one) == "What is word 2?"
    answer(one, "second", "✗ wrong")
    press(one, ENTER)
    assert asked(one) == "What is word 4?"
    for terminal in (one, other):
        terminal.send("\x03")
        terminal.end()
        assert terminal.said == ""

    assert typed(home) == Counter(["word1", "word2", "word3", "second"])
    with Journal.open(journal(home)) as log:
        (undone,) = [event for event in log.events() if event.kind == "undone"]
        assert log.event(undone.rest["of"]).typed == "word2"
        reviews = sorted(memory.reviews for memory in remembered(log).values())
    assert reviews == [1, 1, 1]
    sound(home)


def test_two_sessions_that_write_at_the_same_moment(home, spawn):
    """No answer is lost, none is doubled, and nobody waits in vain for the file."""
    terminals = [spawn("study"), spawn("study", "--new", "40")]
    sent = []
    for terminal in terminals:
        terminal.wait("›")
        terminal.rest()
    for number in range(6):
        tokens = [f"t{number}of{who}" for who in range(2)]
        sent += tokens
        for terminal, token in zip(terminals, tokens, strict=True):
            terminal.send(token + ENTER)
        for terminal, token in zip(terminals, tokens, strict=True):
            terminal.wait(f"wrote {token}")
        for terminal in terminals:
            terminal.rest(0.2)
        asks = [terminal.text.count("What is word") for terminal in terminals]
        for terminal in terminals:
            terminal.send(ENTER)
        for terminal, count in zip(terminals, asks, strict=True):
            terminal.wait("What is word", count + 1)
    for terminal in terminals:
        terminal.send("\x03")
        terminal.end()
        assert terminal.said == ""

    assert typed(home) == Counter(sent)
    sound(home)


# --- a month ---------------------------------------------------------------------------------------------------------

#: Ten days before the clocks of Paris go forward, at nine in the evening.
FIRST_DAY = datetime(2025, 3, 20, 21, 0, tzinfo=timezone(timedelta(hours=1)))
SUMMER = datetime(2025, 3, 30, 2, 0, tzinfo=timezone(timedelta(hours=1)))
WRONG_CLOCK, UNDO = 12, 17


def clock(day: int) -> str:
    """The moment at which the learner sits down on this day; on one, the clock is set three days back."""
    moment = FIRST_DAY + timedelta(days=day - 3 * (day == WRONG_CLOCK))
    return (moment.astimezone(timezone(timedelta(hours=2))) if moment >= SUMMER else moment).isoformat()


def knows(number: int, day: int) -> bool:
    """A learner who is right four times out of five, the same ones each time this is played."""
    return random.Random(number * 1000 + day).random() < 0.8


def study(day: int, environ: dict[str, str]) -> str:
    """Study in plain lines until the session ends; what was said on standard error."""
    process = subprocess.Popen(
        [*QUIZ, "study", "--plain", "--new", "4"],
        env=environ | {"QUIZ_NOW": clock(day)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    seen: Counter = Counter()
    with process:
        for line in process.stdout:
            if found := re.match(r"What is word (\d+)\?", line):
                number = int(found[1])
                seen[number] += 1
                right = knows(number, day) or seen[number] > 1
                process.stdin.write(f"word{number}\n" if right else f"no idea on day {day}\n")
                process.stdin.flush()
            elif " in " in line and ("card in" in line or "cards in" in line):
                process.stdin.close()
        said = process.stderr.read()
    assert process.returncode == 0, said
    return said


def test_thirty_days(home, environ, tmp_path):
    """Across a change of the clocks, a clock set back and an undo, memories are what the log says, in any order."""
    warned = {}
    for day in range(30):
        warned[day] = study(day, environ)
        if day == UNDO:
            undo = [*QUIZ, "undo"]
            done = subprocess.run(undo, env=environ | {"QUIZ_NOW": clock(day)}, capture_output=True, text=True)
            assert (done.returncode, done.stderr) == (0, "")

    assert [day for day, said in warned.items() if said] == [WRONG_CLOCK]
    assert "the last answer was given in the future" in warned[WRONG_CLOCK]
    with Journal.open(journal(home)) as log:
        events = list(log.events())
        kept = remembered(log)
        log.rebuild()
        assert remembered(log) == kept
        days = log.days(0, 10**6)
    assert {event.offset for event in events} == {60, 120}
    assert [event.kind for event in events].count("undone") == 1
    assert 27 <= len(days) <= 30
    assert len(kept) > 60
    assert any(memory.interval > 14 for memory in kept.values())
    random.Random(SEED).shuffle(events)
    with Journal.open(tmp_path / "merged.db") as merged:
        for start in range(0, len(events), 50):
            merged.merge(events[start : start + 50])
        assert {card: forget_order(memory) for card, memory in remembered(merged).items()} == {
            card: forget_order(memory) for card, memory in kept.items()
        }


def forget_order(memory):
    """A memory as it is, whatever the order in which it came to be."""
    return tuple(memory)
