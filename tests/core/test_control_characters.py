"""Control characters become visible, one for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.core.control_characters import CONTROL_CHARACTERS, replace_control_characters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("plain, Öst, 中文, \U0001f600", "plain, Öst, 中文, \U0001f600"),
        ("tab\tand\nline feed", "tab\tand\nline feed"),
        ("\x00\x08\x0b\x0d\x1f", "␀␈␋␍␟"),
        (" \x7e\x7f\x80\x9f\xa0", " \x7e\ufffd\ufffd\ufffd\xa0"),
        ("\u2029\u202a\u202e\u202f", "\u2029\ufffd\ufffd\u202f"),
        ("\u2065\u2066\u2069\u206a", "\u2065\ufffd\ufffd\u206a"),
        ("\ud7ff\ud800\udfff\ue000", "\ud7ff\ufffd\ufffd\ue000"),
        ("\ufdcf\ufdd0\ufdef\ufdf0", "\ufdcf\ufffd\ufffd\ufdf0"),
        ("\ufffd\ufffe\uffff", "\ufffd\ufffd\ufffd"),
    ],
)
def test_replacements(text, expected):
    assert replace_control_characters(text) == expected


@given(st.text(max_size=40))
def test_the_length_stays_the_same_and_nothing_unsafe_remains(text):
    visible = replace_control_characters(text)
    assert len(visible) == len(text)
    assert not CONTROL_CHARACTERS.search(visible)
