"""Events as lines of the log."""

from __future__ import annotations

import hashlib
from dataclasses import fields

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.memory.event import Event, canonical

texts = st.text(st.characters(codec=None), max_size=12)
numbers = st.integers(-(2**63), 2**63 - 1)
rests = st.dictionaries(
    texts, st.none() | st.booleans() | numbers | st.floats(allow_nan=False, allow_infinity=False) | texts
)


@settings(max_examples=100, deadline=None)
@given(
    st.builds(
        Event, numbers, numbers, texts, texts, texts, st.none() | numbers, st.none() | texts, st.none() | texts,
        st.none() | numbers, st.none() | numbers, rests,
    )
)  # fmt: skip
def test_the_id_is_the_hash_of_all_that_is_said(event: Event) -> None:
    """Whatever is in the fields, it is the hash of all of them together as canonical JSON."""
    said = {field.name: getattr(event, field.name) for field in fields(event)}

    assert event.id == hashlib.sha256(canonical(said).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def test_an_id_stays_what_it_is() -> None:
    """An event of the first days has the id that it had then."""
    event = Event(
        1728043200000, 60, "d", "reviewed", "animals/fox", 1, "wrong", "le loup", 900, 2500,
        {"confused_with": "animals/wolf", "reasons": ["another-card"]},
    )  # fmt: skip

    assert event.id == "584bf4af5972d111c27c700422dc7915"
