"""Names are found where a pattern with the edges of words finds them, and the text is read once."""

import re

import pytest

from analysis.extract.parties import word_places
from analysis.extract.parties.word_places import WordPlaces

TEXT = (
    "Ana al-Assad met O’Brien. Brien and O’Briens left; Anaïs, ANA and Ana’s dog stayed. "
    "Smith-Smith-Smith, Smith_2 and non-Smith spoke to Smith."
)


@pytest.mark.parametrize(
    "name",
    ["Ana", "O’Brien", "Brien", "Smith", "Smith-Smith", "Assad", "al-Assad", "ana", "Karsk"],
)
def test_places_are_those_of_a_pattern_with_edges(name):
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    expected = [match.start() for match in pattern.finditer(TEXT)]
    assert WordPlaces(TEXT).places_of(name) == expected


def test_a_name_begins_with_a_letter():
    with pytest.raises(ValueError, match="begins with a letter, not '’s'"):
        WordPlaces(TEXT).places_of("’s")


def test_a_text_is_read_once_and_only_if_asked_for(monkeypatch):
    read = []

    class Word:
        match = word_places._WORD.match

        @staticmethod
        def finditer(text):
            read.append(text)
            return pattern.finditer(text)

    pattern = word_places._WORD
    monkeypatch.setattr(word_places, "_WORD", Word)
    places = WordPlaces(TEXT)
    assert read == []
    found = [places.places_of("Smith") for _ in range(20)]
    assert len(found[0]) == 5  # a hyphen ends a word, an underscore does not
    assert all(one == found[0] for one in found)
    assert read == [TEXT]
