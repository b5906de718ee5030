"""Durations in articles: told from ages, clock times, days counted from today, and idioms."""

from __future__ import annotations

import pytest

from quiz.article import Article
from quiz.derive.extractors.durations import durations
from quiz.derive.scene import scene

#: language, sentence, its durations: "words = ISO", then the bound in brackets.
TABLE = """
fr | Il a été condamné à 6 mois de prison avec sursis. | 6 mois = P6M
fr | La grève dure depuis 18 mois. | 18 mois = P18M
fr | Une peine de cinq ans a été requise. | cinq ans = P5Y
fr | Le chantier s'étalera sur au moins six semaines. | six semaines = P6W [at-least]
fr | L'étude a duré dix-huit mois. | dix-huit mois = P18M
fr | Le contrat court sur quatre à cinq ans. | quatre à cinq ans = P4Y-P5Y
fr | Elle a mis 91 jours, 4 heures et 12 minutes. | 91 jours, 4 heures et 12 minutes = P91DT4H12M
fr | Après onze heures de débat, le texte est passé. | onze heures = PT11H
fr | Une panne de 38 heures a suivi. | 38 heures = PT38H
fr | Pendant un an et demi, rien n'a bougé. | un an et demi = P1Y6M
fr | Le moratoire de trois ans a été levé. | trois ans = P3Y
fr | Un bail de 99 ans a été signé. | 99 ans = P99Y
fr | Une grève de 24 heures est annoncée. | 24 heures = PT24H
fr | Plus de deux semaines ont passé. | deux semaines = P2W [above]
fr | Il s'est écoulé moins de 48 heures. | 48 heures = PT48H [below]
fr | Une quinzaine de jours suffiront. | Une quinzaine de jours = P15D [about]
fr | La garde à vue peut durer jusqu'à quatre jours. | quatre jours = P4D [at-most]
fr | Claire Morel, 34 ans, dirige l'usine. |
fr | Claire Morel (34 ans) dirige l'usine. |
fr | Un homme de 52 ans a été arrêté. |
fr | La Lilloise, âgée de 33 ans, a gagné. |
fr | Elle a quitté l'école à 16 ans. |
fr | Les moins de 25 ans votent peu. |
fr | Une adolescente de 15 ans a témoigné. |
fr | Le Bordelais de 41 ans prend la tête. |
fr | La navigatrice de 33 ans a coupé la ligne. |
fr | Il est parti il y a deux ans. |
fr | Elle est morte il y a plus de trois semaines. |
fr | La séance reprendra dans trois jours. |
fr | La réunion débute à 15 heures. |
fr | Le train part à 12h30. |
fr | Vers 8 heures, la foule grossit. |
fr | Elle gagne 11 euros de l'heure. |
fr | Une année de transition s'annonce. |
fr | Un jour, il comprendra. |
fr | Le journal 20 Minutes l'a révélé. |
fr | Il paie 30 euros par mois. |
fr | Trois mois plus tard, il cédait. | Trois mois = P3M
fr | Il a tenu dix ans à la tête du club. | dix ans = P10Y
fr | Le délai de 30 jours est passé. | 30 jours = P30D
fr | Les deux ans de travaux s'achèvent. | deux ans = P2Y
en | A six-month pause was agreed. | six-month = P6M
en | She was sentenced to three years and four months in prison. | three years and four months = P3Y4M
en | He has been frying for 38 years. | 38 years = P38Y
en | They risk losing the pitch for 12 months. | 12 months = P12M
en | Work should last 10 weeks. | 10 weeks = P10W
en | The vote came after six hours of testimony. | six hours = PT6H
en | A nine-day trial ended on Friday. | nine-day = P9D
en | It took less than four hours. | four hours = PT4H [below]
en | At least two weeks are needed. | two weeks = P2W [at-least]
en | Shipping takes 3–4 weeks. | 3–4 weeks = P3W-P4W
en | A ten-year deal was signed. | ten-year = P10Y
en | It lasted two and a half years. | two and a half years = P2Y6M
en | They finished the job in three weeks. | three weeks = P3W
en | A 34-year-old man was arrested. |
en | Ann Lee, 34 years old, won. |
en | The six-year-old was found safe. |
en | It closed two years ago. |
en | They will reopen in three weeks. |
en | She rides a year-round ferry. |
en | It leaves at five o’clock. |
en | It serves 4,700 year-round riders. |
en | He pays $12 a month. |
en | One day he will see. |
en | Rent is paid every month. |
en | The boy aged 12 years went home. |
en | Three months later he gave up. | Three months = P3M
en | The trial ran for 26 weeks. | 26 weeks = P26W
en | A sentence of 27 years was passed. | 27 years = P27Y
fr | L’article repousse l’âge de départ de 62 à 64 ans. |
fr | Ils y ont passé plus d'un mois, d'autres plus de dix ans. | un mois = P1M [above] ; dix ans = P10Y [above]
fr | Au bout d'un an, elle a écopé d'une peine d'un an. | un an = P1Y ; un an = P1Y
fr | En moins d'une heure, tout était dit. | une heure = PT1H [below]
fr | Les plus de 50 ans votent. |
fr | Un bébé d'un an dormait. |
fr | Un agent de conduite de 52 ans a témoigné. |
fr | Le rappel se fait vers 12 ans, parfois dès 3 ans. |
fr | Un mois et demi après, il revenait. | Un mois et demi = P1M15D
fr | Elle a passé onze heures à recoudre la voile. | onze heures = PT11H
fr | Il était 22 heures passées ; passé 22 heures, on ferme. |
en | She served a year in jail and taught for about a decade. | a year = P1Y ; a decade = P10Y [about]
en | It took more than an hour. | an hour = PT1H [above]
en | It closed about a year ago, for a year's rent. |
en | Wait for a minute. |
en | The rock is 3.2 billion years old. |
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
    return f"{fact.surface} = {fact.value}{'-' + fact.high if fact.high else ''}{bound}"


@pytest.mark.parametrize("published", ["", "2024-03-12"])
@pytest.mark.parametrize(("language", "text", "wanted"), rows(), ids=lambda value: str(value)[:40])
def test_durations_are_found(language, text, wanted, published):
    """A length of time is found in the unit in which it is written, whether the day of publication is known or not."""
    stage = scene(Article(text), "a", language=language, published=published)

    assert [told(one) for one in durations(stage)] == wanted
