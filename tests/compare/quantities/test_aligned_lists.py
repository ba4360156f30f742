"""Numbers at one place of two lists whose other numbers are the same."""

import pytest

from analysis.compare.quantities.aligned_lists import aligned_pairs
from tests.compare.quantities.story_tables import dollars, statements


def thing(noun):
    return {"counted": f"{noun}s", "noun": noun}


CASH = dollars("cash")
LISTED = (CASH, thing("car"), thing("plane"))


@pytest.mark.parametrize(
    ("text", "columns", "joined"),
    [
        ("They took $[23] in cash, [27] cars, [4] planes.", LISTED, True),
        ("They took $[32] in cash, [27] cars, [4] planes.", LISTED, False),  # nothing differs
        ("They took $[23] in cash, [28] cars, [4] planes.", LISTED, False),
        ("They took $[400] in cash, [27] cars, [4] planes.", LISTED, False),
        (
            "They took $[23] in gold, [27] cars, [4] planes.",
            (dollars("gold"), *LISTED[1:]),
            False,
        ),
        (
            "They took $[23] in cash, $[25] in cash, [27] cars, [4] planes.",
            (CASH, *LISTED),
            False,
        ),
        ("They took $[23] in cash. They took [27] cars, [4] planes.", LISTED, False),
    ],
)
def test_one_number_differs_in_two_equal_lists(text, columns, joined):
    found = aligned_pairs(
        statements(("They took $[32] in cash, [27] cars, [4] planes.", *LISTED), (text, *columns))
    )
    assert found == ([(0, 3)] if joined else [])


def test_two_sentences_of_one_article_are_no_pair():
    text = "They took $[32] in cash, [27] cars, [4] planes. "
    again = "They took $[23] in cash, [27] cars, [4] planes."
    assert aligned_pairs(statements((text + again, *LISTED, *LISTED))) == []
