"""
Measure how many tokens a second the model labels and classifies, by wall clock and by core time.

usage: python benchmarks/model_speed.py [--threads 1 2] [--device cuda]

Tokens are random, because the model does the same work for all. Each rate is the best of three.
Run it where nothing else runs; data/models/reader/CARD.md has the rates of one machine.
"""

import argparse
import os
import time

import numpy as np

from analysis.neural.load import load

LENGTHS = (128, 384)
ROWS = 8
REPEATS = 3
METHODS = {"tagger": "tag", "polarity": "classify_polarity"}


def measure(part: str, threads: int, length: int) -> tuple[float, float]:
    """Return tokens a second by wall clock, and tokens a core-second, in batches of usual size."""
    model = load(part, threads=threads)
    numbers = np.random.default_rng(0).integers(200, 15_000, (ROWS, length - 2))
    rows = [[model.start, *row, model.end] for row in numbers.tolist()]
    process = getattr(model, METHODS[part])
    process(rows[:1])
    seconds = []
    core_seconds = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        core_start = time.process_time()
        for i in range(0, ROWS, model.batch):
            process(rows[i : i + model.batch])
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
    for part in METHODS:
        for threads in options.threads:
            for length in LENGTHS:
                by_clock, by_core = measure(part, threads, length)
                print(f"{part:10}{threads:8}{length:8}{by_clock:12,.0f}{by_core:16,.0f}")


if __name__ == "__main__":
    main()
