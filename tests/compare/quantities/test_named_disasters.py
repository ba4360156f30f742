"""Which storm or fire with a name a number is of."""

import pytest

from analysis.compare.quantities.named_disasters import named_disaster


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Carr Fire has scorched 140 acres.", "carr"),
        ("The Mendocino Complex Fire grew to 140 acres.", "mendocino"),
        ("Hurricane Irma left 140 homes without a roof.", "irma"),
        ("It is 140 acres larger than the Carr Fire.", "carr"),
        ("After Hurricane Irma, Hurricane Maria took 140 lives.", "maria"),
        ("Some 140 died in Hurricane Irma and Hurricane Maria.", None),
        ("The fire has scorched 140 acres.", None),
        ("Forest fires took 140 homes.", None),
        ("The Los Angeles Fire Department sent 140 men.", None),
        ("A storm took 140 lives.", None),
    ],
)
def test_the_disaster_of_a_number(sentence, name):
    assert named_disaster(sentence, sentence.index("140")) == name
