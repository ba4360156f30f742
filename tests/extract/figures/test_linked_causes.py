"""Causes that a noun or a tie names, and what looks like one."""

import pytest

from analysis.extract.figures.linked_causes import disease_of_cases, linked_before


def split(text):
    before, _, after = text.partition("[")
    number, _, after = after.partition("]")
    return before, number, after


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("He praised the murderer of [two] students.", "the murderer"),
        ("They met two killers of [12] people.", "two killers"),
        ("A study linked the popular cot to [32] infant deaths.", "the popular cot"),
        ("Prams were involved in at least [50] injuries to children.", "Prams"),
        ("The pill was blamed for [nine] deaths.", "The pill"),
        # no harm, nobody named, or somebody else's deed
        ("A study linked the popular cot to [32] shops.", None),
        ("It was blamed for [nine] deaths.", None),
        ("The murderer of a baker met [two] students.", None),
        ("The bridge links the town to [32] villages.", None),
        ("Pupils were involved in [nine] plays.", None),
    ],
)
def test_a_tie_names_the_cause(text, cause):
    before, _, after = split(text)
    found = linked_before(before, after)
    assert (found and before[slice(*found)]) == cause


@pytest.mark.parametrize(
    ("text", "disease"),
    [
        ("More than [800] cases of measles were confirmed.", "measles"),
        ("[12] new cholera cases were counted.", "cholera"),
        ("[250] people have contracted measles since May.", "measles"),
        ("[350] people with Ebola were found.", "Ebola"),
        ("[40] pupils tested positive for the flu.", "flu"),
        ("[40] cases of wine were sold.", None),
        ("[40] people feared measles.", None),
        ("[40] died and nine had measles.", None),
    ],
)
def test_the_disease_is_that_of_the_cases(text, disease):
    before, number, after = split(text)
    whole = before + number + after
    found = disease_of_cases(whole, len(before + number), len(whole))
    assert (found and whole[slice(*found)]) == disease
