"""The page looked at in a real browser, once opened for all of it; left out, with its reason, where there is none."""

from __future__ import annotations

import importlib.util
import struct
import zlib
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from quiz.house import House, Streams
from quiz.report.markup import escape
from quiz.report.report import report
from quiz.stats.calibration import Calibration, calibration, foretold
from quiz.stats.told import Told
from quiz.words import load

if TYPE_CHECKING:
    from collections import Counter

ROOT = Path(__file__).parent.parent.parent
HOSTILE = (
    "<script>window.hit = 1</script>",
    '"><img src=x onerror="window.hit = 1">',
    "</style><style>body { display: none }</style>",
    "\u202eright to left\u2066, nul \0 and bell \a",
    "</title></svg><svg onload=window.hit=1>",
    "שלום, x < y & z",
)
#: What the page is asked: its drawings that are seen, and their marks.
SEEN = """(() => {
  const seen = [...document.querySelectorAll('svg')].filter(one => one.getClientRects().length);
  return seen.map(svg => {
    const box = svg.getBoundingClientRect();
    const marks = [...svg.querySelectorAll('rect, circle, path')].map(mark => mark.getBoundingClientRect());
    return {
      named: svg.querySelector('title').textContent, width: box.width, height: box.height,
      marks: marks.filter(one => one.width > 0.5 && one.height > 0.5).length,
      outside: marks.filter(one =>
        one.left < box.left - 8 || one.right > box.right + 8 || one.bottom > box.bottom + 8).length,
      small: [...svg.querySelectorAll('text')].filter(one => one.getBoundingClientRect().height < 9).length,
    };
  });
})()"""
#: The least contrast (WCAG 2.2, 1.4.3 and 1.4.11) of texts, and of marks, with what is behind them.
CONTRAST = """(() => {
  const channel = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number);
    return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  };
  const paper = light(getComputedStyle(document.documentElement).backgroundColor);
  const ratio = colour => {
    const other = light(colour);
    return (Math.max(paper, other) + 0.05) / (Math.min(paper, other) + 0.05);
  };
  const seen = [...document.querySelectorAll('body *')].filter(one => one.getClientRects().length);
  const texts = seen.filter(one => [...one.childNodes].some(each => each.nodeType === 3 && each.data.trim()));
  const colour = one => one.closest('svg') ? getComputedStyle(one).fill : getComputedStyle(one).color;
  const words = texts.filter(one => !['title', 'desc'].includes(one.tagName)).map(one => ratio(colour(one)));
  const marks = [...document.querySelectorAll('.bar, .dot, .late')].map(one => ratio(getComputedStyle(one).fill));
  const lines = [...document.querySelectorAll('.curve, .wanted')].map(one => ratio(getComputedStyle(one).stroke));
  return {words: Math.min(...words), count: words.length, marks: Math.min(...marks, ...lines)};
})()"""


def module(path: Path) -> ModuleType:
    """A script of the project."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


@pytest.fixture(scope="module")
def gathered_(tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, Calibration]:
    """The figures of a year and more, with titles and questions that look like anything but texts."""
    import io

    from quiz.commands.figures import gathered, scoped

    demo = module(ROOT / "scripts" / "demo.py")
    home = tmp_path_factory.mktemp("demo")
    demo.make(home)
    environ: Mapping[str, str] = {"QUIZ_HOME": str(home), "QUIZ_NOW": demo.NOW, "LANG": "C.UTF-8"}
    house = House(Streams(io.StringIO(), io.StringIO(), io.StringIO()), environ)
    try:
        scope = scoped(Namespace(deck=[], tag=[], since=""), house)
        figures = gathered(scope, house)
        foretold_ = calibration(foretold(scope.journal.past()), {card: one[0] for card, one in scope.belongs.items()})
    finally:
        house.close()
    titles = dict(zip(sorted(figures.titles), HOSTILE, strict=False))
    questions = {card: HOSTILE[n % len(HOSTILE)] for n, card in enumerate(figures.questions)}
    return figures._replace(titles=titles, questions=questions), foretold_


@pytest.fixture(scope="module")
def told(gathered_: tuple[Told, Calibration]) -> Told:
    """The figures alone."""
    return gathered_[0]


@pytest.fixture(scope="module")
def page(gathered_: tuple[Told, Calibration], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page in English."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(report(gathered_[0], load("en"), foretold=gathered_[1]), encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [360, 1200])
def test_everything_is_drawn_at_every_width(browser: Any, page: Path, width: int) -> None:
    """Each figure is seen once, in the drawing that fits; its marks have a size and are inside; nothing runs over."""
    browser.look(page, width)

    drawings = browser.ask(SEEN)
    assert len(drawings) == browser.ask("document.querySelectorAll('figure').length") >= 9
    for one in drawings:
        assert one["marks"] >= 2, one
        assert one["outside"] == one["small"] == 0, one
        assert one["width"] > 250, one
    assert sum(one["marks"] for one in drawings) > 500
    assert browser.ask("document.documentElement.scrollWidth") <= width


def test_nothing_is_loaded_and_nothing_refused(browser: Any, page: Path, tmp_path: Path) -> None:
    """The page asks for itself alone and breaks no rule of its policy; a page that does is caught by the same eyes."""
    before = len(browser.said)
    browser.look(page)
    assert requests(browser.said[before:]) == [page.as_uri()]
    assert complaints(browser.said[before:]) == []

    other = tmp_path / "other.html"
    added = '<p style="color: red">x</p><img src="https://example.org/x.png"><script>window.hit = 1</script></body>'
    other.write_text(page.read_text(encoding="utf-8").replace("</body>", added), encoding="utf-8")
    before = len(browser.said)
    browser.look(other)
    assert len(complaints(browser.said[before:])) >= 3
    assert browser.ask("window.hit") is None
    assert browser.ask("getComputedStyle(document.querySelector('p[style]')).color") != "rgb(255, 0, 0)"


def test_what_decks_hold_is_text(browser: Any, page: Path, told: Told) -> None:
    """Titles and questions stand on the page letter by letter, and none of them became anything else."""
    browser.look(page)

    text = browser.ask("document.body.textContent")
    shown = [escape(one).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"') for one in HOSTILE]
    for one in [each.replace("&#39;", "'").replace("&amp;", "&") for each in shown][: len(told.titles)]:
        assert one in text
    assert browser.ask("document.scripts.length") == 0
    assert browser.ask("document.querySelectorAll('img, style').length") == 1
    assert browser.ask("window.hit") is None
    assert browser.ask("getComputedStyle(document.body).display") == "block"


def test_it_is_light_and_dark_and_can_be_read_in_both(browser: Any, page: Path) -> None:
    """The two differ to the last pixel of paper; every word has a contrast of 4.5 with it, every mark one of 3."""
    papers = []
    for dark in (False, True):
        browser.look(page, 800, dark=dark)
        contrast = browser.ask(CONTRAST)
        assert contrast["count"] > 100
        assert contrast["words"] >= 4.5, contrast
        assert contrast["marks"] >= 3, contrast
        (paper, most), *rest = pixels(browser.picture("figure svg")).most_common()
        assert sum(count for _, count in rest) > 0.1 * most  # the figure is drawn
        papers.append(sum(paper))
    light, dark_ = papers
    assert light > 3 * 240
    assert dark_ < 3 * 40


def test_it_can_be_printed(browser: Any, page: Path) -> None:
    """Printed from a dark screen it is dark on white, wide drawings, no menu, on a few pages."""
    browser.look(page, 800, dark=True, media="print")
    assert browser.ask("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.ask("document.querySelector('nav').getClientRects().length") == 0
    assert {one["named"] for one in browser.ask(SEEN)}

    pdf = browser.printed()
    assert pdf.startswith(b"%PDF-")
    assert 2 <= pdf.count(b"/Type /Page\n") <= 12


def requests(said: list[dict[str, Any]]) -> list[str]:
    """What a page asked for."""
    return [one["params"]["request"]["url"] for one in said if one.get("method") == "Network.requestWillBeSent"]


def complaints(said: list[dict[str, Any]]) -> list[str]:
    """What the browser refused, and what was written to its console."""
    return [
        str(one["params"].get("entry", {}).get("text", one["params"]))
        for one in said
        if one.get("method") in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")
    ]


def pixels(png: bytes) -> Counter[tuple[int, int, int]]:
    """The colours of a PNG of eight bits a channel (PNG 1.2: chunks in 5, filters in 9)."""
    from collections import Counter

    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert depth == 8
    step = {2: 3, 6: 4}[kind]
    packed, place = b"", 8
    while place < len(png):
        length, name = struct.unpack(">I4s", png[place : place + 8])
        packed += png[place + 8 : place + 8 + length] if name == b"IDAT" else b""
        place += length + 12
    raw, size = zlib.decompress(packed), width * step
    before, found = bytearray(size), Counter[tuple[int, int, int]]()
    for row in range(height):
        start = row * (size + 1)
        line = unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + size]), before, step)
        found.update(zip(line[0::step], line[1::step], line[2::step], strict=True))
        before = line
    return found


def unfiltered(kind: int, line: bytearray, before: bytearray, step: int) -> bytearray:
    """A row of a PNG with its filter taken off: that of the pixel before, the one above, their mean, or the nearest."""
    for n in range(len(line) if kind else 0):
        left, corner = (line[n - step], before[n - step]) if n >= step else (0, 0)
        above = before[n]
        guess = left + above - corner
        nearest = min((left, above, corner), key=lambda one: abs(guess - one))  # the first of equals
        line[n] = (line[n] + (0, left, above, (left + above) // 2, nearest)[kind]) & 255
    return line
