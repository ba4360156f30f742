"""Who is left without a name in a lead is named by the sentence after it."""

import pytest

from tests.extract.attributions.resolved_names import names_by_sentence

LT = "Lt. Ada Quist"


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (f"It sank, [a navy spokeswoman] said. “We saw it,” [{LT}] told reporters.", [LT, LT]),
        (
            "It fell, [a Karsk official] said. [Emil Roth, the board's spokesman,] wept.",
            ["Emil Roth"] * 2,
        ),
        (
            "[Karsk official] wept\n\nIt fell, [a Karsk official] said. "
            "[Emil Roth, the board's spokesman,] wept.",
            ["Emil Roth"] * 3,
        ),
        (
            "[A defence lawyer] spoke. It rained. [Emil Roth, a lawyer,] wept.",
            ["Emil Roth"] * 2,
        ),
        # a name alone may be anybody, and so is one in another office
        ("[A shopkeeper] spoke. [Emil Roth] wept.", ["shopkeeper", "Emil Roth"]),
        (
            "[The harbour commissioner of Karsk] spoke. [Emil Roth] wept.",
            ["harbour commissioner of Karsk", "Emil Roth"],
        ),
        (
            "[A doctor] said the boy would live. [Maria Gomez] told reporters she was relieved.",
            ["doctor", "Maria Gomez"],
        ),
        (
            "[A spokesman for the army] said the town fell. [Ali Hassan] said his house was hit.",
            ["spokesman for the army", "Ali Hassan"],
        ),
        (
            "[A witness] said the man fired twice. [Thomas Gray] told police he was at home.",
            ["witness", "Thomas Gray"],
        ),
        (
            "[An official] said the bridge was safe. [Anna Berg] said it was not.",
            ["official", "Anna Berg"],
        ),
        (
            "[A police officer] said the car was stolen. [John Carter] said he sold it in May.",
            ["police officer", "John Carter"],
        ),
        (
            "[A resident] said the blast broke windows. [Firefighter Paul Stone] said no one died.",
            ["resident", "Firefighter Paul Stone"],
        ),
        # who says the contrary, or is questioned
        (
            "It fell, [a Karsk official] said. "
            "[Emil Roth, the board's spokesman,] said it was not.",
            ["Karsk official", "Emil Roth"],
        ),
        (
            "It fell, [a Karsk official] said. [Emil Roth, the board's spokesman,] told police so.",
            ["Karsk official", "Emil Roth"],
        ),
        # told with another office, or of another kind or sex
        (
            "It fell, [an official] said. [Senator Emil Roth] wept.",
            ["official", "Senator Emil Roth"],
        ),
        (
            "It fell, [a Karsk official] said. [Emil Roth, a pastor,] wept.",
            ["Karsk official", "Emil Roth"],
        ),
        ("It sank, [a spokeswoman] said. [Peter Lind] wept.", ["spokeswoman", "Peter Lind"]),
        # named before, not in full, several, far below, not to be named, a body
        (
            "Emil Roth came. It fell, [a diver] said. [Emil Roth] wept.",
            ["diver", "Emil Roth"],
        ),
        ("[A shopkeeper] spoke. [Roth] wept.", ["shopkeeper", "Roth"]),
        ("[Two divers] spoke. [Emil Roth] wept.", ["Two divers", "Emil Roth"]),
        ("[A diver] spoke. " + "It rained. " * 3 + "[Emil Roth] wept.", ["diver", "Emil Roth"]),
        (
            "[An official], who asked not to be named, spoke. [Emil Roth] wept.",
            ["official", "Emil Roth"],
        ),
        ("[A diver] spoke. [The council] wept.", ["diver", "council"]),
        ("[The diver] spoke. [Emil Roth] wept.", ["diver", "Emil Roth"]),
        # outside the lead an apposition may introduce somebody new
        (
            "It rained. " * 9 + "[A lawyer] spoke. [Emil Roth, a lawyer,] wept.",
            ["lawyer", "Emil Roth"],
        ),
    ],
)
def test_names(marked, names):
    assert names_by_sentence(marked) == names
