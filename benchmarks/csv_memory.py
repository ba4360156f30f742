"""
Measure the memory that reading a large CSV file takes.

Run ``python benchmarks/csv_memory.py --megabytes 100``. Writes a CSV file of invented articles of
some paragraphs each to a temporary folder, reads it in one process each way, and prints seconds
and peak memory: ``stage`` keeps articles on disk, ``read`` returns them as a table.
"""

import argparse
import csv
import random
import subprocess
import sys
import tempfile
from pathlib import Path

_SYLLABLES = ("ba", "de", "ki", "lo", "mu", "na", "re", "so", "ti", "va")
_WORDS = [a + b + c for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES]
_READ = """
import resource, sys, time
from pathlib import Path
from analysis import load
from analysis.load.staging import stage
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
start = time.perf_counter()
path = Path(sys.argv[1])
if sys.argv[2] == "stage":
    stage(path, path.parent / "staged")
else:
    load.read(path)
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{sys.argv[2]}: {seconds:.0f} s, peak {peak} MB ({before} MB before)")
"""


def write_csv(path: Path, megabytes: int) -> None:
    """Write a CSV file of about so many megabytes, with cells of several lines."""
    with path.open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file)
        chance = random.Random(0)
        writer.writerow(["outlet", "date", "title", "text"])
        number = 0
        while file.tell() < megabytes * 1_000_000:
            paragraphs = [" ".join(chance.choices(_WORDS, k=100)) + ", it said." for _ in "1234"]
            text = "\n\n".join(paragraphs)
            day = f"2018-{1 + number % 12:02d}-{1 + number % 28:02d}"
            writer.writerow([f"Outlet {number % 9}", day, f"Bridge {number}", text])
            number += 1


def main() -> None:
    """Write a file, read it each way, and print seconds and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=100)
    megabytes = parser.parse_args().megabytes
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.csv"
        write_csv(path, megabytes)
        print(f"{path.stat().st_size / 1e6:.0f} MB")
        for way in ("stage", "read"):
            subprocess.run([sys.executable, "-c", _READ, str(path), way], check=True)


if __name__ == "__main__":
    main()
