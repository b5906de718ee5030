"""`quiz settings`: every setting with its value and its sentence, the file they are in, and a way to change one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from quiz import settings as table
from quiz.problem import Failure, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.words import Words

DEFAULTS: Final[dict[str, Any]] = {"name": None, "value": [], "json": False}
SWITCHES: Final = {
    "true": True,
    "on": True,
    "yes": True,
    "oui": True,
    "false": False,
    "off": False,
    "no": False,
    "non": False,
}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz settings`."""
    parser.add_argument("name", nargs="?", help=words.say("help.settings-name"))
    parser.add_argument("value", nargs="*", help=words.say("help.settings-value"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Show the settings, or change one."""
    from quiz.commands.report import report

    if options.name and options.value:
        _change(_named(options.name), options.value, house)
        return 0
    settings, problems = house.settings_and_problems
    report(problems, house)
    shown = [_named(options.name)] if options.name else list(table.SETTINGS)
    if options.json:
        import json

        values = {setting.name: getattr(settings, setting.name) for setting in shown}
        json.dump({"path": house.places.settings, "settings": values}, house.out, ensure_ascii=False, indent=2)
        house.out.write("\n")
    else:
        width = max(len(setting.name) for setting in shown)
        for setting in shown:
            value = toml(getattr(settings, setting.name))
            print(f"{setting.name:<{width}}  = {value}", file=house.out)
            print(f"{'':<{width}}    {house.words.say(setting.words)}", file=house.out)
        print(f"\n{house.words.fact(house.places.settings)}", file=house.out)
    return 1 if problems else 0


def _named(name: str) -> table.Setting:
    setting = next((setting for setting in table.SETTINGS if setting.name == name.replace("-", "_")), None)
    if setting is None:
        names = tuple(setting.name for setting in table.SETTINGS)
        raise Failure(Problem("setting-unknown", facts={"name": name, "names": names}), exit_code=2)
    return setting


def _change(setting: table.Setting, given: list[str], house: House) -> None:
    """Write the setting into the file: its line is replaced, or one is added; every other byte stays."""
    from quiz.library.file import read, write

    value, problem = table.check(setting, _value(setting, given))
    if problem is not None:
        raise Failure(problem, exit_code=2)
    path = house.places.settings
    stamp, text = None, ""
    if os.path.exists(path):
        content = read(path)
        stamp, text = content.stamp, content.data.decode("utf-8", "surrogateescape")
    else:
        try:
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        except OSError as error:
            raise Failure(Problem("folder-unwritable", facts={"path": os.path.dirname(path)})) from error
    write(path, _edited(text, setting.name, toml(value)).encode("utf-8", "surrogateescape"), stamp)
    print(f"{setting.name} = {toml(value)}", file=house.out)


def _value(setting: table.Setting, given: list[str]) -> object:
    text = " ".join(given)
    if setting.type == "paths":
        return [os.path.abspath(os.path.expanduser(path)) for path in given]
    if setting.type == "codes":
        return text.replace(",", " ").split()
    if setting.type == "switch":
        return SWITCHES.get(text.casefold(), text)
    if setting.type == "choice":
        return "" if text in {'""', "''"} else text
    try:
        return int(text) if setting.type == "whole" else float(text.replace(",", "."))
    except ValueError:
        return text


def _edited(text: str, name: str, value: str) -> str:
    import re

    line = f"{name} = {value}"
    # A list may run over several lines; what is replaced ends with its bracket.
    pattern = re.compile(rf"^[ \t]*{name}[ \t]*=[ \t]*(\[[^\]]*\]|[^\n#]*?)(?=[ \t]*(#[^\n]*)?$)", re.MULTILINE)
    if pattern.search(text):
        return pattern.sub(lambda _: line, text, count=1)
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{line}\n"


def toml(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(toml(part) for part in value)}]"
    text = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
