"""Later numbers of a list of shares, which lack their percent sign."""

import pytest

from analysis.extract.figures.listed_shares import with_listed_shares
from analysis.extract.numbers.parse import parse_numbers


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Orr had 41 percent, Bell 30 and the Greens 12.", ["41", "30", "12"]),
        ("Orr leads with 41%, followed by Bell at 30 and Ms. Dunn with 9.", ["41", "30", "9"]),
        ("She won 52 percent of the vote, Bell just 44.", ["52", "44"]),
        ("Labour is on 38 percent; the Liberal Democrats on 11.", ["38", "11"]),
        ("Orr leads Bell 41 percent to Dunn 30.", ["41", "30"]),
        ("Orr had 41 percent, Bell more than 30 and Dunn about 12.", ["41", "30", "12"]),
        ("Orr and Bell had 11 and 8 percent respectively.", ["11", "8"]),
        ("They had 41, 30 and 12 percent.", ["41", "30", "12"]),
        ("On March 11 and 8 percent later they met.", ["8"]),
        ("It has 11 mayors and 8 percent of the vote.", ["8"]),
        ("60 percent backed the pact, 29 opposed it and 11 were undecided.", ["60", "29", "11"]),
        ("68 per cent back the change, while 21 oppose it.", ["68", "21"]),
        ("60 percent of 43 members voted yes, and 12 were against.", ["60"]),
        ("Turnout was 60 percent, and 12 were arrested.", ["60"]),
        ("The rate stayed at 5 percent, and 2 disagreed.", ["5"]),
        ("Turnout was 60 percent, and 29 rejected ballots were found.", ["60"]),
        # an age, a day, a noun of its own, no name, another sentence, more than all
        ("Orr won 41 percent. Bell 30.", ["41"]),
        ("Orr won 41 percent, and Bell, 45, conceded.", ["41"]),
        ("Orr won 41 percent on March 3, April 12.", ["41"]),
        ("Orr won 41 percent, Bell 30 delegates.", ["41"]),
        ("Prices rose 4 percent, against 3.", ["4"]),
        ("Orr won 41 percent, Bell 3,000.", ["41"]),
        ("Orr won 81 seats, Bell 30.", []),
    ],
)
def test_listed_shares(text, shares):
    numbers = with_listed_shares(text, parse_numbers(text))
    assert [number.text for number in numbers if number.kind == "percent"] == shares
