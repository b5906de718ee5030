"""A card asked field by field, each checked before the next; then the next one, until the question is left empty."""

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

#: A sentence with single braces and no question mark: probably a text with gaps.
SINGLE_BRACES: Final = re.compile(r"(?<!\{)\{[^{}]+\}(?!\})")


def asked(options: Namespace, library: Library, house: House) -> int:
    """Ask for cards and add each. Leaving in the midst of one leaves that one out, and it alone."""
    from quiz.commands.add import add, echo, read_place
    from quiz.commands.shelf import opened

    asker = asker_of(house, plain=options.plain)
    say = house.words.say
    place = _place(options.deck or _deck(asker, library, house), asker, library, house, new=options.new)
    if place is None:
        asker.say(say("add.nothing"))
        return 0
    if house.stdin.isatty():
        asker.say(say("add.keys", deck=place.deck.title or place.deck.id))
        asker.say(say("add.forms", gaps=say("add.gaps", left="{{", right="}}")))
    count = 0
    while question := _question(asker, place, library, house):
        said = _card(question, asker, place, house)
        if said is None:
            asker.say(say("add.left-out", question=question))
            continue
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
        asker.say(say("add.count", count=count, path=place.path) if count else say("add.nothing"))
    return 0


def asker_of(house: House, *, plain: bool) -> Asker:
    """Who asks: a line that completes, or plain lines where the terminal cannot draw or is none."""
    from quiz.commands.study import plain_wanted

    if plain_wanted(plain, house):
        sink = house.err if not house.out.isatty() else house.out
        return Plainly(house.stdin, sink, house.words.say("add.colon"))
    from quiz.terminal.asking import Drawn

    return Drawn(house.words)


def yes(asker: Asker, question: str, house: House, *, default: bool = True) -> bool:
    """Whether the person agrees."""
    agree, refuse = house.words.say("add.yes"), house.words.say("add.no")
    typed = asker.ask(Field(question, agree if default else refuse, (agree, refuse)))
    return typed is not None and typed.casefold()[:1] in {agree[:1], "y", "o"}


def _deck(asker: Asker, library: Library, house: House) -> str:
    """The deck that is named: the person's own complete, and the one last saved is offered."""
    from quiz.commands.target import own_decks

    decks = own_decks(library, house)
    label = house.words.say("add.ask-deck" if decks else "add.ask-first-deck")
    return asker.ask(Field(label, decks[0] if decks else "", decks)) or ""


def _place(name: str, asker: Asker, library: Library, house: House, *, new: bool) -> Place | None:
    """The deck; where there is none called so, one is made if that is wanted."""
    from quiz.commands.add import opened_deck
    from quiz.commands.target import nearly, target

    if not name:
        return None
    if not target(name, library, house) and not new and house.stdin.isatty():
        near = nearly(name, library, house)
        if near and yes(asker, house.words.say("add.meant-deck", name=name, near=near), house):
            return opened_deck(near, library, house)
        new = yes(asker, house.words.say("add.make-deck", name=name), house, default=not near)
        if not new:
            return None
    return opened_deck(name, library, house, new=new)


def _question(asker: Asker, place: Place, library: Library, house: House) -> str | None:
    """What the next card asks; nothing where no more are wanted."""
    say = house.words.say
    deck = place.deck

    def check(text: str) -> Remark | None:
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
        if near:
            return Remark(say("add.near", question=near[0].question), stops=False)
        if "?" not in text and SINGLE_BRACES.search(text):
            return Remark(say("add.single-braces", gaps="{{…}}"), stops=False)
        return None

    return asker.ask(Field(say("add.ask-question"), check=check))


def _card(question: str, asker: Asker, place: Place, house: House) -> Said | None:
    """The keys of a card that asks this; None where the person left it."""
    said: Said = {"cloze": question} if "{{" in question else {"question": question}
    if "question" in said and not _answer(asker, said, place, house):
        return None
    return said if _rest(asker, said, place, house) else None


def _answer(asker: Asker, said: Said, place: Place, house: House) -> bool:
    """Ask the answer, then the kind that it is of, and both again while they do not go together.

    What is only doubtful is asked again once, of a person; whether there is an answer in the end.
    """
    from quiz.commands.kind_asked import kind_named, kinds, kinds_told, offered, parts

    say = house.words.say
    before, usual = ("", ""), ""
    while True:

        def no_answer(text: str) -> Remark | None:
            return None if text else Remark(say("add.no-answer"))

        def no_kind(text: str) -> Remark | None:
            return None if kind_named(text, house.words) else Remark(say("add.kinds", kinds=kinds_told(house.words)))

        answer = asker.ask(Field(say("add.ask-answer"), check=no_answer, typed=before[0]))
        if answer is None:
            return False
        kept = answer == before[0]
        likely = usual if kept else offered(str(said["question"]), answer, place.deck.language)
        named = asker.ask(Field(say("add.ask-kind"), likely, kinds(), no_kind))
        if named is None:
            return False
        kind = kind_named(named, house.words)
        keys: Said = {kind: parts(answer) if kind == "list" else answer}
        if kind == "choice":
            others = asker.ask(Field(say("add.ask-options"), check=no_answer))
            if others is None:
                return False
            keys = {"choice": answer, "options": list(dict.fromkeys([answer, *parts(others)]))}
        problems = _wrong({**said, **keys}, place)
        wrong = [one for one in problems if one.severity == "error"] or (
            problems if house.stdin.isatty() and before != (answer, kind) else []
        )
        if not wrong:
            said |= keys
            return True
        asker.say(_told(wrong[0], house))
        usual = "answer"  # what is kept as it stands although it cannot be read is just a text
        if wrong[0].severity != "error":
            usual = kind
            asker.say("      " + say("add.keep"))
        before = (answer, kind)


def _rest(asker: Asker, said: Said, place: Place, house: House) -> bool:
    """Ask what may stand beside the answer; an empty line leaves it out. Whether the person went to the end."""
    from quiz.commands.kind_asked import parts

    say = house.words.say
    deck = place.deck
    tags = list(dict.fromkeys(tag for card in deck.cards for tag in card.tags))
    sources = [source.key for source in deck.sources]
    last = deck.cards[-1] if deck.cards else None
    before = ", ".join(last.tags) if last else ""
    fields = [("tags", Field(say("add.ask-tags-again" if before else "add.ask-tags"), before, tags, many=True))]
    if sources:

        def source_check(text: str) -> Remark | None:
            wrong = _wrong({**said, "source": parts(text, ",")}, place) if text not in ("", "-") else []
            return _remark([one for one in wrong if one.severity == "error"], house)

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
            said[name] = parts(typed, ",") if field.many else typed
    return True


def _wrong(said: Said, place: Place) -> list[Problem]:
    from quiz.commands.add import card_of

    return [one for one in card_of(said, place.deck).problems if one.severity != "advice"]


def _told(problem: Problem, house: House) -> str:
    """A problem and its remedy, without a place: it is the field that was just asked."""
    from quiz.commands.report import lines

    return "\n".join(lines(Problem(problem.code, None, problem.facts), house.words, prefix=""))


def _remark(problems: list[Problem], house: House) -> Remark | None:
    return Remark(house.words.say(f"problem.{problems[0].code}", **problems[0].facts)) if problems else None
