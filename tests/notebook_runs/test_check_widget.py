"""The widget judges by keyboard and by buttons, and saves; without a queue it says what to do."""

import ipywidgets
import pandas as pd
import pytest

from analysis.notebook_runs.check_widget import figure_checker
from analysis.notebook_runs.execute import HEADLESS

COLUMNS = "correction_id table key column old new coder day note drawn sentence text outlet low"


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.delenv(HEADLESS, raising=False)
    rows = [
        ["q1", "figures", "a [0:2] 12", "checked", "", "", "", "", "", "random", "12 or [12] <b>"]
        + ["12", "Wire", "12"],
        ["q2", "figures", "a [9:11] 30", "checked", "", "", "", "", "", "random", "[30] hurt."]
        + ["30", "Wire", "30"],
    ]
    file = tmp_path / "queue.csv"
    pd.DataFrame(rows, columns=COLUMNS.split()).to_csv(file, index=False)
    return file


def judgements(path):
    return pd.read_csv(path, dtype=str, keep_default_na=False)["new"].tolist()


def parts(widget):
    page, field, buttons, told = widget.children
    return page, field, {button.description: button for button in buttons.children}, told


def test_keys_judge_skip_and_go_back(path):
    page, field, _, _ = parts(figure_checker(str(path), "AB"))
    field.value = "s"
    assert "30" in page.value
    field.value = "b"
    field.value = "r"
    assert judgements(path) == ["right", ""]
    field.value = "low=31; high=31"
    assert judgements(path) == ["right", "low=31; high=31"]
    assert "2 of 2 judged, saved in queue.csv" in page.value
    assert field.value == ""


def test_buttons_do_the_same(path):
    page, field, buttons, _ = parts(figure_checker(str(path)))
    buttons["wrong"].click()
    assert judgements(path) == ["wrong", ""]
    buttons["back"].click()
    assert "Judged: wrong" in page.value
    buttons["skip"].click()
    field.unobserve_all()
    field.value = "outcome=injured"
    buttons["set values"].click()
    assert judgements(path) == ["wrong", "outcome=injured"]


def test_the_number_that_is_meant_is_marked_and_text_is_escaped(path):
    page, *_ = parts(figure_checker(str(path)))
    assert "12 or <mark><b>12</b></mark> &lt;b&gt;" in page.value


def test_a_slip_of_the_keyboard_is_told_and_not_saved(path):
    _, field, _, told = parts(figure_checker(str(path)))
    field.value = "q"
    assert "is no judgement" in told.value
    assert judgements(path) == ["", ""]
    field.value = "w"
    assert told.value == ""


def test_without_a_queue_or_a_reader_there_is_a_sentence(path, monkeypatch):
    assert "parallax queue" in figure_checker("")._repr_html_()
    assert isinstance(figure_checker(str(path)), ipywidgets.VBox)
    monkeypatch.setenv(HEADLESS, "1")
    told = figure_checker(str(path))._repr_html_()
    assert "In JupyterLab the 2 figures of queue.csv are here." in told
