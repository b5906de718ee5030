"""`quiz derive` of a folder, ended in the middle of its work: what is written is whole, and the rest is done later."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quiz.cli import main

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = """\
Harbour tunnel {number} will open a year late

The harbour tunnel {number} will cost $4{number} million more than planned, the Port of Ellery said on 12 March 2024.

"We hit rock where the maps showed sand," said Tom Avery, the chief engineer of the Port of Ellery.
"""


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT])
def test_what_was_killed_is_gone_on_with(tmp_path: Path, ending: signal.Signals) -> None:
    """Ended after the second deck, the same command goes on, and all decks are those of one quiet run."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(12):
        (folder / f"tunnel-{number:02}.txt").write_text(ARTICLE.format(number=number), encoding="utf-8")
    command = [sys.executable, "-m", "quiz", "derive", str(folder), "-o", str(tmp_path / "out")]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    limit = time.monotonic() + 60
    while len(list((tmp_path / "out").glob("*.yaml"))) < 2 and process.poll() is None and time.monotonic() < limit:
        time.sleep(0.005)
    process.send_signal(ending)
    process.wait()

    assert main(["--lang", "en", "derive", str(folder), "-o", str(tmp_path / "out")]) == 0

    assert main(["--lang", "en", "derive", str(folder), "-o", str(tmp_path / "quiet")]) == 0
    wanted = {path.name: path.read_bytes() for path in (tmp_path / "quiet").glob("**/*") if path.is_file()}
    found = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("**/*") if path.is_file()}
    assert len(wanted) >= 24
    assert {name: found[name] for name in wanted} == wanted
    assert not [name for name in found.keys() - wanted.keys() if name.endswith((".yaml", ".txt"))]
