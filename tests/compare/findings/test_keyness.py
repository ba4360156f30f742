"""Words are told only where they are beyond chance among all pairs."""

import pandas as pd
import pytest

from analysis.compare.findings.keyness import (
    beyond_chance,
    comparable_outlets,
    critical_z,
    keyness_finding,
)


def terms(*rows):
    columns = ["outlet", "term", "z", "count", "count_rest", "documents", "log_odds"]
    return pd.DataFrame([(*row, 1.0) for row in rows], columns=columns)


def test_the_clearest_word_of_each_outlet():
    table = terms(
        ("SANA", "terrorists", 9.0, 40, 3, 12),
        ("SANA", "axis", 6.0, 20, 0, 9),
        ("Post", "regime", 7.0, 30, 5, 10),
        ("Post", "said", 1.0, 90, 90, 20),
    )
    found = keyness_finding(table, 3)
    assert str(found) == (
        "SANA writes “terrorists” 40 times in 12 articles, the others on the same events 3 times "
        "in all; clearest elsewhere: Post: “regime” (3 of 4 pairs of outlet and word of 2 outlets "
        "are beyond chance)."
    )
    assert found.outlets == ("SANA", "Post")


@pytest.mark.parametrize(
    ("row", "is_told"),
    [
        (("A", "x", 3.0, 9, 0, 6), True),
        (("A", "x", 3.0, 9, 0, 4), False),  # in four articles
        (("A", "x", 2.2, 9, 0, 6), False),  # chance, among 20 pairs
        (("A", "x", -9.0, 0, 9, 6), False),  # less than others
    ],
)
def test_what_is_beyond_chance(row, is_told):
    table = terms(row, *[("B", f"w{number}", 0.5, 3, 3, 6) for number in range(14)])
    assert len(beyond_chance(table)) == is_told
    assert (keyness_finding(table, 3).kind == "keyness") == is_told


def test_more_pairs_need_a_larger_z():
    assert critical_z(1) < critical_z(100) < critical_z(100_000)


def test_an_outlet_with_few_articles_is_not_tested():
    rows = [("A", "x", 0.1, 9, 9, 6), ("B", "x", 9.0, 9, 0, 3), ("C", "x", 0.2, 1, 1, 1)]
    found = keyness_finding(terms(*rows), 3, ["A"])
    assert str(found) == (
        "No word stands out: among 1 pair of outlet and word of 1 outlet none is further from the "
        "other outlets than chance explains, in 5 articles or more. Not tested: 2 outlets that "
        "have fewer."
    )
    none = keyness_finding(terms(*rows), 3, [])
    assert (none.kind, none.tested) == ("untested", False)
    assert str(none).startswith("No words are tested: none of 3 outlets has 5 articles on events")


def test_pairs_of_outlets_that_are_not_tested_do_not_count_against_the_others():
    rows = [("A", "x", 2.2, 9, 0, 6), *[("B", f"w{number}", 0.5, 1, 1, 1) for number in range(40)]]
    assert beyond_chance(terms(*rows)).empty
    assert len(beyond_chance(terms(*rows), ["A"])) == 1


def test_which_outlets_can_be_compared():
    events = [("A", "e1")] * 4 + [("A", "e2"), ("B", "e1"), ("B", "e3"), ("C", "e2"), ("C", None)]
    events += [("B", "e3")] * 6  # of which no other outlet reports
    articles = pd.DataFrame(events, columns=["outlet", "event_id"])
    assert comparable_outlets(articles) == ["A"]


def test_no_words():
    found = keyness_finding(terms(), 3)
    assert found.kind == "untested"
    assert "in 3 or more articles" in str(found)
