"""Lines: wrapped by the cells that a terminal gives a character, painted at the very end."""

from __future__ import annotations

import pytest

from quiz.terminal.paint import COLOURLESS, STYLES, ansi, cells, colour_wanted, flow, plain, spread, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("日本", 4), ("a日b", 4), ("\U0001f600", 2), ("", 0), ("\u200dx", 1)],
)
def test_cells_of_a_text(text: str, width: int) -> None:
    """Combining marks take no column, wide characters take two."""
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("un deux trois", 8, ["un deux", "trois"]),
        ("un deux trois", 80, ["un deux trois"]),
        ("prix\u00a0: 42\u00a0000 dollars", 8, ["prix\u00a0:", "42\u00a0000", "dollars"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("日本語日本語", 5, ["日本", "語日", "本語"]),
        ("", 10, [""]),
    ],
)
def test_a_line_breaks_at_plain_spaces(text: str, width: int, lines: list[str]) -> None:
    """A no-break space does not break; a word longer than the line is cut."""
    assert wrap(text, width) == lines


@pytest.mark.parametrize("width", [20, 30, 47, 80])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    """Whatever the width, wrapped fragments stay within it and lose no word."""
    text = "Combien coûtait au départ, par mois, le niveau Entreprise de l'API ? 日本語 anticonstitutionnellementvôtre"
    lines = flow([("strong", text)], width, "  ", "      ")

    assert all(sum(cells(part) for _, part in line) <= width for line in lines)
    assert "".join("".join(part for _, part in line).strip() for line in lines).replace(" ", "") == text.replace(
        " ", ""
    )


def test_both_ends_of_a_line_stand_apart_or_on_two_lines() -> None:
    """The right end is flush right where there is room, else it goes below."""
    wide = plain(spread([("", "deck")], [("", "7 of 20")], 40))
    narrow = plain(spread([("", "a very long deck title")], [("", "7 of 20")], 24))

    assert wide == "  deck" + " " * 27 + "7 of 20\n"
    assert narrow == "  a very long deck title\n  7 of 20\n"


def test_without_colour_no_colour_is_sent() -> None:
    """NO_COLOR leaves weight, underline and strike, and no number of a colour."""
    line = [(("wrong", "✗ wrong"), ("missing", "x"))]

    assert ansi(line, colour=True) == "\x1b[1;31m✗ wrong\x1b[0m\x1b[4;32mx\x1b[0m\r\n"
    assert ansi(line, colour=False) == "\x1b[1m✗ wrong\x1b[0m\x1b[4mx\x1b[0m\r\n"
    assert not any(
        part.startswith(("3", "9")) and len(part) > 1 for sgr in COLOURLESS.values() for part in sgr.split(";")
    )
    assert set(COLOURLESS) == set(STYLES)


@pytest.mark.parametrize(
    ("environ", "setting", "wanted"),
    [
        ({"TERM": "xterm"}, "auto", True),
        ({"TERM": "xterm", "NO_COLOR": ""}, "auto", True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "auto", False),
        ({"TERM": "dumb"}, "auto", False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "always", True),
        ({"TERM": "xterm"}, "never", False),
    ],
)
def test_when_colour_is_wanted(environ: dict[str, str], setting: str, wanted: bool) -> None:
    """NO_COLOR counts when it is set and not empty; the setting has the last word."""
    assert colour_wanted(environ, setting) is wanted
