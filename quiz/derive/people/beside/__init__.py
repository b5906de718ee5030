"""The office that stands beside a name: before it, after it, or given by a verb."""

from quiz.derive.people.beside.after import after
from quiz.derive.people.beside.before import before
from quiz.derive.people.beside.by_verb import verb

__all__ = ["after", "before", "verb"]
