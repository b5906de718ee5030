"""Words of opposite sense, in French and English: *rise* and *fall*, *gagné* and *perdu*, *north* and *south*.

A table of common ones, not a dictionary: what it does not hold is not known to be opposite.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

#: Ways up and ways down: a change is one or the other. A `*` stands for any ending.
UP: Final = """hausse* augment* accro* progress* grimp* bond* envol* relev* increas* rise rises rising rose risen
    grew grow grows growing grown growth climb* surg* soar* jump* gain gains gained croissance croit progresse"""
DOWN: Final = """baiss* diminu* recul* chut* decroi* regress* redui* reduct* abaiss* repli* tomb* decreas* fall falls
    falling fell fallen drop drops dropped dropping declin* reduc* shrink* shrank shrunk plung* plummet* cut cuts"""

_PAIRS: Final = f"""
{UP} / {DOWN}
up upward upwards / down downward downwards
gagn* victoire* victor* win wins winning won / perd* defait* lose loses losing lost loss losses defeat*
guerre* war wars / paix peace
meilleur* mieux best better / pire* pis worst worse
nord north* septentrional* / sud south* meridional*
est east* oriental* / ouest west* occidental*
northeast* northwest* / southeast* southwest*
northeast* southeast* / northwest* southwest*
dessus / dessous
pere peres father* paternel* paternal* / mere meres mother* maternel* maternal*
frere* brother* fraternel* / soeur* sister*
fils / fille filles
gauche* / droit droite droitier*
left* / right*
chaud* hot hotter warm* / froid* cold* cool*
bon bons bonne bonnes good / mauvais* mal bad
riche* rich richer wealth* / pauvre* poor*
fort forts forte fortes strong* / faible* weak*
haut hauts haute hautes high higher highest / bas basse basses low lower lowest
plus more most / moins less least fewer
maxim* / minim*
major* / minor*
vrai* true / faux fausse* false
ouvert* ouvr* open opens opened opening / ferm* clos* shut*
commenc* debut* begin* began begun start* / fini* termin* arret* stop* end ends ended ending finish*
cree* creat* construi* build* built / detrui* destruct* destroy* supprim* demol* cut cuts
achet* achat* buy buys buying bought purchas* / vend* vent vente ventes sell sells selling sold sale sales
import* / export*
immigr* / emigr*
avant before / apres after
dedans interieur* inside inner internal* / dehors exterieur* outside outer external*
pour for / contre against
toujours always / jamais never
accept* adopt* approuv* approv* / refus* rejet* reject* repouss*
autoris* permet* permis permi* allow* permit* legalis* / interdi* prohib* forbid* forbade ban bans banned
soutien* souten* support* / oppos* combatt*
premier* first / dernier* last
nouveau* nouvel* new newer newest neuf neuve / ancien* vieux vieille* vieil old older oldest
grand* gros grosse* large* big bigger biggest / petit* small*
long longs longue* longer longest / court courte* courts short*
aime* aimer love loves loved / deteste* hais hait haine hate*
ami amis amie amies friend* allie* ally allies / ennemi* enemy enemies
oui yes / non no
homme hommes man men / femme femmes woman women
tout tous toute toutes all everything everybody everyone / rien nothing none nobody
vie vies life lives vivant* alive living / mort* death* dead
embauch* recrut* hire* hiring / licenci* fire fires fired firing dismiss* layoff*
monte montee montees monter montent / descen*
entre entree entrer enter* entry / sort sortie* sortir exit* leave leaves
partir parti partis partent quitt* leave leaves leaving / reste* rester stay stays stayed staying
debit* / credit*
offre* supply supplies / demande* demand*
acid* / basi* alcali* alkali*
coupable* guilty / innocent*
gratuit* free / payant* paid
"""


def _table() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """Whole words, and beginnings of words, each with the sides (of lines) on which it stands: +n and -n."""
    whole: dict[str, frozenset[int]] = {}
    begun: dict[str, frozenset[int]] = {}
    for number, line in enumerate(_PAIRS.replace("\n    ", " ").strip().splitlines(), 1):
        for sign, side in zip((number, -number), line.split(" / "), strict=True):
            for word in side.split():
                table = begun if word.endswith("*") else whole
                key = word.removesuffix("*")
                table[key] = table.get(key, frozenset()) | {sign}
    return whole, begun


_WHOLE, _BEGUN = _table()
_SHORTEST: Final = min(map(len, _BEGUN))


@lru_cache(maxsize=4096)
def sides(word: str) -> frozenset[int]:
    """The sides of the table on which a folded word stands: n and -n are opposite."""
    found = _WHOLE.get(word, frozenset())
    for end in range(_SHORTEST, len(word) + 1):
        found |= _BEGUN.get(word[:end], frozenset())
    return found


def opposite(one: str, other: str) -> bool:
    """Whether two folded words are known to say the opposite of one another."""
    ours = sides(one)
    return bool(ours) and any(-side in ours for side in sides(other))


def way(word: str) -> int:
    """1 for a word that says up or more (*hausse*, *rise*), -1 for down or less, 0 for any other."""
    found = sides(word) & _WAYS
    return 0 if not found else 1 if min(found, key=abs) > 0 else -1


_WAYS: Final = frozenset((1, -1, 2, -2))
