"""Plain values of figures, and words of statements that are looked up one by one."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.quantities import find, statements
from analysis.compare.quantities.statements import as_objects, records_of
from tests.compare.quantities.story_tables import found, killed, percent, story

MIXED = pd.DataFrame(
    {
        "words": pd.Series(["twelve", None], dtype="str"),
        "low": [12.0, np.nan],
        "start": [3, 4],
        "is_bound": [True, False],
        "published": pd.to_datetime(["2024-03-04", None]),
        "places": [frozenset(("Harum",)), frozenset()],
    }
).set_axis([7, 9])
PLAIN = [
    ["twelve", 12.0, 3, True, pd.Timestamp("2024-03-04"), frozenset(("Harum",))],
    [None, None, 4, False, None, frozenset()],
]


def test_missing_values_are_none_and_others_plain():
    plain = as_objects(MIXED)
    assert plain.to_numpy().tolist() == PLAIN
    assert plain.index.tolist() == [7, 9]
    assert [type(value) for value in plain.iloc[0]] == [type(value) for value in PLAIN[0]]
    assert records_of(MIXED) == [dict(zip(MIXED.columns, row, strict=True)) for row in PLAIN]


def test_figures_of_many_stories_are_converted_together(monkeypatch):
    sizes = []

    def counted(figures):
        sizes.append(len(figures))
        return as_objects(figures)

    monkeypatch.setattr(statements, "as_objects", counted)
    figures, articles, sentences = story(
        *[(f"A blast killed [{n}] people in Harum.", killed()) for n in range(11, 31)]
    )
    apart = articles.assign(story_id=[f"s{n}" for n in range(len(articles))])
    named, quantities = find.find_quantities(figures, apart, sentences)
    assert sizes == [20]
    sizes.clear()
    monkeypatch.setattr(find, "_FIGURES_AT_ONCE", 6)
    again, same = find.find_quantities(figures, apart, sentences)
    assert sizes == [6, 6, 6, 2]
    pd.testing.assert_frame_equal(again, named)
    pd.testing.assert_frame_equal(same, quantities)
    assert named["quantity_id"].nunique() == 20


class Vocabulary(dict):
    def __iter__(self):
        raise AssertionError("the whole vocabulary was gone through")


@pytest.mark.parametrize(
    ("in_headline", "below", "full"),
    [
        ("Quist", "Elena Quist", "Elena Quist"),
        ("Moran", "Elena Quist", "Moran"),
        ("Elena Quist", "Quist", "Elena Quist"),
        ("Quist", None, "Quist"),
        (None, "Elena Quist", None),
    ],
)
def test_the_surname_of_a_headline_is_who_has_the_number_below(in_headline, below, full):
    shares = [percent("votes", whose=whose) for whose in (in_headline, below)]
    text = "A win with [51.3] percent of votes. Counted was [51.3] percent of votes."
    figures, articles, sentences = story((text, *shares))
    rows = statements.in_reading_order(figures, articles)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    read = statements.statements_of(rows, texts, sentences).rows["whose"]
    assert read.iloc[0] == full


def test_a_number_without_owner_beside_those_that_have_one_has_none():
    """A story in which pandas would read the owners as a column of strings, and None as NaN."""
    texts = ["Roth won [51] percent of votes.", "Turnout was [64] percent of votes."]
    owners = ["Roth", None]
    shares = [percent("votes", whose=whose) for whose in owners]
    figures, articles, sentences = story(*zip(texts, shares, strict=True))
    by_id = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows = statements.in_reading_order(figures, articles)
    assert statements.statements_of(rows, by_id, sentences).rows["whose"].tolist() == owners
    named, _ = find.find_quantities(figures, articles, sentences)
    assert named["quantity_id"].notna().all()


def test_the_stems_of_a_statement_are_looked_up_one_by_one():
    weights = statements._Weights(["A blast killed people.", "People fled the town."])
    before = weights.row(["blast", "peopl", "unknown", "blast"])
    weights.column = Vocabulary(weights.column)
    columns, values = weights.row(["blast", "peopl", "unknown", "blast"])
    assert (columns, values) == before
    assert np.linalg.norm(values) == pytest.approx(1.0)
    assert len(columns) == 2
    assert weights.row([]) == ([], [])


def test_an_opening_is_stemmed_once_an_article(monkeypatch):
    read = []

    def terms(title, text):
        read.append(text)
        return original(title, text)

    original = statements.article_terms
    statements._stems.cache_clear()
    monkeypatch.setattr(statements, "article_terms", terms)
    texts = [f"The blast killed [{n}] people in Harum." for n in range(11, 21)]
    assert found((" ".join(texts), *[killed() for _ in texts]))
    opening = "The blast killed 11 people in Harum. The blast killed 12 people in Harum. "
    openings = [text for text in read if text.startswith(opening)]
    assert len(openings) == 1
