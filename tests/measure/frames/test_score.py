"""Frames: scores worked out by hand, voices apart, lexicons of one's own, and the model's arithmetic."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core import paths, tables
from analysis.core.errors import LexiconError, MissingResourceError, ParameterError, TableError
from analysis.measure.frames import model as frames_model
from analysis.measure.frames.lexicon import read_frames
from analysis.measure.frames.score import score_frames

OWN = """\
[weather]
new = true
about = "rain and shine"
source = "test"
licence = "CC0-1.0"
date = 2026-01-01
threshold = 4
words = ["rain*", "sun", "rainbow", "heavy snow*"]
"""


def corpus(*articles):
    """Give articles and sentences from lists of (sentence, share quoted)."""
    texts, sentences = [], []
    for n, parts in enumerate(articles):
        text = ""
        for i, (part, share) in enumerate(parts):
            sentences.append(
                {
                    "article_id": f"a{n}",
                    "sentence_id": i,
                    "start": len(text),
                    "end": len(text) + len(part),
                    "in_title": False,
                    "share_quoted": share,
                }
            )
            text += part + "\n"
        texts.append(
            {"article_id": f"a{n}", "corpus": "test", "text": text, "n_words": len(text.split())}
        )
    return tables.make(texts, tables.ARTICLES), tables.make(sentences, tables.SENTENCES)


@pytest.fixture
def write(tmp_path):
    def _write(text, name="own.toml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf8")
        return path

    return _write


@pytest.fixture
def own(write):
    return write(OWN)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The sun came out", "sun (1)", 1),
        ("Rain, rain, rain and more rain today", "rain (4)", 2),  # a word counts twice at most
        ("Raining and rained on", "rained (1), raining (1)", 2),  # both stand for rain*
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
            "The bishop called greed a sin, and said that conscience and faith make it a moral duty.",
            "morality",
        ),
        (
            "The plan aims to reduce waste by 2030: a solution that the ministers pledged to support.",
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


def test_own_frames_stand_beside_the_generic_ones(own):
    both = [paths.LEXICONS / "frames.toml", own]
    scored = score_frames(*corpus([("The sun shone.", 0.0)]), lexicon=both)
    assert scored["frame"].tolist() == [*tables.FRAMES, "weather"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "new = true\n",
            "",
            r"own.toml:1: weather: No group 'weather'.* Available: conflict, economic.* new = true",
        ),
        ("threshold = 4\n", "", r"own.toml:1: weather.threshold: is missing"),
        (
            "threshold = 4",
            'threshold = "high"',
            r"own.toml:7: weather.threshold: 'high' is not a score above 0",
        ),
        ('"sun"', '"SUN", "sun"', r"own.toml:8: weather.words: 'sun' is listed twice"),
        ('"sun"', '"sun!"', r"own.toml:8: weather.words: 'sun!' is not a word"),
        ('about = "rain and shine"\n', "", r"own.toml:1: weather.about: is missing"),
        ("words = [", "wrds = [", r"own.toml:1: weather.words: is missing"),
        ("licence", 'patern = "x"\nlicence', r"own.toml:5: weather.patern: No key 'patern'"),
    ],
)
def test_bad_lexicons_are_refused(write, old, new, message):
    with pytest.raises(LexiconError, match=message):
        score_frames(*corpus([("x", 0.0)]), lexicon=write(OWN.replace(old, new, 1)))


def test_one_frame_in_two_files_is_refused(write, own):
    with pytest.raises(LexiconError, match=r"again.toml:1: weather: is in another lexicon too"):
        read_frames([own, write(OWN, "again.toml")])


def test_errors(own, monkeypatch, tmp_path):
    some = corpus([("x", 0.0)])
    with pytest.raises(ParameterError, match="No method 'modl'; did you mean 'model'"):
        score_frames(*some, method="modl")
    with pytest.raises(ParameterError, match="five generic frames only"):
        score_frames(*some, method="model", lexicon=own)
    with pytest.raises(TableError, match="share_quoted"):
        score_frames(some[0], some[1].assign(share_quoted=np.nan))
    monkeypatch.setattr(paths, "MODELS", tmp_path)
    frames_model.read_model.cache_clear()
    with pytest.raises(MissingResourceError, match="No frame model at"):
        frames_model.read_model()


WORDS = (
    "plan",
    "court",
    "mother",
    "price",
    "sin",
    "the",
    "by",
    "2030",
    "at",
    "odds",
    "\u2019",
    "-",
    "$",
)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), min_size=1, max_size=4),
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


def test_the_models_arithmetic():
    model = frames_model.from_dict(
        {
            "frames": ["x", "y"],
            "entries": [["x", "rain*", 0.1], ["y", "sun", 0.2]],
            "terms": {"rain": [2.0, 0.5, -1.0], "hill": [1.0, 0.0, 1.0]},
            "bias": [-1.0, 0.5],
        }
    )
    scores, words = model([["rain", "on", "the", "hill", "rains"]])
    vector = np.array([2.0, 1.0]) / np.sqrt(5)  # tf is 1 + ln 1 for both
    margins = [-1 + 0.1 * 2 * np.sqrt(1000 / 100) + vector @ [0.5, 0.0], 0.5 + vector @ [-1.0, 1.0]]
    assert scores == pytest.approx(1 / (1 + np.exp(-np.array(margins))))
    assert words == ["rain (1), rains (1)", "hill (1)"]
    nothing, none = model([])
    assert np.isnan(nothing).all()
    assert none == [None, None]
