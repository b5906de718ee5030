"""`quiz read`: what the readers find in a text; for authors, and with `--jsonl` for programs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from quiz.commands import rows

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from quiz.house import House
    from quiz.language.date_value import Date
    from quiz.language.reading import Reading
    from quiz.words import Words

_DIGITS: Final = Context(prec=18)


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz read`."""
    parser.add_argument("text", nargs="?", help=words.say("help.read-text"))
    parser.add_argument("--date", metavar="DAY", default="", help=words.say("help.read-date"))
    parser.add_argument("--parse", action="store_true", help=words.say("help.read-parse"))
    parser.add_argument("--jsonl", action="store_true", help=words.say("help.read-jsonl"))


def run(options: Namespace, house: House) -> int:
    """Write a line for each thing that was found: its kind, the words, the value."""
    default = getattr(options, "lang", None) or house.language
    if options.jsonl:
        return rows.each(lambda row: _found(row, default), house)
    text = house.stdin.read() if options.text is None else options.text
    mode = "parse" if options.parse else "find"
    for span in _spans(text, default, options.date, mode):
        facts = [f"{name}={value}" for name, value in span.items() if name not in ("start", "end", "kind", "text")]
        words = house.words.fact(" ".join(span["text"].split()))
        print(f"{span['kind']:<13} {words}  ({house.words.fact(' '.join(facts))})", file=house.out)
    return 0


def _found(row: Mapping[str, Any], default: str) -> dict[str, Any]:
    mode = rows.text(row, "mode", "find")
    if mode not in ("find", "parse"):
        raise rows.BadRow("mode", name=mode)
    day = rows.text(row, "date", "")
    return {"spans": _spans(rows.text(row, "text"), rows.language(row, default), day, mode)}


def _spans(text: str, language: str, day: str, mode: str) -> list[dict[str, Any]]:
    from quiz.language import spans

    read = spans.parse if mode == "parse" else spans.find
    return [_span(reading, text) for reading in read(text, language, day)]


def _span(reading: Reading[Any], text: str) -> dict[str, Any]:
    """A reading for programs: code-point offsets, ISO dates and durations, decimal strings, ISO currencies."""
    said: dict[str, Any] = {
        "start": reading.start,
        "end": reading.end,
        "kind": reading.kind,
        "text": text[reading.start : reading.end],
        **_value(reading.value),
    }
    if reading.sure < 1:
        said["sure"] = reading.sure
    if reading.notes:
        said["notes"] = list(reading.notes)
    return said


def _value(value: object) -> dict[str, Any]:
    from quiz.language.date_value import Date
    from quiz.language.durations import Duration
    from quiz.language.money import Money
    from quiz.language.names import Name
    from quiz.language.numbers import Number

    if isinstance(value, Date):
        return _date(value)
    if isinstance(value, Money):
        return _kept(
            value=_decimal(value.amount),
            currency=value.currency,
            bound=value.bound,
            high=_decimal(value.high),
            rate=value.rate,
        )
    if isinstance(value, Number):
        return _kept(
            value=_decimal(value.value),
            unit=value.unit,
            bound=value.bound,
            high=_decimal(value.high),
            rate=value.rate,
        )
    if isinstance(value, Duration):
        high = value.high.iso if value.high else ""
        return _kept(value=value.iso, bound=value.bound, high=high, approximate=not value.exact)
    if isinstance(value, Name):
        return _kept(
            value=" ".join(value.words),
            given=" ".join(value.given),
            family=" ".join((*value.particles, *value.family)) if value.given else "",
            title=value.title,
            head=value.head,
            acronym=value.acronym,
        )
    return {"value": str(value)}


def _date(value: Date) -> dict[str, Any]:
    high = value.end.iso() if value.end else ""
    low = value.iso().split("/")[0]
    return _kept(value=low, high=high, qualifier=value.qualifier, inferred=value.inferred, relative=value.relative)


def _kept(**facts: object) -> dict[str, Any]:
    """The facts that say something; the value and its bound are always there."""
    return {name: fact for name, fact in facts.items() if fact or name == "value"}


def _decimal(value: Fraction | None) -> str:
    """A fraction in decimal digits, without exponent; a third is cut after eighteen digits."""
    if value is None:
        return ""
    number = _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
