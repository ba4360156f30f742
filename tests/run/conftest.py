"""What the tests of runs share: a model that returns hand labels, and articles without content."""

import pytest
from labelled_reader import neutral_sentiment, read
from remembered import remember_stages

from analysis.annotate import tagger_model
from analysis.core import tables
from analysis.measure.target_sentiment import score


@pytest.fixture(scope="module")
def labelled_model(remembered_stages):
    """Put the hand labels of the sample in place of the models."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tagger_model, "label_articles", read)
        patch.setattr(score, "sentiment_in_articles", neutral_sentiment)
        remember_stages(patch, remembered_stages)
        yield


@pytest.fixture(scope="module")
def run(labelled_model, embedded_run):
    """Return a run on the embedded corpus."""
    return embedded_run


@pytest.fixture
def articles(tmp_path):
    """Return 40 articles, for replacements of ``process_batch``."""
    rows = [
        {
            "article_id": f"a{number}",
            "corpus": "t",
            "text": f"Text {number}.",
            "n_words": 2,
            "url": str(tmp_path / "crashed"),
        }
        for number in range(40)
    ]
    return tables.make(rows, tables.ARTICLES)
