"""Those who are feared dead stand beside the toll of their article."""

import pandas as pd
import pytest

from analysis.compare.feared_dead import feared_dead, with_feared_dead

RULE = "outcome.feared_dead"


def figure(low, source=None, *, article="a", start=0, rules=RULE, **columns):
    """Return a marked figure of people missing, as those feared dead are read."""
    words = {"text": f"{low:g}", "unit": "people", "unit_text": None, "currency": None}
    ends = {"low": low, "high": low, "qualifier": "exact", "change": None, "scope": "event"}
    place = {"article_id": article, "start": start, "rules": rules, "source": source}
    of_row = {"quantity_id": "missing", "is_headline": True, "part_of": None, "rivals": None}
    return {**words, **ends, **place, **of_row, "outcome": "missing", **columns}


def toll(low, **columns):
    return figure(low, rules=None, **{"outcome": "killed", "quantity_id": "toll", **columns})


def rivals(cell, *others, total_of=None):
    return with_feared_dead(cell, feared_dead(pd.DataFrame([cell, *others]), total_of or {}))


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
        (toll(14, part_of="a#f0"), figure(17), None),
        (toll(14, is_headline=False), figure(17), None),
        (toll(14), figure(17, scope="background"), None),
        (toll(14), figure(17, rules="outcome.missing_after"), None),
        (figure(14, outcome="injured"), figure(17), None),
    ],
)
def test_more_who_are_feared_dead_are_rivals_of_the_toll(cell, feared, expected):
    assert rivals(cell, feared) == expected


def test_they_are_no_rivals_of_a_part_of_the_dead():
    children = toll(3, quantity_id="children")
    assert rivals(children, toll(14), figure(17)) is None
    assert rivals(toll(14), children, figure(17)) == "17 feared dead"
    assert rivals(children, figure(17), total_of={"children": "toll"}) is None
    assert rivals(toll(14), figure(17), total_of={"toll": float("nan")}) == "17 feared dead"


def test_a_larger_toll_of_the_article_is_of_something_else():
    of_years = toll(60, quantity_id="years")
    assert rivals(toll(14), of_years, figure(17)) == "17 feared dead"
    assert rivals(of_years, toll(14), figure(17)) is None


def test_the_number_with_a_source_is_told():
    others = [figure(17, start=3), figure(18, "medics", start=9), figure(19, start=12)]
    assert rivals(toll(14), *others) == "18 feared dead (medics)"
    assert feared_dead(pd.DataFrame([toll(14), *others]).drop(columns="rules"), {}) == {}
