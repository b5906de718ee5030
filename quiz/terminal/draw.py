"""Views as styled lines: the same words in the drawn face and in the scrollback. Knows no prompt_toolkit and no clock.

The first question is drawn before anything else is loaded, from a row of the library's index: it is a `First`, and
stands in for a view until there is a session. So views are told apart by their `phase`, not by their classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from quiz.terminal.keys import KEYS, MORE
from quiz.terminal.paint import MARGIN, Fragment, Line, cells, flow, spread
from quiz.words.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.answers.verdict import Mark, Reason
    from quiz.problem import Problem
    from quiz.study.session import Action
    from quiz.study.view import Citation, EndView, QuestionView, VerdictView, View
    from quiz.terminal.evening import Outlook
    from quiz.words import Words

BLANK: Final[Line] = ()
SIGNS: Final = {"right": "✓", "close": "≈", "wrong": "✗"}
DOT: Final = " · "
BARS: Final = "▁▂▃▄▅▆▇█"
#: On a terminal narrower than this, what belongs together is indented, not aligned in columns.
ROOMY: Final = 56


class First(NamedTuple):
    """The first question as it is drawn before there is a session: as much of a `QuestionView` as that needs."""

    identity: str
    deck_title: str
    topic: str
    number: int
    total: int
    seconds_left: float
    kind: str
    language: str
    question: str
    options: tuple[str, ...]
    has_hint: bool
    hint: str | None = None
    comes_back: bool = False
    former: tuple[str, str] = ("", "")

    @property
    def phase(self) -> Literal["asking"]:
        """As a view has it."""
        return "asking"


def question(asking: First | QuestionView, words: Words, width: int) -> list[Line]:
    """The head (deck, topic, progress, time left), the question, what the answer was, the options of a choice."""
    left = [text for text in (safe(asking.deck_title), safe(asking.topic)) if text]
    if asking.comes_back:
        left.append(words.say("session.comes-back"))
    lines: list[Line] = [
        BLANK,
        *spread([("dim", DOT.join(left))], [("dim", progress(asking, words))], width),
        BLANK,
        *flow([("question", safe(asking.question))], width),
    ]
    if asking.former[0]:
        lines += flow([("dim", former(asking, words, "former"))], width)
    for letter, option in zip("abcdefghijklmnopqrstuvwxyz", asking.options, strict=False):
        lines.extend(flow([("key", f"{letter})"), ("", f" {safe(option)}")], width, MARGIN * 2, MARGIN * 2 + "   "))
    return [*lines, BLANK]


def former(asking: First | QuestionView, words: Words, key: str) -> str:
    """What the answer was before it changed, and when: `it was 42,000 dollars (2023); and now?`."""
    was, as_of = asking.former
    return words.say(f"session.{key}" if as_of else f"session.{key}-undated", answer=was, as_of=as_of)


def progress(asking: First | QuestionView, words: Words) -> str:
    """How far the session is, and how long the rest takes: `7 of 20 · 6 min left`."""
    minutes = round(asking.seconds_left / 60)
    left = words.say("session.minutes-left", minutes=minutes) if minutes else words.say("session.last-minute")
    return DOT.join((words.say("session.progress", number=asking.number, total=asking.total), left))


def hint(view: First | QuestionView, words: Words, width: int) -> list[Line]:
    """The hint, or that there is none."""
    text = words.say("session.hint", hint=view.hint) if view.hint else words.say("session.no-hint")
    return flow([("dim", text)], width)


def verdict(view: VerdictView, words: Words, width: int) -> list[Line]:
    """The mark, the right answer, what was typed and why it was judged so, when it comes back, and the proof."""
    label = f"{SIGNS[view.mark]} {words.say(f'session.mark-{view.mark}')}"
    widest = 2 + max(cells(words.say(f"session.mark-{mark}")) for mark in SIGNS)
    indent = " " * (len(MARGIN) + widest + 3) if width >= ROOMY else MARGIN * 2
    gap = " " * ((widest if width >= ROOMY else cells(label)) + 3 - cells(label))
    head: list[Fragment] = [(view.mark, label), ("", gap)]
    lines = flow(right_answer(view), width, MARGIN, indent, head)
    lines += flow(_joined([*_written(view, words), *_consequences(view, words)]), width, indent)
    proof = [flow(citation_of(citation, words), width, indent) for citation in view.citations if citation.words]
    extras = [text for text in (_note(view), _as_of(view, words)) if text]
    if proof or extras:
        lines.append(BLANK)
        lines += [line for lines_of_one in proof for line in lines_of_one]
        for text in extras:
            lines += flow([("dim", text)], width, indent)
    return [*lines, BLANK]


def right_answer(view: VerdictView) -> list[Fragment]:
    """The right answer, with what the learner's line lacked underlined where there is a diff."""
    pieces = [piece for piece in view.diff if piece.state != "extra"]
    if view.mark != "right" and pieces and any(piece.state == "missing" for piece in pieces):
        return [("strong" if piece.state == "same" else "missing", safe(piece.text)) for piece in pieces]
    return [("strong", safe(view.shown_answer))]


def _written(view: VerdictView, words: Words) -> list[list[Fragment]]:
    """What was typed, where it differs from what is shown; with its superfluous parts struck where there is a diff."""
    if view.gave_up or (view.mark == "right" and view.typed.strip() == view.shown_answer):
        return []
    before, _, behind = words.say("session.you-wrote", typed="\0").partition("␀")
    pieces = [piece for piece in view.diff if piece.state != "missing"]
    typed: list[Fragment]
    if view.mark != "right" and any(piece.state == "extra" for piece in pieces):
        typed = [("" if piece.state == "same" else "extra", safe(piece.text)) for piece in pieces]
    else:
        typed = [("", safe(view.typed))]
    return [[("dim", before), *typed, ("dim", behind)]]


def _consequences(view: VerdictView, words: Words) -> list[list[Fragment]]:
    said: list[str] = [reason_of(reason, words) for reason in view.reasons]
    if view.told_rating:
        said.append(words.say(f"session.counted-{view.told_rating}"))
    said.append(again(view.again_in, words))
    return [[("", text)] for text in said]


def _joined(parts: list[list[Fragment]]) -> list[Fragment]:
    out: list[Fragment] = []
    for number, part in enumerate(parts):
        if number:
            out.append(("dim", DOT))
        out.extend(part)
    return out


def reason_of(reason: Reason, words: Words) -> str:
    """The sentence of one reason."""
    return words.say(f"reason.{reason.code}", **reason.facts)


def again(days: int, words: Words) -> str:
    """When the card comes back, in the unit that people would use."""
    if days == 0:
        return words.say("session.again-session")
    if days == 1:
        return words.say("session.again-tomorrow")
    if days < 60:
        return words.say("session.again-days", days=days)
    if days < 700:
        return words.say("session.again-months", months=round(days / 30.44))
    return words.say("session.again-years", years=round(days / 365.25))


def citation_of(citation: Citation, words: Words) -> list[Fragment]:
    """The words that prove the answer, their source and paragraph."""
    where = [safe(citation.title or citation.source)]
    if citation.paragraph:
        where.append(words.say("session.paragraph", number=citation.paragraph))
    return [("dim", f"{quoted(citation.words, words)} — {', '.join(where)}")]


def quoted(text: str, words: Words) -> str:
    """Words of a source between the quotation marks of the program's language."""
    return f"« {safe(text)} »" if words.language == "fr" else f"“{safe(text)}”"


def _note(view: VerdictView) -> str:
    return safe(view.note)


def _as_of(view: VerdictView, words: Words) -> str:
    return words.say("session.as-of", date=view.as_of) if view.as_of else ""


def overruled(view: VerdictView, words: Words, width: int) -> list[Line]:
    """What an overruling changed."""
    key = f"session.counted-{view.counted}" if view.overruled else "session.counted-back"
    return [*flow(_joined([[("key", words.say(key))], [("", again(view.again_in, words))]]), width), BLANK]


def accepted(words: Words, width: int) -> list[Line]:
    """What a deck learned."""
    return flow([("key", words.say("session.accepted"))], width)


def overruling_undone(view: VerdictView, words: Words, width: int) -> list[Line]:
    """The verdict that counts again, when the learner had gone on already: said from the beginning."""
    asked = flow([("question", safe(view.question))], width)
    counts = overruled(view, words, width) if view.overruled else []
    said = (("", MARGIN), ("dim", words.say("session.undone-overruling")))
    return [BLANK, said, BLANK, *asked, BLANK, *verdict(view, words, width), *counts]


def done(action: Action, words: Words) -> list[Line]:
    """The line that says what a key did, where the next question alone would not."""
    name = {"Undo": "undone", "Skip": "skipped", "Suspend": "suspended", "Bury": "buried"}.get(type(action).__name__)
    return [BLANK, (("", MARGIN), ("dim", words.say(f"session.{name}")))] if name else []


# --- the foot and the keys -------------------------------------------------------------------------------------------


def foot(view: First | View, words: Words, width: int, *, menu: bool = False) -> Line:
    """One line: the keys that do something now, as many as fit; while asking, what kind of answer is wanted."""
    right = ""
    last: list[tuple[str, str]] = []
    if view.phase == "judged":
        items = _judged_keys(view, words)
        last = [("?", words.say("session.key-keys"))]
    elif menu:
        items = [(key.shown_judged, words.say(f"session.key-{key.name}")) for key in KEYS if len(key.asking) == 2]
    elif view.phase == "asking":
        items = [
            (key.shown_asking, words.say(f"session.key-{key.name}"))
            for key in KEYS
            if len(key.asking) == 1 and (key.name != "hint" or view.has_hint)
        ]
        last = [(MORE, words.say("session.key-more"))]
        # The language of the answer is said where it is not the one of everything else on the screen.
        spoken = (view.language,) if view.language != words.language else ()
        right = DOT.join((words.say(f"kind.{view.kind}"), *spoken))
    else:
        return ()
    items = [(named(key, words), label) for key, label in items]
    room = width - len(MARGIN) - sum(_size(item) for item in last) - cells(right)
    if not items or room < _size(items[0]):
        room, right = room + cells(right), ""
    kept: list[tuple[str, str]] = []
    for item in items:
        if _size(item) > room:
            break
        kept.append(item)
        room -= _size(item)
    line: list[Fragment] = [("", MARGIN)]
    for key, label in [*kept, *last]:
        line += [("key", key), ("dim", f" {label}"), ("", "   ")]
    if right:
        line += [("", " " * room), ("dim", right)]
    return tuple(line)


def named(key: str, words: Words) -> str:
    """A key as it is called on the keyboards of a language."""
    return words.say("session.enter") if key == "Enter" else key


def _size(item: tuple[str, str]) -> int:
    return cells(item[0]) + 1 + cells(item[1]) + 3


def _judged_keys(view: VerdictView, words: Words) -> list[tuple[str, str]]:
    items = []
    for key in KEYS:
        if not key.judged or key.name == "keys" or (key.name == "accept" and not view.can_teach):
            continue
        if key.name == "source" and not view.citations:
            continue
        label = f"session.key-{key.name}"
        if key.name == "overrule":
            label = f"session.key-overrule-{_way(view)}"
        items.append((key.shown_judged, words.say(label)))
    return items


def _way(view: VerdictView) -> Mark | str:
    """What one more overruling does, as the key is labelled."""
    from quiz.study.session import turned

    mark = turned(view.mark, view.counted)
    return "back" if mark == view.mark else mark


def keys(words: Words, width: int) -> list[Line]:
    """Every key, with what it does: those of the answer line, then those after a verdict."""
    asking = [(key.shown_asking, f"session.keys-{key.name}") for key in KEYS if len(key.asking) == 1]
    judged = [(key.shown_judged, f"session.keys-{key.name}") for key in KEYS if key.judged]
    letters = ", ".join(key.shown_judged for key in KEYS if len(key.asking) == 2)
    sections = {
        "session.keys-asking": [(key, words.say(what)) for key, what in asking]
        + [(MORE, words.say("session.keys-more", letters=letters))],
        "session.keys-judged": [(key, words.say(what)) for key, what in judged],
    }
    wide = max(cells(named(key, words)) for rows in sections.values() for key, _ in rows)
    lines: list[Line] = []
    for head, rows in sections.items():
        lines += [BLANK, (("", MARGIN), ("dim", words.say(head)))]
        for key, what in rows:
            name = named(key, words)
            label = [("key", name), ("", " " * (wide - cells(name) + 3))]
            lines += flow([("", what)], width, MARGIN * 2, " " * (len(MARGIN) * 2 + wide + 3), label)
    return [*lines, BLANK]


# --- the end ---------------------------------------------------------------------------------------------------------


def end(view: EndView, outlook: Outlook, words: Words, width: int) -> list[Line]:
    """The evening in a few lines: how many, how right, what was missed or confused, what waits."""
    if not view.answers:
        return [BLANK, *flow([("", words.say("session.end-none"))], width), BLANK]
    lines: list[Line] = [BLANK, *flow(_sum(view, words), width), BLANK]
    table: list[tuple[str, list[Fragment]]] = []
    missed = words.say("session.end-missed")
    for one in view.missed[:5]:
        table.append((missed, [("", safe(one.question)), ("dim", " — "), ("strong", safe(one.shown_answer))]))
        missed = ""
    if len(view.missed) > 5:
        table.append(("", [("dim", words.say("session.end-more", count=len(view.missed) - 5))]))
    confused = words.say("session.end-confused")
    for pair in view.confused[:5]:
        table.append((confused, [("", f"{safe(pair.shown_answer)} ↔ {safe(pair.other_answer)}")]))
        confused = ""
    due = "session.end-due" if outlook.tomorrow else "session.end-none-due"
    waits = [words.say(due, count=outlook.tomorrow)]
    if outlook.week > outlook.tomorrow:
        waits.append(words.say("session.end-week", count=outlook.week))
    if outlook.met > view.cards:  # of what was seen a minute ago, it would say nothing
        waits.append(words.say("session.end-recall", recalled=round(outlook.recalled), met=outlook.met))
    table.append((words.say("session.end-tomorrow"), [("", DOT.join(waits))]))
    wide = max(cells(name) for name, _ in table) + 3
    for name, content in table:
        label = [("dim", name), ("", " " * (wide - cells(name)))]
        lines += flow(content, width, MARGIN, " " * (len(MARGIN) + wide if width >= ROOMY else 4), label)
    tail = []
    row: list[Fragment] = []
    if outlook.streak > 1:
        tail.append(words.say("session.end-streak", days=outlook.streak))
        # A day without any is a gap; those before the first day are nothing.
        recent = bars(outlook.recent).strip()
        row = [("bar", recent), ("", "  ")] if recent else []
    if view.left:
        tail.append(words.say("session.end-left", count=view.left))
    if tail:
        lines += [BLANK, *flow([("dim", DOT.join(tail))], width, label=row)]
    return [*lines, BLANK]


def _sum(view: EndView, words: Words) -> list[Fragment]:
    counts: list[list[Fragment]] = [
        [(mark, words.say(f"session.end-{mark}", count=count))]
        for mark, count in (("right", view.right), ("close", view.close), ("wrong", view.wrong))
        if count
    ]
    if view.overruled:
        counts.append([("", words.say("session.end-overruled", count=view.overruled))])
    first: list[Fragment] = [
        ("strong", words.say("session.end-count", cards=view.cards, time=time(view.seconds, words)))
    ]
    return _joined([first, *counts])


def time(seconds: float, words: Words) -> str:
    """A stretch of time as people say it."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return words.say("session.time-seconds", seconds=rest)
    return words.say("session.time-minutes", minutes=minutes, seconds=rest)


def bars(counts: Iterable[int]) -> str:
    """Counts as a row of bars; a day without any is a gap."""
    counts = tuple(counts)
    most = max(counts, default=0)
    return "".join(BARS[-(-count * len(BARS) // most) - 1] if count else " " for count in counts) if most else ""


def problems(found: Iterable[Problem], words: Words, width: int) -> list[Line]:
    """Problems and their remedies, as lines of the screen."""
    lines: list[Line] = []
    for problem in found:
        lines += flow([("wrong", words.say(f"problem.{problem.code}", **problem.facts))], width)
        if words.has(f"remedy.{problem.code}"):
            lines += flow([("", words.say(f"remedy.{problem.code}", **problem.facts))], width)
    return lines
