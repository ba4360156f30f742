"""Articles of a few sentences with figures, to tell what their figures cover."""

import pandas as pd

from analysis.annotate.sentences import split_sentences
from analysis.extract.figures.record import Figure


def sentences_of(text):
    articles = pd.DataFrame({"article_id": ["a"], "title": [None], "text": [text]})
    rows = split_sentences(articles)
    return {row.sentence_id: (row.start, row.end) for row in rows.itertuples()}


def figure(text, words, sentences, **columns):
    start = text.rindex(words)
    low = float(words) if words.isdigit() else 1.0
    given = {"low": low, "high": low, "qualifier": "exact", "implicit": False, "scope": "event"}
    return Figure(
        start=start,
        end=start + len(words),
        text=words,
        outcome=columns.pop("outcome", "killed"),
        unit="people",
        sentence_id=max(key for key, span in sentences.items() if span[0] <= start),
        **(given | columns),
    )
