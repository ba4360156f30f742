"""Who or what caused a casualty, by the grammar of the clause."""

import pytest
from made_figures import figure_of, words_at

from analysis.extract.figures.agents import (
    acts_otherwise,
    agent_in_clause,
    harms,
    is_claimed_clause,
    is_counter,
    is_helper,
    is_joined,
    is_of_other_side,
    is_of_toll,
    is_only_before,
    is_other_doer,
    is_record,
    is_setting,
    suspect,
    without_tag,
)


def agent_of(text, number):
    return words_at(text, agent_in_clause(text, (0, len(text)), [figure_of(text, number)]))


@pytest.mark.parametrize(
    ("text", "number", "agent"),
    [
        ("A car bomb killed 12 people.", "12", "A car bomb"),
        ("12 people were killed in a mortar attack on the port.", "12", "a mortar attack"),
        ("12 people were killed by army snipers.", "12", "army snipers"),
        ("Rebels shelled the port, killing 12 people.", "12", "Rebels"),
        ("12 people died when militants stormed the port.", "12", "militants"),
        ("The blast that killed 12 people was heard in town.", "12", "The blast"),
        ("12 people were killed in the incident.", "12", "the incident"),
        ("They warned about strollers involved in 12 injuries.", "12", "strollers"),
        ("They agreed to a cease-fire after unrest that killed 12 people.", "12", None),
        (
            "12 are in critical condition following a dockside shooting.",
            "12",
            "a dockside shooting",
        ),
        (
            "No group has claimed responsibility for the attacks there Sri Lankan officials have "
            "arrested 12 individuals.",
            "12",
            "Sri Lankan officials",
        ),
        ("The war has killed 12 people.", "12", None),
        ("12 people were killed in the fighting.", "12", None),
        ("12 people were killed in the port.", "12", None),
        ("He killed 12 people.", "12", None),
        (
            "It was checked before the operation that led to the arrests of 12.",
            "12",
            "the operation",
        ),
        ("The Pentagon admitted to killing 12 people.", "12", "The Pentagon"),
        ("The Pentagon admitted that 12 people died.", "12", None),
        ("Police wrongly arrested and jailed 12 people.", "12", "Police"),
        ("They agreed to a truce after days of shelling that killed 12.", "12", "shelling"),
        ("The judge praised the murderer of 12 people.", "12", "the murderer"),
        ("The kidnappers of 12 engineers want money.", "12", "The kidnappers"),
        ("The number of deaths from floods in the north has risen to 12.", "12", "floods"),
        ("Iron Mine Fire Death Toll Rises to 12", "12", "Iron Mine Fire"),
        ("12 people died at the hands of the army.", "12", "the army"),
        ("They accused the army of killing 12 people.", "12", "the army"),
        ("They accused the army of lying, and 12 people sang.", "12", None),
        ("They accused Iran and Hezbollah of killing 12 people.", "12", "Iran and Hezbollah"),
        ("They accused Mali which sent troops of killing and wounding at least 12.", "12", "Mali"),
        ("They accused him of killing 12 people.", "12", None),
        ("The clash killed 12 people, ten times the number reported by the army.", "12", None),
        ("12 deaths were reported by the army.", "12", None),
        ("12 people were killed by Hamas.", "12", "Hamas"),
        (
            "The coalition acknowledged on Friday that it had unintentionally killed 12 people.",
            "12",
            None,
        ),
        (
            "The coalition admitted that its planes had unintentionally killed 12 people.",
            "12",
            "its planes",
        ),
        ("They accused each other of killing 12 people.", "12", None),
        ("They accused the army of killing men, but rebels killed 12 people.", "12", "rebels"),
        ("They accused the army of killing sheep, and 12 people died in floods.", "12", "floods"),
        (
            "They accused the army of executing its plan while rebels killed 12 people.",
            "12",
            "rebels",
        ),
        ("They accused Mali of backing rebels suspected of killing 12 people.", "12", None),
        ("They accused the army of backing rebels suspected of killing 12 people.", "12", None),
        (
            "They accused the army on Monday of backing rebels suspected of killing 12 people.",
            "12",
            None,
        ),
        ("They accused the army on Monday of killing all 12 people.", "12", "the army"),
        ("The death toll from the quake was read out while 12 people sang.", "12", None),
        # the subject of a verb
        ("An attack in the old capital that killed 12 people ended.", "12", "An attack"),
        ("It rained, police said, and a bomb killed 12 people.", "12", "a bomb"),
        ("On Monday a bomb killed 12 people.", "12", "a bomb"),
        ("Rebels reportedly killed 12 people.", "12", "Rebels"),
        ("A bomb did not hit 12 people.", "12", None),
        ("Killed 12 people.", "12", None),
        # a claim that a clause follows is speech
        ("The opposition claimed 12 people had died.", "12", None),
        ("The charity claims at least 12 people were killed.", "12", None),
        ("The union claims 12 miners died of cold.", "12", "cold"),
        ("The storm claimed 12 people who were asleep.", "12", "The storm"),
        ("Killer sun claims 12 in Tolm\nThe sun has killed them.", "12", "Killer sun"),
        ("The storm claimed 12 lives.", "12", "The storm"),
        # deaths are counted from records
        ("The group counted 12 deaths from local newspapers.", "12", None),
        ("The group counted 12 deaths from hospital records.", "12", None),
        ("The group counted 12 deaths from floods.", "12", "floods"),
        # of a long subject, the attack that it names
        (
            "A car bomb near the old market and the small shops of the town killed 12 people.",
            "12",
            "A car bomb",
        ),
        (
            "A car bomb near the old market and an air raid on the small shops killed 12 people.",
            "12",
            "A car bomb",
        ),
        # the nearest of several causes
        ("12 died when rebels stormed the port after an air raid.", "12", "rebels"),
        ("12 died in an air raid when rebels stormed the port.", "12", "an air raid"),
        # a place and a time are no part of a cause
        ("12 people have died in Porto since the earthquake began.", "12", None),
        ("12 people have died in the earthquake since Monday.", "12", "the earthquake"),
        # a participle
        ("It rained while rebels shelled the port, killing 12 people.", "12", "rebels"),
        ("It rained, killing 12 people.", "12", None),
    ],
)
def test_agents(text, number, agent):
    assert agent_of(text, number) == agent


def test_the_cause_comes_after_the_last_figure():
    text = "12 died, 3 of them women, in an air raid."
    chain = [figure_of(text, "12"), figure_of(text, "3")]
    assert words_at(text, agent_in_clause(text, (0, len(text)), chain)) == "an air raid"


def test_an_agent_of_another_sentence_is_not_found():
    text = "A bomb went off. 12 died. It was an air raid."
    assert agent_in_clause(text, (17, 25), [figure_of(text, "12")]) is None


@pytest.mark.parametrize(
    ("phrase", "setting"),
    [
        ("the civil war", True),
        ("clashes", True),
        ("clashes with police", False),
        ("the clashes", True),
        ("the fighting", True),
        ("an offensive launched by rebels", False),
        ("a raid", False),
    ],
)
def test_settings(phrase, setting):
    assert is_setting(phrase) is setting


@pytest.mark.parametrize(
    ("phrase", "helper"),
    [
        ("emergency crews", True),
        ("emergency crews searched", True),
        ("a strike on medics", False),
        ("a rescue helicopter crash", False),
        ("the White Helmets", True),
        ("the fire", False),
        ("the army", False),
    ],
)
def test_helpers(phrase, helper):
    assert is_helper(phrase) is helper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested a man suspected of killing 12 people.", "a man"),
        ("Soldiers captured two commanders accused of massacring 12 villagers.", "two commanders"),
        ("Police, accused of killing 12 people, were silent.", None),
        ("Police killed 12 people.", None),
        ("Officials in the city arrested two men accused of killing 12 people.", "two men"),
        ("A judge found the man guilty of killing 12 people.", "the man"),
    ],
)
def test_suspects(text, expected):
    assert words_at(text, suspect(text, (0, len(text)), text.index("12"))) == expected


@pytest.mark.parametrize(
    ("text", "agent", "expected"),
    [
        ("Italy rescues 168 migrants off Libya, 12 dead", "Italy", True),
        ("Special forces ended a siege in which 12 people died.", "Special forces", True),
        ("The army lost 12 men.", "The army", True),
        ("The ministry has reported a raid in which 12 died.", "The ministry", True),
        ("Troops freed two hostages and killed 12 gunmen.", "Troops", False),
        ("Police ended the siege, killing 12 gunmen.", "Police", False),
        ("Rebels shelled the port, and 12 died.", "Rebels", False),
        ("12 died when rebels fled.", "rebels", False),
        ("The right claims 12 dead and blames the police.", "The right", True),
        ("The quake claimed 12 lives.", "The quake", False),
        ("Police arrested 19 men and said 12 officers were hurt.", "Police", True),
    ],
)
def test_who_does_something_else_is_no_agent(text, agent, expected):
    end = text.index(agent) + len(agent)
    start = text.index("12")
    assert acts_otherwise(text, end, start, start + 2) is expected


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("UPDATE 2-Congo ferry", "Congo ferry"),
        ("1-Congo ferry", "Congo ferry"),
        ("CORRECTED-Ukrainian drones", "Ukrainian drones"),
        ("WRAPUP 3-Rebels", "Rebels"),
        ("EXCLUSIVE Rebels", "Rebels"),
        ("Congo ferry", "Congo ferry"),
        ("UN troops", "UN troops"),
        ("2 gunmen", "2 gunmen"),
        ("7-Eleven", "7-Eleven"),
        ("RPT", "RPT"),
    ],
)
def test_tags_of_agencies_are_no_part_of_an_agent(words, kept):
    assert words[without_tag(words, 0, len(words)) :] == kept


@pytest.mark.parametrize(
    ("text", "agent", "outcome", "expected"),
    [
        ("One died and another was rescued by the locals", "the locals", "killed", True),
        ("Two died in a car that was followed by a patrol", "a patrol", "killed", True),
        ("Two died in a car that was hit by a patrol", "a patrol", "killed", False),
        ("A man was found dead by police", "police", "killed", True),
        ("Thirty were picked up by a trawler", "a trawler", "killed", True),
        ("40 people were killed in a town besieged by rebels", "rebels", "killed", True),
        ("Troops saved 19 people abducted by a gang", "a gang", "rescued", True),
        ("Ninety were saved after a tanker struck", "a tanker", "rescued", True),
        ("The toll is five, not six, after a revision by police", "police", "killed", True),
        ("Twelve were killed by rebels", "rebels", "killed", False),
        ("Twelve were swept away by a flood", "a flood", "killed", False),
        ("Thirty pupils were abducted by gunmen", "gunmen", "captured", False),
        ("Ninety were rescued by fishermen", "fishermen", "rescued", False),
        ("A man arrested over the wildfire has confessed", "the wildfire", "captured", True),
        ("Two were held in connection with the raid", "the raid", "captured", True),
        ("Two were held by the rebels", "the rebels", "captured", False),
        ("Two were hurt after a bomb went off", "a bomb", "injured", False),
    ],
)
def test_whoever_helps_or_holds_people_is_no_doer(text, agent, outcome, expected):
    assert is_other_doer(text, text.index(agent), 0, outcome) is expected


@pytest.mark.parametrize(
    ("text", "agent", "number", "expected"),
    [
        ("Two gunmen killed 12", "Two gunmen", "12", True),
        ("12 were killed by two gunmen", "two gunmen", "12", True),
        ("A man convicted of stabbing eight", "A man", "eight", True),
        ("82 gunmen, 154 civilians", "82 gunmen", "154", False),
        ("The toll is 236: 82 gunmen and others", "82 gunmen", "236", False),
    ],
)
def test_those_on_a_list_of_the_dead_killed_nobody(text, agent, number, expected):
    start = text.index(agent)
    assert harms(text, (start, start + len(agent)), text.index(number)) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("The party claimed ", " people had died.", True),
        ("The group claims that about ", " of its members were shot.", True),
        ("The blast claimed ", " lives.", False),
        ("The blast claimed ", " people, who were asleep.", False),
        ("The blast hit ", " people who were asleep.", False),
    ],
)
def test_a_claim_before_a_clause_is_speech(before, after, expected):
    assert is_claimed_clause(before, after) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("local newspapers", True),
        ("hospital records", True),
        ("the floods", False),
        ("a press of the crowd", False),
    ],
)
def test_media_and_records_cause_no_deaths(words, expected):
    assert is_record(words) is expected


@pytest.mark.parametrize(
    ("text", "agent", "expected"),
    [
        ("17 had been killed, by United Nations estimates.", "United Nations", True),
        ("17 were killed, by the army's own count.", "army", True),
        ("17 were killed by the army.", "army", False),
        ("17 were killed near the army's counts.", "army", False),
    ],
)
def test_who_counts_the_dead_did_not_kill_them(text, agent, expected):
    start = text.index(agent)
    assert is_counter(text, start, start + len(agent)) is expected


@pytest.mark.parametrize(
    ("text", "agent", "expected"),
    [
        ("17 died after the jab.", "jab", True),
        ("17 died within days of a transfusion.", "transfusion", True),
        ("The vaccine is safe. 17 died after the shot.", "shot", True),
        ("Police fired. 17 died after the shots.", "shots", False),
        ("17 died of the injection.", "injection", False),
        ("17 died after the blast.", "blast", False),
    ],
)
def test_what_came_before_a_death_did_not_cause_it(text, agent, expected):
    start = text.rindex(agent)
    assert is_only_before(text, start, start + len(agent)) is expected


@pytest.mark.parametrize(
    ("text", "agent", "expected"),
    [
        (
            "Its men died in a clash with Chad and it claimed 12 had died.",
            "a clash with Chad",
            True,
        ),
        ("In a clash with rebels on Friday 12 soldiers died.", "a clash with rebels", False),
        ("Nine died in a blast in Chad and the army said 12 were hurt.", "a blast", False),
        ("Police said 12 died in a clash with Chad and it claimed victory.", "a clash with", False),
    ],
)
def test_the_dead_of_a_later_clause_are_not_laid_to_a_side_of_the_clash(text, agent, expected):
    start = text.index(agent)
    assert is_of_other_side(text, (start, start + len(agent)), text.index("12")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police reached the shaft and found 12 dead.", True),
        ("Police opened fire and killed 12.", False),
        ("Police found guns and shot 12.", False),
    ],
)
def test_who_finds_the_dead_did_not_kill_them(text, expected):
    start = text.index("12")
    assert acts_otherwise(text, len("Police"), start, start + 2) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Siege ends; a gunman and hostage dead", True),
        ("A gunman and his hostage died", True),
        ("A gunman killed a hostage", False),
        ("A gunman fired and a hostage died", False),
    ],
)
def test_who_shares_a_fate_did_not_cause_it(text, expected):
    number = text.rindex(" a hostage") + 1 if " a hostage" in text else text.index("hostage")
    assert is_joined(text, text.index("gunman") + len("gunman"), number) is expected


def test_what_follows_a_number_is_not_joined_to_it():
    assert not is_joined("A hostage and a gunman died", 19, 0)


@pytest.mark.parametrize(
    ("text", "agent", "expected"),
    [
        ("Orvel death toll reaches 11", "Orvel", True),
        ("Santa Rita toll rises to 11", "Santa Rita", True),
        ("Mine fire death toll reaches 11", "Mine fire", False),
        ("Orvel rebels kill 11", "Orvel", False),
    ],
)
def test_the_name_of_a_toll_killed_nobody(text, agent, expected):
    assert is_of_toll(text, 0, len(agent)) is expected
