"""What looks like the source of a number and is none."""

import pytest

from analysis.extract.figures.non_sources import (
    follows_than,
    is_no_source,
    only_acts,
    only_decides,
)


@pytest.mark.parametrize(
    ("source", "is_presenter"),
    [
        ("ADA QUIST, HOST", True),
        ("Ada Quist, a tour host", False),
        ("HOST", False),
        ("bringing its toll", True),
    ],
)
def test_presenters_speak_for_the_outlet(source, is_presenter):
    assert is_no_source(source) == is_presenter


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("It lists 151 people, nine more than the guard reported.", "the guard", True),
        ("Some 60 are missing, twice as many as the guard says.", "the guard", True),
        ("There were 14, fewer than an officer said.", "an officer", True),
        ("More than 14 died, the guard reported.", "the guard", False),
        ("It left the rate at 3%, as expected by the board.", "the board", True),
        ("It left the rate at 3%, as stated by the board.", "the board", False),
        ("14 died, the guard reported.", "the guard", False),
    ],
)
def test_who_gives_the_number_with_which_another_is_compared(text, source, expected):
    assert follows_than(text, text.index(source)) is expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("22 dead in crash, prosecutors open inquiry", "prosecutors", True),
        ("22 dead in crash; the toll may rise, police hunt driver", "police", False),
        ("22 people died, and the police have launched an inquiry.", "police", True),
        ("22 people died, the police said.", "police", False),
        ("22 died, the police, who opened an inquiry, said.", "police", False),
        ("22 died, the police opened an inquiry and said so.", "police", False),
        ("22 dead in crash, prosecutors say", "prosecutors", False),
    ],
)
def test_who_acts_states_no_number(text, source, expected):
    start = text.index(source)
    assert only_acts(text, 2, start, start + len(source)) is expected


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("plans to", True),
        ("is also planning", True),
        ("has offered", True),
        ("were found guilty", True),
        ("reached a deal", True),
        ("found", False),
        ("reached", False),
        ("said", False),
        ("has been", False),
        ("announced", False),
        ("", False),
    ],
)
def test_who_decides_something_states_no_number(cue, expected):
    assert only_decides(cue) is expected
