"""Members that a person puts together or apart."""

import pandas as pd
import pytest

from analysis.core.regrouping import Regrouping

MEMBERS = list("abcdxy")
GROUPS = ["g", "g", "g", "g", "h", "h"]


@pytest.mark.parametrize(
    ("parts", "merges", "expected"),
    [
        # one group of four and one of two, as the groups that stay together
        ([], [], "abcd xy"),
        ([], ["ax"], "abcdxy"),
        (["ab"], [], "acd b xy"),
        (["ba"], [], "a bcd xy"),
        (["abc"], [], "ad b c xy"),
        (["b"], [], "acd b xy"),
        # who leaves together is said by a merge
        (["ac"], ["cd"], "ab cd xy"),
        (["c"], ["cd"], "ab cd xy"),
        # a merge joins what left, and not what it left
        (["ab"], ["bx"], "acd bxy"),
        # a part of what a merge brings together
        (["ay"], ["ax"], "abcdx y"),
        # a part holds against a merge that contradicts it
        (["ab"], ["abx"], "acdxy b"),
        (["ab"], ["bc", "ca"], "acd b xy"),
        (["ab", "bc"], ["bc"], "ad b c xy"),
        # nothing to be done: apart already, all of a group, or no such member
        (["ax"], [], "abcd xy"),
        (["x"], ["xy"], "abcd xy"),
        (["az"], [], "abcd xy"),
        (["z"], ["az"], "abcd xy"),
    ],
)
def test_who_is_together_afterwards(parts, merges, expected):
    regrouping = Regrouping(tuple(map(tuple, merges)), tuple(map(tuple, parts)))
    groups = regrouping.apply(pd.Series(MEMBERS), pd.Series(GROUPS))
    found = pd.Series(MEMBERS).groupby(groups.to_numpy()).agg("".join)
    assert sorted(found) == sorted(expected.split())
    again = regrouping.apply(pd.Series(MEMBERS), groups)
    assert sorted(pd.Series(MEMBERS).groupby(again.to_numpy()).agg("".join)) == sorted(found)


def test_what_is_tied_leaves_together_and_joins_nothing():
    regrouping = Regrouping(parts=(("a", "b"),), ties=(("b", "d"), ("a", "x")))
    groups = regrouping.apply(pd.Series(MEMBERS), pd.Series(GROUPS))
    assert groups.tolist() == ["g", "g-part-b", "g", "g-part-b", "h", "h"]


def test_a_member_in_no_group_stays_in_none():
    groups = pd.Series(["g", None, "g"])
    found = Regrouping(parts=(("a", "b", "c"),)).apply(pd.Series(list("abc")), groups)
    assert found.isna().tolist() == [False, True, False]
    assert found[2] == "g-part-c"
