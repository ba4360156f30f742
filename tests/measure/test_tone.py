"""Tone: VADER's published scores, voices kept apart, differences from the event, and words."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.core import tables
from analysis.core.errors import TableError
from analysis.measure import tone

# scores in the README of vaderSentiment 3.3.2 (MIT), which has the examples of the paper
PUBLISHED = [
    ("VADER is smart, handsome, and funny.", 0.8316),
    ("VADER is smart, handsome, and funny!", 0.8439),
    ("VADER is very smart, handsome, and funny.", 0.8545),
    ("VADER is VERY SMART, handsome, and FUNNY.", 0.9227),
    ("VADER is VERY SMART, handsome, and FUNNY!!!", 0.9342),
    ("VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!", 0.9469),
    ("VADER is not smart, handsome, nor funny.", -0.7424),
    ("The book was good.", 0.4404),
    ("At least it isn't a horrible book.", 0.431),
    ("The book was only kind of good.", 0.3832),
    (
        "The plot was good, but the characters are uncompelling and the dialog is not great.",
        -0.7042,
    ),
    ("Today SUX!", -0.5461),
    ("Today only kinda sux! But I'll get by, lol", 0.5249),
    ("Make sure you :) or :D today!", 0.8633),
    ("Not bad at all", 0.431),
]
PIECES = (
    "good GOOD bad, 'horrible' !!great great!!! kind of not never so this least at no very VERY "
    "but But the bomb shit hospital killed. isn't :) :D a despite kiss death \u201cbrave\u201d "
    "yeah right sort ?!?! well-known (attack) ..."
).split()


def corpus(*rows):
    """Return articles and sentences from (outlet, event, [(sentence, share quoted)])."""
    articles, sentences = [], []
    for number, (outlet, event, parts) in enumerate(rows):
        text = ""
        for sentence_id, (part, share) in enumerate(parts):
            sentence = {
                "article_id": f"a{number}",
                "sentence_id": sentence_id,
                "start": len(text),
                "end": len(text) + len(part),
                "in_title": False,
                "share_quoted": share,
            }
            sentences.append(sentence)
            text += part + " "
        article = {
            "article_id": f"a{number}",
            "corpus": "test",
            "outlet": outlet,
            "event_id": event,
            "text": text,
            "n_words": len(text.split()),
        }
        articles.append(article)
    return tables.make(articles, tables.ARTICLES), tables.make(sentences, tables.SENTENCES)


@pytest.fixture(scope="module")
def small():
    return corpus(
        (
            "Alpha",
            "e1",
            [("The good plan is good.", 0.0), ("They called it a horrible crime.", 0.8)],
        ),
        ("Beta", "e1", [("A horrible attack killed them.", 0.2)]),
        ("Alpha", None, [("A table stood there.", 0.5)]),
    )


@pytest.mark.parametrize(("text", "compound"), PUBLISHED)
def test_published_scores(text, compound):
    scored = tone.sentence_tone(*corpus(("x", None, [(text, 0.0)])))
    assert scored["compound"].round(4).tolist() == [compound]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=14))
def test_scores_equal_those_of_nltk_itself(words):
    from analysis.core import resources

    text = " ".join(words)
    plain = resources.vader().polarity_scores(text)
    assert tone._analyser().scores(text) == (
        plain["neg"],
        plain["neu"],
        plain["pos"],
        plain["compound"],
    )


def test_sentence_tone_keeps_order_voice_and_input(small):
    articles, sentences = small
    before = articles.copy(), sentences.copy()
    scored = tone.sentence_tone(articles, sentences[::-1])
    assert scored["article_id"].tolist() == sentences["article_id"][::-1].tolist()
    assert scored["voice"].tolist() == ["attributed", "own", "attributed", "own"]
    assert (scored[["positive", "neutral", "negative"]].sum(axis=1) - 1).abs().max() < 0.002
    pd.testing.assert_frame_equal(articles, before[0])
    pd.testing.assert_frame_equal(sentences, before[1])


@pytest.mark.parametrize("measure", [tone.sentence_tone, tone.textblob_tone])
def test_voice_is_never_guessed(small, measure):
    articles, sentences = small
    with pytest.raises(TableError, match=r"null in 4 rows .*'a0'.*share_quoted\(articles"):
        measure(articles, sentences.assign(share_quoted=np.nan))


def test_nothing_to_score_gives_empty_tables(small):
    articles, sentences = small
    scored = tone.sentence_tone(articles, sentences[:0])
    assert scored.empty
    assert tone.word_contributions(articles, sentences[:0], scored).empty
    assert tone.textblob_tone(articles, sentences[:0]).empty
    assert tone.article_tone(scored, articles)["value"].isna().all()


def test_textblob_gives_null_where_it_knows_no_word(small):
    scored = tone.textblob_tone(*small)
    assert scored["n_words"].tolist() == [2, 1, 2, 0]
    assert scored["polarity"].isna().tolist() == [False, False, False, True]
    assert scored["polarity"].iloc[0] == pytest.approx(0.7)  # Pattern's value of "good"
    assert scored["subjectivity"].dropna().between(0, 1).all()


def test_article_tone_is_the_mean_by_voice(small):
    articles, sentences = small
    scored = tone.sentence_tone(articles, sentences)
    values = tone.article_tone(scored, articles).set_index(["article_id", "voice"])
    first = scored[scored["article_id"] == "a0"]["compound"]
    assert values.loc[("a0", "all"), "value"] == pytest.approx(first.mean())
    assert values.loc[("a0", "own"), "value"] == pytest.approx(first.iloc[0])
    assert np.isnan(values.loc[("a2", "own"), "value"])
    assert values.loc[("a2", "own"), "n_sentences"] == 0
    assert values["n_sentences"].tolist() == [1, 1, 2, 1, 0, 1, 0, 1, 1]


def test_event_mean_counts_each_outlet_once():
    values = pd.DataFrame(
        {
            "event_id": ["e", "e", "e", "f", None],
            "outlet": ["A", "A", "B", "A", "A"],
            "voice": "all",
            "value": [0.2, 0.4, -0.3, 0.5, 0.5],
        }
    )
    found = tone.difference_from_event(values)
    assert found["event_mean"].iloc[:3].tolist() == pytest.approx(
        [0.0, 0.0, 0.0]
    )  # mean of .3 and -.3
    assert found["difference"].iloc[:3].tolist() == pytest.approx([0.2, 0.4, -0.3])
    assert found["difference"].iloc[3:].isna().all()
    assert found["n_outlets"].tolist() == [2, 2, 2, 1, 0]


@pytest.mark.parametrize(
    ("min_outlets", "compared"), [(1, [True, True]), (2, [True, False]), (3, [False, False])]
)
def test_an_event_needs_enough_outlets(min_outlets, compared):
    values = pd.DataFrame(
        {"event_id": ["e", "e", "f"], "outlet": ["A", "B", "A"], "value": [0.2, 0.4, 0.5]}
    )
    found = tone.difference_from_event(values, min_outlets)
    assert found["difference"].notna().tolist() == [compared[0], compared[0], compared[1]]
    assert found["n_outlets"].tolist() == [2, 2, 1]


def test_events_are_compared_within_a_voice():
    values = pd.DataFrame(
        {
            "event_id": "e",
            "outlet": ["A", "B", "A", "B", None],
            "voice": ["own", "own", "attributed", "attributed", "own"],
            "value": [0.1, 0.3, 0.5, np.nan, 0.9],
        }
    )
    found = tone.difference_from_event(values)
    assert found["event_mean"].tolist()[:2] == pytest.approx([0.2, 0.2])
    assert found["difference"].isna().tolist() == [False, False, True, True, False]


def test_tone_of_textblob_can_be_averaged(small):
    scored = tone.textblob_tone(*small)
    values = tone.article_tone(scored, small[0]).set_index(["article_id", "voice"])
    assert values.loc[("a0", "own"), "value"] == pytest.approx(0.7)
    assert values.loc[("a2", "attributed"), "n_sentences"] == 0  # no word of its lexicon


def test_contributions_are_sorted_by_their_share():
    articles, sentences = corpus(
        ("A", None, [("A good murder is not good.", 0.0)]), ("A", None, [("A murder.", 0.0)])
    )
    found = tone.word_contributions(articles, sentences, tone.sentence_tone(articles, sentences))
    assert found["word"].tolist() == ["murder", "good"]
    assert found["count"].tolist() == [2, 2]
    assert found["documents"].tolist() == [2, 1]
    assert found["share"].is_monotonic_decreasing


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was kind of him", []),
        ("It was kind to him", ["kind"]),
        ("A kind", ["kind"]),
        ("very", []),
        ("GOOD, 'bad'", ["good"]),
    ],
)
def test_charged_words(text, words):
    assert [word for word, _ in tone._analyser().contributions(text)] == words


def test_word_contributions_by_outlet_and_voice(small):
    articles, sentences = small
    found = tone.word_contributions(articles, sentences, tone.sentence_tone(articles, sentences))
    good = found[(found["outlet"] == "Alpha") & (found["voice"] == "own")]
    assert good[["word", "count", "documents"]].to_numpy().tolist() == [["good", 2, 1]]
    assert good["moved"].iloc[0] == pytest.approx(2 * 1.9)
    assert good["share"].iloc[0] == 1
    killed = found[(found["outlet"] == "Beta")]
    assert set(killed["word"]) == {"horrible", "attack", "killed"}
    assert (killed["moved"] < 0).all()
    assert killed["share"].sum() == pytest.approx(1)


def test_words_of_the_page_move_no_tone():
    parts = [("It fell.", 0), ("Share on Facebook", 0), ("They share it.", 0)]
    scores = tone.sentence_tone(*corpus(("A", "e", parts)))["compound"]
    assert scores.tolist()[:2] == [0, 0]
    assert scores.tolist()[2] > 0
