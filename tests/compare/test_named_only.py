"""Outlets that name victims and give no number."""

import pandas as pd

from analysis.compare.named_only import named_without_number

ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b", "c"],
        "outlet": ["North", "South", "East"],
        "published": pd.to_datetime(["2020-01-01", "2020-01-02", "2020-01-02"]),
        "event_id": ["e", "e", "other"],
        "text": ["Two died.", "Mira Stone died. Paul Reed died. Stone died.", "Bo Lind died."],
    }
)
SENTENCES = pd.DataFrame(
    [("a", 0, 0, 9), ("b", 0, 0, 16), ("b", 1, 17, 32), ("b", 2, 33, 44), ("c", 0, 0, 13)],
    columns=["article_id", "sentence_id", "start", "end"],
)
COLUMNS = ["figure_id", "article_id", "sentence_id", "start", "text", "low", "mention"]
FIGURES = pd.DataFrame(
    [
        ("1", "a", 0, 0, "Two", 2, "numeral"),
        ("2", "b", 0, 0, "Mira Stone", 1, "named"),
        ("3", "b", 1, 17, "Paul Reed", 1, "named"),
        ("4", "b", 2, 33, "Stone", 1, "named"),
        ("5", "c", 0, 0, "Bo Lind", 1, "named"),
    ],
    columns=COLUMNS,
).assign(end=40, outcome="killed", counted=None)


def test_an_outlet_that_names_victims_is_listed_once_a_day():
    (row,) = named_without_number(FIGURES, ARTICLES, SENTENCES, "killed", "e").to_dict("records")
    assert (row["outlet"], row["n_named"]) == ("South", 2)
    assert row["words"] == "names 2 people killed, no number"
    assert (row["names"], row["passage"]) == ("Mira Stone; Paul Reed; Stone", "Mira Stone died.")


def test_an_outlet_with_a_number_is_not_listed():
    numbers = FIGURES.assign(mention=["numeral", "numeral", "named", "named", "named"])
    assert named_without_number(numbers, ARTICLES, SENTENCES, "killed", "e").empty
    assert named_without_number(FIGURES, ARTICLES, SENTENCES, "injured").empty
    assert len(named_without_number(FIGURES, ARTICLES, SENTENCES, "killed")) == 2
