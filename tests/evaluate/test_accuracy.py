"""Accuracy: nearly perfect if the models know the labels, stored by task, shown in one table."""

import json
import re

import pandas as pd
import pytest

from analysis.core import paths
from analysis.core.errors import MissingResourceError, ParameterError
from analysis.evaluate import accuracy
from analysis.evaluate.hand_labels import read_labels
from analysis.run import pipeline

LABELS = paths.SAMPLE / "labels.jsonl"
ROW = {
    "task": "figures",
    "measure": "found: all",
    "value": 0.5,
    "low": 0.4,
    "high": 0.6,
    "articles": 9,
    "labels": "a",
    "date": "2026-01-01",
}


def rows(*changes):
    return pd.DataFrame([{**ROW, **change} for change in changes])


def values_by_measure(measured):
    return measured.set_index("measure")["value"]


def test_models_that_know_the_labels_find_nearly_everything(run):
    measured = values_by_measure(accuracy.measure_accuracy(LABELS, run))
    # what comes after the models may reject or add a figure, but hardly ever
    assert measured[["found: all", "record: all", "linked: all"]].min() > 0.98
    assert measured.between(0, 1).all()


def test_a_run_with_fewer_figures_scores_lower(run):
    half = pipeline.Run({**run.tables, "figures": run.figures.iloc[::2]}, run.manifest)
    measured = values_by_measure(accuracy.measure_accuracy(LABELS, half))
    assert measured["found: all"] < 0.8


def test_labels_can_be_a_file_or_its_content(run):
    from_file = accuracy.measure_accuracy(str(LABELS), run)
    from_content = accuracy.measure_accuracy(read_labels(LABELS), run)
    pd.testing.assert_frame_equal(from_file, from_content)
    assert list(from_file) == list(accuracy.COLUMNS)
    assert set(from_file["labels"]) == {"sample/labels"}
    assert set(from_file["articles"]) == {30}


def test_only_what_is_labelled_is_scored(run, tmp_path):
    lines = [json.loads(line) for line in LABELS.read_text("utf8").splitlines()[:3]]
    for line in lines:
        del line["figures"]
        for attribution in line["attributions"]:
            del attribution["source_type"]
    path = tmp_path / "labels.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines))
    measured = accuracy.measure_accuracy(path, run)
    assert set(measured["task"]) == {"attributions"}
    assert set(measured["articles"]) == {3}
    assert not measured["measure"].str.startswith("accuracy").any()
    assert measured["measure"].str.startswith("linked").any()


def test_kinds_that_are_not_labelled_are_not_scored(run, tmp_path):
    line = json.loads(LABELS.read_text("utf8").splitlines()[0])
    del line["figures"]
    path = tmp_path / "labels.jsonl"
    kinds = []
    for attribution in [None, *line["attributions"]][:2]:
        if attribution is not None:
            del attribution["kind"]
        path.write_text(json.dumps(line))
        measured = set(accuracy.measure_accuracy(path, run)["measure"])
        kinds.append("accuracy: kind" in measured)
        assert "accuracy: source_type" in measured
    assert kinds == [True, False]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([{}], {"a": 0.5}),
        ([{}, {"labels": "b"}], {"a": 0.5, "b": 0.5}),
        ([{}, {"labels": "b"}, {"value": 0.7}], {"a": 0.7, "b": 0.5}),
        # the number of folds and the version do not matter
        (
            [
                {"labels": "c, 2 folds left out of version 1", "value": 0.3},
                {"labels": "c, 4 folds left out of version 2 rc1", "value": 0.4},
            ],
            {"c, 4 folds left out of version 2 rc1": 0.4},
        ),
        (
            [{"labels": "c, 2 folds left out"}, {"labels": "c, 4 folds left out", "value": 0.4}],
            {"c, 4 folds left out": 0.4},
        ),
        # these are other labels
        (
            [{"labels": "corpus of version 1"}, {"labels": "corpus of version 2"}],
            {"corpus of version 1": 0.5, "corpus of version 2": 0.5},
        ),
        (
            [{"labels": "c"}, {"labels": "c, 2 folds left out"}],
            {"c": 0.5, "c, 2 folds left out": 0.5},
        ),
    ],
)
def test_stored_scores_replace_older_ones_of_the_same_labels(tmp_path, changes, expected):
    path = tmp_path / "accuracy.csv"
    for change in changes:
        assert accuracy.write_accuracy(rows(change), path) == path
    stored = accuracy.read_accuracy(path)
    assert stored.set_index("labels")["value"].to_dict() == expected


def test_scores_of_another_task_stay(tmp_path):
    path = tmp_path / "accuracy.csv"
    accuracy.write_accuracy(rows({}, {"measure": "record: all"}), path)
    accuracy.write_accuracy(rows({"task": "attributions"}), path)
    assert accuracy.read_accuracy(path)["task"].tolist() == ["attributions", "figures", "figures"]


def test_without_the_file_nothing_is_shown(tmp_path):
    with pytest.raises(MissingResourceError, match="parallax accuracy"):
        accuracy.read_accuracy(tmp_path / "accuracy.csv")


def test_a_task_that_was_not_measured_is_an_error(tmp_path):
    path = accuracy.write_accuracy(rows({}), tmp_path / "accuracy.csv")
    with pytest.raises(ParameterError, match="No measured task 'frames'"):
        accuracy.accuracy_for("figures", "frames", path=path)


def test_each_set_of_labels_is_a_column(tmp_path):
    changes = [
        {},
        {"measure": "record: all", "low": None, "high": None},
        {"labels": "b", "value": 0.666, "articles": None, "date": None},
        {"task": "events", "labels": "c"},
    ]
    path = accuracy.write_accuracy(rows(*changes), tmp_path / "accuracy.csv")
    shown = accuracy.accuracy_for("figures", "events", path=path)
    assert list(shown) == ["task", "measure", "a", "b", "c"]
    assert shown.to_numpy().tolist() == [
        ["figures", "labelled articles", "9", "", ""],
        ["figures", "measured on", "2026-01-01", "", ""],
        ["figures", "found: all", "0.50 [0.40, 0.60]", "0.67 [0.40, 0.60]", ""],
        ["figures", "record: all", "0.50", "", ""],
        ["events", "labelled articles", "", "", "9"],
        ["events", "measured on", "", "", "2026-01-01"],
        ["events", "found: all", "", "", "0.50 [0.40, 0.60]"],
    ]


def test_the_stored_accuracy_of_the_project_has_one_row_for_each_measure():
    shown = accuracy.accuracy_for("figures", "attributions")
    assert not shown.duplicated(["task", "measure"]).any()
    assert shown["task"].drop_duplicates().tolist() == ["figures", "attributions"]
    dev = shown[shown["task"].eq("figures")].set_index("measure")["figures/dev"]
    assert dev["labelled articles"] == "57"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", dev["measured on"])
    assert re.fullmatch(r"0\.\d\d \[0\.\d\d, (?:0\.\d\d|1\.00)\]", dev["found: all"])
    assert (shown.loc[shown["task"].eq("attributions"), "figures/dev"] == "").all()
