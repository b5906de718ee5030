"""Reading the news: what the readers find in running text, measured against texts whose every value is labelled."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from quiz.language import dates, durations, money, numbers

NEWS = Path(__file__).parents[1] / "data" / "news"
LABEL = re.compile(r"\[\[(\w+):([^|\]]+)\|([^\]]+)\]\]")
SIGNS = {"above": ">", "below": "<", "at-least": ">=", "at-most": "<=", "about": "~", "exact": ""}


def labelled(name):
    """The texts of a file without their marks, and what is marked: (text, {(kind, start, end, value)})."""
    for paragraph in (NEWS / name).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in paragraph.strip().splitlines() if not line.startswith("# ")]
        marked, text, labels, at = "\n".join(lines), "", set(), 0
        for match in LABEL.finditer(marked):
            text += marked[at : match.start()]
            labels.add((match[1], len(text), len(text) + len(match[3]), match[2]))
            text += match[3]
            at = match.end()
        text += marked[at:]
        assert "[[" not in text
        assert "]]" not in text
        if text:
            yield text, labels


def plain(value: Fraction) -> str:
    """As the labels write numbers."""
    return str(value.numerator) if value.denominator == 1 else repr(float(value))


def written(reading):
    """A value as the labels write it."""
    value = reading.value
    if reading.kind == "date":
        return f"{value.qualifier} {value.iso()}".strip()
    if reading.kind == "duration":
        return value.iso
    sign = SIGNS[value.bound]
    size = plain(value.amount if reading.kind == "money" else value.value)
    size += f"..{plain(value.high)}" if value.high is not None else ""
    rate = f"/{value.rate}" if value.rate else ""
    if reading.kind == "money":
        return f"{sign}{value.currency} {size}{rate}"
    return f"{sign}{size}{value.unit}" if reading.kind == "percent" else f"{sign}{size}"


def found(text, language):
    """What the readers find, as the labels have it."""
    readings = [
        *dates.find(text, language),
        *money.find(text, language),
        *numbers.find(text, language),
        *durations.find(text, language),
    ]
    return {(one.kind, one.start, one.end, written(one)) for one in readings}


def measured(name, language):
    """Hits, what was found wrongly, and what was missed, of each kind."""
    hits, extra, missed = Counter(), [], []
    for text, labels in [each for one in (f"{name}.txt", f"{name}.heldout.txt") for each in labelled(one)]:
        got = found(text, language)
        hits.update(label[0] for label in labels & got)
        extra += [(*one, text[one[1] : one[2]]) for one in sorted(got - labels)]
        missed += [(*one, text[one[1] : one[2]]) for one in sorted(labels - got)]
    return hits, extra, missed


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", ["date", "money", "percent"])
def test_what_is_found_is_right_and_most_is_found(kind, language):
    """Of dates, money and percents in the news, 97 % of what is found is right, and 85 % of what is there is found."""
    hits, extra, missed = measured(language, language)

    wrong = [one for one in extra if one[0] == kind]
    lost = [one for one in missed if one[0] == kind]

    assert hits[kind] / (hits[kind] + len(wrong)) >= 0.97, wrong
    assert hits[kind] / (hits[kind] + len(lost)) >= 0.85, lost


@pytest.mark.parametrize("language", ["fr", "en"])
def test_texts_are_many(language):
    """Some forty texts in each language, with enough of each kind that a share of them means something."""
    texts = [*labelled(f"{language}.txt"), *labelled(f"{language}.heldout.txt")]
    kinds = Counter(label[0] for _, labels in texts for label in labels)

    assert len(texts) >= 40
    assert all(kinds[kind] >= 20 for kind in ("date", "money", "percent")), kinds
