"""Surnames with an error of typing."""

import pytest

from tests.extract.attributions.resolved_names import names_by_sentence


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Emil Rothman rose. Rothman sat. [Rohtman] spoke.", ["Emil Rothman"]),
        ("Emil Rothman rose. Rothman sat. [Rothmann] spoke.", ["Emil Rothman"]),
        ("Emil Rothman rose. Rothman sat. [Rotman] spoke.", ["Emil Rothman"]),
        ("Emil Rothman rose. Rothman sat. [Mr. Rothmen] spoke.", ["Emil Rothman"]),
        # two letters away, a short name, another first letter, a plural, a body in capitals
        ("Emil Rothman rose. Rothman sat. [Rottmann] spoke.", ["Rottmann"]),
        ("Emil Roth rose. Roth sat. [Rot] spoke.", ["Rot"]),
        ("Emil Rothman rose. Rothman sat. [Bothman] spoke.", ["Bothman"]),
        ("Emil Rothman rose. Rothman sat. [Rothmans] spoke.", ["Rothmans"]),
        ("Emil Rothman rose. Rothman sat. [ROTHMEN] spoke.", ["ROTHMEN"]),
        # a body or party a letter away, two common surnames, and two who speak
        ("Sheikh Ali Hamad leads the mosque. Hamad sat. [Hamas] spoke.", ["Hamas"]),
        ("Director Omar Fattah left. Fattah sat. [Fatah] said so.", ["Fatah"]),
        ("Trader Paul Merk sold out. Merk sat. [Merck] said so.", ["Merck"]),
        ("Minister Paolo Vatica resigned. Vatica sat. [Vatican] said so.", ["Vatican"]),
        ("Emil Hansen rose. Hansen sat. [Hanson] said so.", ["Hanson"]),
        ("Emil Alvarez rose. Alvarez sat. [Alvares] said so.", ["Alvares"]),
        ("[Emil Hansen, the mayor,] spoke. [Hanson] wept.", ["Emil Hansen", "Hanson"]),
        (
            "[Emil Rothman, the mayor,] spoke. Rothman sat. [Rotman] wept.",
            ["Emil Rothman", "Rotman"],
        ),
        # somebody else has that name, or two might be meant
        (
            "Emil Rothman rose. Rothman sat. Ada Rotman sat. [Rotman] spoke.",
            ["Ada Rotman"],
        ),
        ("Emil Rothman rose. Ada Rothmen sat. [Rothmin] spoke.", ["Rothmin"]),
        ("Emil Rothman rose. Rotman sat. Rotman ran. [Rotman] spoke.", ["Rotman"]),
        ("Emil Velmar rose. Velmar sat. [Velma] spoke.", ["Velma"]),
    ],
)
def test_names(marked, names):
    assert names_by_sentence(marked) == names
