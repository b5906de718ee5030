"""Every rule in one table: its code, what it looks at, where it can be put right.

A rule is a small function; its docstring is its sentence in the manual, `docs/rules/<code>.md` its page. The
functions of `deck/checks/` are what a deck is held to wherever it is read; those of this room speak when an author
asks, and nothing that is learnt waits for them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Literal, NamedTuple

from quiz.answers.verdict import KIND_NAMES
from quiz.deck.checks import answers, cards
from quiz.deck.lint import answer, between, choice, dated, pronoun, question, typed, unit, whole
from quiz.problem import PROBLEMS, Severity

#: What a rule looks at: one card, one deck, the cards of all decks; "read" are the rules of `deck/checks/`.
Scope = Literal["read", "card", "deck", "decks"]

_ASKED: Final = tuple(kind for kind in KIND_NAMES if kind != "cloze")


class Rule(NamedTuple):
    """One rule: `find` is its function, `kinds` the kinds of answer that it is asked of, `fixes` whether it mends.

    `says` is its sentence in the manual where one function has several codes.
    """

    code: str
    scope: Scope
    find: Callable[..., Any]
    kinds: tuple[str, ...] = KIND_NAMES
    fixes: bool = False
    says: str = ""

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return PROBLEMS[self.code]

    @property
    def about(self) -> str:
        """What the rule says, in a sentence of the manual."""
        return self.says or " ".join((self.find.__doc__ or "").split())

    @property
    def page(self) -> str:
        """Its page in the manual."""
        return f"docs/rules/{self.code}.md"

    @property
    def switches(self) -> bool:
        """Whether a deck may do without it: an error leaves nothing to ask."""
        return self.severity != "error"


_ROWS: Final[tuple[Rule, ...]] = (
    # --- the question ---
    Rule("answer-in-question", "read", answers.answer_is_not_in_question),
    Rule("question-yes-no", "card", question.question_yes_no, ("answer", "choice")),
    Rule("question-pronoun", "card", pronoun.question_pronoun, _ASKED),
    Rule("question-several", "card", question.question_several, _ASKED),
    Rule("question-open", "card", question.question_open, _ASKED),
    Rule("question-long", "read", cards.question_is_short),
    Rule("question-near", "read", cards.questions_differ),
    Rule("question-ambiguous", "decks", between.question_ambiguous),
    Rule("card-twice", "decks", between.card_twice),
    Rule("question-mark", "card", question.question_mark, _ASKED, fixes=True),
    Rule("signs-unpaired", "card", question.signs_unpaired),
    Rule("word-twice", "card", question.word_twice),
    Rule("spaces-doubled", "card", typed.spaces_doubled, fixes=True),
    Rule("french-space", "deck", typed.french_space, fixes=True),
    # --- the answer ---
    Rule("answer-unreadable", "read", answers.answer_reads),
    Rule(
        "answer-relative",
        "read",
        answers.answer_reads,
        says="A date is a day, not one that is counted from the day of writing.",
    ),
    Rule("answer-weekday", "read", answers.answer_reads, says="The weekday of a date is that of the calendar."),
    Rule("answer-no-currency", "read", answers.answer_reads, says="An amount of money says in which currency."),
    Rule("answer-unwritten", "read", answers.answer_is_written),
    Rule("answer-long", "read", answers.answer_can_be_typed),
    Rule("answer-wordy", "card", answer.answer_wordy, ("answer", "cloze")),
    Rule("answer-explains", "card", answer.answer_explains, ("answer", "person", "number")),
    Rule("answer-unending", "card", answer.answer_unending, ("answer", "person", "list", "choice")),
    Rule("answer-alternatives", "card", answer.answer_alternatives, ("answer", "person")),
    Rule("answer-kind", "card", answer.answer_kind, ("answer",)),
    Rule("answer-no-unit", "card", unit.answer_no_unit, ("number",)),
    Rule("answer-several", "card", answer.answer_several, ("answer", "person")),
    Rule("accept-same", "read", answers.accept_adds_something),
    Rule("accept-contradicts", "read", answers.accept_is_right_here_only),
    Rule("list-of-one", "read", answers.list_is_a_list, says="A list holds two items or more."),
    Rule("item-twice", "read", answers.list_is_a_list, says="A list holds each item once."),
    Rule("list-count", "card", answer.list_count, ("list",)),
    Rule("list-long", "card", answer.list_long, ("list",)),
    Rule("cloze-many", "card", answer.cloze_many, ("cloze",)),
    Rule("cloze-bare", "card", answer.cloze_bare, ("cloze",)),
    Rule("hint-gives-answer", "read", answers.hint_keeps_the_answer),
    Rule("hint-adds-nothing", "card", answer.hint_adds_nothing),
    # --- what to choose from ---
    Rule("option-twice", "read", answers.options_are_fair, says="The options of a choice differ."),
    Rule("option-right", "read", answers.options_are_fair, says="Only one option of a choice is right."),
    Rule("option-all", "read", answers.options_are_fair, says='No option is "all of the above" or "none of these".'),
    Rule("option-letters", "card", choice.option_letters, ("choice",)),
    Rule("options-few", "card", choice.options_few, ("choice",)),
    Rule("option-longest", "card", choice.option_longest, ("choice",)),
    Rule("option-alone", "card", choice.option_alone, ("choice",)),
    Rule("option-echo", "card", choice.option_echo, ("choice",)),
    Rule("choice-negative", "card", choice.choice_negative, ("choice",)),
    Rule("choice-vague", "card", choice.choice_vague, ("choice",)),
    # --- what grows old, and where it is from ---
    Rule("fact-undated", "card", dated.fact_undated, _ASKED),
    Rule("time-from-now", "card", dated.time_from_now, _ASKED),
    Rule("as-of-odd", "read", cards.as_of_is_a_date),
    Rule(
        "supersedes-undated",
        "read",
        cards.superseding_is_dated,
        says="A card that supersedes another says since when its answer is true.",
    ),
    Rule(
        "supersedes-later",
        "read",
        cards.superseding_is_dated,
        says="A card supersedes one that is older.",
    ),
    Rule("source-missing", "deck", whole.source_missing),
    Rule("source-unused", "read", cards.sources_are_used),
    Rule("published-odd", "read", cards.sources_are_sound, says="A source came out on a day that exists."),
    Rule("url-odd", "read", cards.sources_are_sound, says="A source is found at an address of the web."),
    Rule("file-odd", "read", cards.sources_are_sound, says="The text of a source lies beside the deck."),
    # --- the deck ---
    Rule("language-other", "deck", whole.language_other),
    Rule("tag-odd", "read", cards.tags_are_words, says="A tag is a word or two: no #, no paragraph."),
    Rule("tag-twice", "read", cards.tags_are_words, says="No tag stands twice on a card."),
    Rule("tag-near", "deck", whole.tag_near),
)

#: Every rule by its code, in the order of the manual.
RULES: Final[dict[str, Rule]] = {rule.code: rule for rule in _ROWS}

#: The rules that look at one card, by its kind of answer.
OF_CARDS: Final[dict[str, tuple[Rule, ...]]] = {
    kind: tuple(rule for rule in _ROWS if rule.scope == "card" and kind in rule.kinds) for kind in KIND_NAMES
}
