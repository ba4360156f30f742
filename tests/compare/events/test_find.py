"""Events: which articles are joined and which are not, overrides, and explanations."""

import numpy as np
import pandas as pd
import pytest

from analysis.compare.events.find import explain_pair, find_events, read_overrides
from analysis.core.errors import InputError, ParameterError
from tests.compare.events.event_articles import BRIDGE, OTHERS, articles, figures


def groups(result):
    """Return the articles of each event as one string."""
    return sorted("".join(sorted(ids)) for _, ids in result.groupby("event_id")["article_id"])


def event_ids(result):
    """Return the event of each article, by article_id."""
    return result.set_index("article_id")["event_id"]


def test_the_same_event_is_joined_and_others_are_not():
    result, events = find_events(articles())
    assert groups(result) == ["a1a2a3", "b1b2", "c1", "d1"]
    assert events["event_id"].tolist() == ["event-a1", "event-b1", "event-c1", "event-d1"]
    first = events.iloc[0]
    assert (first["n_articles"], first["n_outlets"]) == (3, 3)
    assert first["label"] in {row[3] for row in BRIDGE}
    assert events["first"].dt.day.tolist() == [1, 2, 2, 20]
    assert events["last"].dt.day.tolist() == [4, 3, 2, 20]


def test_the_label_is_a_title_near_the_others_and_never_a_missing_one():
    untitled = ("a0", "east", "2020-04-30", None, BRIDGE[0][4])
    _, events = find_events(articles([untitled, *BRIDGE], event_id={"a0": "e", "a1": "e"}))
    assert events["label"].tolist()[0] == "Bridge collapse kills 14 in Velmora"


def test_the_place_is_the_most_frequent_one():
    one_event = dict.fromkeys(["a1", "a2", "a3"], "e")
    places = {"a1": "Norland", "a2": "Velmora", "a3": "Velmora"}
    _, events = find_events(articles(BRIDGE, event_id=one_event, place=places))
    assert events["place"].tolist() == ["Velmora"]
    _, events = find_events(articles(BRIDGE, event_id=one_event))
    assert events["place"].isna().tolist() == [True]


def test_far_apart_in_time_is_another_event_even_word_for_word():
    result, _ = find_events(articles(), days=100)
    assert event_ids(result)["d1"] == "event-d1"


@pytest.mark.parametrize(("days", "joined"), [(0, False), (1, True)])
def test_days_limit_which_articles_are_compared(days, joined):
    again = ("a0", "east", "2020-05-02", *BRIDGE[0][3:])
    ids = event_ids(find_events(articles([again, BRIDGE[0], *OTHERS[:3]]), days=days)[0])
    assert (ids["a0"] == ids["a1"]) is joined


def test_a_higher_threshold_finds_smaller_events():
    strict, _ = find_events(articles(), threshold=1)
    assert groups(strict) == ["a1", "a2", "a3", "b1", "b2", "c1", "d1"]


def test_an_existing_event_id_is_kept_and_new_articles_join_it():
    result, _ = find_events(articles(event_id={"a1": "mine", "c1": "other"}))
    ids = event_ids(result)
    assert ids[["a1", "a2", "a3"]].tolist() == ["mine"] * 3
    assert ids["c1"] == "other"


def test_two_existing_events_never_merge():
    ids = event_ids(find_events(articles(event_id={"a1": "one", "a2": "two"}))[0])
    assert (ids["a1"], ids["a2"]) == ("one", "two")
    assert ids["a3"] in ("one", "two")


@pytest.mark.parametrize(("original", "joined"), [("a1", True), ("a3", True), ("zz", False)])
def test_a_copy_joins_its_original(original, joined):
    rows = [*BRIDGE, ("e1", "east", "2020-06-20", "Untitled", "No words in common.")]
    ids = event_ids(find_events(articles(rows, duplicate_of={"e1": original}))[0])
    assert (ids["e1"] == ids["a1"]) is joined


def test_overrides_join_and_separate_by_hand(tmp_path):
    path = tmp_path / "overrides.csv"
    path.write_text("article_id,event_id\nc1,event-b1\na3,\n", encoding="utf8")
    result, events = find_events(articles(), overrides=path)
    assert groups(result) == ["a1a2", "a3", "b1b2c1", "d1"]
    assert events["n_articles"].sum() == len(result)


def test_overrides_can_be_a_table_and_add_events():
    overrides = pd.DataFrame({"article_id": ["a1", "c1"], "event_id": ["new", "new"]})
    assert groups(find_events(articles(), overrides=overrides)[0]) == ["a1c1", "a2a3", "b1b2", "d1"]
    assert read_overrides(None, articles()).empty
    empty = pd.DataFrame({"article_id": ["a1"], "event_id": [None]})
    assert read_overrides(empty, articles())["event_id"].tolist() == ["event-a1-alone"]


@pytest.mark.parametrize(
    ("rows", "match"),
    [
        ({"article": ["a1"]}, "no column article_id, event_id"),
        ({"article_id": ["a1", "zz"], "event_id": ["e", "e"]}, "row 1: No article 'zz'"),
        ({"article_id": ["a1", "a1"], "event_id": ["e", "f"]}, "row 1: .*'a1' occurs twice"),
    ],
)
def test_invalid_overrides_raise_an_error(rows, match):
    with pytest.raises(InputError, match=match):
        find_events(articles(), overrides=pd.DataFrame(rows))


@pytest.mark.parametrize("setting", [{"days": -1}, {"threshold": 0}, {"threshold": 1.5}])
def test_invalid_settings_raise_an_error(setting):
    with pytest.raises(ParameterError, match="is not valid"):
        find_events(articles(), **setting)


def test_vectors_are_evidence_and_must_be_complete():
    ids = [row[0] for row in BRIDGE + OTHERS]
    vectors = np.eye(len(ids))
    with pytest.raises(InputError, match="No vector for article 'd1'"):
        find_events(articles(), vectors=(ids[:-1], vectors[:-1]))
    together = vectors.copy()
    together[5] = together[3]  # c1 as b1
    plain, similar = (
        explain_pair(articles(), "b1", "c1", vectors=(ids, matrix)).set_index("evidence")
        for matrix in (vectors, together)
    )
    assert similar.loc["vectors", "log_odds"] > plain.loc["vectors", "log_odds"]
    assert similar.loc["vectors", "value"] != "not given"


def test_vectors_can_be_in_any_order():
    ids = [row[0] for row in BRIDGE + OTHERS]
    vectors = np.random.default_rng(0).random((len(ids), 4))
    turned = ids[::-1], vectors[::-1]
    pd.testing.assert_frame_equal(
        explain_pair(articles(), "a1", "b1", vectors=(ids, vectors)),
        explain_pair(articles(), "a1", "b1", vectors=turned),
    )


def test_equal_figures_in_the_lead_are_evidence_and_later_ones_are_not():
    tables = None, figures(("a1", 5, 44), ("a3", 5, 44)), figures(("a1", 300, 44), ("a3", 300, 44))
    plain, lead, later = (
        explain_pair(articles(), "a1", "a3", table).set_index("evidence") for table in tables
    )
    similarity = "similarity", "log_odds"
    assert lead.loc[similarity] > plain.loc[similarity]
    assert later.loc[similarity] == pytest.approx(plain.loc[similarity])


def test_order_of_rows_does_not_matter_and_input_is_unchanged():
    frame = articles()
    before = frame.copy()
    turned = find_events(frame.iloc[::-1])[0]
    assert groups(turned) == groups(find_events(frame)[0])
    pd.testing.assert_frame_equal(frame, before)


def test_no_articles_and_articles_without_date_outlet_title_or_text():
    assert find_events(articles([]))[0].empty
    rows = [("x", None, None, None, "Velmora bridge collapse"), ("y", None, None, None, "")]
    result, events = find_events(articles([*BRIDGE, *rows]))
    assert result["event_id"].notna().all()
    assert events["n_articles"].sum() == 5


def test_an_explanation_names_the_words_and_adds_up():
    table = explain_pair(articles(), "a1", "a2").set_index("evidence")
    assert "Velmora" in table.loc["shared names", "value"]
    assert "railway" in table.loc["shared words", "value"]
    assert "railway" not in table.loc["shared names", "value"]
    assert table.loc["published", "value"] == "1 days apart"
    assert table.loc["outlet", "value"] == "north and south"
    assert table.loc["vectors", "value"] == "not given"
    p = 1 / (1 + np.exp(-table["log_odds"].sum()))
    assert float(table.loc["probability", "value"]) == pytest.approx(p, abs=0.01)
    with pytest.raises(InputError, match="No article 'zz'"):
        explain_pair(articles(), "a1", "zz")


@pytest.mark.parametrize(
    ("places", "sign"),
    [({"a1": "Velmora", "a2": "velmora "}, 1), ({"a1": "Velmora", "a2": "Tarrin"}, -1), ({}, 0)],
)
def test_places_are_evidence(places, sign):
    table = explain_pair(articles(place=places), "a1", "a2").set_index("evidence")
    assert np.sign(table.loc["place", "log_odds"]) == sign
    p = 1 / (1 + np.exp(-table["log_odds"].sum()))
    assert float(table.loc["probability", "value"]) == pytest.approx(p, abs=0.01)
