"""Whether money is a price, what one pays for one thing or one period, or an amount: told by the nearest word that
speaks of buying and hiring, or of income, fines and budgets.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from quiz.derive.values.place import CLAUSE_ENDS, Place
from quiz.language.money import Money
from quiz.language.tokens import bag

#: Beginnings of words that speak of a price.
_PRICE: Final = (
    "abonnement", "achet", "adhesion", "admission", "affich", "baril", "barrel", "billet", "bought", "buy", "chambre",
    "commercialis", "cost", "cotisation", "cout", "debours", "demarr", "entree", "factur", "fare", "fee", "forfait",
    "frais", "gallon", "kilo", "lease", "levy", "licen", "litre", "loue", "loyer", "membership", "moyennant", "negocie",
    "night", "nuit", "peage", "premium", "pric", "prix", "redevance", "refund", "rent", "retail", "sell", "sold",
    "subscription", "tarif", "tariff", "ticket", "toll", "tonne", "vend", "versions",
)  # fmt: skip
#: Whole words that speak of a price.
_PRICE_WORDS: Final = bag(
    """action actions share shares titre piece unite place places carte menu offer offers paie paient payer paye payes
    payez paying charge charges charged charging bill bills billed version option options room rooms trade trades traded
    trading closed cloture cotait cote coter propose proposes proposee proposees echange echangeait echangeaient copy
    copie exemplaire bottle bouteille portion handset"""
)
#: Words that begin like those of a price and speak of something else.
_NO_PRICE: Final = bag(
    """feel feels feet feed feeding feelings feeling person persons renting-out current parent fareham licenciement
    licenciements licencie licencies licenciee licenciees vendredi vendredis costume costumes costa tonnerre licensed
    costly prixtel entrees-la factor factors factory factories buyout buyouts buyer buyers vendee vendome nightmare
    retailer retailers"""
)
#: Beginnings of words that speak of amounts: what is earned, granted, lost, fined, invested.
_AMOUNT: Final = (
    "acqui", "allocation", "allowance", "amende", "aumone", "award", "benefi", "bonus", "budget", "buyout", "cagnotte",
    "chantier", "chiffr", "collect", "compens", "condamn", "contract", "contrat", "damage", "debt", "deficit", "degat",
    "depens", "dette", "detourn", "dommage", "donat", "earn", "econom", "embezz", "emprunt", "endow", "enveloppe",
    "estim", "exceden", "export", "financ", "fine", "fortune", "fraud", "fund", "gagn", "grant", "heritage", "impot",
    "income", "indemni", "inherit", "invest", "jackpot", "loan", "loss", "levee", "montant", "patrimoine", "payout",
    "penalt", "pension", "percev", "perte", "pledg", "prejudice", "primes", "prize", "profit", "provision", "rachat",
    "rachet", "rais", "rancon", "ransom", "recette", "recolt", "remuner", "revenu", "reward", "salair", "salar",
    "scholarship", "settle", "shortfall", "stipend", "subsid", "subvention", "surplus", "takeover", "transfer",
    "turnover", "valoris", "valu", "wage", "wealth", "sought", "spend",
)  # fmt: skip
#: Whole words that speak of amounts.
_AMOUNT_WORDS: Final = bag(
    """aid aide aides bail bid caution capital cash cheque credit credits deal don dons debloque debloques debourse
    fonds lost perd perdu perdus perdent leve lever leves net objectif paid package prime pret prets programme
    program project projet target targets sales savings saves saved somme sommes smic spent stole stolen sue sued tax
    taxes taxe total touche touchent verse verses versee verser versera vol relief dividend dividends dividende
    dividendes estate marche coffers treasury returned return verser"""
)
_NO_AMOUNT: Final = bag(
    """finest finesse benefits-de raison raisons raisin raisins final finale finales valley valleys fund-free economist
    economiste economistes economy economie collective collectif investigation investigations investigators raise-up
    finger lossless grantham financier chiffres-cles evaluer"""
)
#: Beginnings of nouns and verbs beside which a number in millions is money and nothing else.
_SUMS: Final = (
    "amende", "benefi", "budget", "debourse", "debt", "deficit", "dette", "dividend", "emprunt", "enveloppe",
    "excedent", "financ", "indemni", "invest", "montant", "profit", "recette", "revenu", "rancon", "salair", "subsid",
    "subvention", "turnover",
)  # fmt: skip
#: What shows that a thing is bought, or is one that people buy.
_BOUGHT: Final = (
    "achet", "appartement", "apartment", "bought", "buy", "car", "flat", "hous", "maison", "pric", "prix", "sell",
    "sold", "studio", "tarif", "vehicul", "vend", "villa", "voiture",
)  # fmt: skip
_COSTS: Final = ("cost", "cout", "prix", "price", "factur")
_SUM_WORDS: Final = bag("ca somme sommes amount")
#: Words of loss and gain: what is told of them by the share is no price.
_PER_SHARE: Final = ("loss", "lost", "perte", "earn", "profit", "benefi", "resultat")
#: Things by which a price is told; per person or household it may be anything.
_THINGS: Final = frozenset(
    {"share", "user", "unit", "litre", "barrel", "tonne", "kilogram", "ounce", "kilometre", "square-metre",
     "kilowatt-hour", "megawatt-hour", "night", "token", "seat", "subscriber", "vehicle"}
)  # fmt: skip
#: What is paid by the period where nothing else is said: up to so much by the minute, hour, day, week, month, year.
_PERIOD_PRICE: Final = {"PT1M": 100, "PT1H": 1000, "P1D": 1000, "P1W": 2000, "P1M": 3000, "P1Y": 1000}
#: Nobody pays as much for one thing of which a newspaper tells the price without saying so.
_DEAR: Final = 1_000_000
#: From here on what something "costs" is a budget, unless the thing is one that people buy.
_COSTLY: Final = 100_000
#: What *a $349 keyboard* and *it was €62* may cost.
_AFFORDABLE: Final = 10_000
_SMALL_CHANGE: Final = 1_000
_NEAR: Final = 4
_BACK, _ON = 12, 6
_IS: Final = bag("is are was were be est etait sera sont etaient")
#: In French the second of these is a country.
_PAYS: Final = bag("pay pays paying")
_DETERMINERS: Final = bag("a an the my your his her its our their this that each every another")


def is_price(place: Place, *, after_price: bool = False) -> bool:
    """Whether the money of a place is a price. `after_price`: the sum before it in the sentence was one."""
    money: Money = place.reading.value
    price = _nearest(place, _PRICE, _PRICE_WORDS, _NO_PRICE)
    amount = _nearest(place, _AMOUNT, _AMOUNT_WORDS, _NO_AMOUNT)
    if money.amount >= _DEAR:
        return price < amount and price <= _NEAR and _said_so(place)
    if money.rate == "share":
        return not any(word.startswith(_PER_SHARE) for word in place.before(_BACK))
    if money.rate in _THINGS or _per_piece(place):
        return not (amount <= _NEAR and amount < price)
    if money.rate in _PERIOD_PRICE:
        return price < amount or (amount > _BACK and money.amount <= _PERIOD_PRICE[money.rate])
    if money.rate:
        return price <= _NEAR and price < amount
    if money.amount >= _COSTLY and price < amount and not money.rate and _only_costs(place):
        return False
    if price != amount:
        return price < amount
    if _for_one(place) and money.amount < _AFFORDABLE:
        return True
    if after_price or (_with_cents(money.amount, place) and money.amount < _SMALL_CHANGE):
        return True
    before = place.word(place.first - 1)
    if before in _PAYS and place.passage.language == "en" and money.amount < _AFFORDABLE * 10:
        return True
    return _attributive(place, money) or (before in _IS and money.amount < _AFFORDABLE)


def _only_costs(place: Place) -> bool:
    """Whether nothing but a verb of costing speaks of a price, and of nothing that people buy for themselves."""
    words = (*place.before(_BACK), *place.after(_ON))
    bought = any(word.startswith(_BOUGHT) and word not in _NO_PRICE for word in words)
    return not bought and any(word.startswith(("cost", "cout")) for word in words)


def _for_one(place: Place) -> bool:
    """Whether one thing for the sum follows: *400 euros pour une piqûre*, *$40 for a seat*."""
    after = place.after(2)
    return after[:1] in (["pour"], ["for"]) and after[1:] in (["un"], ["une"], ["a"], ["an"], ["one"], ["each"])


def speaks_of_money(place: Place) -> bool:
    """Whether a word of the same clause speaks of what is paid, owed or earned: what is in millions is then a sum."""
    return min(_nearest(place, _SUMS, _SUM_WORDS, _NO_AMOUNT), _nearest(place, _COSTS, _SUM_WORDS, _NO_PRICE)) <= _BACK


def _said_so(place: Place) -> bool:
    """Whether a great sum is called a price in so many words."""
    return any(word in ("prix", "price", "priced") for word in (*place.before(_NEAR), *place.after(2)))


def _nearest(place: Place, stems: tuple[str, ...], words: frozenset[str], but: frozenset[str]) -> int:
    """How many words away the nearest of these words, or of those with these beginnings, stands in the same clause."""
    found = _BACK + 1
    for distance, at in enumerate(range(place.first - 1, max(place.begins, place.first - _BACK) - 1, -1), 1):
        word = place.line[at].text
        if word in CLAUSE_ENDS and distance > 1:
            break
        if word in words or (word.startswith(stems) and word not in but):
            found = distance
            break
    for distance, at in enumerate(range(place.last, min(place.ends, place.last + _ON))):
        word = place.line[at].text
        if word in CLAUSE_ENDS or word in (",", "et", "and", "pour", "mais", "but", "or", "ou"):
            break
        if word in words or (word.startswith(stems) and word not in but):
            return min(found, max(1, distance))
    return found


def _per_piece(place: Place) -> bool:
    """Whether an article and a noun that ends the phrase follow: *30 dollars le dossier*, *29 € pièce*."""
    word, follow = place.word(place.last), place.line[place.last + 1]
    if word in ("piece", "pieces", "apiece"):
        return True
    at = place.last + (2 if follow.text == "'" else 1)
    if word not in ("le", "la", "l") or place.line[at].kind != "word":
        return False
    if place.word(at + 1) in ("carre", "cube", "aller", "dossier"):
        return True
    return place.word(at + 1) in ("", ",", ".", ";", ")", "et", "a", "en", "au", "pour", "hors", "contre")


def _attributive(place: Place, money: Money) -> bool:
    """Whether an English sum stands between a determiner and the noun of a thing: *my $349 keyboard*."""
    after = place.line[place.last]
    return (
        place.passage.language == "en"
        and money.amount < _AFFORDABLE
        and place.word(place.first - 1) in _DETERMINERS
        and after.kind == "word"
        and after.end - after.start > len("and")
    )


def _with_cents(amount: Fraction, place: Place) -> bool:
    """Whether a sum is written with its cents, or in cents only, as prices are."""
    figures = [token.text for token in place.line[place.first : place.last] if token.kind == "digits"]
    pence = place.line[place.last - 1].text in ("p", "pence")
    return bool(figures) and (figures[0][-3:-2] in (".", ",") or amount < 1 or pence)
