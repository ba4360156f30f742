"""The words around a number."""

import pytest

from analysis.report.quoted_words import words_around

LONG = (
    "After a week of talks that led nowhere and that both sides called a waste of "
    "everybody's time, "
)


@pytest.mark.parametrize(
    ("sentence", "before", "after"),
    [
        ("About [4,100] teachers walked out.", "About ", " teachers walked out."),
        ("[Nine] dead", "", " dead"),
        ("It burnt [1,900]\nacres.", "It burnt ", " acres."),
        (LONG + "some [4,100] walked.", "… a waste of everybody's time, some ", " walked."),
        (
            "[4,100] teachers " + LONG,
            "",
            " teachers After a week of talks that led nowhere and that …",
        ),
        ("[5]", "", ""),
    ],
)
def test_words_beside_a_number(sentence, before, after):
    start, end = sentence.index("["), sentence.index("]") - 1
    plain = sentence.replace("[", "").replace("]", "")
    found = words_around(plain, start, end)
    assert (found.before, found.after) == (before, after)
    assert found.number == plain[start:end]


@pytest.mark.parametrize("start", range(0, 400, 7))
def test_no_word_is_cut_and_all_are_of_the_sentence(start):
    sentence = (LONG + "12 " + LONG) * 3
    found = words_around(sentence, start, start + 1)
    assert len(found.before) <= 42
    assert len(found.after) <= 62
    whole = set(sentence.split())
    for piece in (found.before.removeprefix("… ").split(), found.after.removesuffix(" …").split()):
        assert " ".join(piece) in sentence
        assert {*piece[1:-1]} <= whole
