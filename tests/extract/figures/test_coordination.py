"""Casualties in a list with others."""

from dataclasses import replace

import pytest
from made_figures import figure_of

from analysis.extract.figures.coordination import (
    add_coordinated,
    share_of_them,
    share_outcomes,
)
from analysis.extract.numbers.parse import parse_numbers


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        # the list goes on
        ("killed 12 people, including 3 women", ["12"], ["12", "3"]),
        ("killed 12 people, including 3 houses", ["12"], ["12"]),
        ("killed 12, including 3 in the north", ["12"], ["12", "3"]),
        ("killed 12, two of them children", ["12"], ["12", "two"]),
        ("12 wounded soldiers and six civilians", ["12"], ["12", "six"]),
        ("12 wounded soldiers and six trucks", ["12"], ["12"]),
        ("killed 12, and two of whom it is known", ["12"], ["12", "two"]),
        ("killed 12 and hit two of them", ["12"], ["12"]),
        ("killed 12 cattle, two of them calves", ["12"], ["12"]),
        ("killed 12 cattle and two women", ["12"], ["12", "two"]),
        ("killed 12, two of the houses fell", ["12"], ["12"]),
        ("killed 12, including 3 of the north", ["12"], ["12"]),
        ("killed 12 and a family of seven women", ["12"], ["12", "seven"]),
        ("killed 12, including a family of seven women", ["12"], ["12", "seven"]),
        ("killed 12 men 3 women", ["12"], ["12", "3"]),
        ("killed 12 men and burned 3 women", ["12"], ["12"]),
        ("killed 12 men as well as 3 women", ["12"], ["12", "3"]),
        ("killed 12 old and very young tired men, 3 women", ["12"], ["12"]),  # five words
        ("killed 12 old and very young men, 3 women", ["12"], ["12", "3"]),
        ("killed 12. Including 3 women", ["12"], ["12"]),
        ("killed 12\n3 women", ["12"], ["12"]),
        ("killed 12" + " x" * 45 + ", including 3 women", ["12"], ["12"]),
        ("killed 12 and one of them fell", ["12"], ["12", "one"]),
        ("killed 12 and one fell", ["12"], ["12"]),
        ("killed 12, including many women", ["12"], ["12"]),
        # single persons
        ("killed 12, including a child", ["12"], ["12", "a"]),
        ("killed 12 and a child", ["12"], ["12"]),
        ("killed a woman and a child", ["a"], ["a", "a"]),
        ("killed a woman with a child", ["a"], ["a"]),
        # the list begins before
        ("6 guards, 10 civilians hurt", ["10"], ["6", "10"]),
        ("6 guards and 10 civilians hurt", ["10"], ["6", "10"]),
        ("6 guards & 10 civilians hurt", ["10"], ["6", "10"]),
        ("6 guards or 10 civilians hurt", ["10"], ["10"]),
        ("6 houses, 10 civilians hurt", ["10"], ["10"]),
        ("40 people, six of whom died", ["six"], ["six"]),
        ("3 men, 6 guards, 10 civilians hurt", ["10"], ["3", "6", "10"]),
        ("3 men came, 6 guards, 10 civilians hurt", ["10"], ["6", "10"]),
        # nothing to be in a list with
        ("3 women", [], []),
    ],
)
def test_lists(text, found, expected):
    figures = [figure_of(text, words) for words in found]
    added = add_coordinated(text, figures, parse_numbers(text))
    assert [figure.text for figure in added] == expected
    assert {figure.outcome for figure in added} <= {"killed"}


def test_those_who_were_only_present_share_nothing():
    text = "carried 12 people, including 3 women"
    figure = figure_of(text, "12", is_casualty=False)
    assert add_coordinated(text, [figure], parse_numbers(text)) == [figure]


def outcomes(text, *figures):
    return [figure.outcome for figure in share_outcomes(text, figures)]


@pytest.mark.parametrize(
    ("text", "second", "expected"),
    [
        ("12 missing, including 3 women", "3", ["missing", "missing"]),
        ("12 missing, including 3 injured", "3", ["missing", "killed"]),
        ("12 missing. Including 3 women", "3", ["missing", "killed"]),
        ("12 missing, 3 women", "3", ["missing", "killed"]),
        ("12 missing. Medics put the number at 3", "3", ["missing", "missing"]),
        ("12 missing. Medics put the number of dead at 3", "3", ["missing", "killed"]),
        ("12 missing " + "x" * 160 + " put the number at 3", "3", ["missing", "missing"]),
        ("12 missing " + "x" * 180 + " put the number at 3", "3", ["missing", "killed"]),
        ("12 missing, including a child", "a", ["missing", "missing"]),
    ],
)
def test_shared_outcomes(text, second, expected):
    start = text.rindex(second) if second == "3" else text.index(" a ") + 1
    figure = figure_of(text[start:], second)
    figure = replace(figure, start=start, end=start + len(second))
    assert outcomes(text, figure_of(text, "12", "missing"), figure) == expected


def test_subtotals_of_those_only_present_are_only_present():
    text = "12 people aboard, including 3 women"
    figures = [figure_of(text, "12", "missing", is_casualty=False), figure_of(text, "3")]
    assert [figure.is_casualty for figure in share_outcomes(text, figures)] == [False, False]
    assert figures[1].is_casualty


def test_no_figures():
    assert share_outcomes("", []) == []
    assert add_coordinated("", [], []) == []


@pytest.mark.parametrize(
    ("text", "is_casualty"),
    [
        ("They hurt 37 people in six towns, 11 of them children.", True),
        ("Some 37 hurt people were taken to six towns, 11 of them children.", True),
        ("They saw 37 people in six towns, 11 of them children.", False),
        ("They hit 37 cars in six towns, 11 of them parked.", False),
    ],
)
def test_of_them_are_those_who_were_counted_and_not_the_places(text, is_casualty):
    figures = [figure_of(text, "11", outcome="killed")]
    if "hurt" in text:
        figures = [figure_of(text, "37", outcome="injured"), *figures]
    shared = share_of_them(text, figures, parse_numbers(text))
    assert shared[-1].is_casualty is is_casualty
    if is_casualty:
        assert shared[-1].outcome == "injured"
