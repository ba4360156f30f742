"""The words of an article that speak for a frame: they add up, sentence by sentence."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measure.frames.evidence import ArticleEvidence
from analysis.measure.frames.lexicon import CAP, FrameLexicon, index_entries, read_frames
from analysis.measure.frames.model import read_model

ENTRIES = [(0, "rain*"), (1, "hill"), (0, "heavy snow")]
LEXICON = FrameLexicon(["x", "y"], np.ones(2), ENTRIES, index_entries(ENTRIES))
VOCABULARY = "critics accused court mother price sin plan the officials 2030 $ zzz".split()


def test_words_are_listed_by_falling_count():
    evidence = ArticleEvidence([["heavy", "snow", "rain"], ["rains", "rain"]], LEXICON)
    assert evidence.words() == ["rain (2), heavy snow (1), rains (1)", None]


def test_scores_of_some_sentences():
    evidence = ArticleEvidence([["rain"], ["hill", "and", "hill"], []], LEXICON)
    once = np.sqrt(10)  # short texts count as 100 words
    assert evidence.scores().tolist() == pytest.approx([once, 2 * once])
    assert evidence.scores([0]).tolist() == pytest.approx([once, 0])
    assert np.isnan(evidence.scores([2])).all()
    assert np.isnan(evidence.scores([])).all()


def test_a_repeated_word_counts_up_to_the_cap_in_equal_parts():
    evidence = ArticleEvidence([["rain", "rain", "rain"], ["rain"], ["hill"]], LEXICON)
    found = evidence.lexicon_words_of_sentences()
    assert found.tolist() == [[CAP * 3 / 4, 0], [CAP / 4, 0], [0, 1]]


def test_without_a_model_there_are_no_probabilities():
    evidence = ArticleEvidence([["rain"]], LEXICON)
    assert evidence.probabilities().shape == (0,)
    assert evidence.log_odds_of_sentences().shape == (1, 0)


@pytest.mark.parametrize("sentences", [[], [[]], [[], []]])
def test_no_words_have_no_probability(sentences):
    evidence = ArticleEvidence(sentences, read_frames(), read_model())
    assert np.isnan(evidence.probabilities()).all()
    assert not evidence.log_odds_of_sentences().any()


@given(st.lists(st.lists(st.sampled_from(VOCABULARY), max_size=9), min_size=1, max_size=5))
def test_sentences_and_bias_sum_to_the_log_odds_of_the_article(sentences):
    model = read_model()
    evidence = ArticleEvidence(sentences, read_frames(), model)
    if not any(sentences):
        return
    log_odds = model.bias + evidence.log_odds_of_sentences().sum(axis=0)
    assert evidence.probabilities() == pytest.approx(1 / (1 + np.exp(-log_odds)), abs=1e-9)
