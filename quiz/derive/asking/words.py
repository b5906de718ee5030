"""The small words by which a clause hangs on others, in both languages, in lower case with plain apostrophes."""

from __future__ import annotations

from itertools import product
from typing import Final

from quiz.language.text import word_set


def _links(said: str) -> tuple[str, ...]:
    return tuple(sorted((" ".join(one.split()) for one in said.split("|")), key=lambda one: (-len(one), one)))


def _crossed(*parts: str) -> str:
    """Every way to take one of each part's variants, each after a bar."""
    ways = product(*([one.strip() for one in part.split("|")] for part in parts))
    return "".join(f" | {' '.join(filter(None, way))}" for way in ways)


#: Openings that link a sentence to the one before it and say nothing of their own; with or without a comma.
CONNECTORS: Final = {
    "fr": _links(
        """
        de plus | en outre | par ailleurs | d'autre part | d'une part | de son côté | de leur côté | pour sa part | pour
        leur part | en revanche | au contraire | toutefois | cependant | néanmoins | pourtant | en effet | ainsi | enfin
        | ensuite | puis | par conséquent | en conséquence | plus important encore | à l'inverse | au final | du coup |
        bref | d'ailleurs | en réponse | en représailles | et | mais | or | donc | car | surtout |
        résultat | autrement dit | au total | en clair | concrètement | selon nos informations | en réalité | de fait |
        au lieu de cela | malgré tout | dans le même temps | parallèlement | dans la foulée | en attendant | preuve que
        | seul hic | conséquence | pour rappel | rappel | à noter | il est à noter que | à savoir | finalement |
        reste que | de quoi | sans surprise | fait rare | du côté de la mairie | pour autant | quoi qu'il en soit |
        là encore | là aussi | à ce jour | à ce stade | depuis | entre-temps | plus tôt dans la journée | peu après |
        dans la soirée | le même jour | ce jour-là | à l'époque | quant à lui | quant à elle
        """
        + _crossed("en réponse à cette", "nouvelle | annonce | décision | question | demande")
        + _crossed(
            "il est",
            "important | crucial | essentiel | utile | bon | intéressant",
            "de",
            "noter | mentionner | rappeler | préciser | souligner | signaler",
            "| ici",
            "que | qu'",
        )
    ),
    "en": _links(
        """
        however | moreover | furthermore | in addition | additionally | meanwhile | nevertheless | nonetheless | still |
        instead | also | besides | therefore | thus | hence | consequently | as a result | on the other hand | by
        contrast | in contrast | in fact | indeed | of course | in other words | for example | for instance | in the
        meantime | at the same time | in the end | finally | then | but | and | so | yet | or | more importantly | most
        importantly | notably | in response | as for | in all | overall | in total | in turn | for his part | for her
        part | for its part | for their part | separately | similarly | likewise | above all | to be sure | elsewhere |
        even so | that said | earlier in the day | later that day | later | by then | until then | since then | at the
        time | at that point | according to reports | in short | plus | only | once again | again | now
        """
    ),
}

DETERMINERS: Final = {
    "fr": word_set(
        "le la les l' un une des du de d' ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos au aux "
        "quelque quelques plusieurs chaque tout toute tous toutes aucun aucune certains certaines autre autres deux "
        "trois"
    ),
    "en": word_set(
        "the a an this that these those his her its their my our your some any no every each all both another other "
        "two three four five several many few more most"
    ),
}
PREPOSITIONS: Final = {
    "fr": word_set(
        "à de d' en dans sur sous pour par avec sans chez vers entre contre depuis pendant durant dès après avant "
        "jusqu'à "
        "jusqu'au jusqu'en hors malgré selon outre envers parmi devant derrière au aux du des près lors auprès"
    ),
    "en": word_set(
        "of in on at to for from by with without about into over under between through during before after against "
        "since until till among within across behind beyond near toward towards upon off per via despite including like"
    ),
}
RELATIVES: Final = {
    "fr": word_set("qui que qu' dont où lequel laquelle lesquels lesquelles duquel auquel auxquels auxquelles"),
    "en": word_set("who which whose whom where"),
}
#: What a subordinate clause begins with: it can be left out, or cannot stand alone.
SUBORDINATORS: Final = {
    "fr": (
        "parce que", "parce qu'", "alors que", "alors qu'", "tandis que", "tandis qu'", "bien que", "bien qu'",
        "afin que",
        "avant que", "après que", "puisque", "puisqu'", "lorsque", "lorsqu'", "quand", "si", "s'il", "s'ils", "comme",
        "même si", "sans que", "pour que", "dès que", "tant que", "ce qui", "ce que", "ce dont", "d'autant que",
        "d'autant plus que", "au point que", "faute de", "histoire de", "après avoir", "avant de", "au lieu de", "sans",
        "tout en", "en attendant", "quitte à", "afin de", "afin d'", "soit",
    ),
    "en": (
        "because", "although", "though", "while", "whereas", "as", "if", "when", "after", "before", "since", "until",
        "unless", "so that", "even though", "even if", "once", "just as", "such as", "rather than", "than", "where",
    ),
}  # fmt: skip
COORDINATORS: Final = {
    "fr": word_set("et mais ou puis or donc car ni"),
    "en": word_set("and but or so yet nor"),
}
#: Pronouns that stand for somebody or something named elsewhere.
PRONOUNS: Final = {
    "fr": word_set(
        "il elle ils elles on lui eux celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci ceci cela ça c' ce y "
        "nous vous je j' tu moi toi me m' te t' en-ci tous toutes certains d'autres autres l'un l'une tel telle"
    ),
    "en": word_set(
        "he she it they him her them this that these those we us i you me himself herself itself themselves one ones "
        "others both neither either such here there mine ours theirs hers"
    ),
}
SUBJECTS: Final = {
    "fr": {"il": "sm", "elle": "sf", "ils": "p", "elles": "p"},
    "en": {"he": "sm", "she": "sf", "it": "s", "they": "p"},
}
POSSESSIVES: Final = {
    "fr": word_set("son sa ses leur leurs mon ma mes notre nos votre vos ton ta tes"),
    "en": word_set("his her its their my our your"),
}
#: Words whose meaning changes with the day or the place of the telling.
DEICTICS: Final = {
    "fr": (
        "hier", "aujourd'hui", "demain", "avant-hier", "après-demain", "ce matin", "ce soir", "ce midi", "cette nuit",
        "cette semaine", "cette année", "ce mois", "ce mois-ci", "cet été", "cet hiver", "cet automne", "ce printemps",
        "ce jour", "ce jour-là", "la veille", "le lendemain", "l'avant-veille", "le surlendemain", "le même jour",
        "la même année", "cette année-là", "l'an dernier", "l'an passé", "l'année dernière", "l'année passée",
        "le mois dernier", "le mois prochain", "la semaine dernière", "la semaine prochaine", "l'an prochain",
        "l'année prochaine", "l'année suivante", "l'année précédente", "il y a", "ci-dessus", "ci-dessous",
        "ci-contre", "ici", "là-bas", "plus tôt", "plus tard", "auparavant", "entre-temps", "à l'époque", "récemment",
        "dernièrement", "tout à l'heure", "lundi dernier", "ce dernier", "cette dernière", "ces derniers", "celui-ci",
        "l'été dernier", "l'hiver dernier", "le printemps dernier", "l'automne dernier", "l'été prochain",
        "dernier", "dernière", "derniers mois", "prochain", "prochaine", "prochains", "précédent", "précédente",
        "suivant", "suivante", "à présent", "maintenant", "désormais", "actuellement", "actuel", "actuelle", "ledit",
        "ladite", "susmentionné", "en question", "lui-même", "elle-même", "eux-mêmes", "le même", "la même",
        "les mêmes",
        "aussi", "également",
        "à son tour", "là", "un temps",
        "dit-on", "chuchote-t-on", "autre", "autres", "notamment ici", "idem", "à l'inverse", "au contraire",
    ),
    "en": (
        "yesterday", "today", "tomorrow", "tonight", "this morning", "this afternoon", "this evening", "this week",
        "this month", "this year", "this summer", "this winter", "this spring", "this autumn", "this fall",
        "next", "ago", "earlier", "later", "now", "currently", "recently", "the same", "the former", "the latter",
        "the day before", "the following day", "the following year", "the previous year", "previously", "previous",
        "here",
        "there", "above", "below", "at the time", "then", "soon", "also", "further", "yet to", "again",
        "instead", "so far",
        "meanwhile", "however", "the pair", "the duo", "the trio", "the two", "respectively", "such", "another",
        "the other", "others", "to date", "still", "as well", "likewise", "upcoming", "past", "coming", "that day",
        "ever since", "the rest", "a year before", "overnight",
    ),
}  # fmt: skip
WEEKDAYS: Final = {
    "fr": word_set("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "en": word_set("monday tuesday wednesday thursday friday saturday sunday"),
}
#: Verbs that bound what they govern: they are of the sentence and of its value.
BOUNDING: Final = word_set(
    "dépasse dépassent dépassait dépassaient dépassera dépasserait excède excèdent excédait frôle frôlent frôlait "
    "avoisine avoisinent avoisinait exceeds exceed exceeded exceeding tops topped surpasse surpassait"
)
#: Adverbs that may be left out and hang on what was said before.
ADDED: Final = {
    "fr": word_set(
        "également aussi ainsi actuellement récemment toutefois cependant néanmoins pourtant donc notamment "
        "par-ailleurs désormais certes ensuite"
    ),
    "en": word_set("also however meanwhile therefore now still currently recently"),
}
#: Nouns that mean one thing without being told which.
UNIQUE: Final = {
    "fr": word_set(
        "monde gouvernement police justice presse soleil lune terre planète internet web public état république "
        "europe france pays nation bourse climat environnement économie parlement droit loi mer ciel nature paix "
        "guerre état-major énergie santé éducation culture sécurité agriculture inflation chômage croissance dette "
        "retraite vie mort science recherche histoire littérature musique marché tabac alcool électricité eau gaz "
        "pétrole "
        "printemps été automne hiver nord sud est ouest intérieur extérieur étranger heure jour semaine mois an année "
        "siècle plupart moitié quart tiers majorité ensemble fois reste titre cours fin début milieu sein suite but "
        "fait"
    ),
    "en": word_set(
        "world government police press sun moon earth planet internet web public media state economy climate "
        "environment parliament law sea sky war inflation unemployment army nation country stock north south east west "
        "past future present year month week day hour end beginning middle start time majority rest lot number same "
        "spring summer autumn fall winter weekend century united u.s us uk"
    ),
}
#: Nouns for what was said before: with a definite article and nothing behind them they mean nothing alone.
EARLIER: Final = {
    "fr": word_set(
        "société entreprise compagnie groupe firme établissement association syndicat direction parti organisation "
        "institution agence décision accord affaire projet plan mesure rapport étude lettre annonce opération fusion "
        "rachat vente procès jugement verdict peine conflit grève accident incendie attaque enquête réunion scrutin "
        "vote "
        "homme femme intéressé intéressée dirigeant patron directeur directrice président présidente maire ministre "
        "milliardaire avocat avocate notaire juge accusé prévenu suspect victime auteur autrice chanteur actrice "
        "acteur "
        "élu élue syndicat conférence document texte dispositif système outil service site plateforme bâtiment usine "
        "hôpital école collège lycée ville commune village région commission tribunal cour procédure plainte somme "
        "prix "
        "tarif chiffre montant total hausse baisse duo trio couple pair équipe club joueur entraîneur match course "
        "épreuve tournoi livre roman film album exposition festival parquet procureur préfecture mairie appareil "
        "phénomène produit vaccin traitement essai programme terminal conseil fondateur fondatrice fabricant "
        "médicament barrage lac piscine injection dose dividende titre ouvrage propriété local locaux terrain bassin "
        "argent préjudice facture ardoise pétition prisonnier détenu victimes syndicaliste"
    ),
    "en": word_set(
        "company firm group agency business organisation organization union party ruling decision deal sale plan "
        "project measure report study letter statement announcement move case suit lawsuit trial verdict sentence "
        "strike accident fire attack investigation inquiry meeting vote man woman chief boss director president "
        "mayor minister billionaire lawyer judge defendant suspect victim author writer singer actor actress student "
        "letter document text system device tool service site platform building plant mill factory hospital school "
        "city town village region committee court appeal complaint sum price fee charge figure amount total increase "
        "rise drop team club player coach match game race tournament book novel film album show festival prosecutor "
        "council filing filings order injunction terminal product vaccine treatment programme program scheme recall "
        "pair couple family petition levy tax filings emails monitor merger closure takeover offer bid proposal "
        "founder maker property drug bond mask lake bridge pool campus line band song charge levy rate price mine "
        "money spill valley island coast participants researchers authors commissioners trial jury elevator"
    ),
}
#: Words that carry no meaning of their own, for counting those that do.
EMPTY: Final = {
    "fr": DETERMINERS["fr"] | PREPOSITIONS["fr"] | RELATIVES["fr"] | COORDINATORS["fr"] | PRONOUNS["fr"] | word_set(
        "ne n' pas plus se s' est sont a ont été être avoir était étaient avait avaient fait sera seront quel quelle "
        "quels quelles combien quand comment pourquoi très même aussi si comme bien tout selon déjà encore"
    ),
    "en": DETERMINERS["en"] | PREPOSITIONS["en"] | RELATIVES["en"] | COORDINATORS["en"] | PRONOUNS["en"] | word_set(
        "is are was were be been being has have had do does did not n't will would can could may might must should "
        "what when how why according than as if very just said says 's up out somebody anybody something anything "
        "everybody thing things again keep got get really when"
    ),
}  # fmt: skip
