"""What ratings say in other programs' logs: words, and numbers on the scale that the whole log shows.

A scale can only be told by all ratings of a log together, and by what their column is called: 5 is the best of
SuperMemo's grades and nothing to Anki, and 0 is a failure to the one and no answer at all to the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from quiz.memory.fsrs import AGAIN, EASY, GOOD, HARD

_WORDS: Final = {
    AGAIN: "again forgot forgotten fail failed failure wrong incorrect false no f n bad null miss missed lapse lapsed "
    "unknown encore oublie echec echoue rate faux non mauvais a_revoir a_nouveau pas_su not_remembered non_su",
    HARD: "hard difficult difficile dur partially_recalled partial partiel almost close presque",
    GOOD: "good ok okay pass passed right correct true yes t y success successful remembered recalled known "
    "recalled_with_effort bien bon bonne juste vrai oui o su reussi acquis",
    EASY: "easy perfect bright easily_recalled trivial facile tres_facile parfait",
}
#: What words say, small letters without accents.
WORDS: Final = {word.replace("_", " "): rating for rating, words in _WORDS.items() for word in words.split()}

#: What numbers say, by the name of the scale as `--ratings` takes it. What is missing was no answer, or is no rating.
SCALES: Final[dict[str, dict[int, int]]] = {
    "1-4": {1: AGAIN, 2: HARD, 3: GOOD, 4: EASY},
    "0-3": {0: AGAIN, 1: HARD, 2: GOOD, 3: EASY},
    "0-1": {0: AGAIN, 1: GOOD},
    # SuperMemo's grades: from 3 on it was recalled.
    "0-5": {0: AGAIN, 1: AGAIN, 2: AGAIN, 3: HARD, 4: GOOD, 5: EASY},
    "1-5": {1: AGAIN, 2: AGAIN, 3: HARD, 4: GOOD, 5: EASY},
}
#: Columns that number four buttons, where 0 is an entry without an answer.
_BUTTONS: Final = ("ease", "buttonchosen", "button", "reviewrating")
#: Columns that say whether it was recalled.
_RECALLED: Final = (
    "y", "recalled", "recall", "remembered", "correct", "iscorrect", "wascorrect", "correctness", "success", "passed",
    "pass", "known", "outcome", "sessioncorrect",
)  # fmt: skip
#: Columns called as SuperMemo calls them.
_GRADES: Final = ("quality", "q")
#: Ratings rarer than this are slips of the file and do not make a scale.
_SLIPS: Final = 1 / 200
#: More fractions than this are shares or points.
_SHARES: Final = 1 / 20
_SPACES: Final = re.compile(r"[\s_-]+")


def folded(said: str) -> str:
    """Small letters without accents, one space between words."""
    if not said.isascii():
        said = "".join(char for char in unicodedata.normalize("NFKD", said) if not unicodedata.combining(char))
    return _SPACES.sub(" ", said.casefold()).strip()


def scale_of(name: str, ratings: Mapping[str, int], *, buttons: bool) -> str | None:
    """The scale of these ratings, each with how often it stands there; "" for words, None where it cannot be told.

    Args:
        name: what the column is called, small letters and digits only.
        ratings: what its cells say.
        buttons: whether the table has what only logs of four buttons have.
    """
    numbers: dict[float, int] = {}
    for said, times in ratings.items():
        number = number_of(said)
        if number is not None:
            numbers[number] = numbers.get(number, 0) + times
    if not numbers:
        return ""
    if buttons or name in _BUTTONS:
        return "1-4"
    all_ = sum(numbers.values())
    if sum(times for number, times in numbers.items() if number != int(number)) > max(1, all_ * _SHARES):
        return None
    whole = {int(number) for number, times in numbers.items() if number == int(number) and times >= all_ * _SLIPS}
    if whole <= {0, 1} and (0 in whole or name in _RECALLED):
        return "0-1"
    if whole <= {1, 2, 3, 4}:
        return None if name in _GRADES else "1-4"
    if whole <= {0, 1, 2, 3, 4, 5} and (5 in whole or name in _GRADES):
        return "0-5" if 0 in whole else "1-5"
    return None


def scale_said(said: str) -> dict[int, int] | None:
    """The scale that somebody names, or lists as `0=again,1=good`; None where that is none."""
    if said in SCALES:
        return SCALES[said]
    found = {}
    for pair in said.split(","):
        number, equals, word = pair.partition("=")
        rating = WORDS.get(folded(word)) or (int(word) if word.strip() in {"1", "2", "3", "4"} else None)
        if not equals or not number.strip().isdecimal() or rating is None:
            return None
        found[int(number)] = rating
    return found


def rating_of(said: str, scale: Mapping[int, int]) -> int | str:
    """What a cell says; or why it is no rating, as the code of a problem."""
    number = number_of(said)
    if number is None:
        return WORDS.get(folded(said), "import-review-rating")
    if number != int(number):
        return "import-review-rating"
    return scale.get(int(number), "import-review-manual" if number == 0 else "import-review-rating")


def number_of(said: str) -> float | None:
    """A number of less than eighteen digits; None for anything else."""
    try:
        found = float(said)
    except ValueError:
        return None
    return found if abs(found) < 1e18 else None


def duration_of(said: str) -> float | None:
    """A duration, also with a comma before its fraction."""
    return number_of(said.replace(",", ".") if said.count(",") == 1 and "." not in said else said)
