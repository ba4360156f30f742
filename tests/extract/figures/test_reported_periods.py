"""The dead of a year are the news of a report on that year, and a background elsewhere."""

from datetime import date

import pytest

from analysis.extract.figures.record import Figure
from analysis.extract.figures.reported_periods import is_of_reported_period

DAY = date(2025, 3, 18)
FELL = "Fewer die\n\nRoad deaths in Orlo fell 12% last year, a report says.\n\n"


def told(text, published=DAY):
    start = text.index("[")
    end = text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    figure = Figure(start, end, plain[start:end], 402.0, 402.0, "exact", False, "killed", "people")
    return is_of_reported_period(figure, plain, published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FELL + "A total of [402] people died in 2024, compared with 457 in 2023.", True),
        (FELL + "A network puts last year's figure at [431].", True),
        (FELL + "There were [402] deaths last year.", True),
        # what it is compared with, and other years
        (FELL + "That is down from [457] in 2024.", False),
        (FELL + "In 2019 there were [206] deaths.", False),
        (FELL + "The [402] have names.", False),
        # another cause
        (FELL + "A report says [90] people died of flu in 2024.", False),
        # the news is another
        (
            "Quake kills 40\n\nA quake killed 40 people. Deaths are the highest in years. "
            "Another last year killed [400].",
            False,
        ),
        (
            "Skiers die\n\nTwo were killed, bringing deaths up to 11 this year. "
            "Last year [24] died.",
            False,
        ),
        ("A bus fell off a bridge in Orlo.\n\nLast year [402] people died on its roads.", False),
        ("Road deaths in Orlo fell, a report says.\n\n[402] died in 2019.", False),
    ],
)
def test_of_which_period_a_report_tells(text, expected):
    assert told(text) is expected


def test_without_a_day_years_say_nothing():
    assert not told(FELL + "A total of [402] people died in 2024.", None)
    assert told(FELL + "There were [402] deaths last year.", None)
