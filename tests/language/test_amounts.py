"""The readers of numbers, durations and money: the same grammar for a whole text and for running text."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.language import durations, money, numbers
from quiz.language.digits import plain
from quiz.language.durations import Duration
from quiz.language.money import Money
from quiz.language.numbers import Number

WORDS = [
    ("fr", "zéro", 0), ("fr", "seize", 16), ("fr", "dix-sept", 17), ("fr", "vingt et un", 21), ("fr", "vingt-deux", 22),
    ("fr", "soixante et onze", 71), ("fr", "soixante-dix-neuf", 79), ("fr", "quatre-vingts", 80),
    ("fr", "quatre-vingt-un", 81), ("fr", "quatre-vingt-dix-sept", 97), ("fr", "septante et un", 71),
    ("fr", "huitante-trois", 83), ("fr", "octante", 80), ("fr", "nonante-neuf", 99), ("fr", "cent un", 101),
    ("fr", "deux cents", 200), ("fr", "neuf cent quatre-vingt-dix-neuf", 999), ("fr", "mille", 1000),
    ("fr", "mille neuf cent quatre-vingt-quatre", 1984), ("fr", "deux mille vingt-trois", 2023),
    ("fr", "cent mille", 100_000), ("fr", "un million deux cent mille", 1_200_000),
    ("fr", "trois milliards", 3 * 10**9), ("fr", "un billion", 10**12), ("fr", "un trillion", 10**18),
    ("fr", "mille milliards", 10**12), ("fr", "deux millions et demi", 2_500_000), ("fr", "une demi-douzaine", 6),
    ("en", "zero", 0), ("en", "nineteen", 19), ("en", "forty-two", 42), ("en", "ninety nine", 99),
    ("en", "a hundred", 100), ("en", "one hundred and one", 101), ("en", "fifteen hundred", 1500),
    ("en", "two thousand and five", 2005), ("en", "nine hundred ninety-nine thousand", 999_000),
    ("en", "a million", 10**6), ("en", "two and a half million", 2_500_000), ("en", "half a million", 500_000),
    ("en", "one billion", 10**9), ("en", "one trillion", 10**12), ("en", "three dozen", 36),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "value"), WORDS)
def test_number_words(language, text, value):
    """Number words are read as far as they go, in the language's own scale."""
    assert numbers.parse(text, language)[0].value.value == value


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("fr", "1.200", ["1200", "1.2"]),
        ("fr", "1,200", ["1.2", "1200"]),
        ("en", "1.200", ["1.2", "1200"]),
        ("en", "1,200", ["1200", "1.2"]),
        ("fr", "0,125", ["0.125"]),
        ("en", "12,34", ["12.34"]),
        ("fr", "1.234.567,8", ["1234567.8"]),
        ("en", "1,234,567.8", ["1234567.8"]),
        ("en", "12,34,567", ["1234567"]),
        ("fr", "2 billions", ["2000000000000", "2000000000"]),
        ("en", "2 billion", ["2000000000", "2000000000000"]),
        ("fr", "2 milliards", ["2000000000"]),
        ("en", "2 1/2", ["2.5"]),
        ("en", "2½", ["2.5"]),
        ("fr", "2/3", ["2/3"]),
        ("fr", "1.1.2", []),
        ("en", "14/07/1789", []),
        ("en", "21st", []),
    ],
)
def test_figures(language, text, values):
    """Figures have the value that the language gives them first, and after it the other that they may have."""
    readings = numbers.parse(text, language)

    assert [plain(reading.value.value) for reading in readings] == values
    assert all(reading.sure < 1 and reading.notes for reading in readings[1:])


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "plus de 12,5 %", Number(Fraction(25, 2), "%", "above")),
        ("fr", "entre 5 et 10 %", Number(Fraction(5), "%", high=Fraction(10))),
        ("fr", "-5", Number(Fraction(-5))),
        ("fr", "3 points de pourcentage", Number(Fraction(3), "pp")),
        ("fr", "300 personnes environ", Number(Fraction(300), "personnes", "about")),
        ("fr", "un quart", Number(Fraction(1, 4), fraction=True)),
        ("en", "at least 300 a day", Number(Fraction(300), bound="at-least", rate="P1D")),
        ("en", "5 to 10 million", Number(Fraction(5_000_000), high=Fraction(10_000_000))),
        ("en", "one in three", Number(Fraction(1, 3), fraction=True)),
    ],
)
def test_numbers_with_all_that_belongs_to_them(language, text, value):
    """Bound, range, unit, rate and sign are part of a number."""
    assert numbers.parse(text, language)[0].value == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "$12 milliards", Money(Fraction(12 * 10**9), "USD", family="dollar")),
        ("fr", "42 000 dollars par mois", Money(Fraction(42_000), "USD", rate="P1M", family="dollar")),
        ("fr", "€1.2bn", Money(Fraction(12 * 10**8), "EUR")),
        ("fr", "$2,15 billions", Money(Fraction(215 * 10**10), "USD", family="dollar")),
        ("fr", "US$5m", Money(Fraction(5 * 10**6), "USD")),
        ("fr", "5 M€", Money(Fraction(5 * 10**6), "EUR")),
        ("fr", "3 Md€", Money(Fraction(3 * 10**9), "EUR")),
        ("fr", "500 francs suisses", Money(Fraction(500), "CHF")),
        ("fr", "$54,20 par action", Money(Fraction(271, 5), "USD", rate="share", family="dollar")),
        ("fr", "20 centimes", Money(Fraction(1, 5), "EUR", family="cent")),
        ("fr", "gratuit", Money(Fraction(0), None)),
        ("en", "£20 a month", Money(Fraction(20), "GBP", rate="P1M", family="pound")),
        ("en", "3.5 billion U.S. dollars", Money(Fraction(35 * 10**8), "USD")),
        ("en", "five Canadian dollars", Money(Fraction(5), "CAD")),
        ("en", "€5m to €7m", Money(Fraction(5 * 10**6), "EUR", high=Fraction(7 * 10**6))),
        ("en", "42", Money(Fraction(42), None)),
    ],
)
def test_amounts_of_money(language, text, value):
    """Amount, currency, bound, range and rate are read from either side and in either language."""
    assert money.parse(text, language)[0].value == value


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("fr", "6 mois", "P6M"), ("fr", "un semestre", "P6M"), ("fr", "un an et demi", "P1Y6M"),
        ("fr", "1h30", "PT1H30M"),
        ("fr", "une heure trente", "PT1H30M"), ("fr", "trois quarts d'heure", "PT45M"),
        ("fr", "une demi-heure", "PT30M"),
        ("fr", "deux ans et trois mois", "P2Y3M"), ("fr", "2 siècles", "P200Y"), ("fr", "P1Y6M", "P1Y6M"),
        ("en", "half an hour", "PT30M"), ("en", "a fortnight", "P2W"), ("en", "three and a half years", "P3Y6M"),
        ("en", "2 hours 15 minutes", "PT2H15M"), ("en", "3-year", "P3Y"), ("en", "36 hours", "P1DT12H"),
    ],
)  # fmt: skip
def test_durations(language, text, iso):
    """A duration is read into its ISO text, in its largest units."""
    assert [reading.value.iso for reading in durations.parse(text, language)] == [iso]


def test_a_duration_that_is_rough_says_so():
    """*Une quinzaine de jours* has no exact length."""
    assert durations.parse("une quinzaine de jours", "fr")[0].value == Duration(
        "P15D", Fraction(0), Fraction(15 * 86_400), exact=False, bound="about", count=Fraction(15)
    )


NEWS = [
    (numbers, "fr", "GPT-4, le COVID-19, les versions 1.1 et 2, la 5G et l'A380.", []),
    (numbers, "fr", "Les deux hommes, en 2022 puis le 19 avril, à 15 heures.", []),
    (numbers, "fr", "Depuis 2020, plus de 17 500 articles universitaires.", ["plus de 17 500"]),
    (numbers, "fr", "Il passe de 12,3 % à 23,2 milliards d'euros.", ["12,3 %"]),
    (numbers, "fr", "Quelque 300 manifestants et quatre policiers ; deux tiers des élus.",
     ["Quelque 300", "quatre", "deux tiers"]),
    (numbers, "fr", "Au 01 23 45 67 89, un score de 3-1, la période 2021-2022.", []),
    (numbers, "en", "Boeing 737, iPhone 14, Route 66, Nov. 5 and H.R. 3684.", []),
    (numbers, "en", "In 2021, five people died in 175 countries, and one in five left.",
     ["five", "175", "one in five"]),
    (numbers, "en", "Rates rose 2.5 percent to 1.1 million, or -3 % at 7 p.m.",
     ["2.5 percent", "1.1 million", "-3 %"]),
    (money, "fr", "montant de $0 à $51 000 en deux semaines", ["$0", "$51 000"]),
    (money, "fr", "Le groupe, coté $3,4 billions, a 18 200 clients.", ["$3,4 billions"]),
    (money, "fr", "Entre 5 et 10 millions d'euros, ou 1 709,28 euros brut par mois.",
     ["Entre 5 et 10 millions d'euros", "1 709,28 euros brut par mois"]),
    (money, "fr", "Il a lu 20 livres en 2 mois, vingt euros chacun.", ["vingt euros"]),
    (money, "en", "It paid £1,450 a month, or $1.9 trillion; 31 tanks won 3 medals.",
     ["£1,450 a month", "$1.9 trillion"]),
    (durations, "fr", "une vigneronne avec plus de 3 ans de cave, en 6 mois", ["plus de 3 ans", "6 mois"]),
    (durations, "fr", "À 15 heures, un jour, 42 000 dollars par an.", []),
    (durations, "en", "a 10-day trip of two hours and 15 minutes, one day", ["10-day", "two hours and 15 minutes"]),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "language", "text", "spans"), NEWS)
def test_what_is_found_in_running_text(reader, language, text, spans):
    """Counts, amounts and durations are found; names, labels, dates, scores and clock times are not."""
    found = reader.find(text, language)

    assert [text[reading.start : reading.end] for reading in found] == spans


@pytest.mark.parametrize(("reader", "language", "text", "spans"), NEWS)
def test_find_and_parse_agree(reader, language, text, spans):
    """What is found in running text reads the same when it stands alone."""
    for reading in reader.find(text, language):
        assert reader.parse(text[reading.start : reading.end], language)[0].value == reading.value, spans


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(alphabet="0123456789 .,'-/%€$£kMmd\u00a0½°hàe()\n" + "unxto", max_size=25),
    language=st.sampled_from(["fr", "en"]),
)
def test_spans_are_in_order_and_apart(text, language):
    """Whatever the text, spans lie within it, in order, without overlaps."""
    for reader in (numbers, money, durations):
        end = 0
        for reading in reader.find(text, language):
            assert end <= reading.start < reading.end <= len(text)
            end = reading.end
        reader.parse(text, language)


@settings(max_examples=75, deadline=None)
@given(
    value=st.integers(0, 10**12), language=st.sampled_from(["fr", "en"]), gap=st.sampled_from([" ", "\u202f", "'", ""])
)
def test_grouping_is_only_looks(value, language, gap):
    """A number is the same with any grouping that cannot be a decimal sign."""
    assert numbers.parse(f"{value:,}".replace(",", gap), language)[0].value.value == value
