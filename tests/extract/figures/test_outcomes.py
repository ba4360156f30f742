"""What happened to the people that a number counts, by the words next to it."""

import pytest
from made_figures import position

from analysis.extract.figures.outcomes import outcome_described, outcome_near


@pytest.mark.parametrize(
    ("text", "number", "outcome"),
    [
        ("killed at least 12 people", "12", "killed"),
        ("12 miners were seriously injured", "12", "injured"),
        # nobody is none of them
        ("killed 12 people on Monday and no one was arrested", "12", "killed"),
        ("wounded 12 people on Sunday and none was detained", "12", "injured"),
        ("12 people on a bus were arrested", "12", "captured"),
        # the second of two raised totals has its own noun
        ("raised the number of dead to 9 and the injured to 12", "12", "injured"),
        ("brought the number of injured to 9 and the dead to 12", "12", "killed"),
        ("brought the number of injured to 12 and the dead to 9", "12", "injured"),
        ("two were injured and the road to 12 farms was cut", "12", None),
        # a line is no part of the one above it
        ("60 are feared drowned\n12 people fled", "12", None),
        ("Village mourns the drowned\n12 people came", "12", None),
        ("12 men attacked the guard", "12", None),
        ("12 men died a slow death", "12", "killed"),
        ("put the number of policemen killed at 9 and of civilians at 12", "9", "killed"),
        (
            "the number of policemen killed at 9 and the number of men wounded at 12",
            "12",
            "injured",
        ),
        ("the number of officers who were near those killed rose to 12", "12", None),
        ("12 cadets wounded in a bombing in Velm died overnight", "12", "killed"),
        ("12 people injured in the fire have since died", "12", "killed"),
        ("with 12 of the injured succumbing to their wounds", "12", "killed"),
        ("with 12 of the injured sent home", "12", None),
        ("12 of those wounded on Monday, a cadet and a girl, died overnight", "12", "killed"),
        ("49 died in the camp and 12 in hospital", "12", "killed"),
        ("49 slept in the camp and 12 in hospital", "12", None),
        ("the death toll climbed to 16, with close to 12 in hospital", "12", "injured"),
        ("the death toll in hospital climbed to 12", "12", "killed"),
        ("12 people came out alive", "12", "rescued"),
        ("12 people injured in the crash said two died", "12", "injured"),
        ("12 people hurt in the storm left hospital; one died", "12", "injured"),
        ("12 people injured in the fire in which two died", "12", "injured"),
        ("12 people were dead or missing", "12", "other"),
        ("12 people were dead and nine missing", "12", "killed"),
        ("12 men were attacked the day before", "12", "killed_or_injured"),
        ("12 men shot the night before", "12", "killed_or_injured"),
        ("12injured", "12", "injured"),
        ("12pm", "12", None),
        ("the bodies of 12 sailors killed at sea", "12", "bodies_found"),
        ("killing and wounding 12 sailors", "12", "killed_or_injured"),
        ("12 sailors are still missing", "12", "missing"),
        ("the death toll has climbed to 12 with nine people still missing", "12", "killed"),
        ("the number of dead is 12 with nine people injured", "12", "killed"),
        ("the bus drove off at 12 with nine people injured", "12", None),
        ("kidnapped 12 sailors", "12", "captured"),
        ("12 strikes killed many", "12", None),
        ("pulled 12 survivors from the water", "12", "rescued"),
        ("plucked 12 sailors to safety", "12", "rescued"),
        ("had brought 12 sailors out alive", "12", "rescued"),
        ("had brought 12 sailors out of the bar", "12", None),
        ("sailors were burned or choked to death: 12", "12", None),
        ("12 sailors were burned or choked to death", "12", "killed"),
        ("pulled 12 bodies from the water", "12", "bodies_found"),
        ("pulled 12 cars from the river", "12", None),
        ("picked up 12 seats in the south", "12", None),
        ("12 soldiers embraced martyrdom", "12", "killed"),
        ("12 sailors breathed their last", "12", "killed"),
        ("12 officers laid down their lives for it", "12", "killed"),
        ("12 rebels laid down their arms", "12", "surrendered"),
        ("12 sailors embraced their wives", "12", None),
        ("12 sailors fell in the battle", "12", "killed"),
        ("12 sailors fell in the river", "12", None),
        ("12 troops killed and wounded, 1,100 tanks and a ship", "12", "killed_or_injured"),
        ("Some 12 captured men were returned", "12", "other"),
        ("the bodies of 12 soldiers were returned", "12", "bodies_found"),
        ("12 mown down", "12", "killed_or_injured"),
        ("12 fans were crushed to death", "12", "killed"),
        ("mown down 12 people", "12", "killed_or_injured"),
        ("would kill 12 people", "12", None),
        ("12 people were gassed", "12", "killed_or_injured"),
        ("12 people were gassed to death", "12", "killed"),
        ("gassed 12 people", "12", "killed_or_injured"),
        ("gassing 12", "12", "killed_or_injured"),
        ("12 killed or injured", "12", "killed_or_injured"),
        ("There were 12 dead children", "12", None),
        ("12 were wounded children", "12", "injured"),
        ("An attack in May killed 12", "12", "killed"),
        ("This may kill 12", "12", None),
        ("12 wounded children died", "12", "killed"),
        ("12 kidnapped women were killed", "12", "killed"),
        ("massacred 12 troops taken hostage there", "12", "killed"),
        ("saved the lives of 12 men injured there", "12", "rescued"),
        ("killed more than 12 people wounded at least one million", "12", "killed"),
        ("killed 12 evacuees", "12", "killed"),
        ("12 evacuees from the town were killed", "12", "killed"),
        ("12 evacuees came", "12", "evacuated"),
        ("caused the death of more than 12 people and at least 60 are missing", "12", "killed"),
        ("12 cases of suffocation", "12", "injured"),
        ("12 of them including a commander were kidnapped", "12", "captured"),
        ("he'll kill 12 people", "12", None),
        ("she'd killed 12 people", "12", "killed"),
        ("The number of men abducted in the last three days stands at 12", "12", "captured"),
        ("12 were released", "12", "other"),
        ("12 people including rebel fighters were granted safe passage", "12", "evacuated"),
        ("12 missing girls were found dead", "12", "killed"),
        ("12 evacuated men were detained", "12", "captured"),
        ("12 people in towns the rebels surrendered were displaced", "12", "displaced"),
        ("12 hostages stayed inside until the gunman surrendered", "12", "captured"),
        ("12 fighters in the town never surrendered", "12", None),
        ("12 fighters in a village near the port surrendered", "12", "surrendered"),
        ("12 houses burned", "12", None),
        ("12 more people succumbed to their wounds", "12", "killed"),
        ("put the number of dead at 12", "12", "killed"),
        # threats, plans and denials
        ("to kill 12", "12", None),
        ("will kill 12", "12", None),
        ("could kill 12", "12", None),
        ("might kill 12", "12", None),
        ("did not kill 12", "12", None),
        ("not killed 12", "12", None),
        ("has killed 12", "12", "killed"),
        # freed, and freed from the ruins
        ("freed 12 people", "12", "other"),
        ("Police released nine of the 16 people detained.", "nine", "other"),
        ("Police released nine of 16 protesters detained.", "nine", "other"),
        ("They released 9 of the 16 songs recorded.", "9", None),
        ("freed 12 people from the rubble", "12", "rescued"),
        ("freed 12 dead people", "12", None),
        ("freed 12 houses", "12", None),
        # what the words before say, and what the words after say
        ("killed 12, wounded", "12", "killed"),
        ("killed 3, 5 were wounded", "5", "injured"),
        ("wounded 12 killed soldiers", "12", "injured"),
        ("killed 12 people who were kidnapped", "12", "captured"),
        ("killed 12 men kidnapped there", "12", "killed"),
        ("injured 12 men kidnapped there", "12", "captured"),
        # any counted noun, with a form of "be" only
        ("12 rockets were killed", "12", "killed"),
        ("12 sailors from the old port were killed", "12", "killed"),
        ("12 rockets from the old port were killed", "12", None),
        ("in 12 towns were killed", "12", None),
        ("in 12 men were killed", "12", "killed"),
        ("three sailors still missing", "three", "missing"),
        ("three rockets still missing", "three", None),
        ("12 sailors held hostage", "12", "captured"),
        # marks between number and word
        ("12 (twelve) people were killed", "12", "killed"),
        ("12 people were “killed”", "12", "killed"),
        ("12 people killed-offs", "12", None),
    ],
)
def test_outcomes_near_a_number(text, number, outcome):
    assert outcome_near(text, *position(text, number)) == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("12 dead children", "killed"),
        ("12 missing men", "missing"),
        ("12 abducted children", "captured"),
        ("12 dead trees", None),
        ("12 wounded", None),
        ("12 people", None),
    ],
)
def test_outcomes_described(text, outcome):
    assert outcome_described(text, 2) == outcome


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of detainees has climbed to 60, he said.", "captured"),
        ("The number of hostages was at least 60.", "captured"),
        ("The number of tourists has climbed to 60, he said.", None),
    ],
)
def test_a_number_of_people_held(text, expected):
    start = text.index("60")
    assert outcome_near(text, start, start + 2) == expected
