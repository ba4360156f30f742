"""Followers, kin and circles are called after somebody; offices and names are their own."""

import pytest

from analysis.core.followers import is_follower, stands_by_another


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Quist's allies", True),
        ("Quist's attorneys", True),
        ("the miners' wives", True),
        ("supporters of Ada Quist", True),
        ("One operative inside Quist Tower", True),
        ("an aide to Quist", True),
        ("the Quist campaign", True),
        ("some people in the Quist camp", True),
        ("the striker’s fans", True),
        ("", False),
        ("Ada Quist", False),
        ("Quist backer Emil Roth", False),
        ("spokesman for the port", False),
        ("Velm officials", False),
        ("Ada Quist, a supporter of the levy", False),
        ("the Campaign for Clean Water", False),
    ],
)
def test_who_stands_by_another(words, expected):
    assert stands_by_another(words) is expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("backer", True),
        ("Allies", True),
        ("teammates", True),
        ("mayor", False),
        ("campaign", False),
        ("family", False),
    ],
)
def test_followers(noun, expected):
    assert is_follower(noun) is expected
