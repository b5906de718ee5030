"""What `quiz check` found, for programs: JSON, the lines that GitHub shows on a change, and SARIF."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.commands.check_files import Checked
    from quiz.deck.lint.mend import Mend
    from quiz.house import House
    from quiz.problem import Problem
    from quiz.words import Words

FORMATS: Final = ("text", "json", "github", "sarif")

#: What a severity is called by GitHub's workflow commands, and in SARIF 2.1.0 (3.27.10).
_GITHUB: Final = {"error": "error", "warning": "warning", "advice": "notice"}
_SARIF: Final = {"error": "error", "warning": "warning", "advice": "note"}


def write(
    name: str, checked: Sequence[Checked], problems: Sequence[Problem], fixed: Sequence[Mend] | None, house: House
) -> None:
    """Print what was found in the format of that name."""
    {"json": _json, "github": _github, "sarif": _sarif}[name](checked, problems, fixed, house)


def counts(problems: Sequence[Problem]) -> dict[str, int]:
    """How many there are of each severity."""
    found = Counter(problem.severity for problem in problems)
    return {"errors": found["error"], "warnings": found["warning"], "advice": found["advice"]}


def with_code(problem: Problem, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of a problem, with the code of its rule where a deck could allow it."""
    if problem.severity == "error":  # without loading the rules
        return lines
    from quiz.deck.lint import RULES

    rule = RULES.get(problem.code)
    return (f"{lines[0]}  [{problem.code}]", *lines[1:]) if rule and rule.switches else lines


def page(code: str) -> str:
    """The page of the manual that tells of a problem."""
    from quiz.deck.lint import RULES

    return RULES[code].page if code in RULES else "docs/problems.md"


def of_deck(one: Checked) -> dict[str, Any]:
    """A file as programs are told of it."""
    deck = one.deck
    return {
        "path": one.path,
        "deck": deck.id if deck else None,
        "title": deck.title if deck else None,
        "language": deck.language if deck else None,
        "cards": deck.cards if deck else 0,
    }


def with_page(problem: Problem, words: Words) -> dict[str, Any]:
    """A problem as programs are told of it, with its page."""
    from quiz.commands.report import as_json

    return as_json(problem, words) | {"page": page(problem.code)}


def _json(checked: Sequence[Checked], problems: Sequence[Problem], fixed: Sequence[Mend] | None, house: House) -> None:
    from quiz.commands.check_fix import as_json as fix_as_json

    told: dict[str, Any] = {
        "decks": [of_deck(one) | counts(one.problems) for one in checked],
        "problems": [with_page(problem, house.words) for problem in problems],
        **counts(problems),
    }
    if fixed is not None:
        told["fixed"] = [fix_as_json(mend) for mend in fixed]
    json.dump(told, house.out, ensure_ascii=False, indent=2)
    house.out.write("\n")


def _github(_: Sequence[Checked], problems: Sequence[Problem], _fixed: Sequence[Mend] | None, house: House) -> None:
    """Workflow commands: one line a problem, `::warning file=…,line=…,col=…,title=code::sentence`."""
    for problem in problems:
        at = {}
        if problem.place:
            at = {"file": problem.place.path, "line": str(problem.place.line), "col": str(problem.place.column)}
        told = ",".join(f"{key}={_property(value)}" for key, value in {**at, "title": problem.code}.items())
        message = _data(f"{_said(problem, house)}\n{page(problem.code)}")
        print(f"::{_GITHUB[problem.severity]} {told}::{message}", file=house.out)


def _data(text: str) -> str:
    """The message of a workflow command: percent signs and line ends are escaped."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property of a workflow command: colons and commas are escaped too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _said(problem: Problem, house: House) -> str:
    remedy = f"remedy.{problem.code}"
    sentence = house.words.say(f"problem.{problem.code}", **problem.facts)
    return f"{sentence}\n{house.words.say(remedy, **problem.facts)}" if house.words.has(remedy) else sentence


def _sarif(checked: Sequence[Checked], problems: Sequence[Problem], fixed: Sequence[Mend] | None, house: House) -> None:  # noqa: ARG001
    """SARIF 2.1.0 (OASIS 2020): one run, its rules, and a result for each problem."""
    from urllib.parse import quote

    from quiz import __version__
    from quiz.problem import PROBLEMS

    codes = list(dict.fromkeys(problem.code for problem in problems))
    rules = [
        {
            "id": code,
            "defaultConfiguration": {"level": _SARIF[PROBLEMS[code]]},
            "help": {"text": page(code)},
        }
        for code in codes
    ]
    results: list[dict[str, Any]] = []
    for problem in problems:
        result: dict[str, Any] = {
            "ruleId": problem.code,
            "ruleIndex": codes.index(problem.code),
            "level": _SARIF[problem.severity],
            "message": {"text": _said(problem, house)},
        }
        if problem.place:
            region = {"startLine": problem.place.line, "startColumn": problem.place.column}
            artifact = {"uri": quote(problem.place.path.replace("\\", "/"))}
            result["locations"] = [{"physicalLocation": {"artifactLocation": artifact, "region": region}}]
        results.append(result)
    driver = {"name": "quiz", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    json.dump({"$schema": schema, "version": "2.1.0", "runs": [run]}, house.out, ensure_ascii=False, indent=2)
    house.out.write("\n")
