"""
Count kernels that do not start, when many are started at once.

usage: python benchmarks/kernel_starts.py [runs] [notebook_jobs]

Each run starts as many small notebooks as ``notebook_jobs`` says, all at the same time. Prints runs, kernels, those that
needed a second try, those that failed, and seconds. Takes about five minutes for 50 runs of 4 on two cores.
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
    """Count what the suite warns of: a kernel that is started once more."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record):
        self.count += 1


def notebooks(folder, n):
    paths = []
    for i in range(n):
        cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
        cells[0].metadata["tags"] = ["parameters"]
        paths.append(folder / f"{i + 1:02d}_small.ipynb")
        nbformat.write(nbformat.v4.new_notebook(cells=cells), paths[-1])
    return paths


def main(runs=50, notebook_jobs=4):
    retries, failed, start = Retries(), [], time.perf_counter()
    logging.getLogger("analysis").addHandler(retries)
    with tempfile.TemporaryDirectory() as folder:
        chosen = notebooks(Path(folder), notebook_jobs)
        for number in range(1, runs + 1):
            outcomes = scheduler.run_notebooks(
                chosen,
                {},
                Path(folder) / "out",
                notebook_jobs=notebook_jobs,
                force=True,
                time_limit=300,
            )
            failed += [o for o in outcomes if not o.ok]
            if number % 10 == 0:
                print(
                    f"{number} runs: {retries.count} kernels started twice, {len(failed)} failed",
                    flush=True,
                )
    print(
        f"{runs} runs of {notebook_jobs} at once: {runs * notebook_jobs} kernels, {retries.count} started twice, "
        f"{len(failed)} failed, {time.perf_counter() - start:.0f} s"
    )
    for status, reason in sorted({(o.status, o.reason) for o in failed}):
        print(f"  {status}: {reason}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
