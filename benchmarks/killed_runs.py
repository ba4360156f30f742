"""
Kill a run at random moments, restart it, and compare the results with an undisturbed run.

usage: python benchmarks/killed_runs.py [kills] [notebooks] [seed]

Each run takes six articles of the sample corpus and two notebooks (01,02), in a copy of the
project without earlier results. The process is killed (SIGKILL) at a moment drawn uniformly over
the time of an undisturbed run, and the same command is started again at once. All tables, charts,
CSV files, pages and evidence are compared, except times and the reasons why a notebook ran. Takes
about half a minute a kill on two idle cores. Needs Unix signals.
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
OWN = ("manifest.json", "hashes.json", "runs.json", "written.json")  # times, and why something ran
STATUS_TABLE = re.compile(r'<table class="status">.*?</table>', re.DOTALL)


class Copy:
    """A copy of the project with its own reports and cache."""

    def __init__(self, folder: Path, notebooks: str) -> None:
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

    def start(self, errors: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
        """Start the command."""
        return subprocess.Popen(
            self.command,
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root)},
            stdout=subprocess.DEVNULL,
            stderr=errors,
            text=True,
        )

    def finish(self) -> dict[str, pd.DataFrame | bytes | str]:
        """Run the command to its end and return the results."""
        process = self.start(subprocess.PIPE)
        _, errors = process.communicate()
        if process.returncode:
            raise SystemExit(f"a run failed:\n{errors}")
        return contents(self.root / "reports" / "sample")

    def clear(self) -> None:
        """Delete all results."""
        shutil.rmtree(self.root / "reports", ignore_errors=True)


def contents(folder: Path) -> dict[str, pd.DataFrame | bytes | str]:
    """Return the results: each file as a table, or without what differs from run to run."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name in OWN or path.suffix == ".ipynb":
            continue
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".parquet":
            found[name] = pd.read_parquet(path)
        elif name == "index.html":
            found[name] = STATUS_TABLE.sub("", path.read_text(encoding="utf8"))
        else:
            found[name] = path.read_bytes()
    return found


def differences(expected: dict, found: dict) -> list[str]:
    """Return the names of files that are missing, unexpected or different."""
    different = sorted(set(expected) ^ set(found))
    for name in sorted(set(expected) & set(found)):
        if isinstance(found[name], pd.DataFrame):
            same = expected[name].equals(found[name])
        else:
            same = expected[name] == found[name]
        if not same:
            different.append(name)
    return different


def kill(copy: Copy, moment: float) -> bool:
    """Start a run and kill it after so many seconds; return whether it was still running."""
    process = copy.start()
    try:
        process.communicate(timeout=moment)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
        return True
    return False


def main(kills: int = 20, notebooks: str = "01,02", seed: int = 0) -> int:
    """Return 1 if a restarted run, or a second undisturbed one, has other results."""
    moments = random.Random(seed)
    n_different = 0
    n_late = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(Path(folder), notebooks)
        start = time.perf_counter()
        expected = copy.finish()
        seconds = time.perf_counter() - start
        copy.clear()
        unstable = differences(expected, copy.finish())
        print(
            f"undisturbed: {seconds:.1f} s, {len(expected)} files; different in a second run: "
            f"{', '.join(unstable) or 'none'}",
            flush=True,
        )
        for number in range(1, kills + 1):
            copy.clear()
            moment = moments.uniform(0, seconds)
            if not kill(copy, moment):
                n_late += 1
            start = time.perf_counter()
            different = [
                name for name in differences(expected, copy.finish()) if name not in unstable
            ]
            n_different += bool(different)
            result = f"DIFFERENT: {', '.join(different[:5])}" if different else "equal"
            print(
                f"kill {number} at {moment:.1f} s, finished {time.perf_counter() - start:.1f} s "
                f"after the restart: {result}",
                flush=True,
            )
        print(
            f"{kills} kills, {n_late} of them after the end: {kills - n_different} equal, "
            f"{n_different} different"
        )
    return 1 if n_different or unstable else 0


if __name__ == "__main__":
    kills, notebooks, seed, *_ = (*sys.argv[1:], *("20", "01,02", "0")[len(sys.argv) - 1 :])
    sys.exit(main(int(kills), notebooks, int(seed)))
