"""The real corpus and the hand labels: every article is read, and accuracy has not fallen."""

import os
from pathlib import Path

import pytest

from analysis.compare.estimates import Bootstrap
from analysis.core import tables
from analysis.evaluate import accuracy
from analysis.run import pipeline

pytestmark = pytest.mark.corpus

# What this version reaches on the development sets, less .01.
FLOORS = {
    "figures/dev.jsonl": {
        "found: all": 0.97,
        "record: all": 0.949,
        "attribution: source": 0.92,
        "attribution: agent": 0.861,
    },
    "attributions/dev.jsonl": {
        "word: source": 0.869,
        "word: cue": 0.753,
        "word: content": 0.91,
        "exact: content": 0.702,
        "linked: all": 0.778,
    },
}


@pytest.fixture(scope="session")
def run():
    return pipeline.run("fa-kes")


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
