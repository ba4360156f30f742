"""Verbs of harm in tagged sentences: construction, agent and patient, or nothing."""

import pytest

from analysis.extract.agency.verb_clauses import intransitive_clause, transitive_clause
from tests.extract.agency.tagged_text import number_of, tagged, words_of


def described(words, clause):
    """Return predicate, construction, agent and patient in words."""
    if clause is None:
        return None
    agent = words_of(words, clause.agent)
    patient = words_of(words, clause.patient)
    return " ".join(clause.entry), clause.construction, agent, patient


# a tagged sentence, the word of harm, the clause
TRANSITIVE = [
    ("shells/NNS killed/VBD 12/CD men/NNS", "killed", ("kill", "active", "shells", "12 men")),
    (
        "12/CD men/NNS were/VBD killed/VBN by/IN shells/NNS ./.",
        "killed",
        ("kill", "passive_with_agent", "shells", "12 men"),
    ),
    ("12/CD men/NNS killed/VBN ./.", "killed", ("kill", "passive_agentless", None, "12 men")),
    (
        "12/CD men/NNS got/VBD killed/VBN ./.",
        "killed",
        ("kill", "passive_agentless", None, "12 men"),
    ),
    ("men/NNS have/VBP killed/VBN ./.", "killed", None),
    ("men/NNS have/VBP killed/VBN boys/NNS ./.", "killed", ("kill", "active", "men", "boys")),
    (
        "men/NNS were/VBD being/VBG shot/VBN ./.",
        "shot",
        ("shoot", "passive_agentless", None, "men"),
    ),
    (
        "men/NNS are/VBP being/VBG killing/VBG ./.",
        "killing",
        ("kill", "passive_agentless", None, "men"),
    ),
    ("men/NNS were/VBD killing/VBG boys/NNS ./.", "killing", ("kill", "active", "men", "boys")),
    (
        "a/DT bomb/NN exploded/VBD ,/, killing/VBG boys/NNS ./.",
        "killing",
        ("kill", "active", "a bomb", "boys"),
    ),
    (
        "it/PRP rained/VBD ,/, he/PRP said/VBD ,/, killing/VBG boys/NNS ./.",
        "killing",
        ("kill", "active", "it", "boys"),
    ),
    (
        "Two/CD bombs/NNS ,/, killing/VBG boys/NNS ./.",
        "killing",
        ("kill", "active", "Two bombs", "boys"),
    ),
    ("he/PRP said/VBD killing/VBG stopped/VBD ./.", "killing", None),
    ("Row/NNP Over/IN Police/NNP Shooting/VBG Remarks/NNS", "Shooting", None),
    ("Vale/NNP hit/VBD Stone/NNP for/IN lying/VBG", "hit", None),
    ("shells/NNS hit/VBD boys/NNS for/IN hours/NNS", "hit", ("hit", "active", "shells", "boys")),
    ("Airstrike/NN kills/NNS 12/CD", "kills", ("kill", "active", "Airstrike", "12")),
    ("Airstrike/NN kills/NNS 12/CD and/CC flees/VBZ", "kills", None),
    ("Airstrike/NN kills/NNS ./.", "kills", None),
    ("quickly/RB kills/NNS 12/CD", "kills", None),
    ("kills/NNS 12/CD men/NNS", "kills", None),
    ("shells/NNS kill/NN men/NNS", "kill", ("kill", "active", "shells", "men")),
    ("kill/NN men/NNS", "kill", None),
    ("shells/NNS hit/NN men/NNS", "hit", None),
    ("shells/NNS hit/JJ men/NNS", "hit", ("hit", "active", "shells", "men")),
    ("men/NNS shot/NN ./.", "shot", ("shoot", "passive_agentless", None, "men")),
    ("men/NNS shot/CD ./.", "shot", None),
    ("men/NNS wounded/JJ ./.", "wounded", ("wound", "passive_agentless", None, "men")),
    ("men/NNS wounded/CD ./.", "wounded", None),
    ("men/NNS raid/VBP the/DT port/NN", "raid", ("raid", "active", "men", "the port")),
    ("men/NNS raid/VBD ./.", "raid", None),
    ("men/NNS hit/VBD ./.", "hit", ("hit", "passive_agentless", None, "men")),
    ("the/DT men/NNS hit/VBD ./.", "hit", None),
    ("the/DT men/NNS attacked/VBD ./.", "attacked", None),
    (
        "the/DT men/NNS were/VBD attacked/VBD ./.",
        "attacked",
        ("attack", "passive_agentless", None, "the men"),
    ),
    ("men/NNS attacked/VBD ./.", "attacked", ("attack", "passive_agentless", None, "men")),
    (
        "the/DT men/NNS attacked/VBN ./.",
        "attacked",
        ("attack", "passive_agentless", None, "the men"),
    ),
    ("the/DT men/NNS executed/VBD ./.", "executed", None),
    (
        "the/DT men/NNS executed/VBD fled/VBD ./.",
        "executed",
        ("execute", "passive_agentless", None, "the men"),
    ),
    (
        "the/DT men/NNS killed/VBD and/CC fled/VBD ./.",
        "killed",
        ("kill", "passive_agentless", None, "the men"),
    ),
    ("the/DT wounded/VBN men/NNS fled/VBD", "wounded", None),
    ("wounded/VBN men/NNS fled/VBD", "wounded", None),
    ("those/DT wounded/VBN men/NNS fled/VBD", "wounded", ("wound", "active", "those", "men")),
    ("when/IN wounded/VBN men/NNS fled/VBD", "wounded", ("wound", "active", None, "men")),
    ("of/IN wounded/VBN men/NNS", "wounded", None),
    ("badly/RB wounded/VBN men/NNS", "wounded", ("wound", "active", None, "men")),
    ("old/JJ wounded/VBN men/NNS", "wounded", None),
    ("old/JJ killing/VBG men/NNS", "killing", ("kill", "active", None, "men")),
    ("killing/VBG men/NNS fled/VBD", "killing", ("kill", "active", None, "men")),
    ("of/IN killing/VBG men/NNS", "killing", ("kill", "active", None, "men")),
    ("the/DT killing/VBG men/NNS", "killing", None),
    ("old/JJ men/NNS wounded/VBN", "wounded", ("wound", "passive_agentless", None, "old men")),
    (
        "seven/CD killed/VBD 37/CD injured/VBN",
        "killed",
        ("kill", "passive_agentless", None, "seven"),
    ),
    ("seven/CD killed/VBD 37/CD men/NNS", "killed", ("kill", "active", "seven", "37 men")),
    ("men/NNS killed/VBD 37/CD injured/VBN", "killed", ("kill", "active", "men", "37")),
    ("seven/CD killed/VBD men/NNS injured/VBN", "killed", ("kill", "active", "seven", "men")),
    ("they/PRP struck/VBD a/DT deal/NN", "struck", None),
    ("a/DT deal/NN was/VBD struck/VBN", "struck", None),
    ("the/DT deal/NN struck/VBD the/DT men/NNS", "struck", None),
    ("the/DT tax/NN killed/VBD men/NNS", "killed", None),
    ("they/PRP murdered/VBD the/DT deal/NN", "murdered", ("murder", "active", "they", "the deal")),
    ("men/NNS were/VBD hit/VBN by/IN a/DT tax/NN ./.", "hit", None),
    ("men/NNS were/VBD hit/VBN in/IN the/DT election/NN ./.", "hit", None),
    (
        "they/PRP gunned/VBD down/RP two/CD men/NNS",
        "gunned",
        ("gun down", "active", "they", "two men"),
    ),
    ("they/PRP gas/VBP men/NNS", "gas", ("gas", "active", "they", "men")),
    ("they/PRP left/VBD men/NNS", "left", None),
]


@pytest.mark.parametrize(("marked", "form", "expected"), TRANSITIVE)
def test_transitive_clause(marked, form, expected):
    _, words = tagged(marked)
    assert described(words, transitive_clause(words, number_of(words, form))) == expected


# a tagged sentence, the word of harm, the clause
INTRANSITIVE = [
    ("12/CD men/NNS died/VBD", "died", ("die", "intransitive", None, "12 men")),
    ("men/NNS are/VBP dying/VBG to/TO know/VB", "dying", None),
    ("men/NNS are/VBP dying/VBG", "dying", ("die", "intransitive", None, "men")),
    ("dying/VBG quickly/RB", "dying", ("die", "intransitive", None, None)),
    ("died/VBD quickly/RB", "died", None),
    ("the/DT house/NN collapsed/VBD", "collapsed", None),
    ("men/NNS drowned/VBD", "drowned", ("drown", "intransitive", None, "men")),
    ("drowning/VBG fast/RB", "drowning", None),
    ("men/NNS were/VBD drowned/VBN", "drowned", None),
    ("men/NNS got/VBD killed/VBN and/CC died/VBD", "died", ("die", "intransitive", None, "men")),
    ("the/DT deal/NN died/VBD", "died", None),
    ("the/DT deal/NN perished/VBD", "perished", ("perish", "intransitive", None, "the deal")),
    ("the/DT dying/VBG men/NNS", "dying", None),
    ("men/NNS die/NN", "die", ("die", "intransitive", None, "men")),
    ("men/NNS left/VBD", "left", None),
    (
        "they/PRP froze/VBD to/TO death/NN",
        "froze",
        ("freeze to death", "intransitive", None, "they"),
    ),
]


@pytest.mark.parametrize(("marked", "form", "expected"), INTRANSITIVE)
def test_intransitive_clause(marked, form, expected):
    _, words = tagged(marked)
    assert described(words, intransitive_clause(words, number_of(words, form))) == expected
