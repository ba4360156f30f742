"""Test which weights and sums are the haul of a seizure."""

import pytest

from analysis.compare.quantities.hauls import substance_of_haul, value_of_haul


@pytest.mark.parametrize(
    ("sentence", "text", "expected"),
    [
        ("Officers seized 4.6 tonnes of coke.", "", "haul of cocaine"),
        ("The drugs weighed 4,830 kilos.", "Heroin was found. ", "haul of heroin"),
        ("The drugs weighed 4,830 kilos.", "Heroin and ketamine were found. ", None),
        ("About 200 kilograms of TNT went off.", "", "explosives"),
        ("Last year 116 tonnes of cocaine were seized.", "", None),
        ("Officers seized 4.6 tonnes of rice.", "", None),
    ],
)
def test_substance_of_haul(sentence: str, text: str, expected: str | None) -> None:
    assert substance_of_haul({"sentence_text": sentence}, text + sentence) == expected


@pytest.mark.parametrize(
    ("noun", "text", "expected"),
    [
        ("worth", "The cocaine is worth 230 million dollars.", "value of drugs"),
        ("fine", "The cocaine is worth 230 million dollars.", None),
        ("worth", "The firm is worth 230 million dollars.", None),
        ("worth", "In 2019 cocaine worth 230 million dollars was found.", None),
        ("worth", "Cocaine and heroin are worth 230 million dollars.", None),
    ],
)
def test_value_of_haul(noun: str, text: str, expected: str | None) -> None:
    assert value_of_haul({"noun": noun, "sentence_text": text}, text) == expected
