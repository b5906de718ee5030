"""GIFT, the text format of Moodle's question bank: https://docs.moodle.org/en/GIFT_format.

Where the page leaves a case open, what Moodle's own importer does is done here (question/format/gift/format.php).
Percentages of the grade, the feedback on wrong answers and tolerances have no place in a deck and are listed; what is
said whatever was answered, or to the right answer, is the card's note.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from quiz.exchange.clozes import Part, sentences
from quiz.exchange.entry import Entry, Found, Left, Wish, short
from quiz.exchange.gift_blocks import CATEGORY, ESCAPE, Block, blocks, topics_of
from quiz.exchange.html_text import is_html, plain
from quiz.exchange.inline import bare
from quiz.language.pattern import pattern
from quiz.language.which import which

#: Escaped signs are set aside while the others are looked for; no text holds such characters at this point.
_ASIDE: Final = {
    "~": "\x01",
    "=": "\x02",
    "#": "\x03",
    "{": "\x04",
    "}": "\x05",
    ":": "\x06",
    "n": "\x07",
    "\\": "\x08",
}
_BACK: Final = str.maketrans({char: "\n" if sign == "n" else sign for sign, char in _ASIDE.items()})
_FORMAT: Final = pattern(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_WEIGHT: Final = pattern(r"\s*%(-?\d{1,3}(?:\.\d*)?)%")
_NUMBER: Final = pattern(r"[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?")
_TRUE: Final = frozenset(("T", "TRUE"))
_FALSE: Final = frozenset(("F", "FALSE"))
_BLANK: Final = "_____"
_TRUTHS: Final = {"en": ("True", "False"), "fr": ("Vrai", "Faux")}
#: A sign of a question of this format: what stands in its braces.
_ANSWERS: Final = re.compile(r"(?<!\\)\{\s*(?:[~=#]|T(?:RUE)?\s*[#}]|F(?:ALSE)?\s*[#}]|\})")


@dataclass(slots=True)
class Option:
    """One answer in the braces: its weight in percent (None where none is written), and the feedback on it."""

    right: bool
    text: str
    weight: float | None = None
    feedback: str = ""

    @property
    def worth(self) -> float:
        """How much of the grade it gives, in percent."""
        return self.weight if self.weight is not None else 100.0 if self.right else 0.0


@dataclass(slots=True)
class Question:
    """A question taken apart."""

    block: Block
    text: str
    answers: str
    format: str
    missing: bool = False
    note: list[str] = field(default_factory=list)


def detect(text: str) -> bool:
    """Whether there are questions of this format in the text."""
    return len(_ANSWERS.findall(text[:200_000])) > 0 or any(map(CATEGORY.match, text[:20_000].split("\n")))


def read(text: str, path: str, wish: Wish) -> Found:
    """The entries of a GIFT file. True and false are told in the language of the deck (English if it is unknown)."""
    left = Left(path)
    reader = _Reader(left, _TRUTHS["fr" if (wish.language or which(text)) == "fr" else "en"])
    entries: list[Entry] = []
    topics: tuple[str, ...] = ()
    for block in blocks(text.split("\n"), left):
        category = CATEGORY.match(block.text)
        if category:
            topics = topics_of(category[1])
            continue
        entries += [entry._replace(tags=(*topics, *block.tags)) for entry in reader.entries(block)]
    return Found(tuple(entries), left.problems())


# --- questions -------------------------------------------------------------------------------------------------------


class _Reader:
    """Reads the questions of one file."""

    def __init__(self, left: Left, truths: tuple[str, str]) -> None:
        self.left = left
        self.truths = truths

    def entries(self, block: Block) -> list[Entry]:
        """The cards of a question; none where it cannot be one, which is told."""
        question = self._taken_apart(block)
        if question is None:
            return []
        answers = question.answers
        if answers.startswith("#"):
            found = self._numerical(question)
        elif "~" in answers:
            found = self._choice(question)
        elif "=" in answers and "->" in answers:
            found = self._matching(question)
        elif answers.partition("#")[0].strip() in _TRUE | _FALSE:
            found = self._truth(question)
        else:
            found = self._short(question)
        note = "\n".join(dict.fromkeys(part for part in question.note if part))
        return [entry._replace(note="\n".join(part for part in (entry.note, note) if part)) for entry in found]

    def _taken_apart(self, block: Block) -> Question | None:
        text = ESCAPE.sub(lambda match: _ASIDE[match[1]], block.text).strip()
        name = ""
        if text.startswith("::") and (end := text.find("::", 2)) > 0:
            name, text = text[2:end].translate(_BACK), text[end + 2 :].strip()
        match = _FORMAT.match(text)
        form = match[1].lower() if match else "moodle"
        text = text[match.end() :] if match else text
        start = text.find("{")
        end = text.find("}", max(start, 0))
        if start < 0 and end < 0:
            self.left.add("import-description", block.line, text=short(self._text(text, form, block.line)))
            return None
        if start < 0 or end < 0:
            self.left.add("import-brace", block.line, text=short(text.translate(_BACK)))
            return None
        answers, tail = text[start + 1 : end].strip(), text[end + 1 :].strip()
        if "{" in tail or "}" in tail or "{" in answers:
            self.left.add("import-brace", block.line, text=short(text.translate(_BACK)))
            return None
        before = text[:start].rstrip()
        missing = bool(tail.strip(" .!?;\"'")) or (
            bool(tail.strip(" ;\"'")) and not before.endswith(("?", ".", "!", ":"))
        )
        stem = f"{text[:start]}{_BLANK}{text[end + 1 :]}" if missing else before
        question = Question(block, stem, answers, form, missing)
        if not answers.partition("####")[0].strip():
            self.left.add("import-essay", block.line, text=short(self._text(stem, form, block.line)))
            return None
        if "####" in answers:
            question.answers, _, general = answers.rpartition("####")
            question.answers = question.answers.strip()
            question.note.append(self._text(general, form, block.line))
        if name.strip() and not _same(name, stem):
            self.left.add("import-name", block.line, name=short(name))
        return question

    def _stem(self, question: Question) -> str:
        return self._text(question.text, question.format, question.block.line)

    def _text(self, text: str, form: str, line: int) -> str:
        """A text as people read it: its format taken away, its escapes given back."""
        match = _FORMAT.match(text)
        if match:
            form, text = match[1].lower(), text[match.end() :]
        text = "\n".join(line.strip() for line in text.translate(_BACK).strip().split("\n"))
        if form == "plain":
            return text
        if form == "markdown":
            told = bare(text)
            formats, media, links = told.formats, told.media, told.links
            text = told.text
        elif form == "html" or is_html(text):
            found = plain(text)
            formats, media, links, text = found.formats, found.media, found.links, found.text
        else:
            return text
        for code, what in (("import-formatting", formats), ("import-media", media), ("import-link", links)):
            if what:
                self.left.add(code, line, what=tuple(map(short, what)))
        return text

    def _options(self, question: Question, marks: str) -> list[Option]:
        found = []
        text = question.answers if question.answers[:1] in marks else marks[0] + question.answers
        for match in re.finditer(rf"([{marks}])([^{marks}]*)", text):
            weight = _WEIGHT.match(match[2])
            rest = match[2][weight.end() :] if weight else match[2]
            said, _, feedback = rest.partition("#")
            option = Option(
                match[1] == "=",
                self._text(said, question.format, question.block.line),
                float(weight[1]) if weight else None,
                self._text(feedback, question.format, question.block.line),
            )
            if option.text or option.feedback:
                found.append(option)
        return found

    def _feedback(self, question: Question, options: list[Option]) -> None:
        """Feedback on what is right goes to the note; on what is wrong it has no place."""
        for option in options:
            if option.feedback and option.worth >= 100:
                question.note.append(option.feedback)
            elif option.feedback:
                self.left.add(
                    "import-feedback",
                    question.block.line,
                    answer=short(option.text or "*"),
                    text=short(option.feedback),
                )

    def _partly(self, question: Question, options: list[Option]) -> None:
        costly = sum(option.worth < 0 for option in options)
        if costly:
            self.left.add("import-penalty", question.block.line, count=costly)
        for option in options:
            if option.weight is not None and 0 < option.weight < 100:
                self.left.add(
                    "import-weight", question.block.line, answer=short(option.text), weight=f"{option.weight:g} %"
                )

    # --- the types ---

    def _choice(self, question: Question) -> list[Entry]:
        options = [option for option in self._options(question, "=~") if option.text]
        line = question.block.line
        self._feedback(question, options)
        right = [option for option in options if option.worth >= 100]
        stem = self._stem(question)
        own = question.block.id
        if not right:
            right = [option for option in options if option.worth > 0]
            if not right:
                self.left.add("import-no-right", line, text=short(stem))
                return []
            wrong = tuple(short(option.text) for option in options if option.worth <= 0)
            if wrong:
                self.left.add("import-options", line, options=wrong)
            if any(option.worth < 0 for option in options):
                self.left.add("import-penalty", line, count=sum(option.worth < 0 for option in options))
            return [Entry(line, stem, kind="list", items=tuple(option.text for option in right), id=own)]
        self._partly(question, options)
        also = {option.text for option in right[1:]}
        if also:
            self.left.add("import-also-right", line, options=tuple(map(short, also)))
        texts = tuple(option.text for option in options if option.text not in also)
        return [Entry(line, stem, right[0].text, "choice", options=texts, id=own)]

    def _truth(self, question: Question) -> list[Entry]:
        said, *feedback = question.answers.split("#", 2)
        line = question.block.line
        if feedback and feedback[0].strip():
            self.left.add(
                "import-feedback", line, answer="≠", text=short(self._text(feedback[0], question.format, line))
            )
        if len(feedback) > 1:
            question.note.append(self._text(feedback[1], question.format, line))
        answer = self.truths[said.strip() in _FALSE]
        return [Entry(line, self._stem(question), answer, "choice", options=self.truths, id=question.block.id)]

    def _short(self, question: Question) -> list[Entry]:
        options = self._options(question, "=")
        line = question.block.line
        self._feedback(question, options)
        right: list[str] = []
        for option in options:
            if option.worth < 100:
                if option.text.strip("* ") and option.worth > 0:
                    self._partly(question, [option])
                continue
            if "*" in option.text:
                self.left.add("import-wildcard", line, answer=short(option.text))
            text = option.text.replace("*", "").strip()
            if text:
                right.append(text)
        stem = self._stem(question)
        if not right:
            self.left.add("import-no-right", line, text=short(stem))
            return []
        entry = Entry(line, stem, right[0], other=tuple(right[1:]), id=question.block.id)
        if question.missing and len(right) == 1 and stem.count(_BLANK) == 1:
            before, _, after = stem.partition(_BLANK)
            told = sentences([Part(before), Part(right[0], 1), Part(after)])
            if told and not told[0].question:
                return [entry._replace(question="", answer=told[0].answer, kind="cloze")]
        return [entry]

    def _numerical(self, question: Question) -> list[Entry]:
        answers, _, wrong = question.answers[1:].partition("~")
        line = question.block.line
        if wrong.lstrip("# "):
            text = self._text(wrong.lstrip("# "), question.format, line)
            self.left.add("import-feedback", line, answer="≠", text=short(text))
        question.answers = answers.strip()
        options = self._options(question, "=") if answers.strip() else []
        self._feedback(question, options)
        stem = self._stem(question)
        right = []
        for option in options:
            number = self._number(question, option)
            if number and option.worth >= 100:
                right.append(number)
            elif number:
                self._partly(question, [option])
        if not right:
            self.left.add("import-no-right", line, text=short(stem))
            return []
        return [Entry(line, stem, right[0], "number", other=tuple(right[1:]), id=question.block.id)]

    def _number(self, question: Question, option: Option) -> str:
        """The number of an answer; what may be beside it, as `1822:5` or `1..5`, is told in the note and listed."""
        text = option.text
        low, dots, high = text.partition("..")
        number, colon, tolerance = text.partition(":")
        if dots and _NUMBER.fullmatch(low.strip()) and _NUMBER.fullmatch(high.strip()):
            bottom, top = sorted(float(one.strip().replace(",", ".")) for one in (low, high))
            number, beside = f"{(bottom + top) / 2:.10g}", f"{low.strip()} – {high.strip()}"
        elif _NUMBER.fullmatch(number.strip()):
            number, tolerance = number.strip(), tolerance.strip()
            wide = colon and tolerance.strip("0.,")
            beside = f"{number} ± {tolerance}" if wide else ""
        else:
            return ""
        if beside and option.worth >= 100:
            question.note.append(beside)
            self.left.add("import-tolerance", question.block.line, number=number, tolerance=short(beside))
        return number

    def _matching(self, question: Question) -> list[Entry]:
        line = question.block.line
        pairs = []
        for part in question.answers.split("=")[1:]:
            sub, arrow, answer = part.partition("->")
            if not arrow:
                self.left.add("import-pair", line, text=short(part.translate(_BACK)))
                continue
            pairs.append((self._text(sub, question.format, line), self._text(answer, question.format, line)))
        options = tuple(dict.fromkeys(answer for _, answer in pairs if answer))
        stem = self._stem(question)
        found = []
        for number, (sub, answer) in enumerate(((sub, answer) for sub, answer in pairs if sub and answer), 1):
            own = f"{question.block.id}-{number}" if question.block.id else ""
            asked = f"{stem} — {sub}" if stem else sub
            found.append(Entry(line, asked, answer, "choice", options=options, id=own))
        if not found:
            self.left.add("import-no-right", line, text=short(stem))
        return found


def _same(name: str, stem: str) -> bool:
    """Whether a question's name only repeats how the question begins."""
    one, other = (re.sub(r"\W+", "", text.casefold()) for text in (name, stem.translate(_BACK)))
    return bool(one) and other.startswith(one[:40])
