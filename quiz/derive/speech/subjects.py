"""The subject of a verb of saying: the noun phrase before it, after an inversion, or that of the main clause.

A phrase goes from its determiner or first name to the last word of its complements. What is set between it and the
verb (apposition, relative clause, participle, age) is skipped; a name set beside a noun ("le maire, Jean Dupont,") is
taken in, because the noun alone would name nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quiz.derive.speech import words as w
from quiz.derive.speech.onward import forward, over_adverbials, over_leads
from quiz.derive.speech.phrases import Phrase, adverb, back, ending, named
from quiz.derive.speech.stream import Token
from quiz.language import sayings, verbs

#: A capital of these is that of the sentence.
_SMALL: Final = w.DETERMINERS | w.PREPOSITIONS | w.CONJUNCTIONS


def before(line: Sequence[Token], verb: int, language: str, floor: int = 0) -> Phrase | None:
    """The subject that ends before the token `verb` (the first of the verb group); None where none does."""
    last = verb - 1
    while (
        last > floor and line[last].kind == "word" and adverb(line[last], language) and line[last - 1].kind == "comma"
    ):
        last -= 1
    if last < floor:
        return None
    token = line[last]
    if token.kind == "word" and token.key in w.RELATIVES and token.key not in ("that", "où", "dont"):
        last -= 1
        return _antecedent(line, last, language, floor)
    if token.kind == "word" and token.key == "that":
        return None
    if token.kind == "word" and (token.key in w.PRONOUNS or token.key in w.THIRD):
        return Phrase(last, last)
    closed = token.kind in ("comma", "close", "dash")
    if closed:
        return _over_insertions(line, last, language, floor)
    reduced = _reduced(line, verb, language, floor)
    if reduced is not None:
        return reduced
    first = back(line, last, language, floor)
    if first is None or (first == last and token.kind == "quote"):
        return None
    return _unclosed(line, Phrase(first, last), language, floor) or Phrase(first, last)


def _unclosed(line: Sequence[Token], role: Phrase, language: str, floor: int) -> Phrase | None:
    """The name before an apposition that no comma closes: "Jane Roe, a surgeon in Leeds told"."""
    at = role.first - 2
    head = line[role.first]
    if at < floor or line[at + 1].kind != "comma" or not line[at].capital or head.capital:
        return None
    beside = head.key in ("a", "an", "un", "une") or (
        head.key not in w.DETERMINERS
        and head.key not in w.TEMPORAL
        and head.kind == "word"
        and not line[at].key.isdigit()
    )
    first = back(line, at, language, floor)
    if not beside or first is None or (first > floor and line[first - 1].kind not in ("quote", "comma", "stop")):
        return None
    if first > floor and line[first - 1].kind == "comma" and (first - 1 == floor or line[first - 2].kind != "quote"):
        return None
    return Phrase(first, at) if all(one.capital or one.key in w.PARTICLES for one in line[first : at + 1]) else None


def _reduced(line: Sequence[Token], verb: int, language: str, floor: int) -> Phrase | None:
    """The head of a noun with a participle and what this governs: "a report | published on Monday | says"."""
    for at in range(verb - 1, max(floor, verb - 14), -1):
        token = line[at]
        if (
            token.kind not in ("word", "elided", "number")
            or token.key in w.SUBORDINATORS
            or token.key in w.CONJUNCTIONS
        ):
            return None
        governs = at + 1 < verb and (
            line[at + 1].key in w.PREPOSITIONS or line[at + 1].key in w.TEMPORAL or line[at + 1].kind == "elided"
        )
        if not governs or token.capital or not participial(token, language):
            continue
        head = line[at - 1]
        if head.kind != "word" or head.key in w.DETERMINERS or head.key in w.PREPOSITIONS or adverb(head, language):
            return None
        if head.key in w.AUXILIARIES_FR or head.key in w.AUXILIARIES_EN or head.key in w.CLITICS_FR:
            return None
        first = back(line, at - 1, language, floor)
        if first is None or (language == "fr" and line[first].key not in w.DETERMINERS and line[first].key != "des"):
            return None
        return Phrase(first, at - 1)
    return None


def participial(token: Token, language: str) -> bool:
    """Whether a word may be a participle that follows its noun."""
    if token.kind != "word":
        return False
    if language == "fr":
        return verbs.is_participle(token.key, "fr") or (verbs.is_gerund(token.key, "fr") and len(token.key) > 5)
    return verbs.is_participle(token.key, "en") or verbs.is_gerund(token.key, "en")


def after(line: Sequence[Token], verb: int, language: str, ceiling: int | None = None) -> Phrase | None:
    """The subject that follows the token `verb` (the last of the verb group) in an inversion."""
    end = len(line) if ceiling is None else ceiling
    if verb + 2 < end and line[verb + 1].kind == "comma" and line[verb + 2].kind == "word":
        closing = next(
            (one for one in range(verb + 2, min(end, verb + 12)) if line[one].kind not in ("word", "elided", "number")),
            None,
        )
        if closing is not None and line[closing].kind == "comma":
            verb = closing
    at = over_adverbials(line, verb + 1, end, language)
    if at >= end or line[at].kind not in ("word", "elided", "number", "quote"):
        return _swallowed(line, verb + 1, min(at, end)) if language == "fr" else None
    if line[at].key in ("l'", "le", "la", "les") and at + 1 < end and line[at + 1].key in ("avoir", "être"):
        return None
    if line[at].key in w.PRONOUNS and not line[at].capital and line[at].key not in w.DETERMINERS:
        return Phrase(at, at)
    last = forward(line, at, end, language)
    if last is None:
        return None
    phrase = Phrase(at, last)
    if not named(line, phrase) and last + 2 < end and line[last + 1].kind == "comma":
        return _with_name(line, phrase, end, language)
    return phrase


def _swallowed(line: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """A name that a complement before it seemed to hold: "lança à un moment | Paul Durand"."""
    last = end - 1
    first = last
    while first > begin and line[first - 1].capital:
        first -= 1
    if first <= begin or first == last or not line[first].capital:
        return None
    before_it = line[first - 1]
    return Phrase(first, last) if before_it.kind == "word" and before_it.key not in w.PREPOSITIONS else None


def main(line: Sequence[Token], end: int, language: str) -> Phrase | None:
    """The subject of the first clause of a sentence, looked for before the token `end`."""
    finite = w.FINITE_FR if language == "fr" else w.FINITE_EN
    at = over_leads(line, 0, end, language)
    cleft = (
        at + 2 < end and line[at].key in ("c'", "it", "ce") and line[at + 1].key in ("est", "is", "was", "fut", "sont")
    )
    if cleft and any(line[place].key in ("qui", "who") for place in range(at + 3, min(end, at + 24))):
        return after(line, at + 1, language)
    for place in range(at + 1, end):
        token = line[place]
        if token.kind != "word" or token.capital:
            continue
        verb = token.key in finite or finite_saying(line, place, language) or _acts(line, at, place, language)
        if not verb or line[place - 1].key in w.RELATIVES or line[place - 1].key in ("qu'", "que"):
            continue
        group = place
        while (
            group > at
            and line[group - 1].key in w.CLITICS_FR
            and (group - 1 > at or line[group - 1].key in w.CLITICS_BARE)
        ):
            group -= 1
        found = before(line, group, language, at)
        if found is not None and found.first >= at:
            return found
    if at >= end or line[at].kind == "quote":
        return None
    if line[at].key in w.PRONOUNS and line[at].kind == "word":
        return Phrase(at, at)
    if line[at].key in ("de", "d'", "du", "quoi"):
        return None
    last = forward(line, at, end, language, before_verb=True)
    return _with_name(line, Phrase(at, last), end, language) if last is not None else None


def _acts(line: Sequence[Token], first: int, place: int, language: str) -> bool:
    """Whether a word right after a name is a finite verb of any kind: "Ward reacted in a letter"."""
    named_one = all(one.kind == "word" and one.capital and one.key not in _SMALL for one in line[first:place])
    return (
        named_one
        and not adverb(line[place], language)
        and any(form.tense in ("past", "imperfect") for form in verbs.forms(line[place].key, language))
    )


def _with_name(line: Sequence[Token], phrase: Phrase, end: int, language: str) -> Phrase:
    """A noun with the name that is set beside it: "le maire, Jean Dupont"."""
    at = phrase.last + 2
    if named(line, phrase) or at >= end or line[at - 1].kind != "comma":
        return phrase
    if line[at].capital or line[at].key in ("le", "la", "l'", "the"):
        last = forward(line, at, end, language)
        if last is not None and (
            line[at].capital or any(line[place].capital for place in range(at + 1, min(last + 1, at + 4)))
        ):
            beside = Phrase(at, last)
            if line[at].capital or not any(line[place].key in w.PREPOSITIONS for place in range(at, last)):
                return Phrase(phrase.first, beside.last)
    return phrase


def finite_saying(line: Sequence[Token], place: int, language: str) -> bool:
    """Whether the word at `place` is a finite verb of saying, and no noun."""
    if place and (line[place - 1].key in w.DETERMINERS or line[place - 1].key in w.PREPOSITIONS):
        return False
    return any("finite" in one.forms for one in sayings.said(line[place].key, language))


def _antecedent(line: Sequence[Token], last: int, language: str, floor: int) -> Phrase | None:
    while last >= floor and line[last].kind == "comma":
        last -= 1
    if last < floor:
        return None
    if line[last].key in w.PRONOUNS and line[last].kind == "word":
        return Phrase(last, last)
    if line[last].kind == "close":
        return _over_insertions(line, last, language, floor)
    first = back(line, last, language, floor)
    if first is None:
        # "cédés à la société X, qui promet": the noun before the relative, whatever brings it.
        return ending(line, last, floor)
    name = next((at for at in range(last, first, -1) if not line[at].capital), first)
    if (
        line[last + 1].kind != "comma"
        and first < name < last
        and line[name].key in ("à", "avec", "contre", "chez", "to")
    ):
        return Phrase(name + 1, last)  # "a refusé l'accès à Orvex qui dit"
    phrase = Phrase(first, last)
    return _wider(line, phrase, language, floor) if line[last + 1].kind == "comma" else phrase


def _over_insertions(line: Sequence[Token], last: int, language: str, floor: int) -> Phrase | None:
    """The phrase before what is set between commas, dashes or brackets, the last sign of which is at `last`."""
    at = last
    inner: Phrase | None = None
    for _ in range(6):
        opened = _opened(line, at, floor)
        if opened is None:
            break
        content = Phrase(opened + 1, at - 1)
        previous = opened - 1
        if previous < floor:
            break
        if content.last >= content.first and inner is None and _bare(line, content, language):
            inner = content
        before_it = line[previous]
        if before_it.kind in ("comma", "close", "dash"):
            at = previous
            continue
        if before_it.key in w.THIRD and before_it.kind == "word":
            return Phrase(previous, previous)
        first = back(line, previous, language, floor)
        if first is not None and not _adverbial(line, first, previous, floor):
            phrase = Phrase(first, previous)
            if opened - 1 == previous and first > floor and line[first - 1].kind == "comma":
                wide = _wider(line, phrase, language, floor)
                if wide.first < phrase.first:
                    return wide
            if (
                not named(line, phrase)
                and inner is not None
                and line[inner.first].capital
                and inner.first == opened + 1
            ):
                return Phrase(first, inner.last)
            return phrase
        if _insertion(line, content, language) and first is None and line[opened].kind == "comma":
            at = opened
            if inner is None:
                continue
        break
    return inner


def _opened(line: Sequence[Token], closed: int, floor: int) -> int | None:
    kind = line[closed].kind
    wanted = {"close": "open", "comma": "comma", "dash": "dash"}[kind]
    depth = 0
    for at in range(closed - 1, floor - 1, -1):
        here = line[at].kind
        if kind != "close" and here == "close":
            depth += 1
        elif here == "open":
            if kind == "close":
                return at
            depth -= 1
        elif here == wanted and depth == 0:
            return at
        elif here in ("colon", "semicolon") and kind != "close":
            return None
    return None


def _insertion(line: Sequence[Token], content: Phrase, language: str) -> bool:
    """Whether what stands between commas is a relative clause, a participle, an adverb: no noun phrase."""
    if content.last < content.first:
        return True
    return not _bare(line, content, language)


def _bare(line: Sequence[Token], content: Phrase, language: str) -> bool:
    """Whether the tokens are one noun phrase and nothing else."""
    head = line[content.first]
    if head.kind == "number" or (head.kind == "word" and not head.capital and adverb(head, language)):
        return False
    if head.kind == "word" and (
        head.key in w.PREPOSITIONS or head.key in w.SUBORDINATORS or head.key in w.CONJUNCTIONS
    ):
        return False
    if head.key in w.LEADS or head.key in w.TEMPORAL:
        return False
    return back(line, content.last, language, content.first) == content.first


def _adverbial(line: Sequence[Token], first: int, last: int, floor: int) -> bool:
    """Whether a phrase before a comma is a time or a lead, not a subject."""
    head = line[first]
    if head.key in w.LEADS or head.key in w.TEMPORAL:
        return True
    previous = line[first - 1] if first > floor else None
    if previous is not None and previous.kind == "word" and (previous.key in w.PREPOSITIONS or previous.key in w.LEADS):
        return True
    if any(line[at].kind == "word" and line[at].key in w.TEMPORAL for at in range(first, last + 1)):
        return head.key in w.DETERMINERS and last - first <= 3
    return False


def _wider(line: Sequence[Token], phrase: Phrase, language: str, floor: int) -> Phrase:
    """The phrase with what it is set beside, which another comma closes: "son avocat, Luc Ferrand, | a dit"."""
    first = phrase.first
    if first - 2 < floor or line[first - 1].kind != "comma":
        return phrase
    start = back(line, first - 2, language, floor)
    if start is None or _adverbial(line, start, first - 2, floor):
        return phrase
    edge = line[start - 1] if start > floor else None
    if edge is not None and edge.kind == "word" and not edge.capital and edge.key not in w.CONJUNCTIONS:
        return phrase
    beside = Phrase(start, first - 2)
    return beside if named(line, beside) else Phrase(start, phrase.last)
