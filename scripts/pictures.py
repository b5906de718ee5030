"""The pictures of the manual: the real program's screens, run on the log of a learner who never lived, as SVG.

scripts/pictures            makes them all anew in docs/pictures (and that of the report, where Chromium is there)
scripts/pictures --check    says which ones show something else than the program does, and changes nothing
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import demo
import pyte
from terminal_svg import svg

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
PATIENCE = 60.0
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: In the place of this machine's folders.
HOME = "~/.local/share/quiz"
_DIM = re.compile(rb"\x1b\[((?:\d+;)*)2((?:;\d+)*)m")


class Scene(NamedTuple):
    """A screen: what is typed after `quiz`, how large the terminal is, and the keys with what each waits for."""

    arguments: str
    columns: int = 80
    rows: int = 24
    keys: tuple[tuple[str, str], ...] = ()


SCENES = {
    "stats": Scene("stats", 80, 24),
    "stats-wide": Scene("stats", 126, 36),
    "stats-retention": Scene("stats retention", 80, 30),
    "stats-forecast": Scene("stats forecast", 80, 30),
    "stats-calendar": Scene("stats calendar", 80, 30),
    "stats-decks": Scene("stats decks", 80, 30),
    "stats-cards": Scene("stats cards", 80, 30),
    "stats-kinds": Scene("stats kinds", 80, 30),
    "stats-hours": Scene("stats hours", 80, 30),
    "stats-calibration": Scene("stats calibration", 80, 30),
    "simulate": Scene("simulate", 80, 30),
    "card": Scene("card Newton", 80, 30),
    "question": Scene("study --limit 6", 80, 16, (("What", "Talin"), ("Talin", ""))),
    "verdict": Scene("study --limit 6", 80, 20, (("What", "Talin"), ("Talin", "\r"), ("go on", ""))),
}


def shown(scene: Scene, home: Path) -> str:
    """A scene as a picture. The home is copied: a session changes it."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "home"
        shutil.copytree(home, own)
        screen = pyte.Screen(scene.columns, 200 if not scene.keys else scene.rows)
        stream = pyte.ByteStream(screen)
        raw = b""
        for part in played(scene, own, screen):
            raw += part
            if not scene.keys:
                continue
            stream.feed(_dim(part))
        if not scene.keys:
            for here in (str(own / "data"), str(own)):
                raw = raw.replace(here.encode(), HOME.encode())
            stream.feed(_dim(raw))
        return svg(screen, f"quiz {scene.arguments}")


def _dim(written: bytes) -> bytes:
    """What is to be dim in grey instead: the emulated screen knows no half brightness."""
    return _DIM.sub(lambda match: b"\x1b[" + match[1] + b"90" + match[2] + b"m", written)


def played(scene: Scene, home: Path, screen: pyte.Screen) -> Iterator[bytes]:
    """What the program writes, until it ends or, where keys are typed, until the last of them has been answered."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", scene.rows, scene.columns, 0, 0))
    environ = {
        "PATH": os.environ["PATH"], "HOME": str(home), "QUIZ_HOME": str(home), "QUIZ_NOW": demo.NOW, "LANG": "C.UTF-8",
        "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "COLUMNS": str(scene.columns), "LINES": str(scene.rows),
    }  # fmt: skip
    program = [sys.executable, "-P", "-m", "quiz", *scene.arguments.split()]
    process = subprocess.Popen(program, stdin=slave, stdout=slave, stderr=slave, env=environ, start_new_session=True)
    os.close(slave)
    deadline = time.monotonic() + PATIENCE
    waiting = list(scene.keys)
    try:
        while time.monotonic() < deadline:
            ready, _, _ = select.select([master], [], [], 0.4)
            if ready:
                try:
                    part = os.read(master, 65536)
                except OSError:
                    return
                if b"\x1b[6n" in part:  # where is the cursor?
                    os.write(master, b"\x1b[1;1R")
                yield part
                if not part:
                    return
            elif waiting and waiting[0][0] in "\n".join(screen.display):
                os.write(master, waiting.pop(0)[1].encode())
            elif not waiting and scene.keys:
                return
        raise TimeoutError(f"quiz {scene.arguments} does not come to an end:\n" + "\n".join(screen.display))
    finally:
        process.kill()
        process.wait()
        os.close(master)


def pictures() -> dict[str, str]:
    """All pictures of the terminal, by their names."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        demo.make(home)
        with ThreadPoolExecutor(os.cpu_count()) as several:
            return dict(zip(SCENES, several.map(lambda scene: shown(scene, home), SCENES.values()), strict=True))


def photograph(target: Path) -> None:
    """The head of the report as a browser shows it. Without a browser the picture stays as it is."""
    program = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if program is None:
        print(f"no {BROWSERS[0]}: {target.name} stays as it is", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        home, page = Path(folder) / "home", Path(folder) / "report.html"
        demo.make(home)
        environ = {
            **os.environ,
            "QUIZ_HOME": str(home),
            "QUIZ_NOW": demo.NOW,
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
        }
        quiz = [sys.executable, "-P", "-m", "quiz", "report", "--html", str(page)]
        subprocess.run(quiz, env=environ, check=True, capture_output=True)
        switches = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={folder}/profile", "--window-size=760,1060", f"--screenshot={target}", page.as_uri(),
        ]  # fmt: skip
        subprocess.run([program, *switches], check=True, capture_output=True)


def main() -> int:
    """Make or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; 1 where a picture is not what is shown")
    options = parser.parse_args()
    made = pictures()
    old = {path.stem: path.read_text(encoding="utf-8") for path in PICTURES.glob("*.svg")} if PICTURES.is_dir() else {}
    other = sorted(name for name in made.keys() | old.keys() if made.get(name) != old.get(name))
    if options.check:
        for name in other:
            print(f"docs/pictures/{name}.svg is not what the program shows: run scripts/pictures", file=sys.stderr)
        return 1 if other else 0
    PICTURES.mkdir(exist_ok=True)
    photograph(PICTURES / "report.png")
    for name in other:
        path = PICTURES / f"{name}.svg"
        if name in made:
            path.write_text(made[name], encoding="utf-8")
        else:
            path.unlink()
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
