import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.chart.text_fitting import clean, is_missing, width_of, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n b\tc", "a b c"),
        (None, ""),
        (float("nan"), ""),
        ("x\x1b[1m\u202ey", "x[1my"),
        ("\u202aa\u202bb\u202c", "ab"),
        ("\u2066a\u2069", "a"),
        ("\ud800a\ue000", "a"),
        ("a\u2065b\u206ac", "a\u2065b\u206ac"),
        (3, "3"),
        ("نص", "نص"),
    ],
)
def test_clean(text, expected):
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, True), (float("nan"), True), ("", False), (0, False), ("nan", False)],
)
def test_is_missing(value, expected):
    assert is_missing(value) is expected


@given(
    st.text(alphabet=st.characters(codec="ascii", categories=["L", "N", "Z"]), max_size=80),
    st.floats(0.5, 4),
)
def test_wrapped_lines_fit_and_lose_nothing(text, inches):
    wrapped = wrap(text, inches)
    assert all(width_of(line) <= inches for line in wrapped.split("\n"))
    assert re.sub(r"\s", "", wrapped) == re.sub(r"\s", "", clean(text))


@pytest.mark.parametrize("lines", [1, 2])
def test_wrap_shortens_with_an_ellipsis(lines):
    wrapped = wrap("word " * 40, 1.5, lines=lines)
    assert wrapped.count("\n") == lines - 1
    assert wrapped.endswith("…")
    assert all(width_of(line) <= 1.5 for line in wrapped.split("\n"))


def test_wrap_shortens_nothing_that_fits():
    assert wrap("one two", width_of("two") + 0.1, lines=2) == "one\ntwo"
    assert wrap("one two", width_of("one two"), lines=1) == "one two"


def test_wrap_leaves_no_space_before_the_ellipsis():
    assert " …" not in wrap("a b c d e f g h i j k l m n o p", 0.6, lines=1)


def test_a_word_wider_than_a_line_is_broken():
    assert wrap("aaaa", width_of("aa")) == "aa\naa"


def test_an_empty_text_has_no_width():
    assert width_of("") == 0
    assert wrap(None, 1) == ""


def test_larger_and_bolder_text_is_wider():
    assert width_of("word", 20) == pytest.approx(2 * width_of("word", 10), rel=0.02)
    assert width_of("word", bold=True) > width_of("word")
