"""One table of settings. Reading, checking, `quiz settings` and the manual all walk `SETTINGS`.

The file is `settings.toml` in the configuration folder: `name = value`, one a line. A value that cannot be used is a
problem with its line; the other values still count. This room stands before the first question: it imports nothing
that costs (tomllib only when there is a file, problems only when there is one).
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from quiz.memory.day import Moment

if TYPE_CHECKING:
    from quiz.places import Places
    from quiz.problem import Fact, Problem

Type = Literal["whole", "decimal", "switch", "choice", "paths", "codes"]
Value = int | float | bool | str | tuple[str, ...]


class Setting(NamedTuple):
    """One setting: its name in the file, its type, its default, what it may be, and the key of its sentence.

    `low` and `high` bound a whole or decimal number (both included); `choices` are the texts that a choice may be.
    """

    name: str
    type: Type
    default: Value
    low: float = 0
    high: float = 0
    choices: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The key of the sentence that explains it."""
        return f"settings.{self.name}"


#: Every setting there is. To add one: a line here, a field in `Settings`, a sentence in each language.
SETTINGS: Final[tuple[Setting, ...]] = (
    Setting("new_per_day", "whole", 10, 0, 9999),
    Setting("reviews_per_day", "whole", 200, 0, 9999),
    Setting("retention", "decimal", 0.9, 0.7, 0.97),
    Setting("rollover_hour", "whole", 4, 0, 12),
    Setting("language", "choice", "", choices=("", "en", "fr")),
    Setting("decks", "paths", ()),
    Setting("shipped_decks", "switch", True),  # noqa: FBT003 - the default of the table's row
    Setting("plain", "switch", False),  # noqa: FBT003 - the same
    Setting("color", "choice", "auto", choices=("auto", "always", "never")),
    Setting("check_allow", "codes", ()),
    Setting("fit", "choice", "auto", choices=("auto", "never")),
)


class Settings(NamedTuple):
    """The settings as they stand; the fields are those of `SETTINGS`, in its order.

    `language` "" follows the locale, `decks` () is the learner's own folder: see `language` and `deck_paths`.
    """

    new_per_day: int = 10
    reviews_per_day: int = 200
    retention: float = 0.9
    rollover_hour: int = 4
    language: str = ""
    decks: tuple[str, ...] = ()
    shipped_decks: bool = True
    plain: bool = False
    color: str = "auto"
    check_allow: tuple[str, ...] = ()
    fit: str = "auto"


# --- reading ---------------------------------------------------------------------------------------------------------


def load(places: Places) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of the learner's file, with defaults for what it does not say, and all that is wrong with it."""
    try:
        with open(places.settings, "rb") as file:
            raw = file.read(1_000_000)
    except FileNotFoundError:
        return Settings(), ()
    except OSError:
        from quiz.problem import Problem

        return Settings(), (Problem("settings-unreadable", facts={"path": places.settings}),)
    return read(raw.decode("utf-8", "replace"), places.settings)


def read(text: str, path: str) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings written in `text`, and every problem with its line. A line that is not TOML costs only itself."""
    problems: list[Problem] = []
    values = plainly(text)
    if values is None:
        values, problems = _tables(text.removeprefix("\ufeff"), path)
    known = {setting.name: setting for setting in SETTINGS}
    good: dict[str, Value] = {}
    for name, value in values.items():
        setting = known.get(name)
        accepted, problem = check(setting, value) if setting else (None, None)
        if accepted is not None:
            good[name] = accepted
            continue
        from quiz.problem import Place, Problem

        place = Place(path, _line_of(name, text))
        if setting is None:
            near = _near(name, tuple(known))
            code, facts = ("setting-misspelt", {"name": name, "near": near}) if near else _unknown(name, tuple(known))
            problems.append(Problem(code, place, facts))
        elif problem:
            problems.append(Problem(problem.code, place, problem.facts))
    problems.sort(key=lambda problem: problem.place.line if problem.place else 0)
    return Settings()._replace(**good), tuple(problems)  # type: ignore[arg-type]


def plainly(text: str) -> dict[str, object] | None:
    """What TOML reads in a file as `quiz settings` writes it, ten times sooner; None for what is written otherwise.

    A name and a whole or decimal number, true, false, a text in double quotes without a backslash, or a list of such
    texts on its line; comments and empty lines.
    """
    import re

    quoted = r'"[^"\\\x00-\x08\x0a-\x1f\x7f]*"'
    line = re.compile(
        rf"""[ \t]*(?:([a-z_]+)[ \t]*=[ \t]*(?:(true|false)|(0|[1-9][0-9]{{0,8}})|([0-9]\.[0-9]{{1,9}})|({quoted})"""
        rf"""|\[[ \t]*((?:{quoted}(?:[ \t]*,[ \t]*{quoted})*)?)[ \t]*\]))?[ \t]*(?:\#[ -~]*)?"""
    )
    values: dict[str, object] = {}
    for written in text.split("\n"):
        match = line.fullmatch(written)
        if match is None or match[1] in values:
            return None
        name, switch, whole, decimal, one, several = match.groups()
        if not name:
            continue
        if switch:
            values[name] = switch == "true"
        elif whole or decimal:
            values[name] = int(whole) if whole else float(decimal)
        else:
            values[name] = one[1:-1] if one else [item[1:-1] for item in re.findall(quoted, several)]
    return values


def check(setting: Setting, value: object) -> tuple[Value | None, Problem | None]:
    """`value` (as TOML or JSON gives it) as the setting wants it, or the problem with it."""
    if setting.type == "switch":
        return (value, None) if isinstance(value, bool) else (None, _wrong("setting-not-switch", setting, value))
    if setting.type == "choice":
        if isinstance(value, str) and value in setting.choices:
            return value, None
        choices = tuple(f'"{choice}"' for choice in setting.choices)
        return None, _wrong("setting-not-choice", setting, value, choices=choices)
    if setting.type in ("paths", "codes"):
        listed = [value] if isinstance(value, str) else value
        if isinstance(listed, list) and all(isinstance(path, str) and path and "\0" not in path for path in listed):
            return tuple(listed), None
        return None, _wrong(f"setting-not-{setting.type}", setting, value)
    bounds: dict[str, Fact] = {"low": f"{setting.low:g}", "high": f"{setting.high:g}"}
    if isinstance(value, bool) or not isinstance(value, int if setting.type == "whole" else int | float):
        return None, _wrong("setting-not-number", setting, value, **bounds)
    if not setting.low <= value <= setting.high:  # also refuses nan
        return None, _wrong("setting-out-of-range", setting, value, **bounds)
    return value, None


def _wrong(code: str, setting: Setting, value: object, **facts: Fact) -> Problem:
    from quiz.problem import Problem

    return Problem(code, facts={"name": setting.name, "value": _shown(value), **facts})


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _unknown(name: str, names: Sequence[str]) -> tuple[str, dict[str, Fact]]:
    return "setting-unknown", {"name": name, "names": tuple(names)}


def _near(name: str, names: Sequence[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name.lower().replace("-", "_"), names, n=1)), "")


def _tables(text: str, path: str) -> tuple[dict[str, object], list[Problem]]:
    """What TOML reads in `text`; each line it stumbles over is a problem, blanked, and the rest is read again."""
    import re
    import tomllib

    from quiz.problem import Place, Problem

    lines = text.splitlines()
    problems: list[Problem] = []
    while True:
        try:
            return tomllib.loads("\n".join(lines)), problems
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            found = re.search(r"line (\d+)", str(error))
            line = min(int(found[1]), len(lines)) if found else _last_written(lines)
            if found and not lines[line - 1].strip():
                line = _last_written(lines)
            problems.append(Problem("settings-not-toml", Place(path, max(line, 1))))
            if not line or len(problems) == 20:
                return {}, problems
            lines[line - 1] = ""


def _last_written(lines: Sequence[str]) -> int:
    return max((number for number, line in enumerate(lines, 1) if line.strip()), default=0)


def _line_of(name: str, text: str) -> int:
    import re

    pattern = re.compile(rf"""\s*\[?\s*["']?{re.escape(name)}["']?\s*[=.\]]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)


# --- what they come to: with what the environment says, and what is there --------------------------------------------


def deck_paths(settings: Settings, places: Places) -> tuple[str, ...]:
    """The folders and files in which the library looks for decks, the learner's own first.

    `~` is the home folder, and what is not absolute is taken from the folder of `settings.toml`. The learner's own
    folder and the shipped decks are left out while they do not exist: they are places to fill, not mistakes.
    """
    if settings.decks:
        given = [os.path.join(places.config, os.path.expanduser(path)) for path in settings.decks]
        paths = [os.path.normpath(path) for path in given]
    else:
        paths = [places.decks] if os.path.isdir(places.decks) else []
    if settings.shipped_decks and os.path.isdir(places.shipped):
        paths.append(places.shipped)
    return tuple(dict.fromkeys(paths))


def language(settings: Settings, environ: Mapping[str, str]) -> str:
    """The language to speak, "fr" or "en": the setting, else the locale (LC_ALL, LC_MESSAGES, LANG), else English."""
    said = settings.language or next(
        (environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), ""
    )
    return "fr" if said.lower().split(".")[0].split("_")[0].split("-")[0] == "fr" else "en"


def color(settings: Settings, environ: Mapping[str, str]) -> str:
    """When to use colours: auto, always or never. A `NO_COLOR` (https://no-color.org) turns auto into never."""
    if settings.color == "auto" and (environ.get("NO_COLOR") or environ.get("TERM") == "dumb"):
        return "never"
    return settings.color


def clock(environ: Mapping[str, str]) -> Callable[[], Moment]:
    """The clock: local time with its offset, or one set by `QUIZ_NOW` (ISO 8601 with an offset), which then runs on.

    Raises `Failure` ("clock-unreadable", usage) if `QUIZ_NOW` cannot be read: a wrong clock would date the log wrongly.
    """
    said = environ.get("QUIZ_NOW", "")
    if not said:
        return _now
    from datetime import datetime

    try:
        start = datetime.fromisoformat(said.strip())
        offset = start.utcoffset()
        at = round(start.timestamp() * 1000)
    except (ValueError, OverflowError):
        offset = None
    if offset is None:
        from quiz.problem import Failure, Problem

        raise Failure(Problem("clock-unreadable", facts={"value": said}), exit_code=2)
    minutes = round(offset.total_seconds() / 60)
    began = time.monotonic_ns()
    return lambda: Moment(at + (time.monotonic_ns() - began) // 1_000_000, minutes)


def _now() -> Moment:
    seconds, rest = divmod(time.time_ns(), 1_000_000_000)
    return Moment(seconds * 1000 + rest // 1_000_000, time.localtime(seconds).tm_gmtoff // 60)
