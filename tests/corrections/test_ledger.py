"""A ledger says what became of each correction, and why."""

import pytest
from made_fire import key, row

from analysis.corrections.ledger import STAGE, Ledger
from analysis.corrections.read import read_corrections

WHERE = key("a1", "30")
VALUE = row("figures", WHERE, "low", "31")


@pytest.fixture
def ledger(write):
    """Return a function that opens the ledger of some rows, named c0, c1 and so on."""

    def opened(*rows):
        named = [cells | {"correction_id": f"c{n}"} for n, cells in enumerate(rows)]
        return Ledger(read_corrections(write(*named)))

    return opened


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        # an empty cell that has to be filled in
        (row("figures", WHERE, "low"), "open"),
        (row("figures", WHERE, "checked"), "open"),
        (row("attributions", WHERE, "checked"), "open"),
        (row("frames", "a1 [conflict]", "present"), "open"),
        # a column that says all by itself
        (row("figures", WHERE, "wrong"), None),
        (row("figures", WHERE, "missing"), None),
        (row("events", "a3", "part"), None),
        (row("stories", "a1 | a2", "merge"), None),
        # filled in
        (VALUE, None),
        (row("figures", WHERE, "low", "none"), None),
        (row("figures", WHERE, "checked", "right"), None),
    ],
)
def test_what_is_not_filled_in_is_open(ledger, cells, status):
    opened = ledger(cells)
    assert opened.status_of(0) == status
    assert opened.unsettled().index.tolist() == ([] if status else [0])


def test_a_row_is_settled_once_and_explained_in_order(ledger):
    opened = ledger(VALUE, VALUE, VALUE)
    opened.settle([0, 2], "superseded", "a later row holds")
    opened.explain(0, "see c1")
    assert [opened.status_of(index) for index in range(3)] == ["superseded", None, "superseded"]
    assert opened.unsettled()["correction_id"].tolist() == ["c1"]
    table = opened.table()
    assert table["status"].tolist() == ["superseded", "not_found", "superseded"]
    assert table["why"].tolist()[::2] == ["a later row holds; see c1", "a later row holds"]
    assert table["why"].isna().tolist() == [False, True, False]


def test_a_row_without_a_reason_has_none(ledger):
    opened = ledger(VALUE)
    opened.settle([0], "applied")
    assert opened.table()["why"].isna().all()


@pytest.mark.parametrize(
    ("status", "holds"),
    [
        (None, True),
        ("applied", True),
        ("superseded", False),
        ("not_found", False),
        ("outside", False),
        ("open", False),
    ],
)
def test_which_rows_hold(ledger, status, holds):
    opened = ledger(VALUE, VALUE)
    if status is not None:
        opened.settle([1], status)
    assert opened.rows_that_hold().index.tolist() == ([0, 1] if holds else [0])


@pytest.mark.parametrize(
    ("status", "why", "reason"),
    [
        ("applied", "", None),
        ("applied", "it follows", None),
        ("outside", "of another corpus", None),
        ("open", "", None),
        ("superseded", "row c9 holds", "superseded: row c9 holds"),
        ("not_found", "no figure there", "not found: no figure there"),
        ("not_found", "", "not found: there is no such row in this run"),
        (None, "", "not found: there is no such row in this run"),
    ],
)
def test_what_is_told_as_a_problem(ledger, status, why, reason):
    opened = ledger(VALUE)
    if status is not None:
        opened.settle([0], status, why)
    problems = opened.problems()
    if reason is None:
        assert problems.empty
        return
    (problem,) = problems.to_dict("records")
    assert problem["reason"] == f"corrections.csv, line 2 (c0), {reason}"
    assert (problem["article_id"], problem["stage"]) == ("a1", STAGE)
    assert problem["kept"] is True


def test_an_applied_correction_may_be_told_as_a_problem(ledger):
    opened = ledger(VALUE, VALUE)
    opened.settle([0, 1], "applied")
    opened.tell(0, "the bounds cross")
    assert opened.problems()["reason"].tolist() == [
        "corrections.csv, line 2 (c0), applied: the bounds cross"
    ]
    assert opened.table()["status"].tolist() == ["applied", "applied"]


def test_counts_add_up(ledger):
    opened = ledger(*[VALUE] * 6, row("figures", WHERE, "low"))
    opened.settle([0, 1, 2], "applied")
    opened.settle([3], "superseded")
    opened.settle([4], "outside")
    assert opened.counts() == {
        "rows": 7,
        "applied": 3,
        "superseded": 1,
        "not_found": 1,
        "outside": 1,
        "open": 1,
    }


@pytest.mark.parametrize(
    ("earlier", "later", "status", "why"),
    [
        (None, None, None, None),
        (None, ("applied", ""), "applied", None),
        (None, ("not_found", "no such words"), "not_found", "no such words"),
        (("outside", "of another shard"), ("applied", ""), "applied", None),
        (("outside", "of another shard"), ("applied", "it follows"), "applied", "it follows"),
        (("outside", "of another shard"), None, "outside", "of another shard"),
        (("not_found", "first"), ("not_found", "second"), "not_found", "second"),
        (("not_found", "first"), ("outside", ""), "outside", "first"),
        # what is applied in one shard is applied
        (("applied", ""), ("not_found", "no such words"), "applied", None),
        (("applied", "it follows"), ("outside", "of another shard"), "applied", "it follows"),
    ],
)
def test_shards_are_added_up(ledger, earlier, later, status, why):
    whole, shard = ledger(VALUE), ledger(VALUE)
    for opened, settled in ((whole, earlier), (shard, later)):
        if settled is not None:
            opened.settle([0], *settled)
    whole.add(shard, [0])
    assert whole.status_of(0) == status
    (found,) = whole.table()["why"]
    assert (None if found != found or found is None else found) == why


def test_only_the_named_rows_of_a_shard_are_added_and_what_is_told_goes_with_them(ledger):
    whole, shard = ledger(VALUE, VALUE, VALUE), ledger(VALUE, VALUE, VALUE)
    shard.settle([0, 1, 2], "applied")
    shard.tell(1, "the bounds cross")
    shard.tell(2, "the bounds cross")
    whole.add(shard, [0, 1])
    assert [whole.status_of(index) for index in range(3)] == ["applied", "applied", None]
    whole.settle([2], "applied")
    assert whole.problems()["reason"].str.contains("c1").tolist() == [True]


def test_the_table_has_what_the_file_says(ledger):
    opened = ledger(VALUE | {"note": "seen on the page", "old": "30"})
    (found,) = opened.table().to_dict("records")
    assert found["key"] == WHERE
    assert (found["old"], found["new"], found["note"]) == ("30", "31", "seen on the page")
    assert (found["coder"], f"{found['day']:%Y-%m-%d}") == ("AB", "2026-01-02")
    assert opened.name == "corrections.csv"
