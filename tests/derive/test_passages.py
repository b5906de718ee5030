"""Passages: which part of its page each paragraph is, broken lines joined, the page's own title and day."""

from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.article import Article
from quiz.derive.document import Document
from quiz.derive.passages import document

#: Pages as they are scraped, each line with its part; "-" goes on with the passage of the line above, "" is empty.
PAGES: Final = {
    "a daily in French": (
        "fr",
        """
navigation | Accueil > Région > Belcastel
title | À Belcastel, le marché couvert rouvre après deux ans de travaux
title | Les étals du marché couvert rouvrent samedi, après deux ans de travaux.
byline | Par Odile Fabre
byline | Publié le 4 mai 2022 à 18h30, mis à jour le 5 mai 2022 à 7h
byline | Temps de lecture : 2 min
caption | La grande halle, mardi. (Photo : J. Pons)
body | Le marché couvert de Belcastel rouvre samedi après deux ans de travaux, dit la mairie. Les étals sont prêts.
heading | Une charpente refaite
body | « On a tout repris à la main », raconte le charpentier, Luc Vidal. Le chantier a coûté 2 millions d'euros.
navigation | Lire aussi : Le pont de pierre fermé tout l'été
heading | « Ma clientèle est revenue »
body | « Ma clientèle est revenue dès le premier jour », se réjouit une fromagère. Elle ouvrira le dimanche.
heading | Et les loyers ?
body | Ils n'augmenteront pas avant 2025. Voilà ce que promet la mairie aux commerçants.
body | Reste le parking.
biography | Odile Fabre est journaliste à la rédaction de Rodez. Elle suit la vie des communes.
navigation | Facebook Twitter Imprimer
navigation | 12 commentaires
navigation | À lire aussi
navigation | Trois boulangers sur le podium
legal | © 2022 Le Courrier des Halles. Tous droits réservés.
""",
    ),
    "a daily in English": (
        "en",
        """
title | LOCAL
title | Harbor tunnel will open a year late
byline | By Jane Holloway, Transport Correspondent
byline | Published: March 3, 2024 | Updated: 9:15 a.m. EST, March 4, 2024
navigation | Share on Facebook    Share on X    Share via email
body | The harbor tunnel will open a year late, the port said on Friday, and will cost $40 million more than planned.
navigation | Privacy Notice: Letters may contain advertisements and content that others pay for.
navigation | Read more: Why the old bridge is closing
body | "We hit rock where the maps showed sand," said Tom Avery, the engineer. "That is the whole story."
heading | ‘A hole in the budget’
body | Critics called it ‘a hole in the budget’ that nobody had seen. The council will meet on Tuesday.
navigation | ADVERTISEMENT
body | It has met before.
navigation | Sign up for our morning newsletter
biography | Jane Holloway covers transport and has written for the paper since 2011.
legal | Copyright 2024 The Harbor Post
navigation | Most read
navigation | Ferry fares to rise again
""",
    ),
    "points that say it first, and the author last": (
        "fr",
        """
title | La banque Orvel ferme ses agences
heading | L'essentiel
summary | • La banque Orvel fermera 40 agences en 2023.
summary | • Les salariés seront reclassés.
body | La banque Orvel fermera 40 agences en 2023, dit un communiqué. Tous les salariés seront reclassés.
body | Les syndicats veulent :
body | - une prime de départ
body | - un délai de six mois
body | La direction répondra en juin, et personne n'attend de miracle de cette réponse.
byline | Nadia Benali
biography | Une rédactrice avec plus de 5 ans d'expérience dans la banque et l'assurance.
navigation | Dernières nouvelles
""",
    ),
    "a block of sentences under a label": (
        "en",
        """
title | Orvel to close branches
byline | By Sam Reed
heading | Key points
summary | Orvel will close 40 branches by 2025.
summary | Staff will be offered other jobs.
body | Orvel will close 40 branches by 2025, the bank said. All its staff will be offered other jobs in the group.
body | Unions called the plan a shame and promised to fight it in court before the summer.
""",
    ),
    "posts": (
        "fr",
        """
body | La maire a répondu sur les réseaux, où la fermeture de la piscine a fait parler toute la nuit.
post | Personne ne ferme une piscine de gaieté de cœur.
attribution | — Claire Morvan (@cmorvan) 3 mars 2024
body | Un nageur connu s'en est mêlé. Son message a fait le tour du monde en une heure :
post | We learned to swim there. All of us.
post | Shame on the town, and on me for leaving it.
attribution | —Neil Abara (@nabara) March 4, 2024
body | La préfecture, elle, n'a rien écrit. Elle attend le vote du conseil, prévu pour le 12 mars.
post | « Une ville sans eau est une ville morte. »
attribution | — Hervé Lacan, ancien champion
body | Le bassin fermera le 1er juin, et les écoles iront nager ailleurs.
""",
    ),
    "a post in another language than the page": (
        "fr",
        """
body | La patronne du constructeur a aussitôt réagi, en anglais, à l'annonce de son concurrent.
post | They have copied our engine and they know it. We will see them in court.
post | It was never what I wanted.
attribution | Dana Croft (@danacroft) April 9, 2023
body | Son concurrent n'a pas répondu. L'affaire sera jugée à Lyon, sans doute au printemps.
""",
    ),
    "talk without marks": (
        "en",
        """
title | ‘I wrote it on a train’
byline | INTERVIEW | by Lou Okri | December 2, 2021 | 6 minute read
body | Mara Lindt is late, and she knows it. We meet in a café behind the station, over two cups of tea.
body | LO: Why a train?
body | ML: Because nobody calls. There is no signal in the tunnels, and I had 40 pages to write.
body | LO: And then?
body | ML: Then I slept.
legal | This interview has been edited for length and clarity.
""",
    ),
    "a court, with dashes": (
        "fr",
        """
title | Au procès du comptable
body | La présidente n'a pas levé la voix. Le prévenu, lui, ne l'a jamais regardée de toute l'audience.
body | — Pourquoi avoir signé ?
body | — On me l'a demandé, murmure-t-il.
body | Le jugement sera rendu le 3 juin, après un mois de délibéré.
""",
    ),
    "lines broken around what were links": (
        "fr",
        """
title | Le stade fermera
byline | Rédigé par
- | Luc Marty
- | le Mardi 3 Mai 2022 à 10:05
body | La maire
- | Anne Delmas
- | , élue en 2020, a tranché. « Nous fermerons
- | le stade », a-t-elle dit dès le
- | 2 mai
- | à ses adjoints.
body | Le club ira à
- | Villeneuve
- | .
""",
    ),
    "lines broken at a width": (
        "en",
        """
title | BOARD VOTES TO CLOSE MILL ROAD SCHOOL
body | The school board agreed on Tuesday night to close Mill
- | Road School in the fall, ending a long quarrel about the
- | building, which was opened in 1931 and never repaired.

body | "I have to vote on the numbers, and the numbers are bad,"
- | the chair, Ann Lowe, told a crowd of 200. "I am sorry. I
- | wish that I had better news to bring home."

body | Nobody clapped.

navigation | ---------------------------------------------------------
navigation | To unsubscribe from this list, reply with STOP to this
- | message.
""",
    ),
    "a dispatch": (
        "fr",
        """
title | LES PÊCHEURS BLOQUENT LE PORT DE KERVAL
byline | Brest, 13 mars 2024 (ANP) -
body | Les pêcheurs de Kerval ont bloqué le port mercredi, a-t-on appris auprès de la préfecture.
body | Ils demandent une aide de trois millions d'euros.
byline | abc/def/gh
legal | © ANP - Tous droits de reproduction et de représentation réservés.
""",
    ),
    "a running report": (
        "en",
        """
title | Harbour live: the tunnel opens at last
byline | Thursday 21 March 2024
heading | 4.41pm
heading | Closing summary
body | That is all for tonight. The tunnel is open, and 3,000 cars have used it.
heading | 2.17pm
body | CORRECTION: we said earlier that 1,400 cars had used it. The port now says 1,900. Sorry.
heading | 11.52am
heading | Introduction: Good morning
body | The tunnel opens today, a year late, and the mayor will be the first to drive through it.
navigation | Topics: Tunnel | Harbour
""",
    ),
    "a dispatch under pictures": (
        "en",
        """
caption | 1 of 4. Rescuers look for the ferry in the Mission Control Center on December 2.
title | The best films of 2014.
body | PORT ELLERY (ANP) - Two boats were lost on Tuesday, and forty people are missing.
caption | Fisherman Pol Adair at the door of the Ellery Chapel.
body | "I have never seen such a sea," said Pol Adair, who saved three of them.
navigation | A film of the rescue is on the harbour's own channel and is below:
navigation | About the Author
byline | -- Ann Poe
""",
    ),
    "a post with its link": (
        "fr",
        """
title | Le maire de Kerval répond à la patronne du port
body | La patronne a réagi, en anglais, à l'annonce de la mairie et de la région, mardi matin.
post | They have known it for years and they said nothing to us.
navigation | https://example.org/a/b
attribution | — Dana Croft (@danacroft)
navigation | 9 avril 2023
body | La mairie n'a pas répondu. Le port fermera le 1er juin, et les bateaux iront ailleurs.
""",
    ),
    "a standfirst and a table": (
        "fr",
        """
title | MONDE
title | Les bateaux de Kerval restent à quai
title | REPORTAGE – Les pêcheurs ont refusé mardi de sortir. La mairie promet une aide. A moitié.
byline | Publié hier à 21h17
body | Les pêcheurs de Kerval ont refusé mardi de sortir, et la mairie promet une aide de la moitié.
body | Bateaux | 2021 | 2022
body | Chalutiers | 65 | 41
body | Caseyeurs | 12 | 14
body | La préfecture parle de deux ans, et les pêcheurs de dix.
""",
    ),
    "titles and nothing else": ("en", "\nbody | Ferry fares to rise again\nbody | Old bridge to close\n"),
    "one line": ("en", "\nbody | The bridge closed on Monday, the port said.\n"),
}

#: Paragraphs that begin like furniture and are not.
STORY: Final = [
    ("en", "By 2030 the city plans to close the last of them."),
    ("en", "Related companies paid nothing. Related-party deals rose by 4%."),
    ("en", '"Subscribe to my channel," he said, and nobody did.'),
    ("en", "Copyright law is changing fast, the minister said."),
    ("en", "Agents earn a commission of 6% on each sale."),
    ("en", "Updated guidance was issued on Monday. It is long."),
    ("en", "This report was published by the agency in May."),
    ("en", "Damage was reported from the coastal towns."),
    ("en", "Register offices closed on Monday, and share prices fell."),
    ("en", "Images of the blast spread on Facebook within minutes."),
    ("en", "Latest figures show a drop of 3% in home sales."),
    ("en", "Print sales dropped to 3,000 copies a day."),
    ("en", "3,400 comments were removed by the platform in June."),
    ("en", "Next-generation chips cost more, and video games too."),
    ("en", "The trial resumes on Monday. (Reuters)"),
    ("fr", "Par ailleurs, le maire a refusé de répondre."),
    ("fr", "L'entreprise ne peut être tenue responsable, a jugé la cour."),
    ("fr", "Le journal compte 40 000 abonnés à sa newsletter."),
    ("fr", "Pour aller plus loin, le gouvernement veut une loi."),
    ("fr", "Correction du budget : le ministre promet 3 milliards."),
    ("fr", "Lire est un plaisir, dit-elle à ses élèves."),
    ("fr", "Photos et vidéos ont été saisies par la police."),
    ("fr", "312 voix contre 241 : le texte est adopté."),
    ("fr", "Vidéo à l'appui, il accuse le maire d'avoir menti."),
]
AROUND: Final = {
    "fr": (
        "Le conseil a siégé toute la nuit dans une salle comble.",
        "La suite est attendue au mois de juin prochain.",
    ),
    "en": ("The council sat all night in a hall full of people.", "What follows is expected in the month of June."),
}

#: Lines that say when a page was published, the language of the page, and the day.
DAYS: Final = [
    ("Publié le 12 mars 2024 à 10h", "fr", "2024-03-12"),
    ("Publié le 12 mars 2024 à 10:05. Modifié le 13 mars 2024 à 08:10.", "fr", "2024-03-12"),
    ("Édition du matin — Anne Morel. Publié le 12/03/2024 à 18h30", "fr", "2024-03-12"),
    ("Mis à jour le 13 mars 2024 | Publié le 12 mars 2024", "fr", "2024-03-12"),
    ("Publié le 16/11/2023 à 18:42, mis à jour le 17/11/2023 à 07:05", "fr", "2023-11-16"),
    ("Kim Abel · 17 novembre 2023 · Sécurité", "fr", "2023-11-17"),
    ("Updated: March 3, 2024", "en", "2024-03-03"),
    ("Updated 6:42 p.m. EDT, March 14, 2024", "en", "2024-03-14"),
    ("Wed 8 Nov 2023 06.00 GMT", "en", "2023-11-08"),
    ("By Ann Poe  |  Staff writer  |  Wednesday, September 21, 2022", "en", "2022-09-21"),
    ("Published in the spring of a good year", "en", ""),
]


#: Last paragraphs of a story, below a byline and without one, and biographies.
LAST: Final = [
    ("body", "fr", "Le suspect est un ancien journaliste."),
    ("body", "fr", "Un journaliste qui suivait le convoi a été blessé."),
    ("body", "fr", "Anne Delmas est l'auteure du rapport, qui sera publié en mai."),
    ("body", "en", "The club has hired a coach with 20 years of experience."),
    ("body", "en", "Paul Reed writes for a living, and he is not alone."),
    ("body", "en", "He covers his ears when the trains pass."),
    ("biography", "fr", "Lise Marin est grand reporter. Elle suit les ports depuis 1998."),
    ("biography", "fr", "Passionnée de voile, Lise écrit sur la mer depuis dix ans."),
    ("biography", "en", "Lise Marin is a staff writer who covers ports."),
    ("biography", "en", "Lise lives in Boston with two cats."),
    ("biography", "en", "A crypto reporter with 3 years of experience in finance."),
]


def read(text: str, language: str, **known: str) -> Document:
    """The document of a text."""
    return document(Article(text, **known), "key", language=language)


@pytest.mark.parametrize("name", PAGES)
def test_each_paragraph_has_its_part(name: str) -> None:
    """A reader sees at a glance what is the story and what stands around it; so does the program."""
    language, page = PAGES[name]
    rows = [line.partition(" | ")[::2] if line else ("", "") for line in page.strip("\n").split("\n")]
    text = "\n".join(words for _, words in rows)
    wanted: list[tuple[str, str]] = []
    for part, words in rows:
        if part == "-":
            wanted[-1] = (wanted[-1][0], f"{wanted[-1][1]} {words}")
        elif part:
            wanted.append((part, words))
    found = read(text, language)
    assert [(passage.part, passage.text) for passage in found.passages] == wanted


@pytest.mark.parametrize(("language", "words"), STORY)
def test_the_story_is_never_taken_for_furniture(language: str, words: str) -> None:
    """A sentence of the story may begin like a label, a byline or a notice, and is the story still."""
    before, after = AROUND[language]
    found = read(f"{before}\n{words}\n{after}\n", language)
    assert [passage.part for passage in found.passages] == ["body", "body", "body"]


@pytest.mark.parametrize(("part", "language", "words"), LAST)
def test_a_story_may_end_on_a_journalist(part: str, language: str, words: str) -> None:
    """Below the story stands the biography of who wrote it; what is said there of others is the story's end."""
    before, after = AROUND[language]
    found = read(f"A title of several words\nBy Lise Marin\n{before}\n{after}\n{words}\n", language)
    assert [passage.part for passage in found.passages] == ["title", "byline", "body", "body", part]


@pytest.mark.parametrize(("line", "language", "day"), DAYS)
def test_the_day_of_publication_is_read_from_the_page(line: str, language: str, day: str) -> None:
    """What is called published stands before what is called updated; a line without a date gives none."""
    before, after = AROUND[language]
    found = read(f"A title of several words\n{line}\n{before}\n{after}\n", language)
    assert found.published == day
    if day:
        assert found.passages[1].part in ("byline", "legal")


def test_what_is_known_stands_before_what_the_page_says() -> None:
    """The day that is given wins over the article's, and that over the page's lines; so does the title."""
    text = "A title of several words\nPublished March 3, 2024\nThe council sat all night.\n"
    known = Article(text, title="Its title", published="2024-03-05")
    assert document(known, "k", language="en", published="2024-03-09").published == "2024-03-09"
    assert document(known, "k", language="en").published == "2024-03-05"
    assert document(known, "k", language="en").article.title == "Its title"
    assert read(text, "en").article.title == "A title of several words"


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("La piscine rouvrira le 2 septembre 2024", "fr"),
        ("The tunnel will open on March 3, 2024", "en"),
        ("Ce que l'on sait du naufrage du 12 mai 2023", "fr"),
    ],
)
def test_a_title_tells_the_day_of_something_else(title: str, language: str) -> None:
    """Only lines that speak of the page say when it was published, and a post says when it was posted."""
    before, after = AROUND[language]
    assert read(f"{title}\n{before}\n{after}\n", language).published == ""
    post = f"{title}\n{before}\nThey said nothing to us.\n— Dana Croft (@danacroft)\nApril 9, 2023\n{after}\n"
    assert read(post, language).published == ""


def test_a_dispatch_says_its_day_before_its_first_words() -> None:
    """A place, a date and an agency open a dispatch."""
    text = "PARIS, 3 mars 2024 (ANP) - Le gouvernement a renoncé dimanche à sa réforme, a dit le ministre.\n"
    assert read(text, "fr").published == "2024-03-03"


def test_a_post_in_another_language_is_read_in_it() -> None:
    """The language is that of the passage where its small words say so."""
    text = (
        "La patronne a réagi, en anglais, à l'annonce de la mairie et de la région.\n"
        "They have known it for years and they said nothing to us.\n"
        "— Dana Croft (@danacroft) April 9, 2023\n"
    )
    assert [passage.language for passage in read(text, "fr").passages] == ["fr", "en", "fr"]


def test_a_paragraph_is_numbered_by_its_first_line() -> None:
    """Numbers are those of the article's non-empty lines, whichever lines are joined."""
    text = "\n\nThe mayor\nAnn Lee\n, 61, has left.\r\n\r\nNobody knows why she left so early.\n"
    found = read(text, "en")
    assert [(one.number, one.start) for one in found.passages] == [(1, 2), (4, text.index("Nobody"))]
    assert Article(text).paragraphs()[3] == found.passages[1].text


LINES: Final = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "", "  ", "By Ann Lee", "Publié le 3 mars 2024", "• Un point", "— Ann (@ann) May 3, 2023", "©",
                "He said “it is so", "and it was”, she said.", ", 61,", "La maire", "« Oui. »", "# Titre", "| a | b |",
                "The council sat all night in a hall full of people. It was May 3.", "Que faire ?", "\u200b", "\u00ad",
                "---", "Lire aussi",
            ]
        ),
        st.text(max_size=40),
    ),
    max_size=14,
)  # fmt: skip


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\u2028", "\x0b"]), st.sampled_from(["fr", "en"]))
@settings(max_examples=150, deadline=None)
def test_passages_are_the_text(lines: list[str], end: str, language: str) -> None:
    """Whatever the text: every line is in one passage, places are the article's, sentences cover their passage."""
    text = end.join(lines)
    found = read(text, language)
    paragraphs = Article(text).paragraphs()
    numbers = [passage.number for passage in found.passages]
    assert numbers == sorted(set(numbers))
    for passage, following in zip(found.passages, [*numbers, len(paragraphs) + 1][1:], strict=True):
        written = text[passage.start : passage.end]
        assert len(written) == len(passage.text)
        assert all(one == other or other == " " for one, other in zip(written, passage.text, strict=True))
        assert passage.text.split() == " ".join(paragraphs[passage.number - 1 : following - 1]).split()
        assert passage.sentences[0].start == passage.start
        assert passage.sentences[-1].end == passage.end
        assert all(found.words(span) == passage.words(span) for span in passage.sentences)
