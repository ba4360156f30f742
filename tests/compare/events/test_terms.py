"""Terms of articles, how rare they are, and house style."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.events.terms import (
    FIRST_WORDS,
    HOUSE_MINIMUM,
    MAX_WORDS,
    article_terms,
    rarity,
    read_background,
    trim_texts,
    weigh_terms,
)
from tests.compare.events.event_articles import articles


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


def test_trimming_passes_over_the_words_of_the_page():
    text = "Share on Facebook\n" + "bridge " * MAX_WORDS
    (trimmed,) = trim_texts(pd.DataFrame({"text": [text]}))["text"]
    assert trimmed.split() == ["bridge"] * MAX_WORDS


def test_weights_have_length_1_and_fall_with_position():
    terms = weigh_terms(
        articles([("x", "n", None, None, "bridge then river"), ("y", "n", None, None, "")])
    )
    weights = terms.matrix.toarray()[0]
    assert np.linalg.norm(weights) == pytest.approx(1)
    assert weights[terms.vocabulary["bridg"]] > weights[terms.vocabulary["river"]] > 0
    assert not terms.matrix.toarray()[1].any()


def test_the_lead_has_first_words_only_each_with_the_same_weight():
    text = "bridge then river " + "and " * FIRST_WORDS + "pension"
    terms = weigh_terms(articles([("x", "n", None, None, text), ("y", "n", None, None, "")]))
    lead = terms.lead.toarray()
    assert lead[0, terms.vocabulary["pension"]] == 0 < terms.matrix[0, terms.vocabulary["pension"]]
    rare = rarity(2, {"bridg": 1, "river": 1}, ["bridg", "river"])
    weights = lead[0, [terms.vocabulary["bridg"], terms.vocabulary["river"]]]
    assert weights / np.linalg.norm(weights) == pytest.approx(rare / np.linalg.norm(rare))
    assert np.linalg.norm(lead, axis=1) == pytest.approx([1, 0])


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


@pytest.mark.parametrize("word", ["1²", "²", "9" * 5_000, "y" * 5_000])
def test_terms_of_hostile_words(word):
    terms = article_terms(None, f"{word} died")
    assert terms[-1] == ("die", "died")


def test_a_word_that_all_articles_share_still_counts():
    # in a corpus of three articles on one fire, "fire" is what they have in common
    everywhere, unknown = rarity(3, {"fire": 3, "zzzz": 1}, ["fire", "zzzz"])
    assert 0 < everywhere < unknown


def test_a_word_is_less_rare_the_more_articles_have_it():
    n_background, background = read_background()
    assert background["said"] > n_background / 2
    common, rare = rarity(10, {}, ["said", "ferri"])
    assert 0 < common < 1 < rare
    assert rarity(10, {"ferri": 10}, ["ferri"])[0] < rare


def test_no_articles_have_no_terms():
    assert weigh_terms(articles([])).matrix.shape[0] == 0
