"""Labels in plain words, unique within a story."""

import pytest

from analysis.compare.quantities.find import find_quantities
from tests.compare.quantities.story_tables import dollars, injured, killed, percent, story

HELD = {"unit": "people", "outcome": "captured", "group": "unspecified", "noun": "person"}


@pytest.mark.parametrize(
    ("text", "columns", "label"),
    [
        ("The raid killed [9] people.", killed(), "people killed"),
        ("The raid killed [9].", killed(counted=None, noun=None), "people killed"),
        ("The raid killed [9] miners.", killed(counted="miners"), "miners killed"),
        ("It hurt [9] boys.", injured(counted="boys", group="children"), "children injured"),
        ("Police arrested [9] people.", HELD | {"counted": "people"}, "people arrested"),
        ("Gunmen took [9] hostages.", HELD | {"counted": "hostages"}, "people taken hostage"),
        ("It paid a fine of $[9].", dollars("a fine"), "fine, $"),
        ("It raised $[9].", dollars("raised"), "money raised, $"),
        ("It cost $[9].", dollars("x") | {"counted": None, "noun": None}, "sum of money, $"),
        ("Sales rose [9]%.", percent("sales", change="up"), "rise in sales, %"),
        (
            "Lyft pulled [9] bikes.",
            {"counted": "bikes", "noun": "bike", "whose": "Lyft"},
            "bikes (Lyft)",
        ),
        ("It made [9] cars in 2019.", {"counted": "cars", "noun": "car"}, "cars, 2019"),
        ("It made [9].", {}, "number"),
    ],
)
def test_a_label_says_what_is_counted(text, columns, label):
    _, quantities = find_quantities(*story((text, columns)))
    assert quantities["label"].tolist() == [label]


def test_labels_are_unique_within_a_story():
    part = killed(part_of="s1-0#f0")
    _, quantities = find_quantities(
        *story(
            (
                "The storm killed [9] people. Of them [2] died in Alto, and [2] in Reno.",
                killed(),
                part,
                part,
            ),
            ("The storm killed [9] people.", killed()),
        )
    )
    assert quantities["label"].is_unique
    assert "people killed" in quantities["label"].tolist()


def test_equal_labels_are_told_apart_by_a_place_or_a_number():
    _, quantities = find_quantities(
        *story(
            ("The quake injured [40] people in Alto.", injured()),
            ("The quake injured [40] people in Alto.", injured()),
            ("A crash near Reno in 2019 injured [312] people.", injured()),
            ("A fire in 2015 injured [95] people.", injured()),
        )
    )
    assert quantities["label"].tolist()[0] == "people injured"
    assert quantities["label"].is_unique
