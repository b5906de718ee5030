"""How quick reading and judging are: what the readers cost to load, and how many verdicts a second one core gives.

    python scripts/bench_grading.py [rounds]

prints one line of JSON. Loading is measured as whole processes, in turns, with byte code cached. Verdicts are measured
on the rows of tests/data/answers, all kinds mixed: as they are, again and again, and with texts never typed before,
made of the rows by other figures and slips of the finger. Times are those of the processor; of verdicts the best of
some rounds, because a busy machine makes everything slower and nothing quicker.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from quiz.answers.verdict import Answer, Asked

    Pair = tuple[Answer, str, Asked]

READERS = "import quiz.language.spans"
#: The modules of the standard library that the readers stand on.
FOUNDATION = "import re, fractions, functools, typing, unicodedata"
#: The same with dataclasses, which the verdicts need.
WIDER = "import re, dataclasses, fractions, functools, typing"
LETTERS = "abcdefghijklmnopqrstuvwxyzéè "
FRESH = 2500


def importing(rounds: int = 15) -> dict[str, float]:
    """Milliseconds of the processor: a bare start, and the readers above what they stand on (and above `WIDER`)."""
    codes = ("pass", FOUNDATION, WIDER, READERS)
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    spent: dict[str, list[float]] = {code: [] for code in codes}
    for number in range(rounds + 1):
        for code in codes:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environ, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if number:  # the first round writes the byte code
                spent[code].append(1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime))
    cost = {code: median(times) for code, times in spent.items()}
    return {
        "pass_ms": round(cost["pass"], 1),
        "readers_above_foundation_ms": round(cost[READERS] - cost[FOUNDATION], 1),
        "readers_above_dataclasses_ms": round(cost[READERS] - cost[WIDER], 1),
    }


def pairs() -> list[Pair]:
    """The rows of the tables of verdicts."""
    import yaml

    from quiz.answers.verdict import Answer, Asked, Other

    found: list[Pair] = []
    for path in sorted((ROOT / "tests" / "data" / "answers").glob("*.yaml")):
        kind, language, _ = path.name.split(".")
        for row in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader):
            answer = Answer(
                kind,
                row.get("answer", ""),
                tuple(row.get("items", ())),
                tuple(row.get("accept", ())),
                tuple(row.get("options", ())),
                row.get("ordered") == "true",
            )
            mates = [one if isinstance(one, dict) else {"answer": one} for one in row.get("others", ())]
            others = tuple(Other(one["answer"], "", Answer(one.get("kind", "answer"), one["answer"])) for one in mates)
            found.append((answer, row["typed"], Asked(language, row.get("question", ""), others)))
    return found


def varied(typed: str, chance: random.Random) -> str:
    """Something else that might have been typed: other figures, a letter too many, too few, another one or swapped."""
    if any(char.isdigit() for char in typed) and chance.random() < 0.7:
        return "".join(str(chance.randrange(1, 10)) if char.isdigit() else char for char in typed)
    at = chance.randrange(len(typed)) if typed else 0
    swapped = typed[:at] + typed[at + 1 : at + 2] + typed[at : at + 1] + typed[at + 2 :]
    return chance.choice(
        (
            typed[:at] + typed[at + 1 :],
            typed[:at] + chance.choice(LETTERS) + typed[at:],
            typed[:at] + chance.choice(LETTERS) + typed[at + 1 :],
            swapped,
        )
    )


def verdicts(rounds: int = 7) -> dict[str, int]:
    """Verdicts a second on one core: of pairs judged before, and of texts never typed before."""
    from quiz.answers import grade

    known = pairs()
    for answer, typed, asked in known:
        grade(answer, typed, asked)
    chance = random.Random(20)
    seen = {typed for _, typed, _ in known}
    repeated = fresh = 0.0
    for _ in range(rounds):
        unseen: list[Pair] = []
        while len(unseen) < FRESH:
            answer, typed, asked = chance.choice(known)
            typed = varied(typed, chance)
            if typed not in seen:
                seen.add(typed)
                unseen.append((answer, typed, asked))
        fresh = max(fresh, _rate(grade, unseen))
        repeated = max(repeated, _rate(grade, known))
    return {"repeated_per_s": round(repeated), "fresh_per_s": round(fresh)}


def _rate(grade: Any, some: list[Pair]) -> float:  # noqa: ANN401 - `quiz.answers.grade`, loaded when measured
    begun = time.process_time()
    for answer, typed, asked in some:
        grade(answer, typed, asked)
    return len(some) / (time.process_time() - begun)


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    print(json.dumps({**importing(wanted), **verdicts(max(1, wanted // 2))}))
