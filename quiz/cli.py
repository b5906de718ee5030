"""The list of commands; each is loaded when it is called. The one place where a failure becomes words and an exit code.

Exit codes: 0 well · 1 problems found · 2 usage · 3 cannot read or write · 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final, NoReturn

from quiz import __version__
from quiz.house import INTERRUPTED, House, Streams

if TYPE_CHECKING:
    from argparse import Namespace
    from types import ModuleType

#: Every command and the room it lives in; the sentence that explains it is `help.<command>` in words/.
#: A room has `arguments(parser, words)` and `run(options, house) -> exit code`.
COMMANDS: Final[dict[str, str]] = {
    "study": "quiz.commands.study",
    "due": "quiz.commands.due",
    "stats": "quiz.commands.stats",
    "report": "quiz.commands.report_html",
    "simulate": "quiz.commands.simulate",
    "fit": "quiz.commands.fit",
    "check": "quiz.commands.check",
    "new": "quiz.commands.new",
    "add": "quiz.commands.add",
    "edit": "quiz.commands.edit",
    "list": "quiz.commands.list",
    "show": "quiz.commands.show",
    "card": "quiz.commands.card",
    "search": "quiz.commands.search",
    "tag": "quiz.commands.tag",
    "mv": "quiz.commands.mv",
    "fmt": "quiz.commands.fmt",
    "undo": "quiz.commands.undo",
    "cards": "quiz.commands.cards",
    "settings": "quiz.commands.settings",
    "grade": "quiz.commands.grade",
    "read": "quiz.commands.read",
    "schema": "quiz.commands.schema",
    "derive": "quiz.commands.derive",
    "article": "quiz.commands.article",
    "import": "quiz.commands.import_",
    "export": "quiz.commands.export",
}
#: What `quiz` alone does: say what is due and offer to begin.
HOME: Final = "quiz.commands.home"

USAGE: Final = 2
BROKEN: Final = 70  # EX_SOFTWARE of sysexits.h: a fault of ours, not of the user


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code. Never raises at a user."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # What this terminal cannot show appears as an escape instead of ending the program.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="surrogateescape" if stream is sys.stdin else "backslashreplace")
    given, language = _without_language(list(sys.argv[1:] if arguments is None else arguments))
    house = House(Streams(sys.stdin, sys.stdout, sys.stderr), os.environ, language)
    try:
        code = _run(given, house)
        house.out.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # The reader (`| head`) has left: nobody is there to be told. Python must not complain at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:  # noqa: BLE001 - the one net: failures become sentences, faults of ours a report
        code = _failed(error, house)
    finally:
        house.close()
    return code


def _run(given: list[str], house: House) -> int:
    first = given[0] if given else ""
    if first == "--version":
        print(f"quiz {__version__}", file=house.out)
        return 0
    if first in {"-h", "--help", "help"}:
        house.out.write(overview(house))
        return 0
    if first in COMMANDS:
        return _call(COMMANDS[first], first, given[1:], house)
    if first and not first.startswith("-"):
        _unknown(first)
    return _call(HOME, "", given, house)


def _call(room_name: str, command: str, given: list[str], house: House) -> int:
    room = import_module(room_name)
    return int(room.run(_options(room, command, given, house), house))


def _options(room: ModuleType, command: str, given: list[str], house: House) -> Namespace:
    """The options of a command line. For none but switches the parser is not loaded: it costs as much as a question."""
    defaults = getattr(room, "DEFAULTS", None)
    switched = {word[2:]: True for word in given if word.startswith("--")}
    if defaults is not None and len(switched) == len(given) and all(defaults.get(name) is False for name in switched):
        from types import SimpleNamespace

        options: Namespace = SimpleNamespace(**{**defaults, **switched})  # type: ignore[assignment]
        return options
    from quiz.commands.parser import Parser

    parser = Parser(command, house.words)
    room.arguments(parser, house.words)
    return parser.parse_args(given)


def overview(house: House) -> str:
    """What `quiz --help` prints: every command with its sentence."""
    say = house.words.say
    width = max(map(len, COMMANDS)) + 2
    lines = [say("help.usage"), "", say("help.alone"), ""]
    lines += [f"  {name:<{width}}{say(f'help.{name}')}" for name in COMMANDS]
    return "\n".join([*lines, "", say("help.more"), ""])


def _without_language(given: list[str]) -> tuple[list[str], str]:
    """The words of the command line without `--lang X`, and X: the language is needed before anything can be said."""
    kept: list[str] = []
    language = ""
    words = iter(given)
    for word in words:
        if word == "--":
            kept.extend((word, *words))
        elif word == "--lang" and kept[:1] not in (["grade"], ["read"]):
            language = next(words, "?")
        elif word.startswith("--lang=") and kept[:1] not in (["grade"], ["read"]):
            language = word.removeprefix("--lang=")
        else:
            kept.append(word)
    return kept, language


def _unknown(name: str) -> NoReturn:
    from difflib import get_close_matches

    from quiz.problem import Failure, Problem

    if os.path.exists(name):
        raise Failure(Problem("command-is-a-path", facts={"name": name}), exit_code=USAGE)
    near = get_close_matches(name, COMMANDS, n=1)
    if near:
        raise Failure(Problem("command-misspelt", facts={"name": name, "near": near[0]}), exit_code=USAGE)
    raise Failure(Problem("command-unknown", facts={"name": name, "commands": tuple(COMMANDS)}), exit_code=USAGE)


def _failed(error: Exception, house: House) -> int:
    from quiz.problem import Failure

    if isinstance(error, Failure):
        from quiz.commands.report import report

        report(error.problems, house)
        return error.exit_code
    if house.environ.get("QUIZ_DEBUG"):
        raise error
    from quiz.commands.report import report_fault

    report_fault(error, house)
    return BROKEN
