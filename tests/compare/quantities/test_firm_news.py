"""The price of a firm, and the jobs that a firm cuts."""

import pytest

from analysis.compare.quantities.firm_news import is_job_cut, is_price_of_deal
from analysis.extract.numbers.parse import parse_numbers


def statement(text, **columns):
    """Return the statement of the number in square brackets, and the text without them."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    amount = next(n.low for n in parse_numbers(plain) if n.start <= start < n.end)
    return {"amount": amount, "start": start, "end": end, "outcome": None} | columns, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It seeks to complete a [385 million]-pound takeover of the club.", True),
        ("The £[400million] sale was off, and so was the takeover.", True),
        ("An acquisition worth $[4.8bn] was agreed.", True),
        ("A merger valued at about $[4.8bn] was agreed.", True),
        ("The $[4.8bn] all-share deal makes it the largest acquisition.", True),
        # no firm is bought; a share, a stake, debt, a fee, an earlier bid, little money
        ("The £[400million] sale of the house was off.", False),
        ("The takeover values it at $[480m] per share.", False),
        ("It paid $[4.8bn] for a stake before the takeover.", False),
        ("The takeover includes debts of $[4.8bn].", False),
        ("A rejected $[4.8bn] bid came before the takeover.", False),
        ("A $[400] bid won the jar; the takeover failed.", False),
        ("The takeover was agreed. It lost $[4.8bn] in May.", False),
    ],
)
def test_the_price_of_a_firm(text, expected):
    assert is_price_of_deal(*statement(text)) is expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Norsten is to cut [1,850] jobs at its plant.", "job", True),
        ("It lost [1,850] posts.", "post", True),
        ("[1,850] jobs to go at the works.", "job", True),
        ("Norsten trims job cuts to [1,640] as hundreds ask to go.", None, True),
        ("It expects [1,640] people to lose their jobs.", "person", True),
        ("About [1,640] workers will be made redundant.", "worker", True),
        # other jobs, people to whom nothing happens, no jobs, few
        ("It will create [1,850] jobs.", "job", False),
        ("A further [4,500] jobs in the supply chain are at risk.", "job", False),
        ("It cut [1,850] jobs last year.", "job", False),
        ("Some [1,640] people work there.", "person", False),
        ("It cut [1,850] trees.", "tree", False),
        ("It cut [12] jobs.", "job", False),
        ("It cut prices to [1,640].", None, False),
    ],
)
def test_jobs_that_are_cut(text, noun, expected):
    assert is_job_cut(*statement(text, noun=noun)) is expected


def test_those_who_are_hurt_lose_no_jobs():
    text = "It expects [1,640] people to lose their jobs."
    assert not is_job_cut(*statement(text, noun="person", outcome="injured"))
