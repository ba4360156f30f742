"""The targets table: which sentence and span each mention is scored with."""

import pandas as pd

from analysis.core.tables import POLARITIES
from analysis.measure.target_sentiment import score

TEXT = "The navy came. Then the navy left."
TEXTS = {"a": TEXT}
SENTENCES = pd.DataFrame(
    {"article_id": "a", "sentence_id": [0, 1], "start": [0, 15], "end": [14, 34]}
)
MENTIONS = pd.DataFrame(
    {
        "article_id": "a",
        "sentence_id": [1, 0],
        "start": [24, 4],
        "end": [28, 8],
        "text": "navy",
        "entity": "the_navy",
    }
)


def test_each_mention_is_scored_in_its_sentence(monkeypatch):
    asked = []

    def classify(mentions, token_states, threads):
        for mention in mentions:
            text = TEXTS[mention.text_id]
            asked.append((text[slice(*mention.sentence)], text[slice(*mention.span)]))
        found = pd.DataFrame({"polarity": ["negative", "neutral"]})
        return found.assign(**{f"p_{name}": 1 / 3 for name in POLARITIES})

    monkeypatch.setattr(score, "sentiment_in_articles", classify)
    targets = score.score_targets(SENTENCES, MENTIONS, {})
    assert asked == [("Then the navy left.", "navy"), ("The navy came.", "navy")]
    assert targets["polarity"].tolist() == ["negative", "neutral"]
    assert targets["entity"].tolist() == ["the_navy", "the_navy"]
    assert [TEXT[row.start : row.end] for row in targets.itertuples()] == ["navy", "navy"]
    assert targets["sentence_id"].tolist() == [1, 0]
