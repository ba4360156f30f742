"""
Measure how many tokens a second the tagger labels and the classifier of polarity reads.

usage: python benchmarks/model_speed.py [--threads 1 2] [--device cuda]

By wall clock and by core time. Tokens are random, because the model does the same work for all, and
so are the states that the classifier reads, a sentence at a time. Each rate is the best of three.
Run it where nothing else runs; data/models/reader/CARD.md has the rates of one machine.
"""

import argparse
import os
import time
from collections.abc import Callable

import numpy as np

from analysis.neural.load import load_polarity, load_tagger

LENGTHS = {"tagger": (128, 384), "polarity": (32, 64)}
ROWS = 8
REPEATS = 3
HIDDEN = 768


def work_of(part: str, threads: int, length: int) -> tuple[Callable[[int], object], int]:
    """Return what a part does with the rows from one number on, and how many it takes at once."""
    rng = np.random.default_rng(0)
    if part == "tagger":
        tagger = load_tagger(threads=threads)
        numbers = rng.integers(200, 15_000, (ROWS, length - 2))
        rows = [[tagger.start, *row, tagger.end] for row in numbers.tolist()]
        return lambda first: tagger.tag(rows[first : first + tagger.batch]), tagger.batch
    classifier = load_polarity(threads=threads)
    states = rng.normal(size=(length, HIDDEN)).astype(np.float32)
    return lambda _first: classifier.scores(states, 3, 5), 1


def measure(part: str, threads: int, length: int) -> tuple[float, float]:
    """Return tokens a second by wall clock, and tokens a core-second, in batches of usual size."""
    process, batch = work_of(part, threads, length)
    process(0)
    seconds = []
    core_seconds = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        core_start = time.process_time()
        for first in range(0, ROWS, batch):
            process(first)
        seconds.append(time.perf_counter() - start)
        core_seconds.append(time.process_time() - core_start)
    n_tokens = ROWS * length
    return n_tokens / min(seconds), n_tokens / min(core_seconds)


def main() -> None:
    """Print a line for each part, number of threads and length of window."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--device", default="cpu", help="value of PARALLAX_DEVICE")
    options = parser.parse_args()
    os.environ["PARALLAX_DEVICE"] = options.device
    print(f"{'part':10}{'threads':>8}{'window':>8}{'tokens/s':>12}{'tokens/core-s':>16}")
    for part, lengths in LENGTHS.items():
        for threads in options.threads:
            for length in lengths:
                by_clock, by_core = measure(part, threads, length)
                print(f"{part:10}{threads:8}{length:8}{by_clock:12,.0f}{by_core:16,.0f}")


if __name__ == "__main__":
    main()
