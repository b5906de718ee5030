"""A learner who never lived: decks and a log of a year and more, always the same, for pictures and demonstrations.

python scripts/demo.py FOLDER     makes a home there; then QUIZ_HOME=FOLDER QUIZ_NOW=… quiz stats
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from math import exp
from pathlib import Path
from typing import NamedTuple

from quiz.deck.read import read
from quiz.journal import Journal
from quiz.memory import fsrs
from quiz.memory.day import Moment, study_day
from quiz.memory.event import Event
from quiz.memory.memory import Memory
from quiz.memory.recall import after

#: What the clock says in every picture.
NOW = "2025-06-14T18:30:00+02:00"
DAYS = 420
NEW_A_DAY = 2
OFFSET = 120
DAY_MS = 24 * 60 * 60 * 1000

CAPITALS = """
Albania Tirana|Armenia Yerevan|Austria Vienna|Belarus Minsk|Belgium Brussels|Bolivia Sucre|Bulgaria Sofia|Chile Santiago
Croatia Zagreb|Denmark Copenhagen|Ecuador Quito|Eritrea Asmara|Estonia Tallinn|Ethiopia Addis_Ababa|Finland Helsinki
Georgia Tbilisi|Ghana Accra|Greece Athens|Hungary Budapest|Iceland Reykjavik|Ireland Dublin|Jordan Amman|Kenya Nairobi
Laos Vientiane|Latvia Riga|Lithuania Vilnius|Mali Bamako|Malta Valletta|Mongolia Ulaanbaatar|Morocco Rabat
Nepal Kathmandu|Norway Oslo|Oman Muscat|Paraguay Asuncion|Peru Lima|Poland Warsaw|Portugal Lisbon
Romania Bucharest|Senegal Dakar|Slovakia Bratislava|Slovenia Ljubljana|Sudan Khartoum
Tunisia Tunis|Uganda Kampala|Uruguay Montevideo|Zambia Lusaka
"""
ELEMENTS = """
Ag silver|Al aluminium|Ar argon|As arsenic|Au gold|B boron|Ba barium|Be beryllium|Bi bismuth|Br bromine|Ca calcium
Cd cadmium|Cl chlorine|Co cobalt|Cr chromium|Cu copper|F fluorine|Fe iron|Ga gallium|Ge germanium|He helium|Hg mercury
I iodine|In indium|K potassium|Kr krypton|Li lithium|Mg magnesium|Mn manganese|Na sodium|Ne neon|Ni nickel|P phosphorus
Pb lead|Pd palladium|Pt platinum|Rb rubidium|S sulfur|Sb antimony|Se selenium|Si silicon|Sn tin|Sr strontium|Ti titanium
U uranium|V vanadium|W tungsten|Xe xenon|Zn zinc|Zr zirconium
"""
YEARS = """
the first printed edition of Don Quixote appear|1605
the Great Fire of London break out|1666
the Bastille fall|1789
the Suez Canal open|1869
the Eiffel Tower open to the public|1889
the first modern Olympic Games take place|1896
the Wright brothers first fly|1903
the Titanic sink|1912
Fleming discover penicillin|1928
the first human fly into space|1961
the first human walk on the Moon|1969
the Berlin Wall fall|1989
the euro become cash|2002
the Ottoman army take Constantinople|1453
Gutenberg's Bible leave the press|1455
Columbus first cross the Atlantic|1492
Newton publish the Principia|1687
the United States declare independence|1776
Napoleon crown himself emperor|1804
the battle of Waterloo take place|1815
Darwin publish On the Origin of Species|1859
the First World War begin|1914
women first vote in France|1945
the Treaty of Rome come into force|1958
"""
HEIGHTS = """
Mont Blanc|4806
Kilimanjaro|5895
Mount Elbrus|5642
Aconcagua|6961
Denali|6190
Mount Fuji|3776
Ben Nevis|1345
Etna|3357
Mount Kenya|5199
Mount Cook|3724
Popocatépetl|5393
Mount Ararat|5137
"""
AUTHORS = """
Middlemarch|George Eliot
Moby-Dick|Herman Melville
Les Misérables|Victor Hugo
The Trial|Franz Kafka
Mrs Dalloway|Virginia Woolf
Germinal|Émile Zola
The Leopard|Giuseppe Tomasi di Lampedusa
Buddenbrooks|Thomas Mann
Persuasion|Jane Austen
The Tin Drum|Günter Grass
Candide|Voltaire
Effi Briest|Theodor Fontane
Walden|Henry David Thoreau
Hunger|Knut Hamsun
"""


class Asked(NamedTuple):
    """A card of the demonstration: its answer, its kind, how hard it is for this learner, what it is taken for."""

    card: str
    kind: str
    answer: str
    hard: float
    taken_for: str


def decks() -> Iterator[tuple[str, str]]:
    """The decks: the name of each and its text."""
    pairs = [pair.rsplit(" ", 1) for line in CAPITALS.split("\n") for pair in line.split("|") if pair]
    yield (
        "capitals",
        _deck(
            "capitals", "Capitals", [(f"What is the capital of {a}?", "answer", b.replace("_", " ")) for a, b in pairs]
        ),
    )
    pairs = [pair.split(" ") for line in ELEMENTS.split("\n") for pair in line.split("|") if pair]
    yield (
        "elements",
        _deck("elements", "Elements", [(f"Which element has the symbol {a}?", "answer", b) for a, b in pairs]),
    )
    rows = [line.rsplit("|", 1) for line in YEARS.strip().split("\n")]
    yield "years", _deck("years", "Years to know", [(f"In which year did {a}?", "date", b) for a, b in rows])
    rows = [line.split("|") for line in HEIGHTS.strip().split("\n")]
    yield "heights", _deck("heights", "Heights", [(f"How many metres high is {a}?", "number", b) for a, b in rows])
    rows = [line.split("|") for line in AUTHORS.strip().split("\n")]
    yield "novels", _deck("novels", "Who wrote it", [(f"Who wrote {a}?", "person", b) for a, b in rows])


def _deck(name: str, title: str, cards: list[tuple[str, str, str]]) -> str:
    lines = [f"deck: {name}", f"title: {title}", "language: en", "cards:"]
    for question, kind, answer in cards:
        lines += [f'  - question: "{question}"', f'    {kind}: "{answer}"']
    return "\n".join(lines) + "\n"


def make(home: Path) -> None:
    """A home with these decks, this log, and settings that name nothing else."""
    folder = home / "data" / "decks"
    folder.mkdir(parents=True)
    (home / "config").mkdir()
    (home / "config" / "settings.toml").write_text("shipped_decks = false\n", encoding="utf-8")
    (home / "data" / "device").write_text("demo\n", encoding="utf-8")
    chance = random.Random(14)
    asked: list[Asked] = []
    for name, text in decks():
        path = folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        deck, problems = read(text, str(path))
        assert deck is not None
        assert not problems
        answers = [card.answer.text for card in deck.cards]
        for card in deck.cards:
            other = chance.choice([one for one in answers if one != card.answer.text])
            asked.append(
                Asked(
                    card.identity,
                    card.answer.kind,
                    card.answer.text,
                    max(-0.9, min(0.9, chance.gauss(0.1, 0.5))),
                    other,
                )
            )
    chance.shuffle(asked)
    with Journal.open(home / "data" / "journal.db") as journal:
        journal.append(lived(asked, chance))


def lived(asked: list[Asked], chance: random.Random) -> list[Event]:
    """The events of this learner's year and more: most evenings, two new cards each, now and then a holiday."""
    end = int(datetime.fromisoformat(NOW).astimezone(UTC).timestamp() * 1000)
    first = study_day(Moment(end, OFFSET)) - DAYS
    memories = {one.card: Memory(one.card) for one in asked}
    events: list[Event] = []
    away = 0
    for day in range(first, first + DAYS + 1):
        away = away - 1 if away else 9 if chance.random() < 0.012 else 0
        today = day == first + DAYS
        if not today and (away or day > first + DAYS - 4 or chance.random() < 0.12):
            continue
        hour = chance.choice([8, 12, 18, 19, 20, 20, 21, 21, 22])
        at = day * DAY_MS + (16 if today else hour) * 60 * 60 * 1000 - OFFSET * 60_000 + chance.randrange(40) * 60_000
        due = [one for one in asked if (when := memories[one.card].due) is not None and when <= day]
        fresh = [one for one in asked if memories[one.card].due is None][:NEW_A_DAY]
        waiting = due[: (len(due) + 1) // 2] if today else due[:60] + (fresh if day % 5 == 0 else [])
        while waiting:
            one = waiting.pop(0)
            at += chance.randrange(6_000, 14_000)
            for event in answered(one, memories[one.card], day, at, chance):
                events.append(event)
                at += 1500
            last = events[-1]
            memories[one.card] = after(memories[one.card], events[-2] if last.kind == "regraded" else last)
            if memories[one.card].again and not today:
                waiting.insert(min(4, len(waiting)), one)
    return events


def answered(one: Asked, memory: Memory, day: int, at: int, chance: random.Random) -> list[Event]:
    """One answer, and perhaps the learner's word against the verdict."""
    recall = 0.35
    if memory.reviews:
        model = fsrs.retrievability(fsrs.DEFAULTS, memory.stability, max(0, day - memory.last_day))
        odds = model / (1 - min(model, 0.999)) * exp(0.6 - one.hard)
        recall = odds / (1 + odds)
    first_ms = int(900 + chance.expovariate(1 / 1500))
    took = first_ms + int(len(one.answer) * 160 + chance.expovariate(1 / 2500))
    rest: dict[str, object] = {}
    if chance.random() < recall:
        rating, verdict, typed = (
            (2, "close", one.answer[:-1])
            if chance.random() < 0.06 and one.kind == "answer"
            else (3, "right", one.answer)
        )
        rest = {"reasons": ["typo"] if verdict == "close" else []}
    else:
        rating, verdict = 1, "wrong"
        typed = one.taken_for if chance.random() < 0.6 else ""
        rest = {"reasons": ["gave-up"]}
        if one.kind == "number":
            error = round(chance.gauss(-0.06, 0.12), 3)
            typed, rest = (
                str(round(float(one.answer) * (1 + error))),
                {"reasons": ["too-high" if error > 0 else "too-low"], "relative_error": error},
            )
        elif typed:
            rest = {"reasons": ["other-person" if one.kind == "person" else "wrong-answer"]}
    event = Event(at, OFFSET, "demo", "reviewed", one.card, rating, verdict, typed, first_ms, took, rest)
    if verdict == "close" and chance.random() < 0.3:
        return [event, Event(at + 900, OFFSET, "demo", "regraded", one.card, 3, "right", rest={"of": event.id})]
    return [event]


if __name__ == "__main__":
    make(Path(sys.argv[1]))
