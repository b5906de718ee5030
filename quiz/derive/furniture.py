"""The lines of a page that are no part of its story, told by their form: who wrote it, what to read next, whose it is.

A line is folded before (small letters without accents, plain quotation marks and dashes) and bare of bullets and
emphasis. The patterns are the phrases of French and English pages at large; none is of one page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from quiz.derive.document import Part
from quiz.language.pattern import pattern
from quiz.language.text import word_set

#: What is longer is looked at only for the few notices that run on.
_SHORT: Final = 320
#: What `quiz.language.text.fold` does to French and English, at a tenth of its cost.
_PLAIN: Final = str.maketrans(
    dict(zip("àâäáãåéèêëíîïìóôöòõúùûüçñÿ", "aaaaaaeeeeiiiiooooouuuucny", strict=True))
    | {"œ": "oe", "æ": "ae", "ß": "ss"}
    | dict.fromkeys("’‘ʼ`´", "'")
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("«»“”„‟", '"')
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", "")
)
_MARKS: Final = pattern(r"[\s*_>#•●▪■◦‣·|►➤▶→⇒\[\]✉✎☞–—-]+")
_ARROW: Final = pattern(r"[*_\s]*[►➤▶→⇒☞➡▸»]")
_SENTENCE: Final = pattern(r"[.!?…][\"»”’'›)\]*_ \u00a0\u202f]*$")

#: Somebody may write "Related companies…" or "Photos show…": a label is followed by a sign, or ends the line.
_LABEL_END: Final = r"(?:\s*[:|>].*|\s+-\s.*|\s*\.?\s*$)"


def _any(*forms: str, after: str = "") -> re.Pattern[str]:
    """A pattern of several forms of a line, any of which will do, with what follows each of them."""
    return pattern(f"(?:{'|'.join(forms)}){after}")


_BYLINES: Final = _any(
    r"(?:redige|ecrit|publie|poste|propos recueillis?|recueilli|interview realisee|texte|textes|entretien"
    r"|enquete|reportage) (?:et photos? )?par\b[^.]*$",
    r"(?:par|by|written by|posted by|words by|story by|text by|interview by|edited by|reported by|reporting "
    r"by)(?: :|:)?(?: (?:notre|nos|our|the)\b[^.]*| [^.]{2,80})$",
    r"\(?(?:reporting|additional reporting|writing|editing|compiled) (?:and [a-z]+ )?by\b.*",
    r"(?:auteure?|author|redaction|redacteur|byline)\s*:.*",
    r"(?:de notre|de nos|from our) (?:envoye|correspondant|correspondent|staff)\w*[^.]*$",
    r"(?:temps de lecture|lecture)\s*:?\s*\d+.*",
    r"(?:about )?\d+[ -]?(?:min|minutes?|mn)(?: de lecture| read| reading time)\b.*",
    r"(?:reading time|estimated reading time)\s*:?\s*.*",
    r"[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4}$",
    r"[\w.+-]+@[\w-]+\.[\w.-]+$",
    r".{0,80}\b(?:contributed to|contributed reporting (?:to|for)) this (?:report|story|article)\b.*",
    r".{0,80}\ba contribue a cet(?:te)? (?:article|depeche|enquete)\b.*",
    r"\(?avec (?:l')?(?:afp|reuters|ap|belga|ats|agences?)(?: [a-z]+){0,4}\)?\.?$",
    r"\(?(?:with|from) (?:afp|reuters|ap|agencies)\b\)?\.?$",
)

_NAVIGATION: Final = _any(
    r"(?:a )?lire (?:aussi|egalement|la suite)\b.*",
    r"a lire\b" + _LABEL_END,
    r"(?:voir|ecouter|a voir|a decouvrir) aussi\b.*",
    r"(?:sur le meme (?:sujet|theme)|dans la meme rubrique|en lien avec|notre dossier)" + _LABEL_END,
    r"(?:dernieres (?:nouvelles|actualites|infos)|(?:les )?plus (?:lus|lues|populaires|recents)|a la une)" + _LABEL_END,
    r"(?:articles?|sujets?|contenus?) (?:similaires?|lies?|associes?|connexes?|recommandes?)" + _LABEL_END,
    r"(?:vous (?:aimerez|pourriez) (?:aussi|aimer|etre)|ca (?:peut|pourrait) vous interesser|a ne pas manquer"
    r"|ne manquez pas)\b[^.]*$",
    r"(?:retrouvez (?:aussi|toute l'actualite|tous nos|l'ensemble de)|suivez[ -]nous)\b.*",
    r"(?:pour aller plus loin|nos (?:derniers|autres) articles|you (?:may|might) like)" + _LABEL_END,
    (
        r"(?:read (?:more|next|also|the full \w+)|also read|see also|see more|learn more|continue reading|keep "
        r"reading|next article|previous article|article (?:precedent|suivant))"
    )
    + _LABEL_END,
    (
        r"(?:related|related (?:articles?|stories|content|topics|news|reading|coverage)|recommended|recommended "
        r"for you|trending(?: now)?|top stories|latest(?: news| stories)?|popular(?: now)?|most (?:read|popular"
        r"|viewed|shared|commented)(?: in [a-z ]+)?|editors?'?s? picks?|more stories|more(?: [a-z]+){0,2} news|in "
        r"(?:this|other) (?:story|news)|what to read next|up next)"
    )
    + _LABEL_END,
    r"more (?:on|from|about)\b[^.!?]*$",
    r"you (?:may|might) also (?:like|enjoy|be interested)\b[^.]*$",
    r"don't miss\b[^.]*$",
    r"(?:tags?|mots[ -]cles?|etiquettes?|categories?|topics?|filed under|keywords?|themes?|rubriques?)\s*:.*",
    r"(?:advertisement|advertising|publicite|pub|sponsored(?: content| by.*)?|contenu sponsorise|partner "
    r"content|annonce|promoted)(?:\s*[:-].*|\s*$|\s+-\s.*)",
    r"(?:[\d.,]+ ?[km]?) (?:comments?|commentaires?|reactions?|shares?|partages?|likes?|views?|vues?"
    r"|votes?)\b[^.]{0,80}$",
    r"(?:[\d.,]+ )?(?:view|post|leave|add|show|read|see all|voir|ajouter|laisser|poster|lire)(?: all| a| an| "
    r"un| les| the)? (?:\d+ )?(?:comments?|commentaires?|replies|reactions?)\b.*",
    r"nouveau commentaire\b.*",
    r"(?:comments?|commentaires?|reactions?)(?:\s*[(:].*|\s*$)",
    r"(?:connectez-vous|se connecter|log in|sign in|register|inscription|deja abonnee?|already a "
    r"subscriber)(?: ?\?.*| (?:or|to|now|here|pour|ou|au)\b[^.]{0,80}\.?)?$",
    r"(?:le )?(?:classement|resultats?|palmares|standings?|results?|leaderboard)s?\s*:\s*1[.)er]+\s.*",
    r"lu \d+ fois$",
    r"(?:views?|vues?)\s*:\s*\d+$",
    r"(?:sign up|subscribe|join)\b(?: now| today| here| free| me)?(?:$| (?:to|for|now|today|here)\b.*)",
    r"(?:abonnez|inscrivez)[ -]vous\b.*",
    r"s'abonner\b.*",
    r"je m'(?:inscris|abonne)\b.*",
    r"reserve aux abonnes.*",
    r"article (?:reserve aux|pour les) abonnes.*",
    r"get (?:the|our|all|your|this|more)\b.*\b(?:newsletter|inbox|e-?mails?|app|alerts?)\b.*",
    r"(?:recevez|telechargez|soutenez|faites un don|decouvrez nos|profitez)\b.*",
    r"support (?:\w+ ){0,2}(?:journalism|reporting|newsroom|work|media)\b.*",
    r"(?:newsletters?|lettre d'information|notre newsletter|our newsletter)\b[^.]*(?:[:-].*|$)",
    r"(?:to|pour vous) (?:unsubscribe|desabonner|desinscrire)\b.*",
    r"unsubscribe\b.*",
    r"se (?:desinscrire|desabonner)\b.*",
    r"(?:we|this (?:web)?site|our (?:web)?site|ce site|nous|notre site|le site)\b.{0,40}\b(?:uses?|utilis\w+"
    r"|stores?|depos\w+)\b.{0,40}\bcookies?\b.*",
    r"(?:share|partager|partagez|tweeter|imprimer|print|envoyer par|copier le lien|copy link|email this"
    r"|follow us|enregistrer)(?: (?:this|on|sur|cet|via|with|it|l'article|cette)\b[^.]*|\s*[:|·].*|$|\s{2,}.*)",
    r"(?:accueil|home|homepage)\s*(?:[>/|›»]|$).*",
    r"(?:menu|rechercher|search|skip to (?:main )?content|aller au contenu|back to top|haut de page)$",
    r"(?:older|newer|next|previous|precedent|suivant)(?:\s*[:→»←|].*|\s+-\s.*|$)",
    r"< ?>.*",
    r"\[?(?:pull ?quote|exergue)\]?.*",
    r"(?:estimez|comparez|calculez|testez|simulez|cliquez|click|tap)\b[^.]*$",
    r"(?:image|photo|video|slide|diapositive) \d+ (?:of|sur|/) \d+.*",
    r"(?:loading|chargement|afficher (?:la suite|plus)|show more|load more)\W*$",
)
#: The same, wherever in the line.
_NAVIGATION_WITHIN: Final = _any(
    r"\b(?:inscri\w+|abonn\w+|sign up|subscribe)\b.{0,60}\b(?:notre|nos|votre|our|your) (?:\w+ "
    r")?newsletters?\b",
    r"\b(?:e-?mail|call|text|whatsapp|contact|write to|ecrivez|contactez"
    r"|appelez)\b[^.]{0,40}[\w.+-]+@[\w-]+\.\w",
)

_CAPTIONS: Final = _any(
    r"(?:photos?|photographs?|images?|pictures?|illustrations?|video|videos|credits?|legende|infographi[ce]s?"
    r"|graphics?|file photo|photo d'illustration|photo d'archives|archives?|credit (?:photo|image)s?|photo "
    r"credits?|image credits?|screenshot|capture d'ecran|dessin)\s*(?:[:/(©|].*|$|- .*|by [^.]*$|courtesy\b.*)",
    r"!\[.*",
    r".{0,280}(?:photograph|photo|image|credit|illustration|picture)s?\s*:\s*[^.:]{2,60}$",
    r".{0,280}©\s*(?!\d{4}).{2,60}$",
    r".{0,200}/(?:getty images|afp|reuters|ap photo|alamy|shutterstock|sipa|maxppp)\)?\.?$",
    r".{0,200}\bgetty images\)?$",
)
#: The same, wherever in the line.
_CAPTIONS_WITHIN: Final = _any(
    r"\((?:photos?|images?|credits?|illustration|archives?|file photo)\b[^()]*\)\.?\s*$",
    r"\([^()]{0,40}\b(?:photo|image|picture)s?(?:[/:][^()]*)?\)\.?\s*$",
)

_LEGAL: Final = _any(
    r"©",
    r"\(c\) ?(?:copyright )?\d{4}",
    r"copyright\s*(?:©|\(c\)|:|\d{4})",
    r"copyright [^.]{0,80}$",
    r"mentions legales\b.*",
    r"(?:terms (?:of|and)|conditions generales|privacy policy|politique de confidentialite|charte|our "
    r"standards|nos engagements)(?:\s*[:|].*|\s+-\s.*|\s*$)",
    r"(?:disclaimer|disclosure|avertissement|clause de non-responsabilite|declaration d'interets?)\s*:.*",
    r"(?:maj|mise a jour|mis a jour|modifie|updated?|edit|corrections?|erratum|rectificatif|precision"
    r"|clarification|editors?'s? note|note de la redaction|ndlr)(?:\s*[:.(].*|,? (?:(?:le|on|du|at|a) "
    r")?\d(?!\d?-).*|\s*$)",
    r"(?:an|a previous) (?:earlier )?version of this (?:article|story|post|report)\b.*",
    r"une version (?:precedente|anterieure) de cet? (?:article|texte)\b.*",
    r"(?:this|the) (?:interview|conversation|transcript|q&a) (?:has been|was) (?:\w+ )?(?:edited|condensed"
    r"|lightly)\b.*",
    r"(?:cet entretien|cette interview|ces propos) (?:a|ont) ete (?:relue?s?|editee?s?|condensee?s?"
    r"|raccourcie?s?|legerement)\b.*",
    r"this (?:story|article|post) (?:was|has been|is) (?:(?:originally|first) published|updated|produced"
    r"|syndicated|corrected|part of)\b.*",
    r"cet article (?:a ete|est) (?:(?:initialement |d'abord )?publie|mis a jour|traduit|reserve aux)\b.*",
    r"[\"'] ?[^\"]{2,80}[\"'],? .{0,80}\b\d+ (?:p\.|pages|pp\.?)(?:,|$).*",
    r"\([^()=]{1,20} ?= ?[^()=]{1,60}\)\.?$",
)
#: The same, wherever in the line.
_LEGAL_WITHIN: Final = _any(
    r"\ball rights reserved\b",
    r"\btous droits (?:de reproduction )?(?:et de representation )?reserves\b",
    r"\breproduction (?:interdite|prohibited|forbidden)\b",
    r"\bmay not be (?:published|reproduced|copied|rebroadcast)\b.*\b(?:permission|consent|redistributed"
    r"|rewritten)\b",
    r"\bne (?:peut|saurait) etre tenue? responsable\b.{0,60}\b(?:contenus?|commentaires?|liens|site)\b",
    r"\bwe (?:may |might |can )?(?:earn|receive|get) an? (?:\w+ )?commission\b",
    r"\b(?:our|contains?) affiliate links?\b",
    r"\bliens? affilies?\b",
    r"\bl'auteure?\b.{0,40}\b(?:detient|possede)\b",
    r"\b(?:author|writer|analyst)s?\b.{0,30}\b(?:has|have|holds?|owns?) no (?:position|shares|stake)\b",
    r"\bdoes not constitute (?:financial|investment|legal|medical) advice\b",
    r"\bne constitue pas un conseil\b",
    r"[★☆]{2,}",
)

_NAVIGATION_SIGNS: Final = ("newsletter", "@")
_LEGAL_SIGNS: Final = (
    "reserve", "reproduction", "may not be", "responsable", "commission", "affili", "detient", "possede", "no position",
    "no shares", "no stake", "advice", "un conseil", "★", "☆",
)  # fmt: skip

_SHARING: Final = word_set(
    "facebook twitter x whatsapp linkedin pinterest reddit telegram mastodon bluesky instagram threads messenger "
    "email e mail imprimer print share partager partage envoyer par sur on via copier copy lien link le the url "
    "tweeter tweet save enregistrer comment comments commentaires leave a s abonner subscribe this article cet sms "
    "flipboard tumblr rss pdf more plus and et ou 0"
)
#: A line of them is about sharing only if one of them is a place where one shares.
_PLACES: Final = word_set(
    "facebook twitter whatsapp linkedin pinterest reddit telegram mastodon bluesky email e mail print imprimer share "
    "partager partage"
)
_CRUMBS: Final = pattern(r"(?:[^<>.!?]{2,40}\s[>›»/]\s){2,}[^<>.!?]{2,60}$|[^<>.!?]{2,30}\s[>›]\s[^<>.!?]{2,60}$")
_WORD: Final = pattern(r"[^\W_]+")
#: What opens a list of other articles, if nothing else stands in its line.
_OPENS: Final = _any(
    r"(?:a )?lire (?:aussi|egalement)",
    r"a lire",
    r"voir aussi",
    r"sur le meme (?:sujet|theme)",
    r"dans la meme rubrique",
    r"dernieres \w+",
    r"(?:les )?plus (?:lus|lues)",
    r"(?:articles?|sujets?) \w+",
    r"related(?: \w+)?",
    r"recommended(?: for you)?",
    r"trending(?: now)?",
    r"top stories",
    r"latest(?: \w+)?",
    r"most \w+(?: in [a-z ]+)?",
    r"more stories",
    r"more(?: [a-z]+){0,2} news",
    r"what to read next",
    r"see also",
    r"read (?:more|next)",
    r"nos (?:derniers|autres) articles",
    r"vous aimerez aussi",
    r"you may also like",
    r"a ne pas manquer",
    r"a la une",
    after=r"\s*[:.]?\s*$",
)

#: What a summary is headed with.
_SUMMARY_LABEL: Final = _any(
    r"tl ?;? ?dr",
    r"l'essentiel",
    r"en bref",
    r"en resume",
    r"resume",
    r"a retenir",
    r"ce qu'il faut (?:retenir|savoir)",
    r"les points? (?:cles?|essentiels?)",
    r"points? (?:cles?|essentiels?)",
    r"les faits",
    r"key (?:points?|takeaways?|facts)",
    r"highlights",
    r"at a glance",
    r"in brief",
    r"in short",
    r"summary",
    r"takeaways",
    r"the (?:gist|essentials|bottom line)",
    r"what (?:you need )?to know",
    r"quick read",
    r"en un coup d'oeil",
    after=r"\b[^.]{0,40}$",
)


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """A line in small letters without accents, with plain marks and spaces."""
    return " ".join(text.lower().translate(_PLAIN).split())


def bare(text: str) -> str:
    """A line folded, without its bullet and what emphasises it."""
    folded = plain(text)
    match = _MARKS.match(folded)
    return folded[match.end() :].rstrip("*_ ") if match is not None else folded.rstrip("*_ ")


def furniture(text: str) -> Part | None:
    """What a line is that tells by its form alone that it is no part of the story; None if it does not."""
    if not any(map(str.isalnum, text)):
        return "navigation"
    if len(text) > _SHORT:
        return _long(text)
    line = bare(text)
    if _LEGAL.match(line) or (_has(line, _LEGAL_SIGNS) and _LEGAL_WITHIN.search(line)):
        return "legal"
    if text.lstrip("*_ ")[:2] == "![" or _CAPTIONS.match(line) or _is_credited(line):
        return "caption"
    if _BYLINES.match(line) and _names(text):
        return "byline"
    if _NAVIGATION.match(line) or (_has(line, _NAVIGATION_SIGNS) and _NAVIGATION_WITHIN.search(line)):
        return "navigation"
    if _is_sharing(line) or _CRUMBS.match(line) or (_ARROW.match(text) and not _SENTENCE.search(text)):
        return "navigation"
    return None


def opens_teasers(text: str) -> bool:
    """Whether the titles of other articles follow."""
    return len(text) <= 80 and _OPENS.match(bare(text)) is not None


def heads_summary(text: str) -> bool:
    """Whether a summary follows."""
    return len(text) <= 80 and _SUMMARY_LABEL.match(bare(text)) is not None


def _long(text: str) -> Part | None:
    """Notices run on: the page's rights, its cookies, its letter."""
    line = bare(text[:_SHORT])
    if line.startswith(("©", "(c) ", "copyright ")) or "all rights reserved" in line or "tous droits reserves" in line:
        return "legal"
    if "cookies" in line and line.startswith(("we ", "this site", "this website", "ce site", "nous ", "notre site")):
        return "navigation"
    return None


def _has(line: str, signs: tuple[str, ...]) -> bool:
    """Whether it is worth looking further: one of these is cheaper to find than a pattern."""
    return any(sign in line for sign in signs)


def _is_credited(line: str) -> bool:
    """Whether a line ends with whose picture it describes, in brackets."""
    return line.endswith((")", ").")) and _CAPTIONS_WITHIN.search(line) is not None


def _names(text: str) -> bool:
    """Whether a byline is one: "Par ailleurs" and "By the way" name nobody."""
    words = _WORD.findall(text)
    return (
        len(words) < 2
        or any(word[0].isupper() or word[0].isdigit() for word in words[1:])
        or "@" in text
        or "/" in text
    )


def _is_sharing(line: str) -> bool:
    words = _WORD.findall(line)
    return bool(words) and all(word in _SHARING or word.isdigit() for word in words) and not _PLACES.isdisjoint(words)
