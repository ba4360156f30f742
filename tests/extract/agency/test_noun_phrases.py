"""Noun phrases and subjects in tagged sentences: what belongs to them, and what does not."""

import pytest

from analysis.extract.agency.noun_phrases import (
    Phrase,
    first_phrase,
    left_phrase,
    phrase_text,
    right_phrase,
    verb_group_start,
)
from tests.extract.agency.tagged_text import number_of, tagged, words_of

# a tagged sentence, the word after the phrase, the phrase
LEFT = [
    ("town/NN the/DT men/NNS died/VBD", "died", "the men"),
    ("in/IN kill/VBP men/NNS died/VBD", "died", "men"),
    ("that/DT wounded/VBD men/NNS died/VBD", "died", "men"),
    ("old/JJ including/VBG boys/NNS died/VBD", "died", "old including boys"),
    ("worst/JJS of/IN the/DT crew/NN died/VBD", "died", "worst of the crew"),
    ("old/JJ killed/VBN in/IN raids/NNS died/VBD", "died", "raids"),
    ("Two/CD men/NNS died/VBD", "died", "Two men"),
    ("died/VBD here/RB", "died", None),
    ("died/VBD", "died", None),
    ("quickly/RB died/VBD", "died", None),
    ("The/DT two/CD men/NNS died/VBD", "died", "The two men"),
    ("in/IN the/DT old/JJ port/NN died/VBD", "died", "the old port"),
    ("At/IN least/JJS ten/CD died/VBD", "died", "At least ten"),
    ("On/IN Monday/NNP two/CD men/NNS died/VBD", "died", "two men"),
    ("On/IN Monday/NNP dozens/NNS died/VBD", "died", "dozens"),
    ("they/PRP men/NNS died/VBD", "died", "men"),
    ("they/PRP died/VBD", "died", "they"),
    ("all/PDT the/DT men/NNS died/VBD", "died", "all the men"),
    ("many/JJ the/DT men/NNS died/VBD", "died", "many the men"),
    ("saw/VBD the/DT men/NNS died/VBD", "died", "the men"),
    ("ten/CD these/DT men/NNS died/VBD", "died", "ten these men"),
    ("some/DT wounded/VBN men/NNS died/VBD", "died", "some wounded men"),
    ("who/WP wounded/VBD men/NNS died/VBD", "died", "men"),
    ("of/IN fleeing/VBG men/NNS died/VBD", "died", "fleeing men"),
    ("he/PRP wounded/VBD men/NNS died/VBD", "died", "men"),
    ("crew/NN of/IN the/DT ship/NN died/VBD", "died", "crew of the ship"),
    ("most/JJS of/IN the/DT crew/NN died/VBD", "died", "most of the crew"),
    ("saw/VBD of/IN the/DT crew/NN died/VBD", "died", "the crew"),
    ("ten/CD men/NNS killed/VBN in/IN raids/NNS died/VBD", "died", "ten men killed in raids"),
    ("was/VBD killed/VBN in/IN raids/NNS died/VBD", "died", "raids"),
    ("killed/VBN in/IN raids/NNS died/VBD", "died", "raids"),
    ("men/NNS including/VBG boys/NNS died/VBD", "died", "men including boys"),
    ("was/VBD including/VBG boys/NNS died/VBD", "died", "boys"),
    ("men/NNS and/CC boys/NNS died/VBD", "died", "men and boys"),
    ("saw/VBD men/NNS or/CC boys/NNS died/VBD", "died", "boys"),
    (",/, men/NNS and/CC boys/NNS died/VBD", "died", "men and boys"),
    ("was/VBD and/CC boys/NNS died/VBD", "died", "boys"),
    (
        "the/DT deaths/NNS of/IN men/NNS in/IN the/DT port/NN died/VBD",
        "died",
        "the deaths of men in the port",
    ),
]


@pytest.mark.parametrize(("marked", "form", "phrase"), LEFT)
def test_left_phrase(marked, form, phrase):
    _, words = tagged(marked)
    assert words_of(words, left_phrase(words, number_of(words, form))) == phrase


# a tagged sentence, the first word of the phrase, the phrase
RIGHT = [
    ("killed/VBD two/CD men/NNS", "two", "two men"),
    ("killed/VBD at/IN least/JJS two/CD men/NNS", "at", "at least two men"),
    ("killed/VBD as/IN the/DT men/NNS", "as", None),
    ("killed/VBD the/DT wounded/JJ", "the", "the wounded"),
    ("killed/VBD the/DT wounded/VBN man/NN", "the", "the wounded man"),
    ("killed/VBD by/IN shelling/VBG ./.", "shelling", "shelling"),
    ("killed/VBD by/IN shelling/VBG", "shelling", "shelling"),
    ("killed/VBD by/IN shelling/VBG men/NNS", "shelling", "shelling men"),
    ("killed/VBD by/IN shelling/VBG quickly/RB", "shelling", None),
    ("killed/VBD men/NNS the/DT guard/NN", "men", "men"),
    ("killed/VBD men/NNS last/JJ week/NN", "men", "men"),
    ("killed/VBD men/NNS he/PRP saw/VBD", "men", "men"),
    ("killed/VBD last/JJ men/NNS", "last", "last men"),
    ("killed/VBD men/NNS of/IN the/DT port/NN", "men", "men of the port"),
    ("killed/VBD men/NNS of/IN", "men", "men"),
    ("killed/VBD men/NNS of/IN was/VBD", "men", "men"),
    ("killed/VBD men/NNS and/CC boys/NNS", "men", "men and boys"),
    ("killed/VBD men/NNS and/CC boys/NNS were/VBD hurt/VBN", "men", "men"),
    ("killed/VBD men/NNS and/CC boys/NNS ./.", "men", "men and boys"),
    ("killed/VBD men/NNS and/CC fled/VBD", "men", "men"),
    ("killed/VBD quickly/RB", "quickly", None),
    ("killed/VBD badly/RB hurt/JJ men/NNS", "badly", "badly hurt men"),
    ("killed/VBD the/DT", "the", "the"),
    ("killed/VBD old/JJ", "old", "old"),
    (
        "a/NN b/NN c/NN d/NN e/NN f/NN g/NN h/NN i/NN j/NN k/NN l/NN m/NN n/NN o/NN p/NN",
        "a",
        "a b c d e f g h i j k l m n",
    ),
]


@pytest.mark.parametrize(("marked", "form", "phrase"), RIGHT)
def test_right_phrase(marked, form, phrase):
    _, words = tagged(marked)
    assert words_of(words, right_phrase(words, number_of(words, form))) == phrase


@pytest.mark.parametrize(
    ("marked", "form", "first"),
    [
        ("men/NNS have/VBP since/IN not/RB been/VBN killed/VBN", "killed", "have"),
        ("to/TO die/VB", "die", "to"),
        ("men/NNS died/VBD", "died", "died"),
    ],
)
def test_verb_group_start(marked, form, first):
    _, words = tagged(marked)
    assert words[verb_group_start(words, number_of(words, form))].text == first


def test_the_first_phrase_must_end_in_time():
    _, words = tagged("Two/CD men/NNS died/VBD")
    assert first_phrase(words, 2) == Phrase(0, 2)
    assert first_phrase(words, 1) is None
    assert first_phrase(tagged("quickly/RB they/PRP left/VBD")[1], 3) is None


def test_phrase_text():
    text, words = tagged("Two/CD men/NNS died/VBD")
    assert phrase_text(text, words, Phrase(0, 2)) == "Two men"
    assert phrase_text(text, words, None) is None
