"""Bare numbers that are sums of money, by the words beside them and the article's one currency."""

import pytest

from analysis.extract.figures.bare_sums import with_currency_of_article
from analysis.extract.numbers.parse import parse_numbers

CROWNS = "It paid 5 million crowns. "


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CROWNS + "Analysts had expected a profit of 1.19 billion.", "money"),
        (CROWNS + "Analysts had expected 1.19 billion.", "money"),
        (CROWNS + "Provisions doubled to 210 million.", "money"),
        (CROWNS + "They took 90 million of public money.", "money"),
        (CROWNS + "It was rescued by the state with 900 million.", "money"),
        (CROWNS + "It serves 3 million customers.", "count"),
        (CROWNS + "Its profit fell last year to about 3 million.", "money"),
        (CROWNS + "The fine of 3 million was upheld.", "money"),
        (CROWNS + "The city has 3 million.", "count"),
        (CROWNS + "The number in need of aid rose to 12 million.", "count"),
        (CROWNS + "There are 12 million in need of aid.", "count"),
        (CROWNS + "In the capital, 3 million were without power.", "count"),
        (CROWNS + "The company expects to sell 3 million next year.", "count"),
        (CROWNS + "Analysts expect it to ship 3 million.", "count"),
        (CROWNS + "Sales of cars fell to 3 million.", "count"),
        (CROWNS + "Vaccines saved 3 million.", "count"),
        (CROWNS + "The tax hit 3 million across the country.", "count"),
        (CROWNS + "Losses among civilians reached 3 million.", "count"),
        (CROWNS + "The loan scheme reached 3 million.", "count"),
        (CROWNS + "The profit was due to 300.", "count"),
        (CROWNS + "It lent $2 million. Profits fell to 3 million.", "count"),
        ("Profits fell to 3 million.", "count"),
        # paid or asked for, after a sum
        (CROWNS + "The boss took home 27 million.", "money"),
        (CROWNS + "It handed shareholders 2 billion in spring.", "money"),
        (CROWNS + "Analysts had on average expected 1.19 billion.", "money"),
        (CROWNS + "The gunmen had asked for 50 million.", "money"),
        (CROWNS + "The repair cost the city 3 million.", "money"),
        (CROWNS + "He said the loss was under 3 million.", "money"),
        (CROWNS + "Of this 3 million was paid at once.", "money"),
        (CROWNS + "The kidnappers demanded 3 million hostages' meals.", "count"),
        (CROWNS + "It ordered 4 million doses after asking for 3 million.", "count"),
        (CROWNS + "It asked for 3 million doses.", "count"),
        (CROWNS + "It lost 3 million.", "count"),
        (CROWNS + "It asked for 30.", "count"),
        ("The gunmen had asked for 50 million.", "count"),
        # a conversion is no second currency
        ("It paid 5 million crowns ($220,000). They asked for 50 million.", "money"),
        ("It paid 5 million crowns, about $220,000. They asked for 50 million.", "money"),
        ("It paid 5 million crowns or $220,000. They asked for 50 million.", "money"),
        ("It paid 5 million crowns, $220,000. They asked for 50 million.", "count"),
        (CROWNS + "Global demand rose to 103 million.", "count"),
        ("It paid 5 million crowns and $220,000. They asked for 50 million.", "count"),
    ],
)
def test_a_bare_sum_has_the_one_currency_of_its_article(text, kind):
    numbers = with_currency_of_article(text, parse_numbers(text))
    assert numbers[-1].kind == kind
    if kind == "money":
        assert numbers[-1].unit.text == "crowns"
