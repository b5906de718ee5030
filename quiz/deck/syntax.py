"""What is probably wrong where YAML cannot be parsed: from the parser's English to one of our codes.

libyaml and PyYAML's own parser word the same fault differently; both wordings are listed. What the author did is then
read off the line itself.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from yaml import Mark

from quiz.deck.keys import PARTS
from quiz.problem import Fact

_CONFLICT: Final = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")
#: How the first of two versions begins.
OURS: Final = "<<<<<<< "
_BULLET: Final = re.compile(r"\s*\* \S")
_DASH: Final = re.compile(r"\s*- +[a-z_]{2,12}:(?:\s|$)")
_CARDS: Final = re.compile(r"^cards\s*:", re.MULTILINE)
_COLON_WITHOUT_SPACE: Final = re.compile(r"\s*(?:- +)?([a-z_]{2,12}):[^\s/]")
_KEY_AND_TEXT: Final = re.compile(r"""\s*(?:- +)*["']?[^\s"':]+["']?\s*:\s""")
_SPECIAL: Final = "*&!%@`|>{[]}#?-,"
_DASH_WITHOUT_SPACE: Final = re.compile(r"\s*-[a-z_]{2,12}:\s")
_VALUE: Final = re.compile(r"\s*(?:- +)*(?:[^\s:]+\s*:\s+)?(\S)")


#: Every key, of whatever part.
_NAMES: Final = frozenset(name for part in PARTS.values() for name in part)


class Fault(NamedTuple):
    """A code, its facts, its place (line and column from 0) and the offset from which reading may go on."""

    code: str
    line: int
    column: int
    offset: int
    facts: dict[str, Fact]


def explain(error: Exception, text: str, last: Mark | None, bracket: Mark | None) -> Fault:
    """The fault behind an error of the YAML parser.

    `last` marks the last thing that could be read, `bracket` the first bracket that is still open there.
    """
    mark = getattr(error, "problem_mark", None) or last
    if mark is None:
        return Fault("yaml-syntax", 0, 0, 0, {})
    told = f"{getattr(error, 'context', None) or ''} / {getattr(error, 'problem', None) or ''}".lower()
    start = getattr(error, "context_mark", None) or mark
    line = _line(text, mark.index)
    at = text[mark.index : mark.index + 1]

    def here(code: str, **facts: Fact) -> Fault:
        return Fault(code, mark.line, mark.column, mark.index, facts)

    def there(code: str, **facts: Fact) -> Fault:
        return Fault(code, start.line, start.column, start.index, facts)

    if _CONFLICT.match(line):
        return Fault("yaml-conflict", mark.line, 0, mark.index, {})
    if text.startswith(OURS):  # read as a text so far
        return Fault("yaml-conflict", 0, 0, mark.index, {})
    if _DASH.match(line) and not _CARDS.search(text, 0, mark.index):
        above = text[: text.rfind("\n", 0, mark.index) + 1].rstrip()
        if above[above.rfind("\n") + 1 :] == "cards":
            return Fault("yaml-colon-missing", above.count("\n"), 0, mark.index, {"key": "cards"})
        return Fault("cards-unsaid", mark.line, len(line) - len(line.lstrip()), mark.index, {})
    if text[start.index : start.index + 1] == "*" and _BULLET.match(_line(text, start.index)):
        return there("yaml-bullet")
    if "escape" in told or "hexdec" in told or isinstance(error, ValueError | OverflowError):
        back = text.rfind("\\", start.index, mark.index + 1)
        column = mark.column - (mark.index - back) if back >= 0 else mark.column
        return Fault("yaml-escape", mark.line, max(column, 0), mark.index, {})
    if "quoted scalar" in told:
        return there("yaml-unclosed-quote")
    if at == "\t" or "tab char" in told:
        return here("yaml-tab")
    if "directive" in told:
        return Fault("yaml-directive", mark.line, 0, mark.index, {})
    if "cannot start any token" in told or "'%' that" in told:
        return here("yaml-sign", sign=at)
    if "block scalar" in told:
        return there("yaml-sign", sign=text[start.index : start.index + 1])
    if "anchor" in told or "alias" in told or "tag" in told:
        return there("yaml-sign", sign=text[start.index : start.index + 1])
    spaceless = last and _COLON_WITHOUT_SPACE.match(_line(text, last.index))
    if last and spaceless and spaceless.start(1) == last.column:
        return Fault("yaml-colon-space", last.line, last.column, mark.index, {"key": spaceless[1]})
    if bracket is not None and ("flow" in told or "expected" in told or "mapping values" in told):
        return Fault(
            "yaml-unclosed-bracket", bracket.line, bracket.column, bracket.index, {"sign": text[bracket.index]}
        )
    if "mapping values are not allowed" in told:
        if last is not None and _DASH_WITHOUT_SPACE.match(_line(text, last.index)):
            dashed = _line(text, last.index)
            return Fault("yaml-dash-space", last.line, len(dashed) - len(dashed.lstrip()), mark.index, {})
        head = line[: mark.column]
        return here("yaml-colon") if _KEY_AND_TEXT.match(head) else here("yaml-indentation")
    if "expected ':'" in told:
        wrong = _line(text, start.index)
        spaceless = _COLON_WITHOUT_SPACE.match(wrong)
        if spaceless:
            return there("yaml-colon-space", key=spaceless[1])
        if _CONFLICT.match(wrong):
            return there("yaml-conflict")
        if wrong.strip() in _NAMES:
            return there("yaml-colon-missing", key=wrong.strip())
        return there("yaml-no-key", text=wrong.strip()[:40])
    if "flow" in told:
        value = _VALUE.match(_line(text, start.index))
        sign = text[start.index : start.index + 1]
        return there("yaml-unclosed-bracket", sign=value[1] if value and sign not in "[{" else sign)
    if "sequence entries are not allowed" in told:
        return here("yaml-sign", sign="-")
    if last is not None and last.line < mark.line and _runs_over(text, last):
        return Fault("yaml-unclosed-quote", last.line, last.column, mark.index, {})
    if _DASH_WITHOUT_SPACE.match(line):
        return here("yaml-dash-space")
    value = _VALUE.match(line)
    if value and mark.column >= value.start(1):
        if value[1] in "\"'":
            return Fault("yaml-after-quote", mark.line, value.start(1), mark.index, {})
        if value[1] in _SPECIAL:
            return Fault("yaml-sign", mark.line, value.start(1), mark.index, {"sign": value[1]})
    if "expected" in told:
        return here("yaml-indentation")
    return here("yaml-syntax")


def _runs_over(text: str, mark: Mark) -> bool:
    """Whether a text in quotes goes on after its line: what closes it was probably meant to open another."""
    quote = text[mark.index : mark.index + 1]
    return quote in ("'", '"') and quote not in _line(text, mark.index)[mark.column + 1 :]


def _line(text: str, index: int) -> str:
    begin = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    return text[begin : min(end if end >= 0 else len(text), begin + 500)]
