"""Menus draw what the notebooks draw; where no one can click, a sentence says so."""

import ipywidgets
import pandas as pd
import pytest
from labelled_reader import neutral_sentiment, read

from analysis.annotate import tagger_model
from analysis.measure.target_sentiment import score
from analysis.notebook_runs import widgets
from analysis.notebook_runs.execute import HEADLESS
from analysis.run import pipeline
from analysis.run.execution import Execution

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
    middle = "measures differ from those of other outlets on the same events (p < .05, adjusted)"
    assert widgets.profile_finding(DIFFERENCES, "Gazette") == (
        f"Gazette: 1 of 1 {middle}: anonymous sources."
    )
    assert widgets.profile_finding(DIFFERENCES.tail(1), "Herald") == f"Herald: 0 of 1 {middle}."


@pytest.mark.parametrize(
    ("outlet", "sentence"),
    [
        (
            "Nobody",
            "Nobody shares no event with other outlets, so it cannot be compared with them.",
        ),
        (
            "",
            "No two outlets of this corpus share an event, "
            "so none can be compared with the others.",
        ),
    ],
)
def test_where_no_event_is_shared_a_sentence_and_the_chart_say_so(outlet, sentence):
    assert widgets.profile_finding(DIFFERENCES, outlet) == sentence
    assert sentence in widgets.profile_chart(DIFFERENCES, outlet).alt


def test_the_chart_of_a_profile_has_its_finding_as_title():
    figure = widgets.profile_chart(DIFFERENCES, "Gazette", " [constructed sample]")
    assert "Gazette: 1 of 1 measures differ" in figure.alt


def test_in_a_headless_run_there_is_a_sentence_and_no_widget(monkeypatch):
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


def test_at_most_three_measures_are_named_smallest_p_first():
    rows = [
        {"metric": f"m{number}", "outlet": "A", "difference": 0.1, "p_adjusted": p}
        for number, p in enumerate([0.04, 0.01, 0.05, 0.03, 0.02])
    ]
    finding = widgets.profile_finding(pd.DataFrame(rows), "A")
    assert finding.startswith("A: 4 of 5 measures")
    assert finding.endswith(": m1, m4, m3.")


@pytest.fixture(scope="module")
def run():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagger_model, "label_articles", read)
        patch.setattr(score, "target_sentiment", neutral_sentiment)
        execution = Execution(processes=1, keep=False)
        return pipeline.run("embedded", execution=execution)


def test_menus_of_events_start_with_the_most_reported_and_the_choice(run, monkeypatch):
    monkeypatch.delenv(HEADLESS, raising=False)
    drawn = []
    monkeypatch.setattr(widgets, "chart", lambda run, *choice: drawn.append(choice))
    menus = {
        m.description: m for m in widgets.event_picker(run, "sample-flood", "ill").children[:3]
    }
    assert list(menus) == ["event", "outlet", "outcome"]
    assert menus["event"].value == "sample-flood"
    assert menus["outlet"].options[0] == menus["outlet"].value == "all outlets"
    assert "Meridian Wire" in menus["outlet"].options
    assert {"ill", "killed"} <= set(menus["outcome"].options)
    n_outlets = run.events.set_index("event_id")["n_outlets"]
    counts = [n_outlets[event] for _, event in menus["event"].options]
    assert counts == sorted(counts, reverse=True)
    menus["outlet"].value = "Meridian Wire"
    assert drawn == [
        ("sample-flood", "ill", "all outlets"),
        ("sample-flood", "ill", "Meridian Wire"),
    ]


def test_a_chart_shows_one_event_outcome_and_outlet(run, monkeypatch):
    shown = {}

    def draw(reports, title):
        shown.update(reports=reports, title=title)

    monkeypatch.setattr(widgets, "figures_range", draw)
    widgets.chart(run, "sample-flood", "killed")
    every = shown["reports"]
    assert set(every["event"]) == {"sample-flood"}
    assert len(set(every["outlet"])) > 1
    assert shown["title"].endswith(": killed, as reported [constructed sample]")
    widgets.chart(run, "sample-flood", "killed", "Meridian Wire")
    assert len(shown["reports"]) < len(every)
    assert set(shown["reports"]["outlet"]) == {"Meridian Wire"}
