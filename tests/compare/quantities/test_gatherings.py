"""Which numbers count the crowd of one gathering, and of which."""

import pytest

from analysis.compare.quantities.gatherings import counted_crowds, gathering
from tests.compare.quantities.story_tables import statements

PEOPLE = {"counted": "people", "noun": "person"}
PARENTS = {"counted": "angry parents", "noun": "parent"}


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("[400] people marched.", PEOPLE, "crowd"),
        ("They protested. [400] people gathered.", PEOPLE, "crowd"),
        ("[400] people attended the vigil.", PEOPLE, "crowd of a vigil"),
        ("[400] people attended the council meeting.", PEOPLE, "crowd of a meeting"),
        (
            "The school board met. [400] parents packed an auditorium.",
            PARENTS,
            "crowd of a meeting",
        ),
        (
            "They protested in May. [400] people crammed into the gallery.",
            PEOPLE,
            "crowd of a meeting",
        ),
        # no gathering, one of few or of another day, or of things
        ("[400] people attended the fair.", PEOPLE, None),
        ("The gallery shows Monet. [400] people attended the opening.", PEOPLE, None),
        ("[40] people marched.", PEOPLE, None),
        ("[400] people marched last year.", PEOPLE, None),
        ("[400] people live there.", PEOPLE, None),
        ("[400] tractors marched.", {"counted": "tractors", "noun": "tractor"}, None),
        ("[400] people who marched were hurt.", PEOPLE | {"outcome": "injured"}, None),
    ],
)
def test_what_gathered(text, columns, expected):
    found = statements((text, columns))
    row = found.rows.to_dict("records")[0]
    plain = found.texts[row["article_id"]]
    assert gathering(row, plain) == expected
    assert bool(counted_crowds(found)) is (expected is not None)
