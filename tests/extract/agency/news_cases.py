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

CASES = SCIENCE + TROUBLES + WAR + CRIME + SPORT + BUSINESS + DISASTERS + POLITICS
