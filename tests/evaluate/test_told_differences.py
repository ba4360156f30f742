"""Marks of rows against what a person said of the numbers in them."""

import pytest

from analysis.evaluate.told_differences import VERDICTS, read_judged, told_differences
from tests.evaluate.test_shared_rows import made_run


def places_of(run):
    columns = (run.figures[name] for name in ("article_id", "start", "end"))
    return list(zip(*columns, strict=True))


@pytest.mark.parametrize(("numbers", "mark"), [((12, 15), "≠"), ((12, 12), "=")])
def test_a_judged_row_is_the_one_with_its_numbers(numbers, mark):
    run = made_run(*numbers)
    run.quantities["p"] = 0.9
    found = told_differences(run, {"row": ("update", places_of(run))})
    assert found == {(mark, "update"): 1}


def test_a_row_in_doubt():
    run = made_run(12, 15)
    run.quantities["p"] = 0.4
    assert told_differences(run, {"row": ("real", places_of(run))}) == {("≠?", "real"): 1}


def test_a_row_of_which_one_number_is_left_is_not_counted():
    run = made_run(12, 15)
    elsewhere = [("another article", 3, 5)]
    assert told_differences(run, {"row": ("real", places_of(run)[:1])}) == {}
    assert told_differences(run, {"row": ("real", elsewhere * 2)}) == {}


def test_every_judged_row_has_numbers_and_a_verdict():
    judged = read_judged()
    assert len(judged) == 1098
    assert {verdict for verdict, _ in judged.values()} == set(VERDICTS)
    assert all(places for _, places in judged.values())
