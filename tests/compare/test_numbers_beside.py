"""Which numbers of an article are rivals of its outlet's own, and which only stand further off."""

import pandas as pd
import pytest

from analysis.compare.headline_figures import EARLIER_NUMBER, EARLIER_VERSION, INCREMENT
from analysis.compare.numbers_beside import print_both, put_beside, rivals_beside


def printed(low, source, sentence, outlet="A", **columns):
    """Return a figure of people as the comparison reads it."""
    return {
        "article_id": f"{outlet}1",
        "outlet": outlet,
        "sentence_id": sentence,
        "source": source,
        "low": low,
        "high": low,
        "qualifier": "exact",
        "text": str(low),
        "unit": "people",
        "unit_text": None,
        "currency": None,
        "change": None,
        "outcome": None,
        **columns,
    }


OPEN = {"at_least": {"high": None}, "more_than": {"high": None}, "at_most": {"low": None}}
CELL = printed(36, "police", 1)
B_140, B_60 = (printed(low, "a witness", 2, "B") for low in (140, 60))


@pytest.mark.parametrize(
    ("others", "elsewhere", "expected"),
    [
        ([printed(140, "the union", 1)], [], "140 (the union)"),
        ([printed(140, "the union", 2)], [], "140 (the union)"),
        ([printed(140, "the union", 3)], [], None),
        ([printed(140, "the union", 0)], [], "140 (the union)"),
        # its words name nobody outside of the article
        (
            [printed(140, "Its president, Ada Roth", 1, source_name="Ada Roth")],
            [],
            "140 (Ada Roth)",
        ),
        ([printed(140, "its president", 1, source_name=None)], [], "140 (its president)"),
        # in one chain of sentences
        (
            [printed(140, "the union", 2), printed(200, "students", 3)],
            [],
            "140 (the union); 200 (students)",
        ),
        # further off: it is of a like size
        ([printed(60, "the union", 9)], [], "60 (the union)"),
        ([printed(80, "the union", 9)], [], None),
        # another outlet prints it too
        ([printed(140, "the union", 9)], [B_140], "140 (the union)"),
        ([printed(140, "the union", 9)], [{**B_140, "low": None}], "140 (the union)"),
        ([printed(140, "the union", 9)], [B_60], None),
        ([printed(200, "the union", 9)], [{**B_140, "low": 200, "high": 200}], None),
        # it counts people who came to one harm, and no hospital's patients
        ([printed(60, "the union", 9, outcome="killed")], [], "60 (the union)"),
        ([printed(140, "the union", 9, outcome="killed")], [], "140 (the union)"),
        ([printed(200, "the union", 9, outcome="killed")], [], None),
        ([printed(60, "a doctor at the hospital", 9, outcome="killed")], [], None),
        ([printed(60, "Police", 1)], [], None),
        ([printed(36, "the union", 1)], [], None),
        ([printed(60, "the union", 1, article_id="A2")], [], None),
        ([printed(60, "the union", 1, unit="money", unit_text="$")], [], None),
        ([], [B_60], None),
    ],
)
def test_a_rival_is_set_beside_the_number_or_printed_elsewhere(others, elsewhere, expected):
    assert rivals_beside(CELL, others, [CELL, *others], elsewhere) == expected


@pytest.mark.parametrize(
    ("cell", "others", "expected"),
    [
        # "at least 31" is a count of 31, "more than 30" rounds one
        (("at_least", 31), [("exact", 38, "a charity")], "38 (a charity)"),
        (("more_than", 30), [("exact", 38, "a charity")], None),
        (("more_than", 12), [("exact", 14, "a charity")], None),
        (("at_least", 25), [("exact", 27, "a charity")], None),
        (("more_than", 30), [("exact", 31, None), ("exact", 38, "a charity")], "38 (a charity)"),
        (("at_least", 31), [("exact", 31, "doctors")], None),
        (
            ("at_least", 31),
            [("exact", 31, "doctors"), ("exact", 38, "a charity")],
            "38 (a charity)",
        ),
        (("at_least", 31), [("at_least", 35, "a charity")], "at least 35 (a charity)"),
        (("at_most", 40), [("exact", 38, "a charity")], None),
    ],
)
def test_a_bound_leaves_room_and_the_count_behind_it_none(cell, others, expected):
    own, *rest = (
        {**printed(low, source, 1, qualifier=qualifier), **OPEN.get(qualifier, {})}
        for qualifier, low, source in ((*cell, "police"), *others)
    )
    rivals = [row for row in rest if row["source"] is not None]
    assert rivals_beside(own, rivals, [own, *rest], []) == expected


def test_the_number_may_stand_again_where_its_rival_is():
    again = printed(36, "police", 8)
    rival = printed(140, "the union", 9)
    assert rivals_beside(CELL, [rival], [CELL, rival], []) is None
    assert rivals_beside(CELL, [rival], [CELL, again, rival], []) == "140 (the union)"


@pytest.mark.parametrize(
    ("beside", "of_other", "expected"),
    [
        ("140.0–140.0", "36.0–36.0", True),
        ("140.0–140.0", "37.0–37.0", False),
        ("130.0–150.0", "36.0–36.0", True),
        (None, None, False),
    ],
)
def test_two_outlets_print_the_number_of_each_other(beside, of_other, expected):
    one = printed(36.0, "police", 1) | {"also": beside}
    other = printed(140.0, "the union", 1, "B") | {"also": of_other}
    assert print_both(one, other) == print_both(other, one) == expected


@pytest.mark.parametrize(
    ("reason", "is_rival"),
    [
        (None, True),
        ("later in the text", True),
        (EARLIER_VERSION, False),
        (EARLIER_NUMBER, False),
        (INCREMENT, False),
    ],
)
def test_what_was_said_before_is_no_rival(reason, is_rival):
    marked = pd.DataFrame(
        {
            "article_id": "a",
            "quantity_id": "q",
            "outlet": "The Post",
            "source": "police",
            "scope": "event",
            "part_of": None,
            "outcome": "rescued",
            "low": [131.0, 118.0],
            "high": [131.0, 118.0],
            "is_headline": [True, False],
            "set_aside": [None, reason],
        }
    )
    assert put_beside(marked)["low"].tolist() == [118.0] * is_rival
