"""What the rules ask of a card, worked out once: its question without case and without what it quotes, its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from quiz.deck.card import Card
from quiz.language.pattern import pattern
from quiz.problem import Fact

#: What a rule finds: the key of the card where it stands, and the facts that the sentence names.
Find = tuple[str, dict[str, Fact]]
#: A rule that looks at one card alone.
CardRule = Callable[["Told"], Iterable[Find]]

#: So much of a text is shown in a sentence.
SHOWN: Final = 80
#: Nothing was found.
NOTHING: Final[tuple[Find, ...]] = ()

_SIGNS: Final = str.maketrans({"’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " "})
#: What stands between quotation marks is spoken of, not spoken.
_QUOTED: Final = pattern(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|`[^`]*`|(?<!\w)'[^']*'(?!\w)")
_SPACES: Final = pattern("  +")
_TYPED: Final = pattern("[’ʼ\u00a0\u202f]")
_MAY_QUOTE: Final = pattern("[«“\"`']")
_MARKS: Final = pattern(r"[«“\"`]|(?<!\w)'")
_WORD: Final = pattern(r"\w+(?:'(?=\w))?")


class Told:
    """One card, as its author wrote it.

    `text` is the question with plain spaces and apostrophes, what it quotes taken out (an empty pair of marks stays);
    `low` is that in small letters; `words` are the words of `low`, an elided one with its apostrophe (`qu'`).
    """

    __slots__ = ("_words", "card", "french", "kind", "low", "quotes", "text")

    def __init__(self, card: Card) -> None:
        self.card = card
        self.kind = card.answer.kind
        self.french = card.language == "fr"
        text = card.question
        if not text.isascii() and _TYPED.search(text):
            text = text.translate(_SIGNS)
        self.quotes = _MAY_QUOTE.search(text) is not None and _MARKS.search(text) is not None
        if self.quotes:
            text = _QUOTED.sub("“”", text)
        if "  " in text:
            text = _SPACES.sub(" ", text)
        self.text = text
        self.low = text.lower()
        self._words: list[str] | None = None

    @property
    def words(self) -> list[str]:
        """The words of `low`, found when they are first asked for."""
        if self._words is None:
            self._words = _WORD.findall(self.low)
        return self._words

    @property
    def asked(self) -> str:
        """The key under which the question stands."""
        return "cloze" if self.kind == "cloze" else "question"

    def here(self, **facts: Fact) -> tuple[Find, ...]:
        """One finding, in the question."""
        return ((self.asked, facts),)

    def there(self, key: str, **facts: Fact) -> tuple[Find, ...]:
        """One finding, at another key."""
        return ((key, facts),)


_FROM_TWO: Final = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt",
}
#: Small numbers as words, by language.
NUMBERS: Final[dict[str, dict[str, int]]] = {
    language: {word: number for number, word in enumerate(words.split(), 2)} for language, words in _FROM_TWO.items()
}
