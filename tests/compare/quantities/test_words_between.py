"""The words around two numbers of one article are read with the side on which they stand."""

import pytest

from analysis.compare.quantities.words_between import words_of_pair


def words(text):
    """Return the words of the two numbers in square brackets."""
    places = []
    plain = ""
    for number, part in enumerate(text.replace("]", "[").split("[")):
        if number % 2:
            places.append((len(plain), len(plain) + len(part)))
        plain += part
    return words_of_pair(plain, *places)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police say [900], but the union says [2,500].", "before union says"),
        ("Police say [900], but the union says [2,500].", "before but"),
        ("Police say [900] and the union [2,500] people.", "after people"),
        ("Police say [900] marched; organisers [2,500].", "after first marched"),
        ("In 2024 police counted [900]. This time [2,500].", "before first #"),
        ("“[900] came,” she said. He said “[2,500]”.", "before “"),
    ],
)
def test_words_have_a_side(text, expected):
    assert expected in words(text)


def test_nothing_before_the_first_number_counts_as_before_the_second():
    assert "before but" not in words("But police say [900], organisers [2,500].")


def test_far_words_are_not_read():
    far = words(f"Police say [900]. {'x ' * 60}[2,500] came. {'y ' * 40}")
    assert "after first police" not in far
    assert [word for word in far if word.startswith("before ") and "first" not in word].count(
        "before x"
    ) == 14
    assert "after y" in far
    assert far.count("after y") <= 5


def test_digits_are_all_alike():
    assert words("It was [5] in 2019 and [7] now.") == words("It was [5] in 2021 and [7] now.")
