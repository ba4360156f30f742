"""Persons in a row, each of whom counts as one."""

import pytest

from analysis.extract.figures.coordinated_people import persons_in_rows


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("A man, woman and child died.", ["A", "woman", "child"], "killed"),
        ("A man, a woman and a child were hurt.", ["A", "a", "a"], "injured"),
        ("One man and woman died.", ["woman"], "killed"),  # "one" is a number
        ("A man woman and child died.", ["A", "woman", "child"], "killed"),
        ("A baby girl and baby boy died.", ["A", "boy"], "killed"),
        # two words for one person
        ("A nurse and mother died.", [], None),
        ("A nurse and teacher died.", [], None),
        ("A nurse and teacher were killed.", ["A", "teacher"], "killed"),
        ("A nurse, teacher and driver died.", ["A", "teacher", "driver"], "killed"),
        ("A nurse and a teacher died.", ["A", "a"], "killed"),
        ("A child and nurse died.", ["A", "nurse"], "killed"),
        ("A woman and nurse died.", [], None),  # may be one person
        # those who did it
        ("A man and woman killed three people.", [], None),
        ("A man and woman killed in the blast.", ["A", "woman"], "killed"),
        # no rows of unknown persons
        ("The man and woman died.", [], None),
        ("A man and his child died.", [], None),
        ("A man and woman was killed.", [], None),
        ("A man died.", [], None),
        # after a verb
        ("It left a man and woman dead.", ["a", "woman"], "killed"),
        ("It left child and woman injured.", ["child", "woman"], "injured"),
        ("It left child dead.", ["child"], "killed"),
        ("It will leave child dead.", [], None),
        ("It left child alone.", [], None),
    ],
)
def test_persons_in_rows(text, words, outcome):
    found = dict(persons_in_rows(text))
    assert [text[slice(*span)] for span in found] == words
    assert all(other == outcome for other in found.values())
