"""Names that may be one outlet's are listed, others are not."""

import pytest

from analysis.load.outlets.near_equal import near_equal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Daily Tallis", "The Daily Tallis"),
        ("Al-Sorrel", "Al Sorrel"),
        ("Sorrel Post", "sorrelpost.com"),
        ("Sorrel Post", "Sorrel Post (Kestria)"),
        ("Sorrel Valley", "Sorrel Valley News"),
        ("Sorrel Valley", "Sorrel Valley Online"),
        ("Kestrian Courier", "Kestrian Couriers"),
        ("Hurriyet Tallis", "Hurriyat Tallis"),
        ("Tallís Herald", "Tallis Herald"),
        ("ABC News", "ABC News (US)"),
        ("herald.example", "herald.test"),
    ],
)
def test_listed(one, other):
    assert near_equal([one, other]) == [tuple(sorted((one, other)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Times of London", "Times of India"),
        ("The Tallis Times", "The Tallis Post"),
        ("Sorrel Post", "Sorrel Herald"),
        ("Daily News", "Daily Star"),
        ("BBC News", "NBC News"),
        ("CNN", "CNBC"),
        ("Fox News", "Vox"),
        ("News24", "Kurdistan24"),
        ("News", "Daily"),
    ],
)
def test_not_listed(one, other):
    assert near_equal([one, other]) == []


def test_two_known_outlets_are_two():
    names = ["ABC News (US)", "ABC News (Australia)", "ABC News"]
    known = {"ABC News (US)", "ABC News (Australia)"}
    pairs = [("ABC News", "ABC News (Australia)"), ("ABC News", "ABC News (US)")]
    assert near_equal(names, known) == pairs
