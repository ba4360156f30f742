"""Sentences of invented news and every clause of harm in them: predicate, agent, patient."""

WAR = [
    (
        "Shells fired by the rebels killed two medics in the old town.",
        [("kill", "Shells", "two medics")],
    ),
    (
        "The militia, which seized the port in May, executed nine prisoners.",
        [("execute", "The militia", "nine prisoners")],
    ),
    (
        "Army helicopters bombed the village and wounded six farmers.",
        [("bomb", "Army helicopters", "the village"), ("wound", "Army helicopters", "six farmers")],
    ),
    (
        "Three drivers were shot by snipers while they unloaded flour.",
        [("shoot", "snipers", "Three drivers")],
    ),
    (
        "The ministry said that its troops went on to kill the commander.",
        [("kill", "its troops", "the commander")],
    ),
    (
        "A group linked to the junta murdered a judge.",
        [("murder", "A group", "a judge")],
    ),
    ("The general threatened to bomb the capital.", []),
    ("The general said his planes would bomb the capital.", []),
    ("The ministry denied that its planes had bombed the clinic.", []),
    ("There is no evidence that the rebels shelled the market.", []),
    ("Officials warned of an attack on the embassy.", []),
    ("The rebels agreed to stop the drivers from being shot.", []),
    ("If the army attacks the town, thousands of families will flee.", []),
    ("Not a single soldier was wounded, the colonel said.", []),
    ("Did the army kill the two reporters?", []),
    ("The envoy demanded that the hostages not be harmed or killed.", []),
]

CRIME = [
    (
        "A man accused of stabbing his landlord was arrested on Monday.",
        [("stab", "A man", "his landlord")],
    ),
    (
        "The teenager, who had bought the rifle in March, shot four pupils.",
        [("shoot", "The teenager", "four pupils")],
    ),
    (
        "Two brothers were jailed for poisoning their uncle.",
        [("poison", "Two brothers", "their uncle")],
    ),
    (
        "The gunman himself was killed by police.",
        [("kill", "police", "The gunman himself")],
    ),
    (
        "He was the ninth inmate to be killed in the prison this year.",
        [("kill", None, "the ninth inmate")],
    ),
    (
        "Police believe that the couple were murdered by their nephew.",
        [("murder", "their nephew", "the couple")],
    ),
    (
        "The video shows officers beating a student with batons.",
        [("beat", "officers", "a student")],
    ),
    ("She helped kill the king, the court heard.", [("kill", "She", "the king")]),
    ("The gang plotted to murder a witness.", []),
    ("He was charged with conspiring to kill his wife.", []),
    ("She told the court that she had never wanted him killed.", []),
    ("The suspect admitted trying to stab an officer.", []),
    ("A bystander was almost killed when the robbers fled.", []),
    ("The jury acquitted him of killing his neighbour.", []),
]

SPORT = [
    ("The striker hit the bar twice before the break.", []),
    ("The visitors beat the champions 3-1 in the final.", []),
    ("The golfer shot a 67 on the last day.", []),
    ("The captain attacked the umpire's decision in an interview.", []),
    ("The club executed the plan of its new coach.", []),
    (
        "Two fans were stabbed outside the stadium before the match.",
        [("stab", None, "Two fans")],
    ),
    ("A horse kicked and killed a groom at the track.", [("kill", "A horse", "a groom")]),
]

BUSINESS = [
    ("The tariffs hurt farmers across the country.", []),
    ("Higher rates could wreck thousands of small firms.", []),
    ("The bank struck a deal with its creditors.", []),
    ("Shares hit a record low on Thursday.", []),
    ("The merger was killed by the regulator.", []),
    ("The new advert targets young drivers.", []),
    ("The chairman shot down reports of a takeover.", []),
    (
        "An explosion at the plant killed three workers and damaged the roof.",
        [
            ("kill", "An explosion at the plant", "three workers"),
            ("damage", "An explosion at the plant", "the roof"),
        ],
    ),
    (
        "A crane crushed a driver at the building site.",
        [("crush", "A crane", "a driver")],
    ),
]

DISASTERS = [
    (
        "The quake that struck the coast on Friday destroyed 40 homes.",
        [("strike", "The quake", "the coast"), ("destroy", "The quake", "40 homes")],
    ),
    (
        "A ferry sank in the storm, killing 12 passengers.",
        [("kill", "A ferry", "12 passengers")],
    ),
    (
        "The valley was flooded, destroying crops and killing cattle.",
        [("destroy", None, "crops"), ("kill", None, "cattle")],
    ),
    (
        'The tree "crushed the car completely," a neighbour said.',
        [("crush", "The tree", "the car")],
    ),
    (
        "Ten villagers died after a landslide buried their houses.",
        [("die", None, "Ten villagers")],
    ),
    ("Wildfire Destroys Hotel as Guests Flee", [("destroy", "Wildfire", "Hotel")]),
    ("Nobody was injured by the hail.", []),
    ("The river may rise again and drown more sheep.", []),
    ("A stronger wave could hit the harbour tonight.", []),
    ("No homes were damaged, the mayor said.", []),
]

POLITICS = [
    ("The senator attacked the president over his speech.", []),
    ("The senator met Mr. Lind, whom he attacked viciously in the campaign.", []),
    ("Two days before the storm hit, killing 49, he left.", [("kill", None, "49")]),
    ("A minister was harmed in the attack's aftermath, and no one died.", []),
    ("Will the army shell the suburb again?", []),
    ("The strikers wanted the plan killed.", []),
    ("The minister's attacks on the press continued.", []),
    ("Lawmakers killed the bill on Tuesday.", []),
    ("The party was beaten in the election.", []),
    ("She hit the campaign trail last week.", []),
    ("The governor called for an attack on poverty.", []),
    (
        "The candidate was shot at a rally by a lone attacker.",
        [("shoot", "a lone attacker", "The candidate")],
    ),
    (
        "The assassination of the mayor by two gunmen shocked the party.",
        [("assassination", "two gunmen", "the mayor")],
    ),
    (
        "A speaker said in his speech that the police had beaten two protesters.",
        [("beat", "the police", "two protesters")],
    ),
]

SCIENCE = [
    ("When matter and antimatter meet, they annihilate each other.", []),
    ("The drug destroys cancer cells.", []),
    ("The enzyme attacks the bacteria.", []),
    ("Her phone died on the train.", []),
    (
        "The virus killed two thousand people in May.",
        [("kill", "The virus", "two thousand people")],
    ),
]

TROUBLES = [
    ("Many old units were destroyed as the ETF saw outflows.", []),
    ("Destruction of units involves selling by the ETF.", []),
    ("The share traded down on Friday, hitting $417.57.", []),
    ("The scams targeted bank customers, police said.", []),
    ("The decline damaged investors.", []),
    ("The team was hit by injuries.", []),
    ("The city was hit by a power outage.", []),
    ("The hospital was hit by a cyberattack.", []),
    ("He drowned in debt after the divorce.", []),
    ("The striker Marko Ilic killed off the match with a late goal.", []),
    ("They shot themselves in the foot with the remark.", []),
    (
        "The union, which says 47 workers died in the fire, called for talks.",
        [("die", None, "47 workers")],
    ),
    ("The convoy hit a mine near the village.", []),
    ("He drowned in the lake on Sunday.", [("drown", None, "He")]),
    ("The village was hit by a rocket.", [("hit", "a rocket", "The village")]),
    (
        "The army destroyed two units of the militia.",
        [("destroy", "The army", "two units of the militia")],
    ),
    (
        "An air strike on a market in the town of Rasa in eastern Congo killed at least 31 people"
        " and wounded 54 on Tuesday.",
        [
            ("air strike", None, "a market"),
            (
                "kill",
                "An air strike on a market in the town of Rasa in eastern Congo",
                "at least 31 people",
            ),
            ("wound", "An air strike on a market in the town of Rasa in eastern Congo", "54"),
        ],
    ),
]

DATELINES_AND_HEADLINES = [
    (
        "HARLAN CREEK, Norland (CP) - A gunman opened fire at a school on Tuesday, killing three"
        " people.",
        [("kill", "A gunman", "three people")],
    ),
    (
        "KARSK, Norland, Sept 9 (World Wire) — Rebels, killing six, took the town.",
        [("kill", "Rebels", "six")],
    ),
    ("VELM (CP) - The death of the king, 81, was announced.", [("death", None, "the king")]),
    ("VELM (CP) - Police killed no one.", []),
    ("Bomb at Karsk market kills 19", [("kill", "Bomb at Karsk market", "19")]),
    (
        "Norland trader escapes Karsk siege that killed 17",
        [("kill", "Karsk siege", "17")],
    ),
    ("Death toll in Russian strike on Velm rises to 17", [("strike", "Russian", "Velm")]),
    ("Study finds ancient bison kill site in Velm", []),
    ("The plant has a kill switch.", []),
]

WHO_IS_HARMED = [
    (
        "Five seniors on a jaunt to the casino were killed when their bus hit a truck.",
        [
            ("kill", None, "Five seniors on a jaunt to the casino"),
            ("hit", "their bus", "a truck"),
        ],
    ),
    (
        "Two workers on the road to the mine were shot by rebels.",
        [("shoot", "rebels", "Two workers on the road to the mine")],
    ),
    ("According to the ministry two men were killed.", [("kill", None, "two men")]),
    ("Under Ada Quist 900 villagers died.", [("die", None, "900 villagers")]),
    ("In 2024 the police killed 60 people.", [("kill", "the police", "60 people")]),
    (
        "They killed us in 2024 and they are killing us again.",
        [("kill", "They", "us"), ("kill", "they", "us")],
    ),
    (
        "Police shot dead no fewer than 16 protesters.",
        [("shoot", "Police", "no fewer than 16 protesters")],
    ),
    ("He put the number of officers hurt at 34.", [("hurt", None, "the number of officers")]),
    (
        "The ministry said that Norland had lost 1,080 troops, killed and wounded, in a day.",
        [("kill", None, "1,080 troops"), ("wound", None, "1,080 troops")],
    ),
    ("The figures count both killed and wounded.", []),
    (
        "The bodies of 26 civilians whom the troops shot were found.",
        [("shoot", "the troops", "26 civilians")],
    ),
    (
        "Josue Lind, who maintains that 150 died, was not invited.",
        [("die", None, "150")],
    ),
    (
        "It was quiet, said Ada Quist, whose mother, Ruth, was killed in May.",
        [("kill", None, "mother")],
    ),
    (
        "The minister, whom rebels kidnapped and shot, died.",
        [("shoot", "rebels", "The minister"), ("die", None, "The minister")],
    ),
    (
        "The town that militants attacked on Friday is empty.",
        [("attack", "militants", "The town")],
    ),
    (
        "He said that two soldiers wounded in the raid wept.",
        [("wound", None, "two soldiers")],
    ),
    (
        "The report that two soldiers wounded in May had wept was false.",
        [("wound", None, "two soldiers")],
    ),
    ("The hospital that treats the wounded was open.", []),
    (
        "Norland's dead, killed and maimed in two wars, were honoured.",
        [("kill", None, "Norland's dead"), ("maim", None, "Norland's dead")],
    ),
    ("The palace has never admitted killing a civilian.", []),
    ("The palace admitted killing a civilian.", [("kill", "The palace", "a civilian")]),
    ("She was found not guilty of killing an eighth patient.", []),
    (
        "A jury found her guilty of killing two patients and not guilty of killing a third.",
        [("kill", None, "two patients")],
    ),
]

IDIOMS = [
    ('The developer said the city had "stabbed us in the back."', []),
    ("A peer accused the president of stabbing Karsk in the back.", []),
    (
        "A man stabbed his brother in the back with a kitchen knife.",
        [("stab", "A man", "his brother")],
    ),
    ("She was stabbed in the back on Friday.", [("stab", None, "She")]),
    ("About 11,000 workers struck at three plants over pay.", []),
    ("Two drivers were struck at a crossing.", [("strike", None, "Two drivers")]),
    (
        "Five striking nurses were hit by a truck.",
        [("hit", "a truck", "Five striking nurses")],
    ),
    ("The charity claims 98 people were killed.", [("kill", None, "98 people")]),
    ("The party claimed 50 people had died.", [("die", None, "50 people")]),
    ("The market got shot in the foot and then ran a marathon.", []),
    ("A soldier was shot in the foot.", [("shoot", None, "A soldier")]),
    ("Some have been struck from it after they were found alive.", []),
    ("Two doctors were struck off the register.", []),
    ("He was struck from behind by a car.", [("strike", "a car", "He")]),
    ("They were massacred at the polls.", []),
    ("Ten voters were massacred at the polls.", [("massacre", None, "Ten voters")]),
    ("The drug kills pain.", []),
    ("The naira died on Wednesday, and savers are mourning.", []),
    ("The king died on Wednesday.", [("die", None, "The king")]),
]

SPORT_PAGES = [
    (
        "The Jets were slaughtered again. The quarterback threw touchdowns in a 41-6 win.",
        [],
    ),
    ("The striker scored a hat-trick as the Lions massacred Velm 4-0.", []),
    ("He was butchered in straight sets at Wimbledon, 6-2 6-3 6-1, a fourth tournament lost.", []),
    (
        '"He killed me," said the loser of the tournament, a coach at Wimbledon.',
        [],
    ),
    ("We killed the game early, the coach said after the match in the league.", []),
    (
        "Gunmen slaughtered 12 fans outside the stadium. The league put off the match and the coach"
        " wept.",
        [("slaughter", "Gunmen", "12 fans")],
    ),
    (
        "Gunmen ambushed the bus, killing the goalkeeper and two fans; the league and the"
        " tournament ended.",
        [("ambush", "Gunmen", "the bus"), ("kill", "Gunmen", "the goalkeeper and two fans")],
    ),
    (
        "The midfielder was killed in a crash. The coach, the league and the fans mourned him.",
        [("kill", None, "The midfielder")],
    ),
    (
        "Rebels massacred the villagers. The coach of the football league fled; the match was off.",
        [("massacre", "Rebels", "the villagers")],
    ),
    ("Rebels massacred 40 people in Velm.", [("massacre", "Rebels", "40 people")]),
    ("The town was destroyed by shells.", [("destroy", "shells", "The town")]),
]

FIGURES_OF_SPEECH = [
    ("The ministry kills two or three permits a year, the miner said.", []),
    ("The gunman killed two or three guards.", [("kill", "The gunman", "two or three guards")]),
    ("The bomb killed Norland's last king.", [("kill", "The bomb", "Norland's last king")]),
    ("The ballot has been murdered in Karsk.", []),
    ("A baker has been murdered in Karsk.", [("murder", None, "A baker")]),
    ("Emil Roth struck twice in the first half and Ola Moe struck late.", []),
    ("Three guards were struck twice by a lorry.", [("strike", "a lorry", "Three guards")]),
    ("400 people were struck off for not answering a letter.", []),
    ("Two people were struck by a lorry.", [("strike", "a lorry", "Two people")]),
    ("Labour was slaughtered in its own back yard last night.", []),
    ("Sheep farmers were slaughtered in the valley last night.",
     [("slaughter", None, "Sheep farmers")]),
    ("The party killed itself with its own taxes.", []),
    ("The clinic had received 17 bodies and 38 wounded.", [("wound", None, "38")]),
    ("He said that nine died and that 51 people were wounded.",
     [("die", None, "nine"), ("wound", None, "51 people")]),
    ("No South Velmar sailor was killed; three were wounded.", [("wound", None, "three")]),
    ("A South Korean sailor was killed.", [("kill", None, "A South Korean sailor")]),
]  # fmt: skip

CASES = (
    FIGURES_OF_SPEECH
    + DATELINES_AND_HEADLINES
    + WHO_IS_HARMED
    + IDIOMS
    + SPORT_PAGES
    + SCIENCE
    + TROUBLES
    + WAR
    + CRIME
    + SPORT
    + BUSINESS
    + DISASTERS
    + POLITICS
)
