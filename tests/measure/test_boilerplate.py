"""Words of the page are no words of the outlet."""

import pandas as pd
import pytest

from analysis.measure.boilerplate import without_boilerplate

BODY = "The army said that rebels had left the town after a week of fighting. " * 8


def made(text, outlet="A", n=5):
    return pd.DataFrame({"outlet": [outlet] * n, "text": [text] * n})


def terms(*rows):
    return pd.DataFrame(rows, columns=["outlet", "term", "z"])


@pytest.mark.parametrize(
    ("text", "term", "z", "stays"),
    [
        (f"{BODY} Updated at noon. K.Z. ksna", "ksna", 9.0, False),
        (f"By our desk. {BODY}", "our desk", 9.0, False),
        (BODY, "rebels", 9.0, True),
        (f"{BODY} ksna {BODY} ksna", "ksna", 9.0, True),  # half of its uses are in the middle
        (f"{BODY} ksna", "ksna", 1.0, True),  # not over-used, so it is shown nowhere
        ("Rebels left. ksna", "ksna", 9.0, True),  # too short to have edges
    ],
)
def test_what_stays(text, term, z, stays):
    assert len(without_boilerplate(terms(("A", term, z)), made(text))) == stays


def test_words_of_its_own_name_are_left_out_for_an_outlet():
    found = terms(("TRT World", "world", 9.0), ("TRT World", "world war", 9.0), ("B", "world", 9.0))
    articles = pd.concat([made(BODY, "TRT World"), made(BODY, "B")])
    kept = without_boilerplate(found, articles)
    assert list(zip(kept["outlet"], kept["term"], strict=True)) == [
        ("TRT World", "world war"),
        ("B", "world"),
    ]


def test_another_outlet_keeps_its_word():
    articles = pd.concat([made(f"{BODY} ksna"), made(f"{BODY} ksna {BODY}", "B")])
    kept = without_boilerplate(terms(("A", "ksna", 9.0), ("B", "ksna", 9.0)), articles)
    assert kept["outlet"].tolist() == ["B"]


@pytest.mark.parametrize(
    ("sentences", "stays"),
    [
        (["Get Cintas alerts:", "Get CSX alerts:", "Get NXP Semiconductors alerts:"] * 2, False),
        (["The 3 alerts of May.", "The 41 alerts of June."] * 3, False),
        (["Get Cintas alerts:"] * 6, True),  # one sentence, printed again
        (["Get Cintas alerts:", "Get CSX alerts:"], True),  # too few to show a template
        (["He sent alerts.", "New alerts came.", "Many alerts rang."] * 2, True),
    ],
)
def test_a_word_of_a_template(sentences, stays):
    texts = [f"{BODY} {sentence} {BODY}" for sentence in sentences]
    articles = pd.DataFrame({"outlet": "A", "text": texts})
    assert len(without_boilerplate(terms(("A", "alerts", 9.0)), articles)) == stays


def test_no_terms():
    assert without_boilerplate(terms(), made(BODY)).empty
