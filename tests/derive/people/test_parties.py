"""Which names of an article are one party, and what that party is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.article import Article
from quiz.derive.fact import Span
from quiz.derive.people import People
from quiz.derive.scene import scene

#: What odd sentences are made of.
WORDS = [
    "Ruben", "Falk", "Mme", "M.", "Dr.", "le", "la", "l'", "les", "the", "a", "of", "de", "d'Orval", "du", "for",
    "maire", "lawyer", "avocats", "PDG", "president", "company", "groupe", "Ternova", "SA", "Inc.", "(OMS)", "(", ")",
    ",", ".", "«", "»", '"', "“", "”", "'s", "’s", "—", "a-t-il", "dit", "said", "il", "she", "they", "qui", "who",
    "préside", "chairs", "et", "and", "&", "61", "ans", "Ville", "Organisation", "santé", "A.", "J.-P.", "X", "\n",
    "é", "ce", "dernier",
]  # fmt: skip


def people(text: str, language: str) -> People:
    """The people of a short article."""
    return scene(Article(text), "a", language=language).people


#: Text; the names of one party, the longest first.
JOINED = [
    ("fr", "Ruben Falk a racheté le réseau. Falk veut le vendre. Ruben ne dit rien.", "Ruben Falk = Falk = Ruben"),
    ("fr", "Le maire, Paul Renard, a parlé hier. M. Renard a ensuite quitté la salle.", "Paul Renard = Renard"),
    ("fr", "Mme Colette Aubin préside le jury. Selon Mme Aubin, tout va bien.", "Colette Aubin = Aubin"),
    ("fr", "L'Organisation mondiale de la santé (OMS) alerte. « Rien n'est joué », dit l'OMS.",
     "Organisation mondiale de la santé = OMS"),
    ("fr", "Le Syndicat des pêcheurs du golfe (SPG) proteste. Le SPG appelle à la grève.",
     "Syndicat des pêcheurs du golfe = SPG"),
    ("fr", "Charles de Gaulle arrive à Londres. De Gaulle parle à la radio.", "Charles de Gaulle = Gaulle"),
    ("fr", "Ursula von der Leyen se tait. Mme von der Leyen reste prudente.", "Ursula von der Leyen"),
    ("fr", "Me Jeanne Rocard plaide. Rocard a demandé la relaxe.", "Jeanne Rocard = Rocard"),
    ("fr", "J.-P. Morel est absent. Jean-Paul Morel a écrit une lettre.", "Jean-Paul Morel = J.-P. Morel"),
    ("fr", "Le chercheur A. Dumont signe l'étude. Alice Dumont la défend.", "Alice Dumont = A. Dumont"),
    ("fr", "Valérie Giscard d'Orval est venue. Elle a souri.", "Valérie Giscard d'Orval"),
    ("fr", "La société Ternova SA recrute. Ternova a ouvert une usine.", "Ternova SA = Ternova"),
    ("fr", "Le groupe Alcadis recrute à Lyon. Alcadis a annoncé cent postes.", "Alcadis"),
    ("fr", "Bérénice Lacour-Petit gagne. Lacour-Petit a battu la favorite.", "Bérénice Lacour-Petit = Lacour-Petit"),
    ("fr", "L'actrice Zaïa Benkhelif tourne. Benkhelif a reçu un prix.", "Zaïa Benkhelif = Benkhelif"),
    ("fr", "La Fédération des artisans bretons proteste. La Fédération des artisans bretons a écrit au ministre.",
     "Fédération des artisans bretons"),
    ("fr", "Thomas « Titi » Gallois chante. Gallois a vendu deux disques.", "Thomas Gallois = Gallois"),
    ("fr", "Le notaire Hugues Bertin est jugé. Bertin a tout nié.", "Hugues Bertin = Bertin"),
    ("fr", "D'après Louis Arnal, c'est fini. Pour Arnal, rien ne presse.", "Louis Arnal = Arnal"),
    ("en", "Ruben Falk bought it. Falk wants to sell it. Ruben said nothing.", "Ruben Falk = Falk = Ruben"),
    ("en", "Microsoft Corp. cut its forecast. Microsoft said demand was weak.", "Microsoft Corp. = Microsoft"),
    ("en", "The Food and Drug Administration (FDA) approved it. The FDA said so on Monday.",
     "Food and Drug Administration = FDA"),
    ("en", "Sir Dominic Harker resigned. Harker told reporters he was tired.", "Dominic Harker = Harker"),
    ("en", "Dr. Anna Petrov leads the trial. Petrov said it was safe.", "Anna Petrov = Petrov"),
    ("en", "Mayor Bill Tranter spoke. William Tranter has run the town since 2010.", "William Tranter = Bill Tranter"),
    ("en", "P J Corrigan wrote it. P.J. Corrigan lives in Cork.", "P J Corrigan = P.J. Corrigan"),
    ("en", "Wendell Prowse declined to comment. Prowse later changed his mind.", "Wendell Prowse = Prowse"),
    ("en", "Larkfield Partners bought the pier. Larkfield paid cash.", "Larkfield Partners = Larkfield"),
    ("en", "Boatwright Pulp & Paper closed the mill. Boatwright blamed energy costs.",
     "Boatwright Pulp & Paper = Boatwright"),
    ("en", "Maureen O'Brien called. O'Brien said she would sue.", "Maureen O'Brien = O'Brien"),
    ("en", "Josephine Adeyo-Clark left. Adeyo-Clark said she was sad.", "Josephine Adeyo-Clark = Adeyo-Clark"),
    ("en", 'Barry "Mr Batter" Olsen fries fish. Olsen is 61.', "Barry Olsen = Olsen"),
    ("en", "Ludwig van der Berg won. Van der Berg said it was hard.", "Ludwig van der Berg"),
    ("en", "Chief Executive Officer Ingrid Dahl spoke first. Dahl said profits fell.", "Ingrid Dahl = Dahl"),
    ("en", "Kath Moroney, 52, runs a diner. Kath said people keep asking.", "Kath Moroney = Kath"),
    ("en", "The Friends of the Severn sued. The Friends of the Severn said it was late.", "Friends of the Severn"),
    ("en", "Judge Harriet Moul ruled. Moul wrote that the law was clear.", "Harriet Moul = Moul"),
    ("en", "Tesla CEO Robyn Denholm-Park spoke. Denholm-Park thanked the staff.",
     "Robyn Denholm-Park = Denholm-Park"),
    ("en", "Ruben R. Munk wrote a book. Ruben Munk sold it.", "Ruben R. Munk = Ruben Munk"),
    ("en", "Senator Alice Root spoke. Sen. Root said no.", "Alice Root = Root"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "names"), JOINED)
def test_the_names_of_one_party_are_joined(language: str, text: str, names: str) -> None:
    """A party has all its names, and is shown by the longest."""
    wanted = names.split(" = ")

    found = people(text, language).parties

    party = next((one for one in found if one.name == wanted[0]), None)
    assert party is not None, [one.name for one in found]
    assert set(wanted) <= set(party.names)
    assert not [one.name for one in found if one is not party and set(one.names) & set(wanted)]


#: Text; names that stay apart.
APART = [
    ("fr", "M. Dupont est parti. Mme Dupont est restée.", ("M. Dupont", "Mme Dupont")),
    ("fr", "Alain Morel et Julie Morel signent. M. Morel part ; Mme Morel reste.", ("Alain Morel", "Julie Morel")),
    ("fr", "Pierre Blanc a voté oui. Pierre Noiret a voté non.", ("Pierre Blanc", "Pierre Noiret")),
    ("fr", "Paris Habitat recrute. Les loyers montent à Paris.", ("Paris Habitat", "Paris")),
    ("fr", "Marie Curie et Irène Curie ont travaillé ici.", ("Marie Curie", "Irène Curie")),
    ("fr", "Martine Aubier (PS) est élue. Le PS gagne un siège.", ("Martine Aubier", "PS")),
    ("en", "Sir Giles Penhal left. His brother, Lord Penhal, stayed.", ("Giles Penhal", "Lord Penhal")),
    ("en", "Mr Smith left. Mrs Smith stayed.", ("Mr Smith", "Mrs Smith")),
    ("en", "Ruben Munk and Kimbal Munk came. Both left.", ("Ruben Munk", "Kimbal Munk")),
    ("en", "James Hill voted yes. James Stone voted no.", ("James Hill", "James Stone")),
    ("en", "Boston Harbour Trust sued. It rained in Boston.", ("Boston Harbour Trust", "Boston")),
    ("en", "Henry Ford founded it. The Ford Foundation gave money.", ("Henry Ford", "Ford Foundation")),
    ("en", "Apple CEO Tim Cook spoke. Apple said no more.", ("Tim Cook", "Apple")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "names"), APART)
def test_different_parties_stay_apart(language: str, text: str, names: tuple[str, ...]) -> None:
    """A shared given name, a shared family name or a shared first word joins nobody."""
    found = [one.name for one in people(text, language).parties]

    assert [name for name in names if name not in found] == [], found


def test_a_family_name_of_two_is_nobody() -> None:
    """Where two have the family name and nothing tells which, the mention is no one's."""
    text = "Ruben Munk came at nine.\nKimbal Munk came at ten.\nLater that day Munk said he was tired."

    found = people(text, "en")

    assert [one.party.name for one in found.mentions] == ["Ruben Munk", "Kimbal Munk"]


def test_titles_decide_between_two_of_a_family() -> None:
    """A title tells which of two with the same family name is meant."""
    text = "Alain Morel et Julie Morel ont signé. Mme Morel restera."

    found = people(text, "fr")

    assert [one.party.name for one in found.mentions] == ["Alain Morel", "Julie Morel", "Julie Morel"]


#: Text, name, kind and gender.
KINDS = [
    ("fr", "Ruben Falk a racheté le réseau.", "Ruben Falk", "person", "m"),
    ("fr", "La ministre Zaïa Oulmi a démissionné.", "Zaïa Oulmi", "person", "f"),
    ("fr", "Mme Trévidic a démissionné.", "Mme Trévidic", "person", "f"),
    ("fr", "« Non », a répondu Ziad Karrouch, directeur du port.", "Ziad Karrouch", "person", "m"),
    ("fr", "Il pleut à Vaucourt. Les habitants de Vaucourt attendent.", "Vaucourt", "place", ""),
    ("fr", "Elle vit en Moldavie depuis un an.", "Moldavie", "place", ""),
    ("fr", "La compagnie danoise Nordhav a perdu un navire.", "Nordhav", "organisation", ""),
    ("fr", "La Fédération des chargeurs normands proteste.", "Fédération des chargeurs normands", "organisation", "f"),
    ("fr", "La société Ternova SA recrute.", "Ternova SA", "organisation", ""),
    ("fr", "Le PDG de Ternova, Luc Viard, a démenti.", "Luc Viard", "person", "m"),
    ("fr", "Wendelin Straub, 61 ans, est boulanger.", "Wendelin Straub", "person", ""),
    ("fr", "L'avocate Dido Marsan a plaidé.", "Dido Marsan", "person", "f"),
    ("fr", "Les Nations unies ont voté.", "Nations unies", "organisation", ""),
    ("en", "Caroline Fairbairn said no.", "Caroline Fairbairn", "person", "f"),
    ("en", "Ofwen, the regulator, has fined two firms.", "Ofwen", "organisation", ""),
    ("en", "She was born in Ledbury.", "Ledbury", "place", ""),
    ("en", "Halloran Realty Trust settled in June.", "Halloran Realty Trust", "organisation", ""),
    ("en", "Ife Balogun-Crewe, 29, moaned about the price.", "Ife Balogun-Crewe", "person", "f"),
    ("en", "Lakeside Steel Inc. closed.", "Lakeside Steel Inc.", "organisation", ""),
    ("en", "The Environment Agency opened an investigation.", "Environment Agency", "organisation", ""),
    ("en", "Lawyer Zed Okonjo said so.", "Zed Okonjo", "person", ""),
    ("en", "Mrs Pennyfeather said no.", "Mrs Pennyfeather", "person", "f"),
    ("en", "The prime minister of Freedonia, Rufus Firefly, declared war.", "Rufus Firefly", "person", "m"),
    ("en", "Actress Teal Marrow won.", "Teal Marrow", "person", "f"),
    ("en", "Pope Francis prayed.", "Pope Francis", "person", "m"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "kind", "gender"), KINDS)
def test_what_a_party_is(language: str, text: str, name: str, kind: str, gender: str) -> None:
    """Titles, offices, ages, articles and prepositions tell a person from a body and a place; gender too."""
    found = people(text, language).parties

    party = next((one for one in found if one.name == name), None)
    assert party is not None, [one.name for one in found]
    assert (party.kind, party.gender) == (kind, gender)


#: Text; what is no party.
NO_NAMES = [
    ("fr", "La Bretonne a gagné la course en mars.", "Bretonne"),
    ("fr", "La Ville a promis une aide aux commerçants.", "Ville"),
    ("fr", "Noël approche et les prix montent.", "Noël"),
    ("fr", "Interrogé mardi, le maire a refusé de répondre.", "Interrogé"),
    ("en", "The Agency said nothing on Friday.", "Agency"),
    ("en", "Her MP has written to the minister.", "MP"),
    ("en", "Christmas comes once a year.", "Christmas"),
    ("en", "Big Tech pays little tax.", "Big Tech"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "word"), NO_NAMES)
def test_what_is_no_name(language: str, text: str, word: str) -> None:
    """Peoples, common nouns with a capital and openings of sentences are no parties."""
    assert word not in [name for one in people(text, language).parties for name in one.names]


def test_mentions_in_quotations_are_marked() -> None:
    """A name within a quotation is told apart; what stands in an incise within French marks is not quoted."""
    text = "« Nous aimons tous Paul Renard, a expliqué Zoé Viard, directrice du musée. Il nous manque. »"

    found = people(text, "fr").mentions

    assert [(one.party.name, one.quoted) for one in found] == [("Paul Renard", True), ("Zoé Viard", False)]


def test_plural_parties() -> None:
    """A family and a band are several."""
    found = people("The Pruitts sued. Odessa Pruitt wept. Lawyers for the Pruitts said nothing.", "en").parties

    assert {one.name: one.plural for one in found} == {"Pruitts": True, "Odessa Pruitt": False}


@pytest.mark.parametrize(
    ("language", "text", "heads"),
    [
        ("fr", "Les avocats d'Ruben Falk se taisent. Ruben Falk écrit.", ["Les avocats", ""]),
        ("fr", "Les avocats représentant Ruben Falk se taisent.", ["Les avocats"]),
        ("en", "Lawyers for Ruben Falk said no. Ruben Falk wrote.", ["Lawyers", ""]),
        ("en", "Ruben Falk's lawyers said no.", ["lawyers"]),
    ],
)
def test_those_of_somebody(language: str, text: str, heads: list[str]) -> None:
    """A mention tells what stands for somebody of the party there."""
    assert [one.head for one in people(text, language).mentions] == heads


def test_the_same_article_has_the_same_people() -> None:
    """Nothing depends on the order of sets or on what was read before."""
    text = "Alain Morel et Julie Morel signent. Mme Morel reste. Le maire, Luc Viard, part. « Non », dit-il."
    first, second = people(text, "fr"), people(text, "fr")

    assert (first.mentions, first.roles, first.parties) == (second.mentions, second.roles, second.parties)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.sampled_from(("fr", "en")))
@settings(max_examples=60, deadline=None)
def test_no_text_is_too_odd(words: list[str], language: str) -> None:
    """Whatever stands beside whatever, names have their places and every phrase is answered."""
    text = " ".join(words)
    found = people(text, language)

    for mention in found.mentions:
        assert text[mention.span.start : mention.span.end].strip()
    for start in range(0, len(text), 5):
        for end in range(start + 1, min(len(text), start + 40), 7):
            answer = found.resolve(Span(start, end))
            assert answer is None or answer.name
