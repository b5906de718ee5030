"""Decks written by command: begun, added to, edited, listed, shown."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quiz.commands.editor_line import at_line
from quiz.commands.kind_asked import kind_named, likely, offered
from quiz.deck.adding import added, begun
from quiz.deck.modeline import MODELINE, SCHEMA_NAME, schema_text
from quiz.deck.read import read
from quiz.problem import Problem
from quiz.words import load

Run = Callable[..., Any]
#: The space that French has before some signs, where no line may break.
NO_BREAK = "\u00a0"

DECK = """\
# of mine
deck: rev
language: fr
sources:
  lefebvre: {title: Quatre-vingt-neuf}
cards:
  - question: Quand la Bastille fut-elle prise ?
    date: 14 juillet 1789
    tags: [Paris, été]

  - question: Qui commandait la Bastille ?
    person: Bernard-René de Launay   # le gouverneur
    note: Il fut tué le soir même.
    tags: Paris
    id: gouverneur

  - cloze: La {{Grande Peur}} commença le {{20 juillet 1789}}.
  - question: Combien de prisonniers ?
    number: 7
    source: lefebvre
    draft: true
"""


@pytest.fixture
def path(decks: Path) -> Path:
    """A deck of three cards and a draft."""
    written = decks / "rev.yaml"
    written.write_text(DECK, encoding="utf-8")
    return written


# --- quiz new --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "there", "deck", "title"),
    [
        ("TCP/IP", "{decks}/tcp-ip.yaml", "tcp-ip", "TCP/IP"),
        ("geo/rivers", "geo/rivers.yaml", "rivers", ""),
        ("./rivers", "./rivers.yaml", "rivers", ""),
        ("rivers.yml", "rivers.yml", "rivers", ""),
    ],
)
@pytest.mark.parametrize("command", [["new"], ["add", "--new"]], ids=["new", "add"])
def test_a_name_is_a_title_or_a_file(
    run: Run, decks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    command: list[str], name: str, there: str, deck: str, title: str,
) -> None:  # fmt: skip
    """A slash is part of a title unless its folder is there; a file without an ending gets that of a deck."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "geo").mkdir()
    run(*command, name, *(["Q?", "--answer", "A"] if command[0] == "add" else []))

    told, _ = begun(Path(there.format(decks=decks)).read_text(encoding="utf-8"), "")
    assert told is not None
    assert (told.id, told.title) == (deck, title)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_deck_is_begun(run: Run, decks: Path, language: str) -> None:
    """The file begins with the modeline, its schema lies beside it, and without its marks the example is a card."""
    told = run("--lang", language, "new", "La Révolution !", "--json")

    made = json.loads(told.out)
    text = Path(made["path"]).read_text(encoding="utf-8")
    assert made == {
        "path": str(decks / "la-revolution.yaml"),
        "deck": "la-revolution",
        "title": "La Révolution !",
        "language": language,
    }
    assert text.splitlines()[0] == MODELINE
    assert (decks / SCHEMA_NAME).read_text(encoding="utf-8") == schema_text()
    head, comment, *example = text.partition("cards:\n")[2].splitlines()
    del comment
    assert head.startswith("  # ")
    deck, problems = read(text + "".join(line.replace("# ", "", 1) + "\n" for line in text.splitlines()[-2:]), "")
    assert deck is not None
    assert (len(example), len(deck.cards), problems) == (1, 1, ())


def test_what_is_there_is_left(run: Run, path: Path, tmp_path: Path) -> None:
    """A file that exists and an id that is taken are refused; another folder and another file are not."""
    assert run("new", "rev").code == 3
    assert run("new", "rev", "--language", "fr", "-o", tmp_path).code == 1
    assert run("new", "rev", "--language", "en", "-o", tmp_path).code == 0
    assert run("new", tmp_path / "other.yaml").code == 0
    assert sorted(os.listdir(tmp_path)) == sorted([SCHEMA_NAME, "other.yaml", "rev.yaml"])
    assert path.read_text(encoding="utf-8") == DECK
    assert run("new", "?!").code == 2


# --- quiz add --------------------------------------------------------------------------------------------------------

CARDS = {
    "answer": (["Où ?", "--answer", "à Paris"], "question: Où ?\n    answer: à Paris"),
    "date": (["Quand ?", "--date", "5 octobre 1789"], "question: Quand ?\n    date: 5 octobre 1789"),
    "person": (["Qui ?", "--person", "Necker"], "question: Qui ?\n    person: Necker"),
    "money": (["Combien ?", "--money", "3 livres"], "question: Combien ?\n    money: 3 livres"),
    "number": (["Combien ?", "--number", "1 200"], "question: Combien ?\n    number: 1 200"),
    "quote": (["Quoi ?", "--quote", "Non, sire"], "question: Quoi ?\n    quote: Non, sire"),
    "choice": (
        ["Lequel ?", "--choice", "a b", "--options", "a b", "--options", "c: d"],
        "question: Lequel ?\n    choice: a b\n    options:\n      - a b\n      - 'c: d'",
    ),
    "list": (
        ["Lesquels ?", "--list", "x; y", "--ordered"],
        "question: Lesquels ?\n    list:\n      - x\n      - y\n    ordered: true",
    ),
    "cloze": (["--cloze", "Le {{roi}} part."], "cloze: Le {{roi}} part."),
    "more": (
        ["Où ?", "--answer", "Paris", "--accept", "Lutèce", "--reverse", "--hint", "P", "--note", "N", "--tag", "x",
         "--tag", "y", "--source", "lefebvre", "--evidence", "à Paris", "--paragraph", "2", "--as-of", "1789",
         "--id", "ou"],
        (
            "question: Où ?\n    answer: Paris\n    accept: Lutèce\n    reverse: true\n    hint: P\n    note: N\n"
            "    tags:\n      - x\n      - y\n    source: lefebvre\n"
            "    evidence:\n      paragraph: 2\n      words: à Paris\n    as_of: 1789\n    id: ou"
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("nl", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_card_in_one_line(run: Run, path: Path, name: str, nl: str) -> None:
    """A card of each kind, with every key, is put behind the last one, spaced as French is; every other byte stays."""
    words, written = CARDS[name]
    written = written.replace(" ?", NO_BREAK + "?")
    before = b"\xef\xbb\xbf" + DECK.replace("\n", nl).encode()
    path.write_bytes(before)

    told = run("add", "rev", *words)

    assert told.code == 0, told.err
    assert path.read_bytes() == before + f"  - {written}\n".replace("\n", nl).encode()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["Quand ?", "--date", "14 juilet 1789"], 1),
        (["quand la bastille fut-elle prise", "--answer", "x"], 1),
        (["Où ?", "--answer", "x", "--id", "gouverneur"], 1),
        (["Où ?", "--answer", "x", "--source", "nobody"], 1),
        (["Où ?", "--answer", "x", "--person", "y"], 1),
        (["Où ?"], 1),
        (["--cloze", "Sans trou."], 1),
        (["Où ?", "--cloze", "{{a}} b"], 2),
        (["--hint", "x"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_card_that_is_refused(run: Run, path: Path, words: list[str], code: int, language: str) -> None:
    """What is no sound card, or is there already, is said, and nothing is written."""
    told = run("--lang", language, "add", "rev", *words)

    assert (told.code, told.out) == (code, "")
    assert told.err
    assert path.read_text(encoding="utf-8") == DECK


def test_a_near_double_is_told(run: Run, path: Path) -> None:
    """A question that is nearly another card's is added, and the other is named with its place."""
    told = run("add", "rev", "Quand la Bastille fut-elle donc prise ?", "--answer", "en 1789", "--json")

    assert "Quand la Bastille fut-elle prise ?" in told.err
    assert f"{path}:7" in told.err
    made = json.loads(told.out)["added"]
    assert (len(made["near"]), made["line"], made["answer"]) == (1, 22, "en 1789")


def test_a_deck_that_is_not_there(run: Run, path: Path) -> None:
    """A slip of the name is named; --new makes the deck, and its first card stands below the example."""
    assert "rev" in run("add", "revv", "Où ?", "--answer", "x").err
    assert run("add", "revv", "Où ?", "--answer", "x").code == 2
    assert run("add", "--new", "neuf", "Où ?", "--answer", "x").code == 0
    assert (path.parent / "neuf.yaml").read_text(encoding="utf-8").endswith("  - question: Où ?\n    answer: x\n")
    assert run("add", "neuf", "Quand ?", "--answer", "y").code == 0
    assert run("check", "neuf.yaml").code == 3


def test_a_deck_just_begun_takes_a_card_by_its_id(run: Run, decks: Path) -> None:
    """`quiz new` and then `quiz add`, without a word on the standard error."""
    run("new", "d")

    assert run("add", "d", "Why?", "--answer", "so").err == ""
    assert run("check", decks / "d.yaml").code == 0


def test_cards_are_asked_field_by_field(run: Run, path: Path) -> None:
    """In plain lines: kinds are offered, what is wrong is said and asked again, a dash leaves a default out."""
    lines = [
        "quand la Bastille fut-elle prise", "Qui fut exécuté ?", "Louis XVI", "", "", "-", "le roi", "",
        "Quand ?", "jamais", "dates", "date", "21 janvier 1793", "", "roi, été", "lefebvre", "", "",
        "Le {{roi}} est mort.", "", "", "", "",
        "",
    ]  # fmt: skip

    told = run("add", "rev", stdin="\n".join((*lines, "")))

    assert told.code == 0
    written = path.read_text(encoding="utf-8").removeprefix(DECK)
    assert written == (
        f"  - question: Qui fut exécuté{NO_BREAK}?\n    person: Louis XVI\n    hint: le roi\n"
        f"  - question: Quand{NO_BREAK}?\n    date: 21 janvier 1793\n"
        "    tags:\n      - roi\n      - été\n    source: lefebvre\n"
        "  - cloze: Le {{roi}} est mort.\n    tags:\n      - roi\n      - été\n    source: lefebvre\n"
    )
    assert f"{path}:7" in told.err


def test_an_input_that_ends_in_the_midst_of_a_card(run: Run, path: Path) -> None:
    """Half a card is not written."""
    assert run("add", "rev", stdin="Qui ?\nLouis XVI\n").code == 0
    assert path.read_text(encoding="utf-8") == DECK


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Quand la Bastille fut-elle prise ?", "date"),
        ("In what year did it fall?", "date"),
        ("Qui la commandait ?", "person"),
        ("Who won?", "person"),
        ("Combien de prisonniers ?", "number"),
        ("How many were there?", "number"),
        ("Combien coûtait le pain ?", "money"),
        ("How much did they pay?", "money"),
        ("Quelle est la capitale ?", "answer"),
    ],
)
def test_the_kind_that_is_offered(question: str, kind: str) -> None:
    """The words with which a question begins tell what kind its answer probably is."""
    assert likely(question) == kind


@pytest.mark.parametrize(
    ("question", "answer", "language", "kind"),
    [
        ("Quand ?", "jamais", "fr", "date"),
        ("What was the price?", "$12", "en", "money"),
        ("How many did it cost?", "$12", "en", "money"),
        ("Quand ?", "1789", "fr", "date"),
        ("Quels sont les trois pouvoirs ?", "exécutif, législatif, judiciaire", "fr", "list"),
        ("Which crew?", "Armstrong; Aldrin; Collins", "en", "list"),
        ("Which city?", "Paris, Texas", "en", "answer"),
        ("Quelle est la distance au Soleil ?", "150 millions de km", "fr", "number"),
        ("What is the population of Rome?", "nobody knows", "en", "answer"),
        ("Who commanded it?", "de Launay", "en", "person"),
    ],
)
def test_the_kind_that_is_offered_for_an_answer(question: str, answer: str, language: str, kind: str) -> None:
    """What the answer certainly is, or several things in it, tells more than the question's first words."""
    assert offered(question, answer, language) == kind


@pytest.mark.parametrize(
    ("typed", "language", "kind"),
    [
        ("person", "en", "person"), ("Name", "en", "person"), ("p", "en", "person"), ("a", "en", ""),
        ("personne", "fr", ""), ("nom", "fr", "person"), ("liste", "fr", "list"), ("person (nom)", "fr", "person"),
        ("montant", "fr", "money"), ("", "fr", ""), ("cloze", "fr", ""), ("zzz", "en", ""),
    ],
)  # fmt: skip
def test_a_kind_as_people_call_it(typed: str, language: str, kind: str) -> None:
    """Its key, its name in their language, or how either begins where that is clear."""
    assert kind_named(typed, load(language)) == kind


def asked(run: Run, *lines: str, language: str = "en") -> Any:
    """What came of these lines, typed to `quiz add rev`."""
    return run("--lang", language, "add", "rev", stdin="\n".join((*lines, "")))


def test_a_choice_is_its_answer_and_the_others(run: Run, path: Path) -> None:
    """The right one is not typed again among the options, however they are parted."""
    asked(run, "Quel roi ?", "Louis XVI", "choix", "Louis XIV, Louis XV", "", "", "", "", language="fr")

    deck = read(path.read_text(encoding="utf-8"), "")[0]
    assert deck is not None
    assert deck.cards[-1].answer.options == ("Louis XVI", "Louis XIV", "Louis XV")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_answer_that_cannot_be_read_is_said_with_its_remedy(run: Run, path: Path, language: str) -> None:
    """And it is asked again; kept as it stands it is a text."""
    told = asked(run, "Quand ?", "jamais", "", "", "", "", "", "", "", language=language)

    assert {"en": "cannot be read", "fr": "est illisible"}[language] in told.err
    assert "25 avril 2023" in told.err
    written = path.read_text(encoding="utf-8").removeprefix(DECK)
    assert written.startswith(f"  - question: Quand{NO_BREAK}?\n    answer: jamais\n")


@pytest.mark.parametrize(("language", "prompt"), [("en", "answer: "), ("fr", "réponse\u00a0: ")])
def test_a_label_has_the_colon_of_its_language(run: Run, path: Path, language: str, prompt: str) -> None:
    """French puts a space before it that does not break."""
    del path
    assert prompt in asked(run, "Qui ?", language=language).err


def test_a_card_that_is_left_is_named(run: Run, path: Path) -> None:
    """Nothing that was typed goes away without a word."""
    told = asked(run, "Qui ?", "Louis XVI")
    assert "left out: Qui ?" in told.err
    assert path.read_text(encoding="utf-8") == DECK


def test_single_braces_are_noticed(run: Run, path: Path) -> None:
    """They may be meant, so that the text is kept and only remarked upon."""
    told = asked(run, "Le {roi} est mort.", "oui", "", "", "", "", "", "")
    assert "two braces: {{…}}" in told.err
    assert "question: Le {roi} est mort." in path.read_text(encoding="utf-8")


def test_a_list_in_one_line(run: Run, decks: Path) -> None:
    """Its parts stand between semicolons, else between commas; told one by one they may hold either."""
    assert run("new", "d").code == 0
    assert run("add", "d", "Which?", "--list", "a, b, c").code == 0
    assert run("add", "d", "Who?", "--list", "a, b; c").code == 0
    assert run("add", "d", "Where?", "--list", "a, b", "--list", "c; d").code == 0
    assert run("add", "d", "What?", "--choice", "a", "--options", "a, b, c").code == 0

    deck = read((decks / "d.yaml").read_text(encoding="utf-8"), "")[0]
    assert deck is not None
    assert [card.answer.items or card.answer.options for card in deck.cards] == [
        ("a", "b", "c"),
        ("a, b", "c"),
        ("a, b", "c; d"),
        ("a", "b", "c"),
    ]


def test_the_deck_offered_is_the_one_saved_last(run: Run, path: Path, decks: Path) -> None:
    """One without a card is offered too, and no deck that came with the program."""
    assert run("new", "later").code == 0
    os.utime(path, (1, 1))

    told = run("add", stdin="\nWho?\nNobody\nanswer\n\n\n\n")

    assert "deck [later]:" in told.err
    assert "question: Who?" in (decks / "later.yaml").read_text(encoding="utf-8")


EMPTY = [
    "deck: d\ncards:\n",
    "deck: d\ncards: []\n",
    "deck: d\ncards:",
    "deck: d\ncards: ''\n",
    "deck: d\n",
    "deck: d",
    "# c\ndeck: d\r\ntitle: T\r\ncards:  # none\r\n  # yet\r\n",
    "cards:\ndeck: d\ntitle: T\n",
]


@pytest.mark.parametrize("text", EMPTY)
def test_a_first_card(text: str) -> None:
    """A deck without a card takes one, whatever way it has none, and says the same but for that."""
    deck, problems = begun(text, "")
    wanted, _ = read("deck: d\ncards:\n- question: Why?\n  answer: so\n  reverse: true\n", "")
    assert deck is not None
    assert wanted is not None
    assert (deck.id, deck.cards, problems) == ("d", (), ())

    edited = added(text, "", wanted.cards[0], reverse=True)

    assert isinstance(edited, str)
    after, problems = read(edited, "")
    assert after is not None
    assert ([card.identity for card in after.cards], after.title, problems) == (
        [card.identity for card in wanted.cards],
        deck.title,
        (),
    )
    assert all(line in edited.splitlines() for line in text.splitlines() if "#" in line)


@pytest.mark.parametrize("text", ["", "x", "cards:\n", "deck: d\ncards: x\n", "deck: d\ncards: {a: b}\n", "- a"])
def test_no_deck_takes_no_card(text: str) -> None:
    """What is no deck stays what it is."""
    wanted, _ = read("deck: d\ncards:\n- question: Why?\n  answer: so\n", "")
    assert wanted is not None
    assert isinstance(added(text, "", wanted.cards[0]), Problem)


# --- quiz edit -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vi", "vi +7 d.yaml"),
        ("/usr/bin/nvim -u NONE", "/usr/bin/nvim -u NONE +7 d.yaml"),
        ("vim.basic", "vim.basic +7 d.yaml"),
        ("nano", "nano +7 d.yaml"),
        ("emacsclient -t", "emacsclient -t +7 d.yaml"),
        ("micro", "micro +7 d.yaml"),
        ("kak", "kak +7 d.yaml"),
        ("hx", "hx d.yaml:7"),
        ("code", "code --wait --goto d.yaml:7"),
        ("code -w", "code -w --goto d.yaml:7"),
        ("subl", "subl --wait d.yaml:7"),
        ("zed --wait", "zed --wait d.yaml:7"),
        ("kate", "kate --block --line 7 d.yaml"),
        ("Code.exe", "Code.exe --wait --goto d.yaml:7"),
        ("my-editor", "my-editor d.yaml"),
    ],
)
def test_editors_begin_at_the_line(editor: str, command: str) -> None:
    """Each editor is told the line as it wants it, and to wait where it would not."""
    assert " ".join(at_line(editor.split(), "d.yaml", 7)) == command


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """An editor called `vi` that runs a line of Python over the `text`; the file returned tells its arguments."""

    def make(line: str) -> Path:
        program, asked = tmp_path / "vi", tmp_path / "asked"
        program.write_text(
            "#!/usr/bin/env python3\nimport pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n"
            f"pathlib.Path({str(asked)!r}).write_text(' '.join(sys.argv[1:]))\n"
            f"text = path.read_bytes().decode()\n{line}\npath.write_bytes(text.encode())\n",
            encoding="utf-8",
        )
        program.chmod(0o755)
        monkeypatch.setenv("VISUAL", str(program))
        return asked

    return make


@pytest.mark.parametrize(
    ("what", "line"),
    [
        (["rev"], 1),
        (["rev:9"], 9),
        (["rev/gouverneur"], 11),
        (["gouverneur"], 11),
        (["commandait", "bastille"], 11),
        (["prisonniers"], 18),
        (["grande", "peur"], 0),
        (["commença"], 17),
    ],
    ids=str,
)
def test_the_editor_opens_what_is_meant(
    run: Run, path: Path, editor: Callable[[str], Path], what: list[str], line: int
) -> None:
    """A deck, a line, a card by its id or by words of its question; an answer is no question."""
    asked = editor("pass")

    told = run("edit", *what)

    assert told.code == (0 if line else 1), told.err
    assert asked.exists() is bool(line)
    assert not line or asked.read_text() == f"+{line} {path}"


def test_what_an_edit_did_is_said(run: Run, path: Path, editor: Callable[[str], Path]) -> None:
    """Cards that came, went and changed are counted; problems have their lines, and an error its exit code."""
    editor("text = text.replace('de Launay', 'Jourdan de Launay').replace('cloze: La', 'cloze: Oui, la')")
    told = json.loads(run("edit", "rev", "--json").out)
    assert told == {"path": str(path), "saved": True, "added": 1, "removed": 1, "changed": 1, "problems": []}

    editor("text = text.replace('20 juillet', '20 {{juillet')")
    told = run("edit", "rev")
    assert told.code == 1
    assert f"{path}:17" in told.err


@pytest.mark.usefixtures("path")
def test_an_editor_in_a_folder_with_spaces(
    run: Run, editor: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path of a program is one word, as it is or in quotation marks with words behind it."""
    asked = editor("pass")
    (tmp_path / "my editors").mkdir()
    program = tmp_path / "my editors" / "vi"
    (tmp_path / "vi").rename(program)
    for written in (str(program), f"'{program}'", f'"{program}" -R'):
        monkeypatch.setenv("VISUAL", written)
        asked.unlink(missing_ok=True)
        assert run("edit", "rev").code == 0
        assert asked.exists()


def test_an_editor_that_saved_and_then_failed(run: Run, path: Path, editor: Callable[[str], Path]) -> None:
    """What is in the file is checked, however the editor ended."""
    editor("path.write_bytes(text.replace('1789', 'jamais').encode()); sys.exit(1)")

    told = run("edit", "rev")

    assert (told.code, "14 juillet jamais" in told.err) == (1, True)
    assert path.read_text(encoding="utf-8") != DECK


def test_a_shipped_deck_is_copied_first(run: Run, decks: Path, editor: Callable[[str], Path]) -> None:
    """A deck of the program is not opened; a copy is, if that is wanted, and from then on always the copy."""
    run("settings", "shipped_decks", "true")
    asked = editor("text += '# mine'")

    assert run("edit", "exemples").code == 3
    assert not asked.exists()
    assert run("edit", "exemples", "--copy").code == 0
    copy = asked.read_text().split()[-1]
    assert Path(copy).parent == decks
    assert Path(copy).read_text(encoding="utf-8").endswith("# mine")
    assert run("edit", "exemples").code == 0
    assert asked.read_text().split()[-1] == copy


def test_no_editor_and_a_closed_file(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that fails, and a card that nobody has, are said."""
    monkeypatch.setenv("VISUAL", "false")
    assert run("edit", "rev").code == 3
    monkeypatch.setenv("VISUAL", "there-is-no-such-editor --wait")
    told = run("edit", "rev")
    assert (told.code, 'no program "there-is-no-such-editor"' in told.err) == (3, True)
    assert run("edit", "nothing of the kind").code == 1
    assert run("edit", "none.yaml").code == 3
    assert path.read_text(encoding="utf-8") == DECK


# --- quiz list, quiz show --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "cards"),
    [
        ([], ["Bastille fut", "commandait", "commença"]),
        (["--tag", "paris"], ["Bastille fut", "commandait"]),
        (["--tag", "paris", "--tag", "ete"], ["Bastille fut"]),
        (["--kind", "person", "--kind", "cloze"], ["commandait", "commença"]),
        (["--drafts"], ["prisonniers"]),
        (["bastille", "qui"], ["commandait"]),
        (["--due"], []),
        (["--new", "--deck", "rev"], ["Bastille fut", "commandait", "commença"]),
        (["--mend"], []),
    ],
    ids=str,
)
def test_cards_are_listed(run: Run, path: Path, options: list[str], cards: list[str]) -> None:
    """In the order of the deck, narrowed by what they are; the same as JSON."""
    told = run("list", *options)
    listed = json.loads(run("list", *options, "--json").out)["cards"]

    assert told.code == 0
    assert len(listed) == len(cards)
    for card, words in zip(listed, cards, strict=True):
        assert words in card["question"]
        assert card["question"] in told.out
        assert (card["path"], card["deck"]) == (str(path), "rev")


def test_a_deck_is_listed_by_its_name(run: Run, decks: Path) -> None:
    """Even where its name is a word of some question: then `quiz list` and `quiz tag` mean the whole deck."""
    text = "deck: moon\ncards:\n  - {question: Who walked on the moon?, person: Neil Armstrong}\n"
    text += "  - {question: When?, date: 1969-07-20}\n"
    (decks / "moon.yaml").write_text(text, encoding="utf-8")
    (decks / "sun.yaml").write_text("deck: sun\ncards:\n  - {question: What?, answer: x}\n", encoding="utf-8")

    assert [card["question"] for card in json.loads(run("list", "moon", "--json").out)["cards"]] == [
        "Who walked on the moon?",
        "When?",
    ]
    assert len(json.loads(run("list", "moon", "when", "--json").out)["cards"]) == 1
    assert run("tag", "moon", "+space").code == 0
    assert (decks / "moon.yaml").read_text(encoding="utf-8").count("space") == 2


@pytest.mark.parametrize(
    ("language", "said"), [("en", 'no deck is called "nought"'), ("fr", "aucun paquet ne s'appelle")]
)
def test_a_name_of_nothing(run: Run, path: Path, language: str, said: str) -> None:
    """A list without cards says what was looked for; a deck in the place of a card is named as one."""
    del path
    assert said in run("--lang", language, "list", "nought").out
    assert '"rev" is a deck' in run("--lang", "en", "show", "rev").err


def test_tags_are_counted(run: Run, path: Path) -> None:
    """Every tag with how many cards have it, the commonest first."""
    assert path.exists()
    assert run("list", "--tags").out.split() == ["2", "Paris", "1", "été"]
    assert json.loads(run("list", "--tags", "--json").out) == {
        "tags": [{"tag": "Paris", "cards": 2}, {"tag": "été", "cards": 1}]
    }


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_card_is_shown(run: Run, path: Path, language: str) -> None:
    """What is written and where, what is remembered, and each answer with its verdict."""
    run("study", "--plain", "--limit", "1", stdin="13 juillet 1789\n:quit\n")

    told = run("--lang", language, "show", "bastille", "prise")
    shown = json.loads(run("show", f"{path}:8", "--json").out)

    assert told.code == 0
    assert all(text in told.out for text in ("14 juillet 1789", f"{path}:7", "Paris, été", "13 juillet 1789"))
    assert (shown["line"], shown["memories"][0]["reviews"], shown["mend"]) == (7, 1, False)
    assert [event["typed"] for event in shown["events"]] == ["13 juillet 1789"]


def test_several_cards_are_listed_and_none_taken(run: Run, path: Path) -> None:
    """Words that several questions have name none; those that have them are listed."""
    assert path.exists()
    told = run("show", "bastille")

    assert told.code == 1
    assert "prise" in told.err
    assert "commandait" in told.err
    assert "rev/gouverneur" in told.err


def test_a_mark_for_mending(run: Run, path: Path, editor: Callable[[str], Path]) -> None:
    """Set and taken away by command; a changed card is mended; undo sets it again."""
    assert run("cards", "--mend", "rev/gouverneur").code == 0
    assert "commandait" in run("list", "--mend").out
    assert json.loads(run("show", "gouverneur", "--json").out)["mend"] is True
    assert run("cards", "--mended", "rev/gouverneur").code == 0
    assert "commandait" not in run("list", "--mend").out
    assert run("undo").code == 0
    assert "commandait" in run("list", "--mend").out

    editor("text = text.replace('de Launay', 'Jourdan de Launay')")
    assert run("edit", "gouverneur").code == 0
    assert "commandait" not in run("list", "--mend").out
    assert path.exists()
