"""Test which speeds are those at which a vehicle came to grief."""

import pytest

from analysis.compare.quantities.speeds import vehicle_of_speed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The train was running at [98] kmph.", "train"),
        ("The recorder gave a speed of [98] km/h in the final minute.", None),
        ("The engine driver of the express was doing [72] kmph.", "train"),
        ("The bus was travelling at [60] mph in a 30 mph zone.", "bus"),
        ("The car was doing [90] km/h when it hit a bus.", None),
        ("The limit there for a train is [75] kmph.", None),
        ("The train was running under orders to stay below [75] kmph.", None),
        ("The car ran through a [30] mph zone.", None),
        ("The train was built to run at up to [200] km/h.", None),
        ("The storm blew at [98] kmph.", None),
        ("A train was hit by winds of [98] kmph.", None),
    ],
)
def test_speed_of_a_vehicle(text: str, expected: str | None) -> None:
    start = text.index("[")
    end = text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    statement = {"measured": "speed", "start": start, "end": end, "sentence_text": plain}
    assert vehicle_of_speed(statement, plain) == expected


def test_a_number_that_is_no_speed() -> None:
    text = "The train was running 98 minutes late."
    statement = {"measured": "time", "start": 22, "end": 24, "sentence_text": text}
    assert vehicle_of_speed(statement, text) is None
