"""A number without a noun counts animals where animals were named last, and people elsewhere."""

import pytest

from analysis.extract.figures.animals import animals_counted


def animals(marked):
    """Return what the number in square brackets counts, of a text without the brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = animals_counted(text, start, end)
    return None if found is None else text[slice(*found)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("We counted 416 whales. By noon [250] were dead.", "whales"),
        ("Spit is a trap for whales. In 2017 some [350] died.", "whales"),
        ("Whale beach: 140 refloated whales, [276] dead", "whales"),
        ("Some 400 whales stranded and at least [250] of them have died.", "whales"),
        ("A dozen sheep were killed, and farmers shot [three] of them.", "sheep"),
        ("Floods swept sheep off farms, and [400] drowned.", "sheep"),
        ("The storm trapped cattle in barns and [90] died.", "cattle"),
        ("The farm culled 40,000 hens. By Tuesday [300] more had died.", "hens"),
        ("It blew. 34 birds died, says the U.S. Fish Service, and [many] more.", "birds"),
    ],
)
def test_animals_named_last_are_counted(marked, expected):
    assert animals(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "A bus hit three cows near the town. At least [12] were killed.",
        "Floods drowned 40 cows. Two men tried to help them; [3] died.",
        "They saved 30 horses. One worker was ill. [Two] have recovered.",
        "More than 500 people helped the whales, she said, and [two] were hurt.",
        "Officials fed the sheep. [Two] were hurt.",
        "Air strike on Mali cattle market kills at least [21]",
        "Fire at a sheep and goat farm kills [two]",
        "The Tigers won. [Two] were hurt.",
        "Fans of the Bears rioted and [12] were hurt.",
        "The fire killed [12] miners.",
        "Rescuers found 12 dogs and [250] people.",
        "[12] died.",
        "The hunt ended with 12 deer. Two hunters were shot; [one] died.",
        "A storm hit the valley. It drowned 40 cows. In town [12] more were killed.",
        "A storm hit the valley. It drowned 40 cows, and three men; [12] more were killed.",
        "A storm hit the valley. The farm keeps 2,000 sheep. At least [12] drowned.",
    ],
)
def test_people_are_not_taken_for_animals(marked):
    assert animals(marked) is None
