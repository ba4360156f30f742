"""Outcomes that may be of one count, and features that do not depend on the order of a pair."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.quantities.barred import (
    barred,
    barred_unless_probable,
    contradict,
    outcomes_agree,
    surely_barred,
)
from analysis.compare.quantities.candidates import candidate_pairs
from analysis.compare.quantities.features import FEATURES, pair_features
from analysis.compare.quantities.statements import in_reading_order, statements_of
from tests.compare.quantities.story_tables import (
    dollars,
    injured,
    killed,
    percent,
    statements,
    story,
)


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


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (killed(), killed(), False),
        (killed(), injured(), True),
        (killed(), killed(part_of="s1-0#f0"), True),
        (killed(counted="Eritreans"), killed(counted="Ethiopian soldiers"), True),
        (killed(counted="Eritreans"), killed(counted="Eritrean soldiers"), False),
        (killed(counted="Eritreans"), killed(), False),
        (percent("rate", change="up"), percent("rate", change="down"), True),
        (percent("rate", change="up"), percent("rate"), False),
        (percent("rate"), dollars("rate"), True),
        (dollars("fine"), dollars("fine", unit_text="£", currency="GBP"), True),
        (dollars("fine"), dollars("fine", currency="USD"), False),
        ({"counted": "workers", "noun": "worker"}, {"counted": "cars", "noun": "car"}, True),
        ({"counted": "hens", "noun": "hen"}, killed(), True),
        ({"counted": "workers", "noun": "worker"}, {"counted": "staff", "noun": "staff"}, False),
        ({"counted": "workers", "noun": "worker"}, {"counted": None, "noun": None}, False),
    ],
)
def test_what_cannot_be_the_same(one, other, expected):
    found = statements(("It was [30] on Monday.", one), ("It was [30] on Monday.", other))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]
    assert barred(found, np.array([1]), np.array([0])).tolist() == [expected]


SEATS = {"counted": "seats", "noun": "seat"}


@pytest.mark.parametrize(
    ("one", "other", "number", "expected"),
    [
        (SEATS, SEATS, "71", True),
        (SEATS, SEATS, "61", False),
        (SEATS | {"whose": "Union"}, SEATS, "71", True),
        (SEATS | {"whose": "Union"}, SEATS | {"whose": "Union"}, "71", False),
        (percent("the vote"), percent("the vote"), "71", True),
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
    ("one", "other", "nouns", "expected"),
    [
        ("[2] guided bombs fell.", "He lost [2] grandsons.", ("bomb", "grandson"), True),
        ("[2] bombs fell on a school.", "[2] shells fell on a school.", ("bomb", "shell"), False),
        ("[2] bombs fell.", "[2] bombs hit.", ("bomb", "bomb"), False),
    ],
)
def test_two_few_of_two_things_are_two_counts(one, other, nouns, expected):
    columns = [{"counted": f"{noun}s", "noun": noun} for noun in nouns]
    found = statements((one, columns[0]), (other, columns[1]))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


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


@pytest.mark.parametrize(
    ("owners", "numbers", "expected"),
    [
        (("People born abroad", "children under 15"), ("12.4", "14.8"), True),
        (("People born abroad", "children under 15"), ("12.4", "12.4"), False),
        (("The Labour party", "Labour"), ("12.4", "14.8"), False),
        (("People born abroad", None), ("12.4", "14.8"), False),
    ],
)
def test_shares_of_two_owners(owners, numbers, expected):
    texts = [f"It is [{number}] percent of the population." for number in numbers]
    shares = [percent("population", whose=whose) for whose in owners]
    found = statements(*zip(texts, shares, strict=True))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("A protest drew [1500] people.", "Some [2150] people will lose their jobs.", True),
        ("A protest drew [1500] people.", "Some [2150] people came to the protest.", False),
        ("A protest drew [1500] people.", "Some [1500] people will lose their jobs.", False),
    ],
)
def test_people_in_sentences_with_no_telling_word_in_common(one, other, expected):
    found = statements((one, CROWD), (other, CROWD))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


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
    ("number", "columns", "expected"),
    [
        ("2", CHILDREN, True),
        ("2", {"counted": "deaths", "noun": "death"}, False),
        ("46", CHILDREN, False),
    ],
)
def test_few_people_of_whom_no_harm_is_said_are_no_toll(number, columns, expected):
    found = statements(
        (f"She hid with her [{number}] children.", columns),
        (f"It killed [{number}] children.", killed(group="children", **CHILDREN)),
    )
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]
    assert barred(found, np.array([1]), np.array([0])).tolist() == [expected]


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
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


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
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # one alone counts casualties
        ("The boat carried [120] people of Aldbeck.", "The sinking killed [46] people.", True),
        ("The boat carried [46] people of Aldbeck.", "The sinking killed [46] people.", False),
    ],
)
def test_those_aboard_are_no_toll(one, other, expected):
    aboard = {"unit": "things", "noun": "person", "counted": "people"}
    found = statements((one, aboard), (other, killed()))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("In November it fell below [50]%.", "In November about [70]% were vans.", True),
        ("In November turnout was [50]%.", "Turnout reached [70]% there.", False),
        ("In November it fell below [50]%.", "In November it was [50]%.", False),
    ],
)
def test_two_shares_that_have_only_a_month_in_common(one, other, expected):
    share = {"unit": "percent", "unit_text": "%"}
    found = statements((one, share), (other, share))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


MIXED = (
    ("A blast killed [12] people and hurt [40] in Harum.", killed(), injured()),
    ("The Harum blast killed [1] woman and cost $[3 million].", killed(), dollars("cost")),
    ("Prices rose [4]% after the blast, up from [2]%.", percent("prices"), percent("prices")),
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Deaths in Lyon County fell [33]%.",
            "Deaths in Canada fell [24]%.",
            True,
        ),
        (
            "Deaths in Lyon County fell [33]%.",
            "National deaths fell [24]%.",
            True,
        ),
        (
            "Deaths in Canada fell [33]%.",
            "Deaths in Canada fell [24]%.",
            False,
        ),
        (
            "Deaths in Lyon County fell [24]%.",
            "Deaths in Canada fell [24]%.",
            False,
        ),
        ("Deaths in Lyon County fell [33]%.", "Deaths fell [24]%.", False),
    ],
)
def test_shares_of_other_places(one, other, expected):
    share = percent("deaths")
    rows = statements((one, share), (other, share))
    assert barred(rows, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("days", "events", "later", "expected"),
    [
        (9, "ab", "A bomb killed [20].", True),
        (6, "ab", "A bomb killed [20].", True),
        (5, "ab", "A bomb killed [20].", False),
        (9, "aa", "A bomb killed [20].", False),
        (9, "ab", "A bomb killed [5].", False),
        (9, "ab", "The toll of the bomb rose to [20].", False),
    ],
)
def test_numbers_of_two_events_days_apart(days, events, later, expected):
    figures, rows, sentences = story(("A bomb killed [5].", killed()), (later, killed()))
    rows["event_id"] = list(events)
    rows["published"] = [
        pd.Timestamp("2021-03-01"),
        pd.Timestamp("2021-03-01") + pd.Timedelta(days=days),
    ]
    texts = dict(zip(rows["article_id"], rows["text"], strict=True))
    found = statements_of(in_reading_order(figures, rows), texts, sentences)
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]
    assert barred(found, np.array([1]), np.array([0])).tolist() == [expected]


def test_parts_in_a_grave_state_and_parts_of_a_group_are_two_things():
    of_people = injured(scope="part", noun=None, counted=None)
    found = statements(
        ("[Eight] of the injured were in a serious condition.", of_people | {"low": 8, "high": 8}),
        ("[Four] foreigners were hurt.", injured(scope="part") | {"low": 4, "high": 4}),
        ("[Seven] of them are in intensive care.", of_people | {"low": 7, "high": 7}),
    )
    first, second = np.array([0, 0]), np.array([1, 2])
    assert barred(found, first, second).tolist() == [True, False]


@pytest.mark.parametrize(
    ("events", "later", "expected"),
    [
        ("ab", "A bus fell near Potosi, killing [12].", True),
        ("aa", "A bus fell near Potosi, killing [12].", False),
        ("ab", "A bus fell in Peru, killing [12].", False),
        ("ab", "A bus fell, killing [12].", False),
        ("ab", "A bus fell near Potosi, killing [17].", False),
    ],
)
def test_the_dead_of_two_events_in_two_places(events, later, expected):
    figures, rows, sentences = story(
        ("A bus fell in Peru: [17] dead.", killed()), (later, killed())
    )
    rows["event_id"] = list(events)
    texts = dict(zip(rows["article_id"], rows["text"], strict=True))
    found = statements_of(in_reading_order(figures, rows), texts, sentences)
    pair = np.array([0]), np.array([1])
    assert barred(found, *pair).tolist() == [expected]
    assert barred_unless_probable(found, *pair, np.array([0.7])).tolist() == [False]


def test_the_order_within_a_pair_changes_nothing():
    found = statements(*MIXED)
    first, second = candidate_pairs(found)
    np.testing.assert_allclose(
        pair_features(found, first, second), pair_features(found, second, first)
    )


def test_features_are_numbers_also_without_pairs():
    found = statements(*MIXED)
    none = np.zeros(0, dtype=int)
    assert pair_features(found, none, none).shape == (0, len(FEATURES))
    assert np.isfinite(pair_features(found, *np.triu_indices(len(found.rows), 1))).all()


def test_only_figures_of_one_dimension_are_candidates():
    found = statements(*MIXED)
    first, second = candidate_pairs(found)
    measured = found.rows["measured"].to_numpy()
    assert (measured[first] == measured[second]).all()
    assert len(first) == 3 + 1  # three counts, two percentages


def test_a_number_that_is_needed_is_none_that_is_counted():
    votes = {"counted": "votes", "noun": "vote"}
    found = statements(("It won [289] votes.", votes), ("It would need [288] votes.", votes))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [True]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (percent("turnout"), percent("vote"), True),
        (percent("turnout"), percent("turnout"), False),
        (
            killed(counted="foreigners", noun="foreigner", scope="part"),
            killed(counted="Chinese", noun="chinese", scope="part"),
            True,
        ),
        (
            killed(counted="foreigners", noun="foreigner", scope="part"),
            killed(counted="foreigners", noun="foreigner", scope="part"),
            False,
        ),
        (killed(counted="miners", noun="miner"), killed(counted="workers", noun="worker"), False),
        # attackers and others, children and all
        (killed(counted="attackers", noun="attacker"), killed(), True),
        (
            killed(counted="attackers", noun="attacker"),
            killed(counted="gunmen", noun="gunman"),
            False,
        ),
        (killed(group="children"), killed(), True),
        (killed(group="children"), killed(group="children"), False),
        (percent("seats", whose="Women"), percent("votes"), True),
    ],
)
def test_different_shares_and_parts_of_two_nouns_are_two(one, other, expected):
    texts = [
        f"The {row['counted']} came to {number} on Monday."
        for row, number in ((one, "[30]"), (other, "[40]"))
    ]
    found = statements((texts[0], one), (texts[1], other))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


LONG = "Rain fell. " * 90  # ends what counts as the start of an article


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            f"A raid on Velm. {LONG}Then [3] were killed in the village of Orsk.",
            "[7] were killed in Velm.",
            True,
        ),
        (
            f"A raid on Orsk. {LONG}Then [3] were killed in the village of Orsk.",
            "[7] were killed in Velm.",
            False,
        ),
        (
            f"A raid on Velm. {LONG}Then [3] were killed in the village of Orsk.",
            "[7] were killed near Orsk.",
            False,
        ),
        (
            f"A raid on Velm. {LONG}Then [7] were killed in the village of Orsk.",
            "[7] were killed in Velm.",
            False,
        ),
        (f"A raid on Velm. {LONG}Then [3] were killed.", "[7] were killed in Velm.", False),
    ],
)
def test_those_harmed_at_a_place_of_their_own_are_apart(one, other, expected):
    found = statements((one, killed()), (other, killed()))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]
    assert barred(found, np.array([1]), np.array([0])).tolist() == [expected]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            ("[3] of the nurses left.", "nurse"),
            ("He missed [3] visits; nurses left.", "visit"),
            True,
        ),
        (("[3] of the nurses left.", "nurse"), ("[3] doctors and nurses left.", "doctor"), False),
    ],
)
def test_few_people_are_no_things(one, other, expected):
    found = statements(
        *((text, {"counted": f"{noun}s", "noun": noun}) for text, noun in (one, other))
    )
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("other", "number", "probability", "expected"),
    [
        ("person", 350, 0.95, False),  # 350 jobs go, and 350 people are sacked
        ("person", 350, 0.8, True),
        ("person", 340, 0.95, True),
        ("job", 350, 0.1, False),
    ],
)
def test_a_probable_pair_overrules_some_bars(other, number, probability, expected):
    found = statements(
        ("It cuts [350] jobs.", JOBS), (f"It sacks [{number}].", {"counted": other, "noun": other})
    )
    pair = np.array([0]), np.array([1])
    assert barred_unless_probable(found, *pair, np.array([probability])).tolist() == [expected]
    assert number != 350 or surely_barred(found, *pair).tolist() == [False]
