"""The two sides of one vote in two articles."""

import pytest

from analysis.compare.quantities.vote_results import vote_pairs
from tests.compare.quantities.story_tables import statements

VOTES = {"counted": "votes", "noun": "vote"}
RESULT = ("It passed by [31] votes to [14].", VOTES, VOTES)


@pytest.mark.parametrize(
    ("other", "pairs"),
    [
        (("They voted [31] to [13].", VOTES, VOTES), [(0, 2), (1, 3)]),
        (("They voted [30] to [14].", VOTES, VOTES), [(0, 2), (1, 3)]),
        # another vote, one side alone, no votes, two counts far from each other
        (("They voted [20] to [13].", VOTES, VOTES), []),
        (("They won [31] votes.", VOTES), []),
        (("They won [31] to [13].", {"noun": "seat"}, {"noun": "seat"}), []),
        (("She has [31] votes, and after a long night of counting [13].", VOTES, VOTES), []),
    ],
)
def test_one_vote_in_two_articles(other, pairs):
    assert vote_pairs(statements(RESULT, other)) == pairs


def of(owner):
    return VOTES | {"whose": owner}


@pytest.mark.parametrize(
    ("later", "pairs"),
    [
        (("Renata Osei: [64,571] votes", of("Councilwoman Renata Osei")), [(0, 1)]),
        (("Osei has [64,571] votes, [900] of them at home", of("Osei"), of("Osei")), [(0, 1)]),
        (("Prater has [64,571] votes", of("Prater")), []),
        (("[64,571] votes are counted", VOTES), []),
        (("Osei has [64,571] supporters", {"noun": "supporter", "whose": "Osei"}), []),
    ],
)
def test_votes_of_one_candidate(later, pairs):
    assert vote_pairs(statements(("Osei had [27,318] votes", of("Osei")), later)) == pairs


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the Civic Alliance", "Civic Alliance", True),
        ("the Civic Alliance", "the National Alliance", False),
        ("Social Labour", "Social Labour's", True),
    ],
)
def test_votes_of_one_party(one, other, expected):
    found = statements((f"{one} had [48] votes", of(one)), (f"{other} has [51] votes", of(other)))
    assert (vote_pairs(found) == [(0, 1)]) == expected


def test_a_share_and_a_count_are_no_sides_of_one_vote():
    share = VOTES | {"unit": "percent", "unit_text": "%"}
    shares = ("The Greens took [41]% and Labour [39]%.", share, share)
    lead = ("She won [41]% of the vote, [412] ahead.", share, VOTES)
    assert vote_pairs(statements(shares, lead)) == [(0, 2)]
