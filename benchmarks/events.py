"""
Measure time and memory of event finding on synthetic articles.

usage: python benchmarks/events.py [articles ...]

Each event has its own place, and its own words among those that all events share; one to six
outlets report it within three days. Eight events start each day: larger corpora are longer.
Prints articles, seconds, peak memory of the process in MB, events found and B-cubed F1.
"""

import resource
import sys
import time
from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.compare.events.find import find_events
from analysis.core.tables import ARTICLES, make

EVENTS_A_DAY = 8
WORDS = 250


def synthetic(n: int, seed: int = 0) -> tuple[pd.DataFrame, pd.Series]:
    """
    Generate n articles on about n / 3.5 events.

    Returns
    -------
    articles : DataFrame
        The ``articles`` table, no event ids.
    truth : Series
        Event of each article.
    """
    rng = np.random.default_rng(seed)
    common = np.array([f"word{i}" for i in range(20_000)])
    zipf = 1 / np.arange(1, len(common) + 1)
    zipf /= zipf.sum()
    rows = []
    event = 0
    while len(rows) < n:
        own = rng.choice(common[200:], 12, replace=False)
        day = event // EVENTS_A_DAY
        place = f"place {rng.integers(12)}"
        for outlet in rng.choice(15, rng.integers(1, 7), replace=False):
            body = rng.choice(common, WORDS, p=zipf)
            where = (rng.random(25) ** 2 * WORDS).astype(int)
            body[where] = rng.choice(own, 25)
            rows.append(
                (
                    f"a{len(rows):06d}",
                    f"outlet {outlet}",
                    day + int(rng.integers(3)),
                    " ".join(own[:5]),
                    " ".join(body),
                    place,
                    event,
                )
            )
        event += 1
    frame = pd.DataFrame(
        rows[:n], columns=["article_id", "outlet", "published", "title", "text", "place", "event"]
    )
    frame["published"] = pd.Timestamp("2012-01-01") + pd.to_timedelta(frame["published"], unit="D")
    articles = make(frame.drop(columns="event").assign(corpus="synthetic", n_words=WORDS), ARTICLES)
    return articles, frame["event"]


def b_cubed(found: pd.Series, truth: pd.Series) -> float:
    """Return the B-cubed F1 of two labellings of the same articles."""
    both = pd.DataFrame({"found": found.to_numpy(), "truth": truth.to_numpy()})
    overlap = _group_sizes(both, ["found", "truth"])
    precision = (overlap / _group_sizes(both, ["found"])).mean()
    recall = (overlap / _group_sizes(both, ["truth"])).mean()
    return 2 * precision * recall / (precision + recall)


def _group_sizes(frame: pd.DataFrame, columns: list[str]) -> np.ndarray:
    """Return for each row the size of its group."""
    return frame.groupby(columns)[columns[0]].transform("size").to_numpy()


def main(sizes: Sequence[int] = (1_000, 10_000, 100_000)) -> None:
    """Print one line for each size."""
    print("articles,seconds,peak_mb,events,b_cubed", flush=True)
    for n in sizes:
        articles, truth = synthetic(n)
        start = time.perf_counter()
        found, events = find_events(articles)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{n},{seconds:.1f},{peak},{len(events)},{b_cubed(found['event_id'], truth):.3f}",
            flush=True,
        )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main([int(size) for size in sys.argv[1:]])
    else:
        main()
