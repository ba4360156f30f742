"""When two statements of one article are rival counts of one thing."""

import pytest

from analysis.compare.quantities.rival_pairs import have_two_sources, ratio


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("police", "the union", True),
        ("police", "Toledo police", False),
        ("the ministry's spokesman", "a spokesman for the union", True),
        ("a monitor", "the Norland Observatory for Rights", False),
        ("a monitoring group", "the army", True),
        ("police", None, False),
        (None, None, False),
    ],
)
def test_two_sources_share_no_word_that_names_them(one, other, two):
    assert have_two_sources({"source": one}, {"source": other}) is two


@pytest.mark.parametrize(("one", "other", "times"), [(2.0, 6.0, 3.0), (6.0, 2.0, 3.0)])
def test_the_ratio_does_not_depend_on_the_order(one, other, times):
    assert ratio({"amount": one}, {"amount": other}) == times


def test_nothing_is_many_times_none():
    assert ratio({"amount": 0.0}, {"amount": 2.0}) == float("inf")
