"""Counts without a noun after them: which are quantities, and of what."""

import pytest
from made_figures import position, words_at

from analysis.extract.figures.bare_counts import (
    is_bare_quantity,
    is_in_a_place,
    noun_of_bare,
)
from analysis.extract.numbers.parse import number_at


def number_in(text, words):
    return number_at(text, *position(text, words))


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Police put the crowd at 300.", "300", True),
        ("Police put the union's march at 300.", "300", True),
        ("Police put the union's horse at 300.", "300", False),
        ("The crowd left at 9.", "9", False),
        ("That number was 465, she said.", "465", True),
        ("The total rose to about 70.", "70", True),
        ("a backlog, 4,600 at the end", "4,600", True),
        ("more than a million by its own count", "a million", True),
        ("24 of them flew", "24", True),
        ("down from 52 per month", "52", True),
        ("over 1000 quarantined", "1000", True),
        ("56 drones, of which 41 were shot down", "41", True),
        ("The end of it came; 41 left", "41", False),
        ("He wore 23.", "23", False),
        ("The plane, with 189 on board, landed.", "189", True),
        ("It seized the jet with 155 aboard.", "155", True),
        ("They won 5.", "5", False),
        ("many say so", "many", False),
        ("No one came.", "one", False),
        ("a win of 3-2 at home", "3-2", False),
        ("it is number 5", "5", False),
    ],
)
def test_bare_quantities(text, number, expected):
    assert is_bare_quantity(text, number_in(text, number)) is expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("3,000 of Lyft's 20,000 bikes", "3,000", "bikes"),
        ("The number of cases rose to 700.", "700", "cases"),
        ("The number of strikers was put at 2,450.", "2,450", "strikers"),
        ("The number of dock workers is put at 2,450.", "2,450", "dock workers"),
        ("Officials gave the number of marchers as 1,200.", "1,200", "marchers"),
        ("It put the number of arrests at 38 and the crowd at 12,000.", "12,000", "crowd"),
        ("The population was 19,000.", "19,000", "population"),
        ("A crowd that organisers put at 4,000 came.", "4,000", "crowd"),
        ("Police put the union's march at 4,000.", "4,000", "march"),
        ("He put it at 4,000.", "4,000", None),
        ("Police put the crowd at a rally outside its offices at 4,000.", "4,000", "crowd"),
        ("A shift of around 30 had gone down.", "30", "shift"),
        ("The true margin is less than 300.", "300", "margin"),
        ("A shift in opinion of 30.", "30", None),
        ("Total donors: 525,000", "525,000", "Total donors"),
        ("Update: 525,000", "525,000", None),
        ("It draws visitors all year, some 12 million of them.", "12 million", "visitors"),
        ("It draws visitors all year, some 12 million.", "12 million", None),
        ("He saw 19,000.", "19,000", None),
        ("Asylum claims rose from 52 in 2009 to 81 last year.", "52", "Asylum claims"),
        ("Asylum claims rose from 52 in 2009 to 81 last year.", "81", "Asylum claims"),
        ("Sales more than doubled from 52 to 110.", "110", "Sales"),
        ("Officers moved from 52 to 81 Elm Street.", "81", None),
    ],
)
def test_what_bare_counts_count(text, number, expected):
    found = noun_of_bare(text, number_in(text, number), (0, len(text)), None)
    assert words_at(text, found) == expected


def test_a_bare_count_takes_the_noun_before():
    text = "It built 52 planes, then 42 per month."
    assert noun_of_bare(text, number_in(text, "42"), (0, len(text)), (12, 18)) == (12, 18)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("37 drones came down over six regions", "six", True),
        ("It cut 37 jobs in at least six towns", "six", True),
        ("Some 37 people were taken to six clinics", "six", True),
        ("Some 40 trucks were sent to six villages", "six", False),
        ("The count of towns rose to six towns", "six", False),
        ("It cut six jobs in the north", "six", False),
    ],
)
def test_a_number_that_counts_where_something_is(text, number, expected):
    assert is_in_a_place(text, number_in(text, number)) is expected
