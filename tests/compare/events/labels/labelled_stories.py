"""
Made-up stories of many subjects, each of three outlets, under the label that an editor would give.

The labels are without the day. A story is three headlines, each with the beginning of its text.
"""

STORIES = {
    "Altona Foods, fine": (
        (
            "Altona Foods fined €3m over mislabelled meat",
            "A court in Breslin fined the meat packer Altona Foods €3m on Tuesday for selling "
            "horse meat as beef. The company said it would not appeal.",
        ),
        (
            "Meat packer must pay €3m",
            "Altona Foods must pay a fine of €3m for false labels, judges in Breslin ruled. "
            "Consumer groups had asked for twice as much.",
        ),
        (
            "HORSE BURGER FIRM HIT WITH FINE",
            "Altona Foods was fined €3m yesterday over burgers that were half horse. Shoppers "
            "said the fine was too small.",
        ),
    ),
    "Pellworth, plant closure": (
        (
            "Corvane to shut Pellworth glass works, 640 jobs go",
            "Corvane said on Monday it would close its glass works in Pellworth next spring "
            "with the loss of 640 jobs. The company blamed the price of gas.",
        ),
        (
            "Pellworth glass plant to close after 90 years",
            "The closure of the Pellworth glass plant will cost 640 jobs, its owner Corvane "
            "said. Unions called for talks.",
        ),
        (
            "Bosses toast bonus as Pellworth is shut down",
            "Families in Pellworth wept as Corvane axed its glass factory and 640 jobs. The "
            "chief executive took home £3m.",
        ),
    ),
    "Meridia Air, layoffs": (
        (
            "Meridia Air to cut 900 jobs",
            "Meridia Air will cut 900 jobs, a tenth of its staff, the airline said on "
            "Wednesday. Higher fuel costs had eaten its profit.",
        ),
        (
            "Airline sheds 900 staff as fuel costs bite",
            "The airline Meridia Air is to shed 900 staff. Pilots are spared, the company said.",
        ),
        (
            "900 face the axe at Meridia",
            "Nine hundred Meridia Air workers face the axe. Cabin crew learned of it by text "
            "message.",
        ),
    ),
    "Kelvane, earnings": (
        (
            "Kelvane profit rises 12% on strong phone sales",
            "Kelvane reported a 12 percent rise in quarterly profit on Thursday as phone sales "
            "grew. Revenue reached 4.1 billion dollars.",
        ),
        (
            "Kelvane beats forecasts, raises outlook",
            "The chip maker Kelvane beat forecasts with a quarterly profit of 610 million "
            "dollars. It raised its outlook for the year.",
        ),
        (
            "Phone boom lifts Kelvane",
            "A boom in phones lifted profit at Kelvane by an eighth in the third quarter. "
            "Shares rose 5 percent.",
        ),
    ),
    "Tarvia, poverty rate": (
        (
            "Tarvia's poverty rate drops to 21%",
            "The poverty rate in Tarvia fell to 21 percent last year from 24 percent, the "
            "statistics office said. Rural poverty fell most.",
        ),
        (
            "One in five poor in Tarvia, figures show",
            "One in five people in Tarvia lives in poverty, new figures show. The opposition "
            "said that the poverty line was too low.",
        ),
        (
            "Minister hails fall in Tarvian poverty",
            "The minister hailed a fall in the poverty rate of Tarvia on Tuesday. Charities "
            "said food banks were busier than ever.",
        ),
    ),
    "Tarvia, unemployment": (
        (
            "Unemployment in Tarvia falls to 5.2%",
            "Unemployment in Tarvia fell to 5.2 percent in May, the labour office said on "
            "Friday. It is the lowest rate since 2008.",
        ),
        (
            "Tarvian jobless rate at 15-year low",
            "The jobless rate in Tarvia fell to its lowest in 15 years. Youth unemployment "
            "stayed at 14 percent.",
        ),
        (
            "Jobless figures flatter government",
            "Unemployment fell in Tarvia, but only because thousands gave up looking. Unions "
            "doubt the figures.",
        ),
    ),
    "Brennick, takeover": (
        (
            "Halvor to buy Brennick for $2.1bn",
            "Halvor agreed on Monday to buy the brewer Brennick for 2.1 billion dollars. The "
            "takeover needs the approval of regulators.",
        ),
        (
            "Brennick accepts Halvor takeover",
            "The board of Brennick has accepted a takeover by Halvor. Brennick has brewed beer "
            "since 1822.",
        ),
        (
            "Beer giant swallows Brennick",
            "Brennick drinkers fear for their pint after a takeover by Halvor. The deal is "
            "worth £1.7bn.",
        ),
    ),
    "Nordhaven, auction": (
        (
            "Lost Verhulst portrait sells for €9m at Nordhaven auction",
            "A portrait by Clara Verhulst that was lost for a century sold for 9 million euros "
            "in Nordhaven on Thursday. The auction lasted six minutes.",
        ),
        (
            "Record price for Verhulst painting",
            "A painting by Clara Verhulst fetched a record €9m at auction in Nordhaven. The "
            "buyer was not named.",
        ),
        (
            "Attic picture makes family €9m",
            "A picture found in an attic made a family rich when the hammer fell in Nordhaven. "
            "The auction house had guessed €200,000.",
        ),
    ),
    "Solmar, data breach": (
        (
            "Solmar says data of 800,000 patients stolen",
            "The clinic chain Solmar said on Tuesday that hackers had stolen the data of "
            "800,000 patients. It has told the police.",
        ),
        (
            "Data breach at Solmar clinics hits 800,000",
            "A data breach at Solmar exposed the records of 800,000 patients. No payment "
            "details were taken, the company said.",
        ),
        (
            "Your secrets for sale: Solmar hacked",
            "Crooks are hawking the files of Solmar patients. The data breach is the worst in "
            "years.",
        ),
    ),
    "Orvelle, recall": (
        (
            "Orvelle recalls 90,000 pushchairs over brake fault",
            "Orvelle is recalling 90,000 pushchairs because their brakes can fail, the maker "
            "said on Monday. Nobody has been hurt.",
        ),
        (
            "Pushchair recall: what parents should do",
            "Orvelle has recalled pushchairs sold since March. Parents should stop using them.",
        ),
        (
            "Deathtrap prams pulled from shops",
            "Shops pulled thousands of Orvelle prams yesterday. The recall came after eleven "
            "brakes failed.",
        ),
    ),
    "Marek Dahl, conviction": (
        (
            "Financier Marek Dahl found guilty of fraud",
            "A jury in Breslin found the financier Marek Dahl guilty of fraud on Friday. Marek "
            "Dahl will be sentenced in June.",
        ),
        (
            "Dahl convicted of swindling pensioners",
            "Marek Dahl was convicted of fraud after a trial of nine weeks. The conviction ends"
            " his career.",
        ),
        (
            "Guilty: the man who robbed widows",
            "Marek Dahl stared at the floor as the jury convicted him. He faces 12 years.",
        ),
    ),
    "Ashgrove, prison riot": (
        (
            "Inmates riot at Ashgrove prison, six hurt",
            "Inmates rioted at Ashgrove prison on Sunday night and six people were hurt, the "
            "prison service said. Order was restored at dawn.",
        ),
        (
            "Ashgrove prison riot ends after nine hours",
            "A riot at Ashgrove prison ended after nine hours. Two wings were burnt out.",
        ),
        (
            "Lags run amok in Ashgrove",
            "Prisoners ran amok at Ashgrove after a row over food. Guards retook the jail with "
            "dogs.",
        ),
    ),
    "Tilbrook, stabbing": (
        (
            "Two teenagers stabbed in Tilbrook park",
            "Two teenagers were stabbed in a park in Tilbrook on Saturday evening, police said."
            " A boy of 16 was arrested.",
        ),
        (
            "Tilbrook stabbing: boy, 16, held",
            "Police have arrested a boy after a stabbing in Tilbrook. Both victims are stable.",
        ),
        (
            "Knife horror in the park",
            "Mums fled a park in Tilbrook as two teens were knifed. It is the third stabbing "
            "there this year.",
        ),
    ),
    "Castle Rhone, theft": (
        (
            "Thieves take six tiaras from Castle Rhone",
            "Thieves stole six tiaras from Castle Rhone in the night to Monday, police said. "
            "The alarm had been switched off.",
        ),
        (
            "Police hunt Castle Rhone jewel thieves",
            "Police are looking for three men after the theft of tiaras at Castle Rhone. They "
            "are worth £2m.",
        ),
        (
            "CROWN JEWELS NICKED",
            "A gang nicked tiaras from Castle Rhone in four minutes. Guards were watching "
            "football.",
        ),
    ),
    "Port Sabine, shooting": (
        (
            "Three shot dead at Port Sabine bar",
            "A gunman shot three people dead at a bar in Port Sabine late on Friday, police "
            "said. He was arrested an hour later.",
        ),
        (
            "Bar massacre stuns Port Sabine",
            "A massacre in a bar left three dead in Port Sabine. The shooting began at closing "
            "time.",
        ),
        (
            "Port Sabine mourns three killed in bar shooting",
            "Port Sabine mourned three people killed in a shooting at a bar. The mayor called "
            "for calm.",
        ),
    ),
    "Wendle, norovirus": (
        (
            "Norovirus sickens 70 at Wendle music festival",
            "Seventy people fell ill with norovirus at a music festival in Wendle, health "
            "officials said. The festival went on.",
        ),
        (
            "Festival bug: norovirus confirmed at Wendle",
            "Tests confirmed norovirus among visitors of the festival in Wendle. Most have "
            "recovered.",
        ),
        (
            "VOMIT FEST: 100 struck down in Wendle",
            "Revellers queued for toilets in Wendle as a bug spread. Doctors blamed norovirus.",
        ),
    ),
    "Ruvania, heatwave": (
        (
            "Heat kills 112 in Ruvania in a week",
            "A heatwave has killed 112 people in Ruvania in a week, the health ministry said on"
            " Tuesday. Most were over 75.",
        ),
        (
            "Ruvania heatwave death toll passes 100",
            "More than 100 people have died in the heatwave in Ruvania. Temperatures reached 44C.",
        ),
        (
            "PHEW! It's hotter than hell",
            "Ruvania sizzled for the seventh day. The heatwave will break on Friday, "
            "forecasters say.",
        ),
    ),
    "St Orme Hospital, infections": (
        (
            "Nine babies infected at St Orme Hospital",
            "Nine newborn babies have caught an infection at St Orme Hospital, the trust said "
            "on Monday. The ward is closed.",
        ),
        (
            "Infections shut baby unit at St Orme Hospital",
            "St Orme Hospital has shut its baby unit after infections with a resistant germ. "
            "All the babies are stable.",
        ),
        (
            "Superbug stalks St Orme tots",
            "Nine tots caught a superbug at St Orme Hospital. Parents say that the infections "
            "were hushed up.",
        ),
    ),
    "Dervan, vaccination": (
        (
            "Dervan starts malaria vaccination of 300,000 children",
            "Dervan began the vaccination of 300,000 children against malaria on Monday. The "
            "campaign lasts a month.",
        ),
        (
            "Malaria vaccine reaches Dervan's villages",
            "Nurses in Dervan gave the first malaria jabs on Monday. The vaccination is free.",
        ),
        (
            "Jabs for all: Dervan takes on malaria",
            "Children in Dervan lined up for malaria jabs. The vaccination drive will reach "
            "every village.",
        ),
    ),
    "Mount Kesh, eruption": (
        (
            "Mount Kesh erupts, 4,000 flee",
            "Mount Kesh erupted on Sunday and 4,000 people fled, officials said. Ash fell on "
            "three towns.",
        ),
        (
            "Volcano forces thousands from homes",
            "Thousands left their homes as lava ran down Mount Kesh. The volcano last erupted "
            "in 1961.",
        ),
        (
            "Ash and fear under Mount Kesh",
            "Ash covered the fields below Mount Kesh after the eruption. Two farmers are missing.",
        ),
    ),
    "Gannet Bay, stranding": (
        (
            "Sixty dolphins stranded in Gannet Bay",
            "Sixty dolphins were stranded on the sand in Gannet Bay on Tuesday. Volunteers "
            "refloated 22 of them.",
        ),
        (
            "Race to save beached dolphins in Gannet Bay",
            "Volunteers fought to save dolphins that had beached in Gannet Bay. At least 30 "
            "died, wardens said.",
        ),
        (
            "The day the dolphins came ashore",
            "It began with one fin. By noon sixty dolphins lay stranded in Gannet Bay, and the "
            "tide was going out.",
        ),
    ),
    "Ostmark, floods": (
        (
            "Floods kill five in Ostmark",
            "Floods killed five people in Ostmark after two days of rain, rescuers said. The "
            "river Sava burst its banks.",
        ),
        (
            "Ostmark flood deaths rise to seven",
            "Seven people have died in floods in Ostmark. Hundreds are in shelters.",
        ),
        (
            "Government slept as Ostmark drowned",
            "Ostmark was under water yesterday and ministers were on holiday. Seven are dead.",
        ),
    ),
    "Lorne Island, ferry sinking": (
        (
            "Ferry sinks off Lorne Island, 14 dead",
            "A ferry with 60 people aboard sank off Lorne Island on Monday, killing 14, the "
            "coastguard said. The sea was calm.",
        ),
        (
            "Lorne Island ferry was overloaded, survivors say",
            "Survivors said the ferry that sank off Lorne Island was overloaded. Divers found "
            "two more bodies.",
        ),
        (
            "Death ship: 14 drown off Lorne Island",
            "Fourteen drowned when a rusty ferry went down off Lorne Island. The owner has fled.",
        ),
    ),
    "Selva Institute, rocket launch": (
        (
            "Selva Institute rocket lifts off with climate satellite",
            "The Selva Institute sent a climate satellite into orbit on Friday. The rocket "
            "launch had been put off twice.",
        ),
        (
            "Climate satellite in orbit after third try",
            "A rocket of the Selva Institute carried a climate satellite into orbit. The launch"
            " cost 90 million dollars.",
        ),
        (
            "Third time lucky for Selva",
            "The rocket launch of the Selva Institute went well at last. Children cheered on "
            "the beach.",
        ),
    ),
    "Hallam University, study": (
        (
            "Naps may help memory, Hallam University study finds",
            "A study of 4,000 people at Hallam University found that short naps help memory. "
            "The effect was small.",
        ),
        (
            "Afternoon naps are good for you, study says",
            "People who nap remember more, a study by Hallam University says. The study did not"
            " prove cause and effect.",
        ),
        (
            "Put your feet up: boffins back naps",
            "Boffins at Hallam University say a nap is good for you. Their study took eight years.",
        ),
    ),
    "Larch Cup, final": (
        (
            "Redmoor beat Galston 3-1 to win Larch Cup",
            "Redmoor beat Galston 3-1 in the final of the Larch Cup on Saturday. Two goals came"
            " in the last minutes.",
        ),
        (
            "Late goals give Redmoor the Larch Cup",
            "Redmoor took the Larch Cup after a final with two late goals. Galston had led at "
            "the break.",
        ),
        (
            "Redmoor in heaven",
            "Redmoor fans danced all night after the Larch Cup final. Galston were robbed, "
            "their manager said.",
        ),
    ),
    "Galston, crush": (
        (
            "Five die in crush at Galston stadium before cup final",
            "Five people died in a crush at the stadium in Galston before the cup final on "
            "Saturday, police said. The final was called off.",
        ),
        (
            "Galston stadium crush: gates were locked",
            "Gates were locked when fans were caught in a crush in Galston, witnesses said. The"
            " cup final will be played later.",
        ),
        (
            "FINAL OF DEATH",
            "Fans died like cattle in Galston. The crush came an hour before the final.",
        ),
    ),
    "Vera Lindqvist, retirement": (
        (
            "Skier Vera Lindqvist retires at 34",
            "The skier Vera Lindqvist will retire at the end of the season, she said on Monday."
            " Vera Lindqvist won two world titles.",
        ),
        (
            "Lindqvist announces retirement",
            "Vera Lindqvist has announced her retirement. Her knee had troubled her.",
        ),
        (
            "The last run of Vera Lindqvist",
            "Vera Lindqvist wept as she spoke of her retirement. She will coach children.",
        ),
    ),
    "Tomas Reyl, doping case": (
        (
            "Cyclist Tomas Reyl suspended in doping case",
            "The cyclist Tomas Reyl was suspended on Monday in a doping case. Tomas Reyl denies"
            " having taken anything.",
        ),
        (
            "Reyl out of the tour after doping test",
            "Tomas Reyl will miss the tour because of a doping case. A second sample is being "
            "tested.",
        ),
        (
            "Team stands by Reyl in doping case",
            "The team of Tomas Reyl stood by him in the doping case. His lawyer spoke of an error.",
        ),
    ),
    "Anders Holm, prize": (
        (
            "Anders Holm wins Brava prize for novel",
            "The novelist Anders Holm won the Brava prize on Tuesday for a book about his "
            "mother. The prize is worth £50,000.",
        ),
        (
            "Brava prize goes to Anders Holm",
            "Anders Holm has won the Brava prize. The jury praised a quiet book.",
        ),
        (
            "A prize for silence",
            "Few expected Anders Holm to win the prize. He has not given an interview since 1998.",
        ),
    ),
    "Tarvia and Ostmark, ceasefire": (
        (
            "Tarvia and Ostmark agree ceasefire",
            "Tarvia and Ostmark agreed a ceasefire on Sunday after eleven days of fighting. "
            "Monitors will arrive this week.",
        ),
        (
            "Ceasefire between Tarvia and Ostmark holds",
            "A ceasefire between Tarvia and Ostmark held on its first day. Both armies pulled "
            "back guns.",
        ),
        (
            "Guns fall silent for Tarvia and Ostmark",
            "The ceasefire of Tarvia and Ostmark began at dawn. Refugees started to return.",
        ),
    ),
    "Sarn, drone strike": (
        (
            "Drone strike kills three at Sarn fuel depot",
            "A drone strike on a fuel depot in Sarn killed three workers on Monday, the "
            "governor said. The fire burned for hours.",
        ),
        (
            "Drones hit fuel depot in Sarn",
            "Drones hit a depot in Sarn, the army said. Officials spoke of three dead.",
        ),
        (
            "Enemy terror from the air: three martyred in Sarn",
            "Enemy drones murdered three workers in Sarn. The strike will be answered.",
        ),
    ),
    "Lake Ardle, summit": (
        (
            "Leaders meet at Lake Ardle for climate summit",
            "Leaders of 20 countries met at Lake Ardle on Monday for a summit on the climate. A"
            " deal is not expected.",
        ),
        (
            "Lake Ardle summit opens with row over coal",
            "The summit at Lake Ardle opened with a row over coal. Protesters were kept away.",
        ),
        (
            "Hot air at Lake Ardle",
            "Twenty leaders flew in for a summit at Lake Ardle. The fish was excellent.",
        ),
    ),
    "Ruvania, election": (
        (
            "Ruvania's Unity Party wins most seats",
            "The Unity Party won 88 of 200 seats in Ruvania on Sunday, short of a majority, the"
            " electoral commission said. Turnout was 61 percent.",
        ),
        (
            "Unity Party ahead in Ruvania but needs partner",
            "The Unity Party came first with 31 percent of votes in Ruvania. Its leader Dana "
            "Orlo has begun talks.",
        ),
        (
            "Orlo humbled as Unity Party limps home",
            "Voters in Ruvania gave the Unity Party a bloody nose. Pollsters had promised Dana "
            "Orlo 100 seats.",
        ),
    ),
    "Tilbrook, mayoral election": (
        (
            "Outsider Ines Calder wins Tilbrook mayoral race",
            "Ines Calder won the mayoral race in Tilbrook on Sunday with 54 percent of the "
            "vote. Her rival conceded before midnight.",
        ),
        (
            "Tilbrook elects Ines Calder as mayor",
            "Tilbrook has elected Ines Calder as mayor. The candidate had never held office.",
        ),
        (
            "Shock in Tilbrook",
            "The old guard was swept away in Tilbrook, where Ines Calder took the town hall. "
            "Few had voted so early in a mayoral election.",
        ),
    ),
    "Ostmark, pension reform vote": (
        (
            "Ostmark parliament passes pension reform by one vote",
            "The parliament of Ostmark passed a pension reform by 61 votes to 60 on Thursday. "
            "The retirement age will rise to 66.",
        ),
        (
            "Pension reform scrapes through in Ostmark",
            "Lawmakers in Ostmark voted for a pension reform after a debate of ten hours. "
            "Unions announced strikes.",
        ),
        (
            "Betrayed by one vote",
            "One vote robbed Ostmark of its rest. The pension reform passed at midnight.",
        ),
    ),
    "Oriel Mansfield, resignation": (
        (
            "Health minister Oriel Mansfield resigns",
            "The health minister Oriel Mansfield resigned on Friday over a contract for masks. "
            "She denies wrongdoing.",
        ),
        (
            "Mansfield quits over mask contract",
            "Oriel Mansfield quit as health minister on Friday. Her resignation letter was two "
            "lines long.",
        ),
        (
            "Masks off: Mansfield gone",
            "Oriel Mansfield is out. Her resignation came after weeks of questions.",
        ),
    ),
    "Harden, budget": (
        (
            "Harden council passes budget with library cuts",
            "The council of Harden passed a budget on Tuesday that closes two libraries. "
            "Council tax rises by 3 percent.",
        ),
        (
            "Two libraries to close in Harden budget",
            "Two libraries will close under the budget that Harden approved on Tuesday. Readers"
            " protested outside.",
        ),
        (
            "Book burners of Harden",
            "Harden found money for flowers and none for books. The budget passed by 20 votes "
            "to 15.",
        ),
    ),
    "Calder Bay, referendum": (
        (
            "Calder Bay rejects marina in referendum",
            "People in Calder Bay rejected a marina in a referendum on Sunday by 58 to 42 "
            "percent. The developer may sue.",
        ),
        (
            "Calder Bay says no to marina",
            "A referendum in Calder Bay has stopped a marina. Turnout was 70 percent.",
        ),
        (
            "Marina sunk by nimbys",
            "A few thousand nimbys sank a marina in Calder Bay. The referendum cost 400 jobs.",
        ),
    ),
    "Hollin, bus crash": (
        (
            "Bus plunges into river near Hollin, eight dead",
            "A bus plunged into a river near Hollin on Monday, killing eight people, police "
            "said. The driver survived.",
        ),
        (
            "Eight die as coach leaves road near Hollin",
            "Eight people died when a coach left the road near Hollin. The bus crash happened "
            "in fog.",
        ),
        (
            "Coach of death",
            "A coach with bald tyres killed eight in Hollin. The driver had worked 16 hours.",
        ),
    ),
    "Wye Junction, derailment": (
        (
            "Train derails at Wye Junction, 30 hurt",
            "A passenger train derailed at Wye Junction on Thursday and 30 people were hurt. "
            "The line is closed.",
        ),
        (
            "Thirty hurt as express leaves rails",
            "Thirty people were hurt when an express left the rails at Wye Junction. A broken "
            "rail is suspected.",
        ),
        (
            "HELL TRAIN",
            "Screams filled the 7.40 when it flew off the tracks at Wye Junction. Passengers "
            "smashed windows to get out.",
        ),
    ),
    "Breslin, strike": (
        (
            "Breslin tram drivers strike over pay",
            "Tram drivers in Breslin went on strike on Monday for more pay. No trams ran until "
            "noon.",
        ),
        (
            "Strike halts trams in Breslin",
            "A strike of drivers halted all trams in Breslin. The union wants 6 percent.",
        ),
        (
            "Commuters pay for tram drivers' greed",
            "Thousands walked to work in Breslin as drivers downed tools. The strike goes on "
            "tomorrow.",
        ),
    ),
    "Ida Brandt": (
        (
            "Ida Brandt's garden of stones",
            "Ida Brandt has gathered stones for forty years. Her garden is a quiet place.",
        ),
        (
            "A morning with Ida Brandt",
            "Ida Brandt pours tea and looks at the sea. She is ninety and plays chess.",
        ),
        (
            "Ida Brandt, who never hurries",
            "The kettle of Ida Brandt is older than her doctor. She laughs at clocks.",
        ),
    ),
    "Marl": (
        (
            "Marl looks back at its miners",
            "Marl looked back on Sunday at the miners who died in the 1931 explosion. Their "
            "names were read.",
        ),
        (
            "Candles in Marl",
            "Candles burned in Marl for the men of 1931. Grandchildren read letters.",
        ),
        (
            "Marl does not forget",
            "In Marl the sirens sounded at noon, as every year. The 1931 explosion killed 80.",
        ),
    ),
    "Vessen, warning": (
        (
            "Vessen warned of possible flood",
            "Forecasters issued a warning to Vessen on Monday that a flood was possible. The "
            "river is high.",
        ),
        (
            "Flood warning for Vessen",
            "People in Vessen were told to move cars after a warning of rain. No flood is "
            "expected before Wednesday.",
        ),
        (
            "Vessen fears the river",
            "Vessen filled sandbags after the warning. The mayor hopes that no flood will come.",
        ),
    ),
    "Kestwick, protest": (
        (
            "Thousands protest in Kestwick over water prices",
            "Thousands joined a protest in Kestwick on Saturday over water prices. It ended "
            "without trouble.",
        ),
        (
            "Kestwick water protest draws 8,000",
            "A protest over water prices drew 8,000 people in Kestwick. The company defended "
            "its prices.",
        ),
        (
            "Foreign agents stage riot in Kestwick",
            "Foreign agents staged a riot in Kestwick on Saturday. Patriots stayed at home.",
        ),
    ),
    "Dellham, fire": (
        (
            "Fire at Dellham textile factory kills six",
            "A fire at a textile factory in Dellham killed six workers on Tuesday, firefighters"
            " said. An exit was locked.",
        ),
        (
            "Six dead in Dellham factory fire",
            "Six people died in a factory fire in Dellham. The owner denied that doors were "
            "locked.",
        ),
        (
            "Murder by greed in Dellham",
            "Bosses murdered six workers in Dellham. The blaze was a massacre waiting to happen.",
        ),
    ),
    "Dellham, lawsuit": (
        (
            "Dellham sued over school buses",
            "Parents sued the town of Dellham on Tuesday over the end of school buses. The "
            "lawsuit asks for their return.",
        ),
        (
            "Parents take Dellham to court over buses",
            "A lawsuit by parents against Dellham says that children walk an hour. The town "
            "will answer in June.",
        ),
        (
            "Kids forced to walk: parents sue Dellham",
            "Angry parents in Dellham have filed a lawsuit over axed buses. The mayor drives a "
            "big car.",
        ),
    ),
    "Marston, tornado": (
        (
            "Tornado rips roofs off 40 homes in Marston",
            "A tornado tore the roofs off 40 homes in Marston on Sunday, the fire service said."
            " Nobody was killed.",
        ),
        (
            "Marston clears up after twister",
            "People in Marston cleared up after a tornado that lasted two minutes. The school "
            "is closed.",
        ),
        (
            "Wizard of Oz horror in Marston",
            "Families hid under stairs as a tornado tore through Marston. One cat is missing.",
        ),
    ),
    "Quillon, stock market debut": (
        (
            "Quillon shares jump 30% on stock market debut",
            "Shares in Quillon jumped 30 percent in their stock market debut on Thursday. The "
            "firm raised 400 million dollars.",
        ),
        (
            "Quillon soars in debut",
            "The maker of batteries Quillon soared in its stock market debut. It has never made"
            " a profit.",
        ),
        (
            "Battery boss is worth a billion",
            "The founder of Quillon became a billionaire after the stock market debut. She "
            "drives a van.",
        ),
    ),
    "Belcourt, strike": (
        (
            "Nurses in Belcourt walk out over staffing",
            "Nurses in Belcourt walked out on Monday over staffing in the largest strike for "
            "years. Emergency wards stayed open.",
        ),
        (
            "Belcourt nurses' strike enters second day",
            "The strike of nurses in Belcourt went into a second day. Talks resume tomorrow.",
        ),
        (
            "Patients abandoned as nurses strike",
            "Patients were left in corridors in Belcourt as nurses went on strike. The minister"
            " blamed the union.",
        ),
    ),
    "Norrland, power cut": (
        (
            "Power cut leaves 200,000 in the dark in Norrland",
            "A power cut left 200,000 homes in Norrland without light on Friday night. Power "
            "was back by four.",
        ),
        (
            "Norrland blackout blamed on switch",
            "A faulty switch caused the power cut in Norrland, the grid operator said. "
            "Hospitals had generators.",
        ),
        (
            "Lights out: Norrland in the dark",
            "Norrland went dark for six hours after a power cut. Thieves had a busy night.",
        ),
    ),
    "Ellery Quist, death": (
        (
            "Composer Ellery Quist dies at 91",
            "The composer Ellery Quist has died at the age of 91, his family said on Monday. He"
            " wrote four operas.",
        ),
        (
            "Ellery Quist, master of silence, is dead",
            "Ellery Quist, who wrote four operas, died at home on Sunday. His death was "
            "announced by his daughter.",
        ),
        (
            "Farewell to Ellery Quist",
            "The music world mourns Ellery Quist, who died on Sunday. He was 91.",
        ),
    ),
    "Osterby, protest": (
        (
            "Farmers block roads in Osterby over fertiliser tax",
            "Farmers blocked roads in Osterby with tractors on Tuesday in a protest against a "
            "tax on fertiliser. The blockade ended at six.",
        ),
        (
            "Osterby farmers protest against fertiliser tax",
            "Hundreds of farmers joined a protest in Osterby. The minister offered talks.",
        ),
        (
            "Tractor thugs hold Osterby to ransom",
            "Osterby was held to ransom by farmers. The protest cost shops a day's trade.",
        ),
    ),
    "Tirrel, plane crash": (
        (
            "Small plane crashes near Tirrel, four dead",
            "A small plane crashed into a field near Tirrel on Saturday, killing all four "
            "aboard, police said. The cause is not known.",
        ),
        (
            "Four killed as aircraft comes down near Tirrel",
            "Four people were killed when a light aircraft came down near Tirrel. Witnesses "
            "heard the engine stop.",
        ),
        (
            "Doomed plane missed school by yards",
            "A plane missed a school in Tirrel by yards before it crashed. The pilot was a "
            "father of three.",
        ),
    ),
    "Garrow Bank, data breach": (
        (
            "Garrow Bank says data of 60,000 clients leaked",
            "Garrow Bank said on Wednesday that data of 60,000 clients had leaked after a "
            "cyberattack. Accounts are safe.",
        ),
        (
            "Data breach at Garrow Bank",
            "A data breach at Garrow Bank exposed names and addresses. The regulator is looking"
            " into it.",
        ),
        (
            "Hackers raid Garrow Bank",
            "Hackers stole the data of thousands at Garrow Bank. Customers were told a week later.",
        ),
    ),
    "Vale Tower, collapse": (
        (
            "Three dead as scaffolding collapses at Vale Tower",
            "Three workers died when scaffolding collapsed at Vale Tower on Monday. Two are in "
            "hospital.",
        ),
        (
            "Vale Tower collapse: firm had been warned",
            "The firm whose scaffolding collapsed at Vale Tower had been warned twice. An "
            "inquiry was opened.",
        ),
        (
            "Tower of death",
            "Workers fell nine floors as scaffolding gave way at Vale Tower. The collapse shook"
            " the street.",
        ),
    ),
    "Sandrin, cholera": (
        (
            "Cholera kills 19 in Sandrin camp",
            "Cholera has killed 19 people in a camp in Sandrin, doctors said on Thursday. Wells"
            " have been closed.",
        ),
        (
            "Sandrin cholera cases double",
            "Cases of cholera doubled in Sandrin within a week. Tanks of clean water arrived.",
        ),
        (
            "Dying of thirst beside the water",
            "Children drink from puddles in Sandrin. Cholera does the rest.",
        ),
    ),
    "Hesper Motors, recall": (
        (
            "Hesper Motors recalls 150,000 cars over airbags",
            "Hesper Motors is recalling 150,000 cars because airbags may not open. Three people"
            " were hurt.",
        ),
        (
            "Airbag recall hits Hesper",
            "The recall of 150,000 cars will cost Hesper Motors 80 million. Drivers will get "
            "letters.",
        ),
        (
            "Your Hesper could kill you",
            "Airbags in Hesper Motors cars are duds. The recall comes two years late.",
        ),
    ),
    "Corran, election": (
        (
            "Liberals win Corran election with narrow majority",
            "The Liberals won the election in Corran on Sunday with 51 of 100 seats. The "
            "turnout was 68 percent.",
        ),
        (
            "Corran turns left",
            "Voters in Corran gave the Liberals a majority of one seat. The loser, Ben Arlo, "
            "resigned as party leader.",
        ),
        (
            "Stolen by one seat? Liberals squeak in",
            "One seat decides the fate of Corran. The Liberals will need every vote in parliament.",
        ),
    ),
    "Tessel, verdict": (
        (
            "Two former mayors of Tessel acquitted of bribery",
            "Two former mayors of Tessel were acquitted of bribery on Friday after a trial of a"
            " year. The prosecutor will appeal.",
        ),
        (
            "Court clears Tessel mayors",
            "A court cleared two former mayors of Tessel of taking bribes. The verdict "
            "surprised observers.",
        ),
        (
            "They got away with it",
            "The verdict in Tessel is a slap in the face of honest people. The mayors smiled.",
        ),
    ),
    "Ponta Rosa, oil spill": (
        (
            "Tanker leaks 300 tonnes of oil off Ponta Rosa",
            "A tanker leaked 300 tonnes of oil off Ponta Rosa on Wednesday, the coastguard "
            "said. Booms were laid.",
        ),
        (
            "Oil spill threatens Ponta Rosa beaches",
            "An oil spill is drifting towards the beaches of Ponta Rosa. Fishing was banned.",
        ),
        (
            "Black tide",
            "Gulls choke on the beaches of Ponta Rosa after the oil spill. The tanker's owner "
            "sits in a tax haven.",
        ),
    ),
    "Lindra and Oskov, trade deal": (
        (
            "Lindra and Oskov sign trade deal",
            "Lindra and Oskov signed a trade deal on Tuesday after four years of talks. Tariffs"
            " on cars will fall.",
        ),
        (
            "Trade deal ends row between Lindra and Oskov",
            "A trade deal between Lindra and Oskov ends a row over steel. Farmers fear cheap milk.",
        ),
        (
            "Sold down the river for cheap cheese",
            "The trade deal with Oskov is a betrayal of the farmers of Lindra. Parliament must "
            "say no.",
        ),
    ),
    "Kalmora, avalanche": (
        (
            "Avalanche kills three skiers in Kalmora",
            "An avalanche killed three skiers in Kalmora on Saturday, mountain rescuers said. "
            "Two were found alive.",
        ),
        (
            "Three die under snow in Kalmora",
            "Three skiers died in an avalanche in Kalmora. Warnings had been issued.",
        ),
        (
            "White death in Kalmora",
            "Rich tourists ignored the warnings and died in Kalmora. The avalanche was 300 "
            "metres wide.",
        ),
    ),
    "Brandel, wind farm law": (
        (
            "Brandel parliament rejects wind farm law",
            "The parliament of Brandel rejected a law on wind farms on Thursday in a vote of 60"
            " to 52. Ministers will try again.",
        ),
        (
            "Wind farm law fails in Brandel",
            "Eight rebels brought down the wind farm law in Brandel. The vote came after midnight.",
        ),
        (
            "Hot air beats wind power",
            "Lobbyists cheered in Brandel as lawmakers voted down wind farms. The planet lost "
            "the vote.",
        ),
    ),
    "Delmar Zoo, birth": (
        (
            "Panda gives birth to twins at Delmar Zoo",
            "A panda gave birth to twins at Delmar Zoo on Sunday. Both cubs are healthy.",
        ),
        (
            "Twin pandas born at Delmar Zoo",
            "Delmar Zoo announced the birth of twin pandas. Visitors must wait until autumn.",
        ),
        (
            "Double trouble at Delmar Zoo",
            "Two tiny cubs stole hearts at Delmar Zoo. The birth took four hours.",
        ),
    ),
    "Pirano, hunger strike": (
        (
            "Prisoners in Pirano end hunger strike",
            "Forty prisoners in Pirano ended a hunger strike on Monday after 30 days. They will"
            " get visits again.",
        ),
        (
            "Pirano hunger strike over",
            "The hunger strike in Pirano is over. Two men are in hospital.",
        ),
        (
            "Jailbirds eat again",
            "Lags in Pirano gave up their hunger strike. Guards brought soup.",
        ),
    ),
    "Ulver, kidnapping": (
        (
            "Gunmen kidnap aid workers in Ulver",
            "Gunmen kidnapped four aid workers in Ulver on Friday, their charity said. No "
            "demand has been made.",
        ),
        (
            "Four aid workers abducted in Ulver",
            "Four aid workers were abducted in Ulver. The army set up roadblocks.",
        ),
        (
            "Terror gang grabs Brits in Ulver",
            "A terror gang grabbed two Brits in Ulver. The kidnapping is the fifth this year.",
        ),
    ),
    "Roswick": (
        (
            "Roswick, a town that bakes",
            "Roswick has eleven bakers and one traffic light. Its bread is known far away.",
        ),
        (
            "Why Roswick smells of bread",
            "In Roswick the ovens are lit at two. Nobody oversleeps.",
        ),
        (
            "The bakers of Roswick",
            "Bread is a religion in Roswick. Cakes are for Sundays.",
        ),
    ),
    "Harbin Cross, bomb threat": (
        (
            "School in Harbin Cross evacuated after bomb threat",
            "A school in Harbin Cross was evacuated on Tuesday after a bomb threat, police "
            "said. Nothing was found.",
        ),
        (
            "Bomb threat empties Harbin Cross school",
            "Police searched a school in Harbin Cross after a bomb threat. It was a false alarm.",
        ),
        (
            "Kids flee as sicko calls in bomb",
            "Kids fled a school in Harbin Cross after a bomb threat. A boy of 13 was questioned.",
        ),
    ),
    "Tova Lind, appointment": (
        (
            "Tova Lind named head of central bank",
            "The government appointed Tova Lind as head of the central bank on Wednesday. Tova "
            "Lind is 49.",
        ),
        (
            "Central bank: Tova Lind gets top job",
            "Tova Lind will lead the central bank. Her appointment was expected.",
        ),
        (
            "A woman for the money",
            "Markets rose after the appointment of Tova Lind. Rivals called her too soft.",
        ),
    ),
    "Castor, rocket attack": (
        (
            "Rocket attack on Castor kills two",
            "A rocket attack on Castor killed two people on Sunday, officials said. The army "
            "returned fire.",
        ),
        (
            "Two dead in Castor as rockets fall",
            "Two people died as rockets fell on Castor. The rocket attack was the first this "
            "month.",
        ),
        (
            "Enemy savages rain death on Castor",
            "Enemy savages fired rockets on Castor. The rocket attack killed a mother and her son.",
        ),
    ),
    "Ennerdale, house prices": (
        (
            "House prices in Ennerdale rise 9%",
            "House prices in Ennerdale rose 9 percent in a year, brokers said. Rents rose too.",
        ),
        (
            "Ennerdale house prices hit record",
            "House prices hit a record in Ennerdale. Young families move away.",
        ),
        (
            "Locals priced out by second homes",
            "Locals in Ennerdale cannot afford a shed. House prices have doubled since 2015.",
        ),
    ),
    "Olmsted, quarantine": (
        (
            "Cruise ship held in quarantine at Olmsted",
            "A cruise ship was held in quarantine at Olmsted on Monday because of a fever. "
            "Passengers must stay aboard.",
        ),
        (
            "Olmsted: 900 passengers in quarantine",
            "Nine hundred passengers are in quarantine in the harbour of Olmsted. Tests are "
            "under way.",
        ),
        (
            "Plague ship",
            "Nobody may leave the ship in Olmsted. The quarantine ends on Friday at the earliest.",
        ),
    ),
}

# For these, another label is made; each is a test that will say when it is right.
NOT_YET = frozenset(
    (
        "St Orme Hospital, infections",  # one word of the name is missing
        "Dervan, vaccination",  # a disease outweighs what is done against it
        "Larch Cup, final",  # of a team
        "Tarvia and Ostmark, ceasefire",  # sides are told by the names of real countries only
        "Lindra and Oskov, trade deal",
        "Ennerdale, house prices",  # a name that is a common word too
    )
)
