"""What holds of an item: what all coders say, or what a person decided; never what most say."""

import pytest

from analysis.coding.decided import Decision, decide
from analysis.coding.items import Item
from analysis.coding.layer import FOUND, NO, YES, Passage, Unit

PASSAGE = Passage("a1#1", "a1", 0, 100, {})
NAME = "a1 [10:12] 30"


def unit(implied=(), place=(10, 12), **values):
    return Unit(PASSAGE, values, implied=frozenset(implied), place=place)


def item(*units, finds=False):
    """Return an item of coders A, B, C; None for a coder who found nothing."""
    return Item(NAME, PASSAGE, dict(zip("ABC", units, strict=False)), None, finds)


def decided(*units, decisions=None, variables=("outcome", "group"), finds=False, main=""):
    by_variable = {(NAME, variable): value for variable, value in (decisions or {}).items()}
    names = [FOUND, *variables] if finds else list(variables)
    (one,) = decide([item(*units, finds=finds)], names, main, by_variable)
    return one


KILLED, INJURED = unit(outcome="killed"), unit(outcome="injured")


@pytest.mark.parametrize(
    ("units", "values", "undecided"),
    [
        # all agree, whatever case and spaces they write
        ((KILLED, KILLED), {"outcome": "killed"}, ()),
        ((unit(outcome="a fire  chief"), unit(outcome="A fire chief")), "a fire  chief", ()),
        ((KILLED, KILLED, KILLED), {"outcome": "killed"}, ()),
        # two of three decide nothing
        ((KILLED, INJURED), {}, ("outcome",)),
        ((KILLED, KILLED, INJURED), {}, ("outcome",)),
        # a value that one coder alone gave
        ((KILLED, unit()), {}, ()),
        ((KILLED, unit(), KILLED), {"outcome": "killed"}, ()),
        ((unit(), unit()), {}, ()),
        # each variable by itself
        (
            (unit(outcome="killed", group="women"), unit(outcome="killed", group="men")),
            {"outcome": "killed"},
            ("group",),
        ),
        (
            (unit(outcome="killed", group="women"), unit(outcome="injured", group="men")),
            {},
            ("outcome", "group"),
        ),
        # what follows from other labels is not coded
        ((unit(["outcome"], outcome="killed"), unit(["outcome"], outcome="injured")), {}, ()),
        ((unit(["outcome"], outcome="killed"), unit(["outcome"], outcome="killed")), {}, ()),
        ((unit(["outcome"], outcome="killed"), INJURED), {}, ("outcome",)),
    ],
)
def test_what_all_coders_say_holds(units, values, undecided):
    one = decided(*units)
    expected = values if isinstance(values, dict) else {"outcome": values}
    assert (one.values, one.undecided, one.by_hand) == (expected, undecided, frozenset())


@pytest.mark.parametrize(
    ("units", "decisions", "values", "undecided", "by_hand"),
    [
        ((KILLED, INJURED), {"outcome": "killed"}, {"outcome": "killed"}, (), {"outcome"}),
        # a third value may be right
        ((KILLED, INJURED), {"outcome": "ill"}, {"outcome": "ill"}, (), {"outcome"}),
        # a decision of another variable
        ((KILLED, INJURED), {"group": "women"}, {}, ("outcome",), set()),
        # nothing is decided against all coders
        ((KILLED, KILLED), {"outcome": "ill"}, {"outcome": "killed"}, (), set()),
        ((KILLED, unit()), {"outcome": "ill"}, {}, (), set()),
    ],
)
def test_a_decision_holds_where_coders_disagree(units, decisions, values, undecided, by_hand):
    made = {variable: Decision(value) for variable, value in decisions.items()}
    one = decided(*units, decisions=made)
    assert (one.values, one.undecided, one.by_hand) == (values, undecided, frozenset(by_hand))


def test_a_decision_of_another_item_decides_nothing():
    other = {("a1 [0:2] 12", "outcome"): Decision("killed")}
    (one,) = decide([item(KILLED, INJURED)], ["outcome"], "", other)
    assert (one.values, one.undecided) == ({}, ("outcome",))


@pytest.mark.parametrize(
    ("units", "n_decided"), [((), 0), ((KILLED,), 0), ((KILLED, KILLED), 1), ((KILLED, None), 1)]
)
def test_an_item_of_one_coder_is_left_out(units, n_decided):
    assert len(decide([item(*units, finds=True)], [FOUND, "outcome"], "number", {})) == n_decided


def found(words="30", place=(10, 12), **values):
    return unit(number=words, place=place, **values)


@pytest.mark.parametrize(
    ("units", "decisions", "values", "undecided"),
    [
        # all found it
        (
            (found(outcome="killed"), found(outcome="killed")),
            {},
            {FOUND: YES, "number": "30", "outcome": "killed"},
            (),
        ),
        # one did not, and no one has decided: nothing else is asked
        ((found(outcome="killed"), None), {}, {}, (FOUND,)),
        # it is there: the values are those of the coder who found it
        (
            (found(outcome="killed"), None),
            {FOUND: YES},
            {FOUND: YES, "number": "30", "outcome": "killed"},
            (),
        ),
        ((None, found(outcome="killed")), {FOUND: NO}, {FOUND: NO}, ()),
        # no one found it
        ((None, None), {}, {FOUND: NO}, ()),
        # two of three found it, and differ
        (
            (found(outcome="killed"), None, found(outcome="injured")),
            {FOUND: YES},
            {FOUND: YES, "number": "30"},
            ("outcome",),
        ),
        (
            (found(outcome="killed"), None, found(outcome="injured")),
            {FOUND: YES, "outcome": "ill"},
            {FOUND: YES, "number": "30", "outcome": "ill"},
            (),
        ),
    ],
)
def test_a_thing_that_coders_find(units, decisions, values, undecided):
    made = {variable: Decision(value) for variable, value in decisions.items()}
    names = ("number", "outcome")
    one = decided(*units, decisions=made, variables=names, finds=True, main="number")
    assert (one.values, one.undecided) == (values, undecided)


@pytest.mark.parametrize(
    ("units", "decisions", "main", "span"),
    [
        ((found(), found()), {}, "number", (10, 12)),
        # of the coder whose words hold
        ((found("30", (10, 12)), found("30 men", (10, 16))), {}, "number", None),
        (
            (found("30", (10, 12)), found("30 men", (10, 16))),
            {"number": Decision("30 MEN")},
            "number",
            (10, 16),
        ),
        # other words, which the person who decided quotes
        (
            (found("30", (10, 12)), found("30 men", (10, 16))),
            {"number": Decision("about 30", (4, 12))},
            "number",
            (4, 12),
        ),
        (
            (found("30", (10, 12)), found("30 men", (10, 16))),
            {"number": Decision("about 30")},
            "number",
            None,
        ),
        ((None, found("30", (40, 42))), {FOUND: Decision(YES)}, "number", (40, 42)),
        # nothing is there, or every row is one thing
        ((None, found()), {FOUND: Decision(NO)}, "number", None),
        ((None, None), {}, "number", None),
        ((found(), found()), {}, "", None),
    ],
)
def test_the_place_of_the_words_that_hold(units, decisions, main, span):
    one = decided(*units, decisions=decisions, variables=("number",), finds=True, main=main)
    assert one.span == span


def test_items_keep_their_order():
    items = [
        Item(name, PASSAGE, {"A": KILLED, "B": KILLED}, None, finds=False)
        for name in ("z", "a", "m")
    ]
    assert [one.item.name for one in decide(items, ["outcome"], "", {})] == ["z", "a", "m"]
