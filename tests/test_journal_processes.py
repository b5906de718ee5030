"""The journal among processes: several at once, killed ones, and disks that refuse."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from quiz.journal import Journal
from quiz.memory.event import Event
from quiz.problem import Failure

ROOT = Path(__file__).parent.parent

#: Answers cards for ever or for so many times, and says each answer once it is on the disk.
WRITER = """
import sys
from quiz.journal import Journal
from quiz.memory.event import Event
path, device, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Journal.open(path) as journal:
    for n in range(times):
        event = Event(at=n * 3_600_000, offset=0, device=device, kind="reviewed", card=f"c{n % 5}", rating=1 + n % 4)
        before = journal.memory(event.card).reviews
        (memory,) = journal.append([event])
        assert memory.reviews > before
        print(event.id, flush=True)
"""


def review(n):
    """A review of its own card."""
    return Event(at=n, offset=0, device="d", kind="reviewed", card=f"c{n}", rating=3)


def writer(path, device, times):
    """A process that answers cards."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), device, str(times)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def test_three_writers(tmp_path):
    """Three processes that begin a journal together and write at once lose nothing and never find it locked."""
    path = tmp_path / "journal.db"
    processes = [writer(path, device, 40) for device in ("a", "b", "c")]
    said = [process.communicate()[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    with Journal.open(path) as journal:
        assert {event.id for event in journal.events()} == {key for keys in said for key in keys}
        assert sum(memory.reviews for memory in journal.changed_since(0)) == 120
        kept = sorted(journal.changed_since(0))
        journal.rebuild()
        assert sorted(journal.changed_since(0)) == kept
    assert list(tmp_path.iterdir()) == [path]


def test_killed_writers(tmp_path):
    """However a writer is killed, the file is sound, and every answer that was said to be written is there."""
    path = tmp_path / "journal.db"
    Journal.open(path).close()
    said = set()
    for round_ in range(6):
        process = writer(path, f"d{round_}", 10_000)
        said.add(process.stdout.readline().strip())
        time.sleep(0.013 * round_)
        process.send_signal(signal.SIGKILL)
        said.update(line.strip() for line in process.stdout if line.endswith("\n"))
        process.wait()
        process.stdout.close()
        with Journal.open(path) as journal:
            assert journal.check() == ()
            assert said <= {event.id for event in journal.events()}
            kept = sorted(journal.changed_since(0))
            journal.rebuild()
            assert sorted(journal.changed_since(0)) == kept
    assert len(said) > 6


@contextmanager
def as_a_guest():
    """Without the rights of an administrator, if we have them: a read-only folder does not stop one."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.fixture
def folder(tmp_path):
    """A folder that everybody can enter. What is made in it cannot be removed before its mode is given back."""
    for parent in (tmp_path, *tmp_path.parents):
        if parent.stat().st_uid == os.geteuid():
            parent.chmod(parent.stat().st_mode | 0o055)
    folder = tmp_path / "progress"
    folder.mkdir()
    yield folder
    folder.chmod(0o755)


@pytest.fixture
def path(folder):
    """A journal with one review."""
    path = folder / "journal.db"
    with Journal.open(path) as journal:
        journal.append([review(1)])
    return path


def code(failure):
    """The code that a failure says."""
    (problem,) = failure.value.problems
    return problem.code


def test_read_only_folder(folder, path):
    """In a folder that cannot be written, memories can be read, and an answer fails in words."""
    path.chmod(0o666)
    folder.chmod(0o555)
    with as_a_guest(), Journal.open(path) as journal:
        assert journal.memory("c1").reviews == 1
        with pytest.raises(Failure) as failure:
            journal.append([review(2)])
        assert code(failure) == "journal-unwritable"
        assert list(journal.events()) == [review(1)]


@pytest.mark.parametrize("read_only", [False, True])
def test_read_only_file(path, read_only):
    """A file that cannot be written is read, and an answer fails in words."""
    path.chmod(0o444)
    with as_a_guest(), Journal.open(path, read_only=read_only) as journal:
        assert journal.memory("c1").reviews == 1
        with pytest.raises(Failure) as failure:
            journal.append([review(2)])
        assert code(failure) == "journal-unwritable"


def test_a_journal_that_is_taken_away(path):
    """An answer after the file was moved fails in words that say so, and goes into no file that is gone."""
    with Journal.open(path) as journal:
        path.rename(path.with_suffix(".away"))
        with pytest.raises(Failure) as failure:
            journal.append([review(2)])
        assert code(failure) == "journal-gone"
        path.with_suffix(".away").rename(path)
        assert journal.append([review(2)])[0].reviews == 1


def test_unreadable_file(path):
    """A file that cannot be read fails in words."""
    path.chmod(0o200)
    with as_a_guest(), pytest.raises(Failure) as failure:
        Journal.open(path)
    assert code(failure) == "journal-unreadable"


def test_nowhere_to_begin(folder):
    """A journal that cannot be made fails in words."""
    folder.chmod(0o555)
    with as_a_guest(), pytest.raises(Failure) as failure:
        Journal.open(folder / "new" / "journal.db")
    assert code(failure) == "journal-unwritable"


def test_no_room_to_grow(path):
    """When the file may not grow, an answer fails in words, and the journal is as it was; with room, work goes on."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Journal.open(path) as journal:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, hard))
        try:
            with pytest.raises(Failure) as failure:
                journal.merge(review(n) for n in range(2000))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert code(failure) in {"journal-full", "journal-unwritable"}
        assert list(journal.events()) == [review(1)]
        assert journal.check() == ()
        assert journal.append([review(2)])[0].reviews == 1


def test_opening_is_light(tmp_path):
    """To open a journal and ask for a memory loads neither sqlite-utils nor the model nor the events."""
    path = tmp_path / "journal.db"
    with Journal.open(path) as journal:
        journal.append([review(1)])
    script = (
        "import sys; before = set(sys.modules); from quiz.journal import Journal\n"
        "journal = Journal.open(sys.argv[1])\n"
        "assert journal.memory('c1').reviews == 1 and journal.counter and journal.today(0)\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    heavy = {"sqlite_utils", "click", "dataclasses", "pathlib", "json", "hashlib", "inspect", "quiz.memory.fsrs"}
    assert loaded & heavy == set()
    assert "quiz.journal" in loaded


def test_the_file_can_be_copied(tmp_path):
    """Between two answers the journal is one file, and a copy of it is a journal."""
    path, copy = tmp_path / "journal.db", tmp_path / "copy.db"
    with Journal.open(path) as journal:
        journal.append([review(1)])
        assert list(tmp_path.iterdir()) == [path]
        copy.write_bytes(path.read_bytes())
        with Journal.open(copy) as other:
            assert list(other.events()) == [review(1)]
            other.append([review(2)])
            assert journal.merge(other.events()) == 1
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()
