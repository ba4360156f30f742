"""Which articles are an outlet's own words again."""

import pandas as pd
import pytest

from analysis.compare.outlet_copies import copies_of_one_outlet


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("a", "N", None), ("b", "N", "a"), ("c", "S", "a")], {"b"}),
        ([("b", "N", "a")], set()),  # its original was left out
        ([("a", None, None), ("b", None, "a")], set()),
        ([("a", "N", None), ("b", "N", None)], set()),
        ([], set()),
    ],
)
def test_only_copies_within_an_outlet(rows, expected):
    articles = pd.DataFrame(rows, columns=["article_id", "outlet", "duplicate_of"], dtype="str")
    assert copies_of_one_outlet(articles) == expected
