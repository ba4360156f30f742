"""Numbers with which a page addresses its reader, in no quantity."""

import pytest

from analysis.compare.quantities.find import find_quantities
from analysis.compare.quantities.reader_address import addresses_reader
from tests.compare.quantities.story_tables import killed, story


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Today, you can download 7 Best Stocks for the Next 30 Days.", True),
        ("Click here to see 12 photographs.", True),
        ("Sign up for our newsletter and get 3 months free.", True),
        ("Get our free report on 5 stocks.", True),
        ("Subscribe now for $4 a month.", True),
        ("Users downloaded the app 7 million times.", False),
        ("The bank signed up 300 villages.", False),
        ("The union had 900 subscribers in May.", False),
        ("“Sign up for the march, 40,000 came,” he told them.", False),
        ("Police tapped 12 phones.", False),
    ],
)
def test_sentences_to_the_reader(sentence, expected):
    assert addresses_reader(sentence) is expected


def test_they_are_in_no_quantity():
    text = "The fall killed [9]. Click here to see [12] photographs."
    figures, quantities = find_quantities(*story((text, killed(), {"counted": "photographs"})))
    assert figures["quantity_id"].notna().tolist() == [True, False]
    assert len(quantities) == 1
