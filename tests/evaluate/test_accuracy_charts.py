"""What is expected of each outlet's figures, and scores, as tables and charts."""

from types import SimpleNamespace

import pandas as pd

from analysis.evaluate.accuracy_charts import (
    expected_by_outlet,
    labelled_scores,
    probability_chart,
    scores_chart,
)


def test_the_mean_probability_of_each_outlet():
    articles = pd.DataFrame({"article_id": list("abc"), "outlet": ["N", "S", None]})
    figures = pd.DataFrame({"article_id": list("aabbc"), "p": [0.5, 1.0, 0.9, None, 0.2]})
    table = expected_by_outlet(SimpleNamespace(articles=articles, figures=figures))
    assert table["outlet"].fillna("-").tolist() == ["-", "N", "S"]
    assert table["expected"].tolist() == [0.2, 0.75, 0.9]
    assert table["n"].tolist() == [1, 2, 1]
    assert "highest S 0.90" in probability_chart(table, "Expected.").alt


def test_the_main_scores():
    measured = pd.DataFrame(
        {
            "task": "figures",
            "measure": ["found: all", "accuracy: outcome"],
            "value": [0.9, 0.8],
            "low": [0.8, 0.7],
            "high": [1.0, 0.9],
            "articles": [30, 30],
        }
    )
    scores = labelled_scores(measured)
    assert scores["outlet"].tolist() == ["figures, found: all"]
    assert "30 articles" in scores_chart(scores, "Scores.").alt
