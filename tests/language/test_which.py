"""French, English, or neither: by a sentence, by a page, and in mixed company."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.language.which import which

FRENCH = (
    "Le conseil municipal a voté mardi la rénovation de la piscine. Les travaux commenceront en juin et dureront dix "
    "mois. « Nous ne pouvions plus attendre », a expliqué la maire devant les habitants du quartier."
)
ENGLISH = (
    "The town council voted on Tuesday to renovate the swimming pool. Work will begin in June and last ten months. "
    '"We could not wait any longer," the mayor told residents of the district.'
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le maire a annoncé la fermeture du pont.", "fr"),
        ("La Banque centrale relève ses taux.", "fr"),
        ("« C’est fini », a-t-elle dit.", "fr"),
        ("Il n'y a plus d'eau dans la ville", "fr"),
        ("PARIS (AFP) - La ministre se rendra mardi à Berlin", "fr"),
        ("UN PONT DE PLUS SUR LA LOIRE, ET PAS LE DERNIER", "fr"),
        ("The mayor announced the bridge closure.", "en"),
        ("Bank of England raises rates to 5%.", "en"),
        ("“It’s over,” she said.", "en"),
        ("I don't know what he wants", "en"),
        ("PARIS (AP) - The minister will travel to Berlin on Tuesday", "en"),
        ("A BRIDGE ACROSS THE RIVER, AND NOT THE LAST", "en"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    """One short sentence tells French from English, in capitals and with curly apostrophes too."""
    assert which(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Der Bürgermeister hat die Schließung der Brücke angekündigt.",
        "El alcalde anunció el cierre del puente, que se abrirá en mayo.",
        "Il sindaco ha annunciato la chiusura del ponte della città.",
        "O prefeito anunciou o fechamento da ponte na cidade.",
        "De burgemeester heeft de sluiting van de brug aangekondigd.",
        "L'alcalde va anunciar el tancament del pont de la ciutat.",
        "Primarul a anunțat închiderea podului din oraș.",
        "Borgmästaren meddelade att bron ska stängas i två år.",
        "Borgmesteren meddelte, at broen lukkes i to år.",
        "Burmistrz ogłosił zamknięcie mostu na dwa lata.",
        "Belediye başkanı köprünün kapatıldığını duyurdu.",
        "Pormestari ilmoitti sillan sulkemisesta ja sanoi että se avataan",
        "Мэр объявил о закрытии моста на два года.",
        "Ο δήμαρχος ανακοίνωσε το κλείσιμο της γέφυρας.",
        "市长宣布关闭大桥,并说 the bridge is closed。这座桥将在明年重新开放,工程耗资一千二百万欧元。",
        "أعلن رئيس البلدية إغلاق الجسر لمدة عامين.",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit",
    ],
)
def test_another_language_is_neither(text: str) -> None:
    """A neighbour that shares small words with French or English is taken for neither."""
    assert which(text) == ""


@pytest.mark.parametrize("text", ["", " \n", "12 345,67 €", "Jeanne Dubois, Ada Martin, Paul Roy", "Le Monde", "ok"])
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    """Names, figures and single words are in no language."""
    assert which(text) == ""


def test_most_of_a_mixed_text_decides() -> None:
    """Posts in the other language, quoted in an article, do not change what the article is in."""
    assert which(f"{FRENCH}\n{ENGLISH}\n{FRENCH}") == "fr"
    assert which(f"{ENGLISH}\n{FRENCH}\n{ENGLISH}") == "en"


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_is_answered(text: str) -> None:
    """Whatever stands there, the answer is one of three, and the same the second time."""
    assert which(text) == which(text)
    assert which(text) in ("fr", "en", "")


@given(st.sampled_from([("fr", FRENCH), ("en", ENGLISH)]), st.integers(0, 60))
@settings(max_examples=30, deadline=None)
def test_where_a_long_enough_text_is_cut_does_not_matter(told: tuple[str, str], start: int) -> None:
    """Ninety characters from anywhere in a text, words cut in two included, tell what the whole does."""
    language, text = told

    assert which(text[start : start + 90]) == language
