"""What is found of the facts that people marked in the test articles, by the script that prints it."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@cache
def bench() -> ModuleType:
    """`scripts/bench_deriving.py`, which is no package."""
    spec = importlib.util.spec_from_file_location("bench_deriving", ROOT / "scripts" / "bench_deriving.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("language", "articles"), [("fr", 6), ("en", 6)])
def test_most_of_what_people_marked_is_found_and_little_else(language: str, articles: int) -> None:
    """Of the core facts nine of ten, nineteen of twenty that are found are facts, and hardly a speaker is wrong."""
    script = bench()
    # Every fifth one: the script looks at all of them.
    marked = list(script.articles(ROOT / "tests" / "data" / "articles", language))[::5]
    assert len(marked) == articles
    total = script.Tally()
    for one in marked:
        score = script.score(one, script.FACT_KINDS)
        assert one.lost == [], one.name
        assert score.leaks == 0, one.name
        for kind in script.SUMMED:
            total.add(score.tallies[kind])
    assert total.found / total.marked > 0.88
    assert total.right / total.facts > 0.94
    assert total.named / (total.spoken - total.dropped) > 0.9
