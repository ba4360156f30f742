"""Whose votes a number counts."""

import pytest

from analysis.extract.figures.vote_owners import vote_owner


@pytest.mark.parametrize(
    ("marked", "owner"),
    [
        ("With 104 precincts in, Osei had [64,571] votes, or 49.4 percent.", "Osei"),
        ("With 104 precincts in, Osei had 64,571 votes, or [49.4] percent.", "Osei"),
        ("Osei had 64,571 votes, to [57,902], or 44.3 percent, for Prater.", "Prater"),
        ("Osei had 64,571 votes, to 57,902, or [44.3] percent, for Prater.", "Prater"),
        ("It had 64,571 votes to [57,902] for Prater. Tire-store owners cheered.", "Prater"),
        ("It had 64,571 votes to [57,902] for Sen. J. Prater.", "Sen. J. Prater"),
        ("Renata Osei: [27,318] votes (48%)\nGil Prater: 25,160 (44%)", "Renata Osei"),
        ("Renata Osei: 27,318 votes ([48]%)\nGil Prater: 25,160 (44%)", "Renata Osei"),
        ("Renata Osei: 27,318 votes (48%)\nGil Prater (mayor): [25,160] (44%)", "Gil Prater"),
        (
            "She won by votes. Dale Hutchins was third with [8,115], or 6.2 percent.",
            "Dale Hutchins",
        ),
        ("Prater, the mayor, got [44.1]% of the vote.", "Prater"),
        ("Of all ballots [57,902] went to Prater.", None),
        ("Osei won the vote. She had [400] supporters there.", None),
        ("Osei had [400] supporters, and no vote was held.", None),
        ("Osei had [64,571] dollars.", None),
        ("Votes were counted until Monday. By [64,571] to none it passed.", None),
        ("Osei had [64,571].", None),
        ("The vote is on Friday. In May had [12] percent come.", None),
    ],
)
def test_owner(marked, owner):
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    first = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    assert vote_owner(text, start, end, first) == owner
