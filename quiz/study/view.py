"""What a face needs of a session, as values: a question, a verdict or the end. No sentences, no colours."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import ClassVar, Final, Literal

from quiz.answers.verdict import Answer, Mark, Piece, Reason
from quiz.deck.card import Card
from quiz.memory.day import Moment, study_day
from quiz.memory.event import Event
from quiz.memory.memory import Memory
from quiz.study.hint import has_hint, hint_for
from quiz.study.pace import EASY, HARD
from quiz.study.question import options_shown, question_shown
from quiz.study.queue import SECONDS_A_CARD
from quiz.study.session import Done, Session
from quiz.study.teach import can_teach

#: How many answers make a pace of their own; until then, `SECONDS_A_CARD`.
_ENOUGH_ANSWERS: Final = 3


@dataclass(frozen=True, slots=True)
class Citation:
    """Where the answer is proved: the source (its key in the deck, and what is known of it) and its words.

    `paragraph` counts from 1; 0 is unsaid. `words` may be "".
    """

    source: str
    title: str = ""
    author: str = ""
    url: str = ""
    paragraph: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the session is. `number` of `total` counts cards, each once: a card that comes back is not done yet.

    `total` is what is done plus what is left, so it falls when cards are suspended or buried and never grows.
    """

    number: int
    total: int
    seconds_left: float


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A card that is asked. `hint` is None until it is shown; `comes_back`: it was answered before in this session.

    `former` is what the answer was before it changed and when, in the deck's words; ("", "") where it did not.
    """

    phase: ClassVar[Literal["asking"]] = "asking"
    identity: str
    deck: str
    deck_title: str
    topic: str
    number: int
    total: int
    seconds_left: float
    kind: str
    language: str
    question: str
    options: tuple[str, ...]
    has_hint: bool
    hint: str | None
    comes_back: bool
    can_undo: bool
    former: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class VerdictView:
    """A card that was judged. `mark` is the machine's verdict, `counted` the one that counts after any overruling.

    `rating` is what the scheduler heard. `again_in` are days; 0 is within this session. `gave_up` says that nothing
    was tried. `confused` is the question whose right answer was typed, or "". `can_teach` says that the deck could
    accept what was typed from now on (see `teach.py`).
    """

    phase: ClassVar[Literal["judged"]] = "judged"
    identity: str
    deck: str
    deck_title: str
    topic: str
    number: int
    total: int
    seconds_left: float
    kind: str
    language: str
    question: str
    options: tuple[str, ...]
    mark: Mark
    counted: Mark
    overruled: bool
    reasons: tuple[Reason, ...]
    diff: tuple[Piece, ...]
    relative_error: float | None
    shown_answer: str
    typed: str
    gave_up: bool
    hinted: bool
    rating: int
    again_in: int
    citations: tuple[Citation, ...]
    note: str
    as_of: str
    confused: str
    can_undo: bool
    can_teach: bool = False

    @property
    def told_rating(self) -> Literal["", "easy", "hard", "slow"]:
        """What is to be told of the rating, where the mark alone does not say it: that a right answer was quick (Easy)
        or slow (Hard), or that the answer is Hard because it was close or came after a hint.
        """
        if self.counted == "wrong" or self.rating not in (HARD, EASY):
            return ""
        if self.rating == EASY:
            return "easy"
        return "slow" if self.counted == "right" and not self.hinted else "hard"


@dataclass(frozen=True, slots=True)
class Missed:
    """A card that was wrong at least once, as it counted in the end."""

    identity: str
    question: str
    shown_answer: str


@dataclass(frozen=True, slots=True)
class Confused:
    """Two cards of which one's answer was given for the other's, by their shown answers."""

    identity: str
    shown_answer: str
    other: str
    other_answer: str


@dataclass(frozen=True, slots=True)
class EndView:
    """The evening in figures. `cards` were answered, in `answers` answers; right, close and wrong add up to `answers`.

    The counts are those of the verdicts that counted; `overruled` is how many the learner turned round, `gave_up` how
    often nothing was tried (they are among the wrong ones unless overruled). `learned` are cards met for the first
    time tonight. `left` are cards that were not done.
    """

    phase: ClassVar[Literal["over"]] = "over"
    cards: int
    answers: int
    right: int
    close: int
    wrong: int
    overruled: int
    gave_up: int
    learned: int
    left: int
    seconds: float
    missed: tuple[Missed, ...]
    confused: tuple[Confused, ...]
    can_undo: bool


View = QuestionView | VerdictView | EndView


def view(session: Session, now: Moment) -> View:
    """What there is to see of `session` at `now`."""
    if session.card is None:
        return _end(session, now)
    if session.phase == "judged":
        return _verdict(session, session.card, now)
    return _question(session, session.card)


def _question(session: Session, card: Card) -> QuestionView:
    progress = progress_of(session)
    return QuestionView(
        identity=card.identity,
        deck=session.deck_of.get(card.identity, ""),
        deck_title=_deck_title(session, card),
        topic=_topic(card),
        number=progress.number,
        total=progress.total,
        seconds_left=progress.seconds_left,
        kind=card.answer.kind,
        language=card.language,
        question=question_shown(card),
        options=options_shown(card, session.settings.seed),
        has_hint=has_hint(card),
        hint=hint_for(card) if card.identity in session.turn.hinted else None,
        comes_back=any(done.card == card.identity for done in answers_of(session)),
        can_undo=bool(session.done),
        former=(card.former.shown, card.former.as_of) if card.former else ("", ""),
    )


def _verdict(session: Session, card: Card, now: Moment) -> VerdictView:
    turn = session.turn
    assert turn.verdict is not None
    assert turn.counted is not None
    progress = progress_of(session)
    latest = session.done[-1].events[0]
    return VerdictView(
        identity=card.identity,
        deck=session.deck_of.get(card.identity, ""),
        deck_title=_deck_title(session, card),
        topic=_topic(card),
        number=progress.number,
        total=progress.total,
        seconds_left=progress.seconds_left,
        kind=card.answer.kind,
        language=card.language,
        question=question_shown(card),
        options=options_shown(card, session.settings.seed),
        mark=turn.verdict.mark,
        counted=turn.counted,
        overruled=turn.overruled,
        reasons=turn.verdict.reasons,
        diff=turn.verdict.diff,
        relative_error=turn.verdict.relative_error,
        shown_answer=_shown(card.answer, card.language),
        typed=turn.typed,
        gave_up=_gave_up(turn.verdict.reasons),
        hinted=card.identity in turn.hinted,
        rating=latest.rating or 0,
        again_in=_again_in(session.memories[card.identity], study_day(now, session.settings.rollover_hour)),
        citations=_citations(session, card),
        note=card.note,
        as_of=card.as_of,
        confused=turn.confused.question if turn.confused is not None else "",
        can_undo=bool(session.done),
        can_teach=can_teach(session),
    )


def _end(session: Session, now: Moment) -> EndView:
    answers = answers_of(session)
    marks = [done.turn.counted for done in answers]
    wrong = dict.fromkeys(done.card for done in answers if done.turn.counted == "wrong")
    met = dict.fromkeys(done.card for done in answers)
    first = {done.card: done.memories_before[done.card] for done in reversed(session.done) if done.card in met}
    return EndView(
        cards=len(met),
        answers=len(answers),
        right=marks.count("right"),
        close=marks.count("close"),
        wrong=marks.count("wrong"),
        overruled=sum(done.turn.overruled for done in answers),
        gave_up=sum(done.turn.verdict is not None and _gave_up(done.turn.verdict.reasons) for done in answers),
        learned=sum(not memory.reviews for memory in first.values()),
        left=len(session.queue),
        seconds=max(0, now.at - session.started_at) / 1000,
        missed=tuple(
            Missed(
                card,
                question_shown(session.cards[card]),
                _shown(session.cards[card].answer, session.cards[card].language),
            )
            for card in wrong
        ),
        confused=_confusions(answers, session),
        can_undo=bool(session.done),
    )


def answers_of(session: Session) -> tuple[Done, ...]:
    """The answers of this session in order, each with the turn that counts: the latest overruling of it, if any."""
    answers: dict[Event, Done] = {}
    for done in session.done:
        review = done.turn.event
        if review is not None:
            answers[review] = done
    return tuple(answers.values())


def progress_of(session: Session) -> Progress:
    """How many cards are done and left, and how long the rest takes at the pace of this session."""
    answers = answers_of(session)
    left = set(session.queue)
    finished = len({done.card for done in answers} - left)
    total = finished + len(left)
    times = [done.turn.event.took_ms for done in answers if done.turn.event and done.turn.event.took_ms is not None]
    pace = median(times) / 1000 if len(times) >= _ENOUGH_ANSWERS else SECONDS_A_CARD
    done_with = session.phase == "judged" and not session.memories[session.queue[0]].again
    return Progress(min(finished + 1, total), total, pace * (len(left) - done_with))


def _confusions(answers: tuple[Done, ...], session: Session) -> tuple[Confused, ...]:
    pairs: dict[frozenset[str], Confused] = {}
    for done in answers:
        other = done.turn.confused
        if other is not None and done.turn.counted != "right":
            card = session.cards[done.card]
            pair = Confused(
                card.identity, _shown(card.answer, card.language), other.card, _shown(other.answer, card.language)
            )
            pairs.setdefault(frozenset((card.identity, other.card)), pair)
    return tuple(pairs.values())


def _again_in(memory: Memory, today: int) -> int:
    return 0 if memory.again or memory.due is None else max(0, memory.due - today)


def _gave_up(reasons: tuple[Reason, ...]) -> bool:
    return any(reason.code == "gave-up" for reason in reasons)


def _shown(answer: Answer, language: str) -> str:
    # Loaded with the readers that judge, not with the first question.
    from quiz.answers import KINDS

    return KINDS[answer.kind].show(answer, language)


def _topic(card: Card) -> str:
    return card.tags[0] if card.tags else ""


def _deck_title(session: Session, card: Card) -> str:
    deck = session.deck_of.get(card.identity, "")
    return session.deck_titles.get(deck) or deck


def _citations(session: Session, card: Card) -> tuple[Citation, ...]:
    """The evidence, then the sources that no evidence names."""
    sources = session.sources.get(session.deck_of.get(card.identity, ""), {})

    def citation(key: str, paragraph: int = 0, words: str = "") -> Citation:
        source = sources.get(key)
        if source is None:
            return Citation(key, paragraph=paragraph, words=words)
        return Citation(key, source.title, source.author, source.url, paragraph, words)

    proved = {evidence.source for evidence in card.evidence}
    return (
        *(citation(evidence.source, evidence.paragraph, evidence.words) for evidence in card.evidence),
        *(citation(key) for key in card.sources if key not in proved),
    )
