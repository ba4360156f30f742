"""Bare numbers in a list of parties or teams: what they count, and whose they are."""

import pytest

from analysis.extract.figures.listed_counts import is_of_vote, listed_count
from analysis.extract.numbers.parse import parse_numbers


@pytest.mark.parametrize(
    ("text", "number", "noun", "owner"),
    [
        ("Unity won 81 seats. The Greens have 14.", "14", "seats", "The Greens"),
        (
            "Unity won 81 seats, its allies in the Farm League nine.",
            "nine",
            "seats",
            "the Farm League",
        ),
        ("Unity took 57 of the 150 seats, Homeland 23 and others.", "23", "seats", "Homeland"),
        ("Norway won 16 medals, and Sweden seven.", "seven", "medals", "Sweden"),
        ("Ms Orr got 4,100 votes, Mr Bell 3,900.", "3,900", "votes", "Mr Bell"),
        ("Ms Orr has 547 delegates, Mr Bell 12, and Dunn none.", "12", "delegates", "Mr Bell"),
        ("There were 42 votes for Orr, 18 for Bell and 16 for Dunn.", "18", "votes", "Bell"),
        ("There were 42 votes for Orr, 18 for Bell and 16 for Dunn.", "16", "votes", "Dunn"),
        ("She has 758 pledged delegates, and Bell's 145.", "145", "delegates", "Bell"),
        ("There were 42 votes, and a room 18 for Bell.", "18", None, None),
        ("Councillors voted 31 to 13 on Tuesday.", "31", "vote", None),
        ("Councillors voted 31 to 13 on Tuesday.", "13", "vote", None),
        ("The bill passed by a vote of 220 to 205.", "205", "vote", None),
        ("Councillors voted 3-2 on Tuesday.", "3", "vote", None),
        ("Councillors voted 3-2 on Tuesday.", "2", "vote", None),
        ("It was approved in a 7–2 party-line vote.", "7", "vote", None),
        ("It was approved in a 7–2 party-line vote.", "2", "vote", None),
        ("The vote was 48-51 against it.", "48", "vote", None),
        ("The vote was 48-51 against it.", "51", "vote", None),
        ("They won 3-2 after a fan vote.", "2", None, None),
        ("Orra won 3-2 and the vote was off.", "3", None, None),
        # no list, no name, another noun, another paragraph
        ("Unity runs 81 shops. The Greens have 14.", "14", None, None),
        ("Unity won 81 seats, and the rest 14.", "14", None, None),
        ("Unity won 81 seats. The Greens have 14 mayors.", "14", None, None),
        ("Unity won 81 seats.\n\nThe Greens have 14.", "14", None, None),
        ("Unity won 81 seats and took Route 9 home.", "9", None, None),
    ],
)
def test_numbers_of_a_list(text, number, noun, owner):
    found = [one for one in parse_numbers(text) if one.text == number]
    listed = listed_count(text, found[0]) if found else None
    assert (None if listed is None else text[slice(*listed.noun)]) == noun
    assert (None if listed is None else listed.owner) == owner


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Senate passes bill to cap costs, 58-41", ["58", "41"]),
        ("Lawmakers approved the budget 212-198 late on Monday.", ["212", "198"]),
        ("The measure was rejected by 58 to 41.", ["58", "41"]),
        # games, polls, ranges, other numbers
        ("United won the match, 3-2.", []),
        ("The House Tigers passed the test, 3-2.", []),
        ("The bill helps 58 to 60 firms.", []),
        ("The Senate passed 12 bills in 2 days.", []),
        ("Senators backed it. United won 3-2.", []),
        ("Council backs plan to cut 12-15 jobs", []),
        ("The council approved the stadium, where United won 3-2.", []),
        ("The committee backed shots for children 5-11, officials said.", []),
        ("The House passed a bill for 12-15 weeks of leave.", []),
    ],
)
def test_the_two_numbers_of_a_decision_are_votes(text, numbers):
    assert [one.text for one in parse_numbers(text) if is_of_vote(text, one)] == numbers
