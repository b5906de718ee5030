"""Currencies as people write them: symbols, ISO 4217 codes, and nouns with their adjectives in French and English.

A noun or symbol that several countries share (*dollar*, `$`, *franc*, *livre*, *couronne*) stands for its commonest
currency and is `bare`: what was meant may be another of its family.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from quiz.language.pattern import pattern
from quiz.language.tokens import Token, bag

Line = tuple[Token, ...]


class Currency(NamedTuple):
    """An ISO code; the share of its unit that is meant (100 for cents); whether others share the word; where it ends.

    `family` is the noun that was used ("dollar", "franc", "cent", …) or "".
    """

    code: str
    parts: int
    bare: bool
    family: str
    end: int


CODES: Final = bag("""USD EUR GBP JPY CNY CHF CAD AUD NZD HKD SGD TWD SEK NOK DKK ISK PLN CZK HUF RON BGN RUB UAH TRY
    INR PKR BRL MXN ARS CLP COP KRW THB IDR MYR PHP VND ZAR NGN KES GHS EGP MAD DZD TND XOF XAF AED
    SAR QAR KWD ILS IRR RMB FRF BYN LBP JOD IQD RSD UYU PEN BDT LKR NPR""")  # fmt: skip

_SYMBOLS: Final = {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY",
    "₴": "UAH", "₦": "NGN", "₫": "VND", "฿": "THB", "₱": "PHP", "¢": "USD"}  # fmt: skip
_DOLLARS: Final = {
    "us": "USD", "u": "USD", "usd": "USD", "c": "CAD", "ca": "CAD", "can": "CAD", "cad": "CAD", "cdn": "CAD",
    "a": "AUD", "au": "AUD", "aus": "AUD", "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD", "nt": "TWD",
    "mx": "MXN", "r": "BRL",
}  # fmt: skip

#: Nouns: family, the currency of the bare noun in English and in French, and whether it is one of several.
_FAMILIES: Final = """
dollar dollars: dollar USD USD bare
euro euros: euro EUR EUR
pound pounds quid: pound GBP GBP bare
livre livres: pound GBP GBP bare
sterling: pound GBP GBP
franc francs: franc CHF FRF bare
fr frs: franc CHF FRF bare
yen yens: yen JPY JPY
yuan yuans renminbi renminbis: yuan CNY CNY
rouble roubles ruble rubles: rouble RUB RUB bare
rupee rupees roupie roupies: rupee INR INR bare
couronne couronnes crown crowns krona kronor krone kroner kr: crown SEK SEK bare
peso pesos: peso MXN MXN bare
won wons: won KRW KRW
real reais reaux reals: real BRL BRL
shekel shekels: shekel ILS ILS
zloty zlotys zł: zloty PLN PLN
forint forints: forint HUF HUF
hryvnia hryvnias: hryvnia UAH UAH
dinar dinars: dinar DZD DZD bare
dirham dirhams: dirham MAD MAD bare
riyal riyals rial rials: rial SAR SAR bare
lira liras lire lires: lira TRY TRY bare
rand rands: rand ZAR ZAR
naira nairas: naira NGN NGN
baht bahts: baht THB THB
ringgit ringgits: ringgit MYR MYR
rs: rupee INR INR bare
buck bucks: dollar USD USD bare
"""
_PARTS: Final = {
    "cent": ("USD", "EUR", "cent"), "cents": ("USD", "EUR", "cent"), "centime": ("EUR", "EUR", "cent"),
    "centimes": ("EUR", "EUR", "cent"), "cts": ("EUR", "EUR", "cent"), "ct": ("EUR", "EUR", "cent"),
    "pence": ("GBP", "GBP", ""), "penny": ("GBP", "GBP", ""), "kopeks": ("RUB", "RUB", ""),
}  # fmt: skip
_COUNTRIES: Final = """
us us american americain etasunien: dollar=USD cent=USD
canada canadian canadien: dollar=CAD cent=CAD
australia australian australien: dollar=AUD cent=AUD
zealand neozelandais: dollar=NZD
hong kong hongkongais: dollar=HKD
singapore singaporean singapour singapourien: dollar=SGD
taiwan taiwanese taiwanais: dollar=TWD
swiss suisse: franc=CHF cent=CHF
french francais: franc=FRF cent=FRF
cfa: franc=XOF
sterling british britannique: pound=GBP
egyptian egyptienne: pound=EGP
lebanese libanaise: pound=LBP
turkish turque: pound=TRY lira=TRY
italian italienne: lira=ITL pound=ITL
swedish suedoise: crown=SEK
norwegian norvegienne: crown=NOK
danish danoise: crown=DKK
czech tcheque: crown=CZK
icelandic islandaise: crown=ISK
mexican mexicain: peso=MXN
argentine argentinian argentin: peso=ARS
chilean chilien: peso=CLP
colombian colombien: peso=COP
philippine philippin: peso=PHP
indian indienne: rupee=INR
pakistani pakistanaise: rupee=PKR
indonesian indonesienne: rupee=IDR
algerian algerien: dinar=DZD
tunisian tunisien: dinar=TND
kuwaiti koweitien: dinar=KWD
iraqi irakien: dinar=IQD
serbian serbe: dinar=RSD
moroccan marocain: dirham=MAD
emirati emirien emirats: dirham=AED
saudi saoudien: rial=SAR
iranian iranien: rial=IRR
qatari qatarien: rial=QAR
russian russe: rouble=RUB
belarusian bielorusse: rouble=BYN
chinese chinois: yuan=CNY
japanese japonais: yen=JPY
korean coreen: won=KRW
brazilian bresilien: real=BRL
euro: cent=EUR
polish polonais: zloty=PLN
israeli israelien: shekel=ILS
african africain: rand=ZAR
"""


def _nouns() -> dict[str, tuple[str, str, str, bool]]:
    table = {}
    for row in _FAMILIES.strip().splitlines():
        names, _, rest = row.partition(": ")
        family, english, french, *bare = rest.split()
        table.update(dict.fromkeys(names.split(), (family, english, french, bool(bare))))
    return table


def _countries() -> dict[str, dict[str, str]]:
    table = {}
    for row in _COUNTRIES.strip().splitlines():
        names, _, rest = row.partition(": ")
        codes = dict(pair.split("=") for pair in rest.split())
        table.update(dict.fromkeys(names.split(), codes))
    return table


_NOUNS: Final = _nouns()
_OF_COUNTRY: Final = _countries()
_GLUED: Final = pattern(r"(k|m|md|mds|mrd|bn)(eur|euros?|usd|gbp|chf|cad)")
_AMBIGUOUS_NOUNS: Final = frozenset(
    {"livre", "livres", "real", "lire", "lires", "won", "couronne", "couronnes", "crown", "crowns", "rs", "fr", "frs"}
)
_TWO_WORDS: Final = frozenset({"new", "hong", "south", "north", "nouveau", "nouveaux", "neo"})


def currency_at(line: Line, at: int, language: str, text: str, *, strict: bool) -> Currency | None:
    """The currency written at `at`. `strict`, for running text, wants codes in capitals and no ambiguous noun."""
    token = line[at]
    word = token.text
    if token.kind == "sign":
        return _symbol(line, at)
    if token.kind != "word":
        return None
    if line[at + 1].text == "$" and line[at + 1].start == token.end and word in _DOLLARS:
        return Currency(_DOLLARS[word], 1, bare=False, family="dollar", end=at + 2)
    if word.upper() in CODES and (not strict or text[token.start : token.end].isupper()):
        code = word.upper().replace("RMB", "CNY")
        return Currency(code, 1, bare=False, family="", end=at + 1)
    return _noun(line, at, language, strict=strict)


def _symbol(line: Line, at: int) -> Currency | None:
    sign = line[at]
    if sign.text == "$":
        after = line[at + 1]
        if after.text in ("us", "ca", "can", "cad", "usd", "au") and after.start - sign.end <= 1:
            return Currency(_DOLLARS[after.text], 1, bare=False, family="dollar", end=at + 2)
        return Currency("USD", 1, bare=True, family="dollar", end=at + 1)
    code = _SYMBOLS.get(sign.text)
    if code is None:
        return None
    if sign.text == "¢":
        return Currency(code, 100, bare=True, family="cent", end=at + 1)
    return Currency(code, 1, bare=sign.text == "£", family="pound" if sign.text == "£" else "", end=at + 1)


def _noun(line: Line, at: int, language: str, *, strict: bool) -> Currency | None:
    word = line[at].text
    if (part := _PARTS.get(word)) is not None:
        code, end, bare = part[1] if language == "fr" else part[0], at + 1, bool(part[2])
        of = at + 2 if line[at + 1].text == "de" else at + 3 if line[at + 1].text == "d" else at + 1
        if (owner := _NOUNS.get(line[of].text)) is not None and of > at + 1 and part[2]:
            return Currency(owner[2] if language == "fr" else owner[1], 100, owner[3], part[2], of + 1)
        if (country := _adjective(line, at + 1, "cent")) is not None:
            return Currency(country[0], 100, bare=False, family="cent", end=country[1])
        return Currency(code, 100, bare, part[2], end)
    if word == "euro" and line[at + 1].text in ("cent", "cents"):
        return Currency("EUR", 100, bare=False, family="cent", end=at + 2)
    if (noun := _NOUNS.get(word)) is not None:
        family, english, french, bare = noun
        dotted = word in ("fr", "frs") and line[at + 1].text == "." and line[at + 1].start == line[at].end
        at += dotted
        if (country := _adjective(line, at + 1, family)) is not None:
            return Currency(country[0], 1, bare=False, family=family, end=country[1])
        if strict and word in ("pound", "pounds") and line[at + 1].text == "of":
            return None
        if strict and word in _AMBIGUOUS_NOUNS and not (word == "rs" and line[at + 1].kind in ("digits", "sign")):
            return None
        return Currency(french if language == "fr" else english, 1, bare, family, at + 1)
    if word == "u" and [token.text for token in line[at + 1 : at + 4]] == [".", "s", "."]:
        noun = _NOUNS.get(line[at + 4].text) if line[at + 4 : at + 5] else None
        return Currency("USD", 1, bare=False, family="dollar", end=at + 5) if noun and noun[0] == "dollar" else None
    second = at + 1 if word in _TWO_WORDS else at
    owner_codes = _OF_COUNTRY.get(line[second].text)
    if owner_codes is not None and (noun := _NOUNS.get(line[second + 1].text)) is not None and noun[0] in owner_codes:
        end = second + 3 if line[second + 2].text == "sterling" else second + 2
        return Currency(owner_codes[noun[0]], 1, bare=False, family=noun[0], end=end)
    return None


def _adjective(line: Line, at: int, family: str) -> tuple[str, int] | None:
    """The country's currency where an adjective follows the noun (dollars canadiens, couronnes suédoises)."""
    if line[at].text in ("neo", "hong", "sud", "new") and line[at + 1].kind in ("word", "sign"):
        at = at + 2 if line[at + 1].text == "-" else at + 1
        if line[at].text in ("zelandais", "kong"):
            return ("NZD" if line[at].text == "zelandais" else "HKD"), at + 1
    word = line[at].text
    for form in (
        word,
        word.removesuffix("s"),
        word.removesuffix("es"),
        word.removesuffix("nes"),
        word.removesuffix("e"),
    ):
        codes = _OF_COUNTRY.get(form)
        if codes is not None and family in codes:
            return codes[family], at + 1
    return None


def glued(token: Token) -> tuple[int, str] | None:
    """A shortened scale and a currency in one word (`k€` is two): `keuros`, `MEUR`."""
    match = _GLUED.fullmatch(token.text)
    if match is None:
        return None
    power = {"k": 10**3, "m": 10**6}.get(match[1], 10**9)
    return power, {"e": "EUR"}.get(match[2][0], match[2].upper())


def _families() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {"EUR": {"cent"}, "USD": {"dollar", "cent"}, "GBP": {"pound"}}
    for codes in _OF_COUNTRY.values():
        for family, code in codes.items():
            table.setdefault(code, set()).add(family)
    return {code: frozenset(families) for code, families in table.items()}


_FAMILY_OF: Final = _families()


def family_of(code: str) -> frozenset[str]:
    """The shared nouns that may mean a currency: CAD is a dollar and has cents."""
    return _FAMILY_OF.get(code, frozenset())
