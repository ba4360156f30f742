import pandas as pd
import pytest

from analysis.core.plain_values import number_or_none, text_or_empty, text_or_none

MISSING = [None, float("nan"), pd.NA, pd.NaT]


@pytest.mark.parametrize("value", MISSING)
def test_a_missing_value_is_none_or_empty(value):
    assert text_or_none(value) is None
    assert text_or_empty(value) == ""
    assert number_or_none(value) is None


@pytest.mark.parametrize("text", ["x", ""])
def test_a_text_stays_as_it_is(text):
    assert text_or_none(text) == text
    assert text_or_empty(text) == text


def test_a_number_is_no_text():
    assert text_or_none(3) is None
    assert text_or_empty(3) == ""


def test_a_number_becomes_pythons():
    assert type(number_or_none(pd.Series([3])[0])) is float
