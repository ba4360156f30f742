"""What became of people who were shot, stabbed or struck."""

import pytest
from made_figures import marked

from analysis.extract.figures.attacks import outcome_of_attack, were_attacked


@pytest.mark.parametrize(
    ("text", "outcome", "expected"),
    [
        ("[A] man was shot in the foot.", "killed_or_injured", ("injured", "hurt.in_limb")),
        ("[A] man was shot in the chest.", "killed_or_injured", ("killed_or_injured", None)),
        ("[A] man was shot.", "killed_or_injured", ("killed_or_injured", None)),
        ("[A] man was shot in the foot.", "killed", ("killed", None)),
        ("He stabbed [two] men to death.", "killed_or_injured", ("killed", "dead.to_death")),
        ("Measles struck [two] men.", "killed_or_injured", ("ill", "evidence.ill")),
        ("[Two] are hospitalized with flu.", "injured", ("ill", "evidence.ill")),
        ("[Two] were wounded near the flu ward.", "injured", ("injured", None)),
    ],
)
def test_outcome_of_an_attack(text, outcome, expected):
    assert outcome_of_attack(*marked(text), outcome) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Six] hikers were attacked.", "attacked.passive"),
        ("[Six] hikers were attacked and killed.", None),
        ("[Six] hikers attacked a guide.", None),
    ],
)
def test_attacked_people(text, expected):
    assert were_attacked(*marked(text)) == expected
