"""The noun "shot" and the verb: vaccines, goals, films and drinks; people who were shot."""

import pytest

from analysis.extract.agency.noun_phrases import Phrase
from analysis.extract.agency.predicates import Clause
from analysis.extract.agency.shots import is_shot_as_noun, is_shot_of_thing
from tests.extract.agency.tagged_text import number_of, tagged
from tests.extract.agency.test_extract import found_in


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("a/DT booster/NN shot/VBD", True),
        ("her/PRP$ shot/NN", True),
        ("the/DT second/JJ shot/VBN", True),
        ("a/DT penalty/NN shot/VBD", True),
        ("two/CD men/NNS shot/VBN", False),
        ("the/DT driver/NN was/VBD shot/VBN", False),
        ("those/DT shot/VBN", False),
        ("a/DT 17-year-old/JJ shot/VBN", False),
    ],
)
def test_the_word_before_tells_the_noun(marked, expected):
    _, words = tagged(marked)
    assert is_shot_as_noun(words, number_of(words, "shot")) is expected


@pytest.mark.parametrize(
    ("marked", "patient", "expected"),
    [
        ("a/DT Velmar/NNP shot/VBN was/VBD better/JJR", (0, 2), True),
        ("Lee/NNP shot/VBN dead/JJ", (0, 1), False),
        ("Lee/NNP shot/VBN as/IN vaccine/NN", (0, 1), True),
        ("a/DT nurse/NN shot/VBN", (0, 2), False),
        ("Lee/NNP was/VBD shot/VBN", (0, 1), False),
    ],
)
def test_a_thing_is_not_shot(marked, patient, expected):
    _, words = tagged(marked)
    clause = Clause(("shoot",), "passive_agentless", None, Phrase(*patient))
    assert is_shot_of_thing(words, number_of(words, "shot"), clause) is expected


NOBODY_IS_SHOT = [
    "If the vaccine is followed by a Moderna or Novavax shot, more antibodies were induced.",
    "The firm scaled up production of its Covid-19 shot.",
    "Any vaccine shot is effective for boosting immunity.",
    "How to Get a Moderna Booster Shot Against Omicron",
    "Maker Tests Booster Shot to Fight New Variant",
    "Booster to Produce 2nd Shot, But Experts Doubt its Need",
    "Flu shots are free for children this winter.",
    "Her shot on goal hit the post.",
    "A long shot from Silva beat the keeper.",
    "The opening shot shows a burning village.",
    "The film shot in Morocco won two prizes.",
    "The senator took a shot at his rival.",
    "Pfizer shot approved for toddlers",
]


@pytest.mark.parametrize("text", NOBODY_IS_SHOT)
def test_nobody_is_shot(text):
    assert found_in([text]).empty


@pytest.mark.parametrize(
    ("text", "construction", "agent", "patient"),
    [
        ("Two teens shot in Ohio", "passive_agentless", None, "Two teens"),
        ("Lee shot dead by intruder", "passive_with_agent", "intruder", "Lee"),
        ("A man in a car shot an officer.", "active", "A man in a car", "an officer"),
        (
            "Three people were shot at a vaccine clinic.",
            "passive_agentless",
            None,
            "Three people",
        ),
        (
            "A nurse was shot dead at a vaccination centre.",
            "passive_agentless",
            None,
            "A nurse",
        ),
        ("Drone shot down over the gulf", "passive_agentless", None, "Drone"),
    ],
)
def test_somebody_is_shot(text, construction, agent, patient):
    found = found_in([text])
    rows = found.astype(object).where(found.notna(), None)
    row = rows.iloc[0]
    assert len(rows) == 1
    assert (row["predicate"], row["construction"]) == ("shoot", construction)
    assert (row["agent"], row["patient"]) == (agent, patient)
