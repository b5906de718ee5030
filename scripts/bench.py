"""How quick the program is: its first question, its verdicts, its reading of decks, for libraries of several sizes.

Every figure is taken from outside: the real program, started as a person starts it, in a pseudo-terminal where a screen
is meant. Times are medians, quoted against P, the time of `python -c pass` in the same run, because machines differ.
What is compared runs in turns, so that a machine that is busy for a while is busy for all of them.
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import platform
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
#: Files in every library, whatever its size: what grows is the number of cards.
FILES = 100
#: How long to wait for a program that says nothing, in seconds.
PATIENCE = 60.0
#: A key that stands in no question and no sentence of the program.
KEY = "~"
#: After a verdict the program ignores keys for a moment; a person reads longer than this.
READING = 0.2
SGR = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
VERDICT = re.compile("[✓≈✗]")


# --- libraries -------------------------------------------------------------------------------------------------------


@dataclass
class Home:
    """A learner's home with a library of so many cards, indexed. If `met`, a tenth of them were answered before."""

    folder: Path
    cards: int
    met: bool
    indexed_s: float = 0.0

    @property
    def name(self) -> str:
        """What the tables call it."""
        return f"{self.cards:,} cards" + (", a tenth met" if self.met else "")

    def environ(self) -> dict[str, str]:
        """The environment of a program started here."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
        return {**kept, "QUIZ_HOME": str(self.folder), "TERM": "xterm-256color", "LANG": "C.UTF-8"}


def card(number: int) -> str:
    """A card of a deck; every tenth has a source's words, as an article's cards have."""
    town, year = f"town {number}", 1000 + number % 1000
    kinds = (
        f"  - question: When was the charter of {town} sealed?\n    date: {1 + number % 28} March {year}\n",
        f"  - question: How many people lived in {town} in {year}?\n    number: {number:,}\n    hint: not many\n",
        f"  - question: Who governed {town} in {year}?\n    person: Anne Martin-{number}\n    tags: [people]\n",
        f"  - question: What did the bridge of {town} cost in {year}?\n    money: ${number + 2} million\n",
        f"  - question: What is the river of {town} called?\n    answer: the river {number}\n",
    )
    told = f"    source: chronicle\n    evidence: {{words: as {town} says itself}}\n" if number % 10 == 0 else ""
    return kinds[number % len(kinds)] + told


def deck(number: int, cards: range) -> str:
    """The text of a deck file."""
    head = f"deck: region-{number}\ntitle: Region {number}\nlanguage: en\nsources:\n  chronicle: {{title: Chronicle}}\n"
    return head + "cards:\n" + "".join(map(card, cards))


def furnish(folder: Path, cards: int, *, met: bool) -> Home:
    """A home with a library, indexed by the program itself."""
    home = Home(folder, cards, met)
    decks = folder / "data" / "decks"
    decks.mkdir(parents=True)
    (folder / "config").mkdir()
    (folder / "config" / "settings.toml").write_text("shipped_decks = false\n")
    each = cards // FILES
    yesterday = time.time() - 86_400
    for number in range(FILES):
        path = decks / f"region-{number:03}.yaml"
        path.write_text(deck(number, range(number * each, (number + 1) * each)), encoding="utf-8")
        os.utime(path, (yesterday, yesterday))
    began = time.perf_counter()
    output(["-m", "quiz", "due", "--json"], home.environ())
    home.indexed_s = time.perf_counter() - began
    if met:
        output(["-c", MEET], home.environ())
        output(["-m", "quiz", "due", "--json"], home.environ())
    return home


#: Answers to every tenth card, most of them yesterday's, and 300 long enough ago to be due.
MEET = """
import os, time
from quiz import settings
from quiz.journal import Journal
from quiz.library import Library
from quiz.memory.event import Event
from quiz.places import places

here = places(os.environ)
cards = sorted(Library.open(here, settings.Settings(shipped_decks=False)).kinds())[::10]
now, day = time.time_ns() // 1_000_000, 86_400_000
with Journal.open(here.journal) as journal:
    journal.merge(
        Event(now - (60 if number < 300 else 1) * day + number, 0, "-", "reviewed", card, 3, "right", "x", 900, 2000)
        for number, card in enumerate(cards)
    )
"""


#: Ten reviews of every card, of every other card within the last year and of the rest before, as a table that
#: `quiz import reviews` reads.
LIVE = """
import os, random, sys, time
from quiz import settings
from quiz.library import Library
from quiz.places import places

now, chance, day = int(time.time()), random.Random(1), 86_400
cards = sorted(Library.open(places(os.environ), settings.Settings(shipped_decks=False)).kinds())
with open(sys.argv[1], "w") as table:
    print("card_id,review_time,review_rating,review_duration", file=table)
    for card in cards:
        at, gap = now - (290 + 500 * chance.randrange(2) + chance.randrange(60)) * day, 1.0
        for _ in range(10):
            rating = chance.choices((1, 2, 3, 4), (12, 15, 60, 13))[0]
            moment, took = (at + chance.randrange(40_000)) * 1000, chance.randrange(1500, 15_000)
            print(card, moment, rating, took, sep=",", file=table)
            gap = 1.0 if rating == 1 else min(60.0, gap * 1.9)
            at += round(gap) * day
"""


def live(folder: Path, cards: int) -> tuple[Home, float]:
    """A home with ten reviews of every card of its library, and the seconds that importing them took."""
    home = furnish(folder, cards, met=False)
    table = folder / "reviews.csv"
    output(["-c", LIVE, str(table)], home.environ())
    before = os.times()
    output(["-m", "quiz", "import", "reviews", str(table), "--zone", "UTC"], home.environ())
    after = os.times()
    output(["-m", "quiz", "due", "--json"], home.environ())
    return home, after.children_user - before.children_user + after.children_system - before.children_system


# --- programs --------------------------------------------------------------------------------------------------------


class Program:
    """A program in a pseudo-terminal of its own, 24 lines of 80 columns, from its start on."""

    def __init__(self, arguments: Sequence[str], environ: dict[str, str]) -> None:
        self.began = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if not self.process:
            os.chdir(ROOT)
            os.execve(sys.executable, [sys.executable, *arguments], environ)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.spent = 0.0
        self.said = ""
        self._bytes = b""

    def until(self, wanted: Callable[[str], object]) -> float:
        """Read until what was said since `forget`, without colours, is as wanted; the seconds since the start."""
        while not wanted(self.said):
            ready, _, _ = select.select([self.terminal], [], [], PATIENCE)
            part = self._read() if ready else b""
            if not part:
                raise SystemExit(f"the program did not say what it should; it said:\n{self.said}")
            self._bytes += part
            self.said = SGR.sub("", self._bytes.decode("utf-8", "ignore"))
        return time.perf_counter() - self.began

    def forget(self) -> None:
        """From here on, look only at what comes."""
        self._bytes, self.said = b"", ""

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.terminal, keys.encode())

    def end(self, *, told: bool = True) -> int:
        """Wait for its end, which it is told if `told`; its peak of memory in bytes."""
        if told:
            os.kill(self.process, signal.SIGTERM)
        while self._read():
            pass
        _, _, used = os.wait4(self.process, 0)
        os.close(self.terminal)
        self.spent = used.ru_utime + used.ru_stime
        return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)

    def _read(self) -> bytes:
        try:
            return os.read(self.terminal, 65_536)
        except OSError:  # its end is closed
            return b""


def output(arguments: Sequence[str], environ: dict[str, str]) -> str:
    """What a program prints, without a terminal."""
    run = subprocess.run(
        [sys.executable, *arguments], env=environ, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise SystemExit(f"{run.stdout[-2000:]}{run.stderr}")
    return run.stdout


def timed(arguments: Sequence[str], environ: dict[str, str]) -> float:
    """The seconds that a program takes from start to end in a terminal."""
    program = Program(arguments, environ)
    program.end(told=False)
    return time.perf_counter() - program.began


# --- measures --------------------------------------------------------------------------------------------------------


@dataclass
class Figures:
    """What was measured; times in milliseconds, sizes in MiB."""

    p: float = 0.0
    prompt_toolkit: float = 0.0
    append: float = 0.0
    homes: list[dict[str, float | int | str]] = field(default_factory=list)
    verdicts: dict[str, float] = field(default_factory=dict)
    reading: dict[str, float] = field(default_factory=dict)
    checking: dict[str, dict[str, float]] = field(default_factory=dict)
    grading: dict[str, float] = field(default_factory=dict)
    statistics: list[dict[str, float]] = field(default_factory=list)
    deriving: dict[str, float] = field(default_factory=dict)


def first_question(home: Home) -> tuple[float, float, int]:
    """The seconds until the question stands there, and until a key typed then is drawn in the line; the peak memory."""
    program = Program(["-m", "quiz", "study"], home.environ())
    visible = program.until(lambda said: "?" in said)
    program.forget()
    program.type(KEY)
    live = program.until(lambda said: KEY in said)
    time.sleep(READING * 2)  # the session and the graders are loaded: they count for the memory
    return visible, live, program.end()


def starts(homes: Sequence[Home], rounds: int, figures: Figures) -> None:
    """The first question, its live line, `quiz due --json`, memory; P and prompt_toolkit in turns with them."""
    bare = homes[0].environ()
    p: list[float] = []
    kit: list[float] = []
    seen: dict[str, list[tuple[float, float, int]]] = {home.name: [] for home in homes}
    due: dict[str, list[float]] = {home.name: [] for home in homes}
    for _ in range(rounds):
        for home in homes:
            p.append(timed(["-c", "pass"], bare))
            seen[home.name].append(first_question(home))
            due[home.name].append(timed(["-m", "quiz", "due", "--json"], home.environ()))
            kit.append(timed(["-c", "import prompt_toolkit"], bare))
    figures.p = median(p) * 1000
    figures.prompt_toolkit = median(kit) * 1000
    for home in homes:
        visible, live, memory = zip(*seen[home.name], strict=True)
        figures.homes.append(
            {
                "library": home.name,
                "visible": median(visible) * 1000,
                "live": median(live) * 1000,
                "due": median(due[home.name]) * 1000,
                "memory": max(memory) / 2**20,
                "indexed": home.indexed_s * 1000,
            }
        )


def verdicts(home: Home, answers: int, figures: Figures) -> None:
    """From Enter to the verdict on the screen, the answer being durable by then."""
    program = Program(["-m", "quiz", "study", "--new", str(answers + 50)], home.environ())
    program.until(lambda said: "?" in said)
    taken: list[float] = []
    for number in range(answers):
        program.until(lambda said: "›" in said)
        program.forget()
        program.type(("1204", "7 March 1204", "Martin", "$12 million")[number % 4] + KEY)
        program.until(lambda said: KEY in said)
        time.sleep(READING)  # at the first, until the graders are loaded
        program.forget()
        before = time.perf_counter()
        program.type("\r")
        program.until(VERDICT.search)
        taken.append((time.perf_counter() - before) * 1000)
        time.sleep(READING)
        program.forget()
        program.type("\r")
        program.until(lambda said: "?" in said)
    program.end()
    taken.sort()
    figures.verdicts = {
        "answers": answers,
        "p50": taken[len(taken) // 2],
        "p99": taken[min(len(taken) - 1, len(taken) * 99 // 100)],
        "most": taken[-1],
    }
    figures.append = append_and_sync(home.folder) * 1000


def append_and_sync(folder: Path) -> float:
    """D: the seconds of a hundred bytes appended to a file and made durable."""
    descriptor = os.open(folder / "appended", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    taken = []
    for _ in range(200):
        before = time.perf_counter()
        os.write(descriptor, b"x" * 100)
        getattr(os, "fdatasync", os.fsync)(descriptor)
        taken.append(time.perf_counter() - before)
    os.close(descriptor)
    return median(taken)


#: PyYAML's own reading of a file: no places, no checks.
LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8').read(), Loader=yaml.CSafeLoader)"


def reading(folder: Path, cards: int, rounds: int, figures: Figures) -> None:
    """Cards a second of `quiz check` and of CSafeLoader on the same file: whole processes, minus those of one card."""
    home = Home(folder, cards, met=False)
    folder.mkdir()
    large, small = folder / "large.yaml", folder / "small.yaml"
    large.write_text(deck(0, range(cards)), encoding="utf-8")
    small.write_text(deck(0, range(1)), encoding="utf-8")
    ways = {"check": ["-m", "quiz", "check"], "loader": ["-c", LOAD]}
    taken: dict[tuple[str, Path], list[float]] = {(way, path): [] for way in ways for path in (large, small)}
    for _ in range(rounds):
        for (way, path), times in taken.items():
            before = time.perf_counter()
            output([*ways[way], str(path)], home.environ())
            times.append(time.perf_counter() - before)
    figures.reading = {way: (cards - 1) / (median(taken[way, large]) - median(taken[way, small])) for way in ways}
    figures.reading["cards"] = cards


def checking(folder: Path, rounds: int, figures: Figures) -> None:
    """`quiz check` of 10,000 cards in one file and of 100,000 in a hundred: at first, again, after one card changed.

    Milliseconds of the processor, since that is what other work on the machine changes least; peaks of memory.
    """
    environ = Home(folder, 0, met=False).environ()
    kinds = {"10,000 cards in a file": (1, 10_000), "100,000 cards in 100 files": (FILES, 1_000)}
    for name, (files, each) in kinds.items():
        decks = folder / str(files)
        decks.mkdir(parents=True)
        for number in range(files):
            written = deck(number, range(number * each, (number + 1) * each))
            (decks / f"region-{number:03}.yaml").write_text(written, encoding="utf-8")
        check = ["-m", "quiz", "check", str(decks)]
        first = spent(check, environ)
        said = figures.checking[name] = {"first": first[0], "memory": first[1]}
        said["again"] = median(spent(check, environ)[0] for _ in range(rounds))
        changed = []
        for number in range(rounds):
            path = decks / f"region-{files // 2:03}.yaml"
            old = f"charter of town {files // 2 * each + each // 2 + 5 * number} sealed"
            path.write_text(path.read_text(encoding="utf-8").replace(old, old.replace("charter", "treaty")))
            changed.append(spent(check, environ)[0])
        said["changed"] = median(changed)


def spent(arguments: Sequence[str], environ: dict[str, str]) -> tuple[float, float]:
    """The processor time of a program in milliseconds, and its peak of memory in MiB."""
    with subprocess.Popen([sys.executable, *arguments], env=environ, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{arguments} ended with {process.returncode}")
    return (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def grading(rounds: int, figures: Figures) -> None:
    """What the readers cost to load, and how many verdicts a second one core gives."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    figures.grading = json.loads(output([str(ROOT / "scripts" / "bench_grading.py"), str(rounds)], kept))


def statistics(folder: Path, cards: int, rounds: int, figures: Figures) -> None:
    """`quiz stats` with ten reviews of every card: from its start until all is drawn, and its peak of memory."""
    home, imported = live(folder, cards)
    taken, spent, peaks = [], [], []
    for _ in range(rounds):
        program = Program(["-m", "quiz", "stats"], home.environ())
        peaks.append(program.end(told=False))
        taken.append(time.perf_counter() - program.began)
        spent.append(program.spent)
    figures.statistics.append(
        {
            "reviews": cards * 10,
            "cards": cards,
            "drawn": median(taken) * 1000,
            "processor": median(spent) * 1000,
            "memory": max(peaks) / 2**20,
            "imported": imported * 1000,
        }
    )
    shutil.rmtree(folder)


def deriving(rounds: int, figures: Figures) -> None:
    """KB of text a second of one core: reading the articles of the tests, looking for facts, deriving questions."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    said = output([str(ROOT / "scripts" / "bench_deriving.py"), "--speed", str(rounds)], kept)
    figures.deriving = json.loads(said)


# --- the table -------------------------------------------------------------------------------------------------------


def table(figures: Figures) -> Iterator[str]:
    """The figures as lines for people."""
    p, kit = figures.p, figures.prompt_toolkit
    yield f"P = python -c pass {p:.1f} ms · import prompt_toolkit {kit:.0f} ms = {kit / p:.1f} P"
    yield ""
    yield f"{'library':<28} {'question visible':>17} {'line live':>24} {'due --json':>14} {'memory':>9} {'indexed':>9}"
    for home in figures.homes:
        visible, live, due = float(home["visible"]), float(home["live"]), float(home["due"])
        yield (
            f"{home['library']:<28} {visible:>7.0f} ms {visible / p:>5.1f} P {live:>7.0f} ms {live / kit:>5.2f} import"
            f" {due:>5.0f} ms {due / p:>3.1f} P {home['memory']:>5.0f} MiB {float(home['indexed']) / 1000:>7.1f} s"
        )
    yield ""
    said, append = figures.verdicts, figures.append
    yield f"from Enter to the verdict, durable, {said['answers']:.0f} answers; D = append and fdatasync {append:.2f} ms"
    for name in ("p50", "p99", "most"):
        yield f"  {name:<5} {said[name]:>6.1f} ms {said[name] / p:>6.2f} P {said[name] / append:>6.0f} D"
    yield ""
    yield "quiz stats, ten reviews of every card, from start to drawn"
    for told in figures.statistics:
        yield (
            f"  {told['reviews']:>9,.0f} reviews {told['drawn']:>7.0f} ms {told['drawn'] / p:>6.1f} P"
            f" ({told['processor']:.0f} ms of the processor) {told['memory']:>5.0f} MiB"
            f"   imported in {told['imported'] / 1000:.0f} s of the processor"
        )
    check, loader = figures.reading["check"], figures.reading["loader"]
    yield ""
    yield f"one file of {figures.reading['cards']:,.0f} cards, whole processes without their start-up"
    yield f"  quiz check  {check:>8,.0f} cards/s = {check / loader:.1f} × yaml.CSafeLoader ({loader:,.0f} cards/s)"
    yield ""
    heads = f"{'at first':>19} {'unchanged':>19} {'one card changed':>19} {'memory':>9}"
    yield f"{'quiz check, processor time':<28} {heads}"
    for name, said in figures.checking.items():
        times = " ".join(f"{said[key]:>9,.0f} ms {said[key] / p:>5.0f} P" for key in ("first", "again", "changed"))
        yield f"{name:<28} {times} {said['memory']:>5.0f} MiB"
    judged = figures.grading
    loaded, wider = judged["readers_above_foundation_ms"], judged["readers_above_dataclasses_ms"]
    yield ""
    yield f"readers: loaded in {loaded:.0f} ms above what they stand on ({wider:.0f} ms above dataclasses too)"
    yield f"  verdicts/s  {judged['repeated_per_s']:>8,.0f} again · {judged['fresh_per_s']:,.0f} never typed before"
    derived = figures.deriving
    whole = derived["derive_kb_per_s"]
    yield ""
    yield f"articles of {derived['kilobytes']:.0f} KB in all, one core"
    for name, told in (("readers", "the readers alone"), ("facts", "all facts"), ("derive", "questions, examined")):
        speed = derived[f"{name}_kb_per_s"]
        yield f"  {told:<20} {speed:>6.0f} KB/s {speed / whole:>5.1f} × the whole"


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder for the libraries, gone at the end."""
    folder = Path(tempfile.mkdtemp(prefix="quiz-bench-"))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="scripts/bench", description="How quick the program is.")
    parser.add_argument("--quick", action="store_true", help="100 and 10,000 cards, fewer rounds: a minute")
    parser.add_argument("--json", action="store_true", help="the figures for programs; times in ms, sizes in MiB")
    options = parser.parse_args()
    sizes = [(100, False), (10_000, False), (10_000, True)]
    if not options.quick:
        sizes += [(1_000_000, False)]
    rounds, answers = (5, 40) if options.quick else (11, 220)
    figures = Figures()
    with workshop() as folder:
        homes = [furnish(folder / str(number), cards, met=met) for number, (cards, met) in enumerate(sizes)]
        starts(homes, rounds, figures)
        verdicts(homes[1], answers, figures)
        reading(folder / "reading", 5_000 if options.quick else 20_000, rounds, figures)
        checking(folder / "checking", rounds, figures)
        grading(rounds, figures)
        for cards in (10_000,) if options.quick else (10_000, 100_000):
            statistics(folder / f"statistics-{cards}", cards, rounds, figures)
        deriving(rounds, figures)
    if options.json:
        json.dump(
            {"python": platform.python_version(), "cores": os.cpu_count(), **asdict(figures)}, sys.stdout, indent=2
        )
        print()
    else:
        print(*table(figures), sep="\n")


if __name__ == "__main__":
    main()
