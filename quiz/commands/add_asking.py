"""A card asked field by field, each checked as it is typed; then the next one, until the question is left empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from quiz.problem import Failure, Problem
from quiz.terminal.asking import Field, Plainly, Remark

if TYPE_CHECKING:
    from argparse import Namespace

    from quiz.commands.add import Place, Said
    from quiz.house import House
    from quiz.library import Library
    from quiz.terminal.asking import Asker

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


def asked(options: Namespace, library: Library, house: House) -> int:
    """Ask for cards and add each. Leaving in the midst of one leaves that one out, and it alone."""
    from quiz.commands.add import add, echo, read_place
    from quiz.commands.shelf import opened

    asker = asker_of(house, plain=options.plain)
    name = options.deck or _deck(asker, library, house)
    if not name:
        return 0
    place = _place(name, asker, library, house, new=options.new)
    if place is None:
        return 0
    count = 0
    while (said := _card(asker, place, library, house)) is not None:
        try:
            added = add(place, said, library, house)
        except Failure as failure:
            from quiz.commands.report import report

            report(failure.problems, house)
            continue
        echo(added, house, as_json=options.json)
        count += 1
        library = opened((), house).library
        place = read_place(place.path)
    if not options.json:
        asker.say(house.words.say("add.count", count=count, path=place.path))
    return 0


def asker_of(house: House, *, plain: bool) -> Asker:
    """Who asks: a line that completes, or plain lines where the terminal cannot draw or is none."""
    from quiz.commands.study import plain_wanted

    if plain_wanted(plain, house):
        return Plainly(house.stdin, house.err if not house.out.isatty() else house.out)
    from quiz.terminal.asking import Drawn

    return Drawn(house.words)


def yes(asker: Asker, question: str, house: House, *, default: bool = True) -> bool:
    """Whether the person agrees."""
    agree, refuse = house.words.say("add.yes"), house.words.say("add.no")
    typed = asker.ask(Field(question, agree if default else refuse, (agree, refuse)))
    return typed is not None and typed.casefold()[:1] in {agree[:1], "y", "o"}


def _deck(asker: Asker, library: Library, house: House) -> str:
    decks = sorted({row.id for row in library.decks(house.today()) if row.id})
    return asker.ask(Field(house.words.say("add.ask-deck"), choices=decks)) or ""


def _place(name: str, asker: Asker, library: Library, house: House, *, new: bool) -> Place | None:
    """The deck; where there is none called so, one is made if that is wanted."""
    from quiz.commands.add import opened_deck
    from quiz.commands.target import target

    if not target(name, library, house) and not new and house.stdin.isatty():
        new = yes(asker, house.words.say("add.make-deck", name=name), house)
        if not new:
            return None
    return opened_deck(name, library, house, new=new)


def _card(asker: Asker, place: Place, library: Library, house: House) -> Said | None:
    """The keys of one card; None where no more are wanted."""
    say = house.words.say
    deck = place.deck

    def question_check(text: str) -> Remark | None:
        from quiz.commands.add import card_of, near_ones

        if not text:
            return None
        said: Said = {"cloze": text} if "{{" in text else {"question": text, "answer": "-"}
        alone = card_of(said, deck)
        if alone.card is None:
            return _remark([one for one in alone.problems if one.severity == "error"], house)
        double = next((one for one in deck.cards if one.identity == alone.card.identity), None)
        if double is not None:
            return Remark(
                say("problem.card-there", path=place.path, line=str(double.place.line), question=double.question)
            )
        near = near_ones(text, alone.card.identity, library)
        return Remark(say("add.near", question=near[0].question), stops=False) if near else None

    question = asker.ask(
        Field(say("add.ask-question", gaps=say("add.gaps", left="{{", right="}}")), check=question_check)
    )
    if not question:
        return None
    said: Said = {"cloze": question} if "{{" in question else {"question": question}
    if "question" in said and not _answer(asker, said, place, house):
        return None
    return said if _rest(asker, said, place, house) else None


def _answer(asker: Asker, said: Said, place: Place, house: House) -> bool:
    """Ask the kind and the answer; whether there is one."""
    from quiz.answers.verdict import KIND_NAMES

    say = house.words.say
    kinds = [kind for kind in KIND_NAMES if kind != "cloze"]

    def kind_check(text: str) -> Remark | None:
        return None if text in kinds else Remark(say("add.kinds", kinds=", ".join(kinds)))

    kind = asker.ask(Field(say("add.ask-kind"), likely(str(said["question"])), kinds, kind_check))
    if kind is None:
        return False
    if kind == "choice":
        options = asker.ask(
            Field(say("add.ask-options"), check=lambda text: None if ";" in text else Remark(say("add.options")))
        )
        if options is None:
            return False
        said["options"] = _parts(options)

    def answer_check(text: str) -> Remark | None:
        if not text:
            return Remark(say("add.no-answer"))
        return _remark(_wrong({**said, kind: _parts(text) if kind == "list" else text}, place), house)

    label = "add.ask-list" if kind == "list" else "add.ask-answer"
    choices = said.get("options")
    answer = asker.ask(Field(say(label), choices=choices if isinstance(choices, list) else (), check=answer_check))
    if answer is None:
        return False
    said[kind] = _parts(answer) if kind == "list" else answer
    return True


def _rest(asker: Asker, said: Said, place: Place, house: House) -> bool:
    """Ask what may stand beside the answer; an empty line leaves it out. Whether the person went to the end."""
    say = house.words.say
    deck = place.deck
    tags = list(dict.fromkeys(tag for card in deck.cards for tag in card.tags))
    sources = [source.key for source in deck.sources]
    last = deck.cards[-1] if deck.cards else None
    fields = [("tags", Field(say("add.ask-tags"), ", ".join(last.tags) if last else "", tags, many=True))]
    if sources:

        def source_check(text: str) -> Remark | None:
            return (
                _remark(_wrong({**said, "source": _parts(text, ",")}, place), house) if text not in ("", "-") else None
            )

        fields.append(
            (
                "source",
                Field(say("add.ask-source"), ", ".join(last.sources) if last else "", sources, source_check, many=True),
            )
        )
    fields += [("hint", Field(say("add.ask-hint"))), ("note", Field(say("add.ask-note")))]
    for name, field in fields:
        typed = asker.ask(field)
        if typed is None:
            return False
        if typed and typed != "-":
            said[name] = _parts(typed, ",") if field.many else typed
    return True


def likely(question: str) -> str:
    """The kind that the answer to a question is probably of."""
    return next((kind for kind, words in LIKELY if re.match(words, question.casefold())), "answer")


def _parts(text: str, sign: str = ";") -> list[str]:
    return [part for told in text.split(sign) if (part := told.strip())]


def _wrong(said: Said, place: Place) -> list[Problem]:
    from quiz.commands.add import card_of

    return [one for one in card_of(said, place.deck).problems if one.severity == "error"]


def _remark(problems: list[Problem], house: House) -> Remark | None:
    return Remark(house.words.say(f"problem.{problems[0].code}", **problems[0].facts)) if problems else None
