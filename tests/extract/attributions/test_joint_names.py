"""Two persons who speak as one get their full names."""

import pytest

from analysis.extract.attributions.joint_names import joint_name

TEXT = "Ada Quist met Peter Lind. The army and the navy met. Quist and Lind agreed."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Quist and Lind", ("Ada Quist", "Peter Lind")),
        ("Ada Quist and Peter Lind", ("Ada Quist", "Peter Lind")),
        ("Sen. Ada Quist, D-Velm., and Mayor Peter Lind", ("Ada Quist", "Peter Lind")),
        # not two persons
        ("Quist", None),
        ("The army and the navy", None),
        ("Quist and the navy", None),
        ("the Council of Trade and Industry", None),
        ("Trade and Industry Committee Chairwoman Ada Quist", None),
        ("", None),
        (
            "House Committee Chairman John Karsk, D-NY., and Subcommittee on Crime, Terrorism and "
            "Home Affairs Chairwoman Anna Moe, D-CA.,",
            ("John Karsk", "Anna Moe"),
        ),
    ],
)
def test_joint_name(words, expected):
    assert joint_name(TEXT, words) == expected
