"""Accuracy on hand labels: one measurement for each file, kept only if asked for."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.commands.accuracy import measure
from analysis.evaluate import accuracy


@pytest.mark.parametrize(("keep", "expected"), [(False, None), (True, Path("accuracy.csv"))])
def test_each_file_is_measured_and_kept_if_asked_for(keep, expected, monkeypatch):
    measured = []
    written = []

    def measure_accuracy(path, threads):
        measured.append((path, threads))
        return pd.DataFrame({"value": [0.5]})

    def write(scores):
        written.append(scores)
        return Path("accuracy.csv")

    monkeypatch.setattr(accuracy, "measure_accuracy", measure_accuracy)
    monkeypatch.setattr(accuracy, "write_accuracy", write)
    results = measure([Path("a.jsonl"), Path("b.jsonl")], keep=keep, threads=3)
    first = next(results)
    assert measured == [(Path("a.jsonl"), 3)]  # shown as soon as it is known
    assert first.scores["value"].tolist() == [0.5]
    assert [first.kept, next(results).kept] == [expected, expected]
    assert len(written) == (2 if keep else 0)
