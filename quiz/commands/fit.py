"""`quiz fit`: the parameters of the scheduler fitted to the person, tried on later reviews, and what they gain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from quiz.house import House
    from quiz.memory.replay import History
    from quiz.memory.tuning import Tuning
    from quiz.words import Words

DEFAULTS: Final[dict[str, Any]] = {"explain": False, "dry_run": False, "reset": False, "json": False}


def arguments(parser: ArgumentParser, words: Words) -> None:
    """The options of `quiz fit`."""
    parser.add_argument("--explain", action="store_true", help=words.say("help.fit-explain"))
    parser.add_argument("--dry-run", action="store_true", help=words.say("help.fit-dry-run"))
    parser.add_argument("--reset", action="store_true", help=words.say("help.fit-reset"))
    parser.add_argument("--json", action="store_true", help=words.say("help.json"))


def run(options: Namespace, house: House) -> int:
    """Fit, tell what it gains, and put the new parameters in force where they are better."""
    from quiz.commands import tuning

    journal = house.journal(read_only=options.dry_run)
    if options.reset:
        return _reset(options, house)
    histories = tuning.lived(journal)
    before = journal.weights
    found = tuning.tuned_by(histories, journal)
    if found.weights is not None and not options.dry_run:
        tuning.write(found.weights, found.reviews, house.now(), house)
    if options.json:
        from quiz.commands.printed import write_json

        told = _json(found, histories, before, house.settings.retention)
        write_json({"written": found.weights is not None and not options.dry_run, **told}, house)
        return 0
    _tell(found, options, house)
    if options.explain:
        _explain(found, histories, before, house)
    return 0


def _reset(options: Namespace, house: House) -> int:
    """Put the published parameters in force again: a new event, as nothing in the log is ever taken out."""
    from quiz.commands import tuning
    from quiz.memory.fsrs import DEFAULTS

    journal = house.journal(read_only=options.dry_run)
    fitted = (journal.weights or DEFAULTS) != DEFAULTS
    if fitted and not options.dry_run:
        tuning.write(DEFAULTS, journal.answered(), house.now(), house)
    if options.json:
        from quiz.commands.printed import write_json

        write_json({"why": "reset", "written": fitted and not options.dry_run, "parameters": list(DEFAULTS)}, house)
        return 0
    say = house.words.say
    print(say("fit.reset" if fitted else "fit.reset-already"), file=house.out)
    if options.dry_run:
        print(say("fit.dry-run"), file=house.out)
    return 0


def _tell(found: Tuning, options: Namespace, house: House) -> None:
    from quiz.commands.tuning import percent_less
    from quiz.memory.tuning import FEWEST

    say = house.words.say
    if found.why == "too-few":
        print(say("fit.too-few", count=found.spaced, fewest=FEWEST), file=house.out)
    elif found.weights is None:
        print(say("fit.not-better", count=found.tried), file=house.out)
    else:
        percent = percent_less(found)
        print(say("fit.better" if percent else "fit.hardly", count=found.reviews, percent=percent), file=house.out)
        if options.dry_run:
            print(say("fit.dry-run"), file=house.out)
        elif not options.explain:
            print(say("fit.then"), file=house.out)


def _explain(found: Tuning, histories: Sequence[History], before: Sequence[float], house: House) -> None:
    """What is gained, with how sure that is, and which parameters moved, in plain words."""
    from quiz.memory.fsrs import DEFAULTS
    from quiz.stats.gain import WORTH, changes, saving
    from quiz.terminal.stats.calibration import interval_said, loss_said

    words, say = house.words, house.words.say
    if found.gain is None or found.gain_published is None:
        return
    print(file=house.out)
    facts = {
        "tried": found.tried,
        "fitted": loss_said(found.fitted, words),
        "in_force": loss_said(found.in_force, words),
        "published": loss_said(found.published, words),
        "gain": interval_said(found.gain, words),
        "gain_published": interval_said(found.gain_published, words),
    }
    print(say("fit.tried", **facts), file=house.out)
    print(say(f"fit.{'sure' if found.gain.sure else 'unsure'}"), file=house.out)
    print(say(f"fit.by-{found.by}"), file=house.out)
    if found.weights is None:
        return
    now = tuple(before) or DEFAULTS
    saved = saving(histories, now, found.weights, house.settings.retention)
    if saved is not None:
        key = "fit.saved" if saved.share >= 0.005 else "fit.saved-none"
        wanted, kept = round(house.settings.retention * 100), round(saved.kept * 100)
        print(say(key, percent=round(saved.share * 100), wanted=wanted, kept=kept), file=house.out)
    moved = [one for one in changes(now, found.weights) if one.size >= WORTH]
    print(file=house.out)
    print(say("fit.moved" if moved else "fit.moved-none"), file=house.out)
    for one in moved:
        numbers = (one.before * 100, one.after * 100) if one.name == "curve" else (one.before, one.after)
        was, is_ = (words.fact(_short(number)) for number in numbers)
        print(f"  {say(f'fit.change-{one.name}', before=was, after=is_)}", file=house.out)


def _short(number: float) -> float | int:
    """Three figures are enough: 0.212, 3.15, 41."""
    return round(number) if number >= 20 else round(number, 1) if number >= 2 else round(number, 2)


def _json(found: Tuning, histories: Sequence[History], before: Sequence[float], retention: float) -> dict[str, Any]:
    from quiz.memory.fsrs import DEFAULTS
    from quiz.stats.gain import changes, saving
    from quiz.terminal.stats.calibration import difference_json

    now = tuple(before) or DEFAULTS
    saved = saving(histories, now, found.weights, retention) if found.weights else None
    return {
        "why": found.why,
        "by": found.by,
        "reviews": found.reviews,
        "spaced": found.spaced,
        "tried": found.tried,
        "loss": {
            "fitted": round(found.fitted, 5),
            "in_force": round(found.in_force, 5),
            "published": round(found.published, 5),
        },
        "gain": difference_json(found.gain),
        "gain_published": difference_json(found.gain_published),
        "saved": None if saved is None else round(saved.share, 4),
        "kept": None if saved is None else round(saved.kept, 4),
        "parameters": None if found.weights is None else list(found.weights),
        "before": list(now),
        "changes": [
            {"name": one.name, "before": round(one.before, 4), "after": round(one.after, 4)}
            for one in (changes(now, found.weights) if found.weights else ())
        ],
    }
