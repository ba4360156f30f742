"""Frame scores: worked out by hand, separate by voice, and with lexicons of the user."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core import paths, tables
from analysis.core.errors import ParameterError, TableError
from analysis.measure.frames.lexicon import read_frames
from analysis.measure.frames.score import score_frames
from tests.measure.frames.frame_articles import OWN, corpus

VOCABULARY = "plan court mother price sin the by 2030 at odds \u2019 - $".split()


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The sun came out", "sun (1)", 1),
        ("Rain, rain, rain and more rain today", "rain (4)", 2),  # a word counts twice at most
        ("Raining and rained on", "rained (1), raining (1)", 2),  # both match rain*
        (
            "A rainbow in the rain",
            "rain (1), rainbow (1)",
            2,
        ),  # rainbow is its own entry, not rain*
        ("HEAVY SNOWFALL came", "heavy snowfall (1)", 1),
        ("Snow was heavy", None, 0),
        ("Sunday trains and a sun-dried tomato", None, 0),
    ],
)
def test_counts_by_hand(own, text, words, found):
    row = score_frames(*corpus([(text, 0.0)]), lexicon=own).iloc[0]
    assert row["score"] == pytest.approx(
        found * np.sqrt(1000 / 100)
    )  # short texts count as 100 words
    assert row["words"] == words if words else pd.isna(row["words"])
    assert row["present"] == (row["score"] >= 4)


@pytest.mark.parametrize(("more", "present"), [(0, True), (1e-9, False)])
def test_a_frame_is_present_from_its_threshold_on(write, more, present):
    own = OWN.replace("threshold = 4", f"threshold = {float(np.sqrt(10)) + more!r}")
    row = score_frames(*corpus([("The sun came out", 0.0)]), lexicon=write(own)).iloc[0]
    assert row["present"] == present


def test_a_lexicon_can_be_read_once_and_passed(own):
    once = corpus([("The sun came out", 0.0)])
    pd.testing.assert_frame_equal(
        score_frames(*once, lexicon=read_frames(own)), score_frames(*once, lexicon=own)
    )


def test_voices_are_kept_apart(own):
    articles, sentences = corpus(
        [("The sun shone on us.", 0.1), ("Rain is bad, he said.", 0.9)], [("Sun, sun.", 0.0)]
    )
    scored = score_frames(articles, sentences, lexicon=own)
    once = np.sqrt(10)
    assert scored["score"].tolist() == pytest.approx([2 * once, 2 * once])
    assert scored["score_own"].tolist() == pytest.approx([once, 2 * once])
    assert scored["score_attributed"].iloc[0] == pytest.approx(once)
    assert np.isnan(scored["score_attributed"].iloc[1])


def test_long_texts_are_scaled_by_the_root_of_their_length(own):
    row = score_frames(*corpus([("The sun shone. " * 200, 0.0)]), lexicon=own).iloc[0]
    assert row["score"] == pytest.approx(2 * np.sqrt(1000 / 600))
    assert row["words"] == "sun (200)"


def test_an_article_without_words_has_no_score(own):
    row = score_frames(*corpus([("...", 0.0)]), lexicon=own).iloc[0]
    assert np.isnan(row["score"])
    assert not row["present"]
    assert score_frames(*corpus(), lexicon=own).empty


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        (
            "Critics accused the minister of lying, and opponents rejected the argument in court.",
            "conflict",
        ),
        (
            "Prices rose, profits fell, and taxpayers will pay billions of dollars in subsidies.",
            "economic",
        ),
        (
            "Her mother cried as she remembered her son, who suffered and died in the hospital.",
            "human_interest",
        ),
        (
            "The bishop called greed a sin, and said that faith and conscience make it a duty.",
            "morality",
        ),
        (
            "The plan aims to reduce waste by 2030, a solution that ministers pledged to support.",
            "resolution",
        ),
    ],
)
@pytest.mark.parametrize("method", ["lexicon", "model"])
def test_plain_cases_have_their_frame_as_the_highest(text, frame, method):
    scored = score_frames(*corpus([(text, 0.0)]), method=method).set_index("frame")
    assert list(scored.index) == list(tables.FRAMES)
    ratio = scored["score"] / (read_frames().thresholds if method == "lexicon" else 0.5)
    assert ratio.idxmax() == frame
    assert bool(scored.loc[frame, "present"])
    assert scored.loc[frame, "words"]


@pytest.mark.parametrize("method", ["lexicon", "model"])
def test_neutral_text_has_no_frame(method):
    scored = score_frames(
        *corpus([("The lake is north of the forest and is nine kilometres long.", 0.0)]),
        method=method,
    )
    assert scored.loc[scored["frame"] != "conflict", "present"].sum() == 0
    assert (scored["method"] == method).all()


def test_own_frames_are_added_to_the_generic_ones(own):
    both = [paths.LEXICONS / "frames.toml", own]
    scored = score_frames(*corpus([("The sun shone.", 0.0)]), lexicon=both)
    assert scored["frame"].tolist() == [*tables.FRAMES, "weather"]


def test_errors(own):
    some = corpus([("x", 0.0)])
    with pytest.raises(ParameterError, match="No method 'modl'; did you mean 'model'"):
        score_frames(*some, method="modl")
    with pytest.raises(ParameterError, match="five generic frames only"):
        score_frames(*some, method="model", lexicon=own)
    with pytest.raises(TableError, match="share_quoted"):
        score_frames(some[0], some[1].assign(share_quoted=np.nan))


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from(VOCABULARY), max_size=8).map(" ".join), min_size=1, max_size=4
    ),
    st.randoms(),
)
def test_order_of_sentences_does_not_matter_and_input_stays(parts, random):
    articles, sentences = corpus([(part, i % 2) for i, part in enumerate(parts)])
    before, lexicon = sentences.copy(), read_frames()
    scored = score_frames(articles, sentences, lexicon=lexicon)
    order = list(range(len(sentences)))
    random.shuffle(order)
    pd.testing.assert_frame_equal(
        scored, score_frames(articles, sentences.iloc[order], lexicon=lexicon)
    )
    pd.testing.assert_frame_equal(sentences, before)
