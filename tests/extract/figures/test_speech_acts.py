"""Those who only speak of harm, and those whom they judge for it."""

import pytest

from analysis.extract.figures.speech_acts import judged_before, only_speaks
from tests.extract.figures.tagged_tables import figures_of, killed, values


@pytest.mark.parametrize(
    ("agent", "rest", "expected"),
    [
        ("The union", " demanded an inquiry into the killing of ", True),
        ("Students", " continued to call for news of the shooting of ", True),
        ("The paper", " then pointed out that one raid killed ", True),
        ("The bishop", " has repeatedly criticized the guard for shooting and killing ", True),
        ("Neighbours", ", on Friday, marked the deaths of ", False),
        ("Neighbours", " on Friday marked the deaths of ", True),
        # deeds of their own
        ("Rebels", " demanded a ransom and killed ", False),
        ("The gang", " protested, killing ", False),
        ("Rebels", " shot ", False),
        ("The storm", " killed ", False),
        ("The union of rebels", " that shelled the port killed ", False),
    ],
)
def test_only_speaks(agent, rest, expected):
    text = f"{agent}{rest}two miners."
    assert only_speaks(text, len(agent), text.index("two miners")) is expected
    assert only_speaks(text, len(text), 0) is False


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("She criticized the guard for killing ", "the guard"),
        ("He sued Orvel Mining over the deaths of ", "Orvel Mining"),
        ("They praised the army for shooting and wounding at least ", "the army"),
        ("She criticized the guard for lying about ", None),
        ("The guard was killing ", None),
        ("She praised the guard who stopped a man and killed ", None),
    ],
)
def test_judged_before(before, expected):
    span = judged_before(before)
    assert (None if span is None else before[slice(*span)]) == expected


@pytest.mark.parametrize(
    ("text", "labelled", "agent"),
    [
        ("The union asked about the killing of two miners.", "The union", None),
        ("The bishop scolded the guard for killing two miners.", "The bishop", "the guard"),
        ("The gang asked for money and killed two miners.", "The gang", "The gang"),
    ],
)
def test_who_speaks_is_no_agent_of_a_figure(text, labelled, agent):
    table = figures_of(text, [killed("two", agent=labelled)])
    assert values(table["agent"]) == [agent]
