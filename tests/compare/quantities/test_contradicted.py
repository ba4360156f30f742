"""Statements that say themselves that they are of two different things."""

import numpy as np
import pytest

from analysis.compare.quantities.contradicted import contradict, outcomes_agree
from tests.compare.quantities.story_tables import (
    dollars,
    injured,
    killed,
    percent,
    statements,
)


@pytest.mark.parametrize(
    ("texts", "columns", "expected"),
    [
        (("It made [90] cars in April.", "It made [80] cars in March."), {"counted": "cars"}, True),
        (
            ("It made [90] cars in April.", "It made [90] cars in March."),
            {"counted": "cars"},
            False,
        ),
        (("It made [90] cars in April.", "It made [80] cars."), {"counted": "cars"}, False),
        (("It killed [90] in April.", "It killed [80] in March."), killed(), False),
    ],
)
def test_what_is_counted_in_two_months_is_two_things(texts, columns, expected):
    found = statements(*((text, columns) for text in texts))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


def test_vague_words_for_others_are_no_population():
    vague = {"low": None, "high": None, "qualifier": "vague", "counted": "evacuees"}
    text = ("The city of [27000] hosts [thousands] of evacuees.", {"counted": None}, vague)
    found = statements(text)
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [True]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("killed", "killed", True),
        ("killed", "bodies_found", True),
        ("killed", "killed_or_injured", True),
        ("injured", "killed_or_injured", True),
        ("killed", "injured", False),
        ("captured", "killed_or_injured", False),
        ("missing", "killed", False),
        (None, "killed", True),
        (None, None, True),
    ],
)
def test_outcomes_of_one_count(one, other, expected):
    assert outcomes_agree(one, other) is expected
    assert outcomes_agree(other, one) is expected


VOTES = {"counted": "votes", "noun": "vote"}
SEATS = {"counted": "seats", "noun": "seat"}


@pytest.mark.parametrize(
    ("one", "other", "number", "expected"),
    [
        (SEATS, SEATS, "71", True),
        (SEATS, SEATS, "61", False),
        (SEATS | {"whose": "Union"}, SEATS, "71", True),
        (SEATS | {"whose": "Union"}, SEATS | {"whose": "Union"}, "71", False),
        (percent("the vote"), percent("the vote"), "71", True),
        (percent("the vote"), percent("the vote"), "61.4", False),  # rounded
        (VOTES, VOTES, "60", True),  # against and for
        (
            {"counted": "chairs", "noun": "chair"},
            {"counted": "chairs", "noun": "chair"},
            "71",
            False,
        ),
    ],
)
def test_votes_that_are_not_told_whose_are_not_compared(one, other, number, expected):
    found = statements(("It was [61] on Monday.", one), (f"It was [{number}] on Monday.", other))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


CROWD = {"counted": "people", "noun": "person"}
SOLDIERS = killed(group="soldiers", counted="soldiers")
CIVILIANS = killed(group="civilians", counted="civilians")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("A crowd of [30000] filled the stadium.", "[80000] people filled the streets.", True),
        ("A crowd of [80000] filled the stadium.", "[80000] people filled the streets.", False),
        ("A crowd of [30000] filled the stadium.", "It held [31000] people.", False),
        ("[45000] teachers walked out.", "[12000] people marched through the city.", True),
        ("[45000] teachers walked out.", "[26500] people joined the action.", False),
        (
            "[4000] nurses walked out, and 2,500 people marched.",
            "4,000 nurses walked out, and [2500] people marched.",
            True,
        ),
        ("[45000] teachers are on strike.", "[45000] people marched.", False),
        ("[30000] people came to the stadium.", "The permitted [28000] people came.", True),
        ("[30000] people came to the stadium.", "It has a capacity of [28000] people.", True),
        ("The limit of [30000] people stands.", "It has a capacity of [28000] people.", False),
        ("The pollster asked [1804] people.", "Another interviewed [1540] people.", True),
        ("The pollster asked [1804] people.", "It interviewed [1804] people.", False),
    ],
)
def test_limits_and_crowds_elsewhere(one, other, expected):
    found = statements((one, CROWD), (other, CROWD))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


def test_places_are_not_the_dead_even_if_as_many():
    texts = ("The jail has places for [600] men.", CROWD), ("It counted [600] deaths.", killed())
    found = statements(*texts)
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [True]


HOUSES = {"counted": "houses", "noun": "house"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("[210] houses have collapsed.", "The quake damaged [180] houses.", True),
        ("[210] houses have collapsed.", "It destroyed [298] houses.", False),
        ("[210] houses have collapsed.", "There are [298] houses.", False),
        ("[210] houses were destroyed or damaged.", "It damaged [298] houses.", True),
    ],
)
def test_what_was_destroyed_is_not_what_was_damaged(one, other, expected):
    found = statements((one, HOUSES), (other, HOUSES))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


WHALES = {"counted": "whales", "noun": "whale"}
HURT = killed(outcome="injured")
PART = {"scope": "part"}
ILL_CASES = {"counted": "cases", "noun": "case"}
HELD = killed(outcome="captured")
SHARE = percent("voters")
FREED = killed(outcome="other", counted="prisoners", noun="prisoner")
MISSING = killed(outcome="missing")
CHILDREN = killed(group="children", counted="children", noun="child")
ILL = killed(outcome="ill")
JOBS = {"counted": "jobs", "noun": "job"}


@pytest.mark.parametrize(
    ("one", "other", "columns", "expected"),
    [
        ("We counted [416] whales.", "By noon [276] whales were dead.", WHALES, True),
        ("By noon [250] whales were dead.", "By night [276] whales had died.", WHALES, False),
        ("We counted [416] whales.", "They saw [400] whales.", WHALES, False),
        ("[58] were hurt.", "[11] were in a critical condition.", HURT | PART, True),
        ("[58] were hurt.", "[54] were badly hurt.", HURT, True),
        ("[54] were hurt.", "[54] were badly hurt.", HURT, False),
        ("[58] were hurt.", "Hospitals are treating [54].", HURT, True),
        ("[58] were hurt.", "[54] were taken to hospital.", HURT, False),
        ("[38] died.", "[40] are feared dead.", killed(), True),
        ("It has [555] cases.", "The most was [963] cases in 1994.", ILL_CASES, True),
        ("It has [555] cases.", "It has [963] cases in 2021.", ILL_CASES, False),
        ("It has [963] cases.", "The most was [963] cases in 1994.", ILL_CASES, False),
        ("[40] died.", "[40] are feared dead.", killed(), False),
        ("[49] are missing.", "[30] missing people are feared dead.", MISSING, False),
        ("[49] are missing.", "[30] are feared dead.", MISSING, True),
        ("[29] people were hurt.", "[42] of its fans were hurt.", HURT, True),
        ("[29] of its fans were hurt.", "[42] of its fans were hurt.", HURT, False),
        ("They exchanged [410] prisoners.", "In the swap [205] were freed.", FREED, True),
        ("They exchanged [410] prisoners.", "In the swap [215] were freed.", FREED, False),
        ("Unemployment was [5] percent.", "Youth unemployment was [14] percent.", SHARE, True),
        ("Unemployment was [5] percent.", "Unemployment was [6] percent.", SHARE, False),
        ("[9] children died.", "[11] of the dead were children.", CHILDREN, False),
        ("It cut [290] jobs.", "Another [340] jobs at suppliers may go.", JOBS, True),
        ("It cut [290] jobs.", "It cut [340] jobs.", JOBS, False),
        ("It cut [1500] jobs.", "About [1500] people protested.", JOBS, True),
        ("It cut [1500] jobs.", "About [1500] people will go.", JOBS, False),
        ("About [1500] protested.", "Some [1500] marched.", {"noun": "employee"}, False),
        ("[9] are in hospital.", "[2] of them, both boys, are in intensive care.", ILL, True),
        ("[15] were killed.", "[9] of the victims were shot.", killed(), True),
        ("Turnout was [66] percent.", "Turnout was [58] percent at 6 p.m.", SHARE, True),
        ("Shares closed up [28] percent.", "They rose [29] percent in early trade.", SHARE, True),
        ("Shares closed up [28] percent.", "They rose [29] percent on Friday.", SHARE, False),
        ("[4] died last week.", "[5] died since Monday.", killed(), True),
        ("[4] died last week.", "[5] died in all.", killed(), False),
        ("Turnout was [66] percent.", "In some villages [80] percent voted.", SHARE, True),
        ("Turnout was [66] percent.", "In the country [67] percent voted.", SHARE, False),
        ("Police held [74].", "That brought the number of arrests to [132].", HELD, True),
        ("Police held [74].", "Police held [80] people.", HELD, False),
        ("[58] were hurt.", "[54] were hurt.", HURT, False),
        ("They agreed to swap [310] prisoners.", "Buses carried [104] prisoners.", FREED, True),
        ("They agreed to swap [310] prisoners.", "[300] are to be freed.", FREED, False),
        ("In the past 24 hours [7] died.", "[81] have died.", killed(), True),
        ("In the past 24 hours [37] died.", "[40] have died.", killed(), False),
        ("[5000] marched for the dead.", "[4000] people marched.", CROWD, False),
        ("[54] percent voted No.", "[45] percent voted for it.", percent("share"), True),
        ("[54] percent voted No.", "[55] percent were against.", percent("share"), False),
        ("[7] were killed.", "[8] were killed, including the gunman.", killed(), True),
        ("[8] were killed.", "[8] were killed, including the gunman.", killed(), False),
    ],
)
def test_a_part_or_a_plan_is_another_count(one, other, columns, expected):
    found = statements((one, columns), (other, columns))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]
    assert contradict(found, np.array([1]), np.array([0])).tolist() == [expected]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("The number could rise to [90] by 2040.", True),
        ("The number rose to [90] in March.", False),
        ("The number could rise to [70] by 2040.", False),
    ],
)
def test_what_a_number_may_become_is_no_count(other, expected):
    ill = {"counted": "patients", "noun": "patient"}
    found = statements(("There are [70] patients.", ill), (other, ill))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(("noun", "expected"), [("branch", True), ("worker", False)])
def test_jobs_are_not_where_people_work(noun, expected):
    other = (f"It will lose [19] {noun}s.", {"counted": noun, "noun": noun})
    found = statements(("It will lose [240] jobs.", JOBS), other)
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The rate was [33.5] percent.", "Economists had expected [33.1] percent.", True),
        ("The bank forecasts [33.5] percent.", "Economists had expected [33.1] percent.", False),
        ("The rate was [33.1] percent.", "Economists had expected [33.1] percent.", False),
        ("The rate was [33.5] percent.", "The rate was [33.1] percent.", False),
    ],
)
def test_what_was_expected_and_what_came(one, other, expected):
    found = statements((one, percent("rate")), (other, percent("rate")))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


INMATES = killed(counted="inmates", noun="inmate")
GUARDS = killed(counted="guards", noun="guard")


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("[11] inmates and [2] guards died.", ("[19] people died.", killed()), True),
        ("[11] inmates and [2] guards died.", ("[12] inmates died.", INMATES), False),
        ("[11] inmates and [2] guards died.", ("[11] people died.", killed()), False),
        ("13 dead: [11] inmates and [2] guards died.", ("[19] people died.", killed()), False),
    ],
)
def test_one_of_two_groups_is_not_the_toll_of_another_noun(text, other, expected):
    found = statements((text, INMATES, GUARDS), other)
    assert contradict(found, np.array([0]), np.array([2])).tolist() == [expected]
    assert contradict(found, np.array([2]), np.array([0])).tolist() == [expected]


BODIES = killed(outcome="bodies_found", counted="bodies", noun="body")


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [("46", "41", True), ("46", "5", False), ("5", "41", False)],
)
def test_bodies_fewer_than_the_dead_of_their_article_are_a_part(own, other, expected):
    text = f"The toll is [{own}]. They found [5] bodies in a gallery."
    found = statements((text, killed(), BODIES), (f"It killed [{other}].", killed()))
    assert contradict(found, np.array([1]), np.array([2])).tolist() == [expected]


@pytest.mark.parametrize(
    ("number", "scope", "expected"), [("24", "part", True), ("24", "event", False)]
)
def test_what_one_article_prints_as_a_part_is_not_its_toll(number, scope, expected):
    text = f"Heat killed [56]. In Bihar [{number}] died."
    found = statements((text, killed(), killed(scope=scope)), ("[24] died in Bihar.", killed()))
    assert contradict(found, np.array([0]), np.array([2])).tolist() == [expected]
    assert not contradict(found, np.array([1]), np.array([2])).any()


@pytest.mark.parametrize(("number", "expected"), [("3", True), ("19", True), ("60", False)])
def test_few_people_are_no_rival_of_a_crowd(number, expected):
    found = statements(
        (f"He dragged [{number}] people from the boat.", CROWD),
        ("There were [110] people on the boat.", CROWD),
    )
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


CHILDREN = {"counted": "children", "noun": "child"}


@pytest.mark.parametrize(
    ("one", "other", "columns", "expected"),
    [
        ("It has [212] cases.", "[87] patients are in hospital.", ILL, True),
        ("[87] were hospitalised.", "It has [212] cases.", ILL, True),
        ("[87] were hospitalised.", "[91] are being treated.", ILL, False),
        ("It has [212] cases.", "It has [300] cases.", ILL, False),
        ("It has [87] cases.", "[87] patients are in hospital.", ILL, False),
        ("It hurt [212].", "[87] of the hurt are in hospital.", injured(), True),
    ],
)
def test_patients_in_hospital_are_not_all_cases(one, other, columns, expected):
    found = statements((one, columns), (other, columns))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("numbers", "one", "other", "expected"),
    [
        (("5", "3"), SOLDIERS, CIVILIANS, True),
        (("3", "5"), CIVILIANS, killed(group="fighters"), True),
        # whoever was killed may be called by both words
        (("5", "5"), SOLDIERS, CIVILIANS, False),
        (("5", "3"), SOLDIERS, killed(group="unspecified"), False),
        (("5", "3"), SOLDIERS, killed(group="fighters"), False),
    ],
)
def test_soldiers_and_civilians_are_two_tolls(numbers, one, other, expected):
    texts = [f"The attack killed [{number}] people." for number in numbers]
    found = statements((texts[0], one), (texts[1], other))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


def test_a_number_that_is_needed_is_none_that_is_counted():
    votes = {"counted": "votes", "noun": "vote"}
    found = statements(("It won [289] votes.", votes), ("It would need [288] votes.", votes))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [True]


@pytest.mark.parametrize(("when", "expected"), [("in 2020", True), ("in all", False)])
def test_an_equal_number_of_another_noun_last_year_is_another(when, expected):
    states = {"counted": "states", "noun": "state"}
    recalls = {"counted": "food recalls", "noun": "recall"}
    made = statements(("It was sold in [31] states.", states), (f"[31] recalls {when}.", recalls))
    assert contradict(made, np.array([0]), np.array([1]))[0] == expected


@pytest.mark.parametrize(
    ("days", "expected"), [("on Tuesday and Wednesday", True), ("on Tuesday", False)]
)
def test_a_number_of_two_days_is_none_of_one(days, expected):
    flights = {"counted": "flights", "noun": "flight"}
    one = ("On Tuesday [38] flights were cancelled.", flights)
    made = statements(one, (f"In all [64] flights were cancelled {days}.", flights))
    assert contradict(made, np.array([0]), np.array([1]))[0] == expected


def test_nationals_are_a_part_where_their_article_counts_more():
    ill = {"outcome": "ill", "unit": "people", "group": "unspecified", "scope": "event"}
    canadians = ill | {"counted": "Canadians", "noun": "canadian"}
    people = ill | {"counted": "people", "noun": "person"}
    text = "Some [17] Canadians are ill. In all [200] people are sick."
    other = ("In all [226] people are ill.", people)
    made = statements((text, canadians, people), other)
    first, second = np.array([0, 1]), np.array([2, 2])
    assert contradict(made, first, second).tolist() == [True, False]
    alone = statements(("Some [17] Canadians are ill.", canadians), other)
    assert not contradict(alone, np.array([0]), np.array([1]))[0]


SHARE = percent("approval")
TEACHERS = {"counted": "teachers", "noun": "teacher"}
ACRES = {"unit": "measure", "unit_text": "acres", "counted": "acres", "noun": "acre"}
EVACUATED = killed(outcome="evacuated")
DISPLACED = killed(outcome="displaced")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("In a Gallup poll Orr has [40].", SHARE), ("An Ipsos poll had [40].", SHARE), True),
        (("In a Gallup poll Orr has [40].", SHARE), ("A Gallup poll had [41].", SHARE), False),
        (("In a Gallup poll Orr has [40].", SHARE), ("A new poll had [41].", SHARE), False),
        (("The Carr Fire took [40].", ACRES), ("The Dolan Fire took [40].", ACRES), True),
        (("The Carr Fire took [40].", ACRES), ("The fire took [41].", ACRES), False),
        (
            ("Some [900] teachers went on strike.", TEACHERS),
            ("Police said [700] teachers marched.", TEACHERS),
            True,
        ),
        (
            ("He won six of the past [7] contests.", TEACHERS),
            ("She won [7] contests.", TEACHERS),
            True,
        ),
        (("He won [7] contests.", TEACHERS), ("She won [7] contests.", TEACHERS), False),
        (("[900] people left.", EVACUATED), ("[950] people fled.", DISPLACED), False),
        (("[900] people left.", EVACUATED), ("[90] people fled.", DISPLACED), True),
    ],
)
def test_polls_fires_strikes_and_people_who_left_home(one, other, expected):
    found = statements(one, other)
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [(". The union says it is $[1,240].", False), (". It paid $[1,240] once.", True)],
)
def test_a_bare_answer_is_of_a_year_as_well(rest, expected):
    family = dollars("family")
    found = statements(("The state says a family loses $[290] a year" + rest, family, family))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


def test_the_sum_of_another_article_is_not_of_a_year():
    family = dollars("family")
    found = statements(("A family loses $[290] a year.", family), ("It is $[1,240].", family))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [True]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("An exit poll gave the Alliance [29] percent.", "The Alliance took [30] percent.", True),
        ("An exit poll gave it [29] percent.", "A later exit poll gave it [30] percent.", False),
        ("With half counted it took [29] percent.", "It took [30] percent.", False),
        ("An exit poll gave it [30] percent.", "It is on [30] percent.", False),
    ],
)
def test_an_exit_poll_and_the_count_are_two(one, other, expected):
    found = statements(*((text, percent("vote", whose="Alliance")) for text in (one, other)))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("With [99] percent of ballots counted it led.", "Turnout was [61] percent.", True),
        ("[99] percent of the votes were counted.", "Turnout was [61] percent.", True),
        ("[97] percent of the votes were counted.", "With [96]% of votes counted it led.", False),
        ("Turnout was [60.9] percent.", "Turnout was [61] percent.", False),
    ],
)
def test_what_is_counted_so_far_is_no_turnout(text, other, expected):
    found = statements((text, percent("turnout")), (other, percent("turnout")))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("one", "other", "numbers", "expected"),
    [
        ("dead", "maize crop", ("Two thirds", "two thirds"), True),
        ("maize crop", "crop", ("Two thirds", "two thirds"), False),
    ],
)
def test_equal_fractions_in_words_may_be_of_two_things(one, other, numbers, expected):
    found = statements(
        (f"[{numbers[0]}] of the {one} were named.", percent(one)),
        (f"It lost [{numbers[1]}] of the {other}.", percent(other)),
    )
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


def leones(unit_text, **columns):
    return {"unit": "money", "unit_text": unit_text, "currency": "SLE"} | columns


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (leones("leones per dollar"), leones("leones"), True),
        (leones("leones", noun="rate"), leones("leones", noun="cost"), True),
        (leones("leones per dollar"), leones("leones", noun="rate"), False),
        (leones("leones"), leones("leones"), False),
    ],
)
def test_a_rate_of_exchange_is_no_sum(one, other, expected):
    found = statements(("The leone is at [26].", one), ("It is at [34].", other))
    assert contradict(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("text", "is_barred"),
    [
        ("At least [28] Somali soldiers died, officers said.\nRebels put it at [64].", False),
        ("It rained.\nIt was dark.\nTwo weeks on [28] Somali soldiers are dead, of [64].", True),
    ],
)
def test_soldiers_of_whom_an_article_opens_are_no_part(text, is_barred):
    army = {"group": "soldiers", "noun": "soldier"}
    somali = killed(**army) | {"counted": "Somali soldiers"}
    soldiers = killed(**army) | {"counted": "soldiers"}
    pair = statements((text, somali, soldiers), ("Some [61] soldiers died.", soldiers))
    assert contradict(pair, np.array([0]), np.array([2]))[0] == is_barred


def test_tractors_are_no_people():
    tractors = {"counted": "tractors", "noun": "tractor"}
    people = {"counted": "participants", "noun": "participant"}
    pair = statements(
        ("Some [1800] tractors came.", tractors), ("[2300] participants came.", people)
    )
    assert contradict(pair, np.array([0]), np.array([1]))[0]
