"""Tags are NLTK's own, word for word; only the way of adding weights differs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotate.tagging import RowTagger
from analysis.annotate.tokens import word_spans
from analysis.core import resources

TAGGER = resources.pos_tagger()
ROWS = RowTagger(TAGGER)


def nltk_tags(words):
    return [tag for _, tag in TAGGER.tag(words)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Stop",
        "A shell struck the north-eastern market of Tallis on 12 May 2016, killing 14 people.",
        'The ministry said: "We will not leave them." Its convoy of 1,200 lorries had left in 2015.',
        "-START- -END- ! ... ''",
        "ماريا said Ünal'ın café’s 3-year-old",
        "x" * 500,
    ],
)
def test_tags_are_those_of_nltk(text):
    words = [text[s:e] for s, e in word_spans(text)]
    assert ROWS.tag(words) == nltk_tags(words)


@given(st.lists(st.text(min_size=1, max_size=8), max_size=12))
def test_any_words_get_the_tags_of_nltk(words):
    assert ROWS.tag(words) == nltk_tags(words)
