"""The benchmarks' texts are no copies of each other, and the page on costs says what was measured."""

import sys

import pytest

from analysis import load
from analysis.core import paths

BENCHMARKS = paths.ROOT / "benchmarks"


@pytest.fixture
def benchmarks(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield
    for name in ("corpus", "scale", "speed"):
        sys.modules.pop(name, None)


def test_a_corpus_that_is_made_longer_has_no_more_copies(benchmarks):
    import corpus

    base = load.read("sample").articles
    grown = [dict(row, article_id=f"a{i}") for i, row in enumerate(corpus.grown(base, 90))]
    assert [row["outlet"] for row in grown] == base["outlet"].tolist() * 3
    articles = load.articles.make(
        [row | {"corpus": "t", "n_words": 1} for row in grown], load.articles.ARTICLES
    )
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
    # .36 core-seconds an article; 3.6 ms each for reading and for events; 10 KB of events' memory an article
    assert row.split(" | ")[1:7] == ["100", "50", "1", "1.0", "1.0", "10.0"]
    text = scale.measured(found)
    assert (
        "the reader takes 83%: 1,000 words a second (spans 3,000, polarity of mentions 1,500); everything else together does 5,000"
        in text
    )


def test_a_peer_that_is_not_there_is_said_not_to_have_run(benchmarks):
    import speed

    assert speed._peer(None, "quantities", "nowhere.json") is None
    assert "uv pip install" in speed.INSTALL
