"""`quiz import` and `quiz export` as people and programs use them: decks made, added to, renewed, written elsewhere."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quiz.cli import main
from quiz.commands import import_files
from quiz.deck.card import Deck
from quiz.deck.checks import examined

CAPITALS = (
    "question,answer,tags\nCapital of Peru?,Lima,geo\nCapital of Chile?,Santiago,geo\nHow many sides has a cube?,6,\n"
)
DECK = """\
# my own remark
deck: capitals
title: Capitals
language: en
cards:
  - question: Capital of Peru?   # asked at school
    answer: Lima
    accept: Ciudad de los Reyes  # learned 2025-03-01
    hint: on the coast
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> int:
    """One command line, in English."""
    return main(["--lang", "en", *arguments])


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    """What a command prints as JSON."""
    capsys.readouterr()
    run(*arguments, "--json")
    return json.loads(capsys.readouterr().out)


def read(path: str) -> Deck:
    """A deck, held to every rule."""
    deck, problems = examined(Path(path).read_text(encoding="utf-8"), path)
    assert deck is not None
    assert [problem for problem in problems if problem.severity == "error"] == []
    return deck


def test_a_table_becomes_a_deck(capsys: pytest.CaptureFixture[str]) -> None:
    """A deck named after its file, in the language of its words, with the kinds that are certain, told."""
    Path("capitals.csv").write_text(CAPITALS)

    assert run("import", "capitals.csv", "-o", "decks/") == 0

    deck = read("decks/capitals.yaml")
    assert (deck.id, deck.title, deck.language) == ("capitals", "capitals", "en")
    assert [(card.question, card.answer.kind, card.answer.text, card.tags) for card in deck.cards] == [
        ("Capital of Peru?", "answer", "Lima", ("geo",)),
        ("Capital of Chile?", "answer", "Santiago", ("geo",)),
        ("How many sides has a cube?", "number", "6", ()),
    ]
    out = capsys.readouterr().out
    assert "3 cards added, of 3 (csv)" in out
    assert "number 1" in out


def test_it_goes_to_the_library(own_home: Path) -> None:
    """Without -o the deck is one of the library."""
    Path("capitals.csv").write_text(CAPITALS)

    assert run("import", "capitals.csv", "--deck", "world", "--title", "The world") == 0

    assert read(str(own_home / "data" / "decks" / "world.yaml")).title == "The world"


def test_the_same_file_twice_adds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """The second time no byte of the deck changes."""
    Path("capitals.csv").write_text(CAPITALS)
    run("import", "capitals.csv", "-o", "deck.yaml")
    before = Path("deck.yaml").read_bytes()

    assert run("import", "capitals.csv", "-o", "deck.yaml") == 0

    assert Path("deck.yaml").read_bytes() == before
    assert "nothing new among 3 cards" in capsys.readouterr().out


def test_a_deck_that_is_there_keeps_what_it_has(capsys: pytest.CaptureFixture[str]) -> None:
    """Cards are put behind its own; its remarks, hints and learned answers stay; a contradiction is told."""
    Path("capitals.yaml").write_text(DECK)
    Path("more.csv").write_text("question,answer\nCapital of Peru?,Cusco\nCapital of Chile?,Santiago\n")

    answer = told(capsys, "import", "more.csv", "-o", "capitals.yaml")

    text = Path("capitals.yaml").read_text()
    assert text.startswith(DECK)
    assert [card.answer.text for card in read("capitals.yaml").cards] == ["Lima", "Santiago"]
    assert [one["code"] for one in answer["left"]] == ["import-differs"]
    assert answer["left"][0]["line"] == 2
    assert answer["lost"] == 0


def test_a_card_with_an_id_is_renewed(capsys: pytest.CaptureFixture[str]) -> None:
    """Imported again with another wording, it keeps its id, its hint and what it accepts; both wordings are told."""
    Path("a.csv").write_text("id,question,answer\ncap-1,Capital of Peru?,Lima\ncap-2,Capital of Chile?,Santiago\n")
    run("import", "a.csv", "-o", "deck.yaml", "--deck", "caps")
    text = (
        Path("deck.yaml")
        .read_text()
        .replace("    answer: Lima\n", "    answer: Lima\n    hint: coast\n    accept: La Lima\n")
    )
    Path("deck.yaml").write_text(text)
    Path("a.csv").write_text(
        "id,question,answer\ncap-1,What is the capital of Peru?,Lima\ncap-2,Capital of Chile?,Santiago de Chile\n"
    )

    answer = told(capsys, "import", "a.csv", "-o", "deck.yaml")

    one, two = read("deck.yaml").cards
    assert (one.written_id, one.question, one.answer.accept, one.hint) == (
        "cap-1",
        "What is the capital of Peru?",
        ("La Lima",),
        "coast",
    )
    assert two.answer.text == "Santiago de Chile"
    assert [change["before"] for change in answer["decks"][0]["changed"]] == [
        "Capital of Peru? → Lima",
        "Capital of Chile? → Santiago",
    ]
    assert run("import", "a.csv", "-o", "deck.yaml") == 0
    assert "nothing new" in capsys.readouterr().out


def test_cards_both_ways_come_into_a_deck_that_is_there() -> None:
    """Reversed cards are added with both sides."""
    Path("deck.yaml").write_text(DECK)
    Path("both.csv").write_text("question,answer,reverse\nle chien,the dog,oui\n")

    assert run("import", "both.csv", "-o", "deck.yaml") == 0

    assert [card.question for card in read("deck.yaml").cards] == ["Capital of Peru?", "le chien", "the dog"]


def test_a_folder_becomes_one_deck_with_its_folders_as_topics(desk: Path) -> None:
    """Each file's cards have its name and its folders for topics; hidden files are passed over."""
    (desk / "notes" / "bio").mkdir(parents=True)
    (desk / "notes" / ".trash").mkdir()
    (desk / "notes" / "bio" / "cells.md").write_text("# Walls\nQ: What surrounds a cell?\nA: a membrane\n")
    (desk / "notes" / "more.md").write_text("Q: Is it?\nA: it is\n")
    (desk / "notes" / ".trash" / "old.md").write_text("Q: Old?\nA: yes\n")

    assert run("import", "notes", "-o", "decks/") == 0

    deck = read("decks/notes.yaml")
    assert [(card.question, card.tags) for card in deck.cards] == [
        ("What surrounds a cell?", ("Walls", "cells", "bio")),
        ("Is it?", ("more",)),
    ]


def test_what_is_left_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """By file and line, with what and why and what to do; a sort is shown five times and then counted."""
    Path("q.gift").write_text(
        "".join(f"Essay {number}? {{}}\n\n" for number in range(8)) + "Real? {=yes ~no}\n\nBroken {=x\n"
    )

    assert run("import", "q.gift", "-o", "deck.yaml") == 1

    out = capsys.readouterr().out
    assert "q.gift:19:1  error  the braces do not match" in out
    assert out.index("the braces do not match") < out.index("Essay 0?")
    assert out.count("an essay has no answer") == 5
    assert "and 3 more of this sort" in out
    answer = told(capsys, "import", "q.gift", "-o", "other.yaml")
    assert [one["line"] for one in answer["left"] if one["code"] == "import-essay"] == list(range(1, 17, 2))
    assert answer["lost"] == 1


def test_a_dry_run_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """It says what would come."""
    Path("capitals.csv").write_text(CAPITALS)

    assert run("import", "capitals.csv", "-o", "deck.yaml", "--dry-run") == 0

    assert "3 cards would be added" in capsys.readouterr().out
    assert not Path("deck.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "kind", "text"),
    [
        (("--kind", "answer"), "answer", "6"),
        (("--columns", "skip,question,answer"), "answer", "geo"),
        (("--kind", "person"), "answer", "6"),
    ],
    ids=str,
)
def test_what_is_said_is_done(arguments: tuple[str, ...], kind: str, text: str) -> None:
    """--kind forces the kind where it can be read, --columns says what the columns are, whatever the header says."""
    Path("a.csv").write_text("question,answer,tags\nOne side of a die?,6,geo\n")

    run("import", "a.csv", "-o", "deck.yaml", *arguments)

    (card,) = read("deck.yaml").cards
    assert (card.answer.kind, card.answer.text) == (kind, text)


def test_gaps_come_apart() -> None:
    """With --apart each group of gaps is a card, as the program that wrote it asks them."""
    Path("a.md").write_text("C: An [agonist] is a ligand that [binds].\n")

    run("import", "a.md", "-o", "deck.yaml", "--apart")

    assert [card.answer.text for card in read("deck.yaml").cards] == [
        "An {{agonist}} is a ligand that binds.",
        "An agonist is a ligand that {{binds}}.",
    ]


@pytest.mark.parametrize(
    ("name", "data", "code", "sentence"),
    [
        ("a.apkg", b"PK\x03\x04rest", 1, "Notes in Plain Text"),
        ("a.txt", b"", 1, "there is no card"),
        ("a.txt", b"just some prose\nwithout cards\n", 1, "--from"),
        ("a.csv", b"question,answer\n,\n", 1, "there is no card"),
        ("a.yaml", b"deck: x\ncards: []\n", 1, "deck already"),
        ("a.bin", bytes(range(256)) * 40, 1, "no text"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_cannot_be_imported_gets_a_sentence(
    capsys: pytest.CaptureFixture[str], name: str, data: bytes, code: int, sentence: str
) -> None:
    """A file that holds no cards is refused with what to do, and nothing is written."""
    Path(name).write_bytes(data)

    assert run("import", name, "-o", "deck.yaml") == code

    assert sentence in capsys.readouterr().err
    assert not Path("deck.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("import", "reviews"), 2),
        (("import", "none.csv"), 3),
        (("import", "a.csv", "--deck", "a b"), 2),
        (("import", "a.csv", "--columns", "question,colour of the sky"), 2),
        (("import", "a.csv", "-o", "capitals.yaml", "--language", "fr"), 2),
        (("import", "a.csv", "-o", "capitals.yaml", "--deck", "other"), 2),
        (("import", "empty"), 3),
        (("export", "capitals.yaml", "-o", "x.pdf"), 2),
        (("export", "nobody"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_misuse_gets_a_sentence(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int) -> None:
    """What cannot be meant is said, nothing is written, and a deck that is there stays."""
    Path("a.csv").write_text(CAPITALS)
    Path("capitals.yaml").write_text(DECK)
    Path("empty").mkdir()

    assert run(*arguments) == code

    assert capsys.readouterr().err.startswith(("quiz: ", "capitals.yaml:"))
    assert Path("capitals.yaml").read_text() == DECK


def test_one_bad_file_stops_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    """Of several files those that can be read become decks; the exit code tells of the other."""
    Path("a.csv").write_text(CAPITALS)
    Path("b.csv").write_bytes(b"PK\x03\x04")

    assert run("import", "b.csv", "a.csv", "-o", "decks/") == 1

    assert [path.name for path in Path("decks").glob("*.yaml")] == ["a.yaml"]
    assert "b.csv:1:1" in capsys.readouterr().err


def test_what_one_file_cannot_hold_goes_to_several(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Decks behind one another hold them all, and imported again nothing is added to any."""
    monkeypatch.setattr(import_files, "MOST", 2)
    Path("a.csv").write_text("question,answer\n" + "".join(f"Number {n}?,x{n}\n" for n in range(5)))

    answer = told(capsys, "import", "a.csv", "-o", "a.yaml")

    assert [(part["deck"], part["added"]) for part in answer["decks"][0]["parts"]] == [("a", 2), ("a-2", 2), ("a-3", 1)]
    assert [card.question for name in ("a", "a-2", "a-3") for card in read(f"{name}.yaml").cards] == [
        f"Number {n}?" for n in range(5)
    ]
    assert told(capsys, "import", "a.csv", "-o", "a.yaml")["decks"][0]["same"] == 5
    Path("a.csv").write_text("question,answer\nOne more?,yes\n")
    run("import", "a.csv", "-o", "a.yaml")
    assert [card.question for card in read("a-3.yaml").cards] == ["Number 4?", "One more?"]


# --- export ----------------------------------------------------------------------------------------------------------

FULL = """\
deck: full
title: 'Everything <b>& "more"</b>'
language: fr
sources:
  bulletin: {title: "Le <Bulletin>", url: "https://example.org/b"}
cards:
  - question: Qui <script>alert("x")</script> chante ?
    person: Anne Sylvestre
    accept: Sylvestre
    source: bulletin
    evidence: {paragraph: 1, words: Anne Sylvestre chante}
    tags: [chanson, voix]
    id: qui-chante
  - question: Quel métal ?
    choice: zinc
    options: [zinc, iode, argon]
    note: numéro 30
  - cloze: Le {{coeur::organe}} bat.
  - question: Les trois pouvoirs ?
    list: [exécutif, législatif, judiciaire]
    ordered: true
    tags: chanson
  - question: Un brouillon ?
    answer: oui
    draft: true
"""


class Page(HTMLParser):
    """What is on a page: its elements with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.words += data


def test_a_table_that_is_exported_is_the_deck_again(capsys: pytest.CaptureFixture[str]) -> None:
    """To CSV and back: the same cards but for their evidence, which is listed."""
    Path("full.yaml").write_text(FULL, encoding="utf-8")

    answer = told(capsys, "export", "full.yaml", "-o", "full.csv")
    run("import", "full.csv", "-o", "again.yaml", "--deck", "full", "--language", "fr")

    def said(path: str) -> list[tuple]:
        return [
            (card.identity, card.question, card.answer, card.hint, card.note, card.tags, card.sources, card.draft)
            for card in read(path).cards
        ]

    assert said("again.yaml") == said("full.yaml")
    assert [(one["code"], one["facts"]) for one in answer["left"]] == [
        ("export-head", {"deck": "full", "keys": ["title", "language", "sources"]}),
        ("export-left", {"key": "evidence", "count": 1}),
    ]


def test_markdown_is_read_again() -> None:
    """What hashcards can hold comes back: question and answer, gaps, headings as topics."""
    Path("full.yaml").write_text(FULL, encoding="utf-8")

    assert run("export", "full.yaml", "-o", "full.md") == 0
    run("import", "full.md", "-o", "again.yaml", "--language", "fr")

    deck = read("again.yaml")
    assert deck.title == 'Everything <b>& "more"</b>'
    assert [(card.question, card.tags) for card in deck.cards] == [
        ("Quel métal ?\n\n- zinc\n- iode\n- argon", ()),
        ("Le […] bat.", ()),
        ('Qui <script>alert("x")</script> chante ?', ("chanson",)),
        ("Les trois pouvoirs ?", ("chanson",)),
    ]


def test_a_sheet_is_to_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Questions, then answers, in each deck's language; nothing that a deck holds is markup, nothing runs or loads."""
    Path("full.yaml").write_text(FULL, encoding="utf-8")
    Path("capitals.yaml").write_text(DECK)

    assert run("export", "full.yaml", "capitals.yaml", "-o", "sheet.html") == 0

    text = Path("sheet.html").read_text(encoding="utf-8")
    page = Page(text)
    names = {name for name, _ in page.tags}
    assert names & {"script", "b", "img", "link", "iframe"} == set()
    assert not [attributes for _, attributes in page.tags if {"src", "href", "onclick"} & set(attributes)]
    assert [attributes["lang"] for _, attributes in page.tags if "lang" in attributes] == ["fr", "fr", "en", "fr", "en"]
    assert 'Qui <script>alert("x")</script> chante ?' in page.words
    assert 'Everything <b>& "more"</b>' in page.words
    assert page.words.index("Les trois pouvoirs") < page.words.index("exécutif\u00a0; législatif\u00a0; judiciaire")
    assert "coeur" not in page.words[: page.words.index("Réponses")]
    assert {"Réponses", "Answers"} <= set(page.words.split())
    assert page.words.count('Everything <b>& "more"</b>') == 3, "the page, its questions and its answers"
    lines = [attributes for name, attributes in page.tags if attributes.get("class") == "line"]
    assert len(lines) == 5, "a line for each answer that is written, three for a list of three"
    assert ".answers, .questions > div + div { break-before: page; }" in text
    assert "Un brouillon" not in page.words
    assert "draft of 1 card" in capsys.readouterr().out


def test_an_export_never_writes_over_a_file_unasked() -> None:
    """A file that is there is written over with --force only."""
    Path("capitals.yaml").write_text(DECK)
    Path("out.csv").write_text("mine")

    assert run("export", "capitals.yaml", "-o", "out.csv") == 3
    assert Path("out.csv").read_text() == "mine"
    assert run("export", "capitals.yaml", "-o", "out.csv", "--force") == 0
    assert "Capital of Peru?" in Path("out.csv").read_text()


def test_the_standard_output_holds_the_table_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """Remarks go to the standard error."""
    Path("capitals.yaml").write_text(DECK)

    assert run("export", "capitals.yaml") == 0

    told_out = capsys.readouterr()
    assert (
        told_out.out
        == "kind,question,answer,accept,hint\nanswer,Capital of Peru?,Lima,Ciudad de los Reyes,on the coast\n"
    )
    assert "title, language" in told_out.err
