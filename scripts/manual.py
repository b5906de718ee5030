"""The parts of README and docs that repeat the program, made from its own tables. cog pastes and checks them."""

from __future__ import annotations

import ast
import os
import re
from importlib import import_module
from pathlib import Path

from quiz.answers.reasons import REASONS
from quiz.cli import COMMANDS
from quiz.commands.parser import Parser
from quiz.commands.settings import toml
from quiz.deck.lint import RULES
from quiz.derive.exam import EXAM
from quiz.derive.extractors import EXTRACTORS
from quiz.problem import PROBLEMS
from quiz.settings import SETTINGS
from quiz.terminal.keys import KEYS, REVIEW_KEYS
from quiz.words import load

WORDS = load("en")


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A Markdown table, with an empty line on either side."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines) + "\n"


def code(*texts: str) -> str:
    """Texts as code, those that are empty left out."""
    return ", ".join(f"`{text}`" for text in texts if text)


def keys() -> str:
    """The keys of a session."""
    rows = [
        (
            code(key.shown_asking),
            code(key.shown_judged),
            code(*(f":{word}" for word in key.words)),
            said(f"session.keys-{key.name}"),
        )
        for key in KEYS
    ]
    return table(("while you type", "after the verdict", "`--plain`", "what it does"), rows)


def review_keys() -> str:
    """The keys of a review."""
    rows = [(code(key.shown_judged), code(*key.words[1:]), said(f"review.keys-{key.name}")) for key in REVIEW_KEYS]
    return table(("key", "in plain lines also", "what it does"), rows)


def commands() -> str:
    """The commands."""
    return table(("command", "what it does"), [(code(f"quiz {name}"), said(f"help.{name}")) for name in COMMANDS])


def usage(command: str) -> str:
    """What `quiz COMMAND --help` prints, on a terminal of 100 columns without colours."""
    os.environ.update(COLUMNS="100", NO_COLOR="1")
    parser = Parser(command, WORDS)
    import_module(COMMANDS[command]).arguments(parser, WORDS)
    return fenced(f"$ quiz {command} --help\n{parser.format_help()}", "console")


def extractors() -> str:
    """The extractors of `derive`, in their order."""
    rows = [(code(name), first_sentence(function.__doc__)) for name, function in EXTRACTORS.items()]
    return table(("extractor", "what it finds"), rows)


def exam() -> str:
    """The rules that every draft is examined by."""
    rows = [(code(name), first_sentence(rule.__doc__)) for name, rule in EXAM.items()]
    return table(("rule", "what it says"), rows)


def first_sentence(text: str | None) -> str:
    """The first paragraph of a docstring on one line."""
    return " ".join((text or "").strip().split("\n\n")[0].split())


def reasons() -> str:
    """Every reason of a verdict, with its sentence."""
    return table(("reason", "what is said"), [(code(name), said(f"reason.{name}")) for name in REASONS])


def problems() -> str:
    """Every problem, with its sentence and its remedy; what stands in braces is a fact of the case."""
    rows = []
    for name, severity in PROBLEMS.items():
        remedy = said(f"remedy.{name}") if WORDS.has(f"remedy.{name}") else ""
        rows.append((code(name), said(f"check.{severity}"), said(f"problem.{name}"), remedy))
    return table(("code", "", "what is said", "what to do"), rows)


def rules() -> str:
    """Every rule of `quiz check`, with its page."""
    rows = [
        (
            f"[`{rule.code}`]({rule.code}.md)",
            said(f"check.{rule.severity}"),
            "✓" if rule.fixes else "",
            marked(rule.about),
        )
        for rule in RULES.values()
    ]
    return table(("rule", "", "", "what it says"), rows)


#: What a rule looks at, as its page says it.
SCOPES = {"read": "", "card": "", "deck": ", of the deck as a whole", "decks": ", between cards of all decks"}


def rule(code: str) -> str:
    """The head of a rule's page: how grave it is, what it says, what the program says."""
    one = RULES[code]
    grave = {"error": "An error", "warning": "A warning", "advice": "Advice"}[one.severity] + SCOPES[one.scope]
    mends = " `quiz check --fix` puts it right." if one.fixes else ""
    off = "" if one.switches else " It cannot be allowed."
    remedy = said(f"remedy.{code}") if WORDS.has(f"remedy.{code}") else ""
    sentence = said(f"problem.{code}")
    told = f"> {sentence[:1]}{sentence[1:]}" + (f"\\\n> → {remedy}" if remedy else "")
    return f"\n{grave}: {marked(one.about)}{mends}{off}\n\n{told}\n\n"


def marked(text: str) -> str:
    """A sentence of the code as Markdown."""
    return re.sub(r"([|<>*_])(?![^`]*`(?:[^`]*`[^`]*`)*[^`]*$)", r"\\\1", text)


def decisions() -> str:
    """The decisions: of each file its title, and its points: what it says in bold, its other titles, or its choice."""
    rows = []
    for path in sorted(Path("docs/decisions").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        if path.name != "README.md":
            title, *others = re.findall(r"^# (.+)", text, re.MULTILINE)
            points = [point for point in re.findall(r"^\*\*(.+?)[.,:]?\*\*", text, re.MULTILINE) if " " in point]
            points = points or others or re.findall(r"^\*\*Choice\.\*\* (.+?)\.?$", text, re.MULTILINE)[:1]
            rows.append((f"[{title}]({path.name})", "; ".join(points).replace("|", "\\|")))
    return table(("about", "what was decided"), rows)


def histories() -> str:
    """What becomes of a history when a deck is changed: the table of the tests."""
    import yaml

    rows = yaml.safe_load(Path("tests/data/history/cases.yaml").read_text(encoding="utf-8"))["rows"]
    said = {
        "kept": "stays: the same card",
        "follows": "follows, and is told",
        "asked": "waits: `quiz check` asks",
        "anew": "stays behind: another card",
    }
    told = [(row["does"], said[became]) for became in said for row in rows if row["becomes"] == became]
    return table(("when you", "the history"), told)


def settings() -> str:
    """The settings."""
    rows = [(code(setting.name), code(toml(setting.default)), said(setting.words)) for setting in SETTINGS]
    return table(("setting", "default", "what it is"), rows)


def tree() -> str:
    """The rooms of the house, each with the first sentence of its docstring."""
    lines = []
    for path in sorted(Path("quiz").iterdir(), key=lambda path: (path.is_file(), path.name)):
        module = path / "__init__.py" if path.is_dir() else path
        if module.suffix == ".py" and module.exists() and not path.name.startswith("__"):
            told = (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n")[0]
            lines.append(f"{path.name + ('/' if path.is_dir() else ''):<12} {told}")
    return fenced("\n".join(lines))


def fenced(text: str, language: str = "") -> str:
    """Text as it stands, with an empty line on either side."""
    return f"\n```{language}\n{text.rstrip()}\n```\n\n"


def said(key: str) -> str:
    """A sentence of the words as Markdown: facts stand as their names in braces, what depends on a number as plural."""
    sentence = re.sub(r"\{\w+\|[^|{}]*\|([^|{}]*)\}|@\w+(?=\})", r"\1", WORDS.sentences[key])
    return re.sub(r"([|<>*_`])", r"\\\1", sentence)
