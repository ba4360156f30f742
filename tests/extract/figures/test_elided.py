"""Bare numbers that another speaker gives of what was counted before."""

import pytest

from analysis.extract.figures.elided import elided_numbers
from analysis.extract.numbers.parse import parse_numbers


def found_in(text):
    """Return each elided number with the number that tells what it counts, and its speaker."""
    numbers = parse_numbers(text)
    rows = []
    for found in elided_numbers(text, numbers):
        speaker = None if found.speaker is None else text[slice(*found.speaker)]
        rows.append((numbers[found.place].text, numbers[found.other].text, speaker))
    return rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The firm will cut 740 jobs. The union says 610.", [("610", "740", "The union")]),
        (
            "Two people died. Police put the number of injured at 11, while the clinic counts 14.",
            [("14", "11", "the clinic")],
        ),
        ("It will cut 740 jobs. The union calculates with 910.", [("910", "740", "The union")]),
        (
            "It will cut 740 jobs. Stewards have told the Post that the number was above 910.",
            [("910", "740", "Stewards")],
        ),
        (
            "It counts 740 job cuts. The union adds temps, making the real number 1,900.",
            [("1,900", "740", None)],
        ),
        (
            "It will cut 740 jobs. The union argues the true figure is 1900.",
            [("1900", "740", "The union")],
        ),
        (
            "It will cut 740 jobs. Drivers say the job cuts are really closer to 2000.",
            [("2000", "740", "Drivers")],
        ),
        ("It will cut 740 jobs. The union says it was founded in 1900.", []),
        (
            "It will cut 740 jobs and save $4 million over six years. "
            "The union argues the true figure is 1900.",
            [("1900", "740", "The union")],
        ),
        ("You have 34 kids in a room. Organizers put the crowd at 5,000.", []),
        ("It has 1.5 million shops. The union says 2.", [("2", "1.5 million", "The union")]),
        ("It counted 62 arrests. By Monday night it was 79.", [("79", "62", None)]),
        ("Cases stood at 40 on Monday. By Friday it had reached 55.", [("55", "40", None)]),
        (
            "It found 22 bodies. By Thursday, it was 26. By Saturday, 31.",
            [("26", "22", None), ("31", "22", None)],
        ),
        ("It found 22 bodies. By Saturday, 31 homes were lost.", []),
        ("It said 11 had died. On Sunday it lowered the number to eight.", [("eight", "11", None)]),
        (
            "It offered 50,000 pesos for each, and on Friday increased this to 150,000.",
            [("150,000", "50,000", None)],
        ),
        (
            "It spilled 90,000 cubic metres. The agency says 140,000.",
            [("140,000", "90,000", "The agency")],
        ),
        ("The fire covered 4 hectares. The mayor says 300.", []),
        ("It cost 2 million pesos. The mayor says 300.", []),
        ("The ferry sank 10 kilometres off the coast. Police say 12.", []),
        (
            "It spilled 90 million cubic metres. The agency says 140 million.",
            [("140 million", "90 million", "The agency")],
        ),
        (  # a speaker whose clause is longer than what is looked at
            "The army has lost 318 jets. "
            "The open-source project Skytrace, which counts only losses that pictures from space, "
            "from drones and from soldiers who were there have "
            "confirmed, puts the figure at 146.",
            [("146", "318", None)],
        ),
        (  # who says it is not counted
            "It will cut 740 jobs. Two stewards said the number was 910.",
            [("910", "740", "Two stewards")],
        ),
        ("Three more pickets were hurt. That makes five since May.", [("five", "Three", None)]),
        (
            "It says 52 people were aboard, which would leave 21 missing. The survivors say 61.",
            [("61", "52", "The survivors")],
        ),
        ("Two divers died. That brings it to seven this year.", [("seven", "Two", None)]),
        ("Three cakes were sold. That makes five tables free.", []),
        (
            "She said 34 people were aboard. Later she corrected that to 33: 31 boys, two men.",
            [("33", "34", None)],
        ),
        ("Five pickets were hurt, it said; police say three.", [("three", "Five", "police")]),
        (
            "He fired three shots, police said. A witness counted seven, another spoke of five.",
            [("seven", "three", "A witness"), ("five", "three", None)],
        ),
        ("Kabul admits to five dead, Islamabad to three.", [("three", "five", "Islamabad")]),
        ("Kabul admits to five dead, Beijing to three.", [("three", "five", "Beijing")]),
        ("The army said that 23 had died, revising up an earlier count of 17.", []),
        ("The ministry said 44 people had died, after an earlier toll of 38.", []),
        ("The army said 30 rebels were killed, the rebels 8.", [("8", "30", "the rebels")]),
        ("The union says 740 jobs will go, the company 500.", [("500", "740", "the company")]),
        ("It lost $38m, it said, for the quarter ended Aug. 2, against a profit of $51m.", []),
        ("Some 900 people marched. Police put the crowd at 300.", [("300", "900", "Police")]),
        (
            "Some 900 farmers and 40 tractors came. Organisers put the turnout at 2,000.",
            [("2,000", "900", "Organisers")],
        ),
        (
            "It said 68 people died of the 110 aboard. The Agency for Tolm put the figure at 64.",
            [("64", "68", "The Agency for Tolm")],
        ),
        ("Some 40 tractors came. Organisers put the turnout at 2,000.", []),
        (
            "Some 900 people and 40 tractors came. Organisers claimed 2,000 had come.",
            [("2,000", "900", "Organisers")],
        ),
        (
            "Some 900 people marched. The union said 2,000 took part.",
            [("2,000", "900", "The union")],
        ),
        ("Some 900 people marched. The union said 2,000 took fright.", []),
        ("The firm has 900 tractors. The union said 40 came.", []),
        (
            "The union put the number of strikers at 11,000, the firm at 9,600.",
            [("9,600", "11,000", "the firm")],
        ),
        (
            "Some 900 nurses walked out. The ministry put the number of strikers at 450.",
            [("450", "900", "The ministry")],
        ),
        (
            "The fire took 90 homes and 4 barns. Police put the number of homes at 70.",
            [("70", "90", "Police")],
        ),
        # of another thing than those before
        ("It halted 900 operations. The ministry put the number of strikers at 450.", []),
        ("The fire took 90 homes. Police put the number of barns at 7.", []),
        ("15 bodies found, UN agency says 68", [("68", "15", "UN agency")]),
        (
            "Cholera killed 46 people. Official count: 46. Real count: 90, say doctors.",
            [("46", "46", None), ("90", "46", "doctors")],
        ),
        (
            "It buried fifty workers. It repeats the number of the ministry, 31. "
            "The workers' union speaks of 43.",
            [("31", "fifty", "the ministry"), ("43", "fifty", "The workers' union")],
        ),
        (
            "It buried 31 workers. Our comrades in Kayes, who carried the coffins, counted 50.",
            [("50", "31", "Our comrades")],
        ),
        (
            "They found 34 bodies. Fishermen say that they alone had counted 62.",
            [("62", "34", None)],
        ),
        ("It hurt 14 people. The mayor gave the number as 17.", [("17", "14", "The mayor")]),
        ("It hurt 14 people. The mayor, Ann Lee, said 17.", [("17", "14", "The mayor")]),
        ("It cut 31 jobs. It repeats the number of jobs, 50.", []),
        ("It cut 31 jobs. Room number: 50.", []),
        (
            "The union said 18,000 teachers stayed away. The education ministry said 11,500 did.",
            [("11,500", "18,000", "The education ministry")],
        ),
        (
            "He puts the damage at 48 million euros. Insurers said it was more likely to be 75 "
            "million euros, of which most was insured.",
            [("75 million", "48 million", "Insurers")],
        ),
        (
            "She put the damage at 60 million euros. The insurers stand by 75 million.",
            [("75 million", "60 million", "The insurers")],
        ),
        (
            "The mayor said 640 homes were wet; the fire service has since raised its count to "
            "710.",
            [("710", "640", "the fire service")],
        ),
        (
            "It said 62 of 140 schools were closed. On Tuesday it was 58.",
            [("58", "140", None)],
        ),
        (
            "The number of strikers fell to 10,200. The union said the number had gone up to "
            "19,000.",
            [("19,000", "10,200", "The union")],
        ),
        ("He puts the damage at 48 million euros. Insurers said it was 40 percent.", []),
        ("It cut 31 jobs. On Tuesday it was 58 degrees.", []),
        ("It cut 31 jobs. The union said it was 58 years old.", []),
        # nobody gives the number, it counts something else, or it is no count
        ("The army killed 30 rebels, the rebels 8.", []),
        ("The army said 30 rebels were killed, in the north 8.", []),
        ("The army said 30 rebels were killed, among them 8.", []),
        ("The firm will cut 740 jobs. The union says 610 homes are cold.", []),
        ("Two men died. He said 40 is no age to die.", []),
        ("Two men died. It rained. He left. It was late. She said 40.", []),
        ("Two men died. Police said 9 p.m. was the time.", []),
        ("The Bulls won 3-1, the Bears 2.", []),
    ],
)
def test_elided_numbers(text, rows):
    assert found_in(text) == rows


def test_one_verb_gives_both_numbers_a_speaker():
    text = "Villagers say 35 have died, officials 21."
    (found,) = elided_numbers(text, parse_numbers(text))
    assert found.first_speaker is not None
    assert text[slice(*found.first_speaker)] == "Villagers"
