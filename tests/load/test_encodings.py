"""Tests of finding encodings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.core.errors import InputError
from analysis.load.encodings import decode

ENGLISH = "The ministry said “at least 29 people” were killed in the café — officials said."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "cp1252"),
        ("Le ministère a annoncé que 29 personnes ont été tuées à la gare.", "latin-1"),
        ("Министерство сообщило, что погибли 29 человек в городе.", "cp1251"),
        ("قالت الوزارة إن 29 شخصا قتلوا في المدينة", "cp1256"),
        ("plain", "ascii"),
        ("plain text in wide letters", "utf-16-le"),
        ("plain text in wide letters", "utf-16-be"),
        ("un café", "cp1252"),
        ("Gül said", "cp1252"),
        ("The £5m – a “cost” to the town", "cp1252"),
        ("naïve £20 — café’s owner… said", "cp1252"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy", "cp1250"),
    ],
)
def test_text_is_found_again(text, encoding):
    assert decode(text.encode(encoding), "x.txt").text == text


def test_declared_encoding_is_used():
    assert decode("naïve".encode("mac-roman"), "x.html", "mac-roman").text == "naïve"
    assert decode("naïve".encode(), "x.html", "no-such-encoding").text == "naïve"


@pytest.mark.parametrize(
    ("data", "part"),
    [
        ("café".encode(), None),
        ("café".encode("utf-16"), None),
        ("The café is closed, the naïve said".encode("cp1252"), "is not UTF-8"),
        ("é\né\n".encode() + "é".encode("cp1252"), "mixed encodings: utf-8, but 1 lines (3)"),
    ],
)
def test_remark(data, part):
    remark = decode(data, "x.txt").remark()
    assert remark is None if part is None else part in remark


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n", b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0", bytes(range(32)) * 9]
)
def test_binary_is_refused(data):
    with pytest.raises(InputError, match="not text"):
        decode(data, "x.csv")


@given(st.text(st.characters(codec="utf-8", min_codepoint=32)))
def test_utf8_comes_back(text):
    assert decode(text.encode(), "x.txt").text == text.removeprefix("\ufeff")
