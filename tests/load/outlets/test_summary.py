"""What a manifest and ``problems`` say about outlets."""

import pandas as pd

from analysis.load.outlets import OutletNames, aggregator_problems, summarise


def articles_of(given):
    names = OutletNames()
    printed = [name and names.printed(name) for name in given]
    return pd.DataFrame({"outlet": printed, "outlet_given": given}), names


def test_renamed_outlets_are_counted():
    given = ["us.cnn.com", "CNN", "edition.cnn.com", "us.cnn.com", "Tallis Star", None]
    summary = summarise(*articles_of([*given, "The Tallis Star"]))
    assert summary["renamed"] == [
        {"given": "us.cnn.com", "printed": "CNN", "articles": 2},
        {"given": "edition.cnn.com", "printed": "CNN", "articles": 1},
    ]
    assert summary["near_equal"] == [["Tallis Star", "The Tallis Star"]]
    assert [known["outlet"] for known in summary["known"]] == ["CNN"]
    assert summary["known"][0]["kind"] == "private"


def test_an_aggregator_is_a_problem_once():
    problems = aggregator_problems(*articles_of(["news.yahoo.com", "yahoo.com", "CNN"]))
    assert len(problems) == 1
    assert problems[0]["reason"].startswith("Yahoo News (aggregator): shows articles of other")
    assert "2 of its articles" in problems[0]["reason"]
    assert problems[0]["article_id"] is None
    assert problems[0]["kept"]
