"""Names of persons who are not the source are taken out of its words."""

import pytest

from analysis.extract.attributions.named_inside import without_names_inside
from tests.extract.attributions.resolved_names import last_name


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("aides and allies of Mr. Quist", "aides and allies"),
        ("City Hall aides of Mr. Quist", "City Hall aides"),
        ("lawyers for both Peter Roth Jr. and Anna Roth", "lawyers"),
        ("one person familiar with Ms. Quist’s testimony to the board", "one person familiar"),
        ("the lawyer for Mrs. Quist, Emil Roth", "the lawyer, Emil Roth"),
        ("prosecutors working for the former Mayor Quist", "prosecutors working"),
        ("Quist’s lawyer, Emil Roth", "lawyer, Emil Roth"),
        ("Quist Jr.’s lawyer, Emil Roth", "lawyer, Emil Roth"),
        ("Quist lawyer Emil Roth", "lawyer Emil Roth"),
        ("Quist campaign chairman Emil Roth", "campaign chairman Emil Roth"),
        ("Aides and outside advisers to Quist", "Aides and outside advisers"),
        # nobody else is named
        ("advisers to the Velm Bank", "advisers to the Velm Bank"),
        ("Ada Quist", "Ada Quist"),
        ("Ada Quist of Velm Bank", "Ada Quist of Velm Bank"),
        ("mayor of Velm", "mayor of Velm"),
        ("residents in Velm", "residents in Velm"),
        ("Emil van der Roth", "Emil van der Roth"),
        ("One of the members from Velm", "One of the members from Velm"),
        ("Head of the Harbour Board", "Head of the Harbour Board"),
        ("head of the Anna Foundation", "head of the Anna Foundation"),
        ("the Karsk Port Journal", "the Karsk Port Journal"),
    ],
)
def test_names_inside_are_taken_out(words, own):
    assert without_names_inside(words) == own


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "[President Roth] spoke. [Town hall aides and allies of Mr. Roth] agreed. "
            "[Mr. Roth] left.",
            "President Roth",
        ),
        (
            "[Former Rep. Peter Roth] wept. [Lawyers for both Peter Roth and Anna Roth] said so. "
            "[Roth] agreed.",
            "Former Rep. Peter Roth",
        ),
        (
            "Michael D. Roth lied. [One person familiar with Mr. Roth’s account] said so. "
            "[Mr. Roth] agreed.",
            "Michael D. Roth",
        ),
        (
            "[A lawyer for Mrs. Quist] said so. [The lawyer for Mrs. Quist, Emil Roth,] wrote. "
            "[Mrs. Quist] agreed.",
            "Mrs. Quist",
        ),
        ("Peter Quist left. [Quist lawyer Emil Roth] spoke. [Quist] agreed.", "Peter Quist"),
        ("Peter Quist left. [One Quist text] said so. [Quist] agreed.", "Peter Quist"),
        # the words for the source itself
        (
            "[A lawyer for Mrs. Quist] spoke. [The lawyer for Mrs. Quist, Emil Roth,] wrote.",
            "Emil Roth",
        ),
        ("[Quist lawyer Emil Roth] spoke. [Roth] agreed.", "Quist lawyer Emil Roth"),
        ("[The Velm Post] wrote. [The Post] added so.", "Velm Post"),
        ("[Emil Roth] spoke. [Roth himself] agreed.", "Emil Roth"),
    ],
)
def test_whose_a_source_is_did_not_speak(marked, name):
    assert last_name(marked) == name
