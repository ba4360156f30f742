"""Classify sentences that stand alone, as the models read them."""

from analysis.annotate.token_states import read_states
from analysis.measure.target_sentiment.model import Mention, sentiment_in_articles
from analysis.neural.load import load_tagger


def target_sentiment(texts, spans):
    """Return a row for each text, with its polarity towards the mention in its span."""
    states = read_states(texts, load_tagger())
    mentions = [
        Mention(number, (0, len(text)), span)
        for number, (text, span) in enumerate(zip(texts, spans, strict=True))
    ]
    return sentiment_in_articles(mentions, states)
