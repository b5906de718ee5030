"""The numbers of a card stand for what the rules between cards look up."""

from __future__ import annotations

import random

from quiz.deck.lint.between import Entry, contents_without, is_fact, is_qualified, shorter_questions
from quiz.deck.lint.signs import signs
from quiz.problem import Place

WORDS = ("what", "in", "1998", "1789", "Paris", "Rome", "river", "bridge", "charter", "during", "the", "sealed", "by")


def entry(chance: random.Random) -> Entry:
    """A question made of a few words by chance."""
    words = chance.choices(WORDS, k=chance.randint(1, 9))
    content = frozenset(word.lower() for word in words) - {"in", "the", "what", "during", "by"}
    special = frozenset(word.lower() for word in words[1:] if not word.islower()) & content
    low = tuple(word.lower() for word in words)
    return Entry(Place("a"), "a", "d", "en", "answer", low, content, special, chance.choice(("", "x")), frozenset())


def test_each_wording_that_is_looked_for_has_its_number():
    """What an entry would be told with is found by the number of a question that says just that."""
    chance = random.Random(1)
    looked = 0
    for _ in range(2000):
        one = entry(chance)
        found = signs([one])
        less = list(contents_without(one)) if one.answer and is_fact(one) else []
        shorter = [words for words, _ in shorter_questions(one.words)] if is_qualified(one) else []
        wanted = [signs([one._replace(content=content, special=content & one.special)]).fact[0] for content in less]
        wanted += [signs([one._replace(words=words)]).question[0] for words in shorter]

        assert sorted(found.sought) == sorted(wanted)
        assert list(found.counts) == [len(wanted)]
        looked += len(wanted)
    assert looked > 1000


def test_the_order_of_words_counts_in_questions_only():
    """Two orders of the same words are one fact and two questions."""
    words = ("which", "king", "of", "france", "sealed", "it")
    one = Entry(Place("a"), "a", "d", "en", "answer", words, frozenset(words), frozenset(), "x", frozenset())
    first, second = signs([one]), signs([one._replace(words=words[::-1])])

    assert first.fact == second.fact
    assert first.question != second.question
    assert 0 not in (first.fact[0], first.question[0], second.question[0])
