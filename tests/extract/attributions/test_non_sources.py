"""Correction notes, headings, votes, crowds and questions attribute nothing."""

import pytest

from analysis.extract.attributions.non_sources import attributes_nothing
from tests.extract.attributions.marked_text import linked_spans

CASES = [
    ("<S An earlier version of this article> <C said> <T that two had died>.", True),
    ("<S A previous version of our story> <C stated> <T that it rained>.", True),
    ("<S This article> <C incorrectly stated> <T that it rained>.", True),
    ("<S WHY VELMAR LAW><C :> <T We are the best>.", True),
    ("<S DETAILS OF THE CASE><C :> <T It lost money>.", True),
    ("<S 71% of the workers who voted> <C accepted> <T a rise of 9%>.", True),
    ("<S Tens of thousands of people> <C to demand> <T an election>.", True),
    ("<S Between 36,000 and 200,000 people> <C protested against> <T the law>.", True),
    ("Strike on the market: <S who> <C says> <T what>.", True),
    # these speak
    ("<S An earlier study> <C said> <T that two had died>.", False),
    ("<S This article> <C argues> <T that it rained>.", False),
    ("<S The article in the Tallis Herald> <C said> <T that it rained>.", False),
    ("<S ADA QUIST, HOST><C :> <T Good morning>.", False),
    ("<S QUIST><C :> <T Good morning>.", False),
    ("<S 71% of voters> <C said> <T they were afraid>.", False),
    ("<S Thousands of people> <C said> <T they had no water>.", False),
    ("<S Two doctors> <C rejected> <T the claim>.", False),
    ("Ola Moe, <S who> <C says> <T what he thinks>.", False),
    ("<C It is believed> <T that it rained>.", False),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_attributes_nothing(marked, expected):
    assert attributes_nothing(*linked_spans(marked)) is expected
