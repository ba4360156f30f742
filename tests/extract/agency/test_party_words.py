"""Parties right before a noun of harm: found by name or noun, not by place."""

import pytest

from analysis.extract.agency.party_words import is_party_word, party_before
from tests.extract.agency.tagged_text import number_of, tagged, words_of

# a tagged phrase that ends with "strikes", and the party
PARTIES = [
    ("Israeli/JJ strikes/NNS", "Israeli"),
    ("Russian/JJ and/CC Syrian/JJ strikes/NNS", "Russian and Syrian"),
    ("US/NNP strikes/NNS", "US"),
    ("US-led/JJ strikes/NNS", "US-led"),
    ("US-backed/JJ strikes/NNS", None),
    ("Sri/NNP Lanka/NNP police/NNS strikes/NNS", "Sri Lanka police"),
    ("Sri/NNP Lanka/NNP strikes/NNS", None),
    ("rebel/NN strikes/NNS", "rebel"),
    ("military/JJ strikes/NNS", None),
    ("Israeli/JJ military/JJ strikes/NNS", "Israeli military"),
    ("Easter/NNP Day/NNP strikes/NNS", None),
    ("May/NNP strikes/NNS", None),
    ("strikes/NNS", None),
]


@pytest.mark.parametrize(("marked", "party"), PARTIES)
def test_party_before(marked, party):
    _, words = tagged(marked)
    assert words_of(words, party_before(words, number_of(words, "strikes"))) == party


@pytest.mark.parametrize(
    ("form", "expected"),
    [("rebels", True), ("Russian", True), ("bread", False)],
)
def test_words_of_parties(form, expected):
    _, words = tagged(f"{form}/NN")
    assert is_party_word(words[0]) is expected
