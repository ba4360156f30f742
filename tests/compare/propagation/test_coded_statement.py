"""Claims belong to a corpus that holds a page which was coded."""

import pandas as pd
import pytest

from analysis.compare.propagation.coded_statement import find_coded_statement
from analysis.core.errors import ParameterError

PAGE = "https://www.harbour.example/news/2020/fire"


def claims():
    rows = [
        ("F1", "fire", None),
        ("F2", "fire", PAGE),
        ("F3", "fire", PAGE),
        ("S1", "storm", "https://west.example/storm"),
    ]
    return pd.DataFrame(rows, columns=["claim_id", "event", "url"])


def articles(*urls):
    ids = [f"a{number}" for number in range(len(urls))]
    return pd.DataFrame({"article_id": ids, "url": urls})


@pytest.mark.parametrize("url", [PAGE, "http://harbour.example/news/2020/fire/"])
def test_claims_of_a_coded_page_are_found(url):
    found = find_coded_statement(claims(), articles(None, url))
    assert found.claims["claim_id"].tolist() == ["F1", "F2", "F3"]
    assert (found.claim_id, found.article_id) == ("F2", "a1")


def test_another_corpus_has_no_claims():
    found = find_coded_statement(claims(), articles(None, "https://other.example/fire"))
    assert found.claims.empty
    assert (found.claim_id, found.article_id) == ("", "")


def test_an_article_that_is_no_page_has_no_claims():
    found = find_coded_statement(claims(), articles(PAGE, None), article_id="a1")
    assert found.claims.empty


@pytest.mark.parametrize(
    ("wanted", "claim_id"),
    [
        ({"claims_event": "storm"}, "S1"),
        ({"statement": "S1"}, "S1"),
        ({"claims_event": "fire"}, "F2"),
    ],
)
def test_claims_that_are_asked_for_are_found(wanted, claim_id):
    found = find_coded_statement(claims(), articles(PAGE), **wanted)
    assert found.claim_id == claim_id
    assert found.article_id == ("a0" if claim_id == "F2" else "")


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"claims_event": "flood"}, "No claims_event 'flood'"),
        ({"statement": "X9"}, "No statement 'X9'"),
        ({"article_id": "a9"}, "No statement_article 'a9'"),
    ],
)
def test_what_does_not_exist_is_refused(wanted, message):
    with pytest.raises(ParameterError, match=message):
        find_coded_statement(claims(), articles(PAGE), **wanted)
