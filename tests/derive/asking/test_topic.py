"""What an article is about, as a few words before a question."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz.derive.asking import topic
from quiz.derive.document import Scene

#: Language, title, text, what stands before a question ("" where the topic is not sure).
TOPICS = (
    ("fr", "Larvac vote la fermeture du chantier Orvane", "Le chantier Orvane ferme. Orvane part.",
     "À propos de la fermeture du chantier Orvane (mars 2024)\u00a0: "),
    ("fr", "Au procès du maire de Larvac, un silence", "Le maire de Larvac se tait au procès de Larvac.",
     "À propos du procès du maire de Larvac (mars 2024)\u00a0: "),
    ("fr", "Le recul des glaciers : chiffres", "Des glaciers fondent et le recul se voit.",
     "À propos du recul des glaciers (mars 2024)\u00a0: "),
    ("fr", "Un chat perdu rentre à Larvac", "Un chat est perdu. Il rentre.", ""),
    ("en", "Judge halts Orvane shipyard sale today", "The Orvane shipyard stays. A sale is off, a judge says.",
     "On the Orvane shipyard sale (March 2024): "),
    ("en", "A cat comes home", "A cat is home. It sleeps.", ""),
)  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text", "expected"), TOPICS)
def test_a_topic_is_the_noun_phrase_of_the_title(
    stage: Callable[..., Scene], language: str, title: str, text: str, expected: str
) -> None:
    """The title's words from a definite article to a name, or a name with its nouns; else nothing."""
    scene = stage(text, language, title=title, published="2024-03-13")
    assert topic.lead(scene, language) == expected


def test_the_party_that_an_article_names_again_and_again_is_its_topic(stage: Callable[..., Scene]) -> None:
    """Without a title the first paragraph has to name it, and no other party comes near."""
    text = "Orvane Ltd sells boats.\n\n" + "Orvane Ltd builds boats. " * 4 + "\n\nLarvac Ltd buys one boat."
    assert topic.lead(stage(text, "en"), "en") == "On Orvane Ltd: "
    text = "Orvane Ltd sells boats to Larvac Ltd.\n\n" + "Orvane Ltd builds boats for Larvac Ltd. " * 4
    assert topic.lead(stage(text, "en"), "en") == ""
