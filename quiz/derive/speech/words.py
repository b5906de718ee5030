"""The small words by which a noun phrase is told from what stands around it, small letters, accents kept."""

from __future__ import annotations

from typing import Final

from quiz.language.text import word_set

DETERMINERS: Final = word_set(
    "le la les l' un une ce cet cette ces son sa ses leur leurs mon ma mes ton ta tes notre nos votre vos "
    "quelque quelques "
    "plusieurs certains certaines chaque aucun aucune nul nulle tout toute tous toutes divers diverses maints "
    "the a an his her its their my our your this that these those another one some many several both each every no "
    "any most few all other"
)
#: French ones that begin a noun phrase or join one to another.
JOINING_DETERMINERS: Final = word_set("des du de d'")
QUANTITIES: Final = word_set(
    "deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent beaucoup nombre "
    "two three four five seven eight nine ten eleven twelve dozens hundreds thousands"
)
#: "plus de 40 %", "more than half", "most of", and what stands before a number: "environ", "about".
AMOUNTS: Final = word_set("plus moins près more less fewer most half some many beaucoup")
ABOUT: Final = word_set("about around over under nearly almost environ quelque some près")
WHO: Final = word_set("qui who")
#: Small words within names.
PARTICLES: Final = word_set("de du la le van von der den di da d' of bin al el ben")
PREPOSITIONS: Final = word_set(
    "de d' du des à au aux en dans sur sous par pour avec sans chez vers contre entre parmi devant derrière depuis "
    "dès pendant durant lors après avant jusque jusqu' malgré outre selon via hors face auprès suite grâce d'après "
    "of in on at by for from with without to into onto over under between among against about around through during "
    "before after since until despite within across near outside inside behind beside besides beyond towards toward "
    "upon off via per alongside amid amidst following according representing"
)
#: Prepositions that bind a complement to a noun: "les avocats de X", "a spokesman for X".
BINDING: Final = word_set(
    "de d' du des of for at from à au aux en pour in with chez représentant representing to près on"
)
CONJUNCTIONS: Final = word_set("et ou ni mais or donc car puis and but or nor yet so then while whereas tandis alors")
SUBORDINATORS: Final = word_set(
    "que qu' qui dont où lequel laquelle lesquels lesquelles quand lorsque lorsqu' si comme puisque puisqu' "
    "quoique quoiqu' "
    "parce afin bien "
    "who which whom whose that where when if because although though as unless until once why how whether what"
)
RELATIVES: Final = word_set(
    "qui dont où lequel laquelle lesquels lesquelles auquel duquel who which whose whom where that"
)
PRONOUNS: Final = word_set(
    "il elle ils elles on je j' tu nous vous celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci ce c' cela ça "
    "certains d'autres d'aucuns l'un l'une chacun quelqu'un "
    "he she they it we i you someone somebody everyone nobody"
)
#: Pronouns that stand for somebody who was named before, or may.
THIRD: Final = word_set("il elle ils elles celui-ci celle-ci ceux-ci celles-ci ce-dernier he she they it lui eux")
NOBODY: Final = word_set(
    "on ce c' cela ça je j' tu nous vous we i you quelqu'un someone somebody nobody everyone certains d'aucuns"
)
CLITICS_FR: Final = word_set("se s' me m' te t' nous vous lui leur le la les l' y en ne n' -t-")
CLITICS_BARE: Final = word_set("se s' me m' ne n' y")
AUXILIARIES_FR: Final = word_set(
    "a ont avait avaient eut eurent aura auront aurait auraient ai avons avez "
    "est sont était étaient fut furent sera seront serait seraient été"
)
HAVE_FR: Final = word_set("a ont avait avaient eut eurent aura auront aurait auraient ayant avoir ait aient")
BE_FR: Final = word_set("est sont était étaient fut furent sera seront serait seraient été étant être soit soient")
#: Auxiliaries of several, and determiners of one.
MANY_FR: Final = word_set("ont avaient eurent auront auraient sont étaient furent seront seraient")
ONE_FR: Final = word_set("le la l' un une ce cet cette son sa")
CONDITIONAL_FR: Final = word_set("aurait auraient serait seraient")
FINITE_FR: Final = AUXILIARIES_FR | word_set(
    "peut peuvent pouvait pouvaient pourra pourrait pourraient doit doivent devait devaient devra devrait "
    "devraient veut veulent "
    "voulait va vont allait allaient fait font faisait faisaient fit vient viennent venait tient tiennent tenait prend "
    "prennent met mettent reste restent semble semblent paraît faut faudra permet souhaite refuse refusent travaille "
    "vit vivent dirige préside préfère demande sait savent se s' ne n' n'a n'est n'ont"
)
AUXILIARIES_EN: Final = word_set(
    "has have had is are was were been being be does do did 's 've 'd has n't hasn't haven't hadn't isn't wasn't "
    "weren't doesn't don't didn't"
)
BE_EN: Final = word_set("is are was were been being be isn't wasn't weren't aren't got gets")
MODALS_EN: Final = word_set(
    "will would can could may might shall should must won't wouldn't can't couldn't shouldn't cannot 'll 'd"
)
FINITE_EN: Final = (
    AUXILIARIES_EN
    | MODALS_EN
    | word_set(
        "went came took made got gave saw knew left met ran began kept held stood sat put led became won lost paid "
        "works lives runs leads wants needs plans looks seems remains keeps takes makes goes comes gets gives serves"
    )
) - word_set("'s")
NEGATIONS: Final = word_set(
    "ne n' not never no neither nor n't didn't don't doesn't hasn't haven't hadn't isn't wasn't weren't won't wouldn't "
    "can't couldn't cannot hardly"
)
ADVERBS: Final = word_set(
    "pas plus jamais guère aussi également encore déjà ensuite toujours ainsi bien cependant toutefois pourtant "
    "longtemps souvent néanmoins même certes d'ailleurs enfin aussitôt tantôt parfois surtout plutôt mieux peu trop "
    "tout presque quasi là ici hier aujourd'hui demain maintenant alors puis donc sèchement depuis tôt tard d'emblée "
    "volontiers d'abord désormais itou avant "
    "also again still already then later earlier now too even just always often ever once soon first last once "
    "yesterday "
    "today tomorrow tonight however instead meanwhile perhaps back never not further simply so quite rather once "
    "afterwards afterward elsewhere recently repeatedly since only reportedly allegedly previously though both all "
    "more less long twice almost nearly"
)
NOT_ADVERBS: Final = word_set(
    "gouvernement département parlement mouvement document argument règlement jugement établissement appartement "
    "bâtiment logement moment événement sentiment paiement traitement comportement développement changement "
    "armement groupement rassemblement rapprochement ralliement entraînement testament médicament monument "
    "family company reply italy assembly july supply ally bully monopoly anomaly lilly kelly emily sally billy molly "
    "holly fly lily daily weekly monthly only early friendly elderly likely lonely lovely ugly holy jelly belly"
)
TEMPORAL: Final = word_set(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre "
    "octobre novembre décembre hier aujourd'hui demain soir matin matinée soirée après-midi midi nuit semaine mois "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december jan feb mar apr jun jul aug sept sep oct nov dec yesterday today tomorrow tonight "
    "morning "
    "evening afternoon night week month"
)
#: What is written, folded: it says what it says.
PAPERS: Final = word_set(
    "rapport etude enquete sondage document documents communique donnees chiffres jugement arret audit memo barometre "
    "emails email report study survey poll data figures records filings filing statement ruling trial analysis audit "
    "indictment lawsuit team equipe paper complaint notice reports studies article articles etudes resultats results "
    "findings recherches research travaux rapports enquetes sondages images statistiques statistics census recensement "
    "proces-verbal lettre letter letters accounts comptes minutes video footage test tests analyses"
)
AFTER_TIME: Final = word_set("dernier dernière passé passée prochain prochaine soir matin midi après-midi last next")
#: What opens a phrase set before or into the clause, so that it is no subject.
LEADS: Final = word_set(
    "interrogé interrogée interrogés interrogées contacté contactée contactés contactées joint jointe joints jointes "
    "invité invitée questionné questionnée sollicité sollicitée asked speaking pressed quoted reached contacted "
    "réuni réunie réunis réunies appelé venu venue arrivé arrivée selon quant côté malgré faute plus moins signe "
    "preuve "
    "résultat bref ironie reste according"
)
