"""Every clause of harm in invented news of war, crime, sport, business, disasters, politics."""

import pandas as pd
import pytest

from tests.extract.agency.news_cases import CASES
from tests.extract.agency.test_extract import found_in


@pytest.fixture(scope="module")
def rows_by_text():
    """Return predicate, agent and patient of the clauses that are found in each sentence."""
    found = found_in([text for text, _ in CASES])
    names = ["predicate", "agent", "patient"]
    rows = {}
    for number, (text, _) in enumerate(CASES):
        clauses = found.loc[found["article_id"] == f"a{number}", names]
        as_objects = clauses.astype(object).where(clauses.notna(), None)
        rows[text] = list(as_objects.itertuples(index=False, name=None))
    return rows


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_clauses_of_a_sentence(rows_by_text, text, expected):
    assert rows_by_text[text] == expected


def test_half_of_the_sentences_have_no_clause_or_no_agent():
    empty = [text for text, rows in CASES if not rows or all(row[1] is None for row in rows)]
    assert len(CASES) >= 60
    assert len(empty) * 2 >= len(CASES)
    assert not pd.Series([text for text, _ in CASES]).duplicated().any()
