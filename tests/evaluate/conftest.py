"""A run of the embedded corpus with the hand labels of the sample in place of the models."""

import pytest
from labelled_reader import neutral_sentiment, read

from analysis.annotate import tagger_model
from analysis.measure.target_sentiment import score as sentiment
from analysis.run import pipeline
from analysis.run.execution import Execution


@pytest.fixture(scope="session")
def run():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagger_model, "label_articles", read)
        patch.setattr(sentiment, "target_sentiment", neutral_sentiment)
        yield pipeline.run("embedded", execution=Execution(keep=False))
