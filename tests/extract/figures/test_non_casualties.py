"""Numbers of people who were present, unhurt, sentenced or at risk."""

import pytest
from made_figures import position

from analysis.extract.figures.non_casualties import (
    harmed_others,
    has_left,
    is_denied,
    is_only_intended,
    is_only_present,
    was_shot_before,
)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("None of the 40 hostages was hurt.", "40", True),
        ("Not a single one of the 33 miners died.", "33", True),
        ("Neither of the two pilots was hurt.", "two", True),
        ("There were no casualties among the 300 workers.", "300", True),
        ("All 33 miners survived the collapse.", "33", True),
        ("All 120 people on board were unhurt.", "120", True),
        ("All but two of the 41 passengers died.", "two", True),
        ("All but two of the 41 passengers died.", "41", True),
        ("The toll could rise to 200.", "200", True),
        ("The toll may still climb past 200.", "200", True),
        ("Up to 300,000 people could die.", "300,000", True),
        ("The toll could rise because of a large number of wounded.", "a large number", False),
        ("Estimates suggest that 470,000 may have died.", "470,000", False),
        ("Hundreds of civilians escaped the town.", "Hundreds", False),
        ("None of the 12 dead has been named.", "12", False),
        ("None of the 43 missing students has been found.", "43", False),
        ("Some 5,000 wounded people in Gaza could die.", "5,000", False),
        ("As many as 90 miners may be dead.", "90", False),
        ("At least 15 people escaped with burns.", "15", False),
        ("The toll may be as high as 400,000.", "400,000", False),
        ("The dead are 30,000 of a population of 350,000.", "350,000", True),
        ("Its population was over 20 million then.", "20 million", True),
        ("It would have averted 3,600 deaths.", "3,600", True),
        ("The toll rose to 200.", "200", False),
        ("In May 300 people died.", "300", False),
        ("Some 40 hostages were hurt.", "40", False),
        ("12 died and 3 people survived.", "12", False),
    ],
)
def test_denied_and_feared(text, number, expected):
    assert is_denied(text, *position(text, number)) is expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("The plane had 72 people aboard.", "72", True),
        ("A boat carrying 60 people capsized.", "60", True),
        ("Police put the turnout at 128,000.", "128,000", True),
        ("Police fired tear gas at some 2,000 protesters.", "2,000", True),
        ("Soldiers opened fire on 300 demonstrators.", "300", True),
        ("At least 40,000 people face starvation.", "40,000", True),
        ("Seven million people need aid.", "Seven million", True),
        ("Some 5,000 people rallied there.", "5,000", True),
        ("There were 150 people in the building when it fell.", "150", True),
        ("The court sentenced 37 people to death.", "37", True),
        ("A court jailed five men for the blast.", "five", True),
        ("Hundreds of men will be prosecuted.", "Hundreds", True),
        ("Over 100,000 people are expected to attend.", "100,000", True),
        ("The UN says nearly 600,000 Syrians live in besieged areas.", "600,000", True),
        ("There is concern for 1.5 million civilians still in the city.", "1.5 million", True),
        ("About 300,000 people are thought to be living there.", "300,000", True),
        ("Up to 300,000 people are still believed to be in the town.", "300,000", True),
        ("Three women from the besieged town died.", "Three", False),
        ("It hurt dozens more in the besieged town.", "dozens", False),
        ("Twelve men were sentenced to prison.", "Twelve", True),
        ("Of the 60 people on the boat, few lived.", "60", True),
        ("The virus took 15 of the 28 people.", "28", True),
        ("A man attacked three people before he was killed.", "three", True),
        ("A man hit seven people in the market before police shot him dead.", "seven", True),
        ("A man shot three people before he was killed.", "three", False),  # see was_shot_before
        ("The boat carrying 60 people sank, leaving all dead.", "60", False),
        ("The plane, with 157 people on board, crashed, killing everyone.", "157", False),
        ("Attackers opened fire on 14 tourists, all of whom died.", "14", False),
        ("All 239 people on board remain missing.", "239", False),
        ("Hospitals treated 40 people for burns.", "40", False),
        (
            "All five people on board a helicopter that was shot down are believed to have died.",
            "five",
            False,
        ),
        ("The five people on board were assumed dead.", "five", False),
        ("Policemen carried one body away.", "one", False),
        ("Fewer than ten people needed treatment.", "ten", False),
        ("He saw many people, their faces bloodied.", "many", False),
        ("The floods took 60 people.", "60", False),
        ("Two nuns who worked as nurses were found slain.", "Two", False),
    ],
)
def test_only_present(text, number, expected):
    assert is_only_present(text, *position(text, number)) is expected


@pytest.mark.parametrize(
    "text", ["9" + " people" * 5_000, "9 " + "in the " * 5_000, "of the " * 5_000 + "9"]
)
def test_long_rows_of_words_come_to_an_end(text):
    assert is_denied(text, *position(text, "9")) is False
    is_only_present(text, *position(text, "9"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man shot 3 people before he was killed by police.", True),
        ("A man stabbed 3 people in the market before being arrested.", True),
        ("A man shot 3 people dead.", False),
        ("A man attacked 3 people before being arrested.", False),
    ],
)
def test_shot_before_something_happened_to_the_attacker(text, expected):
    assert was_shot_before(text, *position(text, "3")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 civilians have escaped the town.", True),
        ("9 residents left the area.", True),
        ("9 families managed to cross.", True),
        ("9 people in the town fled.", True),
        ("9 people who had lived under crippling siege for more than two years left.", True),
        ("9 people who fled the town were killed.", False),
        ("9 people were left homeless.", False),
        ("9 died when a bus left the road.", False),
        ("9 children were killed and many left the town.", False),
    ],
)
def test_those_who_left(text, expected):
    assert has_left(text, 1) is expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("They tried to kill two men.", "two", True),
        ("They threatened to arrest at least two men.", "two", True),
        ("They plan to kill all the two men.", "two", True),
        ("It could kill two men.", "two", True),
        ("It might also injure two men.", "two", True),
        ("It may kill two men.", "two", True),
        ("In May kill two men.", "two", False),  # a month
        ("It will soon displace two men.", "two", False),  # "soon" is no adverb in -ly
        ("It will likely displace two men.", "two", True),
        ("It would kill two men.", "two", False),
        ("It would kill two men if it came.", "two", True),
        ("It would kill two men. They ran if it came.", "two", False),
        ("They killed two men.", "two", False),
        ("They tried to see two men.", "two", False),
        ("They tried to kill him and two men.", "two", False),
    ],
)
def test_harm_that_is_only_intended(text, number, expected):
    assert is_only_intended(text, text.index(number)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Judges heard 8 men accused of killing guards.", True),
        ("Judges heard 8 men who are suspected of killing guards.", True),
        ("The 8 men behind the raid fled.", True),
        ("The 8 young men of the port who were wanted for it fled.", False),  # four words
        ("The 8 men of Oss who were wanted for it fled.", True),
        ("The 8 men accused of spying were later executed.", False),
        ("The 8 men accused of spying were later arrested.", False),
        ("They shot 8 men accused of spying.", False),
        ("They beheaded the 8 men accused of spying.", False),
        ("They saw 8 men accused of spying.", True),
        ("They saw 8 men.", False),
    ],
)
def test_those_accused_of_harm(text, expected):
    assert harmed_others(text, *position(text, "8")) is expected
