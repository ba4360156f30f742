"""Numbers of people who were present, sentenced or at risk, who left, or who did the harm."""

import pytest
from made_figures import position

from analysis.extract.figures.non_casualties import (
    harmed_others,
    has_left,
    is_only_present,
    was_shot_before,
)


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
    assert (was_shot_before(text, *position(text, "3")) is not None) is expected


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
    assert (has_left(text, 0, 1) is not None) is expected


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
