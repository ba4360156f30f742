"""The real corpus and the hand labels: every article is read, and accuracy has not fallen."""

import json
import os
from pathlib import Path

import pandas as pd
import pytest
from sklearn.metrics import f1_score, precision_recall_fscore_support

from analysis.annotate.token_states import read_states
from analysis.commands.extract import Extraction, is_current
from analysis.compare.estimates import Bootstrap
from analysis.core import tables
from analysis.evaluate import accuracy
from analysis.evaluate.hand_labels import read_labels
from analysis.load.stated_day import stated_day
from analysis.measure.target_sentiment.model import Mention, sentiment_in_articles
from analysis.neural.load import load_tagger
from analysis.run import pipeline
from analysis.train import labelled_passages
from analysis.train.held_out import labels_of_fold

pytestmark = pytest.mark.corpus
ROOT = Path(__file__).parents[1]
LABELS = ROOT / "data" / "labels"

# What this version reaches on the development sets, less .01.
FLOORS = {
    "figures/dev.jsonl": {
        "found: all": 0.97,
        "record: all": 0.949,
        "attribution: source": 0.92,
        "attribution: agent": 0.861,
    },
    # its annotators mark plans, votes and agreements too, which the codebook leaves out
    "attributions/dev.jsonl": {
        "word: source": 0.869,
        "word: cue": 0.748,
        "word: content": 0.908,
        "exact: content": 0.696,
        "linked: all": 0.77,
    },
}
PASSAGE_FLOORS = {  # a hundredth below what was measured on 337 passages
    "word: source": 0.866,
    "word: cue": 0.714,
    "word: content": 0.910,
    "linked: all": 0.818,
    "statement: all": 0.902,
    "accuracy: source_type": 0.774,
    "accuracy: cue_stance": 0.881,
    "accuracy: source_name": 0.849,
}


@pytest.fixture(scope="session")
def run():
    """Return the tables of the corpus: those of its report if nothing has changed since."""
    folder = ROOT / "reports" / "fa-kes" / "tables"
    return pipeline.run(folder if is_current(Extraction("fa-kes"), folder) else "fa-kes")


@pytest.fixture(scope="session")
def gold():
    folder = os.environ.get("PARALLAX_GOLD")
    assert folder, (
        "PARALLAX_GOLD should name the folder of hand labels; "
        "make test-corpus sets it if ../shared exists"
    )
    return Path(folder)


def test_every_article_of_the_real_corpus_is_read(run):
    counts = run.manifest["counts"]["load"]
    assert counts["rows_in"] == counts["rows_out"] == len(run.articles) == 804
    assert run.articles["article_id"].iloc[[0, -1]].tolist() == ["fa-kes-0000", "fa-kes-0803"]
    assert run.articles["outlet"].nunique() == 15
    assert run.problems["kept"].all()


def test_every_article_has_sentences_and_most_have_figures_and_attributions(run):
    assert run.sentences["article_id"].nunique() == 804
    assert run.figures["article_id"].nunique() > 700
    assert run.attributions["article_id"].nunique() > 700


def test_every_offset_of_the_real_corpus_leads_to_its_words(run):
    texts = run.articles.set_index("article_id")["text"]
    for figure in run.figures.itertuples():
        assert texts[figure.article_id][figure.start : figure.end] == figure.text
    lengths = run.attribution_spans["article_id"].map(texts.str.len())
    assert (run.attribution_spans["end"] <= lengths).all()
    for name in tables.PER_ARTICLE:
        tables.check(getattr(run, name), tables.ALL[name])


@pytest.mark.parametrize("labels", FLOORS)
def test_accuracy_has_not_fallen(gold, labels):
    measured = accuracy.measure_accuracy(gold / labels, bootstrap=Bootstrap(n=100))
    values = measured.set_index("measure")["value"]
    fallen = {}
    for measure, floor in FLOORS[labels].items():
        if values[measure] < floor:
            fallen[measure] = (values[measure], floor)
    assert fallen == {}


def test_accuracy_on_passages_that_nobody_tuned_on_has_not_fallen(gold, tmp_path):
    path = tmp_path / "passages.jsonl"
    labelled_passages.main([str(gold), str(path)])
    labels = labels_of_fold(read_labels(path), fold=0, folds=5)
    assert len(labels.articles) == 337
    measured = accuracy.measure_accuracy(labels, bootstrap=Bootstrap(n=100))
    values = measured.set_index("measure")["value"]
    fallen = {
        measure: (values[measure], floor)
        for measure, floor in PASSAGE_FLOORS.items()
        if values[measure] < floor
    }
    assert fallen == {}


def test_the_days_that_texts_state_are_read(run):
    labels = pd.read_csv(LABELS / "fa_kes_days.csv", parse_dates=["stated"])
    assert len(labels) == 60
    articles = run.articles.set_index("article_id").loc[labels["article_id"]]
    wrong = []
    for label, row in zip(labels.itertuples(), articles.itertuples(), strict=True):
        stated = None if pd.isna(label.stated) else label.stated.date()
        if stated_day(row.text, row.title, row.published.date()) != stated:
            wrong.append(label.article_id)
    assert len(wrong) <= 1, wrong


def polarities(labels, texts):
    """Return the polarity towards each labelled mention, read in its article."""
    ids = labels["article_id"].unique().tolist()
    read = read_states([texts[name] for name in ids], load_tagger())
    mentions = []
    for row in labels.itertuples():
        assert texts[row.article_id][row.start : row.end] == row.mention
        sentence = row.sentence_start, row.sentence_end
        mentions.append(Mention(row.article_id, sentence, (row.start, row.end)))
    states = {ids[number]: found for number, found in read.items()}
    return sentiment_in_articles(mentions, states)["polarity"]


def test_polarity_towards_the_parties_of_a_war(run):
    """Half of the negatives of an earlier version were not negative; now nine in ten are."""
    labels = pd.read_csv(LABELS / "fa_kes_targets.csv")
    assert len(labels) == 165
    labels = labels.loc[labels["is_target"]]
    texts = run.articles.set_index("article_id")["text"].to_dict()
    found = polarities(labels, texts)
    precision, recall, _, _ = precision_recall_fscore_support(
        labels["polarity"], found, labels=["negative", "neutral"]
    )
    assert precision[0] > 0.89, "of the negatives"
    assert precision[1] > 0.86
    assert recall[0] > 0.78
    assert recall[1] > 0.88


def test_polarity_towards_parties_in_other_news(gold):
    """The mentions were drawn at random and not used for training."""
    labels = pd.read_csv(LABELS / "other_news_targets_test.csv")
    assert len(labels) == 220
    texts = {}
    for name in ("other_news/dev", "quantities/dev"):
        lines = (gold / f"{name}.jsonl").read_text(encoding="utf8").splitlines()
        texts |= {row["article_id"]: row["text"] for row in map(json.loads, lines)}
    labels = labels.loc[labels["is_target"]]
    found = polarities(labels, texts)
    assert f1_score(labels["polarity"], found, average="macro") > 0.70
