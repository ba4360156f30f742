"""The part of a labelled file that a model was not trained on."""

import json

import pytest

from analysis.evaluate.hand_labels import read_labels
from analysis.train.examples import fold_of
from analysis.train.held_out import labels_of_fold


@pytest.fixture
def labels(tmp_path):
    folder = tmp_path / "figures"
    folder.mkdir()
    lines = []
    for number in range(20):
        figure = {
            "start": 0,
            "end": 2,
            "low": 12,
            "high": 12,
            "qualifier": "exact",
            "outcome": "killed",
        }
        row = {"article_id": f"a{number}", "text": "12 died.", "figures": [figure]}
        lines.append(json.dumps(row))
    path = folder / "made.jsonl"
    path.write_text("\n".join(lines), encoding="utf8")
    return read_labels(path)


def test_folds_share_no_article_and_lose_none(labels):
    folds = [labels_of_fold(labels, fold, 5) for fold in range(5)]
    ids = [article_id for fold in folds for article_id in fold.articles["article_id"]]
    assert sorted(ids) == sorted(labels.articles["article_id"])
    for number, fold in enumerate(folds):
        assert all(fold_of(article_id, 5) == number for article_id in fold.articles["article_id"])
        assert set(fold.figures["article_id"]) == set(fold.articles["article_id"])
        assert fold.attributions is None


def test_the_part_is_named(labels):
    assert set(labels_of_fold(labels, 0, 5).articles["corpus"]) == {"figures/made, 1 in 5 held out"}


def test_articles_that_were_read_can_be_left_out(labels):
    whole = labels_of_fold(labels, 0, 5)
    first = whole.articles["article_id"].iloc[0]
    rest = labels_of_fold(labels, 0, 5, {first})
    assert set(rest.articles["article_id"]) == set(whole.articles["article_id"]) - {first}
    assert first not in set(rest.figures["article_id"])
    assert set(rest.articles["corpus"]) == {"figures/made, 1 in 5 held out, not read"}
