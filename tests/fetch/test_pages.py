"""Pages in HTML: the article without what stands around it, and what the page says of itself."""

from __future__ import annotations

import builtins
import io
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from quiz.article import Article
from quiz.fetch import fetch
from quiz.fetch.page import REQUIREMENTS
from quiz.problem import Failure

PAGES = Path(__file__).parent.parent / "data" / "pages"
BODY = (
    "<article><p>The council voted on Tuesday to rebuild the swimming pool, which has been closed since a storm took "
    "its roof away.</p><p>The work will cost four million dollars and take eighteen months, the mayor told residents "
    "who had come to the meeting.</p>{more}</article>"
)


def page(head: str = "", more: str = "", opening: str = "<html>") -> Article:
    """The article of a page with such a head."""
    text = f"<!doctype html>{opening}<head>{head}</head><body>{BODY.format(more=more)}</body></html>"
    return fetch("-", stdin=io.BytesIO(text.encode())).article


def test_a_french_page_is_read_as_its_article() -> None:
    """Summary, paragraphs, post and headings are there in order; menus, comments, captions and teasers are not."""
    article, problems = fetch(str(PAGES / "toit.fr.html"))

    assert article.text == (PAGES / "toit.fr.txt").read_text(encoding="utf-8")
    assert problems == ()
    assert (article.title, article.author) == ("Le toit du musée sera refait en deux ans", "Ada Martin, Paul\u00a0Roy")
    assert (article.published, article.language) == ("2024-03-03", "fr")
    assert (article.url, article.name) == ("https://echo.example/culture/toit-du-musee", "toit.fr.html")


def test_an_old_english_page_is_read_as_its_article() -> None:
    """A page without any of the modern marks gives its article, title, author and day all the same."""
    article, problems = fetch(str(PAGES / "pool.en.html"))

    assert article.text == (PAGES / "pool.en.txt").read_text(encoding="utf-8")
    assert not {"Subscribe", "Privacy", "Copyright"} & set(article.text.split())
    assert (article.title, article.author) == ("Town votes to rebuild its swimming pool", "Tom Reed")
    assert (article.published, article.language, problems) == ("2023-11-07", "en", ())


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta name="date" content="2023-11-07">', "2023-11-07"),
        ('<meta itemprop="datePublished" content="20231107">', "2023-11-07"),
        ('<meta name="DC.date.issued" content="7 November 2023">', "2023-11-07"),
        ('<meta name="pubdate" content="Tue, 07 Nov 2023 23:59:00 GMT">', "2023-11-07"),
        ('<meta property="article:published_time" content="2023-13-45">', ""),
        ('<meta property="article:modified_time" content="2023-11-07">', ""),
        ('<link rel="canonical" href="https://post.example/2023/11/07/pool">', "2023-11-07"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-11-07"}</script>',
            "2023-11-07",
        ),
        ('<script type="application/ld+json">{"@type": "Event", "datePublished": "2023-11-07"}</script>', ""),
        ('<script type="application/ld+json">{"@type": "NewsArticle", broken</script>', ""),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", ""),
    ],
)
def test_a_day_of_publication_is_what_the_page_calls_so(head: str, published: str) -> None:
    """The many names of a day of publication are known; a day of something else, or none that exists, is not taken."""
    assert page(head).published == published


@pytest.mark.parametrize(
    ("more", "published"),
    [
        ('<p><time datetime="2023-11-07T19:00:00Z">on Tuesday</time></p>', "2023-11-07"),
        ("<p><time>7 November 2023</time></p>", "2023-11-07"),
        ('<aside><time datetime="2019-01-01">1 January</time><time datetime="2019-01-02">2</time></aside>', ""),
        ("<p>It was closed on 7 November 2023.</p>", ""),
    ],
)
def test_a_time_counts_where_it_is_the_articles(more: str, published: str) -> None:
    """A <time> in the article gives its day; in a box of other articles, or in mere words, it does not."""
    assert page(more=more).published == published


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>A pool for the town – The Valley Post</title><meta property='og:site_name' content='The Valley Post'>",
         "A pool for the town"),
        ("<title>The Post: A pool</title><meta property='og:title' content='A pool &amp; a town'>", "A pool & a town"),
        ("<title>A pool for the town | Valley</title>", "A pool for the town"),
        ("<title>A pool - and a school</title>", "A pool - and a school"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_title_is_without_the_name_of_the_paper(head: str, title: str) -> None:
    """What a title says of the newspaper goes; a dash of its own stays."""
    assert page(head).title == title


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="author" content="Par Ada Martin">', "Ada Martin"),
        (
            '<meta property="article:author" content="https://x.example/ada"><meta name="author" content="Ada">',
            "Ada",
        ),
        ('<script type="application/ld+json">{"@type": "Article", "author": "Ada Martin"}</script>', "Ada Martin"),
        (
            '<script type="application/ld+json">{"@type": "Article", "author": {"name": ["A. Martin", 3]}}</script>',
            "A. Martin",
        ),
        ('<meta name="author" content="redaction@post.example">', ""),
    ],
)
def test_an_author_is_a_name(head: str, author: str) -> None:
    """Names are taken from where pages put them; addresses are no names."""
    assert page(head).author == author


@pytest.mark.parametrize("said", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_a_page_is_read_in_the_encoding_that_it_names(said: str) -> None:
    """What <meta> or a byte order mark says is believed, and nothing has been guessed."""
    text = (PAGES / "toit.fr.html").read_text(encoding="utf-8").replace("utf-8", said)

    article, problems = fetch("-", stdin=io.BytesIO(text.encode("windows-1252" if said == "iso-8859-1" else said)))

    assert article.text == fetch(str(PAGES / "toit.fr.html")).article.text
    assert problems == ()


def test_a_page_may_be_called_anything(tmp_path: Path) -> None:
    """A page that was saved as a text is still a page."""
    path = tmp_path / "saved.txt"
    path.write_bytes(b"\n<!-- saved -->\n" + (PAGES / "pool.en.html").read_bytes())

    assert fetch(str(path)).article.title == "Town votes to rebuild its swimming pool"


def test_a_page_of_tables_is_read_too() -> None:
    """A page of the old days, laid out in a table, is not left empty."""
    cells = "".join(f"<tr><td>{part}</td></tr>" for part in BODY.replace("{more}", "").split("<p>")[1:])
    text = f"<html><body><table>{cells}</table></body></html>"

    assert "swimming pool" in fetch("-", stdin=io.BytesIO(text.encode())).article.text


@pytest.mark.parametrize(
    "text",
    [
        "<!doctype html><html><head><title>x</title></head><body></body></html>",
        "<html><body><script>app()</script><noscript></noscript></body></html>",
        "<html>",
        "<html><body>" + "<div>" * 20_000,
        "<html><body>\x01\x02</body></html>",
    ],
)
def test_a_page_without_an_article_is_told(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    """An empty page, one that only a script would fill, and one that nobody can read are refused in a sentence."""
    with pytest.raises(Failure) as caught:
        fetch("-", stdin=io.BytesIO(text.encode()))

    assert [problem.code for problem in caught.value.problems] == ["page-without-article"]
    assert capfd.readouterr() == ("", "")


def test_the_language_of_a_brief_page_is_what_it_says() -> None:
    """Where there are too few words to tell, the page's own word for its language counts."""
    text = '<html lang="en-GB"><body><article><p>Pool: closed. Roof: gone.</p></article></body></html>'

    assert fetch("-", stdin=io.BytesIO(text.encode())).article.language == "en"


def test_without_the_reader_of_pages_one_command_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where trafilatura is not installed, the problem names the one command that installs it for this Python."""
    real = builtins.__import__

    def missing(name: str, *rest: object) -> object:
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(Failure) as caught:
        fetch(str(PAGES / "pool.en.html"))

    (problem,) = caught.value.problems
    assert problem.code == "page-reader-missing"
    assert str(problem.facts["command"]).startswith(f"{sys.executable} -m pip install 'trafilatura>=")


def test_what_is_installed_is_what_is_asked_for(root: Path) -> None:
    """The command of that problem and the extra `html` of the project name the same packages."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert tuple(project["optional-dependencies"]["html"]) == REQUIREMENTS


@pytest.mark.parametrize(
    ("name", "loaded"), [("a.txt", False), ("a.md", False), ("a.html", True)], ids=["text", "markdown", "page"]
)
def test_only_a_page_loads_the_reader_of_pages(
    tmp_path: Path, name: str, loaded: bool, environ: dict[str, str]
) -> None:
    """Texts and Markdown pay nothing for pages, and none of them pays for the network."""
    source = (PAGES / "pool.en.html").read_bytes() if loaded else b"The council voted to rebuild the pool.\n"
    (tmp_path / name).write_bytes(source)
    probe = (
        "import sys; from quiz.fetch import fetch; fetch(sys.argv[1]); "
        "print('trafilatura' in sys.modules, 'quiz.fetch.web' in sys.modules)"
    )

    run = subprocess.run(
        [sys.executable, "-c", probe, str(tmp_path / name)],
        capture_output=True,
        text=True,
        check=True,
        env=environ,
    )

    assert run.stdout.split() == [str(loaded), "False"]
