"""
Two hundred passages written to mislead the rules by a reader who had not seen them.

Half of them have no figure of people. Kinds: 1 outcome without evidence, 2 negation, fear and
fiction, 3 forms of numbers, 4 named and single persons, 5 parts, totals and two events, 6 agents
and sources. What is still misread is counted, not hidden: the floors are what is reached now.
"""

import json
from pathlib import Path

import pandas as pd
import pytest

from analysis.core import tables
from analysis.evaluate.accuracy import extract_tables

pytestmark = pytest.mark.corpus

PASSAGES = [
    json.loads(line)
    for line in Path(__file__).with_name("misleading.jsonl").read_text("utf8").splitlines()
]


@pytest.fixture(scope="module")
def figures():
    rows = [
        {
            "article_id": row["id"],
            "corpus": "made",
            "text": row["text"],
            "n_words": len(row["text"].split()),
        }
        for row in PASSAGES
    ]
    found = extract_tables(tables.make(rows, tables.ARTICLES))["figures"]
    return found.loc[found["outcome"].notna()]


def is_same(label, figure):
    ends = [None if pd.isna(figure[name]) else figure[name] for name in ("low", "high")]
    return figure["outcome"] == label["outcome"] and ends == [label["low"], label["high"]]


def is_right(passage, own):
    """Return whether exactly the labelled figures were found, with value and outcome."""
    left = own.to_dict("records")
    for label in passage["figures"]:
        end = label["start"] + len(label["number"])
        at = [row for row in left if row["start"] < end and row["end"] > label["start"]]
        if not at or not is_same(label, at[0]):
            return False
        left.remove(at[0])
    return not left


def test_every_label_is_in_its_passage():
    assert len(PASSAGES) == 200
    for passage in PASSAGES:
        for label in passage["figures"]:
            assert passage["text"].startswith(label["number"], label["start"])
            assert label["outcome"] in tables.OUTCOMES


def test_most_passages_mislead_no_more(figures):
    own = {article_id: rows for article_id, rows in figures.groupby("article_id")}
    none = figures.iloc[:0]
    right = [is_right(passage, own.get(passage["id"], none)) for passage in PASSAGES]
    is_clean = [not passage["figures"] for passage in PASSAGES]
    n_clean = sum(ok for ok, clean in zip(right, is_clean, strict=True) if clean)
    assert sum(right) >= 135
    assert n_clean >= 80, f"{sum(is_clean)} passages have no figure of people"
