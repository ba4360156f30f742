"""Subjects in tagged sentences: of plain verbs, infinitives, gerunds and relative clauses."""

import pytest

from analysis.extract.agency.noun_phrases import Phrase
from analysis.extract.agency.subjects import (
    agent_of_gerund,
    antecedent,
    before_times,
    is_finite,
    subject,
    without_place,
)
from tests.extract.agency.tagged_text import number_of, tagged, words_of

# a tagged sentence, the verb, its subject
SUBJECTS = [
    ("Yes/UH men/NNS fell/VBD and/CC died/VBD", "died", "men"),
    ("Yes/UH men/NNS were/VBD hit/VBN and/CC died/VBD", "died", "men"),
    ("Yes/UH men/NNS hit/VBN and/CC died/VBD", "died", "men"),
    ("men/NNS he/PRP hit/VBD the/DT clinic/NN killed/VBD", "killed", "the clinic"),
    ("men/NNS who/WP said/VBD that/IN boys/NNS died/VBD", "died", "boys"),
    ("Two/CD men/NNS were/VBD killed/VBN", "killed", "Two men"),
    ("killed/VBN", "killed", None),
    ("have/VBP since/IN died/VBD", "died", None),
    ("men/NNS have/VBP since/IN died/VBD", "died", "men"),
    ("men/NNS did/VBD not/RB want/VB to/TO die/VB", "die", "men"),
    ("the/DT knife/NN used/VBN to/TO kill/VB", "kill", None),
    ("the/DT drug/NN was/VBD used/VBN to/TO kill/VB", "kill", None),
    ("Gun/NNP Used/NNP To/TO Kill/VB", "Kill", None),
    ("men/NNS used/VBD to/TO kill/VB", "kill", "men"),
    ("men/NNS who/WP died/VBD", "died", "men"),
    ("men/NNS ,/, who/WP died/VBD", "died", "men"),
    ("men/NNS that/IN died/VBD", "died", "men"),
    ("men/NNS which/WDT died/VBD", "died", "men"),
    ("who/WP died/VBD", "died", None),
    ("men/NNS ,/, aged/VBN 12/CD ,/, died/VBD", "died", "men"),
    ("men/NNS (/( 12/CD )/) died/VBD", "died", "men"),
    ("men/NNS ,/, died/VBD", "died", "men"),
    ("men/NNS fell/VBD and/CC died/VBD", "died", "men"),
    ("men/NNS were/VBD hit/VBN and/CC died/VBD", "died", "men"),
    ("men/NNS hit/VBN and/CC died/VBD", "died", "men"),
    ("men/NNS quickly/RB and/CC died/VBD", "died", "men"),
    ("strike/NN that/WDT hit/VBD the/DT clinic/NN killed/VBD", "killed", "strike"),
    ("men/NNS who/WP were/VBD hurt/VBN on/IN Monday/NNP died/VBD", "died", "men"),
    ("men/NNS who/WP left/VBD with/IN boys/NNS died/VBD", "died", "men"),
    ("he/PRP hit/VBD the/DT clinic/NN killed/VBD", "killed", "the clinic"),
    ("men/NNS who/WP hitting/VBG the/DT clinic/NN killed/VBD", "killed", "the clinic"),
    ("quickly/RB killed/VBD", "killed", None),
]


@pytest.mark.parametrize(("marked", "form", "phrase"), SUBJECTS)
def test_subject(marked, form, phrase):
    _, words = tagged(marked)
    assert words_of(words, subject(words, number_of(words, form))) == phrase


# a tagged sentence, the relative pronoun or participle, its antecedent
ANTECEDENTS = [
    ("blasts/NNS in/IN Norland/NNP that/WDT killed/VBD men/NNS", "that", "blasts"),
    ("a/DT wave/NN of/IN blasts/NNS that/WDT killed/VBD men/NNS", "that", "a wave of blasts"),
    (
        "the/DT crash/NN of/IN two/CD cars/NNS that/WDT hurt/VBD men/NNS",
        "that",
        "the crash of two cars",
    ),
    ("the/DT mother/NN of/IN Ann/NNP Lee/NNP who/WP died/VBD", "who", "Ann Lee"),
    ("the/DT leader/NN of/IN Hamas/NNP who/WP died/VBD", "who", "the leader of Hamas"),
    ("victims/NNS of/IN the/DT raid/NN who/WP died/VBD", "who", "victims of the raid"),
    ("men/NNS including/VBG boys/NNS who/WP died/VBD", "who", "men"),
    (
        "a/DT raid/NN in/IN El/NNP Paso/NNP ,/, Texas/NNP that/WDT hurt/VBD men/NNS",
        "that",
        "a raid",
    ),
    ("quickly/RB who/WP died/VBD", "who", None),
]


@pytest.mark.parametrize(("marked", "form", "phrase"), ANTECEDENTS)
def test_antecedent(marked, form, phrase):
    _, words = tagged(marked)
    assert words_of(words, antecedent(words, number_of(words, form))) == phrase


# a tagged sentence, the gerund, who does it
GERUNDS = [
    ("bombings/NNS targeting/VBG churches/NNS", "targeting", "bombings"),
    ("men/NNS fled/VBD after/IN killing/VBG boys/NNS", "killing", "men"),
    ("police/NNS jailed/VBD a/DT man/NN for/IN killing/VBG boys/NNS", "killing", "a man"),
    ("a/DT man/NN accused/VBN of/IN killing/VBG boys/NNS", "killing", "a man"),
    ("they/PRP stopped/VBD men/NNS from/IN killing/VBG boys/NNS", "killing", "men"),
    ("a/DT way/NN of/IN killing/VBG boys/NNS", "killing", None),
    ("killing/VBG boys/NNS", "killing", None),
    ("he/PRP said/VBD killing/VBG boys/NNS", "killing", None),
    # whom somebody judges for it
    ("she/PRP scolded/VBD the/DT guard/NN for/IN killing/VBG boys/NNS", "killing", "the guard"),
    ("the/DT guard/NN was/VBD praised/VBN for/IN killing/VBG boys/NNS", "killing", "the guard"),
    (
        "she/PRP scolded/VBD the/DT guard/NN for/IN shooting/NN and/CC killing/VBG boys/NNS",
        "killing",
        "the guard",
    ),
    ("she/PRP hit/VBD the/DT guard/NN ,/, killing/VBG him/PRP", "killing", "she"),
]


@pytest.mark.parametrize(("marked", "form", "phrase"), GERUNDS)
def test_agent_of_gerund(marked, form, phrase):
    _, words = tagged(marked)
    assert words_of(words, agent_of_gerund(words, number_of(words, form))) == phrase


@pytest.mark.parametrize(
    ("marked", "phrase"),
    [
        ("the/DT blasts/NNS in/IN Norland/NNP", "the blasts"),
        ("the/DT crew/NN of/IN the/DT ship/NN", "the crew of the ship"),
        ("men/NNS at/IN the/DT gate/NN", "men at the gate"),
        ("Norland/NNP", "Norland"),
    ],
)
def test_places_are_cut_off(marked, phrase):
    _, words = tagged(marked)
    whole = Phrase(0, len(words))
    assert words_of(words, without_place(words, whole)) == phrase
    assert without_place(words, None) is None


@pytest.mark.parametrize(
    ("marked", "form", "first"),
    [
        ("men/NNS on/IN Monday/NNP died/VBD", "died", "on"),
        ("men/NNS last/JJ month/NN died/VBD", "died", "last"),
        ("the/DT month/NN died/VBD", "died", "died"),
        ("it/PRP was/VBD not/RB in/IN fact/NN hit/VBN", "hit", "was"),
    ],
)
def test_times_before_a_verb(marked, form, first):
    _, words = tagged(marked)
    assert words[before_times(words, number_of(words, form))].text == first


@pytest.mark.parametrize(
    ("marked", "form", "expected"),
    [
        ("rebels/NNS targeted/VBN a/DT town/NN", "targeted", True),
        ("rebels/NNS targeted/VBN Monday/NNP", "targeted", False),
        ("were/VBD targeted/VBN a/DT town/NN", "targeted", False),
        ("rebels/NNS fled/VBD", "fled", True),
        ("rebels/NNS targeted/VBN", "targeted", False),
    ],
)
def test_finite_verbs(marked, form, expected):
    _, words = tagged(marked)
    assert is_finite(words, number_of(words, form)) is expected
