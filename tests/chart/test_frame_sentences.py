"""Sentences that carry each frame: one list a frame, one sentence an outlet, nothing that runs."""

import re

import pandas as pd

from analysis.chart.frame_sentences import sentences_by_frame
from analysis.core import tables


def example(texts, outlets, rows):
    """Return articles of one sentence each, and frame sentences (article, frame, added)."""
    articles, sentences, frames = [], [], []
    for number, (text, outlet) in enumerate(zip(texts, outlets, strict=True)):
        url = f"https://news.example/{number}"
        articles.append(
            {"article_id": f"a{number}", "corpus": "x", "outlet": outlet, "url": url, "text": text}
            | {"n_words": 3}
        )
        sentences.append(
            {"article_id": f"a{number}", "sentence_id": 0, "start": 0, "end": len(text)}
            | {"in_title": False, "share_quoted": 0.0}
        )
    for number, frame, added in rows:
        frames.append(
            {"article_id": f"a{number}", "sentence_id": 0, "frame": frame, "method": "model"}
            | {"start": 0, "end": len(texts[number]), "added": added}
        )
    return (
        tables.make(articles, tables.ARTICLES),
        tables.make(sentences, tables.SENTENCES),
        tables.make(frames, tables.FRAME_SENTENCES),
    )


def test_each_frame_has_a_list_those_of_most_articles_first():
    shown = sentences_by_frame(
        *example(
            ["They clashed.", "He cried.", "They argued."],
            ["One", "Two", "Three"],
            [(1, "human_interest", 3.0), (0, "conflict", 1.0), (2, "conflict", 2.0)],
        )
    )
    titles = re.findall("<summary>(.*?)</summary>", shown.html)
    assert titles == ["conflict: 2 articles", "human interest: 1 article"]
    assert shown.html.count("<style") == 1
    assert "https://news.example/2" in shown.html


def test_an_outlet_is_shown_with_its_strongest_sentence():
    tables_of = example(
        ["They clashed.", "They argued.", "They fought."],
        ["One", "One", "Two"],
        [(0, "conflict", 1.0), (1, "conflict", 2.0), (2, "conflict", 0.5)],
    )
    shown = sentences_by_frame(*tables_of)
    assert "They argued." in shown.plain
    assert "They clashed." not in shown.plain
    assert "They fought." in shown.plain
    assert "They fought." not in sentences_by_frame(*tables_of, limit=1).plain


def test_markup_in_a_text_or_frame_is_shown_as_text():
    shown = sentences_by_frame(*example(["<script>x</script>"], ["One"], [(0, "<b>own</b>", 1.0)]))
    assert "<script" not in shown.html
    assert "<b>" not in shown.html


def test_no_sentence_says_so_and_input_stays():
    articles, sentences, frames = example(["They clashed."], ["One"], [(0, "conflict", 1.0)])
    before = frames.copy()
    assert "Nothing to show" in sentences_by_frame(articles, sentences, frames.iloc[:0]).plain
    assert "Nothing to show" in sentences_by_frame(articles.iloc[:0], sentences, frames).plain
    pd.testing.assert_frame_equal(frames, before)
