"""Which poll a share is of."""

import pytest

from analysis.compare.pollsters import pollster_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In a Gallup poll Orr had [41] percent.", {"gallup"}),
        (
            "In an NBC News/Wall Street Journal poll Orr had [41] percent.",
            {"nbc", "wall", "street", "journal"},
        ),
        (
            "The Huffington Post-Morning Consult survey has Orr at [41].",
            {"huffington", "morning", "consult"},
        ),
        ("A new poll by Monmouth University has Orr at [41].", {"monmouth"}),
        ("Orr had [41] percent in a national CNN/ORC poll. A Gallup poll differs.", {"cnn", "orc"}),
        ("A Gallup poll is out. Orr leads. She has [41] percent.", {"gallup"}),
        ("A Gallup poll had 30. An Ipsos poll has Orr at [41].", {"ipsos"}),
        # no pollster is named
        ("A new poll has Orr at [41] percent.", set()),
        ("Republicans in the national poll gave Orr [41] percent.", set()),
        ("Orr won [41] percent of the vote.", set()),
        ("Orr won [41] percent. A Gallup poll had said less.", set()),
    ],
)
def test_the_poll_of_a_share(text, words):
    start = text.index("[")
    end = text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    assert pollster_of(plain, start, end) == words
