"""Counts without a noun that count again what was counted before."""

import pytest
from made_figures import position

from analysis.extract.figures.continued_counts import (
    continues_count,
    is_of_those,
    opens_with_count,
    says_how_many,
    tells_some_of,
)
from analysis.extract.numbers.parse import number_at, parse_numbers


def number_in(text, words):
    return number_at(text, *position(text, words))


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Nineteen youths appeared in court; seven were bailed.", "seven", True),
        ("Nine employees sued, and seven settled.", "seven", True),
        ("It has rehoused 780 refugees, and 212 are in college.", "212", True),
        ("Kuwait deported 76 men and is holding 33 more.", "33", True),
        ("Forty states have signed, but only 19 have ratified it.", "19", True),
        ("Two teams met, and one was late.", "one", False),
        ("They met in May 2007 at 5 and left.", "5", False),
        ("It is on page 12, and 13 wells were dug.", "13", False),
        ("Nine men sued and 7 hundred-year-old trees fell.", "7", False),
    ],
)
def test_a_number_that_counts_on(text, number, expected):
    assert continues_count(text, number_in(text, number)) is expected


def test_things_do_not_leave():
    text = "The club sold 900 tickets and six left early, and six were lost."
    left, lost = (number for number in parse_numbers(text) if number.text == "six")
    assert continues_count(text, left)
    assert not continues_count(text, left, is_of_people=False)
    assert continues_count(text, lost, is_of_people=False)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("12 are in hospital.", True),
        ("At least 12 were children.", True),
        ("Of these, 12 have left.", True),
        ("12 is a lucky number.", False),
        ("12 men are in hospital.", False),
        ("By then 12 were late.", False),
        ("12 to 14 are in hospital.", False),
    ],
)
def test_a_sentence_that_opens_with_a_count(sentence, expected):
    text = f"Forty fell ill. {sentence}"
    number = parse_numbers(text)[1]
    assert opens_with_count(text, number, text.index(sentence)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cut 90 jobs, including 12 in Corby.", True),
        ("It moved 90 to Orsk and a further 12 to Velm.", True),
        ("It cut 90 jobs, another 12 abroad.", True),
        ("It cut 90 jobs, including 12 managers.", False),
        ("It cut 90 jobs in 12 towns.", False),
    ],
)
def test_some_of_what_was_counted(text, expected):
    assert tells_some_of(text, number_in(text, "12")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of those who died, 12 were children.", True),
        ("Of the injured, 12 came from Orsk.", True),
        ("The status of the other 12 could not be told.", True),
        ("Of those who died, 12 men were young.", False),
        ("They died, 12 were children.", False),
    ],
)
def test_some_of_those_named_before(text, expected):
    assert is_of_those(text, number_in(text, "12")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There should have been 12.", True),
        ("The manifest listed 12 and was wrong.", True),
        ("Ten years ago it had 12.", True),
        ("It shot down 12, the army said.", True),
        ("There were 12 guards.", False),
        ("Not one of the missing has been found; he said there were 12, not 14.", False),
        ("The injured man said that there were 12.", True),
        ("She was 12.", False),
        ("It opens at 12.", False),
    ],
)
def test_how_many_there_were(text, expected):
    assert says_how_many(text, number_in(text, "12")) is expected
