"""What outlets do with shared numbers: printed, omitted, rounded, attributed, first."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.compare.number_habits import COLUMNS, number_habits
from analysis.core.tables import ARTICLES, FIGURES, QUANTITIES, empty, make

ROWS = [
    # outlet, day, quantity, number, source
    ("North", "2024-03-01", "q1", 1204, "the ministry"),
    ("South", "2024-03-02", "q1", 1200, None),
    ("South", "2024-03-02", "q2", 7, "police"),
    ("West", "2024-03-02", "q2", 7, None),
    ("West", "2024-03-02", "q3", 5, None),
]


OUTCOMES = {"q1": "injured", "q2": "killed", "q3": "missing", "q4": "captured"}


def tables(rows, units=None, outcomes=OUTCOMES):
    articles, figures = [], []
    for number, (outlet, day, quantity, value, source) in enumerate(rows):
        article = {"article_id": f"a{number}", "corpus": "c", "n_words": 5, "story_id": "s"}
        text = f"{value} people were hurt."
        articles.append(article | {"outlet": outlet, "published": pd.Timestamp(day), "text": text})
        figures.append(
            {
                "figure_id": f"f{number}",
                "article_id": f"a{number}",
                "sentence_id": 0,
                "start": 0,
                "end": len(str(value)),
                "text": str(value),
                "low": value,
                "high": value,
                "qualifier": "exact",
                "unit": "measure" if units else "people",
                "unit_text": units[number] if units else None,
                "mention": "numeral",
                "implicit": False,
                "outcome": None if units else outcomes[quantity],
                "source": source,
                "quantity_id": quantity,
                "p": 1.0,
            }
        )
    quantities = [
        {"quantity_id": name, "label": name, "unit": "people", "n_outlets": 1, "n_articles": 1}
        for name in sorted({row[2] for row in rows})
    ]
    return SimpleNamespace(
        articles=make(articles, ARTICLES),
        figures=make(figures, FIGURES),
        quantities=make(quantities, QUANTITIES),
    )


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        # q3 is printed by one outlet alone, and counts nowhere
        ("North", {"n_shared": 2, "prints": 1, "omits": 1, "attributes": 1, "first": 1}),
        ("South", {"n_shared": 2, "prints": 2, "omits": 0, "rounds": 1, "attributes": 1}),
        ("West", {"n_shared": 2, "prints": 1, "omits": 1, "rounds": 0, "first": 1, "n_dated": 1}),
    ],
)
def test_habits(outlet, expected):
    found = number_habits(tables(ROWS)).set_index("outlet").loc[outlet]
    assert found[list(expected)].to_dict() == expected


def test_a_number_in_another_unit_is_printed_and_is_not_rounded():
    rows = [
        ("North", "2024-03-01", "q1", 500, None),
        ("South", "2024-03-02", "q1", 202, None),
        ("West", "2024-03-02", "q4", 2, None),
        ("East", "2024-03-02", "q4", 900, None),
        ("East", "2024-03-02", "q1", 900, None),
    ]
    units = ["acres", "hectares", "square km", "hectares", "hectares"]
    found = number_habits(tables(rows, units))
    by_outlet = found.set_index("outlet")
    assert by_outlet["rounds"].tolist() == [0, 0, 0, 0]
    assert by_outlet.loc["West", "omits"] == 0


def test_a_number_that_is_printed_of_what_seems_another_thing_is_not_omitted():
    rows = [*ROWS[:2], ("West", "2024-03-02", "q4", 1204, None)]
    found = number_habits(tables(rows)).set_index("outlet").loc["West"]
    assert found[["n_shared", "prints", "omits"]].tolist() == [0, 0, 0]


def test_another_number_of_one_outcome_is_no_omission():
    rows = [*ROWS[:2], ("West", "2024-03-02", "q4", 640, None)]
    one_outcome = dict.fromkeys(OUTCOMES, "injured")
    found = number_habits(tables(rows, outcomes=one_outcome)).set_index("outlet").loc["West"]
    assert found[["n_shared", "omits"]].tolist() == [0, 0]
    found = number_habits(tables(rows)).set_index("outlet").loc["West"]
    assert found[["n_shared", "omits"]].tolist() == [1, 1]


def test_of_those_on_one_day_several_are_first_and_a_later_one_is_not():
    found = number_habits(tables(ROWS)).set_index("outlet")["first"]
    assert found.to_dict() == {"North": 1, "South": 1, "West": 1}
    later = [ROWS[0], ("South", "2024-03-02", "q1", 1204, None)]
    assert number_habits(tables(later)).set_index("outlet")["first"].to_dict() == {
        "North": 1,
        "South": 0,
    }


@pytest.mark.parametrize("rows", [ROWS[:1], [ROWS[0], ROWS[4]]])
def test_without_a_shared_quantity_there_is_nothing_to_count(rows):
    assert number_habits(tables(rows))["prints"].sum() == 0


def test_no_articles():
    nothing = SimpleNamespace(
        articles=empty(ARTICLES), figures=empty(FIGURES), quantities=empty(QUANTITIES)
    )
    assert list(number_habits(nothing)) == list(COLUMNS)
