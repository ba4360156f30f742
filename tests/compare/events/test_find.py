"""Events and stories: which articles are joined and which are not."""

import pandas as pd
import pytest

from analysis.compare.events.find import find_events
from analysis.core.errors import ParameterError
from analysis.core.regrouping import Regrouping
from tests.compare.events.event_articles import BRIDGE, COLLAPSE, OTHERS, articles


def groups(result):
    """Return the articles of each event as one string."""
    return sorted("".join(sorted(ids)) for _, ids in result.groupby("event_id")["article_id"])


def event_ids(result):
    """Return the event of each article, by article_id."""
    return result.set_index("article_id")["event_id"]


def test_the_same_event_is_joined_and_others_are_not():
    result, events, _ = find_events(articles())
    assert groups(result) == ["a1a2a3", "b1b2", "c1", "d1"]
    assert events["event_id"].tolist() == ["event-a1", "event-b1", "event-c1", "event-d1"]
    first = events.iloc[0]
    assert (first["n_articles"], first["n_outlets"]) == (3, 3)
    assert first["label"] == "Velmora, collapse, 1 May 2020"
    assert events["first"].dt.day.tolist() == [1, 2, 2, 20]
    assert events["last"].dt.day.tolist() == [4, 3, 2, 20]


def test_a_day_that_the_text_contradicts_neither_names_nor_dates_an_event():
    stated = pd.to_datetime(pd.Series({"a1": "2020-03-01", "a2": "2020-05-02", "c1": "2019-01-01"}))
    _, events, stories = find_events(articles(published_in_text=stated))
    # a2 is the earliest article whose day is sure, so the event has its id
    of_bridge = events.set_index("event_id").loc["event-a2"]
    assert of_bridge["label"] == "Velmora, collapse, 2 May 2020"
    assert (of_bridge["first"].day, of_bridge["last"].day) == (2, 4)
    alone = events.set_index("event_id").loc["event-c1"]
    assert pd.isna(alone["first"])
    assert "2020" not in alone["label"]
    assert "2019" not in alone["label"]


def test_the_place_is_the_most_frequent_one():
    one_event = dict.fromkeys(["a1", "a2", "a3"], "e")
    places = {"a1": "Norland", "a2": "Velmora", "a3": "Velmora"}
    _, events, _ = find_events(articles(BRIDGE, event_id=one_event, place=places))
    assert events["place"].tolist() == ["Velmora"]
    _, events, _ = find_events(articles(BRIDGE, event_id=one_event))
    assert events["place"].isna().tolist() == [True]


def test_far_apart_in_time_is_another_event_even_word_for_word():
    result, _, _ = find_events(articles(), days=100)
    assert event_ids(result)["d1"] == "event-d1"


def stories_of(*given, **columns):
    """Return the probability of each story, by its id."""
    _, _, stories = find_events(articles(*given, **columns))
    return stories.set_index("story_id")["p"]


def test_a_story_has_a_probability_unless_it_is_one_article():
    found = stories_of()
    assert found["story-a1"] > 0.8
    assert found.drop(["story-a1", "story-b1"]).isna().all()


def test_what_the_input_joined_is_sure():
    assert stories_of(BRIDGE, story_id=dict.fromkeys(["a1", "a2", "a3"], "s"))["s"] == 1
    one_event = dict.fromkeys(["a1", "a2", "a3"], "e")
    assert stories_of(BRIDGE, event_id=one_event).tolist() == [1]
    # the input says nothing of a3
    two = stories_of(BRIDGE, story_id=dict.fromkeys(["a1", "a2"], "s"))["s"]
    assert stories_of(BRIDGE)["story-a1"] <= two < 1


def test_versions_of_one_text_are_surely_one_story():
    assert stories_of([BRIDGE[0], OTHERS[-1]], duplicate_of={"d1": "a1"})["story-a1"] == 1
    assert stories_of(BRIDGE[:2], update_of={"a2": "a1"})["story-a1"] == 1


def test_what_a_person_joined_is_surely_one_story():
    joined = Regrouping(merges=(("a1", "b1"),))
    _, _, stories = find_events(articles([BRIDGE[0], OTHERS[0]]), regrouped_stories=joined)
    assert stories["p"].tolist() == [1]
    by_hand = pd.DataFrame({"article_id": ["a1", "b1"], "event_id": ["e", "e"]})
    _, _, stories = find_events(articles([BRIDGE[0], OTHERS[0]]), by_hand)
    assert stories["p"].tolist() == [1]


@pytest.mark.parametrize(("days", "joined"), [(0, False), (1, True)])
def test_days_limit_which_articles_are_compared(days, joined):
    again = ("a0", "east", "2020-05-02", *BRIDGE[0][3:])
    ids = event_ids(find_events(articles([again, BRIDGE[0], *OTHERS[:3]]), days=days)[0])
    assert (ids["a0"] == ids["a1"]) is joined


def test_a_higher_threshold_finds_smaller_events():
    strict, _, _ = find_events(articles(), threshold=1)
    assert groups(strict) == ["a1", "a2", "a3", "b1", "b2", "c1", "d1"]


def test_an_existing_event_id_is_kept_and_new_articles_join_it():
    result, _, _ = find_events(articles(event_id={"a1": "mine", "c1": "other"}))
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


@pytest.mark.parametrize("setting", [{"days": -1}, {"threshold": 0}, {"threshold": 1.5}])
def test_invalid_settings_raise_an_error(setting):
    with pytest.raises(ParameterError, match="is not valid"):
        find_events(articles(), **setting)


def test_order_of_rows_does_not_matter_and_input_is_unchanged():
    frame = articles()
    before = frame.copy()
    turned = find_events(frame.iloc[::-1])[0]
    assert groups(turned) == groups(find_events(frame)[0])
    pd.testing.assert_frame_equal(frame, before)


def test_no_articles_and_articles_without_date_outlet_title_or_text():
    assert find_events(articles([]))[0].empty
    rows = [("x", None, None, None, "Velmora bridge collapse"), ("y", None, None, None, "")]
    result, events, _ = find_events(articles([*BRIDGE, *rows]))
    assert result["event_id"].notna().all()
    assert events["n_articles"].sum() == 5


def test_an_update_joins_the_version_before_it_whatever_it_says():
    rows = [*BRIDGE, ("e1", "east", "2020-06-20", "Untitled", "No words in common.")]
    ids = event_ids(find_events(articles(rows, update_of={"e1": "a1"}))[0])
    assert ids["e1"] == ids["a1"]


@pytest.mark.parametrize("column", ["update_of", "duplicate_of"])
@pytest.mark.parametrize(
    ("title", "joined"), [("Untitled", True), ("Headlines for June 20, 2020", False)]
)
def test_a_digest_is_no_version_of_the_report_that_it_repeats(column, title, joined):
    rows = [*BRIDGE, ("e1", "east", "2020-06-20", title, COLLAPSE)]
    found = find_events(articles(rows, **{column: {"e1": "a1"}}))[0]
    ids, stories = event_ids(found), dict(zip(found["article_id"], found["story_id"], strict=True))
    assert (ids["e1"] == ids["a1"]) is joined
    assert (stories["e1"] == stories["a1"]) is joined


def test_two_versions_of_a_digest_are_one():
    text = "A refinery was sold. A quake killed 12. A final was lost."
    rows = [
        ("e1", "east", "2020-06-20", "World in brief", text),
        ("e2", "east", "2020-06-20", "World in brief", text + " A bank failed."),
    ]
    ids = event_ids(find_events(articles(rows, update_of={"e2": "e1"}))[0])
    assert ids["e1"] == ids["e2"]


def test_copies_in_a_circle_are_no_originals_and_do_no_harm():
    result = find_events(articles(duplicate_of={"a1": "a2", "a2": "a1"}))[0]
    assert groups(result) == ["a1a2a3", "b1b2", "c1", "d1"]


def test_a_story_holds_an_event_and_its_next_steps():
    result, events, stories = find_events(articles())
    by_event = result.groupby("event_id")["story_id"].nunique()
    assert by_event.eq(1).all()
    assert stories["n_articles"].sum() == len(result)
    assert stories["label"].is_unique
    assert len(stories) <= len(events)


def test_a_story_that_is_given_is_kept():
    result, _, stories = find_events(articles(story_id={"a1": "s", "c1": "other"}))
    stories_of = result.set_index("article_id")["story_id"]
    assert stories_of[["a1", "a2", "a3", "c1"]].tolist() == ["s", "s", "s", "other"]
    assert set(stories["story_id"]) >= {"s", "other"}


def test_shootings_in_one_city_with_the_same_closing_words_stay_apart():
    call = "Anyone with information is asked to call Dover police at 302-555-0100."
    rows = [
        ("s1", "k", "2024-05-01", "Man shot on Elm Street in Dover",
         "A man, 34, was shot on Elm Street in Dover on Tuesday night, police said. " + call),
        ("s2", "k", "2024-05-02", "Teen wounded in shooting near Dover Mall",
         "A 16-year-old boy was shot near the Dover Mall on Wednesday, police said. " + call),
        ("s3", "c", "2024-05-03", "Woman killed in Dover shooting",
         "A woman, 41, was shot and killed in Dover on Thursday, police said. " + call),
        ("s4", "c", "2024-05-01", "Police seek gunman after Elm Street shooting",
         "Dover police are looking for a gunman after a man, 34, was shot on Elm Street in Dover."),
    ]  # fmt: skip
    result, _, stories = find_events(articles(rows))
    assert groups(result) == ["s1s4", "s2", "s3"]
    assert len(stories) == 3


@pytest.mark.parametrize(
    ("probability", "events", "stories"),
    [(0.45, 2, 2), (0.55, 1, 1), (0.65, 1, 1)],
)
def test_a_story_holds_whole_events(monkeypatch, probability, events, stories):
    assert _n_groups(monkeypatch, probability, probability) == (events, stories)


@pytest.mark.parametrize(("probability", "stories"), [(0.45, 2), (0.55, 2), (0.65, 1)])
def test_two_events_need_more_to_be_one_story_than_to_be_one_event(
    monkeypatch, probability, stories
):
    assert _n_groups(monkeypatch, 0.1, probability) == (2, stories)


def _n_groups(monkeypatch, of_event: float, of_story: float) -> tuple[int, int]:
    """Return the number of events and stories of two articles with given probabilities."""
    pair = pd.DataFrame({"first": [0], "second": [1], "event": [of_event], "story": [of_story]})
    monkeypatch.setattr("analysis.compare.events.find.link_probabilities", lambda *_: pair)
    found = find_events(articles(BRIDGE).iloc[:2]).articles
    return found["event_id"].nunique(), found["story_id"].nunique()
