"""Which body "the ministry", "the service" or "the organization" refers to."""

import pytest

from tests.extract.attributions.resolved_names import names_of

CASES = [
    # "the organization" is the body named before
    (
        "The Karsk Trust sold it. [The organization] said so.",
        ["Karsk Trust"],
    ),
    # a sentence begins with a capital, which makes no name
    ("Rescuers raised the toll to 12, [the fire service] said.", ["fire service"]),
    # an agency is no country, whatever the sentence names
    ("The ferry sank off Indonesia, [the rescue agency] said.", ["rescue agency"]),
    # "the ministry" is the one that is told with its field, or that of the only minister
    ("It was agreed with the harbour ministry. [The ministry] spoke.", ["harbour ministry"]),
    (
        "[Harbour Minister Ada Quist] spoke. [The ministry] left.",
        ["Harbour Minister Ada Quist", "harbour ministry"],
    ),
    (
        "[Harbour Minister Ada Quist] met Trade Minister Emil Roth. [The ministry] left.",
        ["Harbour Minister Ada Quist", "ministry"],
    ),
    ("Prime Minister Emil Roth spoke. [The ministry] left.", ["ministry"]),
    ("The Swedish minister spoke. [The ministry] left.", ["ministry"]),
    # "the service" is what the article calls so, whoever was quoted last
    (
        "It blamed the weather service. [The disaster office] left. [The service] denied it.",
        ["disaster office", "weather service"],
    ),
    (
        "He blamed the electoral commission. [Police] left. [The commission] denied it.",
        ["Police", "electoral commission"],
    ),
    (
        "So said, according to election commission chair Ada Quist, all. [The commission] left.",
        ["election commission"],
    ),
    (
        "[Police] said no, as the Norland Transport Ministry knew. [The ministry] said yes.",
        ["Police", "Norland Transport Ministry"],
    ),
    (
        "The Norland Transport Ministry met, then the Velm Health Ministry. [The ministry] spoke.",
        ["Velm Health Ministry"],
    ),
    (
        "[The Norland Transport Ministry] met. [That ministry] spoke. [the "
        "Karsk-based ministry] too.",
        ["Norland Transport Ministry", "That ministry", "That ministry"],
    ),
    ("The Ministry met. [The ministry] spoke.", ["Ministry"]),
    (
        "But the Norland Transport Ministry met. [The ministry] spoke.",
        ["Norland Transport Ministry"],
    ),
    ("The Norland Harbour met. [The harbour] spoke.", ["harbour"]),
    ("[The ministry] spoke. The Norland Transport Ministry met.", ["ministry"]),
    ("The Transport Ministry met, then Karsk Port. [The ministry] spoke.", ["Transport Ministry"]),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names
