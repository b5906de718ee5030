"""A sentence cut down to the clause of a value."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz.derive.asking.clauses import clauses
from quiz.derive.asking.written import written
from quiz.derive.document import Scene
from quiz.derive.fact import Span

#: Language, sentence, value, its shortest clause ("" where none stands alone).
CUTS = (
    ("fr", "De plus, Orvane a vendu 40 bateaux en mai.", "40", "Orvane a vendu 40 bateaux en mai"),
    ("fr", "Toutefois, d'autre part, Orvane a vendu 40 bateaux.", "40", "Orvane a vendu 40 bateaux"),
    ("fr", "La mairie (socialiste) de Larvac a versé 3 000 euros.", "3 000 euros",
     "La mairie de Larvac a versé 3 000 euros"),
    ("fr", "Orvane, qui emploie 90 marins à Larvac, a licencié.", "90", "Orvane emploie 90 marins à Larvac"),
    ("fr", "Orvane, qui emploie 90 marins, a perdu 3 000 euros en mai.", "3 000 euros",
     "Orvane a perdu 3 000 euros en mai"),
    ("fr", "Orvane a perdu 3 000 euros en mai, affirmant vouloir rester.", "3 000 euros",
     "Orvane a perdu 3 000 euros en mai"),
    ("fr", "Réunis au port, 640 marins de Larvac ont voté la grève.", "640", "640 marins de Larvac ont voté la grève"),
    ("fr", "Orvane a vendu 40 bateaux et fermera son chantier en 2031.", "40", "Orvane a vendu 40 bateaux"),
    ("fr", "Orvane a vendu 40 bateaux et fermera son chantier en 2031.", "2031", "Orvane fermera son chantier en 2031"),
    ("fr", "Son patron, Luc Ardent, redoute 40 départs.", "40", "Luc Ardent redoute 40 départs"),
    ("fr", "Orvane avait, dans un rapport, annoncé 40 départs.", "40",
     "Orvane avait, dans un rapport, annoncé 40 départs"),
    ("fr", "Larvac attend, selon Orvane, 40 bateaux, parce que la pêche reprend.", "40",
     "Larvac attend, selon Orvane, 40 bateaux"),
    ("fr", "La société Orvane, qui est cotée à 90 euros, a ri.", "90 euros", ""),
    ("en", "However, Orvane sold 40 boats in May.", "40", "Orvane sold 40 boats in May"),
    ("en", "Orvane, which serves 2,300 homes in Kent, denied it.", "2,300", "Orvane serves 2,300 homes in Kent"),
    ("en", "Orvane, which serves 2,300 homes, lost $40 million.", "$40 million", "Orvane lost $40 million"),
    ("en", "Orvane lost $40 million in May, beating two local rivals.", "$40 million",
     "Orvane lost $40 million in May"),
    ("en", "Orvane lost $40 million and was sold in 2019.", "2019", "Orvane was sold in 2019"),
    ("en", "Orvane lost $40 million and was sold in 2019.", "$40 million", "Orvane lost $40 million"),
    ("en", "Its chair, Ann Pell, raised $40 million.", "$40 million", "Ann Pell raised $40 million"),
    ("en", "Ann Pell said it was late, and Orvane sold 40 boats.", "40", "Orvane sold 40 boats"),
    ("en", "When it rained, Orvane sold 40 boats.", "40", "Orvane sold 40 boats"),
    ("en", "Orvane sold 40 boats, according to Ann Pell.", "40", "Orvane sold 40 boats, according to Ann Pell"),
    ("en", "The ferry Orvane sank off Larvac, killing 40 people, officials said.", "40",
     "The ferry Orvane sank off Larvac, killing 40 people"),
    ("fr", "La vaccination progresse à Larvac, atteignant 40 enfants.", "40",
     "La vaccination progresse à Larvac, atteignant 40 enfants"),
    ("fr", "En Europe, 40 bateaux ont coulé en 2018, un record depuis Larvac.", "40",
     "En Europe, 40 bateaux ont coulé en 2018"),
    ("en", "LARVAC, Maine (NWA) — Orvane sold 40 boats.", "40", "Orvane sold 40 boats"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "value", "expected"), CUTS)
def test_a_sentence_is_cut_to_one_clause(
    stage: Callable[..., Scene], language: str, text: str, value: str, expected: str
) -> None:
    """What hangs on the clause from outside is left out, and what is left are the article's words in their order."""
    scene = stage(f"{text} Orvane est à Larvac. Larvac aime Orvane.", language)
    at = Span(text.index(value), text.index(value) + len(value))
    found = clauses(scene, scene.document.sentence_at(at.start), at, language)
    assert (written(scene, found[0], at, value) if found else "") == expected


#: Language, sentence, value, its clause where the question names whose claim it is.
CLAIMED = (
    ("fr", "Orvane a vendu 40 bateaux, a annoncé mardi la patronne, Anna Pell.", "40", "Orvane a vendu 40 bateaux"),
    ("fr", "Orvane, affirme Anna Pell, a vendu 40 bateaux.", "40", "Orvane a vendu 40 bateaux"),
    ("en", "Orvane sold 40 boats, Ann Pell said on Tuesday.", "40", "Orvane sold 40 boats"),
    ("en", "Orvane sold 40 boats, said Ann Pell, its chair.", "40", "Orvane sold 40 boats"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "value", "expected"), CLAIMED)
def test_who_tells_is_left_out_of_a_claim(
    stage: Callable[..., Scene], language: str, text: str, value: str, expected: str
) -> None:
    """Where the question says "According to X", what says so in the sentence is cut; else it stays."""
    scene = stage(f"{text} Orvane est à Larvac. Larvac aime Orvane.", language)
    at = Span(text.index(value), text.index(value) + len(value))
    sentence = scene.document.sentence_at(at.start)
    found = clauses(scene, sentence, at, language, claimed=True)
    assert written(scene, found[0], at, value) == expected
    assert written(scene, clauses(scene, sentence, at, language)[-1], at, value) != expected
