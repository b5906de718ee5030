"""The verbs of saying, by what they govern; their forms are made in `sayings`.

Each word stands in every line that fits it. French pronominal verbs are written without "se": the pronoun stands
before any form of theirs, and most have a use without it.
"""

from __future__ import annotations

from typing import Final

from quiz.language.text import word_set

#: What they say is a clause: "annoncer que…", "avoir la conviction" is none of them.
CLAUSE_FR: Final = word_set(
    "dire redire affirmer réaffirmer annoncer déclarer expliquer préciser indiquer ajouter rajouter estimer juger "
    "penser croire considérer assurer rassurer soutenir prétendre souligner rappeler noter remarquer observer "
    "constater relever signaler confirmer révéler dévoiler divulguer reconnaître admettre avouer concéder confesser "
    "confier raconter rapporter relater répéter marteler insister avertir prévenir prédire pronostiquer promettre "
    "jurer garantir certifier attester témoigner alléguer arguer argumenter plaider objecter rétorquer répliquer "
    "répondre riposter conclure résumer démentir nier contester réfuter déplorer regretter dénoncer craindre redouter "
    "espérer souhaiter suggérer recommander préconiser écrire réécrire tweeter poster publier détailler "
    "nuancer tempérer relativiser poursuivre enchaîner compléter renchérir surenchérir glisser souffler lâcher "
    "asséner trancher tonner indigner insurger offusquer désoler alarmer inquiéter étonner exclamer écrier "
    "réjouir féliciter plaindre lamenter souvenir targuer vanter défendre justifier excuser ironiser "
    "plaisanter blaguer murmurer chuchoter susurrer marmonner crier hurler clamer proclamer revendiquer accuser "
    "reprocher critiquer pointer supposer présumer imaginer analyser commenter diagnostiquer corriger rectifier "
    "spécifier stipuler mentionner énoncer exposer démontrer informer alerter convenir parier "
    "anticiper prévoir tabler pressentir ressasser seriner claironner trompeter vitupérer "
    "faire-savoir faire-valoir faire-remarquer faire-observer faire-noter laisser-entendre laisser-croire "
    "protester réagir avancer opposer assumer récapituler prophétiser étrangler étouffer enflammer "
    "émerveiller impatienter offusquer attrister enorgueillir remémorer enrager rouspéter attester clarifier "
    "établir calculer évaluer deviner postuler théoriser subodorer savourer maintenir persister signer "
    "notifier communiquer mettre-garde montrer attendre"
)

#: What they say stands in marks, after an inversion or as what is called so; a clause is not theirs.
QUOTED_FR: Final = word_set(
    "abonder balayer emporter interroger agacer énerver enthousiasmer amuser railler persifler moquer rigoler sourire "
    "rire ricaner soupirer bougonner grommeler maugréer grogner fulminer gronder rugir pester râler époumoner "
    "scander saluer louer applaudir remercier fustiger blâmer condamner épingler cingler étriller tacler vilipender "
    "brocarder éreinter qualifier décrire dépeindre présenter comparer traiter appeler évoquer citer invoquer songer "
    "décrypter philosopher développer demander questionner lancer reprendre formuler exiger réclamer proposer "
    "exhorter inviter inciter supplier implorer prier conjurer menacer acquiescer approuver opiner consentir accepter "
    "engager évacuer éluder esquiver botter temporiser minimiser apprécier savourer jubiler exulter triompher "
    "pleurer sangloter gémir bredouiller balbutier bégayer articuler prononcer vociférer beugler brailler siffler "
    "récuser rejeter refuser réprouver désavouer conter débiter déclamer esclaffer marrer gausser enquérir attaquer "
    "démonter dédouaner défausser positiver vilipender assumer relayer "
    "grincer tempêter ordonner enjoindre intimer décréter statuer arrêter décider interpeller apostropher "
    "haranguer provoquer défier rembarrer couper interrompre intervenir disserter discourir pontifier pérorer "
    "sermonner tancer gourmander admonester morigéner réprimander stigmatiser pourfendre conspuer huer "
    "encenser célébrer glorifier louanger prôner vouloir parler résigner ébahir émouvoir extasier "
    "esclaffer gausser offenser scandaliser révolter consoler résoudre revenir décocher dégainer renvoyer mitrailler "
    "twitter retweeter blogger conseiller encourager motiver préférer retenir "
    "rebondir recadrer dédramatiser relancer tancer détromper hasarder risquer oser tenter deviser "
    "souligner témoigner cafter dixit"
)

#: An infinitive says it: "il dit avoir…", "elle promet de…".
INFINITIVE_FR: Final = word_set(
    "dire affirmer annoncer déclarer assurer soutenir prétendre reconnaître admettre avouer confier confesser jurer "
    "promettre menacer estimer juger penser croire considérer regretter espérer craindre redouter indiquer préciser "
    "expliquer raconter rapporter nier démentir confirmer certifier garantir répéter souhaiter plaindre targuer "
    "vanter féliciter réjouir souvenir engager revendiquer réfuter contester accepter alléguer proposer "
    "défendre prévoir plaider"
)

IRREGULAR_FR: Final[dict[str, str]] = {
    # infinitive: present (he, they), imperfect stem, past (he, they), future stem, participles (past, present)
    "dire": "dit disent dis dit dirent dir dit disant",
    "redire": "redit redisent redis redit redirent redir redit redisant",
    "écrire": "écrit écrivent écriv écrivit écrivirent écrir écrit écrivant",
    "réécrire": "réécrit réécrivent réécriv réécrivit réécrivirent réécrir réécrit réécrivant",
    "décrire": "décrit décrivent décriv décrivit décrivirent décrir décrit décrivant",
    "prédire": "prédit prédisent prédis prédit prédirent prédir prédit prédisant",
    "croire": "croit croient croy crut crurent croir cru croyant",
    "reconnaître": "reconnaît reconnaissent reconnaiss reconnut reconnurent reconnaîtr reconnu reconnaissant",
    "admettre": "admet admettent admett admit admirent admettr admis admettant",
    "promettre": "promet promettent promett promit promirent promettr promis promettant",
    "répondre": "répond répondent répond répondit répondirent répondr répondu répondant",
    "défendre": "défend défendent défend défendit défendirent défendr défendu défendant",
    "pourfendre": "pourfend pourfendent pourfend pourfendit pourfendirent pourfendr pourfendu pourfendant",
    "conclure": "conclut concluent conclu conclut conclurent conclur conclu concluant",
    "poursuivre": "poursuit poursuivent poursuiv poursuivit poursuivirent poursuivr poursuivi poursuivant",
    "soutenir": "soutient soutiennent souten soutint soutinrent soutiendr soutenu soutenant",
    "maintenir": "maintient maintiennent mainten maintint maintinrent maintiendr maintenu maintenant",
    "retenir": "retient retiennent reten retint retinrent retiendr retenu retenant",
    "prévenir": "prévient préviennent préven prévint prévinrent préviendr prévenu prévenant",
    "convenir": "convient conviennent conven convint convinrent conviendr convenu convenant",
    "souvenir": "souvient souviennent souven souvint souvinrent souviendr souvenu souvenant",
    "revenir": "revient reviennent reven revint revinrent reviendr revenu revenant",
    "intervenir": "intervient interviennent interven intervint intervinrent interviendr intervenu intervenant",
    "plaindre": "plaint plaignent plaign plaignit plaignirent plaindr plaint plaignant",
    "craindre": "craint craignent craign craignit craignirent craindr craint craignant",
    "enjoindre": "enjoint enjoignent enjoign enjoignit enjoignirent enjoindr enjoint enjoignant",
    "dépeindre": "dépeint dépeignent dépeign dépeignit dépeignirent dépeindr dépeint dépeignant",
    "prétendre": "prétend prétendent prétend prétendit prétendirent prétendr prétendu prétendant",
    "reprendre": "reprend reprennent repren reprit reprirent reprendr repris reprenant",
    "sourire": "sourit sourient souri sourit sourirent sourir souri souriant",
    "rire": "rit rient ri rit rirent rir ri riant",
    "prévoir": "prévoit prévoient prévoy prévit prévirent prévoir prévu prévoyant",
    "pressentir": "pressent pressentent pressent pressentit pressentirent pressentir pressenti pressentant",
    "consentir": "consent consentent consent consentit consentirent consentir consenti consentant",
    "démentir": "dément démentent dément démentit démentirent démentir démenti démentant",
    "vouloir": "veut veulent voul voulut voulurent voudr voulu voulant",
    "résoudre": "résout résolvent résolv résolut résolurent résoudr résolu résolvant",
    "émouvoir": "émeut émeuvent émouv émut émurent émouvr ému émouvant",
    "interrompre": "interrompt interrompent interromp interrompit interrompirent interrompr interrompu interrompant",
    "mettre": "met mettent mett mit mirent mettr mis mettant",
    "attendre": "attend attendent attend attendit attendirent attendr attendu attendant",
    "savoir": "sait savent sav sut surent saur su sachant",
}

#: Whoever is so says so: "est convaincu que…", "is adamant that…".
STATES_FR: Final = word_set("convaincu persuadé formel catégorique")
STATES_EN: Final = word_set("convinced confident adamant hopeful")

#: Their present singular is a noun as well; after a determiner it is one.
NOUNS_FR: Final = word_set(
    "annonce annonces demande juge juges critique menace menaces poste souffle pointe note réplique riposte "
    "analyse excuse "
    "remarque reproche espère commande couper coupe cite arrête arrêt engage salue explique confesse plainte plaint "
    "écrits récit réponse rire rires sourire sourires lance retenu conseille prix siffle"
)

#: "He said that…", and most of them without "that" as well.
ZERO_EN: Final = word_set(
    "say tell think reckon believe claim insist admit warn concede add contend argue feel hope fear swear maintain "
    "confirm promise acknowledge state allege guess suspect declare predict explain note suggest agree "
    "assert conclude decide recall vow joke complain figure deny testify assume estimate expect suppose stress "
    "understand announce show find rule judge reveal"
)

CLAUSE_EN: Final = word_set(
    "affirm reaffirm announce answer reply respond retort counter object protest boast brag bemoan lament regret "
    "caution clarify comment confess confide convey counsel demonstrate disclose divulge elaborate emphasize "
    "emphasise highlight hint imply indicate inform intimate remark mention observe point-out plead pledge "
    "post proclaim profess pronounce propose prophesy protest quip reassert reassure recommend recount reflect "
    "reiterate relay remind repeat report reveal rule sneer speculate stipulate stress submit surmise "
    "threaten tweet twitter underline underscore verify volunteer wager whisper write attest certify grumble "
    "muse opine reason marvel worry rejoin shout scream yell mutter murmur gripe grouse spell-out make-clear "
    "let-slip find hold hypothesize hypothesise forecast foresee project calculate discover show pray dispute "
    "advise notify alert teach urge demand text email e-mail message telegraph cable charge allow grant remember "
    "bellow thunder roar cry sob fume sigh moan groan snap bark enthuse gush venture hazard posit reminisce "
    "concur deduce judge "
    "exclaim continue go-on interject chime-in decree dictate swear-blind rail rant"
)

QUOTED_EN: Final = word_set(
    "ask inquire enquire wonder query call describe label brand dub deem term slam blast condemn denounce decry "
    "deplore "
    "praise hail laud welcome salute thank accuse blame criticise criticize lambast lambaste castigate chide rebuke "
    "berate mock deride ridicule dismiss reject rubbish trash attack fume rage rant rail thunder roar bellow bark "
    "snap snarl growl grunt groan moan whine whimper wail weep sob cry sigh laugh chuckle giggle smirk grin smile "
    "shrug shudder gasp gush enthuse beam crow gloat exult rejoice cheer chime-in pipe-up interject interrupt "
    "continue go-on conclude begin close finish sum-up blurt-out blurt stammer stutter mumble drawl croak rasp hiss "
    "coo purr joke tease deadpan scoff snort jeer taunt urge implore beg beseech plead appeal order command instruct "
    "exclaim blog vent offer address liken compare summarise summarize cite quote reference declaim intone chant "
    "sing recite read pontificate philosophise philosophize sermonise reminisce remember hit-back fire-back "
    "shoot-back strike-back weigh-in wade-in cut-in break-in burst-out cry-out call-out call-on hit-out lash-out "
    "speak-out "
    "pour-scorn push-back double-down open-up speak spell trumpet applaud commend mourn lash flame thunder storm "
    "seethe bristle splutter squeal shriek holler crack wisecrack retort parry tell demur dissent "
    "portray paint characterise characterize frame present decline"
)

#: "promised to…", "threatens to…"; the first line also with -ing: "denied doing".
DOING_EN: Final = word_set("deny admit acknowledge recall report regret remember confess mention describe")
TO_EN: Final = word_set("promise vow pledge threaten swear claim offer undertake profess intend expect")

IRREGULAR_EN: Final[dict[str, str]] = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "think": "thinks thought thought thinking",
    "feel": "feels felt felt feeling",
    "swear": "swears swore sworn swearing",
    "write": "writes wrote written writing",
    "understand": "understands understood understood understanding",
    "foresee": "foresees foresaw foreseen foreseeing",
    "forecast": "forecasts forecast forecast forecasting",
    "find": "finds found found finding",
    "hold": "holds held held holding",
    "show": "shows showed shown showing",
    "teach": "teaches taught taught teaching",
    "go": "goes went gone going",
    "begin": "begins began begun beginning",
    "weep": "weeps wept wept weeping",
    "sing": "sings sang sung singing",
    "read": "reads read read reading",
    "hit": "hits hit hit hitting",
    "shoot": "shoots shot shot shooting",
    "strike": "strikes struck struck striking",
    "cut": "cuts cut cut cutting",
    "break": "breaks broke broken breaking",
    "burst": "bursts burst burst bursting",
    "speak": "speaks spoke spoken speaking",
    "spell": "spells spelt spelt spelling",
    "make": "makes made made making",
    "let": "lets let let letting",
    "beseech": "beseeches besought besought beseeching",
    "undertake": "undertakes undertook undertaken undertaking",
    "input": "inputs input input inputting",
}
DOUBLED_EN: Final = word_set(
    "admit shrug quip brag snap beg hug chat regret submit rebut dub grin sob crow-no commit pen tag plan demur slam "
    "slip let cut hit blog"
)
