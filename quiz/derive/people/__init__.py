"""Who is in an article: every party under its longest name, its other names, its roles, and who a pronoun is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quiz.derive.fact import Span

Gender = Literal["", "m", "f"]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something with a name. `name` is the longest that the article has; `names` all of them.

    `roles` are what the article calls it, as written ("PDG de Tesla", "the mayor of Lille").
    """

    name: str
    kind: Literal["person", "organisation", "name"]
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Gender = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a party is named. `head` is what stands for somebody of theirs ("les avocats de X"), or ""."""

    span: Span
    party: Party
    head: str = ""


@dataclass(frozen=True, slots=True)
class Referent:
    """Who a phrase stands for. `name` is shown and asked for: a party's name, or the phrase itself ("une voisine").

    `named` says that `name` is a proper name (so that a question can ask for it).
    """

    name: str
    party: Party | None
    span: Span
    named: bool


class People:
    """The parties of one article and where they are mentioned."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self.mentions = mentions

    def resolve(self, phrase: Span) -> Referent | None:
        """Who the noun phrase, name or pronoun at `phrase` stands for; None where two would fit, or nobody."""
        for mention in self.mentions:
            if phrase.start <= mention.span.start and mention.span.end <= phrase.end:
                return Referent(mention.party.name, mention.party, phrase, named=True)
        return None
