"""Tables of many articles, put together article by article."""

import pytest

from analysis.core.errors import TableError
from analysis.extract.figures.extract import extract_figures
from tests.extract.figures.tagged_tables import figures_of, tables


def test_an_article_without_text_has_no_figures():
    assert len(figures_of("")) == 0


def test_refuses_an_article_without_sentences():
    given = tables("Two died.")
    given["sentences"] = given["sentences"].iloc[:0]
    with pytest.raises(TableError, match="'x' has text but no sentences; run split_sentences"):
        extract_figures(**given)


def test_an_article_of_white_space_needs_no_sentences():
    given = tables(" ")
    given["sentences"] = given["sentences"].iloc[:0]
    assert len(extract_figures(**given)) == 0
