"""The toll of one place, and that of all."""

import numpy as np
import pytest

from analysis.compare.quantities.part_places import of_other_places, places_of_parts
from tests.compare.quantities.story_tables import killed, statements

PART = killed(scope="part", counted=None)


def told(*articles):
    return statements(
        ("[13] people died. Of them [10] were in Tolland County.", killed(), PART), *articles
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It killed [9] people in Tolland County.", "tolland county"),
        ("Tolland County’s toll is [9].", "tolland county"),
        ("It killed [9] people in Perrin County.", ""),
        ("It killed [9] people.", ""),
        ("It killed [13] people, most of them in Tolland County.", ""),
    ],
)
def test_what_others_count_in_the_place_of_a_part_is_the_part(text, place):
    found = told((text, killed()))
    assert places_of_parts(found).tolist() == ["", "tolland county", place]
    apart = of_other_places(found, np.array([0]), np.array([2]))
    assert apart.tolist() == [bool(place)]


def test_an_equal_number_of_the_same_article_has_its_place():
    found = told(("County toll cut to [9]. In Tolland County [9] died.", killed(), killed()))
    assert places_of_parts(found).tolist()[2:] == ["tolland county"] * 2


def test_without_a_part_no_place_tells_tolls_apart():
    texts = (("[9] died in Tolland County.", killed()), ("[13] died in Perrin County.", killed()))
    assert places_of_parts(statements(*texts)).tolist() == ["", ""]


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("[13] died. In Tolland County, [10] of them drowned.", True),
        ("[13] died. The sirens of Tolland County failed at the park where [10] died.", False),
        ("[13] died. Tolland County, with 100 sirens, lost its park, where [10] died.", False),
    ],
)
def test_a_district_is_where_those_of_a_part_were_harmed(text, is_part):
    found = statements((text, killed(), PART), ("It killed [9] in Tolland County.", killed()))
    assert places_of_parts(found).tolist()[2] == ("tolland county" if is_part else "")
