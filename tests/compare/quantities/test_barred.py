"""Pairs that are barred, and features that do not depend on the order of a pair."""

import numpy as np
import pytest

from analysis.compare.quantities.barred import barred
from analysis.compare.quantities.candidates import candidate_pairs
from analysis.compare.quantities.features import FEATURES, pair_features
from tests.compare.quantities.story_tables import (
    dollars,
    injured,
    killed,
    percent,
    statements,
)


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


ILL = killed(outcome="ill", counted="people")
CASES = {"counted": "cases", "noun": "case"}
PEOPLE = {"counted": "people", "noun": "person"}
PRICES = (percent("consumer prices"), percent("inflation"))
PILGRIMS = {"counted": "pilgrims", "noun": "pilgrim"}


@pytest.mark.parametrize(
    ("one", "other", "columns", "expected"),
    [
        # cases of a disease, and those who fell ill
        ("A ward had [90] by May.", "It made [104] ill.", (CASES, ILL), False),
        ("A ward had [90] by May.", "It killed [104].", (CASES, killed()), True),
        ("A ward had [90] by May.", "It made [104] ill.", (PILGRIMS, ILL), True),
        # rounded numbers need no word in common
        ("It drew [24816].", "By noon [25000] sat.", (PEOPLE, PILGRIMS), False),
        ("It drew [24816].", "By noon [27000] sat.", (PEOPLE, PILGRIMS), True),
        (
            "Prices rose [34.2] percent.",
            "Wages grew [34] percent.",
            (percent("prices"), percent("wages")),
            False,
        ),
        (
            "Prices rose [34.2] percent.",
            "Wages grew [33] percent.",
            (percent("prices"), percent("wages")),
            True,
        ),
        # equal by chance, or not
        ("Food rose [4.8] percent.", "Wages slowed to [4.8] percent.", PRICES, False),
        ("Food rose [4] percent.", "Wages slowed to [4] percent.", PRICES, True),
        ("Fans sang: [30000].", "Rivers rose: [30000].", (PEOPLE, PILGRIMS), False),
        ("Fans sang: [300].", "Rivers rose: [300].", (PEOPLE, PILGRIMS), True),
    ],
)
def test_numbers_that_are_near_or_not_equal_by_chance(one, other, columns, expected):
    found = statements((one, columns[0]), (other, columns[1]))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


CROWD = {"counted": "people", "noun": "person"}
CHILDREN = killed(group="children", counted="children", noun="child")
JOBS = {"counted": "jobs", "noun": "job"}


@pytest.mark.parametrize(
    ("one", "other", "nouns", "expected"),
    [
        ("[2] guided bombs fell.", "He lost [2] grandsons.", ("bomb", "grandson"), True),
        ("[2] bombs fell on a school.", "[2] shells fell on a school.", ("bomb", "shell"), False),
        ("[2] bombs fell.", "[2] bombs hit.", ("bomb", "bomb"), False),
        ("Mills lost [2] votes.", "Mills fought [2] duels.", ("vote", "duel"), True),
        ("The [2] crashes.", "[2] planes crashed.", ("crash", "plane"), False),
    ],
)
def test_two_few_of_two_things_are_two_counts(one, other, nouns, expected):
    columns = [{"counted": f"{noun}s", "noun": noun} for noun in nouns]
    found = statements((one, columns[0]), (other, columns[1]))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


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


def test_parts_in_a_grave_state_and_parts_of_a_group_are_two_things():
    of_people = injured(scope="part", noun=None, counted=None)
    found = statements(
        ("[Eight] of the injured were in a serious condition.", of_people | {"low": 8, "high": 8}),
        ("[Four] foreigners were hurt.", injured(scope="part") | {"low": 4, "high": 4}),
        ("[Seven] of them are in intensive care.", of_people | {"low": 7, "high": 7}),
    )
    first, second = np.array([0, 0]), np.array([1, 2])
    assert barred(found, first, second).tolist() == [True, False]


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
        (
            killed(counted="attackers", noun="attacker", group="fighters"),
            killed(counted="rebels", noun="rebel", group="fighters"),
            False,
        ),
        (
            killed(counted="attackers", noun="attacker", group="fighters"),
            killed(counted="troops", noun="troop", group="soldiers"),
            True,
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


MEASURES = {"counted": "measures", "noun": "measure"}
TIES = {"counted": "ties", "noun": "tie"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Assemblies passed [100] measures.", "A report lists [100] ties to militias.", True),
        ("Assemblies passed [4] measures.", "A report lists [4] ties to militias.", True),
        ("Assemblies passed [137] measures.", "A report lists [137] ties to militias.", False),
        ("The boycott met [100] measures.", "The boycott has [100] ties.", False),
    ],
)
def test_a_round_number_alone_makes_two_things_no_quantity(one, other, expected):
    found = statements((one, MEASURES), (other, TIES))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


def test_an_equal_sum_of_money_is_no_chance():
    found = statements(
        ("The ad is costing $[1] million.", dollars("ad")),
        ("It booked $[1] million.", dollars("airtime")),
    )
    assert barred(found, np.array([0]), np.array([1])).tolist() == [False]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("At least [2] children in Texas died.", "The storm killed [3] children.", True),
        ("At least [2] children in Texas died.", "It killed [3] children in Texas.", False),
        ("At least [2] children died.", "The storm killed [3] children.", False),
        ("At least [3] children in Texas died.", "The storm killed [3] children.", False),
    ],
)
def test_a_part_of_one_place_is_no_part_of_all(one, other, expected):
    columns = killed(counted="children", noun="child", scope="part")
    found = statements((one, columns), (other, columns))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        ("It is a town of [30] people.", True),
        ("In that town [30] people were hurt.", False),
    ],
)
def test_who_lives_in_a_place_is_not_who_is_hurt(one, expected):
    columns = CROWD if expected else injured()
    found = statements((one, columns), ("Some [30] people were hurt.", injured()))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("They split the first [2] contests.", "It turns to the next [2] contests.", True),
        ("They split the first [2] contests.", "They tied in [2] contests.", False),
        ("They met in [2] opening contests.", "They split the first [2] contests.", False),
        ("Since 1972 only [3] contests were so.", "They met in [5] contests.", True),
        ("Since 1972 only [3] contests were so.", "They met in [3] contests.", False),
    ],
)
def test_the_next_two_are_not_the_first_two(one, other, expected):
    columns = {"counted": "contests", "noun": "contest"}
    found = statements((one, columns), (other, columns))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


YEARS = {"unit": "measure", "unit_text": "years"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "They have known of the gas for [50] years.",
            "He set climate policy back [50] years.",
            True,
        ),
        ("They have known of the gas for [50] years.", "The gas was known for [50] years.", False),
        ("The gas was known for [137] years.", "He set policy back [137] years.", False),
    ],
)
def test_a_round_time_may_be_of_anything(one, other, expected):
    found = statements((one, YEARS), (other, YEARS))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]


@pytest.mark.parametrize(
    ("one", "columns", "expected"),
    [
        ("[Thousands] left public wards.", {"low": None, "high": None, "qualifier": "vague"}, True),
        ("[7000] left public wards.", {}, False),
        (
            "[Thousands] are in public wards.",
            {"low": None, "high": None, "qualifier": "vague", "counted": None, "noun": None},
            False,
        ),
    ],
)
def test_a_vague_count_is_no_number_of_which_nobody_says_what_it_counts(one, columns, expected):
    patients = {"counted": "patients", "noun": "patient", **columns}
    found = statements((one, patients), ("[9600] are in public wards.", {"counted": None}))
    assert barred(found, np.array([0]), np.array([1])).tolist() == [expected]
