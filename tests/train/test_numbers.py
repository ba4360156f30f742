"""Labelled numbers and pairs, as the model of numbers reads them."""

import json
import random

import numpy as np
import pytest

from analysis.train import left_out, numbers
from analysis.train.judged_rows import JudgedRow


@pytest.fixture
def labels(tmp_path, monkeypatch):
    """Return a folder of labels with one invented article."""
    folder = tmp_path / "invented_stories"
    folder.mkdir()
    row = {"article_id": "corpus_16-00", "title": "Toll", "text": "It rose from 7 to 9."}
    (folder / "corpus_16.jsonl").write_text(json.dumps(row) + "\n")
    monkeypatch.setattr(numbers, "LABELS", tmp_path)
    return tmp_path


def test_labelled_numbers_have_their_words_and_headline(labels):
    table = labels / "numbers.csv"
    table.write_text("article_id,start,end,standing\ncorpus_16-00,13,14,outdated\n")
    (found,) = numbers.labelled_numbers(table)
    expected = ("corpus_16", "Toll It rose from * 7 * to 9.", "Toll", "outdated")
    assert tuple(found) == expected


def test_written_numbers_have_theirs(tmp_path):
    number = {"start": 13, "end": 14, "standing": "outdated"}
    row = {"title": "Toll", "text": "It rose from 7 to 9.", "numbers": [number]}
    file = tmp_path / "written.jsonl"
    file.write_text(json.dumps(row) + "\n")
    (found,) = numbers.written_numbers(file)
    assert found.words == "Toll It rose from * 7 * to 9."
    assert found.standing == "outdated"
    assert not left_out.is_left_out(found.corpus)


@pytest.mark.parametrize(
    ("is_one", "n_cells", "weight"),
    [(True, 2, 1.5), (True, 3, 1.5), (False, 2, 4.5), (False, 3, 2.25)],
)
def test_pairs_of_a_row_count_by_what_was_judged(is_one, n_cells, weight, monkeypatch):
    monkeypatch.setattr(numbers, "_words", lambda _statements, row: f"words {row}")
    row = JudgedRow("a", "corpus_17", None, np.arange(n_cells), True, is_one, True)
    (pairs,) = numbers.pairs_of_rows([row])
    assert len(pairs) == n_cells * (n_cells - 1) / 2
    assert {pair.weight for pair in pairs} == {weight}
    assert {pair.is_one for pair in pairs} == {is_one}
    assert (pairs[0].words, pairs[0].other) == ("words 0", "words 1")


def test_either_of_two_comes_first():
    chance = random.Random(0)
    found = {numbers._either_first(("a", "b"), chance) for _ in range(20)}
    assert found == {("a", "b"), ("b", "a")}


@pytest.mark.parametrize(
    ("corpus", "expected"),
    [
        ("corpus_16", True),
        ("corpus_17", False),
        ("corpus_40", True),
        ("corpus_42", False),
        ("corpus_47", True),
        ("corpus_01", False),
        ("quantities/train", False),
        ("quantities/dev", True),
        ("written", False),
    ],
)
def test_whole_corpora_are_left_out(corpus, expected):
    assert left_out.is_left_out(corpus) is expected
