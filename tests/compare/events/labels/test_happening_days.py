import pandas as pd
import pytest

from analysis.compare.events.labels.happening_days import Report, stated_day

MONDAY = pd.Timestamp("2027-05-03")


def day_of(*openings, first=MONDAY):
    reports = [Report(f"outlet {n}", text, first) for n, text in enumerate(openings)]
    return stated_day(reports, first)


@pytest.mark.parametrize(
    ("openings", "expected"),
    [
        (("Twelve died in a fire on Saturday.", "A fire on Saturday killed 12."), "2027-05-01"),
        (
            (
                "A fire on Saturday killed 12.",
                "Fire broke out on Saturday.",
                "On Sunday a fire burnt.",
            ),
            "2027-05-01",
        ),
        (("The riot began on Saturday.", "The fighting broke out on Saturday."), "2027-05-01"),
        # when it was said is not when it was done
        (("Twelve died, police said on Saturday.", "Police told the paper on Saturday."), None),
        (("A court jailed him for the fire on Saturday.", "On Saturday a court held him."), None),
        (("A vigil for the dead was held on Saturday.", "On Saturday a vigil was held."), None),
        (("Officials on Saturday said 12 died.", "Officials on Saturday said it burnt."), None),
        (("Twelve died by Saturday.", "None was found until Saturday."), None),
        # one outlet, no majority, too long before, or the day of publication itself
        (("A fire on Saturday killed 12.", "A fire killed 12."), None),
        (("It burnt on Saturday.", "It burnt on Sunday."), None),
        (("It burnt on Tuesday.", "A fire on Tuesday killed 12."), None),
        (("It burnt on Monday.", "A fire on Monday killed 12."), None),
        (("A fire killed 12.", "A fire killed 12."), None),
    ],
)
def test_harm_is_of_the_day_that_most_outlets_state(openings, expected):
    assert day_of(*openings) == (pd.Timestamp(expected) if expected else MONDAY)


def test_without_a_day_of_publication_there_is_none():
    assert pd.isna(day_of("A fire on Saturday.", "A fire on Saturday.", first=pd.NaT))
