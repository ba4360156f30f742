"""Words beside a number that can name it, and those that are only its neighbours."""

from collections import defaultdict

import pytest

from analysis.compare.quantities.label_words import (
    is_currency,
    participle,
    sensible_words,
)


def rows(sentence, text="9", unit_text=None):
    row = {"sentence_text": sentence, "text": text, "unit_text": unit_text}
    return [defaultdict(lambda: None, row)]


@pytest.mark.parametrize(
    ("words", "unit", "unit_text", "sentence", "expected"),
    [
        ("followers put losses", "things", None, "Its followers put losses at 9.", "losses"),
        ("mum wants", "things", None, "One mum wants 9.", None),
        ("trapped miners", "things", None, "It has 9 trapped miners.", "trapped miners"),
        ("process", "measure", "barrels", "It can process 9 barrels.", None),
        ("process", "measure", "barrels", "The process takes 9 barrels.", "process"),
        ("Emil Roth", "money", "$", "Emil Roth asked for $9.", None),
        ("Gold futures", "money", "$", "Gold futures were at $9.", "Gold futures"),
        ("next of kin", "money", "Rs", "The next of kin get Rs 9.", "next of kin"),
        ("kin", "money", "Rs", "Their kin get Rs 9.", None),
        ("tune", "money", "$", "It paid to the tune of $9.", None),
        ("tune", "things", None, "It has 9 tunes.", "tune"),
        ("ACC", "money", "$", "The ACC values them at $9.", None),
        ("GDP", "money", "$", "The GDP is $9.", "GDP"),
        ("goes", "percent", "%", "Another 9% goes to the crew.", None),
        ("thought", "percent", "%", "In all 9% thought he should go.", None),
        ("return", "percent", "%", "Just 9% return them.", None),
        ("return", "percent", "%", "It has a 9% return on capital.", "return"),
        ("cash", "money", "$", "It was bought for $9 in cash and stock.", None),
        ("cash", "money", "$", "It found cash of $9 in a box.", "cash"),
        ("kilometre", "money", "$", "It pays $9 a kilometre to owners.", None),
        ("share", "money", "$", "A share was at $9 a day later.", "share"),
        ("votes", "things", None, "It passed by 9 votes to 8.", "votes"),
        ("claims", "things", None, "It had 9 claims that it failed.", "claims"),
        ("received", "percent", "%", "It helped 9% of those who received it.", None),
        ("took", "percent", "%", "A stroke befell 9% of those who never took it.", None),
        (
            "jail sentence",
            "measure",
            "years",
            "He got a jail sentence of 9 years.",
            "jail sentence",
        ),
        ("wind", "measure", "km/h", "A wind of 9 km/h blew.", "wind"),
        (None, "things", None, "It was 9.", None),
        ("fastest", "percent", "%", "It is the fastest, up 9%.", None),
        ("fastest", "things", None, "The 9 fastest won.", "fastest"),
        ("suffered", "money", "$", "He owes $9 to a man who suffered.", None),
        ("stole", "money", "$", "He stole $9.", "stole"),
        ("lender", "money", "$", "It made the lender $9.", None),
        ("winners", "money", "$", "It gave winners $9.", None),
        ("offer", "money", "$", "The offer is $9.", "offer"),
        ("official version", "money", "$", "In the official version it is $9.", None),
        ("reopen", "money", "$", "He needs $9 to reopen it.", "reopen"),
    ],
)
def test_sensible_words(words, unit, unit_text, sentence, expected):
    own = rows(sentence, unit_text=unit_text)
    assert sensible_words(words, unit, unit_text, own) == expected


@pytest.mark.parametrize(("words", "expected"), [("kwanzas", True), ("permits", False)])
def test_is_currency(words, expected):
    assert is_currency(words) is expected


@pytest.mark.parametrize(
    ("word", "expected"), [("spend", "spent"), ("gave", "given"), ("cost", None), ("fund", None)]
)
def test_only_a_verb_has_a_participle(word, expected):
    assert participle(word) == expected
