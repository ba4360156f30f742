"""Words of harm that say something else, and deaths of which nothing tells a cause."""

import pytest

from analysis.extract.figures.named_people import named_figures
from analysis.extract.figures.other_senses import other_sense, tells_no_cause


@pytest.mark.parametrize(
    ("text", "person", "outcome", "expected"),
    [
        ("Mira Stone was caught on camera.", "Mira Stone", "captured", "other_captured.on_camera"),
        ("Mira Stone was caught on camera.", "Mira Stone", "killed", None),
        ("Mira Stone's capture of the prize", "Mira Stone", "rescued", "other_sense.deed_of"),
        ("Mira Stone was captured.", "Mira Stone", "captured", None),
        ("Mira Stone was treated as a star.", "Mira Stone", "injured", "other_injured.treated_as"),
        ("Mira Stone was treated for burns.", "Mira Stone", "injured", None),
    ],
)
def test_a_rule_is_asked_for_its_outcome_alone(text, person, outcome, expected):
    start = text.index(person)
    assert other_sense(text, start, start + len(person), outcome) == expected


@pytest.mark.parametrize(
    ("head", "sentence", "expected"),
    [
        ("The court sits.", "Judge Reed died in spring.", True),
        ("The court sits.", "Judge Reed was killed in spring.", False),
        ("The court sits.", "Judge Reed fell and died.", False),
        ("The court sits.", "Judge Reed retired in spring.", False),
        ("Two die in a flood.", "Judge Reed died on the way home.", False),
        ("Shots were fired at the mall.", "Judge Reed died on Monday.", False),
        ("Measles outbreak grows.", "Judge Reed died on Monday.", False),
    ],
)
def test_a_cause_is_looked_for_in_the_sentence_and_the_head(head, sentence, expected):
    text = f"{head}\n\n{sentence}"
    assert tells_no_cause(text, (len(head) + 2, len(text))) is expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The court has eight judges since Paul Reed died.", []),
        ("The court has eight judges since Paul Reed was murdered.", ["Paul Reed"]),
        ("Footage captured Paul Reed near the gate.", []),
        ("Rebels captured Paul Reed near the gate.", ["Paul Reed"]),
        ("Paul Reed has broken even more rules.", []),
        ("Paul Reed was found with a broken leg.", ["Paul Reed"]),
    ],
)
def test_named_persons_of_whom_no_harm_is_told_are_no_figures(text, found):
    figures = named_figures(text, [(0, len(text))], [], {}, [])
    assert [figure.text for figure in figures] == found
