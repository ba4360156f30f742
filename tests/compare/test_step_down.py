"""Adjustment of p-values, and the steps in which outlets are taken out of the others."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.compare.step_down import Result, adjust, level_of_test, step_down


@given(st.lists(st.one_of(st.floats(0, 1), st.just(float("nan"))), max_size=20))
def test_adjusted_is_never_below_p(p):
    out = adjust(p)
    tested = ~np.isnan(np.array(p, dtype=float))
    assert (np.isnan(out) == ~tested).all()
    assert (out[tested] >= np.array(p, dtype=float)[tested] - 1e-12).all()
    assert (out[tested] <= 1).all()


def scripted(rounds, calls=None):
    """Return a tester that gives the p-values of each set of outlets that are left out."""

    def test(left_out):
        if calls is not None:
            calls.append(left_out)
        return {outlet: (p, 1.0) for outlet, p in rounds[left_out].items()}

    return test


def p_values(results):
    return [(result.p, result.left_out) for result in results]


def test_the_clearest_outlet_is_taken_out_and_the_rest_tested_again():
    rounds = {
        (): {"a": 0.001, "b": 0.01, "c": 0.02, "d": 0.9},
        ("a",): {"b": 0.5, "c": 0.6, "d": 0.7},
    }
    calls = []
    results = step_down({"m": scripted(rounds, calls)}, [("m", name) for name in "abcd"])
    assert calls == [(), ("a",)]
    assert p_values(results) == [(0.001, ()), (0.5, ("a",)), (0.6, ("a",)), (0.7, ("a",))]
    assert results[0].p_adjusted == pytest.approx(0.004)
    assert [result.p_adjusted for result in results[1:]] == pytest.approx([0.7, 0.7, 0.7])


def test_several_outlets_are_taken_out_one_by_one():
    rounds = {
        (): {"a": 0.001, "b": 0.2, "c": 0.3, "d": 0.9},
        ("a",): {"b": 0.002, "c": 0.6, "d": 0.7},
        ("a", "b"): {"c": 0.6, "d": 0.6},
    }
    results = step_down({"m": scripted(rounds)}, [("m", name) for name in "abcd"])
    assert [result.left_out for result in results] == [(), ("a",), ("a", "b"), ("a", "b")]
    assert [result.p for result in results] == [0.001, 0.002, 0.6, 0.6]


def test_the_last_two_outlets_are_never_taken_out():
    rounds = {(): {"a": 0.001, "b": 0.001}}
    results = step_down({"m": scripted(rounds)}, [("m", "a"), ("m", "b")])
    assert p_values(results) == [(0.001, ()), (0.001, ())]


def test_of_equal_p_values_the_largest_difference_counts():
    def test(left_out):
        return {
            name: (0.001 if not left_out else 0.9, difference)
            for name, difference in (("a", -0.1), ("b", -3.0), ("c", 0.2))
            if name not in left_out
        }

    results = step_down({"m": test}, [("m", name) for name in "abc"])
    assert [result.left_out for result in results] == [("b",), (), ("b",)]


def test_metrics_are_adjusted_together_and_stepped_down_apart():
    of_one = {(): {"a": 0.02, "b": 0.5, "c": 0.6}}
    of_other = {(): {"a": 0.001, "b": 0.5, "c": 0.6}, ("a",): {"b": 0.9, "c": 0.9}}
    testers = {"one": scripted(of_one), "other": scripted(of_other)}
    results = step_down(testers, [(name, outlet) for name in testers for outlet in "abc"])
    assert results[0].p_adjusted == pytest.approx(0.06)
    assert results[3].p_adjusted == pytest.approx(0.006)
    assert [result.left_out for result in results[3:]] == [(), ("a",), ("a",)]
    assert {result.left_out for result in results[:3]} == {()}


def test_an_outlet_that_is_not_shown_is_no_test_and_one_without_values_is_null():
    rounds = {(): {"a": 0.03, "b": 0.5}}
    results = step_down({"m": scripted(rounds)}, [("m", "a"), ("m", "z")])
    assert results[0].p_adjusted == pytest.approx(0.03)
    assert np.isnan([results[1].p, results[1].p_adjusted]).all()


@pytest.mark.parametrize(
    ("adjusted", "expected"),
    [([0.5], 0.05), ([0.5, 0.9], 0.025), ([0.5, 0.01, 0.04, 0.9], 0.05 * 3 / 4)],
)
def test_the_level_of_a_test_depends_on_the_others(adjusted, expected):
    results = [Result(0.01, 1.0, (), p) for p in adjusted] + [Result(np.nan, np.nan)]
    assert level_of_test(results[0], results) == pytest.approx(expected)
