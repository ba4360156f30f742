"""Equal numbers of two articles that are too odd to be of two things."""

import pytest

from analysis.compare.quantities.equal_numbers import equal_pairs, n_digits
from tests.compare.quantities.story_tables import dollars, killed, percent, statements


def counted(noun):
    return {"counted": noun, "noun": noun}


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (
            ("It has [412] plaintiffs.", counted("plaintiff")),
            ("It hurt [412].", counted("people")),
            True,
        ),
        (("It owes $[64000].", dollars("tax")), ("He paid $[64000].", dollars("paid")), True),
        (("It fell by [24.6]%.", percent("cover")), ("It is [24.6]%.", percent("part")), True),
        (("[5500] jobs go.", counted("job")), ("It cuts [5500] roles.", counted("role")), True),
        (("[5500] jobs go.", counted("job")), ("It cuts [5500].", counted(None)), True),
        # numbers that many things have
        (("[5000] jobs go.", counted("job")), ("It has [5000] cars.", counted("car")), False),
        (("It has [410] jobs.", counted("job")), ("It has [410] pupils.", counted("pupil")), False),
        (("It owes $[5000].", dollars("tax")), ("He paid $[5000].", dollars("fine")), False),
        (("It fell by [25]%.", percent("cover")), ("It is [25]%.", percent("part")), False),
        (
            ("It has [two thirds] of it.", percent("cover") | {"low": 66.7, "high": 66.7}),
            ("It has [two thirds].", percent("part") | {"low": 66.7, "high": 66.7}),
            False,
        ),
        # counts of one noun, from ten on
        (("It has [31] rings.", counted("ring")), ("[31] rings went.", counted("ring")), True),
        (("It has [8] rings.", counted("ring")), ("[8] rings went.", counted("ring")), False),
        (("It won [31] seats.", counted("seat")), ("[31] seats fell.", counted("seat")), False),
        (("It has [31] rings.", counted("ring")), ("[31] coats went.", counted("coat")), False),
        (("It has [31].", counted(None)), ("[31] went.", counted(None)), False),
        # people who came to one harm, from ten on
        (("It killed [14] rebels.", killed()), ("Fourteen: [14] died.", killed()), True),
        (
            ("It killed [14].", killed()),
            ("It left [fourteen] dead.", killed(low=14.0, high=14.0)),
            True,
        ),
        (("It killed [8].", killed()), ("It left [8] dead.", killed()), False),
        (
            ("It killed [14] boys.", killed(group="children")),
            ("It killed [14] men.", killed(group="fighters")),
            False,
        ),
        (("It killed [14].", killed()), ("[14] died then.", killed(scope="background")), False),
        # another unit, or another thing by its own words
        (("It owes $[412].", dollars("tax")), ("It has [412] jobs.", counted("job")), False),
        (("It killed [412].", killed()), ("It hurt [412].", killed(outcome="injured")), False),
    ],
)
def test_odd_numbers_of_two_articles_are_of_one_thing(one, other, joined):
    assert equal_pairs(statements(one, other)) == ([(0, 1)] if joined else [])


def test_an_article_may_print_one_number_of_two_things():
    text = "It has [412] jobs and [412] pupils."
    assert equal_pairs(statements((text, counted("job"), counted("pupil")))) == []


@pytest.mark.parametrize(
    ("value", "expected"), [(0.0, 0), (400.0, 1), (2_350.0, 3), (24.6, 3), (-1.9e9, 2), (0.05, 1)]
)
def test_the_digits_that_count(value, expected):
    assert n_digits(value) == expected
