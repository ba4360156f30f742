"""The keys on the pages are those that a file of corrections names."""

import pandas as pd

from analysis.report.correction_keys import correction_keys

TEXT = "Officials said that 29 people died."


def test_figures_and_attributions_have_keys_and_what_has_no_content_has_none():
    tables = {
        "articles": pd.DataFrame({"article_id": ["a1"], "text": [TEXT]}),
        "figures": pd.DataFrame(
            {"figure_id": ["f1"], "article_id": ["a1"], "start": [20], "end": [22]}
        ),
        "attributions": pd.DataFrame({"attribution_id": ["q1", "q2"], "article_id": ["a1", "a1"]}),
        "attribution_spans": pd.DataFrame(
            {
                "attribution_id": ["q1", "q2"],
                "role": ["content", "cue"],
                "start": [15, 10],
                "end": [34, 14],
            }
        ),
    }
    assert correction_keys(tables) == {
        "f1": "a1 [20:22] 29",
        "q1": "a1 [15:34] that 29 people died",
    }
