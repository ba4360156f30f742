"""How far apart the figures of outlets are, and how many sources they have."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.dispersion import (
    dispersion_by_event,
    dispersion_by_outlet,
    stated_range,
)
from tests.compare.report_rows import report, reports

FRAME = reports(
    report("n1", "north", "2020-01-02", 10),
    report("n2", "north", "2020-01-04", 14),
    report("s1", "south", "2020-01-03", 20, qualifier="at_least", high=np.nan),
    report(
        "w1",
        "west",
        "2020-01-03",
        np.nan,
        high=40,
        qualifier="at_most",
        value=40,
        source="ship owner",
    ),
    report("e1", "east", None, np.nan, high=np.nan, qualifier="vague", value=np.nan, source=None),
    report("p1", "north", "2020-01-02", 5, unit="percent"),
    report("i1", "north", "2020-01-02", 3, outcome="injured"),
)


def test_each_outlet_over_time():
    table = dispersion_by_outlet(FRAME)
    killed = table[table["outcome"] == "killed"].set_index("outlet")
    assert killed.index.tolist() == ["north", "south", "west", "east"]
    north = killed.loc["north"]
    assert (north["first"], north["last"], north["lowest"], north["highest"]) == (10, 14, 10, 14)
    assert north["ratio"] == 14 / 20
    assert killed["conservative"].isna().tolist() == [False, False, True, True]
    assert killed.loc["south", "conservative"] == 20
    assert killed.loc["east", "n_figures"] == 1
    assert pd.isna(killed.loc["east", "last"])


def test_shared_sources_are_listed_and_counted_once():
    killed = dispersion_by_outlet(FRAME).query("outcome == 'killed'").set_index("outlet")
    assert killed.loc["north", "shared_with"] == "south"
    assert pd.isna(killed.loc["west", "shared_with"])
    row = dispersion_by_event(FRAME).query("outcome == 'killed'").iloc[0]
    assert (row["n_outlets"], row["n_independent"], row["n_figures"]) == (4, 3, 5)
    assert (row["lowest"], row["median"], row["highest"], row["ratio"]) == (10, 20, 40, 4)


def test_of_one_day_the_later_number_is_the_last():
    frame = reports(
        report("a", "north", "2020-01-02", 17, published_time="18:45", document="x"),
        report("b", "north", "2020-01-02", 9, published_time="07:30", document="y"),
    )
    row = dispersion_by_outlet(frame).iloc[0]
    assert (row["first"], row["last"]) == (9, 17)


def test_what_vague_words_count_is_shown():
    assert set(dispersion_by_outlet(FRAME)["vague"]) == {"tens 10, dozen 12, hundreds 100"}
    assert set(dispersion_by_outlet(FRAME, {"hundreds": 200})["vague"]) == {"hundreds 200"}
    assert set(dispersion_by_event(FRAME, {})["vague"]) == {"not counted"}


def test_a_range_is_of_printed_numbers():
    vague = report("v1", "east", "2020-01-02", np.nan, high=np.nan, qualifier="vague", value=12)
    one, other = report("a1", "north", "2020-01-02", 22), report("b1", "south", "2020-01-02", 1260)
    assert stated_range(reports(vague, one, other)) == "from 22 to 1,260"
    assert stated_range(reports(vague, one)) == "22"
    assert stated_range(reports(vague)) == "no number of"


def test_what_a_vague_word_counts_as_is_no_lowest_number():
    vague = report("v1", "east", "2020-01-02", np.nan, high=np.nan, qualifier="vague", value=12)
    one, other = report("a1", "north", "2020-01-02", 22), report("b1", "south", "2020-01-02", 44)
    table = dispersion_by_event(reports(vague, one, other))
    assert table[["lowest", "highest", "ratio"]].to_numpy().tolist() == [[22, 44, 2]]
    assert dispersion_by_event(reports(vague))["lowest"].tolist() == [12]


OF_ARTICLE = {"extent": "event", "quantity_id": "q", "story_id": "s"}


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ({}, [(10.0, 14.0)]),
        ({"event": "next day"}, [(10.0, 14.0)]),  # the events of a story share a quantity
        ({"extent": None}, [(10.0, 14.0)]),
        ({"extent": "background"}, [(10.0, 10.0)]),
        ({"extent": "other_event"}, [(10.0, 10.0)]),
        ({"extent": "part"}, [(10.0, 10.0)]),
        ({"quantity_id": "q2"}, [(10.0, 10.0), (14.0, 14.0)]),
        ({"unit": "percent"}, [(10.0, 10.0)]),
    ],
)
def test_the_numbers_of_articles_are_of_one_quantity_and_of_the_event(other, expected):
    frame = reports(
        report("a", "north", "2020-01-02", 10, **OF_ARTICLE),
        report("b", "south", "2020-01-02", 14, **OF_ARTICLE | other),
    )
    rows = dispersion_by_event(frame)
    assert list(zip(rows["lowest"], rows["highest"], strict=True)) == expected


def test_rows_of_articles_name_the_story_and_the_quantity():
    frame = reports(report("a", "north", "2020-01-02", 10, **OF_ARTICLE))
    stories = pd.DataFrame({"story_id": ["s"], "label": ["Harbour, fire, 2 Jan 2020"]})
    quantities = pd.DataFrame({"quantity_id": ["q"], "label": ["sailors killed"]})
    row = dispersion_by_event(frame, stories=stories, quantities=quantities).iloc[0]
    assert (row["story"], row["quantity"]) == ("Harbour, fire, 2 Jan 2020", "sailors killed")
    assert dispersion_by_event(frame)["story"].isna().all()


def test_single_places_are_not_combined():
    frame = reports(
        report("a", "north", "2020-01-02", 10, scope="single_site", place="east quay"),
        report("b", "south", "2020-01-02", 90, scope="single_site", place="west quay"),
    )
    assert dispersion_by_event(frame)["n_outlets"].tolist() == [1, 1]
    whole = frame.assign(scope="cumulative")
    assert dispersion_by_event(whole)["n_outlets"].tolist() == [2]
    assert dispersion_by_event(frame.assign(scope=None))["n_outlets"].tolist() == [2]


def test_a_text_counts_with_its_first_figure_and_parts_are_left_out():
    frame = reports(
        report("t", "north", "2020-01-02", 29),
        report("p", "north", "2020-01-02", 11, part_of="t"),
        report("b", "north", "2020-01-02", 300),
    )
    row = dispersion_by_outlet(frame).iloc[0]
    assert (row["n_figures"], row["first"], row["last"], row["lowest"], row["highest"]) == (
        2,
        29,
        29,
        29,
        300,
    )


def test_events_are_sorted_by_outlets_and_outlets_without_value_count():
    frame = reports(
        report("a", "north", "2020-01-02", 10, event="a"),
        report("b", "north", "2020-01-02", 10, event="b"),
        report("c", "south", "2020-01-02", np.nan, value=np.nan, event="b"),
        report("d", None, "2020-01-02", 10, event="a"),
        report("e", "west", "2020-01-02", 10, event=None),
    )
    assert dispersion_by_event(frame)["event"].tolist() == ["b", "a"]
    assert dispersion_by_event(frame)["n_outlets"].tolist() == [2, 1]
    assert len(dispersion_by_outlet(frame)) == 3


def test_outlets_are_independent_that_can_each_have_a_chain():
    frame = reports(
        report("a", "north", "2020-01-02", 1, source="police"),
        report("b", "south", "2020-01-02", 2, source="police"),
        report("c", "south", "2020-01-03", 3, source="owner"),
        report("d", "west", "2020-01-03", 4, source="owner"),
        report("e", "east", "2020-01-03", 5, source="crew"),
        report("f", "lake", "2020-01-03", 6, source=None),
    )
    assert dispersion_by_event(frame)["n_independent"].tolist() == [4]  # south has one of two
    shared = dispersion_by_outlet(frame).set_index("outlet")["shared_with"].fillna("-")
    assert shared.to_dict() == {
        "north": "south",
        "south": "north; west",
        "west": "south",
        "east": "-",
        "lake": "-",
    }


def test_ratios_without_a_positive_number_are_null():
    frame = reports(report("a", "north", "2020-01-02", 0), report("b", "south", "2020-01-03", 0))
    assert dispersion_by_event(frame)["ratio"].isna().all()
    assert dispersion_by_outlet(frame)["ratio"].isna().all()
    one = reports(report("a", "north", "2020-01-02", 0), report("b", "south", "2020-01-03", 9))
    assert dispersion_by_event(one)["ratio"].isna().all()
    assert dispersion_by_outlet(one)["ratio"].tolist() == [0, 2]


def test_nothing_in_nothing_out():
    assert dispersion_by_outlet(reports()).empty
    assert dispersion_by_event(reports()).empty


def test_the_input_is_not_changed():
    before = FRAME.copy()
    dispersion_by_outlet(FRAME)
    dispersion_by_event(FRAME)
    pd.testing.assert_frame_equal(FRAME, before)


def test_origins_are_those_of_the_pages_of_stories():
    frame = reports(
        report("a", "north", "2020-01-02", 10, **OF_ARTICLE),
        report("b", "south", "2020-01-02", 14, **OF_ARTICLE),
    )
    assert dispersion_by_event(frame)["n_independent"].tolist() == [1]  # they name one source
    for n_origins, expected in ((1, 1), (2, 2), (3, 2)):
        rows = dispersion_by_event(frame, origins={"q": n_origins})
        assert rows["n_independent"].tolist() == [expected]
    assert dispersion_by_event(frame, origins={"other": 2})["n_independent"].tolist() == [1]
