"""How often each rule on figures is right on labelled articles."""

import json

from analysis.commands.rules import IN_CODE, count, in_code
from analysis.core.rules_in_code import rules_in_code
from analysis.evaluate.rule_counts import COLUMNS
from analysis.extract.figures.rules import all_rules

TEXT = "None of the 40 hostages was hurt. None of the 12 guards came. A bomb killed 3 people."


def labels(tmp_path, *marked):
    figures = []
    for number, outcome in marked:
        start = TEXT.index(number)
        figures.append({"start": start, "end": start + len(number), "outcome": outcome})
    for figure in figures:
        value = float(TEXT[figure["start"] : figure["end"]])
        figure |= {"low": value, "high": value, "qualifier": "exact", "group": "unspecified"}
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps({"article_id": "a", "text": TEXT, "figures": figures}))
    return path


def row_of(table, rule):
    return table.set_index("rule").loc[rule]


def test_a_denial_is_right_where_no_casualty_is_marked(tmp_path):
    row = row_of(count([labels(tmp_path, ("3", "killed"))]), "denied.none_of")
    assert (row["decides"], row["fires"], row["right"], row["wrong"]) == ("denied", 2, 2, 0)


def test_a_denial_is_wrong_where_one_is_marked(tmp_path):
    row = row_of(count([labels(tmp_path, ("40", "injured"))]), "denied.none_of")
    assert (row["fires"], row["right"], row["wrong"]) == (2, 1, 1)


def test_every_rule_has_a_row_and_counts_add_up():
    table = count()
    assert table.columns.tolist() == COLUMNS
    assert table["rule"].tolist() == [rule.id for rule in all_rules()]
    assert (table["fires"] == table["right"] + table["wrong"]).all()
    assert table["fires"].sum() > 0


def test_rules_written_in_python_are_listed_with_what_they_mean():
    table = in_code()
    assert table.columns.tolist() == IN_CODE
    assert table["rule"].tolist() == [rule.id for rule in rules_in_code()]
    row = row_of(table, "evidence.ill")
    assert row["means"].startswith("ill:")
    assert "[eight]" in row["example"]
    figures = "analysis.extract.figures"
    assert row["decided_in"] == f"{figures}.attacks, {figures}.candidates, {figures}.evidence"
