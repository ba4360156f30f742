"""Offices of state that one sentence tells of whom another quotes."""

import pytest

from analysis.extract.attributions.told_offices import holds_told_office

CASES = [
    ("Ada Quist", "Ada Quist's resignation as transport minister came late.", True),
    ("Ada Quist", "Ada Quist, the acting U.S. attorney for Velm, said so.", True),
    ("Iona Lund", "Iona Lund, the member for Skerra and Hale, said so.", True),
    ("Lund", "The panel found that District Court Judge Gary Lund erred.", True),
    ("Kirsten Roth", "Before becoming a senator in 2009, Roth ran a firm.", True),
    ("Callum Roth", "Lund appointed Callum Roth, a clerk, to the transport portfolio.", True),
    ("Callum Roth", "Lund names Roth as transport minister after a row.", True),
    (
        "Robert Roth",
        "Since Robert Roth became U.S. Secretary of Veterans Affairs, it",
        True,
    ),
    ("Claudia Moe", "so, said Claudia Moe, a pro-democracy lawmaker in the city.", True),
    ("Ada Quist", "The prime minister, Ada Quist, praised her.", True),
    ("Ada Quist", "Ada Quist resigned on Monday as justice minister.", True),
    ("Ada Quist", "Rep. Quist wept.", True),
    ("Emil Roth", "Emil Roth, 54, who is a senator, wept.", True),
    ("Ada Quist", "Ada Quist laughed at the poor. The transport minister was taped.", False),
    ("Tom Vale", "Tom Vale rode to work in the rain. The prosecutor said so. He fell.", False),
    ("Nell Gray", "The widow Nell Gray wept in court. The judge was moved.", False),
    ("Eva Stone", "Eva Stone served as a judge until 2015 and now sells wine.", False),
    ("Eva Stone", "Eva Stone was a prosecutor in the 1990s and runs a farm.", False),
    ("Eva Stone", "Eva Stone resigned as trade minister in 2009 and grows grapes.", False),
    ("Tom Vale", "Tom Vale was never elected senator.", False),
    ("Lily Fox", "Lily Fox, a brand ambassador for the shoe firm, wept.", False),
    ("Lena Roth", "The company appointed Lena Roth to judge the wine contest.", False),
    ("Nell Gray", "The fair picked Nell Gray as judge of the pie contest.", False),
    ("Ada Quist", "The minister left. Mr Quist accepted the resignation with regret.", True),
    ("Ada Quist", "Mr Quist accepted the resignation of the chef.", False),
    ("Chairman Emil Roth", "A minister left. Roth accepted the resignation of a director.", False),
    # none now, someone else's, none of the state
    ("Ada Quist", "Ada Quist, a former transport minister, said so.", False),
    ("Ada Quist", "The ex-minister Ada Quist said so.", False),
    ("Ada Quist", "Former Sen. Ada Quist said so.", False),
    ("Ada Quist", "Ada Quist, the minister's spokeswoman, said so.", False),
    ("Ada Quist", "Ada Quist, a candidate for governor, said so.", False),
    ("Ada Quist", "Ada Quist, a senator's wife, said so.", False),
    ("Ada Quist", "Ada Quist, who advises the prime minister, said so.", False),
    ("Ada Quist", "Ada Quist met the prime minister.", False),
    ("Ada Quist", "Ada Quist was fired by the minister.", False),
    ("Ada Quist", "Ada Quist, president of the club, said so.", False),
    ("Ada Quist", "Minister Emil Quist and his sister Ada Quist came.", False),
    ("Ada Quist", "Ada Quist is the mother of a senator.", False),
    ("Ada Quist", "Ada Quist, a gubernatorial candidate, said so.", False),
    ("Ada Quist", "Ada Quist became a minister's aide.", False),
    ("Ada Quist", "Ada Quist laughed at Emil Roth. The transport minister was taped.", False),
    ("Ada Quist", "Ada Quist, 63, wept as Judge Roth spoke.", False),
    ("Ada Quist", "Disgraced former transport minister Ada Quist wept.", False),
    ("Ada Quist", "Quist, said former Democratic Rep. Ada Quist.", False),
    ("former Democratic Rep. Ada Quist", "Rep. Ada Quist", False),
    ("the ministry", "The ministry, the prime minister said, is late.", False),
    ("Velm Bank", "Velm Bank, the judge said, is late.", False),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES)
def test_offices_that_are_told(name, text, expected):
    assert holds_told_office(text, name) is expected
