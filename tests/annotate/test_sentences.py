"""Sentences have exact offsets, no text is lost, and the headline is recognised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.annotate.sentences import split_sentences
from analysis.core.limits import LONGEST_SENTENCE
from analysis.core.tables import ARTICLES, make


def articles_of(*texts, title=None):
    rows = []
    for number, text in enumerate(texts):
        row = {"article_id": f"a{number}", "corpus": "t", "text": text, "title": title}
        rows.append(row | {"n_words": len(text.split())})
    return make(rows, ARTICLES)


def sentences_of(text, title=None):
    sentences = split_sentences(articles_of(text, title=title))
    return [(text[row.start : row.end], row.in_title) for row in sentences.itertuples()]


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            "Shell hits market\n\nTwelve people died. A doctor said so.",
            "Shell hits market",
            [
                ("Shell hits market", True),
                ("Twelve people died.", False),
                ("A doctor said so.", False),
            ],
        ),
        (
            "Six died. Why?\nNo one knows.",
            " Six died. Why? ",
            [("Six died.", True), ("Why?", True), ("No one knows.", False)],
        ),
        ("Six died.\nWhy?", "Six died", [("Six died.", True), ("Why?", False)]),
        ("Six died..\nWhy?", "Six died", [("Six died..", False), ("Why?", False)]),
        (
            "Mon 3 May. Shell hits market. Six died.",
            "Shell hits market",
            [("Mon 3 May.", False), ("Shell hits market.", False), ("Six died.", False)],
        ),
        (
            'Six died, "a panel said." * Truce : Two towns agreed. • Rain fell.',
            None,
            [
                ('Six died, "a panel said."', False),
                ("* Truce : Two towns agreed.", False),
                ("• Rain fell.", False),
            ],
        ),
        ("He paid 5 * 6 dollars* for it.", None, [("He paid 5 * 6 dollars* for it.", False)]),
        ("Six died.", "", [("Six died.", False)]),
        ("Six died.", None, [("Six died.", False)]),
        ("  Six died. \t\n \n  He left. ", None, [("Six died.", False), ("He left.", False)]),
        (" \n ", None, []),
        ("", None, []),
    ],
)
def test_sentences_and_headline(text, title, expected):
    assert sentences_of(text, title) == expected


def test_sentences_are_numbered_in_each_article():
    sentences = split_sentences(articles_of("One. Two.", "", "Three."))
    assert sentences["article_id"].tolist() == ["a0", "a0", "a2"]
    assert sentences["sentence_id"].tolist() == [0, 1, 0]
    assert sentences["share_quoted"].isna().all()


@given(st.text(max_size=300))
def test_every_visible_character_is_in_exactly_one_sentence(text):
    articles = articles_of(text)
    before = articles.copy()
    sentences = split_sentences(articles)
    assert articles.equals(before)
    covered = [i for row in sentences.itertuples() for i in range(row.start, row.end)]
    assert len(covered) == len(set(covered))
    assert covered == sorted(covered)
    assert {i for i, char in enumerate(text) if not char.isspace()} <= set(covered)


@pytest.mark.parametrize("text", ["word " * 4_000, "a" * 12_000, " " * 9_000 + "b" * 9_000])
def test_a_long_sentence_is_cut_and_no_character_is_lost(text):
    sentences = split_sentences(articles_of(text))
    assert (sentences["end"] - sentences["start"]).max() <= LONGEST_SENTENCE
    spans = zip(sentences["start"], sentences["end"], strict=True)
    whole = "".join(text[start:end] for start, end in spans)
    assert whole.replace(" ", "") == text.replace(" ", "")
