"""Whose text an article is by its credit line."""

import pandas as pd
import pytest

from analysis.compare.credited_outlets import credited_outlets

OWN = "VELM, March 3 (Karsk Wire) - A dam broke on Monday, the army said."
LONG = "The town is quiet. " * 100


def articles(*rows):
    records = [(str(i), outlet, text) for i, (outlet, text) in enumerate(rows)]
    return pd.DataFrame(records, columns=["article_id", "outlet", "text"], dtype=object)


@pytest.mark.parametrize(
    ("text", "is_credited"),
    [
        ("From Karsk Wire Service and staff reports\n\nA dam broke.", True),
        ("A dam broke.\n\nWith material from Karsk Wire.", True),
        ("A dam broke.\n\nWith files from the Karsk Wire", True),
        ("A dam broke. (Karsk Wire, with additional reporting by Ada Quist, Velm)", True),
        ("A dam broke. (Karsk Wire)", True),
        ("A dam broke.\n\nKarsk Wire Service contributed to this report.", True),
        ("By Karsk Wire\nA dam broke.", True),
        ("By Karsk Wire staff\nA dam broke.", True),
        ("By Karsk Wire Moe\nA dam broke.", False),  # somebody of that name
        ("By our Business Desk and Karsk Wire\nA dam broke.", True),
        ("By Ada Quist of the Karsk Wire Museum\nA dam broke.", False),
        (f"{LONG}\nWith material from Karsk Wire.", True),
        # what it told somebody, where it is named in passing, or far from start and end
        ("A dam broke, the army told Karsk Wire (Karsk Wire) by telephone.", False),
        ("A dam broke. The picture is from Karsk Wire, which sold it to all papers.", False),
        ("A dam broke.\n\nWith material from Karsk Wireless.", False),
        (f"{LONG}\nFrom Karsk Wire\n{LONG}", False),
    ],
)
def test_a_credit_names_another_outlet_of_the_corpus(text, is_credited):
    found = credited_outlets(articles(("Karsk Wire Service", OWN), ("The Post", text)))
    assert found["0"] == {"Karsk Wire Service"}
    assert found["1"] == {"The Post", *(["Karsk Wire Service"] if is_credited else [])}


def test_a_mark_of_two_outlets_is_nobody_s():
    rows = [("Wire One", OWN), ("Wire Two", OWN), ("The Post", "A dam broke. (Karsk Wire)")]
    assert credited_outlets(articles(*rows))["2"] == {"The Post"}


def test_articles_without_an_outlet_credit_none():
    assert credited_outlets(articles((None, "A dam broke. (Karsk Wire)"))) == {}
    assert credited_outlets(articles()) == {}
