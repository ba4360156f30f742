"""Whose votes a number counts."""

import pytest

from analysis.extract.figures.vote_owners import votes_of


@pytest.mark.parametrize(
    ("marked", "owner"),
    [
        ("With 104 precincts in, Osei had [64,571] votes, or 49.4 percent.", "Osei"),
        ("With most votes counted, Osei had won [26.3] percent of the votes.", "Osei"),
        ("With 104 precincts in, Osei had 64,571 votes, or [49.4] percent.", "Osei"),
        ("Osei had 64,571 votes, to [57,902], or 44.3 percent, for Prater.", "Prater"),
        ("Osei had 64,571 votes, to 57,902, or [44.3] percent, for Prater.", "Prater"),
        ("It had 64,571 votes to [57,902] for Prater. Tire-store owners cheered.", "Prater"),
        ("It had 64,571 votes to [57,902] for Sen. J. Prater.", "Sen. J. Prater"),
        ("Renata Osei: [27,318] votes (48%)\nGil Prater: 25,160 (44%)", "Renata Osei"),
        ("Renata Osei: 27,318 votes ([48]%)\nGil Prater: 25,160 (44%)", "Renata Osei"),
        ("Renata Osei: 27,318 votes (48%)\nGil Prater (mayor): [25,160] (44%)", "Gil Prater"),
        (
            "She won 9,000 votes. Dale Hutchins was third with [8,115], or 6.2 percent.",
            "Dale Hutchins",
        ),
        ("Prater, the mayor, got [44.1]% of the vote.", "Prater"),
        ("Of 160 seats Social Labour had 24, Rural Voice [15] and the Greens five.", "Rural Voice"),
        ("Of 160 seats Social Labour had 24, Rural Voice 15 and the Greens [five].", "Greens"),
        ("The Civic Alliance had [48] seats.", "Civic Alliance"),
        ("Votes were cast in Orsk, Velm [15] and Tolm.", None),
        ("Of all ballots [57,902] went to Prater.", None),
        ("Osei won the vote. She had [400] supporters there.", None),
        ("Osei had [400] supporters, and no vote was held.", None),
        ("Osei had [64,571] dollars.", None),
        ("Votes were counted until Monday. By [64,571] to none it passed.", None),
        ("Osei had [64,571].", None),
        ("Bernie Sanders of Vermont won [60] percent of the vote.", "Bernie Sanders"),
        ("By Tuesday Osei had [12] votes.", "Osei"),
        ("The vote followed a strike. Unemployment in Spain is at [24] percent.", None),
        ("The car has four seats. Tesla had [52] percent of the market.", None),
        ("Voters cast ballots. The senator gave [500] to Planned Parenthood.", None),
        ("Turnout in Orsk was at [61.2] percent of the votes.", None),
        ("It has 12 seats. Boeing delivered 40 to United and [22] to Delta.", None),
        ("Mayor Anna Holt won [52.4] percent of the vote.", "Mayor Anna Holt"),
        ("Augusta Roe won [5] percent of the vote.", "Augusta Roe"),
        ("May-Lin Roe won [5] percent of the vote.", "May-Lin Roe"),
        ("It votes again. On Super Tuesday Osei had [12] percent of the vote.", "Osei"),
        ("The vote is on Friday. In May had [12] percent come.", None),
    ],
)
def test_owner(marked, owner):
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    first = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    found = votes_of(text, start, end, first)
    assert (found and found.owner) == owner


@pytest.mark.parametrize(
    ("marked", "noun"),
    [
        ("The Alliance had [48] seats on a third of the votes.", "seats"),
        ("The Alliance had a third of the votes; Reform had [48].", "votes"),
        ("With 160 seats filled, Reform had [48].", "seats"),
        ("Reform had [48]. No seat is left.", "seats"),
    ],
)
def test_votes_or_seats(marked, noun):
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    first = text.rfind(". ", 0, start) + 1
    found = votes_of(text, start, end, first)
    assert found is not None
    assert found.noun == noun
