"""The subject of a verb of saying: the noun phrase before it, after an inversion, or that of the main clause.

A phrase goes from its determiner or first name to the last word of its complements. What is set between it and the
verb (apposition, relative clause, participle, age) is skipped; a name set beside a noun ("le maire, Jean Dupont,") is
taken in, because the noun alone would name nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quiz.derive.fact import Span
from quiz.derive.speech import words as w
from quiz.derive.speech.stream import Token
from quiz.language import sayings

#: Longer ones are no subjects but a parse gone astray.
_LONGEST = 32
_DIRECT = w.DETERMINERS | w.JOINING_DETERMINERS


class Phrase(NamedTuple):
    """Tokens `first` to `last` (included) of a line."""

    first: int
    last: int

    def span(self, line: Sequence[Token]) -> Span:
        """Where it stands in the article."""
        return Span(line[self.first].start, line[self.last].end)


def before(line: Sequence[Token], verb: int, language: str, floor: int = 0) -> Phrase | None:
    """The subject that ends before the token `verb` (the first of the verb group); None where none does."""
    last = verb - 1
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
    first = _back(line, last, language, floor)
    if first is None:
        return None
    return _wider(line, Phrase(first, last), language, floor)


def after(line: Sequence[Token], verb: int, language: str, ceiling: int | None = None) -> Phrase | None:
    """The subject that follows the token `verb` (the last of the verb group) in an inversion."""
    end = len(line) if ceiling is None else ceiling
    if verb + 2 < end and line[verb + 1].kind == "comma" and line[verb + 2].kind == "word":
        closing = next((one for one in range(verb + 2, min(end, verb + 9)) if line[one].kind != "word"), None)
        if closing is not None and line[closing].kind == "comma":
            verb = closing
    at = _over_adverbials(line, verb + 1, end, language)
    if at >= end or line[at].kind not in ("word", "elided", "number", "quote"):
        return None
    if line[at].key in ("l'", "le", "la", "les") and at + 1 < end and line[at + 1].key in ("avoir", "être"):
        return None
    if line[at].key in w.PRONOUNS and not line[at].capital and line[at].key not in w.DETERMINERS:
        return Phrase(at, at)
    last = _forward(line, at, end, language)
    if last is None:
        return None
    phrase = Phrase(at, last)
    if not _named(line, phrase) and last + 2 < end and line[last + 1].kind == "comma":
        return _with_name(line, phrase, end, language)
    return phrase


def main(line: Sequence[Token], end: int, language: str) -> Phrase | None:
    """The subject of the first clause of a sentence, looked for before the token `end`."""
    finite = w.FINITE_FR if language == "fr" else w.FINITE_EN
    at = _over_leads(line, 0, end, language)
    for place in range(at + 1, end):
        token = line[place]
        if token.kind != "word" or token.capital:
            continue
        verb = token.key in finite or _finite_saying(line, place, language)
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
    if at >= end:
        return None
    if line[at].key in w.PRONOUNS and line[at].kind == "word":
        return Phrase(at, at)
    if line[at].key in ("de", "d'", "du", "quoi"):
        return None
    last = _forward(line, at, end, language, before_verb=True)
    return _with_name(line, Phrase(at, last), end, language) if last is not None else None


def _with_name(line: Sequence[Token], phrase: Phrase, end: int, language: str) -> Phrase:
    """A noun with the name that is set beside it: "le maire, Jean Dupont"."""
    at = phrase.last + 2
    if _named(line, phrase) or at >= end or line[at - 1].kind != "comma":
        return phrase
    if line[at].capital or line[at].key in ("le", "la", "l'", "the"):
        last = _forward(line, at, end, language)
        if last is not None and (
            line[at].capital or any(line[place].capital for place in range(at + 1, min(last + 1, at + 4)))
        ):
            beside = Phrase(at, last)
            if line[at].capital or not any(line[place].key in w.PREPOSITIONS for place in range(at, last)):
                return Phrase(phrase.first, beside.last)
    return phrase


def ending(line: Sequence[Token], last: int, language: str, floor: int = 0) -> Phrase | None:
    """The innermost phrase that ends at `last`, whatever brings it: "cédés à | la société X", "arrache à | l'élue Y"."""
    first = next((at for at in range(last, max(floor, last - 10) - 1, -1) if line[at].key in _DIRECT), None)
    if first is None:
        first = last
        while first > floor and line[first - 1].kind == "word" and line[first - 1].capital:
            first -= 1
        return Phrase(first, last) if line[first].capital else None
    return Phrase(first, last)


def _finite_saying(line: Sequence[Token], place: int, language: str) -> bool:
    if place and (line[place - 1].key in w.DETERMINERS or line[place - 1].key in w.PREPOSITIONS):
        return False
    return any("finite" in one.forms for one in sayings.said(line[place].key, language))


def _named(line: Sequence[Token], phrase: Phrase) -> bool:
    """Whether its head is a name: a capital that no preposition brings."""
    for place in range(phrase.first, phrase.last + 1):
        token = line[place]
        if token.kind == "word" and token.key in w.BINDING and place > phrase.first:
            return False
        if token.capital and token.key not in _DIRECT and not (place == phrase.first and phrase.last > place):
            return True
    return line[phrase.first].capital and line[phrase.first].key not in _DIRECT


def adverb(token: Token, language: str) -> bool:
    """Whether a word is an adverb: from the table, or by its ending."""
    key = token.key
    if token.kind != "word":
        return False
    if key in w.ADVERBS:
        return True
    return (
        not token.capital
        and len(key) > 4
        and key.endswith("ment" if language == "fr" else "ly")
        and key not in w.NOT_ADVERBS
    )


def _stops(token: Token, language: str) -> bool:
    """Whether no noun phrase reaches over this token."""
    if token.kind in ("colon", "semicolon", "stop", "comma", "dash", "close", "open"):
        return True
    if token.kind != "word" or token.capital:
        return False
    key = token.key
    if key in w.SUBORDINATORS or key in w.TEMPORAL:
        return True
    if (key in w.PRONOUNS or key in w.NOBODY) and key not in w.DETERMINERS:
        return True
    return key in (w.FINITE_FR if language == "fr" else w.FINITE_EN)


def _back(line: Sequence[Token], last: int, language: str, floor: int) -> int | None:
    """The first token of the noun phrase that ends at `last`."""
    at = last
    first = None
    while at >= floor and last - at < _LONGEST:
        token = line[at]
        if token.kind == "close" and at > floor + 1:
            opened = at
            while opened > floor and line[opened].kind != "open":
                opened -= 1
            if line[opened].kind != "open" or at - opened > 8:
                break
            at = opened - 1
            continue
        if token.capital and token.key in w.TEMPORAL:
            break
        if token.kind == "quote":
            previous = line[at - 1] if at > floor else None
            if (
                previous is None
                or previous.kind != "word"
                or previous.key in w.PREPOSITIONS
                or previous.key in w.CONJUNCTIONS
            ):
                break
            if not previous.capital and (at == last or not line[at + 1].capital):
                if at != last:
                    break
            at -= 1
            continue
        if _stops(token, language) or (
            token.kind == "word" and not token.capital and adverb(token, language) and at != last
        ):
            if token.kind == "word" and token.key in w.TEMPORAL and at == last:
                return None
            break
        if token.kind == "word" and token.key in w.CONJUNCTIONS and not token.capital:
            if not _joins(line, at, floor, language) and not _both(line, at, floor, language):
                break
            at -= 1
            continue
        if token.kind == "word" and token.key in w.DETERMINERS:
            first = at
            previous = line[at - 1] if at > floor else None
            if previous is None or previous.kind != "word":
                break
            if previous.key in w.PREPOSITIONS or previous.key in w.DETERMINERS or previous.key in w.CONJUNCTIONS:
                at -= 1
                continue
            break
        first = at
        at -= 1
    if first is None:
        return None
    return _trimmed(line, first, last, language)


def _joins(line: Sequence[Token], conjunction: int, floor: int, language: str) -> bool:
    """Whether "et", "and" joins two parts of one noun phrase: two names, or two complements."""
    if line[conjunction].key not in ("et", "and", "ou", "or") or conjunction - 1 < floor:
        return False
    left, right = line[conjunction - 1], line[conjunction + 1]
    if left.kind != "word" or right.kind != "word":
        return False
    if left.capital and right.capital:
        at = conjunction - 1
        while at > floor and line[at - 1].kind == "word" and line[at - 1].capital:
            at -= 1
        if at == floor or line[at - 1].kind in ("comma", "semicolon", "colon"):
            return True
        return line[at - 1].key in _DIRECT or line[at - 1].key in w.BINDING or not line[at - 1].capital
    if right.key in ("de", "du", "des", "d'", "à", "of", "for"):
        return any(line[at].key == right.key for at in range(max(floor, conjunction - 6), conjunction))
    if right.key in w.DETERMINERS:
        return False
    return (
        not left.capital
        and not right.capital
        and language == "en"
        and conjunction - floor > 1
        and _nominal(line[conjunction - 2])
    )


def _both(line: Sequence[Token], conjunction: int, floor: int, language: str) -> bool:
    """Whether a clause begins with two subjects: "The mayor and the bishop said"."""
    if line[conjunction].key not in ("et", "and") or line[conjunction + 1].key not in _DIRECT:
        return False
    first = _back(line, conjunction - 1, language, floor)
    if (
        first is None
        or line[first].key in w.PREPOSITIONS
        or (line[first].key not in _DIRECT and not line[first].capital)
    ):
        return False
    edge = line[first - 1] if first > floor else None
    return (
        edge is None or edge.kind in ("semicolon", "colon", "stop") or edge.key in ("mais", "but", "que", "qu'", "that")
    )


def _nominal(token: Token) -> bool:
    return token.kind == "word" and (token.key in w.DETERMINERS or token.key in w.BINDING)


def _trimmed(line: Sequence[Token], first: int, last: int, language: str) -> int | None:
    """The phrase without the adverbs and prepositions at its front; None where it hangs on a preposition."""
    while (
        first <= last
        and line[first].kind == "word"
        and (adverb(line[first], language) or line[first].key in w.CONJUNCTIONS)
    ):
        if line[first].key in w.DETERMINERS:
            break
        first += 1
    if first > last:
        return None
    head = line[first]
    if head.kind == "word" and head.key in w.PREPOSITIONS:
        if head.key == "des" or (
            head.key in ("d'",) and first + 1 <= last and line[first + 1].key in ("autres", "anciens")
        ):
            return first
        # "Après la mort d'un proche le maire a dit": the last determiner that no preposition brings.
        for at in range(last, first + 1, -1):
            if line[at].key in w.DETERMINERS and line[at - 1].kind == "word":
                previous = line[at - 1].key
                if previous not in w.PREPOSITIONS and previous not in w.DETERMINERS:
                    return at
        return None
    if head.kind not in ("word", "number", "quote") or head.tied:
        return None
    return first


def _antecedent(line: Sequence[Token], last: int, language: str, floor: int) -> Phrase | None:
    while last >= floor and line[last].kind == "comma":
        last -= 1
    if last < floor:
        return None
    if line[last].key in w.PRONOUNS and line[last].kind == "word":
        return Phrase(last, last)
    if line[last].kind == "close":
        return _over_insertions(line, last, language, floor)
    first = _back(line, last, language, floor)
    if first is None:
        # "cédés à la société X, qui promet": the noun before the relative, whatever brings it.
        return ending(line, last, language, floor)
    return _wider(line, Phrase(first, last), language, floor, closed=line[last + 1].kind == "comma")


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
        first = _back(line, previous, language, floor)
        if first is not None and not _adverbial(line, first, previous, floor, language):
            phrase = Phrase(first, previous)
            if opened - 1 == previous and first > floor and line[first - 1].kind == "comma":
                wide = _wider(line, phrase, language, floor, closed=True)
                if wide.first < phrase.first:
                    return wide
            if (
                not _named(line, phrase)
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
    return _back(line, content.last, language, content.first) == content.first


def _adverbial(line: Sequence[Token], first: int, last: int, floor: int, language: str) -> bool:
    """Whether a phrase before a comma is a time or a lead, not a subject."""
    head = line[first]
    if head.key in w.LEADS or head.key in w.TEMPORAL:
        return True
    previous = line[first - 1] if first > floor else None
    if previous is not None and previous.kind == "word":
        if previous.key in w.PREPOSITIONS or previous.key in w.LEADS:
            return True
    if any(line[at].kind == "word" and line[at].key in w.TEMPORAL for at in range(first, last + 1)):
        return head.key in w.DETERMINERS and last - first <= 3
    return False


def _wider(line: Sequence[Token], phrase: Phrase, language: str, floor: int, closed: bool = False) -> Phrase:
    """The phrase with what it is set beside: "son avocat, X" before the verb, "X, Y et Z"."""
    first = phrase.first
    if first - 2 < floor or line[first - 1].kind != "comma":
        return phrase
    start = _back(line, first - 2, language, floor)
    if start is None or (start > floor and line[start - 1].kind == "word" and line[start - 1].key in w.PREPOSITIONS):
        return phrase
    edge = line[start - 1] if start > floor else None
    if edge is not None and not (
        edge.kind in ("semicolon", "colon", "stop", "comma", "dash") or edge.key in w.CONJUNCTIONS
    ):
        if edge.kind == "word" and not edge.capital:
            return phrase
    if _adverbial(line, start, first - 2, floor, language):
        return phrase
    noun = not line[first].capital or line[first].key in _DIRECT
    beside = Phrase(start, first - 2)
    if closed:
        return beside if _named(line, beside) else Phrase(start, phrase.last)
    if not noun and not _named(line, beside) and line[start].key in _DIRECT:
        # "son avocat, Jean Dupont a dit" wants a second comma: without it the first phrase stands apart.
        return phrase
    return phrase


def _over_adverbials(line: Sequence[Token], at: int, end: int, language: str) -> int:
    """The place after adverbs, times and complements: "a déclaré mardi à l'AFP | le maire"."""
    for _ in range(8):
        if at >= end:
            return at
        token = line[at]
        if token.kind != "word" and token.kind != "comma":
            return at
        if token.kind == "comma":
            if at + 1 < end and (
                adverb(line[at + 1], language) or line[at + 1].key in w.PREPOSITIONS or line[at + 1].key in w.TEMPORAL
            ):
                closing = next(
                    (place for place in range(at + 1, min(end, at + 10)) if line[place].kind == "comma"), None
                )
                if closing is not None:
                    at = closing + 1
                    continue
            return at
        following = line[at + 1] if at + 1 < end else None
        if not token.capital and adverb(token, language) and token.key not in w.DETERMINERS:
            at += 1
        elif token.key in w.TEMPORAL:
            at += 1
            while at < end and (
                line[at].key in w.AFTER_TIME or line[at].kind == "number" or line[at].key in w.TEMPORAL
            ):
                at += 1
        elif (
            token.key in w.DETERMINERS
            and following is not None
            and (following.key in w.TEMPORAL or following.key in ("an", "année", "year"))
        ):
            at += 2
            while at < end and line[at].key in w.AFTER_TIME:
                at += 1
        elif token.key in w.PREPOSITIONS and token.key != "des":
            inner = _forward(line, at + 1, end, language)
            if inner is None:
                return at
            at = inner + 1
        else:
            return at
    return at


def _over_leads(line: Sequence[Token], at: int, end: int, language: str) -> int:
    """The place after adverbial phrases and clauses set before the subject."""
    for _ in range(6):
        while at < end and (
            line[at].kind in ("comma", "dash", "stop") or (line[at].kind == "word" and line[at].key in w.CONJUNCTIONS)
        ):
            at += 1
        if at >= end:
            return at
        token = line[at]
        key = token.key
        lead = token.kind == "word" and (
            (key in w.PREPOSITIONS and key != "des")
            or key in w.SUBORDINATORS
            or key in w.LEADS
            or key in w.TEMPORAL
            or (adverb(token, language) and key not in w.DETERMINERS)
            or (adverb(token._replace(capital=False), language) and key not in w.DETERMINERS)
            or (key.endswith(("ant", "ing")) and len(key) > 5 and at == 0)
            or (
                key.endswith(("é", "ée", "és", "ées", "ed"))
                and len(key) > 4
                and at == 0
                and not _name_follows(line, at)
            )
        )
        if not lead:
            return at
        comma = next((place for place in range(at, end) if line[place].kind == "comma"), None)
        if comma is None:
            if adverb(token._replace(capital=False), language) or key in w.TEMPORAL:
                at += 1
                continue
            jumped = _over_adverbials(line, at, end, language)
            return max(at, jumped)
        at = comma + 1
    return at


def _name_follows(line: Sequence[Token], at: int) -> bool:
    return at + 1 < len(line) and line[at + 1].capital


def _forward(line: Sequence[Token], at: int, end: int, language: str, before_verb: bool = False) -> int | None:
    """The last token of the noun phrase that begins at `at`."""
    head = line[at] if at < end else None
    if head is None or head.kind not in ("word", "number", "quote"):
        return None
    if head.kind == "word":
        key = head.key
        direct = key in _DIRECT or key in w.QUANTITIES or head.capital
        if not direct and (
            language == "fr" or key in w.PREPOSITIONS or key in w.CONJUNCTIONS or key in w.SUBORDINATORS
        ):
            return None
        if head.tied or (key in w.NOBODY and key not in w.DETERMINERS and not head.capital):
            return None
    last = at
    named = head.capital and head.key not in _DIRECT
    place = at + 1
    while place < end and place - at < _LONGEST:
        token = line[place]
        if token.kind == "open":
            closing = next((one for one in range(place, min(end, place + 8)) if line[one].kind == "close"), None)
            if closing is None:
                break
            place = closing + 1
            continue
        if token.kind == "quote" and place + 1 < end and line[place + 1].capital and named:
            place += 1
            continue
        if token.kind not in ("word", "number") or (_stops(token, language) and token.key not in _DIRECT):
            break
        if token.kind == "word" and not token.capital and adverb(token, language) and token.key not in w.DETERMINERS:
            break
        key = token.key
        previous = line[place - 1]
        if key in ("et", "and", "&") and not token.capital:
            after_it = line[place + 1] if place + 1 < end else None
            both = after_it is not None and after_it.capital and previous.capital
            if not (both or (after_it is not None and after_it.key in ("de", "du", "des", "d'") and not before_verb)):
                break
        elif key in w.CONJUNCTIONS and not token.capital:
            break
        elif key in w.PREPOSITIONS and not token.capital:
            if key not in w.BINDING or place + 1 >= end:
                break
            after_it = line[place + 1]
            if after_it.kind not in ("word", "quote") or after_it.key in w.TEMPORAL:
                break
            binding = key in ("de", "du", "des", "d'", "of", "représentant", "representing")
            if not binding and not after_it.capital and (language == "fr" or key not in ("for", "from", "at", "on")):
                if not (
                    key in ("aux", "à", "au", "en")
                    and previous.key in ("ministre", "déléguée", "délégué", "adjoint", "adjointe", "chef", "rédacteur")
                ):
                    break
            if not binding and key in ("at", "in", "on", "to", "en", "à", "au") and after_it.key in w.TEMPORAL:
                break
            if not binding and named and key in ("in", "on", "to", "en", "à", "au"):
                break
        elif key in _DIRECT and not token.capital:
            bound = previous.kind == "word" and (previous.key in w.PREPOSITIONS or previous.key in w.DETERMINERS)
            if not bound:
                if before_verb and place - at > 2 and not previous.capital and not line[place - 1].tied:
                    last = place - 2
                break
        elif (
            token.kind == "word"
            and not token.capital
            and previous.capital
            and previous.key not in _DIRECT
            and (named or before_verb)
            and key != "'s"
        ):
            bound = any(line[one].key in w.BINDING and not line[one].capital for one in range(at, place))
            ahead = language == "en" and any(
                line[one].capital and all(line[two].kind == "word" for two in range(place, one))
                for one in range(place + 1, min(end, place + 3))
            )
            if not ahead and (not bound or before_verb or language == "fr"):
                break
        if token.capital and not named and not any(line[one].key in w.BINDING for one in range(at, place)):
            named = True
        last = place
        place += 1
    while (
        last > at
        and line[last].kind == "word"
        and not line[last].capital
        and (line[last].key in w.PREPOSITIONS or line[last].key in w.DETERMINERS or line[last].key in w.CONJUNCTIONS)
    ):
        last -= 1
    return last
