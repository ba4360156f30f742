"""What a unit measures where no counted words name it."""

from collections import defaultdict

import pytest

from analysis.compare.quantities.unit_nouns import generic_noun


def rows(sentence, text="9", unit_text=None):
    row = {"sentence_text": sentence, "text": text, "unit_text": unit_text}
    return [defaultdict(lambda: None, row)]


@pytest.mark.parametrize(
    ("unit_text", "sentence", "expected"),
    [
        ("hours", "It took 9 hours.", "time"),
        ("km", "It is 9 km from Karsk.", "distance"),
        ("km", "It is 9 km (5.6 miles) west of Karsk.", "distance"),
        ("km", "There is none within 9 km of it.", "distance"),
        ("km", "The road, 9 km (5.6 miles) of gravel, is shut.", "length"),
        ("km", "It dug 9 km.", "length"),
        ("m", "The post lies at an altitude of 9 m.", "height"),
        ("metres", "The gauge at Karsk stood at 9 metres.", "height"),
        ("metres", "The wave was 9 metres high.", "height"),
        ("metres", "The Ganda River peaked at 9 metres at dawn.", "height"),
        ("metres", "Lake Orlo has fallen to 9 metres.", "height"),
        ("metres", "It is down from a peak of 9 metres.", "height"),
        ("metres", "A tree 9 metres across fell.", "length"),
        ("millimetres", "The bureau recorded 9 millimetres in Orlo.", "rainfall"),
        ("inches", "Some 9 inches of rain fell.", "rainfall"),
        ("mm", "Forecasters said hailstones of 9 mm fell.", "length"),
        ("mm", "In the rain they found 9 mm bullets.", "length"),
        ("km", "Queues reached 9 km at noon.", "length"),
        ("cm", "Overnight 9 cm of snow fell.", "snowfall"),
        ("cm", "The bureau said its desk is 9 cm.", "length"),
        ("millimetres", "The crack is 9 millimetres wide.", "length"),
        ("metres", "The gauge broke, and 9 metres of wall fell.", "length"),
        ("mph", "It blew at 9 mph.", "speed"),
        ("degrees", "It was 9 degrees.", "temperature"),
        ("tonnes", "It sold 9 tonnes.", None),
    ],
)
def test_generic_noun(unit_text, sentence, expected):
    assert generic_noun(unit_text, rows(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [("The bus plunged 9 metres.", "distance"), ("The bus was 9 metres.", "length")],
)
def test_how_far_something_moves_is_a_distance(sentence, noun):
    assert generic_noun("metres", rows(sentence)) == noun
