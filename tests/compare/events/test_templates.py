"""Articles that one template was filled in for, and reports that only share sentences."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.events.find import find_events
from analysis.compare.events.templates import fill_one_template, subject_of
from tests.compare.events.event_articles import articles

POST = (
    "{buyer} raised its stake in shares of {firm} by 4% in the third quarter, according to its "
    "most recent filing with the regulator. The fund owned 5,000 shares of the company after "
    "buying "
    "an additional 200 shares during the period. Shares of {firm} opened at $40.10 on Friday. The "
    "company has a market value of $4 billion, a debt ratio of 0.4 and a quick ratio of 1.2."
)
DISPATCH = (
    "At least {dead} people died when a ferry capsized near Aldbeck on Friday, police said. Divers "
    "searched the wreck through the night, and the mayor, Mira Stone, said that the toll might "
    "rise further. The ferry had left the port with more people aboard than it was licensed for."
)


def pair(one, other):
    table = pd.DataFrame([one, other], columns=["title", "text"])
    return fill_one_template(table, np.array([0]), np.array([1])).tolist()[0]


def post(buyer, firm):
    return f"{buyer} Buys Shares of {firm}", POST.format(buyer=f"The {buyer} fund", firm=firm)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (post("Vanwell", "Acmetal"), post("Jupitron", "Initechno"), True),
        (post("Vanwell", "Acmetal"), post("Jupitron", "Acmetal"), True),
        (post("Vanwell", "Acmetal"), post("Vanwell", "Acmetal"), False),
        (  # a revised dispatch under another title
            ("Ferry sinks off Aldbeck", DISPATCH.format(dead=12)),
            ("Toll of Aldbeck ferry rises, says Stone", DISPATCH.format(dead=27)),
            False,
        ),
        (  # other words, other people: left to the words
            ("Vanwell buys Acmetal", "On Friday Vanwell bought Acmetal."),
            ("Jupitron fined", "A court fined Jupitron, which will appeal."),
            False,
        ),
        ((None, None), (None, None), False),
    ],
)
def test_one_template(one, other, expected):
    assert pair(one, other) is expected
    assert pair(other, one) is expected


def test_names_are_written_with_a_capital_inside_sentences():
    text = "On Friday Vanwell bought shares. Shares of the firm, Acmetal, rose."
    assert subject_of("Vanwell Buys Shares of Acmetal", text).names == {"vanwell", "acmetal"}


def test_posts_of_one_template_are_no_story():
    rows = [
        (f"a{number}", f"outlet {number}", "2024-05-03", *post(buyer, firm))
        for number, (buyer, firm) in enumerate(
            [("Vanwell", "Acmetal"), ("Jupitron", "Initechno"), ("Lordbank", "Globexon")]
        )
    ]
    found = find_events(articles(rows))
    assert found.articles["story_id"].nunique() == len(rows)
