"""Percents in articles: their values, bounds and ranges, and points of percentage."""

from __future__ import annotations

import pytest

from quiz.article import Article
from quiz.derive.extractors.percents import percents
from quiz.derive.scene import scene

#: language, sentence, its percents: "words = value unit", then the bound in brackets.
TABLE = """
fr | Le trafic a reculé de 7,4% en 2023. | 7,4% = 7.4 %
fr | Le chômage touche 12 % des actifs. | 12 % = 12 %
fr | Les ventes ont bondi de 35 pour cent. | 35 pour cent = 35 %
fr | Douze pour cent des lits ont fermé. | Douze pour cent = 12 %
fr | Plus de 60 % des salariés ont voté. | 60 % = 60 % [above]
fr | Moins de 5 % des foyers sont équipés. | 5 % = 5 % [below]
fr | Au moins 80 % des élèves ont réussi. | 80 % = 80 % [at-least]
fr | L'amende peut atteindre jusqu'à 4 % du chiffre d'affaires. | 4 % = 4 % [at-most]
fr | Près de 50 % des votants se sont abstenus. | 50 % = 50 % [about]
fr | La hausse sera de 3 à 4 % cette année. | 3 à 4 % = 3-4 %
fr | La croissance devrait se situer entre 0 et 2 %. | entre 0 et 2 % = 0-2 %
fr | Le taux passe de 3 à 4 %. | 3 = 3 % ; 4 % = 4 %
fr | Le taux est tombé de 8,1 % à 7,5 %. | 8,1 % = 8.1 % ; 7,5 % = 7.5 %
fr | La cote recule de 2 points de pourcentage. | 2 points de pourcentage = 2 pp
fr | Elle perd 3 points, à 34 %. | 3 points = 3 pp ; 34 % = 34 %
fr | L'équipe a marqué 3 points. |
en | The state bought a near-13% stake. | 13% = 13 %
fr | Il gagne un point par victoire. |
fr | Le déficit s'établit à -0,5 % du PIB. | -0,5 % = -0.5 %
fr | Les prix ont varié de +3,2 % en un an. | +3,2 % = 3.2 %
fr | Le bassin est plein à 95 %, et l'autre à 40 %. | 95 % = 95 % ; 40 % = 40 %
fr | Un tiers des habitants sont partis. |
fr | Deux habitants sur trois sont partis. |
fr | Le vin titre 13° et coûte 8 euros. |
fr | Elle a 100 raisons de rire. |
fr | Le dépassement excède 20 % du devis. | 20 % = 20 % [above]
fr | Cent pour cent des boulons ont été vérifiés. | Cent pour cent = 100 %
fr | Le remboursement est limité à 30 %. | 30 % = 30 %
fr | Environ 0,3 % des doses sont perdues. | 0,3 % = 0.3 % [about]
fr | Le quart des 40 % restants a fondu. | 40 % = 40 %
en | Rubbish had gone up by 40 per cent since 2021. | 40 per cent = 40 %
en | Sales rose 12 percent in May. | 12 percent = 12 %
en | Fares would have risen 8% this summer. | 8% = 8 %
en | Twelve per cent of voters stayed home. | Twelve per cent = 12 %
en | A 12-percent rise was agreed. | 12-percent = 12 %
en | More than 60% of nurses walked out. | 60% = 60 % [above]
en | Up to 10 per cent of turnover is at stake. | 10 per cent = 10 % [at-most]
en | At least 5% of stock was lost. | 5% = 5 % [at-least]
en | Fewer than 3% replied. | 3% = 3 % [below]
en | About 55% of the fleet is idle. | 55% = 55 % [about]
en | Inflation went from 5% to 6.5%. | 5% = 5 % ; 6.5% = 6.5 %
en | It climbed from 3 to 4 percent. | 3 = 3 % ; 4 percent = 4 %
en | Analysts expect growth of 5-10%. | 5-10% = 5-10 %
en | Growth of between 2 and 3 percent is likely. | between 2 and 3 percent = 2-3 %
en | The gap narrowed by 2 percentage points. | 2 percentage points = 2 pp
en | Support fell 4 points to 31%. | 4 points = 4 pp ; 31% = 31 %
en | They won by 4 points. |
en | Two-thirds of members agreed. |
en | One in three pupils is hungry. |
en | Half a percent was shaved off. | Half a percent = 0.5 %
en | It was 2.5 times larger. |
en | Shares slid 3.2% to $41.20. | 3.2% = 3.2 %
en | The tax is 20% and the levy 1.5%. | 20% = 20 % ; 1.5% = 1.5 %
en | The stake exceeds 51%. | 51% = 51 % [above]
en | A hundred people came. |
en | The rate of 0% ended in June. | 0% = 0 %
fr | Le CAC 40 a cédé 0,8 % à 7 214,13 points. | 0,8 % = 0.8 %
en | The Dow fell 312.14 points, or 0.9%. | 0.9% = 0.9 %
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
def test_percents_are_found(language, text, wanted):
    """A percent is found with its bound and range; points count where percents are spoken of."""
    stage = scene(Article(text), "a", language=language)

    assert [told(one) for one in percents(stage)] == wanted
