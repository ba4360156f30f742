"""When and where an article says that an attack was."""

import pandas as pd
import pytest

from analysis.compare.quantities.attack_days import attack_of

THURSDAY = pd.Timestamp("2021-03-04")


def of(text, published=THURSDAY):
    return attack_of(text, published, lambda sentence: "bomb" in sentence)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A bomb hit Orsk on Tuesday.", "2021-03-02"),
        (
            "A bomb hit Orsk. Nine were killed on Tuesday. The bomb was found on Monday.",
            "2021-03-02",
        ),
        ("A bomb hit Orsk yesterday.", "2021-03-03"),
        ("A bomb hit Orsk.", None),
        ("Rescuers on Thursday called off the search at the bombed market.", None),
        ("We reached Orsk at dawn on Wednesday, after the bombs fell.", None),
        (
            "The bomb killed nine, the mayor said on Wednesday, after the raid of Monday.",
            "2021-03-01",
        ),
        ("The court sits on Tuesday. A bomb hit Orsk.", None),
        ("x" * 800 + " A bomb hit Orsk on Tuesday.", None),
    ],
)
def test_the_first_day_of_an_attack(text, day):
    assert of(text).day == day


def test_without_a_day_of_publication_none_is_read():
    assert of("A bomb hit Orsk on Tuesday.", None).day is None


def test_places_are_no_countries_and_no_days():
    found = of("ORSK, Syria: a bomb exploded in Velm, in Syria, on Tuesday.")
    assert found.places == {"velm"}
    assert {"orsk", "velm", "syria"} <= found.names
    assert "tuesday" not in found.names


@pytest.mark.parametrize(
    ("one", "other", "is_one", "are_two"),
    [
        (
            "A bomb hit a bus in Orsk on Tuesday.",
            "A bomb in Orsk killed two on Tuesday.",
            True,
            False,
        ),
        (
            "A bomb hit a bus in Orsk on Tuesday.",
            "A bomb in Velm killed two on Tuesday.",
            False,
            False,
        ),
        (
            "A bomb hit a bus in Orsk on Tuesday.",
            "A bomb in Orsk killed two on Monday.",
            False,
            True,
        ),
        ("A bomb hit a bus in Orsk on Tuesday.", "A bomb in Orsk killed two.", False, False),
        ("A bomb hit the Al-Noor Hospital.", "Nine died at Al-Noor Hospital.", True, False),
        ("A bomb hit the Central Hospital.", "Nine died at Central Hospital.", False, False),
        ("A bomb hit Orsk hospital.", "Nine died at Orsk hospital.", False, False),
        (
            "A bomb hit the Al-Noor Hospital on Monday.",
            "A bomb hit Al-Noor Hospital on Tuesday.",
            False,
            True,
        ),
    ],
)
def test_two_articles(one, other, is_one, are_two):
    for first, second in ((of(one), of(other)), (of(other), of(one))):
        assert first.is_that_of(second) == is_one
        assert first.is_of_another_day(second) == are_two
