"""
Kill a run at random moments, start it again, and compare what it leaves with a run that nobody killed.

usage: python benchmarks/killed_runs.py [kills] [notebooks] [seed]

Six articles of the sample corpus and two notebooks (01,02), in a copy of the project, each time from nothing. The process is killed outright
(SIGKILL) at a moment drawn evenly over the time that an undisturbed run takes, and the same command is given again at
once. Compared are all tables, charts, CSV files, pages and the evidence, but for seconds and the words on why a
notebook ran. Takes about half a minute a kill on two quiet cores. Needs a system with signals of Unix.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from analysis.core import paths

LEFT_OUT = (".git", ".venv", "reports", "build", ".pytest_cache", ".ruff_cache", "__pycache__")
OWN = ("manifest.json", "runs.json", "written.json")  # hold times, and why something ran


class Copy:
    """A copy of the project, whose reports and kept parts are nobody else's."""

    def __init__(self, folder, notebooks):
        self.root = folder / "parallax"
        shutil.copytree(paths.ROOT, self.root, ignore=shutil.ignore_patterns(*LEFT_OUT))
        self.command = [
            sys.executable,
            "-m",
            "analysis",
            "report",
            "sample",
            "--limit",
            "6",
            "--notebooks",
            notebooks,
        ]

    def start(self, errors=subprocess.DEVNULL):
        return subprocess.Popen(
            self.command,
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root)},
            stdout=subprocess.DEVNULL,
            stderr=errors,
            text=True,
        )

    def finish(self):
        process = self.start(subprocess.PIPE)
        _, errors = process.communicate()
        if process.returncode:
            raise SystemExit(f"a run failed:\n{errors}")
        return contents(self.root / "reports" / "sample")

    def clear(self):
        shutil.rmtree(self.root / "reports", ignore_errors=True)


def contents(folder):
    """Give what a reader gets: file to table, or to bytes without what differs from run to run."""
    found = {}
    for path in sorted(
        p for p in folder.rglob("*") if p.is_file() and p.name not in OWN and p.suffix != ".ipynb"
    ):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".parquet":
            found[name] = pd.read_parquet(path)
        elif name == "index.html":
            found[name] = re.sub(
                r'(?s)<table class="status">.*?</table>', "", path.read_text(encoding="utf8")
            )
        else:
            found[name] = path.read_bytes()
    return found


def differences(expected, got):
    """Name the files that are missing, too many or other."""
    odd = sorted(set(expected) ^ set(got))
    for name in sorted(set(expected) & set(got)):
        same = (
            expected[name].equals(got[name])
            if isinstance(got[name], pd.DataFrame)
            else expected[name] == got[name]
        )
        odd += [] if same else [name]
    return odd


def main(kills=20, notebooks="01,02", seed=0):
    kills, moments, bad, late = int(kills), random.Random(int(seed)), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(Path(folder), notebooks)
        start = time.perf_counter()
        expected = copy.finish()
        took = time.perf_counter() - start
        copy.clear()
        again = differences(expected, copy.finish())
        print(
            f"undisturbed: {took:.1f} s, {len(expected)} files; differ in a second run: {', '.join(again) or 'none'}",
            flush=True,
        )
        for number in range(kills):
            copy.clear()
            process, moment = copy.start(), moments.uniform(0, took)
            try:
                process.communicate(timeout=moment)
                late += 1
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
            start = time.perf_counter()
            odd = [name for name in differences(expected, copy.finish()) if name not in again]
            bad += bool(odd)
            print(
                f"kill {number + 1} at {moment:.1f} s, done {time.perf_counter() - start:.1f} s after the restart: "
                f"{'the same' if not odd else 'DIFFERENT: ' + ', '.join(odd[:5])}",
                flush=True,
            )
        print(
            f"{kills} kills, {late} of them after the end: {kills - bad} the same, {bad} different"
        )
    return 1 if bad or again else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
