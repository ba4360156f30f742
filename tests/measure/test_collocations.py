"""Words and collocations: what is counted, and what is no term."""

import pytest

from analysis.core.errors import ParameterError
from analysis.measure.collocations import count_terms
from tests.measure.term_articles import articles_of

TEXT = (
    "The water board met. The water board of the town met; water, board. "
    "Don\u2019t ask al-Noor about the 12 boards."
)


def counts_of(*texts, **settings):
    """Return the terms of the first of several articles, and how often they occur."""
    terms = count_terms(articles_of(*(("A", "e", text) for text in texts)), **settings)
    counts = dict(zip(terms.terms, terms.matrix.toarray()[0].tolist(), strict=True))
    return {term: count for term, count in counts.items() if count}


def test_words_and_collocations():
    terms = count_terms(articles_of(*[("A", "e", TEXT)] * 5), min_documents=5)
    counts = dict(zip(terms.terms, terms.matrix.toarray()[0], strict=True))
    assert counts["water"] == 3
    assert counts["water board"] == 2  # not across the comma
    assert {"don't", "al-noor"} <= set(counts)
    assert not {"12", "the", "the water", "board of"} & set(counts)
    assert terms.terms == sorted(terms.terms)
    assert terms.n_words.tolist() == [19] * 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bread, bread", {"bread": 2}),
        ("Bread a b", {"bread": 1}),
        ("rock-n-roll", {"rock-n-roll": 1}),
        ("2nd b2b", {"nd": 1}),
        ("snake_case", {"snake": 1, "case": 1}),
        ("...", {}),
        ("The F.B.I. and FBI", {"the": 1, "fbi": 2, "and": 1}),
        (
            "The U.S. told us of US troops",
            {"the": 1, "u.s.": 2, "told": 1, "us": 1, "of": 1, "troops": 1},
        ),
        ("a U.S.-led, US-led force", {"u.s.-led": 2, "force": 1}),
        ("by e.g. 9 p.m.", {"by": 1}),
    ],
)
def test_words(text, expected):
    assert counts_of(text, longest=1, min_documents=1, stop_words=None) == expected


PAIR = "alpha beta gamma. alpha beta delta. gamma delta. delta gamma. epsilon alpha zeta beta. "
TRIPLE = "alpha beta gamma. " * 4 + "alpha zeta. zeta gamma. beta zeta. zeta alpha. gamma zeta. "


@pytest.mark.parametrize("longest", [1, 2, 3])
def test_the_longest_collocation(longest):
    found = counts_of(*[PAIR * 3] * 3, longest=longest)
    assert max(len(term.split()) for term in found) == longest
    assert ("alpha beta" in found) is (longest > 1)


def test_triples_are_collocations_of_three_words():
    found = counts_of(*[TRIPLE * 3] * 3)
    assert found["alpha beta gamma"] == 12
    assert "alpha beta gamma" not in counts_of(*[TRIPLE * 3] * 3, longest=2)


@pytest.mark.parametrize(("n_triples", "is_unit"), [(3, True), (2, False)])
def test_a_triple_is_half_of_one_of_its_pairs(n_triples, is_unit):
    text = "alpha beta gamma. " * n_triples
    text += "alpha beta. " * (6 - n_triples) + "beta gamma. " * (6 - n_triples)
    text += "zeta eta theta iota. " * 9
    assert ("alpha beta gamma" in counts_of(*[text] * 3)) is is_unit


def test_a_title_of_courtesy_is_a_matter_of_style_and_no_term():
    found = counts_of(*["Mr. Obama met Ms. Merkel."] * 4, min_documents=1)
    assert "obama" in found
    assert not found.keys() & {"mr", "ms"}


def test_stop_words_are_no_terms_and_do_not_start_or_end_collocations():
    texts = ["bread of heaven. " * 9 + "some river. a stone. "] * 3
    found = counts_of(*texts, stop_words=["of"])
    assert "of" not in found
    assert "bread of heaven" in found
    assert not {"bread of", "of heaven"} & set(found)
    assert {"bread of", "of"} <= set(counts_of(*texts, stop_words=None))
    assert "some" not in counts_of(*texts)
    assert "some" in found


@pytest.mark.parametrize(("min_documents", "expected"), [(2, ["river"]), (1, ["bread", "river"])])
def test_rare_terms_are_left_out_by_documents_and_not_by_occurrences(min_documents, expected):
    articles = articles_of(("A", "e", "bread bread bread river"), ("A", "e", "river"))
    terms = count_terms(articles, min_documents=min_documents, longest=1)
    assert terms.terms == expected
    assert terms.matrix.shape == (2, len(expected))
    assert terms.n_words.tolist() == [4, 1]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"longest": 0}, "longest is 0; it should be 1, 2 or 3"),
        ({"longest": 4}, "longest is 4; it should be 1, 2 or 3"),
        ({"stop_words": "klingon"}, "No stop words 'klingon'"),
    ],
)
def test_errors(settings, message):
    with pytest.raises(ParameterError, match=message):
        count_terms(articles_of(("A", "e", "bread")), **settings)


def test_words_of_the_page_are_not_counted():
    text = "The dam broke. Share on Facebook\nBy the sea, bread."
    assert counts_of(text, min_documents=1, longest=1) == {
        "dam": 1,
        "broke": 1,
        "sea": 1,
        "bread": 1,
    }
