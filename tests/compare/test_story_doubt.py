"""A story of which it is unsure that it is one is marked."""

import pandas as pd
import pytest

from analysis.compare.defaults import label_of
from analysis.compare.story_doubt import SURE, is_sure, story_label, unsure_stories


@pytest.mark.parametrize(
    ("p", "expected"),
    [
        (SURE, "Fire"),
        (1.0, "Fire"),
        (None, "Fire"),  # one article
        (float("nan"), "Fire"),
        (SURE - 0.01, "Fire (perhaps two stories)"),
        (0.0, "Fire (perhaps two stories)"),
    ],
)
def test_the_label_says_so(p, expected):
    assert story_label("Fire", p) == expected
    assert is_sure(p) is (expected == "Fire")
    stories = pd.DataFrame({"story_id": ["s"], "label": ["Fire"], "p": [p]})
    assert label_of("s", stories) == expected
    assert unsure_stories(stories) == (set() if expected == "Fire" else {"s"})
