"""From words to a draft: the sentence with its gap, and the few words of the article that prove the answer."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from quiz.answers.verdict import Answer
from quiz.derive.document import Scene
from quiz.derive.draft import Draft
from quiz.derive.fact import Fact, Span
from quiz.language.pattern import pattern

_LINE: Final = pattern(r"[^\r\n]*\S[^\r\n]*")
_SPACES: Final = pattern(r"[ \t\u00a0\u202f\u2009]+")
#: How many words of the article on either side of a value prove it.
_AROUND: Final = 3
#: They stand so near: what is longer is no word.
_NEAR: Final = 160
_AFTER: Final = pattern(rf"\S*(?:\s+\S+){{0,{_AROUND}}}")
_STIFF: Final = pattern(r" (?=[:;?!»])|(?<=\d) (?=[%€$])|(?<=«) ")


def draft(scene: Scene, fact: Fact, frame: str, question: str, answer: Answer, at: Span) -> Draft:
    """A draft whose evidence is the words at `at` with a few words on either side."""
    words, paragraph = evidence(scene, at)
    return Draft(fact, frame, level(question), answer, scene.document.language, words, paragraph)


def evidence(scene: Scene, at: Span) -> tuple[str, int]:
    """Some words around a place, within one line of the article, and the number of that line."""
    text = scene.document.article.text
    lines = _lines(text)
    number = bisect_right(lines, at.start, key=_end)
    line = lines[number]
    sentence = scene.document.sentence_at(at.start)
    low, high = max(line.start, sentence.start), min(line.end, max(sentence.end, at.end))
    end = min(at.end, high)
    low = max(low, at.start - _NEAR)
    before = _few_before(text[low : at.start])
    after = _AFTER.match(text[end : min(high, end + _NEAR)])
    start = low + before
    stop = end + after.end() if after else end
    return text[start:stop].strip(), number + 1


def _few_before(text: str) -> int:
    """Where the last few words of a text begin; its end where it ends within a word."""
    at = len(text)
    if text[-1:].isspace():
        for _ in range(_AROUND):
            rest = text[:at].rstrip()
            if not rest:
                break
            at = len(rest) - len(rest.rsplit(maxsplit=1)[-1])
    return at


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[Span, ...]:
    return tuple(Span(*line.span()) for line in _LINE.finditer(text))


def _end(line: Span) -> int:
    return line.end


def cloze(text: str) -> Answer:
    """The answer of a cloze, with what stands in its gaps."""
    text = level(text)
    return Answer("cloze", text, tuple(re.sub(r"^\w+: |::.*$", "", one) for one in re.findall(r"\{\{(.*?)\}\}", text)))


def level(text: str) -> str:
    """A text in one line, with single spaces; a no-break space stays one before a French sign."""
    if not text:
        return text
    text = text.replace("\u00ad", "")
    text = _SPACES.sub(" ", text.replace("\r", " ").replace("\n", " ")).strip()
    return _STIFF.sub("\u00a0", text)


def capital(text: str) -> str:
    """With a capital letter, within a gap or quotation marks too."""
    gap = re.match(r"\{\{(?:\w+: )?", text)
    at = gap.end() if gap else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def quoted(text: str, language: str) -> str:
    """A quotation in the marks of a language, the marks within it in those of the second level."""
    text = text.strip()
    if language == "fr":
        text = re.sub(r"[«“\"]\s*(.*?)\s*[»”\"]", r"“\1”", text)
        return f"«\u00a0{text}\u00a0»"
    return "“" + re.sub(r"[«“\"]\s*(.*?)\s*[»”\"]", r"‘\1’", text) + "”"
