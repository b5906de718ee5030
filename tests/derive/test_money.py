"""Money in articles: prices told from amounts, bounds, ranges, rates and currencies."""

# ruff: noqa: E501 - a row of the table stands on one line
from __future__ import annotations

import pytest

from quiz.article import Article
from quiz.derive.extractors.money import money
from quiz.derive.scene import scene

#: language, sentence, its sums: "kind words = currency value", then the bound in brackets and the rate after a slash.
TABLE = """
fr | Le billet coûte 12 euros. | price 12 euros = EUR 12
fr | L'abonnement passe à 8 dollars par mois. | price 8 dollars par mois = USD 8 /P1M
fr | Le litre à 1,85 € inquiète les chauffeurs. | price 1,85 € = EUR 1.85
fr | Les places sont vendues 45 euros. | price 45 euros = EUR 45
fr | L'injection est facturée 401,80 euros en pharmacie. | price 401,80 euros = EUR 401.8
fr | Un rapport facturé 48 k€ dort dans un tiroir. | price 48 k€ = EUR 48000
fr | Le loyer atteint 620 euros par mois. | price 620 euros par mois = EUR 620 /P1M
fr | Les données se revendent 30 dollars le dossier. | price 30 dollars = USD 30
fr | Les données se revendent entre 30 et 80 dollars le dossier. | price entre 30 et 80 dollars = USD 30-80
fr | Le mètre carré se négocie au prix de 4 000 euros. | price 4 000 euros = EUR 4000
fr | Comptez 29 € pièce pour la clé. | price 29 € = EUR 29
fr | La chambre est louée 62 euros la nuit. | price 62 euros la nuit = EUR 62 /night
fr | Le prix du vélo est tombé de 2 890 à 2 640 euros. | price 2 890 = EUR 2890 ; price 2 640 euros = EUR 2640
en | The bill has risen by £4 to £37. | price £4 = GBP 4 ; price £37 = GBP 37
en | It will raise its ticket price by 5 cents to 46 cents. | price 5 cents = USD 0.05 ; price 46 cents = USD 0.46
fr | Le chantier aura coûté 27,5 millions d'euros, soit 9 millions de plus que prévu. | amount 27,5 millions d'euros = EUR 27500000 ; amount 9 millions = EUR 9000000
en | Sales of $3 billion and costs of $2 billion beat the 4 million euros of last year. The dividend is 46 cents a share. | amount $3 billion = USD 3000000000 ; amount $2 billion = USD 2000000000 ; amount 4 million euros = EUR 4000000 ; price 46 cents a share = USD 0.46 /share
fr | Le tarif grimpe de 3,80 à 5 euros. | price 3,80 = EUR 3.8 ; price 5 euros = EUR 5
fr | Le forfait léger commence à 30 dollars par mois ; le complet démarre à 18 500 dollars par mois. | price 30 dollars par mois = USD 30 /P1M ; price 18 500 dollars par mois = USD 18500 /P1M
fr | Il a acheté le groupe à 54,20 dollars par action. | price 54,20 dollars par action = USD 54.2 /share
fr | À partir de 9,90 € par mois, la formule donne accès à tout. | price 9,90 € par mois = EUR 9.9 [at-least] /P1M
fr | Elle a écopé de 15 000 euros d'amende. | amount 15 000 euros = EUR 15000
fr | Le budget dépasse les 200 000 dollars. | amount 200 000 dollars = USD 200000 [above]
fr | La mesure coûtera plus de 1,2 milliard d'euros par an. | amount 1,2 milliard d'euros par an = EUR 1200000000 [above] /P1Y
fr | Le groupe a dégagé un bénéfice de 412 M€. | amount 412 M€ = EUR 412000000
fr | Son salaire est de 2 300 euros brut par mois. | amount 2 300 euros brut par mois = EUR 2300 /P1M
fr | Une prime unique de 3.000 euros sera versée. | amount 3.000 euros = EUR 3000
fr | Les dégâts sont estimés à près de 6 millions d'euros. | amount 6 millions d'euros = EUR 6000000 [about]
fr | Elle touchera au moins 500 euros d'aide. | amount 500 euros = EUR 500 [at-least]
fr | L'amende peut aller jusqu'à 20 millions d'euros. | amount 20 millions d'euros = EUR 20000000 [at-most]
fr | Moins de cent mille euros ont été récoltés. | amount cent mille euros = EUR 100000 [below]
fr | La rançon exigée, 4 millions d'euros, n'a pas été payée. | amount 4 millions d'euros = EUR 4000000
fr | Les pertes atteignent entre 2 et 3 milliards d'euros. | amount entre 2 et 3 milliards d'euros = EUR 2000000000-3000000000
fr | Chauffer le bassin coûtera 780.000 euros l'an prochain. | amount 780.000 euros = EUR 780000
fr | La dette atteint 3 000 milliards d'euros. | amount 3 000 milliards d'euros = EUR 3000000000000
fr | L'entreprise vaut 2,15 billions de dollars. | amount 2,15 billions de dollars = USD 2150000000000
fr | « Nous ne paierons pas un centime », jure le maire. |
fr | Il pèse 40 livres et mange pour deux. |
fr | Le pain est à 1,10 euro. | price 1,10 euro = EUR 1.1
fr | La ville lui a versé 350 000 euros. | amount 350 000 euros = EUR 350000
fr | Il a investi 12 M€ dans l'usine. | amount 12 M€ = EUR 12000000
fr | Le smic horaire passe à 11,65 euros. | amount 11,65 euros = EUR 11.65
fr | Le péage coûte 3 francs suisses. | price 3 francs suisses = CHF 3
fr | Les frais passent de 0 à 42 000 dollars en un mois. | price 0 = USD 0 ; price 42 000 dollars = USD 42000
en | A round-trip ticket costs $9.35 in winter and $14.50 in summer. | price $9.35 = USD 9.35 ; price $14.50 = USD 14.5
en | The service is priced at $12 a month. | price $12 a month = USD 12 /P1M
en | She sold the bike for £40. | price £40 = GBP 40
en | The council wants a £2 charge per portion. | price £2 = GBP 2
en | A pickled egg will stay at 90p. | price 90p = GBP 0.9
en | A mini box will jump from £4.50 to £6.50. | price £4.50 = GBP 4.5 ; price £6.50 = GBP 6.5
en | My $349 keyboard caught fire. | price $349 = USD 349
en | A cabin was €62 and had no heating. | price €62 = EUR 62
en | Average bills, now £412 a year, will rise. | price £412 a year = GBP 412 /P1Y
en | The lawyer charged $650 an hour. | price $650 an hour = USD 650 /PT1H
en | Petrol sells for $1.85 a litre. | price $1.85 a litre = USD 1.85 /litre
en | The firm was bought at $54.20 per share. | price $54.20 per share = USD 54.2 /share
en | It posted a loss of 44 cents per share. | amount 44 cents per share = USD 0.44 /share
en | Rents start at $1,900 a month. | price $1,900 a month = USD 1900 /P1M
en | Turnover was £1.9bn last year. | amount £1.9bn = GBP 1900000000
en | The jury awarded her more than $18.7 million. | amount $18.7 million = USD 18700000 [above]
en | She earns £14,200 a year in allowances. | amount £14,200 a year = GBP 14200 /P1Y
en | He faces a fine of up to £1,000. | amount £1,000 = GBP 1000 [at-most]
en | Damage exceeds $5m. | amount $5m = USD 5000000 [above]
en | They raised at least $9M in March. | amount $9M = USD 9000000 [at-least]
en | The startup is valued at nearly $3 billion. | amount $3 billion = USD 3000000000 [about]
en | Customers will get back £27m, about £11.70 per household. | amount £27m = GBP 27000000 ; amount £11.70 per household = GBP 11.7 [about] /household
en | Profit fell to $1.2bn (£950m). | amount $1.2bn = USD 1200000000 ; amount £950m = GBP 950000000
en | The prize is worth €80,000. | amount €80,000 = EUR 80000
en | Ottawa will spend C$4bn on ferries. | amount C$4bn = CAD 4000000000
en | It cost taxpayers between $2 million and $3 million. | amount between $2 million and $3 million = USD 2000000-3000000
en | I have 40 pounds of bacon coming. |
en | Every last penny would go on bins. |
en | Sales were $5bn a year ago. | amount $5bn = USD 5000000000
en | The award is a minimum of $500. | amount $500 = USD 500 [at-least]
en | The bond would raise 300m euros. | amount 300m euros = EUR 300000000
fr | L'État versera 5 millions d'euros et la Région 1,5 million. | amount 5 millions d'euros = EUR 5000000 ; amount 1,5 million = EUR 1500000
fr | La digue vaut 12 millions d'euros, dont 2 millions en sable. | amount 12 millions d'euros = EUR 12000000 ; amount 2 millions = EUR 2000000
fr | La digue a mangé 12 millions d'euros. Le budget s'élève à 31 millions. | amount 12 millions d'euros = EUR 12000000 ; amount 31 millions = EUR 31000000
fr | La digue a mangé 12 millions d'euros. Le coût final, « 80 à 100 millions au bas mot », effraie. | amount 12 millions d'euros = EUR 12000000 ; amount 80 à 100 millions = EUR 80000000-100000000
fr | Il a 2 millions d'euros de budget et vise un bateau à 7 ou 8 millions. | amount 2 millions d'euros = EUR 2000000 ; amount 7 ou 8 millions = EUR 7000000-8000000
fr | Le pays compte 31 millions d'habitants, dont 2 millions à Brimont ; il a emprunté 5 millions d'euros. | amount 5 millions d'euros = EUR 5000000
fr | Il a emprunté 5 millions d'euros. Les abonnés sont 3 millions. | amount 5 millions d'euros = EUR 5000000
fr | Le kilo se négocie 41 euros contre 18 en janvier. | price 41 euros = EUR 41 ; price 18 = EUR 18
fr | À Montréal, le trajet coûte 22 ¢ de plus. | price 22 ¢ = CAD 0.22
fr | Le pain vaut 48 francs. | amount 48 francs = CHF 48
fr | En 1987, le pain valait 4 francs. | amount 4 francs = FRF 4
fr | La France versera 41 millions de francs à la Suisse. | amount 41 millions de francs = CHF 41000000
fr | Son salaire est de 9500 pesos. | amount 9500 pesos =  9500
fr | À Bogota, son salaire est de 9500 pesos. | amount 9500 pesos = COP 9500
fr | Quatre cents euros pour une piqûre, c'est beaucoup. | price Quatre cents euros = EUR 400
en | It cost 200 million euros, of which 74 million came from lenders. | amount 200 million euros = EUR 200000000 ; amount 74 million = EUR 74000000
en | It earned $200 million, up from 74 million in a year. | amount $200 million = USD 200000000 ; amount 74 million = USD 74000000
en | The sack that cost $19 in June was going for 26. | price $19 = USD 19 ; price 26 = USD 26
en | It earned $9 million from 3 million users, up from 2 million. | amount $9 million = USD 9000000
en | The bridge cost £450,000. | amount £450,000 = GBP 450000
en | The house cost £450,000. | price £450,000 = GBP 450000
en | The broker cut its price target to $21. | amount $21 = USD 21
en | He faces a $51.000 fine. | amount $51.000 = USD 51000
en | Toronto fares rise by 22¢. | price 22¢ = CAD 0.22
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
    text = f"{fact.kind} {fact.surface} = {fact.currency} {fact.value}{'-' + fact.high if fact.high else ''}"
    text += f" [{fact.bound}]" if fact.bound != "exact" else ""
    return text + (f" /{fact.rate}" if fact.rate else "")


@pytest.mark.parametrize(("language", "text", "wanted"), rows(), ids=lambda value: str(value)[:40])
def test_money_is_found_with_its_kind(language, text, wanted):
    """A sum is found as a price or an amount, with currency, value, bound, range and rate."""
    stage = scene(Article(text), "a", language=language)

    assert [told(one) for one in money(stage)] == wanted


#: language, sentence, what its first sum is said of.
SUBJECTS = """
fr | La formule Atelier démarre à 18 500 dollars par mois. | La formule Atelier
fr | Le prix de l'abonnement passe à 8 dollars par mois. | Le prix de l'abonnement
fr | Une amende de 15 000 euros a été requise. | Une amende
fr | Le maire propose une prime unique de 3.000 euros. | une prime unique
fr | Elle a écopé de 15 000 euros d'amende. | amende
fr | Il a engrangé plus de 7 milliards d'euros de recettes fiscales locales en 2021. | recettes fiscales locales
fr | Le billet coûte 12 euros. | Le billet
fr | Le rapport d'audit est facturé à 48 k€. | Le rapport d'audit
fr | Ils ont reçu 300 euros chacun. |
fr | Il coûte 12 euros. |
en | A round-trip ticket costs $9.35. | A round-trip ticket
en | The price of a room rose to $120. | The price of a room
en | He faces a fine of up to £1,000. | a fine
en | They made $12bn in advertising revenue last year. | advertising revenue
en | The council wants a £2 charge per portion. | charge
en | It cost $5m. |
en | She got $300 from them. |
"""


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [[part.strip() for part in row.split("|")] for row in SUBJECTS.strip().splitlines()],
    ids=lambda value: str(value)[:40],
)
def test_what_a_sum_is_said_of(language, text, wanted):
    """The phrase that governs a sum is its subject; where it is not sure there is none."""
    fact = next(iter(money(scene(Article(text), "a", language=language))))

    assert fact.subject == wanted
    assert not fact.subject or text[slice(*fact.subject_at)] == fact.subject


#: language, sentence, who claims its first sum, and whether the article keeps its distance.
CLAIMS = """
fr | Selon Claire Morel, les pertes atteignent 3 millions d'euros. | Claire Morel |
fr | Les pertes atteignent 3 millions d'euros, d'après Claire Morel. | Claire Morel |
fr | Claire Morel a annoncé que le budget serait de 3 millions d'euros. | Claire Morel |
fr | « Le billet coûte 12 euros par jour », a déclaré Claire Morel. | Claire Morel |
fr | Le chantier aurait coûté 3 millions d'euros. | | hedged
fr | Le chantier a coûté 3 millions d'euros. | |
fr | Si elle était votée, la loi serait financée par 3 millions d'euros. | |
en | According to Claire Morel, losses reached $3m. | Claire Morel |
en | Claire Morel said that losses had reached $3m. | Claire Morel |
en | The firm reportedly lost $3m. | | hedged
en | The firm lost $3m. | |
"""


@pytest.mark.parametrize(
    ("language", "text", "who", "how"),
    [[part.strip() for part in row.split("|")] for row in CLAIMS.strip().splitlines()],
    ids=lambda value: str(value)[:40],
)
def test_whose_claim_a_sum_is(language, text, who, how):
    """A sum within what somebody says is theirs; the conditional of rumour and "reportedly" are marked."""
    fact = next(iter(money(scene(Article(text), "a", language=language))))

    assert (fact.attribution, fact.hedged) == (who, how == "hedged")


QUAYS = "\n".join(f"Le quai numéro {number} attend encore ses passagers du matin." for number in range(12))


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        (f"{QUAYS}\nÀ Québec, on attend aussi.\nLe laissez-passer coûte 86,50 $ par mois.", "CAD"),
        (f"{QUAYS}\nLe laissez-passer coûte 86,50 $ par mois.", "USD"),
    ],
    ids=["named and written so", "not named"],
)
def test_whose_dollars_french_canada_writes(text, currency):
    """In a long French article a Canadian place named once is enough where the sign stands behind the figure."""
    fact = next(iter(money(scene(Article(text), "a", language="fr"))))

    assert fact.currency == currency
