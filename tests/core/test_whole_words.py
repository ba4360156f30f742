"""Where a text holds a name as whole words."""

import pytest

from analysis.core.whole_words import whole_words


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Quist said so.", "Quist", [0]),
        ("Quists and McQuist met quist.", "Quist", []),
        ("Ada Quist, Quist’s son and (Quist)", "Quist", [4, 11, 28]),
        ("Acme Inc. and Acme Inc.s", "Acme Inc.", [0]),
        ("a+a and a+ab", "a+a", [0]),
        ("aaa aa", "aa", [4]),
        ("", "Quist", []),
    ],
)
def test_only_whole_words_are_found(text, name, expected):
    assert [match.start() for match in whole_words(text, name)] == expected
