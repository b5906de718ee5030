"""Sentences: where they end and where they do not, in both languages; quotations are never torn from their cue."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.derive.sentences import LONGEST_QUOTATION, sentences

#: Sentences parted by " | ".
FRENCH = [
    "MARSEILLE (AFP) – | Le port est fermé. | Il rouvrira lundi.",
    "Le port – fermé depuis lundi – rouvrira.",
    "Le vent est tombé. | La mer reste grosse.",
    "M. Perrault a signé avec Mme Lenoir et Mlle Roy. | Mgr Aubert bénira le tout.",
    "Le Dr Vial a prévenu Me Faure. | Celui-ci n'a rien dit.",
    "L'art. 49.3 a servi. | Le n° 3. n'existe plus, p. ex. dans le Code.",
    "Le dossier n° 12 est clos. | Il pesait 3.50 kg, etc. | On l'a rendu.",
    "J.-C. Morel et A. K. Diallo sont partis. | Ils reviendront.",
    "« Rien ne presse. Rien du tout », répond la gérante. | Elle ferme la porte.",
    "« Qui paiera ? » demande-t-elle. | « Vous ! » lance un voisin. | Il rit.",
    "« On a tout perdu, soupire Jean Roux, pêcheur. Le bateau, les filets. Tout. » | Son fils se tait.",
    "Elle a dit : « C'est fini. Je pars. » | Puis elle est partie.",
    "Il hésite… puis cède. | Quant au prix… | Le marchand sourit.",
    "Que faire ? | Attendre ! | Rien d'autre.",
    "Il a promis (sans y croire. Ni lui ni elle) de venir. | On verra.",
    "La vitamine C. | Le plan B. | Et ensuite ?",
    "Le texte est voté.Le Sénat le recevra lundi.",
    "Elle a lu “Les Mers. Tome un” deux fois. | Sans ennui.",
    "Il vit à St. Malo depuis le 3 janv. 2020. | Sa femme aussi.",
]
ENGLISH = [
    "CHICAGO — | Ferrant Foods sold more meals. | It said so on Monday.",
    "LEEDS, March 3 (PA) - | The bridge is closed. | It will open soon.",
    "Ann Poe — who lost her boat — left.",
    "The wind fell. | The sea is still rough.",
    "Mr. Ames met Dr. Lee and Sen. Ortiz on Nov. 3, 2021. | Nobody spoke.",
    "She left the U.S. for good. | The U.S. Navy had asked her to.",
    "It opened at 6 a.m. Pacific time. | It closed at 5 p.m. | The staff went home.",
    "Brightline Inc. sued Oakridge Corp. over it. | The case goes on with Vale Ltd. | It may last.",
    "J. R. Holm lives in Portland, Ore. | He has a cat.",
    "Car No. 4 fell. | He said no. | Everyone heard.",
    '"We lost it all," said Ann Poe. | "The boat. The nets. Everything." | Her son said nothing.',
    '"Who pays?" Ann Poe asked. | "You do!" a neighbor shouted. | He laughed.',
    "“I rang. I rang again. In the end he told me, ‘Mate, it’s bust.’ So I left,” she recalled. | Then rain came.",
    "'I have had enough. I mean it,' he fumed. | 'They won't break me.' | And he left.",
    "The bill passed 5.5 to 4.5. | It cost $3. | Five more wait.",
    "He waited ... and gave up. | Then it rang…",
    "It is plan B. | We have no plan C. | Nor do they.",
    "Nobody is taller than I. | The coach agreed.",
    "He came (late. Very late) and sat. | (She did not.) | Dinner began.",
    "eBay fell. | iPhone sales rose.",
    "The vote is over.The Senate is next.",
    "See www.example.com and Node.js for more. | Bye.",
    "1. Open the lid. | 2. Pour the tea.",
]


@pytest.mark.parametrize("marked", FRENCH + ENGLISH)
def test_a_sentence_ends_where_a_reader_would_end_it(marked: str) -> None:
    """Abbreviations, initials, figures, ellipses and marks in the middle of a sentence do not end it."""
    glued = marked.replace(".Le ", ".|Le ").replace(".The Senate", ".|The Senate")
    text = marked.replace(" | ", " ")
    found = [text[slice(*span)].strip() for span in sentences(text)]
    assert found == [part.strip() for part in glued.split("|")]


def test_a_quotation_that_never_ends_is_split_like_any_text() -> None:
    """A quotation of a page and more is no sentence, nor is one whose mark is never closed."""
    said = "Nous avons attendu. " * (LONGEST_QUOTATION // 15)
    assert len(sentences(f"« {said} »")) > 10
    assert len(sentences(f"« {said}")) > 10


@given(
    st.text(st.sampled_from("aéÀB .,!?…»«\"'“”‘’()-:;0123\u00a0\u00ad\u200b\u202f\tM"), max_size=120), st.integers(0, 9)
)
@settings(max_examples=200)
def test_sentences_cover_the_text(text: str, offset: int) -> None:
    """Whatever the text, its sentences are the text: in order, without gaps, overlaps or empty ones."""
    found = sentences(text, offset)
    assert "".join(text[start - offset : end - offset] for start, end in found) == text
    assert all(start < end for start, end in found)
    assert [start for start, _ in found[1:]] == [end for _, end in found[:-1]]
