"""Who is in an article: every party under its longest name, its other names, its roles, and who a pronoun is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from quiz.derive.fact import Span
from quiz.derive.people.kinds import Gender, Kind


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something with a name. `name` is the longest that the article has; `names` all of them.

    `roles` are what the article calls it, as written ("PDG de Tesla", "the mayor of Lille").
    """

    name: str
    kind: Kind
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Gender = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a party is named. `head` is what stands for somebody of theirs ("les avocats de X"), or "".

    `quoted` is true within a quotation: who is named there is seldom who speaks outside it.
    """

    span: Span
    party: Party
    head: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Referent:
    """Who a phrase stands for. `name` is shown and asked for: a party's name, or the phrase itself ("une voisine").

    `named` says that `name` is a proper name (so that a question can ask for it).
    """

    name: str
    party: Party | None
    span: Span
    named: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody has: where its words stand, of what (`domain`, shown by the party's name), who has it.

    `sense` is the sense of its noun, `former` is true of one who has it no longer.
    """

    span: Span
    words: str
    sense: str
    gender: Gender
    party: Party
    domain: str = ""
    domain_at: Span | None = None
    former: bool = False
    quoted: bool = False


class People:
    """The parties of one article, where they are mentioned, and what roles they have."""

    def __init__(
        self,
        mentions: tuple[Mention, ...],
        roles: tuple[Held, ...] = (),
        resolver: Callable[[Span], Referent | None] | None = None,
    ) -> None:
        self.mentions = mentions
        self.roles = roles
        self._resolver = resolver
        #: Every party once, in the order of their first mentions.
        self.parties = tuple(dict.fromkeys(mention.party for mention in mentions))

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions between two places of the text."""
        first = bisect_left(self.mentions, start, key=lambda mention: mention.span.start)
        last = bisect_left(self.mentions, end, key=lambda mention: mention.span.start)
        return self.mentions[first:last]

    def resolve(self, phrase: Span) -> Referent | None:
        """Who the noun phrase, name or pronoun at `phrase` stands for; None where two would fit, or nobody.

        The phrase begins with its determiner; an apposition after it may be within it or not.
        """
        return self._resolver(phrase) if self._resolver is not None else None
