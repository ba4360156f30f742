"""
Measure how many tokens a second the model labels and classifies, by the clock and by the seconds that cores spent.

usage: python benchmarks/reader.py [--threads 1 2] [--device cuda]

Tokens are drawn at random: the reader does the same work for any. Each figure is the best of three. Run it where nothing else runs; the data/models/reader/CARD.md
tells the figures of one machine.
"""

import argparse
import os
import time

import numpy as np

from analysis.neural.load import load

LENGTHS, ROWS = (128, 384), 8
OF = {"tagger": "tag", "polarity": "classify_polarity"}


def measure(part, threads, length):
    """Give tokens a second, by the clock and by core-seconds, of rows that the reader takes as it would in an article."""
    model = load(part, threads=threads)
    numbers = np.random.default_rng(0).integers(200, 15_000, (ROWS, length - 2))
    rows = [[model.start, *row, model.end] for row in numbers.tolist()]
    read, best = getattr(model, OF[part]), [np.inf, np.inf]
    read(rows[:1])
    for _ in range(3):
        clock, cores = time.perf_counter(), time.process_time()
        for i in range(0, ROWS, model.batch):
            read(rows[i : i + model.batch])
        spent = time.perf_counter() - clock, time.process_time() - cores
        best = [min(pair) for pair in zip(best, spent, strict=True)]
    return [ROWS * length / seconds for seconds in best]


def main():
    """Print a row a part, number of threads and length of window."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--device", default="cpu", help="as PARALLAX_DEVICE")
    options = parser.parse_args()
    os.environ["PARALLAX_DEVICE"] = options.device
    print(f"{'part':10}{'threads':>8}{'window':>8}{'tokens/s':>12}{'tokens/core-s':>16}")
    for part in OF:
        for threads in options.threads:
            for length in LENGTHS:
                clock, cores = measure(part, threads, length)
                print(f"{part:10}{threads:8}{length:8}{clock:12,.0f}{cores:16,.0f}")


if __name__ == "__main__":
    main()
