"""Keyness: a worked example, the same sum in plain Python, and events as strata."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core.errors import ParameterError
from analysis.measure.collocations import count_terms
from analysis.measure.keyness import Prior, keyness, log_odds
from tests.measure.term_articles import articles_of

WORDS = ("bread", "river", "stone", "cloud", "market", "winter")


def several(seed=0, n=60, outlets=4, events=7):
    """Return articles of random words, by random outlets about random events."""
    draw = np.random.default_rng(seed)
    rows = []
    for _ in range(n):
        outlet, event = draw.integers(outlets), draw.integers(events)
        rows.append((f"outlet {outlet}", f"e{event}", " ".join(draw.choice(WORDS, 30))))
    return articles_of(*rows)


PLAIN = {"longest": 1, "min_documents": 1, "stop_words": None}


def test_worked_example():
    # By hand. "bread" occurs 3 times in the 4 words of A and once in the 6 of B; 4 of all 10 words.
    # A prior of 5 words adds 5 * 4/10 = 2, so A has 5 against 4 + 5 - 5 = 4, B has 3 against
    # 6 + 5 - 3 = 8:
    # log-odds = ln(5/4) - ln(3/8) = ln(10/3) = 1.2039728...; variance = 1/5 + 1/3 = 8/15.
    articles = articles_of(
        ("A", "e", "bread bread bread stone"), ("B", "e", "bread stone stone stone stone stone")
    )
    found = keyness(articles, prior=Prior(words=5), **PLAIN).set_index(["outlet", "term"])
    row = found.loc[("A", "bread")]
    assert row["log_odds"] == pytest.approx(math.log(10 / 3), abs=1e-12)
    assert row["z"] == pytest.approx(math.log(10 / 3) / math.sqrt(8 / 15), abs=1e-12)
    assert row[["count", "count_rest", "documents"]].tolist() == [3, 1, 1]
    assert found.loc[("B", "bread"), "z"] == pytest.approx(-row["z"], abs=1e-12)


def test_equals_the_same_sum_done_plainly():
    articles = several()
    found = keyness(articles, events_as_strata=False, **PLAIN).set_index(["outlet", "term"])
    bags = articles["text"].str.split().groupby(articles["outlet"]).sum()
    whole = bags.sum()
    for outlet, bag in bags.items():
        rest = [w for other, words in bags.items() if other != outlet for w in words]
        for term in WORDS:
            a = 500 * whole.count(term) / len(whole)
            y, x = bag.count(term) + a, rest.count(term) + a
            delta = math.log(y / (len(bag) + 500 - y)) - math.log(x / (len(rest) + 500 - x))
            assert found.loc[(outlet, term), "log_odds"] == pytest.approx(delta, abs=1e-9)
            assert found.loc[(outlet, term), "z"] == pytest.approx(
                delta / math.sqrt(1 / y + 1 / x), abs=1e-9
            )


@pytest.mark.parametrize("against", ["rest", "outlet 2"])
def test_strata_equal_the_pooled_odds_ratio_of_statsmodels(against):
    from statsmodels.stats.contingency_tables import StratifiedTable

    articles = several(seed=3)
    found = keyness(articles, against=against, **PLAIN).set_index(["outlet", "term"])
    mine, term = "outlet 1", "stone"
    share = articles["text"].str.split().sum().count(term) / articles["n_words"].sum()
    cells = [[[500 * share, 500 * (1 - share)]] * 2]
    for _, event in articles.groupby("event_id"):
        bags = [
            event.loc[event["outlet"] == mine, "text"],
            event.loc[
                event["outlet"] == against if against != "rest" else event["outlet"] != mine, "text"
            ],
        ]
        counts = [" ".join(bag).split() for bag in bags]
        if all(counts):
            cells.append([[words.count(term), len(words) - words.count(term)] for words in counts])
    plain = StratifiedTable(np.array(cells, dtype=float).transpose(1, 2, 0))
    row = found.loc[(mine, term)]
    assert row["log_odds"] == pytest.approx(plain.logodds_pooled, abs=1e-9)
    assert row["z"] == pytest.approx(plain.logodds_pooled / plain.logodds_pooled_se, abs=1e-9)


def test_a_word_of_one_event_is_not_a_style():
    flood = "flood water rescue bridge " * 40
    game = "match goal team coach " * 40
    articles = articles_of(
        ("A", "flood", flood),
        ("A", "flood", flood),
        ("B", "flood", flood),
        ("B", "game", game),
        ("B", "game", game),
        ("A", "game", game),
    )
    pooled = keyness(articles, events_as_strata=False, **PLAIN).set_index(["outlet", "term"])
    within = keyness(articles, **PLAIN).set_index(["outlet", "term"])
    assert pooled.loc[("A", "flood"), "z"] > 2
    assert abs(within.loc[("A", "flood"), "z"]) < 1e-9


def test_an_outlet_without_a_shared_event_has_no_rows_and_is_named(caplog):
    articles = articles_of(
        ("A", "e", "bread stone"), ("B", "e", "bread"), ("C", "f", "bread"), ("D", None, "bread")
    )
    found = keyness(articles, **PLAIN)
    assert set(found["outlet"]) == {"A", "B"}
    assert "'C' shares no event" in caplog.text
    assert "'D' shares no event" in caplog.text


@settings(max_examples=6, deadline=None)
@given(st.permutations(range(12)))
def test_order_of_rows_does_not_matter(order):
    articles = several(n=12)
    again = keyness(articles.iloc[order], **PLAIN)
    pd.testing.assert_frame_equal(again, keyness(articles, **PLAIN), check_exact=True)


def test_input_is_not_changed_and_rows_are_sorted():
    articles = several()
    before = articles.copy()
    found = keyness(articles, **PLAIN)
    pd.testing.assert_frame_equal(articles, before)
    assert found.equals(found.sort_values(["outlet", "z"], ascending=[True, False], kind="stable"))
    few = keyness(articles, n_terms=2, **PLAIN)
    assert few.groupby("outlet").size().tolist() == [2] * 4
    best = found.assign(size=found["z"].abs()).groupby("outlet")["size"].max()
    assert few.assign(size=few["z"].abs()).groupby("outlet")["size"].max().equals(best)


def test_prior_from_a_file(tmp_path):
    path = tmp_path / "prior.csv"
    pd.DataFrame({"term": ["Bread", "stone"], "count": [30, 70]}).to_csv(path, index=False)
    terms = count_terms(articles_of(("A", "e", "bread stone cloud")), **PLAIN)
    alpha = Prior(words=10, counts=path).alpha(terms)
    assert dict(zip(terms.terms, alpha, strict=True)) == pytest.approx(
        {"bread": 3, "cloud": 0.05, "stone": 7}
    )
    path.write_text("word,n\na,1\n")
    with pytest.raises(
        ParameterError, match=r"prior.csv: needs columns term and count .* it has word, n"
    ):
        Prior(counts=path).alpha(terms)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"by": "outlt"}, "No column 'outlt'; did you mean 'outlet'"),
        ({"against": "Z"}, "No outlet 'Z'.*Available: rest, A, B"),
        ({"prior": Prior(words=0)}, "size of the prior is 0 words"),
        ({"longest": 4}, "longest is 4; it should be 1, 2 or 3"),
        ({"stop_words": "klingon"}, "No stop words 'klingon'"),
    ],
)
def test_errors(settings, message):
    with pytest.raises(ParameterError, match=message):
        keyness(articles_of(("A", "e", "bread"), ("B", "f", "bread")), **settings)


def test_nobody_to_compare_gives_no_rows_and_says_so(caplog):
    assert keyness(articles_of()).empty
    assert keyness(articles_of(("A", "e", "bread"), ("B", "f", "bread"))).empty
    assert "No two values of 'outlet' can be compared on one event: there are 2. Use" in caplog.text


def test_terms_are_ranked_by_z_then_by_name():
    articles = articles_of(("A", "e", "cloud bread cloud bread"), ("B", "e", "stone river"))
    found = keyness(articles, **PLAIN)
    of_a = found.loc[found["outlet"] == "A", "term"].tolist()
    assert of_a == ["bread", "cloud", "river", "stone"]


def test_only_terms_that_either_side_uses_are_listed():
    rows = ("A", "e", "bread"), ("B", "e", "stone"), ("C", "f", "cloud"), ("D", "f", "river")
    found = keyness(articles_of(*rows), **PLAIN)
    assert set(found.loc[found["outlet"] == "A", "term"]) == {"bread", "stone"}
    pooled = keyness(articles_of(*rows), events_as_strata=False, **PLAIN)
    assert set(pooled.loc[pooled["outlet"] == "A", "term"]) == {"bread", "cloud", "river", "stone"}


def test_against_one_outlet():
    articles = articles_of(("A", "e", "bread"), ("B", "e", "stone"), ("C", "e", "cloud"))
    found = keyness(articles, against="C", **PLAIN)
    assert set(found["outlet"]) == {"A", "B"}
    of_a = found[found["outlet"] == "A"].set_index("term")
    assert "stone" not in of_a.index
    assert of_a.loc["cloud", "count_rest"] == 1


def test_log_odds_of_equal_shares_is_zero():
    delta, variance = log_odds(np.array([10.0]), 100, np.array([10.0]), 100, np.array([5.0]), 50)
    assert delta[0] == pytest.approx(0)
    assert variance[0] == pytest.approx(2 / 15)
