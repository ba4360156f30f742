"""Sentences: offsets hold, nothing is lost, the headline is known."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.annotate.sentences import split_sentences
from analysis.core.tables import ARTICLES, make


def articles(text, title=None):
    return make(
        [
            {
                "article_id": "a",
                "corpus": "t",
                "text": text,
                "title": title,
                "n_words": len(text.split()),
            }
        ],
        ARTICLES,
    )


def cut(text, title=None):
    return [
        (text[r.start : r.end], r.in_title)
        for r in split_sentences(articles(text, title)).itertuples()
    ]


def test_headline_and_body_are_told_apart():
    text = "Shell hits market\n\nTwelve people died. A doctor said so."
    assert cut(text, "Shell hits market") == [
        ("Shell hits market", True),
        ("Twelve people died.", False),
        ("A doctor said so.", False),
    ]


def test_no_headline_where_the_text_begins_otherwise():
    assert cut("Mon 3 May. Shell hits market. Six died.", "Shell hits market") == [
        ("Mon 3 May.", False),
        ("Shell hits market.", False),
        ("Six died.", False),
    ]


def test_an_empty_article_has_no_sentences():
    assert split_sentences(articles(" \n ")).empty


@given(st.text(max_size=300))
def test_every_visible_character_stands_in_exactly_one_sentence(text):
    frame = articles(text)
    before = frame.copy()
    found = split_sentences(frame)
    assert frame.equals(before)
    covered = [i for r in found.itertuples() for i in range(r.start, r.end)]
    assert len(covered) == len(set(covered))
    assert covered == sorted(covered)
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
