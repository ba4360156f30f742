"""Supposed agents that did something else than harm the people of a number."""

import pytest

from analysis.extract.figures.refused_agents import (
    acts_otherwise,
    harms,
    is_claimed_clause,
    is_counter,
    is_joined,
    is_of_other_side,
    is_of_toll,
    is_only_before,
    is_other_doer,
    without_tag,
)


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
