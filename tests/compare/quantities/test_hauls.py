"""Test which weights and sums are the haul of a seizure."""

import pytest

from analysis.compare.quantities.hauls import is_stolen_sum, substance_of_haul, value_of_haul


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


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Bank says R[312m] taken in weekend cyber theft", True),
        ("Criminals stole R[312 million] through its payments system.", True),
        ("Crooks have made off with a whopping R[300 million] from a bank.", True),
        ("The sum taken on Sunday was R[338 million], it said.", True),
        ("It froze R[97 million] of the stolen money.", False),
        ("The insurance covers R[200 million] of a theft.", False),
        ("Last year thieves stole R[20 million] there.", False),
        ("The theft is small. The bank earned R[3.4 billion].", False),
        ("The museum paid R[12 million] for it.", False),
        ("The film has taken $[90 million] at the box office.", False),
        ("The state has taken $[5 billion] in tax on fuel.", False),
        ("Thefts cost shops $[2 billion].", False),
    ],
)
def test_stolen_sum(marked: str, expected: bool) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    statement = {"start": start, "end": end, "change": None}
    assert is_stolen_sum(statement, text) is expected


def test_a_sum_by_which_another_is_larger_was_not_stolen() -> None:
    text = "They stole R26 million more."
    assert not is_stolen_sum({"start": 12, "end": 22, "change": "up"}, text)
