"""`quiz grade`: the verdict on a typed answer, as during study; for authors, and with `--jsonl` for programs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from quiz.answers.verdict import KIND_NAMES, Answer, Asked, Other
from quiz.commands import rows

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.answers.verdict import Reason, Verdict
    from quiz.house import House
    from quiz.words import Words

#: Names that programs may use for a kind besides its own: what a value is, where the deck's key names its grader.
ALSO_CALLED: Final = {
    "text": "answer",
    "percent": "number",
    "duration": "number",
    "organisation": "person",
    "organization": "person",
    "name": "person",
}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz grade`."""
    parser.add_argument("answer", nargs="?", help=words.say("help.grade-answer"))
    parser.add_argument("typed", nargs="?", help=words.say("help.grade-typed"))
    kinds = words.say("help.grade-kind", kinds=KIND_NAMES)
    parser.add_argument("--kind", choices=KIND_NAMES, metavar="KIND", default="answer", help=kinds)
    parser.add_argument("--question", metavar="TEXT", default="", help=words.say("help.grade-question"))
    parser.add_argument("--accept", metavar="TEXT", action="append", default=[], help=words.say("help.grade-accept"))
    parser.add_argument("--option", metavar="TEXT", action="append", default=[], help=words.say("help.grade-option"))
    parser.add_argument("--jsonl", action="store_true", help=words.say("help.grade-jsonl"))


def run(options: Namespace, house: House) -> int:
    """Say the verdict and its reasons; the exit code tells only whether there could be one."""
    default = getattr(options, "lang", None) or house.language
    if options.jsonl:
        return rows.each(lambda row: _judged(row, default), house)
    from quiz.answers.kinds import KINDS, grade
    from quiz.problem import Failure, Problem

    if options.answer is None or options.typed is None:
        facts = {"message": house.words.say("grade.two-texts"), "command": "quiz grade"}
        raise Failure(Problem("usage", facts=facts), exit_code=2)
    row = {"answer": options.answer, "accept": options.accept, "options": options.option, "kind": options.kind}
    answer = _answer(row, options.kind)
    faults = KINDS[options.kind].check(answer, default)
    for fault in faults:
        print(house.words.say("grade.unreadable", reason=_sentence(fault, house.words)), file=house.err)
    verdict = grade(answer, options.typed, Asked(language=default, question=options.question))
    _say(verdict, house)
    return 1 if faults else 0


def _say(verdict: Verdict, house: House) -> None:
    print(house.words.say(f"grade.{verdict.mark}"), file=house.out)
    for reason in verdict.reasons:
        print(f"  {_sentence(reason, house.words)}", file=house.out)


def _sentence(reason: Reason, words: Words) -> str:
    return words.say(f"reason.{reason.code}", **reason.facts)


# --- rows of JSON ----------------------------------------------------------------------------------------------------


def _judged(row: Mapping[str, Any], default: str) -> dict[str, Any]:
    from quiz.answers.kinds import grade

    kind = _kind(row, "answer")
    answer = _answer(row, kind)
    year = row.get("implied_year")
    try:
        implied = None if year is None else int(year)
    except (TypeError, ValueError) as error:
        raise rows.BadRow("not-a-year") from error
    asked = Asked(
        language=rows.language(row, default),
        question=rows.text(row, "question", ""),
        others=_others(row),
        implied_year=implied,
        shown_options=rows.texts(row, "shown_options"),
        reference=rows.text(row, "reference", ""),
    )
    verdict = grade(answer, rows.text(row, "typed"), asked)
    said: dict[str, Any] = {"verdict": verdict.mark, "reasons": [reason.code for reason in verdict.reasons]}
    if verdict.relative_error is not None:
        said["relative_error"] = verdict.relative_error
    return said


def _kind(row: Mapping[str, Any], default: str) -> str:
    said = rows.text(row, "kind", default)
    kind = ALSO_CALLED.get(said, said)
    if kind not in KIND_NAMES:
        raise rows.BadRow("kind", name=kind, kinds=KIND_NAMES)
    return kind


def _answer(row: Mapping[str, Any], kind: str) -> Answer:
    """The answer as an author writes it: a list's items as a list, or in one text."""
    written = row.get("answer")
    accept, options = rows.texts(row, "accept"), rows.texts(row, "options")
    if kind == "list":
        return Answer(kind, "", _items(row), accept, ordered=row.get("ordered") in (True, "true"))
    if written is None and kind in row:
        written = row[kind]
    text = rows.text({"answer": written}, "answer")
    if not text.strip():
        raise rows.BadRow("missing", name="answer")
    items: tuple[str, ...] = ()
    if kind == "cloze":
        from quiz.answers.cloze import gaps

        items = tuple(gap.text for gap in gaps(text))
        if not items:
            raise rows.BadRow("no-gap")
    return Answer(kind, text, items, accept, options)


def _items(row: Mapping[str, Any]) -> tuple[str, ...]:
    written = row.get("answer", row.get("items"))
    if isinstance(written, str):
        parts = written.split(";") if ";" in written else re.split(r",\s+|\n", written)
        written = [part.strip() for part in parts if part.strip()]
    items = rows.texts({"answer": written}, "answer")
    if not items:
        raise rows.BadRow("missing", name="answer")
    return items


def _others(row: Mapping[str, Any]) -> tuple[Other, ...]:
    written = row.get("others")
    if written is None:
        return ()
    if not isinstance(written, list):
        raise rows.BadRow("not-a-list", name="others")
    found = []
    kind = _kind(row, "answer")
    for number, entry in enumerate(written, 1):
        described: Mapping[str, Any] = entry if isinstance(entry, dict) else {"answer": entry, "kind": kind}
        name = _kind(described, kind)
        card = str(described.get("card", described.get("id", number)))
        found.append(Other(card, rows.text(described, "question", ""), _other(described, name)))
    return tuple(found)


def _other(described: Mapping[str, Any], kind: str) -> Answer:
    """Another card's answer; a plain text beside a list or a cloze is a plain answer."""
    if kind in ("list", "cloze", "choice") and isinstance(described.get("answer"), str):
        kind = "answer"
    return _answer(described, kind)
