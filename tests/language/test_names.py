"""Names: their parts, and where they stand in running text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.language import names


@pytest.mark.parametrize(
    ("text", "given_names", "particles", "family"),
    [
        ("Emmanuel Macron", "Emmanuel", "", "Macron"),
        ("Musk, Elon", "Elon", "", "Musk"),
        ("MACRON Emmanuel", "Emmanuel", "", "MACRON"),
        ("Ursula von der Leyen", "Ursula", "von der", "Leyen"),
        ("Charles de Gaulle", "Charles", "de", "Gaulle"),
        ("de Gaulle", "", "de", "Gaulle"),
        ("Valéry Giscard d'Estaing", "Valéry Giscard", "d'", "Estaing"),
        ("J.K. Rowling", "J. K.", "", "Rowling"),
        ("Jean-Luc Mélenchon", "Jean-Luc", "", "Mélenchon"),
        ("Xi Jinping", "Jinping", "", "Xi"),
        ("Kim Jong-un", "Jong-un", "", "Kim"),
        ("Louis XIV", "", "", "Louis XIV"),
        ("François Ier", "", "", "François Ier"),
        ("Voltaire", "", "", "Voltaire"),
        ("M. Macron", "", "", "Macron"),
        ("le président Emmanuel Macron", "Emmanuel", "", "Macron"),
        ("Sir Isaac Newton", "Isaac", "", "Newton"),
        ("Emmanuel Macron, président de la République", "Emmanuel", "", "Macron"),
    ],
)
def test_parts_of_a_person(text: str, given_names: str, particles: str, family: str) -> None:
    """A person's name is given names, particles and family name, whatever the order and the titles."""
    [reading] = names.parse(text)
    name = reading.value

    assert (" ".join(name.given), " ".join(name.particles), " ".join(name.family)) == (given_names, particles, family)
    assert reading.kind == "person"


@pytest.mark.parametrize(
    "text",
    [
        "X Inc.",
        "la société X",
        "Banque de France",
        "Goldman Sachs & Co",
        "IBM",
        "World Health Organization",
        "Danone SA",
    ],
)
def test_organisations(text: str) -> None:
    """Legal suffixes, generic nouns, institutions and acronyms tell an organisation."""
    [reading] = names.parse(text)

    assert reading.kind == "organisation"


@pytest.mark.parametrize(
    ("text", "head", "family"),
    [
        ("les avocats d'Elon Musk", "les avocats", "Musk"),
        ("Elon Musk's lawyers", "lawyers", "Musk"),
        ("the lawyers of X", "the lawyers", "X"),
        ("les avocats représentant X", "les avocats", "X"),
        ("la femme de Charles de Gaulle", "la femme", "Gaulle"),
        ("Macron", "", "Macron"),
    ],
)
def test_those_of_somebody(text: str, head: str, family: str) -> None:
    """The lawyers of X have a head and the parts of X."""
    [reading] = names.parse(text)

    assert (reading.value.head, reading.value.family[-1]) == (head, family)


@pytest.mark.parametrize(
    ("text", "title", "suffix", "acronym", "aside"),
    [
        ("Dr. Martin Luther King, Jr.", "Dr.", "Jr.", "", ""),
        ("Organisation des Nations unies (ONU)", "", "", "ONU", ""),
        ("Emmanuel Macron (président)", "", "", "", "président"),
        ("Airbus SAS", "", "SAS", "", ""),
    ],
)
def test_what_stands_around_a_name(text: str, title: str, suffix: str, acronym: str, aside: str) -> None:
    """Titles, suffixes, acronyms and asides are kept apart from the name."""
    name = names.parse(text)[0].value

    assert (name.title, name.suffix, name.acronym, name.aside) == (title, suffix, acronym, aside)


@pytest.mark.parametrize("text", ["", "42", "  ", "?!", "1789-07-14"])
def test_no_name(text: str) -> None:
    """What holds no letter is no name."""
    assert names.parse(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hier, Marie Curie a parlé.", ["Marie Curie"]),
        ("Selon Macron, tout va bien.", ["Macron"]),
        ("Le PDG de Tesla a ri.", ["Tesla"]),
        ("Les avocats d'Alex Spiro ont répondu.", ["Alex Spiro"]),
        ("La Banque centrale européenne relève ses taux.", ["Banque centrale européenne"]),
        ("Ursula von der Leyen et Charles de Gaulle.", ["Ursula von der Leyen", "Charles de Gaulle"]),
        ("Elle vit. Demain, rien.", []),
        ("En avril, lundi, il pleut.", []),
        ("On Monday the Bank of England met J.K. Rowling.", ["Bank of England", "J.K. Rowling"]),
        ("Elon Musk's lawyers won.", ["Elon Musk"]),
        ("Apple Inc. sued. Nobody came.", ["Apple Inc."]),
        ("Dogs bark.", []),
        ("American users complained.", []),
        ("I met Martin Luther King Jr. there.", ["Martin Luther King Jr."]),
        ("Paul\nAlice", ["Paul", "Alice"]),
        ("qu'Elon Musk avait dit", ["Elon Musk"]),
    ],
)
def test_names_in_running_text(text: str, found: list[str]) -> None:
    """Names are found without the capital of the sentence's opening, without elisions and possessives."""
    assert [text[one.start : one.end] for one in names.find(text)] == found


def test_a_mention_tells_another() -> None:
    """A bare family name is the person of whom the text gave the whole name."""
    text = "Marie Curie est née à Varsovie. Plus tard, Curie étudia."

    assert [one.kind for one in names.find(text)] == ["person", "name", "person"]


@settings(max_examples=100, deadline=None)
@given(st.text("ABab éÉ.,'’-&@1\n«»dDeE", max_size=60))
def test_spans_are_in_order_and_apart(text: str) -> None:
    """Spans lie within the text, in order, without overlaps; nothing makes the reader fail."""
    end = 0
    for one in names.find(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
    names.parse(text)
