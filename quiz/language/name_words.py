"""The words that names are made of and surrounded by, folded: titles, particles, heads, common given names."""

from __future__ import annotations

from typing import Final

from quiz.language.text import word_set

ARTICLES: Final = word_set("le la les l the un une des a an")

#: Before a person's name: forms of address, offices, ranks. They are no part of the name.
TITLES: Final = word_set(
    "m mm mr mrs ms mx miss mister monsieur messieurs madame mesdames mme mmes mademoiselle mlle dr docteur doctor "
    "docteure pr prof professeur professeure professor sir dame lord lady maitre me saint sainte st ste president "
    "presidente vice-president vice-presidente premier ministre premiere minister prime chancelier chanceliere "
    "chancellor secretaire secretary senateur senatrice senator depute deputee congressman congresswoman maire "
    "mayor gouverneur governor roi reine king queen prince princesse princess empereur imperatrice emperor empress "
    "tsar pape pope cardinal abbe pere father soeur sister frere brother general generale colonel capitaine captain "
    "commandant lieutenant marechal amiral admiral juge judge justice procureur procureure pdg ceo patron "
    "milliardaire billionaire ancien ancienne ex former acteur actrice actor actress chanteur chanteuse singer "
    "ecrivain ecrivaine writer author auteur autrice philosophe philosopher economiste economist journaliste "
    "journalist avocat avocate lawyer"
)

#: Between given and family name; they belong to the family name and may be left out.
PARTICLES: Final = word_set(
    "de du des d la le von van der den ter ten zu zur di da dos das del della al el bin ibn ben st"
)

#: After a person's name.
SUFFIXES: Final = word_set("jr sr junior senior fils pere phd md esq")

#: After a firm's name (forms of companies) and around it (common nouns): they do not count.
LEGAL: Final = word_set(
    "inc incorporated corp corporation co ltd limited llc llp lp plc sa sas sasu sarl eurl sca scop snc gmbh ag kg "
    "se nv bv spa srl ab oy asa pty"
)
GENERIC: Final = word_set(
    "societe compagnie entreprise groupe firme start-up startup maison marque company firm group holding brand "
    "business plateforme platform application app site reseau network agence agency association"
)

#: Words that only organisations have in their names.
INSTITUTIONS: Final = word_set(
    "banque bank universite university ministere ministry department departement commission committee comite "
    "conseil council organisation organization union federation parti party syndicat agence agency institut "
    "institute academie academy ecole school college hopital hospital tribunal court cour senat senate parlement "
    "parliament congres congress assemblee assembly gouvernement government nations office bureau service fondation "
    "foundation association society fund fonds club museum musee airlines motors systems technologies industries "
    "group groupe police armee army"
)

#: Those of somebody: "the lawyers of X" are not X. Each word with the sense that it shares across languages.
HEADS: Final[dict[str, str]] = {
    word: line.split()[0]
    for line in (
        "lawyer lawyers attorney attorneys counsel solicitor solicitors barrister avocat avocate avocats avocates",
        "spokesperson spokesman spokeswoman spokespeople porte-parole porte-paroles",
        "wife spouse femme epouse",
        "husband mari epoux",
        "son sons fils",
        "daughter daughters fille filles",
        "brother brothers frere freres",
        "sister sisters soeur soeurs",
        "mother mere",
        "father pere",
        "parents parent",
        "child children kids enfant enfants",
        "family relatives famille",
        "entourage proche proches allies allie friends friend ami amie amis",
        "team equipe",
        "adviser advisers advisor advisors aide aides conseiller conseillere conseillers conseilleres",
        "agent agents",
        "assistant assistants assistante collaborateur collaborateurs collaboratrice",
        "ceo pdg boss patron patronne dg",
        "founder founders cofounder co-founder fondateur fondatrice fondateurs cofondateur",
        "director directors directeur directrice directeurs",
        "president presidente presidents chairman chairwoman chair",
        "minister ministers ministre ministres",
        "shareholder shareholders actionnaire actionnaires investors investisseurs",
        "employee employees staff workers salarie salaries employe employes",
        "member members membre membres",
        "supporter supporters partisan partisans electeur electeurs voters fans",
        "victim victims victime victimes",
        "user users utilisateur utilisateurs abonnes followers",
        "biographer biographe",
        "successor successeur",
        "predecessor predecesseur",
        "doctor medecin",
        "representative representatives representant representants representante",
    )
    for word in line.split()
}

#: Given names that are so common that a capitalised word after them is a family name. Not a list of who exists.
GIVEN: Final = word_set(
    "aaron abdel adam adele adrien agathe agnes ahmed alain alan albert alexander alexandra alexandre alexandria "
    "alex alexei alexis alfred alice alison aline amanda amelie amy ana anais andre andrea andrei andrew angela "
    "angelina anna anne annie anthony antoine antonio antonin ariane ariel arnaud arthur astrid audrey aurelie "
    "aurelien ava barack barbara bashar baptiste beatrice ben benjamin benoit bernadette bernard bernie bertrand "
    "beth bill blaise bob boris brad brandon brian brigitte britney bruce bruno camille carl carla carlos carole "
    "caroline catherine cecile cedric celine chantal charles charlie charlotte chloe chris christian christiane "
    "christelle christine christophe christopher claire clara claude claudia clement colette constance corinne "
    "craig cristiano cyril damien daniel daniele daphne dave david deborah denis denise diana diane didier diego "
    "dimitri dmitri dominique donald dorothee edgar edith edmond edouard edward edwin elena eliane elie elisa "
    "elisabeth elise eliza elizabeth ella ellen elon elsa emile emilie emily emma emmanuel emmanuelle enzo eric "
    "erik ernest estelle esther ethan etienne eugene eva evan eve evelyne fabien fabienne fabrice fatima felix "
    "ferdinand fernand fiona florence florent florian franck francis francois francoise frank franklin franz fred "
    "frederic frederique friedrich gabriel gabrielle gael gaelle gary gaston gautier gavin genevieve geoffrey "
    "geoffroy george georges georgia gerald gerard gerhard germain ghislaine giorgia gilbert gilles gordon grace "
    "greg gregoire gregory greta guillaume gustave guy gwenaelle hannah hans harold harry heather hector helen "
    "helene henri henry herbert herve hillary hubert hugh hugo ian ibrahim igor ines ingrid irene iris isaac "
    "isabelle isaac ivan jack jackie jacob jacques jacqueline jake james jamie jane janet jared jason jay jean "
    "jeanne jeff jeffrey jennifer jenny jeremy jerome jessica jill jim jimmy joan joanna joe joel johan johann john "
    "johnny jonas jonathan jordan jorge jose joseph josephine joshua juan judith jules julia julian julie julien "
    "juliette justin kamala karen karim karine karl kate katherine kathleen kathryn katie keith kelly ken kenneth "
    "kevin kim kyle lara larry laura laure laurence laurent lea leila leo leon leonardo leonie leslie lewis liam "
    "liliane lily linda lionel lisa liz lois lola louis louise luc luca lucas lucie lucien ludovic ludwig luis luke "
    "lula lydia lynn madeleine magali maggie malcolm manon manuel marc marcel marco margaret margaux marguerite "
    "maria mariam marianne marie marina marine mario marion marissa mark marlene martha martin martine mary mateo "
    "mathieu mathilde matt matteo matthew matthias matthieu maud maurice max maxime megan melanie melissa mercedes "
    "michael michel michele michelle mick mike mikhail mireille mohamed mohammed monica monique morgan moussa "
    "muriel mustafa nadia nadine naomi narendra natalie nathalie nathan neil nelson nicholas nick nicolas nicole "
    "nikki nina noah noam noel noemie nora norbert norman odile oliver olivia olivier olga omar osama oscar otto pablo "
    "pamela pascal pascale patrice patricia patrick paul paula pauline pedro peggy penelope peter phil philip "
    "philippe pierre quentin rachel rachida rafael ralph raphael ray raymond rebecca recep regine regis remi rene "
    "renee rex richard rishi rob robert roberto robin rodrigo roger roland romain romane ron ronald rosa rose ross "
    "roxane roy rudolf rudy russell ruth ryan sabine sabrina sadiq salma sam samantha samuel sandra sandrine sara "
    "sarah satya scott sean sebastian sebastien segolene serena serge sergei sergey shakira sharon sheryl silvio "
    "simon simone sofia sonia sophie stan stanislas stella stephane stephanie stephen steve steven stuart sundar "
    "susan suzanne sylvain sylvie tanya tara taylor ted teresa thea theo theodore theresa therese thibault thierry "
    "thomas tiffany tim timothy tina toby todd tom tommy tony tristan ursula valentin valentine valerie vanessa "
    "vera veronique victor victoria vincent virginie vivian vivien vladimir volodymyr walter warren wayne wendy "
    "werner wilfried will william winston wolfgang xavier yael yann yannick yasmine yves yvette yvonne zoe zinedine"
)

#: Common family names; with GIVEN they tell a slip of the finger from another real name.
FAMILY: Final = word_set(
    "adams allen anderson andre bailey baker barnes bell bennett bernard bertrand blanc bonnet boyer brooks brown "
    "bush butler campbell carter chevalier clark clarke clinton collins cook cooper cox david davies davis dubois "
    "dupont dupond durand edwards evans faure fontaine foster fournier francois garcia garnier gauthier gautier "
    "girard gonzalez gray green guerin hall harris harrison henry hill holland hollande howard hughes jackson james "
    "jenkins johnson johnston jones kelly king lambert lee lefebvre lefevre legrand leroux leroy lewis lopez marin "
    "mark martin martinez marx mason mercier meyer michel miller mitchell moore moreau morel morgan morin morris "
    "muller murphy murray myers nelson nguyen nicolas parker perez perrin peters peterson petit phillips powell "
    "price reed rees richard richards richardson rivera robert roberts robertson robin robinson rodriguez rogers "
    "ross rousseau roussel roux russell sanchez sanders scott simmons simon simpson smith smyth stewart stuart "
    "sullivan taylor thomas thompson thomson torres turner vincent walker ward watson white williams williamson "
    "wilson wood woods wright young"
)

#: Short forms of given names: each word stands for the others of its line.
NICKNAMES: Final[dict[str, frozenset[int]]] = {}
for _number, _line in enumerate(
    (
        "william bill billy will willy liam",
        "robert bob bobby rob robbie",
        "michael mike mick mickey",
        "joseph joe joey",
        "james jim jimmy jamie",
        "john jack johnny",
        "richard dick rick ricky rich",
        "edward ed eddie ted ned",
        "theodore ted teddy theo",
        "elizabeth elisabeth liz lizzie beth betty eliza",
        "katherine catherine kate katie kathy cathy",
        "margaret maggie meg peggy",
        "thomas tom tommy",
        "anthony tony",
        "antoine toine",
        "charles charlie chuck",
        "alexander alexandre alex",
        "alexandra alex sandra",
        "benjamin ben benji",
        "bernard bernie",
        "donald don donnie",
        "daniel dan danny",
        "david dave",
        "andrew andy drew",
        "christopher chris",
        "christophe chris",
        "christine chris",
        "nicholas nick",
        "nicolas nico",
        "samuel sam sammy",
        "matthew matt",
        "gregory greg",
        "jeffrey jeff geoffrey",
        "kenneth ken",
        "ronald ron ronnie",
        "stephen steven steve",
        "timothy tim",
        "patrick pat",
        "patricia pat patty",
        "emmanuel manu",
        "frederic fred",
        "frederick fred freddy",
        "dominique domi",
        "vladimir vova",
        "susan sue suzie",
        "deborah debbie deb",
        "jennifer jen jenny",
        "jessica jess",
        "hillary hil",
        "lawrence larry",
        "gerald gerry jerry",
        "leonard leo lenny",
        "abraham abe",
        "franklin frank",
        "francis frank",
        "philip phil",
        "philippe phil",
        "zinedine zizou",
    )
):
    for _word in _line.split():
        NICKNAMES[_word] = NICKNAMES.get(_word, frozenset()) | {_number}

#: Family names that come first (Chinese, Korean, Vietnamese names), before a given name that is not European.
FAMILY_FIRST: Final = word_set(
    "xi mao deng hu wen jiang zhao zhou zhu chiang tsai kim park moon lee yoon ban li wang zhang ho"
)
