"""A text speaks for who wrote or issued it."""

import pytest

from tests.extract.attributions.resolved_names import names_by_sentence


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Ada Quist wrote. [Quist's three-page letter] says so.", ["Ada Quist"]),
        ("[A report by the Karsk Institute on tides] says so.", ["Karsk Institute"]),
        ("[A survey conducted by Velm Polls] says so.", ["Velm Polls"]),
        ("[A letter from Dockers Local 18, dated in May,] says so.", ["Dockers Local 18"]),
        ("[Ada Quist] left. [Her memo] says so.", ["Ada Quist"] * 2),
        ("Ada Quist wrote. [Quist's letter] says so. [The letter] adds more.", ["Ada Quist"] * 2),
        # who has, saw or printed a text, and what it is on, wrote nothing
        ("[An e-mail seen by Radio Velm] says so.", ["e-mail seen by Radio Velm"]),
        ("[A report on the Karsk Institute] says so.", ["report on the Karsk Institute"]),
        ("[A letter to Ada Quist] says so.", ["letter to Ada Quist"]),
        # to whom, and for whom
        ("[An email from Ada Quist to Emil Roth] said so.", ["Ada Quist"]),
        ("[A report by the Institute for Tides] says so.", ["Institute for Tides"]),
        # a day or a place writes nothing
        ("[Monday's letter] said the dam was safe.", ["Monday's letter"]),
        ("[A poll by Monday] said so.", ["poll by Monday"]),
        ("[A report from Gaza City] said 12 people died.", ["report from Gaza City"]),
        ("[A report from Davos] said so.", ["report from Davos"]),
        ("[A report from Silicon Valley] said so.", ["report from Silicon Valley"]),
        # several authors, a nation, no name, part of a name, no text
        (
            "[A report from Ada Quist, Emil Roth, and Ida Lind] says so.",
            ["report from Ada Quist, Emil Roth"],
        ),
        ("[Iran's statement] says so.", ["Iran's statement"]),
        ("[The chairmen's letter] says so.", ["chairmen's letter"]),
        ("[A report by a Karsk-led board] says so.", ["report by a Karsk-led board"]),
        (
            "[A survey by the Karsk N.D.- based Tide Institute] says so.",
            ["survey by the Karsk N.D.- based Tide Institute"],
        ),
        ("[Quist's lawyer] says so.", ["Quist's lawyer"]),
        ("[Quist's campaign] says so.", ["Quist's campaign"]),
        ("[A study] came out. [Its report] says so.", ["study", "Its report"]),
    ],
)
def test_names(marked, names):
    assert names_by_sentence(marked) == names
