"""Files, pipes and standard input: what is read, in which encoding, and what is refused with which problem."""

from __future__ import annotations

import errno
import io
import os
import socket
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.fetch import Fetched, Limits, fetch
from quiz.problem import Failure
from quiz.words import load

FRENCH = (
    "Le cœur du musée fermera en avril, a annoncé la maire.\n\n« Le coût : 12 millions d’euros », a-t-elle précisé.\n"
)
OLD = "Le musée de la ville fermera en avril, a annoncé la maire, déçue.\n"


def read(data: bytes, **options: str) -> Fetched:
    """What comes through a pipe."""
    return fetch("-", stdin=io.BytesIO(data), **options)


def problem_of(source: object, **options: object) -> tuple[str, dict[str, object]]:
    """The one problem of a source that cannot be read, which both languages can say."""
    with pytest.raises(Failure) as caught:
        fetch(str(source), **options)  # type: ignore[arg-type]
    (problem,) = caught.value.problems
    assert caught.value.exit_code == 3
    for language in ("en", "fr"):
        assert load(language).say(f"problem.{problem.code}", **problem.facts)
        assert load(language).say(f"remedy.{problem.code}", **problem.facts)
    return problem.code, dict(problem.facts)


def test_a_text_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Every code point of a plain text stays in its place: odd spaces, soft hyphens, marks of Markdown, quotes."""
    written = (
        "L’archi\u00adtecte a dit\u00a0: «\u202foui\u00a0».\n"
        "  • **12\u00a0%** _de_ plus\n\n\n# Après\u2028la pluie\x0b!\n"
    )
    path = tmp_path / "toit.txt"
    path.write_text(written, encoding="utf-8")

    article, problems = fetch(str(path))

    assert article.text == written
    assert (article.name, article.language, article.title, article.url, problems) == ("toit.txt", "fr", "", "", ())


def test_lines_end_as_python_reads_them(tmp_path: Path) -> None:
    """A byte order mark goes, and each end of a line is one character, so that places are those of Python's `open`."""
    path = tmp_path / "windows.txt"
    path.write_bytes("\ufeffUne ligne et une autre.\r\nLa suite est là.\rEt la fin.\r\n".encode())

    assert fetch(str(path)).article.text == path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        (FRENCH.encode(), ""),
        (FRENCH.encode("utf-8-sig"), ""),
        (FRENCH.encode("utf-16"), ""),
        (b"\xfe\xff" + FRENCH.encode("utf-16-be"), ""),
        (FRENCH.encode("utf-16-le"), ""),
        (FRENCH.encode("utf-16-be"), ""),
        (FRENCH.encode("utf-32"), ""),
        (FRENCH.encode("cp1252"), "windows-1252"),
        (FRENCH.replace("’", "'").encode("iso-8859-15"), "iso-8859-15"),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16-be", "le bare", "be bare", "utf-32", "windows", "latin-9"],
)
def test_an_encoding_is_found(data: bytes, warned: str) -> None:
    """Texts of the last thirty years read alike; where the encoding is a guess, it is said."""
    article, problems = read(data)

    assert article.text.replace("’", "'") == FRENCH.replace("’", "'")
    assert [problem.facts["encoding"] for problem in problems] == ([warned] if warned else [])


def test_a_few_damaged_letters_do_not_change_the_encoding() -> None:
    """A text in UTF-8 that was cut in the midst of a letter stays UTF-8, and the loss is told."""
    article, problems = read(OLD.encode() + "été".encode()[:-1])

    assert article.text == f"{OLD}ét\ufffd"
    assert [(problem.code, problem.facts["count"]) for problem in problems] == [("article-letters-lost", 1)]


@pytest.mark.parametrize(
    ("data", "code", "format_name"),
    [
        (b"", "article-empty", None),
        (b" \r\n\t\xc2\xa0\n", "article-empty", None),
        (b"\xef\xbb\xbf", "article-empty", None),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "article-pdf", None),
        (b"{\\rtf1\\ansi Le mus\\'e9e}", "article-document", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "article-document", "Word (.doc)"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "article-other-format", "PNG"),
        (b"\x1f\x8b\x08\x00" + bytes(20), "article-other-format", "gzip"),
        (b"\x00\x01\x02\x03" * 300, "article-not-text", None),
        (b"Le mus\xc3\xa9e\x00 ferme.", "article-not-text", None),
        (bytes(range(1, 32)) * 40, "article-not-text", None),
        (b"abc \x81\x8d\x8f\x90\x9d xyz", "article-not-text", None),
    ],
)
def test_what_is_no_article_is_named(tmp_path: Path, data: bytes, code: str, format_name: str | None) -> None:
    """Nothing, other formats and mere bytes are refused, by what they are and not by their name."""
    path = tmp_path / "article.txt"
    path.write_bytes(data)

    said, facts = problem_of(path)

    assert said == code
    assert facts["name"] == str(path)
    assert facts.get("format") == format_name


@pytest.mark.parametrize(
    ("inside", "code", "format_name"),
    [
        ("word/document.xml", "article-document", "Word (.docx)"),
        ("xl/workbook.xml", "article-other-format", "Excel (.xlsx)"),
        ("photos/toit.jpg", "article-other-format", "ZIP"),
    ],
)
def test_an_archive_is_named_by_what_it_holds(tmp_path: Path, inside: str, code: str, format_name: str) -> None:
    """A Word document is an archive within; a reader knows it by its own name."""
    path = tmp_path / "article"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("first.xml", "x")
        archive.writestr(inside, "x")

    said, facts = problem_of(path)

    assert (said, facts["format"]) == (code, format_name)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("nowhere.txt", "file-missing"),
        ("nowhere/article.txt", "file-missing"),
        ("www.example.org", "page-without-scheme"),
        ("example.org/2024/story", "page-without-scheme"),
        ("nul\0.txt", "file-unreadable"),
        ("/dev/null", "file-not-regular"),
        ("", "file-missing"),
    ],
)
def test_a_path_that_leads_nowhere_is_told(source: str, code: str) -> None:
    """What is not there, what is no file and what looks like an address each have their own sentence."""
    assert problem_of(source)[0] == code


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    """A folder is refused, with how to name what is in it."""
    assert problem_of(tmp_path) == ("article-folder", {"path": str(tmp_path)})


def test_a_socket_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is neither a file nor a pipe is refused without being opened."""
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(tmp_path)
        listening.bind("s")

        assert problem_of(tmp_path / "s")[0] == "file-not-regular"


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without the right to read it is refused with the system's reason."""
    path = tmp_path / "secret.txt"
    path.write_text(FRENCH, encoding="utf-8")

    def refused(*_: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr("quiz.fetch.disk.open", refused, raising=False)

    assert problem_of(path) == ("file-unreadable", {"path": str(path), "error": "EACCES"})


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    """A named pipe, as a shell makes one for `<(command)`, is an article like any other."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=(FRENCH,), kwargs={"encoding": "utf-8"})
    writer.start()

    assert fetch(str(path)).article.text == FRENCH
    writer.join()


def test_more_than_the_limit_is_not_read(tmp_path: Path) -> None:
    """A file and a pipe of one byte too many are refused; of exactly as many as may be, they are read."""
    path = tmp_path / "long.txt"
    path.write_bytes(OLD.encode())
    exactly, less = Limits(size=len(OLD.encode())), Limits(size=len(OLD.encode()) - 1)

    assert fetch(str(path), limits=exactly).article.text == OLD
    assert problem_of(path, limits=less)[0] == "article-too-big"
    assert problem_of("-", limits=less, stdin=io.BytesIO(OLD.encode()))[0] == "article-too-big"


@pytest.mark.parametrize(
    "source",
    [
        "file:///etc/hostname",
        "ftp://example.org/a.txt",
        "javascript:alert(1)",
        "gopher://x",
        "data:text/html,x",
        "FILE:///x",
    ],
)
def test_other_schemes_are_refused(source: str) -> None:
    """Only http and https are addresses that are called."""
    code, facts = problem_of(source)

    assert (code, facts["scheme"]) == ("page-scheme", source.partition(":")[0].lower())


def test_a_colon_makes_no_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file may have a colon in its name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note: toit.txt").write_text(FRENCH, encoding="utf-8")

    assert fetch("note: toit.txt").article.name == "note: toit.txt"


def test_another_language_is_told_and_the_article_kept() -> None:
    """An article in German is read, with an error; whoever says that it is French is believed."""
    german = "Der Bürgermeister hat die Schließung der Brücke angekündigt, die für zwei Jahre gesperrt wird.\n"

    article, problems = read(german.encode())
    assert (article.text, article.language) == (german, "")
    assert [(problem.code, problem.severity) for problem in problems] == [("article-language-unknown", "error")]

    assert read(german.encode(), language="fr") == (replace(article, language="fr"), ())


def test_what_the_user_says_counts_before_what_the_article_says() -> None:
    """The day and the language of the command line stand before those of the front matter."""
    text = "---\ndate: 2020-01-02\nlang: en\n---\n\nLe musée de la ville fermera en avril, a dit la maire.\n"

    assert read(text.encode()).article.published == "2020-01-02"
    article = read(text.encode(), published="2024-03-03", language="en").article
    assert (article.published, article.language) == ("2024-03-03", "en")


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever comes, it is an article without a zero in it or a failure with a known problem, never a fault."""
    try:
        text = read(data).article.text
    except Failure:
        text = ""

    assert not {"\0", "\r"} & set(text)


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=200))
@settings(max_examples=100, deadline=None)
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    """What is written in UTF-8 reads as it was written, with whatever letters."""
    article, problems = read(f"Le musée et la ville. {text}".encode())

    assert article.text == f"Le musée et la ville. {text}"
    assert "article-encoding-guessed" not in {problem.code for problem in problems}
