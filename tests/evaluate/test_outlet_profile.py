"""Outlet profiles: every measure in one table, and differences on one scale."""

import math

import pandas as pd
import pytest

from analysis.evaluate import outlet_profile


@pytest.fixture(scope="module")
def values(run):
    return outlet_profile.values(run)


def test_every_metric_has_one_row_for_each_article(values):
    assert list(values) == ["metric", "article_id", "event_id", "outlet", "value", "denominator"]
    assert not values.duplicated(["metric", "article_id"]).any()
    assert values[["value", "denominator", "outlet"]].notna().all(axis=None)
    assert (values["denominator"] > 0).all()
    metrics = set(values["metric"])
    assert {"distancing cues", "endorsing cues", "conflict frame"} <= metrics
    assert {"tone in own words", "tone of attributed words"} <= metrics


def test_the_cues_of_a_stance_are_counted(run, values):
    cues = values[values["metric"] == "distancing cues"]
    distancing = run.attributions["cue_stance"].eq("distancing")
    assert cues["value"].sum() == distancing.sum()
    assert cues["denominator"].sum() == len(run.attributions)


def test_the_tone_of_each_voice_is_that_of_its_sentences(run, values):
    own = values[values["metric"] == "tone in own words"]
    assert own["denominator"].eq(1).all()
    assert own["value"].between(-1, 1).all()
    attributed = values[values["metric"] == "tone of attributed words"]
    assert not attributed.set_index("article_id")["value"].equals(
        own.set_index("article_id")["value"]
    )


def test_an_article_without_an_outlet_has_no_row(run):
    first = run.articles["article_id"].iloc[0]
    outlets = run.articles["outlet"].where(run.articles["article_id"] != first)
    changed = type(run)({**run.tables, "articles": run.articles.assign(outlet=outlets)}, {})
    values = outlet_profile.values(changed)
    assert first not in set(values["article_id"])
    assert values["article_id"].nunique() > 20


def test_differences_of_unlike_measures_are_brought_to_one_scale():
    differences = pd.DataFrame(
        {
            "metric": ["tone", "figures", "frames"],
            "difference": [0.2, -4.0, 0.0],
            "low": [0.1, -6.0, -1.0],
            "high": [0.3, None, 1.0],
            "effect": [1.0, -0.5, 0.0],
            "n_events": [5, 6, 7],
            "p_adjusted": [0.01, 0.2, None],
        }
    )
    before = differences.copy()
    scaled = outlet_profile.standardised(differences)
    assert scaled["outlet"].tolist() == ["tone", "figures", "frames"]
    assert scaled["estimate"].tolist() == [1.0, -0.5, 0.0]
    assert scaled["low"].tolist()[:2] == pytest.approx([0.5, -0.75])
    assert scaled["high"].tolist()[:1] == pytest.approx([1.5])
    assert math.isnan(scaled["high"][1])
    assert math.isnan(scaled["low"][2])  # no scale without a difference
    assert scaled["n_articles"].tolist() == scaled["n_events"].tolist() == [5, 6, 7]
    pd.testing.assert_frame_equal(differences, before)
