"""Rules of the question: that it stands alone, asks one thing, and asks for something that can be typed."""

from __future__ import annotations

from typing import Final

from quiz.deck.lint.told import NOTHING, Find, Told
from quiz.language.pattern import pattern
from quiz.language.text import word_set

# --- the words with which a question asks ----------------------------------------------------------------------------

_AUX: Final = word_set(
    "is are was were am do does did has have had can could will would shall should may might must isn aren wasn weren "
    "don doesn didn hasn haven hadn won can't"
)
_ASKS: Final = word_set(
    "what which who whom whose when where why how que qu' quel quelle quels quelles qui quoi quand où comment pourquoi "
    "combien lequel laquelle lesquels lesquelles duquel auquel"
)
AUX_EN: Final = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)(?:n't)?"
BE_FR: Final = r"(?:est|sont|était|étaient|fut|furent|sera|seront)"
#: "est-il", "a-t-elle": the verb before its subject.
_INVERTED: Final = pattern(r"\w-(?:t-)?(?:il|elle|ils|elles|on|ce|je|tu|nous|vous)\b")

# --- yes or no -------------------------------------------------------------------------------------------------------

_YES: Final = pattern(r"(yes|no|true|false|oui|non|si|vrai|faux)(?: *$|[,.;:!])")
_YES_BEGINS: Final = frozenset("yntfosvYNTFOSV")
_TRUE_OR_FALSE: Final = pattern(r"\(?(?:true|vrai) (?:or|ou) (?:false|faux)\b|\(?t/f\b|\(?v/f\b")
_OF_WORDS: Final = word_set(
    "symbol symbole abbreviation abréviation translate translation traduire traduis traduisez traduction word mot code "
    "domain domaine formula formule letters lettres syllable syllabe pronounce english french anglais français"
)


def question_yes_no(told: Told) -> tuple[Find, ...]:
    """A question asks for something: yes or no is right half of the time without knowing."""
    answer = told.card.answer.text
    if answer[:1] not in _YES_BEGINS:
        return NOTHING
    match = _YES.match(answer.lower())
    if match is None or not told.words:
        return NOTHING
    words, low = told.words, told.low
    asks = (
        words[0] in _AUX
        if not told.french
        else low.startswith(("est-ce que", "est-ce qu'"))
        or (_INVERTED.search(low) is not None and _ASKS.isdisjoint(words[:3]))
    )
    if not asks and not _TRUE_OR_FALSE.match(low):
        plain = len(words) > 3 and low.endswith(("?", ".")) and ":" not in low and not told.quotes
        asks = plain and _ASKS.isdisjoint(words) and _OF_WORDS.isdisjoint(words)
        if not asks:
            return NOTHING
    return told.here(answer=match[1])


# --- several questions in one ----------------------------------------------------------------------------------------

_WHEN_EN: Final = r"(?:when|where|why|who|whom|how|what|which|how (?:many|much))"
_SEVERAL_EN: Final = pattern(
    rf"^(?:(?:in|on|at|by|from) )?{_WHEN_EN},? and (?:(?:in|on|at|by|for|with|to) )?{_WHEN_EN}\b"
    rf"|\band,? (?:(?:in|on|at|by|for|from|with) )?(?:when|where|why|how|by whom|whom)\?$"
    rf"|\band (?:(?:in|on|at|by|for|from|with) )?(?:when|where|why|how|what|who|how (?:many|much)|(?:what"
    rf"|which) \w+) "
    r"(?:is|are|was|were|do|does|did|has|had|will) (?:the|a|an|it|its|he|she|they|his|her|their|this|that)\b"
    r"|\band how (?:many|much) [\w ]+ (?:live|lived|are|were|did|does|do|has|have|is|was)\b"
    rf"|^(?:in |on |at )?{_WHEN_EN} .*\band (?:in|on|at|from) (?:what|which) (?!else)\w+(?: \w+)?\?$"
)
_WHEN_FR: Final = r"(?:quand|où|comment|pourquoi|qui|combien|quoi)"
_SEVERAL_FR: Final = pattern(
    rf"^(?:(?:par|avec|pour|de|d') ?)?{_WHEN_FR},? et (?:(?:par|avec|pour|en|à|de|d') ?)?{_WHEN_FR}\b"
    r"|\bet,? (?:quand|où|comment|pourquoi|par qui|avec qui|pour qui|combien|en quelle année|à quelle date"
    r"|dans quel pays"
    r"|dans quelle ville|en quel lieu|pour quelle raison) ?\?$"
    r"|\bet (?:quand|où|comment|pourquoi|combien|en quelle année|à quelle date|par qui|avec qui)\b[^?]*?"
    r"(?:\w-(?:t-)?(?:il|elle|ils|elles|on)\b|est-ce qu)"
    rf"|\bet (?:qui|quel(?:le)?s?) {BE_FR} (?:le|la|les|l'|son|sa|ses|leur|leurs|l)"
)
_BEGINS_AGAIN: Final = pattern(
    rf"[^?]{{8,}}\?\s+(?:(?:in|on|at|by|from|and|to|et|en|à|de|dans|par) )?(?:{_WHEN_EN}|{_WHEN_FR}|quel(?:le)?s?"
    rf"|qu'|que"
    r"|is|are|was|were|did|does|est-ce)\b[^?]*\?"
)


def question_several(told: Told) -> tuple[Find, ...]:
    """A card asks one thing: when and where are two cards, each remembered and forgotten on its own."""
    if told.kind in ("list", "cloze"):
        return NOTHING
    low = told.low
    if low.count("?") > 1 and _BEGINS_AGAIN.match(low):
        return told.here()
    if told.french:
        if " et " in low and _SEVERAL_FR.search(low):
            return told.here()
    elif " and " in low and told.kind != "date" and _SEVERAL_EN.search(low.replace(" and, ", " and ")):
        return told.here()
    return NOTHING


# --- a question without an end ---------------------------------------------------------------------------------------

_OPEN: Final = {
    False: pattern(
        r"(?:please )?(?:describe|explain|discuss|comment on|summari[sz]e|elaborate|compare|contrast|analy[sz]e"
        r"|outline"
        r"|tell me|talk about|write about) "
        r"|what (?:do|can) (?:you|we) (?:know|say|tell|remember)\b|what about "
        r"|what happened (?:in|on) (?:(?:january|february|march|april|may|june|july|august|september|october|november"
        r"|december) )?(?:\d{1,2},? )?\d{3,4} ?\?"
    ),
    True: pattern(
        r"(?:décri(?:vez|s)|expli(?:quez|que)|comment(?:ez|e)\b(?= [lu])|résume[zr]?|résumez|analyse[zr]?"
        r"|discute[zr]?"
        r"|compare[zr]?|développe[zr]?|racont(?:ez|e)|présentez|parl(?:ez|e)(?:-moi)? d) ?"
        r"|que (?:savez-vous|sais-tu|sait-on|peut-on dire|pouvez-vous dire|retenir|retient-on|pensez-vous)\b"
        r"|que s'est-il passé (?:en|le) (?:\d{1,2}(?:er)? )?(?:janvier |février |mars |avril |mai |juin |juillet "
        r"|août "
        r"|septembre |octobre |novembre |décembre )?\d{3,4} ?\?"
    ),
}
#: Of some of many, any others would be as right.
_SOME: Final = {
    False: pattern(
        r"(?:name|list|give|cite) (?:some|a few|several|any|(?:an )?examples?)\b(?! of the (?:two|three|four)\b)"
    ),
    True: pattern(r"(?:nomme[rz]?|cite[rz]?|donne[rz]?) (?:quelques|plusieurs|des|un exemple|d'autres)\b"),
}
_OPEN_BEGINS: Final = {False: frozenset("pdecsaotwnlg"), True: frozenset("decradpqn")}


def question_open(told: Told) -> tuple[Find, ...]:
    """A question has one answer: what can be told in many ways, or begins "Describe", cannot be judged."""
    low = told.low
    if low[:1] not in _OPEN_BEGINS[told.french] or told.kind in ("choice", "cloze", "quote"):
        return NOTHING
    match = (_SOME if told.kind == "list" else _OPEN)[told.french].match(low)
    return told.here(text=told.card.question[: match.end()].strip(" ?")) if match else NOTHING


# --- how it is written -----------------------------------------------------------------------------------------------

_ASKED_EN: Final = pattern(
    rf"(?:in|on|at|to|by|from|for|of|with)? ?(?:(?:what|when|where|why|how|who|whom|whose|which)(?:'s)? {AUX_EN}"
    rf"|(?:what|which|whose|how (?:many|much)) [\w' -]+? (?:is|are|was|were|does|did|has|have|had)"
    r"|how (?:many|much|old|tall|long|far|often|big|heavy|fast|high|deep) [\w' -]*?(?:is|are|was|were|do|does|did"
    r"|has)"
    r"|(?:what|who|where|when|how|why)'s(?: the| a)?|who [a-z]+ed|who (?:wrote|won|made|led|built|sang|said|became"
    r"|discovered|holds|plays|played|taught|found)) \w"
)
_ASKED_FR: Final = pattern(
    r"(?:(?:à|de|en|dans|par|avec|pour|depuis|sur|sous|chez) )?"
    rf"(?:quel(?:le)?s? {BE_FR} (?:le|la|les|l'|son|sa|ses|leur)"
    rf"|(?:quand|où|comment|pourquoi|combien|que|qu'|quel(?:le)?s?|lequel|laquelle)\b.*?\w-(?:t-)?(?:il|elle|ils"
    rf"|elles|on)\b"
    rf"|(?:qu'|qui |quand |où |comment |pourquoi )?est-ce qu|qui (?:est|a|fut|était) \w|de quoi|en quoi|à quoi"
    rf"|combien d)"
)


def question_mark(told: Told) -> tuple[Find, ...]:
    """A question ends with its question mark."""
    low = told.low
    if "?" in low or told.kind == "cloze" or told.quotes or len(told.words) < 3 or not low[-1:].isalnum():
        return NOTHING
    if ":" in low or "\n" in low or told.words[0] == "when" or _CAPITAL_SECOND.match(told.text):
        return NOTHING
    return told.here() if (_ASKED_FR if told.french else _ASKED_EN).match(low) else NOTHING


#: "Who Framed Roger Rabbit", "Where Is the Friend's House" are titles.
_CAPITAL_SECOND: Final = pattern(r"(?:Who|What|Where|How|Why|Which) (?:[A-Z][a-z]+ ){2}")

_PAIRED: Final = pattern("[()«»“”]")
_LETTERED: Final = pattern(r"(?:^|(?<=\s))(?:\w|\d\d|i{2,3}|iv)\)")
_ALONE: Final = pattern(r"(?:^|[\s'’])[()](?=[\s'’?.,]|$)|[:;]-?[()]|[«“]\s*(?:[?.,]|$)")


def signs_unpaired(told: Told) -> tuple[Find, ...]:
    """Parentheses and quotation marks of a question come in pairs."""
    text = told.card.question
    if not _PAIRED.search(text):
        return NOTHING
    for opens, closes in ("()", "«»", "“”"):
        if opens in text or closes in text:
            if opens == "(":
                if text.count(")") > text.count("("):
                    text = _LETTERED.sub("", text)
                if "[" in text or "]" in text or "`" in text or '"' in text or "\\" in text:
                    continue
            if text.count(opens) != text.count(closes) and not _ALONE.search(text):
                return told.here(sign=opens if text.count(opens) > text.count(closes) else closes)
    return NOTHING


_TWICE: Final = {
    False: pattern(r"(?<![\w'-])(the|a|an|of|and|from|with) \1(?![\w'-])"),
    True: pattern(
        r"(?<![\w'-])(de(?= de [^A-ZÀ-Þ])|(?<!tra )la(?= la [^\WA-ZÀ-Þ]{4})"
        r"|du|des|le|les|et|un|une|au|aux|dans|par|sur|avec) \1(?![\w'-])"
    ),
}
_LITTLE: Final = {
    False: "the a an of and from with",
    True: "de du des la le les et un une au aux dans par sur avec",
}
_PAIRS: Final = {french: tuple(f"{word} {word} " for word in words.split()) for french, words in _LITTLE.items()}


def word_twice(told: Told) -> tuple[Find, ...]:
    """No little word stands twice in a row, as happens when a sentence is mended."""
    text = told.text
    for pair in _PAIRS[told.french]:
        if pair in text:
            break
    else:
        return NOTHING
    match = _TWICE[told.french].search(text)
    return told.here(word=match[1]) if match else NOTHING
