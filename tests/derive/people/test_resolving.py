"""Who a phrase of an article stands for: names, roles, epithets, pronouns; and where nobody can be told."""

from __future__ import annotations

import pytest

from quiz.article import Article
from quiz.derive.fact import Span
from quiz.derive.scene import scene

#: The article with the phrase in double brackets; the name that it stands for, "" where it is not resolved, and in
#: angle brackets where it is a description that names nobody.
FRENCH = [
    # names
    ("[[Ruben Falk]] a démenti.", "Ruben Falk"),
    ("Ruben Falk a écrit. Puis [[Falk]] a démenti.", "Ruben Falk"),
    ("Paul Renard est venu. Pour [[M. Renard]], rien ne presse.", "Paul Renard"),
    ("L'Organisation mondiale de la santé (OMS) alerte. Selon [[l'OMS]], tout va mal.",
     "Organisation mondiale de la santé"),
    ("[[La Fédération des chargeurs normands]] a protesté.", "Fédération des chargeurs normands"),
    ("[[La compagnie danoise Nordhav]] a perdu un navire.", "Nordhav"),
    ("[[La société Ternova]] ne confirme pas.", "Ternova"),
    ("[[Me Jeanne Rocard]] a plaidé la relaxe.", "Jeanne Rocard"),
    # heads of their own
    ("Ruben Falk se tait. [[Les avocats d'Ruben Falk]] ont démenti.", "<Les avocats d'Ruben Falk>"),
    ("[[Un proche de Paul Renard]] a parlé.", "<Un proche de Paul Renard>"),
    ("[[L'entourage du ministre]] a démenti.", ""),
    ("[[Les ingénieurs de Ternova]] protestent.", "<Les ingénieurs de Ternova>"),
    ("[[Une porte-parole de Ternova]] a confirmé.", "<Une porte-parole de Ternova>"),
    ("[[La direction de Ternova]] a confirmé.", "<La direction de Ternova>"),
    # in court
    ("Le parquet a requis la prison contre Régis Malterre. Le procureur, Antonin Vasse, parle. [[Le prévenu]] a nié.",
     "Régis Malterre"),
    ("« Il a triché », a dit le procureur, Antonin Vasse. [[Le prévenu]], 61 ans, a tout nié.", ""),
    ("Le tribunal a condamné jeudi Benoît Arciz. La présidente, Hélène Vautr, parle. [[Le prévenu]] a nié.",
     "Benoît Arciz"),
    # what speaks for several
    ("[[L'équipe]] a suivi ces parcelles pendant sept ans.", "<L'équipe>"),
    ("[[La filière]] s'inquiète des retards.", "<La filière>"),
    # appositions
    ("[[Le PDG de Ternova, Luc Viard,]] a démenti.", "Luc Viard"),
    ("[[Le PDG de Ternova]], Luc Viard, a démenti.", "Luc Viard"),
    ("[[Luc Viard, patron de Ternova,]] a démenti.", "Luc Viard"),
    ("[[L'avocate de Luc Viard, Zoé Marsan,]] a démenti.", "Zoé Marsan"),
    ("[[L'avocate Jeanne Roe]] a plaidé.", "Jeanne Roe"),
    ("[[La maire (PS) de Lille Martine Aubier]] a voté contre.", "Martine Aubier"),
    ("[[Le ministre de l'Intérieur, Gérald Moulin,]] a nié.", "Gérald Moulin"),
    ("[[Son directeur Cyril Montaigu]] l'a répété.", "Cyril Montaigu"),
    ("Le club est déçu. [[Son président, Hervé Castel,]] redoute la suite.", "Hervé Castel"),
    ("[[Jeanne Roe, avocate de Luc Viard,]] a parlé.", "Jeanne Roe"),
    ("[[Le directeur financier, Paul Nygaard,]] calcule.", "Paul Nygaard"),
    ("[[Zoé Viard]], 61 ans, boulangère, soupire.", "Zoé Viard"),
    ("[[La directrice de l'institut de sondage Brújula, Candelaria Ochoa]], hésite.", "Candelaria Ochoa"),
    ("[[La présidente du jury, Mme Isabelle Roche,]] n'a rien dit.", "Isabelle Roche"),
    # roles that the article tells
    ("Luc Viard, PDG de Ternova, est venu. Plus tard, [[le PDG de Ternova]] a souri.", "Luc Viard"),
    ("Cyril Montaigu, directeur de l'hôpital, attend. « Non », tranche [[le directeur]].", "Cyril Montaigu"),
    ("La ministre de la Santé, Hélène Faucon, écoute. « Oui », répond [[la ministre]].", "Hélène Faucon"),
    ("Le maire, Jean Tisser, enrage. « Cherchez l'erreur », s'agace [[l'élu]].", "Jean Tisser"),
    ("Luc Viard, patron de Ternova, et Zoé Marsan, patronne d'Alcade, se parlent. [[La patronne]] rit.", "Zoé Marsan"),
    ("Luc Viard, avocat, et Paul Renard, avocat, plaident. [[L'avocat]] rit.", ""),
    ("Luc Viard, PDG de Ternova, se tait. [[Le PDG d'Alcade]] parle.", "<Le PDG d'Alcade>"),
    ("Paul Renard, maire de Lure, se tait. [[Le maire de Vesoul]] parle.", "<Le maire de Vesoul>"),
    ("[[Le porte-parole du gouvernement]] a parlé.", "<Le porte-parole du gouvernement>"),
    ("Me Éloi Santer défend la famille. [[L'avocat]] demande la relaxe.", "Éloi Santer"),
    ("Le ministre Paul Renard et la ministre Zoé Viard se parlent. [[Le ministre]] sourit.", "Paul Renard"),
    ("Le président Luc Viard est là. [[Le président turc]] parle.", "<Le président turc>"),
    ("Le président turc, Emre Kaya, et le président Luc Viard sont là. [[Le président turc]] parle.", "Emre Kaya"),
    ("Le Dr Schirv, qui est une femme, est là. « Oui », dit [[le docteur]].", "Dr Schirv"),
    ("Le Dr Schirv et le docteur Zoé Viard, médecin à Lure, sont là. « Oui », dit [[le docteur]].", ""),
    ("Nadir El-Khal, président du club, est là. [[NEK]] parle.", "Nadir El-Khal"),
    ("« Oui », a dit à l'AFP [[Zoé Marsan]].", "Zoé Marsan"),
    # epithets
    ("Ruben Falk a racheté le réseau. [[Le milliardaire]] veut le vendre.", "Ruben Falk"),
    ("Ruben Falk et Paul Renard se parlent. [[Le milliardaire]] sourit.", ""),
    ("Zoé Viard court depuis dix ans. [[La jeune femme]] a gagné.", "Zoé Viard"),
    ("Zoé Viard et Paul Renard courent. [[Le trentenaire]] a gagné.", "Paul Renard"),
    ("Iris Le Goff a coupé la ligne. [[La Bretonne]] jure qu'elle repartira.", "Iris Le Goff"),
    ("Ternova SA a perdu de l'argent. [[L'entreprise]] annonce un plan.", "Ternova SA"),
    ("Ternova SA et Alcade SA fusionnent. [[L'entreprise]] annonce un plan.", ""),
    ("La Fédération des chasseurs proteste. [[La fédération]] demande un délai.", "Fédération des chasseurs"),
    ("Le groupe Ternova recule. [[Le groupe]] prévoit un plan.", "Ternova"),
    ("[[Le milliardaire]] est arrivé.", ""),
    # pronouns
    ("Luc Viard est arrivé. « Non », a-t-[[il]] dit.", "Luc Viard"),
    ("Zoé Viard et Luc Petit sont là. « Non », a-t-[[elle]] dit.", "Zoé Viard"),
    ("Zoé Viard est là. « Non », a-t-[[il]] dit.", ""),
    ("Luc Viard a critiqué Paul Renard. « C'est faux », ajoute-t-[[il]].", "Luc Viard"),
    ("« Non », a déclaré Luc Viard à Paul Renard. « Jamais », a-t-[[il]] ajouté.", "Luc Viard"),
    ("Luc Viard et Paul Renard sont là. « Non », a-t-[[il]] dit.", ""),
    ("Paul Renard a répondu à Luc Viard. [[Ce dernier]] a souri.", "Luc Viard"),
    ("Zoé Viard a répondu à Luc Viard. [[Cette dernière]] a souri.", "Zoé Viard"),
    ("La Fédération des chasseurs proteste. [[Elle]] a demandé un délai.", "Fédération des chasseurs"),
    ("Une voisine a tout vu. « Il criait », raconte-t-[[elle]].", "<Une voisine>"),
    ("Selon Luc Viard, c'est fini. D'après [[lui]], rien ne presse.", "Luc Viard"),
    ("Luc Viard parle.\n« Non. »\n« Jamais », dit-[[il]].", "Luc Viard"),
    ("Les Nations unies ont voté. [[Elles]] ont condamné l'attaque.", "Nations unies"),
    ("Un consultant a signé l'audit de Ternova. « Rien n'a changé », souffle-t-[[il]].", "<Un consultant>"),
    # nobody
    ("[[On]] a dit que Luc Viard partait.", ""),
    ("[[Certains]] disent que Luc Viard part.", ""),
    ("Luc Viard part. [[Personne]] ne le dit.", ""),
    ("[[Une habitante du quartier]] a protesté.", "<Une habitante du quartier>"),
    ("[[Plusieurs élus]] ont protesté.", "<Plusieurs élus>"),
    ("[[Un retraité qui passait]] a protesté.", "<Un retraité>"),
    ("[[Je]] pense à Luc Viard.", ""),
    ("« Paul Renard ment », dit Luc Viard. « Il ment », répète-t-[[il]].", "Luc Viard"),
    ("Selon [[le rapport]], tout va mal.", "<le rapport>"),
    ("[[La préfecture]] en a dénombré 410.", "<La préfecture>"),
    ("[[Luc Viard et Zoé Marsan]] ont démenti.", "<Luc Viard et Zoé Marsan>"),
]  # fmt: skip
ENGLISH = [
    # presented beside a noun, and taken up
    ("Carrie Whitlo left. Nordhav's chief executive, Mette Skov, denied that any plant would shut. [[She]] said no.",
     "Mette Skov"),
    ("Thandeka Mokoe left. [[Dr Mokoe]] said no. The director is Pieter Mokoe.", "Thandeka Mokoe"),
    ("CARSON CITY, Dec. 7 — The bill passed. Todd Brann said that [[the city]] should pay.", "<the city>"),
    ("Demand rose in the United States. Jane Roe said that [[the state]] had too many plants.", "<the state>"),
    ("Callum Vance rowed. Their cox, Delia Hartigg, admitted it. “I sang,” [[she]] joked.", "Delia Hartigg"),
    ("Naomi Bright spoke. One of the tenants, a nurse named Folasade Orr, wept. [[She]] said no.", "Folasade Orr"),
    ("The Corran Opera closed. It cost too much, according to [[the musicians' union]].", "<the musicians' union>"),
    ("The prosecutor, Jane Roe, spoke. [[The defendant]] said no.", ""),
    ("Paul Reed denies 17 counts. The prosecutor, Carl Moss, spoke. [[The defendant]] said no.", "Paul Reed"),
    # names
    ("[[Ruben Falk]] denied it.", "Ruben Falk"),
    ("Ruben Falk wrote. Later [[Falk]] denied it.", "Ruben Falk"),
    ("Sir Desmond Ayl spoke. [[Sir Desmond Ayl]] said no.", "Desmond Ayl"),
    ("The Food and Drug Administration (FDA) met. [[The FDA]] said so.", "Food and Drug Administration"),
    ("[[Nepal's Department of Hydrology]] said so.", "Department of Hydrology"),
    ("[[The Irish Property Owners' Guild]] said no.", "Irish Property Owners' Guild"),
    ("[[The Environment Agency]] opened an inquiry.", "Environment Agency"),
    ("[[Dr. Alan Teague of Purdue University]] told jurors.", "Alan Teague"),
    ("Judge Harriet Moul ruled. [[Moul]] wrote that the law was clear.", "Harriet Moul"),
    # heads of their own
    ("Ruben Falk was silent. [[Lawyers for Ruben Falk]] denied it.", "<Lawyers for Ruben Falk>"),
    ("[[Ruben Falk's lawyers]] denied it.", "<Ruben Falk's lawyers>"),
    ("[[A spokesman for Microsoft]] said no.", "<A spokesman for Microsoft>"),
    ("[[A Microsoft spokesman]] said no.", "<A Microsoft spokesman>"),
    ("[[Microsoft executives]] said no.", "<Microsoft executives>"),
    ("[[A friend of Paul Reed]] said no.", "<A friend of Paul Reed>"),
    ("[[Island residents]], who sued, say no.", "<Island residents>"),
    # appositions
    ("[[Paul Reed's lawyer, Jane Doe,]] said no.", "Jane Doe"),
    ("[[Paul Reed's lawyer]], Jane Doe, said no.", "Jane Doe"),
    ("[[Jane Roe, a lawyer for Paul Reed,]] said no.", "Jane Roe"),
    ("[[lawyer Jane Roe]] said no.", "Jane Roe"),
    ("The Dutch minister, Pieter Vos, came. [[The Dutch minister]] said no.", "Pieter Vos"),
    ("[[The Lagos-based charity Action Lure]] said no.", "Action Lure"),
    ("Marie Patt, an oceanographer, came. [[Oceanographer Patt]] said no.", "Marie Patt"),
    ("[[Larkfield attorney Brent Fallow]] urged them.", "Brent Fallow"),
    ("[[Jury foreman Curtis Yoon]] said so.", "Curtis Yoon"),
    ("[[Copper Lane partner Dev Raghu]] replied.", "Dev Raghu"),
    ("[[Tesla CEO Robyn Denholm]] said no.", "Robyn Denholm"),
    ("[[The mayor of Lille, Martine Aubier,]] said no.", "Martine Aubier"),
    ("[[The governor, Democrat Lorna Tibbs,]] said no.", "Lorna Tibbs"),
    ("[[Her deputy, Lib Dem Gareth Foyle,]] was less sure.", "Gareth Foyle"),
    ("[[Its expert, Dr. Alan Teague of Purdue University]], told jurors.", "Alan Teague"),
    ("[[retired postman Alf Bunce]] disagreed.", "Alf Bunce"),
    ("[[Council leader Maureen Pick]] hit back.", "Maureen Pick"),
    ("[[Wendell Prout]], a spokesman for the port, declined.", "Wendell Prout"),
    ("[[The company's research chief, Matthias Ruck,]] said so.", "Matthias Ruck"),
    ("“No,” said Bronwen Ash, [[a health economist at the University of York]].", "Bronwen Ash"),
    # roles that the article tells
    ("Tim Cook, chief executive of Apple, came. Later [[the Apple chief executive]] smiled.", "Tim Cook"),
    ("Jane Roe, a lawyer for Paul Reed, wept. [[The lawyer]] left.", "Jane Roe"),
    ("Mayor Bill Tranter rose. [[The mayor]] said no.", "Bill Tranter"),
    ("Ann Lee, mayor of Lure, and Bill Poe, mayor of Bath, met. [[The mayor]] said no.", ""),
    ("Ann Lee, mayor of Lure, and Bill Poe, mayor of Bath, met. [[The mayor of Bath]] said no.", "Bill Poe"),
    ("Ann Lee, mayor of Lure, came. [[The mayor of Bath]] said no.", "<The mayor of Bath>"),
    ("The chief executive, Tobias Lind, came. [[The chief executive]] said no.", "Tobias Lind"),
    # epithets
    ("Ruben Falk bought it. [[The billionaire]] wants to sell it.", "Ruben Falk"),
    ("Ruben Falk met Jeff Bezos. [[The billionaire]] said no.", ""),
    ("Ridgewell Partners lost. [[The company]] said it would appeal.", "Ridgewell Partners"),
    ("Ridgewell Partners and Halden Inc. lost. [[The company]] said it would appeal.", ""),
    ("The Casco Port Authority lost. [[The authority]] said it would appeal.", "Casco Port Authority"),
    ("Barry Olsen, 61, fries fish. [[The dad of three]] said no.", "Barry Olsen"),
    ("The Forest Data Institute counts trees. [[The institute]] said they shrink.", "Forest Data Institute"),
    ("Anna Petrov and Paul Reed met. [[The woman]] smiled.", "Anna Petrov"),
    # pronouns
    ("Paul Reed came. “No,” [[he]] said.", "Paul Reed"),
    ("Anna Petrov met Paul Reed. “No,” [[she]] said.", "Anna Petrov"),
    ("Anna Petrov met Paul Reed. “No,” [[he]] said.", "Paul Reed"),
    ("Anna Petrov came. “No,” [[he]] said.", ""),
    ("Paul Reed attacked Mark Hill. “It is false,” [[he]] said.", "Paul Reed"),
    ("“No,” Paul Reed told Mark Hill. “Never,” [[he]] added.", "Paul Reed"),
    ("Paul Reed and Mark Hill came. “No,” [[he]] said.", ""),
    ("Paul Reed answered Mark Hill. [[The latter]] smiled.", "Mark Hill"),
    ("A neighbour saw it. “He shouted,” [[she]] said.", "<A neighbour>"),
    ("Paul Reed came.\n“No.”\n“Never,” [[he]] said.", "Paul Reed"),
    ("Severn Water Inc. was fined. [[It]] said it would appeal.", "Severn Water Inc."),
    ("Severn Water Inc. was fined. “No,” [[she]] said.", ""),
    ("Many, like yak herder Lhakpa Tenj, won't leave. “I have 19 left,” [[he]] said.", "Lhakpa Tenj"),
    ("The Pruitts sued. “We won,” [[they]] said.", "Pruitts"),
    # nobody
    ("[[People]] say that Paul Reed left.", ""),
    ("Paul Reed left. [[Many]] said so.", ""),
    ("[[One analyst]] said Paul Reed left.", "<One analyst>"),
    ("[[Another juror]], who asked not to be named, agreed.", "<Another juror>"),
    ("[[A state official familiar with the talks]], who declined to be named, agreed.",
     "<A state official familiar with the talks>"),
    ("[[I]] saw Paul Reed.", ""),
    ("According to [[court filings]], he left.", "<court filings>"),
    ("The Department of Water paid. [[The ministry]] said no.", "<The ministry>"),
    ("[[Documents reviewed by Ternova]] show it.", "<Documents reviewed by Ternova>"),
    ("[[The police]] said Paul Reed left.", "<The police>"),
    ("“Mark Hill lies,” Paul Reed said. “He lies,” [[he]] repeated.", "Paul Reed"),
    ("[[Paul Reed and Mark Hill]] said no.", "<Paul Reed and Mark Hill>"),
]  # fmt: skip


def resolved(marked: str, language: str) -> str:
    """What the phrase in brackets is resolved to, as the tables write it."""
    before, rest = marked.split("[[")
    phrase, after = rest.split("]]")
    people = scene(Article(before + phrase + after), "a", language=language).people
    found = people.resolve(Span(len(before), len(before) + len(phrase)))
    if found is None:
        return ""
    return found.name if found.named else f"<{found.name}>"


@pytest.mark.parametrize(("marked", "name"), FRENCH)
def test_french_phrases(marked: str, name: str) -> None:
    """A French phrase stands for the one party that fits, for somebody without a name, or for nobody."""
    assert resolved(marked, "fr") == name


@pytest.mark.parametrize(("marked", "name"), ENGLISH)
def test_english_phrases(marked: str, name: str) -> None:
    """An English phrase stands for the one party that fits, for somebody without a name, or for nobody."""
    assert resolved(marked, "en") == name


def test_a_name_under_a_post_is_a_party_of_the_article() -> None:
    """The line under a post tells nothing itself, but its name is that of the article."""
    text = (
        "Le débat continue. Tom Delvign a publié un message.\nEncore un port fermé, encore un.\n— Tom Delvign (@delv)"
    )
    people = scene(Article(text), "a", language="fr").people
    at = text.rindex("Tom Delvign")

    found = people.resolve(Span(at, at + len("Tom Delvign")))

    assert found is not None
    assert found.name == "Tom Delvign"


def test_a_phrase_of_marks_is_nobody() -> None:
    """Nothing can be told of punctuation or of a stretch within a quotation."""
    text = "« Nous partons tous demain matin », dit Luc Viard."
    people = scene(Article(text), "a", language="fr").people

    assert people.resolve(Span(0, 2)) is None
    assert people.resolve(Span(0, 33)) is None
