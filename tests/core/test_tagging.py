"""Tags are exactly those of NLTK; only the way of adding weights differs."""

import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotate.tokens import word_spans
from analysis.core import resources, tagging
from analysis.core.tagging import RowTagger

NLTK_TAGGER = resources.pos_tagger()
ROW_TAGGER = RowTagger(NLTK_TAGGER)


def nltk_tags(words):
    return [tag for _, tag in NLTK_TAGGER.tag(words)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Stop",
        "A shell struck the north-eastern market of Tallis on 12 May 2016, killing 14 people.",
        'The ministry said: "We will not leave them." Its convoy of 1,200 lorries left in 2015.',
        "-START- -END- ! ... ''",
        "ماريا said Ünal'ın café’s 3-year-old",
        "x" * 500,
    ],
)
def test_tags_are_those_of_nltk(text):
    words = [text[start:end] for start, end in word_spans(text)]
    assert ROW_TAGGER.tag(words) == nltk_tags(words)


@given(st.lists(st.text(min_size=1, max_size=8), max_size=12))
def test_any_words_get_the_tags_of_nltk(words):
    assert ROW_TAGGER.tag(words) == nltk_tags(words)


def test_words_beyond_the_cache_are_tagged_alike(monkeypatch):
    monkeypatch.setattr(tagging, "_MOST_CACHED_WORDS", 2)
    tagger = RowTagger(NLTK_TAGGER)
    words = "Flimsy grommets wobbled near old quays and flimsy grommets".split()
    assert tagger.tag(words) == nltk_tags(words)
    assert len(tagger._context_rows) == 2


@pytest.mark.parametrize(
    ("weights", "tag"),
    [
        ({"bias": {"A": 1.0, "B": 1.0}}, "B"),  # of equal sums the last by name
        ({"bias": {"A": 1.5, "B": 1.0}}, "A"),
        ({"bias": {"A": 1.0}, "i suffix ord": {"B": 2.0}}, "B"),
        ({"bias": {"A": 1.0}, "i-1 tag -START-": {"B": 2.0}}, "B"),
        ({"bias": {"A": 1.0}, "i+2 word -END2-": {"B": 2.0}}, "B"),
        ({"bias": {"A": 1.0}, "i-2 word word": {"B": 2.0}}, "A"),
    ],
)
def test_features_of_one_word(weights, tag):
    from nltk.tag import PerceptronTagger

    tagger = PerceptronTagger(load=False)
    tagger.decode_json_params((weights, {}, ["A", "B"]))
    assert RowTagger(tagger).tag(["word"]) == [tag] == [tagger.tag(["word"])[0][1]]


def test_the_dictionaries_of_the_trained_tagger_are_not_kept():
    from nltk.tag import PerceptronTagger

    tagger = PerceptronTagger(load=False)
    tagger.decode_json_params(({"bias": {"A": 1.0}}, {"sure": "A"}, ["A", "B"]))
    kept = weakref.ref(tagger)
    rows = RowTagger(tagger)
    del tagger
    assert kept() is None
    assert rows.tag(["sure", "odd"]) == ["A", "A"]
