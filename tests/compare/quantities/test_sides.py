"""Whose people a casualty figure counts."""

import pytest

from analysis.compare.quantities.sides import side_of


@pytest.mark.parametrize(
    ("sentence", "counted", "side"),
    [
        ("12 Eritreans died.", "Eritreans", "Eritrea"),
        ("12 Ethiopian soldiers died.", "Ethiopian soldiers", "Ethiopia"),
        ("Ethiopia raised the number of its soldiers killed to 12.", None, "Ethiopia"),
        ("Eritrea said that its own troops lost 12 men.", "men", "Eritrea"),
        ("In Ethiopia 12 people died.", "people", None),
        ("12 US troops died.", "US troops", "United States"),
        ("A man told us that its soldiers killed 12.", None, None),
        ("Ethiopia shelled the town and its market; 12 died.", None, None),
    ],
)
def test_whose_people_were_harmed(sentence, counted, side):
    figure = {"outcome": "killed", "counted": counted}
    assert side_of(figure, sentence, sentence.index("12")) == side


def test_without_a_harm_there_is_no_side():
    assert side_of({"outcome": None, "counted": "Eritreans"}, "12 Eritreans came.", 0) is None
