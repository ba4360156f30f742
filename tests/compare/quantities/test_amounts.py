"""Values in common units, vague words, and numbers on top of others."""

import pytest

from analysis.compare.quantities.amounts import (
    is_additional,
    is_each,
    is_needed,
    is_one_more,
    vague_range,
    what_is_measured,
)


@pytest.mark.parametrize(
    ("unit", "unit_text", "measured"),
    [
        ("people", None, "count"),
        ("bodies", None, "count"),
        ("things", None, "count"),
        ("percent", "%", "percent"),
        ("points", "percentage points", "points"),
        ("money", "$", "money"),
        ("measure", "Kilometers", "length"),
        ("measure", "miles per hour", "speed"),
        ("measure", "km per hour", "speed"),
        ("measure", "square miles", "area"),
        ("measure", "sq. km", "area"),
        ("measure", "square km", "area"),
        ("measure", "sq miles", "area"),
        ("measure", "feet", "length"),
        ("measure", "degrees", "measure degree"),
        ("measure", "magnitude", "measure magnitude"),
        ("measure", None, "measure "),
    ],
)
def test_only_one_dimension_is_compared(unit, unit_text, measured):
    assert what_is_measured(unit, unit_text)[0] == measured


@pytest.mark.parametrize(
    ("value", "unit", "other_value", "other_unit"),
    [
        (100, "miles", 160.9, "kilometers"),
        (140, "mph", 225.3, "kph"),
        (98, "kmph", 98, "km/h"),
        (6, "feet", 1.829, "meters"),
        (1_000, "acres", 404.7, "hectares"),
        (2, "weeks", 14, "days"),
        (10, "tons", 10_000, "kilograms"),
    ],
)
def test_units_of_one_dimension_are_converted(value, unit, other_value, other_unit):
    dimension, factor = what_is_measured("measure", unit)
    other_dimension, other_factor = what_is_measured("measure", other_unit)
    assert dimension == other_dimension
    assert value * factor == pytest.approx(other_value * other_factor, rel=0.001)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dozens", (20, 200)),
        ("several", (3, 12)),
        ("hundreds of thousands", (1e5, 2e8)),
        ("several million", (3e6, 1.2e7)),
        ("many", (None, None)),
        ("a number", (None, None)),
    ],
)
def test_vague_words_have_a_size_or_none(words, expected):
    low, high = vague_range(words)
    assert low == expected[0]
    assert (high is None) == (expected[1] is None)


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        ("It sold another 5 billion last year.", "5 billion", True),
        ("It hired two more drivers.", "two", True),
        ("Police held 12 others.", "12", True),
        ("It sold more than 5 billion.", "5 billion", False),
        ("Two passengers died of their injuries on Sunday.", "Two", True),
        ("Two have since succumbed to their wounds.", "Two", True),
        ("Of the 29 fallen, two having died of their wounds.", "two", True),
        ("Two passengers died in the crash.", "Two", False),
        ("It killed 41 people and another 67 were injured.", "67", False),
        ("It killed 41 and left another 67 people missing.", "67", False),
        ("It killed 41 people and another 67 died later.", "67", True),
        ("Another 21 are missing, according to the coast guard.", "21", False),
        ("Another 21 are held, according to the coast guard.", "21", True),
        ("It wounded 41 people, and another 67 were wounded.", "67", True),
        ("Two villages have no doctor of their own.", "Two", False),
        ("It built two schools.", "two", False),
        ("Ada Quist died along with two of her guards.", "two", True),
        ("Police seized cocaine along with 200 firearms.", "200", False),
    ],
)
def test_a_number_on_top_of_another_is_told(sentence, number, expected):
    start = sentence.index(number)
    assert is_additional(sentence, start, start + len(number)) is expected


@pytest.mark.parametrize(
    ("previous", "sentence", "expected"),
    [
        ("Three children lost their lives.", "Forty-four more were hurt.", False),
        ("Nine people were killed.", "At least Forty-four others were wounded.", False),
        ("Nine were killed and six injured.", "Forty-four more were hurt.", True),
        ("The blast shook the town.", "Forty-four more were hurt.", True),
        ("Three children lost their lives.", "Forty-four more were killed.", True),
        ("Three children lost their lives.", "The mayor said Forty-four more were hurt.", True),
    ],
)
def test_those_hurt_come_on_top_of_no_number_of_the_dead(previous, sentence, expected):
    start = sentence.index("Forty-four")
    assert is_additional(sentence, start, start + 10, previous) is expected


@pytest.mark.parametrize(
    ("sentence", "number", "needed"),
    [
        ("It would need 288 votes.", "288", True),
        ("That is short of the 61 seats that it wants.", "61", True),
        ("In all 61 seats are needed.", "61", True),
        ("It should keep at least $110 on hand.", "110", True),
        ("It should keep $110 of it.", "110", False),
        ("It got $800, against the $1,600 that the UN has asked for.", "1,600", True),
        ("It got $800, against the $1,600 that the UN has asked for.", "800", False),
        ("The 300 people the army killed asked for mercy.", "300", False),
        ("It won 289 votes.", "289", False),
        ("The 61 homes need repair.", "61", False),
        ("Needy children got 40 coats.", "40", False),
        ("They say 41 needed hospital treatment.", "41", False),
    ],
)
def test_what_is_needed_is_not_counted(sentence, number, needed):
    start = sentence.index(number)
    assert is_needed(sentence, start, start + len(number)) is needed


@pytest.mark.parametrize(
    ("sentence", "number", "each"),
    [
        ("Each side freed 103 prisoners.", "103", True),
        ("They swapped 103 prisoners each.", "103", True),
        ("They exchanged 103 soldiers from each side.", "103", True),
        ("They exchanged 206 soldiers in all.", "206", False),
        ("It freed 103 prisoners, and each got a coat.", "103", False),
    ],
)
def test_a_number_of_each_side(sentence, number, each):
    start = sentence.index(number)
    assert is_each(sentence, start, start + len(number)) is each


@pytest.mark.parametrize(
    ("counted", "one_more"),
    [("second victim", True), ("third person", True), ("3rd man", True), ("victims", False)],
)
def test_a_third_victim_is_no_count_of_one(counted, one_more):
    assert is_one_more(counted) is one_more
    assert not is_one_more(None)
