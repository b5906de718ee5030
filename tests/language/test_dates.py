"""Dates are found in running text and read from a whole text by one grammar."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.language.date_value import exists, weekday_of
from quiz.language.dates import find, is_relative, parse
from quiz.language.months import misspelt_month

READ = {
    "fr": [
        ("14 juillet 1789", "1789-07-14"),
        ("le 14/07/1789", "1789-07-14"),
        ("1er janv. 2020", "2020-01-01"),
        ("mardi 14 juillet 1789", "1789-07-14"),
        ("14 juillet", "--07-14"),
        ("avril 2023", "2023-04"),
        ("mai 68", "1968-05"),
        ("du 3 au 7 mars 2023", "2023-03-03/2023-03-07"),
        ("du 28 décembre au 3 janvier 2023", "2022-12-28/2023-01-03"),
        ("entre 2019 et 2021", "2019/2021"),
        ("de mars à mai 2023", "2023-03/2023-05"),
        ("les années quatre-vingt-dix", "199X"),
        ("XIXᵉ siècle", "18XX"),
        ("dix-neuvième siècle", "18XX"),
        ("du XVIIIe au XXe siècle", "17XX/19XX"),
        ("Ve siècle av. J.-C.", "-04XX"),
        ("52 av. J.-C.", "-0051"),
        ("58-50 av. J.-C.", "-0057/-0049"),
        ("troisième trimestre 2022", "2022-35"),
        ("hiver 2022-2023", "2022-24"),
        ("le 3 mars 2023 à 14h30", "2023-03-03T14:30"),
        ("25 décembre 800", "0800-12-25"),
        ("29 février 2024", "2024-02-29"),
    ],
    "en": [
        ("July 4, 1776", "1776-07-04"),
        ("the 4th of July, 1776", "1776-07-04"),
        ("Sept. 11, 2001", "2001-09-11"),
        ("07/04/1776", "1776-07-04"),
        ("2023-04-25T14:30:00Z", "2023-04-25T14:30"),
        ("April 25, 2023 at 2:30 pm", "2023-04-25T14:30"),
        ("25/04/2023", "2023-04-25"),
        ("March 3-7, 2023", "2023-03-03/2023-03-07"),
        ("March 3 – April 5, 2023", "2023-03-03/2023-04-05"),
        ("between 2019 and 2021", "2019/2021"),
        ("2021-22", "2021/2022"),
        ("2023-04", "2023-04"),
        ("the '90s", "199X"),
        ("the nineties", "199X"),
        ("1800s", "18XX"),
        ("nineteenth century", "18XX"),
        ("44 BC", "-0043"),
        ("AD 79", "0079"),
        ("first half of 2023", "2023-40"),
        ("summer of 2020", "2020-22"),
        ("first of May 2020", "2020-05-01"),
    ],
}
NO_DATES = {
    "fr": [
        "30 février 2020", "31 avril", "32/01/2020", "29 février 2023", "hier", "il y a deux ans", "mars ou avril",
        "1.1",
        "la Bastille", "", "12 345", "mais 2020", "00/05/2020",
        "2000 personnes",
    ],
    "en": ["February 30", "13/13/2020", "yesterday", "last week", "two years ago", "Juny 4", "not 1999",
        "$2000", "5 miles"],
}  # fmt: skip
#: News sentences with their dates in double brackets.
NEWS = {
    "fr": [
        "Le [[25 avril]], plus de 2000 personnes ont manifesté ; en [[2022]], elles étaient 1500.",
        "La sonde part vers Mars, et la mission Mars 2020 coûte $2000 ; rapport de [[mars]].",
        "Depuis [[2020]], la version 1.1 a remplacé le Boeing 747, score 3-2, appelez le 01 02 03 04 05.",
        "La loi du [[9 décembre 1905]] et la guerre de [[1914-1918]] ont marqué la crise de [[2008]] ([[2019]]).",
        "Imprimé en 2000 exemplaires, de 2000 à 3000 euros, article 2022 du code, loi 2004-575.",
        "[[Octobre 2022]] fut chaud, de la [[mi-mars 2023]] à la fin, puis [[fin 2022]].",
        "Du [[3 au 7 mars 2023]], entre [[2019 et 2021]], les [[années 1990]] et le [[XIXe siècle]].",
        "Le second tour : elle marche 5 minutes. Sept personnes, le 12 de la rue.",
        "Mort en [[1850]] ; [[vendredi 3 et samedi 4 juin]]. En [[1936]], [[1945]] et [[1968]], on vota.",
        "Au [[premier trimestre 2023]], à l'[[été 2022]], jusqu'en [[2027]], d'ici à [[2030]], le budget [[2024]].",
    ],
    "en": [
        "On [[April 25]], 2000 people left; in [[2022]] it was worth $2000.",
        "You may 3 times march 5 miles. He may go. The Mars 2020 rover. A second chance.",
        "The [[2019]] election and the [[2008]] financial crisis; since [[2020]]; in [[October 2022]]; by [[2030]].",
        "In [[May]], Theresa May resigned, and June Smith met August Wilson and April Jones.",
        "The 1500 soldiers of version 1.1, score 3-2, call 555-1234; in 2000 cities; Boeing 747; Windows 2000.",
        "[[Late 2022]], [[mid-April]], the [[end of 2021]], the [[1990s]], the [['80s]], the [[19th century]].",
        "On [[Sept. 11, 2001, at 8:46 a.m.]], or [[Friday, 3 June 2022]], or [[July 4]].",
        "It rose 20% in [[2019]], 5% in [[2020]] and 3% in [[2021]], from [[2014 to 2016]] and [[2021-2022]].",
        "In his 90s; 24/7 support; COVID-19, GPT-4, iPhone 15; room 2019; over 1900 years.",
        "By [[March 3]], 2000 soldiers and 1914 sailors had left; [[Q3 2022]] and the [[third quarter of 2021]].",
    ],
}
FRAMES = {
    "fr": ["Le traité fut signé le {} à Paris.", "Tout a commencé le {}, dit-elle."],
    "en": ["The treaty was signed on {} in Paris.", "It began on {}, she said."],
}
FRENCH = ["janvier", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "septembre", "oct.", "novembre", "déc."]
ENGLISH = ["January", "Feb.", "March", "April", "May", "June", "July", "Aug.", "September", "Oct.", "November", "Dec."]
DAYS = st.dates(min_value=date(1753, 1, 1), max_value=date(2150, 12, 31))


def rows(table):
    """The rows of a table by language, flat."""
    return [(language, row) for language, found in table.items() for row in found]


@pytest.mark.parametrize(("language", "row"), rows(READ))
def test_a_text_is_read(language, row):
    """The likeliest reading of a whole text has this ISO text."""
    text, iso = row
    assert [reading.value.iso() for reading in parse(text, language)][:1] == [iso]


@pytest.mark.parametrize(("language", "text"), rows(NO_DATES))
def test_what_is_no_date_is_not_read(language, text):
    """Impossible days, relative words without a reference and other things have no reading."""
    assert parse(text, language) == []


@pytest.mark.parametrize(("language", "marked"), rows(NEWS))
def test_dates_are_found_in_news(language, marked):
    """Exactly the marked spans are found, and each is read alike when it stands alone."""
    text = marked.replace("[[", "").replace("]]", "")
    found = find(text, language)
    spans = [text[reading.start : reading.end] for reading in found]
    assert spans == [part.split("]]")[0] for part in marked.split("[[")[1:]]
    assert [reading.value for reading in found] == [parse(span, language)[0].value for span in spans]


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(max_examples=40, deadline=None)
@given(day=DAYS, at=st.integers(0, 1), form=st.integers(0, 3))
def test_find_and_parse_agree(language, day, at, form):
    """A day in a sentence is found whole, with the value that it has alone."""
    words = f"{day.day} {FRENCH[day.month - 1]} {day.year}", f"{ENGLISH[day.month - 1]} {day.day}, {day.year}"
    numbers = f"{day.day:02d}/{day.month:02d}/{day.year}", f"{day.month:02d}/{day.day:02d}/{day.year}"
    other = language == "en"
    written = [words[other], words[1], numbers[other], day.isoformat()][form]
    text = FRAMES[language][at].format(written)
    assert [text[reading.start : reading.end] for reading in find(text, language)] == [written]
    assert [reading.value for reading in find(text, language)] == [parse(written, language)[0].value]
    assert parse(written, language)[0].value.iso() == day.isoformat()


@settings(max_examples=40, deadline=None)
@given(text=st.text(alphabet=st.sampled_from("0123456789/-. ,'mai juin may du de à to the 12 XIXe siècle années s")))
def test_nothing_breaks_the_reader(text):
    """Any text is read without an error, in order and without overlaps."""
    for language in ("fr", "en"):
        spans = [(reading.start, reading.end) for reading in find(text, language, "2023-05-02")]
        assert spans == sorted(spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        parse(text, language, "2023-05-02")


@pytest.mark.parametrize(
    ("language", "text", "iso", "inferred"),
    [
        ("fr", "25 avril", "2023-04-25", True),
        ("fr", "25 décembre", "2022-12-25", True),
        ("fr", "en février", "2023-02", True),
        ("fr", "en décembre", "2022-12", True),
        ("fr", "du 28 décembre au 3 janvier", "2022-12-28/2023-01-03", True),
        ("fr", "29 février", "2024-02-29", True),
        ("en", "April 25, 2021", "2021-04-25", False),
        ("fr", "hier", "2023-05-01", False),
        ("fr", "avant-hier", "2023-04-30", False),
        ("fr", "il y a deux ans", "2021", False),
        ("fr", "la semaine dernière", "2023-04-24/2023-04-30", False),
        ("fr", "avril dernier", "2023-04", False),
        ("en", "last week", "2023-04-24/2023-04-30", False),
        ("en", "three days ago", "2023-04-29", False),
        ("en", "next month", "2023-06", False),
        ("en", "last Monday", "2023-05-01", False),
        ("fr", "25 avril prochain", "2024-04-25", False),
        ("fr", "le 25 avril dernier", "2023-04-25", False),
        ("fr", "mercredi 12", "2023-04-12", False),
    ],
)
def test_a_reference_completes(language, text, iso, inferred):
    """Against the 2nd of May 2023 what is not said follows; a year that was not said is marked as inferred."""
    value = parse(text, language, "2023-05-02")[0].value
    assert (value.iso(), value.inferred, value.relative) == (iso, inferred, parse(text, language) == [])


@pytest.mark.parametrize(
    ("language", "text", "notes"),
    [
        ("en", "03/04/2023", [(), ("other-order",)]),
        ("en", "25/04/2023", [("other-order",)]),
        ("fr", "25/04/2023", [()]),
        ("fr", "14 juilet 1789", [("month-spelling",)]),
        ("fr", "lundi 14 juillet 1789", [("weekday-contradicts",)]),
        ("fr", "14 juillet 89", [("two-digit-year",)]),
    ],
)
def test_what_was_assumed_is_noted(language, text, notes):
    """Each reading says what had to be assumed, the likeliest first."""
    assert [reading.notes for reading in parse(text, language)] == notes


@pytest.mark.parametrize(
    ("word", "month"),
    [("juilet", 7), ("avirl", 4), ("febuary", 2), ("setembre", 9), ("agust", 8), ("juny", None), ("mais", None),
     ("about", None), ("maid", None), ("janvier", None), ("table", None)],
)  # fmt: skip
def test_a_month_is_repaired_only_where_it_is_certain(word, month):
    """A misspelt month is read if it can only be that one; a right one needs no repair."""
    assert misspelt_month(word) == month


@given(day=st.dates(min_value=date(1753, 1, 1)))
def test_weekdays_are_those_of_the_calendar(day):
    """Weekdays and lengths of months agree with the proleptic calendar of the standard library."""
    assert weekday_of(day.year, day.month, day.day) == day.weekday()
    assert exists(day.year, day.month, day.day)
    assert exists(day.year, 2, 29) == (day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0))


def test_relative_words_are_known_as_such():
    """What is a date only from some day on is told from what is none."""
    assert [is_relative(text, "fr") for text in ("hier", "l'an dernier", "1789", "la Bastille")] == [
        True,
        True,
        False,
        False,
    ]


def test_that_year_is_no_year():
    """What points back into the text is not resolved against the reference."""
    text = "Plus tôt cette année-là, puis cette semaine, mardi et le 25 avril."
    found = [text[reading.start : reading.end] for reading in find(text, "fr", "2023-05-02")]
    assert found == ["cette semaine", "mardi", "25 avril"]


@pytest.mark.parametrize("piece", ["12/", "1990-", "mai ", "3 et ", "' ", "av. ", "1 2 "])
def test_long_runs_do_no_harm(piece):
    """A page of numbers and signs is read to its end."""
    for language in ("fr", "en"):
        assert all(reading.end <= 6000 for reading in find(piece * (6000 // len(piece)), language, "2023-05-02"))
