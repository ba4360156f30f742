"""Tolls that an ordinal states, beside those of the same text that are printed."""

import pytest

from tests.extract.figures.tagged_tables import figures_of


def dead(text):
    """Return outcome, value and scope of the numerals of a text that count dead."""
    found = figures_of(text)
    own = found.loc[
        found["outcome"].isin(["killed", "bodies_found"]) & found["mention"].eq("numeral")
    ]
    return list(zip(own["text"], own["outcome"], own["low"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crews found the body of a fifth victim of the fire.", [("fifth", "killed", 5)]),
        (
            "The toll was 18 dead. A 19th body was found on Friday.",
            [("18", "killed", 18), ("19th", "bodies_found", 19)],
        ),
        ("The body of a man was found. A 19th body was found.", []),  # of how many is not told
        ("A fifth victim was found with wounds and is expected to survive.", []),
        ("Fifth victim found alive.", []),
        ("Arsenal became the third victim of the giant-killers.", []),
        (
            "Two people were killed. A third person died at the hospital.",
            [("Two", "killed", 2), ("third", "killed", 3)],
        ),
        ("A third person died at the hospital.", []),  # of how many the text does not say
        # the toll is printed, or a larger one: the ordinal tells one of the dead from the others
        ("Five people were killed. The third victim died there.", [("Five", "killed", 5)]),
        ("Three people were killed. The third victim died there.", [("Three", "killed", 3)]),
        ("A third death was reported at the site in two years.", []),
        ("No third victim was found.", []),
        ("A third man was arrested.", []),
        ("A fourth victim was shot in the leg.", []),
    ],
)
def test_an_ordinal_states_a_toll_that_is_not_printed_otherwise(text, expected):
    assert dead(text) == expected


def test_the_person_who_is_the_third_is_a_part_of_the_toll():
    found = figures_of("A third victim died at the hospital.")
    assert list(zip(found["text"], found["low"], found["scope"], strict=True)) == [
        ("A", 1, "part"),
        ("third", 3, "event"),
    ]


def test_digits_of_an_ordinal_are_no_number():
    found = figures_of("The canyon's 1,000th visitor was killed by a falling rock.")
    assert not found["low"].eq(1_000).any()
    assert "1" not in set(found["text"])
