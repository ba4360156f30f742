"""Terms of articles, candidate pairs, and the evidence for a pair."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.events.similarity import (
    HOUSE_MINIMUM,
    MAX_WORDS,
    WEIGHTS,
    WEIGHTS_WITH_VECTORS,
    article_terms,
    candidate_pairs,
    choose_weights,
    compare_pairs,
    trim_texts,
    weigh_terms,
)
from tests.compare.events.event_articles import articles, figures


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("buses were burned", ["buse", "burn"]),
        ("twelve buses", ["#12", "buse"]),
        ("1,200 buses", ["#1200", "buse"]),
        ("in 2014", []),
        ("some 1914 and 2099", []),
        ("some 1814, 2114 and 199", ["#1814", "#2114", "#199"]),
        ("on 12 October", ["octob"]),
        ("12 october", ["octob"]),
        ("12 ozone", ["#12", "ozon"]),
        ("one or 2", []),
        ("three or 3", ["#3", "#3"]),
        ("a b x-ray", ["x-ray"]),
        ("'quoted'", ["quot"]),
        ("", []),
        (None, []),
    ],
)
def test_terms(text, terms):
    assert [term for term, _ in article_terms(None, text) if term is not None] == terms


def test_terms_come_with_the_word_as_printed():
    assert article_terms("Buses", None) == [("buse", "Buses")]
    assert article_terms(None, "the Buses") == [(None, "the"), ("buse", "Buses")]


def test_a_title_that_opens_the_text_is_read_once():
    assert article_terms("Bridge falls", "Bridge falls. More.") == article_terms(
        None, "Bridge falls. More."
    )
    assert len(article_terms("Bridge falls", "A bridge falls.")) == 5


def test_only_the_first_words_are_read():
    text = "bridge " * (MAX_WORDS + 7)
    assert len(article_terms(None, text)) == MAX_WORDS
    (trimmed,) = trim_texts(pd.DataFrame({"text": [text]}))["text"]
    assert trimmed.split() == ["bridge"] * MAX_WORDS
    short = "bridge " * (MAX_WORDS - 1)
    assert trim_texts(pd.DataFrame({"text": [short, ""]}))["text"].tolist() == [short, ""]


def test_trimmed_texts_have_the_same_terms():
    long = articles([("x", "north", "2020-05-01", "Title", "bridge river " * 400)])
    trimmed = trim_texts(long)
    assert len(trimmed["text"][0]) < len(long["text"][0])
    assert (weigh_terms(trimmed).matrix != weigh_terms(long).matrix).nnz == 0


def test_weights_have_length_1_and_fall_with_position():
    terms = weigh_terms(
        articles([("x", "n", None, None, "bridge then river"), ("y", "n", None, None, "")])
    )
    weights = terms.matrix.toarray()[0]
    assert np.linalg.norm(weights) == pytest.approx(1)
    assert weights[terms.vocabulary["bridg"]] > weights[terms.vocabulary["river"]] > 0
    assert not terms.matrix.toarray()[1].any()


@pytest.mark.parametrize(
    ("start", "count", "columns", "found"),
    [
        (0, 44, {}, True),
        (199, 44, {}, True),
        (200, 44, {}, False),
        (0, 3, {}, True),
        (0, 2, {}, False),
        (0, 44, {"implicit": True}, False),
        (0, 44, {"outcome": None}, False),
    ],
)
def test_figures_in_the_lead_become_terms(start, count, columns, found):
    table = figures(("a1", start, count), **columns)
    assert (f"killed#{count}" in weigh_terms(articles(), table).vocabulary) is found


@pytest.mark.parametrize(
    ("n_articles", "has_style"), [(HOUSE_MINIMUM, True), (HOUSE_MINIMUM - 1, False)]
)
def test_an_outlet_with_enough_articles_has_a_style(n_articles, has_style):
    rows = [
        (f"x{i}", "north", None, None, f"terrorist rockets again w{i}") for i in range(n_articles)
    ]
    terms = weigh_terms(articles(rows))
    assert bool(terms.style.any()) is has_style
    assert not weigh_terms(articles([(*row[:1], None, *row[2:]) for row in rows])).style.any()


def test_house_style_does_not_make_articles_alike():
    house = "terrorist rocket attacks "
    words = "bridge flood budget pension tax river".split()
    rows = [(f"x{i}", "north", None, None, house + word) for i, word in enumerate(words)]
    rows += [("y", "south", None, None, house + "bridge")]
    first, second = np.array([0]), np.array([1])
    with_style = compare_pairs(articles(rows), weigh_terms(articles(rows)), first, second, 30)
    few = articles(rows[:2])
    without = compare_pairs(few, weigh_terms(few), first, second, 30)
    assert with_style["similarity"][0] < without["similarity"][0]


@pytest.mark.parametrize("days", [0, 1, 3, 200])
def test_candidates_are_within_the_window(days):
    frame = articles()
    first, second = candidate_pairs(weigh_terms(frame), frame["published"], days)
    day = frame["published"].to_numpy().astype("datetime64[D]")
    assert (np.abs((day[first] - day[second]).astype(int)) <= days).all()
    pairs = {frozenset(pair) for pair in zip(first, second, strict=True)}
    assert len(pairs) == len(first)
    assert (frozenset({0, 1}) in pairs) is (days >= 1)
    assert (frozenset({0, 6}) in pairs) is (days >= 142)
    assert frozenset({0, 5}) not in pairs  # no words in common


def test_an_article_without_a_day_is_compared_with_all():
    frame = articles()
    frame.loc[6, "published"] = pd.NaT
    first, second = candidate_pairs(weigh_terms(frame), frame["published"], 0)
    assert {0, 6} in [set(pair) for pair in zip(first.tolist(), second.tolist(), strict=True)]


def test_evidence_of_pairs():
    places = {"a1": "Velmora", "a2": " VELMORA", "b1": "Tarrin"}
    frame = articles(place=places)
    first, second = np.array([0, 0, 0, 0]), np.array([1, 3, 5, 6])
    found = compare_pairs(frame, weigh_terms(frame), first, second, days=30)
    assert found["days"].tolist() == [1, 1, 1, 142]
    assert found["same_outlet"].tolist() == [0, 1, 0, 1]
    assert found["same_place"].fillna(-1).tolist() == [1, 0, -1, -1]
    assert found["vectors"].tolist() == [0, 0, 0, 0]
    assert found["similarity"].iloc[3] == pytest.approx(1)
    of_place = np.array([WEIGHTS.same_place, WEIGHTS.other_place, 0, 0])
    odds = (
        WEIGHTS.base
        + WEIGHTS.similarity * found["similarity"]
        + WEIGHTS.log_days * np.log(1 + found["days"])
        + WEIGHTS.same_outlet * found["same_outlet"]
        + of_place
    )
    assert found["p"].tolist() == pytest.approx((1 / (1 + np.exp(-odds))).tolist())


def test_a_pair_without_a_day_is_taken_to_be_some_days_apart():
    frame = articles()
    frame.loc[6, "published"] = pd.NaT
    found = compare_pairs(frame, weigh_terms(frame), np.array([0]), np.array([6]), days=30)
    assert found["days"].tolist() == [30]


def test_vectors_are_compared_without_their_mean_and_house_style():
    frame = articles()
    vectors = np.random.default_rng(1).random((len(frame), 5))
    first, second = np.array([0, 2]), np.array([1, 4])
    found = compare_pairs(frame, weigh_terms(frame), first, second, 30, vectors)["vectors"]
    centred = vectors - vectors.mean(axis=0)
    for rows in frame.groupby("outlet").indices.values():
        centred[rows] -= (vectors - vectors.mean(axis=0))[rows].sum(axis=0) / (len(rows) + 10)
    for row, (i, j) in enumerate(zip(first, second, strict=True)):
        product = centred[i] @ centred[j]
        cosine = product / np.linalg.norm(centred[i]) / np.linalg.norm(centred[j])
        assert found[row] == pytest.approx(cosine)


def test_weights_depend_on_vectors():
    assert choose_weights(None) is WEIGHTS
    assert choose_weights(np.eye(2)) is WEIGHTS_WITH_VECTORS


@pytest.mark.parametrize("word", ["1²", "²", "9" * 5_000, "y" * 5_000])
def test_terms_of_hostile_words(word):
    terms = article_terms(None, f"{word} died")
    assert terms[-1] == ("die", "died")


def test_an_infinite_figure_is_no_term():
    figures = pd.DataFrame(
        {"article_id": ["a"], "start": [0], "implicit": [False], "outcome": ["killed"]}
    ).assign(low=float("inf"))
    frame = articles()
    assert weigh_terms(frame, figures).vocabulary == weigh_terms(frame).vocabulary
