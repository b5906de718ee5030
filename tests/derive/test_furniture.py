"""Lines of a page that tell by their form that they are no part of its story, and sentences that look like them."""

from typing import Final

import pytest

from quiz.derive.furniture import furniture

LINES: Final = {
    "byline": """
4 min read
5 minutes de lecture
Temps de lecture : 4 min
Reuters
(ATS)
The Canadian Press
La rédaction
Par la rédaction
Le Quotidien avec AFP
Business | by Jane Roe
COLLABORATION: A. B., À LIMA
To contact the reporter on this story: Jane Roe in Oslo at jroe@example.org
Wire service journalists Ann Poe in Oslo and Luc Rey in Lyon contributed.
Associated Press writer Jane Roe in Paris contributed to this report.
With files from Jane Roe
Publié hier à 21h17
Posted 3 hours ago
""",
    "navigation": """
☕ Cet article vous a plu ? Offrez-nous un café à partir de 5 €.
Did you enjoy this article? Buy us a coffee.
Help us keep our newsroom free. Donate today.
Vous avez trouvé une erreur ? Merci de nous la signaler.
Plus de contenu | Vous avez vu une faute ? Écrivez-nous.
Spotted an error? Report a mistake
Pour en savoir plus : « Les ports », hors-série n° 3, 8 €.
(The ferry: what we know so far about its last crossing)
Écouter cet article
Listen 3:45
0:00 / 4:12
Watch: The ferry leaves for the last time
VIDÉO. Le dernier départ du bac
#transports #ports
@janeroe
https://example.org/a/b
En vous inscrivant, vous acceptez nos conditions d'utilisation.
By signing up, you agree to our terms.
Your email address will not be published.
Il vous reste 70 % de cet article à lire.
This article is for subscribers only.
Accepter et fermer
Continuer sans accepter
La suite après la publicité
Article continues below advertisement
Got a tip? Contact our newsroom.
Une info à nous signaler ? Écrivez-nous.
""",
    "caption": """
Pic: Members of the council on Monday. Photo: Ann Poe-Reed.
2 of 4. Rescuers look for the ferry in the Mission Control Center on December 2.
SOURCE: Port Authority; Ministry of the Sea.
A man walks past a bank in London. REUTERS/Jane Roe/File Photo
Le port de Kerval, le 3 mars 2023. LUC REY / AFP
Le port de Kerval, photo d'archives.
Photo Luc Rey, La Presse canadienne
""",
    "legal": """
CC BY-NC 4.0
This article is republished under a Creative Commons license.
This report by The Canadian Press was first published March 3, 2023.
The views expressed are those of the author.
Les propos n'engagent que leur auteur.
""",
}
#: Each begins like a line above and tells something.
STORY: Final = """
Watch sales rose by 4% in May, the makers said.
Listen to the river, the old man said, and it will tell you.
Sources at the ministry said that nothing was decided.
Two of 12 boats were lost. Rescuers went on until nightfall.
Reuters reported on Tuesday that the bank would close.
The views of the mayor changed after the flood.
Download speeds fell by half in June, the regulator said.
Help was slow to come, and the newsroom of the local radio stood under water.
Vous avez vu la mer, disait-il à ses élèves.
Plus de 300 personnes ont défilé samedi à Kerval.
La rédaction du rapport a pris deux ans.
Votre adresse compte plus que votre diplôme, résume la sociologue.
Ce texte vous a valu des menaces, rappelle le président.
Disponible depuis mars, le vaccin manque déjà.
Ecouter les riverains, voilà ce que promet la maire.
La suite appartient aux juges, dit l'avocate.
The journalists contributed 4,000 dollars to the fund.
"""


@pytest.mark.parametrize(
    ("part", "line"), [(part, line) for part, lines in LINES.items() for line in lines.strip().split("\n")]
)
def test_a_line_of_the_page_is_told_by_its_form(part: str, line: str) -> None:
    """Who wrote it, what to read next, what a picture shows, whose it is: one look at the line is enough."""
    assert furniture(line) == part


@pytest.mark.parametrize("sentence", STORY.strip().split("\n"))
def test_a_sentence_of_the_story_is_none(sentence: str) -> None:
    """The first words of a label may be those of a sentence."""
    assert furniture(sentence) is None


def test_the_list_of_those_who_helped_may_be_long() -> None:
    """An agency names all of them, in brackets, at the foot of the dispatch."""
    names = ", ".join(f"Ann Poe in TOWN{number}" for number in range(40))
    assert furniture(f"(Additional reporting by {names}; editing by Jane Roe)") == "byline"
