"""The rule that a question stands alone: what its words stand for is said in it."""

from __future__ import annotations

from typing import Final

from quiz.deck.lint.question import AUX_EN, BE_FR
from quiz.deck.lint.told import NOTHING, Find, Told
from quiz.language.pattern import pattern
from quiz.language.text import word_set

_NOUN: Final = r"(?!(?:the|a|an|this|that|his|her|their|its)\b)[\w-]+ "
_WH_EN: Final = (
    rf"(?:(?:in|on|at|from|by|to|with|for|of|under|during|until|since) )?"
    rf"(?:when|where|why|how|who|whom|(?:what|which|whose|how (?:many|much)) (?:{_NOUN}){{0,3}}?|what|which"
    rf"|how (?:old|tall|long|far|often|big|heavy|fast|high|deep)) ?"
)
_HE: Final = r"(?:he|she|they)"
_THIS: Final = r"(?:this|these|those)(?! (?:year|month|week|season|day|deck|card|quiz|question)\b)"
#: What was done to it, and nothing else is said of it.
_PARTICIPLES: Final = r"\w+ed|built|made|found|written|sold|won|held|lost|taken|bought|sung|born|drawn"
_DONE: Final = rf" (?:(?:first|last|finally|originally) )?(?:{_PARTICIPLES})"
_PRONOUN_EN: Final = pattern(
    rf"{_WH_EN}{AUX_EN} (?:not )?(?:({_HE}|it(?={_DONE}\?|\?|"
    rf" (?:end|begin|start|open|happen|close|stand for|sink|erupt|cost|weigh|measure|contain|mean)\?))(?= |\?)"
    rf"|(his|her|their|its) |({_THIS})(?: |\?))"
    rf"|{AUX_EN} ({_HE}) "
    rf"|(?:who|what|which \w+) [\w-]+(?:ed|ote|ade|ook|ew|id|on|ent|ound|uilt|aid|ang) (it(?=\?)|him(?=\?)"
    rf"|her(?=\?)|them(?=\?)|{_THIS}(?=\?| [\w-]+\?))"
)
_IT: Final = frozenset(("what time is it", "what day is it", "how much is it", "what is it", "how is it"))

_QUEL: Final = r"quel(?:le)?s? [\w-]+ (?:[\w-]+ )?"
_WH_FR: Final = (
    r"(?:(?:à|a|de|d'|en|dans|depuis|pour|par|avec|chez|contre|vers|sous|sur|jusqu'en|jusqu'à) ?)?"
    rf"(?:quand|où|comment|pourquoi|qui|quoi|que|combien de [\w-]+|combien d'[\w-]+|combien|{_QUEL}) ?"
)
_CLITICS: Final = r"(?:ne |n'|se |s'|l'|la |le |les |lui |leur |en |nous |vous )*"
_PRONOUN_FR: Final = pattern(
    rf"(?:{_WH_FR}|qu'){_CLITICS}(?!y )([\w]+)-(?:t-)?(il|elle|ils|elles)\b(.*)"
    rf"|(?:qui|quel(?:le)?s?|où|quand|que|comment) {BE_FR} (?:né |née |mort |morte )?(son|sa|ses|leurs?) [\w-]+(.*)"
    rf"|(?:{_WH_FR})(?:{BE_FR} |eut lieu |a |ont )?(cet|cette|ces|ce) (?!qu|n'|jour|dont|à|jeu\b|carte)[\w-]+(.*)"
    rf"|(?:{_WH_FR})(cela) |quel(?:le)?s? (en) {BE_FR} "
)
_NOBODY: Final = word_set(
    "faut fallait fallut faudra faudrait agit agissait suffit existe existait reste vaut fait pleut neige semble "
    "convient dit peut manque passe"
)
_IMPERSONAL: Final = pattern(r"^quelle heure|\by (?:a|avait|eut|aura)-|s'(?:est|était)-il (?:passé|produit)|s'agi")
_OF_NOBODY: Final = pattern(r" (?:\w+ )?(?:que? |qu'|de |d')")
_CAPITAL: Final = pattern(r"(?<!^)(?<![.:?!] )\b[A-ZÀ-Þ]")
_STAND_FOR: Final = {
    False: (
        " it",
        " he ",
        " he?",
        " she ",
        " she?",
        " they ",
        " his ",
        " her",
        " their ",
        " this",
        " these",
        " those",
        " them?",
        " him?",
    ),
    True: ("-il", "-elle", "t son ", "t sa ", "t ses ", " leur", " ce", " son ", " sa ", " ses ", " en "),
}
#: What stands beside the question in a book, and is not there when a card is asked.
_BESIDE: Final = {
    False: pattern(
        r"\b(?:which|what|who|one|all|each) of (the following)\b(?!.*(?::|,|–| - ))"
        r"|\b(?:according to|in|from|on) (the (?:text|passage|article|picture|image|photo|figure|diagram))(?=,|\?)"
        r"|\b(?:does|did) (the (?:author|text|passage|article|narrator))"
        r" (?:say|mean|argue|claim|think|conclude|state|suggest|describe|write|want|believe)\b"
        r"|\b(the (?:text|passage|picture|image|figure|diagram|table) (?:above|below))\b"
        r"|^see (the (?:text|passage|picture|image|figure|diagram)|(?:picture|image|figure|diagram)\b)"
    ),
    True: pattern(
        r"\b(?:selon|d'après|dans|sur|de) (l'auteur|l'article|l'image|(?:le |la |ce |cette )"
        r"(?:texte|passage|document|photo|figure|schéma|narrateur))(?= ?[,?])"
        r"|\bque (?:dit|veut dire|pense|veut|propose|conclut|affirme|raconte)(?:-t-il|-t-elle)? "
        r"(l'auteur|le narrateur|l'article(?= ?\?)|le texte(?= ?\?))\b(?! d[eu']| des)"
        r"|\b(?:le |la |l')?((?:texte|image|figure|schéma|tableau|passage) ci-(?:contre|dessus|dessous))\b"
        r"|\b(?:parmi|lequel|laquelle|lesquels|lesquelles)\b[^?:]* (suivante?s)\b"
    ),
}
_MAY_BE_BESIDE: Final = {
    False: (
        "follow", "the text", "the passage", "the article", "the author", "narrator", "picture", "image", "the photo",
        "figure", "diagram", "table ",
    ),
    True: (
        "texte", "auteur", "article", "passage", "document", "photo", "figure", "schéma", "narrateur", "ci-", "suivant",
        "l'image",
    ),
}  # fmt: skip
_OTHER_SENTENCE: Final = pattern(r"[.!;:?,].*\w|[()\[\]“\n]")


def question_pronoun(told: Told) -> tuple[Find, ...]:
    """A question stands alone: who "he" is, which battle "this battle", which text "the text", is said in it."""
    low = told.low
    for cue in _MAY_BE_BESIDE[told.french]:
        if cue in low and told.kind != "choice" and not told.quotes:
            beside = _BESIDE[told.french].search(low)
            if beside is not None:
                return told.here(word=beside[beside.lastindex or 0])
            break
    for cue in _STAND_FOR[told.french]:
        if cue in low:
            break
    else:
        return NOTHING
    if told.quotes or told.kind == "cloze" or _OTHER_SENTENCE.search(told.low):
        return NOTHING
    if not told.french:
        match = _PRONOUN_EN.match(told.low)
        if match is None or _CAPITAL.search(told.text) or told.low.rstrip(" ?") in _IT:
            return NOTHING
        return told.here(word=next(word for word in match.groups() if word))
    match = _PRONOUN_FR.match(told.low)
    if match is None or _CAPITAL.search(told.text):
        return NOTHING
    verb, subject, rest, own, _, this, _, that, thereof = match.groups()
    if verb and (
        (subject == "il" and (verb in _NOBODY or _OF_NOBODY.match(rest))) or told.words[0] in ("lequel", "laquelle")
    ):
        return NOTHING
    if subject == "il" and _IMPERSONAL.search(told.low):
        return NOTHING
    return told.here(word=subject or own or this or that or thereof)
