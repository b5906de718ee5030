"""Finding deck files, reading one within bounds, writing one whole or not at all."""

from __future__ import annotations

import os
import socket
import threading
from pathlib import Path

import pytest

from quiz.library import folder
from quiz.library.file import read, write
from quiz.library.folder import Stamp, find, stamp_of
from quiz.problem import Failure


def grow(top: Path, *names: str) -> None:
    """Make empty files under `top`."""
    for name in names:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).touch()


def names(top: Path, *paths: str) -> tuple[list[str], list[str]]:
    """The names of the files found under `paths`, relative to `top`, and the codes of the problems."""
    found, problems = find([str(top / path) for path in paths])
    return [os.path.relpath(file.path, top) for file in found], [problem.code for problem in problems]


def code(caught: pytest.ExceptionInfo[Failure]) -> str:
    """The code of the one problem of a failure."""
    (problem,) = caught.value.problems
    return problem.code


# --- finding ---------------------------------------------------------------------------------------------------------


def test_folders_are_walked_in_order(tmp_path):
    """Files of a folder come sorted, before those of its folders; only YAML counts, and hidden names do not."""
    grow(tmp_path, "b.yaml", "a.yml", "z/1.yaml", "c/2.yaml", "c/1.yaml", ".hidden.yaml", ".git/x.yaml", "c/notes.md")

    assert names(tmp_path, ".") == (["a.yml", "b.yaml", "c/1.yaml", "c/2.yaml", "z/1.yaml"], [])


def test_paths_keep_the_order_in_which_they_were_given(tmp_path):
    """The learner's own folder stands before another, whatever their names."""
    grow(tmp_path, "mine/z.yaml", "also/a.yaml", "single.txt")

    assert names(tmp_path, "mine", "single.txt", "also") == (["mine/z.yaml", "single.txt", "also/a.yaml"], [])


def test_each_file_is_found_once(tmp_path):
    """Paths inside one another, links to files, and links that lead round in a circle add nothing."""
    grow(tmp_path, "a/1.yaml", "a/b/2.yaml")
    (tmp_path / "a" / "b" / "round").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "link.yaml").symlink_to(tmp_path / "a" / "1.yaml")
    os.link(tmp_path / "a" / "1.yaml", tmp_path / "a" / "hard.yaml")

    assert names(tmp_path, "a", "a/b", "a/1.yaml") == (["a/1.yaml", "a/b/2.yaml"], [])


def test_linked_folders_are_walked(tmp_path):
    """A link to a folder elsewhere brings its decks."""
    grow(tmp_path, "elsewhere/1.yaml", "decks/0.yaml")
    (tmp_path / "decks" / "more").symlink_to(tmp_path / "elsewhere")

    assert names(tmp_path, "decks") == (["decks/0.yaml", "decks/more/1.yaml"], [])


def test_what_cannot_be_used_is_a_problem_and_the_rest_is_found(tmp_path, monkeypatch):
    """A path that does not exist, a link to nowhere or to itself, a closed folder: each is told."""
    grow(tmp_path, "decks/a.yaml", "decks/closed/x.yaml")
    (tmp_path / "decks" / "lost.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "decks" / "self.yaml").symlink_to(tmp_path / "decks" / "self.yaml")
    (tmp_path / "decks" / "harmless").symlink_to(tmp_path / "nowhere")
    scandir = os.scandir

    def closed(path: str):
        if path.endswith("closed"):
            raise PermissionError(path)
        return scandir(path)

    monkeypatch.setattr(folder.os, "scandir", closed)

    assert names(tmp_path, "missing", "decks") == (
        ["decks/a.yaml"],
        ["path-missing", "path-missing", "path-missing", "folder-unreadable"],
    )


# --- reading ---------------------------------------------------------------------------------------------------------


def test_reading_gives_the_bytes_and_the_stamp(tmp_path):
    """What is read is what lies there, with the stamp it has."""
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"\xff\x00deck")

    assert read(str(path)) == (b"\xff\x00deck", stamp_of(path.stat()))


def test_too_large_is_refused(tmp_path):
    """One byte too many is refused before anything is read; the limit itself is not."""
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"x" * 2_000_000)

    assert len(read(str(path), 2_000_000).data) == 2_000_000
    with pytest.raises(Failure) as caught:
        read(str(path), 1_999_999)
    assert code(caught) == "file-too-big"


def test_only_files_are_read(tmp_path):
    """A folder, a pipe, a socket, a device are refused at once, whoever waits at the other end."""
    os.mkfifo(tmp_path / "pipe")
    bound = socket.socket(socket.AF_UNIX)
    bound.bind(str(tmp_path / "socket"))

    for path in (str(tmp_path), str(tmp_path / "pipe"), str(tmp_path / "socket"), "/dev/zero"):
        with pytest.raises(Failure) as caught:
            read(path)
        assert code(caught) == "file-not-regular"
    bound.close()


@pytest.mark.parametrize(
    ("path", "expected"),
    [("nothing.yaml", "file-missing"), ("a\0b", "file-unreadable"), ("x" * 300, "file-unreadable")],
)
def test_unreadable_path_is_a_failure(tmp_path, path, expected):
    """A path that cannot be opened is told, never raised at the user."""
    with pytest.raises(Failure) as caught:
        read(str(tmp_path / path))
    assert code(caught) == expected


# --- writing ---------------------------------------------------------------------------------------------------------


def test_writing_a_new_file(tmp_path):
    """A new file is made with its folders, and nothing is left beside it."""
    path = tmp_path / "new" / "deck.yaml"

    stamp = write(str(path), b"deck: x\n", None)

    assert path.read_bytes() == b"deck: x\n"
    assert stamp == stamp_of(path.stat())
    assert os.listdir(path.parent) == ["deck.yaml"]


def test_existing_file_is_never_taken_for_a_new_one(tmp_path):
    """What should be new and is there already stays as it is."""
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"mine")

    with pytest.raises(Failure) as caught:
        write(str(path), b"other", None)

    assert (code(caught), path.read_bytes(), os.listdir(tmp_path)) == ("file-exists", b"mine", ["deck.yaml"])


def test_replacing_keeps_mode_and_link(tmp_path):
    """The file behind a link is replaced, the link stays, and so does the mode."""
    path, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)

    write(str(link), b"new", read(str(link)).stamp)

    assert (path.read_bytes(), path.stat().st_mode & 0o777, link.is_symlink()) == (b"new", 0o640, True)
    assert sorted(os.listdir(tmp_path)) == ["link.yaml", "real.yaml"]


@pytest.mark.parametrize("change", ["text", "time", "replaced", "removed"])
def test_change_in_between_is_never_overwritten(tmp_path, change):
    """Whoever saved after we read keeps what he saved."""
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"old")
    stamp = read(str(path)).stamp
    if change == "text":
        path.write_bytes(b"theirs")
    elif change == "time":
        os.utime(path, ns=(1, stamp.mtime_ns + 1))
    elif change == "replaced":
        other = tmp_path / "other"
        other.write_bytes(b"new")
        os.utime(other, ns=(1, stamp.mtime_ns))
        other.replace(path)
    else:
        path.unlink()
    before = path.read_bytes() if path.exists() else None

    with pytest.raises(Failure) as caught:
        write(str(path), b"ours", stamp)

    assert code(caught) == "file-changed"
    assert (path.read_bytes() if path.exists() else None) == before
    assert len(os.listdir(tmp_path)) == (change != "removed")


def test_writing_where_that_is_impossible_is_a_failure(tmp_path):
    """A file in the place of the folder is told."""
    (tmp_path / "file").touch()

    with pytest.raises(Failure) as caught:
        write(str(tmp_path / "file" / "deck.yaml"), b"", None)

    assert code(caught) == "file-unwritable"


def test_readers_see_the_old_bytes_or_the_new(tmp_path):
    """While a file is replaced again and again, every reading is one of the writings, whole."""
    path = tmp_path / "deck.yaml"
    whole = [bytes([letter]) * 100_000 for letter in b"abc"]
    stamp = write(str(path), whole[0], None)
    seen: set[bytes] = set()
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            seen.add(read(str(path)).data)

    watcher = threading.Thread(target=watch)
    watcher.start()
    for round_ in range(30):
        stamp = write(str(path), whole[round_ % 3], stamp)
    done.set()
    watcher.join()

    assert seen <= set(whole)
    assert isinstance(stamp, Stamp)
