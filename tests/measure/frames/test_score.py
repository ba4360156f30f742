"""Frame scores: worked out by hand, separate by voice, and with lexicons of the user."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core import paths, tables
from analysis.core.errors import ParameterError, TableError
from analysis.measure.frames.lexicon import read_frames
from analysis.measure.frames.score import MOST_SENTENCES, measure_frames, score_frames
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
        (
            "Lawmakers called on the department to investigate the failures and to hold the "
            "company responsible.",
            "responsibility",
        ),
    ],
)
@pytest.mark.parametrize("method", ["lexicon", "model"])
def test_plain_cases_have_their_frame_as_the_highest(text, frame, method):
    scored = score_frames(*corpus([(text, 0.0)]), method=method).set_index("frame")
    assert list(scored.index) == list(tables.FRAMES)
    ratio = scored["score"] / read_frames().thresholds if method == "lexicon" else scored["p"]
    assert ratio.idxmax() == frame
    assert bool(scored.loc[frame, "present"])
    assert scored.loc[frame, "words"]
    assert scored["p"].notna().all() == (method == "model")


NEWS = [
    # crime, accidents, disasters and sports are no conflict by themselves
    (
        "A man was shot outside a shop on Elm Street on Friday night, police said. He was taken "
        "to hospital in a stable condition. Detectives are looking for a grey car.",
        [],
        ["conflict", "economic", "morality", "resolution"],
    ),
    (
        "Two masked men robbed a filling station at gunpoint early on Sunday. They fled on foot "
        "with cash and cigarettes. Anyone with information should call the sheriff's office.",
        [],
        ["conflict", "morality", "resolution"],
    ),
    (
        "A bus collided with a lorry on the national highway near the town on Monday, and at "
        "least six people died. Sixteen others were injured.",
        [],
        ["conflict", "economic", "morality"],
    ),
    (
        "An earthquake of magnitude 6.1 struck the coast on Monday, killing at least 12 people. "
        "Rescue workers are searching the rubble.",
        [],
        ["conflict", "economic", "morality"],
    ),
    (
        "The Falcons beat the Rovers 4-3 on Saturday after a goal in the third period. It was "
        "their eighth win in a row.",
        [],
        ["economic", "morality", "responsibility"],
    ),
    (
        "The striker scored two goals, and the Falcons beat the Rovers 2-0 on Saturday.",
        [],
        ["economic", "morality", "responsibility", "resolution"],
    ),
    pytest.param(
        "The Falcons beat the Rovers 4-3 on Saturday after a goal in the third period. It was "
        "their eighth win in a row.",
        [],
        ["resolution"],
        marks=pytest.mark.xfail(strict=True, reason="a goal in a match is read as one to reach"),
    ),
    (
        "The senator accused the president of lying. The White House rejected the charge and "
        "attacked Democrats, who demanded a hearing and threatened to sue.",
        ["conflict"],
        ["economic"],
    ),
    (
        "Rebels attacked the army's positions north of the capital. The government denounced the "
        "offensive, and the opposition accused it of war crimes.",
        ["conflict"],
        ["economic"],
    ),
    (
        "Shares of the airline fell 4 percent after it cut its sales forecast. Analysts expect "
        "lower profits and higher fuel costs in the third quarter.",
        ["economic"],
        ["morality", "human_interest"],
    ),
    (
        "She remembers the night her son died. 'I cried for weeks,' the mother of three says. "
        "Her family and friends helped her through the grief, and now she feels hope.",
        ["human_interest"],
        ["economic", "conflict"],
    ),
    (
        "The pastor prayed with the congregation. God forgives every sin, he preached, and faith "
        "teaches us what is right and wrong.",
        ["morality"],
        ["economic"],
    ),
    (
        "The inspector general found that the agency failed to inspect the clinics. Lawmakers "
        "demanded an investigation and said that officials must fix the problem.",
        ["responsibility"],
        ["human_interest"],
    ),
    (
        "Measles has infected 465 people since January, the health agency reported. Most of the "
        "cases are in five states.",
        [],
        ["conflict", "economic", "morality"],
    ),
]


@pytest.mark.parametrize(("text", "expected", "not_expected"), NEWS)
def test_frames_of_many_kinds_of_news(text, expected, not_expected):
    parts = [(part + ".", 0.0) for part in text.rstrip(".").split(". ")]
    scored = score_frames(*corpus(parts))
    present = set(scored.loc[scored["present"], "frame"])
    assert set(expected) <= present
    assert not present & set(not_expected)


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
    scored = score_frames(*corpus([("The sun shone, and it rained.", 0.0)]), lexicon=both)
    assert scored["frame"].tolist() == [*tables.FRAMES, "weather"]
    assert scored["method"].tolist() == ["model"] * len(tables.FRAMES) + ["lexicon"]
    weather = scored.iloc[-1]
    assert weather["present"]
    assert pd.isna(weather["p"])
    assert not weather["certain"]


def test_errors():
    some = corpus([("x", 0.0)])
    with pytest.raises(ParameterError, match="No method 'modl'; did you mean 'model'"):
        score_frames(*some, method="modl")
    with pytest.raises(TableError, match="share_quoted"):
        score_frames(some[0], some[1].assign(share_quoted=np.nan))


def test_an_own_lexicon_without_the_generic_frames_is_decided_by_its_thresholds(own):
    scored = score_frames(*corpus([("The sun came out", 0.0)]), lexicon=own, method="model")
    assert scored["method"].tolist() == ["lexicon"]


def test_a_null_title_and_an_empty_text_give_rows():
    articles, sentences = corpus([("The court fined the bank.", 0.0)], [])
    articles["title"] = None
    scored = score_frames(articles, sentences)
    assert scored.groupby("article_id").size().tolist() == [len(tables.FRAMES)] * 2
    empty = scored.loc[scored["article_id"] == "a1"]
    assert empty[["score", "p", "words"]].isna().all().all()
    assert not empty[["present", "certain"]].any().any()


def test_rows_follow_the_articles_whatever_their_order():
    articles, sentences = corpus(
        [("Critics accused the minister of lying.", 0.0)], [("Prices and profits fell.", 0.0)]
    )
    scored, carrying = measure_frames(articles, sentences)
    turned, turned_carrying = measure_frames(articles.iloc[::-1], sentences.iloc[::-1])
    key = ["article_id", "frame"]
    pd.testing.assert_frame_equal(
        scored.sort_values(key, ignore_index=True), turned.sort_values(key, ignore_index=True)
    )
    key = ["article_id", "frame", "sentence_id"]
    pd.testing.assert_frame_equal(
        carrying.sort_values(key, ignore_index=True),
        turned_carrying.sort_values(key, ignore_index=True),
    )


def test_the_sentences_that_carry_a_frame_are_listed_with_their_place():
    parts = [
        ("The lake is north of the forest.", 0.0),
        ("Critics accused the minister of lying, and opponents sued.", 0.0),
        ("It rained.", 0.0),
    ]
    articles, sentences = corpus(parts)
    frames, carrying = measure_frames(articles, sentences)
    of_conflict = carrying.loc[carrying["frame"] == "conflict"]
    most = of_conflict.loc[of_conflict["added"].idxmax()]
    assert most["sentence_id"] == 1
    assert articles["text"].iloc[0][most["start"] : most["end"]] == parts[1][0]
    assert set(carrying["frame"]) <= set(frames.loc[frames["present"], "frame"])
    assert carrying.groupby("frame").size().max() <= MOST_SENTENCES


def test_the_sentences_of_an_own_frame_are_those_with_most_of_its_words(own):
    articles, sentences = corpus(
        [("Rain and sun.", 0.0), ("Nothing.", 0.0), ("A rainbow.", 0.0), ("Sun.", 0.0)]
    )
    _, carrying = measure_frames(articles, sentences, lexicon=own)
    assert carrying["sentence_id"].tolist() == [0, 2, 3]
    assert carrying["added"].tolist() == [2, 1, 1]
    assert (carrying["method"] == "lexicon").all()


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
