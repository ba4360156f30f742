"""The name of a figure's source, where one word alone stands for it."""

import pandas as pd
import pytest

from analysis.compare.source_names import with_source_names

ATTRIBUTIONS = pd.DataFrame(
    {"attribution_id": ["a0", "a1"], "source_name": ["Corvane Motors", None]}
)


@pytest.mark.parametrize(
    ("source", "attribution_id", "expected"),
    [
        ("The company", "a0", "Corvane Motors"),
        ("it", "a0", "Corvane Motors"),
        ("Mr Corvane", "a0", "Corvane Motors"),
        # several words are a name of their own, and others were not resolved
        ("the chief of the company", "a0", "the chief of the company"),
        ("The company", "a1", "The company"),
        ("The company", None, "The company"),
        ("The company", "a9", "The company"),
    ],
)
def test_one_word_has_the_resolved_name(source, attribution_id, expected):
    figures = pd.DataFrame(
        {"source": [source, None], "attribution_id": [attribution_id, "a0"]}, dtype="str"
    )
    found = with_source_names(figures, ATTRIBUTIONS)["source_name"]
    assert found[0] == expected
    assert pd.isna(found[1])
    assert with_source_names(figures, None)["source_name"][0] == source


def test_no_figures_have_no_names():
    figures = pd.DataFrame({"source": [], "attribution_id": []}, dtype="str")
    assert with_source_names(figures, ATTRIBUTIONS)["source_name"].empty
