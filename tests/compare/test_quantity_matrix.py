"""Quantities side by side: a mark of difference is true of the numbers that it stands by."""

import pandas as pd
import pytest

from analysis.compare.quantity_matrix import (
    CELL_COLUMNS,
    ROW_COLUMNS,
    any_differ,
    busiest_story,
    origins_by_quantity,
    quantity_matrix,
)
from analysis.core import tables
from tests.compare.stated_numbers import (
    DOLLARS,
    PERCENT,
    POUNDS,
    article,
    quantities,
    stated,
    tables_of,
)

LABELS = quantities("people killed", "people hurt", "price")
VAGUE = {"qualifier": "vague"}


def matrix(*rows, labels=LABELS):
    figures, articles, _ = tables_of(*rows)
    return quantity_matrix(figures, articles, labels)


def one_day(*numbers, **columns):
    """Return articles of outlets A, B, C ..., each with a number, or with its ends and columns."""
    rows = []
    for outlet, number in zip("ABCDEFGH", numbers, strict=False):
        low, high, own = number if isinstance(number, tuple) else (number, number, {})
        rows.append(stated(outlet, "2020-01-01", low, high, **columns, **own))
    return rows


LEAST = {"qualifier": "at_least"}
ACRES = {"unit": "measure", "unit_text": "acres"}
HECTARES = {"unit": "measure", "unit_text": "hectares"}
DIFFERENCES = [  # numbers of A, B, C ...; whether the row differs; the outlets that are marked
    ([12], False, ""),
    ([12, 12], False, ""),
    ([12, 13], True, ""),
    ([12, 12, 13], True, "C"),
    ([12, 12, 12, 15, 15], True, "DE"),
    ([12, 12, 15, 15], True, ""),
    ([(20, None, LEAST), 39], False, ""),
    ([(20, None, LEAST), 41], True, ""),
    ([(2, None, LEAST), 9], False, ""),
    ([(20, None, LEAST), (20, None, LEAST), (20, None, LEAST), 12, 12], True, "DE"),
    ([(20, None, LEAST), 20, 12], True, "C"),
    ([(20, None, LEAST), (20, None, LEAST), 39], False, ""),
    ([1_204_000, 1_200_000, 1_300_000], True, "C"),
    ([(None, None, VAGUE), 12, 12], False, ""),
    ([(None, None, VAGUE), (None, None, VAGUE)], False, ""),
    ([(20, 30, {"qualifier": "range"}), 25, 27], True, ""),
    ([(5, 5, DOLLARS), (4, 4, POUNDS)], None, ""),
    ([(5, 5, DOLLARS), (4, 4, POUNDS), (6, 6, DOLLARS)], True, ""),
    ([(5, 5, DOLLARS), (5, 5, DOLLARS), (4, 4, POUNDS), (6, 6, DOLLARS)], True, "D"),
    ([(6.3, 6.3, PERCENT), (7.1, 7.1, PERCENT | {"unit_text": "percent"})], True, ""),
    ([(-5, -5, PERCENT), (5, 5, PERCENT)], True, ""),
    ([(500, 500, ACRES), (202, 202, HECTARES)], False, ""),
    ([(500, 500, ACRES), (500, 500, HECTARES)], True, ""),
    ([(500, 500, ACRES), (500, 500, ACRES), (202, 202, HECTARES), (9, 9, HECTARES)], True, "D"),
]


@pytest.mark.parametrize(("numbers", "differ", "marked"), DIFFERENCES)
def test_a_difference_is_one_of_more_than_rounding_and_open_ends(numbers, differ, marked):
    rows, cells = matrix(*one_day(*numbers))
    assert rows["differ"].tolist() == [differ]
    assert "".join(cells.loc[cells["differs"], "outlet"]) == marked


MANY = VAGUE | {"text": "A blast killed [many] people."}
DOZENS = VAGUE | {"text": "A blast killed [dozens of] people."}


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([49, (None, None, MANY)], 1),
        ([49, (None, None, DOZENS)], 2),
        ([49, 49, (None, None, MANY)], 2),
        ([(None, None, MANY), (None, None, MANY)], 2),
    ],
)
def test_a_word_without_a_size_prints_no_number_of_another_outlet(numbers, expected):
    rows, cells = matrix(*one_day(*numbers))
    assert rows["n_outlets"].tolist() == [expected]
    assert rows["n_origins"].iloc[0] <= expected
    assert len(cells) == len(numbers)


@pytest.mark.parametrize(
    ("of_a", "of_b", "overtaken", "differ"),
    [
        # B printed A's number too, and later another one
        ({"01": 20}, {"01": 20, "03": 38}, "A", False),
        ({"01": 20}, {"02": 20, "03": 38}, "A", False),
        ({"02": 20}, {"01": 20, "03": 38}, "A", False),
        ({"01": 20}, {"01": 22, "03": 38}, "A", False),  # nobody stands by 22
        ({"01": 20}, {"03": 38}, "A", False),  # a toll rises
        ({"01": 38}, {"03": 20}, "", True),
        ({"01": 20}, {"03": 2_000}, "", True),  # another claim
        ({"03": 20}, {"01": 20, "03": 38}, "", True),  # A stands by its number
        ({"01": 20}, {"01": 20, "03": 20}, "", False),
    ],
)
def test_a_number_that_another_outlet_had_too_and_changed_is_overtaken(
    of_a, of_b, overtaken, differ
):
    printed = [("A", of_a), ("B", of_b)]
    rows, cells = matrix(
        *(stated(name, f"2020-01-{day}", low) for name, own in printed for day, low in own.items())
    )
    assert "".join(cells.loc[cells["overtaken"], "outlet"]) == overtaken
    assert rows["differ"].tolist() == [differ]


@pytest.mark.parametrize(
    ("outcome", "overtaken"),
    [
        *(("killed", "A"), ("injured", "A"), ("killed_or_injured", "A"), ("ill", "A")),
        *(("bodies_found", "A"), ("missing", "A"), ("captured", "A"), ("displaced", "A")),
        (None, ""),
    ],
)
def test_those_harmed_are_counted_up_from_day_to_day(outcome, overtaken):
    printed = stated("A", "2020-01-01", 20, outcome=outcome), ("B", "2020-01-03", 38)
    rows, cells = matrix(printed[0], stated(*printed[1], outcome=outcome))
    assert "".join(cells.loc[cells["overtaken"], "outlet"]) == overtaken
    assert rows["differ"].tolist() == [not overtaken]


@pytest.mark.parametrize(
    ("day_of_b", "of_a", "of_b", "n_disagree"),
    [
        ("01", None, None, 1),
        ("02", None, None, 0),  # perhaps an update
        ("02", "police", None, 0),
        ("02", "police", "the union", 1),
        (None, None, None, 1),
    ],
)
def test_a_number_of_the_next_day_may_be_an_update(day_of_b, of_a, of_b, n_disagree):
    day = day_of_b and f"2020-01-{day_of_b}"
    sum_of_money = {"outcome": None, "unit": "money"}
    rows, _ = matrix(
        stated("A", "2020-01-01", 20, source=of_a, **sum_of_money),
        stated("B", day, 38, source=of_b, **sum_of_money),
    )
    assert rows["differ"].tolist() == [True]
    assert rows["n_disagree"].tolist() == [n_disagree]


@pytest.mark.parametrize(
    ("source_of_a", "source_of_b", "day_of_b", "overtaken"),
    [
        ("police", "the police", "03", "A"),
        ("police", "the police", "01", ""),  # on one day the two differ
        ("its chief medical officer", "The chief medical officer, Jan Moor,", "03", "A"),
        ("the army", "the rebel army", "03", ""),
        ("the defence ministry", "Norland's defence ministry", "03", ""),
        ("police", "the union", "03", ""),
        (None, None, "03", "A"),
        ("police", None, "03", "A"),
    ],
)
def test_a_later_number_of_the_same_source_overtakes(source_of_a, source_of_b, day_of_b, overtaken):
    rows, cells = matrix(
        stated("A", "2020-01-01", 20, source=source_of_a),
        stated("B", f"2020-01-{day_of_b}", 38, source=source_of_b),
    )
    assert "".join(cells.loc[cells["overtaken"], "outlet"]) == overtaken
    assert rows["differ"].tolist() == [not overtaken]


@pytest.mark.parametrize(
    ("numbers", "differ", "n_disagree"),
    [
        ([50.3, 50.4], True, 0),
        ([101, 99.2], True, 0),
        ([101, 98.2], True, 1),
        ([3, 4], True, 1),
        ([(500, 500, ACRES), (501, 501, HECTARES)], True, 1),
    ],
)
def test_a_slight_difference_ranks_no_story(numbers, differ, n_disagree):
    rows, _ = matrix(*one_day(*numbers))
    assert rows["differ"].tolist() == [differ]
    assert rows["n_disagree"].tolist() == [n_disagree]


@pytest.mark.parametrize(("day_of_c", "overtaken"), [("01", 0), ("02", 1)])
def test_a_number_that_another_outlet_disputed_on_its_day_is_not_overtaken(day_of_c, overtaken):
    rows, _ = matrix(
        stated("A", "2020-01-01", 3, source="police"),
        stated("B", "2020-01-02", 4, source="police"),
        stated("C", f"2020-01-{day_of_c}", 4, source="the ambulance service"),
    )
    assert rows["n_overtaken"].tolist() == [overtaken]
    assert rows["differ"].tolist() == [not overtaken]


@pytest.mark.parametrize(
    ("time_of_a", "time_of_b", "source_of_b", "overtaken", "n_disagree"),
    [
        ("08:10", "13:00", "the ambulance service", "A", 0),
        ("13:00", "08:10", "the ambulance service", "B", 0),  # it corrects itself
        ("08:10", "08:10", "the ambulance service", "", 1),
        ("08:10", None, "the ambulance service", "", 1),
        (None, None, "the ambulance service", "", 1),
        ("08:10", "13:00", "the union", "", 1),
    ],
)
def test_a_larger_number_of_a_later_hour_may_be_the_count_carried_on(
    time_of_a, time_of_b, source_of_b, overtaken, n_disagree
):
    figures, articles, _ = tables_of(
        stated("A", "2020-01-01", 17, source="the ambulance service"),
        stated("B", "2020-01-01", 23, source=source_of_b),
    )
    times = pd.Series([time_of_a, time_of_b], index=articles.index, dtype="str")
    rows, cells = quantity_matrix(figures, articles.assign(published_time=times), LABELS)
    assert "".join(cells.loc[cells["overtaken"], "outlet"]) == overtaken
    assert rows["differ"].tolist() == [not overtaken]
    assert rows["n_disagree"].tolist() == [n_disagree]


def test_a_number_that_its_outlet_changed_the_next_day_is_overtaken_at_whatever_hour_it_stood():
    figures, articles, _ = tables_of(
        stated("A", "2020-01-01", 4),
        stated("B", "2020-01-01", 4),
        stated("B", "2020-01-02", 3),
    )
    hours = pd.Series(["18:00", "20:15", "09:00"], index=articles.index, dtype="str")
    _, cells = quantity_matrix(figures, articles.assign(published_time=hours), LABELS)
    assert "".join(cells.loc[cells["overtaken"], "outlet"]) == "A"


@pytest.mark.parametrize(
    ("zones", "overtaken"),
    [
        ((None, None), "A"),
        (("+09:00", "+09:00"), "A"),
        (("+09:00", "+00:00"), "A"),
        (("-06:00", "+00:00"), "B"),  # 08:10 there is 14:10
        (("EST", None), ""),
        (("EST", "+00:00"), ""),
    ],
)
def test_times_of_two_zones_tell_an_order_where_both_are_offsets(zones, overtaken):
    figures, articles, _ = tables_of(
        stated("A", "2020-01-01", 17, source="the police"),
        stated("B", "2020-01-01", 23, source="the police"),
    )
    hours = pd.Series(["08:10", "13:00"], index=articles.index, dtype="str")
    zone = pd.Series(zones, index=articles.index, dtype="str")
    timed = articles.assign(published_time=hours, published_zone=zone)
    _, cells = quantity_matrix(figures, timed, LABELS)
    assert "".join(cells.loc[cells["overtaken"], "outlet"]) == overtaken


@pytest.mark.parametrize("again", [True, False])
def test_a_number_that_a_third_outlet_repeats_later_is_not_carried_on(again):
    figures, articles, _ = tables_of(
        stated("A", "2020-01-01", 30, source="police"),
        stated("B", "2020-01-02", 45, source="the health ministry"),
        stated("C", "2020-01-03", 30 if again else 45, source="police"),
    )
    rows, _ = quantity_matrix(figures, articles, LABELS)
    assert rows["differ"].tolist() == [again]


@pytest.mark.parametrize(("rival", "overtaken"), [(1100, ""), (1000, "A")])
def test_a_number_that_stands_as_a_rival_beside_a_later_one_is_not_carried_on(rival, overtaken):
    harm = {"outcome": "displaced", "unit": "people"}
    told = article("B", "2020-01-02", f"It was [1600]. The state says [{rival}].", harm)
    figures, articles, _ = tables_of(stated("A", "2020-01-01", 1100, **harm), told)
    is_rival = figures["low"].eq(rival) & figures["article_id"].eq(figures["article_id"].iloc[-1])
    figures["source"] = figures["source"].mask(is_rival, "the state")
    _, cells = quantity_matrix(figures, articles, LABELS)
    assert "".join(cells.loc[cells["overtaken"], "outlet"]) == overtaken


def test_a_number_of_an_earlier_hour_that_is_carried_on_disputes_nothing():
    missing = {"outcome": "missing", "source": "the disaster agency"}
    figures, articles, _ = tables_of(
        stated("A", "2020-01-01", 41, **missing),
        stated("B", "2020-01-01", 38, **missing),
        stated("A", "2020-01-02", 26, **missing),
    )
    hours = pd.Series(["09:40", "13:15", "11:05"], index=articles.index, dtype="str")
    rows, _ = quantity_matrix(figures, articles.assign(published_time=hours), LABELS)
    assert (rows["differ"].tolist(), rows["n_overtaken"].tolist()) == ([False], [1])
    unknown, _ = quantity_matrix(figures, articles, LABELS)  # nobody stands by 41
    assert unknown["differ"].tolist() == [False]
    disputed = figures.assign(source=["the army", "the rebels", "the army"])
    disputed, _ = quantity_matrix(disputed, articles, LABELS)
    assert disputed["differ"].tolist() == [True]


@pytest.mark.parametrize(
    ("standing", "day", "overtaken"),
    [
        ("outdated", "01", "A"),
        ("outdated", "02", "A"),
        ("outdated", None, ""),
        ("denied", "01", ""),
        (None, "01", ""),
    ],
)
def test_a_number_that_another_outlet_tells_as_outdated_is_overtaken(standing, day, overtaken):
    text = "Police had said [2]. It is [3]."
    told = article("B", day and f"2020-01-{day}", text, {"standing": standing})
    rows, cells = matrix(stated("A", "2020-01-01", 2), told)
    assert "".join(cells.loc[cells["overtaken"], "outlet"]) == overtaken
    assert rows["differ"].tolist() == [not overtaken]


def test_two_outlets_that_tell_each_others_number_as_outdated_contradict_each_other():
    one = article("A", "2020-01-01", "It had said [27]. It is [41].", {"standing": "outdated"})
    other = article("B", "2020-01-01", "It had said [41]. It is [27].", {"standing": "outdated"})
    rows, cells = matrix(one, other)
    assert not cells["overtaken"].any()
    assert rows["differ"].tolist() == [True]


def test_a_number_is_not_outdated_by_what_was_told_before():
    told = article("B", "2020-01-01", "Police had said [2]. It is [3].", {"standing": "outdated"})
    rows, cells = matrix(stated("A", "2020-01-02", 2), told)
    assert not cells["overtaken"].any()
    assert rows["differ"].tolist() == [True]


def test_an_overtaken_number_leaves_the_others_to_be_compared():
    rows, cells = matrix(
        stated("A", "2020-01-01", 20),
        stated("B", "2020-01-01", 20),
        stated("B", "2020-01-03", 38),
        stated("C", "2020-01-03", 45),
    )
    assert cells.set_index("outlet")["overtaken"].tolist() == [True, False, False]
    assert rows[["lowest", "highest"]].iloc[0].tolist() == [38, 45]
    assert rows["n_disagree"].tolist() == [1]


@pytest.mark.parametrize(
    ("day", "later", "columns", "overtaken"),
    [
        ("2020-01-02", 19, {}, True),
        ("2020-01-01", 19, {}, False),  # of one day
        ("2020-01-02", 17, {}, False),
        ("2020-01-02", 19, {"outcome": None, "unit": "things", "counted": "goals"}, False),
    ],
)
def test_an_open_number_is_overtaken_by_a_larger_one_of_a_later_day(day, later, columns, overtaken):
    first = stated("A", "2020-01-01", 17, None, qualifier="at_least", **columns)
    rows, cells = matrix(first, stated("B", day, later, **columns))
    assert cells.set_index("outlet")["overtaken"].to_dict() == {"A": overtaken, "B": False}
    assert not rows["differ"].any()


def test_a_rounded_open_number_is_not_overtaken():
    first = stated("A", "2020-01-01", 1_100, None, qualifier="more_than")
    _, cells = matrix(first, stated("B", "2020-01-02", 1_130))
    assert not cells["overtaken"].any()


def test_one_number_with_other_words_for_about_is_printed_once():
    _, cells = matrix(
        stated("A", "2020-01-01", 14, qualifier="approx", qualifier_text="almost"),
        stated("A", "2020-01-02", 14, qualifier="approx", qualifier_text="nearly"),
    )
    assert cells["words"].tolist() == ["nearly 14"]
    assert cells["before"].isna().all()


def test_a_cell_is_the_last_number_of_an_outlet_with_what_it_printed_before():
    rows, cells = matrix(
        stated("A", "2020-01-02", 14),
        stated("A", "2020-01-01", 12),
        stated("A", "2020-01-03", 14),
        stated("B", None, 90),
        stated("B", "2020-01-01", 13),
        stated(None, "2020-01-09", 70),
    )
    assert list(rows) == list(ROW_COLUMNS)
    assert list(cells) == list(CELL_COLUMNS)
    own = cells.set_index("outlet")
    assert own["words"].to_dict() == {"A": "14", "B": "13"}
    assert own["before"].to_dict() == {"A": "12", "B": "90"}
    assert own.loc["A", "published"] == pd.Timestamp("2020-01-03")
    assert rows["n_outlets"].tolist() == [2]


def test_of_rows_of_as_many_outlets_that_of_people_killed_comes_first():
    hurt = {"quantity_id": "hurt", "outcome": "injured"}
    rows = [
        article("A", "2020-01-01", "[9] were hurt, [8] badly. Later: [4] were killed.", hurt, hurt),
        article("B", "2020-01-01", "[9] were hurt, [8] badly. Later: [4] were killed.", hurt, hurt),
    ]
    order = matrix(*rows)[0]
    assert order["quantity_id"].tolist() == ["q", "hurt"]
    more = [*rows, stated("C", "2020-01-01", 9, **hurt)]
    assert matrix(*more)[0]["quantity_id"].tolist() == ["hurt", "q"]


def test_rows_are_in_the_order_of_outlets_then_of_figures():
    rows, cells = matrix(
        *one_day(5, quantity_id="q2"),
        *one_day(12, 12, 13),
        *one_day(7, quantity_id="q1"),
        stated("A", "2020-01-02", 8, quantity_id="q1"),
    )
    assert rows["label"].tolist() == ["people killed", "people hurt", "price"]
    assert rows["n_outlets"].tolist() == [3, 1, 1]
    assert cells["label"].drop_duplicates().tolist() == rows["label"].tolist()
    assert (rows["n_origins"] <= rows["n_outlets"]).all()


@pytest.mark.parametrize(
    ("numbers", "lowest", "highest"),
    [
        ([12, 15], 12, 15),
        ([(None, 9, {"qualifier": "at_most"}), (20, None, LEAST)], 9, 20),
        ([(None, None, VAGUE)], None, None),
        ([(-5, -5, PERCENT), (3, 4, PERCENT)], -5, 4),
        ([(5, 5, DOLLARS), (4, 4, POUNDS)], None, None),
        ([(5, 5, ACRES), (4, 4, HECTARES)], None, None),
    ],
)
def test_the_ends_of_a_row_are_over_one_unit(numbers, lowest, highest):
    rows, _ = matrix(*one_day(*numbers))
    expected = pd.DataFrame({"lowest": [lowest], "highest": [highest]}, dtype=float)
    pd.testing.assert_frame_equal(rows[["lowest", "highest"]].astype(float), expected)


def test_a_background_and_an_outlet_without_a_name_have_no_cell():
    rows, cells = matrix(
        article("A", "2020-01-01", "The war killed [900].", {"scope": "background"}),
        stated(None, "2020-01-01", 12),
    )
    assert rows.empty
    assert cells.empty


def test_empty_tables_have_no_rows():
    rows, cells = quantity_matrix(
        tables.empty(tables.FIGURES), tables.empty(tables.ARTICLES), tables.empty(tables.QUANTITIES)
    )
    assert rows.empty
    assert cells.empty
    assert list(rows) == list(ROW_COLUMNS)
    assert list(cells) == list(CELL_COLUMNS)


def test_a_quantity_without_a_row_in_the_table_is_called_by_its_id():
    rows, _ = matrix(*one_day(12), labels=tables.empty(tables.QUANTITIES))
    assert rows["label"].tolist() == ["q"]


def test_a_source_has_its_resolved_name_for_the_origins():
    rows = [
        stated("A", "2020-01-01", 12, source="Corvane Motors"),
        stated("B", "2020-01-01", 12, source="the company"),
    ]
    figures, articles, _ = tables_of(*rows)
    figures = figures.assign(attribution_id=["a0", "b0"])
    attributions = pd.DataFrame(
        {"attribution_id": ["a0", "b0"], "source_name": ["Corvane Motors", "Corvane"]}
    )
    assert quantity_matrix(figures, articles, LABELS)[0]["n_origins"].tolist() == [2]
    found, cells = quantity_matrix(figures, articles, LABELS, attributions)
    assert found["n_origins"].tolist() == [1]
    assert cells["source"].tolist() == ["Corvane Motors", "the company"]
    articles = articles.assign(story_id="s")
    origins = origins_by_quantity(figures, articles, LABELS, attributions)
    assert list(origins.values()) == [1]


def test_a_part_names_its_total():
    labels = quantities("people killed", "children killed")
    labels.loc[1, "part_of"] = "q"
    rows, _ = matrix(*one_day(12, 12), *one_day(4, quantity_id="q1"), labels=labels)
    assert rows["part_of"].isna().tolist() == [True, False]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_does_not_matter(seed):
    figures, articles, _ = tables_of(
        *one_day(12, 12, 13, 15),
        *one_day(7, 8, quantity_id="q1"),
        stated("A", "2020-01-03", 9),
        stated("A", None, 10),
    )
    whole = quantity_matrix(figures, articles, LABELS)
    shuffled = quantity_matrix(
        figures.sample(frac=1, random_state=seed),
        articles.sample(frac=1, random_state=seed),
        LABELS.sample(frac=1, random_state=seed),
    )
    pd.testing.assert_frame_equal(shuffled[0], whole[0])
    pd.testing.assert_frame_equal(shuffled[1], whole[1])


STORIES = [  # stories of A, B, C ... by quantity, and the one that shares most
    ([("s1", "q", "ABC"), ("s2", "q1", "AB")], "s1"),
    ([("s1", "q", "AB"), ("s2", "q1", "AB"), ("s2", "q2", "AB")], "s2"),
    ([("s2", "q", "AB"), ("s1", "q1", "AB")], "s1"),
    ([("s1", "q", "A"), ("s2", "q1", "BA")], "s2"),
    ([(None, "q", "AB")], ""),
    ([(None, "q", "AB"), ("s1", "q1", "A")], "s1"),
    ([], ""),
]


@pytest.mark.parametrize(("given", "expected"), STORIES)
def test_the_busiest_story_shares_most_numbers(given, expected):
    rows = [
        stated(outlet, "2020-01-01", 12, story_id=story, quantity_id=quantity)
        for story, quantity, outlets in given
        for outlet in outlets
    ]
    figures, articles, _ = tables_of(*rows)
    assert busiest_story(figures, articles) == expected
    assert busiest_story(figures[::-1], articles[::-1]) == expected


def test_without_a_number_the_story_of_most_outlets_is_shown():
    article = {"corpus": "c", "text": "No number.", "n_words": 2}
    rows = [
        article | {"article_id": "a", "outlet": "North", "story_id": "s1"},
        article | {"article_id": "b", "outlet": "North", "story_id": "s2"},
        article | {"article_id": "c", "outlet": "South", "story_id": "s2"},
    ]
    nothing = tables.empty(tables.FIGURES)
    assert busiest_story(nothing, tables.make(rows, tables.ARTICLES)) == "s2"
    assert busiest_story(nothing, tables.empty(tables.ARTICLES)) == ""


def test_the_story_of_a_named_quantity_is_shown():
    figures, articles, _ = tables_of(
        stated("A", "2020-01-01", 5, quantity_id="q1", story_id="s1"),
        stated("B", "2020-01-01", 5, quantity_id="q1", story_id="s1"),
        stated("A", "2020-01-01", 7, quantity_id="q2", story_id="s2"),
    )
    assert busiest_story(figures, articles) == "s1"
    assert busiest_story(figures, articles, "q2") == "s2"


def test_a_source_that_the_lead_names_makes_one_origin_though_headlines_name_none():
    lead = "[{}] dead. At least [{}] people died, the coast guard said."
    guard = {"source": "the coast guard", "low": 12, "high": None, "qualifier": "at_least"}
    titled = [article(name, "2020-01-01", lead.format(12, 12), {}, guard) for name in "AB"]
    rows, _ = matrix(*titled)
    assert rows["n_origins"].tolist() == [1]


def rival(outlet, *numbers):
    """Return an article with several counts of one quantity, each with its source."""
    texts = (f"{source} counted [{low}] people." for low, source, _ in numbers)
    columns = ({"low": low, "high": low, "source": source} | more for low, source, more in numbers)
    return article(outlet, "2020-01-01", " ".join(texts), *columns)


@pytest.mark.parametrize(
    ("numbers", "rivals"),
    [
        ([(36, "Police", {}), (140, "The monitor", {})], "140 (The monitor)"),
        (
            [(36, "Police", {}), (140, "The monitor", {}), (200, "Students", {})],
            "140 (The monitor); 200 (Students)",
        ),
        ([(36, "Police", {}), (38, "Police", {})], None),  # one source
        ([(36, "the state governor", {}), (38, "governor", {})], None),
        ([(36, "The army", {}), (38, "the rebel army", {})], "38 (the rebel army)"),
        ([(36, "Police", {}), (38, "the police union", {})], "38 (the police union)"),
        ([(36, "Police", {}), (36, "The monitor", {})], None),  # one number
        ([(36, "Police", {}), (140, None, {})], None),  # on nobody's word
        ([(36, "Police", {}), (12, "The monitor", {"scope": "part"})], None),
        ([(36, "Police", {}), (90, "The monitor", {"scope": "background"})], None),
    ],
)
def test_rival_numbers_of_one_article_stand_beside_its_number(numbers, rivals):
    rows, cells = matrix(rival("A", *numbers))
    assert cells["rivals"].where(cells["rivals"].notna(), None).tolist() == [rivals]
    assert rows["n_rivals"].tolist() == [int(rivals is not None)]


@pytest.mark.parametrize(
    ("low", "p", "in_doubt", "n_rivals"),
    [(90, 0.95, False, 1), (90, 0.5, True, 0), (36, 0.5, False, 1), (90, None, False, 1)],
)
def test_rivals_of_a_row_in_doubt_are_printed_and_not_told(low, p, in_doubt, n_rivals):
    figures, articles, _ = tables_of(
        rival("A", (36, "Police", {}), (140, "The monitor", {})), stated("B", None, low)
    )
    rows, cells = quantity_matrix(figures, articles, LABELS.assign(p=p))
    assert rows["in_doubt"].tolist() == [in_doubt]
    assert rows["n_rivals"].tolist() == [n_rivals]
    assert cells.set_index("outlet")["rivals"]["A"] == "140 (The monitor)"


def test_two_outlets_that_print_both_numbers_do_not_differ():
    one = rival("A", (60, "Police", {}), (500, "Organisers", {}))
    other = rival("B", (500, "Organisers", {}), (60, "Police", {}))
    rows, cells = matrix(one, other)
    assert cells["words"].tolist() == ["60", "500"]
    assert rows["differ"].tolist() == [False]
    assert rows[["n_disagree", "n_rivals"]].iloc[0].tolist() == [0, 2]
    assert not any_differ(cells.to_dict("records"))


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "differ"),
    [
        (50, 70, "range", False),
        (70, 90, "range", True),
        (50, None, "at_least", True),
        (60, None, "at_least", False),
        (10, 60, "range", False),
        (61, 70, "range", True),
    ],
)
def test_a_number_within_the_range_of_another_outlet_is_its_number(low, high, qualifier, differ):
    one = rival("A", (500, "Organisers", {}), (60, "Police", {}))
    columns = {"low": low, "high": high, "qualifier": qualifier}
    other = rival("B", (low, "Police", columns), (500, "Organisers", {}))
    rows, _ = matrix(one, other)
    assert rows["differ"].tolist() == [differ]


def test_a_number_beside_another_is_that_of_an_outlet_only_in_its_unit():
    one = rival("A", (60, "Police", ACRES), (500, "Growers", HECTARES))
    other = rival("B", (500, "Growers", ACRES), (60, "Police", HECTARES))
    rows, cells = matrix(one, other)
    assert cells["also"].isna().all()
    assert rows["differ"].tolist() == [True]


def test_an_outlet_that_prints_one_of_them_differs():
    rows, _ = matrix(
        rival("A", (60, "Police", {}), (500, "Organisers", {})),
        rival("B", (500, "Organisers", {})),
    )
    assert rows["differ"].tolist() == [True]


@pytest.mark.parametrize(
    ("text", "is_rival"),
    [
        ("The governor counted [4]. Doctors counted [3].", True),
        ("The governor counted [4]. The earlier count of doctors stands at [3].", True),
        ("The governor counted [4]. He had earlier said that [3] had died.", False),
        ("The governor counted [4], up from [3].", False),
        ("The governor counted [4]. Police had initially reported [3].", False),
    ],
)
def test_an_earlier_number_is_no_rival(text, is_rival):
    columns = ({"source": "The governor"}, {"source": "Doctors"})
    rows, _ = matrix(article("A", "2020-01-01", text, *columns))
    assert rows["n_rivals"].tolist() == [int(is_rival)]


def test_what_came_on_top_of_a_number_is_no_rival_where_it_is_said_again():
    text = (
        "[19] were held, taking the total to [33], said the mayor. Police: [19] held, [15] of Velm."
    )
    columns = [{"source": source} for source in ("the mayor", "the mayor", "Police", "Police")]
    columns[-1] = columns[-1] | {"scope": "part"}
    rows, cells = matrix(article("A", "2020-01-01", text, *columns))
    assert cells["low"].tolist() == [33]
    assert rows["n_rivals"].tolist() == [0]
