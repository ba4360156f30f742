"""Those who are feared dead stand beside the toll of their article."""

import pandas as pd
import pytest

from analysis.compare.feared_dead import feared_dead, with_feared_dead


def figure(low, source=None, *, article="a", start=0, rules="outcome.feared_dead", **columns):
    """Return a marked figure of people missing, as those feared dead are read."""
    words = {"text": f"{low:g}", "unit": "people", "unit_text": None, "currency": None}
    ends = {"low": low, "high": low, "qualifier": "exact", "change": None}
    place = {"article_id": article, "start": start, "rules": rules, "source": source}
    return {**words, **ends, **place, "outcome": "missing", "rivals": None, **columns}


def toll(low, **columns):
    return figure(low, rules=None, outcome="killed", **columns)


@pytest.mark.parametrize(
    ("cell", "feared", "expected"),
    [
        (toll(14), figure(17, "hospital sources"), "17 feared dead (hospital sources)"),
        (toll(14), figure(17), "17 feared dead"),
        (toll(14, rivals="15 (police)"), figure(17), "15 (police); 17 feared dead"),
        (toll(14), figure(17, article="b"), None),
        (toll(14), figure(14), None),
        (toll(14), figure(9), None),  # fewer are some of them
        (toll(14), figure(900), None),
        (toll(14, part_of="q"), figure(17), None),
        (toll(14), figure(17, rules="outcome.missing_after"), None),
        (figure(14, outcome="injured"), figure(17), None),
    ],
)
def test_more_who_are_feared_dead_are_rivals_of_the_toll(cell, feared, expected):
    assert with_feared_dead(cell, feared_dead(pd.DataFrame([cell, feared]))) == expected


def test_the_number_with_a_source_is_told():
    rows = pd.DataFrame([figure(17, start=3), figure(18, "medics", start=9), figure(19, start=12)])
    assert feared_dead(rows)["a"]["low"] == 18
    assert feared_dead(rows.drop(columns="rules")) == {}
