"""Gold rows as a run reads them."""

import pandas as pd

from analysis.annotate.tagger_model import TaggerOutput
from analysis.core import tables
from analysis.extract.figures.extract import extract_figures
from analysis.train.read_rows import article_row, inputs_of_figures

TEXT = "A fire killed 12 people."
ROW = {"article_id": "a", "title": None, "text": TEXT, "published": "2020-01-02"}


def test_what_a_gold_row_lacks_is_null():
    row = article_row(ROW)
    assert set(row) == set(tables.ARTICLES.columns)
    assert (row["n_words"], row["outlet"]) == (5, None)
    assert row["published"] == pd.Timestamp("2020-01-02")
    assert article_row(ROW | {"published": "in spring"})["published"] is pd.NaT


def test_figures_are_extracted_from_what_is_returned():
    nothing = TaggerOutput(
        tables.make([], tables.TAGGER_SPANS),
        tables.make([], tables.TAGGER_LINKS),
        tables.make([], tables.TAGGER_NUMBERS),
    )
    (figure,) = extract_figures(*inputs_of_figures([ROW], nothing)).itertuples()
    assert (figure.text, figure.outcome) == ("12", "killed")
