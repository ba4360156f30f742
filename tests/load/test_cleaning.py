"""Tests of mending texts and joining titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.load.cleaning import begins_with_title, fix_text, join_title, storable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text", "plain text"),
        ("“curly” ‘quotes’ – and — dashes…", "“curly” ‘quotes’ – and — dashes…"),
        ("cafÃ© â€œopenâ€\x9d donâ€™t", "café “open” don’t"),
        ("a\x93quote\x94", "a“quote”"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("one\n\n \n\n\ntwo", "one\n\ntwo"),
        ("  edges \n", "edges"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("bell\x07 delete\x7f", "bell delete"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("Q&amp;A", "Q&A"),
        ("<b>Q&amp;A</b>", "<b>Q&amp;A</b>"),
        ("4\u00a0000 people", "4\u00a0000 people"),
        ("ﬁre and １２", "ﬁre and １２"),
    ],
)
def test_mend(text, expected):
    assert fix_text(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        ("a\x00b", "ab", "1 NUL byte removed"),
        ("a\x00\x00b", "ab", "2 NUL bytes removed"),
        ("a\u202eb\u2066c\u2069", "abc", "3 characters that turn the direction"),
    ],
)
def test_what_could_be_missed_is_remarked(text, expected, remark):
    mended, remarks = fix_text(text)
    assert mended == expected
    assert remark in remarks[0]


@pytest.mark.parametrize(
    ("title", "body", "glued"),
    [
        ("Bridge falls in the north", "Twelve people died.", True),
        ("Bridge falls in the north", "Bridge falls in the north\n\nTwelve died.", False),
        (
            "Bridge falls in the north",
            "Fri 2 Nov 2018 at 0914 Bridge Falls in the North. Twelve died.",
            False,
        ),
        (
            "Bridge's fall kills 12 | The Daily",
            "Last updated at Nov 2 Bridges fall kills 12 Twelve died.",
            False,
        ),
        (
            "80 people die as bridge falls",
            "Fri 2 Nov People die as bridge falls. The ministry said.",
            False,
        ),
        (
            "Bridge falls in the north- Al Daily Website",
            "10-11-2014 Bridge falls in the north. Twelve died.",
            False,
        ),
        ("Bridge falls - Region - World - Daily", "AFP 2 Nov. Twelve died.", True),
        ("Fire", "A fire broke out.", True),
        ("Fire", "Fire\nA fire broke out.", False),
        ("Bridge falls in the north", "Long lead. " * 40 + "Bridge falls in the north", True),
        (None, "Twelve died.", False),
        ("...", "Twelve died.", True),
    ],
)
def test_join_title(title, body, glued):
    assert join_title(title, body) == (f"{title}\n\n{body}" if glued else body)


@given(st.text(), st.text())
def test_title_is_never_put_twice(title, body):
    once = join_title(title, body)
    assert once.endswith(body)
    if any(c.isalnum() for c in title):
        assert begins_with_title(once, title)


@given(st.text(st.characters()))
def test_mended_text_is_clean_and_stays(text):
    mended, _ = fix_text(text)
    assert "\x00" not in mended
    assert "\r" not in mended
    assert mended == mended.strip()
    mended.encode("utf-8")


@given(st.text(st.characters()))
def test_storable_keeps_the_length(text):
    stored, count = storable(text)
    assert len(stored) == len(text)
    assert stored.encode("utf-8").count("\ufffd".encode()) >= count
