"""Accuracy: perfect where the machine is the person, known by task, and unknown tasks are refused."""

import json
import re

import pandas as pd
import pytest
from labelled_reader import neutral_sentiment, read

from analysis.annotate import tagger_model
from analysis.core import paths
from analysis.core.errors import InputError, MissingResourceError, ParameterError
from analysis.evaluate import accuracy, coding_sheets
from analysis.evaluate.hand_labels import read_labels
from analysis.measure.target_sentiment import score as mentions
from analysis.run import pipeline

LABELS = paths.SAMPLE / "labels.jsonl"


@pytest.fixture(scope="module")
def run():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagger_model, "label_articles", read)
        patch.setattr(mentions, "target_sentiment", neutral_sentiment)
        yield pipeline.run("embedded", keep=False)


def test_a_reader_that_knows_the_labels_finds_all(run):
    measured = accuracy.measure_accuracy(LABELS, run).set_index("measure")["value"]
    # what comes after the reader may refuse or add a figure, but hardly ever
    assert measured[["found: all", "record: all", "linked: all"]].min() > 0.98
    assert measured.between(0, 1).all()


def test_a_reader_that_finds_less_scores_less(run):
    half = pipeline.Run({**run.tables, "figures": run.figures.iloc[::2]}, run.manifest)
    assert accuracy.measure_accuracy(LABELS, half).set_index("measure")["value"]["found: all"] < 0.8


def test_written_scores_replace_older_ones_of_the_same_labels(tmp_path):
    path = tmp_path / "accuracy.csv"
    row = {
        "task": "figures",
        "measure": "found: all",
        "value": 0.5,
        "low": 0.4,
        "high": 0.6,
        "articles": 9,
        "labels": "a",
        "date": "2026-01-01",
    }
    accuracy.write(pd.DataFrame([row]), path)
    accuracy.write(pd.DataFrame([{**row, "labels": "b"}]), path)
    accuracy.write(pd.DataFrame([{**row, "value": 0.7}]), path)
    assert accuracy.known_accuracy(path).set_index("labels")["value"].to_dict() == {
        "a": 0.7,
        "b": 0.5,
    }
    left_out = "c, {} folds left out of version {}"
    for n, version, value in ((2, "1", 0.3), (4, "2 rc1", 0.4)):
        accuracy.write(
            pd.DataFrame([{**row, "labels": left_out.format(n, version), "value": value}]), path
        )
    accuracy.write(
        pd.DataFrame([{**row, "labels": f"corpus of version {n}"} for n in (1, 2)]), path
    )
    held = {
        "a": 0.7,
        "b": 0.5,
        left_out.format(4, "2 rc1"): 0.4,
        "corpus of version 1": 0.5,
        "corpus of version 2": 0.5,
    }
    assert accuracy.known_accuracy(path).set_index("labels")["value"].to_dict() == held
    with pytest.raises(ParameterError, match="No measured task 'frames'"):
        accuracy.accuracy_for("frames", path=path)


def test_without_the_file_nothing_is_shown(tmp_path):
    with pytest.raises(MissingResourceError, match="python -m analysis accuracy"):
        accuracy.known_accuracy(tmp_path / "accuracy.csv")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["{"], "line 1 is not JSON"),
        (['{"text": "a"}'], "needs an article_id"),
        ([json.dumps({"article_id": "a", "text": "b"})], "neither figures nor attributions"),
        (
            [json.dumps({"article_id": "a", "text": "b", "figures": [{"start": 0, "end": 5}]})],
            "ends at character 5, but the text has 1",
        ),
    ],
)
def test_bad_labels_name_the_line(tmp_path, lines, message):
    path = tmp_path / "l.jsonl"
    path.write_text("\n".join(lines))
    with pytest.raises(InputError, match=message):
        read_labels(path)


def test_a_sheet_goes_out_and_comes_back(run, tmp_path):
    sheet = coding_sheets.draw_sample(run, 40, seed=1, machine=True)
    path = coding_sheets.write_sheet(sheet, tmp_path / "a.xlsx")
    coded = coding_sheets.read_sheet(path, run)
    assert len(coded) == sheet["number_text"].notna().sum() > 10
    found = coding_sheets.scores(coded, sheet, run).set_index(["measure", "part"])["value"]
    assert found["found", "all"] == 1


def test_a_blind_sheet_is_spread_over_outlets_and_holds_no_labels(run):
    sheet = coding_sheets.draw_sample(run, 42, seed=1)
    assert sheet[list(coding_sheets.LABELS)].isna().all(axis=None)
    assert sheet["outlet"].nunique() == 7
    assert not sheet.duplicated(["article_id", "sentence_id"]).any()
    pd.testing.assert_frame_equal(sheet, coding_sheets.draw_sample(run, 42, seed=1))


def test_bad_codings_are_named_together(run, tmp_path):
    sheet = (
        coding_sheets.draw_sample(run, 40, seed=1, machine=True)
        .dropna(subset=["number_text"])
        .reset_index(drop=True)
        .astype(object)
    )
    sheet.loc[0, "outcome"], sheet.loc[1, "number_text"] = "kiled", "nine hundred"
    sheet["published"] = pd.to_datetime(sheet["published"])
    with pytest.raises(
        InputError,
        match=r"row 2: No outcome 'kiled'; did you mean 'killed'.*row 3: 'nine hundred' does not stand",
    ):
        coding_sheets.read_sheet(coding_sheets.write_sheet(sheet, tmp_path / "a.xlsx"), run)


def test_coders_who_agree_and_one_who_does_not(run):
    figures = run.figures[run.figures["outcome"].notna()].head(30)
    other = figures.iloc[3:].assign(outcome="injured")
    codings = coding_sheets.codings({"a": figures, "b": figures, "c": other})
    assert codings.groupby(["variable", "coder"])["item"].size()["found"].tolist() == [30, 30, 30]
    assert set(codings["variable"]) == {"found", "outcome", "qualifier", "group"}


def test_what_stands_beside_a_result_is_one_row_a_measure():
    shown = accuracy.accuracy_for("figures", "attributions")
    assert not shown.duplicated(["task", "measure"]).any()
    assert shown["task"].drop_duplicates().tolist() == ["figures", "attributions"]
    dev = shown[shown["task"].eq("figures")].set_index("measure")["figures/dev"]
    assert dev["labelled articles"] == "57"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", dev["measured on"])
    assert re.fullmatch(r"0\.\d\d \[0\.\d\d, (?:0\.\d\d|1\.00)\]", dev["found: all"])
    assert (shown.loc[shown["task"].eq("attributions"), "figures/dev"] == "").all()
