"""Alpha of spans: Krippendorff's worked example, the extremes, and a plain sum by hand."""

import numpy as np
import pytest

from analysis.evaluate import unitised_alpha as module
from analysis.evaluate.unitised_alpha import merge_spans, share_alike, unitised_alpha

# Krippendorff (2004), Content Analysis, 2nd ed., p. 254: a continuum of 300 that begins at 150
BEGIN, LENGTH = 150, 300
C = {"i": [(225, 70), (370, 30)], "j": [(220, 80), (355, 20), (400, 20)]}
K = {"i": [(180, 60), (300, 50)], "j": [(180, 60), (300, 50)]}


def placed(category):
    """Return spans from starts and lengths, as the book has them."""
    return {
        coder: [(start - BEGIN, start - BEGIN + length) for start, length in rows]
        for coder, rows in category.items()
    }


def test_alpha_equals_the_textbook():
    assert unitised_alpha(placed(C), LENGTH) == pytest.approx(0.7286, abs=0.0001)
    assert unitised_alpha(placed(K), LENGTH) == 1


@pytest.mark.parametrize(("category", "observed", "expected"), [(C, 0.0144, 0.0532), (K, 0, 0.049)])
def test_disagreements_equal_the_textbook(category, observed, expected):
    sections = [module._sections(rows, LENGTH) for rows in placed(category).values()]
    assert module._observed(sections, LENGTH) == pytest.approx(observed, abs=0.0001)
    assert module._expected(sections, LENGTH) == pytest.approx(expected, abs=0.0001)


def test_the_observed_difference_of_two_spans_by_hand():
    # (10, 20) and (13, 22): starts differ by 3, ends by 2; the gaps hold neither
    sections = [module._sections(rows, 100) for rows in ([(10, 20)], [(13, 22)])]
    assert module._difference(*sections) == 3**2 + 2**2
    # a span of 4 in a gap of the other
    sections = [module._sections(rows, 100) for rows in ([(10, 14)], [])]
    assert module._difference(*sections) == 4**2


def test_spans_that_never_meet_are_worse_than_chance():
    assert unitised_alpha({"a": [(0, 2)], "b": [(5, 7)]}, 12) < 0


def test_agreement_falls_the_further_spans_are_apart():
    values = [unitised_alpha({"a": [(50, 70)], "b": [(50 + d, 70 + d)]}, 500) for d in range(21)]
    assert values[0] == 1
    assert all(first > second for first, second in zip(values, values[1:], strict=False))


def test_spans_at_random_agree_by_chance():
    rng = np.random.default_rng(0)
    found = []
    for _ in range(300):
        starts = rng.integers(0, 990, size=2)
        spans = {name: [(int(at), int(at) + 10)] for name, at in zip("ab", starts, strict=True)}
        found.append(unitised_alpha(spans, 1000))
    assert abs(np.mean(found)) < 0.05


@pytest.mark.parametrize("spans", [{}, {"a": [(0, 3)]}, {"a": [], "b": []}])
def test_alpha_is_none_where_nothing_can_be_told(spans):
    assert unitised_alpha(spans, 10) is None


def test_three_coders_of_whom_one_marks_nothing():
    two = unitised_alpha({"a": [(3, 9)], "b": [(3, 9)]}, 100)
    three = unitised_alpha({"a": [(3, 9)], "b": [(3, 9)], "c": []}, 100)
    assert two == 1
    assert three < 1


def test_characters_treated_alike():
    assert share_alike({"a": [(0, 5)], "b": [(0, 4)], "c": []}, 10) == pytest.approx(
        np.mean([0.9, 0.5, 0.6])
    )
    assert share_alike({"a": [(0, 5)]}, 10) is None


def test_spans_that_touch_become_one():
    assert merge_spans([(3, 5), (5, 8), (0, 1), (4, 6)]) == [(0, 1), (3, 8)]
