"""The number of a headline and its repetition in the text below it."""

from dataclasses import replace

import pytest

from analysis.compare.quantities.headline_repeats import headline_repeats
from tests.compare.quantities.story_tables import injured, killed, statements

HOMES = {"noun": "home", "mention": "numeral"}
ACRES = {"unit": "measure", "unit_text": "acres", "mention": "numeral"}


def with_headline(*numbers):
    """Return statements of one article, of which the first is in the headline."""
    texts = [text for text, _ in numbers]
    found = statements((" ".join(texts), *(columns for _, columns in numbers)))
    in_title = [number == 0 for number in range(len(found.rows))]
    return replace(found, rows=found.rows.assign(in_title=in_title))


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (("Fire jumps to [1,900] acres.", ACRES), ("It is put at [1,900] acres.", ACRES), True),
        (("Fire kills [5].", killed()), ("The fire killed [5] people.", killed()), True),
        (("Fire kills [5].", killed()), ("The fire injured [5] people.", injured()), False),
        (("Fire jumps to [1,900] acres.", ACRES), ("It is put at [1,700] acres.", ACRES), False),
        (("[Two] homes.", {"low": 2, "high": 2}), ("[Two] streets.", {"low": 2, "high": 2}), False),
        (("[1,900] acres burn.", ACRES), ("[1,900] homes are gone.", {}), False),
        (("[40] homes burn.", HOMES), ("[40] engines came.", HOMES | {"noun": "engine"}), False),
        (("[41] homes burn.", HOMES), ("It took [41] houses.", HOMES | {"noun": "house"}), True),
        (("[12] homes burn.", HOMES), ("It took [12] barns.", HOMES | {"noun": "barn"}), False),
        (("[40] homes burn.", HOMES), ("The fire took [40].", HOMES | {"noun": None}), True),
        (
            ("Quake kills [30].", killed()),
            ("[30] died in 2003.", killed(scope="other_event")),
            False,
        ),
    ],
)
def test_a_headline_repeats_what_its_article_tells(title, body, expected):
    assert (headline_repeats(with_headline(title, body)) == [(0, 1)]) == expected


def test_only_the_first_repetition_is_joined():
    again = ("It is put at [1,900] acres.", ACRES)
    found = with_headline(("Fire jumps to [1,900] acres.", ACRES), again, again)
    assert headline_repeats(found) == [(0, 1)]


def test_two_articles_are_no_headline_and_text():
    fire = ("Fire jumps to [1,900] acres.", ACRES)
    found = statements(fire, fire)
    assert headline_repeats(found) == []
