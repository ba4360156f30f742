"""Menus draw what the notebooks draw; where no one can click, a sentence says so."""

import ipywidgets
import pandas as pd
import pytest
from labelled_reader import neutral_sentiment, read

from analysis.annotate import tagger_model
from analysis.core.errors import ParameterError
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


@pytest.fixture
def story(run):
    """Return the story of the flood, which several outlets report."""
    return run.articles.loc[run.articles["event_id"].eq("sample-flood"), "story_id"].iloc[0]


def test_a_menu_of_stories_starts_with_the_most_reported_and_the_choice(run, story, monkeypatch):
    monkeypatch.delenv(HEADLESS, raising=False)
    drawn = []
    monkeypatch.setattr(widgets, "story_chart", lambda run, story: drawn.append(story))
    menu = widgets.story_picker(run, story).children[0]
    assert menu.description == "story"
    assert menu.value == story
    values = [value for _, value in menu.options]
    assert sorted(values) == sorted(run.stories["story_id"])
    n_outlets = run.stories.set_index("story_id")["n_outlets"]
    counts = [n_outlets[value] for value in values]
    assert counts == sorted(counts, reverse=True)
    other = next(value for value in values if value != story)
    menu.value = other
    assert drawn == [story, other]


def test_a_story_without_a_label_is_called_by_its_id(run, story, monkeypatch):
    monkeypatch.delenv(HEADLESS, raising=False)
    monkeypatch.setattr(widgets, "story_chart", lambda *_: None)
    nameless = pipeline.Run({"stories": run.stories.assign(label=None)}, run.manifest)
    options = widgets.story_picker(nameless, story).children[0].options
    assert (story, story) in options


def test_in_a_headless_run_there_is_no_menu_of_stories(run, story, monkeypatch):
    monkeypatch.setenv(HEADLESS, "1")
    assert "this page shows the default choice" in widgets.story_picker(run, story)


def test_a_chart_shows_one_story_alone(run, story, monkeypatch):
    shown = {}

    def draw(rows, cells, title):
        shown.update(rows=rows, cells=cells, title=title)

    monkeypatch.setattr(widgets, "quantity_table", draw)
    widgets.story_chart(run, story)
    of_story = set(run.articles.loc[run.articles["story_id"].eq(story), "article_id"])
    assert set(shown["cells"]["article_id"]) <= of_story
    assert shown["rows"]["n_outlets"].min() >= 2
    assert set(shown["rows"]["quantity_id"]) <= set(shown["cells"]["quantity_id"])
    assert shown["title"].endswith(" [constructed sample]")
    label = run.stories.set_index("story_id").loc[story, "label"]
    assert shown["title"].startswith(f"{label}: two or more of ")


def test_every_story_of_the_sample_has_a_chart(run):
    for story in run.stories["story_id"]:
        assert widgets.story_chart(run, story).alt


def test_an_unknown_story_is_refused(run):
    with pytest.raises(ParameterError, match="No story 'nowhere'"):
        widgets.story_chart(run, "nowhere")
