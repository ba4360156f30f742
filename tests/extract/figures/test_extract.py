"""The figures of hand-made tables: the whole record, subtotals, and what is kept as it was."""

import pandas as pd
import pytest

from analysis.extract.figures.extract import extract_figures
from tests.extract.figures.tagged_tables import figures_of, killed, tables, values


def test_the_full_record():
    text = "The clinic said shells fired by rebels killed at least 12 farmers."
    agent = "shells fired by rebels"
    number = killed("12", counted="farmers", agent=agent, source="The clinic")
    row = figures_of(text, [number]).iloc[0]
    assert (row.low, row.qualifier, row.unit) == (12, "at_least", "people")
    assert pd.isna(row.high)
    assert (row.outcome, row.group, row.implicit) == ("killed", "civilians", False)
    assert (row.counted, row.agent, row.source) == ("farmers", agent, "The clinic")
    assert (row.article_id, row.sentence_id, row.figure_id) == ("x", 0, "x#f0")
    for column in ("agent", "source"):
        start, end = int(row[f"{column}_start"]), int(row[f"{column}_end"])
        assert text[start:end] == row[column]


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("The raid killed 126 people, among them 68 children and 9 women.", [None, 0, 0]),
        ("The raid killed 126 people. The dead included 68 children.", [None, 0]),
        ("The raid killed 12 people, seven of them children.", [None, 0]),
        ("The raid killed 12 people and 30 soldiers.", [None, None]),
        # a subtotal is no larger than its total
        ("The raid killed 12 people, including 40 children.", [None, None]),
    ],
)
def test_subtotals_point_to_their_total(text, totals):
    words = [word.strip(".,") for word in text.split()]
    numbers = [killed(word) for word in words if word.isdigit() or word == "seven"]
    found = figures_of(text, numbers)
    expected = [None if total is None else found["figure_id"][total] for total in totals]
    assert values(found["part_of"]) == expected


def test_subtotals_need_the_same_outcome():
    text = "The raid killed 12 people, including a boy, and hurt 9."
    numbers = [killed("12"), killed("a", "children"), ("9", "injured", "unspecified", {})]
    assert figures_of(text, numbers)["part_of"].notna().tolist() == [False, True, False]


def test_inputs_stay_as_they_were():
    given = tables("A mine killed 3 herders.", [killed("3", counted="herders")])
    before = {name: frame.copy() for name, frame in given.items()}
    extract_figures(**given)
    for name, frame in given.items():
        pd.testing.assert_frame_equal(frame, before[name])


def test_spans_hold_their_text_and_ids_are_unique():
    text = "Over 100 people fled. At least 5 died, 7 percent of the crew. It cost $3 million."
    found = figures_of(text, [killed("5")])
    for row in found.itertuples():
        assert text[row.start : row.end] == row.text
    assert found["figure_id"].is_unique
    assert found["start"].is_monotonic_increasing
    assert found["sentence_id"].tolist() == [0, 1, 1, 2]


def test_a_figure_between_two_sentences_belongs_to_the_one_before():
    given = tables("Two died. 9 shops burned.")
    given["sentences"].loc[1, "start"] = 12
    assert extract_figures(**given)["sentence_id"].tolist() == [0, 0]


def test_many_figures_of_one_sentence_take_no_long_time():
    text = "killed 3 people and wounded 4 people and " * 200
    assert len(figures_of(text)) == 400
