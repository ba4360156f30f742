"""Articles by outlet and month."""

from types import SimpleNamespace

import pandas as pd

from analysis.evaluate.corpus_overview import corpus_tables, outlet_tables


def run():
    articles = pd.DataFrame(
        {
            "article_id": list("abcd"),
            "outlet": ["North", "North", "South", None],
            "published": pd.to_datetime(["2024-01-05", "2024-02-01", None, "2024-01-09"]),
            "duplicate_of": [None, "a", None, None],
            "update_of": [None, None, None, None],
            "n_words": [10, 20, 30, 40],
            "language": ["en", "en", "es", None],
        }
    )
    outlets = {
        "known": [["North", "GB", "public", "x"]],
        "renamed": [["north.example", "North", 2]],
        "near_equal": [["South", "The South"]],
    }
    return SimpleNamespace(articles=articles, manifest={"outlets": outlets})


def test_by_outlet_and_month():
    by_outlet, by_month = corpus_tables(run())
    north = by_outlet.set_index("outlet").loc["North"]
    assert (north["articles"], north["copies"], north["words"], north["country"]) == (
        2,
        1,
        30,
        "GB",
    )
    south = by_outlet.set_index("outlet").loc["South"]
    assert (south["not_read"], south["undated"]) == (1, 1)
    assert by_outlet["articles"].sum() == by_month["n"].sum() == 4


def test_names_of_outlets():
    renamed, near_equal = outlet_tables(run())
    assert renamed.to_dict("list") == {
        "given": ["north.example"],
        "printed": ["North"],
        "articles": [2],
    }
    assert near_equal.to_dict("list") == {"one": ["South"], "other": ["The South"]}
