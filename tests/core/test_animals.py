"""Nouns of animals."""

from analysis.core.animals import is_animal


def test_a_noun_names_an_animal_or_does_not():
    assert [is_animal(noun) for noun in ("whale", "sheep", "miner", None)] == [
        True,
        True,
        False,
        False,
    ]
