"""Abbreviations are one word with and without full stops."""

import pytest

from analysis.measure.abbreviations import without_stops


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The F.B.I. said", "The FBI said"),
        ("the C.I.A.'s men", "the CIA's men"),
        ("(the N.A.A.C.P.)", "(the NAACP)"),
        ("an F.B.I agent", "an FBI agent"),
        # letters of a common word
        ("the U.S. said", "the U.S. said"),
        ("the U.S, he said", "the U.S., he said"),
        ("the US said", "the U.S. said"),
        ("the U.S.-led force", "the U.S.-led force"),
        ("the US-led force", "the U.S.-led force"),
        ("the UN and the U.N.", "the U.N. and the U.N."),
        ("the W.H.O. said", "the W.H.O. said"),
        ("a U.S.A. flag", "a USA flag"),
        # no word of its own
        ("told us", "told us"),
        ("TELL US MORE", "TELL US MORE"),
        ("US$5 and USA", "US$5 and USA"),
        # no abbreviation in capitals
        ("at 9 a.m., e.g. here", "at 9 a.m., e.g. here"),
        ("A. B. Quist and A.B.Quist", "A. B. Quist and A.B.Quist"),
        ("George W. Quist", "George W. Quist"),
        ("THE END.\nthe US left", "THE END.\nthe U.S. left"),
    ],
)
def test_full_stops(text, expected):
    assert without_stops(text) == expected
