"""Which language a text is written in, French or English, by the small words that every sentence needs."""

from __future__ import annotations

from typing import Final

from quiz.language.pattern import pattern

#: Small words by language. What two languages share speaks for both; the neighbours are here to be told apart.
_SMALL: Final = {
    "fr": "le la les l un une des du de d au aux et ou où mais donc car ni que qu qui quoi dont ce cet cette ces c ça "
    "cela il elle ils elles on nous vous je j tu me m te se s lui leur leurs y en n ne pas plus jamais rien est sont "
    "était étaient été être sera seront serait soit a à ont avait avaient avoir aura auront ayant fait faire dit "
    "son sa ses mon ma mes ton ta tes notre nos votre vos dans par pour sur sous avec sans chez vers entre depuis "
    "pendant après avant contre selon comme si aussi très bien même tout tous toute toutes autre autres quand lorsque "
    "puis encore déjà alors ainsi peut doit deux trois ans an jour jours mois année années lundi mardi mercredi jeudi "
    "vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
    "millions milliard milliards euros pays ville selon annoncé déclaré affirmé premier première nouveau nouvelle "
    "président ministre gouvernement entreprise personnes",
    "en": "the a an and or but nor of to in on at by for with from into over under about after before between during "
    "against without within through than then that this these those which who whom whose what when where why how it "
    "its he his him she her hers they their them we our us you your i my me is are was were be been being am has have "
    "had having do does did will would can could should may might must not no any some all each more most other such "
    "only also just there here as if so up out down off while because until since said says year years two three s t "
    "didn don isn won day days month months monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december million billion percent people first new "
    "told announced government president minister company city country",
    "de": "der die das dem den des ein eine einen einem einer und oder aber nicht ist sind war waren wird werden wurde "
    "hat haben hatte zu zum zur von vom mit für auf im in an am bei nach aus über auch als wie sich er sie es wir ich "
    "dass daß noch nur so um man bis kein keine durch",
    "es": "el la los las un una unos unas de del al y o pero que en es son era fue ser ha han había no se su sus por "
    "para con sin como más muy lo le les este esta estos estas ese esa cuando donde también ya entre sobre desde hasta "
    "según dos años a yo está mayo junio presidente ministro gobierno millones euros",
    "it": "il lo la i gli le un uno una di del della dei delle dello degli da dal dalla in nel nella su sul sulla con "
    "per tra fra e ed o ma che non è sono era ha hanno aveva si se come più anche al alla ai alle questo questa suo "
    "sua anni due dopo stato a ci dell nell all sull presidente ministro governo milioni euro",
    "pt": "o a os as um uma de do da dos das em no na nos nas ao à e ou mas que não é são era foi ser tem há seu sua "
    "se por para com sem como mais muito pelo pela este esta isso quando também já entre sobre até anos dois após "
    "ele ela presidente ministro governo milhões euros",
    "nl": "de het een en of maar niet is zijn was waren wordt worden werd heeft hebben had te van voor met op in aan "
    "bij naar uit over ook als dat die er hij zij ze wij ik je nog om dan door tot geen deze dit hun jaar twee",
    "ca": "el la els les un una uns unes de del dels al als i o però que en és són era va ser ha han amb per no es se "
    "seu seva com més molt aquest aquesta quan també entre sobre des fins segons dos anys a l d on hi ho",
    "ro": "și în la de pe cu din pentru că nu este sunt a fost au se o un ce care mai după prin ca sau dar să al ale "
    "lui iar când între către ani",
    "sv": "och i att det som en ett på är av för med den till har inte om de var från vid så men han hon sig under "
    "kan efter ska år",
    "da": "og i at det som en et på er af for med den til har ikke om de var fra ved så men han hun sig under kan "
    "efter skal år blev jeg",
    "no": "og i at det som en et på er av for med den til har ikke om de var fra ved så men han hun seg under kan "
    "etter skal år ble jeg",
}
_WORD: Final = pattern(r"[^\W\d_]+")
_LATIN: Final = pattern(r"[A-Za-zÀ-ÖØ-öø-ɏ]+")
_ENDING: Final = {
    "fr": pattern(r".(?:ée?s?|eux|euses?|ements?|aient|tions?|eurs?|elles?|ques?|gne)$"),
    "en": pattern(r".(?:ing|ed|ly|ght|ness|ship|ful|wn|ck|sh)$"),
}
#: So much of a long text tells what all of it would.
_ENOUGH: Final = 100_000
#: Of the words of running text, small ones are two fifths and more; a list of names has next to none.
_SHARE: Final = 0.18
_LEAST: Final = 2


def which(text: str) -> str:
    """The language that most of `text` is in: "fr", "en", or "" where it is neither, or cannot be told.

    Counts the words that each language cannot do without (McNamee, "Language identification: a solved problem
    suitable for undergraduate instruction", 2005), and lets ten neighbours stand as well, so that a text in Spanish is
    not French for its `que`. A sentence of forty letters is enough; a headline of names alone is not.
    """
    words = _WORD.findall(text[:_ENOUGH].lower().replace("’", "'"))
    latin = sum(_LATIN.fullmatch(word) is not None for word in words)
    if not words or _mostly_foreign(words):
        return ""
    scores = dict.fromkeys(_SMALL, 0)
    for word in words:
        for language in _SPEAKS.get(word, ()):
            scores[language] += 1
    best = max(scores.values())
    if best < _LEAST or best < _SHARE * latin:
        return ""
    first = [language for language, score in scores.items() if score == best]
    if len(first) > 1:  # `le`, `de` and `a` are of several languages: then the endings of longer words tell
        first = [language for language in first if language in _ENDING and any(map(_ENDING[language].search, words))]
    return first[0] if len(first) == 1 and first[0] in _ENDING else ""


def _mostly_foreign(words: list[str]) -> bool:
    """Whether less than half of the letters are of the Latin script: Chinese makes few and long words."""
    letters = sum(map(len, words))
    return 2 * sum(len(word) for word in words if _LATIN.fullmatch(word)) < letters


def _speakers() -> dict[str, tuple[str, ...]]:
    speaks: dict[str, tuple[str, ...]] = {}
    for language, small in _SMALL.items():
        for word in dict.fromkeys(small.split()):
            speaks[word] = (*speaks.get(word, ()), language)
    return speaks


_SPEAKS: Final = _speakers()
