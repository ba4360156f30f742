"""Which articles a query matches, and what is said of one that cannot be read."""

import pandas as pd
import pytest

from analysis.core.errors import ParameterError
from analysis.core.selection import Selection
from analysis.load import text_query
from analysis.load.text_query import EXAMPLE, find_matches, validate_query

ARTICLES = pd.DataFrame(
    [
        ("Graves in Raqqa", "Graves in Raqqa\n\nThe coalition said nothing of sport."),
        ("Cup final", "The team of Raqqa won. Sport is back."),
        (None, "A gravedigger in Raqqa spoke."),
        ("Élections à Orléans", "O'Brien lost 5-3."),
        ("Raqqa", "Nothing happened."),
    ],
    columns=["title", "text"],
)


@pytest.mark.parametrize(
    ("query", "query_in", "expected"),
    [
        ("", "both", [0, 1, 2, 3, 4]),
        ("raqqa", "both", [0, 1, 2, 4]),
        ("raqqa", "title", [0, 4]),
        ("raqqa", "text", [1, 2]),  # a title at the head of a text is not the text
        ("title: raqqa", "both", [0, 4]),
        ("- title: raqqa", "both", [1, 2]),
        ("grave", "both", []),
        ("grave*", "both", [0, 2]),
        ("raqqa NOT sport", "both", [2, 4]),
        ("Raqqa AND (grave* OR coalition) NOT sport", "both", [2]),
        ("graves coalition", "both", [0]),  # one in the title, one in the text
        ('"sport is"', "both", [1]),
        ("NEAR(coalition sport, 4)", "both", [0]),
        ("NEAR(coalition sport, 2)", "both", []),
        ("elections orleans", "both", [3]),
        ('"O\'Brien" "5-3"', "both", [3]),
        ('"and"', "both", []),
        ("not*", "both", [0, 4]),
        ("android", "both", []),
    ],
)
def test_which_articles_match(query, query_in, expected):
    before = ARTICLES.copy(deep=True)
    selection = Selection(query=query, query_in=query_in if query else "both")
    assert find_matches(ARTICLES, selection).nonzero()[0].tolist() == expected
    pd.testing.assert_frame_equal(ARTICLES, before)


@pytest.mark.parametrize("chunk", [1, 2, 5])
def test_the_chunks_of_the_index_do_not_matter(chunk, monkeypatch):
    monkeypatch.setattr(text_query, "_CHUNK", chunk)
    found = find_matches(ARTICLES, Selection(query="raqqa NOT sport"))
    assert found.tolist() == [False, False, True, False, True]


def test_text_that_is_not_unicode_is_searched_all_the_same():
    cells = {"title": ["a\udcff"], "text": ["Raqqa \ud800 burns\0 again"]}
    odd = pd.DataFrame(cells, dtype=object)
    assert find_matches(odd, Selection(query="burns again")).tolist() == [True]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("Raqqa AND", 'syntax error near ""'),
        ("(Raqqa", "syntax error"),
        ("NOT Raqqa", 'syntax error near "NOT"'),
        ('"Raqqa', "unterminated string"),
        ("place: Raqqa", "no such column: place"),
        ("O'Brien", 'syntax error near "\'"'),
        ("*", "unknown special query"),
        ("Raqqa\0 sport", "unexpected NUL"),
        ("Raqqa\udcff", 'syntax error near "?"'),
    ],
)
def test_a_query_that_cannot_be_read_is_shown_with_what_sqlite_says(query, said):
    with pytest.raises(ParameterError) as caught:
        validate_query(Selection(query=query))
    message = str(caught.value)
    assert repr(query) in message
    assert f"SQLite says: {said}" in message.replace("fts5: ", "")
    assert message.endswith(f"Example: --query '{EXAMPLE}'")


@pytest.mark.parametrize("query", ["Raqqa or Aleppo", "Raqqa And Aleppo", "(Raqqa)not(sport)"])
def test_an_operator_in_small_letters_is_refused(query):
    with pytest.raises(ParameterError, match=r"as a word to be found\. Write (OR|AND|NOT) in cap"):
        validate_query(Selection(query=query))


def test_a_column_that_is_not_searched_is_no_column():
    with pytest.raises(ParameterError, match="no such column: text"):
        validate_query(Selection(query="text: Raqqa", query_in="title"))


def test_the_example_can_be_read():
    validate_query(Selection(query=EXAMPLE))
    assert find_matches(ARTICLES, Selection(query=EXAMPLE)).sum() == 1
