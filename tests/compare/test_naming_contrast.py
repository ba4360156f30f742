"""The clearest difference between outlets in what they call somebody."""

import pandas as pd
import pytest

from analysis.compare.naming_contrast import (
    clearest_contrast,
    naming_choices,
    referents_to_show,
)
from analysis.core.finding import LEAST_ARTICLES


def corpus(*counts):
    """Return names and articles from (outlet, referent, choice, mentions per article, articles)."""
    names, articles = [], []
    for number, (outlet, referent, choice, per_article, n_articles) in enumerate(counts):
        for i in range(n_articles):
            article_id = f"{number}-{i}"
            articles.append({"article_id": article_id, "outlet": outlet, "event_id": None})
            name = {"article_id": article_id, "referent": referent, "choice": choice}
            name["text"] = choice
            names += [name | {"counted": True}] * per_article
    columns = ["article_id", "referent", "choice", "text", "counted"]
    return pd.DataFrame(names, columns=columns), pd.DataFrame(articles)


def contrast(*counts):
    names, articles = corpus(*counts)
    return clearest_contrast(naming_choices(names, articles, names["referent"].unique()))


def test_two_outlets_with_other_words():
    found = contrast(
        ("A", "rebels", "terrorists", 4, 5),
        ("B", "rebels", "rebels", 3, 5),
        ("B", "rebels", "terrorists", 1, 5),
    )
    assert (found.more, found.choice, found.share_more, found.n_more) == ("A", "terrorists", 1, 20)
    assert (found.less, found.share_less, found.n_less) == ("B", 0.25, 20)


@pytest.mark.parametrize(
    "counts",
    [
        [("A", "r", "x", 4, 5)],  # one outlet
        [("A", "r", "x", 4, 5), ("B", "r", "y", 20, LEAST_ARTICLES - 1)],  # in few articles
        [("A", "r", "x", 4, 5), ("B", "r", "y", 1, 9)],  # few mentions
        [("A", "r", "x", 4, 5), ("B", "q", "y", 4, 5)],  # of other referents
        [("A", "r", "x", 4, 5), ("B", "r", "x", 4, 5)],  # no difference
    ],
)
def test_nothing_is_compared(counts):
    assert contrast(*counts) is None


def test_no_names():
    names, articles = corpus()
    articles = pd.DataFrame(columns=["article_id", "outlet"])
    assert referents_to_show(names.assign(counted=False), articles) == []


def test_referents_for_which_outlets_choose_come_before_those_named_more_often():
    names, articles = corpus(
        ("A", "one_word", "x", 9, 9), ("A", "two_words", "x", 1, 1), ("B", "two_words", "y", 1, 1)
    )
    assert referents_to_show(names, articles) == ["two_words"]
    names.loc[names["referent"] == "two_words", "counted"] = False
    assert referents_to_show(names, articles) == ["one_word"]
