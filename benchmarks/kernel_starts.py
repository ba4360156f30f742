"""
Count kernels that fail to start when many are started at once.

usage: python benchmarks/kernel_starts.py [runs] [jobs]

Each run starts as many small notebooks as there are jobs, all at the same time. Prints runs,
kernels, those that needed a second attempt, those that failed, and seconds. Takes about five
minutes for 50 runs of 4 on two cores.
"""

import logging
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from analysis.notebook_runs import scheduler

CELLS = ('output_dir: str = ""  # where to keep', "1 + 1")


class Retries(logging.Handler):
    """Count the warnings of the scheduler, one for each kernel that is started again."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def notebooks(folder: Path, n: int) -> list[Path]:
    """Write n small notebooks."""
    paths = []
    for i in range(n):
        cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
        cells[0].metadata["tags"] = ["parameters"]
        path = folder / f"{i + 1:02d}_small.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
        paths.append(path)
    return paths


def main(runs: int = 50, jobs: int = 4) -> int:
    """Run the notebooks and return 1 if a kernel failed."""
    retries = Retries()
    failed = []
    start = time.perf_counter()
    logging.getLogger("analysis").addHandler(retries)
    with tempfile.TemporaryDirectory() as folder:
        chosen = notebooks(Path(folder), jobs)
        for number in range(1, runs + 1):
            outcomes = scheduler.run_notebooks(
                chosen, {}, Path(folder) / "out", notebook_jobs=jobs, force=True, time_limit=300
            )
            failed += [outcome for outcome in outcomes if not outcome.ok]
            if number % 10 == 0:
                print(
                    f"{number} runs: {retries.count} kernels started twice, {len(failed)} failed",
                    flush=True,
                )
    print(
        f"{runs} runs of {jobs} at once: {runs * jobs} kernels, {retries.count} started twice, "
        f"{len(failed)} failed, {time.perf_counter() - start:.0f} s"
    )
    for status, reason in sorted({(outcome.status, outcome.reason) for outcome in failed}):
        print(f"  {status}: {reason}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
