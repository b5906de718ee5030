"""Who said it, and with which word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from quiz.derive.asking import asked
from quiz.derive.document import Scene
from quiz.derive.fact import Fact, Span

#: Language, title, text, words, speaker, and what is asked.
QUOTES = (
    ("fr", "", "« Le port est mort, vive le port de Larvac », a dit Luc Ardent.",
     "Le port est mort, vive le port de Larvac",
     "Luc Ardent", "Qui a dit, en mars 2024\u00a0: «\u00a0Le port est mort, vive le port de Larvac\u00a0»\u00a0?"),
    ("fr", "", "« Le port est mort de sa belle mort », a écrit Luc Ardent, directeur du musée Orvane.",
     "Le port est mort de sa belle mort", "Luc Ardent",
     ("Quel directeur du musée Orvane a écrit, en mars 2024\u00a0: "
     "«\u00a0Le port est mort de sa belle mort\u00a0»\u00a0?")),
    ("fr", "Le port d'Orvane sera vendu", "« Le port est mort de sa belle mort », a dit Luc Ardent.",
     "Le port est mort de sa belle mort", "Luc Ardent",
     ("Dans l'article «\u00a0Le port d'Orvane sera vendu\u00a0» (mars 2024), qui a dit\u00a0: "
     "«\u00a0Le port est mort de sa belle mort\u00a0»\u00a0?")),
    ("fr", "Orvane vend le port", "« Le port est mort de sa belle mort », a dit Luc Ardent, loin d'Orvane.",
     "Le port est mort de sa belle mort", "Luc Ardent",
     "À propos d'Orvane, qui a dit, en mars 2024\u00a0: «\u00a0Le port est mort de sa belle mort\u00a0»\u00a0?"),
    ("en", "", "“A harbour is a promise made to Larvac,” said Ann Pell.",
     "A harbour is a promise made to Larvac", "Ann Pell",
     "Who said in March 2024: “A harbour is a promise made to Larvac”?"),
    ("en", "", "“A harbour is a promise broken,” wrote Ann Pell, a spokeswoman for Orvane Bank.",
     "A harbour is a promise broken", "Ann Pell",
     "Which spokeswoman for Orvane Bank wrote in March 2024: “A harbour is a promise broken”?"),
    ("en", "", "“A harbour is a promise broken,” said Ann Pell.", "A harbour is a promise broken", "Ann Pell",
     "Ann Pell: “A harbour is a promise {{answer: broken}}”"),
    ("fr", "", "« Le port est une promesse tenue », a dit Luc Ardent.", "Le port est une promesse tenue", "Luc Ardent",
     "Luc Ardent\u00a0: «\u00a0Le port est une promesse {{answer: tenue}}\u00a0»"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text", "words", "speaker", "expected"), QUOTES)
def test_a_quotation_is_asked_with_what_it_is_about(
    stage: Callable[..., Scene],
    fact: Callable[..., Fact],
    language: str,
    title: str,
    text: str,
    words: str,
    speaker: str,
    expected: str,
) -> None:
    """By the office of the speaker, the title or the words themselves; and with its last word left out."""
    after = {
        "fr": "\n\nOrvane est à Larvac, et Orvane y reste.",
        "en": "\n\nOrvane is in Larvac, and Orvane stays there.",
    }
    scene = stage(text + after[language], language, published="2024-03-13", title=title)
    cue = next((text.index(one) for one in ("écrit", "wrote", "dit", "said") if one in text), 0)
    quote = fact(scene, "quote", words, said_by=speaker, cue_at=Span(cue, cue + 5))
    assert expected in [draft.question or draft.answer.text for draft in asked([quote], scene)]


@pytest.mark.parametrize("speaker", ["une voisine de Larvac", "Les marins", "sources syndicales", "Marie"])
def test_who_has_no_full_name_is_not_asked_for(
    stage: Callable[..., Scene], fact: Callable[..., Fact], speaker: str
) -> None:
    """Nobody can answer with "a neighbour"."""
    scene = stage(f"« Le port est une promesse tenue », a dit {speaker}. Larvac est un port.", "fr")
    assert asked([fact(scene, "quote", "Le port est une promesse tenue", said_by=speaker)], scene) == ()


def test_a_pronoun_is_nobody_where_two_are_named(stage: Callable[..., Scene], fact: Callable[..., Fact]) -> None:
    """A quotation of "elle" is asked only where the paragraph names one person alone."""
    alone = stage("Marie Orvane est venue. « Le port est une promesse tenue », a-t-elle dit.", "fr")
    both = stage("Marie Orvane et Luc Ardent sont venus. « Le port est une promesse tenue », a-t-elle dit.", "fr")
    counts = []
    for scene in (alone, both):
        at = scene.document.article.text.index("elle dit")
        quote = fact(
            scene, "quote", "Le port est une promesse tenue", speaker="Marie Orvane", speaker_at=Span(at, at + 4)
        )
        counts.append(len(asked([quote], scene)))
    assert counts[0] > 0
    assert counts[1] == 0


def test_of_a_long_quotation_the_fullest_sentence_is_shown(
    stage: Callable[..., Scene], fact: Callable[..., Fact]
) -> None:
    """Nobody reads forty words to say who said them."""
    words = (
        "Bon. "
        + "Le grand port marchand de Larvac nourrit toujours ses marins, ses notaires et ses poètes. " * 2
        + "Voilà."
    )
    scene = stage(f"« {words} », a dit Luc Ardent.", "fr")
    shown = [draft.question for draft in asked([fact(scene, "quote", words, said_by="Luc Ardent")], scene)]
    assert shown
    assert all("poètes" in question and "Voilà" not in question for question in shown if question)


REPORTED: tuple[tuple[str, str, str, str, str], ...] = (
    ("fr", "Luc Ardent a annoncé que le port de Larvac fermerait en mai.", "a annoncé",
     "le port de Larvac fermerait en mai", "Qui a annoncé que le port de Larvac fermerait en mai\u00a0?"),
    ("fr", "Luc Ardent affirme qu'Orvane fermera le port en mai.", "affirme", "Orvane fermera le port en mai",
     "Qui a affirmé qu'Orvane fermera le port en mai\u00a0?"),
    ("en", "Luc Ardent warned that Larvac would lose its harbour by May.", "warned",
     "Larvac would lose its harbour by May", "Who warned that Larvac would lose its harbour by May?"),
    ("en", "Luc Ardent promised to close Larvac harbour by May.", "promised", "to close Larvac harbour by May",
     "Who promised to close Larvac harbour by May?"),
    ("en", "Luc Ardent denied that Larvac would lose its harbour.", "denied", "Larvac would lose its harbour",
     "Who denied that Larvac would lose its harbour?"),
    ("fr", "Luc Ardent espère que le port de Larvac ouvrira en mai.", "espère", "le port de Larvac ouvrira en mai",
     "Qui a dit espérer que le port de Larvac ouvrira en mai ?"),
    ("fr", "Luc Ardent nie que le port de Larvac soit fermé.", "nie", "le port de Larvac soit fermé",
     "Qui a nié que le port de Larvac soit fermé ?"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "cue", "words", "expected"), REPORTED)
def test_reported_speech_is_asked_with_its_verb(
    stage: Callable[..., Scene],
    fact: Callable[..., Fact],
    language: str,
    text: str,
    cue: str,
    words: str,
    expected: str,
) -> None:
    """The clause stands as it is behind the verb of saying."""
    scene = stage(f"{text} Larvac, Orvane.", language)
    place = Span(text.index(cue), text.index(cue) + len(cue))
    more: dict[str, Any] = {"said_by": "Luc Ardent", "cue_at": place}
    assert [draft.question for draft in asked([fact(scene, "reported", words, **more)], scene)] == [expected]


def test_what_somebody_wants_to_believe_is_not_what_he_says(
    stage: Callable[..., Scene], fact: Callable[..., Fact]
) -> None:
    """Behind "veut croire que" nothing is said: the clause is asked by its values alone."""
    text = "Luc Ardent veut croire que le port de Larvac ouvrira en mai."
    scene = stage(text, "fr")
    place = Span(text.index("veut croire"), text.index(" que"))
    more: dict[str, Any] = {"said_by": "Luc Ardent", "cue_at": place}
    assert asked([fact(scene, "reported", "le port de Larvac ouvrira en mai", **more)], scene) == ()
