"""Menus draw what the notebooks draw; where no one can click, a sentence says so."""

import ipywidgets
import pytest

from analysis.compare.findings.differences import profile_finding
from analysis.core.errors import ParameterError
from analysis.notebook_runs import widgets
from analysis.notebook_runs.execute import HEADLESS
from analysis.run import pipeline
from tests.compare.findings.difference_rows import UNTESTED, differences

DIFFERENCES = differences(
    {"metric": "anonymous sources"},
    {"metric": "tone in own words", "difference": None, "n_events": 2, **UNTESTED},
    {"metric": "anonymous sources", "outlet": "Herald", "difference": -0.2},
    {"metric": "tone in own words", "outlet": "Herald", "p_adjusted": 0.6},
)


@pytest.mark.parametrize("outlet", ["Nobody", ""])
def test_where_no_event_is_shared_a_sentence_and_the_chart_say_so(outlet):
    own = DIFFERENCES.loc[DIFFERENCES["outlet"].eq(outlet)]
    sentence = str(profile_finding(own, 5, outlet))
    assert "compared with" in sentence
    assert sentence in widgets.profile_chart(DIFFERENCES, outlet, 5).alt


def test_the_chart_of_a_profile_has_its_finding_as_title():
    figure = widgets.profile_chart(DIFFERENCES, "Gazette", 5, " [constructed sample]")
    assert "At Gazette, 61% of cited sources are unnamed" in figure.alt


def test_in_a_headless_run_there_is_a_sentence_and_no_widget(monkeypatch):
    monkeypatch.setenv(HEADLESS, "1")
    assert "this page shows the default choice" in str(
        widgets.outlet_picker(DIFFERENCES, "Gazette", 5)
    )


def test_choosing_another_outlet_draws_it_at_once(monkeypatch):
    monkeypatch.delenv(HEADLESS, raising=False)
    drawn = []
    monkeypatch.setattr(
        widgets, "profile_chart", lambda differences, outlet, *_: drawn.append(outlet)
    )
    box = widgets.outlet_picker(DIFFERENCES, "Herald", 5)
    menu = box.children[0]
    assert isinstance(menu, ipywidgets.Dropdown)
    assert menu.options == ("Gazette", "Herald")
    menu.value = "Gazette"
    assert drawn == ["Herald", "Gazette"]


def test_an_outlet_that_shares_no_event_can_still_be_chosen(monkeypatch):
    monkeypatch.delenv(HEADLESS, raising=False)
    monkeypatch.setattr(widgets, "profile_chart", lambda *_: None)
    assert widgets.outlet_picker(DIFFERENCES, "Alone", 5).children[0].value == "Alone"


@pytest.fixture(scope="module")
def run(embedded_run):
    return embedded_run


@pytest.fixture
def story(run):
    """Return the story of the flood, which several outlets report."""
    return run.articles.loc[run.articles["event_id"].eq("sample-flood"), "story_id"].iloc[0]


def test_a_menu_of_stories_starts_with_the_most_reported_and_the_choice(run, story, monkeypatch):
    monkeypatch.delenv(HEADLESS, raising=False)
    drawn = []
    monkeypatch.setattr(widgets, "story_views", lambda run, story: drawn.append(story) or [])
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
    monkeypatch.setattr(widgets, "story_views", lambda *_: [])
    nameless = pipeline.Run({"stories": run.stories.assign(label=None)}, run.manifest)
    options = widgets.story_picker(nameless, story).children[0].options
    assert (story, story) in options


def test_in_a_headless_run_there_is_no_menu_of_stories(run, story, monkeypatch):
    monkeypatch.setenv(HEADLESS, "1")
    assert "this page shows the default choice" in str(widgets.story_picker(run, story))


def test_a_choice_redraws_all_of_one_story(run, story):
    matrix, steps, table, sentences = widgets.story_views(run, story)
    of_story = set(run.articles.loc[run.articles["story_id"].eq(story), "article_id"])
    assert set(table.frame["document"]) <= of_story
    label = run.stories.set_index("story_id").loc[story, "label"]
    for chart in (matrix, steps):
        assert label in chart.alt
        assert "[constructed sample]" in chart.alt
    assert "data-article" in sentences._repr_html_()


def test_every_story_of_the_sample_can_be_shown(run):
    for story in run.stories["story_id"]:
        assert widgets.story_views(run, story)[0].alt


def test_an_unknown_story_is_refused(run):
    with pytest.raises(ParameterError, match="No story 'nowhere'"):
        widgets.story_views(run, "nowhere")


def test_a_corpus_without_stories_has_no_menu(run):
    none = pipeline.Run({"stories": run.stories.head(0)}, run.manifest)
    assert str(widgets.story_picker(none, "")) == "No story was found in this corpus."
