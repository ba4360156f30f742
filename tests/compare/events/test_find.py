"""Events: what is joined, what is not, whose word wins, and why."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage

from analysis.compare.events.average_linkage import agglomerate
from analysis.compare.events.find import find_events, why
from analysis.compare.events.similarity import candidates, read_terms, words
from analysis.core.errors import InputError, ParameterError
from analysis.core.tables import ARTICLES, FIGURES, make

BRIDGE = [
    (
        "a1",
        "north",
        "2020-05-01",
        "Bridge collapse kills 14 in Velmora",
        "A railway bridge collapsed in Velmora on Friday and 14 passengers were killed, the transport ministry said.",
    ),
    (
        "a2",
        "south",
        "2020-05-02",
        "Fourteen dead after Velmora railway bridge falls",
        "Fourteen passengers died when the railway bridge at Velmora fell into the river, rescue workers said.",
    ),
    (
        "a3",
        "west",
        "2020-05-04",
        "Velmora bridge: minister resigns",
        "The transport minister resigned over the collapse of the Velmora railway bridge that killed 14 passengers.",
    ),
]
OTHERS = [
    (
        "b1",
        "north",
        "2020-05-02",
        "Flood cuts off three valleys in Tarrin",
        "Heavy rain flooded the valleys of Tarrin on Saturday and left villages without power, officials said.",
    ),
    (
        "b2",
        "south",
        "2020-05-03",
        "Tarrin valleys without power after flood",
        "Villages in the flooded valleys of Tarrin had no power for a second day after heavy rain.",
    ),
    (
        "c1",
        "west",
        "2020-05-02",
        "Parliament passes budget",
        "Parliament passed the yearly budget after a long debate on pensions and taxes.",
    ),
    (
        "d1",
        "north",
        "2020-09-20",
        "Bridge collapse kills 14 in Velmora",
        "A railway bridge collapsed in Velmora on Friday and 14 passengers were killed, the transport ministry said.",
    ),
]


def articles(rows=None, **columns):
    names = ["article_id", "outlet", "published", "title", "text"]
    frame = pd.DataFrame(BRIDGE + OTHERS if rows is None else rows, columns=names)
    for column, values in columns.items():
        frame[column] = frame["article_id"].map(values)
    return make(frame.assign(corpus="test", n_words=20), ARTICLES)


def groups(result):
    return sorted("".join(sorted(g)) for _, g in result.groupby("event_id")["article_id"])


def test_the_same_event_is_joined_and_others_are_not():
    result, events = find_events(articles())
    assert groups(result) == ["a1a2a3", "b1b2", "c1", "d1"]
    assert events["event_id"].tolist() == ["event-a1", "event-b1", "event-c1", "event-d1"]
    first = events.iloc[0]
    assert (first["n_articles"], first["n_outlets"]) == (3, 3)
    assert first["label"] in {row[3] for row in BRIDGE}


def test_far_apart_in_time_is_another_event_even_word_for_word():
    result, _ = find_events(articles(), days=100)
    assert result.set_index("article_id")["event_id"]["d1"] == "event-d1"


def test_an_event_id_that_is_there_wins_and_new_articles_join_it():
    given_ids = {"a1": "mine", "c1": "other"}
    result, _ = find_events(articles(event_id=given_ids))
    ids = result.set_index("article_id")["event_id"]
    assert ids[["a1", "a2", "a3"]].tolist() == ["mine"] * 3
    assert ids["c1"] == "other"


def test_two_given_events_never_merge():
    ids = find_events(articles(event_id={"a1": "one", "a2": "two"}))[0].set_index("article_id")[
        "event_id"
    ]
    assert (ids["a1"], ids["a2"]) == ("one", "two")
    assert ids["a3"] in ("one", "two")


def test_a_copy_joins_its_original():
    rows = [*BRIDGE, ("e1", "east", "2020-06-20", "Untitled", "No words in common.")]
    ids = find_events(articles(rows, duplicate_of={"e1": "a1"}))[0].set_index("article_id")[
        "event_id"
    ]
    assert ids["e1"] == ids["a1"]


def test_overrides_join_and_part_by_hand(tmp_path):
    path = tmp_path / "overrides.csv"
    path.write_text("article_id,event_id\nc1,event-b1\na3,\n", encoding="utf8")
    result, events = find_events(articles(), overrides=path)
    assert groups(result) == ["a1a2", "a3", "b1b2c1", "d1"]
    assert events["n_articles"].sum() == len(result)


@pytest.mark.parametrize(
    ("rows", "match"),
    [
        ({"article": ["a1"]}, "no column article_id, event_id"),
        ({"article_id": ["zz"], "event_id": ["e"]}, "No article 'zz'"),
        ({"article_id": ["a1", "a1"], "event_id": ["e", "f"]}, "'a1' comes twice"),
    ],
)
def test_bad_overrides_are_refused(rows, match):
    with pytest.raises(InputError, match=match):
        find_events(articles(), overrides=pd.DataFrame(rows))


@pytest.mark.parametrize("setting", [{"days": -1}, {"threshold": 0}, {"threshold": 1.5}])
def test_bad_settings_are_refused(setting):
    with pytest.raises(ParameterError, match="cannot be used"):
        find_events(articles(), **setting)


def test_vectors_count_and_must_be_complete():
    ids = [row[0] for row in BRIDGE + OTHERS]
    vectors = np.eye(len(ids))
    with pytest.raises(InputError, match="No vector for article 'd1'"):
        find_events(articles(), vectors=(ids[:-1], vectors[:-1]))
    together = vectors.copy()
    together[5] = together[3]  # c1 as b1
    plain, pulled = (
        why(articles(), "b1", "c1", vectors=(ids, v)).set_index("evidence")["log_odds"]["vectors"]
        for v in (vectors, together)
    )
    assert pulled > plain


def figures(*rows):
    return make(
        [
            {
                "figure_id": f"{a}-{start}",
                "article_id": a,
                "sentence_id": 0,
                "start": start,
                "end": start + 2,
                "text": "14",
                "low": low,
                "high": low,
                "qualifier": "exact",
                "unit": "people",
                "implicit": False,
                "outcome": "killed",
            }
            for a, start, low in rows
        ],
        FIGURES,
    )


def test_equal_figures_at_the_head_are_evidence_and_later_ones_are_not():
    frame = articles()
    tables = None, figures(("a1", 5, 44), ("a3", 5, 44)), figures(("a1", 300, 44), ("a3", 300, 44))
    plain, head, later = (
        why(frame, "a1", "a3", f).set_index("evidence").loc["similarity", "log_odds"]
        for f in tables
    )
    assert head > plain
    assert later == pytest.approx(plain)


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


def test_why_names_the_words_and_adds_up():
    table = why(articles(), "a1", "a2").set_index("evidence")
    assert "Velmora" in table.loc["shared names", "value"]
    p = 1 / (1 + np.exp(-table["log_odds"].sum()))
    assert float(table.loc["probability", "value"]) == pytest.approx(p, abs=0.01)
    with pytest.raises(InputError, match="No article 'zz'"):
        why(articles(), "a1", "zz")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("buses were burned", ["buse", "burn"]),
        ("twelve buses", ["#12", "buse"]),
        ("1,200 buses", ["#1200", "buse"]),
        ("in 2014", []),
        ("on 12 October", ["octob"]),
        ("one or 2", []),
        ("", []),
        (None, []),
    ],
)
def test_words(text, terms):
    assert [t for t, _ in words(None, text) if t is not None] == terms


def test_a_title_that_opens_the_text_is_read_once():
    assert words("Bridge falls", "Bridge falls. More.") == words(None, "Bridge falls. More.")


def test_candidates_stay_inside_the_window():
    frame = articles()
    first, second = candidates(read_terms(frame), frame["published"], 3)
    apart = (frame["published"].to_numpy()[first] - frame["published"].to_numpy()[second]).astype(
        "timedelta64[D]"
    )
    assert (np.abs(apart.astype(int)) <= 3).all()
    assert len({frozenset(p) for p in zip(first, second, strict=True)}) == len(first)


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 9), st.integers(0, 10_000), st.floats(0.05, 0.9))
def test_sparse_linkage_equals_scipy(n, seed, threshold):
    rng = np.random.default_rng(seed)
    first, second = np.triu_indices(n, 1)
    p = rng.random(len(first))
    plain = fcluster(linkage(1 - p, "average"), 1 - threshold, "distance")
    ours = agglomerate(n, first, second, p, threshold)
    assert pd.crosstab(plain, ours).astype(bool).sum().max() == 1
    assert pd.crosstab(plain, ours).shape[0] == pd.crosstab(plain, ours).shape[1]
