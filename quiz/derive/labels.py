"""The phrases by which the lines of French and English pages tell that they are no part of the story.

Each is matched against a line that is folded (small letters without accents, plain quotation marks and dashes) and bare
of bullets and emphasis; none is of one page. `WITHIN` are looked for anywhere in the line, the others begin it.
"""

from __future__ import annotations

import re
from typing import Final

from quiz.language.pattern import pattern

#: Somebody may write "Related companies…" or "Photos show…": a label is followed by a sign, or ends the line.
_LABEL_END: Final = r"(?:\s*[:|>].*|\s+-\s.*|\s*\.?\s*$)"


def _any(*forms: str, after: str = "") -> re.Pattern[str]:
    """A pattern of several forms of a line, any of which will do, with what follows each of them."""
    return pattern(f"(?:{'|'.join(forms)}){after}")


BYLINES: Final = _any(
    r"(?:redige|ecrit|publie|poste|propos recueillis?|recueilli|interview realisee|texte|textes|entretien"
    r"|enquete|reportage) (?:et photos? )?par\b[^.]*$",
    r"(?:par|by|written by|posted by|words by|story by|text by|interview by|edited by|reported by|reporting "
    r"by)(?: :|:)?(?: (?:notre|nos|our|the)\b[^.]*| [^.]{2,80})$",
    r"\(?(?:reporting|additional reporting|writing|editing|compiled) (?:and [a-z]+ )?by\b.*",
    r"(?:auteure?|author|redaction|redacteur|byline)\s*:.*",
    r"(?:de notre|de nos|from our) (?:envoye|correspondant|correspondent|staff)\w*[^.]*$",
    r"(?:temps de lecture|lecture)\s*:?\s*\d+.*",
    r"(?:about )?\d+[ -]?(?:min|minutes?|mn)(?: de lecture|[ -]read| reading time)\b.{0,60}$",
    r"\(?(?:source\s*:?\s*)?(?:afp|reuters|belga|ats|bloomberg|xinhua|ansa|dpa|efe|(?:the )?associated press|(?:the )?"
    r"canadian press|la presse canadienne|presse canadienne|agence france[- ]presse|press association|pa media"
    r"|aap)\)?\.?$",
    r"(?:la redaction|the editors?|editorial board)(?: (?:de|du|of) .{2,40}| avec .{2,40})?\.?$",
    r"(?:[\w'&.-]+ ){1,4}avec (?:l')?(?:afp|reuters|belga|ats|agences?)\)?\.?$",
    r"[-\s]*(?:with files from|avec (?:des|les) (?:informations|fichiers) de)\b.*",
    r"(?:reading time|estimated reading time)\s*:?\s*.*",
    r"[a-z]{2,4}(?:[/-][a-z]{2,4}){1,4}$",
    r"[\w.+-]+@[\w-]+\.[\w.-]+$",
    r".{0,240}\b(?:contributed to|contributed reporting (?:to|for)) this (?:report|story|article|piece)\b.*",
    r".{0,240}\b(?:a|ont) contribue a cet(?:te)? (?:article|depeche|enquete|reportage)\b.*",
    r"(?:[\w&'.-]+ ){0,3}(?:journalists?|reporters?|writers?|correspondents?)\b.{0,240}\bcontributed\.?$",
    r"(?:collaboration|collaborateurs?|contributors?|contributeurs?|avec la (?:collaboration|contribution) de)"
    r"(?:\s*:.*| [^.]{2,80}$)",
    r"to contact the (?:reporters?|authors?|editors?|writers?)\b.*",
    r"(?:pour contacter|contacter) (?:le |la |les |l'|notre )(?:journalistes?|auteure?s?|redaction)\b.*",
    r"(?:publie|poste|mis a jour|modifie|published|posted|updated) (?:hier|aujourd'hui|ce (?:matin|midi|soir)"
    r"|il y a|yesterday|today|this (?:morning|afternoon|evening)|(?:about |over )?\d+ \w+ ago|just now)\b[^.]{0,60}$",
    r"\(?avec (?:l')?(?:afp|reuters|ap|belga|ats|agences?)(?: [a-z]+){0,4}\)?\.?$",
    r"\(?(?:with|from) (?:afp|reuters|ap|agencies)\b\)?\.?$",
)

NAVIGATION: Final = _any(
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
    r"(?:pour en savoir (?:plus|davantage)|en savoir plus|to find out more|find out more)"
    r"(?:\s*[:>|].*|\s*$| (?:on|sur)\b[^.]*$)",
    r"(?:vous avez|avez-vous|have you|did you) (?:trouve|repere|vu|releve|remarque|spotted|found|notice[d]?|find|spot) "
    r"(?:une|an?|des) (?:erreurs?|fautes?|coquilles?|errors?|mistakes?|typos?)\b.*",
    r"(?:spotted|found|noticed|seen) an? (?:error|mistake|typo)\b.*",
    r"(?:signaler|report) (?:une|an?|this) (?:erreur|faute|coquille|error|mistake|typo|problem)\b.*",
    r"(?:cet article|ce (?:texte|contenu|billet|sujet)) vous a (?:plu|ete utile|interessee?)\b.*",
    r"(?:vous avez aime|vous appreciez|si vous (?:aimez|appreciez)) "
    r"(?:cet article|notre travail|ce (?:texte|contenu))\b.*",
    r"(?:did you (?:like|enjoy)|enjoy(?:ed|ing)?|liked?) (?:this|our) (?:article|story|piece|post|work|reporting)\b.*",
    r"(?:offrez|payez)[ -]nous un (?:cafe|the)\b.*",
    r"buy (?:us|me) a (?:coffee|beer)\b.*",
    r"(?:make a donation|donate (?:now|today|here)|faire un don|je (?:donne|fais un don))\b[^.]{0,60}$",
    r"plus de (?:contenus?|details|videos?|articles?|actualites?)(?:\s*[|:>].*|\s*$)",
    r"(?:ecouter|ecoutez|listen(?: to)?|play|lire|regarder|regardez|watch)(?: (?:to|l'|le|la|the|this|cet(?:te)?))?"
    r" ?(?:article|podcast|episode|audio|video|story|reportage)\b[^.]{0,60}$",
    r"(?:audio|podcast|video|player|lecteur)s?\s*[:>|]?\s*\d{1,2}:\d\d\b.*",
    r"\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)+.*",
    r"(?:your browser|votre navigateur)\b.*",
    r"(?:please )?(?:turn on|enable|activez|veuillez activer) (?:java ?script|les cookies|cookies)\b.*",
    r"(?:have your say|donnez(?:-nous)? votre avis|reagissez)\b.*",
    r"(?:audio|video|podcast|en images|in pictures|diaporama|infographie|carte|quiz)s?\s*[.|>:-]\s.{2,120}(?<![.!?])$",
    r"(?:watch|read|listen|more|explainer|opinion|analysis|dossier|live|direct)\s*[|:>]\s.{2,140}(?<![.!?])$",
    r"(?:listen|ecouter)\b\s*\d.*",
    r"(?:votre|your) (?:adresse )?(?:e-?mail|email|courriel)(?: address)?(?:\s*[:*].*|\s*$| (?:ne sera pas|will not"
    r" be|is safe)"
    r"\b.*)",
    r"(?:en (?:cliquant|vous inscrivant|vous abonnant|poursuivant)|by (?:signing up|subscribing|clicking|continuing"
    r"|registering))\b.{0,120}\b(?:accept\w+|agree|consent\w*|reconnais\w+)\b.*",
    r"you (?:can|may) (?:unsubscribe|opt out|manage your)\b.*",
    r"vous pouvez vous (?:desabonner|desinscrire)\b.*",
    r"(?:we value|nous respectons|your) (?:your|votre|vie)? ?(?:privacy|vie privee)\b.{0,80}$",
    r"(?:continuer sans accepter|(?:accept|reject|accepter|refuser|parametrer|gerer|manage)(?: (?:all|et|tous|tout"
    r"|les|mes|the"
    r"|fermer|close|and))* ?(?:cookies|preferences|fermer|close|settings)?)$",
    r"ce contenu est (?:bloque|reserve|indisponible)\b.*",
    r"(?:this|the following) (?:article|story|content) is (?:for|only|available to|exclusive"
    r"|reserved)\b.*subscribers?\b.*",
    r"(?:la suite|ce contenu|l'integralite) (?:de cet article )?est (?:reservee?|accessible)\b.*",
    r"il vous reste \d+ ?% .*",
    r"you have \d+ (?:free )?(?:articles?|stories) (?:left|remaining)\b.*",
    r"(?:help (?:us )?keep|aidez-nous a|help us)\b.{0,100}\b(?:donate|journalism|newsroom|independan\w+|don"
    r"|contribu\w+)\b.*",
    r"(?:commenter|reagir)(?: (?:a )?(?:cet|l')\s?article)?$",
    r"leave a (?:reply|comment)\b.{0,60}$",
    r"(?:la suite|l'article se poursuit|lire la suite) apres (?:la|cette) publicite.*",
    r"(?:article|story|content) continues (?:below|after)\b.{0,60}$",
    r"(?:retour en haut|suivre ce sujet|dans cette rubrique|voir plus(?: d[e']\s?\w+)?|next up|scroll (?:to"
    r" continue|down)"
    r"|opens in (?:a )?new (?:window|tab)|download (?:our|the) app|save(?: for later)?|bookmark)$",
    r"(?:disponible|available|also available|lire) (?:en|in) (?:francais|anglais|english|french)$",
    r"(?:got|have) (?:a|any) (?:tip|story|news tip|question|correction)s?\b.{0,40}\?.*",
    r"(?:do you have|avez-vous|vous avez) (?:a|any|une?|des) (?:questions?|tips?|infos?|informations?"
    r"|temoignages?)\b.{0,60}[?:].*",
    r"une info(?:rmation)? a (?:nous )?(?:signaler|partager)\b.*",
    r"https?://\S+$",
    r"www\.\S+$",
    r"pic\.twitter\.com/\S+$",
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
NAVIGATION_WITHIN: Final = _any(
    r"\b(?:inscri\w+|abonn\w+|sign up|subscribe)\b.{0,60}\b(?:notre|nos|votre|our|your) (?:\w+ "
    r")?newsletters?\b",
    r"\b(?:e-?mail|call|text|whatsapp|contact|write to|ecrivez|contactez"
    r"|appelez)\b[^.]{0,40}[\w.+-]+@[\w-]+\.\w",
)

CAPTIONS: Final = _any(
    r"\(?(?:image|photo)? ?\d{1,2} (?:of|sur|/) \d{1,2}\b\s*(?:[.:)|-].*|$)",
    r"sources?\s*:\s*[^.!?]{2,160}\.?$",
    r"(?:pics?|img|in pictures|en images|picture by|photo by)\s*(?:[:/(©|].*|$)",
    r"(?:photos?|photographs?|images?|pictures?|illustrations?|video|videos|credits?|legende|infographi[ce]s?"
    r"|graphics?|file photo|photo d'illustration|photo d'archives|archives?|credit (?:photo|image)s?|photo "
    r"credits?|image credits?|screenshot|capture d'ecran|dessin)\s*(?:[:/(©|].*|$|- .*|by [^.]*$|courtesy\b.*)",
    r"!\[.*",
    r".{0,280}\b(?:photograph|photo|image|credit|illustration|picture|pic)s?\s*:\s*[^.:]{2,60}\.?$",
    r".{0,280}©\s*(?!\d{4}).{2,60}$",
    r".{0,200}(?<=[.,)] )(?:reuters|afp|epa|ap|getty|sipa|maxppp|belga|keystone)\s?/\s?[\w '.-]{2,40}(?:/file"
    r" photo)?\.?$",
    r".{0,200}(?<=[.,)\d] )(?:[\w'.-]+ ){1,3}/\s?(?:afp|reuters|epa|ap|sipa|maxppp|belga|keystone|hans lucas"
    r"|getty)\.?$",
    r".{0,200},? \(?photo d'(?:archives?|illustration)\)?\.?$",
    r"(?:photo|photographie|picture|image) (?:[\w'.-]+ ){1,3}?[\w'.-]+, (?:(?:la|le|les|the|l'|archives?)"
    r" ?)[^.]{2,40}$",
    r"(?:[^.]{2,60}\. )photo .{2,60}$",
    r".{0,200}/(?:getty images|afp|reuters|ap photo|alamy|shutterstock|sipa|maxppp)\)?\.?$",
    r".{0,200}\bgetty images\)?$",
)
#: The same, wherever in the line.
CAPTIONS_WITHIN: Final = _any(
    r"\((?:photos?|images?|credits?|illustration|archives?|file photo)\b[^()]*\)\.?\s*$",
    r"\([^()]{0,40}\b(?:photo|image|picture)s?(?:[/:][^()]*)?\)\.?\s*$",
)

LEGAL: Final = _any(
    r"©",
    r"\(c\) ?(?:copyright )?\d{4}",
    r"copyright\s*(?:©|\(c\)|:|\d{4})",
    r"copyright [^.]{0,80}$",
    r"mentions legales\b.*",
    r"(?:licence |license )?(?:cc|creative commons)[ -](?:by|0|zero|attribution|licen[cs]e)\b.{0,120}$",
    r".{0,120}\b(?:licence|license|licensed under(?: a| the)?) (?:cc|creative commons)\b.{0,160}$",
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
    r"this (?:story|article|post|piece|report) (?:was|has been|is) (?:(?:originally|first) (?:published|appeared)"
    r"|republished"
    r"|updated|produced|syndicated|corrected|part of a (?:series|project|collaboration))\b.*",
    r"this (?:report|story|dispatch) by the [\w ]{2,40} was first published\b.*",
    r"cette depeche a ete (?:initialement )?publiee\b.*",
    r"cet article est (?:republie|reproduit|paru|initialement paru)\b.*",
    r"(?:the )?(?:views|opinions) (?:and opinions )?expressed\b.{0,60}\bauthors?\b.*",
    r"(?:les|ces) (?:propos|opinions|points de vue)\b.{0,40}\bn'engagent que\b.*",
    r"cet article (?:a ete|est) (?:(?:initialement |d'abord )?publie|mis a jour|traduit|reserve aux)\b.*",
    r"[\"'] ?[^\"]{2,80}[\"'],? .{0,80}\b\d+ (?:p\.|pages|pp\.?)(?:,|$).*",
    r"\([^()=]{1,20} ?= ?[^()=]{1,60}\)\.?$",
)
#: The same, wherever in the line.
LEGAL_WITHIN: Final = _any(
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

#: What opens a list of other articles, if nothing else stands in its line.
OPENS: Final = _any(
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
SUMMARY_LABEL: Final = _any(
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
