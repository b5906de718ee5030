"""Whether money is a price, what one pays for one thing or one period, or an amount: told by the nearest word that
speaks of buying and hiring, or of income, fines and budgets.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from quiz.derive.values.place import CLAUSE_ENDS, Place
from quiz.language.money import Money
from quiz.language.tokens import bag

#: Words that speak of a price, by their beginnings.
_PRICE: Final = (
    "prix", "tarif", "cout", "vend", "factur", "abonnement", "forfait", "loyer", "billet", "ticket", "peage", "menu",
    "place", "affich", "propos", "commercialis", "echang", "cote", "cotai", "pric", "cost", "sell", "sold", "fare",
    "rent", "subscription", "tariff", "retail", "toll", "membership", "admission", "entry", "entree", "moyennant",
    "bill", "charg", "fee", "litre", "gallon", "baril", "barrel", "kilo", "tonne", "piece", "unite", "action", "share",
    "titre", "paya", "achet", "carte", "licen", "refund", "rembours", "trade", "closed", "clotur", "buy", "bought",
    "offer", "tranche", "adhesion", "cotisation", "nuit", "night", "chambre", "room", "premium", "option", "version",
    "redevance", "per", "debourser", "worth",
)  # fmt: skip
#: Words among those beginnings that speak of something else.
_NO_PRICE: Final = bag(
    """propos proposition propositions actionnaire actionnaires actions billion billions shareholder shareholders
    performance feel feet person personnes period perte pertes perdu perdre per-cent percent renting current partner
    costume costly proposal charger charged charges feed menuisier placement placements placer placee placees place
    couture coute-que version-de unites action echange echanges unitary coup carte-blanche tradition traditional
    parent renter tonnerre permis perspective persons billet-doux coted worthy offers bills offered shared sharing
    titres cartes licenciement licenciements licencie licencies licenciee licenciees remboursement"""
)
#: Words that speak of amounts: what is earned, granted, lost, fined, invested.
_AMOUNT: Final = (
    "amende", "budget", "revenu", "chiffre", "benefice", "perte", "perd", "perdu", "salaire", "salair", "remuner",
    "prime", "indemni", "allocation", "pension", "aide", "subvention", "invest", "dette", "credit", "pret", "emprunt", "fonds",
    "levee", "leve", "valoris", "dommage", "prejudice", "degat", "fraude", "detourn", "vers", "don", "donation",
    "economi", "deficit", "excedent", "dividende", "capital", "patrimoine", "fortune", "enveloppe", "financ", "plan",
    "contrat", "marche", "recette", "smic", "gagn", "touch", "percev", "rancon", "caution", "heritage", "impot", "taxe",
    "export", "import", "depens", "provision", "transfert", "rachat", "rachet", "acquisition", "acqui", "credite",
    "fine", "fined", "revenue", "profit", "loss", "lost", "salary", "salaries", "wage", "paid", "earn", "bonus",
    "grant", "aid", "damage", "loan", "debt", "fund", "rais", "valu", "donat", "sav", "surplus", "dividend", "estate",
    "wealth", "net", "packag", "contract", "deal", "sales", "turnover", "ransom", "bail", "inherit", "tax", "spend",
    "spent", "award", "settle", "compens", "penalt", "project", "shortfall", "takeover", "bid", "buyout", "stole",
    "embezz", "reward", "prize", "scholarship", "allowance", "benefit", "payout", "pledg", "alloc", "worth", "income",
    "sought", "sue", "jackpot", "kitty", "endow", "stipend", "subsid", "relief", "condamn", "cash", "estim", "cagnotte",
    "collect", "recolt", "chantier", "montant", "total", "somme", "facture", "programme", "program", "cheque",
)  # fmt: skip
_NO_AMOUNT: Final = bag(
    """vers version versions versus plane plans planet donc dont donne donner donnent financial totally network nets
    bailey marches aides marche-pied projection debut raison raisons raise-up savoir savait aider netflix aidee
    taxi taxis capitale capitales impots-on leur leverage plante plantes plant salesman dona done donation-free sued
    valley valleys raisin finesse finest primeur bidding-free saveur saveurs"""
)
#: Things by which a price is told; per person or household it may be anything.
_THINGS: Final = frozenset(
    {"share", "user", "unit", "litre", "barrel", "tonne", "kilogram", "ounce", "kilometre", "square-metre",
     "kilowatt-hour", "megawatt-hour", "night", "token", "seat", "subscriber", "vehicle"}
)  # fmt: skip
_THE: Final = bag("le la l les the a an par per chaque each piece pieces apiece")
#: Units that make "1,85 € le litre" and "30 dollars le dossier" prices: any noun may stand after the article.
_BACK, _ON = 12, 6
#: Nobody pays as much for one thing of which a newspaper tells the price without saying so.
_DEAR: Final = 1_000_000
_SMALL_CHANGE: Final = 1_000
_PERIOD_PRICE: Final = {"PT1M": 100, "PT1H": 1000, "P1D": 1000, "P1W": 2000, "P1M": 3000, "P1Y": 1000}


def is_price(place: Place) -> bool:
    """Whether the money of a place is a price."""
    money: Money = place.reading.value
    price, amount = _nearest(place, _PRICE, _NO_PRICE), _nearest(place, _AMOUNT, _NO_AMOUNT)
    if money.amount >= _DEAR:
        return price < amount and price <= 4 and _said_so(place)
    if money.rate in _THINGS:
        return not (amount <= 4 and amount < price)
    if money.rate in _PERIOD_PRICE:
        return price < amount or (amount > _BACK and money.amount <= _PERIOD_PRICE[money.rate])
    if place.word(place.last) in _THE and _per_piece(place):
        return True
    if price != amount:
        return price < amount
    return _with_cents(money.amount, place) and money.amount < _SMALL_CHANGE


def _said_so(place: Place) -> bool:
    """Whether a great sum is called a price in so many words."""
    return any(word in ("prix", "price", "priced") for word in (*place.before(5), *place.after(2)))


def _nearest(place: Place, stems: tuple[str, ...], but: frozenset[str]) -> int:
    """How many words away the nearest word with one of these beginnings stands in the same clause."""
    found = _BACK + 1
    for distance, at in enumerate(range(place.first - 1, max(place.begins, place.first - _BACK) - 1, -1), 1):
        word = place.line[at].text
        if word in CLAUSE_ENDS and distance > 1:
            break
        if word not in but and word.startswith(stems):
            found = distance
            break
    for distance, at in enumerate(range(place.last, min(place.ends, place.last + _ON)), 1):
        word = place.line[at].text
        if word in CLAUSE_ENDS or word in (",", "et", "and", "pour", "mais", "but"):
            break
        if word not in but and word.startswith(stems):
            return min(found, max(1, distance - 1))
    return found


def _per_piece(place: Place) -> bool:
    """Whether an article and a noun that ends the phrase follow: *30 dollars le dossier*, *29 € pièce*."""
    word, follow = place.word(place.last), place.line[place.last + 1]
    if word in ("piece", "pieces", "apiece"):
        return True
    if word in ("par", "per", "chaque", "each"):
        return False
    at = place.last + (2 if follow.text == "'" else 1)
    ends = place.word(at + 1)
    return (
        word in ("le", "la", "l")
        and place.line[at].kind == "word"
        and ends in ("", ",", ".", ";", ")", "et", "a", "en")
    )


def _with_cents(amount: Fraction, place: Place) -> bool:
    """Whether a sum is written with its cents, or in cents only, as prices are."""
    tokens = [token.text for token in place.line[place.first : place.last] if token.kind == "digits"]
    return bool(tokens) and (tokens[0][-3:-2] in (".", ",") or amount < 1)
