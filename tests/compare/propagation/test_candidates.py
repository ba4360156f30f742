"""What may have become of a statement's figures."""

import pandas as pd
import pytest

from analysis.compare.propagation.candidates import find_candidates
from tests.compare.report_rows import report, reports


def kinds(statement, *others):
    """Return the kinds of all candidates."""
    return set(find_candidates(reports(*statement), reports(*others))["kind"])


def first(**columns):
    """Return a figure of the statement: more than 500 killed."""
    return report(
        "s",
        "north",
        "2020-01-02",
        500,
        qualifier="more_than",
        responsible="storm",
        voice="attributed",
        **columns,
    )


def other(day="2020-01-03", low=500, **columns):
    columns = {"responsible": "storm", "voice": "attributed", "qualifier": "more_than"} | columns
    return report("o", "south", day, low, **columns)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, {"kept", "source_kept"}),
        ({"qualifier": "exact"}, {"qualifier_dropped", "source_kept"}),
        ({"qualifier": "approx"}, {"qualifier_changed", "source_kept"}),
        ({"outcome": "killed_or_injured"}, {"outcome_changed", "source_kept"}),
        ({"voice": "own"}, {"kept", "source_kept", "blame_to_own_voice"}),
        ({"responsible": "owner"}, {"kept", "source_kept", "blame_changed"}),
        ({"responsible": None}, {"kept", "source_kept", "blame_dropped"}),
        ({"source": None, "upstream": "North 2020-01-02"}, {"kept", "source_dropped"}),
        ({"source": "owner", "upstream": "North 2020-01-02"}, {"kept", "source_replaced"}),
        ({"low": 471, "day": "2020-01-09"}, set()),
        ({"low": 300}, {"revised_down"}),
        ({"low": 900}, {"revised_up"}),
        ({"document": "north 2020-01-02"}, set()),
    ],
)
def test_kinds(changed, expected):
    assert kinds([first()], other(**changed)) == expected


@pytest.mark.parametrize(
    "changed",
    [
        {"day": "2020-01-01"},  # printed before
        {"event": "f", "outcome": "injured"},  # of another outcome
        {"unit": "percent"},
        {"source": "owner", "low": 500},  # a round number and nothing else
        {"source": None, "upstream": "Agency"},  # known to come from elsewhere
        {"scope": "daily_rate"},
    ],
)
def test_chance_is_not_followed(changed):
    statement = first(scope="single_site" if "scope" in changed else None)
    assert kinds([statement], other(**changed)) == set()


def test_rounding_is_distinguished_from_another_number():
    exact = report("s", "north", "2020-01-02", 516)
    assert "rounded" in kinds([exact], other(qualifier="more_than"))
    assert "rounded" not in kinds(
        [report("s", "north", "2020-01-02", 793)], other(low=760, qualifier="exact")
    )


def test_parts_are_summed_and_a_total_is_split():
    parts = [report("p1", "north", "2020-01-02", 2500), report("p2", "north", "2020-01-02", 1500)]
    total = report("t", "south", "2020-01-03", 4000)
    summed = find_candidates(reports(*parts), reports(total)).iloc[0]
    assert (summed["kind"], summed["statement_ids"], summed["value"]) == ("summed", "p1 + p2", 4000)
    later = [p | {"published": pd.Timestamp("2020-01-04"), "document": "later"} for p in parts]
    split = find_candidates(reports(total), reports(*later))
    assert "split" in set(split["kind"])
    assert split.set_index("kind").loc["split", "other_ids"] == "p1 + p2"


def test_a_total_next_to_its_parts_is_found():
    rows = [
        report(k, "north", "2020-01-02", n) for k, n in (("t", 4000), ("p1", 2500), ("p2", 1500))
    ]
    found = find_candidates(reports(*rows), reports())
    assert found[["kind", "statement_ids", "other_ids"]].to_numpy().tolist() == [
        ["total_of_parts", "p1 + p2", "t"]
    ]


@pytest.mark.parametrize(
    ("parts", "total", "found"),
    [
        ((12, 8), 20, True),
        ((11, 8), 19, False),  # smaller sums are chance
        ((2375, 125), 2500, True),
        ((2376, 124), 2500, False),  # so are parts of less than a twentieth
        ((400, 300, 200, 100), 1000, True),
        ((300, 250, 200, 150, 100), 1000, False),  # five parts
        ((400, 300), 1000, False),
        ((1000, 0), 1000, False),
    ],
)
def test_sums(parts, total, found):
    rows = [report(f"p{i}", "north", "2020-01-02", value) for i, value in enumerate(parts)]
    candidates = find_candidates(reports(*rows), reports(report("t", "south", "2020-01-03", total)))
    summed = candidates[candidates["kind"].eq("summed")]
    assert len(summed) == found
    assert (summed["statement_value"] == total).all()


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, {"summed"}),
        ({"source": None}, set()),  # the same days are not enough
        ({"source": None, "place": "pier"}, {"summed"}),
        ({"source": None, "place": "pier", "published": pd.Timestamp("2020-03-03")}, set()),
        ({"published": pd.Timestamp("2020-01-01")}, set()),  # printed before the parts
    ],
)
def test_sums_need_a_tie(changed, expected):
    names = ["pier", *"abcdef"]
    parts = [
        report("p1", "north", "2020-01-02", 2500, place="pier"),
        report("p2", "north", "2020-01-02", 1500, place="pier"),
    ]
    # other figures of the event, so that its places are distinguished
    rest = [report(f"x{n}", n, "2019-01-01", 1, place=f"{n * 4} lake") for n in names]
    total = report("t", "south", "2020-01-03", 4000) | changed
    found = find_candidates(reports(*parts), reports(total, *rest))
    assert set(found.loc[found["other_ids"].eq("t"), "kind"]) == expected


def test_a_total_that_is_printed_again_is_not_split():
    total = report("t", "south", "2020-01-03", 4000)
    parts = [report("p1", "north", "2020-01-04", 2500), report("p2", "north", "2020-01-04", 1500)]
    assert "split" in kinds([total], *parts)
    again = report("p3", "north", "2020-01-04", 4000)
    assert "split" not in kinds([total], *parts, again)
    earlier = [part | {"published": pd.Timestamp("2020-01-02")} for part in parts]
    assert "split" not in kinds([total], *earlier)
    untied = [part | {"source": "owner"} for part in parts]
    assert "split" not in kinds([total], *untied)


def test_parts_of_several_sources_do_not_make_a_sum():
    parts = [
        report("p1", "north", "2020-01-02", 500),
        report("p2", "north", "2020-01-02", 300, source="owner"),
    ]
    assert "summed" not in kinds(parts, report("t", "south", "2020-01-03", 800))


def test_counts_of_one_place_are_compared_with_an_estimate():
    site = {"scope": "single_site", "unit": "bodies"}
    estimate = report(
        "s",
        "north",
        "2020-01-02",
        1500,
        place="east quay",
        outcome="other",
        meaning="estimated",
        **site,
    )
    count = report(
        "o",
        "south",
        "2020-06-02",
        233,
        place="East Quay",
        outcome="bodies_found",
        source=None,
        **site,
    )
    more = [
        report(f"x{i}", f"x{i}", "2020-02-02", 9 + i, place=f"pier {n}", source=None, **site)
        for i, n in enumerate("alpha bravo charlie delta echo foxtrot".split())
    ]
    found = find_candidates(reports(estimate), reports(count, *more))
    assert found[["kind", "other_ids"]].to_numpy().tolist() == [["lower_count", "o"]]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(1500, 1400, set()), (1500, 1349, {"lower_count"}), (1500, 1651, {"higher_count"})],
)
def test_counts_of_one_place_differ_by_more_than_a_tenth(before, after, expected):
    site = {"scope": "single_site", "unit": "bodies", "source": None}
    estimate = report("s", "north", "2020-01-02", before, place="quay", outcome="missing", **site)
    count = report("o", "south", "2020-06-02", after, place="quay", outcome="bodies_found", **site)
    rest = [
        report(f"x{name}", name, "2020-02-02", 9, place=f"pier {name}", **site)
        for name in ("alpha", "bravo", "charlie", "delta", "echo")
    ]
    assert kinds([estimate], count, *rest) == expected
    elsewhere = count | {"place": None}
    assert kinds([estimate], elsewhere, *rest) == set()
    assert kinds([estimate], count | {"scope": "cumulative"}, *rest) == set()
    assert kinds([estimate], count | {"outcome": "killed"}, *rest) == set()


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"low": 72}, {"revised_up"}),
        ({"low": 73}, set()),  # more than three times as many
        ({"low": 8}, {"revised_down"}),
        ({"low": 7}, set()),
        ({"low": 26}, set()),  # less than a tenth more
        ({"low": 27}, {"revised_up"}),
        ({"low": 22}, set()),
        ({"low": 30, "day": "2020-01-02"}, set()),  # on the same day
        ({"low": 30, "source": "owner"}, set()),
        ({"low": 30, "outcome": "missing"}, set()),
        ({"low": 30, "part_of": "x"}, set()),
        ({"low": 30, "group": "civilians"}, set()),
        ({"low": 30, "scope": "single_site"}, {"revised_up"}),
        ({"low": 30, "quantity_id": "q1"}, {"revised_up"}),
        ({"low": 30, "quantity_id": "q2"}, set()),
    ],
)
def test_revisions(changed, expected):
    changed = {"day": "2020-01-03"} | changed
    day, low = changed.pop("day"), changed.pop("low")
    count = report("s", "north", "2020-01-02", 24, quantity_id="q1")
    assert kinds([count], report("o", "south", day, low, **changed)) == expected


@pytest.mark.parametrize(
    ("low", "quantity", "expected"),
    [
        (9, "q2", set()),  # nine killed, and nine missing
        (9, None, {"outcome_changed", "source_kept"}),
        (412, "q2", {"outcome_changed", "source_kept"}),
    ],
)
def test_few_of_two_quantities_are_no_changed_outcome(low, quantity, expected):
    one = report("s", "north", "2020-01-02", low, quantity_id="q1")
    changed = {"outcome": "killed_or_injured", "quantity_id": quantity}
    assert kinds([one], report("o", "south", "2020-01-03", low, **changed)) == expected


@pytest.mark.parametrize(
    ("time", "other_time", "expected"),
    [
        ("07:30", "18:45", {"revised_up"}),
        ("18:45", "07:30", set()),
        ("07:30", "07:30", set()),
        (None, "18:45", set()),
        ("07:30", None, set()),
    ],
)
def test_a_count_of_one_day_is_revised_at_a_later_time(time, other_time, expected):
    count = report("s", "north", "2020-01-02", 24, published_time=time)
    other = report("o", "south", "2020-01-02", 30, published_time=other_time)
    assert kinds([count], other) == expected


def test_within_a_day_figures_are_followed_from_earlier_ones():
    late = report("a", "north", "2020-01-02", 2521, published_time="18:45")
    early = report("b", "south", "2020-01-02", 2521, published_time="07:30")
    found = find_candidates(reports(late, early), reports(late, early))
    assert set(found["statement_ids"]) == {"b"}


@pytest.mark.parametrize(
    ("scopes", "low", "expected"),
    [
        (("cumulative", "cumulative"), 240, {"revised_up"}),
        (("cumulative", "single_site"), 30, set()),
        (("cumulative", "daily_rate"), 30, set()),
    ],
)
def test_a_revision_of_known_scope_can_be_of_any_size(scopes, low, expected):
    count = report("s", "north", "2020-01-02", 24, scope=scopes[0])
    assert kinds([count], report("o", "south", "2020-01-03", low, scope=scopes[1])) == expected


@pytest.mark.parametrize(
    ("number", "columns", "found"),
    [
        (3, {}, True),
        (2, {}, False),  # small numbers are equal by chance
        (2, {"upstream": "north"}, True),
        (516, {"source": None}, False),  # its digits and the day are not enough
        (516, {"source": None, "upstream": "north"}, True),
        (516, {"upstream": "elsewhere"}, True),  # from another text, but with the same source
        (516, {"upstream": "elsewhere", "source": None}, False),
    ],
)
def test_an_equal_number_needs_ties(number, columns, found):
    statement = report("s", "north", "2020-01-02", number)
    later = report("o", "south", "2020-01-03", number, **columns)
    assert ("kept" in kinds([statement], later)) is found


@pytest.mark.parametrize(
    ("place", "expected"), [("quay", {"kept"}), ("pier", set()), (None, set())]
)
def test_digits_and_a_place_tie_a_number_as_well(place, expected):
    statement = report("s", "north", "2020-01-02", 516, source=None, place="quay")
    later = report("o", "south", "2020-06-03", 516, source=None, place=place)
    rest = [report(f"x{n}", f"x{n}", "2019-01-01", 1, place=n * 4) for n in "abcdef"]
    found = find_candidates(reports(statement), reports(later, *rest))
    assert set(found["kind"]) == expected


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"outlet": "Agency"}, {}),  # its text is upstream
        ({}, {"source": "ship owner"}),
        ({"upstream": None}, {"upstream": "elsewhere"}),
        ({}, {"qualifier": "approx", "outcome": "missing"}),  # two changes
        ({}, {"published": pd.Timestamp("2020-01-01")}),
    ],
)
@pytest.mark.parametrize("turn", [1, -1])
def test_the_origin_is_the_figure_that_is_most_closely_tied(better, worse, turn):
    later = report("o", "south", "2020-01-03", 2521, upstream="Agency")
    good = report("good", "north", "2020-01-02", 2521) | better
    bad = report("bad", "west", "2020-01-02", 2521) | worse
    found = find_candidates(reports(*[good, bad][::turn]), reports(later))
    assert set(found["statement_ids"]) == {"good"}


def test_a_text_that_the_statement_was_taken_from_is_not_followed():
    statement = first(upstream="south 2020-01-03")
    assert kinds([statement], other()) == set()


def test_every_row_is_a_candidate_with_both_passages():
    row = find_candidates(reports(first()), reports(other(qualifier="exact"))).iloc[0]
    assert (row["statement_passage"], row["passage"]) == ("passage of s", "passage of o")
    assert row["why"].startswith(
        "Candidate: north (2 Jan 2020) has more than 500 (killed); south (3 Jan 2020)"
    )
    assert "same source" in row["ties"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2020-01", {"kept", "source_kept"}),
        ("2020", {"kept", "source_kept"}),
        (None, {"kept", "source_kept"}),
        ("2019-12", set()),
        ("2019", set()),
    ],
)
def test_a_month_excludes_what_cannot_come_from_the_statement(given, expected):
    assert (
        kinds([first()], other(day=None, published_given=given, upstream="North 2020-01-02"))
        == expected
    )


def test_a_month_is_in_words_and_in_the_order_of_days():
    late = other(day="2020-02-03", upstream="North 2020-01-02")
    month = other(day=None, published_given="2020-01", upstream="North 2020-01-02") | {
        "report_id": "m"
    }
    found = find_candidates(reports(first()), reports(late, month))
    assert found["other_ids"].tolist() == ["m", "m", "o", "o"]
    assert "south (Jan 2020) has more than 500" in found["why"].iloc[0]


def test_a_lower_number_is_a_revision_only_where_it_is_surely_later():
    assert kinds([first()], other(day=None, low=300, published_given="2020-02")) == {"revised_down"}
    assert kinds([first()], other(day=None, low=300, published_given="2020-01")) == set()


def test_figures_are_followed_within_their_event():
    here, there = first(), other() | {"event": "f"}
    assert kinds([here], there | {"event": "e"}) == {"kept", "source_kept"}
    assert find_candidates(
        reports(here, first() | {"report_id": "t", "event": "f", "document": "t"}), reports(there)
    )["statement_ids"].unique().tolist() == ["t"]


def test_following_all_from_all_goes_one_way():
    both = reports(first(), other(day="2020-01-02"))
    found = find_candidates(both, both)
    assert set(zip(found["statement_ids"], found["other_ids"], strict=True)) == {("s", "o")}


def test_nothing_in_nothing_out_and_inputs_unchanged():
    statement, others = reports(first()), reports(other())
    before = statement.copy(), others.copy()
    find_candidates(statement, others)
    pd.testing.assert_frame_equal(statement, before[0])
    pd.testing.assert_frame_equal(others, before[1])
    assert find_candidates(reports(), reports()).empty


def extracted(key, outlet, low, **columns):
    """Return a figure as it is extracted: with a group of people, in an article of its outlet."""
    return report(
        key,
        outlet,
        columns.pop("day", "2020-01-02"),
        low,
        **{"group": "civilians", "document": outlet, "source": "harbour watch"} | columns,
    )


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ({}, {}, {"kept", "source_kept"}),
        ({}, {"group": "children"}, set()),
        ({"group": "fighters"}, {"group": "soldiers"}, {"kept", "source_kept"}),
        ({}, {"group": "unspecified"}, {"kept", "source_kept"}),
        ({"qualifier": "vague"}, {"qualifier": "vague"}, set()),  # dozens and dozens are no number
        (
            {"source_type": "unnamed"},
            {"source_type": "unnamed"},
            set(),
        ),  # "activists" are not one source
        ({"low": 2}, {"low": 2}, set()),
        ({"side": "navy"}, {"side": "the navy"}, {"kept", "source_kept"}),
        ({"side": "navy"}, {"side": "rebels"}, {"kept", "source_kept", "blame_changed"}),
        ({}, {"low": 44}, {"revised_up"}),
        ({}, {"low": 440}, set()),  # ten times as many are of something else
        ({}, {"low": 44, "day": "2020-01-05"}, {"revised_up"}),
        ({}, {"low": 44, "day": "2020-01-06"}, set()),
    ],
)
def test_extracted_figures_are_followed_with_more_care(earlier, later, expected):
    s = extracted("s", "north", **{"low": 24} | earlier)
    o = extracted("o", "south", **{"low": 24, "day": "2020-01-03"} | later)
    assert kinds([s], o) == expected


def test_a_later_number_of_a_text_is_no_revision():
    first_one, second = (
        extracted("o1", "south", 90, day="2020-01-03", source=None),
        extracted("o2", "south", 44, day="2020-01-03"),
    )
    assert kinds([extracted("s", "north", 24)], first_one, second) == set()


def test_children_among_the_dead_are_no_further_dead():
    whole, part = (
        extracted("w", "north", 30),
        extracted("p", "north", 10, part_of="w", group="unspecified"),
    )
    assert kinds(
        [whole | {"group": "unspecified"}, part], extracted("o", "south", 40, day="2020-01-03")
    ) <= {"revised_up"}
