"""`quiz grade` and `quiz read`: a sentence for people, rows of JSON for programs."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


def quiz(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
    """Run the program: exit code, standard output, standard error."""
    run = subprocess.run([sys.executable, "-m", "quiz", *arguments], input=stdin, capture_output=True, text=True)
    return run.returncode, run.stdout, run.stderr


def lines(out: str) -> list[dict]:
    """Rows of JSON."""
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        (("--kind", "money", "--lang", "fr", "42 000 dollars", "42k$"), "right\n"),
        (("--kind", "person", "Emmanuel Macron", "Emmanuel"), "close\n  only the first name; it is Emmanuel Macron\n"),
        (("Paris", "Berlin"), "wrong\n"),
        (("Paris", "Lutèce", "--accept", "Lutèce"), "right\n"),
        (("--kind", "choice", "--option", "Rome", "--option", "Paris", "Paris", "2"), "right\n"),
        (("--kind", "number", "--", "-5", "-5"), "right\n"),
    ],
)
def test_a_verdict_in_words(arguments: tuple[str, ...], out: str) -> None:
    """The verdict and its reasons are said in the user's language."""
    assert quiz("grade", *arguments)[:2] == (0, out)


def test_an_unreadable_answer_is_told() -> None:
    """An answer that is not of its kind is told on standard error, with exit code 1."""
    code, _, err = quiz("grade", "--kind", "date", "blue", "blue")

    assert code == 1
    assert "blue" in err or "date" in err


def test_two_texts_are_needed() -> None:
    """Without both texts the usage is told, with exit code 2."""
    assert quiz("grade", "Paris")[0] == 2


def test_rows_of_verdicts() -> None:
    """Each row gets a line with its id; a bad row gets a sentence and exit code 1."""
    rows = [
        {"id": 1, "kind": "money", "lang": "fr", "answer": "40 000 dollars", "typed": "41k$"},
        {"id": "two", "kind": "list", "lang": "fr", "answer": ["a", "b", "c"], "typed": "a, b"},
        {"id": 3, "kind": "list", "lang": "fr", "answer": "rouge, vert, bleu", "typed": "bleu vert rouge"},
        {"id": 4, "kind": "colour", "answer": "a", "typed": "b"},
        {
            "id": 5,
            "kind": "person",
            "answer": "Jo Cox",
            "typed": "Cox",
            "others": [{"kind": "person", "answer": "Al Cox"}],
        },
        {"id": 6, "kind": "date", "lang": "fr", "answer": "14 juillet", "implied_year": 1789, "typed": "14/07/1790"},
        {"id": 7, "kind": "number", "answer": 42, "typed": "42"},
        {"id": 8, "kind": "answer", "answer": "Paris"},
    ]
    code, out, _ = quiz("grade", "--jsonl", stdin="\n".join(map(json.dumps, rows)) + "\nnot json\n[]\n\n")
    said = lines(out)

    assert code == 1
    assert said[:3] == [
        {"id": 1, "verdict": "close", "reasons": ["near"], "relative_error": 0.025},
        {"id": "two", "verdict": "close", "reasons": ["missing"]},
        {"id": 3, "verdict": "right", "reasons": []},
    ]
    assert said[4] == {"id": 5, "verdict": "close", "reasons": ["surname-shared"]}
    assert said[5] == {"id": 6, "verdict": "wrong", "reasons": ["wrong-year"]}
    assert said[6] == {"id": 7, "verdict": "right", "reasons": [], "relative_error": 0.0}
    assert [one["id"] for one in said if "error" in one] == [4, 8, None, None]


def test_well_formed_rows_exit_well() -> None:
    """Exit code 0 where every row was understood."""
    assert quiz("grade", "--jsonl", stdin='{"answer": "a", "typed": "b"}\n')[0] == 0


def test_rows_of_spans() -> None:
    """Offsets count code points; values are ISO dates, decimal strings with currency, units and rates."""
    text = "😀 Elon Musk a payé 42 000 dollars par mois le 25 avril, soit 10 % en 3 mois : « c'est trop »."
    row = {"id": 1, "lang": "fr", "text": text, "date": "2023-05-20"}
    _, out, _ = quiz("read", "--jsonl", stdin=json.dumps(row) + "\n")
    [said] = lines(out)

    assert [(one["kind"], one["value"]) for one in said["spans"]] == [
        ("person", "Elon Musk"),
        ("money", "42000"),
        ("date", "2023-04-25"),
        ("percent", "10"),
        ("duration", "P3M"),
        ("quote", "c'est trop"),
    ]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in said["spans"])
    assert (said["spans"][1]["currency"], said["spans"][1]["rate"]) == ("USD", "P1M")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("$1.2bn", "money", "1200000000"),
        ("April 2023", "date", "2023-04"),
        ("1789", "date", "1789"),
        ("6 months", "duration", "P6M"),
        ("-5", "number", "-5"),
        ("Marie Curie", "person", "Marie Curie"),
    ],
)
def test_a_whole_text_as_one_value(text: str, kind: str, value: str) -> None:
    """In the mode "parse" the likeliest reading of the whole text comes first."""
    _, out, _ = quiz("read", "--jsonl", stdin=json.dumps({"id": 1, "lang": "en", "text": text, "mode": "parse"}) + "\n")

    first = lines(out)[0]["spans"][0]
    assert (first["kind"], first["value"]) == (kind, value)


def test_spans_in_words() -> None:
    """Without --jsonl a line says each thing that was found."""
    code, out, _ = quiz("read", "--lang", "fr", "Le 3 mars 2024, Marie Curie a reçu 1,2 milliard d'euros.")

    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["date", "person", "money"]
    assert "value=1200000000" in out


def test_a_bad_mode_is_told() -> None:
    """A mode that does not exist is answered with a sentence."""
    code, out, _ = quiz("read", "--jsonl", stdin='{"id": 1, "text": "a", "mode": "guess"}\n')

    assert (code, "guess" in lines(out)[0]["error"]) == (1, True)
