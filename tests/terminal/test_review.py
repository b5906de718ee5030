"""Drafts decided in both faces, on real files: every key, every line of an edit, everything that can go wrong."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.commands.review import ReviewDesk
from quiz.deck.read import read
from quiz.house import House, Streams
from quiz.problem import Failure, Problem
from quiz.study.review import start
from quiz.study.review_view import view
from quiz.terminal import review_draw as draw
from quiz.terminal.keys import REVIEW_KEYS
from quiz.terminal.paint import ansi, cells, plain
from quiz.terminal.review_lines import ReviewLines
from quiz.terminal.reviewing import Reviewing
from quiz.words import load

ENTER, ESCAPE, BACK = "\r", "\x1b", "\x7f"
TEXT = "The pier\n\nIt took three years. The new pier is 120 metres long, she said. Nobody had asked for it.\n"
DECK = """\
deck: harbour
title: The harbour
language: en
sources:
  gazette: {title: The Gazette, author: Ada Brook, file: gazette.txt}
  echo: {title: The Echo}
cards:
  - question: Is this asked already?
    answer: it is
    id: old
  - question: How far does the pier reach?
    number: 120 metres
    accept: 120 m
    hint: more than a hundred
    source: [gazette, echo]
    evidence:
      - {source: gazette, paragraph: 2, words: 120 metres long}
      - {source: echo, paragraph: 7, words: a pier of 120 metres}
    draft: true
    id: length
  - cloze: It opened on {{3 May 2021}}.
    draft: true
    id: opening
  - question: What stands on the pier, and is it a light?
    list: [a light, a bench]
    draft: true
    id: things
  - question: Where is the pier?
    choice: in the east
    options: [in the west, in the east]
    draft: true
    id: where
"""
FIRST = "How far does the pier reach?"
SECOND = "It opened on 3 May 2021."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A deck of four drafts, and the text of its source."""
    deck = tmp_path / "harbour.yaml"
    deck.write_text(DECK, encoding="utf-8")
    (tmp_path / "harbour.articles").mkdir()
    (tmp_path / "harbour.articles" / "gazette.txt").write_text(TEXT, encoding="utf-8")
    return deck


@pytest.fixture
def begun(path: Path, own_home: Path) -> Callable[..., Reviewing]:
    """A review of that deck; `editor` is what $EDITOR runs on the card."""

    def begin(editor: str = "") -> Reviewing:
        environ = {"QUIZ_HOME": str(own_home), "LANG": "C.UTF-8"}
        if editor:
            program = path.parent / "editor"
            program.write_text(f"#!/bin/sh\n{editor}\n", encoding="utf-8")
            program.chmod(0o755)
            environ["EDITOR"] = str(program)
        desk = ReviewDesk(House(Streams(io.StringIO(), io.StringIO(), io.StringIO()), environ))
        loaded = desk.look(str(path))
        assert not isinstance(loaded, Problem)
        return Reviewing(start({str(path): loaded}), desk)

    return begin


def drafts(path: Path) -> list[str]:
    """The ids of the drafts that are left."""
    deck, problems = read(path.read_text(encoding="utf-8"), str(path))
    assert deck is not None
    assert problems == ()
    return [card.written_id for card in deck.cards if card.draft]


def line_of(path: Path, key: str, own: str) -> str:
    """What the file says of a card."""
    deck, _ = read(path.read_text(encoding="utf-8"), str(path))
    card = next(card for card in deck.cards if card.written_id == own)
    return {"question": card.question, "answer": card.answer.text, "items": "; ".join(card.answer.items)}[key]


# --- the drawn face --------------------------------------------------------------------------------------------------


def test_a_draft_as_it_is_drawn(begun, decide) -> None:
    """Question, answer, what else is right, the sentence, other sources, and the keys; all of it in eighty columns."""
    seen = decide(begun(), "?", columns=80)

    assert seen.texts[0].splitlines()[1:14] == [
        "  The harbour                                                    1 of 4 · number",
        "",
        "  How far does the pier reach?",
        "    120 metres",
        "    accepted too: 120 m",
        "    hint: more than a hundred",
        "",
        "  The Gazette · Ada Brook",
        "  ¶ 2   It took three years. The new pier is 120 metres long, she said. Nobody",
        "        had asked for it.",
        "  also in The Echo",
        "  ¶ 7   “a pier of 120 metres” · its text is not kept here",
        "",
    ]
    for key in REVIEW_KEYS:
        assert re.search(rf"^    {re.escape(key.shown_judged)}   \w", seen.texts[0], re.MULTILINE)


#: key → what is said, the drafts that are left, the question on the screen then.
DECIDING = {
    "accept": ("✓ accepted", ["opening", "things", "where"], SECOND),
    "reject": ("✗ rejected", ["opening", "things", "where"], SECOND),
    "skip": ("left for another time", ["length", "opening", "things", "where"], SECOND),
    "undo": ("there is nothing to take back", ["length", "opening", "things", "where"], FIRST),
    "edit": ("question › How far does the pier reach?", ["length", "opening", "things", "where"], FIRST),
    "editor": ("accepted as you wrote it", ["opening", "things", "where"], SECOND),
    "rest": ("Accept the 4 drafts that are left?", ["length", "opening", "things", "where"], FIRST),
    "leave": ("nothing was decided · 4 drafts left", ["length", "opening", "things", "where"], FIRST),
    "keys": ("take back the last decision", ["length", "opening", "things", "where"], FIRST),
}


def test_the_table_names_every_key() -> None:
    """A new key needs a row."""
    assert set(DECIDING) == {key.name for key in REVIEW_KEYS}


@pytest.mark.parametrize("key", REVIEW_KEYS, ids=lambda key: key.name)
def test_each_key(key, path, begun, decide) -> None:
    """It does what the table says, and the file says so before the next draft is shown."""
    said, left, asked = DECIDING[key.name]

    seen = decide(begun("sed -i s/metres/feet/ $1"), key.judged[0])

    assert said in seen.texts[0]
    assert asked in seen.texts[0]
    assert drafts(path) == left


def test_everything_decided_ends_in_figures(path, begun, decide) -> None:
    """And what was decided is in the file, with every other byte as it was."""
    seen = decide(begun(), "a", "r", "s", "a")

    assert seen.text.splitlines()[-1] == "  2 accepted · 1 rejected · 1 draft left"
    assert path.read_text(encoding="utf-8") == DECK.replace("cards:\n", "rejected: [opening]\ncards:\n").replace(
        "    draft: true\n    id: length", "    id: length"
    ).replace("  - cloze: It opened on {{3 May 2021}}.\n    draft: true\n    id: opening\n", "").replace(
        "    draft: true\n    id: where", "    id: where"
    )


def test_decisions_are_taken_back_one_after_the_other(path, begun, decide) -> None:
    """Accepted, rejected, skipped: each comes back to be decided again."""
    seen = decide(begun(), "a", "r", "s", "u", "u", "u", "u")

    assert [name in text for name, text in zip((SECOND, FIRST), seen.texts[4:6], strict=True)] == [True, True]
    assert seen.texts[5].count("taken back") == 3
    assert "there is nothing to take back" in seen.texts[6]
    assert drafts(path) == ["length", "opening", "things", "where"]


@pytest.mark.parametrize(("answer", "meant"), [(key, key in "yo") for key in ("y", "o", "n", ESCAPE, "a", ENTER)])
def test_all_the_rest_is_asked_once(answer, meant, path, begun, decide) -> None:
    """Yes in either language; any other key leaves everything as it was. Taken back as the one thing it was."""
    seen = decide(begun(), "A", answer)

    assert drafts(path) == ([] if meant else ["length", "opening", "things", "where"])
    assert ("✓ 4 accepted" in seen.text) is meant


def test_the_rest_is_taken_back_at_once(path, begun, decide) -> None:
    """One key for all of it, where something was left to be decided."""
    path.write_text(DECK.replace("number: 120 metres", "number: quite far"), encoding="utf-8")

    seen = decide(begun(), "A", "y", "u")

    assert "✓ 3 accepted" in seen.texts[1]
    assert "the draft cannot be accepted as it is" in seen.texts[1]
    assert drafts(path) == ["length", "opening", "things", "where"]


def test_a_card_that_cannot_be_judged_is_not_accepted(path, begun, decide) -> None:
    """The rule that it breaks is shown; the key is not offered, and refuses."""
    path.write_text(DECK.replace("number: 120 metres", "number: quite far"), encoding="utf-8")

    seen = decide(begun(), "x", "a")

    assert "error  the answer of a number card cannot be read" in seen.texts[0]
    assert "a accept" not in seen.texts[0].splitlines()[-1]
    assert "edit it, or reject it" in seen.texts[1]
    assert drafts(path)[0] == "length"


def test_a_key_held_down_decides_once(path, begun, decide) -> None:
    """What repeats quicker than fingers, and what was typed before the draft could be seen, decides nothing."""
    decide(begun(), "aaaa", "a", "a", held=60)

    assert drafts(path) == ["opening", "things", "where"]


# --- editing in lines -------------------------------------------------------------------------------------------------


def test_question_and_answer_are_edited_in_place(path, begun, decide) -> None:
    """Prefilled, one line after the other; up goes back to the first; the card is accepted as it then is."""
    seen = decide(begun(), "e", " Really?", ENTER, BACK * 6 + "feet", "\x1b[A", "!", ENTER, ENTER)

    assert seen.lines[0] == "How far does the pier reach?"
    assert "answer › 120 metres" in seen.texts[2]
    assert "✓ accepted as you wrote it" in seen.text
    assert line_of(path, "question", "length") == "How far does the pier reach? Really?!"
    assert line_of(path, "answer", "length") == "120 feet"
    assert drafts(path) == ["opening", "things", "where"]


@pytest.mark.parametrize(
    ("skips", "keys", "key", "own", "told"),
    [
        (1, [BACK, " in spring.", ENTER], "answer", "opening", "It opened on {{3 May 2021}} in spring."),
        (2, [ENTER, "; a flag", ENTER, ENTER], "items", "things", "a light; a bench; a flag"),
        (3, [ENTER, "ern bay", ENTER], "answer", "where", "in the eastern bay"),
    ],
    ids=["cloze", "list", "choice"],
)
def test_each_kind_in_lines(skips, keys, key, own, told, path, begun, decide) -> None:
    """A cloze as its sentence, a list with semicolons, the right one of a choice."""
    decide(begun(), *"s" * skips, "e", *keys)

    assert line_of(path, key, own) == told
    assert own not in drafts(path)


def test_what_is_wrong_is_told_and_the_line_stays(path, begun, decide) -> None:
    """An error never passes; corrected, it does."""
    seen = decide(begun(), "e", ENTER, BACK * 20 + "far", ENTER, BACK * 3 + "99 m", ENTER)

    assert "error  the answer of a number card cannot be read" in seen.texts[3]
    assert seen.lines[3] == "far"
    assert line_of(path, "answer", "length") == "99 m"


def test_a_warning_passes_when_it_was_seen(path, begun, decide) -> None:
    """The first Enter tells it, the second accepts the card as it is."""
    seen = decide(begun(), "e", " 120 metres?", ENTER, ENTER, ENTER)

    assert "warn  the question gives its answer away" in seen.texts[3]
    assert "Enter accept it as it is" in seen.texts[3].splitlines()[-1]
    assert drafts(path)[0] == "opening"


@pytest.mark.parametrize("steps", [["e", "x", ESCAPE], ["e", "x", "\x04"], ["e", ENTER, ENTER]], ids=repr)
def test_an_edit_given_up_changes_nothing(steps, path, begun, decide) -> None:
    """The draft is asked as before; to change nothing is no decision."""
    seen = decide(begun(), *steps)

    assert "the draft is as it was" in seen.texts[-2]
    assert path.read_text(encoding="utf-8") == DECK


def test_what_is_pasted_or_unseen_does_not_decide(path, begun, decide) -> None:
    """A pasted text is no keys; in a line it is one line."""
    seen = decide(begun(), "\x1b[200~a\rr\x1b[201~", "e", "\x1b[200~ a\nb\x1b[201~")

    assert drafts(path) == ["length", "opening", "things", "where"]
    assert seen.lines[2] == "How far does the pier reach?a b"


# --- the editor ------------------------------------------------------------------------------------------------------


def test_the_card_is_changed_in_an_editor(path, begun, decide) -> None:
    """All of it; what the program wrote at the head is not part of it."""
    seen = decide(begun("sed -i -e 's/120 metres$/130 metres/' -e 's/^hint: .*/note: since 2021/' $1"), "E")

    assert "✓ accepted as you wrote it" in seen.text
    text = path.read_text(encoding="utf-8")
    assert "    number: 130 metres\n    accept: 120 m\n    note: since 2021\n" in text
    assert "#" not in text


@pytest.mark.parametrize("editor", ["true", ": > $1", "echo '# only this' > $1", "echo '   ' > $1"])
def test_an_editor_that_changes_nothing_decides_nothing(editor, path, begun, decide) -> None:
    """An empty file is nothing, too."""
    seen = decide(begun(editor), "E")

    assert "nothing was changed" in seen.texts[0]
    assert path.read_text(encoding="utf-8") == DECK


@pytest.mark.parametrize(
    ("editor", "said"), [("exit 1", "did not end well"), ("kill -9 $$", "did not end well")], ids=["exit", "killed"]
)
def test_an_editor_that_fails_decides_nothing(editor, said, path, begun, decide) -> None:
    """Whatever it wrote before."""
    seen = decide(begun(f"echo 'question: A?' > $1; {editor}"), "E")

    assert said in seen.texts[0]
    assert path.read_text(encoding="utf-8") == DECK


def test_a_text_with_faults_can_be_edited_again(path, begun, decide) -> None:
    """The fault is told with its line, the text is not lost; at the second time it is right."""
    editor = "grep -q quite $1 && sed -i s/quite/5/ $1 || sed -i 's/^number: .*/number: quite m/' $1"

    seen = decide(begun(editor), "E", ENTER, "E")

    assert "error  line 2: the answer of a number card cannot be read" in seen.texts[0]
    assert "accept it as it is" not in seen.texts[1].splitlines()[-1]
    assert line_of(path, "answer", "length") == "5 m"


@pytest.mark.parametrize(("key", "left"), [(ENTER, "opening"), (ESCAPE, "length"), ("q", "length")])
def test_a_text_with_warnings_can_be_accepted_as_it_is(key, left, path, begun, decide) -> None:
    """Or given up."""
    seen = decide(begun("sed -i 's/^question: .*/question: Is it 120 metres?/' $1"), "E", key)

    assert "warn  line 1: the question gives its answer away" in seen.texts[0]
    assert drafts(path)[0] == left


def test_no_editor(begun, decide, monkeypatch) -> None:
    """It is said which variable to set."""
    monkeypatch.setenv("PATH", "")

    seen = decide(begun(), "E")

    assert "no editor is set" in seen.texts[0]
    assert "EDITOR=nano" in seen.texts[0]


def test_temporary_files_are_gone(begun, decide, monkeypatch, tmp_path) -> None:
    """However it ended."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    for editor in ("true", "exit 1", "sed -i s/metres/feet/ $1"):
        decide(begun(editor), "E")

    assert os.listdir(scratch) == []


# --- what others do meanwhile ----------------------------------------------------------------------------------------


def test_two_reviews_at_once(path, begun, decide) -> None:
    """What one decided, the other does not decide again: it says so, and goes on with what is left."""
    other = begun()

    def meanwhile(step: int) -> None:
        if step == 0:
            assert decide_plainly(other, "a", "r") == []

    seen = decide(begun(), "r", "a", between=meanwhile)

    assert "the draft is no longer in" in seen.texts[0]
    assert "What stands on the pier" in seen.texts[0]
    assert drafts(path) == ["where"]
    assert "rejected: [opening]" in path.read_text(encoding="utf-8")


def decide_plainly(reviewing: Reviewing, *words: str) -> list[str]:
    """Decide in plain lines; what was refused."""
    sink = io.StringIO()
    ReviewLines(reviewing, load("en"), io.StringIO("".join(f"{word}\n" for word in words)), sink, prompt=False).run()
    return [line for line in sink.getvalue().splitlines() if line.startswith("error")]


@pytest.mark.parametrize("key", ["a", "r", "e"])
def test_a_card_changed_in_an_editor_meanwhile(key, path, begun, decide) -> None:
    """It is not overwritten: it is shown as it now is, and decided then."""

    def meanwhile(step: int) -> None:
        if step == (0 if key != "e" else 3):
            path.write_text(DECK.replace("hint: more than a hundred", "hint: three figures"), encoding="utf-8")

    steps = [key] if key != "e" else ["e", ENTER, " or so", ENTER]
    seen = decide(begun(), *steps, between=meanwhile)

    assert "the card was changed in" in seen.texts[-2]
    assert "hint: three figures" in seen.texts[-2]
    assert path.read_text(encoding="utf-8") == DECK.replace("hint: more than a hundred", "hint: three figures")


def test_what_is_changed_elsewhere_in_the_file_is_kept(path, begun, decide) -> None:
    """Other cards, comments: the decision is put into what was saved."""
    decide(begun(), "a", between=lambda _step: path.write_text(f"# mine\n{DECK}", encoding="utf-8"))

    assert path.read_text(encoding="utf-8") == f"# mine\n{DECK}".replace(
        "    draft: true\n    id: length", "    id: length"
    )


def test_an_edit_is_not_lost_to_a_change_elsewhere(path, begun, decide) -> None:
    """The text that was written comes back in the editor."""

    def meanwhile(step: int) -> None:
        if step == 3:
            path.write_text(DECK.replace("hint: more than a hundred", "hint: three figures"), encoding="utf-8")

    seen = decide(begun("grep -q 'or so' $1 && sed -i s/' or so'// $1"),
                  "e", ENTER, " or so", ENTER, "E", between=meanwhile)  # fmt: skip

    assert "E edit again" in seen.texts[3].splitlines()[-1]
    assert drafts(path) == ["opening", "things", "where"]


@pytest.mark.parametrize("text", ["", "deck: [", DECK.replace("question: How", "question: : How")], ids=repr)
def test_a_file_that_cannot_be_read_meanwhile(text, path, begun, decide) -> None:
    """It is said, nothing is written; put right, the decision is made."""

    def meanwhile(step: int) -> None:
        path.write_text(text if step == 0 else DECK, encoding="utf-8")

    seen = decide(begun(), "a", "a", between=meanwhile)

    assert "error" in seen.texts[0]
    assert drafts(path) == ["opening", "things", "where"]


def test_a_file_that_is_gone_or_read_only(path, begun, decide) -> None:
    """A sentence with its remedy; the draft stays on the screen."""

    def meanwhile(step: int) -> None:
        if step == 0:
            path.chmod(0o444)
        else:
            path.unlink()

    seen = decide(begun(), "a", "a", between=meanwhile)

    assert "is read-only; nothing was written" in seen.texts[0]
    assert "make it writable" in seen.texts[0]
    assert "there is no file" in seen.texts[1]


def test_a_full_disk_loses_nothing(path, begun, decide, monkeypatch) -> None:
    """The file is as it was, the draft stays; when there is room again, it is decided."""
    from quiz.library import file

    write = file.write
    full = Failure(Problem("file-unwritable", facts={"path": "harbour.yaml", "error": "ENOSPC"}))

    def meanwhile(step: int) -> None:
        def refuse(*_all: object) -> None:
            raise full

        monkeypatch.setattr(file, "write", refuse if step == 0 else write)

    seen = decide(begun(), "a", "a", between=meanwhile)

    assert "harbour.yaml cannot be written (ENOSPC)" in seen.texts[0]
    assert drafts(path) == ["opening", "things", "where"]


@pytest.mark.parametrize("key", ["\x03", "\x04", "q"], ids=repr)
def test_leaving(key, path, begun, decide) -> None:
    """^C, ^D and q end it with the figures; what was decided is in the file."""
    seen = decide(begun(), "a", key)

    assert seen.text.splitlines()[-1] == "  1 accepted · 3 drafts left"
    assert (seen.screen.ended_by is not None) is (key == "\x03")
    assert drafts(path) == ["opening", "things", "where"]


# --- how it looks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [24, 40, 80, 92])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_lines_fit_the_screen(width, language, begun) -> None:
    """Drafts, keys, the foot and the end."""
    reviewing, words = begun(), load(language)
    lines = [*draw.keys(words, width)]
    while (seen := view(reviewing.review)).phase == "deciding":
        lines += draw.draft(seen, reviewing.excerpts(seen), words, width)
        lines.append(draw.foot(draw.deciding(seen, words), words, width))
        reviewing.accept_rest() if seen.number == 4 else reviewing.do(draw_skip())
    lines += draw.end(seen, words, width)

    assert [line for line in lines if sum(cells(text) for _, text in line) > width] == []


def draw_skip():
    """To the next draft."""
    from quiz.study.review import Skip

    return Skip()


def test_nothing_of_a_deck_is_obeyed(path, begun) -> None:
    """Escapes in a deck are shown in both faces."""
    path.write_text(
        DECK.replace("more than a hundred", '"a\\e]0;x\\a"').replace("The Echo", '"\\e[2Jb"'), encoding="utf-8"
    )
    (path.parent / "harbour.articles" / "gazette.txt").write_text(
        TEXT.replace("It took", "\x1b]0;x\x07"), encoding="utf-8"
    )
    reviewing = begun()
    seen = view(reviewing.review)
    told = ansi(draw.draft(seen, reviewing.excerpts(seen), load("en"), 80))

    assert "\x1b]" not in told
    assert "\x1b[2J" not in told
    assert "\x07" not in told


def test_without_colour_the_words_are_marked_still(begun, decide) -> None:
    """Weight and underline are no colours."""
    seen = decide(begun(), "x", colour=False)

    assert "\x1b[1;4m120 metres long" in seen.raw
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", seen.raw)


# --- plain lines -----------------------------------------------------------------------------------------------------


@pytest.fixture
def say(begun) -> Callable[..., str]:
    """Decide in plain lines; what was said."""

    def said(*lines: str, language: str = "en", prompt: bool = False, editor: str = "") -> str:
        sink = io.StringIO()
        typed = io.StringIO("".join(f"{line}\n" for line in lines))
        ReviewLines(begun(editor), load(language), typed, sink, prompt=prompt).run()
        return sink.getvalue()

    return said


#: The key → what else is typed, what is said in English, and the drafts that are left.
COMMANDS = {
    "accept": ([], "Accepted.", ["opening", "things", "where"]),
    "reject": ([], "Rejected.", ["opening", "things", "where"]),
    "skip": ([], "Left for another time.", ["length", "opening", "things", "where"]),
    "undo": ([], "there is nothing to take back", ["length", "opening", "things", "where"]),
    "edit": (["", "99 m"], "Accepted as you wrote it.", ["opening", "things", "where"]),
    "editor": ([], "an editor needs a terminal", ["length", "opening", "things", "where"]),
    "rest": (["yes"], "4 accepted.", []),
    "leave": ([], "nothing was decided", ["length", "opening", "things", "where"]),
    "keys": ([], "a, accept, accepter  accept: the card", ["length", "opening", "things", "where"]),
}


@pytest.mark.parametrize(("key", "word"), [(key, word) for key in REVIEW_KEYS for word in key.words], ids=str)
@pytest.mark.parametrize("colon", ["", ":"])
def test_each_command_of_the_plain_face(key, word, colon, path, say) -> None:
    """By its letter or by a word of either language, with a colon or without."""
    more, english, left = COMMANDS[key.name]

    assert english in say(f" {colon}{word} ", *more)
    assert drafts(path) == left


def test_a_capital_letter_is_another_key(path, say) -> None:
    """A accepts all, once it was asked; words may be in capitals."""
    assert "Accept the 4 drafts that are left?" in say("A", "no", "ACCEPT")
    assert drafts(path) == ["opening", "things", "where"]


def test_a_draft_in_plain_lines(say) -> None:
    """All that the drawn face shows, in sentences; the words between brackets."""
    said = say("q")

    for part in (
        "Draft 1 of 4. The harbour. number.",
        "Question: How far does the pier reach?\nAnswer: 120 metres\n",
        "accepted too: 120 m",
        "The Gazette · Ada Brook\n",
        "It took three years. The new pier is [120 metres long], she said. Nobody had asked for it.",
        "also in The Echo\n",
        "nothing was decided · 4 drafts left",
    ):
        assert part in said


def test_lines_that_decide_nothing(path, say) -> None:
    """An empty line is nothing, an unknown word is said to be none; the end of the input leaves."""
    said = say("", "maybe")

    assert '"maybe" decides nothing' in said
    assert drafts(path) == ["length", "opening", "things", "where"]


def test_a_plain_edit_is_held_to_the_rules(path, say) -> None:
    """An error is refused, a warning asks once more."""
    assert "cannot be read" in say("e", "", "far away")
    assert drafts(path)[0] == "length"

    assert "The draft is as it was." in say("e", "Is it 120 metres?", "", "no")
    assert drafts(path)[0] == "length"

    say("e", "Is it 120 metres?", "", "yes")
    assert drafts(path)[0] == "opening"


def test_a_person_is_asked_in_their_language(path, say) -> None:
    """With prompts, and with an editor."""
    said = say("E", "s", "A", "oui", language="fr", prompt=True, editor="sed -i s/metres/feet/ $1")

    assert "Décision\u00a0: " in said
    assert "Acceptée telle que vous l'avez écrite." in said
    assert "Accepter tous les brouillons qui restent (2)\u00a0? o ou n\u00a0: " in said
    assert drafts(path) == ["opening"]


def test_plain_lines_keep_no_styles(say) -> None:
    """Nothing but text."""
    assert "\x1b" not in say("?", "a", "q")
    assert plain([(("strong", "x"),)]) == "x\n"
