"""Doers that can do harm, in clauses and in the agents of figures."""

import pytest

from analysis.extract.agency.doers import doer_in_sentence, with_plausible_doer
from analysis.extract.agency.noun_phrases import Phrase
from analysis.extract.agency.predicates import Clause
from tests.extract.agency.tagged_text import tagged, words_of


@pytest.mark.parametrize(
    ("marked", "stop", "expected"),
    [
        ("the/DT rebels/NNS killed/VBD men/NNS", 2, "the rebels"),
        ("his/PRP$ speech/NN killed/VBD men/NNS", 2, None),
        ("Sunday/NNP killed/VBD men/NNS", 1, None),
        ("the/DT killed/VBD men/NNS", 1, None),
        ("$/$ 4/CD killed/VBD men/NNS", 2, None),
        ("Raids/NNS Destroy/NNP Homes/NNS killed/VBD men/NNS", 3, "Raids"),
        ("Lee/NNP allegedly/RB shot/NN killed/VBD men/NNS", 3, "Lee"),
        ("the/DT town/NN killed/VBD men/NNS", 2, None),
    ],
)
def test_with_plausible_doer(marked, stop, expected):
    _, words = tagged(marked)
    clause = Clause(("kill",), "active", Phrase(0, stop), Phrase(stop + 1, stop + 2))
    assert words_of(words, with_plausible_doer(words, clause).agent) == expected


def test_a_passive_that_loses_its_agent_has_none():
    _, words = tagged("men/NNS were/VBD killed/VBN by/IN a/DT law/NN")
    clause = Clause(("kill",), "passive_with_agent", Phrase(4, 6), Phrase(0, 1))
    expected = Clause(("kill",), "passive_agentless", None, Phrase(0, 1))
    assert with_plausible_doer(words, clause) == expected


@pytest.mark.parametrize(
    ("marked", "agent", "expected"),
    [
        ("men/NNS died/VBD when/WRB a/DT tree/NN fell/VBD", "a tree fell", "a tree"),
        ("men/NNS died/VBD as/IN protests/NNS grew/VBD", "protests", None),
        ("men/NNS died/VBD in/IN a/DT car/NN submerged/VBN in/IN floods/NNS", "floods", None),
        ("men/NNS died/VBD of/IN a/DT heart/NN attack/NN", "heart attack", None),
        ("men/NNS died/VBD", "floods", None),
    ],
)
def test_doer_in_sentence(marked, agent, expected):
    text, words = tagged(marked)
    assert doer_in_sentence(text, words, agent) == expected


@pytest.mark.parametrize(
    ("marked", "agent", "verb", "expected"),
    [
        # the tree fell on others than those who drowned
        (
            "Two/CD drowned/VBD in/IN a/DT car/NN and/CC a/DT couple/NN died/VBD when/WRB a/DT"
            " wave/NN broke/VBD",
            "a wave",
            "drowned",
            None,
        ),
        ("Two/CD drowned/VBD when/WRB a/DT tree/NN fell/VBD", "a tree", "drowned", None),
        ("Two/CD died/VBD when/WRB a/DT tree/NN fell/VBD", "a tree", "died", "a tree"),
        ("Two/CD drowned/VBD when/WRB a/DT ferry/NN sank/VBD", "a ferry", "drowned", "a ferry"),
        (
            "Two/CD died/VBD and/CC six/CD were/VBD hurt/VBN when/WRB a/DT bus/NN fell/VBD",
            "a bus",
            "died",
            "a bus",
        ),
        (
            "Two/CD died/VBD in/IN a/DT car/NN when/WRB a/DT bus/NN fell/VBD",
            "a bus",
            "died",
            "a bus",
        ),
        # who ends a siege did not do what was done in it
        (
            "Troops/NNS ended/VBD a/DT siege/NN in/IN which/WDT 17/CD were/VBD killed/VBN",
            "Troops",
            "killed",
            None,
        ),
        (
            "A/DT bombing/NN in/IN which/WDT 17/CD were/VBD killed/VBN",
            "A bombing",
            "killed",
            "A bombing",
        ),
        (
            "Gunmen/NNS fired/VBD and/CC 17/CD were/VBD killed/VBN",
            "Gunmen",
            "killed",
            "Gunmen",
        ),
        ("men/NNS died/VBD in/IN raids/NNS", "in raids", "died", "raids"),
    ],
)
def test_an_agent_of_another_clause_is_left_out(marked, agent, verb, expected):
    text, words = tagged(marked)
    start = text.index(verb)
    predicate = {"drowned": "drown", "died": "die", "killed": "kill"}[verb]
    assert doer_in_sentence(text, words, agent, (start, predicate)) == expected
