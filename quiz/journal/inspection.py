"""Looking for damage: every page, then every line."""

from __future__ import annotations

import sqlite3

from quiz.journal import log
from quiz.journal.faults import told
from quiz.problem import Failure, Problem


def check(connection: sqlite3.Connection, path: str) -> tuple[Problem, ...]:
    """What is damaged in an open journal: its pages, and lines whose id is not the hash of what they say."""
    try:
        with told(path):
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                return (Problem("journal-damaged", facts={"path": path}),)
            damaged = tuple(row[0] for row in log.rows(connection, None, None) if not _sound(row))
    except Failure as failure:
        return failure.problems
    return tuple(Problem("journal-line-damaged", facts={"path": path, "id": key}) for key in damaged)


def _sound(row: tuple[object, ...]) -> bool:
    try:
        return log.event(row).id == row[0]
    except ValueError:
        return False
