"""Casualty numbers that are one of two groups of a sentence."""

import pytest

from tests.compare.quantities.story_tables import killed, statements

INMATES = killed(counted="inmates", noun="inmate")
GUARDS = killed(counted="guards", noun="guard")


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("[11] inmates and [2] guards died.", (INMATES, GUARDS), True),
        ("[11] inmates, [2] guards killed in mutiny.", (INMATES, GUARDS), True),
        ("[11] convicted inmates and at least [2] guards died.", (INMATES, GUARDS), True),
        ("ELLEM, June 3 — At least [11] inmates and [2] guards died.", (INMATES, GUARDS), True),
        ("ELLEM — [11] inmates and [2] guards died.", (INMATES, GUARDS), True),
        # parts of a total that the sentence states
        ("13 died: [11] inmates and [2] guards.", (INMATES, GUARDS), False),
        ("13 died, including [11] inmates and [2] guards.", (INMATES, GUARDS), False),
        # one noun, another outcome, another sentence, something between
        ("[11] inmates and [2] inmates died.", (INMATES, INMATES), False),
        ("[11] inmates died, and later [2] guards were shot.", (INMATES, GUARDS), False),
        ("[11] inmates died. And [2] guards.", (INMATES, GUARDS), False),
        ("[11] inmates, [2] hurt.", (INMATES, GUARDS | {"outcome": "injured"}), False),
        ("[11] and [2] guards died.", (killed(noun=None), GUARDS), False),
    ],
)
def test_groups(text, columns, expected):
    rows = statements((text, *columns)).rows
    assert rows["is_one_of_groups"].tolist() == [expected, expected]


def test_numbers_of_two_articles_are_no_groups():
    rows = statements(("[11] inmates", INMATES), ("and [2] guards died.", GUARDS)).rows
    assert not rows["is_one_of_groups"].any()
