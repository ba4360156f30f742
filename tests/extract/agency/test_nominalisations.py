"""Nouns of harm in tagged sentences: agent and patient, or nothing."""

import pytest

from analysis.extract.agency.nominalisations import nominal_clause
from tests.extract.agency.tagged_text import number_of, tagged, words_of


def described(words, clause):
    """Return predicate, construction, agent and patient in words."""
    if clause is None:
        return None
    agent = words_of(words, clause.agent)
    patient = words_of(words, clause.patient)
    return " ".join(clause.entry), clause.construction, agent, patient


# a tagged sentence, the word of harm, the clause
NOMINAL = [
    (
        "the/DT killing/NN of/IN two/CD men/NNS by/IN gunmen/NNS ./.",
        "killing",
        ("killing", "nominal", "gunmen", "two men"),
    ),
    (
        "the/DT killing/VBG of/IN two/CD men/NNS ./.",
        "killing",
        ("killing", "nominal", None, "two men"),
    ),
    ("killing/VBG by/IN rebels/NNS ./.", "killing", None),
    ("the/DT killing/NN ./.", "killing", None),
    ("killing/VBG men/NNS ./.", "killing", None),
    ("after/IN the/DT attack/NN", "attack", None),
    ("the/DT attack/NN on/IN the/DT port/NN", "attack", ("attack", "nominal", None, "the port")),
    (
        "the/DT attack/NN against/IN the/DT port/NN by/IN rebels/NNS ./.",
        "attack",
        ("attack", "nominal", "rebels", "the port"),
    ),
    ("the/DT attack/NN on/IN Monday/NNP", "attack", None),
    ("the/DT killing/NN on/IN the/DT port/NN", "killing", None),
    ("the/DT attack/NN among/IN men/NNS", "attack", None),
    ("deaths/NNS among/IN men/NNS", "deaths", ("death", "nominal", None, "men")),
    ("killings/NNS among/IN men/NNS", "killings", None),
    ("death/NN toll/NN of/IN men/NNS", "death", None),
    ("the/DT loss/NN of/IN ten/CD lives/NNS", "loss", ("loss", "nominal", None, "ten lives")),
    ("the/DT loss/NN of/IN ten/CD houses/NNS", "loss", None),
    ("the/DT loss/NN", "loss", None),
    ("civilian/JJ casualties/NNS", "casualties", ("casualty", "nominal", None, "civilian")),
    ("civilian/NNP casualties/NNS", "casualties", None),
    ("heavy/JJ casualties/NNS", "casualties", None),
    ("civilian/JJ attacks/NNS", "attacks", None),
    ("casualties/NNS", "casualties", None),
    ("his/PRP$ death/NN", "death", ("death", "nominal", None, "his")),
    ("his/PRP$ sudden/JJ death/NN", "death", ("death", "nominal", None, "his")),
    ("the/DT man/NN 's/POS death/NN", "death", ("death", "nominal", None, "the man 's")),
    (
        "the/DT man/NN 's/POS killing/NN by/IN rebels/NNS ./.",
        "killing",
        ("killing", "nominal", "rebels", "the man 's"),
    ),
    ("the/DT man/NN 's/POS killing/NN", "killing", None),
    ("his/PRP$ killing/NN", "killing", ("killing", "nominal", None, "his")),
    (
        "the/DT army/NN 's/POS attack/NN on/IN the/DT port/NN",
        "attack",
        ("attack", "nominal", "the army 's", "the port"),
    ),
    (
        "the/DT army/NN ’s/VBZ attack/NN on/IN the/DT port/NN",
        "attack",
        ("attack", "nominal", "the army ’s", "the port"),
    ),
    (
        "rebel/NN attacks/NNS on/IN the/DT convoy/NN",
        "attacks",
        ("attack", "nominal", "rebel", "the convoy"),
    ),
    (
        "heavy/JJ attacks/NNS on/IN the/DT convoy/NN",
        "attacks",
        ("attack", "nominal", None, "the convoy"),
    ),
    (
        "Russian/JJ attacks/NNS on/IN the/DT convoy/NN",
        "attacks",
        ("attack", "nominal", "Russian", "the convoy"),
    ),
    (
        "Norland/NNP Army/NNP attacks/NNS on/IN the/DT convoy/NN",
        "attacks",
        ("attack", "nominal", "Norland Army", "the convoy"),
    ),
    (
        "Norland/NNP old/JJ attacks/NNS on/IN the/DT convoy/NN",
        "attacks",
        ("attack", "nominal", None, "the convoy"),
    ),
    (
        "Late/RB attacks/NNS on/IN the/DT convoy/NN",
        "attacks",
        ("attack", "nominal", None, "the convoy"),
    ),
    ("Norland/NNP death/NN", "death", None),
    ("the/DT strike/NN on/IN the/DT economy/NN", "strike", None),
    ("air/NN strikes/NNS on/IN the/DT port/NN", "air", None),
    ("the/DT port/NN", "port", None),
    ("attack/VB on/IN the/DT port/NN", "attack", None),
]


@pytest.mark.parametrize(("marked", "form", "expected"), NOMINAL)
def test_nominal_clause(marked, form, expected):
    _, words = tagged(marked)
    assert described(words, nominal_clause(words, number_of(words, form))) == expected
