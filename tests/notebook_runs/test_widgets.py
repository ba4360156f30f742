"""Pickers draw what the notebooks draw, and say so where nobody can click."""

import ipywidgets
import pandas as pd

from analysis.notebook_runs import widgets
from analysis.notebook_runs.execute import HEADLESS

DIFFERENCES = pd.DataFrame(
    {
        "metric": ["anonymous sources", "tone in own words"] * 2,
        "outlet": ["Gazette", "Gazette", "Herald", "Herald"],
        "difference": [0.2, None, -0.2, 0.1],
        "low": [0.1, None, -0.3, -0.1],
        "high": [0.3, None, -0.1, 0.3],
        "effect": [0.9, None, -0.9, 0.2],
        "n_events": [8, 2, 8, 9],
        "p_adjusted": [0.01, None, 0.01, 0.6],
    }
)


def test_the_finding_counts_what_is_sure_among_what_is_known():
    assert widgets.profile_finding(DIFFERENCES, "Gazette") == (
        "Gazette: 1 of 1 measures differ from those of other outlets on the same events (p < .05, adjusted): anonymous sources."
    )
    assert widgets.profile_finding(DIFFERENCES.tail(1), "Herald") == (
        "Herald: 0 of 1 measures differ from those of other outlets on the same events (p < .05, adjusted)."
    )
    assert widgets.profile_finding(DIFFERENCES, "Nobody").startswith("Nobody: 0 of 0 measures")


def test_the_chart_of_a_profile_has_its_finding_as_title():
    figure = widgets.profile_chart(DIFFERENCES, "Gazette", " [constructed sample]")
    assert "Gazette: 1 of 1 measures differ" in figure.alt


def test_without_a_reader_there_are_words_and_no_widget(monkeypatch):
    monkeypatch.setenv(HEADLESS, "1")
    assert "this page shows the default choice" in widgets.outlet_picker(DIFFERENCES, "Gazette")


def test_choosing_another_outlet_draws_it_at_once(monkeypatch):
    monkeypatch.delenv(HEADLESS, raising=False)
    drawn = []
    monkeypatch.setattr(
        widgets, "profile_chart", lambda differences, outlet, mark: drawn.append(outlet)
    )
    box = widgets.outlet_picker(DIFFERENCES, "Herald")
    menu = box.children[0]
    assert isinstance(menu, ipywidgets.Dropdown)
    assert menu.options == ("Gazette", "Herald")
    menu.value = "Gazette"
    assert drawn == ["Herald", "Gazette"]


def test_an_outlet_that_shares_no_event_can_still_be_chosen(monkeypatch):
    monkeypatch.delenv(HEADLESS, raising=False)
    monkeypatch.setattr(widgets, "profile_chart", lambda *_: None)
    assert widgets.outlet_picker(DIFFERENCES, "Alone").children[0].value == "Alone"
