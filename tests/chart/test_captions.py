import matplotlib as mpl
import pandas as pd
import pytest

from analysis.chart import captions
from analysis.chart.layout import empty_chart


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], ""),
        ([None], ", 1 undated"),
        (["2018-11-02"], ", 2 Nov 2018"),
        (["2018-11-05", "2018-11-02", "2018-11-05"], ", 2 Nov 2018 to 5 Nov 2018"),
        (["2018-11-02", None, None], ", 2 Nov 2018, 2 undated"),
    ],
)
def test_day_span(days, expected):
    assert captions.day_span(pd.to_datetime(pd.Series(days, dtype=object))) == expected


@pytest.mark.parametrize(
    ("caption", "notes", "expected"),
    [
        (None, (), "Facts."),
        ("Mine.", (), "Mine."),
        ("", ("Note.",), "Note."),
        (None, ("", None, "Note."), "Facts. Note."),
        ("Mine.", ("One.", "Two."), "Mine. One. Two."),
    ],
)
def test_choose_caption(caption, notes, expected):
    assert captions.choose_caption(caption, "Facts.", *notes) == expected


def test_missing_outlets_are_not_counted():
    table = pd.DataFrame({"outlet": ["A", None, "A", float("nan")]})
    assert captions.count_outlets(table) == "1 outlet"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a", "a."), ("a.", "a."), ("a!", "a!"), ("a?", "a?"), ("a\nb", "a b."), ("", "")],
)
def test_as_sentence(text, expected):
    assert captions.as_sentence(text) == expected


def test_alt_text():
    chart = empty_chart("No finding", "no article.")
    assert captions.alt_text(chart) == "No finding. Nothing to show: no article."
    assert captions.alt_text(mpl.figure.Figure()) == ""
