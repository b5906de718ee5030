"""Turns of talk: dialogues after dashes, interviews with names or initials, questions in bold and their answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from quiz.derive.document import Passage, Scene
from quiz.derive.fact import Span
from quiz.derive.speech.asks import NOBODY, Speaker, speaker
from quiz.derive.speech.incises import incise
from quiz.language.pattern import pattern

_DASH: Final = pattern(r"[—–-][\s\u00a0]+(?=\S)")
_LABEL: Final = pattern(
    r"(?:\*\*|__)?([A-ZÀ-ÖØ-Þ][\w.'’-]*(?:[\s\u00a0][\w.'’-]+){0,4})[\s\u00a0]*(?:\*\*)?:[\s\u00a0]*(?:\*\*)?[\s\u00a0]*(?=\S)"
)
_INITIALS: Final = pattern(r"(?:[^\W\d_]\.?[\s\u00a0-]?){1,4}")
_ASIDE: Final = pattern(r"\s*\[[^\]]*\]\s*")
_FIRST: Final = pattern(r"(?i)\b(?:je|j['’]|nous|mon|ma|mes|moi|on|i|i['’]m|i['’]ve|we|my|me|our)\b")
#: A question of an interview is a short paragraph; an interview has this many.
_SHORT: Final = 60
_FEWEST: Final = 3


class Turn(NamedTuple):
    """What somebody says in a talk: the words' span, where who says it is named, and who that is."""

    passage: Passage
    span: Span
    speaker: Speaker
    speaker_at: Span | None
    aside: Span | None = None


class _Line(NamedTuple):
    passage: Passage
    start: int
    label: str
    label_at: Span | None
    dashed: bool

    @property
    def words(self) -> str:
        return self.passage.text[self.start - self.passage.start :]

    @property
    def asks(self) -> bool:
        return self.words.rstrip(' *_»”"\u00a0').endswith(("?", "…"))


def turns(scene: Scene) -> Iterator[Turn]:
    """The turns of a document, in order; questions of whoever asks in an interview are left out."""
    passages = [one for one in scene.document.passages if one.telling and one.part != "post"]
    lines = [_line(one) for one in passages]
    labels = _labels(scene, lines)
    asking = _askers(lines, labels)
    interview = bool(labels)
    talk = _talk(lines) if not interview else set()
    for place, line in enumerate(lines):
        known = labels.get(line.label)
        if known is not None and line.label_at is not None:
            if line.label not in asking:
                for span in _spoken(line):
                    yield Turn(line.passage, span, known, line.label_at)
        elif place in talk:
            yield _dialogue(scene, line)
    if not interview:
        yield from _answers(scene, passages)


def _line(passage: Passage) -> _Line:
    text = passage.text
    dash = _DASH.match(text)
    start = dash.end() if dash else 0
    label = _LABEL.match(text, start)
    if label is None:
        return _Line(passage, passage.start + start, "", None, bool(dash))
    at = Span(passage.start + label.start(1), passage.start + label.end(1))
    return _Line(passage, passage.start + label.end(), label[1].strip(), at, bool(dash))


def _labels(scene: Scene, lines: Sequence[_Line]) -> dict[str, Speaker]:
    """The labels that are names or initials, with whom they name; "" where it is known to be a label and no more."""
    counts: dict[str, int] = {}
    for line in lines:
        if line.label:
            counts[line.label] = counts.get(line.label, 0) + 1
    found: dict[str, Speaker] = {}
    for line in lines:
        if not line.label or line.label in found or line.label_at is None:
            continue
        letters = bool(_INITIALS.fullmatch(line.label)) and line.label.isupper()
        if counts[line.label] < 2 and not (line.dashed and len(line.label.split()) > 1):
            continue
        known = _by_initials(scene, line.label) if letters else speaker(scene, line.label_at)
        if known.named or letters or line.dashed:
            found[line.label] = known
    return found


def _by_initials(scene: Scene, label: str) -> Speaker:
    letters = "".join(char for char in label if char.isalpha())
    names = {
        mention.party.name
        for mention in scene.people.mentions
        if len(letters) > 1
        and mention.party.kind != "organisation"
        and "".join(part[0] for part in mention.party.name.replace("-", " ").split()).upper() == letters
    }
    if not names:
        names = {
            mention.party.name
            for mention in scene.people.mentions
            if len(letters) > 1 and "".join(part[0] for part in mention.party.name.split()).upper() == letters
        }
    return Speaker(names.pop(), named=True) if len(names) == 1 else NOBODY


def _askers(lines: Sequence[_Line], labels: dict[str, Speaker]) -> set[str]:
    """The labels of whoever asks: most of their turns are questions, or they are the letter Q."""
    found = set()
    for label in labels:
        own = [line for line in lines if line.label == label]
        asked = sum(1 for line in own if line.asks)
        if label in ("Q", "Question") or (asked * 2 >= len(own) and len(labels) > 1):
            found.add(label)
    return found


def _spoken(line: _Line) -> Iterator[Span]:
    """What is said in a turn, a part for each side of what an editor put in brackets."""
    words = line.words.rstrip(" *_")
    at = 0
    for aside in (*_ASIDE.finditer(words), None):
        end = aside.start() if aside is not None else len(words)
        # "[son] père": a word that stands for another is of the speech.
        if aside is not None and not words[:end].endswith((".", "!", "?", "…")):
            continue
        if end > at:
            yield Span(line.start + at, line.start + end)
        at = aside.end() if aside is not None else end


def _talk(lines: Sequence[_Line]) -> set[int]:
    """The places of lines that are a dialogue: neighbours after long dashes, of which one asks or names its speaker."""
    found: set[int] = set()
    run: list[int] = []
    for place in range(len(lines) + 1):
        line = lines[place] if place < len(lines) else None
        if line is not None and line.dashed and line.passage.text[0] in "—–" and line.words[:1].isupper():
            run.append(place)
            continue
        sure = any(
            lines[one].asks or incise(lines[one].passage, _whole(lines[one]), lines[one].passage.language)
            for one in run
        )
        if sure:
            found.update(run)
        run = []
    return found


def _whole(line: _Line) -> Span:
    return Span(line.start, line.passage.end)


def _dialogue(scene: Scene, line: _Line) -> Turn:
    """A turn after a dash: who says it is told within it, or not at all."""
    span = Span(line.start, line.passage.end)
    found = incise(line.passage, span, line.passage.language)
    if found is None:
        return Turn(line.passage, span, NOBODY, None)
    return Turn(line.passage, span, speaker(scene, found.speaker), found.speaker, found.aside)


def _answers(scene: Scene, passages: Sequence[Passage]) -> Iterator[Turn]:
    """The answers of an interview whose questions stand alone: by the one person whom the lines before them name."""
    asked = [place for place, one in enumerate(passages) if _question(one)]
    if len(asked) < _FEWEST:
        return
    answers = [one for place, one in enumerate(passages) if place > asked[0] and place not in asked]
    if len(answers) < len(asked) or any(two == one + 1 for one, two in pairwise(asked)):
        return
    own = sum(1 for one in answers if _FIRST.search(one.text))
    if own * 10 < len(answers) * 7:
        return
    start = passages[asked[0]].start
    people = {
        mention.party.name: mention.span
        for mention in reversed(scene.people.mentions)
        if mention.span.start < start and mention.party.kind == "person" and not mention.head
    }
    known, at = (
        (Speaker(next(iter(people)), named=True), next(iter(people.values()))) if len(people) == 1 else (NOBODY, None)
    )
    for one in answers:
        yield Turn(one, Span(one.start, one.end), known, at)


def _question(passage: Passage) -> bool:
    text = passage.text.rstrip(" *_\u00a0")
    return text.endswith("?") and len(text.split()) <= _SHORT and not text.startswith(("«", "“", '"', "—", "–"))
