"""The kind of a card that is asked for: what is offered for a question and its answer, and how a person may call it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from quiz.words import Words

#: How a question begins whose answer is probably of that kind: what is offered, no more.
LIKELY: Final = (
    (
        "date",
        r"quand\b|when\b|en quelle année|à quelle date|quel jour|(in )?what year|(on )?what (date|day)|depuis quand",
    ),
    (
        "money",
        (
            r"(combien|how much|quel (est|était|fut) le (prix|coût|montant))"
            r".*\b(co[uû]t\w*|prix|price|pay\w*|euros?|dollars?|francs?|cost\w*|gagn\w*|earn\w*|val\w+|worth)\b"
        ),
    ),
    (
        "number",
        r"combien\b|how (many|much|long|far|old|tall|high)\b|quel (nombre|pourcentage)|what (number|percentage|share)",
    ),
    (
        "person",
        r"(par |de |à )?qui\b|who\b|whom\b|whose\b|quel (homme|roi|écrivain|président)|quelle (femme|reine)",
    ),
)
#: A question that wants several things.
SEVERAL: Final = re.compile(
    r"(which|what|who are|name|list|quel(le)?s|qui sont|cite[rz]?|nomme[rz]?)\b.*"
    r"\b(two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)\b"
    r"|(quel(le)?s|qui) (sont|étaient|furent)\b|(which|what|who) (are|were) the \w+s\b"
)

#: A question for how much there is of something, in other words than how many.
MEASURE: Final = re.compile(
    r"(quel(le)? (est|était|fut) (la|le|l')|what (is|was) the )\s?\S*\s?"
    r"(distance|longueur|hauteur|superficie|population|taille|masse|température|vitesse|durée|altitude|profondeur|âge"
    r"|length|height|area|size|mass|temperature|speed|duration|depth|age|number|share|nombre|part|taux|rate)\b"
)


def likely(question: str) -> str:
    """The kind that the answer to a question is probably of."""
    return next((kind for kind, words in LIKELY if re.match(words, question.casefold())), "answer")


def offered(question: str, answer: str, language: str) -> str:
    """The kind that a question and its answer together are probably of."""
    from quiz.exchange.certain import kind_of, reads

    if ";" in answer and len(parts(answer)) > 1:
        return "list"
    if len(parts(answer)) > 1 and SEVERAL.match(question.casefold()):
        return "list"
    asked = likely(question)
    if asked in ("answer", "person") or (asked == "number" and kind_of(question, answer, language) == "money"):
        certain = kind_of(question, answer, language)
        if certain == "answer" and asked == "answer" and MEASURE.match(question.casefold()):
            return "number" if any(map(str.isdigit, answer)) and reads("number", answer, language) else asked
        return certain if certain != "answer" else asked
    return asked


def parts(text: str, sign: str = "") -> list[str]:
    """The parts of a text that says several things: between semicolons; where there is none, between commas."""
    sign = sign or (";" if ";" in text else ",")
    return [part for told in text.split(sign) if (part := told.strip())]


def kind_named(typed: str, words: Words) -> str:
    """The kind that a person means: its key, what it is called in their language, or how either begins; else ""."""
    from quiz.language.text import fold

    told = fold(typed.partition("(")[0].strip())
    names = {kind: (kind, fold(words.say(f"kind.{kind}"))) for kind in kinds()}
    for kind, called in names.items():
        if told in called:
            return kind
    found = [kind for kind, called in names.items() if told and any(name.startswith(told) for name in called)]
    return found[0] if len(found) == 1 else ""


def kinds() -> list[str]:
    """The kinds of an answer to a question."""
    from quiz.answers.verdict import KIND_NAMES

    return [kind for kind in KIND_NAMES if kind != "cloze"]


def kinds_told(words: Words) -> str:
    """The same in one line, each with what the person's language calls it."""
    own = [(kind, words.say(f"kind.{kind}")) for kind in kinds()]
    return ", ".join(kind if kind == name else f"{kind} ({name})" for kind, name in own)
