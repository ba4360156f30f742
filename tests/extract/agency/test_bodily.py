"""Attacks that can hurt, and attacks in words, games, trade and feeling."""

import pytest

from analysis.extract.agency.bodily import can_be_harmed, can_do_harm, is_bodily, phrase_head
from analysis.extract.agency.noun_phrases import Phrase
from analysis.extract.agency.predicates import Clause
from tests.extract.agency.tagged_text import number_of, tagged


@pytest.mark.parametrize(
    ("marked", "harmed", "doing"),
    [
        ("two/CD boys/NNS", True, True),
        ("the/DT farmhouse/NN", True, False),
        ("a/DT policy/NN", False, False),
        ("a/DT 67/CD", False, False),
        ("12/CD", True, False),
        ("Mr./NNP Lee/NNP", False, False),
        ("rebel/NN shells/NNS", True, True),
        ("the/DT coalition/NN", False, True),
    ],
)
def test_what_is_harmed_and_what_does_harm(marked, harmed, doing):
    _, words = tagged(marked)
    phrase = Phrase(0, len(words))
    assert can_be_harmed(words, phrase) is harmed
    assert can_do_harm(words, phrase) is doing


@pytest.mark.parametrize(
    ("marked", "form", "agent", "patient", "expected"),
    [
        ("men/NNS attacked/VBD the/DT town/NN", "attacked", (0, 1), (2, 4), True),
        ("he/PRP attacked/VBD the/DT idea/NN", "attacked", (0, 1), (2, 4), False),
        ("she/PRP hit/VBD him/PRP on/IN tax/NN", "hit", (0, 1), (2, 3), False),
        ("she/PRP hit/VBD him/PRP with/IN a/DT knife/NN", "hit", (0, 1), (2, 3), True),
        ("it/PRP struck/VBD me/PRP", "struck", (0, 1), (2, 3), False),
        ("fees/NNS damaged/VBD him/PRP", "damaged", (0, 1), (2, 3), False),
        ("he/PRP killed/VBD Lee/NNP", "killed", (0, 1), (2, 3), True),
        ("men/NNS shot/VBD reports/NNS", "shot", (0, 1), (2, 3), False),
        ("men/NNS executed/VBD this/DT", "executed", (0, 1), (2, 3), False),
        # one person goes for another by name
        ("he/PRP damaged/VBD Vale/NNP", "damaged", (0, 1), (2, 3), False),
        ("she/PRP hit/VBD Vale/NNP", "hit", (0, 1), (2, 3), False),
        ("she/PRP hit/VBD Vale/NNP with/IN a/DT knife/NN", "hit", (0, 1), (2, 3), True),
        ("rebels/NNS attacked/VBD Velm/NNP", "attacked", (0, 1), (2, 3), True),
    ],
)
def test_is_bodily(marked, form, agent, patient, expected):
    _, words = tagged(marked)
    i = number_of(words, form)
    lemmas = {"attacked": "attack", "struck": "strike", "damaged": "damage", "shot": "shoot"}
    lemmas |= {"killed": "kill", "executed": "execute"}
    entry = (lemmas.get(form, form),)
    clause = Clause(entry, "active", Phrase(*agent), Phrase(*patient))
    assert is_bodily(words, i, clause) is expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("the/DT offensive/NN against/IN Vale/NNP", False),
        ("the/DT offensive/NN against/IN Vale/NNP wounded/VBD two/CD", True),
        ("the/DT offensive/NN against/IN rebels/NNS", True),
    ],
)
def test_an_offensive_against_one_person_is_of_words(marked, expected):
    _, words = tagged(marked)
    clause = Clause(("offensive",), "nominal", None, Phrase(3, 4))
    assert is_bodily(words, 1, clause) is expected


def test_the_head_is_before_the_first_preposition():
    _, words = tagged("the/DT mayor/NN of/IN the/DT town/NN")
    assert phrase_head(words, Phrase(0, 5)).text == "mayor"
