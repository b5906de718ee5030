"""Given names that are a man's or a woman's in French or English, folded; those that are both are in neither table."""

from __future__ import annotations

from typing import Final

from quiz.derive.people.kinds import Gender
from quiz.language import name_words
from quiz.language.text import word_set

FEMALE: Final = word_set(
    "abigail adele adelaide adeline adriana agathe agnes aicha aida aimee aisha alba alessandra alexandra alexia "
    "alexis alice alicia alina aline alison alix alma alyssa amalia amanda amandine amber ambre amel amelia amelie "
    "amina amira amy ana anais anastasia andrea andree angela angele angelina angelique anika anita anissa ann anna "
    "annabelle anne annette annick annie anouk antoinette antonia apolline april aretha ariane arielle arlette "
    "armelle ashley asma assia astrid aude audrey aurelia aurelie aurore ava axelle aya ayse barbara beatrice beatriz "
    "becky belinda benedicte berangere berenice bernadette berthe beth bethany betty beverly bev bianca blanche "
    "blandine bonnie brenda bridget brigitte britney brittany bronwen caitlin camila candice capucine carina carine "
    "carla carmen carol carole carolina caroline carolyn catalina caterina catherine cathy cecile cecilia celeste "
    "celia celine chantal chantelle charlene charlotte chelsea cheryl chiara chloe christel christelle christiane "
    "christina christine cindy claire clara clarisse claudia claudine clea clemence clementine clothilde clotilde "
    "colette colleen constance coralie cora corinne cornelia cristina cynthia dalila danielle daniele daphne dawn "
    "deborah debra debbie delphine denise diana diane dina dolores dominika donna dora doreen doris dorothea dorothee "
    "dorothy edith edwige eileen elaine eleanor elena eleonore eliane elisa elisabeth elise eliza elizabeth ella "
    "ellen ellie elodie eloise elsa elsie elvira elvire emilia emilie emily emma emmanuelle erica erika erin "
    "esmeralda estelle esther ethel eugenie eulalie eva eve evelyn evelyne fabienne fadila fanny farah fatiha fatima "
    "fatou fatoumata faustine felicia felicite fernande fiona flavie fleur flora florence florentine frances "
    "francesca francine francoise frederique freya gabriela gabriella gabrielle gaelle gail gemma genevieve georgia "
    "georgette georgina geraldine germaine ghislaine gillian gina ginette giorgia gisele giulia glenda gloria grace "
    "graziella greta gretchen guylaine gwen gwenaelle gwendoline habiba hadja hafida hanna hannah harriet hayley "
    "hazel heather heidi helen helena helene heloise henriette hilary hillary hope huguette ida imane imogen indira "
    "ines ingrid irene irina iris irma isabel isabella isabelle isadora ivana jacinda jacqueline jane janet janice "
    "jasmine jeanine jeanne jeannette jeannine jenna jennifer jenny jessica jill joan joanna joanne jocelyne jodie "
    "johanna josephine josette josiane joy joyce juanita judith judy julia juliana julie juliet juliette justine "
    "kamala karen karin karine karla kate katherine kathleen kathryn kathy katia katie katja katrina kayla kayleigh "
    "keira kelly kenza khadija kimberly kirsten kristen kristin kristina lakshmi lara latifa latisha laura laure "
    "laureen laurel lauren laurence laurie lea leah leila lena leonie leonor leontine lesley leticia leyla lila "
    "lilian liliane lilly lily linda lisa lise lisette liz liza loretta lori lorraine lorna lou-ann louisa louise "
    "lucette lucia lucie lucienne lucile lucille lucinda lucy ludivine luna lydia lydie lynda lyndsey lynn lynne "
    "mabel madeleine madeline madison mae maeva magali magda magdalena maggie maelle maia maite malika mandy manon "
    "manuela mara marcela marcelle margaret margarita margaux margot marguerite maria mariam mariana marianne marie "
    "marielle marina marine marion marisa marissa marjorie marlene marlen marnie marta martha marthe martine mary "
    "maryam maryse mathilde maud maude maureen maya maxine meaghan megan meghan melanie melina melinda melissa "
    "mercedes meredith meriem meryl mia michaela michele micheline michelle mila milena mildred mina mireille miriam "
    "moira molly mona monica monika monique montserrat muriel myriam myrtle nabila nadege nadia nadine naima naomi "
    "natacha natalia natalie natasha nathalie nawal nelly nicola nicole nicolette nina noelle noemie nora norah noor "
    "nour oceane odette odessa odile olga olivia olympe oprah ophelie oriane oumou paloma pamela paola pascale "
    "patricia patty paula paulette paulina pauline peggy penelope perrine petra philippa phoebe phyllis pippa "
    "priscilla priya prune quitterie rachel rachida rania raphaelle rashida raymonde rebecca regina regine renata "
    "renee rhonda rita roberta romane romy rosa rosalie rosalind rose rosemary roselyne roxana roxane rosie ruth saba "
    "sabine sabrina sadie safia sally salma salome samantha samia samira sandra sandrine sandy sanna sara sarah "
    "sasha-lee saskia segolene selena selma serena severine shania shannon sharon sheila shelley sheryl shirley "
    "sibylle sidonie siham sigrid silvia simone sinead siobhan soline solange solene solveig sonia sonya sophia "
    "sophie soraya stacey stacy stella stephanie sue susan susana susanne suzanne suzie svetlana sybil sylvia "
    "sylviane sylvie tabitha tamara tamsin tania tanya tara tatiana teresa tessa thais thea thelma theresa therese "
    "tiffany tina tracey tracy trish ulla ursula valentina valentine valerie vanessa vera verena veronica veronika "
    "veronique vicky victoire victoria viola violaine violeta violette virginia virginie vivian viviane vivienne "
    "wanda wendy whitney wilma winifred yael yasmin yasmina yasmine yolande yvette yvonne zahra zainab zara zelda "
    "zineb zoe zoey zohra ann-marie annemarie nikki hanneke anneke ulrike heike sabina agnieszka malgorzata katarzyna "
    "ewa joana ines luisa luanne joann bertha ethelyn marguerita ife oumaima ramatoulaye aminata mariama awa ndeye "
    "chinyere ngozi nkechi adaeze thandiwe zanele naledi mei xiaomei yuki keiko yoko naoko sakura min-ji soo-jin "
    "hye-jin ji-woo anh linh thuy lan priyanka deepa anjali sunita kavita lakshmi meera nisha pooja rekha shreya usha "
    "sushma aditi ananya clemencia odalys ondine leontyne oda gro marit astri ragnhild sanne femke lieke maartje "
    "hilde greet an liesbeth leen goedele katrien rosalinda concepcion pilar rocio dolly peg lorena marisol"
)
MALE: Final = word_set(
    "aaron abdallah abdel abdelkader abdou abdoulaye abdul abel abraham achille adam adama adel adil adnan adolf "
    "adolphe adrian adrien agustin ahmad ahmed aidan aime akim alain alan alban albert alberto aldo alejandro "
    "aleksandr alessandro alexander alexandre alexei alexey alexis-jean alf alfie alfonso alfred ali alistair allan "
    "allen alonso aloys alphonse alvaro amadou amaury ambroise amir amine anatole anders andre andreas andrei andres "
    "andrew andrey andy angelo angus anil anselme anthony antoine anton antonin antonio antony aristide armand "
    "armando arnaud arnold arsene artem arthur arturo ashok aubin auguste augustin aurelien axel aymeric baptiste "
    "barack barney barry bart bartholomew basil basile bashar bastien baudouin ben benedict benito benjamin benny "
    "benoit bernard bernardo bernie bert bertrand bilal bill billy bjorn blaise bob bobby bogdan boris boubacar brad "
    "bradley brahim brandon brendan brent bret brett brian brice bruce bruno bryan burt cal caleb calvin cameron carl "
    "carlo carlos cecil cedric celestin cesar chad charles cheikh chester chris christian christoph christophe "
    "christopher chuck ciaran clarence clark claudio claus clay clement cliff clifford clinton clive clyde colin colm "
    "conor conrad constantin corentin corey cornelius craig cristian cristiano cristobal curt curtis cyprien cyril "
    "cyrille dale damian damien damon dan daniel danny dante darius darrell darren dario dave david davide dean "
    "declan denis dennis denzel derek dermot desmond dev didier diego dieter dietrich dimitri dimitrios dinesh dirk "
    "djibril dmitri dmitry dominic don donald donnie donovan doug douglas drew driss duncan dustin dwayne dwight "
    "dylan eamon earl ed eddie eddy edgar edmond edmund edouard eduardo edward edwin eli elias elie elijah elio "
    "elliott elliot elmer eloi elon elton emeric emile emilien emilio emmanuel enrico enrique enzo eric erich erik "
    "ernest ernesto ernst erwan esteban ethan etienne eugene eusebe evan evariste everett ezra fabian fabien fabio "
    "fabrice fadi farid faisal federico felipe felix ferdinand fergus fernand fernando fidel firmin flavien flavio "
    "florent florian floyd francesco francis francisco franck franco francois frank franklin franz fred freddy "
    "frederic frederick frederik friedrich fritz gabriel gael gaetan gareth garry gary gaspard gaston gautier "
    "gauthier gavin gene geoff geoffrey geoffroy george georges gerald gerard gerhard germain ghislain giacomo "
    "giancarlo gianni gideon gil gilbert gilles giorgio giovanni giulio giuseppe glen glenn gonzague gonzalo gordon "
    "graham grant greg gregoire gregor gregory guido guilhem guillaume guillermo gunther gus gustave gustavo guy "
    "gwendal hadrien hal hamid hamza hank hans harold harrison harry harvey hassan hector heinrich heinz hendrik "
    "henri henrik henry herbert herman hermann herve hicham hippolyte horace horst howard hubert hugh hugo hugues "
    "humberto hussein hyacinthe iain ian ibrahim ibrahima idriss ignace igor iker ilan ilya imran ira irving isaac "
    "isaiah ismael ismail issa ivan ivo jack jacob jacques jaime jake jakob jakub jalil james jamal jan jared jason "
    "javier jay jean-baptiste jean-charles jean-claude jean-francois jean-jacques jean-louis jean-luc jean-marc "
    "jean-marie jean-michel jean-noel jean-paul jean-philippe jean-pierre jean-yves jeff jeffrey jens jeremiah "
    "jeremie jeremy jerome jerry jesse jesus jim jimmy joachim joao joaquin joe joel joey joffrey johan johann "
    "johannes john johnny jon jonah jonas jonathan jonty joop jorge jose josef joseph josh joshua josselin juan judd "
    "jude jules julian julien julio julius jurgen justin kai kamel karel karim karl keith ken kenneth kent kenny "
    "kevin khaled khalid kieran killian kilian klaus konrad konstantin kurt kyle lambert lamine lance lars larry "
    "laszlo laurent lawrence lazare leandre lee leif len lenny leo leon leonard leonardo leonid leopold leroy lester "
    "lev levi lewis liam lilian-jean lino lionel lloyd loic loick lois-jean lorenzo lothar lou-paul louis luc luca "
    "lucas luciano lucien ludovic ludwig luigi luis lukas luke luther lyle lyndon maceo macron-jean mads magnus "
    "mahmoud malcolm malik mamadou manfred manu manuel marc marcel marcello marcelo marco marcos marcus mariano marin "
    "mario marius mark marko markus marlon marshall martial martin marty marvin massimo mateo mathias mathieu mathis "
    "matt matteo matthew matthias matthieu maurice mauricio mauro max maxence maxime maximilian maximilien mehdi "
    "mehmet mel melchior melvin mendel michael michal micheal michel mick miguel mikael mike mikhail milan miles milo "
    "mitch mitchell modeste mohamed mohammad mohammed monty morris moses mouloud mounir mourad moussa muhammad murray "
    "mustafa mustapha nabil narendra nasser nathan nathanael nathaniel ned neil nelson nestor niall nicholas nick "
    "nicolas nicolo niels nigel niklas nikolai nikolas nils noah noe noel norbert norman octave olaf oleg oliver "
    "olivier omar omer orlando orrin orson oscar osama oswald othman otto owen pablo paddy pal paolo parfait pascal "
    "pat-jean patrice patrick paul paul-antoine paul-henri pavel pedro per percy perry pete peter petr phil philip "
    "philippe phillip pierre pierre-henri pierre-yves pieter pietro piotr placide prosper quentin quincy rachid "
    "rafael rafik rahul raj rajesh ralph ramon ramzi randall randy raoul raphael rashid raul ravi ray raymond recep "
    "reda reggie reginald regis remi remy renaud rene reuben rex rhys ricardo richard rick ricky rishi rob robbie "
    "robert roberto rocco rod roderick rodney rodolphe rodrigo roger roland rolf romain roman romeo ron ronald ronan "
    "ronnie rory ross roy ruben rudolf rudy rufus rupert russell ryan sacha-jean sadiq said saleh salem salim "
    "salvador salvatore sami samir samuel sandro sanjay santiago saul scott sean sebastian sebastien selim serge "
    "sergei sergey sergio seth shane shaun shawn sid sidney siegfried silvio simon slimane sofiane solomon soren "
    "spencer stan stanislas stanislav stanley stefan stefano sten stephane stephen steve steven stewart stuart sundar "
    "sven sylvain sylvestre tariq ted teddy terence terrence terry thaddeus thanh theo theodore theophile thibaud "
    "thibault thibaut thierry thomas tidiane tim timothee timothy tobias toby todd tom tomas tommy tony travis trevor "
    "tristan troy tyler ugo ulrich ulysse uwe vadim valentin valery vaclav vasily vern vernon vic victor viktor "
    "vikram vincent vincenzo vitaly vito vladimir volodymyr waldo walid wallace walt walter warren wayne wendell "
    "werner wesley wilbur wilfried wilfrid will willem william willie willy wim winston wolfgang woodrow xavier "
    "yacine yanis yann yannick yannis yassine yohan youri youssef yuri yusuf yvan yves yvon zachary zack zinedine "
    "satya manmohan anwar arjun sunil suresh vijay amit deepak mukesh ratan hiroshi kenji takashi akira shinzo haruki "
    "kenzo jinping jong-un moon-jin wei jun hao minh duc tuan kwame kofi chukwu emeka tunde sipho thabo nelson-jean "
    "babatunde olusegun seydou souleymane ousmane moustapha thorsten torsten hakan goran jorn kjell leiv odd tor "
    "pal-erik alastair bram joost sander thijs ruud"
)


def gender_of(given: str, language: str) -> Gender:
    """The gender of a folded given name, by its first part where it is double; "" where it is unknown or both."""
    if given == "jean":
        return "m" if language == "fr" else "f"
    female, male = given in FEMALE, given in MALE
    if female == male and "-" in given:
        return gender_of(given.split("-", 1)[0], "fr" if given.startswith("jean-") else language)
    if female == male:
        return ""
    return "f" if female else "m"


def given_name(word: str) -> bool:
    """Whether a folded word is known as a given name, of whichever gender."""
    return (
        word in FEMALE
        or word in MALE
        or word in name_words.GIVEN
        or ("-" in word and len(word) > 5 and given_name(word.split("-", 1)[0]))
    )
