"""The words by which an article speaks of people and bodies without their names, folded, French and English in one."""

from __future__ import annotations

from typing import Final, NamedTuple

from quiz.derive.people.kinds import Gender
from quiz.language.text import word_set


class Noun(NamedTuple):
    """A noun for somebody: words of one `sense` may stand for the same person. `gender` is "" where it tells none."""

    sense: str
    gender: Gender
    plural: bool = False
    office: bool = True


def _table(text: str, *, office: bool) -> dict[str, Noun]:
    """Lines "sense: either / men / women", going on where indented; plurals are made by s, or written with a +."""
    table: dict[str, Noun] = {}
    for line in text.strip().replace("\n  ", " ").splitlines():
        sense, _, rest = line.partition(":")
        parts = [*rest.split("/"), "", ""][:3]
        genders: tuple[Gender, ...] = ("", "m", "f")
        for words, gender in zip(parts, genders, strict=True):
            for word in words.split():
                plural = word.startswith("+")
                one = word.lstrip("+")
                table.setdefault(one, Noun(sense.strip(), gender, plural, office))
                if not plural and not one.endswith(("s", "x", "z")):
                    table.setdefault(f"{one}s", Noun(sense.strip(), gender, plural=True, office=office))
    return table


#: What somebody does or is by office, rank or trade: of these a role can be told.
_OFFICES: Final = """
chief: ceo pdg boss dg executive / patron dirigeant businessman / patronne dirigeante businesswoman
director: director / directeur codirecteur / directrice codirectrice
president: president chair chairperson copresident / president chairman copresident / presidente chairwoman
  copresidente
vice-president: vice-president vice-chair / / vice-presidente
founder: founder cofounder co-founder / fondateur cofondateur co-fondateur createur inventeur / fondatrice
  cofondatrice co-fondatrice creatrice
signatory: signatory co-author coauthor cosignataire signataire / coauteur co-auteur / coautrice co-autrice
creator: creator inventor
owner: owner co-owner proprietaire coproprietaire landlord
head: superintendent head chief leader manager chef responsable cheffe gerant numero gestionnaire coleader / / gerante
partner: partner associate cofounding / associe / associee
officer: officer cfo cto coo cio treasurer comptroller tresorier controller / officier / tresoriere officiere
secretary: secretary secretaire secretary-general
minister: minister ministre vice-ministre
mayor: mayor maire mairesse bourgmestre / edile
deputy: deputy adjoint / / adjointe
deputy-mp: mp lawmaker legislator congressman congressperson eurodepute mep representative / depute / deputee
  congresswoman eurodeputee
senator: senator / senateur / senatrice
elected: / elu / elue
councillor: trustee councillor councilor councilman cllr councilwoman alderman / conseiller echevin / conseillere
governor: governor / gouverneur / gouverneure gouvernante
prefect: prefet sous-prefet prefete sous-prefete
chancellor: chancellor / chancelier / chanceliere
commissioner: commissioner commissaire
ambassador: ambassador / ambassadeur / ambassadrice
delegate: delegate envoy / delegue / deleguee
spokesperson: spokesperson porte-parole / spokesman / spokeswoman
representative: representative / representant / representante
candidate: candidate nominee contender / candidat / candidate
rapporteur: rapporteur / rapporteur / rapporteure rapporteuse
lawyer: lawyer attorney counsel solicitor barrister / avocat batonnier / avocate
counsel: conseil / defenseur
judge: judge juge justice magistrate / magistrat / magistrate
prosecutor: prosecutor / procureur vice-procureur substitut / procureure vice-procureure
clerk: clerk registrar / greffier / greffiere
notary: notary notaire
bailiff: bailiff huissier huissiere
foreman: foreperson / foreman / forewoman
police: sheriff constable detective inspector trooper marshal / inspecteur policier gendarme / inspectrice policiere
soldier: general colonel captain commander sergeant major lieutenant admiral commandant / capitaine amiral /
expert: expert specialist specialiste consultant analyst analyste adviser advisor / / experte consultante
economist: economist economiste
researcher: researcher scientist scholar academic scientifique / chercheur universitaire / chercheuse chercheure
professor: professor prof academic / professeur / professeure
lecturer: lecturer fellow reader / maitre-assistant /
teacher: teacher / enseignant instituteur / enseignante institutrice
headteacher: headteacher principal proviseur dean provost doyen doyenne rector recteur rectrice
student: student / etudiant / etudiante
doctor: doctor physician surgeon gp medecin docteur / chirurgien / chirurgienne
specialist: pneumologue cardiologue neurologue psychiatre psychologue pediatre urgentiste epidemiologiste virologue
  infectiologue psychiatrist psychologist epidemiologist cardiologist neurologist paediatrician pediatrician
  virologist dermatologist oncologist immunologist biologist biologiste sociologue politologue anthropologue
  climatologue geologue historian historien historienne sociologist philosopher philosophe astronomer astronome
  physicist physicien physicienne chemist chimiste mathematician mathematicien mathematicienne glaciologue botaniste
  demographe
nurse: nurse midwife / infirmier / infirmiere
pharmacist: pharmacist / pharmacien / pharmacienne
midwife: sage-femme
carer: carer caregiver paramedic / aide-soignant soignant / aide-soignante soignante
engineer: engineer developer programmer technician designer / ingenieur developpeur technicien / ingenieure
  developpeuse technicienne
architect: architect architecte urbaniste
journalist: journalist reporter correspondent editor columnist broadcaster anchor presenter journaliste
  editor-in-chief / redacteur
  chroniqueur presentateur / redactrice chroniqueuse presentatrice
writer: writer author novelist poet playwright biographer poete poetesse biographe / ecrivain romancier auteur
  dramaturge / ecrivaine romanciere autrice auteure
publisher: publisher / editeur libraire / editrice
artist: artist painter sculptor photographer artiste peintre photographe / sculpteur / sculptrice
musician: musician singer composer conductor pianist violinist rapper pianiste violoniste / musicien compositeur
  chanteur rappeur / musicienne compositrice chanteuse rappeuse
actor: actor filmmaker screenwriter comedian producer cineaste / acteur comedien realisateur scenariste producteur /
  actress actrice comedienne realisatrice productrice
curator: curator / conservateur commissaire-priseur / conservatrice
athlete: athlete player striker goalkeeper captain coach champion swimmer runner driver sailor skipper
  midfielder defender winger quarterback pitcher batsman bowler /
  joueur entraineur selectionneur champion coureur nageur pilote attaquant gardien buteur navigateur vainqueur /
  joueuse entraineuse selectionneuse championne coureuse nageuse navigatrice skippeuse attaquante gardienne buteuse
worker: worker employee electrician plumber mechanic docker miner machinist welder postman carpenter baker butcher
  cook chef firefighter waiter / serveur ouvrier employe docker pompier boulanger boucher cuisinier chauffeur
  mecanicien electricien facteur menuisier / waitress serveuse ouvriere employee boulangere cuisiniere
farmer: farmer grower fisherman winemaker beekeeper / agriculteur eleveur vigneron apiculteur pecheur maraicher
  exploitant / agricultrice eleveuse vigneronne apicultrice maraichere exploitante
trader: shopkeeper trader retailer grocer broker banker restaurateur entrepreneur investor entrepreneuse /
  commercant epicier courtier banquier investisseur libraire restaurateur hotelier / courtiere commercante epiciere
  banquiere hoteliere
accountant: accountant auditor actuary economist comptable expert-comptable actuaire auditeur auditrice
librarian: librarian bibliothecaire archivist archiviste
organizer: organizer organiser / organisateur / organisatrice
activist: activist campaigner militante unionist syndicaliste ecologiste / militant / militante
member: member commissioner shareholder membre actionnaire adherent adherente administrator administratrice /
  administrateur
coordinator: coordinator / coordinateur coordonnateur animateur / coordinatrice coordonnatrice animatrice
mentor: mentor
agent: agent assistant collaborateur collaboratrice assistante
priest: priest bishop archbishop cardinal rabbi imam pastor vicar pape pope / pretre eveque cure abbe archeveque
  rabbin pasteur
royal: king queen prince princess / roi prince duc / reine princesse duchesse
astronaut: astronaut astronaute spationaute cosmonaut
translator: translator interpreter / traducteur / traductrice
guide: guide ranger forester / garde-forestier forestier
host: host / animateur /
observer: observer / observateur / observatrice
"""

#: Who somebody is to others, or what an article calls somebody whom it has named: no offices.
_FIGURES: Final = """
billionaire: billionaire milliardaire
millionaire: millionaire millionnaire
twenties: vingtenaire
thirties: trentenaire
forties: quadragenaire quadra
fifties: quinquagenaire
sixties: sexagenaire
seventies: septuagenaire octogenaire nonagenaire centenaire
man: man gentleman bloke guy boy lad / homme garcon monsieur /
men: +men
woman: / / woman lady girl femme dame fille lass +women
retiree: retiree pensioner / retraite / retraitee
accused: defendant suspect accused / prevenu accuse mis-en-cause suspect / prevenue accusee suspecte
plaintiff: plaintiff claimant petitioner / plaignant requerant / plaignante requerante
victim: victim survivor victime / survivant / survivante
witness: witness bystander temoin
neighbour: neighbour neighbor / voisin / voisine
resident: resident inhabitant villager islander local / habitant riverain resident villageois / habitante riveraine
  residente villageoise
tenant: tenant lodger locataire
patient: patient / / patiente
parent: parent / pere / mere
father: / father dad /
mother: / / mother mum mom
spouse: spouse / husband mari epoux / wife epouse
child: child kid teenager teen toddler enfant adolescent ado / fils son / fille daughter adolescente
sibling: sibling twin / brother frere / sister soeur
grandparent: / grandfather grandpere grandson / grandmother grand-mere granddaughter petite-fille
cousin: / cousin neveu oncle nephew uncle / cousine niece tante aunt
friend: friend / ami copain / amie copine
relative: relative / proche /
ally: ally allie
colleague: colleague collegue / confrere / consoeur
customer: customer client consumer shopper buyer / client acheteur / cliente acheteuse
user: user owner utilisateur utilisatrice internaute
passenger: passenger passager passagere traveller commuter / voyageur usager / voyageuse
reader: reader / lecteur / lectrice
volunteer: volunteer benevole
source: source
official: official aide insider staffer bureaucrat fonctionnaire
juror: juror / jure / juree
supporter: supporter fan voter / partisan electeur / electrice
supervisor: supervisor overseer
opponent: opponent rival critic adversaire / opposant / opposante
winner: winner laureate / laureat gagnant / laureate gagnante
native: / breton / bretonne
worker: labourer laborer salarie salariee
driver: driver motorist conducteur conductrice automobiliste
person: person individual
figure: figure celebrity star
participant: participant participante demonstrator protester manifestant manifestante greviste striker
trainee: trainee apprentice intern apprenti apprentie stagiaire
hacker: hacker attacker pirate / assaillant / assaillante
"""

#: They end like trades and are none.
_THINGS: Final = word_set("catalogue dialogue homologue analogue epilogue photographe goalkeeper")

#: The senses of those who are of one family.
KINDRED: Final = frozenset(
    ("parent", "father", "mother", "spouse", "child", "sibling", "grandparent", "cousin", "relative")
)

#: Bodies: what an article calls a party that is not a person. `sense` "company" may be any firm.
_BODIES: Final = """
company: company firm corporation business group conglomerate multinational startup start-up employer / groupe
  constructeur fabricant operateur geant editeur distributeur armateur transporteur equipementier industriel employeur
  / entreprise societe compagnie firme multinationale marque enseigne filiale maison boite
maker: maker manufacturer carmaker automaker chipmaker drugmaker giant retailer developer operator supplier insurer
  lender landlord airline utility publisher carrier builder brewer / laboratoire sous-traitant prestataire /
bank: bank / / banque
club: club team / club / equipe
union: union / syndicat / centrale confederation
party: party / parti mouvement / formation
authority: authority regulator watchdog / regulateur gendarme / autorite
agency: agency / / agence
ministry: ministry / ministere
department: department / departement /
association: association charity nonprofit ngo foundation trust society / collectif comite / association ong
  fondation federation amicale
hospital: hospital clinic / hopital chu etablissement / clinique
university: university college school academy institute laboratory / institut college lycee laboratoire / universite
  ecole academie faculte
court: court tribunal jury / tribunal jury parquet / cour
council: council board committee commission commissioner assembly / conseil comite / commission assemblee
  municipalite mairie commune ville
government: government administration cabinet parliament congress senate / gouvernement parlement senat / chambre
  region
management: management / / direction
police: police force / / police gendarmerie prefecture
museum: museum gallery theatre theater / musee theatre festival / galerie
newspaper: newspaper magazine paper outlet broadcaster channel station website / journal quotidien hebdomadaire
  magazine site / chaine radio revue
organisation: organisation organization body institution network / organisme reseau observatoire / organisation
  institution
fund: fund / fonds cabinet / caisse
mill: mill plant factory / / usine
port: / port /
office: office bureau / office bureau /
army: army navy military / / armee marine
church: church diocese / diocese / eglise paroisse
city: city town village county state country nation / pays village / ville
service: service / service /
trade: industry sector profession crew / secteur equipage / filiere industrie
"""

#: Bodies after whose noun no name of theirs stands: "le porte-parole du gouvernement X" has a person's.
NAMELESS: Final = word_set("government council court management police city authority")

OFFICES: Final = _table(_OFFICES, office=True)
FIGURES: Final = _table(_FIGURES, office=False)
BODIES: Final = _table(_BODIES, office=False)
#: All nouns for people; a trade or office comes before the other senses of its word.
HUMANS: Final = FIGURES | OFFICES

#: Learned trades by their endings, where the tables do not have them.
_LEARNED: Final = ("ologist", "ologue", "ographer", "ographe", "iatre", "iatrician", "ologiste", "herder", "keeper")


def office_of(key: str) -> Noun | None:
    """What office a folded word names, by the tables or by its ending; None where it names none."""
    noun = OFFICES.get(key)
    if noun is None and key.endswith(_LEARNED) and key not in _THINGS:
        noun = Noun("specialist", "")
    return noun


#: Senses of offices that a wider word may stand for.
WIDER: Final = {
    "elected": frozenset(
        ("mayor", "deputy", "deputy-mp", "senator", "councillor", "president", "minister", "governor", "vice-president")
    ),
    "judge": frozenset(("judge", "prosecutor", "president", "vice-president")),
    "lawyer": frozenset(("lawyer", "counsel")),
    "counsel": frozenset(("lawyer", "counsel")),
    "chief": frozenset(("chief", "head", "founder")),
    "head": frozenset(("chief", "head", "director", "president")),
    "director": frozenset(("director",)),
    "deputy": frozenset(("deputy", "deputy-mp")),
    "deputy-mp": frozenset(("deputy", "deputy-mp")),
    "researcher": frozenset(("researcher", "professor", "specialist", "economist", "lecturer")),
    "professor": frozenset(("professor", "lecturer")),
    "specialist": frozenset(("specialist", "expert")),
    "doctor": frozenset(("doctor", "specialist")),
    "writer": frozenset(("writer", "journalist")),
    "creator": frozenset(("creator", "founder")),
    "founder": frozenset(("creator", "founder")),
    "officer": frozenset(("officer", "police", "soldier")),
    "secretary": frozenset(("secretary", "minister")),
    "nurse": frozenset(("nurse", "midwife")),
}

#: Civil and other titles before a name, and whose they are.
TITLES: Final[dict[str, Gender]] = {}
TITLES.update(dict.fromkeys(word_set("m mr monsieur mm messieurs sir lord mister"), "m"))
TITLES.update(dict.fromkeys(word_set("mme mrs ms miss madame mmes mesdames mlle mademoiselle dame lady"), "f"))
TITLES.update(
    dict.fromkeys(
        word_set("me mes maitre dr pr prof docteur professor doctor mx hon rev cllr lt col sgt capt gen cdr"), ""
    )
)
#: Titles that belong to a name of one word: without them nobody would know who is meant.
DIGNITIES: Final[dict[str, Gender]] = {
    "pape": "m", "pope": "m", "roi": "m", "king": "m", "prince": "m", "abbe": "m", "pere": "m", "father": "m",
    "frere": "m", "brother": "m", "cardinal": "m", "emir": "m", "sultan": "m", "imam": "", "rabbi": "", "reine": "f",
    "queen": "f", "princesse": "f", "princess": "f", "soeur": "f", "sister": "f", "mere": "f", "mother": "f",
    "empereur": "m", "emperor": "m", "imperatrice": "f", "empress": "f", "duc": "m", "duke": "m", "duchess": "f",
    "duchesse": "f",
}  # fmt: skip
#: What a title says of its bearer's office.
TITLE_OFFICES: Final = {
    "me": ("lawyer", "notary", "bailiff"), "mes": ("lawyer", "notary", "bailiff"),
    "maitre": ("lawyer", "notary", "bailiff"), "dr": ("doctor",), "docteur": ("doctor",), "doctor": ("doctor",),
    "pr": ("professor", "doctor"), "prof": ("professor", "doctor"), "professor": ("professor", "doctor"),
    "cllr": ("councillor",), "pape": ("priest",), "pope": ("priest",), "abbe": ("priest",), "cardinal": ("priest",),
}  # fmt: skip

#: Words before an office that belong to it.
MODIFIERS: Final = word_set(
    "ancien ancienne anciens anciennes ex former nouveau nouvel nouvelle new actuel actuelle current outgoing incoming "
    "sortant interim acting deputy vice co premier premiere first second grand grande petit jeune principal principale "
    "senior junior chief managing executive general lead leading top head assistant associate double triple futur "
    "future celebre infatigable late feu regrette retired longtime long-time veteran then ancien-ne seul unique sole "
    "simple haut haute vieux vieille brillant puissant puissante influent redoutable tres veritable fidele bras "
    "tout toute propre meilleur meilleure best-selling award-winning self-employed shadow honorary elected"
)
FORMER: Final = word_set("ancien ancienne anciens anciennes ex former late feu feue then onetime one-time")

DEFINITE: Final = word_set("le la les l the cet cette ce ces this that these those")
POSSESSIVE: Final = word_set("son sa ses leur leurs his her its their")
INDEFINITE: Final = word_set(
    "un une des a an one another autre certains certaines plusieurs some several two three four five six seven eight "
    "nine ten deux trois quatre cinq sept huit neuf dix d'autres other many any quelques each chaque every"
)
DETERMINERS: Final = DEFINITE | POSSESSIVE | INDEFINITE
OF: Final = word_set("de du des d of")
#: Peoples and people of a town, with the capital that French gives them: "la Bretonne" is no name.
PEOPLES: Final = word_set(
    "breton bretonne espagnol espagnole allemand allemande americain americaine mexicain mexicaine marocain marocaine "
    "africain africaine romain romaine toulousain toulousaine russe belge suisse britannique basque corse catalan "
    "catalane normand normande picard picarde turc turque grec grecque danois suedois neerlandais francais francaise "
    "anglais anglaise italien italienne europeen europeenne canadien canadienne argentin argentine nantais nantaise"
)
#: Adjectives of nations and peoples: they tell one president from another, and are no names.
NATIONAL: Final = PEOPLES | word_set(
    "american british french german italian spanish dutch belgian swiss swedish norwegian danish russian ukrainian "
    "chinese japanese brazilian canadian australian irish scottish welsh polish english turkish greek portuguese "
    "israeli palestinian indian mexican european african asian egyptian iraqi iranian syrian austrian hungarian czech "
    "romanian bulgarian serbian croatian finnish icelandic korean vietnamese thai indonesian malaysian pakistani "
    "afghan saudi lebanese moroccan tunisian algerian nigerian kenyan ghanaian argentine chilean colombian venezuelan "
    "peruvian cuban catalan breton suedoise danoise norvegien norvegienne finlandais finlandaise irlandais irlandaise "
    "ecossais ecossaise gallois galloise polonais polonaise hongrois hongroise tcheque slovaque roumain roumaine "
    "bulgare serbe croate slovene ukrainien ukrainienne chinois chinoise japonais japonaise coreen coreenne indien "
    "indienne pakistanais pakistanaise iranien iranienne irakien irakienne syrien syrienne israelien israelienne "
    "palestinien palestinienne libanais libanaise egyptien egyptienne algerien algerienne tunisien tunisienne libyen "
    "libyenne senegalais senegalaise malien malienne ivoirien ivoirienne nigerien nigerienne congolais congolaise "
    "rwandais rwandaise burkinabe tchadien tchadienne gabonais gabonaise portugais portugaise bresilien bresilienne "
    "chilien chilienne colombien colombienne venezuelien venezuelienne peruvien peruvienne cubain cubaine haitien "
    "haitienne quebecois quebecoise autrichien autrichienne australien australienne neerlandaise"
)
PEOPLE_ENDS: Final = ("aise", "ois", "oise", "ienne", "eenne", "ais")
PREPOSITIONS: Final = OF | word_set(
    "a au aux en dans par pour avec sans chez sur sous vers contre selon entre apres avant depuis pendant representant "
    "defendant for at in on by with from to into under over between representing defending behind near about against "
    "as than after before since during via outside inside across aupres envers parmi among upon through"
)
#: What holds a complement of an office: "ministre chargée de la Mer", "chercheuse au sein de…".
LINKS: Final = PREPOSITIONS - word_set(
    "par sans selon apres avant depuis pendant by from about after before since during than as into via avec"
)
CHARGED: Final = word_set("charge chargee chargees responsable delegue deleguee elu elue attache attachee detache")
RELATIVES: Final = word_set("qui que qu dont ou lequel laquelle who whom whose which that where when quand lorsque")
CONJUNCTIONS: Final = word_set("mais car or but because if si lorsque quand when while though although puisque comme")

HE: Final = word_set("il he lui him")
SHE: Final = word_set("elle she")
THEY_M: Final = word_set("ils eux")
THEY_F: Final = word_set("elles")
#: What stands between a noun and the name of whom it presents: "a nurse named Jane Roe".
NAMED: Final = word_set("named nomme nommee prenomme prenommee denomme denommee")
#: What stands before whoever is on trial.
AGAINST: Final = word_set("contre against accuse accused charged condamne convicted sentenced jailed")
#: What is said of whoever is on trial, behind the name; with its accents: "juge" is a verb of saying too.
TRIED: Final = word_set(
    "jugé jugée poursuivi poursuivie soupçonné soupçonnée comparaît comparaissait écroué écrouée prévenu prévenue "
    "accusé accusée inculpé inculpée denies pleaded charged convicted indicted"
)
LATTER: Final = word_set("dernier derniere latter")
NOBODY: Final = word_set(
    "on people nobody someone somebody everyone everybody anybody anyone many few others most all je tu nous vous i "
    "we you it this that quelqu'un personne certains beaucoup d'autres autres chacun tous toutes tout plusieurs aucun "
    "rien what there none both moi toi soi ceux celles ce c'"
)

#: Verbs of saying next to which a name is somebody who speaks (all forms that news uses).
SAYING: Final = word_set(
    "dit disait ajoute ajoutait affirme affirmait explique expliquait declare declarait raconte racontait confie "
    "confiait precise precisait estime estimait assure assurait souligne soulignait indique rappelle rappelait note "
    "regrette deplore denonce reconnait admet admettait insiste poursuit conclut repond repondait lance lancait "
    "glisse resume soupire sourit rigole plaisante ironise tranche martele lache juge considere croit pense annonce "
    "promet ecrit ecrivait demande prevenu previent avertit reclame plaide soutient constate observe detaille "
    "commente temoigne souffle murmure s'agace s'emporte s'inquiete s'etonne redoute craint espere salue balaye "
    "evacue dement confirme conteste deplore nuance tempere renchert rencherit enchaine reprend interroge jure "
    "chiffre requiert said says say told tells tell added adds adding wrote writes asked asks replied replies "
    "answered answers explained explains admitted admits argued argues claimed claims announced announces insisted "
    "insists warned warns noted notes recalled recalls remembered remembers testified testifies stressed stresses "
    "declined denied denies acknowledged acknowledges confirmed confirms described describes called calls conceded "
    "concedes reckons reckoned believes believed thinks thought suggested suggests stated states quipped joked jokes "
    "snapped sighed shrugged blasted fumed moaned tweeted posted emailed texted vowed vows promised promises urged "
    "urges predicted predicts contends contended maintained maintains laughed smiled continued continues concluded "
    "estimated estimates swore disputes disputed hopes hoped fears feared agreed agrees reminded chuckled shuddered "
    "complained complains observed"
)
#: Participles of French compound tenses: "a déclaré X".
SAID: Final = word_set(
    "dit ajoute affirme explique declare raconte confie precise estime assure souligne indique rappele note regrette "
    "deplore denonce reconnu admis insiste poursuivi conclu repondu lance glisse resume soupire souri rigole plaisante "
    "ironise tranche martele lache juge considere cru pense annonce promis ecrit demande prevenu averti reclame plaide "
    "soutenu constate observe detaille commente temoigne souffle murmure redoute craint espere salue balaye evacue "
    "dementi confirme conteste nuance tempere rencheri enchaine repris jure tonne implore publie signe tweete poste "
    "accuse fustige refuse accepte vote decide choisi rejete appele critique defendu exige menace averti signale "
    "rapporte revele evoque suggere affiche repete souhaite"
)
AUXILIARIES: Final = word_set(
    "a ont avait avaient aurait auraient est sont etait etaient serait sera fut va vont peut doit n ne s se has have "
    "had is are was were will would can could may might must does did do doesn't didn't isn't wasn't hasn't won't"
)

#: Titles and names of works and things that look like parties and never speak.
ADJECTIVE_ENDS: Final = (
    "al", "ale", "aux", "ales", "el", "elle", "elles", "els", "ien", "ienne", "iens", "iennes", "een", "eenne", "eens",
    "eennes", "ique", "iques", "if", "ive", "ifs", "ives", "aire", "aires", "ais", "aise", "aises", "ois", "oise",
    "oises", "ain", "aine", "aines", "ains", "ant", "ante", "ants", "able", "ables", "eux", "euse", "euses", "teur",
    "trice", "ie", "e", "es", "ee", "ees", "ands", "and", "ande", "andes", "ard", "arde", "in", "ine", "ines", "ins",
    "nt", "ente", "ents", "er", "ere", "eres", "ers", "ol", "ole", "on", "onne",
)  # fmt: skip
INSTITUTION_ENDS: Final = (
    "ale", "ales", "al", "aux", "ien", "ienne", "iens", "iennes", "een", "eenne", "eens", "eennes", "ique", "iques",
    "ive", "ives", "if", "ifs", "aire", "aires", "ais", "aise", "aises", "ois", "oise", "oises", "ains", "aine",
    "aines", "ain", "elle", "elles", "el", "els", "mands", "mand", "unies", "uni", "unis", "onne", "onnes", "ons",
)  # fmt: skip
