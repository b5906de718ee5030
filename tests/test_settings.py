"""The table of settings, and what the environment says."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies

from quiz import settings as table
from quiz.places import places
from quiz.problem import PROBLEMS, Failure
from quiz.settings import SETTINGS, Settings
from quiz.words import LANGUAGES, load

FILE = "/home/ann/.config/quiz/settings.toml"


def told(text: str) -> list[tuple[str, int]]:
    """The codes of the problems in a settings file, with their lines."""
    return [(problem.code, problem.place.line) for problem in table.read(text, FILE)[1]]


def test_table_and_values_say_the_same():
    """The fields of `Settings` are the names of the table, in its order, with its defaults."""
    assert Settings._fields == tuple(setting.name for setting in SETTINGS)
    assert Settings() == tuple(setting.default for setting in SETTINGS)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_default_is_allowed_and_explained(setting):
    """The default of every setting is a value that it may have, and both languages explain the setting."""
    value = list(setting.default) if isinstance(setting.default, tuple) else setting.default

    assert table.check(setting, value) == (setting.default, None)
    assert all(load(language).has(setting.words) for language in LANGUAGES)


def test_written_values_count():
    """What the file says replaces the default, and the rest keeps it."""
    text = 'new_per_day = 0\nretention = 0.85\nlanguage = "fr"\ndecks = ["~/a", "b.yaml"]\nplain = true\n'

    settings, problems = table.read(text, FILE)

    expected = Settings(new_per_day=0, retention=0.85, language="fr", decks=("~/a", "b.yaml"), plain=True)
    assert (settings, problems) == (expected, ())


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("new_per_day = -1", "setting-out-of-range"),
        ("new_per_day = 2.5", "setting-not-number"),
        ("new_per_day = true", "setting-not-number"),
        ('new_per_day = "10"', "setting-not-number"),
        ("retention = 0.69", "setting-out-of-range"),
        ("retention = 0.98", "setting-out-of-range"),
        ("retention = 1", "setting-out-of-range"),
        ("retention = nan", "setting-out-of-range"),
        ("rollover_hour = 13", "setting-out-of-range"),
        ('language = "de"', "setting-not-choice"),
        ("language = 3", "setting-not-choice"),
        ('color = "blue"', "setting-not-choice"),
        ('plain = "yes"', "setting-not-switch"),
        ("plain = 1", "setting-not-switch"),
        ("decks = [1]", "setting-not-paths"),
        ('decks = [""]', "setting-not-paths"),
        ("decks = true", "setting-not-paths"),
        ("new-per-day = 3", "setting-misspelt"),
        ("new_per_dya = 3", "setting-misspelt"),
        ("zzz = 3", "setting-unknown"),
        ("[plain]", "setting-not-switch"),
    ],
)
def test_bad_value_is_a_problem_with_its_line(line, code):
    """A value that cannot be used is told with its line, and costs nothing else."""
    text = f"# mine\n\n{line}\n"
    if not line.startswith("["):
        text += "reviews_per_day = 50\n"

    settings, problems = table.read(text, FILE)

    assert [(problem.code, problem.place.path, problem.place.line) for problem in problems] == [(code, FILE, 3)]
    assert settings == Settings(reviews_per_day=50 if not line.startswith("[") else 200)


def test_every_problem_is_told():
    """Nothing stops at the first fault: each has its line, in the order of the file."""
    text = 'plain = 3\nretention = oops\nnew_per_day = 5\ncolor = "x\nnope = 1\nrollover_hour = 99\n'

    assert told(text) == [
        ("setting-not-switch", 1),
        ("settings-not-toml", 2),
        ("settings-not-toml", 4),
        ("setting-unknown", 5),
        ("setting-out-of-range", 6),
    ]
    assert table.read(text, FILE)[0] == Settings(new_per_day=5)


@pytest.mark.parametrize("text", ["", "\ufeff", "# nothing\n", "\ufeffplain = false\n"])
def test_empty_file_is_the_defaults(text):
    """An empty file, with or without a byte order mark, is no mistake."""
    assert table.read(text, FILE) == (Settings(), ())


@pytest.mark.parametrize("text", ["a" * 50_000, "[" * 5_000, "plain = " + "[" * 5_000, "\0", 'decks = ["a",\n"b"\n'])
def test_rubbish_never_raises(text):
    """Whatever the file holds, it is told and the defaults count."""
    settings, problems = table.read(text, FILE)

    assert settings == Settings()
    assert problems


def test_every_problem_has_its_sentence_in_both_languages():
    """What this room can say is registered, and its sentences name only the facts that are given."""
    text = (
        'plain = 3\nretention = oops\nnope = 1\nplian = true\nrollover_hour = 99\ncolor = 1\ndecks = 1\nlanguage = ""\n'
    )
    _, problems = table.read(text, FILE)

    for problem in problems:
        assert problem.code in PROBLEMS
        for language in LANGUAGES:
            for section in ("problem", "remedy"):
                assert load(language).say(f"{section}.{problem.code}", **problem.facts)


def test_unreadable_file_is_a_problem(tmp_path):
    """A folder in the place of the file is told, and the defaults count."""
    where = places({"QUIZ_HOME": str(tmp_path)})
    Path(where.settings).mkdir(parents=True)

    settings, problems = table.load(where)

    assert (settings, [problem.code for problem in problems]) == (Settings(), ["settings-unreadable"])


def test_no_file_is_the_defaults(tmp_path):
    """Nobody needs a settings file."""
    assert table.load(places({"QUIZ_HOME": str(tmp_path)})) == (Settings(), ())


def test_deck_paths(tmp_path):
    """The learner's own folder first, once it exists; then the shipped decks, unless they are not wanted."""
    where = places({"QUIZ_HOME": str(tmp_path)})._replace(shipped=str(tmp_path / "shipped"))
    (tmp_path / "shipped").mkdir()

    assert table.deck_paths(Settings(), where) == (where.shipped,)

    Path(where.decks).mkdir(parents=True)

    assert table.deck_paths(Settings(), where) == (where.decks, where.shipped)
    assert table.deck_paths(Settings(shipped_decks=False), where) == (where.decks,)
    assert table.deck_paths(Settings(decks=("x", "/y/../z"), shipped_decks=False), where) == (
        f"{where.config}/x",
        "/z",
    )


@pytest.mark.parametrize(
    ("setting", "environ", "language"),
    [
        ("", {}, "en"),
        ("", {"LANG": "fr_FR.UTF-8"}, "fr"),
        ("", {"LANG": "fr"}, "fr"),
        ("", {"LANG": "fr-CA"}, "fr"),
        ("", {"LANG": "fy_NL.UTF-8"}, "en"),
        ("", {"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ("", {"LANG": "en_US.UTF-8", "LC_MESSAGES": "", "LC_ALL": "fr_BE"}, "fr"),
        ("", {"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ("en", {"LANG": "fr_FR.UTF-8"}, "en"),
        ("fr", {}, "fr"),
    ],
)
def test_language(setting, environ, language):
    """The setting, else the locale by LC_ALL, LC_MESSAGES and LANG, else English."""
    assert table.language(Settings(language=setting), environ) == language


@pytest.mark.parametrize(
    ("setting", "environ", "color"),
    [
        ("auto", {}, "auto"),
        ("auto", {"NO_COLOR": "1"}, "never"),
        ("auto", {"NO_COLOR": ""}, "auto"),
        ("auto", {"TERM": "dumb"}, "never"),
        ("always", {"NO_COLOR": "1"}, "always"),
        ("never", {}, "never"),
    ],
)
def test_color(setting, environ, color):
    """`NO_COLOR` turns auto off; what the learner wrote himself counts more."""
    assert table.color(Settings(color=setting), environ) == color


@pytest.mark.parametrize(
    ("said", "at", "offset"),
    [
        ("2025-01-14T20:30:00+01:00", 1_736_883_000_000, 60),
        ("2025-01-14T20:30:00.250-03:30", 1_736_899_200_250, -210),
        ("2025-01-14 20:30Z", 1_736_886_600_000, 0),
    ],
)
def test_set_clock_starts_there_and_runs_on(said, at, offset):
    """`QUIZ_NOW` sets the clock, which then runs."""
    clock = table.clock({"QUIZ_NOW": said})
    first, second = clock(), clock()

    assert first.offset == offset
    assert at <= first.at <= second.at < at + 60_000


@pytest.mark.parametrize("said", ["tomorrow", "2025-01-14T20:30:00", "2025-01-14", "2025-02-30T00:00+00:00", "9" * 50])
def test_clock_that_cannot_be_read_is_refused(said):
    """A `QUIZ_NOW` without an offset, or that is no time, is an error of usage: it would date the log wrongly."""
    with pytest.raises(Failure) as caught:
        table.clock({"QUIZ_NOW": said})

    assert caught.value.exit_code == 2
    assert [problem.code for problem in caught.value.problems] == ["clock-unreadable"]


def test_real_clock_has_the_offset_of_the_place():
    """Without `QUIZ_NOW` the clock is the machine's, with its offset in minutes."""
    program = "from quiz.settings import clock; print(clock({})().offset)"
    environ = {**os.environ, "TZ": "XXX-05:30"}

    said = subprocess.run([sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=True)

    assert said.stdout == "330\n"


def test_nothing_that_costs_is_imported():
    """Settings stand before the first question: reading none loads neither TOML, nor problems, nor pathlib."""
    program = (
        "import sys; from quiz import places, settings;"
        "settings.load(places.places({'QUIZ_HOME': '/nowhere'})); settings.clock({})();"
        "print(sorted({'tomllib', 'pathlib', 'dataclasses', 'datetime', 'difflib', 'quiz.problem'} & set(sys.modules)))"
    )

    said = subprocess.run(
        [sys.executable, "-S", "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(table.__file__).parent.parent,
    )

    assert said.stdout == "[]\n"


PLAIN = [
    "a = 1",
    "b = 0",
    'c = "x # y"  # why',
    "d = true",
    "e=0.85",
    "f = []",
    'g = [ "é", "b c" ]',
    "",
    " # only this",
]


def test_a_plain_file_is_read_without_toml():
    """What people write in a settings file is read as tomllib reads it, and tomllib is not needed."""
    text = "\n".join(PLAIN)

    assert table.plainly(text) == tomllib.loads(text)


@settings(max_examples=150)
@given(
    strategies.lists(
        strategies.one_of(
            strategies.sampled_from(PLAIN),
            strategies.text("ab=#[]{}\"'\\,. \t\r\x00\x7f0159_-+etrufals\u00e9", max_size=14),
            strategies.text('01.e_+-"[], \\', max_size=8).map("x = {}".format),
        ),
        max_size=4,
    )
)
def test_the_plain_reader_never_disagrees_with_toml(lines):
    """Whatever a file holds, the plain reader leaves it alone or finds what tomllib finds."""
    text = "\n".join(lines)
    values = table.plainly(text)

    assert values is None or values == tomllib.loads(text)
