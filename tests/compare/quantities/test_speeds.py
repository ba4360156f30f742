"""Test which speeds are those at which a vehicle came to grief."""

import pytest

from analysis.compare.quantities.speeds import is_speed_of_vehicle


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The train was running at [98] kmph.", True),
        ("The recorder gave a speed of [98] km/h in the final minute.", True),
        ("The driver told seniors that he was doing [72] kmph.", True),
        ("The bus was travelling at [60] mph in a 30 mph zone.", True),
        ("The limit there for a train is [75] kmph.", False),
        ("The train was running under orders to stay below [75] kmph.", False),
        ("The car ran through a [30] mph zone.", False),
        ("The train was built to run at up to [200] km/h.", False),
        ("The storm blew at [98] kmph.", False),
        ("A train was hit by winds of [98] kmph.", False),
    ],
)
def test_speed_of_a_vehicle(text: str, expected: bool) -> None:
    start = text.index("[")
    end = text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    statement = {"measured": "speed", "start": start, "end": end, "sentence_text": plain}
    assert is_speed_of_vehicle(statement, plain) is expected


def test_a_number_that_is_no_speed() -> None:
    text = "The train was running 98 minutes late."
    statement = {"measured": "time", "start": 22, "end": 24, "sentence_text": text}
    assert not is_speed_of_vehicle(statement, text)
