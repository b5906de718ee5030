"""Dates in articles: which are found, the year that is not written, and what is told from the day of publication."""

# ruff: noqa: E501 - a row of the table stands on one line
from __future__ import annotations

import pytest

from quiz.article import Article
from quiz.derive.extractors.dates import dates
from quiz.derive.scene import scene

#: language, day of publication, sentence, the dates of it: "words = ISO", with ~ where the year is not written and @
#: where the whole day follows from the day of publication.
TABLE = """
fr | 2024-03-12 | Le conseil se réunira le 25 avril 2024 à Lyon. | 25 avril 2024 = 2024-04-25
fr | 2024-03-12 | Le conseil se réunira le 25 avril à Lyon. | 25 avril = 2024-04-25 ~
fr | 2024-03-12 | La grève a commencé le 26 décembre dans les dépôts. | 26 décembre = 2023-12-26 ~
fr | 2024-01-05 | Les travaux commenceront le 1er février. | 1er février = 2024-02-01 ~
fr | 2024-03-12 | Le musée a ouvert en novembre. | novembre = 2023-11 ~
fr | 2024-03-12 | Le musée ouvrira en novembre. | novembre = 2024-11 ~
fr | 2024-03-12 | L'ouverture est prévue en septembre prochain. | septembre prochain = 2024-09 @
fr | 2024-03-12 | Le rapport doit être rendu avant la mi-avril. | mi-avril = 2024-04 ~
fr | 2024-03-12 | Un accord avait été annoncé début mars. | début mars = 2024-03 ~
fr | 2024-03-12 | Le pont a fermé fin janvier. | fin janvier = 2024-01 ~
fr | 2024-03-12 | Née en 1957 à Roubaix, elle est morte en 2019. | 1957 = 1957 ; 2019 = 2019
fr | 2024-03-12 | Entre 2009 et 2018, il a détourné les fonds. | 2009 et 2018 = 2009/2018
fr | 2024-03-12 | Le plan court sur la période 2021-2027. | 2021-2027 = 2021/2027
fr | 2024-03-12 | Le festival aura lieu du 12 au 15 juin. | 12 au 15 juin = 2024-06-12/2024-06-15 ~
fr | 2024-03-12 | Les élections des 9 et 10 juin seront observées. | 9 = 2024-06-09 ~ ; 10 juin = 2024-06-10 ~
fr | 2024-03-12 | Le chantier durera du 3 mai au 20 septembre. | 3 mai = 2024-05-03 ~ ; 20 septembre = 2024-09-20 ~
fr | 2024-03-12 | Il a été réélu à l'automne 2022. | automne 2022 = 2022
fr | 2024-03-12 | Le chiffre du troisième trimestre 2023 est tombé. | troisième trimestre 2023 = 2023-07/2023-09
fr | 2024-03-12 | La ligne date des années 1990. | années 1990 = 1990/1999
fr | 2024-03-12 | Le moulin date du XIXe siècle. | XIXe siècle = 1801/1900
fr | 2024-03-12 | L'exercice clos le 30 juin a été mauvais. | 30 juin = 2023-06-30 ~
fr | 2024-03-12 | La réunion s'est tenue mardi à la préfecture. | mardi = 2024-03-12 @
fr | 2024-03-12 | Le préfet l'a annoncé vendredi. | vendredi = 2024-03-08 @
fr | 2024-03-12 | Une nouvelle séance aura lieu vendredi. | vendredi = 2024-03-15 @
fr | 2024-03-12 | Elle a dit qu'une séance aurait lieu jeudi. | jeudi = 2024-03-14 @
fr | 2024-03-12 | L'entrée sera gratuite le premier dimanche du mois. |
en | 2023-09-28 | Sonia Hall will be sentenced in November. | November = 2023-11 ~
en | 2023-09-28 | Sonia Hall was sentenced in November. | November = 2022-11 ~
en | 2023-09-28 | The deal should close by the end of June. | end of June = 2024-06 ~
en | 2023-09-28 | She said the road would open in February. | February = 2024-02 ~
en | 2023-02-21 | A meeting is to be held next Thursday, 2 March, at the hall. | 2 March = 2023-03-02 ~
en | 2023-02-21 | The hall is free on the last Friday of each month. |
fr | 2024-03-12 | Le train a déraillé hier soir. | hier = 2024-03-11 @
fr | 2024-03-12 | Avant-hier, la route était encore ouverte. | Avant-hier = 2024-03-10 @
fr | 2024-03-12 | La décision sera rendue demain. | demain = 2024-03-13 @
fr | 2024-03-12 | « Demain, tout ira mieux », promet-il. |
fr | 2024-03-12 | La boutique ouvre chaque mardi. |
fr | 2024-03-12 | Tous les lundis, le marché revient. |
fr | 2024-03-12 | Aujourd'hui, les jeunes lisent moins. |
fr | 2024-03-12 | Elle était arrivée il y a deux ans. |
fr | 2024-03-12 | Cette année, la récolte est maigre. |
fr | 2024-03-12 | Mardi 5 mars, la cour a tranché. | Mardi 5 mars = 2024-03-05 ~
fr | 2024-03-12 | Le 3 et non le 4 mai, disait-elle. | 4 mai = 2024-05-04 ~
fr | 2024-03-12 | Le décret a été publié le 07/02/2024. | 07/02/2024 = 2024-02-07
fr | 2024-03-12 | Il roule en Peugeot 2008 depuis l'été. |
fr | 2024-03-12 | Le village compte 1 850 habitants. |
fr | 2024-03-12 | Il a lu « 1984 » en prison. |
fr | 2024-03-12 | Mars est une planète froide. |
fr | 2024-03-12 | L'article 2023 du code a été abrogé. |
fr | 2024-03-12 | Elle s'est vendue 2 000 euros. |
fr | 2024-03-12 | La loi de 1905 reste en vigueur. | 1905 = 1905
fr | 2024-03-12 | 2023 a été une année noire. | 2023 = 2023
fr |  | Brévanne l'a annoncé le 12 mai. | 12 mai = --05-12 ~
fr |  | Le 19 avril 2023, la panne commence. Le 25 avril, tout est réparé. | 19 avril 2023 = 2023-04-19 ; 25 avril = 2023-04-25 ~
fr |  | Le 28 décembre 2022, il part. Le 3 janvier, il revient. | 28 décembre 2022 = 2022-12-28 ; 3 janvier = 2023-01-03 ~
fr |  | Le prix a doublé en 2022. Il a encore monté en mai. | 2022 = 2022 ; mai = --05 ~
fr |  | La réunion s'est tenue mardi. |
fr | 2023-09-02 | La rentrée 2023 fut calme. | 2023 = 2023
en | 2024-05-21 | The charge kicks in on 1 July. | 1 July = 2024-07-01 ~
en | 2024-05-21 | The charge kicks in on July 1st, 2025. | July 1st, 2025 = 2025-07-01
en | 2024-01-21 | The bridge closed on December 3. | December 3 = 2023-12-03 ~
en | 2024-05-21 | The mayor resigned in March. | March = 2024-03 ~
en | 2024-05-21 | The trial will open in March. | March = 2025-03 ~
en | 2024-05-21 | Reports continued as late as August. | August = 2023-08 ~
en | 2024-05-21 | A decision is expected by the end of November. | end of November = 2024-11 ~
en | 2024-05-21 | Revenue was flat in the year to 31 March. | 31 March = 2024-03-31 ~
en | 2023-11-08 | Turnover rose in the year to 31 March. | 31 March = 2023-03-31 ~
en | 2024-05-21 | Rubbish has gone up since 2021. | 2021 = 2021
en | 2024-05-21 | She spent 2017 in Los Angeles. | 2017 = 2017
en | 2024-05-21 | The mill opened in 1911 and closed in 1986. | 1911 = 1911 ; 1986 = 1986
en | 2024-05-21 | It was built between 1911 and 1914. | 1911 and 1914 = 1911/1914
en | 2024-05-21 | Units sold from March 4 through August 30, 2024 are covered. | March 4 = 2024-03-04 ; August 30, 2024 = 2024-08-30
en | 2024-05-21 | The fair runs May 3-5 on the green. | May 3-5 = 2024-05-03/2024-05-05 ~
en | 2024-05-21 | She has kept bees since the summer of 2021. | summer of 2021 = 2021
en | 2024-05-21 | Sales fell in Q3 2023. | Q3 2023 = 2023-07/2023-09
en | 2024-05-21 | He grew up in the 1970s. | 1970s = 1970/1979
en | 2024-05-21 | The council met on Monday. | Monday = 2024-05-20 @
en | 2024-05-21 | The council will meet on Thursday. | Thursday = 2024-05-23 @
en | 2024-05-21 | It was started on Friday by a pupil. | Friday = 2024-05-17 @
en | 2024-05-21 | The pipe burst last Friday. | last Friday = 2024-05-17 @
en | 2024-05-21 | He left yesterday without a word. | yesterday = 2024-05-20 @
en | 2024-05-21 | A 15-year-old Saturday girl began it. |
en | 2024-05-21 | Every Monday the van comes round. |
en | 2024-05-21 | They came to power two years ago. |
en | 2024-05-21 | They may march again, the union said. |
en | 2024-05-21 | Turner wrote “1984” in the margin. |
en | 2024-05-21 | It holds 1984 people at most. |
en | 2024-05-21 | She flew in a Boeing 737 to Dallas. |
en | 2024-05-21 | The next day’s paper said nothing. |
en | 2024-05-21 | The January storm tore the roof away. | January = 2024-01 ~
en |  | She was arrested on June 4, 2019. The trial began on September 9. | June 4, 2019 = 2019-06-04 ; September 9 = 2019-09-09 ~
en |  | It reopened on 12 May. | 12 May = --05-12 ~
fr | 2024-03-12 | Elle chantera les 23 et 27 mai. | 23 = 2024-05-23 ~ ; 27 mai = 2024-05-27 ~
fr | 2024-03-12 | Elle chantera le 23 et le 27 mai 2025. | 23 = 2025-05-23 ; 27 mai 2025 = 2025-05-27
fr | 2024-03-12 | Elle chantera les 3, 4 et 5 juin. | 3 = 2024-06-03 ~ ; 4 = 2024-06-04 ~ ; 5 juin = 2024-06-05 ~
fr | 2024-03-12 | Elle chantera vendredi 3 et samedi 4 mai. | vendredi 3 = 2024-05-03 ~ ; samedi 4 mai = 2024-05-04 ~
fr | 2024-03-12 | Elle chantera entre le 3 et le 7 juin. | 3 et le 7 juin = 2024-06-03/2024-06-07 ~
fr | 2024-03-12 | L'orage a éclaté dans la nuit du 22 au 23 février. | 22 au 23 février = 2024-02-22/2024-02-23 ~
fr | 2024-03-12 | Il a plu en mars et avril 2021. | mars = 2021-03 ; avril 2021 = 2021-04
fr | 2024-03-12 | Il a plu le 3 mars et le 8 juin 2019. | 3 mars = 2019-03-03 ; 8 juin 2019 = 2019-06-08
fr | 2024-03-12 | Le 28 décembre et le 3 janvier 2019, la mer a débordé. | 28 décembre = 2018-12-28 ; 3 janvier 2019 = 2019-01-03
fr | 2024-03-12 | Il a plu en 2011 et 2020, puis de 2021 à 2023. | 2011 = 2011 ; 2020 = 2020 ; 2021 à 2023 = 2021/2023
fr | 2024-03-12 | Elle joue avec 12 amis et le 25 mai elle part. | 25 mai = 2024-05-25 ~
fr | 2024-11-12 | Elle boite depuis le 12 février. | 12 février = 2024-02-12 ~
fr | 2024-11-12 | Le voleur a été arrêté le 8 février. | 8 février = 2024-02-08 ~
fr | 2024-11-12 | Le procès a été reporté au 8 février. | 8 février = 2025-02-08 ~
fr | 2024-03-15 | La maire a annoncé mardi que l'école fermera. | mardi = 2024-03-12 @
fr | 2024-03-15 | L'audience a été renvoyée à mardi. | mardi = 2024-03-19 @
fr | 2024-03-15 | Le mercredi, désormais, la piscine ferme plus tôt. |
fr | 2024-03-15 | Le guichet ouvre du lundi au vendredi. |
fr | 2024-03-15 | [12/03/2024 09:41:07] Brest (dépêche) La grue est tombée. |
en | 2024-03-12 | She will sing on Aug. 18 and 21. | Aug. 18 = 2024-08-18 ~ ; 21 = 2024-08-21 ~
en | 2024-03-12 | She sang on Aug. 18 and 21, 2021. | Aug. 18 = 2021-08-18 ; 21, 2021 = 2021-08-21
en | 2024-03-12 | She will sing on May 3, 5 and 9. | May 3 = 2024-05-03 ~ ; 5 = 2024-05-05 ~ ; 9 = 2024-05-09 ~
en | 2024-03-12 | She will sing on the 3rd and 5th of May. | 3rd = 2024-05-03 ~ ; 5th of May = 2024-05-05 ~
en | 2024-03-12 | On May 3 and 4 dancers will join her. | May 3 = 2024-05-03 ~
en | 2024-03-12 | Rain is due between Aug. 18 and 21. | Aug. 18 and 21 = 2024-08-18/2024-08-21 ~
en | 2024-12-30 | The boat went missing on March 8. | March 8 = 2024-03-08 ~
en | 2024-12-30 | The hearing was put off to March 8. | March 8 = 2025-03-08 ~
en | 2024-11-12 | She has been away since 12 February. | 12 February = 2024-02-12 ~
en | 2024-03-15 | The mayor said on Monday that the pier will close. | Monday = 2024-03-11 @
en | 2024-03-13 | He spoke ahead of a vote on Friday. | Friday = 2024-03-15 @
en | 2024-03-13 | He has run it since July of last year. | July = 2023-07 ~
fr | 2024-03-13 | Elle le dirige depuis juillet de l'an dernier. | juillet = 2023-07 ~
fr | 2024-03-13 | Le musée rouvrira en février de l'année prochaine. | février = 2025-02 ~
en | 2024-03-13 | It was a Monday like any other. |
en | 2024-09-10 | Trippers came over the August bank holiday. | August = 2024-08 ~
fr | 2024-01-20 | La vente ouvre mardi 6 février à 10 heures. | mardi 6 février = 2024-02-06 ~
"""


def rows() -> list[tuple[str, str, str, list[str]]]:
    """The rows of the table."""
    found = []
    for row in TABLE.strip().splitlines():
        language, published, text, wanted = (part.strip() for part in row.split("|"))
        found.append((language, published, text, [one.strip() for one in wanted.split(";") if one.strip()]))
    return found


@pytest.mark.parametrize(("language", "published", "text", "wanted"), rows(), ids=lambda value: str(value)[:40])
def test_dates_are_found_with_their_years(language, published, text, wanted):
    """A date is found with its words, its ISO text, and what had to be inferred."""
    stage = scene(Article(text), "a", language=language, published=published)

    found = [
        f"{one.surface} = {one.iso}{' ~' if one.implied else ''}{' @' if one.relative else ''}" for one in dates(stage)
    ]

    assert found == wanted
