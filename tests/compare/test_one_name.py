"""Names of one person with and without an office, and those that are of two."""

import pytest

from analysis.compare.one_name import shortest_names


@pytest.mark.parametrize(
    ("names", "name", "expected"),
    [
        (["Ilse Vargan", "Transport Minister Ilse Vargan"], 1, "Ilse Vargan"),
        (["Minister Ilse Vargan", "Transport Minister Ilse Vargan"], 1, "Minister Ilse Vargan"),
        (["Ilse Vargan", "Minister Ilse Vargan", "Old Minister Ilse Vargan"], 2, "Ilse Vargan"),
        (["Ilse Vargan", "fire chief Ilse Vargan"], 1, "Ilse Vargan"),
        (["coast guard chief Ilan Petrak", "coast guard commander Ilan Petrak"], 0, "Ilan Petrak"),
        (["hospital director Ilan Petrak"], 0, "Ilan Petrak"),
        (["spokesman for Orlo Police Department"], 0, "spokesman for Orlo Police Department"),
        # another first name, a surname alone, bodies of two towns
        (["Ilse Vargan", "Minister Olga Vargan"], 1, "Minister Olga Vargan"),
        (["Vargan", "Minister Ilse Vargan"], 1, "Minister Ilse Vargan"),
        (["Police Department", "Orlo Police Department"], 1, "Orlo Police Department"),
        (["Transport Minister Ilse Vargan"], 0, "Transport Minister Ilse Vargan"),
    ],
)
def test_the_shortest_form_of_a_name(names, name, expected):
    assert shortest_names(names)[names[name]] == expected
