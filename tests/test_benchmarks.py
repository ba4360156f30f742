"""Grown corpora have no new duplicates, and the page on costs contains what was measured."""

import json
import sys

import labelled_reader
import pandas as pd
import pytest

from analysis import load
from analysis.core import paths
from analysis.core.tables import ARTICLES, make
from analysis.run import process_batch

BENCHMARKS = paths.ROOT / "benchmarks"


@pytest.fixture
def benchmarks(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield
    for name in ("cases", "corpus", "long_news", "measure_code", "scale", "speed"):
        sys.modules.pop(name, None)


def test_a_grown_corpus_has_no_new_duplicates(benchmarks):
    import corpus

    base = load.read("sample").articles
    grown = [dict(row, article_id=f"a{i}") for i, row in enumerate(corpus.grown(base, 90))]
    assert [row["outlet"] for row in grown] == base["outlet"].tolist() * 3
    articles = make([row | {"corpus": "t", "n_words": 1} for row in grown], ARTICLES)
    copies = load.mark_duplicates(articles)["duplicate_of"]
    assert copies.notna().sum() == load.mark_duplicates(base)["duplicate_of"].notna().sum()
    assert articles["published"].nunique() > 2 * base["published"].nunique()


def way(core_seconds):
    return {
        "articles": 100,
        "words": 30_000,
        "tokens": 33_000,
        "seconds": 60.0,
        "core_seconds": core_seconds,
        "memory_mb": 900,
    }


@pytest.fixture
def found():
    return {
        "machine": {
            "date": "2026-01-01",
            "processor": "P",
            "cores": 2,
            "python": "3.11",
            "load": 0.1,
        },
        "stages": {
            "1": {
                **way(36.0),
                "seconds": {
                    "annotate: tagger": 10.0,
                    "measure: targets": 20.0,
                    "measure: tone": 6.0,
                },
            }
        },
        "sharing": {"1 process, 1 thread": way(36.0), "2 processes, 1 thread each": way(36.0)},
        "growth": {
            "1000": {
                "seconds": {"load and copies": 3.6, "events": 3.6},
                "memory_mb": {"start": 100, "load and copies": 101, "events": 110},
            }
        },
    }


def test_costs_follow_from_the_rates(benchmarks, found):
    import scale

    row = next(r for r in scale.costs(found).splitlines() if r.startswith("| 1,000,000 "))
    # .36 core-seconds an article; 3.6 ms each for reading and events; 10 KB an article for events
    assert row.split(" | ")[1:7] == ["100", "50", "1", "1.0", "1.0", "10.0"]
    assert row.endswith("| the model |")


def test_rates_of_the_model_and_of_everything_else(benchmarks, found):
    import scale

    expected = (
        "The model takes 83% of the time of one process: 1,000 words a second (spans 3,000, "
        "polarity of mentions 1,500); everything else together processes 5,000 words a second."
    )
    assert expected in scale.measured(found).splitlines()
    assert "| 2 processes, 1 thread each | 833 | 2.78 | 1.00 | 900 |" in scale.measured(found)
    assert "| 1,000 | 3.6 | 3.6 | 101 | 110 |" in scale.measured(found)


def test_quantities_are_shown_where_they_were_measured(benchmarks, found):
    import scale

    assert "quantities" not in scale.measured(found)
    size = found["growth"]["1000"]
    size["seconds"]["quantities"] = 9.0
    size["memory_mb"]["quantities"] = 120
    assert "| 1,000 | 3.6 | 3.6 | 9.0 | 101 | 110 | 120 |" in scale.measured(found)


def test_copies_of_an_article_have_its_length(benchmarks):
    import corpus

    base = corpus.densest(load.read("sample").articles, 10)
    assert len(base) == 10
    grown = list(corpus.grown(base, 30))
    for number, row in enumerate(grown):
        original = grown[number % 10]
        assert len(row["text"]) == len(original["text"])
        assert (row["text"] == original["text"]) == (number < 10)


def test_figures_of_a_copy_have_its_ids(benchmarks, monkeypatch):
    # the module sets the clock of the stages, which is set back after this test
    monkeypatch.setattr(process_batch, "time", process_batch.time)
    import cases

    figures = pd.DataFrame(
        {
            "article_id": ["a", "a", "b"],
            "figure_id": ["a#f0", "a#f1", "b#f0"],
            "part_of": [None, "a#f0", None],
            "low": [9.0, 4.0, 2.0],
        }
    )
    copied = cases.copied(figures, pd.Series(["b", "a", "a"], index=["x", "y", "z"]))
    assert copied["figure_id"].tolist() == ["x#f0", "y#f0", "y#f1", "z#f0", "z#f1"]
    assert copied["article_id"].tolist() == ["x", "y", "y", "z", "z"]
    assert copied["part_of"].fillna("").tolist() == ["", "", "y#f0", "", "z#f0"]
    assert copied["low"].tolist() == [2.0, 9.0, 4.0, 9.0, 4.0]


def test_long_news_moves_the_labels_with_their_words(benchmarks, monkeypatch):
    import long_news

    monkeypatch.setattr(long_news.tagger_model, "label_articles", labelled_reader.read)
    long_news._sample_sentences.cache_clear()
    text, labels = long_news.varied_news(3_000)
    long_news._sample_sentences.cache_clear()
    assert len(text.split()) >= 3_000
    spans = labels.spans
    assert spans["span_id"].is_unique
    cues = spans.loc[spans["label"].eq("cue")]
    said = [text[start:end] for start, end in zip(cues["start"], cues["end"], strict=True)]
    assert said.count("said") > 20
    linked = {*labels.links["from_id"], *labels.links["to_id"]}
    assert linked
    assert linked <= {*spans["span_id"]}
    sentences = [part for part in text.replace("\n\n", " ").split(". ") if len(part) > 60]
    assert len(set(sentences)) > 0.9 * len(sentences)


@pytest.mark.parametrize(
    ("gigabytes", "hours", "loading_hours", "expected"),
    [
        (257, 1, 1, "events and duplicates: one process"),
        (256, 1, 1, "the model"),
        (1, 1, 49, "reading: one process"),
        (1, 1, 48, "the model"),
        (1, 1535, 1, "the model"),
        (1, 1536, 1, "the model: use more machines"),
    ],
)
def test_bottlenecks(benchmarks, gigabytes, hours, loading_hours, expected):
    import scale

    found = scale._bottleneck(gigabytes, hours, loading_hours)
    assert found.startswith(expected)
    assert ("more machines" in found) == ("more machines" in expected)


def test_the_page_contains_what_was_measured(benchmarks):
    import scale

    results = json.loads((BENCHMARKS / "speed.json").read_text())
    page = scale.PAGE.read_text(encoding="utf8")
    numbers = [line for line in page.splitlines() if line.startswith("| 1 process, 1 thread |")]
    assert numbers[0] in scale.measured(results).splitlines()


def test_a_peer_that_is_not_installed_is_not_run(benchmarks):
    import speed

    assert speed._peer(None, "quantities", "nowhere.json") is None
    assert "uv pip install" in speed.INSTALL


def test_long_functions_and_modules_are_counted_but_not_those_that_train(
    benchmarks, monkeypatch, tmp_path
):
    import measure_code

    monkeypatch.setattr(measure_code, "TRAINING", tmp_path / "train")
    (tmp_path / "train").mkdir()
    described = '    """Say."""\n'
    longest = "    pass\n" * measure_code.LONGEST_FUNCTION
    code = f"def fits():\n{described}{longest}\n\ndef is_long():\n{described}{longest}    pass\n"
    for path in (tmp_path / "a.py", tmp_path / "train" / "a.py"):
        path.write_text(code + "\n" * measure_code.LONGEST_MODULE, encoding="utf8")
    counts = measure_code.count_file(tmp_path / "a.py")
    assert [name.split()[1:] for name in counts.long_functions] == [["is_long", "36"]]
    assert len(counts.long_modules) == 1
    trained = measure_code.count_file(tmp_path / "train" / "a.py")
    assert (trained.long_functions, trained.long_modules) == ([], [])


@pytest.mark.parametrize(("n_long", "reached"), [(0, True), (1, False)])
def test_more_long_functions_or_modules_than_there_were_miss_the_aim(benchmarks, n_long, reached):
    import measure_code

    functions = ["a.py:1 f 36"] * (measure_code.MOST_LONG_FUNCTIONS + n_long)
    modules = ["a.py 401"] * (measure_code.MOST_LONG_MODULES + n_long)
    counts = measure_code.Counts(long_functions=functions, long_modules=modules)
    assert [row[-1] for row in measure_code.lengths(counts)] == [reached, reached]
