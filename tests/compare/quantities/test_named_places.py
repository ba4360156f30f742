"""Places that a sentence says its number is of."""

import pytest

from analysis.compare.quantities.named_places import places_named, scene_of


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Deaths in Montgomery County fell by a third.", {"montgomery county"}),
        ("Deaths in the United States fell 24% in April.", {"united states"}),
        ("Turnout across the Isle of Man was 60%.", {"isle of man"}),
        ("The national total fell 24%.", {"national"}),
        ("Across the country 84,000 marched.", {"national"}),
        ("Prices rose 4% in April and on Monday.", set()),
        ("Prices rose 4% in all.", set()),
        ("US overdose deaths fall 24%", {"united states"}),
        ("Prices in the U.S. rose 4%", {"united states"}),
        ("A U.S. company sold 4%", set()),
        ("It was sold by a U.S. company", set()),
        ("It cost US$4 or 4%; USA Today said so.", set()),
    ],
)
def test_places(sentence, places):
    assert places_named(sentence) == places


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("A drone hit a bus in the village of Lower Orsk on Monday.", {"lower", "orsk"}),
        ("Two died near Velm.", {"velm"}),
        ("Nine are at the St Anna hospital, doctors said.", set()),
        ("Nine were taken to a clinic in May.", set()),
        ("Nine died in all.", set()),
    ],
)
def test_the_scene_of_a_sentence(sentence, places):
    assert scene_of(sentence) == places
