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
        # a name alone that begins the next sentence is nobody new
        ("[The harbour commissioner of Karsk] spoke. [Emil Roth] wept.", ["Emil Roth"] * 2),
        ("It rained. " * 9 + "[A shopkeeper] spoke. [Emil Roth] wept.", ["Emil Roth"] * 2),
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
