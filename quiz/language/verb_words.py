"""The verbs that news is told with, by the way they are conjugated: what `verbs` makes its forms of."""

from __future__ import annotations

from typing import Final

#: French verbs of the first group.
FR_ER: Final = """
abaisser abandonner accepter accompagner accorder accuser acheter achever acquitter activer adapter admirer adopter
adresser affecter afficher affirmer affronter agiter aider ajouter alerter aligner alimenter alléger allonger allouer
allumer améliorer amener amorcer amuser analyser animer annoncer annuler appeler appliquer apporter apprécier
approcher approuver argumenter armer arracher arrêter arriver articuler aspirer assassiner asséner assister associer
assumer assurer attaquer attirer attraper attribuer augmenter autoriser avaler avaliser avancer avouer baisser balayer
barrer baser blesser bloquer border bouger bougonner bousculer brancher briser broder brûler câbler cacher calculer
calmer camper casser causer cesser changer chanter chapeauter charger chasser chercher chiffrer chômer chuchoter
chuter cibler cingler circuler citer clamer collecter coller combiner commander commencer commenter communiquer
comparer compenser compléter compliquer compter concéder concentrer concerner condamner confier confirmer confisquer
confronter consacrer conseiller conserver considérer consister consoler consommer constater constituer consulter
contacter contester continuer contourner contrôler coordonner corriger couler couper couronner coûter craquer créer
creuser critiquer culminer culpabiliser cultiver cumuler danser dater débarquer débloquer débourser débrancher débuter
décerner décider déclarer déclencher décliner décoller décorer découler décrocher dédier défiler dégager dégrader
déjeuner délivrer délocaliser demander démarrer démâter déménager démissionner dénicher dénombrer dénoncer dépasser
dépenser déplacer déplorer déployer déposer dérailler déranger dérouter désigner desserrer dessiner détailler détecter
déterminer détester détourner dévaster développer deviner dévoiler dialoguer dicter diffuser diligenter diminuer
diriger discuter disposer disputer distinguer distribuer diviser domicilier donner doper doser doter doubler douter
dresser durer écarter échanger échapper échouer éclairer éclater écouler écouter écraser édifier éditer éduquer
effacer effectuer égaler élaborer élever éliminer émaner embarquer embaucher embrasser émigrer emménager emmener
empêcher employer empocher emporter emprisonner emprunter encadrer encaisser encercler enchaîner encourager endommager
engager engranger énoncer enquêter enregistrer enseigner entamer entourer entraîner entrer envisager envoyer épargner
épauler épouser éprouver équiper ériger escompter espérer essayer estimer étaler étonner étouffer étudier évacuer
évaluer éviter évoluer évoquer exagérer examiner exciter exclamer exécuter exercer exhorter exiger exister exonérer
expédier expérimenter expirer expliquer exploiter exploser exporter exposer exprimer expulser exulter fabriquer
faciliter facturer favoriser fermer fêter figurer filer filmer financer fixer flamber fonctionner fonder forcer forger
former formuler frapper fréquenter frôler fulminer fusionner gâcher gagner garder geler générer gérer glisser glousser
grever grignoter grimper gripper gronder grouper guetter guider habiter hausser héberger héler hériter hésiter heurter
honorer hurler identifier ignorer illustrer imaginer imiter immatriculer immobiliser impliquer importer imposer
improviser imputer inaugurer incarcérer incarner incendier inciter incriminer indemniser indiquer infliger informer
initier injecter inquiéter insinuer insister inspecter inspirer installer instaurer intégrer intenter intéresser
interpeller interroger intituler inventer investiguer inviter invoquer ironiser isoler jeter jouer juger jumeler jurer
justifier lâcher laisser lancer laver lever libérer licencier lier limiter livrer localiser loger louer lutter
maîtriser majorer mandater manger manifester manipuler manquer marcher marmonner marquer marteler mélanger menacer
mener mentionner mériter mesurer militer minimiser miser mobiliser modifier monter montrer moquer motiver murmurer
muter nager narrer naviguer négliger négocier neutraliser nier nommer noter notifier nouer nuancer objecter obliger
obliquer observer occuper octroyer officialiser opérer opposer opter ordonner organiser orienter osciller oser ôter
oublier pardonner parer parier parler parrainer partager participer passer payer peiner pénaliser pencher penser
percer percuter perdurer perpétrer persister peser pester peupler photographier piller piloter pirater placer plaider
plaisanter planifier planter pleurer plomber plonger pointer polluer porter poser posséder poster postuler pousser
pratiquer précéder précipiter préciser préconiser préférer préparer présenter présider presser prêter prier primer
privilégier procéder proclamer profiter programmer progresser projeter prolonger promener prôner prononcer prophétiser
proposer prospérer protester prouver provoquer publier purger qualifier quitter racheter raconter railler raisonner
rallier rallonger ramasser ramener rappeler rapporter rassembler rassurer rater ravager réaliser rebaptiser recenser
rechercher récidiver réclamer récolter recommander récompenser recruter reculer récupérer redouter refléter refuser
réfuter regagner regarder régler regretter regrouper rejeter relancer relater relativiser relaxer relayer relever
relier remanier remarquer rembourser remercier remonter remplacer remporter renforcer renoncer renouveler rénover
renseigner rentrer renvoyer réparer répercuter répéter répliquer reporter reposer repousser représenter réprimer
reprocher réquisitionner réserver résider résigner résister respecter ressembler restaurer rester résulter résumer
retarder retirer retomber rétorquer retourner retracer retrouver révéler revendiquer réviser ricaner rigoler risquer
rouler saluer sanctionner sangloter sauter sauver scander sembler séparer signaler signer signifier sillonner situer
sombrer sonner souffler souhaiter soulager soulever souligner soupçonner soupirer sponsoriser stagner statuer stipuler
stocker stopper subventionner succéder suggérer suggestionner superviser supporter supposer supprimer surnommer
surveiller survoler susciter symboliser tabler tacler taper tarder taxer témoigner tempêter temporiser tenter terminer
tester tirer tolérer tomber tonner toucher tourner trancher transférer transformer transporter travailler traverser
trembler tricher tripler tromper troubler trouver tuer tweeter twitter user utiliser vacciner valider vanter varier
veiller venger verser viser visiter vociférer voler voter voyager
"""

#: French verbs conjugated as "finir".
FR_IR: Final = """
abolir aboutir accomplir adoucir affaiblir agir agrandir alourdir applaudir approfondir arrondir assainir assouplir
atterrir avertir bannir bâtir bénir blanchir bondir choisir définir démolir durcir éblouir éclaircir élargir enrichir
établir faiblir finir fléchir fleurir fournir franchir garantir grandir gravir grossir guérir haïr investir jaillir
maigrir mincir munir noircir nourrir obéir périr pourrir punir raccourcir rafraîchir ralentir réagir réfléchir réjouir
remplir resplendir rétablir retentir réunir réussir rougir saisir subir surgir trahir unir vieillir vomir
"""

#: French verbs conjugated as "vendre".
FR_RE: Final = """
attendre confondre correspondre défendre dépendre descendre détendre entendre étendre fendre fondre mordre pendre
perdre prétendre rendre répandre répondre revendre suspendre tendre tordre vendre
"""

#: Other French verbs, one a line: infinitive, present (he, they), stem of the imperfect, simple past (he, they), stem
#: of the future, past participle, present participle.
FR_OTHER: Final = """
être est sont ét fut furent ser été étant
avoir a ont av eut eurent aur eu ayant
aller va vont all alla allèrent ir allé allant
faire fait font fais fit firent fer fait faisant
pouvoir peut peuvent pouv put purent pourr pu pouvant
vouloir veut veulent voul voulut voulurent voudr voulu voulant
devoir doit doivent dev dut durent devr dû devant
savoir sait savent sav sut surent saur su sachant
falloir faut faut fall fallut fallut faudr fallu fallant
valoir vaut valent val valut valurent vaudr valu valant
voir voit voient voy vit virent verr vu voyant
recevoir reçoit reçoivent recev reçut reçurent recevr reçu recevant
apercevoir aperçoit aperçoivent apercev aperçut aperçurent apercevr aperçu apercevant
percevoir perçoit perçoivent percev perçut perçurent percevr perçu percevant
tenir tient tiennent ten tint tinrent tiendr tenu tenant
venir vient viennent ven vint vinrent viendr venu venant
courir court courent cour courut coururent courr couru courant
mourir meurt meurent mour mourut moururent mourr mort mourant
acquérir acquiert acquièrent acquér acquit acquirent acquerr acquis acquérant
requérir requiert requièrent requér requit requirent requerr requis requérant
conquérir conquiert conquièrent conquér conquit conquirent conquerr conquis conquérant
ouvrir ouvre ouvrent ouvr ouvrit ouvrirent ouvrir ouvert ouvrant
couvrir couvre couvrent couvr couvrit couvrirent couvrir couvert couvrant
offrir offre offrent offr offrit offrirent offrir offert offrant
souffrir souffre souffrent souffr souffrit souffrirent souffrir souffert souffrant
partir part partent part partit partirent partir parti partant
sortir sort sortent sort sortit sortirent sortir sorti sortant
sentir sent sentent sent sentit sentirent sentir senti sentant
mentir ment mentent ment mentit mentirent mentir menti mentant
servir sert servent serv servit servirent servir servi servant
dormir dort dorment dorm dormit dormirent dormir dormi dormant
fuir fuit fuient fuy fuit fuirent fuir fui fuyant
cueillir cueille cueillent cueill cueillit cueillirent cueiller cueilli cueillant
assaillir assaille assaillent assaill assaillit assaillirent assaillir assailli assaillant
prendre prend prennent pren prit prirent prendr pris prenant
mettre met mettent mett mit mirent mettr mis mettant
battre bat battent batt battit battirent battr battu battant
dire dit disent dis dit dirent dir dit disant
interdire interdit interdisent interdis interdit interdirent interdir interdit interdisant
contredire contredit contredisent contredis contredit contredirent contredir contredit contredisant
prédire prédit prédisent prédis prédit prédirent prédir prédit prédisant
écrire écrit écrivent écriv écrivit écrivirent écrir écrit écrivant
décrire décrit décrivent décriv décrivit décrivirent décrir décrit décrivant
inscrire inscrit inscrivent inscriv inscrivit inscrivirent inscrir inscrit inscrivant
prescrire prescrit prescrivent prescriv prescrivit prescrivirent prescrir prescrit prescrivant
lire lit lisent lis lut lurent lir lu lisant
élire élit élisent élis élut élurent élir élu élisant
rire rit rient ri rit rirent rir ri riant
sourire sourit sourient souri sourit sourirent sourir souri souriant
suivre suit suivent suiv suivit suivirent suivr suivi suivant
poursuivre poursuit poursuivent poursuiv poursuivit poursuivirent poursuivr poursuivi poursuivant
vivre vit vivent viv vécut vécurent vivr vécu vivant
survivre survit survivent surviv survécut survécurent survivr survécu survivant
croire croit croient croy crut crurent croir cru croyant
boire boit boivent buv but burent boir bu buvant
conduire conduit conduisent conduis conduisit conduisirent conduir conduit conduisant
produire produit produisent produis produisit produisirent produir produit produisant
réduire réduit réduisent réduis réduisit réduisirent réduir réduit réduisant
traduire traduit traduisent traduis traduisit traduisirent traduir traduit traduisant
construire construit construisent construis construisit construisirent construir construit construisant
détruire détruit détruisent détruis détruisit détruisirent détruir détruit détruisant
introduire introduit introduisent introduis introduisit introduisirent introduir introduit introduisant
connaître connaît connaissent connaiss connut connurent connaîtr connu connaissant
reconnaître reconnaît reconnaissent reconnaiss reconnut reconnurent reconnaîtr reconnu reconnaissant
paraître paraît paraissent paraiss parut parurent paraîtr paru paraissant
apparaître apparaît apparaissent apparaiss apparut apparurent apparaîtr apparu apparaissant
disparaître disparaît disparaissent disparaiss disparut disparurent disparaîtr disparu disparaissant
naître naît naissent naiss naquit naquirent naîtr né naissant
croître croît croissent croiss crût crûrent croîtr crû croissant
accroître accroît accroissent accroiss accrut accrurent accroîtr accru accroissant
craindre craint craignent craign craignit craignirent craindr craint craignant
plaindre plaint plaignent plaign plaignit plaignirent plaindr plaint plaignant
contraindre contraint contraignent contraign contraignit contraignirent contraindr contraint contraignant
atteindre atteint atteignent atteign atteignit atteignirent atteindr atteint atteignant
peindre peint peignent peign peignit peignirent peindr peint peignant
éteindre éteint éteignent éteign éteignit éteignirent éteindr éteint éteignant
rejoindre rejoint rejoignent rejoign rejoignit rejoignirent rejoindr rejoint rejoignant
joindre joint joignent joign joignit joignirent joindr joint joignant
conclure conclut concluent conclu conclut conclurent conclur conclu concluant
exclure exclut excluent exclu exclut exclurent exclur exclu excluant
inclure inclut incluent inclu inclut inclurent inclur inclus incluant
vaincre vainc vainquent vainqu vainquit vainquirent vaincr vaincu vainquant
convaincre convainc convainquent convainqu convainquit convainquirent convaincr convaincu convainquant
suffire suffit suffisent suffis suffit suffirent suffir suffi suffisant
plaire plaît plaisent plais plut plurent plair plu plaisant
taire tait taisent tais tut turent tair tu taisant
asseoir assied asseyent assey assit assirent assiér assis asseyant
rompre rompt rompent romp rompit rompirent rompr rompu rompant
interrompre interrompt interrompent interromp interrompit interrompirent interrompr interrompu interrompant
résoudre résout résolvent résolv résolut résolurent résoudr résolu résolvant
"""

#: Prefixes that make other verbs of those above.
FR_PREFIXED: Final = {
    "prendre": "ap com entre re sur ré",
    "mettre": "ad com é o per pro re sou trans compro dé",
    "tenir": "con dé entre main ob re sou ap",
    "venir": "con de inter par pré pro re sou sur ad contre sub",
    "faire": "re dé satis",
    "dire": "re",
    "lire": "re",
    "voir": "re pré",
    "battre": "a com dé ra",
    "courir": "ac con en par re se",
    "ouvrir": "r dé",
    "couvrir": "dé re",
    "partir": "re",
    "sentir": "con res pres",
    "mentir": "dé",
    "vivre": "re",
    "naître": "re",
    "peindre": "re dé",
    "conduire": "re",
    "produire": "re",
    "construire": "re",
    "joindre": "en ad",
    "servir": "des res",
    "cueillir": "ac re",
    "dormir": "en",
    "écrire": "r",
    "élire": "ré",
    "sortir": "res",
    "paraître": "com",
    "plaire": "dé",
    "fuir": "en",
    "croître": "dé",
    "valoir": "équi pré",
}

#: English verbs with regular forms. Those with a star double their last letter: stop*, stopped.
EN_REGULAR: Final = """
abandon accept access accompany account accuse achieve acquire act adapt add address admire admit* adopt advance
advise affect agree aid aim allege allow amount analyse analyze announce answer appeal appear apply appoint approach
approve argue arm arrange arrest arrive ask assert assess assign assist assume assure attach attack attempt attend
attract award back ban* banish base battle beg believe belong benefit blame blast block board boast book boost borrow
boycott brand brief broker bubble burn bury calculate call camp cancel capture care carry cash cause cease celebrate
chair challenge change charge chase chat check cheer chuckle circulate cite claim clash clear climb close coach
collapse collect combine comment commission commit* compare compete complain complete comprise concede concern
conclude condemn conduct confess confirm confront connect consider consist construct consult contact contain contend
continue contract contribute control* convert convey convict convince cook cooperate copy count cover crash create
criticise criticize cross cultivate cure damage dance dare date debate debut decide declare decline dedicate defeat
defend define delay delete deliver demand demolish deny depart depend deploy deposit describe deserve design destroy
detail detain detect determine develop devote differ direct disagree disappear disclose discover discuss dismiss
display dispute distribute dive divide donate double doubt download draft drag* dress drop* dub dump earn ease edit
educate elect eliminate emerge employ empty enable encourage end endorse enforce engage enjoy ensure enter escape
establish estimate evacuate evaluate examine exceed exchange exclude excuse execute exercise exist exit* expand expect
expire explain explode explore export expose express extend face fail fear feature fetch figure file fill film finance
fine finish fire fix float flood flow focus follow force form found frame free fuel fulfil* fume function fund gain
gather generate govern graduate grant greet grin groan grumble guarantee guard guess guide halt halve hand handle
happen harm harvest haul head heat help hesitate highlight hint hire honor honour hope host house hunt identify ignore
imagine impact implement imply import impose impress improve include increase incur* indicate infect inform inherit
initiate injure insist inspect inspire install institute insure intend interview introduce invade invent invest
investigate invite involve issue join joke judge jump* justify kick kill kiss label lack lament land last laud laugh
launch learn lease lecture level license lift like limit line link list listen live load lobby locate lock log look
love lower maintain manage march mark market marry match matter measure mention merge miss mix moan monitor mount move
murder murmur muse name need negotiate nominate note notice notify number object oblige observe obtain occupy occur*
offer open operate oppose order organise organize orphan outline outnumber overhaul owe own pack paint park
participate partner pass pause perform permit* persuade phone pick place plan* plant play plead please pledge plot
plunge point poll pose position possess post postpone pour power praise predict prefer* prepare present preside press
prevent price print proceed process produce profit project promise promote propose prosecute protect protest prove
provide publish pull pump punish purchase pursue push qualify question queue quip quote race raise rally range rank
rate reach react realise realize rebrand recall receive reckon recognise recognize recommend record recount recover
recruit recycle redevelop reduce reel refer* reflect refund refuse regard register regret* regulate reiterate reject
relate relax release relocate rely remain remark remember remind remove renew rent reopen repair repeat replace reply
report represent request require rescue research reserve resign resist resolve respond rest restore restrict
restructure result resume retain retire retract return reveal reverse review revise reward risk rock roll rule rush
sack sail sample save scale schedule score scrap* search secure seem seize select separate serve settle shape share
ship* shock shop* shorten shout shrug shudder shuffle sigh sign signal simplify slam* slap* slash slow smash smile
smoke snap* sneer sniff snort soar solve sort sound span* spark specialise specialize specify sponsor spot* squander
stage stamp star* stare start state stay step* stop* store strengthen stress stretch struggle study stumble subject
submit* succeed sue suffer suggest suit summon supply support suppose surge surpass surprise surrender surround survey
survive suspect suspend swap* switch tackle talk target taste tax telephone terminate test thank threaten tick* total
touch tour trace track trade train transfer* transform transport travel* treat trip* triple trust try tumble turn
tweet unite unveil update upgrade urge use vaccinate value vanish vary veto view visit volunteer vote vow wait walk
wander want warn wash watch weaken weigh welcome whisper widen witness wonder work worry worsen wound wreck yell yield
"""

#: English verbs with forms of their own: base, past, past participle.
EN_OTHER: Final = """
have had had | do did done | go went gone | say said said | make made made | take took taken | get got got |
get got gotten | give gave given | come came come | see saw seen | know knew known | think thought thought |
tell told told | find found found | become became become | leave left left | feel felt felt | bring brought brought |
begin began begun | keep kept kept | hold held held | write wrote written | stand stood stood | hear heard heard |
mean meant meant | meet met met | run ran run | pay paid paid | sit sat sat | speak spoke spoken | lead led led |
grow grew grown | lose lost lost | fall fell fallen | send sent sent | build built built |
understand understood understood | draw drew drawn | break broke broken | spend spent spent | rise rose risen |
drive drove driven | buy bought bought | wear wore worn | choose chose chosen | win won won | seek sought sought |
sell sold sold | fight fought fought | throw threw thrown | catch caught caught | deal dealt dealt |
teach taught taught | lay laid laid | sing sang sung | shoot shot shot | strike struck struck | stick stuck stuck |
hang hung hung | fly flew flown | forget forgot forgotten | shake shook shaken | sleep slept slept |
steal stole stolen | swear swore sworn | swim swam swum | tear tore torn | wake woke woken | wind wound wound |
withdraw withdrew withdrawn | undergo underwent undergone | overcome overcame overcome | overtake overtook overtaken |
freeze froze frozen | feed fed fed | flee fled fled | forbid forbade forbidden | foresee foresaw foreseen |
forgo forwent forgone | hide hid hidden | ride rode ridden | ring rang rung | shine shone shone | shrink shrank shrunk
| sink sank sunk | spring sprang sprung | sweep swept swept | bear bore borne | beat beat beaten | bend bent bent |
bind bound bound | bite bit bitten | blow blew blown | breed bred bred | dig dug dug | drink drank drunk |
eat ate eaten | uphold upheld upheld | lie lay lain | lend lent lent | light lit lit | sew sewed sewn |
show showed shown | undertake undertook undertaken | repay repaid repaid | rebuild rebuilt rebuilt |
resell resold resold | outsell outsold outsold | cost cost cost | cut cut cut | hit hit hit | put put put |
set set set | shut shut shut | let let let | bet bet bet | bid bid bid | cast cast cast | hurt hurt hurt |
quit quit quit | spread spread spread | split split split | read read read | upset upset upset |
forecast forecast forecast | broadcast broadcast broadcast | burst burst burst | swing swung swung | spin spun spun
"""
