"""Harm that is denied, feared, averted or only intended, before the number and after it."""

import pytest
from made_figures import marked, position

from analysis.extract.figures.polarity import (
    intention,
    is_negated_or_hypothetical,
    is_retracted,
    retracted_numbers,
)
from analysis.extract.figures.rules import all_rules


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
    assert is_negated_or_hypothetical(text, *position(text, number)) is expected


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
    assert (intention(text, *position(text, number)) is not None) is expected


@pytest.mark.parametrize(
    "text", ["9" + " people" * 5_000, "9 " + "in the " * 5_000, "of the " * 5_000 + "9"]
)
def test_long_rows_of_words_come_to_an_end(text):
    assert not is_negated_or_hypothetical(text, *position(text, "9"))


@pytest.mark.parametrize(
    "text",
    [
        "[Two] passengers were not injured.",
        "[Two] clerks were not hurt in the robbery.",
        "[Three] officers were never harmed.",
        "[40] pupils weren't injured.",
        "[A] driver was not seriously hurt.",
        "[Six] sailors escaped injury.",
        "[Two] climbers escaped unharmed.",
        "All [nine] fishermen are alive.",
        "[116] of whom are alive, the list says.",
        "The [12] children were safe.",
        "It would cause [hundreds] of deaths.",
        "The plan could lead to [4,000] deaths.",
        "That is about [2,000] fewer than the ministry says.",
        "It was [14] more than a year ago.",
        "The toll was revised down by [100].",
        "The ministry cut its count by about [40].",
        "For every [ten] killed, thirty are hurt.",
        "It is unclear how [many] were killed.",
        "They tried to burn [two] guards.",
        "The gang offered to kidnap [two] clerks.",
        "The group conspired to kill [three] judges.",
        "The storm can kill [thousands].",
        "Doctors feared that [40] patients could die.",
        "They said [300] families might be evicted.",
        "The vaccine averted [300] deaths.",
    ],
)
def test_no_harm_was_done(text):
    assert is_negated_or_hypothetical(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "[Two] passengers were injured, not killed.",
        "[Two] clerks were hurt; the owner was not.",
        "[Three] officers, never named, were harmed.",
        "[A] driver who was not wearing a belt was hurt.",
        "[Six] sailors drowned and two escaped injury.",
        "[Nine] fishermen were buried alive.",
        "[116] of whom are dead, the list says.",
        "[12] children died, the police say, and nine are well.",
        "It caused [hundreds] of deaths.",
        "The plan led to [4,000] deaths.",
        "It killed about [2,000] people, fewer than the quake.",
        "The bombs killed at least [39] people more than half of them women.",
        "The toll was revised down to [100].",
        "Every bomb killed [ten].",
        "They say [many] were killed.",
        "They burned [two] guards.",
        "The plot failed, and police killed [three] men.",
        "The storm killed [thousands] in May.",
        "[40] patients may have died.",
        "[300] families were evicted.",
    ],
)
def test_harm_was_done(text):
    assert not is_negated_or_hypothetical(*marked(text))


def test_every_text_on_which_a_rule_takes_a_number_back_has_it_among_the_numbers_left_out():
    for rule in all_rules():
        if rule.decides == "retracted":
            for marked_text in rule.fires:
                start = marked_text.index("[")
                text = marked_text.replace("[", "").replace("]", "")
                assert start in [number.start for number in retracted_numbers(text)], marked_text


def test_a_text_that_takes_nothing_back_leaves_no_number_out():
    assert retracted_numbers("At least 12 people died; it was not the first raid on 3 May.") == []
    assert retracted_numbers("") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[400] dead? Not so.\nReports of 400 dead in Dorna are a lie.", True),
        ("[Four hundred] dead?\nReports of 400 dead in Dorna are a lie.", True),
        ("[300] dead?\nReports of 400 dead in Dorna are a lie.", False),
        ("[400] dead.\nWas it so? Reports of 300 dead in Dorna are a lie.", False),
        ("[400] dead. Not so?\nReports of 400 dead in Dorna are a lie.", False),
        ("[400] dead?\nOf 400 dead the ministry knows a name.", False),
    ],
)
def test_a_question_about_a_number_that_the_text_takes_back_puts_none_forward(text, expected):
    start, end = text.index("["), text.index("]") - 1
    assert is_retracted(text.replace("[", "").replace("]", ""), start, end) is expected
