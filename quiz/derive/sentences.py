"""A paragraph → its sentences. A sentence that quotes somebody runs on to the mark which closes the quotation.

Most ends of sentences are plain; what is not follows from what stands before the full stop (an initial, a title, an
abbreviation that never or seldom ends a sentence) and from what comes after it (a small letter, a figure, a word with
which sentences begin). After the kinds of Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection"
(2006), with tables instead of training.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quiz.derive.fact import Span
from quiz.language import quotes
from quiz.language.pattern import pattern
from quiz.language.text import word_set

#: A quotation or an aside as long as this is split like any other text.
LONGEST_QUOTATION: Final = 1200
_LONGEST_ASIDE: Final = 240
#: Nobody writes longer sentences: what has no end for so long is cut at a space.
_LONGEST: Final = 1200

_END: Final = pattern(
    r"(?<![.!?…])(?P<stop>[.!?…]+)"
    r"(?P<close>[\"”’')\]*_]*(?:[ \t\u00a0\u202f\u2009]*[»›])*[\"”’')\]*_]*)(?P<gap>\s+)(?=\S)"
)
#: A full stop that the next sentence follows without a space: only before words with which sentences begin.
_GLUED: Final = pattern(r"[.!?](?<=[^\W\d_]{3}[.!?])[»”\"]?(?=[A-ZÀ-Ý][a-zà-ÿ]*['’\s])")
#: The place with which a dispatch begins: "CHICAGO — ", "PARIS, 3 mars (AFP) - ", "Leeds (PA) – ".
_DATELINE: Final = pattern(
    r"\s*[A-ZÀ-Ý](?:[A-ZÀ-Ý'’. -]{2,30}(?:,[^—–()\n]{2,30})?(?:\s?\([\w /&.-]{2,30}\))?"
    r"|[\w'’. -]{2,30}(?:,[^—–()\n]{2,30})?\s?\([A-Z][\w /&.-]{1,30}\))\s?[—–-]{1,2}\s+(?=\S)"
)
_SINGLE: Final = pattern(rf"(?<![\w'’])'(?=\w)[^\n]{{0,{LONGEST_QUOTATION}}}?[.,!?…]'(?!\w)")
_SINGLE_END: Final = pattern(r"[.,!?…]'(?!\w)")
_ASIDE: Final = pattern(r"\([^()\n]{3,240}\)|\[[^\[\]\n]{3,240}\]")
_WORD: Final = pattern(r"[^\W\d_]+")
_LIST_NUMBER: Final = pattern(r"(?:^|(?<![nN]o)[;:.!?\n]\s*)\d{1,2}$")
_DOTTED: Final = pattern(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}|(?i:ph\.d|j\.-c|c\.-à-d)")
_CAMEL: Final = pattern(r"[a-z]{1,2}[A-Z]")
#: "…?" asked Jane Roe, with the name before the verb.
_SAYING: Final = pattern(
    r"(?:[A-Z][\w'’.-]*\s+|(?:he|she|they|I|we|the|a|an|one|another|his|her|their|my|de|van|von|of)\s+|[a-z-]+\s+){1,5}?"
    r"(?:said|says|asks?|asked|replie[sd]|answer(?:s|ed)|add(?:s|ed)|cr(?:ies|ied)|shout(?:s|ed)|wrote|writes|t(?:ells|old)"
    r"|snap(?:s|ped)|exclaim(?:s|ed)|joke[sd]|laugh(?:s|ed)|wonder(?:s|ed)|remember(?:s|ed)|recall(?:s|ed)|sigh(?:s|ed)"
    r"|shot\s+back|thundered|demand(?:s|ed)|quip(?:s|ped)|tweet(?:s|ed)|yell(?:s|ed)|insist(?:s|ed)|continue[sd])\b"
)

#: Titles: a name follows, never the end. As they are written.
_TITLES: Final = word_set(
    "M MM Mme Mmes Mlle Mlles Mgr Dr Drs Pr Prof Mr Mrs Ms Mx St Ste Sen Rep Reps Sens Gov Gen Col Lt Sgt Cpl Capt "
    "Cmdr Cdr Rev Hon Maj Adm Pres Supt Cllr Insp Det Amb Atty Dist Vve Msgr Fr vs cf Cf"
)
#: A figure follows, or it is a word and the end.
_BEFORE_FIGURES: Final = word_set(
    "art Art no No nos Nos n N p pp P vol Vol fig Fig chap Chap ch sec Sec env approx ca circa tel Tel tél Tél éd ed "
    "par al av apr jan Jan feb Feb mar Mar apr Apr jun Jun jul Jul aug Aug sep Sep sept Sept oct Oct nov Nov dec Dec "
    "janv Janv févr Févr fév Fév avr Avr juil Juil août déc Déc bd Bd rte Rte Route"
)
#: They may end a sentence: then a word follows with which sentences begin.
_SELDOM: Final = word_set(
    "Inc Corp Co Cos Ltd LLC Plc plc Bros Jr Sr Cie Sté Ets Ave Av Blvd Boul Rd Ln Pkwy Hwy Mt Ft Pt Bldg Dept dépt "
    "Dép Univ Assn Assoc Intl Natl Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss "
    "Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Sask ex Ex réf dir coll trad min max hab"
)
#: Words whose single letter is a name of its own: plan B, vitamin C, hépatite B.
_LETTERED: Final = word_set(
    "plan plans vitamin vitamine vitamines hepatitis hépatite type option ligue série serie group groupe category "
    "catégorie class classe annexe appendix part partie zone grade team equipe équipe bloc block lot lettre letter "
    "section terminal"
)
#: Words with which sentences begin and names do not.
_STARTERS: Final = word_set(
    "The A An He She It They We I You This That These Those There In On At But And Or So As If When While After "
    "Before For From With His Her Its Their Our My Your Some Many Most Several Both Each No Not Now Then Here What "
    "Who Why How Where Since Under Until Although Though However Meanwhile Yet Also Another Others Nobody Everyone By "
    "To Asked Of Le La Les L Un Une Des Du De D Il Elle Ils Elles On Nous Vous Je J Ce C Cet Cette Ces Ça Cela Son Sa "
    "Ses Leur Leurs Mon Ma Mes Notre Nos Votre Vos Mais Et Ou Or Donc Car Ni Si Que Qu Qui Quoi Quand Comme Dans En "
    "Au Aux À Avec Sans Pour Par Sur Sous Selon Après Avant Depuis Pendant Lors Lorsque Alors Ainsi Aussi Puis Enfin "
    "Ensuite Certains Plusieurs Tous Toutes Tout Toute Chaque Aucun Aucune Pas Plus Moins Cependant Pourtant "
    "Toutefois Néanmoins Or Y N S Interrogé Interrogée Selon D'après"
)


def sentences(text: str, offset: int = 0) -> tuple[Span, ...]:
    """The sentences of a paragraph, which cover it; `offset` is where it begins. The space after one belongs to it."""
    ends = [*_ends(text), len(text)]
    if len(text) > _LONGEST:
        ends = list(_cut(text, ends))
    starts = [0, *ends[:-1]]
    return tuple(Span(offset + start, offset + end) for start, end in zip(starts, ends, strict=True) if start < end)


def dateline(text: str) -> int:
    """Where the first sentence begins behind the place of a dispatch; 0 where none stands there."""
    match = _DATELINE.match(text)
    return match.end() if match is not None else 0


def _cut(text: str, ends: list[int]) -> Iterator[int]:
    """The ends, with more of them where two are too far apart."""
    start = 0
    for end in ends:
        while end - start > _LONGEST:
            space = text.rfind(" ", start + 1, start + _LONGEST)
            start = space + 1 if space > 0 else start + _LONGEST
            yield start
        yield end
        start = end


def _ends(text: str) -> Iterator[int]:
    """Where a sentence ends and another begins."""
    whole = sorted(_enclosed(text))
    found = [
        (match.start("stop"), match.end())
        for match in _END.finditer(text)
        if _parts(text, match.start("stop"), match.end(), match["stop"], match["close"])
    ]
    found += [
        match.span()
        for match in _GLUED.finditer(text)
        if _starts(text, match.end()) and "@" not in text[max(0, match.start() - 20) : match.start()]
    ]
    begins = dateline(text)
    if begins:
        yield begins
    reach, at = 0, 0
    for stop, end in sorted(found):
        if end <= begins:
            continue
        while at < len(whole) and whole[at][0] < stop:
            reach = max(reach, whole[at][1])
            at += 1
        if end >= reach:
            yield end


def _enclosed(text: str) -> Iterator[tuple[int, int]]:
    """The quotations and asides that are not split."""
    for one in quotes.find(text):
        if one.end - one.start <= LONGEST_QUOTATION:
            yield one.start, one.end
    if "'" in text and _SINGLE_END.search(text) is not None:
        for match in _SINGLE.finditer(text):
            if match.end() - match.start() <= LONGEST_QUOTATION:
                yield match.span()
    if "(" in text or "[" in text:
        for match in _ASIDE.finditer(text):
            yield match.span()


def _parts(text: str, stop: int, after: int, sign: str, close: str) -> bool:
    """Whether the sign at `stop` ends a sentence, where `after` is the next word's first letter."""
    char = text[after]
    if char.islower() and not _CAMEL.match(text, after):
        return False
    if char in ",;:)]»›%/":
        return False
    if sign[-1] in "!?…" or len(sign) > 1:
        return not (close and _SAYING.match(text, after)) and not (sign[-1] == "…" and close == "]")
    if close:
        return True
    before = text[max(0, stop - 40) : stop].split()
    word = before[-1].lstrip("-([«“\"'’‘—–") if before and not text[stop - 1].isspace() else ""
    if word.isdigit():
        return not _LIST_NUMBER.search(text, max(0, stop - 6), stop)
    return not word or _ends_with(text, word, stop, after)


def _ends_with(text: str, word: str, stop: int, after: int) -> bool:
    """Whether a sentence ends after `word` and a full stop."""
    last = word.replace("’", "'").replace("'", "-").rsplit("-", 1)[-1]
    if len(last) == 1 and last.isupper():
        previous = _WORD.findall(text, max(0, stop - 24), stop)[-2:-1]
        return (last == "I" and _starts(text, after)) or (bool(previous) and previous[0].lower() in _LETTERED)
    if last in _TITLES:
        return False
    if last in _BEFORE_FIGURES:
        return not text[after].isdigit()
    if _DOTTED.fullmatch(word):
        return _starts(text, after) or text[after] in '«“"‘'
    if last in _SELDOM:
        return _starts(text, after)
    return not (last == "Me" and _is_name(text, after))


def _starts(text: str, after: int) -> bool:
    """Whether a word stands there with which sentences begin."""
    match = _WORD.match(text, after)
    return match is not None and match[0] in _STARTERS


def _is_name(text: str, after: int) -> bool:
    return text[after].isupper() and not _starts(text, after)
