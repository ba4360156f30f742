"""Which firm "the company" or "the bank" refers to."""

import pytest

from analysis.extract.attributions.coreference import resolve_names
from tests.extract.attributions.resolved_names import last_name, names_of

CASES = [
    # a union is no firm
    (
        "[The union ACM] left. ACM spoke. [The company] said no.",
        ["union ACM", "company"],
    ),
    (
        "Saal stuns markets. Norland's central bank moved, Governor Henrik [Saal] said. "
        "[The bank] expects more.",
        ["Governor Henrik Saal", "central bank"],
    ),
    # "the Japanese company" is the one called Japan's, not the one named last
    (
        "[Japan's Velm Gas] said so. Shell Trading will sell it, [the Japanese company] said.",
        ["Japan's Velm Gas", "Japan's Velm Gas"],
    ),
    (
        "[Japan's health ministry] said so. It rained. [The Japanese company] left.",
        ["Japan's health ministry", "Japanese company"],
    ),
    # the firm that the article is about, or whose name holds the noun
    ("Karsk Bank lent to Mr Roth. [The bank] announced it.", ["Karsk Bank"]),
    ("The Kremlin lent to Mr Roth. [The bank] announced it.", ["bank"]),
]


@pytest.mark.parametrize(("marked", "names"), CASES)
def test_names(marked, names):
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        # what the article is about
        ("Velmar sells music. Velmar grew. [The company] wept.", "Velmar"),
        ("The State Department grew. [The company] wept.", "company"),
        # the only one whose name ends like a firm's, wherever it stands
        (
            "A crane fell at Velm Shipbuilding. It rained on all of them. [The company] wept.",
            "Velm Shipbuilding",
        ),
        (
            "A crane of Karsk Aerospace fell at Velm Shipbuilding. It rained. [The company] wept.",
            "company",
        ),
        # "Two" of a headline is no firm
        ("Two die of salads. Acme Foods made them. [The company] left.", "Acme Foods"),
        # introduced with the noun, or with another for a firm, inside a sentence
        ("Thieves robbed the Dutch insurer Velmar. Acme Foods fell. [The insurer] paid.", "Velmar"),
        ("Locals fume at the pump giant Velmar. [The firm] said no.", "Velmar"),
        ("Locals fume at the pump giant. [The firm] said no.", "firm"),
        # on which the sentence before ends
        (
            "[The bus company Acme Foods] spoke. Men met at Velm Crossings. [The company] wept.",
            "Velm Crossings",
        ),
        ("[The bus company Acme Foods] spoke. Men met at Velm Bridge. [The company] wept.", None),
        ("[The bus company Acme Foods] spoke. Men met with Ada Quist. [The company] wept.", None),
        (
            "[The bus company Acme Foods] spoke. Velm Crossings fell. Men met. [The firm] wept.",
            None,
        ),
        ("[The bus company Acme Foods] sued Velm Crossings. [The company] wept.", None),
    ],
)
def test_the_company_is_the_firm_that_the_article_is_about(marked, name):
    assert last_name(marked) == (name or "Acme Foods")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Theft costs millions, insurer says. The Dutch insurer Velmar fell.", "Velmar"),
        ("Theft costs millions, insurer says. The Dutch bank Velmar fell.", "insurer"),
    ],
)
def test_a_headline_names_a_firm_by_its_noun(text, name):
    start = text.index("insurer")
    names = resolve_names(text, [(start, start + len("insurer"))], text.index("."))
    assert [found.name for found in names] == [name]
