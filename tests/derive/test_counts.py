"""Counts in articles: numbers with the noun that they count, told from names, labels, ages, scores and years."""

# ruff: noqa: E501 - a row of the table stands on one line
from __future__ import annotations

import pytest

from quiz.article import Article
from quiz.derive.extractors.counts import counts
from quiz.derive.scene import scene

#: language, sentence, its counts: "words = value unit", then the bound in brackets.
TABLE = """
fr | L'usine va supprimer 1.500 emplois. | 1.500 emplois = 1500 emplois
fr | Plus de 17 500 articles universitaires en parlent. | 17 500 articles universitaires = 17500 articles [above]
fr | L'alerte a touché 12 millions de personnes. | 12 millions de personnes = 12000000 personnes
fr | Quelque 640 salariés se sont prononcés. | 640 salariés = 640 salariés [about]
fr | La compagnie déroute quatre porte-conteneurs vers Anvers. | quatre porte-conteneurs = 4 porte-conteneurs
fr | Dix-sept plaignants ont comparu. | Dix-sept plaignants = 17 plaignants
fr | Il manque 2 300 infirmières dans le pays. | 2 300 infirmières = 2300 infirmières
fr | Trois nouvelles écoles ouvriront. | Trois nouvelles écoles = 3 écoles
fr | Elle a vendu 58 000 exemplaires du livre. | 58 000 exemplaires = 58000 exemplaires
fr | Le groupe supprime 700 postes, dont 260 en France. | 700 postes = 700 postes ; 260 = 260 postes
fr | Près de 11.500 conteneurs sont bloqués, contre 3.200 en temps normal. | 11.500 conteneurs = 11500 conteneurs [about] ; 3.200 = 3200 conteneurs
fr | Entre 3.000 et 4.000 manifestants ont défilé. | Entre 3.000 et 4.000 manifestants = 3000-4000 manifestants
fr | Le maire a réuni 22 ingénieurs municipaux. | 22 ingénieurs municipaux = 22 ingénieurs
fr | La loi a été votée par 19 voix contre 14. | 19 voix = 19 voix ; 14 = 14 voix
fr | Le plus proche est à 23 kilomètres. | 23 kilomètres = 23 kilomètres
fr | Il faisait 40 °C à l'ombre. | 40 °C = 40 °C
fr | Un hectare emmagasine 212 tonnes de carbone, contre 154 pour une pessière. | 212 tonnes = 212 tonnes ; 154 = 154 tonnes
fr | Il a coupé 3 tonnes de bois. | 3 tonnes = 3 tonnes
fr | Un appartement de 45 m² brûle. | 45 m² = 45 m²
fr | Les deux hommes se sont revus. |
fr | L'un des trois a parlé. |
fr | GPT-4 dépasse les versions 1.1 et 2. |
fr | Le Covid-19 a tout changé. |
fr | L'article 49.3 a été utilisé. |
fr | Elle vole en Boeing 737. |
fr | Le G7 se réunit à Biarritz. |
fr | Lens l'emporte 3-1 à domicile. |
fr | Il habite 12, rue des Lilas. |
fr | Il habite 12 rue des Lilas. |
fr | Le 06 12 34 56 78 ne répond plus. |
fr | Le 23e arrondissement n'existe pas. |
fr | Une douzaine de curieux attendaient. |
fr | Une centaine de personnes ont défilé. |
fr | Claire, 34 ans, a gagné. |
fr | La séance commence à 20 heures. |
fr | Le site 20 Minutes l'annonce. |
fr | C'est trois fois moins que prévu. |
fr | Elle a relu la scène 44 fois avant l'aube. | 44 fois = 44 fois
fr | Page 12, le rapport accuse. |
fr | Le taux est de 3,5 %. |
fr | Il a versé 300 euros. |
fr | En 2023 naît un club. |
fr | Le numéro 10 a marqué. |
fr | Le code postal est 59000 Lille. |
fr | Une famille sur trois est partie. |
fr | Cinq personnes ont été blessées. | Cinq personnes = 5 personnes
fr | Elle a formé 120 apprentis et 35 tuteurs. | 120 apprentis = 120 apprentis ; 35 tuteurs = 35 tuteurs
fr | Ses 1 280 agents sont inquiets. | 1 280 agents = 1280 agents
fr | La salle accueille jusqu'à 900 spectateurs. | 900 spectateurs = 900 spectateurs [at-most]
fr | Moins de 200 signatures manquent. | 200 signatures = 200 signatures [below]
fr | Le parc compte 27 établissements de santé. | 27 établissements = 27 établissements
en | The firm will cut 1,500 jobs. | 1,500 jobs = 1500 jobs
en | It serves 2.3 million households in the west. | 2.3 million households = 2300000 households
en | More than 9,000 people have signed. | 9,000 people = 9000 people [above]
en | Volunteers counted 41 dead trout in a morning. | 41 dead trout = 41 trout
en | About 4,700 year-round ferry riders protested. | 4,700 year-round ferry riders = 4700 riders [about]
en | The hall will hold 64 condominiums and a hotel. | 64 condominiums = 64 condominiums
en | She has had five surgeries since. | five surgeries = 5 surgeries
en | Three police officers were hurt. | Three police officers = 3 officers
en | It hired 52 full-time employees. | 52 full-time employees = 52 employees
en | About 38,000 of the wireless boards were sold. | 38,000 of the wireless boards = 38000 boards [about]
en | At least 15 occasions are on record. | 15 occasions = 15 occasions [at-least]
en | Fewer than 200 seats are left. | 200 seats = 200 seats [below]
en | Up to 8 million people are affected, but only about 700,000 have been diagnosed. | 8 million people = 8000000 people [at-most] ; 700,000 = 700000 people [about]
en | The song was streamed 60 million times. | 60 million times = 60000000 times
en | Police arrested 12 women and 30 men. | 12 women = 12 women ; 30 men = 30 men
en | The fire killed 17 and closed the mall. |
en | It covers 3,500 square feet. | 3,500 square feet = 3500 square feet
en | It hit 94 °C inside. | 94 °C = 94 °C
en | The wreck lies 12 miles off shore. | 12 miles = 12 miles
en | Between 30 and 40 soldiers deserted. | Between 30 and 40 soldiers = 30-40 soldiers
en | One of the two men spoke. |
en | GPT-4 and Windows 11 were shown. |
en | She lives at 10 Downing Street. |
en | Take Route 66 to the coast. |
en | Arsenal won 3-1 on Sunday. |
en | Barry, 61, fries fish. |
en | A 34-year-old man was held. |
en | It ranked 23rd in the world. |
en | Dozens of people came. |
en | Two-thirds of voters agreed. |
en | Formula 1 returns to Spain. |
en | Call 07700 900 123 for tips. |
en | Section 230 shields the sites. |
en | The vote was at 12:40 a.m. on Friday. |
en | He paid 300 dollars. |
en | In 2019 the mill closed. |
en | Prices rose 5 percent. |
en | It was two times larger. |
en | The four-time champion lost. |
en | It is a 23-story tower. |
en | Chapter 11 protects the firm. |
en | Flight 370 was never found. |
fr | Quelque 20 000 foyers restaient sans courant à 18 h 30. | 20 000 foyers = 20000 foyers [about]
fr | Les 700 postes coûtent 5 millions d'euros, contre 3 millions avant. | 700 postes = 700 postes
fr | Une quarantaine de jeunes ont chanté. | Une quarantaine de jeunes = 40 jeunes [about]
fr | Entre 6000 marcheurs, selon la mairie, et 8000, selon eux, ont défilé. | 6000 marcheurs = 6000 marcheurs ; 8000 = 8000 marcheurs
fr | Il reste deux ou trois détails à voir. |
fr | La départementale 437 et la nationale 7 sont coupées. |
fr | Le bébé avance à quatre pattes. |
fr | Le câble a bougé d'un millimètre. |
fr | La citerne tient 600 mètres cubes. | 600 mètres cubes = 600 mètres cubes
fr | Trois Français et quatre Allemands ont fini. | Trois Français = 3 Français ; quatre Allemands = 4 Allemands
fr | Sept éleveurs sur dix vendent à perte. |
fr | Le concert « 2000 voix » affiche complet. |
en | The leak exposed 143 million U.S. consumers. | 143 million U.S. consumers = 143000000 consumers
en | Around 30 ships sailed. | 30 ships = 30 ships [about]
en | It drew on 1,284 adults in nine countries. | 1,284 adults = 1284 adults ; nine countries = 9 countries
en | It took two or three tries, or 11 or 12 calls. |
en | The boat carried three South Koreans and four Germans. | three South Koreans = 3 Koreans ; four Germans = 4 Germans
en | The Five Nations met at Three Mile Island. |
en | She slept in a gym with 140 others. | 140 others = 140 others
en | Three jets crashed. One went down with 239 on board. | Three jets = 3 jets
en | One user in five pays for it. |
en | It is 20 billion kilometres away. | 20 billion kilometres = 20000000000 kilometres
"""


def rows() -> list[tuple[str, str, list[str]]]:
    """The rows of the table."""
    found = []
    for row in TABLE.strip().splitlines():
        language, text, wanted = (part.strip() for part in row.split("|"))
        found.append((language, text, [one.strip() for one in wanted.split(";") if one.strip()]))
    return found


def told(fact) -> str:
    """A fact as the table has it."""
    bound = f" [{fact.bound}]" if fact.bound != "exact" else ""
    return f"{fact.surface} = {fact.value}{'-' + fact.high if fact.high else ''} {fact.unit}{bound}"


@pytest.mark.parametrize(("language", "text", "wanted"), rows(), ids=lambda value: str(value)[:40])
def test_counts_are_found_with_their_nouns(language, text, wanted):
    """A count is found with the noun that it counts; numbers that name, date, rank or time something are none."""
    stage = scene(Article(text), "a", language=language)

    assert [told(one) for one in counts(stage)] == wanted
