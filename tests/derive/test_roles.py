"""Who is who: the roles that articles tell, with their people and what they are roles of."""

from __future__ import annotations

import pytest

from quiz.article import Article
from quiz.derive.extractors.roles import roles
from quiz.derive.fact import Fact
from quiz.derive.scene import scene


def found(text: str, language: str) -> list[Fact]:
    """The roles of a short article."""
    return list(roles(scene(Article(text), "a", language=language)))


#: Text; the roles as "surface / person / of what".
FRENCH = [
    ("Le PDG de Ternova, Luc Viard, a démenti.", "PDG de Ternova / Luc Viard / Ternova"),
    ("Luc Viard, PDG de Ternova, a démenti.", "PDG de Ternova / Luc Viard / Ternova"),
    ("Zoé Marsan, directrice générale d'Alcade, sourit.", "directrice générale d'Alcade / Zoé Marsan / Alcade"),
    ("Le ministre de l'Intérieur, Gérald Moulin, a nié.", "ministre de l'Intérieur / Gérald Moulin / Intérieur"),
    ("Le ministre délégué chargé de la Mer, Paul Brizon, est venu.",
     "ministre délégué chargé de la Mer / Paul Brizon / Mer"),
    ("La maire de Lille Martine Aubier a voté contre.", "maire de Lille / Martine Aubier / Lille"),
    ("La maire (PS) de Lille, Martine Aubier, a voté contre.", "maire (PS) de Lille / Martine Aubier / Lille"),
    ("Martine Aubier (PS), maire de Lille, a voté contre.", "maire de Lille / Martine Aubier / Lille"),
    ("« Non », a prévenu Yann Le Dru, secrétaire général du Syndicat des pêcheurs (SDP), juché sur un camion.",
     "secrétaire général du Syndicat des pêcheurs (SDP) / Yann Le Dru / Syndicat des pêcheurs"),
    ("La Fédération des chasseurs proteste. Son président, Hervé Castel, redoute la suite.",
     "président / Hervé Castel / Fédération des chasseurs"),
    ("La compagnie Nordhav recule. Sa directrice pour la France, Maud Kerg, l'a dit.",
     "directrice pour la France / Maud Kerg / France"),
    ("« Oui », raconte Nadège Pruv, chercheuse à l'université de Lille.",
     "chercheuse à l'université de Lille / Nadège Pruv / université de Lille"),
    ("« Non », avoue la pédologue Clarisse Jouvet, de l'université de Brive, première auteure de l'article.",
     "pédologue / Clarisse Jouvet / "),
    ("Il manque 260 bras, selon la Fédération des vignerons. « Non », dit Hamid Belk, chef d'équipe depuis vingt ans.",
     "chef d'équipe / Hamid Belk / "),
    ("Elle touchera 12 euros, selon le quotidien El Faro. Le président, Denis Rouss, affirme le contraire.",
     "président / Denis Rouss / "),
    ("La procureure Agathe Wurst précise.", "procureure / Agathe Wurst / "),
    ("La procureure de Nancy, Agathe Wurst, précise.", "procureure de Nancy / Agathe Wurst / Nancy"),
    ("« Nous tenons, détaille Cyril Montaigu, directeur du port. C'est dur. »",
     "directeur du port / Cyril Montaigu / port"),
    ("Luc Viard préside Ternova depuis mars.", "préside Ternova / Luc Viard / Ternova"),
    ("Luc Viard, qui dirige Ternova, a souri.", "dirige Ternova / Luc Viard / Ternova"),
    ("Zoé Marsan a été nommée présidente d'Alcade en mai.", "présidente d'Alcade / Zoé Marsan / Alcade"),
    ("Zoé Marsan a été élue présidente du conseil régional.",
     "présidente du conseil régional / Zoé Marsan / conseil régional"),
    ("Luc Viard est le directeur de Ternova.", "directeur de Ternova / Luc Viard / Ternova"),
    ("Luc Viard est devenu patron de Ternova.", "patron de Ternova / Luc Viard / Ternova"),
    ("L'ancien maire de Lure, Paul Renard, est mort.", "ancien maire de Lure / Paul Renard / Lure"),
    ("Paul Renard, ancien ministre de la Culture, est mort.",
     "ancien ministre de la Culture / Paul Renard / Culture"),
    ("L'avocate de Luc Viard, Zoé Marsan, a plaidé.", "avocate de Luc Viard / Zoé Marsan / Luc Viard"),
    ("Me Jeanne Rocard, avocate de la chambre des notaires, a plaidé.",
     "avocate de la chambre des notaires / Jeanne Rocard / chambre des notaires"),
    ("Zoé Marsan, fondatrice et présidente d'Alcade, vend tout.",
     "fondatrice et présidente d'Alcade / Zoé Marsan / Alcade"),
    ("Le PDG de Ternova et Altiva, Ruben Falk, menace.", "PDG de Ternova et Altiva / Ruben Falk / Ternova"),
    ("La porte-parole du gouvernement, Prisca Thélin, a parlé.",
     "porte-parole du gouvernement / Prisca Thélin / gouvernement"),
    ("L'épidémiologiste Clotilde Raven a publié l'étude.", "épidémiologiste / Clotilde Raven / "),
    ("Rachid Benk, délégué central CFDT, proteste.", "délégué central CFDT / Rachid Benk / CFDT"),
    ("Le fondateur de l'observatoire Rançon, l'infatigable Tom Delv, s'agace.",
     "fondateur de l'observatoire Rançon / Tom Delv / Rançon"),
    ("Le vice-procureur, Stanislas Imber, parle cinquante minutes.", "vice-procureur / Stanislas Imber / "),
    ("L'adjoint aux finances, Bertrand Quill, l'a interrompu.",
     "adjoint aux finances / Bertrand Quill / "),
    ("Le président du Cercle des nageurs, Thierry Bonn, compte et recompte.",
     "président du Cercle des nageurs / Thierry Bonn / Cercle des nageurs"),
    ("Zoé Marsan, 41 ans, maire de Lure, a voté pour.", "maire de Lure / Zoé Marsan / Lure"),
    ("Selon Zoé Marsan, présidente de l'association Vivre ici, tout va bien.",
     "présidente de l'association Vivre ici / Zoé Marsan / Vivre"),
    ("Le Pr Farid Messa, chef du service de pédiatrie, est inquiet.",
     "chef du service de pédiatrie / Farid Messa / service de pédiatrie"),
    ("La secrétaire d'État à la Ville, Nadia Haï, est venue.", "secrétaire d'État à la Ville / Nadia Haï / Ville"),
    ("Ruben Falk (PDG de Ternova) est venu.", "PDG de Ternova / Ruben Falk / Ternova"),
    ("Le cofondateur de Brévanne, Basile Tarn, dément tout en bloc.",
     "cofondateur de Brévanne / Basile Tarn / Brévanne"),
    ("Le directeur de course, Jacques Abgral, salue le départ.", "directeur de course / Jacques Abgral / "),
    ("La directrice de l'institut de sondage Brújula, Candelaria Ochoa, hésite.",
     "directrice de l'institut de sondage Brújula / Candelaria Ochoa / institut de sondage Brújula"),
    ("« Non », s'amuse l'archéologue Nino Kavta, de l'université de Lille.", "archéologue / Nino Kavta / "),
    ("Nicole Dorr, cosignataire de l'étude, hésite.", "cosignataire de l'étude / Nicole Dorr / étude"),
    ("Le préfet du Nord, Michel Lalande, a signé l'arrêté.", "préfet du Nord / Michel Lalande / Nord"),
    ("« Non », a dit, lors d'un point à Lille, le procureur de la République Luc Viard.",
     "procureur de la République / Luc Viard / République"),
    ("« Non », a expliqué à l'AFP Zoé Marsan, directrice de l'institut de la mer.",
     "directrice de l'institut de la mer / Zoé Marsan / institut de la mer"),
    ("« Non », a déclaré, à l'issue d'une réunion à Matignon, le ministre de la Mer, Paul Briz.",
     "ministre de la Mer / Paul Briz / Mer"),
    ("Le Dr Schirv, chargée de la surveillance des maladies à Lure, le dit.",
     "chargée de la surveillance des maladies à Lure / Dr Schirv / surveillance des maladies à Lure"),
    ("Le président turc, Emre Kaya, est à Paris.", "président turc / Emre Kaya / "),
    ("Le secrétaire général de l'UNR, principal parti du pays, Jean-Paul Copet, a écrit.",
     "secrétaire général de l'UNR / Jean-Paul Copet / UNR"),
    ("Le cardinal-archevêque de Lure Philippe Barbet est venu.",
     "cardinal-archevêque de Lure / Philippe Barbet / Lure"),
    ("Le sénateur (LR) de l'Oise Olivier Pacard a voté contre.", "sénateur (LR) de l'Oise / Olivier Pacard / Oise"),
    ("La présidente du RN Marine Lepic est venue.", "présidente du RN / Marine Lepic / RN"),
    ("La porte-parole du gouvernement Najat Valbec a parlé.",
     "porte-parole du gouvernement / Najat Valbec / gouvernement"),
    ("Le représentant de l'ONU au Mali, Luc Viard, est venu.", "représentant de l'ONU au Mali / Luc Viard / ONU"),
]  # fmt: skip
ENGLISH = [
    ("The director, Fiona Ash, who is the jury president's daughter, left.", "director / Fiona Ash / "),
    ("Calder Police came. The bridge is old, according to Denby council. Its leader, Jean Ackroy, said no.",
     "leader / Jean Ackroy / Denby council"),
    ("The CEO of Ternova, Luke Ward, said no.", "CEO of Ternova / Luke Ward / Ternova"),
    ("Luke Ward, the CEO of Ternova, said no.", "CEO of Ternova / Luke Ward / Ternova"),
    ("Luke Ward, chief executive of Ternova, said no.", "chief executive of Ternova / Luke Ward / Ternova"),
    ("Ternova chief executive Luke Ward said no.", "chief executive / Luke Ward / Ternova"),
    ("Ternova CEO Luke Ward said no.", "CEO / Luke Ward / Ternova"),
    ("Ternova's chief executive, Luke Ward, said no.", "chief executive / Luke Ward / Ternova"),
    ("Ternova’s chief executive, Luke Ward, said no.", "chief executive / Luke Ward / Ternova"),
    ("The mayor of Lille, Jane Roe, said no.", "mayor of Lille / Jane Roe / Lille"),
    ("Jane Roe, who chairs the Friends of the Severn, called it late.",
     "chairs the Friends of the Severn / Jane Roe / Friends of the Severn"),
    ("Jane Roe, who heads Ternova, called it late.", "heads Ternova / Jane Roe / Ternova"),
    ("Jane Roe was named chief executive of Ternova in May.", "chief executive of Ternova / Jane Roe / Ternova"),
    ("Jane Roe was appointed director of the Halden Museum.",
     "director of the Halden Museum / Jane Roe / Halden Museum"),
    ("Jane Roe is the president of Ternova.", "president of Ternova / Jane Roe / Ternova"),
    ("Jane Roe became mayor of Lille.", "mayor of Lille / Jane Roe / Lille"),
    ("Wendell Prout, a spokesman for the Casco Port Authority, declined.",
     "spokesman for the Casco Port Authority / Wendell Prout / Casco Port Authority"),
    ("Lumen's former head of hardware, Josephine Ade, is scathing.",
     "former head of hardware / Josephine Ade / Lumen"),
    ("Larkfield attorney Brent Fallow urged them.", "attorney / Brent Fallow / Larkfield"),
    ("Labour's shadow environment minister, Ruth Oye, went further.",
     "shadow environment minister / Ruth Oye / Labour"),
    ("Copperline partner Dev Raghu replied.", "partner / Dev Raghu / Copperline"),
    ("Bramwell & Co analyst Lucia Ferran wrote it.", "analyst / Lucia Ferran / Bramwell & Co"),
    ("Dr Anil Weera, a respiratory physician at Addenbrooke’s who was not involved, agreed.",
     "respiratory physician at Addenbrooke’s / Anil Weera / Addenbrooke"),
    ("“No,” said Bronwen Ash, a health economist at the University of York, who reckons it is dear.",
     "health economist at the University of York / Bronwen Ash / University of York"),
    ("The governor, Democrat Lorna Tibbs, said no.", "governor / Lorna Tibbs / "),
    ("Her MP, the Conservative Sir Desmond Ayl, has written.", "MP / Desmond Ayl / "),
    ("That's founder and CEO Theo Marsh in an email.", "founder and CEO / Theo Marsh / "),
    ("Council leader Maureen Pick hit back.", "Council leader / Maureen Pick / "),
    ("Jury foreman Curtis Yoon said so.", "Jury foreman / Curtis Yoon / "),
    ("Severn Water Inc. was fined. Its chairman, Paul Reed, resigned.", "chairman / Paul Reed / Severn Water Inc."),
    ("The United Papermakers union is angry. Its president, Walt Kos, accused the owners.",
     "president / Walt Kos / United Papermakers"),
    ("Jane Roe, 61, mayor of Lille, said no.", "mayor of Lille / Jane Roe / Lille"),
    ("The Pruitts' lead attorney, Simone Bap, asked.", "lead attorney / Simone Bap / Pruitts"),
    ("Jane Roe (director of Ternova) came.", "director of Ternova / Jane Roe / Ternova"),
    ("Jane Roe, the former mayor of Lille, came.", "former mayor of Lille / Jane Roe / Lille"),
    ("Former mayor Jane Roe came.", "Former mayor / Jane Roe / "),
    ("Jane Roe, acting director of the Halden Museum, came.",
     "acting director of the Halden Museum / Jane Roe / Halden Museum"),
    ("Ternova Inc. fell. Chief Executive Officer Ingrid Dahl said so.",
     "Chief Executive Officer / Ingrid Dahl / Ternova Inc."),
    ("Board President Orrin Tate voted.", "Board President / Orrin Tate / "),
    ("Trustee Beatriz Fuent voted no.", "Trustee / Beatriz Fuent / "),
    ("Jane Roe, professor of law at the University of York, disagreed.",
     "professor of law at the University of York / Jane Roe / University of York"),
    ("Nicky Dorrance, the union’s national officer, spoke.", "national officer / Nicky Dorrance / union"),
    ("The film's director, Esteban Quirog, laughed.", "director / Esteban Quirog / "),
    ("Jane Roe, a lawyer for Paul Reed, said no.", "lawyer for Paul Reed / Jane Roe / Paul Reed"),
    ("The Dutch finance minister, Pieter Vos, came.", "Dutch finance minister / Pieter Vos / "),
    ("German Chancellor Inge Dahl came.", "German Chancellor / Inge Dahl / "),
    ("Jane Roe is a designer. Roe is also creative director of Orvex Vertical.",
     "creative director of Orvex Vertical / Jane Roe / Orvex Vertical"),
    ("Jane Roe, head of Norway's search and rescue agency, said no.",
     "head of Norway's search and rescue agency / Jane Roe / Norway's search and rescue agency"),
    ("Jane Roe, a physicist at King's College London, said no.",
     "physicist at King's College London / Jane Roe / King's College London"),
    ("“No,” Jane Roe, an oceanographer at the University of Leeds told the Herald.",
     "oceanographer at the University of Leeds / Jane Roe / University of Leeds"),
    ("The trust's head of policy, Luke Ward, said no.", "head of policy / Luke Ward / trust"),
    ("Luke Ward, secretary-general of the UN, said no.", "secretary-general of the UN / Luke Ward / UN"),
    ("Luke Ward served as mayor of Leeds for ten years.", "mayor of Leeds / Luke Ward / Leeds"),
    ("Luke Ward will take over as chief executive of Orvex.", "chief executive of Orvex / Luke Ward / Orvex"),
    ("Leeds midfielder Luke Ward left.", "midfielder / Luke Ward / Leeds"),
    ("Former Ternova executive Jane Roe said no.", "executive / Jane Roe / Ternova"),
]  # fmt: skip
#: Text in which nobody is given a role.
NONE = [
    ("en", "His former partner, Sonia Hall, has moved to Leeds."),
    ("fr", "Selon le ministre, Luc Viard a menti."),
    ("fr", "Pour le maire, Luc Viard reste un ami."),
    ("fr", "Les avocats de Luc Viard ont démenti."),
    ("fr", "Luc Viard, les avocats et les juges sont partis."),
    ("fr", "Un proche de Luc Viard a parlé."),
    ("fr", "Il a remercié le président, Luc Viard et Zoé Marsan."),
    ("fr", "« Le PDG de Ternova, Luc Viard, ment à tout le monde », dit un tract."),
    ("fr", "Luc Viard n'est pas le directeur de Ternova."),
    ("fr", "Élue en 2020, Zoé Marsan a voté contre."),
    ("fr", "Zoé Marsan, élue en juin 2020, a voté contre."),
    ("fr", "Luc Viard a parlé au directeur de Ternova."),
    ("fr", "Le directeur de Ternova a parlé à Luc Viard."),
    ("fr", "Luc Viard, milliardaire, a vendu son yacht."),
    ("fr", "Le rapport de l'expert accable Luc Viard."),
    ("fr", "Luc Viard aime le chef de l'orchestre."),
    ("fr", "Depuis mardi, Luc Viard se tait."),
    ("fr", "Le président américain aime Luc Viard."),
    ("fr", "Les deux ministres, Luc Viard et Zoé Marsan, sont venus."),
    ("fr", "Première agence de la ville, Rivages recrute."),
    ("fr", "Le créateur de Chatrix, Openix, vend tout."),
    ("fr", "C'est le colonel Dario Fuens qui a lu le message."),
    ("fr", "Leeds General Infirmary recrute des infirmières."),
    ("en", "According to the minister, Luke Ward has lied."),
    ("en", "Lawyers for Luke Ward said no."),
    ("en", "Luke Ward's lawyers said no."),
    ("en", "A friend of Luke Ward said so."),
    ("en", "She thanked the president, Luke Ward and Jane Roe."),
    ("en", "“The CEO of Ternova, Luke Ward, lies to all of us,” a leaflet said."),
    ("en", "Luke Ward is not the director of Ternova."),
    ("en", "Farmer Lyle Oster observed the vote."),
    ("en", "Luke Ward spoke to the director of Ternova."),
    ("en", "The director of Ternova spoke to Luke Ward."),
    ("en", "Luke Ward, 61, was late."),
    ("en", "A Cook County jury took four hours."),
    ("en", "Prof Jane Roe of Leeds General Infirmary led the study."),
    ("en", "The tower's owner, Halden Realty Trust, settled."),
    ("en", "Luke Ward, an actuary, said so."),
    ("en", "Ministers Luke Ward and Jane Roe came."),
    ("en", "Asked by a judge, Luke Ward said no."),
    ("en", "The general manager said Luke Ward was late."),
    ("en", "Luke Ward wants the mayor of Lille to go."),
    ("en", "Judge Paul Wisn gaveled it down."),
    ("fr", "À Spy, spécialiste de la grippe, on vaccine."),
    ("fr", "Le député LFI a voté contre."),
]  # fmt: skip


def shown(facts: list[Fact]) -> list[str]:
    """The facts as the tables write them."""
    return [f"{fact.surface} / {fact.speaker} / {fact.subject}" for fact in facts]


@pytest.mark.parametrize(("text", "role"), FRENCH)
def test_french_roles(text: str, role: str) -> None:
    """A role stands beside its person before or after the name, in parentheses, or by a verb."""
    assert shown(found(text, "fr")) == [role]


@pytest.mark.parametrize(("text", "role"), ENGLISH)
def test_english_roles(text: str, role: str) -> None:
    """An English role stands before or after the name, its body before it or in its complement."""
    assert shown(found(text, "en")) == [role]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_role(language: str, text: str) -> None:
    """What only stands near a name is no role of it; a trade without an employer is not worth a question."""
    assert shown(found(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("fr", "Paul Renard, ancien ministre de la Culture, est mort.", "former"),
        ("fr", "Paul Renard, ministre de la Culture, est venu.", ""),
        ("en", "Jane Roe, the former mayor of Lille, came.", "former"),
        ("en", "Ternova's then chairman, Paul Reed, resigned.", "former"),
        ("en", "Jane Roe, the mayor of Lille, came.", ""),
        ("en", "Jane Roe stepped down as chief executive of Ternova.", "former"),
        ("en", "Jane Roe took over as chief executive of Ternova.", ""),
    ],
)
def test_former_roles(language: str, text: str, unit: str) -> None:
    """A role that somebody has no longer is marked as a former one."""
    assert [fact.unit for fact in found(text, language)] == [unit]


def test_the_places_of_a_role() -> None:
    """A role knows where its words stand, where the person is named, and what it is a role of."""
    text = "La réunion est finie.\nLuc Viard est parti. Le PDG de Ternova, Luc Viard, a démenti."

    [fact] = found(text, "fr")

    assert text[fact.start : fact.end] == fact.surface == "PDG de Ternova"
    assert fact.speaker_at is not None
    assert text[slice(*fact.speaker_at)] == "Luc Viard"
    assert fact.speaker_at.start > fact.end
    assert fact.subject_at is not None
    assert text[slice(*fact.subject_at)] == "Ternova"
    assert (fact.paragraph, fact.value) == (2, "Luc Viard")
